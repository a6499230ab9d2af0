//! Reads how far each variant is in each year.

use rust_decimal::Decimal;

use super::{each, inside, jaar_once, known_id, once};
use crate::document::{Object, Pad, Reader, Tree};
use crate::melding::Code;
use crate::publicatie::{Drijver, Publicatie, Variant};
use crate::scenario::shapes::{INZET, OMVANG, UITROL};
use crate::scenario::{Omvang, Uitrol};
use crate::units::Jaar;

pub(super) fn uitrol(
    r: &mut Reader,
    tree: &Tree,
    pad: &Pad<'_>,
    earlier: &[Uitrol],
    p: &Publicatie,
) -> Option<Uitrol> {
    let o = r.object(tree, pad, &UITROL)?;
    let known = p.varianten.iter().map(|it| &it.id);
    let variant =
        r.field(&o, pad, "variant", |r, tree, pad| known_id(r, tree, pad, "variant", known))?;
    let twice = earlier.iter().any(|known| known.variant == variant);
    once(r, &pad.field("variant"), Code::IdTwice, variant.to_string(), twice).then_some(())?;
    let of = p.variant(&variant)?;
    Some(Uitrol {
        inzet: if drives(r, &o, pad, of, Drijver::Inzet) {
            each(r, &o, pad, "inzet", |r, tree, pad, earlier| inzet(r, tree, pad, earlier, p))
        } else {
            Vec::new()
        },
        omvang: if drives(r, &o, pad, of, Drijver::Omvang) {
            each(r, &o, pad, "omvang", |r, tree, pad, earlier| omvang(r, tree, pad, earlier, of, p))
        } else {
            Vec::new()
        },
        start: if drives(r, &o, pad, of, Drijver::Start) {
            r.field(&o, pad, "start", Reader::jaar)
                .filter(|jaar| inside(r, &pad.field("start"), *jaar, p))
        } else {
            None
        },
        variant,
    })
}

/// Whether the field is there and is the variant's own driver; another driver is reported.
fn drives(
    r: &mut Reader,
    o: &Object<'_>,
    pad: &Pad<'_>,
    variant: &Variant,
    drijver: Drijver,
) -> bool {
    if o.get(drijver.word()).is_none() {
        return false;
    }
    if variant.drijver != drijver {
        let gegevens = [drijver.word().to_owned(), variant.drijver.word().to_owned()];
        r.report(Code::OtherDriver, &pad.field(drijver.word()), gegevens);
    }
    variant.drijver == drijver
}

fn inzet(
    r: &mut Reader,
    tree: &Tree,
    pad: &Pad<'_>,
    earlier: &[(Jaar, Decimal)],
    p: &Publicatie,
) -> Option<(Jaar, Decimal)> {
    let o = r.object(tree, pad, &INZET)?;
    let jaar = jaar_once(r, &o, pad, p, |jaar| earlier.iter().any(|(known, _)| *known == jaar));
    let waarde = r.field(&o, pad, "waarde", Reader::aandeel);
    Some((jaar?, waarde?))
}

fn omvang(
    r: &mut Reader,
    tree: &Tree,
    pad: &Pad<'_>,
    earlier: &[(Jaar, Omvang)],
    variant: &Variant,
    p: &Publicatie,
) -> Option<(Jaar, Omvang)> {
    let o = r.object(tree, pad, &OMVANG)?;
    let jaar = jaar_once(r, &o, pad, p, |jaar| earlier.iter().any(|(known, _)| *known == jaar));
    let (count, share) = (o.get("waarde").is_some(), o.get("aandeel").is_some());
    if count == share {
        r.report(Code::OneOfTwo, pad, ["waarde".into(), "aandeel".into()]);
        return None;
    }
    if share && variant.jaartotaal.is_none() {
        r.report(Code::OtherDriver, &pad.field("aandeel"), ["aandeel".into(), "waarde".into()]);
        return None;
    }
    let aantal = r.field(&o, pad, "waarde", Reader::aantal).map(Omvang::Aantal);
    let omvang =
        aantal.or_else(|| r.field(&o, pad, "aandeel", Reader::aandeel).map(Omvang::Aandeel));
    Some((jaar?, omvang?))
}
