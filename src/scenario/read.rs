//! JSON to an [`Input`], strict, against a publicatie: each refused part is reported and left out.

mod uitrol;

use rust_decimal::Decimal;

use super::shapes::{
    BIJDRAGE, BLOK, FINANCIERING, GEWICHT, JAARBEDRAG, ONBEKEND, ONZEKERHEID, PARAMETER,
    REKENPROTOCOL, SCENARIO, SLEUTEL,
};
use super::{
    BijdrageSoort, EigenBijdrage, EigenPost, EigenWaarde, Financiering, Groep, Input, Onzekerheid,
    PROTOCOL_MOST, Rekenprotocol, SleutelKeuze, Wijze,
};
use crate::document::{MAX_TEXT, Object, Pad, Reader, Tree, shown};
use crate::formula::Id;
use crate::melding::Code;
use crate::publicatie::Publicatie;
use crate::units::{Euro, Jaar};

const FORMAAT: &str = "bijdragewijzer/scenario";

/// The version of all documents.
const VERSIE: i64 = 1;

/// The most entries of a list.
const MAX_ITEMS: usize = 10_000;

/// Checks `formaat` and `versie`; nothing when it is another kind of document, of which no more can be said.
pub(crate) fn header(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>, formaat: &str) -> Option<()> {
    if let Some(tree) = o.get("formaat") {
        let pad = pad.field("formaat");
        let found = r.text(tree, &pad, MAX_TEXT)?;
        if found != formaat {
            r.report(Code::OtherFormaat, &pad, [formaat.to_owned(), shown(found)]);
            return None;
        }
    }
    if let Some(tree) = o.get("versie") {
        let pad = pad.field("versie");
        match r.whole(tree, &pad, i64::MIN, i64::MAX) {
            Some(newer) if newer > VERSIE => {
                r.report(Code::OtherVersie, &pad, [VERSIE.to_string(), newer.to_string()]);
            }
            Some(none) if none < VERSIE => {
                r.report(Code::NotAllowed, &pad, [VERSIE.to_string(), none.to_string()]);
            }
            _ => {}
        }
    }
    Some(())
}

/// Reads a scenario; nothing only when it is no scenario at all.
pub fn lees(r: &mut Reader, tree: &Tree, pad: &Pad<'_>, p: &Publicatie) -> Option<Input> {
    let o = r.object(tree, pad, &SCENARIO)?;
    header(r, &o, pad, FORMAAT)?;
    let publicatie = r.field(&o, pad, "publicatie", Reader::id);
    if let Some(other) = publicatie.as_ref().filter(|id| **id != p.id) {
        r.report(
            Code::OtherPublicatie,
            &pad.field("publicatie"),
            [p.id.to_string(), other.to_string()],
        );
    }
    Some(Input {
        publicatie,
        naam: r.field(&o, pad, "naam", |r, tree, pad| r.text(tree, pad, 120).map(str::to_owned)),
        uitgangspunt: r.field(&o, pad, "uitgangspunt", |r, tree, pad| {
            known_id(r, tree, pad, "uitgangspunt", p.uitgangspunten.iter().map(|it| &it.id))
        }),
        deelnemer: r.field(&o, pad, "deelnemer", |r, tree, pad| deelnemer(r, tree, pad, p)),
        varianten: r.field(&o, pad, "varianten", |r, tree, pad| varianten(r, tree, pad, p)),
        uitrol: each(r, &o, pad, "uitrol", |r, tree, pad, earlier| {
            uitrol::uitrol(r, tree, pad, earlier, p)
        }),
        keuzes: keuzes(r, &o, pad, p),
        financiering: r.field(&o, pad, "financiering", financiering).unwrap_or_default(),
        vrijgave: each(r, &o, pad, "vrijgave", |r, tree, pad, earlier| {
            let entry = jaarbedrag(r, tree, pad, earlier, Reader::euro_from_zero)?;
            inside(r, &pad.field("jaar"), entry.0, p).then_some(entry)
        }),
        sleutel: r
            .field(&o, pad, "sleutel", |r, tree, pad| sleutel(r, tree, pad, p))
            .unwrap_or_default(),
        parameters: each(r, &o, pad, "parameters", |r, tree, pad, earlier| {
            parameter(r, tree, pad, earlier, p)
        }),
        onbekend: each(r, &o, pad, "onbekend", |r, tree, pad, earlier| {
            onbekend(r, tree, pad, earlier, p)
        }),
        rekenprotocol: r.field(&o, pad, "rekenprotocol", rekenprotocol),
        bijdragen: each(r, &o, pad, "bijdragen", |r, tree, pad, earlier| {
            bijdrage(r, tree, pad, earlier, p)
        }),
        index: r.field(&o, pad, "index", Reader::index),
        onzekerheid: r.field(&o, pad, "onzekerheid", onzekerheid).unwrap_or_default(),
    })
}

