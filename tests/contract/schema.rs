//! The JSON Schemas as trees, and a judge of structure: fields, types, words. Patterns and conditions are for
//! the independent validator.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use bijdragewijzer::document::{Tree, parse};

pub(crate) const FILES: [&str; 4] = ["scenario", "vergelijking", "publicatie", "uitkomst"];

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn tree(text: &str) -> Tree {
    parse(text.as_bytes()).unwrap_or_else(|melding| panic!("{melding:?} in {text:.200}"))
}

pub(crate) fn fields(tree: Option<&Tree>) -> &[(String, Tree)] {
    match tree {
        Some(Tree::Object(fields)) => fields,
        _ => &[],
    }
}

pub(crate) fn items(tree: Option<&Tree>) -> &[Tree] {
    match tree {
        Some(Tree::List(items)) => items,
        _ => &[],
    }
}

pub(crate) fn word(tree: Option<&Tree>) -> &str {
    match tree {
        Some(Tree::Text(text)) => text,
        _ => "",
    }
}

pub(crate) fn words(tree: Option<&Tree>) -> Vec<&str> {
    items(tree).iter().map(|item| word(Some(item))).collect()
}

/// All schemas, by name.
pub(crate) struct Schemas(BTreeMap<&'static str, Tree>);

impl Schemas {
    pub(crate) fn read() -> Self {
        let file = |name| (name, tree(&read(format!("www/schema/{name}.schema.json"))));
        Self(FILES.into_iter().map(file).collect())
    }

    /// The schema itself, or one of its definitions.
    pub(crate) fn find(&self, file: &str, name: &str) -> &Tree {
        let whole = &self.0[file];
        if name == file {
            return whole;
        }
        let definition = whole.get("$defs").and_then(|defs| defs.get(name));
        definition.unwrap_or_else(|| panic!("{file}.schema.json has no {name}"))
    }

    /// Every object in a file: the whole and its definitions.
    pub(crate) fn objects(&self, file: &'static str) -> Vec<(&str, &Tree)> {
        let whole = &self.0[file];
        let defs = fields(whole.get("$defs")).iter().map(|(name, it)| (name.as_str(), it));
        let objects = defs.filter(|(_, it)| it.get("properties").is_some());
        std::iter::once((file, whole)).chain(objects).collect()
    }

    /// What a reference points at: the file, the name, and the definition.
    fn resolve<'s>(&'s self, file: &str, reference: &'s str) -> (&'s str, &'s str, &'s Tree) {
        let (other, name) = reference.split_once('#').unwrap_or((reference, ""));
        let file = FILES
            .into_iter()
            .find(|known| {
                other.strip_suffix(".schema.json") == Some(known)
                    || (other.is_empty() && *known == file)
            })
            .unwrap_or_else(|| panic!("{reference} in {file}"));
        let name = name.strip_prefix("/$defs/").unwrap_or(file);
        (file, name, self.find(file, name))
    }
}

/// How often each object and each of its fields was seen in documents.
#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) objects: BTreeMap<String, usize>,
    pub(crate) fields: BTreeMap<(String, String), usize>,
    pub(crate) faults: Vec<String>,
}

/// Walks a document along its schema, and writes down what was seen and what does not fit.
pub(crate) fn walk(schemas: &Schemas, file: &str, document: &Tree, seen: &mut Seen) {
    Walk { schemas, seen }.value(file, file, schemas.find(file, file), document, "$");
}

struct Walk<'s, 'd> {
    schemas: &'s Schemas,
    seen: &'d mut Seen,
}

impl Walk<'_, '_> {
    fn value(&mut self, file: &str, name: &str, schema: &Tree, value: &Tree, pad: &str) {
        if let Some(Tree::Text(reference)) = schema.get("$ref") {
            let (file, name, schema) = self.schemas.resolve(file, reference);
            return self.value(file, name, schema, value, pad);
        }
        let fits = match (word(schema.get("type")), value) {
            ("object", Tree::Object(_))
            | ("array", Tree::List(_))
            | ("string", Tree::Text(_))
            | ("integer", Tree::Whole(_))
            | ("boolean", Tree::Bool(_)) => true,
            ("", value) => {
                let one = schema.get("const").into_iter();
                one.chain(items(schema.get("enum"))).any(|allowed| allowed == value)
            }
            _ => false,
        };
        if !fits {
            self.seen.faults.push(format!("{pad}: {value:?} is no {name}"));
        }
        for (index, item) in items(Some(value)).iter().enumerate() {
            let of = schema.get("items").unwrap_or_else(|| panic!("{name} has no items"));
            self.value(file, name, of, item, &format!("{pad}[{index}]"));
        }
        if let Tree::Object(found) = value {
            self.object(file, name, schema, found, pad);
        }
    }

    fn object(
        &mut self,
        file: &str,
        name: &str,
        schema: &Tree,
        found: &[(String, Tree)],
        pad: &str,
    ) {
        *self.seen.objects.entry(name.to_owned()).or_default() += 1;
        for required in words(schema.get("required")) {
            if !found.iter().any(|(field, _)| field == required) {
                self.seen.faults.push(format!("{pad}: {required} is absent"));
            }
        }
        for (field, value) in found {
            let pad = format!("{pad}.{field}");
            let known = schema.get("properties").and_then(|it| it.get(field));
            match known.or_else(|| schema.get("additionalProperties")) {
                Some(schema @ Tree::Object(_)) => {
                    *self.seen.fields.entry((name.to_owned(), field.clone())).or_default() += 1;
                    self.value(file, field, schema, value, &pad);
                }
                _ => self.seen.faults.push(format!("{pad} is unknown to {name}")),
            }
        }
    }
}
