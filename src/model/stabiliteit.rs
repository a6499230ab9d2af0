//! How even the bijdragen run: the largest step from year to year, and the spread.

use crate::formula::Term;
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

fn stap(van: Term<Bedrag>, naar: Term<Bedrag>) -> Term<Bedrag> {
    (naar.clone() - van.clone()).greatest(van - naar)
}

/// The yardsticks of a line, in the order of the years.
pub(super) fn stabiliteit(line: &[Term<Bedrag>]) -> Stabiliteit {
    let later = line.iter().skip(1);
    let steps = line.iter().zip(later).map(|(van, naar)| stap(van.clone(), naar.clone()));
    let grootste_stap = steps.reduce(Term::greatest).unwrap_or_else(Term::nul);
    let first = line.first().map_or_else(Term::nul, |first| stap(Term::nul(), first.clone()));
    let highest = line.iter().cloned().reduce(Term::greatest).unwrap_or_else(Term::nul);
    let lowest = line.iter().cloned().reduce(Term::least).unwrap_or_else(Term::nul);
    Stabiliteit {
        met_eerste_stap: first.greatest(grootste_stap.clone()),
        grootste_stap,
        spreiding: highest - lowest,
    }
}
