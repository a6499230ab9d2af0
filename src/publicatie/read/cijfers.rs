//! Reads the documents, the figures for the reconciliation, and the open questions.

use super::{MAX_ITEMS, each, herkomst, text, twice};
use crate::document::{Object, Pad, Reader, Shape, Tree};
use crate::document::{may, needs};
use crate::formula::{Deel, Id};
use crate::melding::Code;
use crate::publicatie::{Bron, Cijfer, Model, Publicatie, Vraag};
use crate::units::{Breuk, Eenheid, Jaar};

pub(super) const BRON: Shape =
    Shape { name: "bron", fields: &[needs("id"), needs("titel"), may("datum"), may("vindplaats")] };

pub(super) const CIJFER: Shape = Shape {
    name: "cijfer",
    fields: &[
        needs("id"),
        needs("onderwerp"),
        needs("herkomst"),
        needs("waarde"),
        needs("eenheid"),
        may("afgerond_op"),
        may("model"),
        may("tegengesteld"),
        may("reden"),
    ],
};

pub(super) const MODEL: Shape = Shape {
    name: "model",
    fields: &[
        may("parameter"),
        may("grens"),
        may("maal"),
        may("reeks"),
        may("uitgangspunt"),
        may("posten"),
        may("deel"),
        may("jaar"),
    ],
};

pub(super) const VRAAG: Shape = Shape { name: "vraag", fields: &[needs("vraag"), may("waarom")] };

pub(super) fn bronnen(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>) -> Vec<Bron> {
    each(r, o, pad, "bronnen", MAX_ITEMS, |r, tree, pad, earlier: &[Bron]| {
        let o = r.object(tree, pad, &BRON)?;
        let id = r.field(&o, pad, "id", Reader::id);
        let titel = text(r, &o, pad, "titel");
        let (datum, vindplaats) = (text(r, &o, pad, "datum"), text(r, &o, pad, "vindplaats"));
        let bron = Bron { id: id?, titel: titel?, datum, vindplaats };
        twice(r, &pad.field("id"), &bron.id, earlier.iter().map(|known| &known.id));
        Some(bron)
    })
}

pub(super) fn vragen(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>) -> Vec<Vraag> {
    each(r, o, pad, "vragen", MAX_ITEMS, |r, tree, pad, _| {
        let o = r.object(tree, pad, &VRAAG)?;
        let (vraag, waarom) = (text(r, &o, pad, "vraag"), text(r, &o, pad, "waarom"));
        Some(Vraag { vraag: vraag?, waarom })
    })
}

pub(super) fn cijfers(
    r: &mut Reader,
    o: &Object<'_>,
    pad: &Pad<'_>,
    publicatie: &Publicatie,
) -> Vec<Cijfer> {
    each(r, o, pad, "cijfers", MAX_ITEMS, |r, tree, pad, earlier: &[Cijfer]| {
        let o = r.object(tree, pad, &CIJFER)?;
        let id = r.field(&o, pad, "id", Reader::id);
        let onderwerp = text(r, &o, pad, "onderwerp");
        let herkomst = herkomst(r, &o, pad);
        let words: Vec<&str> = Eenheid::ALL.iter().map(|eenheid| eenheid.word()).collect();
        let word = r.field(&o, pad, "eenheid", |r, tree, pad| r.word(tree, pad, &words));
        let eenheid = Eenheid::ALL.into_iter().find(|eenheid| Some(eenheid.word()) == word)?;
        let waarde = r.field(&o, pad, "waarde", |r, tree, pad| r.value(tree, pad, eenheid));
        let afgerond_op =
            r.field(&o, pad, "afgerond_op", |r, tree, pad| positive(r, tree, pad, eenheid));
        let model = match o.get("model") {
            Some(tree) => model(r, tree, &pad.field("model"), publicatie),
            None => Some(Model::Geen),
        };
        let tegengesteld = r.field(&o, pad, "tegengesteld", Reader::bool).unwrap_or(false);
        let reden = text(r, &o, pad, "reden");
        let (id, onderwerp, herkomst, waarde) = (id?, onderwerp?, herkomst?, waarde?);
        super::check::herkomst(r, &herkomst, pad, publicatie);
        twice(r, &pad.field("id"), &id, earlier.iter().map(|known| &known.id));
        Some(Cijfer {
            id,
            onderwerp,
            herkomst,
            waarde,
            eenheid,
            afgerond_op,
            model: model?,
            tegengesteld,
            reden,
        })
    })
}

