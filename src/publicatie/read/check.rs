//! Checks what the parts of a publicatie say of each other.

use std::collections::BTreeSet;

use super::MAX_YEARS;
use super::names::claim;
use crate::document::{Pad, Reader};
use crate::formula::{Herkomst, Id};
use crate::melding::Code;
use crate::publicatie::{
    BijdrageSoort, Deelnemer, Drijver, NEEDED, Publicatie, Regel, SleutelSoort, Startwaarde,
    TrechterStap, Variant,
};
use crate::units::{Eenheid, Euro, Jaar};

/// The most shares in one product: with it every product stays exact (rekenmodel 1).
const MAX_SHARES: usize = 5;

pub(super) fn check(r: &mut Reader, p: &Publicatie) {
    let root = Pad::ROOT;
    periods(r, p, &root);
    for (index, deelnemer) in p.deelnemers.iter().enumerate() {
        // Blocks and deelnemers stand beside each other in the cells of a key in two steps.
        if p.blokken.iter().any(|blok| blok.id == deelnemer.id) {
            let list = root.field("deelnemers");
            let gegevens = [deelnemer.id.to_string(), "bezet".to_owned()];
            r.report(Code::IdTwice, &list.item(index).field("id"), gegevens);
        }
        compensation(r, p, deelnemer, &root.field("deelnemers").item(index));
    }
    needed(r, p, &root);
    sources(r, p, &root);
    keys(r, p, &root);
    let mut names = BTreeSet::new();
    let list = root.field("parameters");
    for (index, parameter) in p.parameters.iter().enumerate() {
        let earlier = p.parameters.iter().take(index);
        // The same id twice is said where it is read.
        if earlier.clone().all(|it| it.id != parameter.id) {
            claim(r, &list.item(index), &parameter.id, &mut names);
        }
    }
    let list = root.field("varianten");
    for (index, variant) in p.varianten.iter().enumerate() {
        check_variant(r, p, variant, &list.item(index), &mut names);
    }
    let list = root.field("regels");
    for (index, regel) in p.regels.iter().enumerate() {
        check_regel(r, p, None, regel, &list.item(index), &mut names);
    }
    let list = root.field("buiten_exploitatie");
    for (index, buiten) in p.buiten.iter().enumerate() {
        let pad = list.item(index);
        parameter(r, p, &pad.field("aantal"), &buiten.aantal, Eenheid::Aantal);
        parameter(r, p, &pad.field("aandeel"), &buiten.aandeel, Eenheid::Aandeel);
        parameter(r, p, &pad.field("bedrag"), &buiten.bedrag, Eenheid::Euro);
    }
}

/// Reports a compensation of more than the whole bijdrage.
fn compensation(r: &mut Reader, p: &Publicatie, deelnemer: &Deelnemer, pad: &Pad<'_>) {
    let paid = deelnemer.bijdrage(p.basisjaar, BijdrageSoort::Begroting);
    if let (Some((bedrag, _)), Some(paid)) = (&deelnemer.btw, paid)
        && *bedrag > paid
    {
        let gegevens = [Euro::NUL.to_string(), paid.to_string(), bedrag.to_string()];
        r.report(Code::OutOfBounds, &pad.field("btw_compensatie").field("bedrag"), gegevens);
    }
}

/// Reports an id that is not among those that exist.
pub(crate) fn exists<'i>(
    r: &mut Reader,
    pad: &Pad<'_>,
    id: &Id,
    what: &str,
    known: impl Iterator<Item = &'i Id>,
) -> bool {
    let known: Vec<&Id> = known.collect();
    let found = known.contains(&id);
    if !found {
        // A list of more than thirty helps no one.
        let shown: Vec<&str> = known.iter().take(30).map(|id| &***id).collect();
        r.report(Code::UnknownId, pad, [what.to_owned(), id.to_string(), shown.join(", ")]);
    }
    found
}

