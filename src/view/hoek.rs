//! The lowest and highest of an amount in words: how far it goes, and with which values.

use super::table::{Cell, Table};
use super::{AmountRef, Band, Names};
use crate::formula::{Leaf, Term, Verdeeld};
use crate::model::{JaarTotaal, Uitkomst};
use crate::units::notation::{MINUS, NO_BREAK_SPACE, enumerated, in_sentence, waarde};
use crate::units::unit::Bedrag;
use crate::units::{Breuk, Eenheid, Euro, Jaar, in_order};
use crate::vragen::{Banden, Grens, Hoek, Hoekpunten, Kant, kolommen};

/// How many values are listed; the others are counted.
const MOST_PARTS: usize = 3;

/// Low, middle and high of the years of a deelnemer.
#[derive(Clone, Debug, Default)]
pub struct Margins {
    begroot: Vec<Option<Hoekpunten>>,
    definitief: Vec<Option<Hoekpunten>>,
}

impl Margins {
    /// Those of na verrekening, and of the begroting too where they are asked for.
    pub fn new(uitkomst: &Uitkomst, deelnemer: usize, banden: Banden, begroot: bool) -> Self {
        let of = |read: fn(&JaarTotaal) -> &Term<Verdeeld>| {
            let years = uitkomst.totaal.iter();
            let terms: Vec<_> = years.map(|year| read(year).share(deelnemer)).collect();
            // A total of which nothing is known has nought as its corners.
            let known = |(found, term): (Option<Hoekpunten>, &Term<Bedrag>)| {
                found.filter(|_| term.known().is_some())
            };
            kolommen(&terms, banden).into_iter().zip(&terms).map(known).collect()
        };
        let definitief = of(|year| &year.definitief);
        let begroot = if begroot { of(|year| &year.begroot) } else { Vec::new() };
        Self { begroot, definitief }
    }

    /// The band of the picture; nothing where no year has one.
    pub fn band(&self, banden: Banden) -> Option<Band> {
        let ends =
            self.definitief.iter().map(|it| it.as_ref().map(|it| (it.laag.bedrag, it.hoog.bedrag)));
        let ends: Vec<(Euro, Euro)> = ends.collect::<Option<_>>()?;
        let exact = self.definitief.iter().flatten().all(Hoekpunten::exact);
        let word = if exact { "laagst tot hoogst na verrekening" } else { "hoogstens tussen" };
        let kind = match banden {
            Banden::ZonderAannamen => "banden uit de bronnen",
            Banden::MetAannamen => "ook banden van aannamen",
        };
        let moves = ends.iter().any(|(laag, hoog)| laag < hoog);
        moves.then(|| Band { ends, name: format!("{word} ({kind})") })
    }

    /// The columns laag, midden and hoog of both, year by year.
    pub fn table(&self, uitkomst: &Uitkomst, deelnemer: usize, cents: bool) -> Table {
        let rows = uitkomst.jaren.iter().enumerate().map(|(index, jaar)| {
            let cells = [("begroot", &self.begroot), ("definitief", &self.definitief)];
            let cells = cells.into_iter().flat_map(|(post, column)| {
                let found = column.get(index).and_then(Option::as_ref);
                let amount = AmountRef::new(post, *jaar, deelnemer);
                columns(found, amount, cents)
            });
            (jaar.to_string(), cells.collect())
        });
        let names = ["Begroot", "Na verrekening"];
        let names = names
            .iter()
            .flat_map(|name| ["laag", "midden", "hoog"].map(|it| format!("{name}, {it}")));
        let head = std::iter::once("Jaar".to_owned()).chain(names).collect();
        Table { head, rows: rows.collect() }
    }

    /// The corner of an amount of the table in words.
    pub fn lines(&self, uitkomst: &Uitkomst, amount: &AmountRef, names: Names<'_>) -> Vec<String> {
        let column = match &*amount.post {
            "begroot" => &self.begroot,
            "definitief" => &self.definitief,
            _ => return Vec::new(),
        };
        let index = uitkomst.jaren.iter().position(|jaar| *jaar == amount.jaar);
        let found = index.and_then(|index| column.get(index)?.as_ref());
        found.map(|it| hoek_lines(it, names)).unwrap_or_default()
    }
}

/// The amount itself opens its herleiding; its ends are told with it.
fn columns(found: Option<&Hoekpunten>, amount: AmountRef, cents: bool) -> [Cell; 3] {
    let cell = |euro: Option<Euro>, before: &str, amount: Option<AmountRef>| {
        let cell = Cell::difference(euro, cents, amount);
        Cell { text: format!("{before}{}", cell.text), ..cell }
    };
    let end = |grens: Option<&Grens>, word: &str| {
        let bound = grens.is_some_and(|grens| !grens.exact);
        cell(grens.map(|grens| grens.bedrag), if bound { word } else { "" }, None)
    };
    [
        end(found.map(|it| &it.laag), "niet lager dan "),
        cell(found.map(|it| it.midden), "", Some(amount)),
        end(found.map(|it| &it.hoog), "hoogstens "),
    ]
}

