//! The higher estimate of the invorderbaten, and the rekenprotocol that can supply it.

use std::rc::Rc;

use super::waarden::{Waarde, Waarden};
use crate::formula::{Leaf, Status, Term};
use crate::publicatie::{BATEN_NIEUW, BATEN_OUD, GEREALISEERDE_BATEN};
use crate::scenario::{PROTOCOL_LAG, realised, types_baten};
use crate::units::unit::{Aantal, Bedrag};
use crate::units::{Breuk, Eenheid, Jaar};

/// The id of its post.
pub const OPHOGING: &str = "ophoging";

/// What the higher estimate does to the bijdragen: −(baten nieuw − baten oud).
pub(super) fn ophoging(baten_oud: Term<Bedrag>, baten_nieuw: Term<Bedrag>) -> Term<Bedrag> {
    (baten_oud - baten_nieuw).op_centen()
}

/// The mean of realised years (rekenmodel 4).
fn gemiddelde(
    gerealiseerd: impl Iterator<Item = Term<Bedrag>>,
    jaren: Term<Aantal>,
) -> Term<Bedrag> {
    let sum = gerealiseerd.reduce(|sum, jaar| sum + jaar).unwrap_or_else(Term::nul);
    sum / jaren
}

/// The ophoging in each year.
pub(super) struct Ophoging {
    baten_oud: Rc<Waarde>,
    baten_nieuw: Rc<Waarde>,
}

impl Ophoging {
    pub(super) fn new(waarden: &Waarden<'_>) -> Self {
        Self {
            baten_oud: waarden.parameter(&BATEN_OUD.into()),
            baten_nieuw: waarden.parameter(&BATEN_NIEUW.into()),
        }
    }

    pub(super) fn in_year(&self, waarden: &Waarden<'_>, jaar: Jaar) -> Term<Bedrag> {
        let baten_nieuw = rekenprotocol(waarden, jaar)
            .unwrap_or_else(|| self.baten_nieuw.in_year(jaar).in_unit());
        ophoging(self.baten_oud.in_year(jaar).in_unit(), baten_nieuw)
    }
}

/// The budgeted baten by the protocol; nothing where there is none or the user typed them.
fn rekenprotocol(waarden: &Waarden<'_>, jaar: Jaar) -> Option<Term<Bedrag>> {
    let scenario = waarden.scenario.volledig();
    let protocol = scenario.rekenprotocol.as_ref()?;
    if types_baten(scenario, jaar) {
        return None;
    }
    let needed = protocol.jaren?;
    let known = realised(protocol, waarden.publicatie);
    let usable: Vec<_> =
        known.into_iter().filter(|(year, _, _)| *year <= jaar.minus(PROTOCOL_LAG)).collect();
    let last = usable.into_iter().rev().take(usize::from(needed)).rev();
    let terms = last.map(|(year, value, own)| {
        let published = waarden.publicatie.parameter(GEREALISEERDE_BATEN).filter(|_| !own);
        let status = published.map_or(Status::Openbaar, |it| it.status);
        let leaf = waarden.choice(GEREALISEERDE_BATEN, Eenheid::Euro, value, own, status);
        let herkomst = published.map_or_else(|| leaf.herkomst.clone(), |it| it.herkomst.clone());
        Term::leaf(Leaf { jaar: Some(year), herkomst, ..leaf })
    });
    let count = Breuk::whole(i128::from(needed));
    let jaren = waarden.choice("rekenprotocol_jaren", Eenheid::Aantal, count, true, Status::Eigen);
    Some(gemiddelde(terms, Term::leaf(jaren)))
}
