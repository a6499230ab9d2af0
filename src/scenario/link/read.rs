//! The items of a link to the document that a file would hold; the reader of documents judges it.

use super::{AND, SEPARATOR, text};
use crate::document::{Tree, shown, texts};
use crate::melding::{Code, Melding, Meldingen};
use crate::scenario::Groep;

type Fields = Vec<(String, Tree)>;

/// The document of a vergelijking; adds what of the items does not read.
pub(super) fn vergelijking<'i>(
    items: impl Iterator<Item = &'i str>,
    publicatie: &str,
    meldingen: &mut Meldingen,
) -> Tree {
    let mut done: Vec<Tree> = Vec::new();
    let mut fields = empty();
    let mut bovenaan: Option<Tree> = None;
    for item in items {
        let (key, rest) = item.split_once(SEPARATOR).unwrap_or((item, ""));
        let parts: Vec<&str> =
            if key == item { Vec::new() } else { rest.split(SEPARATOR).collect() };
        let read = match (key, parts.as_slice()) {
            (AND, []) => {
                done.push(Tree::Object(std::mem::replace(&mut fields, empty())));
                Ok(())
            }
            ("bovenaan", [place]) if bovenaan.is_none() => {
                bovenaan = Some(whole(place));
                Ok(())
            }
            _ => read_item(&mut fields, key, &parts, publicatie),
        };
        if let Err(code) = read {
            let pad = || format!("$.scenarios[{}]", done.len());
            meldingen.add(code, || Melding::new(code, pad(), [shown(item)]));
        }
    }
    done.push(Tree::Object(fields));
    let mut root = empty();
    root.push(("scenarios".to_owned(), Tree::List(done)));
    root.extend(bovenaan.map(|place| ("bovenaan".to_owned(), place)));
    Tree::Object(root)
}

fn empty() -> Fields {
    vec![("versie".to_owned(), Tree::Whole(1))]
}

/// Adds what an item says to a scenario.
fn read_item(fields: &mut Fields, key: &str, parts: &[&str], publicatie: &str) -> Result<(), Code> {
    match (key, parts) {
        ("publicatie", []) => put(fields, "publicatie", publicatie.into()),
        ("publicatie", [id]) => put(fields, "publicatie", (*id).into()),
        ("n", [name]) => put(fields, "naam", text::decode(name).ok_or(Code::LinkPart)?.into()),
        ("u", [id]) => put(fields, "uitgangspunt", (*id).into()),
        ("d", [id]) => put(fields, "deelnemer", (*id).into()),
        ("varianten", ids) => put(fields, "varianten", texts(ids)),
        ("uitrol", [variant]) => {
            list(fields, "uitrol")?.push(of_variant(variant));
            Ok(())
        }
        ("inzet" | "omvang", [variant, rest @ ..]) => {
            let entries = entries(rest).ok_or(Code::LinkPart)?;
            let values = entries.into_iter().map(|entry| entry.value(amount_or_share));
            uitrol(fields, variant, key, Tree::List(values.collect()))
        }
        ("start", [variant, jaar]) => uitrol(fields, variant, key, whole(jaar)),
        ("k", [keuze, optie]) => {
            // Any name, so the reader looks for those that stand there twice.
            object(fields, "keuzes")?.push(((*keuze).to_owned(), (*optie).into()));
            Ok(())
        }
        ("w", [wijze]) => put(object(fields, "financiering")?, "wijze", (*wijze).into()),
        ("reservering" | "incidenteel", [bedrag]) => {
            put(object(fields, "financiering")?, key, number(bedrag))
        }
        ("vertraging", [years]) => put(object(fields, "financiering")?, key, whole(years)),
        ("vrijgave", rest) => amounts(fields, "vrijgave", &[], rest),
        ("s", [id]) => put(object(fields, "sleutel")?, "alle", (*id).into()),
        ("s", [groep, id]) if Groep::ALL.iter().any(|known| known.word() == *groep) => {
            put(object(fields, "sleutel")?, groep, (*id).into())
        }
        ("blokken", rest) => weights(object(fields, "sleutel")?, key, "blok", rest),
        ("gewichten", rest) => weights(object(fields, "sleutel")?, key, "deelnemer", rest),
        ("p", [id, rest @ ..]) => parameter(fields, id, rest),
        ("onbekend", [post, rest @ ..]) => amounts(fields, key, &[("post", post)], rest),
        ("protocol", rest) => protocol(fields, rest),
        ("zonder", [id, rest @ ..]) => {
            amounts(fields, "bijdragen", &[("deelnemer", id), ("soort", "zonder_voorstel")], rest)
        }
        ("met", [id, rest @ ..]) => {
            amounts(fields, "bijdragen", &[("deelnemer", id), ("soort", "met_voorstel")], rest)
        }
        ("index", [waarde]) => put(fields, "index", number(waarde)),
        ("zaad", [zaad]) => put(object(fields, "onzekerheid")?, key, number(zaad)),
        ("trekkingen", [count]) => put(object(fields, "onzekerheid")?, key, whole(count)),
        ("aannamen", [word @ ("ja" | "nee")]) => {
            put(object(fields, "onzekerheid")?, key, Tree::Bool(*word == "ja"))
        }
        _ => Err(Code::LinkPart),
    }
}

