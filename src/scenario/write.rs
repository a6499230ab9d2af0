//! A scenario as a document again: reading what was written gives it back.

use rust_decimal::Decimal;

use super::{EigenWaarde, Groep, Input, Omvang, Uitrol};
use crate::document::{Tree, object, texts};
use crate::formula::Id;
use crate::units::{Breuk, Euro, Jaar};

fn id(id: &Id) -> Tree {
    Tree::from(&**id)
}

fn decimal(decimal: Decimal) -> Tree {
    Tree::from(decimal.normalize().to_string())
}

fn breuk(breuk: Breuk) -> Tree {
    // A value of a document has at most four decimals.
    breuk.exact_decimal(4).map_or(Tree::Null, decimal)
}

/// A list, or nothing when it is empty.
fn list<T>(items: &[T], write: impl Fn(&T) -> Tree) -> Option<Tree> {
    (!items.is_empty()).then(|| Tree::List(items.iter().map(write).collect()))
}

/// An object, or nothing when it has no fields.
fn filled<const N: usize>(fields: [(&str, Option<Tree>); N]) -> Option<Tree> {
    fields.iter().any(|(_, tree)| tree.is_some()).then(|| object(fields))
}

fn year_amounts(entries: &[(Jaar, Euro)]) -> Option<Tree> {
    list(entries, |(jaar, bedrag)| {
        object([("jaar", Some((*jaar).into())), ("bedrag", Some((*bedrag).into()))])
    })
}

impl Input {
    /// The document, with every field that is there.
    pub fn document(&self) -> Tree {
        object([
            ("formaat", Some("bijdragewijzer/scenario".into())),
            ("versie", Some(Tree::Whole(1))),
            ("publicatie", self.publicatie.as_ref().map(id)),
            ("naam", self.naam.as_deref().map(Tree::from)),
            ("uitgangspunt", self.uitgangspunt.as_ref().map(id)),
            ("deelnemer", self.deelnemer.as_ref().map(id)),
            ("varianten", self.varianten.as_ref().map(texts)),
            ("uitrol", list(&self.uitrol, uitrol)),
            ("keuzes", self.keuzes_document()),
            ("financiering", self.financiering_document()),
            ("vrijgave", year_amounts(&self.vrijgave)),
            ("sleutel", self.sleutel_document()),
            ("parameters", list(&self.parameters, parameter)),
            (
                "onbekend",
                list(&self.onbekend, |own| {
                    object([
                        ("post", Some(id(&own.post))),
                        ("jaar", Some(own.jaar.into())),
                        ("bedrag", Some(own.bedrag.into())),
                    ])
                }),
            ),
            ("rekenprotocol", self.rekenprotocol_document()),
            (
                "bijdragen",
                list(&self.bijdragen, |own| {
                    object([
                        ("deelnemer", Some(id(&own.deelnemer))),
                        ("jaar", Some(own.jaar.into())),
                        ("bedrag", Some(own.bedrag.into())),
                        ("soort", Some(own.soort.word().into())),
                    ])
                }),
            ),
            ("index", self.index.map(decimal)),
            (
                "onzekerheid",
                filled([
                    ("zaad", self.onzekerheid.zaad.map(|zaad| zaad.to_string().into())),
                    (
                        "trekkingen",
                        self.onzekerheid.trekkingen.map(|count| Tree::Whole(i64::from(count))),
                    ),
                    ("aannamen", self.onzekerheid.aannamen.map(Tree::from)),
                ]),
            ),
        ])
    }

    fn keuzes_document(&self) -> Option<Tree> {
        let fields = self.keuzes.iter().map(|(keuze, optie)| (keuze.to_string(), id(optie)));
        (!self.keuzes.is_empty()).then(|| Tree::Object(fields.collect()))
    }

    fn financiering_document(&self) -> Option<Tree> {
        let financiering = &self.financiering;
        filled([
            ("wijze", financiering.wijze.map(|wijze| wijze.word().into())),
            ("reservering", financiering.reservering.map(Tree::from)),
            ("vertraging", financiering.vertraging.map(|years| Tree::Whole(i64::from(years)))),
            ("incidenteel", financiering.incidenteel.map(Tree::from)),
        ])
    }

    fn sleutel_document(&self) -> Option<Tree> {
        let sleutel = &self.sleutel;
        let key = |groep: Groep| {
            sleutel.per_groep.iter().find(|(of, _)| *of == groep).map(|(_, key)| id(key))
        };
        filled([
            ("alle", sleutel.alle.as_ref().map(id)),
            ("ophoging", key(Groep::Ophoging)),
            ("reservering", key(Groep::Reservering)),
            ("kosten", key(Groep::Kosten)),
            ("baten", key(Groep::Baten)),
            (
                "blokken",
                list(&sleutel.blokken, |(blok, waarde)| {
                    object([("blok", Some(id(blok))), ("waarde", Some(decimal(*waarde)))])
                }),
            ),
            (
                "gewichten",
                list(&sleutel.gewichten, |(deelnemer, gewicht)| {
                    object([
                        ("deelnemer", Some(id(deelnemer))),
                        ("waarde", Some((*gewicht).into())),
                    ])
                }),
            ),
        ])
    }

    fn rekenprotocol_document(&self) -> Option<Tree> {
        let protocol = self.rekenprotocol.as_ref()?;
        Some(object([
            ("jaren", protocol.jaren.map(|years| Tree::Whole(i64::from(years)))),
            ("gerealiseerd", year_amounts(&protocol.gerealiseerd)),
        ]))
    }

    /// The own value of a parameter in a year: an entry with the year beats one without.
    pub fn own_value(&self, parameter: &Id, jaar: Jaar) -> Option<&EigenWaarde> {
        let of = |year: Option<Jaar>| {
            self.parameters.iter().find(|own| own.id == *parameter && own.jaar == year)
        };
        of(Some(jaar)).or_else(|| of(None))
    }
}

fn uitrol(uitrol: &Uitrol) -> Tree {
    object([
        ("variant", Some(id(&uitrol.variant))),
        (
            "inzet",
            list(&uitrol.inzet, |(jaar, waarde)| {
                object([("jaar", Some((*jaar).into())), ("waarde", Some(decimal(*waarde)))])
            }),
        ),
        (
            "omvang",
            list(&uitrol.omvang, |(jaar, omvang)| match omvang {
                Omvang::Aantal(count) => {
                    object([("jaar", Some((*jaar).into())), ("waarde", Some(decimal(*count)))])
                }
                Omvang::Aandeel(share) => {
                    object([("jaar", Some((*jaar).into())), ("aandeel", Some(decimal(*share)))])
                }
            }),
        ),
        ("start", uitrol.start.map(Tree::from)),
    ])
}

fn parameter(own: &EigenWaarde) -> Tree {
    object([
        ("id", Some(id(&own.id))),
        ("jaar", own.jaar.map(Tree::from)),
        ("waarde", Some(breuk(own.waarde))),
        ("laag", own.laag.map(breuk)),
        ("hoog", own.hoog.map(breuk)),
    ])
}
