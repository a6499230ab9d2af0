//! The JS API: plain objects in and out, the same walker and the same amounts as the command line.
//! Types: `www/model.d.ts`.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::document::{Pad, Tree, object, parse};
use crate::export::{self, Vraag};
use crate::melding::{Code, Melding};
use crate::model::{Uitkomst, bereken as compute, waarschuwingen};
use crate::publicatie::{Publicatie, STANDAARD_JSON, lees, standaard};
use crate::scenario::{Controle, Input, controleer as check};
use crate::vragen::{Banden, hoekpunten as corners};

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

/// What came of a scenario; absent is the proposal.
struct Answer {
    meldingen: Vec<Melding>,
    /// The document without its refused parts.
    document: Option<Tree>,
    uitkomst: Option<Uitkomst>,
    /// Which bands count in its corners.
    banden: Banden,
}

fn answer(scenario: &JsValue, publicatie: &Publicatie) -> Answer {
    let document = match tree(scenario) {
        Ok(document) => document.unwrap_or_else(|| Input::default().document()),
        Err(melding) => {
            let (meldingen, banden) = (vec![melding], Banden::ZonderAannamen);
            return Answer { meldingen, document: None, uitkomst: None, banden };
        }
    };
    let Controle { mut meldingen, scenario, input } = check(publicatie, &document);
    let banden = scenario.as_ref().map_or(Banden::ZonderAannamen, Banden::of);
    let uitkomst = scenario.map(|scenario| {
        let uitkomst = compute(publicatie, &scenario);
        meldingen.extend(waarschuwingen(&scenario, &uitkomst));
        uitkomst
    });
    Answer { meldingen, document: Some(input.document()), uitkomst, banden }
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
        let answer = answer(scenario, publicatie);
        object([
            ("meldingen", Some(export::meldingen(&answer.meldingen))),
            ("geldig", Some(answer.uitkomst.is_some().into())),
            ("scenario", answer.document),
        ])
    })
}

/// The outcome of a scenario; absent when a melding refuses.
#[wasm_bindgen]
pub fn bereken(scenario: &JsValue, publicatie: &JsValue) -> JsValue {
    with_publicatie(publicatie, |publicatie| {
        let answer = answer(scenario, publicatie);
        object([
            ("meldingen", Some(export::meldingen(&answer.meldingen))),
            ("uitkomst", answer.uitkomst.as_ref().map(export::uitkomst)),
        ])
    })
}

/// How an amount comes about; absent when a melding refuses. The path of a melding about the question itself
/// is the name of the argument.
#[wasm_bindgen]
pub fn herleiding(
    post: &JsValue,
    jaar: &JsValue,
    deelnemer: &JsValue,
    deel: &JsValue,
    scenario: &JsValue,
    publicatie: &JsValue,
) -> JsValue {
    with_publicatie(publicatie, |publicatie| {
        let Answer { mut meldingen, uitkomst, .. } = answer(scenario, publicatie);
        let question = Question::read(post, jaar, deelnemer, deel, &mut meldingen);
        let found = uitkomst.zip(question).and_then(|(uitkomst, question)| {
            export::gevraagd(&uitkomst, publicatie, &question.vraag())
                .map_err(|melding| meldingen.push(melding))
                .ok()
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

/// The lowest and highest of an amount over the bands it depends on, with their corners; asked as a herleiding
/// is. Bands with status aanname count when the scenario says so in `onzekerheid`.
#[wasm_bindgen]
pub fn hoekpunten(
    post: &JsValue,
    jaar: &JsValue,
    deelnemer: &JsValue,
    deel: &JsValue,
    scenario: &JsValue,
    publicatie: &JsValue,
) -> JsValue {
    with_publicatie(publicatie, |publicatie| {
        let Answer { mut meldingen, uitkomst, banden, .. } = answer(scenario, publicatie);
        let question = Question::read(post, jaar, deelnemer, deel, &mut meldingen);
        let found = uitkomst.zip(question).and_then(|(uitkomst, question)| {
            export::gevraagd(&uitkomst, publicatie, &question.vraag())
                .map_err(|melding| meldingen.push(melding))
                .ok()
        });
        let corners = found.map(|found| corners(&found.term, banden));
        object([
            ("meldingen", Some(export::meldingen(&meldingen))),
            ("hoekpunten", corners.map(|corners| export::hoekpunten(corners.as_ref(), publicatie))),
        ])
    })
}

/// What is asked of a herleiding or of hoekpunten. The arguments come as they are: a wrong type is a melding, no exception.
struct Question {
    post: String,
    jaar: i64,
    deelnemer: Option<String>,
    deel: Option<String>,
}

impl Question {
    fn read(
        post: &JsValue,
        jaar: &JsValue,
        deelnemer: &JsValue,
        deel: &JsValue,
        meldingen: &mut Vec<Melding>,
    ) -> Option<Self> {
        let before = meldingen.len();
        let post = needed("post", text("post", post, meldingen), meldingen);
        let jaar = needed("jaar", year(jaar, meldingen), meldingen);
        let deelnemer = text("deelnemer", deelnemer, meldingen).ok()?;
        let deel = text("deel", deel, meldingen).ok()?;
        if meldingen.len() > before {
            return None;
        }
        Some(Self { post: post?, jaar: jaar?, deelnemer, deel })
    }

    fn vraag(&self) -> Vraag<'_> {
        Vraag {
            post: &self.post,
            jaar: self.jaar,
            deelnemer: self.deelnemer.as_deref(),
            deel: self.deel.as_deref(),
        }
    }
}

/// A melding has been written about this argument.
struct Refused;

fn needed<T>(
    name: &str,
    read: Result<Option<T>, Refused>,
    meldingen: &mut Vec<Melding>,
) -> Option<T> {
    if let Ok(None) = read {
        meldingen.push(Melding::new(Code::MissingField, name, [name.to_owned()]));
    }
    read.ok().flatten()
}

fn text(
    name: &str,
    value: &JsValue,
    meldingen: &mut Vec<Melding>,
) -> Result<Option<String>, Refused> {
    match value.as_string() {
        Some(text) => Ok(Some(text)),
        None if value.is_undefined() || value.is_null() => Ok(None),
        None => Err(wrong_type(name, "tekst", value, meldingen)),
    }
}

fn year(value: &JsValue, meldingen: &mut Vec<Melding>) -> Result<Option<i64>, Refused> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    match tree(value).ok().flatten().filter(|_| !value.is_string()) {
        Some(Tree::Whole(jaar)) => Ok(Some(jaar)),
        _ => Err(wrong_type("jaar", "geheel getal", value, meldingen)),
    }
}

fn wrong_type(name: &str, allowed: &str, value: &JsValue, meldingen: &mut Vec<Melding>) -> Refused {
    let found = match tree(value) {
        _ if value.is_string() => "tekst",
        Ok(Some(tree)) => tree.type_word(),
        _ => "object",
    };
    meldingen.push(Melding::new(Code::WrongType, name, [allowed.to_owned(), found.to_owned()]));
    Refused
}
