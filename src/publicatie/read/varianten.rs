//! Reads the variants with their trechter and regels, the choices, and what lies outside the exploitation.

use super::{MAX_ITEMS, each, text, twice};
use crate::document::{Object, Pad, Reader, Shape, Tree};
use crate::document::{may, needs};
use crate::formula::{Id, Status};
use crate::melding::Code;
use crate::publicatie::{
    Buiten, Drijver, JaarDrijver, Keuze, Moment, Optie, Regel, RegelSoort, Startwaarde,
    TrechterStap, Variant,
};
use crate::units::Jaar;

pub(super) const KEUZE: Shape =
    Shape { name: "keuze", fields: &[needs("id"), needs("naam"), needs("opties")] };
pub(super) const OPTIE: Shape = Shape { name: "optie", fields: &[needs("id"), needs("naam")] };

pub(super) const VARIANT: Shape = Shape {
    name: "variant",
    fields: &[
        needs("id"),
        needs("naam"),
        may("toelichting"),
        needs("drijver"),
        may("jaartotaal"),
        may("fte"),
        may("uitrol"),
        may("start"),
        may("trechter"),
        needs("regels"),
        may("dubbel_met"),
    ],
};

pub(super) const STAP: Shape = Shape {
    name: "trechterstap",
    fields: &[needs("id"), needs("naam"), needs("van"), needs("aandeel")],
};

pub(super) const REGEL: Shape = Shape {
    name: "regel",
    fields: &[
        needs("id"),
        needs("naam"),
        needs("soort"),
        needs("bedrag"),
        may("stap"),
        may("basis"),
        may("factoren"),
        needs("moment"),
        may("bij"),
    ],
};

pub(super) const BIJ: Shape = Shape { name: "bij", fields: &[needs("keuze"), needs("optie")] };

pub(super) const BUITEN: Shape = Shape {
    name: "buiten_exploitatie",
    fields: &[needs("id"), needs("naam"), needs("aantal"), needs("aandeel"), needs("bedrag")],
};

pub(super) const STARTWAARDE: Shape =
    Shape { name: "startwaarde", fields: &[needs("jaar"), needs("waarde"), may("status")] };

pub(super) fn keuzes(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>) -> Vec<Keuze> {
    each(r, o, pad, "keuzes", MAX_ITEMS, |r, tree, pad, earlier: &[Keuze]| {
        let o = r.object(tree, pad, &KEUZE)?;
        let id = r.field(&o, pad, "id", Reader::id);
        let naam = text(r, &o, pad, "naam");
        let opties = each(r, &o, pad, "opties", MAX_ITEMS, |r, tree, pad, earlier: &[Optie]| {
            let o = r.object(tree, pad, &OPTIE)?;
            let id = r.field(&o, pad, "id", Reader::id);
            let naam = text(r, &o, pad, "naam");
            let optie = Optie { id: id?, naam: naam? };
            twice(r, &pad.field("id"), &optie.id, earlier.iter().map(|known| &known.id));
            Some(optie)
        });
        if opties.is_empty() {
            r.report(Code::TooFew, &pad.field("opties"), ["1".into()]);
        }
        let keuze = Keuze { id: id?, naam: naam?, opties };
        twice(r, &pad.field("id"), &keuze.id, earlier.iter().map(|known| &known.id));
        Some(keuze)
    })
}

pub(super) fn varianten(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>) -> Vec<Variant> {
    each(r, o, pad, "varianten", MAX_ITEMS, |r, tree, pad, earlier: &[Variant]| {
        let o = r.object(tree, pad, &VARIANT)?;
        let id = r.field(&o, pad, "id", Reader::id);
        let naam = text(r, &o, pad, "naam");
        let toelichting = text(r, &o, pad, "toelichting");
        let words: Vec<&str> = Drijver::ALL.iter().map(|drijver| drijver.word()).collect();
        let word = r.field(&o, pad, "drijver", |r, tree, pad| r.word(tree, pad, &words));
        let jaartotaal = r.field(&o, pad, "jaartotaal", Reader::id);
        let fte = r.field(&o, pad, "fte", Reader::id);
        let trechter = each(r, &o, pad, "trechter", MAX_ITEMS, trechterstap);
        let regels = each(r, &o, pad, "regels", MAX_ITEMS, |r, tree, pad, _| regel(r, tree, pad));
        let dubbel_met =
            each(r, &o, pad, "dubbel_met", MAX_ITEMS, |r, tree, pad, _| r.id(tree, pad));
        let drijver = Drijver::ALL.into_iter().find(|drijver| Some(drijver.word()) == word)?;
        let uitrol = uitrol(r, &o, pad, drijver);
        let id = id?;
        twice(r, &pad.field("id"), &id, earlier.iter().map(|known| &known.id));
        Some(Variant {
            id,
            naam: naam?,
            toelichting,
            drijver,
            jaartotaal,
            fte,
            uitrol: uitrol?,
            trechter,
            regels,
            dubbel_met,
        })
    })
}

