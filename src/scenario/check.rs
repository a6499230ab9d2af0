//! Checks a complete scenario: what its parts say of each other, and the warnings.

use rust_decimal::Decimal;

use super::{EigenWaarde, Groep, Input, Omvang, Rekenprotocol, Uitrol, Wijze};
use crate::document::{Pad, Reader, Tree, undisturbing};
use crate::formula::{Id, Status};
use crate::melding::Code;
use crate::publicatie::{
    BATEN_NIEUW, GEREALISEERDE_BATEN, Publicatie, RESULTAAT, SleutelSoort, blocks,
};
use crate::units::notation::{as_written, enumerated, with_unit};
use crate::units::{Breuk, Eenheid, Euro, Jaar, each_in_order, in_order};

/// Checks a scenario that has been laid over its uitgangspunt.
pub fn check_complete(r: &mut Reader, scenario: &Input, pad: &Pad<'_>, p: &Publicatie) {
    complete(r, scenario, pad);
    keys(r, scenario, &pad.field("sleutel"), p);
    rekenprotocol(r, scenario, &pad.field("rekenprotocol"), p);
}

fn complete(r: &mut Reader, scenario: &Input, pad: &Pad<'_>) {
    let financiering = pad.field("financiering");
    let sleutel = pad.field("sleutel");
    let missing = [
        (scenario.varianten.is_none(), pad.field("varianten"), "varianten"),
        (scenario.financiering.wijze.is_none(), financiering.field("wijze"), "wijze"),
        (
            scenario.financiering.reservering.is_none(),
            financiering.field("reservering"),
            "reservering",
        ),
        (
            scenario.financiering.incidenteel.is_none(),
            financiering.field("incidenteel"),
            "incidenteel",
        ),
        (scenario.sleutel.alle.is_none(), sleutel.field("alle"), "alle"),
    ];
    for (absent, pad, name) in missing {
        if absent {
            r.report(Code::MissingField, &pad, [name.to_owned()]);
        }
    }
}

fn keys(r: &mut Reader, scenario: &Input, pad: &Pad<'_>, p: &Publicatie) {
    let used = Groep::ALL.into_iter().filter_map(|groep| scenario.sleutel.of_groep(groep));
    let soorten = used.filter_map(|id| p.sleutel(id));
    let (mut weights, mut block_years) = (false, Vec::new());
    for sleutel in soorten {
        match &sleutel.soort {
            SleutelSoort::Eigen => weights = true,
            SleutelSoort::Blok { jaar, blokken } if blokken.is_empty() => {
                block_years.push(*jaar);
            }
            _ => {}
        }
    }
    let chosen = &scenario.sleutel;
    if weights {
        let pad = pad.field("gewichten");
        if chosen.gewichten.is_empty() {
            r.report(Code::KeyIncomplete, &pad, ["gewichten".into()]);
        } else if chosen.gewichten.iter().all(|(_, gewicht)| *gewicht == Euro::NUL) {
            r.report(Code::WeightsZero, &pad, []);
        }
    }
    for jaar in each_in_order(block_years) {
        let pad = pad.field("blokken");
        if chosen.blokken.is_empty() {
            r.report(Code::KeyIncomplete, &pad, ["blokken".into()]);
            continue;
        }
        let shares = chosen.aandelen(p);
        let sum: Decimal = shares.iter().map(|(_, share)| *share).sum();
        if sum != Decimal::ONE {
            let sum = as_written(Breuk::from_decimal(sum), Eenheid::Aandeel);
            r.report(Code::SharesOpen, &pad, [sum]);
            continue;
        }
        let weights: Vec<(Id, Euro)> = shares
            .iter()
            .map(|(id, share)| (Id::clone(id), Euro::from_cents(share.mantissa())))
            .collect();
        blocks(r, p, jaar, &weights, &pad);
    }
}

/// The realised baten that the protocol can use: the user's own before those of the publicatie.
pub(crate) fn realised(protocol: &Rekenprotocol, p: &Publicatie) -> Vec<(Jaar, Breuk, bool)> {
    let mut years: Vec<(Jaar, Breuk, bool)> =
        protocol.gerealiseerd.iter().map(|(jaar, bedrag)| (*jaar, bedrag.breuk(), true)).collect();
    for (jaar, waarde) in
        p.parameter(GEREALISEERDE_BATEN).iter().flat_map(|parameter| &parameter.per_jaar)
    {
        if !years.iter().any(|(known, _, _)| known == jaar) {
            years.push((*jaar, waarde.waarde, false));
        }
    }
    in_order(years, |(jaar, _, _)| *jaar)
}