fn positive(r: &mut Reader, tree: &Tree, pad: &Pad<'_>, eenheid: Eenheid) -> Option<Breuk> {
    let waarde = r.value(tree, pad, eenheid)?;
    if !waarde.is_positive() {
        r.report(Code::DividesByZero, pad, []);
        return None;
    }
    Some(waarde)
}

/// The posts that an outcome can have.
fn posts(publicatie: &Publicatie) -> Vec<Id> {
    let of_wijzen = ["ophoging", "reservering", "onttrekking", "rest"].map(Id::from);
    of_wijzen.into_iter().chain(publicatie.all_regels().map(|it| Id::clone(&it.id))).collect()
}

/// The parameter with this id, which exists.
fn parameter(r: &mut Reader, tree: &Tree, pad: &Pad<'_>, publicatie: &Publicatie) -> Option<Id> {
    let id = r.id(tree, pad)?;
    let known = publicatie.parameters.iter().map(|it| &it.id);
    super::check::exists(r, pad, &id, "parameter", known);
    Some(id)
}

fn of_parameter(
    r: &mut Reader,
    o: &Object<'_>,
    tree: &Tree,
    pad: &Pad<'_>,
    publicatie: &Publicatie,
) -> Option<Model> {
    let id = parameter(r, tree, &pad.field("parameter"), publicatie);
    let grens = match o.get("grens") {
        Some(tree) => r.word(tree, &pad.field("grens"), &["waarde", "laag", "hoog", "marge"])?,
        None => "waarde",
    };
    let maal = match o.get("maal") {
        Some(tree) => Some(parameter(r, tree, &pad.field("maal"), publicatie)?),
        None => None,
    };
    Some(Model::Parameter { id: id?, grens, maal })
}

fn of_reeks(
    r: &mut Reader,
    o: &Object<'_>,
    pad: &Pad<'_>,
    publicatie: &Publicatie,
) -> Option<Model> {
    if o.get("jaar").is_none() {
        r.report(Code::MissingField, &pad.field("jaar"), ["jaar".to_owned()]);
    }
    let soort = super::deelnemers::soort_in(r, o, pad, "reeks");
    let jaar: Option<Jaar> = r.field(o, pad, "jaar", Reader::jaar);
    let (soort, jaar) = (soort?, jaar?);
    super::deelnemers::reeks_exists(r, pad, soort, jaar, &publicatie.reeksen);
    Some(Model::Reeks { soort, jaar })
}

fn model(r: &mut Reader, tree: &Tree, pad: &Pad<'_>, publicatie: &Publicatie) -> Option<Model> {
    let o = r.object(tree, pad, &MODEL)?;
    if let Some(tree) = o.get("parameter") {
        return of_parameter(r, &o, tree, pad, publicatie);
    }
    if o.get("reeks").is_some() {
        return of_reeks(r, &o, pad, publicatie);
    }
    for name in ["uitgangspunt", "deel", "jaar"] {
        if o.get(name).is_none() {
            r.report(Code::MissingField, &pad.field(name), [name.to_owned()]);
        }
    }
    let uitgangspunt = r.field(&o, pad, "uitgangspunt", Reader::id);
    let deel =
        r.field(&o, pad, "deel", |r, tree, pad| r.word(tree, pad, &["begroot", "verrekening"]));
    let jaar: Option<Jaar> = r.field(&o, pad, "jaar", Reader::jaar);
    let known = posts(publicatie);
    let posten: Vec<Id> = each(r, &o, pad, "posten", MAX_ITEMS, |r, tree, pad, _| {
        let id = r.id(tree, pad)?;
        super::check::exists(r, pad, &id, "post", known.iter()).then_some(id)
    });
    let (uitgangspunt, jaar) = (uitgangspunt?, jaar?);
    super::check::exists(
        r,
        &pad.field("uitgangspunt"),
        &uitgangspunt,
        "uitgangspunt",
        publicatie.uitgangspunten.iter().map(|it| &it.id),
    );
    if !publicatie.horizon.contains(jaar) {
        super::check::year_outside(r, &pad.field("jaar"), publicatie);
    }
    Some(Model::Posten { uitgangspunt, posten, deel: deel.and_then(Deel::from_word)?, jaar })
}
