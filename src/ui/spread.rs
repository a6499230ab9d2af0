//! A row or column of a spreadsheet, pasted over the fields of a table of years.

use bijdragewijzer::scenario::Edit;
use bijdragewijzer::scenario::plakken::cellen;
use bijdragewijzer::units::Jaar;
use bijdragewijzer::units::lezen::{Lezing, Veld, Waarde, lees};
use yew::prelude::*;

use super::scene::Scene;
use super::state::Action;

/// The fields from one on.
#[derive(Clone, PartialEq)]
pub(crate) struct Spread {
    /// How many there are.
    pub(crate) room: usize,
    /// Takes their values.
    pub(crate) take: Callback<Vec<Waarde>>,
}

impl Spread {
    /// The fields of the years from one on, which are called `stem-2022`. Each value is a change; together they
    /// are one step. It replaces what they hold, also a text that does not read and so changed nothing.
    pub(crate) fn years(
        scene: &Scene,
        stem: &str,
        years: impl Iterator<Item = Jaar>,
        from: Jaar,
        edit: impl Fn(Jaar, Waarde) -> Edit + 'static,
    ) -> Self {
        let years: Vec<Jaar> = years.filter(|jaar| *jaar >= from).collect();
        let (room, act, stem) = (years.len(), scene.act(), stem.to_owned());
        let take = Callback::from(move |values: Vec<Waarde>| {
            for jaar in years.iter().take(values.len()) {
                act.emit(Action::Mended(format!("{stem}-{jaar}")));
            }
            let edits = years.iter().zip(values).map(|(jaar, waarde)| edit(*jaar, waarde));
            act.emit(Action::Edits(edits.collect()));
        });
        Self { room, take }
    }
}

/// What was pasted.
pub(crate) enum Pasted {
    /// One cell: the browser puts it in the field.
    One,
    /// A value for each field.
    Values(Vec<Waarde>),
    /// More cells that do not fit, as one text that reads as such.
    Unfit(String),
}

/// Reads a pasted text as values for the fields from one on.
pub(crate) fn read(text: &str, veld: Veld, room: usize) -> Pasted {
    let cells: Vec<String> = cellen(text).into_iter().flatten().collect();
    let filled = without_ends(cells.iter().map(|cell| cell.trim()).collect());
    if filled.len() < 2 {
        return Pasted::One;
    }
    let value = |cell: &&str| match lees(cell, &veld) {
        Lezing::Waarde(waarde) => Some(waarde),
        // An empty cell between others would move the years after it.
        _ => None,
    };
    let values: Option<Vec<Waarde>> = filled.iter().map(value).collect();
    match values {
        Some(values) if values.len() <= room => Pasted::Values(values),
        _ => Pasted::Unfit(filled.join("\t")),
    }
}

/// The cells without empty ones before and after them.
fn without_ends(mut cells: Vec<&str>) -> Vec<&str> {
    while cells.last().is_some_and(|cell| cell.is_empty()) {
        cells.pop();
    }
    cells.into_iter().skip_while(|cell| cell.is_empty()).collect()
}
