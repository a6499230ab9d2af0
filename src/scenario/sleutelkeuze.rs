//! Choosing a key: one that needs weights starts from the voorschotten of the base year.

use rust_decimal::Decimal;

use super::{Groep, SleutelKeuze};
use crate::formula::Id;
use crate::publicatie::{BijdrageSoort, Deelnemer, Publicatie, SleutelSoort};
use crate::units::Euro;

impl SleutelKeuze {
    /// The same choice with another key for one group, or for every group that has none of its own. A key
    /// that needs weights finds those of before, or else weights to start from.
    #[must_use]
    pub fn with_key(&self, publicatie: &Publicatie, groep: Option<Groep>, id: Option<Id>) -> Self {
        let mut keuze = self.clone();
        match id.as_ref().and_then(|id| publicatie.sleutel(id)).map(|key| &key.soort) {
            Some(SleutelSoort::Eigen) if keuze.gewichten.is_empty() => {
                keuze.gewichten = weights(publicatie);
            }
            Some(SleutelSoort::Blok { blokken, .. })
                if blokken.is_empty() && keuze.blokken.is_empty() =>
            {
                keuze.blokken = shares(publicatie);
            }
            _ => {}
        }
        match groep {
            None => keuze.alle = id,
            Some(groep) => {
                keuze.per_groep.retain(|(of, _)| *of != groep);
                keuze.per_groep.extend(id.map(|id| (groep, id)));
            }
        }
        keuze
    }

    /// Whether a key of this choice, which is complete, divides by shares of the blocks that it gives itself.
    pub fn uses_blokken(&self, publicatie: &Publicatie) -> bool {
        self.uses(
            publicatie,
            |soort| matches!(soort, SleutelSoort::Blok { blokken, .. } if blokken.is_empty()),
        )
    }

    /// Whether a key of this choice, which is complete, divides by weights that it gives itself.
    pub fn uses_gewichten(&self, publicatie: &Publicatie) -> bool {
        self.uses(publicatie, |soort| matches!(soort, SleutelSoort::Eigen))
    }

    /// The shares of blocks that a key starts from, where this is what the uitgangspunt says.
    pub(crate) fn first_blokken(&self, publicatie: &Publicatie) -> Vec<(Id, Decimal)> {
        if self.blokken.is_empty() { shares(publicatie) } else { self.blokken.clone() }
    }

    /// The weights that a key starts from, likewise.
    pub(crate) fn first_gewichten(&self, publicatie: &Publicatie) -> Vec<(Id, Euro)> {
        if self.gewichten.is_empty() { weights(publicatie) } else { self.gewichten.clone() }
    }

    fn uses(&self, publicatie: &Publicatie, kind: impl Fn(&SleutelSoort) -> bool) -> bool {
        let used = Groep::ALL.into_iter().filter_map(|groep| self.of_groep(groep));
        used.filter_map(|id| publicatie.sleutel(id)).any(|key| kind(&key.soort))
    }
}

fn paid(publicatie: &Publicatie, deelnemer: &Deelnemer) -> Euro {
    let paid = deelnemer.bijdrage(publicatie.basisjaar, BijdrageSoort::Begroting);
    paid.unwrap_or(Euro::NUL)
}

fn weights(publicatie: &Publicatie) -> Vec<(Id, Euro)> {
    let all = publicatie.deelnemers.iter();
    all.map(|deelnemer| (Id::clone(&deelnemer.id), paid(publicatie, deelnemer))).collect()
}

/// The share of each block in the voorschotten, to four decimals: only a start, weights need not add up.
fn shares(publicatie: &Publicatie) -> Vec<(Id, Decimal)> {
    let of = |blok: &Id| -> Euro {
        let members = publicatie.deelnemers.iter().filter(|it| it.blok == *blok);
        members.map(|it| paid(publicatie, it)).sum()
    };
    let whole: Euro = publicatie.blokken.iter().map(|blok| of(&blok.id)).sum();
    let share = |blok: &Id| of(blok).breuk().checked_div(whole.breuk())?.rounded_decimal(4);
    publicatie
        .blokken
        .iter()
        .map(|blok| (Id::clone(&blok.id), share(&blok.id).unwrap_or(Decimal::ONE)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publicatie::standaard;
    use crate::scenario::{Edit, Input, apply, controleer_input};

    #[test]
    fn every_key_can_be_chosen_at_once() {
        let publicatie = standaard().unwrap();
        for key in &publicatie.sleutels {
            for groep in std::iter::once(None).chain(Groep::ALL.map(Some)) {
                let id = Some(Id::clone(&key.id));
                let keuze = SleutelKeuze::default().with_key(&publicatie, groep, id);
                let input = apply(Input::default(), Edit::Sleutels(keuze));
                let controle = controleer_input(&publicatie, &input);
                assert!(controle.scenario.is_some(), "{} {:?}", key.id, controle.meldingen);
            }
        }
    }
}
