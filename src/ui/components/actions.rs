//! What can be done with the work as a whole: the buttons of the header.

use yew::prelude::*;

use super::link::OPENS;
use crate::ui::browser;
use crate::ui::scene::Scene;
use crate::ui::state::Action;

/// In a frame the page around it may forbid printing and saving, and no browser says that it did.
pub(crate) const NOTHING_HAPPENS: &str =
    "Gebeurt er niets? Kies boven aan de pagina Open in nieuw tabblad. Of kopieer de link.";

pub(super) fn actions(scene: &Scene) -> Html {
    let act = scene.act();
    let print = Callback::from(move |_: MouseEvent| {
        browser::print();
        if browser::is_framed() {
            act.emit(Action::Say(format!("Afdrukken is gevraagd. {NOTHING_HAPPENS}")));
        }
    });
    let step = |text: &str, what: Option<&str>, action: Action| {
        let title = what.map(|what| format!("{text}: {what}"));
        // Not `disabled`: the last step would take the focus away. Without a step a press does nothing, and Tab
        // passes by.
        let class =
            classes!("utrecht-button", what.is_none().then_some("utrecht-button--disabled"));
        html! {
            <button type="button" {class} onclick={scene.on::<MouseEvent>(action)}
                aria-disabled={what.is_none().then_some("true")} tabindex={what.is_none().then_some("-1")} {title}>{ text }</button>
        }
    };
    html! {
        <div class="bw-header__actions">
            { step("Ongedaan maken", scene.state.undoes(), Action::Undo) }
            { step("Opnieuw", scene.state.redoes(), Action::Redo) }
            <button type="button" class="utrecht-button" id={OPENS} onclick={scene.on::<MouseEvent>(Action::ToggleLink)}
                aria-expanded={if scene.state.sharing { "true" } else { "false" }}>{ "Link kopiëren" }</button>
            <button type="button" class="utrecht-button" onclick={scene.on::<MouseEvent>(Action::ToggleFile)}
                aria-expanded={if scene.state.filing { "true" } else { "false" }}>{ "Bestand" }</button>
            <button type="button" class="utrecht-button" onclick={print}>{ "Afdrukken" }</button>
            if browser::is_framed() {
                <a class="utrecht-button-link utrecht-button-link--html-a" href={browser::full_address(&scene.address())}
                    target="_blank" rel="noopener">{ "Open in nieuw tabblad" }</a>
            }
        </div>
    }
}
