//! What one regel of a variant costs, saves or loses in a year.

use super::uitrol::Schaal;
use crate::formula::Term;
use crate::publicatie::RegelSoort;
use crate::units::unit::{Aandeel, Aantal, Bedrag};

/// The bedrag in proportion to a step of the uitrol: the proposal's own scaling (its pilot is 10.000 of 90.000).
pub(super) fn regel(
    soort: RegelSoort,
    bedrag: Term<Bedrag>,
    schaal: Option<Schaal>,
    basis: Option<Term<Aantal>>,
    factoren: impl Iterator<Item = Term<Aandeel>>,
) -> Term<Bedrag> {
    let scaled = match (schaal, basis) {
        (None, _) => bedrag,
        (Some(Schaal::Inzet(inzet)), _) => bedrag * inzet,
        (Some(Schaal::Aantal(aantal)), None) => bedrag * aantal,
        (Some(Schaal::Aantal(aantal)), Some(basis)) => bedrag * (aantal / basis),
    };
    let bedrag = factoren.fold(scaled, |bedrag, factor| bedrag * factor);
    match soort {
        RegelSoort::Meerkosten | RegelSoort::Minderbaten => bedrag.op_centen(),
        RegelSoort::Besparing => (-bedrag).op_centen(),
    }
}
