//! What stands in the way of the answer, or belongs beside it: with the field it is about.

use std::cell::Cell;

use bijdragewijzer::melding::Melding;
use bijdragewijzer::view::texts::{melding_text, melding_text_at, melding_title};
use bijdragewijzer::view::{PageField, Stands, field_of};
use gloo::timers::callback::Interval;
use yew::prelude::*;

use super::frame::ANSWERS;
use crate::ui::browser;
use crate::ui::scene::{Props, Scene};
use crate::ui::state::{Action, Fault};

pub(crate) const TITLE: &str = "meldingen-titel";

const OF_BEFORE: &str = "Hieronder staat de laatste uitkomst die wel klopt.";
const WITHOUT: &str = "Wat niet gelezen is, telt hieronder niet mee. Uw andere keuzes wel.";

#[component]
pub(crate) fn Meldingen(props: &Props) -> Html {
    let scene = &props.scene;
    use_sought(scene);
    use_kept_focus();
    let meldingen = scene.meldingen();
    let refusals: Vec<&Melding> = meldingen.iter().filter(|it| it.refuses()).collect();
    let faults = &scene.state.faults;
    html! {
        if !faults.is_empty() || !refusals.is_empty() {
            <section class="utrecht-alert utrecht-alert--error bw-meldingen" aria-labelledby={TITLE}>
                <div class="utrecht-alert__content">
                    <h2 class="utrecht-heading-3" id={TITLE} tabindex="-1">{ "Niet alles is gelezen" }</h2>
                    <p class="utrecht-alert__message">{ if scene.stale { OF_BEFORE } else { WITHOUT } }</p>
                    <ul class="bw-meldingen__list">
                        { for faults.iter().map(|it| fault(scene, it)) }
                        { for refusals.into_iter().map(|it| said(scene, it)) }
                    </ul>
                </div>
            </section>
        }
    }
}

/// What one should know of an outcome that was computed all the same: it comes after the answer.
#[component]
pub(crate) fn Warnings(props: &Props) -> Html {
    let scene = &props.scene;
    let meldingen = scene.meldingen();
    let warnings: Vec<&Melding> = meldingen.iter().filter(|it| !it.refuses()).collect();
    html! {
        if !warnings.is_empty() {
            <section class="utrecht-alert utrecht-alert--warning bw-meldingen" aria-label="Let op">
                <div class="utrecht-alert__content">
                    <ul class="bw-meldingen__list">{ for warnings.into_iter().map(|it| said(scene, it)) }</ul>
                </div>
            </section>
        }
    }
}

fn fault(scene: &Scene, fault: &Fault) -> Html {
    let (act, id, label) = (scene.act(), fault.id.clone(), fault.label.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        browser::focus(&id);
        // What does not take the focus is out of sight: on a phone, in the choices that are closed.
        if !browser::has_focus(&id) {
            let (id, label) = (id.clone(), label.clone());
            act.emit(Action::Seek(PageField { id, label, stands: Stands::Beside }));
        }
    });
    html! {
        <li>
            <a class="utrecht-link utrecht-link--html-a" href={format!("#{}", fault.id)} {onclick}>{ &fault.label }</a>
            { format!(": {}", fault.text) }
        </li>
    }
}

/// A melding of the model, with the way to the field that it is about.
fn said(scene: &Scene, melding: &Melding) -> Html {
    let title = melding_title(melding.code);
    let said = |text: String| html! { <><strong>{ title }</strong>{ format!(". {text}") }</> };
    let Some(field) = field_of(scene.source(), &scene.input(), &melding.pad) else {
        return html! { <li>{ said(melding_text(melding)) }</li> };
    };
    let text = said(melding_text_at(melding, &field.label));
    let act = scene.act();
    let (href, label) = (format!("#{}", field.id), field.label.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        act.emit(Action::Seek(field.clone()));
    });
    html! {
        <li><a class="utrecht-link utrecht-link--html-a" {href} {onclick}>{ label }</a>{ ": " }{ text }</li>
    }
}

/// Ctrl+Z in the list can take away the melding that has the focus: it goes to the answer.
#[hook]
fn use_kept_focus() {
    let was_here = browser::has_focus_in("bw-meldingen");
    use_effect(move || {
        if was_here && browser::has_no_focus() {
            browser::focus(ANSWERS);
        }
    });
}

/// How often is looked whether the sought field stands there, in milliseconds, and how many times at most.
const LOOK: u32 = 20;
const MOST_LOOKS: u32 = 100;

/// Moves the focus to the field that is sought. Its section and its panel may take a while to stand there, and
/// a section that opens takes the focus itself; so it is looked after until the field has it.
#[hook]
fn use_sought(scene: &Scene) {
    let act = scene.act();
    use_effect_with(scene.state.sought.clone(), move |sought| {
        let looking = sought.clone().map(|id| {
            let looks = Cell::new(0);
            Interval::new(LOOK, move || {
                looks.set(looks.get() + 1);
                if browser::has_focus(&id) || looks.get() > MOST_LOOKS {
                    act.emit(Action::Found);
                } else {
                    browser::focus(&id);
                }
            })
        });
        move || drop(looking)
    });
}
