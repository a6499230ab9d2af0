//! The deelnemers and what they paid.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::formula::{Herkomst, Id, Status, Term};
use crate::units::unit::{Aandeel, Bedrag};
use crate::units::{Euro, Jaar};

/// A block of deelnemers, for keys in two steps.
#[derive(Clone, Debug)]
pub struct BlokNaam {
    /// For example `gemeenten`.
    pub id: Id,
    /// What it is called.
    pub naam: String,
    /// What one of them is called, for example `gemeente`.
    pub enkelvoud: String,
}

/// Which column of the annual documents a bijdrage comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BijdrageSoort {
    /// Voorschot on the basis of the begroting.
    Begroting,
    /// Recalculated in the jaarrekening.
    Rekening,
    /// A changed begroting.
    Wijziging,
    /// A later year of a begroting.
    Meerjarenraming,
}

impl BijdrageSoort {
    /// All, in the order of a year.
    pub const ALL: [Self; 4] =
        [Self::Begroting, Self::Rekening, Self::Wijziging, Self::Meerjarenraming];

    /// The word in documents.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Begroting => "begroting",
            Self::Rekening => "rekening",
            Self::Wijziging => "wijziging",
            Self::Meerjarenraming => "meerjarenraming",
        }
    }
}

/// A column of published bijdragen.
#[derive(Clone, Debug)]
pub struct Reeks {
    /// Its year.
    pub jaar: Jaar,
    /// Its kind.
    pub soort: BijdrageSoort,
    /// What it is called.
    pub naam: String,
    /// How sure it is.
    pub status: Status,
    /// Where it stands.
    pub herkomst: Rc<Herkomst>,
}

/// One published bijdrage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bijdrage {
    /// Its year.
    pub jaar: Jaar,
    /// Its column.
    pub soort: BijdrageSoort,
    /// The amount.
    pub bedrag: Euro,
}

/// A body that takes part.
#[derive(Clone, Debug)]
pub struct Deelnemer {
    /// For example `zwolle`.
    pub id: Id,
    /// For example `Zwolle`.
    pub naam: String,
    /// The id of its block.
    pub blok: Id,
    /// What it paid, as far as known.
    pub bijdragen: Vec<Bijdrage>,
    /// The estimate of its compensable VAT in the base year; nothing where it has none.
    pub btw: Option<(Euro, Rc<Herkomst>)>,
    /// What every scenario starts from, made at the first use.
    pub(crate) basis: OnceCell<Basis>,
}

/// What every scenario starts from for a deelnemer.
#[derive(Clone, Debug)]
pub(crate) struct Basis {
    /// Its voorschot of the base year.
    pub(crate) voorschot: Term<Bedrag>,
    /// The share of its bijdrage that it may compensate; nothing where it has none.
    pub(crate) btw_aandeel: Option<Term<Aandeel>>,
}

impl Deelnemer {
    /// The bijdrage of a year and column, where it is known.
    pub fn bijdrage(&self, jaar: Jaar, soort: BijdrageSoort) -> Option<Euro> {
        self.bijdragen
            .iter()
            .find(|bijdrage| bijdrage.jaar == jaar && bijdrage.soort == soort)
            .map(|it| it.bedrag)
    }
}