pub(crate) fn year_outside(r: &mut Reader, pad: &Pad<'_>, p: &Publicatie) {
    r.report(Code::YearOutside, pad, [p.horizon.van.to_string(), p.horizon.tot.to_string()]);
}

fn periods(r: &mut Reader, p: &Publicatie, root: &Pad<'_>) {
    let inside = |jaar: Jaar| p.horizon.contains(jaar);
    if let Some(overgang) = p.overgang
        && !(inside(overgang.van) && inside(overgang.tot))
    {
        year_outside(r, &root.field("overgang"), p);
    }
    if p.antwoordjaar.is_some_and(|jaar| !inside(jaar)) {
        year_outside(r, &root.field("antwoordjaar"), p);
    }
    // The bijdrage grows by its index from the base year on, so that lies no further back than a horizon is long.
    if usize::from(p.horizon.tot.number().saturating_sub(p.basisjaar.number())) > MAX_YEARS {
        r.report(Code::BadPeriod, &root.field("basisjaar"), [MAX_YEARS.to_string()]);
    }
    let dekking = p.dekking.periode;
    if !(inside(dekking.van) && inside(dekking.tot)) {
        year_outside(r, &root.field("dekking"), p);
    }
}

fn needed(r: &mut Reader, p: &Publicatie, root: &Pad<'_>) {
    for id in NEEDED {
        match p.parameter(id) {
            Some(found) if found.eenheid == Eenheid::Euro => {}
            Some(found) => {
                let gegevens = [
                    Eenheid::Euro.word().to_owned(),
                    found.eenheid.word().to_owned(),
                    id.to_owned(),
                ];
                r.report(Code::OtherUnit, &root.field("parameters"), gegevens);
            }
            None => r.report(Code::MissingParameter, &root.field("parameters"), [id.to_owned()]),
        }
    }
    for (index, parameter) in p.parameters.iter().enumerate() {
        let list = root.field("parameters");
        let divides = p.all_regels().any(|regel| regel.basis.as_ref() == Some(&parameter.id));
        let zero =
            parameter.waarde.iter().chain(parameter.per_jaar.iter().map(|(_, waarde)| waarde));
        if divides && zero.clone().any(|waarde| !waarde.laag.is_positive()) {
            r.report(Code::DividesByZero, &list.item(index), [parameter.id.to_string()]);
        }
    }
}

/// Reports a herkomst that names no document of the publicatie.
pub(super) fn herkomst(r: &mut Reader, herkomst: &Herkomst, pad: &Pad<'_>, p: &Publicatie) {
    if let Some(bron) = &herkomst.bron {
        exists(
            r,
            &pad.field("herkomst").field("bron"),
            bron,
            "bron",
            p.bronnen.iter().map(|it| &it.id),
        );
    }
}

fn sources(r: &mut Reader, p: &Publicatie, root: &Pad<'_>) {
    let list = root.field("parameters");
    for (index, parameter) in p.parameters.iter().enumerate() {
        herkomst(r, &parameter.herkomst, &list.item(index), p);
    }
    let list = root.field("reeksen");
    for (index, reeks) in p.reeksen.iter().enumerate() {
        herkomst(r, &reeks.herkomst, &list.item(index), p);
    }
    let list = root.field("verdeelsleutels");
    for (index, sleutel) in p.sleutels.iter().enumerate() {
        herkomst(r, &sleutel.herkomst, &list.item(index), p);
    }
    let list = root.field("deelnemers");
    for (index, deelnemer) in p.deelnemers.iter().enumerate() {
        if let Some((_, source)) = &deelnemer.btw {
            herkomst(r, source, &list.item(index).field("btw_compensatie"), p);
        }
    }
}

