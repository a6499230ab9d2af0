//! The lowest and highest of an amount over its bands, as a document.

use super::json::exact;
use crate::document::{Tree, object, texts};
use crate::publicatie::Publicatie;
use crate::view::{Names, hoek_lines};
use crate::vragen::{Grens, Hoek, Hoekpunten};

/// The answer as a document: amounts in cents, both corners, and the sentences. Nothing but `onbekend` for an
/// amount that no one knows.
pub fn hoekpunten(answer: Option<&Hoekpunten>, publicatie: &Publicatie) -> Tree {
    let amount = |read: fn(&Hoekpunten) -> crate::units::Euro| answer.map(|it| read(it).into());
    let corner = |read: fn(&Hoekpunten) -> &Grens| {
        answer.map(|it| Tree::List(read(it).hoek.iter().map(hoek).collect()))
    };
    object([
        ("formaat", Some("bijdragewijzer/hoekpunten".into())),
        ("versie", Some(Tree::Whole(1))),
        ("onbekend", answer.is_none().then_some(Tree::Bool(true))),
        ("laag", amount(|it| it.laag.bedrag)),
        ("midden", amount(|it| it.midden)),
        ("hoog", amount(|it| it.hoog.bedrag)),
        ("exact", answer.map(|it| it.exact().into())),
        ("hoek_laag", corner(|it| &it.laag)),
        ("hoek_hoog", corner(|it| &it.hoog)),
        ("exclusief", answer.map(|it| texts(&it.exclusief))),
        ("tekst", answer.map(|it| texts(hoek_lines(it, Names::new(publicatie))))),
    ])
}

fn hoek(of: &Hoek) -> Tree {
    object([
        ("parameter", Some((&*of.leaf.id).into())),
        ("jaar", of.leaf.jaar.map(Tree::from)),
        ("waarde", of.waarde().and_then(|waarde| exact(waarde, of.leaf.eenheid))),
        ("kant", Some(of.kant.word().into())),
    ])
}
