//! The link to what is on the page.

use yew::prelude::*;

use super::card::card;
use crate::ui::browser;
use crate::ui::scene::Props;
use crate::ui::state::Action;

const FIELD: &str = "link-tekst";

/// Shows the link and copies it where the browser allows that.
#[component]
pub(crate) fn LinkCard(props: &Props) -> Html {
    let scene = &props.scene;
    let copied = use_state(|| false);
    {
        let copied = copied.clone();
        let shown = scene.state.sharing.then(|| scene.state.address());
        use_effect_with(shown, move |shown| {
            if shown.is_some() {
                copied.set(browser::copy(FIELD));
            }
        });
    }
    if !scene.state.sharing {
        return Html::default();
    }
    let said = if *copied {
        "Gekopieerd. Plak de link in een bericht of document."
    } else {
        "Druk Ctrl+C om de link te kopiëren."
    };
    let content = html! {
        <>
        <div class="bw-inline">
            <label class="utrecht-form-label" for={FIELD}>{ "Link" }</label>
            <input class="utrecht-textbox utrecht-textbox--html-input" type="text" id={FIELD} readonly={true}
                value={browser::full_address(&scene.state.address())} />
        </div>
        <p class="bw-choice__help" role="status">{ said }</p>
        <button type="button" class="utrecht-button bw-card__action" onclick={scene.on::<MouseEvent>(Action::ToggleLink)}>
            { "Sluiten" }
        </button>
        </>
    };
    let text = "De link bevat uw scenario’s. Er wordt niets verzonden of bewaard.";
    card("link", "Link naar deze scenario’s", Some(text), content)
}
