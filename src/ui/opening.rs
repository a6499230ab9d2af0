//! Opening what comes from elsewhere: an address, a pasted link, a file. What is whole is taken over as one
//! step; what is not is offered, and the work on the page stays.

use std::rc::Rc;

use bijdragewijzer::melding::{Code, Melding};
use bijdragewijzer::scenario::{Inhoud, open_file, open_link};

use super::Source;
use super::place::{pointed, year};
use super::state::{Action, Section};
use super::work::{Arrival, Notice, Offer, Origin, Work};

/// What an address asks for. A step of the browser's own only goes back or forth.
pub(crate) fn of_address(source: &Source, address: &str, own_step: bool) -> Vec<Action> {
    let opened = open_link(source, address);
    let absent = opened.meldingen.iter().any(|it| it.code == Code::LinkAbsent);
    let section = Section::of(&opened.section);
    let mut actions = Vec::new();
    let is_silent = opened.meldingen.is_empty();
    match brought(source, Origin::Address, opened.meldingen, opened.inhoud) {
        Action::Take(arrival) if own_step => actions.push(Action::Return(arrival.work)),
        Action::Offer(_) if absent => actions.extend(unread(source, &opened.section, address)),
        action => actions.push(action),
    }
    // What is said of the scenarios themselves comes first.
    if is_silent && !opened.section.is_empty() && !is_whole(source, &opened.section) {
        actions.push(not_whole(section));
    }
    actions.extend(section.map(Action::Go));
    actions.push(Action::Year(year(source, &opened.section)));
    actions.push(Action::Show(pointed(source, &opened.section)));
    actions
}

/// An address that says something that the page does not know. `read` is what it was understood to say: a section,
/// and perhaps an amount in it.
fn unread(source: &Source, read: &str, address: &str) -> Option<Action> {
    // What comes after it is about the look, or was judged as the choices to begin with.
    let (said, _) = address.split_once('?').unwrap_or((address, ""));
    let said = said.trim_matches(['#', '/']);
    if said.is_empty() || (is_whole(source, read) && said.eq_ignore_ascii_case(read)) {
        return None;
    }
    Some(not_whole(Section::of(read)))
}

/// Whether what stands before the scenarios says what it says of a section: the section itself, an amount or a year.
fn is_whole(source: &Source, read: &str) -> bool {
    Section::of(read).is_some_and(|section| section.id() == read)
        || pointed(source, read).is_some()
        || year(source, read).is_some()
}

fn not_whole(shown: Option<Section>) -> Action {
    let here = match shown {
        Some(section) => format!("het onderdeel {}", section.name()),
        None => "het begin van de pagina".to_owned(),
    };
    let text = format!("Dit adres is niet volledig gelezen. Hieronder staat {here}.");
    Action::Notice(Notice { text, warnings: Vec::new(), back_to: None })
}

/// What a pasted text asks for.
pub(crate) fn of_text(source: &Source, text: &str) -> Action {
    let opened = open_link(source, text);
    brought(source, Origin::Link, opened.meldingen, opened.inhoud)
}

/// What the bytes of a file ask for.
pub(crate) fn of_file(source: &Source, name: String, bytes: &[u8]) -> Action {
    let opened = open_file(source, bytes);
    brought(source, Origin::File(name), opened.meldingen, opened.inhoud)
}

/// A file that could not be read, or is not read because of what it is.
pub(crate) fn of_refused_file(name: String, meldingen: Vec<Melding>) -> Action {
    Action::Offer(Offer { origin: Origin::File(name), meldingen: Rc::new(meldingen), work: None })
}

fn brought(source: &Source, origin: Origin, meldingen: Vec<Melding>, inhoud: Inhoud) -> Action {
    let meldingen = Rc::new(meldingen);
    match inhoud {
        Inhoud::Vergelijking(all) => {
            let scenarios = all.scenarios.iter().map(|it| it.afwijkingen().clone()).collect();
            let work = Work::taken(source, scenarios, all.bovenaan);
            Action::Take(Arrival { work, origin, meldingen })
        }
        Inhoud::Aanbod { scenarios, bovenaan } => {
            let work = Some(Work::taken(source, scenarios, bovenaan));
            Action::Offer(Offer { origin, meldingen, work })
        }
        Inhoud::Geen => Action::Offer(Offer { origin, meldingen, work: None }),
    }
}
