//! A table that was pasted, and what it says as a row of amounts per deelnemer: a proposal, row by row.
//! Nothing is applied here, and nothing is left out without a word.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::formula::Id;
use crate::publicatie::Publicatie;
use crate::units::Euro;
use crate::units::lezen::{Fout, Lezing, Veld, Waarde, lees};

/// The cells of a pasted text: tabs between them as from a spreadsheet, or semicolons as in a CSV file.
pub fn cellen(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let between = ['\t', ';'].into_iter().find(|sign| text.contains(*sign));
    // A quote that is never closed is an ordinary sign.
    split(text, between, true).or_else(|| split(text, between, false)).unwrap_or_default()
}

fn split(text: &str, between: Option<char>, quotes: bool) -> Option<Vec<Vec<String>>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut inside, mut fresh) = (false, true);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if inside && signs.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if inside => inside = false,
            _ if inside => cell.push(sign),
            '"' if quotes && fresh => (inside, fresh) = (true, false),
            '\r' | '\n' => {
                if sign == '\r' {
                    signs.next_if_eq(&'\n');
                }
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
                fresh = true;
            }
            _ if Some(sign) == between => {
                row.push(std::mem::take(&mut cell));
                fresh = true;
            }
            _ => {
                cell.push(sign);
                fresh = false;
            }
        }
    }
    if inside {
        return None;
    }
    if !row.is_empty() || !fresh {
        row.push(cell);
        rows.push(row);
    }
    Some(rows)
}

/// What a pasted table says, row by row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plaksel {
    /// Every row in order, with its number counted from 1.
    pub regels: Vec<(usize, PlakRegel)>,
    /// The columns with amounts: their place and heading. More than one, and none chosen: ask.
    pub kolommen: Vec<(usize, String)>,
    /// The column that was read; nothing while it must be asked.
    pub kolom: Option<usize>,
    /// The deelnemers that no row gives an amount.
    pub ontbreekt: Vec<Id>,
}

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlakRegel {
    /// The heading.
    Kop,
    /// Nothing in any cell.
    Leeg,
    /// A total, with its amount where that can be read. It is not a deelnemer.
    Totaal(Option<Decimal>),
    /// A deelnemer and its amount.
    Gevonden(Id, Decimal),
    /// A name that no deelnemer has.
    Onbekend(String),
    /// A name that more than one deelnemer has.
    Meerduidig(String),
    /// A deelnemer that more than one row names.
    Dubbel(Id),
    /// A deelnemer without an amount.
    ZonderBedrag(Id),
    /// A deelnemer whose amount can be read in two ways.
    Vraag(Id, [Waarde; 2]),
    /// A deelnemer whose amount cannot be read.
    Onleesbaar(Id, Fout),
}

impl PlakRegel {
    /// Whether someone has to say first what is meant: the row is about a deelnemer and gives no one amount.
    pub const fn is_unclear(&self) -> bool {
        matches!(
            self,
            Self::Vraag(..) | Self::Onleesbaar(..) | Self::Dubbel(_) | Self::Meerduidig(_)
        )
    }

    const fn deelnemer(&self) -> Option<&Id> {
        match self {
            Self::Gevonden(id, _)
            | Self::Dubbel(id)
            | Self::ZonderBedrag(id)
            | Self::Vraag(id, _)
            | Self::Onleesbaar(id, _) => Some(id),
            _ => None,
        }
    }
}

impl Plaksel {
    /// The deelnemers that were found, with their amounts.
    pub fn gevonden(&self) -> impl Iterator<Item = (&Id, Euro)> {
        self.regels.iter().filter_map(|(_, regel)| match regel {
            PlakRegel::Gevonden(id, bedrag) => Some((id, Euro::from_decimal(*bedrag)?)),
            _ => None,
        })
    }

    /// What the amounts that were found add up to: what a total row is compared with.
    pub fn som(&self) -> Euro {
        self.gevonden().map(|(_, bedrag)| bedrag).sum()
    }
}

/// Reads a pasted text as a row of amounts per deelnemer. `kolom` is the column of the amounts, where a
/// person has chosen one.
pub fn plaksel(publicatie: &Publicatie, text: &str, veld: &Veld, kolom: Option<usize>) -> Plaksel {
    let mut rows = cellen(text);
    if rows.iter().all(|row| row.iter().filter(|cell| !blank(cell)).count() <= 1) {
        rows = rows.iter().map(|row| name_and_amount(&row.concat())).collect();
    }
    let namen = Namen::new(publicatie);
    let name = name_column(&rows, &namen);
    let kolommen = amount_columns(&rows, &namen, name, veld);
    let kolom = kolom.or(match &*kolommen {
        [] => Some(name + 1),
        [(only, _)] => Some(*only),
        _ => None,
    });
    let mut regels: Vec<(usize, PlakRegel)> = Vec::new();
    if let Some(kolom) = kolom {
        let mut first = true;
        for (index, row) in rows.iter().enumerate() {
            let regel = read_row(publicatie, &namen, row, (name, kolom), first, veld);
            first &= regel == PlakRegel::Leeg;
            regels.push((index + 1, regel));
        }
        mark_doubles(&mut regels);
    }
    let found: Vec<&Id> = regels.iter().filter_map(|(_, regel)| regel.deelnemer()).collect();
    let ontbreekt = publicatie.deelnemers.iter().map(|deelnemer| &deelnemer.id);
    let ontbreekt = ontbreekt.filter(|id| !found.contains(id)).cloned().collect();
    Plaksel { regels, kolommen, kolom, ontbreekt }
}

