//! The documents of a publicatie, their own figures for the reconciliation, and the open questions.

use std::rc::Rc;

use super::BijdrageSoort;
use crate::formula::{Deel, Herkomst, Id};
use crate::units::{Breuk, Eenheid, Jaar};

/// A document that facts come from.
#[derive(Clone, Debug)]
pub struct Bron {
    /// What herkomsten name it by.
    pub id: Id,
    /// Its title.
    pub titel: String,
    /// Its date or year, as printed.
    pub datum: Option<String>,
    /// Where it can be found.
    pub vindplaats: Option<String>,
}

/// What of the model stands beside a figure of the proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Model {
    /// The value of a parameter, the lowest or highest of its band, or how far the highest lies above the value.
    Parameter {
        /// The parameter.
        id: Id,
        /// `waarde`, `laag`, `hoog` or `marge`.
        grens: &'static str,
        /// The parameter that it is multiplied by, where it is one's share of the other.
        maal: Option<Id>,
    },
    /// The published bijdragen of all deelnemers together.
    Reeks {
        /// Which column.
        soort: BijdrageSoort,
        /// Of which year.
        jaar: Jaar,
    },
    /// The sum of posts of an uitgangspunt in a year.
    Posten {
        /// Whose scenario.
        uitgangspunt: Id,
        /// Which posts.
        posten: Vec<Id>,
        /// In which part.
        deel: Deel,
        /// In which year.
        jaar: Jaar,
    },
    /// Nothing: the figure plays no part in the model; the reason says why.
    Geen,
}

/// A figure of the proposal beside what the model says of it.
#[derive(Clone, Debug)]
pub struct Cijfer {
    /// Its id.
    pub id: Id,
    /// What it is about.
    pub onderwerp: String,
    /// Where it stands.
    pub herkomst: Rc<Herkomst>,
    /// The figure with the proposal's own sign.
    pub waarde: Breuk,
    /// Its unit.
    pub eenheid: Eenheid,
    /// The proposal rounds it to this, for example 1000; nothing when it is exact.
    pub afgerond_op: Option<Breuk>,
    /// What of the model stands beside it.
    pub model: Model,
    /// Whether the model's sign is the opposite of the proposal's.
    pub tegengesteld: bool,
    /// Why they differ, where they do.
    pub reden: Option<String>,
}

/// An open question to the body.
#[derive(Clone, Debug)]
pub struct Vraag {
    /// The question.
    pub vraag: String,
    /// Why the answer matters.
    pub waarom: Option<String>,
}