/// A field that can stand there once; the first stays.
fn put(fields: &mut Fields, name: &str, tree: Tree) -> Result<(), Code> {
    if fields.iter().any(|(known, _)| known == name) {
        return Err(Code::LinkPart);
    }
    fields.push((name.to_owned(), tree));
    Ok(())
}

/// The field with this name, made where it is not there yet.
fn field<'f>(fields: &'f mut Fields, name: &str, new: Tree) -> Option<&'f mut Tree> {
    if !fields.iter().any(|(known, _)| known == name) {
        fields.push((name.to_owned(), new));
    }
    fields.iter_mut().find(|(known, _)| known == name).map(|(_, tree)| tree)
}

fn object<'f>(fields: &'f mut Fields, name: &str) -> Result<&'f mut Fields, Code> {
    match field(fields, name, Tree::Object(Vec::new())) {
        Some(Tree::Object(inner)) => Ok(inner),
        _ => Err(Code::LinkPart),
    }
}

fn list<'f>(fields: &'f mut Fields, name: &str) -> Result<&'f mut Vec<Tree>, Code> {
    match field(fields, name, Tree::List(Vec::new())) {
        Some(Tree::List(items)) => Ok(items),
        _ => Err(Code::LinkPart),
    }
}

/// A number as documents write it; what is none stays as it is, for the reader to refuse.
fn number(part: &str) -> Tree {
    Tree::Text(part.replace('_', "."))
}

/// A whole number in at most nine digits; what is none stays as it is, for the reader to refuse.
fn whole(part: &str) -> Tree {
    let digits = part.len() <= 9 && part.bytes().all(|sign| sign.is_ascii_digit());
    let number = part.parse().ok().filter(|_| digits);
    number.map_or_else(|| part.into(), Tree::Whole)
}

/// A value of a year in an item.
#[derive(Default)]
struct Entry<'p> {
    jaar: Option<Tree>,
    waarde: &'p str,
    laag: Option<&'p str>,
    hoog: Option<&'p str>,
}

impl Entry<'_> {
    /// An object with its year, and its value under the name and in the form that `write` gives.
    fn value(self, write: impl FnOnce(&str) -> (&'static str, Tree)) -> Tree {
        let (name, waarde) = write(self.waarde);
        let mut fields = Fields::new();
        fields.extend(self.jaar.map(|jaar| ("jaar".to_owned(), jaar)));
        fields.push((name.to_owned(), waarde));
        let mut band = |name: &str, part: Option<&str>| {
            fields.extend(part.map(|part| (name.to_owned(), number(part))));
        };
        band("laag", self.laag);
        band("hoog", self.hoog);
        Tree::Object(fields)
    }
}

