//! One name for one thing: what becomes a cell of its own may not have the name of another.

use std::collections::BTreeSet;

use crate::document::{Pad, Reader};
use crate::formula::{Id, VOORSTEL, cell_word};
use crate::melding::Code;

/// Parameters, posts and steps of the whole publicatie share one set of names, with those of the model: their
/// cells do too.
pub(super) fn claim(r: &mut Reader, pad: &Pad<'_>, id: &Id, names: &mut BTreeSet<String>) {
    let name = cell_word(id);
    let of_model = MODEL_NAMES.contains(&&*name)
        || MODEL_STEMS.iter().any(|stem| name.starts_with(stem))
        || MODEL_ENDS.iter().any(|end| name.ends_with(end));
    if of_model || !names.insert(name) {
        r.report(Code::IdTwice, &pad.field("id"), [id.to_string(), "bezet".to_owned()]);
    }
}

/// What the model itself calls posts, totals, steps and choices.
const MODEL_NAMES: [&str; 30] = [
    "begroot",
    "bespaard",
    "betaald",
    "bijdrage",
    "bijdrage_nieuw",
    "bijdrage_oud",
    "btw_compensatie",
    "btw_inschatting",
    "cumulatief",
    "definitief",
    "effect",
    "eigen_bijdrage",
    "geheel",
    "incidenteel",
    "index",
    "nieuw",
    "onttrekking",
    "onttrekking_bedrag",
    "ophoging",
    "oud",
    "rekenprotocol_jaren",
    "reservering",
    "reservering_bedrag",
    "reservering_rest",
    "reservering_tekort",
    "rest",
    "rest_bedrag",
    "uitputting",
    "verrekening",
    "vrijgave",
];

/// What names begin with that the model makes of another id.
const MODEL_STEMS: [&str; 5] = ["effect_van_", "gewicht_", "inzet_", "omvang_", VOORSTEL];

/// What they end with.
const MODEL_ENDS: [&str; 3] = ["_begroot", "_definitief", "_tegenover_ongewijzigd"];
