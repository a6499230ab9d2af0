//! The same scenario under every key that is offered.

use std::rc::Rc;

use super::{Comparison, ONCE_NOTE, Outcome, View, differs, note};
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
const SIGN_OF_ALL: &str = "Of u over alle jaren beter of slechter uit bent, hangt af van de sleutel. Vraag welke sleutel geldt.";
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
    let begroot = keys.iter().map(|it| view.amount(&it.uitkomst, "begroot", view.jaar));
    let begroot = Spread::of(begroot);
    let whole = Spread::of(keys.iter().map(|it| view.whole(&it.uitkomst)));
    let leaves_out = |it: &UnderKey| {
        let begroot = view.term(&it.uitkomst, "begroot", view.jaar);
        begroot.is_some_and(|term| !term.exclusief().is_empty())
    };
    let organisatie = &view.publicatie.organisatie;
    Comparison {
        title: title(begroot, keys.iter().any(leaves_out)),
        table: Table { head, rows },
        note: note([
            Some(format!("{organisatie} heeft geen van deze sleutels bevestigd.")),
            (!one).then(|| {
                "In de andere rijen dan de uwe geldt één sleutel voor alle posten.".to_owned()
            }),
            once.then(|| ONCE_NOTE.to_owned()),
            view.exclusief(keys.iter().map(|it| &*it.uitkomst)),
        ]),
        warning: warning(begroot, whole).map(str::to_owned),
        pictures: Some(key_pictures(view, &keys)),
        outcomes: keys.into_iter().map(|it| Outcome(it.uitkomst)).collect(),
    }
}

/// The lowest and the highest amount under the keys.
#[derive(Clone, Copy)]
struct Spread {
    low: Euro,
    high: Euro,
}

impl Spread {
    /// Nothing where an amount is unknown: it can be lower or higher than all others.
    fn of(amounts: impl Iterator<Item = Option<Euro>>) -> Option<Self> {
        let amounts: Vec<Euro> = amounts.collect::<Option<_>>()?;
        let (low, high) = (amounts.iter().min().copied()?, amounts.iter().max().copied()?);
        Some(Self { low, high })
    }

    fn differs(self) -> bool {
        differs(self.low, self.high)
    }

    fn turns(self) -> bool {
        self.differs()
            && Direction::of(self.low) == Direction::Falls
            && Direction::of(self.high) == Direction::Rises
    }
}

/// Whether someone is better off under one key and worse under another, in the begroting or over all years, or only
/// unchanged under one.
fn warning(begroot: Option<Spread>, whole: Option<Spread>) -> Option<&'static str> {
    if begroot.is_some_and(Spread::turns) {
        return Some(SIGN);
    }
    if whole.is_some_and(Spread::turns) {
        return Some(SIGN_OF_ALL);
    }
    let begroot = begroot.filter(|it| it.differs())?;
    (Direction::of(begroot.low) != Direction::of(begroot.high)).then_some(CHANGE)
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
fn title(begroot: Option<Spread>, left_out: bool) -> String {
    let Some(Spread { low, high }) = begroot else {
        return "Wat de sleutel met uw bijdrage doet, is niet te zeggen".to_owned();
    };
    let known = if left_out { ", voor zover bekend" } else { "" };
    let side = |euro: Euro| match Direction::of(euro) {
        Direction::Falls => format!("{} lager", in_sentence(euro)),
        Direction::Rises => format!("{} hoger", in_sentence(euro)),
        Direction::Same => "gelijk".to_owned(),
    };
    if differs(low, high) {
        return format!("De sleutel beslist{known}: van {} tot {}", side(low), side(high));
    }
    let one = if differs(low, Euro::NUL) { side(low) } else { side(Euro::NUL) };
    format!("Onder elke sleutel{known}: {one}")
}
