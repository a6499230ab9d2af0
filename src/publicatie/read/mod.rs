//! JSON to a publicatie: strict, with a melding for every fault.

mod check;
mod cijfers;
mod deelnemers;
mod names;
mod parameters;
mod varianten;

pub(crate) use check::{blocks, exists, year_outside};

use std::rc::Rc;

use crate::document::{Object, Pad, Reader, Shape, Tree};
use crate::document::{may, needs};
use crate::formula::{Herkomst, Id, Status};
use crate::melding::{Code, Melding};
use crate::publicatie::{Dekking, Publicatie, Stand, Uitgangspunt};
use crate::scenario;
use crate::units::{Jaar, Periode};

/// The word in `formaat`.
pub(crate) const FORMAAT: &str = "bijdragewijzer/publicatie";

const PUBLICATIE: Shape = Shape {
    name: "publicatie",
    fields: &[
        needs("formaat"),
        needs("versie"),
        needs("id"),
        needs("titel"),
        needs("organisatie"),
        needs("uitgave"),
        needs("datum"),
        needs("stand"),
        may("voorbehoud"),
        needs("bronnen"),
        needs("horizon"),
        may("overgang"),
        needs("dekking"),
        needs("basisjaar"),
        may("antwoordjaar"),
        needs("blokken"),
        needs("reeksen"),
        needs("deelnemers"),
        needs("verdeelsleutels"),
        needs("parameters"),
        may("keuzes"),
        needs("varianten"),
        may("regels"),
        may("buiten_exploitatie"),
        needs("uitgangspunten"),
        may("cijfers"),
        may("vragen"),
    ],
};

const PERIODE: Shape = Shape { name: "periode", fields: &[needs("van"), needs("tot")] };
const DEKKING: Shape =
    Shape { name: "dekking", fields: &[needs("van"), needs("tot"), needs("resultaat")] };
const HERKOMST: Shape = Shape { name: "herkomst", fields: &[may("bron"), needs("paragraaf")] };
const UITGANGSPUNT: Shape = Shape {
    name: "uitgangspunt",
    fields: &[needs("id"), needs("naam"), may("toelichting"), needs("herkomst"), needs("scenario")],
};

/// The shapes of the document, for its JSON Schema.
pub const SHAPES: &[&Shape] = &[
    &PUBLICATIE,
    &PERIODE,
    &DEKKING,
    &HERKOMST,
    &UITGANGSPUNT,
    &cijfers::BRON,
    &cijfers::CIJFER,
    &cijfers::MODEL,
    &cijfers::VRAAG,
    &deelnemers::BLOK,
    &deelnemers::REEKS,
    &deelnemers::DEELNEMER,
    &deelnemers::BIJDRAGE,
    &deelnemers::BTW,
    &deelnemers::SLEUTEL,
    &deelnemers::SLEUTEL_BLOK,
    &parameters::PARAMETER,
    &parameters::JAARWAARDE,
    &varianten::KEUZE,
    &varianten::OPTIE,
    &varianten::VARIANT,
    &varianten::STAP,
    &varianten::REGEL,
    &varianten::BIJ,
    &varianten::BUITEN,
    &varianten::STARTWAARDE,
];

/// The most deelnemers, and the most items of any other list.
pub(crate) const MAX_DEELNEMERS: usize = 2_000;
pub(crate) const MAX_ITEMS: usize = 500;

/// The most years of a horizon.
const MAX_YEARS: usize = 50;

/// Reads a publicatie.
///
/// # Errors
/// Every melding, when one of them refuses.
pub fn lees(tree: &Tree) -> Result<Publicatie, Vec<Melding>> {
    let mut reader = Reader::default();
    let publicatie = publicatie(&mut reader, tree);
    match publicatie {
        Some(publicatie) if !reader.refuses() => Ok(publicatie),
        _ => Err(reader.meldingen.close()),
    }
}

