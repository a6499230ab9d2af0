//! The keys under which posts are divided.

use std::rc::Rc;

use crate::formula::{Herkomst, Id, Status};
use crate::units::{Euro, Jaar};

/// How a key weighs.
#[derive(Clone, Debug)]
pub enum SleutelSoort {
    /// In proportion to the voorschotten of a year.
    Evenredig(Jaar),
    /// First over blocks, then in proportion to the voorschotten of a year. Without weights of its own
    /// the scenario gives them.
    Blok {
        /// The year of the voorschotten inside a block.
        jaar: Jaar,
        /// The weights of the blocks by id; empty when the scenario gives them.
        blokken: Vec<(Id, Euro)>,
    },
    /// Weights that the scenario gives.
    Eigen,
}

impl SleutelSoort {
    /// Whether it needs no weights of the scenario.
    pub const fn is_complete(&self) -> bool {
        match self {
            Self::Evenredig(_) => true,
            Self::Blok { blokken, .. } => !blokken.is_empty(),
            Self::Eigen => false,
        }
    }
}

/// A key of the publicatie.
#[derive(Clone, Debug)]
pub struct Verdeelsleutel {
    /// For example `evenredig-2019`.
    pub id: Id,
    /// What it is called on screen.
    pub naam: String,
    /// How it weighs.
    pub soort: SleutelSoort,
    /// How sure it is; `eigen` where the scenario gives its weights.
    pub status: Status,
    /// Where it comes from.
    pub herkomst: Rc<Herkomst>,
    /// What one should know of it, for example that it is not confirmed.
    pub toelichting: Option<String>,
}