fn known_id<'i>(
    r: &mut Reader,
    tree: &Tree,
    pad: &Pad<'_>,
    what: &str,
    known: impl Iterator<Item = &'i Id>,
) -> Option<Id> {
    let id = r.id(tree, pad)?;
    crate::publicatie::exists(r, pad, &id, what, known).then_some(id)
}

fn deelnemer(r: &mut Reader, tree: &Tree, pad: &Pad<'_>, p: &Publicatie) -> Option<Id> {
    known_id(r, tree, pad, "deelnemer", p.deelnemers.iter().map(|it| &it.id))
}

/// Every item of a list field that is not refused. An item twice is refused by its reader.
fn each<T>(
    r: &mut Reader,
    o: &Object<'_>,
    pad: &Pad<'_>,
    name: &str,
    mut read: impl FnMut(&mut Reader, &Tree, &Pad<'_>, &[T]) -> Option<T>,
) -> Vec<T> {
    let Some(list) = o.get(name) else { return Vec::new() };
    let pad = pad.field(name);
    let mut items = Vec::new();
    for (index, tree) in r.list(list, &pad, MAX_ITEMS).iter().enumerate() {
        if let Some(item) = read(r, tree, &pad.item(index), &items) {
            items.push(item);
        }
    }
    items
}

fn inside(r: &mut Reader, pad: &Pad<'_>, jaar: Jaar, p: &Publicatie) -> bool {
    let inside = p.horizon.contains(jaar);
    if !inside {
        crate::publicatie::year_outside(r, pad, p);
    }
    inside
}

fn once(r: &mut Reader, pad: &Pad<'_>, code: Code, what: String, twice: bool) -> bool {
    if twice {
        r.report(code, pad, [what]);
    }
    !twice
}

fn varianten(r: &mut Reader, tree: &Tree, pad: &Pad<'_>, p: &Publicatie) -> Option<Vec<Id>> {
    let mut varianten: Vec<Id> = Vec::new();
    for (index, tree) in r.list(tree, pad, MAX_ITEMS).iter().enumerate() {
        let pad = pad.item(index);
        let known = p.varianten.iter().map(|it| &it.id);
        let Some(id) = known_id(r, tree, &pad, "variant", known) else { continue };
        if once(r, &pad, Code::IdTwice, id.to_string(), varianten.contains(&id)) {
            varianten.push(id);
        }
    }
    matches!(tree, Tree::List(_)).then_some(varianten)
}

/// The field `jaar`, inside the horizon and not twice.
fn jaar_once(
    r: &mut Reader,
    o: &Object<'_>,
    pad: &Pad<'_>,
    p: &Publicatie,
    twice: impl Fn(Jaar) -> bool,
) -> Option<Jaar> {
    let jaar = r.field(o, pad, "jaar", Reader::jaar)?;
    let pad = pad.field("jaar");
    let fits =
        inside(r, &pad, jaar, p) && once(r, &pad, Code::YearTwice, jaar.to_string(), twice(jaar));
    fits.then_some(jaar)
}

fn keuzes(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>, p: &Publicatie) -> Vec<(Id, Id)> {
    let Some(tree) = o.get("keuzes") else { return Vec::new() };
    let pad = pad.field("keuzes");
    // Its fields are the choices of the publicatie, so its shape is not known beforehand.
    let Tree::Object(fields) = tree else {
        r.report(Code::WrongType, &pad, ["object".into(), tree.type_word().into()]);
        return Vec::new();
    };
    let mut keuzes: Vec<(Id, Id)> = Vec::new();
    for (name, tree) in fields {
        let pad = pad.field(name);
        let Some(keuze) = p.keuzes.iter().find(|keuze| &*keuze.id == name.as_str()) else {
            let known: Vec<&str> = p.keuzes.iter().map(|keuze| &*keuze.id).collect();
            r.report(Code::UnknownField, &pad, [shown(name), known.join(", ")]);
            continue;
        };
        let twice = keuzes.iter().any(|(known, _)| *known == keuze.id);
        if !once(r, &pad, Code::DuplicateField, name.clone(), twice) {
            continue;
        }
        if let Some(optie) = known_id(r, tree, &pad, "optie", keuze.opties.iter().map(|it| &it.id))
        {
            keuzes.push((Id::clone(&keuze.id), optie));
        }
    }
    keuzes
}

fn financiering(r: &mut Reader, tree: &Tree, pad: &Pad<'_>) -> Option<Financiering> {
    let o = r.object(tree, pad, &FINANCIERING)?;
    let words: Vec<&str> = Wijze::ALL.iter().map(|wijze| wijze.word()).collect();
    let word = r.field(&o, pad, "wijze", |r, tree, pad| r.word(tree, pad, &words));
    Some(Financiering {
        wijze: Wijze::ALL.into_iter().find(|wijze| Some(wijze.word()) == word),
        reservering: r.field(&o, pad, "reservering", Reader::euro_from_zero),
        vertraging: r
            .field(&o, pad, "vertraging", |r, tree, pad| r.whole(tree, pad, 0, 2))
            .and_then(|years| u16::try_from(years).ok()),
        incidenteel: r.field(&o, pad, "incidenteel", Reader::euro_from_zero),
    })
}

fn jaarbedrag(
    r: &mut Reader,
    tree: &Tree,
    pad: &Pad<'_>,
    earlier: &[(Jaar, Euro)],
    read: impl FnOnce(&mut Reader, &Tree, &Pad<'_>) -> Option<Euro>,
) -> Option<(Jaar, Euro)> {
    let o = r.object(tree, pad, &JAARBEDRAG)?;
    let jaar = r.field(&o, pad, "jaar", Reader::jaar);
    let bedrag = r.field(&o, pad, "bedrag", read);
    let jaar = jaar?;
    let twice = earlier.iter().any(|(known, _)| *known == jaar);
    once(r, &pad.field("jaar"), Code::YearTwice, jaar.to_string(), twice).then_some(())?;
    Some((jaar, bedrag?))
}

fn sleutel(r: &mut Reader, tree: &Tree, pad: &Pad<'_>, p: &Publicatie) -> Option<SleutelKeuze> {
    let o = r.object(tree, pad, &SLEUTEL)?;
    let mut key = |name: &str| {
        let known = p.sleutels.iter().map(|it| &it.id);
        r.field(&o, pad, name, |r, tree, pad| known_id(r, tree, pad, "verdeelsleutel", known))
    };
    let alle = key("alle");
    let per_groep =
        Groep::ALL.into_iter().filter_map(|groep| Some((groep, key(groep.word())?))).collect();
    let blokken = each(r, &o, pad, "blokken", |r, tree, pad, earlier: &[(Id, Decimal)]| {
        let o = r.object(tree, pad, &BLOK)?;
        let known = p.blokken.iter().map(|it| &it.id);
        let blok = r.field(&o, pad, "blok", |r, tree, pad| known_id(r, tree, pad, "blok", known));
        let waarde = r.field(&o, pad, "waarde", Reader::aandeel);
        let blok = blok?;
        let twice = earlier.iter().any(|(known, _)| *known == blok);
        once(r, &pad.field("blok"), Code::IdTwice, blok.to_string(), twice).then_some(())?;
        Some((blok, waarde?))
    });
    let gewichten = each(r, &o, pad, "gewichten", |r, tree, pad, earlier: &[(Id, Euro)]| {
        let o = r.object(tree, pad, &GEWICHT)?;
        let id = r.field(&o, pad, "deelnemer", |r, tree, pad| deelnemer(r, tree, pad, p));
        let waarde = r.field(&o, pad, "waarde", Reader::gewicht);
        let id = id?;
        let twice = earlier.iter().any(|(known, _)| *known == id);
        once(r, &pad.field("deelnemer"), Code::IdTwice, id.to_string(), twice).then_some(())?;
        Some((id, waarde?))
    });
    Some(SleutelKeuze { alle, per_groep, blokken, gewichten })
}

fn parameter(
    r: &mut Reader,
    tree: &Tree,
    pad: &Pad<'_>,
    earlier: &[EigenWaarde],
    p: &Publicatie,
) -> Option<EigenWaarde> {
    let o = r.object(tree, pad, &PARAMETER)?;
    let known = p.parameters.iter().map(|it| &it.id);
    let id = r.field(&o, pad, "id", |r, tree, pad| known_id(r, tree, pad, "parameter", known))?;
    let of = p.parameter(&id)?;
    let jaar = match o.get("jaar") {
        Some(tree) => Some(
            r.jaar(tree, &pad.field("jaar"))
                .filter(|jaar| inside(r, &pad.field("jaar"), *jaar, p))?,
        ),
        None => None,
    };
    let mut read = |name| r.field(&o, pad, name, |r, tree, pad| r.value(tree, pad, of.eenheid));
    let (waarde, laag, hoog) = (read("waarde"), read("laag"), read("hoog"));
    let twice = earlier.iter().any(|known| known.id == id && known.jaar == jaar);
    let what = jaar.map_or_else(|| id.to_string(), |jaar| format!("{id} {jaar}"));
    once(r, pad, Code::IdTwice, what, twice).then_some(())?;
    let waarde = waarde?;
    let lowest = laag.unwrap_or(waarde);
    if lowest > waarde || waarde > hoog.unwrap_or(waarde) {
        r.report(Code::BandOrder, pad, []);
        return None;
    }
    if p.all_regels().any(|regel| regel.basis.as_ref() == Some(&id)) && !lowest.is_positive() {
        r.report(Code::DividesByZero, &pad.field("waarde"), [id.to_string()]);
        return None;
    }
    Some(EigenWaarde { id, jaar, waarde, laag, hoog })
}

fn onbekend(
    r: &mut Reader,
    tree: &Tree,
    pad: &Pad<'_>,
    earlier: &[EigenPost],
    p: &Publicatie,
) -> Option<EigenPost> {
    let o = r.object(tree, pad, &ONBEKEND)?;
    let known = p.all_regels().map(|it| &it.id);
    let post = r.field(&o, pad, "post", |r, tree, pad| known_id(r, tree, pad, "post", known));
    let bedrag = r.field(&o, pad, "bedrag", Reader::euro);
    let jaar = jaar_once(r, &o, pad, p, |jaar| {
        earlier.iter().any(|known| Some(&known.post) == post.as_ref() && known.jaar == jaar)
    });
    let post = post?;
    let regel = p.all_regels().find(|regel| regel.id == post)?;
    if p.parameter(&regel.bedrag)
        .is_some_and(|bedrag| bedrag.status != crate::formula::Status::Onbekend)
    {
        r.report(
            Code::PostIsKnown,
            &pad.field("post"),
            [post.to_string(), regel.bedrag.to_string()],
        );
        return None;
    }
    Some(EigenPost { post, jaar: jaar?, bedrag: bedrag? })
}

fn rekenprotocol(r: &mut Reader, tree: &Tree, pad: &Pad<'_>) -> Option<Rekenprotocol> {
    let o = r.object(tree, pad, &REKENPROTOCOL)?;
    let jaren =
        r.field(&o, pad, "jaren", |r, tree, pad| r.whole(tree, pad, 1, PROTOCOL_MOST.into()));
    let gerealiseerd = each(r, &o, pad, "gerealiseerd", |r, tree, pad, earlier| {
        jaarbedrag(r, tree, pad, earlier, Reader::euro)
    });
    Some(Rekenprotocol { jaren: jaren.and_then(|years| u16::try_from(years).ok()), gerealiseerd })
}

fn bijdrage(
    r: &mut Reader,
    tree: &Tree,
    pad: &Pad<'_>,
    earlier: &[EigenBijdrage],
    p: &Publicatie,
) -> Option<EigenBijdrage> {
    let o = r.object(tree, pad, &BIJDRAGE)?;
    let id = r.field(&o, pad, "deelnemer", |r, tree, pad| deelnemer(r, tree, pad, p));
    let bedrag = r.field(&o, pad, "bedrag", Reader::euro);
    let words: Vec<&str> = BijdrageSoort::ALL.iter().map(|soort| soort.word()).collect();
    let word = r.field(&o, pad, "soort", |r, tree, pad| r.word(tree, pad, &words));
    let jaar = jaar_once(r, &o, pad, p, |jaar| {
        earlier.iter().any(|known| Some(&known.deelnemer) == id.as_ref() && known.jaar == jaar)
    });
    let soort = BijdrageSoort::ALL.into_iter().find(|soort| Some(soort.word()) == word);
    Some(EigenBijdrage { deelnemer: id?, jaar: jaar?, bedrag: bedrag?, soort: soort? })
}

fn onzekerheid(r: &mut Reader, tree: &Tree, pad: &Pad<'_>) -> Option<Onzekerheid> {
    let o = r.object(tree, pad, &ONZEKERHEID)?;
    let zaad = r.field(&o, pad, "zaad", |r, tree, pad| {
        let Tree::Text(text) = tree else {
            r.report(Code::WrongType, pad, ["getal als tekst".into(), tree.type_word().into()]);
            return None;
        };
        let zaad = text.parse::<u64>().ok().filter(|zaad| zaad.to_string() == *text);
        if zaad.is_none() {
            r.report(Code::OutOfBounds, pad, ["0".into(), u64::MAX.to_string(), shown(text)]);
        }
        zaad
    });
    let trekkingen =
        r.field(&o, pad, "trekkingen", |r, tree, pad| r.whole(tree, pad, 100, 1_000_000));
    let aannamen = r.field(&o, pad, "aannamen", Reader::bool);
    Some(Onzekerheid {
        zaad,
        trekkingen: trekkingen.and_then(|count| u32::try_from(count).ok()),
        aannamen,
    })
}
