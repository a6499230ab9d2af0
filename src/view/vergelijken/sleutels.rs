//! The same scenario under every key that is offered.

use std::rc::Rc;

use super::{Comparison, ONCE_NOTE, Outcome, View, note};
use crate::formula::{Id, Status};
use crate::model::{Uitkomst, bereken};
use crate::publicatie::Verdeelsleutel;
use crate::scenario::{Groep, Scenario};
use crate::units::Euro;
use crate::units::notation::in_sentence;
use crate::view::chart::{Bar, Fill, Key, Pictures, Row, rows};
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
const CHANGE: &str =
    "Of uw bijdrage verandert, en hoeveel, hangt af van de sleutel. Vraag welke sleutel geldt.";

/// A row: the scenario under one key for all posts, or under its own keys per group.
struct UnderKey {
    name: String,
    herkomst: &'static str,
    uitkomst: Rc<Uitkomst>,
    /// Whether this is what the user chose.
    chosen: bool,
}

/// The same scenario under every key that needs nothing typed, and under its own.
pub fn compare_keys(view: View<'_>, scenario: &Scenario) -> Comparison {
    let used = scenario.sleutel(Groep::Ophoging);
    let one = Groep::ALL.iter().all(|groep| scenario.sleutel(*groep) == used);
    let under = offered(view, scenario).map(|key| UnderKey {
        name: key.naam.clone(),
        herkomst: key.status.word(),
        uitkomst: Rc::new(bereken(view.publicatie, &scenario.under_key(Id::clone(&key.id)))),
        chosen: one && used == Some(&key.id),
    });
    // With a key for each group none of these is what was chosen.
    let own = (!one).then(|| UnderKey {
        name: "Uw sleutels per groep".to_owned(),
        herkomst: Status::Eigen.word(),
        uitkomst: Rc::new(bereken(view.publicatie, scenario)),
        chosen: true,
    });
    let keys: Vec<UnderKey> = under.chain(own).collect();
    let once = view.keeps_once(keys.iter().map(|it| &*it.uitkomst));
    let rows = keys.iter().map(|it| {
        let herkomst = Cell { text: it.herkomst.to_owned(), direction: None, amount: None };
        let begroot = view.cell(&it.uitkomst, "begroot", view.jaar);
        let whole = view.whole_cells(&it.uitkomst, once);
        (it.name.clone(), [herkomst, begroot].into_iter().chain(whole).collect())
    });
    let rows = rows.collect();
    let mut head =
        vec!["Sleutel".to_owned(), "Herkomst".to_owned(), format!("Begroot {}", view.jaar)];
    head.extend(view.whole_head(once, ""));
    let amounts = keys.iter().filter_map(|it| view.amount(&it.uitkomst, "begroot", view.jaar));
    let amounts: Vec<Euro> = amounts.collect();
    let (low, high) = (amounts.iter().min().copied(), amounts.iter().max().copied());
    let (low, high) = (low.unwrap_or(Euro::NUL), high.unwrap_or(Euro::NUL));
    let organisatie = &view.publicatie.organisatie;
    Comparison {
        title: range(low, high),
        table: Table { head, rows },
        note: note([
            Some(format!("{organisatie} heeft geen van deze sleutels bevestigd.")),
            (!one).then(|| {
                "In de andere rijen dan de uwe geldt één sleutel voor alle posten.".to_owned()
            }),
            once.then(|| ONCE_NOTE.to_owned()),
            view.exclusief(keys.iter().map(|it| &*it.uitkomst)),
        ]),
        warning: warning(low, high).map(str::to_owned),
        pictures: Some(key_pictures(view, &keys)),
        outcomes: keys.into_iter().map(|it| Outcome(it.uitkomst)).collect(),
    }
}

/// Whether someone is better off under one key and worse under another, or only unchanged under one.
fn warning(low: Euro, high: Euro) -> Option<&'static str> {
    match (Direction::of(low), Direction::of(high)) {
        (Direction::Falls, Direction::Rises) => Some(SIGN),
        (low, high) if low != high => Some(CHANGE),
        _ => None,
    }
}

/// A bar per key; the one that the scenario uses stands out.
fn key_pictures(view: View<'_>, keys: &[UnderKey]) -> Pictures {
    let drawn = keys.iter().map(|it| Row {
        name: it.name.clone(),
        note: Some(format!(
            "herkomst: {}{}",
            it.herkomst,
            if it.chosen { ", gekozen" } else { "" }
        )),
        euro: view.amount(&it.uitkomst, "begroot", view.jaar),
        bar: Bar::From(Euro::NUL),
        strong: it.chosen,
        cents: false,
    });
    let drawn: Vec<Row> = drawn.collect();
    let text = "Per sleutel een balk; dezelfde bedragen staan in de tabel.";
    let mut pictures = Pictures::new(text, |size| rows(&drawn, size, false));
    pictures.legend = vec![
        (Key::Fill(Fill::Voordeel), "V, lagere bijdrage".to_owned()),
        (Key::Fill(Fill::Nadeel), "N, hogere bijdrage".to_owned()),
    ];
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