fn publicatie(r: &mut Reader, tree: &Tree) -> Option<Publicatie> {
    let pad = &Pad::ROOT;
    let o = r.object(tree, pad, &PUBLICATIE)?;
    scenario::header(r, &o, pad, FORMAAT)?;
    let bronnen = cijfers::bronnen(r, &o, pad);
    let horizon = r.field(&o, pad, "horizon", periode);
    let blokken = deelnemers::blokken(r, &o, pad);
    let reeksen = deelnemers::reeksen(r, &o, pad);
    let deelnemers = deelnemers::deelnemers(r, &o, pad, &blokken, &reeksen);
    let parameters = parameters::parameters(r, &o, pad);
    let keuzes = varianten::keuzes(r, &o, pad);
    let varianten = varianten::varianten(r, &o, pad);
    // Each part is read before the first missing one stops: all faults come out at once.
    let dekking = r.field(&o, pad, "dekking", dekking);
    let basisjaar = r.field(&o, pad, "basisjaar", Reader::jaar);
    let sleutels = deelnemers::sleutels(r, &o, pad, &blokken);
    let mut publicatie = Publicatie {
        id: r.field(&o, pad, "id", Reader::id).unwrap_or_else(|| "".into()),
        titel: text(r, &o, pad, "titel").unwrap_or_default(),
        organisatie: text(r, &o, pad, "organisatie").unwrap_or_default(),
        uitgave: text(r, &o, pad, "uitgave").unwrap_or_default(),
        datum: text(r, &o, pad, "datum").unwrap_or_default(),
        stand: stand(r, &o, pad).unwrap_or(Stand::Concept),
        voorbehoud: text(r, &o, pad, "voorbehoud"),
        overgang: r.field(&o, pad, "overgang", periode),
        antwoordjaar: r.field(&o, pad, "antwoordjaar", Reader::jaar),
        regels: varianten::losse_regels(r, &o, pad),
        buiten: varianten::buiten(r, &o, pad),
        uitgangspunten: Vec::new(),
        cijfers: Vec::new(),
        vragen: cijfers::vragen(r, &o, pad),
        dekking: dekking?,
        basisjaar: basisjaar?,
        horizon: horizon?,
        sleutels,
        bronnen,
        blokken,
        reeksen,
        deelnemers,
        parameters,
        keuzes,
        varianten,
    };
    check::check(r, &publicatie);
    let sound = !r.refuses();
    let mut later = Reader::default();
    uitgangspunten(&mut later, &o, pad, &mut publicatie);
    publicatie.cijfers = cijfers::cijfers(&mut later, &o, pad, &publicatie);
    // What they say of a part above that is refused itself is known once that is mended.
    later.meldingen.retain(|melding| sound || melding.code.is_of_itself());
    r.meldingen.append(later.meldingen);
    Some(publicatie)
}

fn uitgangspunten(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>, publicatie: &mut Publicatie) {
    let Some(list) = o.get("uitgangspunten") else { return };
    let pad = pad.field("uitgangspunten");
    let items = r.list(list, &pad, MAX_ITEMS);
    if items.is_empty() {
        r.report(Code::TooFew, &pad, ["1".into()]);
    }
    for (index, item) in items.iter().enumerate() {
        let pad = pad.item(index);
        let Some(o) = r.object(item, &pad, &UITGANGSPUNT) else { continue };
        let id = r.field(&o, &pad, "id", Reader::id);
        let naam = text(r, &o, &pad, "naam");
        let toelichting = text(r, &o, &pad, "toelichting");
        let herkomst = herkomst(r, &o, &pad);
        if let Some(herkomst) = &herkomst {
            check::herkomst(r, herkomst, &pad, publicatie);
        }
        let own = o
            .get("scenario")
            .and_then(|tree| scenario::lees(r, tree, &pad.field("scenario"), publicatie));
        let (Some(id), Some(naam), Some(herkomst), Some(own)) = (id, naam, herkomst, own) else {
            continue;
        };
        twice(r, &pad.field("id"), &id, publicatie.uitgangspunten.iter().map(|known| &known.id));
        // What an uitgangspunt does not name is as in the first, the proposal.
        let scenario = match publicatie.uitgangspunten.first() {
            Some(first) => own.over(&first.scenario),
            None => own,
        };
        // A choice that is refused is there: it is not said to be missing, here or where it is taken over.
        if !r.refuses() {
            scenario::check_complete(r, &scenario, &pad.field("scenario"), publicatie);
        }
        publicatie.uitgangspunten.push(Uitgangspunt { id, naam, toelichting, herkomst, scenario });
    }
}

