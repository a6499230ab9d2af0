//! The keys of the scenario, ready to divide.

use std::rc::Rc;

use crate::formula::{Id, Sleutel, SleutelBlok};
use crate::publicatie::{BijdrageSoort, Publicatie, SleutelSoort};
use crate::scenario::{Groep, Scenario};
use crate::units::{Blok, Eenheid, Euro, Jaar, Verdeelwijze, Verdeling};

/// The key of each group.
pub(super) struct Sleutels {
    per_groep: [Rc<Sleutel>; 4],
}

impl Sleutels {
    pub(super) fn new(publicatie: &Publicatie, scenario: &Scenario) -> Self {
        let mut made: Vec<Rc<Sleutel>> = Vec::new();
        let per_groep = Groep::ALL.map(|groep| {
            let id = scenario.sleutel(groep);
            // One key is one object, so that what a total leaves out is listed once.
            if let Some(known) = made.iter().find(|sleutel| Some(&sleutel.id) == id) {
                return Rc::clone(known);
            }
            let sleutel = Rc::new(sleutel(publicatie, scenario, id));
            made.push(Rc::clone(&sleutel));
            sleutel
        });
        Self { per_groep }
    }

    pub(super) fn of_groep(&self, groep: Groep) -> &Rc<Sleutel> {
        let [ophoging, reservering, kosten, baten] = &self.per_groep;
        match groep {
            Groep::Ophoging => ophoging,
            Groep::Reservering => reservering,
            Groep::Kosten => kosten,
            Groep::Baten => baten,
        }
    }
}

fn sleutel(publicatie: &Publicatie, scenario: &Scenario, id: Option<&Id>) -> Sleutel {
    let chosen = &scenario.volledig().sleutel;
    let found = id.and_then(|id| publicatie.sleutel(id));
    let wijze = found.and_then(|sleutel| match &sleutel.soort {
        SleutelSoort::Evenredig(jaar) => {
            Verdeling::new(voorschotten(publicatie, *jaar)).map(Verdeelwijze::Direct)
        }
        SleutelSoort::Blok { jaar, blokken } if blokken.is_empty() => {
            // Shares with four decimals become whole weights.
            let aandelen = chosen.aandelen(publicatie);
            let share = |id: &Id| {
                aandelen.iter().find(|(blok, _)| blok == id).map_or(0, |(_, share)| {
                    let mut share = *share;
                    share.rescale(Eenheid::Aandeel.decimals());
                    share.mantissa().unsigned_abs()
                })
            };
            per_blok(publicatie, *jaar, share)
        }
        SleutelSoort::Blok { jaar, blokken } => per_blok(publicatie, *jaar, |id| {
            blokken.iter().find(|(blok, _)| blok == id).map_or(0, |(_, waarde)| weight(*waarde))
        }),
        SleutelSoort::Eigen => {
            let own = |id: &Id| {
                chosen.gewichten.iter().find(|(own, _)| own == id).map_or(0, |(_, it)| weight(*it))
            };
            let weights =
                publicatie.deelnemers.iter().map(|deelnemer| own(&deelnemer.id)).collect();
            Verdeling::new(weights).map(Verdeelwijze::Direct)
        }
    });
    let deelnemers = &publicatie.deelnemers;
    Sleutel::new(
        id.cloned().unwrap_or_else(|| "gelijk".into()),
        deelnemers.iter().map(|deelnemer| Id::clone(&deelnemer.id)).collect(),
        publicatie.blokken.iter().map(|blok| SleutelBlok { id: Id::clone(&blok.id) }).collect(),
        // The checks let no key through that cannot be made, so the equal weights are never used.
        wijze.unwrap_or_else(|| Verdeelwijze::Direct(Verdeling::equal(deelnemers.len()))),
    )
}

fn weight(waarde: Euro) -> u128 {
    waarde.cents().unsigned_abs()
}

fn voorschotten(publicatie: &Publicatie, jaar: Jaar) -> Vec<u128> {
    let voorschot = |deelnemer: &crate::publicatie::Deelnemer| {
        deelnemer.bijdrage(jaar, BijdrageSoort::Begroting).map_or(0, weight)
    };
    publicatie.deelnemers.iter().map(voorschot).collect()
}

fn per_blok(
    publicatie: &Publicatie,
    jaar: Jaar,
    share: impl Fn(&Id) -> u128,
) -> Option<Verdeelwijze> {
    let weights = voorschotten(publicatie, jaar);
    let blokken = Verdeling::new(publicatie.blokken.iter().map(|blok| share(&blok.id)).collect())?;
    let leden = publicatie.blokken.iter().map(|blok| {
        let leden: Vec<usize> = publicatie
            .deelnemers
            .iter()
            .enumerate()
            .filter(|(_, deelnemer)| deelnemer.blok == blok.id)
            .map(|(index, _)| index)
            .collect();
        let inside = leden.iter().filter_map(|index| weights.get(*index).copied()).collect();
        Blok { leden, binnen: Verdeling::new(inside) }
    });
    Some(Verdeelwijze::PerBlok {
        blokken,
        leden: leden.collect(),
        aantal: publicatie.deelnemers.len(),
    })
}
