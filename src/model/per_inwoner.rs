//! What an amount of a deelnemer is for each of its inwoners: their number is the user's own.

use std::num::NonZeroU32;
use std::rc::Rc;

use super::bijdrage::{NIEUW, OUD, nieuw};
use super::uitkomst::Uitkomst;
use super::zoek::Gevonden;
use crate::formula::{Herkomst, Id, Leaf, Naam, Status, Term};
use crate::units::unit::{Aantal, Bedrag};
use crate::units::{Breuk, Eenheid, Jaar};

/// The id of the number of inwoners.
pub const INWONERS: &str = "inwoners";
/// What the id of an amount per inwoner ends with.
pub const PER_INWONER: &str = "_per_inwoner";

/// An amount of a deelnemer, divided by the number of its inwoners.
fn per_inwoner(bedrag: Term<Bedrag>, inwoners: Term<Aantal>) -> Term<Bedrag> {
    (bedrag / inwoners).op_centen()
}

impl Uitkomst {
    /// An amount of a deelnemer in a year per inwoner; nothing where there is no such amount.
    pub fn per_inwoner(
        &self,
        id: &str,
        jaar: Jaar,
        deelnemer: usize,
        inwoners: NonZeroU32,
    ) -> Option<Gevonden> {
        self.deelnemers.get(deelnemer)?;
        let part = |id: &str| {
            let Gevonden { naam, term } = self.divided(id, jaar, deelnemer, inwoners)?;
            Some(term.named(naam))
        };
        // What is a sum for the deelnemer is the sum of its parts per inwoner too: no total is rounded again, so that
        // what stands below each other adds up.
        let term = match id {
            NIEUW => nieuw(part(OUD)?, part("begroot")?),
            "definitief" => part("begroot")? + part("verrekening")?,
            _ => return self.divided(id, jaar, deelnemer, inwoners),
        };
        let naam = self.zoek(id, None, jaar, Some(deelnemer))?.naam;
        Some(Gevonden { naam: of_inwoner(naam), term })
    }

    fn divided(
        &self,
        id: &str,
        jaar: Jaar,
        deelnemer: usize,
        inwoners: NonZeroU32,
    ) -> Option<Gevonden> {
        let Gevonden { naam, term } = self.zoek(id, None, jaar, Some(deelnemer))?;
        let inwoners = Term::leaf(aantal(inwoners, naam.deelnemer.clone()));
        Some(Gevonden { naam: of_inwoner(naam), term: per_inwoner(term, inwoners) })
    }
}

fn of_inwoner(naam: Naam) -> Naam {
    Naam { id: format!("{}{PER_INWONER}", naam.id).into(), ..naam }
}

