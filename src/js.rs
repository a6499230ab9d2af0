//! The JS API: plain objects in and out, the same walker and the same amounts as the command line.
//! Types: `www/model.d.ts`.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::document::{Pad, Tree, object, parse};
use crate::export;
use crate::formula::Deel;
use crate::melding::{Code, Melding};
use crate::model::{Uitkomst, bereken as compute, waarschuwingen};
use crate::publicatie::{Publicatie, STANDAARD_JSON, lees, standaard};
use crate::scenario::{Scenario, controleer as check};
use crate::units::Jaar;

thread_local! {
    /// The default publicatie, read once.
    static STANDAARD: Result<Publicatie, Vec<Melding>> = standaard();
}

/// A document from JS as a tree; absent is nothing. Objects go through JSON, so that they mean what they
/// would mean in a file: what JSON cannot say (NaN, functions) is no part of a document.
fn tree(value: &JsValue) -> Result<Option<Tree>, Melding> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    let text = match value.as_string() {
        Some(text) => text,
        None => js_sys::JSON::stringify(value)
            .ok()
            .and_then(|text| text.as_string())
            .ok_or_else(no_json)?,
    };
    parse(text.as_bytes()).map(Some)
}

fn no_json() -> Melding {
    Melding::new(Code::NoJson, Pad::ROOT, ["1".into(), "1".into(), "leesbaar".into()])
}

fn to_js(tree: &Tree) -> JsValue {
    // A tree of texts, whole numbers, lists and objects always has a JS value.
    tree.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

/// Runs with the publicatie given, or the default; its faults are the answer when it is refused.
fn with_publicatie(value: &JsValue, answer: impl FnOnce(&Publicatie) -> Tree) -> JsValue {
    let refused =
        |meldingen: &[Melding]| object([("meldingen", Some(export::meldingen(meldingen)))]);
    let tree = match tree(value) {
        Ok(Some(document)) => match lees(&document) {
            Ok(publicatie) => answer(&publicatie),
            Err(meldingen) => refused(&meldingen),
        },
        Ok(None) => STANDAARD.with(|standaard| match standaard {
            Ok(publicatie) => answer(publicatie),
            Err(meldingen) => refused(meldingen),
        }),
        Err(melding) => refused(&[melding]),
    };
    to_js(&tree)
}

/// The scenario checked; without one the proposal.
fn checked(
    value: &JsValue,
    publicatie: &Publicatie,
) -> (Vec<Melding>, Option<Scenario>, Option<Tree>) {
    let proposal = || Tree::Object(vec![("versie".into(), Tree::Whole(1))]);
    match tree(value) {
        Ok(document) => {
            let controle = check(publicatie, &document.unwrap_or_else(proposal));
            (controle.meldingen, controle.scenario, Some(controle.input.document()))
        }
        Err(melding) => (vec![melding], None, None),
    }
}

fn computed(value: &JsValue, publicatie: &Publicatie) -> (Vec<Melding>, Option<Uitkomst>) {
    let (mut meldingen, scenario, _) = checked(value, publicatie);
    let uitkomst = scenario.map(|scenario| compute(publicatie, &scenario));
    meldingen.extend(uitkomst.iter().flat_map(waarschuwingen));
    (meldingen, uitkomst)
}

/// The default publicatie as a document.
#[wasm_bindgen]
pub fn publicatie() -> JsValue {
    parse(STANDAARD_JSON.as_bytes()).map_or(JsValue::UNDEFINED, |tree| to_js(&tree))
}

/// The parameters of a publicatie, with their values, bands, herkomst and status.
#[wasm_bindgen]
pub fn parameters(publicatie: &JsValue) -> JsValue {
    with_publicatie(publicatie, |publicatie| {
        object([
            ("meldingen", Some(Tree::List(Vec::new()))),
            ("parameters", Some(export::parameters(publicatie))),
        ])
    })
}

/// All meldingen of a scenario document, and the document without its refused parts.
#[wasm_bindgen]
pub fn controleer(scenario: &JsValue, publicatie: &JsValue) -> JsValue {
    with_publicatie(publicatie, |publicatie| {
        let (meldingen, valid, document) = checked(scenario, publicatie);
        object([
            ("meldingen", Some(export::meldingen(&meldingen))),
            ("geldig", Some(valid.is_some().into())),
            ("scenario", document),
        ])
    })
}

/// The outcome of a scenario; absent when a melding refuses.
#[wasm_bindgen]
pub fn bereken(scenario: &JsValue, publicatie: &JsValue) -> JsValue {
    with_publicatie(publicatie, |publicatie| {
        let (meldingen, uitkomst) = computed(scenario, publicatie);
        object([
            ("meldingen", Some(export::meldingen(&meldingen))),
            ("uitkomst", uitkomst.as_ref().map(export::uitkomst)),
        ])
    })
}

/// How an amount comes about; absent when there is no such amount or a melding refuses.
#[wasm_bindgen]
pub fn herleiding(
    post: &str,
    jaar: i32,
    deelnemer: Option<String>,
    deel: Option<String>,
    scenario: &JsValue,
    publicatie: &JsValue,
) -> JsValue {
    with_publicatie(publicatie, |publicatie| {
        let (meldingen, uitkomst) = computed(scenario, publicatie);
        let found = uitkomst.and_then(|uitkomst| {
            let deelnemer = match &deelnemer {
                Some(id) => Some(publicatie.deelnemer(id)?),
                None => None,
            };
            let deel = match &deel {
                Some(word) => Some(Deel::from_word(word)?),
                None => None,
            };
            uitkomst.zoek(post, deel, Jaar::new(i64::from(jaar))?, deelnemer)
        });
        object([
            ("meldingen", Some(export::meldingen(&meldingen))),
            (
                "herleiding",
                found.map(|found| {
                    export::herleiding(&found.term.herleiding(found.naam), publicatie)
                }),
            ),
        ])
    })
}
