//! The link: a whole vergelijking as a short text that stands in an address after `#/` and the section of
//! the page, `#/keuzes/1.gblt-2021~1.u~voorstel.d~zwolle.reservering~500000.0h3k9x2`.
//!
//! It carries the deviations only, in signs that mail and chat leave alone, and ends in a check over all of
//! it. What it says goes through the same reader as a file; what did not come through whole is offered, never
//! taken over. docs/link.md describes the format.

mod begin;
mod check;
mod find;
mod read;
mod text;
mod write;

use self::find::{Link, State};
use super::contents::judged;
use super::{Inhoud, Input, Vergelijking, vergelijking};
use crate::document::{MAX_BYTES, Pad, shown};
use crate::melding::{Code, Melding, Meldingen};
use crate::publicatie::Publicatie;

/// The version of the format.
const FORMAAT: u32 = 1;

/// What stands between a key and what it says.
const SEPARATOR: char = '~';

/// What stands between two scenarios.
const AND: &str = "en";

/// What came of opening a text.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The part of the address that is the page's own, without slashes around it: `uw-bijdrage`.
    pub section: String,
    /// What is to be said about it.
    pub meldingen: Vec<Melding>,
    /// The scenarios in it.
    pub inhoud: Inhoud,
}

/// The text of the link to scenarios, of which one is on top; it ends in a letter or a digit.
pub fn link(publicatie: &Publicatie, scenarios: &[Input], bovenaan: usize) -> String {
    write::link(publicatie, scenarios, bovenaan)
}

impl Vergelijking {
    /// The text of the link to it.
    pub fn link(&self, publicatie: &Publicatie) -> String {
        let inputs: Vec<Input> =
            self.scenarios.iter().map(|scenario| scenario.afwijkingen().clone()).collect();
        write::link(publicatie, &inputs, self.bovenaan)
    }
}

/// What stands in an address for a section and a link: `#/keuzes/1.…`.
pub fn address(section: &str, link: &str) -> String {
    match section.trim_matches('/') {
        "" => format!("#/{link}"),
        section => format!("#/{section}/{link}"),
    }
}

/// Opens a text that someone pasted or that stands in the address: finds the link in it and checks what it
/// says as a document is checked.
pub fn open_link(publicatie: &Publicatie, text: &str) -> Opened {
    if text.len() > MAX_BYTES {
        return nothing("", Code::LinkTooLong);
    }
    let text = find::decoded(text);
    if let Some(begin) = begin::begin(&text) {
        return begun(publicatie, begin);
    }
    let text = find::clean(&text);
    let found = find::find(&text);
    let Some(link) = found.link else { return nothing(found.section, Code::LinkAbsent) };
    let mut meldingen = Meldingen::default();
    let mut say = |melding: Option<Melding>| melding.into_iter().for_each(|it| meldingen.push(it));
    say(state(link));
    let mut items = link.text.split('.');
    let version = items.next().unwrap_or_default();
    let head = items.next().unwrap_or_default();
    say(other_version(version));
    let (here, uitgave) = head.split_once(SEPARATOR).unwrap_or((head, ""));
    if !head.is_empty() {
        say(other_publicatie(publicatie, here, uitgave));
    }
    let tree = read::vergelijking(items, here, &mut meldingen);
    if tree.to_json().len() > MAX_BYTES {
        meldingen.push(Melding::new(Code::LinkTooLong, "$", []));
        let section = found.section.to_owned();
        return Opened { section, meldingen: meldingen.close(), inhoud: Inhoud::Geen };
    }
    let inhoud = judged(publicatie, &tree, &mut meldingen);
    let mut meldingen = meldingen.close();
    if link.state == State::Cut {
        // The scenario on top may have been cut off: no fault of its own.
        meldingen.retain(|melding| melding.pad != "$.bovenaan");
    }
    Opened { section: found.section.to_owned(), meldingen, inhoud }
}

/// What the opening choices of an address ask for.
fn begun(publicatie: &Publicatie, begin: begin::Begin<'_>) -> Opened {
    let Some(tree) = begin.tree else { return nothing(begin.section, Code::LinkAbsent) };
    let mut meldingen = begin.meldingen;
    let inhoud = judged(publicatie, &tree, &mut meldingen);
    Opened { section: begin.section.to_owned(), meldingen: meldingen.close(), inhoud }
}

fn nothing(section: &str, code: Code) -> Opened {
    let meldingen = vec![Melding::new(code, "$", [])];
    Opened { section: section.to_owned(), meldingen, inhoud: Inhoud::Geen }
}

fn state(link: Link<'_>) -> Option<Melding> {
    let last = link.text.rsplit('.').next().unwrap_or_default();
    match link.state {
        State::Whole => None,
        State::Changed => Some(Melding::new(Code::LinkChanged, "$", [])),
        State::Cut => Some(Melding::new(Code::LinkCut, "$", [shown(last)])),
    }
}

fn other_version(found: &str) -> Option<Melding> {
    (found != FORMAAT.to_string())
        .then(|| Melding::new(Code::LinkVersie, "$", [FORMAAT.to_string(), found.to_owned()]))
}

fn other_publicatie(publicatie: &Publicatie, id: &str, uitgave: &str) -> Option<Melding> {
    if id != &*publicatie.id {
        let gegevens = [publicatie.id.to_string(), shown(id)];
        return Some(Melding::new(Code::LinkPublicatie, "$", gegevens));
    }
    let found = text::decode(uitgave).unwrap_or_else(|| uitgave.to_owned());
    vergelijking::other_uitgave(publicatie, &found, &Pad::ROOT)
}