fn keys(r: &mut Reader, p: &Publicatie, root: &Pad<'_>) {
    let list = root.field("verdeelsleutels");
    for (index, sleutel) in p.sleutels.iter().enumerate() {
        let pad = list.item(index);
        match &sleutel.soort {
            SleutelSoort::Evenredig(jaar) => {
                gaps(r, p, *jaar, &pad);
                let total: Euro = p
                    .deelnemers
                    .iter()
                    .filter_map(|it| it.bijdrage(*jaar, BijdrageSoort::Begroting))
                    .sum();
                if total == Euro::NUL {
                    r.report(Code::WeightsZero, &pad, []);
                }
            }
            SleutelSoort::Blok { jaar, blokken } => {
                gaps(r, p, *jaar, &pad);
                if !blokken.is_empty() {
                    blocks(r, p, *jaar, blokken, &pad.field("blokken"));
                }
            }
            SleutelSoort::Eigen => {}
        }
    }
}

fn gaps(r: &mut Reader, p: &Publicatie, jaar: Jaar, pad: &Pad<'_>) {
    for deelnemer in &p.deelnemers {
        if deelnemer.bijdrage(jaar, BijdrageSoort::Begroting).is_none() {
            r.report(Code::KeyHasGap, pad, [deelnemer.naam.clone(), jaar.to_string()]);
        }
    }
}

/// Reports blocks that are all zero, and a block with weight of which no deelnemer has any.
pub(crate) fn blocks(
    r: &mut Reader,
    p: &Publicatie,
    jaar: Jaar,
    weights: &[(Id, Euro)],
    pad: &Pad<'_>,
) {
    if weights.iter().all(|(_, weight)| *weight == Euro::NUL) {
        r.report(Code::WeightsZero, pad, []);
    }
    for (id, _) in weights.iter().filter(|(_, weight)| *weight > Euro::NUL) {
        let inside: Euro = p
            .deelnemers
            .iter()
            .filter(|deelnemer| deelnemer.blok == *id)
            .filter_map(|deelnemer| deelnemer.bijdrage(jaar, BijdrageSoort::Begroting))
            .sum();
        if inside == Euro::NUL {
            r.report(Code::EmptyBlock, pad, [id.to_string()]);
        }
    }
}

/// Reports a parameter that does not exist or has another unit than its use needs.
fn parameter(r: &mut Reader, p: &Publicatie, pad: &Pad<'_>, id: &Id, needed: Eenheid) {
    if !exists(r, pad, id, "parameter", p.parameters.iter().map(|it| &it.id)) {
        return;
    }
    if let Some(found) = p.parameter(id).filter(|found| found.eenheid != needed) {
        let gegevens = [needed.word().to_owned(), found.eenheid.word().to_owned(), id.to_string()];
        r.report(Code::OtherUnit, pad, gegevens);
    }
}

fn check_variant(
    r: &mut Reader,
    p: &Publicatie,
    variant: &Variant,
    pad: &Pad<'_>,
    names: &mut BTreeSet<String>,
) {
    if let Some(id) = &variant.jaartotaal {
        parameter(r, p, &pad.field("jaartotaal"), id, Eenheid::Aantal);
    }
    if let Some(id) = &variant.fte {
        parameter(r, p, &pad.field("fte"), id, Eenheid::Aantal);
    }
    let years: Vec<Jaar> = match &variant.uitrol {
        Startwaarde::PerJaar(values) => values.iter().map(|value| value.jaar).collect(),
        Startwaarde::Vanaf(jaar) => vec![*jaar],
    };
    if years.iter().any(|jaar| !p.horizon.contains(*jaar)) {
        let field = if variant.drijver == Drijver::Start { "start" } else { "uitrol" };
        year_outside(r, &pad.field(field), p);
    }
    if !variant.trechter.is_empty() && variant.drijver != Drijver::Omvang {
        let gegevens = ["trechter".to_owned(), variant.drijver.word().to_owned()];
        r.report(Code::OtherDriver, &pad.field("trechter"), gegevens);
    }
    let list = pad.field("trechter");
    for (index, stap) in variant.trechter.iter().enumerate() {
        parameter(r, p, &list.item(index).field("aandeel"), &stap.aandeel, Eenheid::Aandeel);
        claim(r, &list.item(index), &stap.id, names);
        let shares = 1 + depth(&variant.trechter, &stap.id);
        if shares > MAX_SHARES {
            let gegevens = [MAX_SHARES.to_string(), shares.to_string()];
            r.report(Code::TooManyShares, &list.item(index), gegevens);
        }
    }
    for (index, id) in variant.dubbel_met.iter().enumerate() {
        exists(
            r,
            &pad.field("dubbel_met").item(index),
            id,
            "variant",
            p.varianten.iter().map(|it| &it.id),
        );
    }
    let list = pad.field("regels");
    for (index, regel) in variant.regels.iter().enumerate() {
        check_regel(r, p, Some(variant), regel, &list.item(index), names);
    }
}

