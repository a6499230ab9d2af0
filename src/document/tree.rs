//! A JSON document as it stands: order and duplicate fields are kept, numbers are kept as text.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use super::{MAX_BYTES, MAX_DEPTH};
use crate::melding::{Code, Melding};

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number. Anything else is no number of ours and stands as [`Tree::Other`].
    Whole(i64),
    /// A number with a fraction or outside the whole numbers, as its text.
    Other(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// An object, its fields in the order of the document, duplicates included.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// The word for its type, in Dutch.
    pub const fn type_word(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "waar of onwaar",
            Self::Whole(_) | Self::Other(_) => "getal",
            Self::Text(_) => "tekst",
            Self::List(_) => "lijst",
            Self::Object(_) => "object",
        }
    }

    /// The first field with this name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter().find(|(field, _)| field == name).map(|(_, tree)| tree)
    }

    /// The tree as compact JSON.
    pub fn to_json(&self) -> String {
        // Writing a tree of texts, whole numbers and lists cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The tree as JSON that people read, two spaces a level, with a final newline.
    pub fn to_readable_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// Reads JSON text in UTF-8; a leading byte order mark is skipped.
///
/// # Errors
/// One melding: no UTF-8, too large, too deep, or not JSON with line and column.
pub fn parse(bytes: &[u8]) -> Result<Tree, Melding> {
    if bytes.len() > MAX_BYTES {
        return Err(Melding::new(Code::TooLarge, "$", []));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| not_utf8(bytes))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value = text.trim_start_matches([' ', '\t', '\r', '\n']);
    tree(value, 0).map_err(|fault| fault.melding(text))
}

/// A text in another encoding, or no text at all: only a picture, a workbook or an archive has bytes of zero.
fn not_utf8(bytes: &[u8]) -> Melding {
    let other = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let no_text = bytes.contains(&0) && !other;
    Melding::new(Code::Encoding, "$", no_text.then(|| "geen tekst".to_owned()))
}

/// Why a text is no tree.
enum Fault<'t> {
    /// This part of it is no JSON.
    NoJson(&'t str, serde_json::Error),
    TooDeep,
}

impl Fault<'_> {
    fn melding(&self, text: &str) -> Melding {
        let Self::NoJson(part, error) = self else { return Melding::new(Code::TooDeep, "$", []) };
        // The part is a piece of the text, so the distance of their first bytes is its place.
        let start = part.as_ptr().addr().saturating_sub(text.as_ptr().addr());
        let before = text.get(..start).unwrap_or_default();
        let line = before.matches('\n').count() + error.line();
        let indent = before.rsplit('\n').next().map_or(0, str::len);
        let column = error.column() + if error.line() > 1 { 0 } else { indent };
        let column = signs(text, line, column);
        let what = if error.is_eof() { "afgekapt" } else { "leesbaar" };
        Melding::new(Code::NoJson, "$", [line.to_string(), column.to_string(), what.to_owned()])
    }
}

/// A column in signs, as an editor counts them, of one in bytes.
fn signs(text: &str, line: usize, bytes: usize) -> usize {
    let line = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    line.char_indices().take_while(|(at, _)| *at < bytes).count()
}

fn json<'t, T: Deserialize<'t>>(part: &'t str) -> Result<T, Fault<'t>> {
    serde_json::from_str(part).map_err(|error| {
        // What skips over a text finds a sign that may not stand in it, but points before it.
        let exact = serde_json::from_str::<Value>(part).err();
        Fault::NoJson(part, exact.unwrap_or(error))
    })
}

/// The tree of one value, which begins with its first sign. A list and an object are first read as the texts of
/// what is in them, so that a number is looked at as text and passes through no other kind of number.
fn tree<'t>(value: &'t str, depth: usize) -> Result<Tree, Fault<'t>> {
    let is_within = value.starts_with(['[', '{']);
    if is_within && depth >= MAX_DEPTH {
        return Err(Fault::TooDeep);
    }
    let inside = |value: &'t RawValue| tree(value.get(), depth + 1);
    match value.as_bytes().first() {
        Some(b'{') => {
            let Fields(fields) = json(value)?;
            let fields = fields.into_iter().map(|(name, value)| Ok((name, inside(value)?)));
            Ok(Tree::Object(fields.collect::<Result<_, _>>()?))
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = json(value)?;
            Ok(Tree::List(items.into_iter().map(inside).collect::<Result<_, _>>()?))
        }
        _ => Ok(match json::<Value>(value)? {
            Value::Null => Tree::Null,
            Value::Bool(known) => Tree::Bool(known),
            Value::String(text) => Tree::Text(text),
            Value::Number(number) if let Some(whole) = number.as_i64() => Tree::Whole(whole),
            _ => Tree::Other(value.trim_end().to_owned()),
        }),
    }
}

/// The fields of an object, duplicates included, each value as its text.
struct Fields<'t>(Vec<(String, &'t RawValue)>);

impl<'t> Deserialize<'t> for Fields<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OfObject)
    }
}

struct OfObject;

impl<'t> Visitor<'t> for OfObject {
    type Value = Fields<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Fields<'t>, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Whole(value) => serializer.serialize_i64(*value),
            Self::Other(text) | Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| list.serialize_element(item))?;
                list.end()
            }
            Self::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                fields.iter().try_for_each(|(name, tree)| map.serialize_entry(name, tree))?;
                map.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_duplicates_are_kept() {
        let text = r#"{"b":"1","a":[true,null,-3],"b":{}}"#;
        assert_eq!(parse(text.as_bytes()).unwrap().to_json(), text);
    }

    #[test]
    fn the_limits_have_a_melding_each() {
        let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(deep(MAX_DEPTH).as_bytes()).is_ok());
        for (bytes, code) in [
            (deep(MAX_DEPTH + 1).into_bytes(), Code::TooDeep),
            (deep(10_000).into_bytes(), Code::TooDeep),
            (vec![b' '; MAX_BYTES + 1], Code::TooLarge),
            (b"\xff\xfe{".to_vec(), Code::Encoding),
            (b"{'a':1}".to_vec(), Code::NoJson),
            (b"[1e400]".to_vec(), Code::NoJson),
            (b"\"\\ud800\"".to_vec(), Code::NoJson),
        ] {
            assert_eq!(parse(&bytes).unwrap_err().code, code);
        }
    }

    #[test]
    fn a_fault_in_the_text_has_its_line_and_column() {
        let melding = parse(b"{\n  \"versie\": 1,\n}").unwrap_err();
        assert_eq!(melding.gegevens, ["3", "1", "leesbaar"]);
        assert_eq!(parse(b"{\"versie\":").unwrap_err().gegevens[2], "afgekapt");
        let melding = parse("{\"naam\": \"Súdwest\",}".as_bytes()).unwrap_err();
        assert_eq!(melding.gegevens, ["1", "20", "leesbaar"]);
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert_eq!(parse("\u{feff}{}".as_bytes()).unwrap(), Tree::Object(vec![]));
    }
}
