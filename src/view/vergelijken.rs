//! Scenarios, keys, wijzen and combinations of variants beside each other, for one deelnemer.

mod combinations;
mod order;
mod scenarios;
mod sleutels;
mod wijzen;

pub use combinations::compare_combinations;
pub use scenarios::{NamedScenario, compare_scenarios};
pub use sleutels::compare_keys;
pub use wijzen::compare_wijzen;

use std::fmt;
use std::rc::Rc;

use super::chart::Pictures;
use super::table::{Cell, Table};
use super::{AmountRef, Names};
use crate::formula::{Id, Term};
use crate::model::{GEHEEL, TEGENOVER_ONGEWIJZIGD, Uitkomst, bereken};
use crate::publicatie::Publicatie;
use crate::scenario::{Input, Scenario, controleer_input};
use crate::units::unit::Bedrag;
use crate::units::{Euro, Jaar};

/// Things beside each other: the table and what it comes down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The conclusion.
    pub title: String,
    /// The amounts.
    pub table: Table,
    /// What one should know of it.
    pub note: Option<String>,
    /// How the conclusion depends on the key, where it does.
    pub warning: Option<String>,
    /// The same as a picture.
    pub pictures: Option<Pictures>,
    /// The outcome that each row is of; nothing where all are of the one that is shown.
    pub outcomes: Vec<Outcome>,
}

/// What a row is of. Another computation is another outcome.
#[derive(Clone)]
pub struct Outcome(pub Rc<Uitkomst>);

// A comparison is read as what it shows, and of this it shows a cell.
impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Outcome")
    }
}

impl PartialEq for Outcome {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Outcome {}

/// Who looks, and at which year.
#[derive(Clone, Copy, Debug)]
pub struct View<'p> {
    /// The publicatie.
    pub publicatie: &'p Publicatie,
    /// The place of the deelnemer.
    pub deelnemer: usize,
    /// The year of the answer.
    pub jaar: Jaar,
}

impl<'p> View<'p> {
    /// The view of a deelnemer on the year that the publicatie answers first.
    pub fn new(publicatie: &'p Publicatie, deelnemer: usize) -> Self {
        let jaar = publicatie.antwoordjaar.unwrap_or(publicatie.horizon.van);
        Self { publicatie, deelnemer, jaar }
    }

    fn term(&self, uitkomst: &Uitkomst, post: &str, jaar: Jaar) -> Option<Term<Bedrag>> {
        Some(AmountRef::new(post, jaar, self.deelnemer).find(uitkomst)?.term)
    }

    fn amount(&self, uitkomst: &Uitkomst, post: &str, jaar: Jaar) -> Option<Euro> {
        self.term(uitkomst, post, jaar)?.known()
    }

    /// The difference with ongewijzigd beleid: what sociaal incasseren costs.
    fn own_cost(&self, uitkomst: &Uitkomst, post: &str, jaar: Jaar) -> Cell {
        self.cell(uitkomst, &format!("{post}{TEGENOVER_ONGEWIJZIGD}"), jaar)
    }

    /// A cell that opens its herleiding.
    fn cell(&self, uitkomst: &Uitkomst, post: &str, jaar: Jaar) -> Cell {
        let amount = AmountRef::new(post, jaar, self.deelnemer);
        Cell { amount: Some(amount), ..cell(self.amount(uitkomst, post, jaar)) }
    }

    /// All years na verrekening: the cumulated amount of the last one.
    fn total(&self, uitkomst: &Uitkomst) -> Option<Euro> {
        self.amount(uitkomst, CUMULATIEF, *uitkomst.jaren.last()?)
    }

    /// What is kept once from a resultaat before the years: no part of what is settled in them.
    fn once(&self, uitkomst: &Uitkomst) -> Option<Euro> {
        let kept = uitkomst.eenmalig.iter().flat_map(|post| &post.bedragen);
        kept.map(|(_, term)| term.share_euro(self.deelnemer)).sum()
    }