fn read_row(
    publicatie: &Publicatie,
    namen: &Namen,
    row: &[String],
    (name, kolom): (usize, usize),
    first: bool,
    veld: &Veld,
) -> PlakRegel {
    if row.iter().all(|cell| blank(cell)) {
        return PlakRegel::Leeg;
    }
    let naam = row.get(name).map_or("", |cell| cell.trim());
    let lezing = row.get(kolom).map_or(Lezing::Leeg, |cell| lees(cell, veld));
    let id = match namen.find(naam) {
        Some(Some(index)) => {
            publicatie.deelnemers.get(index).map(|deelnemer| Id::clone(&deelnemer.id))
        }
        Some(None) => return PlakRegel::Meerduidig(naam.to_owned()),
        None => None,
    };
    let Some(id) = id else {
        let words = words(naam);
        let amount = matches!(lezing, Lezing::Waarde(_)).then_some(lezing);
        return match words.first().map(String::as_str) {
            Some(word) if TOTAL.contains(&word) => PlakRegel::Totaal(match amount {
                Some(Lezing::Waarde(waarde)) => Some(waarde.getal),
                _ => None,
            }),
            Some(word) if first && (amount.is_none() || is_heading(word, words.len())) => {
                PlakRegel::Kop
            }
            None if first && amount.is_none() => PlakRegel::Kop,
            _ => PlakRegel::Onbekend(naam.to_owned()),
        };
    };
    match lezing {
        Lezing::Leeg => PlakRegel::ZonderBedrag(id),
        Lezing::Waarde(waarde) => PlakRegel::Gevonden(id, waarde.getal),
        Lezing::Vraag(readings) => PlakRegel::Vraag(id, readings),
        Lezing::Onleesbaar(fout) => PlakRegel::Onleesbaar(id, fout),
    }
}

/// With what a total row begins.
const TOTAL: [&str; 6] = ["totaal", "totalen", "subtotaal", "eindtotaal", "som", "samen"];

/// Whether a heading begins like this. `Gemeente` alone is one, `Gemeente Heerenveen` is not.
fn is_heading(word: &str, words: usize) -> bool {
    ["deelnemer", "deelnemers", "naam"].contains(&word)
        || (words == 1 && ["gemeente", "waterschap", "organisatie"].contains(&word))
}

/// Which of two rows for one deelnemer is meant is not for us to say.
fn mark_doubles(regels: &mut [(usize, PlakRegel)]) {
    let mut times: BTreeMap<Id, usize> = BTreeMap::new();
    for id in regels.iter().filter_map(|(_, regel)| regel.deelnemer()) {
        *times.entry(Id::clone(id)).or_default() += 1;
    }
    for (_, regel) in regels {
        if let Some(id) =
            regel.deelnemer().filter(|id| times.get(*id).is_some_and(|times| *times > 1))
        {
            *regel = PlakRegel::Dubbel(Id::clone(id));
        }
    }
}

/// The first column in which a deelnemer stands.
fn name_column(rows: &[Vec<String>], namen: &Namen) -> usize {
    let places =
        rows.iter().filter_map(|row| row.iter().position(|cell| namen.find(cell).is_some()));
    places.min().unwrap_or(0)
}

/// The columns in which a deelnemer has a number, with what stands above them.
fn amount_columns(
    rows: &[Vec<String>],
    namen: &Namen,
    name: usize,
    veld: &Veld,
) -> Vec<(usize, String)> {
    let mut kolommen: BTreeMap<usize, String> = BTreeMap::new();
    let heading = rows.iter().find(|row| row.iter().any(|cell| !blank(cell)));
    for row in
        rows.iter().filter(|row| row.get(name).is_some_and(|cell| namen.find(cell).is_some()))
    {
        for (index, cell) in row.iter().enumerate().filter(|(index, _)| *index != name) {
            if !kolommen.contains_key(&index)
                && matches!(lees(cell, veld), Lezing::Waarde(_) | Lezing::Vraag(_))
            {
                let above = heading.and_then(|row| row.get(index)).map_or("", |cell| cell.trim());
                kolommen.insert(index, above.to_owned());
            }
        }
    }
    kolommen.into_iter().collect()
}

