//! How even the bijdragen run: the largest step from year to year, and the spread.

use super::uitkomst::Uitkomst;
use crate::formula::{Deel, Naam, Term};
use crate::units::Jaar;
use crate::units::unit::Bedrag;

/// The yardsticks of a line of yearly amounts. The verdict depends on which is used, so all are shown.
#[derive(Clone, Debug)]
pub struct Stabiliteit {
    /// The largest step between consecutive years of the horizon.
    pub grootste_stap: Term<Bedrag>,
    /// The same with the step from `nu` (0) to the first year.
    pub met_eerste_stap: Term<Bedrag>,
    /// The highest minus the lowest year.
    pub spreiding: Term<Bedrag>,
}

/// The lines that have yardsticks, by the id of their amounts.
pub(super) const LIJNEN: [&str; 2] = [BEGROOT, "definitief"];

const BEGROOT: &str = "begroot";

fn stap(van: Term<Bedrag>, naar: Term<Bedrag>) -> Term<Bedrag> {
    (naar.clone() - van.clone()).greatest(van - naar)
}

/// The yardsticks of a line: each year with the name of the step to it, in the order of the years.
fn stabiliteit(line: &[(Naam, Term<Bedrag>)]) -> Stabiliteit {
    let step = |van: Term<Bedrag>, (naam, naar): &(Naam, Term<Bedrag>)| {
        stap(van, naar.clone()).named(naam.clone())
    };
    let pairs = line.iter().zip(line.iter().skip(1));
    let steps = pairs.map(|((_, van), naar)| step(van.clone(), naar));
    let grootste_stap = steps.reduce(Term::greatest).unwrap_or_else(Term::nul);
    let first = line.first().map_or_else(Term::nul, |first| step(Term::nul(), first));
    let all = || line.iter().map(|(_, term)| term.clone());
    let highest = all().reduce(Term::greatest).unwrap_or_else(Term::nul);
    let lowest = all().reduce(Term::least).unwrap_or_else(Term::nul);
    Stabiliteit {
        met_eerste_stap: first.greatest(grootste_stap.clone()),
        grootste_stap,
        spreiding: highest - lowest,
    }
}

impl Uitkomst {
    /// The yardsticks of begroot and of definitief, for all together or for one deelnemer.
    pub fn stabiliteit(&self, deelnemer: Option<usize>) -> [Stabiliteit; 2] {
        LIJNEN.map(|lijn| self.stabiliteit_van(lijn, self.jaren.last().copied(), deelnemer))
    }

    /// The yardsticks of one line, up to a year.
    pub(super) fn stabiliteit_van(
        &self,
        lijn: &str,
        tot: Option<Jaar>,
        deelnemer: Option<usize>,
    ) -> Stabiliteit {
        let id = format!("stap_{lijn}");
        let years = self.jaren.iter().take_while(|jaar| Some(**jaar) <= tot);
        let years = years.filter_map(|jaar| {
            let total = self.totaal_van(lijn, *jaar)?;
            let bedrag = total.of_whom(deelnemer);
            let bedrag = match bedrag.known() {
                Some(_) => bedrag,
                None => self.som_van_posten(lijn, *jaar, deelnemer)?,
            };
            Some((self.naam(&id, *jaar, deelnemer), bedrag))
        });
        stabiliteit(&years.collect::<Vec<_>>())
    }

    /// The posts of a year added up as numbers are, so that one unknown makes the sum unknown. A total of which
    /// nothing is known would count as nought, and so make a step that no one knows.
    fn som_van_posten(
        &self,
        lijn: &str,
        jaar: Jaar,
        deelnemer: Option<usize>,
    ) -> Option<Term<Bedrag>> {
        let posten = self.posten.iter();
        let posten = posten.filter(|post| lijn != BEGROOT || post.deel == Deel::Begroot);
        let in_year = posten.flat_map(|post| &post.bedragen).filter(|(of, _)| *of == jaar);
        let som =
            in_year.map(|(_, term)| term.of_whom(deelnemer)).reduce(|som, term| som + term)?;
        Some(som.named(self.naam(lijn, jaar, deelnemer)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::bereken;
    use crate::publicatie::standaard;
    use crate::scenario::{Edit, Input, Wijze, apply, controleer_input};
    use crate::units::Breuk;

    /// Of vroegsignalering alone the 10.000 of the aansluiting in 2021 is known and nothing after it; baten of
    /// 4.000.000 are those of now.
    #[test]
    fn a_step_to_a_year_of_which_nothing_is_known_is_unknown() {
        let publicatie = standaard().unwrap();
        let edits = [
            Edit::Varianten(Some(vec!["2b".into()])),
            Edit::Wijze(Some(Wijze::Jaarlijks)),
            Edit::Parameter("baten_nieuw".into(), None, Some(Breuk::hundredths(400_000_000))),
        ];
        let input = edits.into_iter().fold(Input::default(), apply);
        let uitkomst =
            bereken(&publicatie, &controleer_input(&publicatie, &input).scenario.unwrap());
        let euro = |id: &str, jaar: i64| {
            let found = uitkomst.zoek(id, None, Jaar::new(jaar).unwrap(), None).unwrap();
            found.term.euro().map(|euro| euro.to_string())
        };
        for lijn in LIJNEN {
            let up_to_2021 = euro(&format!("met_eerste_stap_{lijn}"), 2021);
            assert_eq!(up_to_2021.as_deref(), Some("10000.00"), "{lijn}");
            for maat in ["grootste_stap", "met_eerste_stap", "spreiding"] {
                assert_eq!(euro(&format!("{maat}_{lijn}"), 2022), None, "{maat} {lijn}");
            }
        }
        // What is left out is still named, and the sum says why: raming, minderbaten and herinnering.
        let [_, definitief] = uitkomst.stabiliteit(None);
        assert!(!definitief.grootste_stap.exclusief().is_empty());
        let naam = uitkomst.naam("grootste_stap_definitief", Jaar::new(2025).unwrap(), None);
        let stappen = definitief.grootste_stap.herleiding(naam).stappen;
        let of_2022 = stappen
            .iter()
            .find(|it| &*it.naam.id == "definitief" && it.naam.jaar.to_string() == "2022")
            .unwrap();
        assert_eq!((&*of_2022.uitdrukking, of_2022.is_known), ("0,00 + onbekend + 0,00", false));
    }
}