fn stand(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>) -> Option<Stand> {
    let words: Vec<&str> = Stand::ALL.iter().map(|stand| stand.word()).collect();
    let word = r.field(o, pad, "stand", |r, tree, pad| r.word(tree, pad, &words))?;
    Stand::ALL.into_iter().find(|stand| stand.word() == word)
}

fn periode(r: &mut Reader, tree: &Tree, pad: &Pad<'_>) -> Option<Periode> {
    let o = r.object(tree, pad, &PERIODE)?;
    van_tot(r, &o, pad)
}

fn van_tot(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>) -> Option<Periode> {
    let van = r.field(o, pad, "van", Reader::jaar);
    let tot = r.field(o, pad, "tot", Reader::jaar);
    let periode = Periode { van: van?, tot: tot? };
    if periode.tot < periode.van || periode.len() > MAX_YEARS {
        r.report(Code::BadPeriod, pad, [MAX_YEARS.to_string()]);
        return None;
    }
    Some(periode)
}

fn dekking(r: &mut Reader, tree: &Tree, pad: &Pad<'_>) -> Option<Dekking> {
    let o = r.object(tree, pad, &DEKKING)?;
    let resultaat: Option<Jaar> = r.field(&o, pad, "resultaat", Reader::jaar);
    let periode = van_tot(r, &o, pad);
    Some(Dekking { periode: periode?, resultaat: resultaat? })
}

pub(crate) fn text(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>, name: &str) -> Option<String> {
    r.field(o, pad, name, |r, tree, pad| {
        r.text(tree, pad, crate::document::MAX_TEXT).map(str::to_owned)
    })
}

fn herkomst(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>) -> Option<Rc<Herkomst>> {
    r.field(o, pad, "herkomst", |r, tree, pad| {
        let o = r.object(tree, pad, &HERKOMST)?;
        let bron = r.field(&o, pad, "bron", Reader::id);
        let paragraaf = text(r, &o, pad, "paragraaf");
        Some(Rc::new(Herkomst { bron, paragraaf: paragraaf?.into() }))
    })
}

fn status(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>) -> Option<Status> {
    // `eigen` is what a user types, so a publicatie cannot say it of its own values.
    let words: Vec<&str> = Status::ALL
        .iter()
        .filter(|status| **status != Status::Eigen)
        .map(|status| status.word())
        .collect();
    r.field(o, pad, "status", |r, tree, pad| r.word(tree, pad, &words)).and_then(Status::from_word)
}

/// Reports an id that stands among those before it.
fn twice<'i>(r: &mut Reader, pad: &Pad<'_>, id: &Id, mut earlier: impl Iterator<Item = &'i Id>) {
    if earlier.any(|known| known == id) {
        r.report(Code::IdTwice, pad, [id.to_string()]);
    }
}

/// Every item of a list field, read one by one; the refused ones are left out.
fn each<T>(
    r: &mut Reader,
    o: &Object<'_>,
    pad: &Pad<'_>,
    name: &str,
    max: usize,
    mut read: impl FnMut(&mut Reader, &Tree, &Pad<'_>, &[T]) -> Option<T>,
) -> Vec<T> {
    let Some(list) = o.get(name) else { return Vec::new() };
    let pad = pad.field(name);
    let mut items = Vec::new();
    for (index, tree) in r.list(list, &pad, max).iter().enumerate() {
        if let Some(item) = read(r, tree, &pad.item(index), &items) {
            items.push(item);
        }
    }
    items
}
