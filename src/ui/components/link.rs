//! The link to what is on the page.

use yew::prelude::*;

use super::card::card;
use crate::ui::browser;
use crate::ui::scene::Props;
use crate::ui::state::Action;

const FIELD: &str = "link-tekst";

/// The button that opens it.
pub(super) const OPENS: &str = "deel-link";

/// Shows the link and copies it where the browser allows that: when the card opens, and when it is asked. A change made
/// while the card is open shows in the link, and leaves focus and clipboard alone.
#[component]
pub(crate) fn LinkCard(props: &Props) -> Html {
    let scene = &props.scene;
    let link = scene.state.sharing.then(|| scene.address());
    // Which link was copied, and whether that went.
    let copied = use_state(|| None::<(String, bool)>);
    {
        let (copied, link) = (copied.clone(), link.clone());
        use_effect_with(scene.state.sharing, move |_| {
            copied.set(link.map(|link| (link, browser::copy(FIELD))));
        });
    }
    let Some(link) = link else { return Html::default() };
    let copy = {
        let (copied, link) = (copied.clone(), link.clone());
        Callback::from(move |_: MouseEvent| copied.set(Some((link.clone(), browser::copy(FIELD)))))
    };
    let act = scene.act();
    let close = Callback::from(move |_: MouseEvent| {
        act.emit(Action::ToggleLink);
        browser::focus(OPENS);
    });
    // Nothing until it is known: whoever does not see the page hears one sentence.
    let said = match copied.as_ref().filter(|(of, _)| *of == link) {
        None => "",
        Some((_, true)) => "Gekopieerd. Plak de link in een bericht of document.",
        Some((_, false)) => "Druk Ctrl+C om de link te kopiëren.",
    };
    let content = html! {
        <>
        <div class="bw-inline">
            <label class="utrecht-form-label" for={FIELD}>{ "Link" }</label>
            <input class="utrecht-textbox utrecht-textbox--html-input" type="text" id={FIELD} readonly={true}
                value={browser::full_address(&link)} />
            <button type="button" class="utrecht-button" onclick={copy}>{ "Kopieer" }</button>
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
