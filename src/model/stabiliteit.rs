//! How even the bijdragen run: the largest step from year to year, and the spread.

use super::uitkomst::Uitkomst;
use crate::formula::{Naam, Term};
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
pub(super) const LIJNEN: [&str; 2] = ["begroot", "definitief"];

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
            Some((self.naam(&id, *jaar, deelnemer), total.of_whom(deelnemer)))
        });
        stabiliteit(&years.collect::<Vec<_>>())
    }
}
