//! A table: the one shape that screens and exports share, and the table of years.

use super::direction::Direction;
use super::{AmountRef, Names};
use crate::model::Uitkomst;
use crate::publicatie::Publicatie;
use crate::units::notation::{NO_BREAK_SPACE, as_difference, centen, heel, percentage};
use crate::units::{Euro, Jaar};

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it shows.
    pub text: String,
    /// What it does to the bijdrage, for a difference.
    pub direction: Option<Direction>,
    /// Which amount, for its herleiding.
    pub amount: Option<AmountRef>,
}

/// Rows under a head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub head: Vec<String>,
    /// A label and its cells.
    pub rows: Vec<(String, Vec<Cell>)>,
}

impl Table {
    /// Its columns as rows, under the names that its rows had; with the name of what those rows now are.
    #[must_use]
    pub fn turned(&self, corner: &str) -> Self {
        let names = self.rows.iter().map(|(name, _)| name.clone());
        let rows = self.head.iter().skip(1).enumerate().map(|(column, name)| {
            let cells = self.rows.iter().filter_map(|(_, cells)| cells.get(column).cloned());
            (name.clone(), cells.collect())
        });
        let head = std::iter::once(corner.to_owned()).chain(names).collect();
        Self { head, rows: rows.collect() }
    }

    /// Whether an amount in this column after the names has a letter, or keeps the place of one.
    pub fn has_letters(&self, column: usize) -> bool {
        let mut cells = self.rows.iter().filter_map(|(_, cells)| cells.get(column));
        cells.any(|cell| cell.direction.is_some())
    }
}

/// The years of a deelnemer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearTable {
    /// The rows.
    pub table: Table,
    /// What the amounts leave out.
    pub note: Option<String>,
    /// Why a share is not there, where it is not.
    pub no_share: Option<String>,
}

/// The table of years of a deelnemer, in whole euros or to the cent.
pub fn year_table(
    publicatie: &Publicatie,
    uitkomst: &Uitkomst,
    deelnemer: usize,
    cents: bool,
) -> YearTable {
    let head = [
        "Jaar",
        "Bijdrage nu",
        "Bijdrage begroot",
        "Verschil begroot",
        "in %",
        "Verrekening jaarrekening",
        "Verschil na verrekening",
    ];
    let paid = |jaar: &Jaar| uitkomst.oud(deelnemer, *jaar).and_then(|oud| oud.euro());
    let no_share = uitkomst.jaren.iter().any(|jaar| paid(jaar) == Some(Euro::NUL));
    let rows = uitkomst
        .jaren
        .iter()
        .map(|jaar| (jaar.to_string(), row(uitkomst, deelnemer, *jaar, cents)));
    YearTable {
        table: Table { head: head.map(str::to_owned).to_vec(), rows: rows.collect() },
        note: Names::new(publicatie).exclusief_of_years(
            &uitkomst.totaal,
            publicatie.horizon.van,
            deelnemer,
        ),
        no_share: no_share.then(why_no_share),
    }
}

impl Cell {
    /// A difference, in whole euros or to the cent.
    pub(super) fn difference(euro: Option<Euro>, cents: bool, amount: Option<AmountRef>) -> Self {
        let cell = Self::written(signed(euro, cents), euro, amount);
        // What is onbekend has no letter, and keeps the place of one: the column stays straight.
        Self { direction: cell.direction.or(Some(Direction::Same)), ..cell }
    }

    /// A difference in these words.
    pub(super) fn written(text: String, euro: Option<Euro>, amount: Option<AmountRef>) -> Self {
        let direction = euro.map(|euro| Direction::as_written(euro, &text));
        Self { text, direction, amount }
    }
}

/// What "n.v.t." in the place of a share means.
pub(super) fn why_no_share() -> String {
    format!("N.v.t.: van een bijdrage van €{NO_BREAK_SPACE}0 is geen % te geven.")
}

fn row(uitkomst: &Uitkomst, deelnemer: usize, jaar: Jaar, cents: bool) -> Vec<Cell> {
    let at = |post: &str| AmountRef::new(post, jaar, deelnemer);
    let read = |amount: &AmountRef| amount.find(uitkomst).and_then(|found| found.term.known());
    let level = |post: &str| {
        let amount = at(post);
        Cell { text: shown(read(&amount), cents), direction: None, amount: Some(amount) }
    };
    let difference = |post: &str| {
        let amount = at(post);
        Cell::difference(read(&amount), cents, Some(amount))
    };
    let share = read(&at("begroot"))
        .zip(read(&at("bijdrage_oud")))
        .and_then(|(begroot, oud)| percentage(begroot, oud))
        .map(|share| as_difference(&share));
    vec![
        level("bijdrage_oud"),
        level("bijdrage_nieuw"),
        difference("begroot"),
        Cell { text: share.unwrap_or_else(|| "n.v.t.".into()), direction: None, amount: None },
        difference("verrekening"),
        difference("definitief"),
    ]
}

pub(super) fn shown(euro: Option<Euro>, cents: bool) -> String {
    euro.map_or_else(|| "onbekend".into(), |euro| if cents { centen(euro) } else { heel(euro) })
}

/// With its sign and a no-break space: `− 107.140`, `+ 6.898`, `0`.
pub(super) fn signed(euro: Option<Euro>, cents: bool) -> String {
    let written = shown(euro, cents);
    if euro.is_some() { as_difference(&written) } else { written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_is_turned_keeps_every_cell_under_its_names() {
        let cell = |text: &str, direction| Cell { text: text.to_owned(), direction, amount: None };
        let row = |name: &str, step: &str| {
            let effect = cell(&format!("{step} samen"), Some(Direction::Falls));
            (name.to_owned(), vec![effect, cell(step, None)])
        };
        let table = Table {
            head: ["Wijze", "Samen", "Stap"].map(str::to_owned).to_vec(),
            rows: vec![row("een", "1"), row("twee", "2")],
        };
        assert_eq!([table.has_letters(0), table.has_letters(1)], [true, false]);
        let turned = table.turned("Maat");
        assert_eq!(turned.head, ["Maat", "een", "twee"]);
        let names: Vec<&str> = turned.rows.iter().map(|(name, _)| &**name).collect();
        assert_eq!(names, ["Samen", "Stap"]);
        let texts = |row: usize| turned.rows[row].1.iter().map(|it| &*it.text).collect::<Vec<_>>();
        assert_eq!((texts(0), texts(1)), (vec!["1 samen", "2 samen"], vec!["1", "2"]));
        assert!(turned.has_letters(1), "beside a step stands an effect");
    }
}
