//! The one polite sentence for a screen reader: the answer, a moment after the last change.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long after the last change it is said, in milliseconds.
const QUIET: u32 = 700;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) text: Option<String>,
}

#[component]
pub(crate) fn Status(props: &Props) -> Html {
    let said = use_state(String::new);
    {
        let said = said.clone();
        use_effect_with(props.text.clone(), move |text| {
            let text = text.clone().unwrap_or_default();
            let timer = Timeout::new(QUIET, move || said.set(text));
            // A later change replaces the sentence that was about to be said.
            move || drop(timer)
        });
    }
    html! { <p class="bw-hidden" role="status">{ (*said).clone() }</p> }
}
