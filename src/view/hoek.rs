//! The lowest and highest of an amount in words: how far it goes, and with which values.

use super::Names;
use crate::formula::Leaf;
use crate::units::notation::{MINUS, NO_BREAK_SPACE, in_sentence, waarde};
use crate::units::{Breuk, Eenheid, Euro, Jaar};
use crate::vragen::{Grens, Hoek, Hoekpunten, Kant};

/// How many values a sentence names; the others are counted.
const MOST_PARTS: usize = 3;

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

/// "Laagst − € 163.529, met “Begrote invorderbaten voortaan” in 2022 op het hoogst (€ 6.200.000)."
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
    format!("{word} {euro}, met {}.", join(&parts))
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
    let mut jaren = jaren.to_vec();
    jaren.sort_unstable();
    let in_a_row = jaren.windows(2).all(|pair| matches!(pair, [a, b] if a.plus(1) == *b));
    match jaren.as_slice() {
        [] => String::new(),
        [first, .., last] if in_a_row && jaren.len() > 2 => {
            format!(" in {first} tot en met {last}")
        }
        jaren => {
            let texts: Vec<String> = jaren.iter().map(Jaar::to_string).collect();
            format!(" in {}", join(&texts))
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

fn join(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} en {last}", before.join(", ")),
    }
}
