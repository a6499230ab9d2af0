//! Reads the parameters.

use std::cell::OnceCell;

use super::{MAX_ITEMS, each, herkomst, status, text, twice};
use crate::document::{Object, Pad, Reader, Shape, Tree};
use crate::document::{may, needs};
use crate::formula::Status;
use crate::melding::Code;
use crate::publicatie::{Parameter, Waarde};
use crate::units::{Eenheid, Jaar};

pub(super) const PARAMETER: Shape = Shape {
    name: "parameter",
    fields: &[
        needs("id"),
        needs("naam"),
        needs("eenheid"),
        may("waarde"),
        may("laag"),
        may("hoog"),
        may("per_jaar"),
        may("jaarlijks"),
        needs("status"),
        needs("herkomst"),
        may("toelichting"),
    ],
};

pub(super) const JAARWAARDE: Shape = Shape {
    name: "jaarwaarde",
    fields: &[needs("jaar"), needs("waarde"), may("laag"), may("hoog")],
};

pub(super) fn parameters(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>) -> Vec<Parameter> {
    each(r, o, pad, "parameters", MAX_ITEMS, |r, tree, pad, earlier: &[Parameter]| {
        let o = r.object(tree, pad, &PARAMETER)?;
        let id = r.field(&o, pad, "id", Reader::id);
        let naam = text(r, &o, pad, "naam");
        let words: Vec<&str> = Eenheid::ALL.iter().map(|eenheid| eenheid.word()).collect();
        let word = r.field(&o, pad, "eenheid", |r, tree, pad| r.word(tree, pad, &words));
        let status = status(r, &o, pad);
        let herkomst = herkomst(r, &o, pad);
        let toelichting = text(r, &o, pad, "toelichting");
        let jaarlijks = r.field(&o, pad, "jaarlijks", Reader::bool).unwrap_or(false);
        let eenheid = Eenheid::ALL.into_iter().find(|eenheid| Some(eenheid.word()) == word)?;
        let waarde = waarde(r, &o, pad, eenheid);
        let per_jaar = each(r, &o, pad, "per_jaar", MAX_ITEMS, |r, tree, pad, earlier| {
            jaarwaarde(r, tree, pad, eenheid, earlier)
        });
        let (id, status) = (id?, status?);
        twice(r, &pad.field("id"), &id, earlier.iter().map(|known| &known.id));
        let has_value = o.get("waarde").is_some() || o.get("per_jaar").is_some();
        if (status == Status::Onbekend) == has_value {
            r.report(Code::UnknownAndValue, pad, [id.to_string()]);
        }
        Some(Parameter {
            id,
            naam: naam?,
            eenheid,
            waarde,
            per_jaar,
            jaarlijks,
            status,
            herkomst: herkomst?,
            toelichting,
            termen: OnceCell::new(),
        })
    })
}

fn jaarwaarde(
    r: &mut Reader,
    tree: &Tree,
    pad: &Pad<'_>,
    eenheid: Eenheid,
    earlier: &[(Jaar, Waarde)],
) -> Option<(Jaar, Waarde)> {
    let o = r.object(tree, pad, &JAARWAARDE)?;
    let jaar: Option<Jaar> = r.field(&o, pad, "jaar", Reader::jaar);
    let waarde = waarde(r, &o, pad, eenheid);
    let jaar = jaar?;
    if earlier.iter().any(|(known, _)| *known == jaar) {
        r.report(Code::YearTwice, &pad.field("jaar"), [jaar.to_string()]);
    }
    Some((jaar, waarde?))
}

/// `waarde` with `laag` and `hoog`, which are the value itself when they are absent.
fn waarde(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>, eenheid: Eenheid) -> Option<Waarde> {
    let mut read = |name| r.field(o, pad, name, |r, tree, pad| r.value(tree, pad, eenheid));
    let (waarde, laag, hoog) = (read("waarde"), read("laag"), read("hoog"));
    let waarde = waarde?;
    let band = Waarde { waarde, laag: laag.unwrap_or(waarde), hoog: hoog.unwrap_or(waarde) };
    if band.laag > waarde || waarde > band.hoog {
        r.report(Code::BandOrder, pad, []);
        return None;
    }
    Some(band)
}
