//! Scenarios to send, and what came of opening a link.

use bijdragewijzer::document::{Tree, parse};
use bijdragewijzer::melding::Melding;
use bijdragewijzer::publicatie::{Publicatie, standaard};
use bijdragewijzer::scenario::{Inhoud, Input, Opened, Vergelijking, controleer_vergelijking};

/// The four of a meeting: how it is, the proposal, and two of one's own, with zeros and things switched off.
const FOUR: &str = r#"{ "versie": 1, "bovenaan": 3, "scenarios": [
  { "versie": 1, "naam": "Nu", "uitgangspunt": "niets", "deelnemer": "zwolle", "index": "0.02" },
  { "versie": 1, "naam": "Voorstel", "uitgangspunt": "voorstel", "deelnemer": "zwolle", "index": "0.005" },
  { "versie": 1, "naam": "Eigen A: zónder 2A", "uitgangspunt": "voorstel", "deelnemer": "zwolle", "varianten": ["1", "2b"],
    "uitrol": [ { "variant": "1", "inzet": [ { "jaar": 2021, "waarde": "0" } ] } ],
    "parameters": [ { "id": "betaald_aandeel", "waarde": "0.2" },
                    { "id": "baten_nieuw", "jaar": 2022, "waarde": "5600000", "laag": "5300000", "hoog": "5900000" },
                    { "id": "baten_nieuw", "jaar": 2023, "waarde": "5650000" } ],
    "bijdragen": [ { "deelnemer": "zwolle", "jaar": 2022, "bedrag": "2310000.55", "soort": "met_voorstel" } ] },
  { "versie": 1, "naam": "Eigen B", "uitgangspunt": "voorstel", "deelnemer": "zwolle", "varianten": [],
    "uitrol": [ { "variant": "2b", "start": 2023 } ],
    "financiering": { "reservering": "0" }, "sleutel": { "baten": "blok-2019" },
    "onbekend": [ { "post": "minderbaten_2b", "jaar": 2022, "bedrag": "-40000" } ] } ] }"#;

pub(crate) fn publicatie() -> Publicatie {
    standaard().unwrap()
}

pub(crate) fn accepted(publicatie: &Publicatie, tree: &Tree) -> Vergelijking {
    controleer_vergelijking(publicatie, tree)
        .map(|(vergelijking, _)| vergelijking)
        .unwrap_or_else(|geweigerd| panic!("{:?}", geweigerd.meldingen))
}

pub(crate) fn four(publicatie: &Publicatie) -> Vergelijking {
    accepted(publicatie, &parse(FOUR.as_bytes()).unwrap())
}

/// The codes of the meldingen, each once.
pub(crate) fn codes(meldingen: &[Melding]) -> Vec<&'static str> {
    let mut codes: Vec<&str> = meldingen.iter().map(|melding| melding.code.text()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The document of a link that was taken over whole.
pub(crate) fn whole(opened: &Opened) -> Option<Tree> {
    match &opened.inhoud {
        Inhoud::Vergelijking(vergelijking) => Some(vergelijking.document()),
        _ => None,
    }
}

/// What is offered of a link that was refused.
pub(crate) fn offered(opened: &Opened) -> &[Input] {
    match &opened.inhoud {
        Inhoud::Aanbod { scenarios, .. } => scenarios,
        _ => &[],
    }
}
