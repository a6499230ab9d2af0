//! The link to what is on the page.

use yew::prelude::*;

use super::card::card;
use crate::ui::browser;
use crate::ui::scene::Props;
use crate::ui::state::Action;

const FIELD: &str = "link-tekst";

/// The button that opens it.
pub(super) const OPENS: &str = "deel-link";

/// Shows the link and copies it where the browser allows that.
#[component]
pub(crate) fn LinkCard(props: &Props) -> Html {
    let scene = &props.scene;
    let copied = use_state(|| None::<bool>);
    {
        let copied = copied.clone();
        let shown = scene.state.sharing.then(|| scene.address());
        use_effect_with(shown, move |shown| {
            copied.set(shown.is_some().then(|| browser::copy(FIELD)));
        });
    }
    if !scene.state.sharing {
        return Html::default();
    }
    let act = scene.act();
    let close = Callback::from(move |_: MouseEvent| {
        act.emit(Action::ToggleLink);
        browser::focus(OPENS);
    });
    // Nothing until it is known: whoever does not see the page hears one sentence.
    let said = match *copied {
        None => "",
        Some(true) => "Gekopieerd. Plak de link in een bericht of document.",
        Some(false) => "Druk Ctrl+C om de link te kopiëren.",
    };
    let content = html! {
        <>
        <div class="bw-inline">
            <label class="utrecht-form-label" for={FIELD}>{ "Link" }</label>
            <input class="utrecht-textbox utrecht-textbox--html-input" type="text" id={FIELD} readonly={true}
                value={browser::full_address(&scene.address())} />
        </div>
        <p class="bw-choice__help" role="status">{ said }</p>
        <button type="button" class="utrecht-button bw-card__action" onclick={close}>
            { "Sluiten" }
        </button>
        </>
    };
    let text = if scene.is_whole() {
        "Alles wat u koos, staat in de link. Er wordt niets verzonden of bewaard."
    } else {
        "Wat niet klopt, staat niet in de link. Er wordt niets verzonden of bewaard."
    };
    let title = match scene.state.work.scenarios.len() {
        1 => "Link naar dit scenario",
        _ => "Link naar deze scenario’s",
    };
    card("link", title, Some(text), content)
}
