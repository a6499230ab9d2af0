//! A strict walk over a tree. Each question answers with a value or reports a melding at the path; the
//! walk goes on, so that all faults come out at once.

use std::collections::BTreeSet;
use std::fmt;

use rust_decimal::Decimal;

use super::{Shape, Tree};
use crate::formula::Id;
use crate::melding::{Code, Melding, Meldingen};
use crate::units::{Breuk, Eenheid, Euro, Jaar};

/// Where in the document: shown as a JSON path, `$.bijdragen[3].bedrag`.
#[derive(Clone, Copy, Debug)]
pub struct Pad<'a> {
    parent: Option<&'a Pad<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Item(usize),
}

impl<'a> Pad<'a> {
    /// The whole document.
    pub const ROOT: Self = Self { parent: None, step: Step::Root };

    /// A field below it.
    pub fn field(&'a self, name: &'a str) -> Self {
        Self { parent: Some(self), step: Step::Field(name) }
    }

    /// An item of the list it stands for.
    pub fn item(&'a self, index: usize) -> Self {
        Self { parent: Some(self), step: Step::Item(index) }
    }
}

impl fmt::Display for Pad<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parent.iter().try_for_each(|parent| parent.fmt(f))?;
        let plain = |name: &str| {
            !name.is_empty() && name.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_')
        };
        match self.step {
            Step::Root => f.write_str("$"),
            Step::Field(name) if plain(name) => write!(f, ".{name}"),
            Step::Field(name) => write!(f, "[{name:?}]"),
            Step::Item(index) => write!(f, "[{index}]"),
        }
    }
}

/// The largest amount of a document, in euros.
const MAX_AMOUNT: i64 = 10_000_000_000;

/// The largest count of a document.
const MAX_COUNT: i64 = 100_000_000;

/// The longest text of a document, in characters, unless its place says otherwise.
pub(crate) const MAX_TEXT: usize = 2_000;

/// Collects meldingen while a tree is walked.
#[derive(Debug, Default)]
pub struct Reader {
    /// What was found so far.
    pub meldingen: Meldingen,
}

/// The fields of an object whose shape has been checked.
#[derive(Clone, Copy, Debug)]
pub struct Object<'t> {
    fields: &'t [(String, Tree)],
}

impl<'t> Object<'t> {
    /// The field's value, where it is there.
    pub fn get(&self, name: &str) -> Option<&'t Tree> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, tree)| tree)
    }
}

impl Reader {
    /// Reports a melding.
    pub fn report(
        &mut self,
        code: Code,
        pad: &Pad<'_>,
        gegevens: impl IntoIterator<Item = String>,
    ) {
        self.meldingen.add(code, || Melding::new(code, pad, gegevens));
    }

    /// Whether something refuses.
    pub fn refuses(&self) -> bool {
        self.meldingen.refuses()
    }

    fn wrong_type<T>(&mut self, pad: &Pad<'_>, allowed: &str, tree: &Tree) -> Option<T> {
        self.report(Code::WrongType, pad, [allowed.to_owned(), tree.type_word().to_owned()]);
        None
    }