fn check_regel(
    r: &mut Reader,
    p: &Publicatie,
    variant: Option<&Variant>,
    regel: &Regel,
    pad: &Pad<'_>,
    names: &mut BTreeSet<String>,
) {
    claim(r, pad, &regel.id, names);
    parameter(r, p, &pad.field("bedrag"), &regel.bedrag, Eenheid::Euro);
    if let Some(id) = &regel.basis {
        parameter(r, p, &pad.field("basis"), id, Eenheid::Aantal);
    }
    for (index, id) in regel.factoren.iter().enumerate() {
        parameter(r, p, &pad.field("factoren").item(index), id, Eenheid::Aandeel);
    }
    if let Some((keuze, optie)) = &regel.bij {
        let pad = pad.field("bij");
        if exists(r, &pad.field("keuze"), keuze, "keuze", p.keuzes.iter().map(|it| &it.id)) {
            let opties = p.keuzes.iter().filter(|it| it.id == *keuze).flat_map(|it| &it.opties);
            exists(r, &pad.field("optie"), optie, "optie", opties.map(|it| &it.id));
        }
    }
    let mut shares = regel.factoren.len();
    if let Some(stap) = &regel.stap {
        shares += step_shares(r, variant, stap, &pad.field("stap"));
        let other = variant.map(|it| it.drijver).filter(|drijver| *drijver != Drijver::Omvang);
        if let Some(other) = other.filter(|_| regel.basis.is_some()) {
            let gegevens = ["basis".to_owned(), other.word().to_owned()];
            r.report(Code::OtherDriver, &pad.field("basis"), gegevens);
        }
    } else if regel.basis.is_some() {
        r.report(Code::MissingField, &pad.field("stap"), ["stap".into()]);
    }
    if shares > MAX_SHARES {
        r.report(Code::TooManyShares, pad, [MAX_SHARES.to_string(), shares.to_string()]);
    }
}

/// How many shares the step brings into the product; an omvang can be a share of the year's total.
fn step_shares(r: &mut Reader, variant: Option<&Variant>, stap: &Id, pad: &Pad<'_>) -> usize {
    let driver =
        variant.map(|variant| variant.drijver).filter(|drijver| *drijver != Drijver::Start);
    let driver_id: Option<Id> = driver.map(|drijver| drijver.word().into());
    let steps = variant.map(|variant| variant.trechter.as_slice()).unwrap_or_default();
    let known: Vec<&Id> = driver_id.iter().chain(steps.iter().map(|step| &step.id)).collect();
    if !exists(r, pad, stap, "stap", known.into_iter()) {
        return 0;
    }
    1 + depth(steps, stap)
}

/// How many shares lead from the omvang to a step; steps that go round in a circle are refused elsewhere.
fn depth(steps: &[TrechterStap], stap: &Id) -> usize {
    let mut shares = 0;
    let mut at = stap;
    while shares <= steps.len()
        && let Some(step) = steps.iter().find(|step| step.id == *at)
    {
        shares += 1;
        at = &step.van;
    }
    shares
}