/// Whether the user typed the budgeted baten of a year, which then win over the protocol.
pub(crate) fn types_baten(scenario: &Input, jaar: Jaar) -> bool {
    scenario
        .parameters
        .iter()
        .any(|own| &*own.id == BATEN_NIEUW && own.jaar.is_none_or(|year| year == jaar))
}

/// The budgeted baten of year t follow from realised years up to t − 2: what is known when it is made.
pub const PROTOCOL_LAG: u16 = 2;

/// The most realised years over which the mean is taken.
pub const PROTOCOL_MOST: u16 = 50;

fn rekenprotocol(r: &mut Reader, scenario: &Input, pad: &Pad<'_>, p: &Publicatie) {
    let Some(protocol) = &scenario.rekenprotocol else { return };
    let Some(needed) = protocol.jaren else {
        r.report(Code::MissingField, &pad.field("jaren"), ["jaren".into()]);
        return;
    };
    let known = realised(protocol, p);
    for jaar in p.horizon.years().filter(|jaar| !types_baten(scenario, *jaar)) {
        let usable = known.iter().filter(|(year, _, _)| *year <= jaar.minus(PROTOCOL_LAG)).count();
        if usable < usize::from(needed) {
            let gegevens = [needed.to_string(), usable.to_string(), jaar.to_string()];
            r.report(Code::TooFewRealised, pad, gegevens);
            return;
        }
    }
}

/// What a user should know of a scenario that can be computed all the same. The document says where: what
/// was refused is not in the input, so its places are others.
pub(super) fn warnings(
    r: &mut Reader,
    document: &Tree,
    own: &Input,
    scenario: &Input,
    p: &Publicatie,
) {
    let root = Pad::ROOT;
    let parameters = Written { tree: document.get("parameters"), pad: &root.field("parameters") };
    outside_band(r, parameters, own, p);
    shares_above(r, parameters, own, scenario, p);
    if scenario.financiering.wijze == Some(Wijze::Incidenteel) {
        let pad = root.field("financiering");
        if scenario.financiering.vertraging.is_some_and(|years| years > 0) {
            r.report(Code::DelayIgnored, &pad.field("vertraging"), []);
        }
        above_resultaat(r, scenario, &pad.field("incidenteel"), p);
    }
    let chosen: Vec<&Id> = scenario.varianten.iter().flatten().collect();
    for id in &chosen {
        for other in p.variant(id).iter().flat_map(|variant| &variant.dubbel_met) {
            if chosen.contains(&other) {
                let naam = |id: &Id| {
                    p.variant(id)
                        .map_or_else(|| id.to_string(), |variant| undisturbing(&variant.naam))
                };
                let gegevens = [naam(id), naam(other)];
                r.report(Code::CountsTwice, &root.field("varianten"), gegevens);
            }
        }
    }
    let written = document.get("uitrol");
    let list = root.field("uitrol");
    for uitrol in &own.uitrol {
        let index = index_of(written, &[("variant", Some(Tree::from(&*uitrol.variant)))]);
        let written = item(written, index).and_then(|it| it.get("omvang"));
        omvang_above(r, written, uitrol, scenario, &list.item(index).field("omvang"), p);
    }
}

/// The place of the first item of a list that has these fields.
fn index_of(list: Option<&Tree>, fields: &[(&str, Option<Tree>)]) -> usize {
    let Some(Tree::List(items)) = list else { return 0 };
    let has = |item: &Tree| fields.iter().all(|(name, value)| item.get(name) == value.as_ref());
    items.iter().position(has).unwrap_or(0)
}

fn item(list: Option<&Tree>, index: usize) -> Option<&Tree> {
    let Some(Tree::List(items)) = list else { return None };
    items.get(index)
}

/// A list as it is written, and where.
#[derive(Clone, Copy)]
struct Written<'d> {
    tree: Option<&'d Tree>,
    pad: &'d Pad<'d>,
}

impl Written<'_> {
    /// Reports something of the value of a parameter.
    fn report<const N: usize>(
        self,
        r: &mut Reader,
        code: Code,
        typed: &EigenWaarde,
        gegevens: [String; N],
    ) {
        let fields = [("id", Some(Tree::from(&*typed.id))), ("jaar", typed.jaar.map(Tree::from))];
        let index = index_of(self.tree, &fields);
        r.report(code, &self.pad.item(index).field("waarde"), gegevens);
    }
}

