//! What is typed in a field, and what becomes of it.

use bijdragewijzer::units::lezen::{Lezing, Veld, Waarde, lees};
use bijdragewijzer::view::lezing::{VeldMelding, in_words, melding, vraag};
use rust_decimal::Decimal;
use yew::prelude::*;

use super::Props;
use super::pasting::of_cells;
use crate::ui::browser;
use crate::ui::reading::{is_share, shown};
use crate::ui::state::{Action, Fault};

/// What is being typed, and the value that the field had before.
#[derive(Clone, PartialEq)]
pub(super) struct Typed {
    pub(super) text: String,
    pub(super) before: Option<Decimal>,
    pub(super) left: bool,
}

/// What is said of a text that is not one number.
pub(super) fn fault(props: &Props, text: &str, lezing: &Lezing) -> Option<VeldMelding> {
    let (naam, veld) = (&props.label, &props.veld);
    match lezing {
        Lezing::Vraag(readings) => Some(vraag(naam, veld, *readings)),
        Lezing::Onleesbaar(fout) => {
            Some(of_cells(props, text).unwrap_or_else(|| melding(naam, veld, fout)))
        }
        Lezing::Leeg | Lezing::Waarde(_) => None,
    }
}

/// A text that can be read in two ways is asked: one button per reading that fits.
pub(super) fn choice(
    props: &Props,
    typed: &UseStateHandle<Option<Typed>>,
    readings: [Waarde; 2],
) -> Html {
    let fitting = readings.into_iter().filter(|it| props.veld.refuses(*it).is_none());
    let buttons = fitting.map(|waarde| {
        let (typed, act, id) = (typed.clone(), props.act.clone(), props.id.clone());
        let takes = props.takes.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            act.emit(takes.action(Some(waarde)));
            typed.set(None);
            act.emit(Action::Settle);
            act.emit(Action::Mended(id.clone()));
            // The button goes; the focus goes to what it was about.
            browser::focus(&id);
        });
        html! { <button type="button" class="utrecht-button bw-field__reading" {onclick}>{ in_words(waarde) }</button> }
    });
    html! { <p class="bw-field__readings">{ for buttons }</p> }
}

/// Whether what was typed is still what holds.
pub(super) fn stands(veld: Veld, typed: &Typed, value: Option<Decimal>) -> bool {
    match lees(&typed.text, &veld) {
        Lezing::Waarde(read) => value == Some(read.getal),
        Lezing::Leeg => false,
        Lezing::Vraag(_) | Lezing::Onleesbaar(_) => value == typed.before,
    }
}

/// The value from before the typing.
pub(super) fn before(
    typed: &UseStateHandle<Option<Typed>>,
    value: Option<Decimal>,
) -> Option<Decimal> {
    match &**typed {
        Some(now) if !now.left => now.before,
        _ => value,
    }
}

pub(super) fn on_input(
    props: &Props,
    typed: &UseStateHandle<Option<Typed>>,
) -> Callback<InputEvent> {
    let (typed, veld) = (typed.clone(), props.veld);
    let (value, shares, act) = (props.value, props.is_share, props.act.clone());
    let takes = props.takes.clone();
    Callback::from(move |event: InputEvent| {
        let Some(text) = browser::text(&event) else { return };
        let before = before(&typed, value);
        match lees(&text, &veld) {
            // Typed back, or the browser's own undo: then nothing was changed.
            Lezing::Waarde(waarde)
                if before == Some(waarde.getal) && shares == is_share(veld, waarde) =>
            {
                act.emit(Action::Unread);
            }
            Lezing::Waarde(waarde) => act.emit(takes.action(Some(waarde))),
            Lezing::Leeg => act.emit(takes.action(None)),
            Lezing::Vraag(_) | Lezing::Onleesbaar(_) => act.emit(Action::Unread),
        }
        typed.set(Some(Typed { text, before, left: false }));
    })
}

/// Enter says that what is typed is meant, as leaving the field does.
pub(super) fn on_enter(leave: &Callback<()>) -> Callback<KeyboardEvent> {
    let leave = leave.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            leave.emit(());
        }
    })
}

pub(super) fn on_leave(props: &Props, typed: &UseStateHandle<Option<Typed>>) -> Callback<()> {
    let (typed, props) = (typed.clone(), props.clone());
    Callback::from(move |()| {
        let lezing = typed.as_ref().map(|now| lees(&now.text, &props.veld));
        let left = typed.as_ref().filter(|_| lezing != Some(Lezing::Leeg));
        let veld = props.veld;
        // What reads is then written as everywhere; what does not stays as it was typed.
        let text = |now: &Typed| match &lezing {
            Some(Lezing::Waarde(read)) => shown(Some(read.getal), veld, is_share(veld, *read)),
            _ => now.text.clone(),
        };
        typed.set(left.map(|now| Typed { text: text(now), left: true, ..now.clone() }));
        props.act.emit(Action::Settle);
        let read = typed.as_ref().zip(lezing);
        let fault = read.and_then(|(now, lezing)| fault(&props, &now.text, &lezing));
        let (id, label) = (props.id.clone(), props.label.clone());
        let said = |it: VeldMelding| format!("{} {}", it.probleem, it.remedie);
        props.act.emit(
            fault.map(said).map_or(Action::Mended(id.clone()), |text| {
                Action::Fault(Fault { id, label, text })
            }),
        );
    })
}