    /// An object of this shape; reports unknown, duplicate and missing fields.
    pub fn object<'t>(
        &mut self,
        tree: &'t Tree,
        pad: &Pad<'_>,
        shape: &Shape,
    ) -> Option<Object<'t>> {
        let Tree::Object(fields) = tree else { return self.wrong_type(pad, "object", tree) };
        let mut earlier = BTreeSet::new();
        for (name, _) in fields {
            if !earlier.insert(name) {
                self.report(Code::DuplicateField, &pad.field(name), [shown(name)]);
            } else if !shape.fields.iter().any(|field| field.name == name) {
                let allowed: Vec<&str> = shape.fields.iter().map(|field| field.name).collect();
                self.report(
                    Code::UnknownField,
                    &pad.field(name),
                    [shown(name), allowed.join(", ")],
                );
            }
        }
        for field in shape.fields.iter().filter(|field| field.required) {
            if !fields.iter().any(|(name, _)| name == field.name) {
                self.report(Code::MissingField, &pad.field(field.name), [field.name.to_owned()]);
            }
        }
        Some(Object { fields })
    }

    /// What a field of an object says, where it is there.
    pub fn field<T>(
        &mut self,
        object: &Object<'_>,
        pad: &Pad<'_>,
        name: &str,
        read: impl FnOnce(&mut Self, &Tree, &Pad<'_>) -> Option<T>,
    ) -> Option<T> {
        object.get(name).and_then(|tree| read(self, tree, &pad.field(name)))
    }

    /// The items of a list of at most `max`.
    pub fn list<'t>(&mut self, tree: &'t Tree, pad: &Pad<'_>, max: usize) -> &'t [Tree] {
        match tree {
            Tree::List(items) if items.len() <= max => items,
            Tree::List(items) => {
                self.report(Code::TooMany, pad, [max.to_string(), items.len().to_string()]);
                &[]
            }
            _ => {
                self.wrong_type::<()>(pad, "lijst", tree);
                &[]
            }
        }
    }

    /// A text of one to `max` characters without control characters.
    pub fn text<'t>(&mut self, tree: &'t Tree, pad: &Pad<'_>, max: usize) -> Option<&'t str> {
        let Tree::Text(text) = tree else { return self.wrong_type(pad, "tekst", tree) };
        let fits = !text.trim().is_empty() && text.chars().count() <= max;
        if !fits || text.chars().any(char::is_control) {
            self.report(Code::BadText, pad, [max.to_string()]);
            return None;
        }
        Some(text)
    }

    /// `true` or `false`.
    pub fn bool(&mut self, tree: &Tree, pad: &Pad<'_>) -> Option<bool> {
        let Tree::Bool(value) = tree else { return self.wrong_type(pad, "true of false", tree) };
        Some(*value)
    }

    /// An id: lower case letters, digits, `-` and `_`, at most 60.
    pub fn id(&mut self, tree: &Tree, pad: &Pad<'_>) -> Option<Id> {
        let Tree::Text(text) = tree else { return self.wrong_type(pad, "tekst", tree) };
        let plain = |sign: char| {
            sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '-' | '_')
        };
        if text.is_empty() || text.len() > 60 || !text.chars().all(plain) {
            self.report(Code::BadId, pad, [shown(text)]);
            return None;
        }
        Some(text.as_str().into())
    }

    /// One of the words.
    pub fn word<'w>(&mut self, tree: &Tree, pad: &Pad<'_>, words: &[&'w str]) -> Option<&'w str> {
        let Tree::Text(text) = tree else { return self.wrong_type(pad, "tekst", tree) };
        let found = words.iter().find(|word| *word == text).copied();
        if found.is_none() {
            self.report(Code::NotAllowed, pad, [words.join(", "), shown(text)]);
        }
        found
    }

    /// A whole number between `min` and `max`.
    pub fn whole(&mut self, tree: &Tree, pad: &Pad<'_>, min: i64, max: i64) -> Option<i64> {
        let Tree::Whole(value) = tree else { return self.wrong_type(pad, "geheel getal", tree) };
        if *value < min || *value > max {
            self.report(
                Code::OutOfBounds,
                pad,
                [min.to_string(), max.to_string(), value.to_string()],
            );
            return None;
        }
        Some(*value)
    }

    /// A year, whichever.
    pub fn jaar(&mut self, tree: &Tree, pad: &Pad<'_>) -> Option<Jaar> {
        self.whole(tree, pad, i64::from(Jaar::FIRST), i64::from(Jaar::LAST)).and_then(Jaar::new)
    }

    /// A number as text, `-?\d+(\.\d+)?`, with so many decimals and between these limits.
    fn bounded(
        &mut self,
        tree: &Tree,
        pad: &Pad<'_>,
        decimals: u32,
        min: i64,
        max: i64,
    ) -> Option<Decimal> {
        let Tree::Text(text) = tree else { return self.wrong_type(pad, "getal als tekst", tree) };
        let digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let (sign, unsigned) =
            text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        if !digits(whole) || !digits(fraction) {
            self.report(Code::NoNumber, pad, [shown(text)]);
            return None;
        }
        let (whole, fraction) = (trimmed(whole), fraction.trim_end_matches('0'));
        // More digits than any limit has are outside it; they would not fit a decimal either.
        let outside =
            |decimal: &Decimal| *decimal < Decimal::from(min) || *decimal > Decimal::from(max);
        let decimal = (whole.len() <= 20 && fraction.len() <= 8)
            .then(|| format!("{sign}{whole}.{fraction}"))
            .and_then(|text| text.trim_end_matches('.').parse::<Decimal>().ok())
            .map(|decimal| decimal.normalize());
        if whole.len() <= 20 && decimal.is_none_or(|decimal| decimal.scale() > decimals) {
            self.report(Code::TooManyDecimals, pad, [decimals.to_string(), shown(text)]);
            return None;
        }
        if decimal.as_ref().is_none_or(outside) {
            let gegevens = [min.to_string(), max.to_string(), shown(text)];
            self.report(Code::OutOfBounds, pad, gegevens);
            return None;
        }
        decimal
    }

    /// An amount of at most 10^10 euros, two decimals.
    pub fn euro(&mut self, tree: &Tree, pad: &Pad<'_>) -> Option<Euro> {
        self.bounded(tree, pad, 2, -MAX_AMOUNT, MAX_AMOUNT).and_then(Euro::from_decimal)
    }

    /// An amount that cannot be negative.
    pub fn euro_from_zero(&mut self, tree: &Tree, pad: &Pad<'_>) -> Option<Euro> {
        self.bounded(tree, pad, 2, 0, MAX_AMOUNT).and_then(Euro::from_decimal)
    }

    /// A whole count of at most 10^8.
    pub fn aantal(&mut self, tree: &Tree, pad: &Pad<'_>) -> Option<Decimal> {
        self.bounded(tree, pad, 0, 0, MAX_COUNT)
    }

    /// A share between 0 and 1, four decimals.
    pub fn aandeel(&mut self, tree: &Tree, pad: &Pad<'_>) -> Option<Decimal> {
        self.bounded(tree, pad, 4, 0, 1)
    }

    /// A weight of at most 10^10, two decimals, not negative.
    pub fn gewicht(&mut self, tree: &Tree, pad: &Pad<'_>) -> Option<Euro> {
        self.euro_from_zero(tree, pad)
    }

    /// A yearly index between −1 and 1, four decimals.
    pub fn index(&mut self, tree: &Tree, pad: &Pad<'_>) -> Option<Decimal> {
        self.bounded(tree, pad, 4, -1, 1)
    }

    /// A value in this unit.
    pub fn value(&mut self, tree: &Tree, pad: &Pad<'_>, eenheid: Eenheid) -> Option<Breuk> {
        match eenheid {
            Eenheid::Euro => self.euro(tree, pad).map(Euro::breuk),
            Eenheid::Aantal => self.aantal(tree, pad).map(Breuk::from_decimal),
            Eenheid::Aandeel => self.aandeel(tree, pad).map(Breuk::from_decimal),
        }
    }
}

