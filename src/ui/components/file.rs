//! Saving the scenarios as a file, and opening a file or a link.

use bijdragewijzer::scenario::{file, file_name, too_large};
use yew::prelude::*;

use super::actions::NOTHING_HAPPENS;
use super::card::card;
use crate::ui::browser;
use crate::ui::opening::{of_file, of_refused_file, of_text};
use crate::ui::scene::{Props, Scene};
use crate::ui::state::Action;

const FILE: &str = "bestand-openen";
const TEXT: &str = "link-openen";

#[component]
pub(crate) fn FileCard(props: &Props) -> Html {
    let scene = &props.scene;
    let text = use_state(String::new);
    // A reading that is dropped stops.
    let reading = use_mut_ref(|| None);
    if !scene.state.filing {
        return Html::default();
    }
    let onchange = {
        let scene = scene.clone();
        Callback::from(move |event: Event| {
            let Some(chosen) = browser::chosen_file(&event) else { return };
            let (source, act, name) = (scene.source().clone(), scene.act(), chosen.name.clone());
            if let Some(melding) = too_large(chosen.size) {
                act.emit(of_refused_file(name, vec![melding]));
                return;
            }
            *reading.borrow_mut() = Some(chosen.read(move |bytes| {
                act.emit(match bytes {
                    Some(bytes) => of_file(&source, name, &bytes),
                    None => of_refused_file(name, Vec::new()),
                });
            }));
        })
    };
    let content = html! {
        <div class="bw-row bw-row--choices">
            { saving(scene) }
            <div>
                <label class="utrecht-form-label bw-field__label" for={FILE}>{ "Bestand openen" }</label>
                <input class="bw-file" type="file" id={FILE} accept=".json,application/json" {onchange} />
                <p class="bw-choice__help">{ "Een goed bestand vervangt de scenario’s hier. Ongedaan maken haalt ze terug." }</p>
            </div>
            { linking(scene, &text) }
        </div>
    };
    card(
        "bestand",
        "Opslaan en openen",
        Some("Alles blijft op dit apparaat. Er wordt niets verzonden."),
        content,
    )
}

fn saving(scene: &Scene) -> Html {
    let work = scene.carried();
    let name = file_name(&work.scenarios, work.top);
    let onclick = {
        let (scene, name) = (scene.clone(), name.clone());
        Callback::from(move |_: MouseEvent| {
            let work = scene.carried();
            let text = file(scene.source(), &work.scenarios, work.top);
            let said = match browser::save(&name, &text) {
                Some(()) if browser::is_framed() => {
                    format!("Opslaan als {name} is gevraagd. {NOTHING_HAPPENS}")
                }
                Some(()) => format!("Opgeslagen als {name}, in de map van uw browser."),
                None => "Deze browser slaat hier geen bestand op. Gebruik de link.".to_owned(),
            };
            scene.act().emit(Action::Say(said));
        })
    };
    let count = match work.scenarios.len() {
        1 => "Het bestand bevat uw scenario".to_owned(),
        more => format!("Het bestand bevat uw {more} scenario’s"),
    };
    html! {
        <div>
            <span class="utrecht-form-label bw-field__label">{ "Opslaan" }</span>
            <button type="button" class="utrecht-button" {onclick}>{ "Opslaan als bestand" }</button>
            <p class="bw-choice__help">{ format!("{count}: {name}.") }</p>
            if browser::is_framed() {
                <p class="bw-choice__help">{ NOTHING_HAPPENS }</p>
            }
        </div>
    }
}

fn linking(scene: &Scene, text: &UseStateHandle<String>) -> Html {
    let oninput = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| text.set(browser::text(&event).unwrap_or_default()))
    };
    let onsubmit = {
        let (scene, text) = (scene.clone(), text.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !text.trim().is_empty() {
                scene.act().emit(of_text(scene.source(), &text));
                text.set(String::new());
            }
        })
    };
    html! {
        <form class="bw-row__whole" {onsubmit}>
            <label class="utrecht-form-label bw-field__label" for={TEXT}>{ "Link openen" }</label>
            <textarea class="utrecht-textbox utrecht-textbox--html-input bw-area" id={TEXT} rows="2" spellcheck="false"
                value={(**text).clone()} {oninput} />
            <p class="bw-choice__help">{ "Plak de hele link, ook als een mailprogramma hem heeft veranderd." }</p>
            <button type="submit" class="utrecht-button bw-card__action">{ "Link openen" }</button>
        </form>
    }
}