fn aantal(inwoners: NonZeroU32, deelnemer: Option<Id>) -> Leaf {
    let waarde = Some(Breuk::whole(inwoners.get().into()));
    Leaf {
        id: INWONERS.into(),
        jaar: None,
        deelnemer,
        voorstel: false,
        eenheid: Eenheid::Aantal,
        waarde,
        laag: waarde,
        hoog: waarde,
        status: Status::Eigen,
        herkomst: Rc::new(Herkomst { bron: None, paragraaf: "eigen invoer".into() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::bereken;
    use crate::publicatie::standaard;
    use crate::scenario::{Edit, Input, Scenario, apply, controleer_input};

    fn found(uitkomst: &Uitkomst, id: &str, jaar: i64, inwoners: u32) -> Gevonden {
        let jaar = Jaar::new(jaar).unwrap();
        let zwolle = uitkomst.deelnemer("zwolle").unwrap();
        uitkomst.per_inwoner(id, jaar, zwolle, NonZeroU32::new(inwoners).unwrap()).unwrap()
    }

    fn euro(uitkomst: &Uitkomst, id: &str, jaar: i64, inwoners: u32) -> String {
        found(uitkomst, id, jaar, inwoners).term.euro().unwrap().to_string()
    }

    #[test]
    fn amounts_of_zwolle_are_divided_and_rounded_to_the_cent() {
        let publicatie = standaard().unwrap();
        let scenario = Scenario::of_uitgangspunt(&publicatie, "voorstel").unwrap();
        let uitkomst = bereken(&publicatie, &scenario);
        for (id, jaar, inwoners, amount) in [
            // 2.088.582,00 ÷ 125.000 = 16,708656.
            ("bijdrage_oud", 2022, 125_000, "16.71"),
            // −107.139,58 ÷ 125.000 = −0,85711664.
            ("begroot", 2022, 125_000, "-0.86"),
            // 16,71 − 0,86.
            ("bijdrage_nieuw", 2022, 125_000, "15.85"),
            // −30.243,43 ÷ 125.000 = −0,24194744.
            ("verrekening", 2022, 125_000, "-0.24"),
            // −0,86 − 0,24.
            ("definitief", 2022, 125_000, "-1.10"),
            // 20,88582 and −1,0713958: the sum of what is shown, and not 1.981.442,42 ÷ 100.000 = 19,8144.
            ("bijdrage_oud", 2022, 100_000, "20.89"),
            ("begroot", 2022, 100_000, "-1.07"),
            ("bijdrage_nieuw", 2022, 100_000, "19.82"),
            ("definitief", 2022, 1, "-137383.01"),
            // −137.383,01 ÷ 100.000.000 = −0,0013…: less than half a cent.
            ("definitief", 2022, 100_000_000, "0.00"),
        ] {
            assert_eq!(euro(&uitkomst, id, jaar, inwoners), amount, "{id} {inwoners}");
        }
    }

    #[test]
    fn half_a_cent_is_rounded_away_from_zero() {
        let publicatie = standaard().unwrap();
        let jaar = Jaar::new(2022).unwrap();
        // 1,01 ÷ 2 = 0,505, and −1,01 ÷ 2 for who gets it back.
        for (cents, amount) in [("1.01", "0.51"), ("1.00", "0.50"), ("1.03", "0.52")] {
            let bedrag = Term::leaf(Leaf::example("bedrag", cents));
            let twee = || Term::leaf(aantal(NonZeroU32::new(2).unwrap(), None));
            let one = per_inwoner(bedrag.clone(), twee());
            assert_eq!(one.euro().unwrap().to_string(), amount);
            let back = per_inwoner(-bedrag, twee());
            assert_eq!(back.euro().unwrap().to_string(), format!("-{amount}"));
        }
        let scenario = Scenario::of_uitgangspunt(&publicatie, "voorstel").unwrap();
        let uitkomst = bereken(&publicatie, &scenario);
        let inwoners = NonZeroU32::MIN;
        assert!(uitkomst.per_inwoner("nergens", jaar, 0, inwoners).is_none());
        assert!(uitkomst.per_inwoner("definitief", jaar, 99, inwoners).is_none());
    }

    #[test]
    fn its_herleiding_ends_with_the_division_by_an_own_number() {
        let publicatie = standaard().unwrap();
        let scenario = Scenario::of_uitgangspunt(&publicatie, "voorstel").unwrap();
        let uitkomst = bereken(&publicatie, &scenario);
        let Gevonden { naam, term } = found(&uitkomst, "begroot", 2022, 125_000);
        let herleiding = term.herleiding(naam);
        let last = herleiding.stappen.last().unwrap();
        assert_eq!(last.uitdrukking, "−107.139,58 ÷ 125.000");
        assert!(last.op_centen);
        let leaf = last.leaves.last().unwrap();
        assert_eq!((leaf.to_string().as_str(), leaf.status), ("inwoners_zwolle", Status::Eigen));
        let before = herleiding.stappen.iter().rev().nth(1).unwrap();
        assert_eq!(before.naam.to_string(), "begroot_2022_zwolle");
    }

    #[test]
    fn what_is_a_sum_ends_with_the_sum_of_its_parts() {
        let publicatie = standaard().unwrap();
        let scenario = Scenario::of_uitgangspunt(&publicatie, "voorstel").unwrap();
        let uitkomst = bereken(&publicatie, &scenario);
        for (id, sum) in [("bijdrage_nieuw", "16,71 + (−0,86)"), ("definitief", "−0,86 + (−0,24)")]
        {
            let Gevonden { naam, term } = found(&uitkomst, id, 2022, 125_000);
            assert_eq!(term.herleiding(naam).stappen.last().unwrap().uitdrukking, sum);
        }
    }

    #[test]
    fn what_is_unknown_stays_unknown_and_left_out() {
        let publicatie = standaard().unwrap();
        let scenario = Scenario::of_uitgangspunt(&publicatie, "voorstel").unwrap();
        let uitkomst = bereken(&publicatie, &scenario);
        let left_out: Vec<String> = found(&uitkomst, "definitief", 2022, 125_000)
            .term
            .exclusief()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(left_out, ["minderbaten_1", "minderbaten_2b"]);
        assert!(found(&uitkomst, "bijdrage_nieuw", 2022, 125_000).term.exclusief().is_empty());
        // An indexed bijdrage has a step of its own, once.
        let index = Edit::Index(Some("0.02".parse().unwrap()));
        let input = apply(Input::default(), index);
        let scenario = controleer_input(&publicatie, &input).scenario.unwrap();
        let uitkomst = bereken(&publicatie, &scenario);
        let Gevonden { naam, term } = found(&uitkomst, "bijdrage_oud", 2022, 125_000);
        let names: Vec<String> =
            term.herleiding(naam).stappen.iter().map(|stap| stap.naam.to_string()).collect();
        assert_eq!(
            names,
            [
                "bijdrage_oud_2020_zwolle",
                "bijdrage_oud_2021_zwolle",
                "bijdrage_oud_2022_zwolle",
                "bijdrage_oud_per_inwoner_2022_zwolle"
            ]
        );
    }
}
