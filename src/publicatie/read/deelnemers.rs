//! Reads the deelnemers, their bijdragen and the keys.

use std::cell::OnceCell;

use super::{MAX_DEELNEMERS, MAX_ITEMS, each, herkomst, status, text, twice};
use crate::document::{Object, Pad, Reader, Shape, Tree};
use crate::document::{may, needs};
use crate::formula::{Id, Status};
use crate::melding::Code;
use crate::publicatie::{
    Bijdrage, BijdrageSoort, BlokNaam, Deelnemer, Reeks, SleutelSoort, Verdeelsleutel,
};
use crate::units::{Euro, Jaar};

pub(super) const BLOK: Shape =
    Shape { name: "blok", fields: &[needs("id"), needs("naam"), needs("enkelvoud")] };

pub(super) const REEKS: Shape = Shape {
    name: "reeks",
    fields: &[needs("jaar"), needs("soort"), needs("naam"), needs("status"), needs("herkomst")],
};

pub(super) const DEELNEMER: Shape = Shape {
    name: "deelnemer",
    fields: &[
        needs("id"),
        needs("naam"),
        needs("blok"),
        needs("bijdragen"),
        may("btw_compensatie"),
    ],
};

pub(super) const BIJDRAGE: Shape =
    Shape { name: "bijdrage", fields: &[needs("jaar"), needs("soort"), needs("bedrag")] };

pub(super) const BTW: Shape =
    Shape { name: "btw_compensatie", fields: &[needs("bedrag"), needs("herkomst")] };

pub(super) const SLEUTEL: Shape = Shape {
    name: "verdeelsleutel",
    fields: &[
        needs("id"),
        needs("naam"),
        needs("soort"),
        may("jaar"),
        may("blokken"),
        needs("status"),
        needs("herkomst"),
        may("toelichting"),
    ],
};

pub(super) const SLEUTEL_BLOK: Shape =
    Shape { name: "sleutelblok", fields: &[needs("blok"), needs("waarde")] };

pub(super) fn blokken(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>) -> Vec<BlokNaam> {
    each(r, o, pad, "blokken", MAX_ITEMS, |r, tree, pad, earlier: &[BlokNaam]| {
        let o = r.object(tree, pad, &BLOK)?;
        let id = r.field(&o, pad, "id", Reader::id);
        let (naam, enkelvoud) = (text(r, &o, pad, "naam"), text(r, &o, pad, "enkelvoud"));
        let blok = BlokNaam { id: id?, naam: naam?, enkelvoud: enkelvoud? };
        twice(r, &pad.field("id"), &blok.id, earlier.iter().map(|known| &known.id));
        Some(blok)
    })
}

fn soort(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>) -> Option<BijdrageSoort> {
    soort_in(r, o, pad, "soort")
}

/// The kind of bijdrage that this field names.
pub(super) fn soort_in(
    r: &mut Reader,
    o: &Object<'_>,
    pad: &Pad<'_>,
    name: &str,
) -> Option<BijdrageSoort> {
    let words: Vec<&str> = BijdrageSoort::ALL.iter().map(|soort| soort.word()).collect();
    let word = r.field(o, pad, name, |r, tree, pad| r.word(tree, pad, &words))?;
    BijdrageSoort::ALL.into_iter().find(|soort| soort.word() == word)
}

/// Reports a kind of bijdrage in a year of which nothing says where it comes from.
pub(super) fn reeks_exists(
    r: &mut Reader,
    pad: &Pad<'_>,
    soort: BijdrageSoort,
    jaar: Jaar,
    reeksen: &[Reeks],
) {
    if !reeksen.iter().any(|reeks| reeks.jaar == jaar && reeks.soort == soort) {
        let known: Vec<String> =
            reeksen.iter().map(|reeks| format!("{} {}", reeks.soort.word(), reeks.jaar)).collect();
        let found = format!("{} {jaar}", soort.word());
        r.report(Code::UnknownId, pad, ["reeks".into(), found, known.join(", ")]);
    }
}

pub(super) fn reeksen(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>) -> Vec<Reeks> {
    each(r, o, pad, "reeksen", MAX_ITEMS, |r, tree, pad, earlier: &[Reeks]| {
        let o = r.object(tree, pad, &REEKS)?;
        let jaar: Option<Jaar> = r.field(&o, pad, "jaar", Reader::jaar);
        let soort = soort(r, &o, pad);
        let naam = text(r, &o, pad, "naam");
        let status = status(r, &o, pad);
        let herkomst = herkomst(r, &o, pad);
        let reeks =
            Reeks { jaar: jaar?, soort: soort?, naam: naam?, status: status?, herkomst: herkomst? };
        if earlier.iter().any(|known| known.jaar == reeks.jaar && known.soort == reeks.soort) {
            r.report(Code::YearTwice, &pad.field("jaar"), [reeks.jaar.to_string()]);
        }
        Some(reeks)
    })
}