/// `j2021~5~6~j2024~7` has a value for 2021, for 2022 and for 2024; `l` and `h` give the band of the value
/// before them. Nothing when a year or a band stands where no value is.
fn entries<'p>(parts: &[&'p str]) -> Option<Vec<Entry<'p>>> {
    let mut entries: Vec<Entry<'p>> = Vec::new();
    let mut next: Option<Tree> = None;
    let mut open = false;
    for part in parts {
        if let Some(jaar) = part.strip_prefix('j') {
            next = Some(whole(jaar));
            open = true;
        } else if let Some(laag) = part.strip_prefix('l') {
            entries.last_mut().filter(|entry| !open && entry.laag.is_none())?.laag = Some(laag);
        } else if let Some(hoog) = part.strip_prefix('h') {
            entries.last_mut().filter(|entry| !open && entry.hoog.is_none())?.hoog = Some(hoog);
        } else {
            entries.push(Entry { jaar: next.clone(), waarde: part, ..Entry::default() });
            if let Some(Tree::Whole(jaar)) = &mut next {
                *jaar += 1;
            }
            open = false;
        }
    }
    (!open).then_some(entries)
}

fn amount_or_share(part: &str) -> (&'static str, Tree) {
    match part.strip_prefix('a') {
        Some(share) => ("aandeel", number(share)),
        None => ("waarde", number(part)),
    }
}

/// Amounts per year, each with the same other fields, added to a list.
fn amounts(
    fields: &mut Fields,
    name: &str,
    others: &[(&str, &str)],
    rest: &[&str],
) -> Result<(), Code> {
    let entries = entries(rest).ok_or(Code::LinkPart)?;
    let items = list(fields, name)?;
    for entry in entries {
        let mut item = entry.value(|part| ("bedrag", number(part)));
        if let Tree::Object(fields) = &mut item {
            fields.extend(others.iter().map(|(name, text)| ((*name).to_owned(), (*text).into())));
        }
        items.push(item);
    }
    Ok(())
}

fn parameter(fields: &mut Fields, id: &str, rest: &[&str]) -> Result<(), Code> {
    let entries = entries(rest).ok_or(Code::LinkPart)?;
    let items = list(fields, "parameters")?;
    for entry in entries {
        let mut item = entry.value(|part| ("waarde", number(part)));
        if let Tree::Object(fields) = &mut item {
            fields.push(("id".to_owned(), id.into()));
        }
        items.push(item);
    }
    Ok(())
}

/// Pairs of an id and its weight.
fn weights(fields: &mut Fields, name: &str, of: &str, rest: &[&str]) -> Result<(), Code> {
    let items: Option<Vec<Tree>> = rest
        .chunks(2)
        .map(|pair| match pair {
            [id, weight] => Some(Tree::Object(vec![
                (of.to_owned(), (*id).into()),
                ("waarde".to_owned(), number(weight)),
            ])),
            _ => None,
        })
        .collect();
    put(fields, name, Tree::List(items.ok_or(Code::LinkPart)?))
}

fn protocol(fields: &mut Fields, rest: &[&str]) -> Result<(), Code> {
    let mut protocol = Fields::new();
    let rest = match rest {
        [years, rest @ ..] if !years.starts_with('j') => {
            put(&mut protocol, "jaren", whole(years))?;
            rest
        }
        all => all,
    };
    if !rest.is_empty() {
        amounts(&mut protocol, "gerealiseerd", &[], rest)?;
    }
    put(fields, "rekenprotocol", Tree::Object(protocol))
}

fn of_variant(variant: &str) -> Tree {
    Tree::Object(vec![("variant".to_owned(), variant.into())])
}

/// Adds to the uitrol of a variant: the last one, when it is of this variant and does not say it yet.
fn uitrol(fields: &mut Fields, variant: &str, name: &str, value: Tree) -> Result<(), Code> {
    let items = list(fields, "uitrol")?;
    let same = |tree: &Tree| {
        matches!(tree.get("variant"), Some(Tree::Text(of)) if of == variant)
            && tree.get(name).is_none()
    };
    if !items.last().is_some_and(same) {
        items.push(of_variant(variant));
    }
    match items.last_mut() {
        Some(Tree::Object(last)) => put(last, name, value),
        _ => Err(Code::LinkPart),
    }
}
