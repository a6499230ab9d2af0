//! What is pasted in a field, and what becomes of it.

use bijdragewijzer::units::lezen::Waarde;
use bijdragewijzer::view::lezing::{VeldMelding, row_melding};
use yew::prelude::*;

use super::typing::{Typed, before};
use super::{Props, Takes};
use crate::ui::browser;
use crate::ui::spread::{Pasted, read};
use crate::ui::state::Action;

/// More cells than one are spread over the fields from this one on. Where that does not go they stay here, with
/// a melding: joined into one number they would be another.
pub(super) fn on_paste(props: &Props, typed: &UseStateHandle<Option<Typed>>) -> Callback<Event> {
    let (typed, props) = (typed.clone(), props.clone());
    Callback::from(move |event: Event| {
        let Some(text) = browser::pasted(&event) else { return };
        match read(&text, props.veld, &props.years) {
            Pasted::One => {}
            Pasted::Values(values) => {
                event.prevent_default();
                typed.set(None);
                spread(&props, &values);
            }
            Pasted::Unfit(text) => {
                event.prevent_default();
                let before = before(&typed, props.value);
                props.act.emit(Action::Unread);
                typed.set(Some(Typed { text, before, left: true }));
            }
        }
    })
}

/// Each value is a change of its year; together they are one step. They replace what the fields hold, also a text that
/// does not read and so changed nothing.
fn spread(props: &Props, values: &[Waarde]) {
    let Takes::Edit(edit) = &props.takes else { return };
    let stem = props.id.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let cells = props.years.iter().zip(values);
    for (jaar, _) in cells.clone() {
        props.act.emit(Action::Mended(format!("{stem}{jaar}")));
    }
    let edits = cells.map(|(jaar, value)| edit.clone().in_year(*jaar).with(Some(*value)));
    props.act.emit(Action::Edits(edits.collect()));
}

/// What is wrong with cells that stay here as one text, with tabs between them.
pub(super) fn of_cells(props: &Props, text: &str) -> Option<VeldMelding> {
    let room = props.years.len().max(1);
    row_melding(&props.label, &props.veld, &text.split('\t').collect::<Vec<_>>(), room)
}
