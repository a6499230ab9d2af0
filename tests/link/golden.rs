//! Links that must open for ever: each file of `golden/` holds a link, an empty line, and the document that
//! it must open to, written by hand.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use bijdragewijzer::document::{Tree, parse};
use bijdragewijzer::publicatie::Publicatie;
use bijdragewijzer::scenario::{Inhoud, SHAPES, open_link};

use super::example::{accepted, publicatie};

/// Name, link and document of every golden link.
fn golden() -> Vec<(String, String, Tree)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/link/golden");
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let (link, document) = text.split_once("\n\n").unwrap();
            let document = parse(document.trim().as_bytes()).unwrap();
            (path.display().to_string(), link.to_owned(), document)
        })
        .collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all
}

/// Every field of every object of a scenario: one that is added to the document needs a golden link.
#[test]
fn every_field_of_a_scenario_stands_in_a_golden_link() {
    let mut said = BTreeSet::new();
    for (_, _, document) in golden() {
        names(&document, &mut said);
    }
    // A file by itself says what kind it is; a link is of one kind.
    let fields = SHAPES.iter().flat_map(|shape| shape.fields).map(|field| field.name);
    let absent: Vec<&str> =
        fields.filter(|name| *name != "formaat" && !said.contains(*name)).collect();
    assert!(absent.is_empty(), "{absent:?}");
}

fn names(tree: &Tree, said: &mut BTreeSet<String>) {
    match tree {
        Tree::List(items) => items.iter().for_each(|item| names(item, said)),
        Tree::Object(fields) => {
            for (name, value) in fields {
                said.insert(name.clone());
                names(value, said);
            }
        }
        _ => {}
    }
}

fn opened(
    publicatie: &Publicatie,
    name: &str,
    link: &str,
) -> bijdragewijzer::scenario::Vergelijking {
    let opened = open_link(publicatie, link);
    match opened.inhoud {
        Inhoud::Vergelijking(vergelijking) => vergelijking,
        _ => panic!("{name}: {:?}", opened.meldingen),
    }
}

#[test]
fn every_golden_link_opens_to_its_document() {
    let publicatie = publicatie();
    let all = golden();
    assert!(all.len() >= 6, "{} golden links", all.len());
    for (name, link, document) in all {
        let expected = accepted(&publicatie, &document);
        let received = opened(&publicatie, &name, &link);
        assert_eq!(received.document().to_json(), expected.document().to_json(), "{name}");
        assert_eq!(received.bovenaan, expected.bovenaan, "{name}");
    }
}

/// Format 1 is written as it was: a link of today is the same link tomorrow.
#[test]
fn the_same_scenarios_still_give_the_same_link() {
    let publicatie = publicatie();
    for (name, link, document) in golden() {
        let written = accepted(&publicatie, &document).link(&publicatie);
        assert_eq!(link.rsplit('/').next(), Some(written.as_str()), "{name}");
    }
}
