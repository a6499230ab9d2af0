//! The one polite sentence for a screen reader: what a change did to the answer, a moment after the last one.

use bijdragewijzer::units::{Euro, Jaar};
use bijdragewijzer::view::settled_sentence;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::ui::state::Change;

/// How long after the last change it is said, in milliseconds.
const QUIET: u32 = 700;

/// What a sentence is made of.
#[derive(Clone, Default, PartialEq, Properties)]
pub(crate) struct Props {
    /// What could not be read, and what has just been done.
    pub(crate) done: Option<String>,
    /// The answer in words.
    pub(crate) answer: Option<String>,
    /// What comes of it after the jaarrekening, year by year; nothing where that is onbekend.
    pub(crate) settled: Vec<(Jaar, Option<Euro>)>,
    pub(crate) change: Change,
}

#[component]
pub(crate) fn Status(props: &Props) -> Html {
    let said = use_state(String::new);
    // What was the case when something was said last.
    let before = use_mut_ref(Props::default);
    {
        let said = said.clone();
        use_effect_with(props.clone(), move |now| {
            let now = now.clone();
            let timer = Timeout::new(QUIET, move || {
                let before = before.replace(now.clone());
                let mut text = sentence(&before, &now);
                // The same words again are said again only when they are another text.
                if before.change != now.change && text == *said {
                    text.push('\u{a0}');
                }
                said.set(text);
            });
            // A later change replaces the sentence that was about to be said.
            move || drop(timer)
        });
    }
    html! { <p class="bw-hidden" role="status">{ (*said).clone() }</p> }
}

fn sentence(before: &Props, now: &Props) -> String {
    let changed = before.change != now.change;
    let parts = match &now.answer {
        Some(answer) if changed && before.answer == now.answer => {
            let name = || format!("Gewijzigd: {}.", now.change.name);
            let done = now.done.clone().unwrap_or_else(name);
            [Some(done), Some(after_settlement(before, now))]
        }
        answer => [now.done.clone(), answer.clone()],
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The first year of which the amount after the jaarrekening is another; else that nothing is.
fn after_settlement(before: &Props, now: &Props) -> String {
    let moved = now.settled.iter().find(|year| !before.settled.contains(year));
    moved.map_or_else(
        || "Het verschil met nu blijft gelijk.".to_owned(),
        |(jaar, euro)| settled_sentence(*jaar, *euro),
    )
}
