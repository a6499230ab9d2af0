//! A JSON document as it stands: order and duplicate fields are kept, numbers are kept as text.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

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
    let text = std::str::from_utf8(bytes).map_err(|_| Melding::new(Code::Encoding, "$", []))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let seed = TreeSeed::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let tree =
        seed.deserialize(&mut deserializer).and_then(|tree| deserializer.end().map(|()| tree));
    tree.map_err(|error| {
        let column = signs(text, error.line(), error.column());
        seed.melding(error.line(), column, error.is_eof())
    })
}

/// A column in signs, as an editor counts them, of one in bytes.
fn signs(text: &str, line: usize, bytes: usize) -> usize {
    let line = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    line.char_indices().take_while(|(at, _)| *at < bytes).count()
}

/// Reads a tree from any source of the serde data model, within the limits of size and depth.
#[derive(Default)]
pub struct TreeSeed {
    left: Budget,
    depth: usize,
}

struct Budget {
    bytes: Cell<usize>,
    fault: Cell<Option<Code>>,
}

impl Default for Budget {
    fn default() -> Self {
        Self { bytes: Cell::new(MAX_BYTES), fault: Cell::new(None) }
    }
}

impl TreeSeed {
    /// The melding for a source that could not be read.
    pub fn melding(&self, line: usize, column: usize, cut_short: bool) -> Melding {
        match self.left.fault.get() {
            Some(code) => Melding::new(code, "$", []),
            None => {
                let what = if cut_short { "afgekapt" } else { "leesbaar" };
                Melding::new(
                    Code::NoJson,
                    "$",
                    [line.to_string(), column.to_string(), what.to_owned()],
                )
            }
        }
    }
}

impl<'de> DeserializeSeed<'de> for &TreeSeed {
    type Value = Tree;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        Node { left: &self.left, depth: self.depth }.deserialize(deserializer)
    }
}

#[derive(Clone, Copy)]
struct Node<'b> {
    left: &'b Budget,
    depth: usize,
}

impl Node<'_> {
    fn fault<E: Error>(self, code: Code) -> E {
        self.left.fault.set(Some(code));
        E::custom(code)
    }

    fn spend<E: Error>(self, bytes: usize) -> Result<(), E> {
        match self.left.bytes.get().checked_sub(bytes) {
            Some(left) => {
                self.left.bytes.set(left);
                Ok(())
            }
            None => Err(self.fault(Code::TooLarge)),
        }
    }

    fn deeper<E: Error>(self) -> Result<Self, E> {
        if self.depth >= MAX_DEPTH {
            return Err(self.fault(Code::TooDeep));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Tree;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        self.spend(1)?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Whole(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(i64::try_from(value).map_or_else(|_| Tree::Other(value.to_string()), Tree::Whole))
    }

    #[expect(
        clippy::disallowed_types,
        reason = "serde hands over a number with a fraction as f64; it becomes text"
    )]
    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Other(value.to_string()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Tree, E> {
        self.spend(value.len())?;
        Ok(Tree::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let node = self.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(node)? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let node = self.deeper()?;
        let mut fields = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            self.spend(name.len())?;
            fields.push((name, map.next_value_seed(node)?));
        }
        Ok(Tree::Object(fields))
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
