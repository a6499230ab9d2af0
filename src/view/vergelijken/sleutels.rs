//! The same scenario under every key that is offered.

use super::{Comparison, View, cell, head, legend, with_exclusief};
use crate::formula::Id;
use crate::model::{Uitkomst, bereken};
use crate::publicatie::Verdeelsleutel;
use crate::scenario::{Groep, Scenario};
use crate::units::Euro;
use crate::units::notation::in_sentence;
use crate::view::chart::{Bar, Pictures, Row, rows};
use crate::view::direction::Direction;
use crate::view::table::{Cell, Table};

/// The keys that need nothing typed, and the one that the scenario uses.
pub(super) fn offered<'p>(
    view: View<'p>,
    scenario: &Scenario,
) -> impl Iterator<Item = &'p Verdeelsleutel> {
    let used = scenario.sleutel(Groep::Ophoging).cloned();
    let ready =
        move |key: &&Verdeelsleutel| key.soort.is_complete() || used.as_ref() == Some(&key.id);
    view.publicatie.sleutels.iter().filter(ready)
}

const SIGN: &str =
    "Of u beter of slechter uit bent, hangt af van de sleutel. Vraag welke sleutel geldt.";

/// The same scenario under every key that needs nothing typed, and under its own.
pub fn compare_keys(view: View<'_>, scenario: &Scenario) -> Comparison {
    let used = scenario.sleutel(Groep::Ophoging);
    let keys: Vec<(&Verdeelsleutel, Uitkomst)> = offered(view, scenario)
        .map(|key| (key, bereken(view.publicatie, &scenario.under_key(Id::clone(&key.id)))))
        .collect();
    let rows = keys.iter().map(|(key, uitkomst)| {
        let status = Cell { text: key.status.word().to_owned(), direction: None, amount: None };
        let begroot = view.amount(uitkomst, "begroot", view.jaar);
        (key.naam.clone(), vec![status, cell(begroot), cell(view.total(uitkomst))])
    });
    let table = Table {
        head: head([
            "Sleutel".to_owned(),
            "Herkomst".to_owned(),
            format!("Begroot {}", view.jaar),
            format!("Na verrekening {}", view.period()),
        ]),
        rows: rows.collect(),
    };
    let amounts: Vec<Euro> =
        keys.iter().filter_map(|(_, it)| view.amount(it, "begroot", view.jaar)).collect();
    let (low, high) = (amounts.iter().min().copied(), amounts.iter().max().copied());
    let (low, high) = (low.unwrap_or(Euro::NUL), high.unwrap_or(Euro::NUL));
    // With a key for each group none of these rows is what was chosen.
    let one = Groep::ALL.iter().all(|groep| scenario.sleutel(*groep) == used);
    let mut note =
        format!("{} heeft geen van deze sleutels bevestigd.", view.publicatie.organisatie);
    if !one {
        note.push_str(" Hier geldt één sleutel voor alle posten; u koos sleutels per groep.");
    }
    Comparison {
        title: range(low, high),
        table,
        note: Some(with_exclusief(&note, view.exclusief(keys.iter().map(|(_, it)| it)))),
        warning: (Direction::of(low) != Direction::of(high)).then(|| SIGN.to_owned()),
        pictures: Some(key_pictures(view, &keys, used.filter(|_| one))),
    }
}

fn key_note(key: &Verdeelsleutel, used: Option<&Id>) -> String {
    let chosen = if used == Some(&key.id) { ", gekozen" } else { "" };
    format!("herkomst: {}{chosen}", key.status.word())
}

/// A bar per key; the one that the scenario uses stands out.
fn key_pictures(
    view: View<'_>,
    keys: &[(&Verdeelsleutel, Uitkomst)],
    used: Option<&Id>,
) -> Pictures {
    let drawn: Vec<Row> = keys
        .iter()
        .map(|(key, uitkomst)| Row {
            name: key.naam.clone(),
            note: Some(key_note(key, used)),
            euro: view.amount(uitkomst, "begroot", view.jaar),
            bar: Bar::From(Euro::NUL),
            strong: used == Some(&key.id),
            cents: false,
        })
        .collect();
    let text = "Per sleutel een balk; dezelfde bedragen staan in de tabel.";
    let mut pictures = Pictures::new(text, |size| rows(&drawn, size, false));
    pictures.legend = legend();
    pictures
}

/// "Van € 107.140 lager tot gelijk": what depends on the key.
fn range(low: Euro, high: Euro) -> String {
    let side = |euro: Euro| match Direction::of(euro) {
        Direction::Falls => format!("{} lager", in_sentence(euro)),
        Direction::Rises => format!("{} hoger", in_sentence(euro)),
        Direction::Same => "gelijk".to_owned(),
    };
    if low == high {
        return format!("Onder elke sleutel: {}", side(low));
    }
    format!("De sleutel beslist: van {} tot {}", side(low), side(high))
}
