//! From amounts to words, rows and marks. No browser, no new amounts.

mod answer;
mod basis;
mod chart;
mod direction;
mod facts;
mod names;
mod sentence;
mod table;
mod text_table;
pub mod texts;

pub use answer::{Answer, KeyWarning, SumPart, answer};
pub use basis::{Given, basis};
pub use chart::{Chart, Mark, Size, chart};
pub use direction::{Direction, Piece};
pub use facts::{Fact, facts};
pub use names::Names;
pub use table::{Cell, Table, YearTable, year_table};
pub use text_table::text_table;

use crate::formula::{Deel, Id};
use crate::model::{Gevonden, Uitkomst};
use crate::units::Jaar;

/// Which amount of an outcome: what a person points at to see its herleiding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AmountRef {
    /// A post, total or bijdrage.
    pub post: Id,
    /// The part, where the post stands in both.
    pub deel: Option<Deel>,
    /// The year.
    pub jaar: Jaar,
    /// The place of the deelnemer; all together when absent.
    pub deelnemer: Option<usize>,
}

impl AmountRef {
    /// An amount of a deelnemer.
    pub fn new(post: &str, jaar: Jaar, deelnemer: usize) -> Self {
        Self { post: post.into(), deel: None, jaar, deelnemer: Some(deelnemer) }
    }

    /// The same in one part.
    #[must_use]
    pub fn in_deel(self, deel: Deel) -> Self {
        Self { deel: Some(deel), ..self }
    }

    /// The amount itself.
    pub fn find(&self, uitkomst: &Uitkomst) -> Option<Gevonden> {
        uitkomst.zoek(&self.post, self.deel, self.jaar, self.deelnemer)
    }
}
