//! From amounts to words, rows and marks. No browser, no new amounts.

mod answer;
mod basis;
mod change;
mod chart;
mod deelnemers;
mod deviations;
mod direction;
mod facts;
mod fields;
mod hoek;
mod inwoners;
pub mod letters;
pub mod lezing;
mod names;
mod releases;
mod sentence;
mod series;
mod streams;
mod table;
mod text_table;
pub mod texts;
mod typed;
mod verantwoording;
mod vergelijken;
mod words;

pub use answer::{Answer, KeyWarning, SumPart, answer, point_of_view};
pub use basis::{Given, basis, rollout};
pub use change::change_name;
pub use chart::{
    Align, Band, Drawing, Fill, Key, Label, Line, Measure, Pictures, Place, Says, Shape, Size,
    Style, compare_deelnemers, compare_variants, waterfall, years_chart, years_title,
};
pub use deelnemers::{DeelnemerTable, deelnemer_table};
pub use deviations::{Deviation, deviations, groep_name, share, vertraging_name, wijze_name};
pub use direction::{Direction, LETTERS, Piece};
pub use facts::{Fact, facts};
pub use fields::{PageField, Stands, field_of};
pub use hoek::{Margins, hoek_lines};
pub use inwoners::{PerInwoner, per_inwoner};
pub use names::Names;
pub use releases::{Release, releases};
pub use sentence::settled_sentence;
pub use series::series_rows;
pub use streams::other_streams;
pub use table::{Cell, Table, YearTable, year_table};
pub use text_table::text_table;
pub use verantwoording::{Closing, FigureRow, ParameterRow, closings, figure_rows, parameter_rows};
pub use vergelijken::{
    Comparison, NamedScenario, Outcome, View, compare_combinations, compare_keys,
    compare_scenarios, compare_wijzen,
};
pub use words::{Word, meaning, words};

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