    fn keeps_once<'u>(&self, mut all: impl Iterator<Item = &'u Uitkomst>) -> bool {
        all.any(|uitkomst| self.once(uitkomst).is_some_and(|once| once != Euro::NUL))
    }

    /// All years na verrekening, with what is kept once before them.
    fn whole(&self, uitkomst: &Uitkomst) -> Option<Euro> {
        self.amount(uitkomst, GEHEEL, *uitkomst.jaren.last()?)
    }

    /// What is kept once, as an amount that opens; nothing where nothing is.
    fn once_ref(&self, uitkomst: &Uitkomst) -> Option<AmountRef> {
        let post = uitkomst.eenmalig.first()?;
        let (jaar, _) = post.bedragen.first()?;
        Some(AmountRef::new(&post.id, *jaar, self.deelnemer).in_deel(post.deel))
    }

    /// The names of the columns of all years: where something is kept once, it and the whole stand beside them,
    /// in cents, so that they add up.
    fn whole_head(&self, keeps_once: bool, against: &str) -> Vec<String> {
        let settled = format!("Na verrekening {}{against}", self.period());
        let once = [ONCE.to_owned(), format!("{WHOLE}{against}")];
        std::iter::once(settled).chain(once.into_iter().filter(|_| keeps_once)).collect()
    }

    fn whole_cells(&self, uitkomst: &Uitkomst, keeps_once: bool) -> Vec<Cell> {
        let [settled, once, whole] =
            [self.total(uitkomst), self.once(uitkomst), self.whole(uitkomst)];
        let last = uitkomst.jaren.last().copied();
        let amount = |post| last.map(|jaar| AmountRef::new(post, jaar, self.deelnemer));
        if keeps_once {
            let [settled, once, whole] = [settled, once, whole].map(in_cents);
            vec![
                Cell { amount: amount(CUMULATIEF), ..settled },
                Cell { amount: self.once_ref(uitkomst), ..once },
                Cell { amount: amount(GEHEEL), ..whole },
            ]
        } else {
            vec![Cell { amount: amount(CUMULATIEF), ..cell(settled) }]
        }
    }

    /// The same in whole euros, for a table in which the other columns are.
    fn whole_cells_rounded(&self, uitkomst: &Uitkomst) -> Vec<Cell> {
        let rounded = [self.total(uitkomst), self.once(uitkomst), self.whole(uitkomst)].map(cell);
        let cells = self.whole_cells(uitkomst, true).into_iter().zip(rounded);
        cells.map(|(exact, rounded)| Cell { text: rounded.text, ..exact }).collect()
    }

    /// All years against ongewijzigd beleid; with what is kept once, in cents.
    fn whole_own_cost(&self, uitkomst: &Uitkomst, keeps_once: bool) -> Cell {
        let total = if keeps_once { GEHEEL } else { CUMULATIEF };
        let last = uitkomst.jaren.last().copied().unwrap_or(self.jaar);
        let whole = self.own_cost(uitkomst, total, last);
        if !keeps_once {
            return whole;
        }
        let euro = whole.amount.as_ref().and_then(|it| it.find(uitkomst)?.term.known());
        Cell { amount: whole.amount, ..in_cents(euro) }
    }

    /// What the definitief of all years leaves out for the deelnemer.
    fn left_out(&self, uitkomst: &Uitkomst) -> Vec<Id> {
        let years = uitkomst.totaal.iter().map(|year| year.definitief.share(self.deelnemer));
        years.flat_map(|term| term.exclusief()).collect()
    }

    /// What the begroting of the year and all years na verrekening leave out for the deelnemer.
    fn exclusief<'u>(&self, all: impl Iterator<Item = &'u Uitkomst> + Clone) -> Option<String> {
        let of_year = |it| self.term(it, "begroot", self.jaar).map(|term| term.exclusief());
        let begroot = all.clone().filter_map(of_year).flatten();
        Names::new(self.publicatie).exclusief_of(begroot, all.flat_map(|it| self.left_out(it)))
    }

    fn period(&self) -> String {
        format!("{}–{}", self.publicatie.horizon.van, self.publicatie.horizon.tot)
    }
}

const CUMULATIEF: &str = "cumulatief";

/// What is kept once, as a column.
const ONCE: &str = "Eenmalig vooraf";
/// All years and what is kept once.
const WHOLE: &str = "Samen";
/// Where something is kept once.
const ONCE_NOTE: &str = "“Eenmalig vooraf” is wat uit een resultaat wordt bewaard en niet wordt uitgekeerd. “Samen” telt dat mee.";

fn cell(euro: Option<Euro>) -> Cell {
    Cell::difference(euro, false, None)
}

fn in_cents(euro: Option<Euro>) -> Cell {
    Cell::difference(euro, true, None)
}

fn computed(publicatie: &Publicatie, input: &Input) -> Option<(Scenario, Rc<Uitkomst>)> {
    let scenario = controleer_input(publicatie, input).scenario?;
    let uitkomst = bereken(publicatie, &scenario);
    Some((scenario, Rc::new(uitkomst)))
}

/// A difference that divided posts alone can make, a cent each, is no difference.
fn differs(one: Euro, other: Euro) -> bool {
    (one - other).cents().abs() >= 100
}

/// A note, and after it what the amounts leave out.
pub(super) fn with_exclusief(note: &str, left_out: Option<String>) -> String {
    left_out.map_or_else(|| note.to_owned(), |left_out| format!("{note} {left_out}"))
}

/// Remarks as one note; nothing where there are none.
pub(super) fn note<const N: usize>(remarks: [Option<String>; N]) -> Option<String> {
    let remarks: Vec<String> = remarks.into_iter().flatten().collect();
    (!remarks.is_empty()).then(|| remarks.join(" "))
}

#[cfg(test)]
mod tests;
