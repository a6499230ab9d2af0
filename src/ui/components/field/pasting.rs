//! What is pasted in a field, and what becomes of it.

use bijdragewijzer::view::lezing::{VeldMelding, row_melding};
use yew::prelude::*;

use super::Props;
use super::typing::{Typed, before};
use crate::ui::browser;
use crate::ui::spread::{Pasted, read};
use crate::ui::state::Action;

/// More cells than one are spread over the fields from this one on. Where that does not go they stay here, with
/// a melding: joined into one number they would be another.
pub(super) fn on_paste(props: &Props, typed: &UseStateHandle<Option<Typed>>) -> Callback<Event> {
    let (typed, props) = (typed.clone(), props.clone());
    Callback::from(move |event: Event| {
        let Some(text) = browser::pasted(&event) else { return };
        let years = props.spread.as_ref().map_or(&[][..], |spread| &spread.years);
        match read(&text, props.veld, years) {
            Pasted::One => {}
            Pasted::Values(values) => {
                event.prevent_default();
                typed.set(None);
                props.act.emit(Action::Mended(props.id.clone()));
                if let Some(spread) = &props.spread {
                    spread.take.emit(values);
                }
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

/// What is wrong with cells that stay here as one text, with tabs between them.
pub(super) fn of_cells(props: &Props, text: &str) -> Option<VeldMelding> {
    let room = props.spread.as_ref().map_or(1, |spread| spread.years.len());
    row_melding(&props.label, &props.veld, &text.split('\t').collect::<Vec<_>>(), room)
}