fn uitrol(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>, drijver: Drijver) -> Option<Startwaarde> {
    let (own, other) =
        if drijver == Drijver::Start { ("start", "uitrol") } else { ("uitrol", "start") };
    if o.get(other).is_some() {
        r.report(
            Code::OtherDriver,
            &pad.field(other),
            [other.to_owned(), drijver.word().to_owned()],
        );
    }
    if o.get(own).is_none() {
        r.report(Code::MissingField, &pad.field(own), [own.to_owned()]);
        return None;
    }
    if drijver == Drijver::Start {
        return r.field(o, pad, "start", Reader::jaar).map(Startwaarde::Vanaf);
    }
    let values = each(r, o, pad, "uitrol", MAX_ITEMS, |r, tree, pad, earlier: &[JaarDrijver]| {
        let o = r.object(tree, pad, &STARTWAARDE)?;
        let jaar: Option<Jaar> = r.field(&o, pad, "jaar", Reader::jaar);
        let waarde = r.field(&o, pad, "waarde", |r, tree, pad| match drijver {
            Drijver::Inzet => r.aandeel(tree, pad),
            _ => r.aantal(tree, pad),
        });
        let status = super::status(r, &o, pad).unwrap_or(Status::Aanname);
        let jaar = jaar?;
        if earlier.iter().any(|known| known.jaar == jaar) {
            r.report(Code::YearTwice, &pad.field("jaar"), [jaar.to_string()]);
        }
        Some(JaarDrijver { jaar, waarde: waarde?, status })
    });
    Some(Startwaarde::PerJaar(values))
}

fn trechterstap(
    r: &mut Reader,
    tree: &Tree,
    pad: &Pad<'_>,
    earlier: &[TrechterStap],
) -> Option<TrechterStap> {
    let o = r.object(tree, pad, &STAP)?;
    let id = r.field(&o, pad, "id", Reader::id);
    let naam = text(r, &o, pad, "naam");
    let van = r.field(&o, pad, "van", Reader::id);
    let aandeel = r.field(&o, pad, "aandeel", Reader::id);
    let stap = TrechterStap { id: id?, naam: naam?, van: van?, aandeel: aandeel? };
    let omvang: Id = "omvang".into();
    let known: Vec<&Id> =
        std::iter::once(&omvang).chain(earlier.iter().map(|stap| &stap.id)).collect();
    twice(r, &pad.field("id"), &stap.id, known.iter().copied());
    super::check::exists(r, &pad.field("van"), &stap.van, "stap", known.into_iter());
    Some(stap)
}

pub(super) fn losse_regels(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>) -> Vec<Regel> {
    each(r, o, pad, "regels", MAX_ITEMS, |r, tree, pad, _| regel(r, tree, pad))
}

fn regel(r: &mut Reader, tree: &Tree, pad: &Pad<'_>) -> Option<Regel> {
    let o = r.object(tree, pad, &REGEL)?;
    let id = r.field(&o, pad, "id", Reader::id);
    let naam = text(r, &o, pad, "naam");
    let words: Vec<&str> = RegelSoort::ALL.iter().map(|soort| soort.word()).collect();
    let soort = r.field(&o, pad, "soort", |r, tree, pad| r.word(tree, pad, &words));
    let bedrag = r.field(&o, pad, "bedrag", Reader::id);
    let stap = r.field(&o, pad, "stap", Reader::id);
    let basis = r.field(&o, pad, "basis", Reader::id);
    let factoren = each(r, &o, pad, "factoren", MAX_ITEMS, |r, tree, pad, _| r.id(tree, pad));
    let words: Vec<&str> = Moment::ALL.iter().map(|moment| moment.word()).collect();
    let moment = r.field(&o, pad, "moment", |r, tree, pad| r.word(tree, pad, &words));
    let bij = r.field(&o, pad, "bij", |r, tree, pad| {
        let o = r.object(tree, pad, &BIJ)?;
        let keuze = r.field(&o, pad, "keuze", Reader::id);
        let optie = r.field(&o, pad, "optie", Reader::id);
        Some((keuze?, optie?))
    });
    Some(Regel {
        id: id?,
        naam: naam?,
        soort: RegelSoort::ALL.into_iter().find(|known| Some(known.word()) == soort)?,
        bedrag: bedrag?,
        stap,
        basis,
        factoren,
        moment: Moment::ALL.into_iter().find(|known| Some(known.word()) == moment)?,
        bij,
    })
}

pub(super) fn buiten(r: &mut Reader, o: &Object<'_>, pad: &Pad<'_>) -> Vec<Buiten> {
    each(r, o, pad, "buiten_exploitatie", MAX_ITEMS, |r, tree, pad, earlier: &[Buiten]| {
        let o = r.object(tree, pad, &BUITEN)?;
        let id = r.field(&o, pad, "id", Reader::id);
        let naam = text(r, &o, pad, "naam");
        let aantal = r.field(&o, pad, "aantal", Reader::id);
        let aandeel = r.field(&o, pad, "aandeel", Reader::id);
        let bedrag = r.field(&o, pad, "bedrag", Reader::id);
        let buiten =
            Buiten { id: id?, naam: naam?, aantal: aantal?, aandeel: aandeel?, bedrag: bedrag? };
        twice(r, &pad.field("id"), &buiten.id, earlier.iter().map(|known| &known.id));
        Some(buiten)
    })
}
