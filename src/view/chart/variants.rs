//! What sociaal incasseren comes down to in every year for all deelnemers together, by variant.

use super::{Bar, Fill, Key, Pictures, Row, rows};
use crate::formula::{Id, Naam, Term, Verdeeld};
use crate::model::Uitkomst;
use crate::publicatie::{Publicatie, Regel};
use crate::units::notation::in_sentence;
use crate::units::{Euro, Jaar};
use crate::view::table::{Cell, Table, signed};
use crate::view::{Comparison, Direction, Names};

/// A variant with its amount per year; nothing where all of it is onbekend.
struct Part {
    name: String,
    amounts: Vec<Option<Euro>>,
    /// Whether a post of it is onbekend.
    incomplete: bool,
}

impl Part {
    /// Whether no year has an amount that is known and not nought.
    fn is_nothing(&self) -> bool {
        self.amounts.iter().all(|euro| euro.is_none_or(|euro| euro == Euro::NUL))
    }
}

/// The effect per year by variant; nothing without a chosen variant.
pub fn compare_variants(publicatie: &Publicatie, uitkomst: &Uitkomst) -> Option<Comparison> {
    let parts = parts(publicatie, uitkomst);
    let last = uitkomst.totaal.last()?;
    if parts.is_empty() {
        return None;
    }
    let drawn: Vec<Row> = uitkomst
        .totaal
        .iter()
        .enumerate()
        .map(|(index, year)| Row {
            name: year.jaar.to_string(),
            note: None,
            euro: year.effect.euro(),
            bar: Bar::Stack(stack(&parts, index)),
            strong: false,
            cents: true,
        })
        .collect();
    let text = "Per jaar een gestapelde balk met een deel per variant; dezelfde bedragen staan in de tabel.";
    let mut pictures = Pictures::new(text, |size| rows(&drawn, size, false));
    let legend = parts.iter().enumerate().map(|(place, part)| {
        let note = match (part.incomplete, part.is_nothing()) {
            (true, true) => ", nog onbekend",
            (true, false) => ", deels onbekend",
            (false, _) => "",
        };
        (Key::Fill(Fill::Part(place)), format!("{}{note}", part.name))
    });
    pictures.legend = legend.chain([(Key::Net, "samen".to_owned())]).collect();
    let left_out = uitkomst.totaal.iter().flat_map(|year| year.effect.exclusief());
    let note = Names::new(publicatie).exclusief(left_out);
    Some(Comparison {
        title: title(last.jaar, last.effect.euro(), note.is_some()),
        table: table(uitkomst, &parts),
        note,
        warning: None,
        pictures: Some(pictures),
    })
}

fn stack(parts: &[Part], index: usize) -> Vec<(Fill, Euro)> {
    let parts = parts.iter().enumerate();
    let amount = |(place, part): (usize, &Part)| {
        let euro = part.amounts.get(index).copied().flatten()?;
        (euro != Euro::NUL).then_some((Fill::Part(place), euro))
    };
    parts.filter_map(amount).collect()
}

/// Every chosen variant, and what counts beside them.
fn parts(publicatie: &Publicatie, uitkomst: &Uitkomst) -> Vec<Part> {
    let chosen = |id: &Id| uitkomst.varianten.iter().any(|year| year.variant == *id);
    let variants = publicatie.varianten.iter().filter(|variant| chosen(&variant.id));
    let variants = variants.map(|variant| part(uitkomst, &variant.naam, &variant.regels));
    let loose = part(uitkomst, "Los van een variant", &publicatie.regels);
    let loose = Some(loose).filter(|part| part.incomplete || !part.is_nothing());
    variants.chain(loose).collect()
}

fn part(uitkomst: &Uitkomst, name: &str, regels: &[Regel]) -> Part {
    let years = uitkomst.jaren.iter().map(|jaar| amount(uitkomst, *jaar, regels));
    let years: Vec<Term<Verdeeld>> = years.collect();
    let incomplete = years.iter().any(|term| !term.exclusief().is_empty());
    // A total without any known part is no amount; without any part at all it is nothing.
    let known = |term: Term<Verdeeld>| match term.euro() {
        Some(Euro::NUL) if !term.exclusief().is_empty() => None,
        euro => euro,
    };
    let amounts = years.into_iter().map(known).collect();
    Part { name: name.to_owned(), amounts, incomplete }
}

/// What these regels do to the effect of a year, as the core adds it up.
fn amount(uitkomst: &Uitkomst, jaar: Jaar, regels: &[Regel]) -> Term<Verdeeld> {
    let own = |id: &Id| {
        let plain = id.strip_suffix("_begroot").unwrap_or(id);
        regels.iter().any(|regel| *regel.id == *plain || regel.id == *id)
    };
    let posts = uitkomst.posten.iter().filter(|post| own(&post.id));
    let in_year = posts.flat_map(|post| post.bedragen.iter().filter(|(of, _)| *of == jaar));
    let effect = uitkomst.jaar(jaar).map(|year| &year.effect);
    let counted = in_year
        .map(|(_, term)| term)
        .filter(|term| effect.is_some_and(|effect| effect.contains(term)));
    Term::totaal(Naam::new("effect", jaar), counted.cloned())
}

fn table(uitkomst: &Uitkomst, parts: &[Part]) -> Table {
    let cell = |euro: Option<Euro>| Cell {
        text: signed(euro, true),
        direction: euro.map(Direction::of),
        amount: None,
    };
    let rows = uitkomst.totaal.iter().enumerate().map(|(index, year)| {
        let cells = parts.iter().map(|part| part.amounts.get(index).copied().flatten());
        let cells = cells.chain([year.effect.euro()]).map(cell);
        (year.jaar.to_string(), cells.collect())
    });
    let names = parts.iter().map(|part| part.name.clone());
    let head = std::iter::once("Jaar".to_owned()).chain(names).chain(["Samen".to_owned()]);
    Table { head: head.collect(), rows: rows.collect() }
}

fn title(jaar: Jaar, euro: Option<Euro>, incomplete: bool) -> String {
    let known = if incomplete { "voor zover bekend " } else { "" };
    match euro.map(|euro| (Direction::of(euro), in_sentence(euro))) {
        Some((Direction::Rises, amount)) => {
            format!("Sociaal incasseren kost samen {known}{amount} in {jaar}")
        }
        Some((Direction::Falls, amount)) => {
            format!("Sociaal incasseren levert samen {known}{amount} op in {jaar}")
        }
        Some((Direction::Same, _)) => {
            format!("Sociaal incasseren kost samen {known}niets in {jaar}")
        }
        None => format!("Wat sociaal incasseren kost in {jaar}, is onbekend"),
    }
}