fn outside_band(r: &mut Reader, written: Written<'_>, own: &Input, p: &Publicatie) {
    for typed in &own.parameters {
        let Some(parameter) = p.parameter(&typed.id).filter(|it| it.status != Status::Onbekend)
        else {
            continue;
        };
        let band = typed.jaar.map_or(parameter.waarde, |jaar| parameter.in_year(jaar));
        let Some(band) = band.filter(|band| band.laag < band.hoog) else { continue };
        if typed.waarde < band.laag || typed.waarde > band.hoog {
            let value = |value| as_written(value, parameter.eenheid);
            let status = parameter.status.word().to_owned();
            let gegevens =
                [undisturbing(&parameter.naam), value(band.laag), value(band.hoog), status];
            written.report(r, Code::OutsideBand, typed, gegevens);
        }
    }
}

/// Typed shares of one number that are together more than all of it. They stand beside the bijdrage, so they
/// do not withhold it.
fn shares_above(
    r: &mut Reader,
    written: Written<'_>,
    own: &Input,
    scenario: &Input,
    p: &Publicatie,
) {
    for whole in each_in_order(p.buiten.iter().map(|of| &of.aantal)) {
        let parts: Vec<&Id> =
            p.buiten.iter().filter(|of| of.aantal == *whole).map(|of| &of.aandeel).collect();
        let Some(typed) = own.parameters.iter().find(|own| parts.contains(&&own.id)) else {
            continue;
        };
        let sum = |jaar: Jaar| {
            let shares = parts.iter().filter_map(|id| in_force(scenario, p, id, jaar));
            shares.fold(Breuk::NUL, |sum, share| sum + share)
        };
        let above = p.horizon.years().map(|jaar| (jaar, sum(jaar)));
        if let Some((jaar, sum)) = above.into_iter().find(|(_, sum)| *sum > Breuk::whole(1)) {
            let names: Vec<String> = parts
                .iter()
                .filter_map(|id| p.parameter(id))
                .map(|parameter| format!("“{}”", undisturbing(&parameter.naam)))
                .collect();
            let gegevens =
                [enumerated(&names), as_written(sum, Eenheid::Aandeel), jaar.to_string()];
            written.report(r, Code::SharesAbove, typed, gegevens);
        }
    }
}

fn above_resultaat(r: &mut Reader, scenario: &Input, pad: &Pad<'_>, p: &Publicatie) {
    let known = p
        .parameter(RESULTAAT)
        .iter()
        .flat_map(|it| &it.per_jaar)
        .map(|(_, value)| value.waarde)
        .max();
    let kept = scenario.financiering.incidenteel.unwrap_or(Euro::NUL);
    if let Some(most) = known.filter(|most| kept.breuk() > *most) {
        let gegevens = [kept.breuk(), most].map(|value| with_unit(value, Eenheid::Euro));
        r.report(Code::AboveResultaat, pad, gegevens);
    }
}

fn omvang_above(
    r: &mut Reader,
    written: Option<&Tree>,
    uitrol: &Uitrol,
    scenario: &Input,
    list: &Pad<'_>,
    p: &Publicatie,
) {
    let variant = p.variant(&uitrol.variant);
    let Some(total) = variant.and_then(|variant| variant.jaartotaal.as_ref()) else { return };
    for (jaar, omvang) in &uitrol.omvang {
        let (Omvang::Aantal(count), Some(most)) = (omvang, in_force(scenario, p, total, *jaar))
        else {
            continue;
        };
        let count = Breuk::from_decimal(*count);
        if count > most {
            let shown = |value| with_unit(value, Eenheid::Aantal);
            let index = index_of(written, &[("jaar", Some(Tree::from(*jaar)))]);
            let gegevens = [shown(count), shown(most), jaar.to_string()];
            r.report(Code::OmvangAbove, &list.item(index), gegevens);
        }
    }
}

/// The value of a parameter in a year: the user's own for that year, then for all, then the publicatie's.
fn in_force(scenario: &Input, p: &Publicatie, id: &Id, jaar: Jaar) -> Option<Breuk> {
    scenario.own_value(id, jaar).map(|own| own.waarde).or_else(|| {
        p.parameter(id).and_then(|parameter| parameter.in_year(jaar)).map(|value| value.waarde)
    })
}