fn trimmed(whole: &str) -> &str {
    let trimmed = whole.trim_start_matches('0');
    if trimmed.is_empty() { "0" } else { trimmed }
}

/// What was found, cut to a length that fits a sentence, without signs that could disturb it.
pub(crate) fn shown(text: &str) -> String {
    let cut: String = text.chars().take(40).collect();
    let mut out = undisturbing(&cut);
    if text.chars().nth(40).is_some() {
        out.push('…');
    }
    out
}

/// The same in full: for a name that someone is to recognise.
pub(crate) fn undisturbing(text: &str) -> String {
    text.chars().map(|sign| if harmless(sign) { sign } else { '\u{fffd}' }).collect()
}

/// Control characters and those that change the direction of text are replaced where a document's own
/// words come back in a melding.
fn harmless(sign: char) -> bool {
    !sign.is_control()
        && !matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euro(text: &str) -> Result<Option<Euro>, Vec<Code>> {
        let mut reader = Reader::default();
        let euro = reader.euro(&Tree::from(text), &Pad::ROOT);
        let codes: Vec<Code> = reader.meldingen.iter().map(|melding| melding.code).collect();
        if codes.is_empty() { Ok(euro) } else { Err(codes) }
    }

    #[test]
    fn amounts_are_read_exactly_or_refused() {
        for (text, cents) in [
            ("-0", 0),
            ("0.5", 50),
            ("007.10", 710),
            ("-107139.58", -10_713_958),
            ("1.50000000000000000000000000000000000000", 150),
        ] {
            assert_eq!(euro(text), Ok(Some(Euro::from_cents(cents))), "{text}");
        }
        let long = "1".repeat(256);
        for (text, code) in [
            ("", Code::NoNumber),
            ("1,5", Code::NoNumber),
            ("7.9e27", Code::NoNumber),
            ("1e99999", Code::NoNumber),
            ("NaN", Code::NoNumber),
            ("Infinity", Code::NoNumber),
            ("+1", Code::NoNumber),
            (".5", Code::NoNumber),
            ("79228162514264337593543950336", Code::OutOfBounds),
            (&long, Code::OutOfBounds),
            ("999999999999.99", Code::OutOfBounds),
            ("10000000000.01", Code::OutOfBounds),
            ("0.001", Code::TooManyDecimals),
            ("0.1234567890123456789012345678901234567890", Code::TooManyDecimals),
        ] {
            assert_eq!(euro(text), Err(vec![code]), "{text}");
        }
    }

    #[test]
    fn a_path_names_fields_and_items() {
        let root = Pad::ROOT;
        let list = root.field("bijdragen");
        let item = list.item(3);
        assert_eq!(item.field("bedrag").to_string(), "$.bijdragen[3].bedrag");
        assert_eq!(root.field("a b").to_string(), "$[\"a b\"]");
    }

    #[test]
    fn what_is_shown_back_cannot_disturb_the_sentence() {
        assert_eq!(shown("a\u{202e}b\n"), "a\u{fffd}b\u{fffd}");
        assert_eq!(shown(&"x".repeat(50)).chars().count(), 41);
    }
}
