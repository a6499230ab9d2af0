//! Choosing a key: one that needs weights starts from the voorschotten of the base year.

use rust_decimal::Decimal;

use super::{Edit, Groep, Input, SleutelKeuze, apply};
use crate::formula::Id;
use crate::publicatie::{BijdrageSoort, Deelnemer, Publicatie, SleutelSoort};
use crate::units::Euro;

/// The scenario after a change, with what only the publicatie can tell: a key that needs weights or shares finds some to
/// start from, and of two blocks the other has what is left.
#[must_use]
pub fn apply_with(publicatie: &Publicatie, mut input: Input, edit: Edit) -> Input {
    let own = &input.sleutel;
    input.sleutel = match edit {
        Edit::Sleutel(id) => own.with_key(publicatie, None, id),
        Edit::SleutelVan(groep, id) => own.with_key(publicatie, Some(groep), id),
        Edit::Blok(id, share) => own.with_share(publicatie, id, share),
        edit => return apply(input, edit),
    };
    input
}

impl SleutelKeuze {
    /// The same choice with another key for one group, or for every group that has none of its own. A key
    /// that needs weights finds those of before, or else weights to start from.
    fn with_key(&self, publicatie: &Publicatie, groep: Option<Groep>, id: Option<Id>) -> Self {
        let mut keuze = self.clone();
        match id.as_ref().and_then(|id| publicatie.sleutel(id)).map(|key| &key.soort) {
            Some(SleutelSoort::Eigen) => keuze.gewichten = keuze.first_gewichten(publicatie),
            Some(SleutelSoort::Blok { blokken, .. }) if blokken.is_empty() => {
                keuze.blokken = keuze.first_blokken(publicatie);
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

    /// The shares of blocks that a key starts from: those that are there, or else those of the voorschotten.
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

    /// The same choice with another share for a block. Of two blocks the other then has what is left; without any
    /// typed share it starts from the voorschotten again.
    fn with_share(&self, publicatie: &Publicatie, id: Id, share: Option<Decimal>) -> Self {
        let mut keuze = self.clone();
        let two = publicatie.blokken.len() == 2;
        keuze.blokken.retain(|(blok, _)| *blok != id && !(two && share.is_some()));
        keuze.blokken.extend(share.map(|share| (id, share)));
        keuze.blokken = keuze.first_blokken(publicatie);
        keuze
    }

    /// The share of every block. The one block that is left open has what the others leave of the whole; how
    /// more than one would share that, nobody said.
    pub fn aandelen(&self, publicatie: &Publicatie) -> Vec<(Id, Decimal)> {
        let typed = |id: &Id| self.blokken.iter().find(|(blok, _)| blok == id).map(|it| it.1);
        let open = publicatie.blokken.iter().filter(|blok| typed(&blok.id).is_none()).count();
        let left = Decimal::ONE - self.blokken.iter().map(|(_, share)| *share).sum::<Decimal>();
        let rest = if open == 1 { left.max(Decimal::ZERO) } else { Decimal::ZERO };
        let shares = publicatie.blokken.iter();
        shares.map(|blok| (Id::clone(&blok.id), typed(&blok.id).unwrap_or(rest))).collect()
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

/// The share of each block in the voorschotten, to four decimals; the last has what is left, so that they close.
fn shares(publicatie: &Publicatie) -> Vec<(Id, Decimal)> {
    let of = |blok: &Id| -> Euro {
        let members = publicatie.deelnemers.iter().filter(|it| it.blok == *blok);
        members.map(|it| paid(publicatie, it)).sum()
    };
    let whole: Euro = publicatie.blokken.iter().map(|blok| of(&blok.id)).sum();
    let share = |blok: &Id| of(blok).breuk().checked_div(whole.breuk())?.rounded_decimal(4);
    let all_but_last = publicatie.blokken.iter().rev().skip(1).rev();
    let blokken = all_but_last
        .map(|blok| (Id::clone(&blok.id), share(&blok.id).unwrap_or(Decimal::ZERO)))
        .collect();
    SleutelKeuze { blokken, ..SleutelKeuze::default() }.aandelen(publicatie)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::bereken;
    use crate::publicatie::standaard;
    use crate::scenario::controleer_input;

    fn share(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn shares(keuze: &SleutelKeuze, publicatie: &Publicatie) -> Vec<String> {
        keuze.aandelen(publicatie).iter().map(|(id, share)| format!("{id} {share}")).collect()
    }

    #[test]
    fn of_two_blocks_the_other_follows_what_is_typed() {
        let publicatie = standaard().unwrap();
        let start = SleutelKeuze::default().with_key(&publicatie, None, Some("blok".into()));
        // 4.670.612 of 18.519.327 is 25,22%.
        assert_eq!(shares(&start, &publicatie), ["waterschappen 0.7478", "gemeenten 0.2522"]);
        let one = start.with_share(&publicatie, "waterschappen".into(), Some(share("0.95")));
        assert_eq!(shares(&one, &publicatie), ["waterschappen 0.95", "gemeenten 0.05"]);
        let other = one.with_share(&publicatie, "gemeenten".into(), Some(share("0.4")));
        assert_eq!(shares(&other, &publicatie), ["waterschappen 0.6", "gemeenten 0.4"]);
        let none = other.with_share(&publicatie, "gemeenten".into(), None);
        assert_eq!(shares(&none, &publicatie), ["waterschappen 0.7478", "gemeenten 0.2522"]);
    }

    #[test]
    fn a_block_that_is_left_open_has_what_is_left_of_the_whole() {
        let publicatie = standaard().unwrap();
        let zwolle = publicatie.deelnemer("zwolle").unwrap();
        let keuze = SleutelKeuze::default()
            .with_key(&publicatie, None, Some("blok".into()))
            .with_share(&publicatie, "waterschappen".into(), Some(share("0.95")));
        let input = Input { sleutel: keuze, ..Input::default() };
        let scenario = controleer_input(&publicatie, &input).scenario.unwrap();
        let jaar = crate::units::Jaar::new(2022).unwrap();
        let found =
            bereken(&publicatie, &scenario).zoek("begroot", None, jaar, Some(zwolle)).unwrap();
        // Worked by hand in tests/examples/11: of gemeenten together 5%.
        assert_eq!(found.term.euro().unwrap().to_string(), "-21240.82");
    }

    #[test]
    fn every_key_can_be_chosen_at_once() {
        let publicatie = standaard().unwrap();
        for key in &publicatie.sleutels {
            let id = || Some(Id::clone(&key.id));
            let groups = Groep::ALL.map(|groep| Edit::SleutelVan(groep, id()));
            for edit in std::iter::once(Edit::Sleutel(id())).chain(groups) {
                let input = apply_with(&publicatie, Input::default(), edit);
                let controle = controleer_input(&publicatie, &input);
                assert!(controle.scenario.is_some(), "{} {:?}", key.id, controle.meldingen);
            }
        }
    }

    #[test]
    fn a_change_of_a_key_brings_its_weights_and_a_share_the_other_one() {
        let publicatie = standaard().unwrap();
        let change = |input, edit| apply_with(&publicatie, input, edit);
        let own = change(Input::default(), Edit::SleutelVan(Groep::Baten, Some("eigen".into())));
        assert_eq!(own.sleutel.gewichten.len(), publicatie.deelnemers.len());
        let back = change(own.clone(), Edit::SleutelVan(Groep::Baten, None));
        assert_eq!(back.sleutel.gewichten, own.sleutel.gewichten, "typed weights would be lost");
        let blok = change(Input::default(), Edit::Sleutel(Some("blok".into())));
        let typed = change(blok, Edit::Blok("gemeenten".into(), Some(share("0.4"))));
        assert_eq!(shares(&typed.sleutel, &publicatie), ["waterschappen 0.6", "gemeenten 0.4"]);
        let other = Edit::Index(Some(share("0.02")));
        assert_eq!(change(typed.clone(), other.clone()), apply(typed, other));
    }
}