pub(super) fn deelnemers(
    r: &mut Reader,
    o: &Object<'_>,
    pad: &Pad<'_>,
    blokken: &[BlokNaam],
    reeksen: &[Reeks],
) -> Vec<Deelnemer> {
    let mut ids = std::collections::BTreeSet::new();
    let deelnemers =
        each(r, o, pad, "deelnemers", MAX_DEELNEMERS, |r, tree, pad, _: &[Deelnemer]| {
            let o = r.object(tree, pad, &DEELNEMER)?;
            let id = r.field(&o, pad, "id", Reader::id);
            let naam = text(r, &o, pad, "naam");
            let blok = r.field(&o, pad, "blok", Reader::id);
            if let Some(blok) = &blok {
                super::check::exists(
                    r,
                    &pad.field("blok"),
                    blok,
                    "blok",
                    blokken.iter().map(|it| &it.id),
                );
            }
            let bijdragen = each(r, &o, pad, "bijdragen", MAX_ITEMS, |r, tree, pad, earlier| {
                bijdrage(r, tree, pad, earlier, reeksen)
            });
            let btw = r.field(&o, pad, "btw_compensatie", |r, tree, pad| {
                let o = r.object(tree, pad, &BTW)?;
                let bedrag = r.field(&o, pad, "bedrag", Reader::euro_from_zero);
                Some((bedrag?, herkomst(r, &o, pad)?))
            });
            let id = id?;
            if !ids.insert(Id::clone(&id)) {
                r.report(Code::IdTwice, &pad.field("id"), [id.to_string()]);
            }
            let (naam, blok, basis) = (naam?, blok?, OnceCell::new());
            Some(Deelnemer { id, naam, blok, bijdragen, btw, basis })
        });
    if deelnemers.is_empty() && o.get("deelnemers").is_some() {
        r.report(Code::TooFew, &pad.field("deelnemers"), ["1".into()]);
    }
    deelnemers
}

fn bijdrage(
    r: &mut Reader,
    tree: &Tree,
    pad: &Pad<'_>,
    earlier: &[Bijdrage],
    reeksen: &[Reeks],
) -> Option<Bijdrage> {
    let o = r.object(tree, pad, &BIJDRAGE)?;
    let jaar: Option<Jaar> = r.field(&o, pad, "jaar", Reader::jaar);
    let soort = soort(r, &o, pad);
    let bedrag: Option<Euro> = r.field(&o, pad, "bedrag", Reader::euro_from_zero);
    let bijdrage = Bijdrage { jaar: jaar?, soort: soort?, bedrag: bedrag? };
    if earlier.iter().any(|known| known.jaar == bijdrage.jaar && known.soort == bijdrage.soort) {
        r.report(Code::YearTwice, &pad.field("jaar"), [bijdrage.jaar.to_string()]);
    }
    reeks_exists(r, pad, bijdrage.soort, bijdrage.jaar, reeksen);
    Some(bijdrage)
}

pub(super) fn sleutels(
    r: &mut Reader,
    o: &Object<'_>,
    pad: &Pad<'_>,
    blokken: &[BlokNaam],
) -> Vec<Verdeelsleutel> {
    each(r, o, pad, "verdeelsleutels", MAX_ITEMS, |r, tree, pad, earlier: &[Verdeelsleutel]| {
        let o = r.object(tree, pad, &SLEUTEL)?;
        let id = r.field(&o, pad, "id", Reader::id);
        let naam = text(r, &o, pad, "naam");
        let word = r.field(&o, pad, "soort", |r, tree, pad| {
            r.word(tree, pad, &["evenredig", "blok", "eigen"])
        });
        let jaar: Option<Jaar> = r.field(&o, pad, "jaar", Reader::jaar);
        let weights = each(r, &o, pad, "blokken", MAX_ITEMS, |r, tree, pad, earlier| {
            sleutelblok(r, tree, pad, earlier, blokken)
        });
        let status = status(r, &o, pad);
        let herkomst = herkomst(r, &o, pad);
        let toelichting = text(r, &o, pad, "toelichting");
        let word = word?;
        if word != "eigen" && jaar.is_none() && o.get("jaar").is_none() {
            r.report(Code::MissingField, &pad.field("jaar"), ["jaar".into()]);
        }
        let soort = match word {
            "evenredig" => SleutelSoort::Evenredig(jaar?),
            "blok" => SleutelSoort::Blok { jaar: jaar?, blokken: weights },
            _ => SleutelSoort::Eigen,
        };
        let (id, status) = (id?, status?);
        twice(r, &pad.field("id"), &id, earlier.iter().map(|known| &known.id));
        // Whatever the publicatie says of it: weights that the scenario gives are the user's own.
        let status = if soort.is_complete() { status } else { Status::Eigen };
        Some(Verdeelsleutel { id, naam: naam?, soort, status, herkomst: herkomst?, toelichting })
    })
}

fn sleutelblok(
    r: &mut Reader,
    tree: &Tree,
    pad: &Pad<'_>,
    earlier: &[(Id, Euro)],
    blokken: &[BlokNaam],
) -> Option<(Id, Euro)> {
    let o = r.object(tree, pad, &SLEUTEL_BLOK)?;
    let blok = r.field(&o, pad, "blok", Reader::id);
    let waarde = r.field(&o, pad, "waarde", Reader::gewicht);
    let blok = blok?;
    super::check::exists(r, &pad.field("blok"), &blok, "blok", blokken.iter().map(|it| &it.id));
    twice(r, &pad.field("blok"), &blok, earlier.iter().map(|(known, _)| known));
    Some((blok, waarde?))
}
