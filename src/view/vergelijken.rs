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
        let jaar = publicatie.antwoordjaar_or_first();
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

    /// A cell that opens its herleiding, in whole euros.
    fn cell(&self, uitkomst: &Uitkomst, post: &str, jaar: Jaar) -> Cell {
        difference(uitkomst, AmountRef::new(post, jaar, self.deelnemer), false)
    }

    /// All years na verrekening: the cumulated amount of the last one.
    fn total(&self, uitkomst: &Uitkomst) -> Option<Euro> {
        self.amount(uitkomst, CUMULATIEF, *uitkomst.jaren.last()?)
    }

    /// What is kept once from a resultaat before the years: no part of what is settled in them.
    fn once(&self, uitkomst: &Uitkomst) -> Option<Euro> {
        match self.once_ref(uitkomst) {
            Some(amount) => amount.find(uitkomst)?.term.known(),
            None => Some(Euro::NUL),
        }
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

    /// The cells under those names.
    fn whole_cells(&self, uitkomst: &Uitkomst, keeps_once: bool) -> Vec<Cell> {
        let of = |post| difference(uitkomst, self.of_all_years(uitkomst, post), keeps_once);
        if !keeps_once {
            return vec![of(CUMULATIEF)];
        }
        let once = self.once_ref(uitkomst).map(|amount| difference(uitkomst, amount, true));
        let nothing = || Cell::difference(Some(Euro::NUL), true, None);
        vec![of(CUMULATIEF), once.unwrap_or_else(nothing), of(GEHEEL)]
    }

    /// All years against ongewijzigd beleid; with what is kept once, in cents.
    fn whole_own_cost(&self, uitkomst: &Uitkomst, keeps_once: bool) -> Cell {
        let total = if keeps_once { GEHEEL } else { CUMULATIEF };
        let amount = self.of_all_years(uitkomst, &format!("{total}{TEGENOVER_ONGEWIJZIGD}"));
        difference(uitkomst, amount, keeps_once)
    }

    /// An amount that runs over years, over all of them.
    fn of_all_years(&self, uitkomst: &Uitkomst, post: &str) -> AmountRef {
        let last = uitkomst.jaren.last().copied().unwrap_or(self.jaar);
        AmountRef::new(post, last, self.deelnemer)
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

/// A cell that opens its herleiding, in whole euros or to the cent.
fn difference(uitkomst: &Uitkomst, amount: AmountRef, cents: bool) -> Cell {
    let euro = amount.find(uitkomst).and_then(|found| found.term.known());
    Cell::difference(euro, cents, Some(amount))
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