/// A line of a memo or PDF, in which only a space or comma stands between name and amount.
fn name_and_amount(line: &str) -> Vec<String> {
    let mut before = 'x';
    let begins = line.char_indices().find(|(_, sign)| {
        let apart = before.is_whitespace() || before == ',';
        before = *sign;
        apart && (sign.is_ascii_digit() || matches!(sign, '€' | '(' | '-' | '\u{2212}'))
    });
    let (name, amount) = line.split_at(begins.map_or(line.len(), |(at, _)| at));
    vec![name.to_owned(), amount.to_owned()]
}

fn blank(cell: &str) -> bool {
    cell.chars().all(char::is_whitespace)
}

/// The deelnemers by name, without regard to case, accents and what kind of body they are.
struct Namen {
    /// By their whole names; nothing where two have the same.
    whole: BTreeMap<String, Option<usize>>,
    /// By their names without the kind of body.
    short: BTreeMap<String, Option<usize>>,
    /// What a member of each block is called.
    kinds: Vec<String>,
    /// The place of each deelnemer's kind among them.
    kind: Vec<Option<usize>>,
}

impl Namen {
    fn new(publicatie: &Publicatie) -> Self {
        let kinds: Vec<String> =
            publicatie.blokken.iter().map(|blok| words(&blok.enkelvoud).join(" ")).collect();
        let place = |id: &Id| publicatie.blokken.iter().position(|blok| blok.id == *id);
        let kind = publicatie.deelnemers.iter().map(|deelnemer| place(&deelnemer.blok)).collect();
        let mut namen = Self { whole: BTreeMap::new(), short: BTreeMap::new(), kinds, kind };
        for (index, deelnemer) in publicatie.deelnemers.iter().enumerate() {
            let words = words(&deelnemer.naam);
            let once = |entry: &mut Option<usize>| *entry = None;
            let short = namen.short_key(&words);
            namen.whole.entry(words.join(" ")).and_modify(once).or_insert(Some(index));
            namen.short.entry(short).and_modify(once).or_insert(Some(index));
        }
        namen
    }

    /// Its place; the inner nothing says that more than one has this name.
    fn find(&self, naam: &str) -> Option<Option<usize>> {
        let words = words(naam);
        if words.is_empty() {
            return None;
        }
        if let Some(found) = self.whole.get(&words.join(" ")) {
            return Some(*found);
        }
        let found = *self.short.get(&self.short_key(&words))?;
        let other_kind = |index: usize| {
            let own = self.kind.get(index).copied().flatten();
            let said = self.kinds.iter().position(|kind| words.contains(kind));
            said.is_some() && said != own
        };
        if found.is_some_and(other_kind) { None } else { Some(found) }
    }

    /// The words without those for a kind of body; all of them where nothing else is left.
    fn short_key(&self, words: &[String]) -> String {
        let is_kind = |word: &&String| KINDS.contains(&&***word) || self.kinds.contains(word);
        let rest: Vec<&str> =
            words.iter().filter(|word| !is_kind(word)).map(String::as_str).collect();
        if rest.is_empty() { words.join(" ") } else { rest.join(" ") }
    }
}

/// What bodies call themselves before their names.
const KINDS: [&str; 5] = ["gemeente", "gem", "waterschap", "hoogheemraadschap", "wetterskip"];

/// The words of a name in lower case, without accents, hyphens and points.
fn words(naam: &str) -> Vec<String> {
    let mut plain = String::new();
    for sign in naam.chars() {
        match sign {
            'à'..='å' | 'À'..='Å' => plain.push('a'),
            'ç' | 'Ç' => plain.push('c'),
            'è'..='ë' | 'È'..='Ë' => plain.push('e'),
            'ì'..='ï' | 'Ì'..='Ï' => plain.push('i'),
            'ñ' | 'Ñ' => plain.push('n'),
            'ò'..='ö' | 'Ò'..='Ö' => plain.push('o'),
            'ù'..='ü' | 'Ù'..='Ü' => plain.push('u'),
            'ý' | 'ÿ' | 'Ý' => plain.push('y'),
            'ĳ' | 'Ĳ' => plain.push_str("ij"),
            '&' => plain.push_str(" en "),
            // Accents on their own, apostrophes, and what nobody sees.
            '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' | '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            _ if sign.is_ascii_alphanumeric() => plain.push(sign.to_ascii_lowercase()),
            _ if sign.is_ascii() || sign.is_whitespace() => plain.push(' '),
            '\u{2010}'..='\u{2014}' => plain.push(' '),
            _ => plain.push(sign),
        }
    }
    plain.split_whitespace().map(str::to_owned).collect()
}