/// One sentence for the lowest, one for the highest, and one for what they leave out.
pub fn hoek_lines(hoekpunten: &Hoekpunten, names: Names<'_>) -> Vec<String> {
    let (laag, hoog) = (&hoekpunten.laag, &hoekpunten.hoog);
    let mut lines = if hoekpunten.exact() && laag.hoek.is_empty() && hoog.hoek.is_empty() {
        vec!["Dit bedrag hangt niet af van een waarde met een band.".to_owned()]
    } else {
        vec![line(laag, Kant::Laag, names), line(hoog, Kant::Hoog, names)]
    };
    if !hoekpunten.exclusief.is_empty() {
        let list: Vec<String> = hoekpunten.exclusief.iter().map(|id| names.of(id)).collect();
        lines.push(format!("Exclusief nog onbekend: {}.", list.join("; ")));
    }
    lines
}

/// "Laagst − € 163.529, met: “Begrote invorderbaten voortaan” in 2022 op het hoogst (€ 6.200.000)."
fn line(grens: &Grens, kant: Kant, names: Names<'_>) -> String {
    let euro = signed(grens.bedrag);
    if !grens.exact {
        return match kant {
            Kant::Laag => format!("Niet lager dan {euro}; het kan zijn dat het zo laag niet komt."),
            Kant::Hoog => format!("Hoogstens {euro}; het kan zijn dat het zo hoog niet komt."),
        };
    }
    let word = match kant {
        Kant::Laag => "Laagst",
        Kant::Hoog => "Hoogst",
    };
    let groups = groups(&grens.hoek);
    if groups.is_empty() {
        return format!("{word} {euro}, met de waarden van dit scenario.");
    }
    let mut parts: Vec<String> =
        groups.iter().take(MOST_PARTS).map(|group| group.words(names)).collect();
    match groups.len().saturating_sub(MOST_PARTS) {
        0 => {}
        1 => parts.push("nog een andere waarde".to_owned()),
        more => parts.push(format!("nog {more} andere waarden")),
    }
    format!("{word} {euro}, met: {}.", parts.join("; "))
}

/// A parameter at one end, in one or more years.
struct Group<'h> {
    leaf: &'h Leaf,
    kant: Kant,
    jaren: Vec<Jaar>,
    /// Its value there; nothing where it differs from year to year.
    waarde: Option<Breuk>,
}

/// What moves from where it stands, in the order of the corner; years of one parameter together.
fn groups(hoek: &[Hoek]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for hoek in hoek.iter().filter(|hoek| !hoek.is_midden()) {
        let leaf = &*hoek.leaf;
        let together = |group: &&mut Group<'_>| {
            group.leaf.id == leaf.id
                && group.kant == hoek.kant
                && group.leaf.deelnemer == leaf.deelnemer
                && !group.jaren.is_empty()
                && leaf.jaar.is_some()
        };
        match groups.iter_mut().find(together) {
            Some(group) => {
                group.jaren.extend(leaf.jaar);
                group.waarde = group.waarde.filter(|waarde| Some(*waarde) == hoek.waarde());
            }
            None => groups.push(Group {
                leaf,
                kant: hoek.kant,
                jaren: leaf.jaar.into_iter().collect(),
                waarde: hoek.waarde(),
            }),
        }
    }
    groups
}

impl Group<'_> {
    fn words(&self, names: Names<'_>) -> String {
        let name = names.leaf(&Leaf { jaar: None, ..self.leaf.clone() });
        let end = match self.kant {
            Kant::Laag => "op het laagst",
            Kant::Hoog => "op het hoogst",
        };
        let value = self
            .waarde
            .map(|value| format!(" ({})", shown(value, self.leaf.eenheid)))
            .unwrap_or_default();
        format!("“{name}”{} {end}{value}", years(&self.jaren))
    }
}

/// " in 2022", " in 2022 en 2024", " in 2021 tot en met 2025".
fn years(jaren: &[Jaar]) -> String {
    let jaren = in_order(jaren.iter().copied(), |jaar| *jaar);
    let in_a_row = jaren.windows(2).all(|pair| matches!(pair, [a, b] if a.plus(1) == *b));
    match jaren.as_slice() {
        [] => String::new(),
        [first, .., last] if in_a_row && jaren.len() > 2 => {
            format!(" in {first} tot en met {last}")
        }
        jaren => {
            let texts: Vec<String> = jaren.iter().map(Jaar::to_string).collect();
            format!(" in {}", enumerated(&texts))
        }
    }
}

fn shown(value: Breuk, eenheid: Eenheid) -> String {
    let text = waarde(value, eenheid);
    match eenheid {
        Eenheid::Euro => format!("€{NO_BREAK_SPACE}{}", text.strip_suffix(",00").unwrap_or(&text)),
        Eenheid::Aantal | Eenheid::Aandeel => text,
    }
}

/// In whole euros with its sign: an amount that falls is the lowest.
fn signed(euro: Euro) -> String {
    let amount = in_sentence(euro);
    if euro.cents() < 0 { format!("{MINUS}{NO_BREAK_SPACE}{amount}") } else { amount }
}
