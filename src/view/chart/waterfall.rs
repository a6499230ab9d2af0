//! From nothing to the difference of a year: every post of a deelnemer, first of the begroting, then settled.

use super::{Bar, Fill, Key, Pictures, Row, rows};
use crate::formula::{Deel, Term};
use crate::model::{OPHOGING, Uitkomst};
use crate::units::Euro;
use crate::units::notation::{NO_BREAK_SPACE, in_sentence};
use crate::units::unit::Bedrag;
use crate::view::answer::raming;
use crate::view::letters::lower_first;
use crate::view::table::{Cell, Table};
use crate::view::vergelijken::note;
use crate::view::{AmountRef, Comparison, Direction, Names, View};

/// A bar with what it is of.
struct Step {
    row: Row,
    deel: Deel,
    amount: AmountRef,
}

/// The steps to the difference of the answer year; nothing for a year outside the horizon.
pub fn waterfall(view: View<'_>, uitkomst: &Uitkomst) -> Option<Comparison> {
    let names = Names::new(view.publicatie);
    let totaal = uitkomst.jaar(view.jaar)?;
    let mut steps: Vec<Step> = Vec::new();
    let mut so_far = Euro::NUL;
    for deel in Deel::ALL {
        let before = steps.len();
        for (post, euro) in posts(view, uitkomst, deel) {
            let amount = AmountRef::new(post, view.jaar, view.deelnemer).in_deel(deel);
            let row = bar(name(&names, uitkomst, view, post), euro, so_far);
            steps.push(Step { row, deel, amount });
            so_far = so_far + euro.unwrap_or(Euro::NUL);
        }
        let (post, term) = match deel {
            Deel::Begroot => ("begroot", &totaal.begroot),
            Deel::Verrekening if steps.len() == before => continue,
            Deel::Verrekening => ("definitief", &totaal.definitief),
        };
        let euro = term.known_share(view.deelnemer);
        let row = Row { strong: true, ..bar(names.of(post), euro, Euro::NUL) };
        let amount = AmountRef::new(post, view.jaar, view.deelnemer);
        steps.push(Step { row, deel, amount });
    }
    let [begroot, definitief] =
        [&totaal.begroot, &totaal.definitief].map(|term| term.share(view.deelnemer));
    let left_out = names.exclusief_of(begroot.exclusief(), definitief.exclusief());
    let zero = format!("Posten van €{NO_BREAK_SPACE}0 staan er niet bij.");
    let (title, cause) = conclusion(view, &definitief, &steps);
    let drawn = drawn(&steps);
    Some(Comparison {
        title,
        table: table(view, steps),
        note: note([cause, Some(zero), left_out]),
        warning: None,
        pictures: Some(pictures(&drawn)),
        outcomes: Vec::new(),
    })
}

/// What a post is called; baten that are estimated lower have a name of their own.
fn name(names: &Names<'_>, uitkomst: &Uitkomst, view: View<'_>, post: &str) -> String {
    match post {
        OPHOGING => raming(uitkomst, view.jaar).to_owned(),
        _ => names.of(post),
    }
}

fn bar(name: String, euro: Option<Euro>, from: Euro) -> Row {
    Row { name, note: None, euro, bar: Bar::From(from), strong: false, cents: true }
}

/// The posts of a part in the year, with what the deelnemer has in them; those of nought aside.
fn posts<'u>(
    view: View<'u>,
    uitkomst: &'u Uitkomst,
    deel: Deel,
) -> impl Iterator<Item = (&'u str, Option<Euro>)> {
    let posts = uitkomst.posten.iter().filter(move |post| post.deel == deel);
    posts.filter_map(move |post| {
        let (_, term) = post.bedragen.iter().find(|(jaar, _)| *jaar == view.jaar)?;
        let euro = term.share_euro(view.deelnemer);
        (euro != Some(Euro::NUL)).then_some((&*post.id, euro))
    })
}

/// The bars, with a heading above what is settled.
fn drawn(steps: &[Step]) -> Vec<Row> {
    let settled = steps.iter().position(|step| step.deel == Deel::Verrekening);
    let mut rows: Vec<Row> = steps.iter().map(|step| step.row.clone()).collect();
    if let Some(settled) = settled {
        rows.insert(settled, Row::heading("Daarna in de jaarrekening:"));
    }
    rows
}

fn pictures(drawn: &[Row]) -> Pictures {
    let text = "Balken van boven naar beneden, elk begint waar de vorige eindigt; dezelfde bedragen staan in de tabel.";
    let mut pictures = Pictures::new(text, |size| rows(drawn, size, true));
    pictures.legend = vec![
        (Key::Fill(Fill::Voordeel), "V, verlaagt uw bijdrage".to_owned()),
        (Key::Fill(Fill::Nadeel), "N, verhoogt uw bijdrage".to_owned()),
    ];
    pictures
}

fn table(view: View<'_>, steps: Vec<Step>) -> Table {
    let rows = steps.into_iter().map(|step| {
        let cell = Cell::difference(step.row.euro, true, Some(step.amount));
        let settled = step.deel == Deel::Verrekening && !step.row.strong;
        let note = if settled { ", in de jaarrekening" } else { "" };
        (format!("{}{note}", step.row.name), vec![cell])
    });
    let head = vec!["Stap".to_owned(), format!("Bedrag in {}", view.jaar)];
    Table { head, rows: rows.collect() }
}

/// What each post comes to, budgeted and settled together: what is budgeted and comes back has done nothing.
fn nets(steps: &[Step]) -> Vec<(&str, Euro)> {
    let mut nets: Vec<(&str, &str, Euro)> = Vec::new();
    for step in steps.iter().filter(|step| !step.row.strong) {
        let Some(euro) = step.row.euro else { continue };
        match nets.iter_mut().find(|(post, ..)| *post == &*step.amount.post) {
            Some((.., net)) => *net = *net + euro,
            None => nets.push((&step.amount.post, &step.row.name, euro)),
        }
    }
    nets.into_iter().map(|(_, name, net)| (name, net)).collect()
}

/// What becomes of the bijdrage as far as is known, and what does most to it.
fn conclusion(
    view: View<'_>,
    definitief: &Term<Bedrag>,
    steps: &[Step],
) -> (String, Option<String>) {
    let (jaar, euro) = (view.jaar, definitief.known());
    let complete = definitief.exclusief().is_empty();
    let known = if complete { "" } else { ", voor zover bekend," };
    let so_far = known.trim_end_matches(',');
    let direction = euro.map(Direction::of);
    let nets = nets(steps);
    let moves = direction.filter(|direction| *direction != Direction::Same);
    let same = nets.iter().filter(|(_, net)| Some(Direction::of(*net)) == moves);
    let largest = same.max_by_key(|(_, net)| net.abs());
    let title = match (euro, direction, largest) {
        (Some(euro), Some(direction), Some(_)) => {
            let (verb, amount) = (direction.verb(), in_sentence(euro));
            format!("Na verrekening {verb} uw bijdrage {jaar}{known} met {amount}")
        }
        (None, ..) => format!("Wat uw bijdrage {jaar} na verrekening wordt, is onbekend"),
        _ if steps.iter().any(|step| !step.row.strong && step.row.euro.is_some()) => {
            format!("In {jaar} heffen de posten elkaar voor u op{so_far}")
        }
        _ => format!("In {jaar} verandert er voor u niets{so_far}"),
    };
    let cause = largest.map(|(name, _)| format!("Dat komt vooral door “{}”.", lower_first(name)));
    (title, cause)
}
