//! What is said of a link or a file that was opened, until it is dismissed.

use bijdragewijzer::view::field_of;
use bijdragewijzer::view::texts::{melding_text_at, melding_title};
use yew::prelude::*;

use super::frame::ANSWERS;
use super::offer::said;
use crate::ui::browser;
use crate::ui::scene::{Props, Scene};
use crate::ui::state::Action;
use crate::ui::work::Warning;

/// Says what was opened, with its warnings, and that earlier work comes back by undo.
#[component]
pub(crate) fn NoticeCard(props: &Props) -> Html {
    let scene = &props.scene;
    let Some(notice) = &scene.state.notice else { return Html::default() };
    let warnings: Vec<Html> = notice.warnings.iter().filter_map(|it| line(scene, it)).collect();
    let kind = if warnings.is_empty() { "utrecht-alert--info" } else { "utrecht-alert--warning" };
    html! {
        <section class={classes!("utrecht-alert", kind, "bw-meldingen")} aria-label="Geopend">
            <div class="utrecht-alert__content">
                <p class="utrecht-alert__message">{ &notice.text }</p>
                if !warnings.is_empty() { <ul class="bw-meldingen__list">{ for warnings }</ul> }
                <p class="bw-field__readings">
                    if notice.back_to.is_some() {
                        <button type="button" class="utrecht-button" onclick={scene.on_and_focus(Action::Revert, ANSWERS)}>
                            { "Terug naar mijn werk" }
                        </button>
                    }
                    <button type="button" class="utrecht-button" onclick={scene.on_and_focus(Action::Dismiss, ANSWERS)}>{ "Sluiten" }</button>
                </p>
            </div>
        </section>
    }
}

/// A warning. One of another scenario names it and has the way to its field; once that scenario is on top, it
/// stands above its answer instead.
fn line(scene: &Scene, warning: &Warning) -> Option<Html> {
    let melding = &warning.melding;
    if warning.is_of_all() {
        return Some(html! { <li>{ said(melding) }</li> });
    }
    let work = &scene.state.work;
    let (place, input) = warning.place(work).filter(|(place, _)| *place != work.top)?;
    let name = format!("“{}”", scene.name(place, input));
    let Some(field) = field_of(scene.source(), input, &melding.pad) else {
        let way = way(name, ANSWERS, show(scene, place));
        return Some(html! { <li>{ "In scenario " }{ way }{ ": " }{ said(melding) }</li> });
    };
    let text = melding_text_at(melding, &field.label);
    let (label, id) = (field.label.clone(), field.id.clone());
    let (act, show) = (scene.act(), Action::Top(place));
    let go = Callback::from(move |()| {
        act.emit(show.clone());
        act.emit(Action::Seek(field.clone()));
    });
    Some(html! {
        <li>
            { format!("In scenario {name}, ") }{ way(label, &id, go) }{ ": " }
            <strong>{ melding_title(melding.code) }</strong>{ format!(". {text}") }
        </li>
    })
}

/// Shows a scenario that has no field for what is said of it.
fn show(scene: &Scene, place: usize) -> Callback<()> {
    let act = scene.act();
    Callback::from(move |()| {
        act.emit(Action::Top(place));
        browser::focus(ANSWERS);
    })
}

fn way(text: String, id: &str, go: Callback<()>) -> Html {
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        go.emit(());
    });
    html! { <a class="utrecht-link utrecht-link--html-a" href={format!("#{id}")} {onclick}>{ text }</a> }
}
