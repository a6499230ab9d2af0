//! A parameter: a value with its unit, band, herkomst and status.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::formula::{Herkomst, Id, Status, Term};
use crate::units::{Breuk, Eenheid, Jaar, PerJaar};

/// The invorderbaten as budgeted until now: the formulas name it.
pub const BATEN_OUD: &str = "baten_oud";
/// The invorderbaten as budgeted from now on.
pub const BATEN_NIEUW: &str = "baten_nieuw";
/// The realised invorderbaten, per year, for the rekenprotocol.
pub const GEREALISEERDE_BATEN: &str = "gerealiseerde_baten";
/// The resultaat of past years, to hold an incidental amount against.
pub const RESULTAAT: &str = "resultaat";

/// The parameters that formulas name: a publicatie that lacks one is refused.
pub const NEEDED: [&str; 2] = [BATEN_OUD, BATEN_NIEUW];

/// A value and its band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waarde {
    /// The value.
    pub waarde: Breuk,
    /// The lowest it may be; the value itself without a band.
    pub laag: Breuk,
    /// The highest it may be.
    pub hoog: Breuk,
}

impl Waarde {
    /// A value without a band.
    pub const fn exact(waarde: Breuk) -> Self {
        Self { waarde, laag: waarde, hoog: waarde }
    }
}

/// A parameter of the publicatie.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its id, also the name of its cell.
    pub id: Id,
    /// What it is called on screen.
    pub naam: String,
    /// Its unit.
    pub eenheid: Eenheid,
    /// The value for every year that has none of its own; nothing when onbekend.
    pub waarde: Option<Waarde>,
    /// Values of single years.
    pub per_jaar: Vec<(Jaar, Waarde)>,
    /// Whether it differs from year to year, so that each year is a value of its own.
    pub jaarlijks: bool,
    /// How sure it is.
    pub status: Status,
    /// Where it comes from.
    pub herkomst: Rc<Herkomst>,
    /// What one should know of it.
    pub toelichting: Option<String>,
    /// Its published values as terms, made at the first use and the same in every scenario.
    pub(crate) termen: OnceCell<Rc<PerJaar<Term<()>>>>,
}

impl Parameter {
    /// The value in a year.
    pub fn in_year(&self, jaar: Jaar) -> Option<Waarde> {
        self.per_jaar
            .iter()
            .find(|(year, _)| *year == jaar)
            .map(|(_, waarde)| *waarde)
            .or(self.waarde)
    }
}
