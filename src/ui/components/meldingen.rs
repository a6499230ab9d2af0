//! What stands in the way of the answer, or belongs beside it: with the field it is about.

use bijdragewijzer::melding::Melding;
use bijdragewijzer::view::texts::{melding_text, melding_title};
use yew::prelude::*;

use crate::ui::browser;
use crate::ui::scene::Props;
use crate::ui::state::Fault;

pub(crate) const TITLE: &str = "meldingen-titel";

#[component]
pub(crate) fn Meldingen(props: &Props) -> Html {
    let scene = &props.scene;
    let meldingen = scene.meldingen();
    let (refusals, warnings): (Vec<&Melding>, Vec<&Melding>) =
        meldingen.iter().partition(|melding| melding.refuses());
    let faults = &scene.state.faults;
    html! {
        <>
        if !faults.is_empty() || !refusals.is_empty() {
            <section class="utrecht-alert utrecht-alert--error bw-meldingen" aria-labelledby={TITLE}>
                <div class="utrecht-alert__content">
                    <h2 class="utrecht-heading-3" id={TITLE} tabindex="-1">{ "Niet alles is gelezen" }</h2>
                    <p class="utrecht-alert__message">{ "Hieronder staat de laatste uitkomst die wel klopt." }</p>
                    <ul class="bw-meldingen__list">
                        { for faults.iter().map(fault) }
                        { for refusals.into_iter().map(refusal) }
                    </ul>
                </div>
            </section>
        }
        if !warnings.is_empty() {
            <section class="utrecht-alert utrecht-alert--warning bw-meldingen" aria-label="Let op">
                <div class="utrecht-alert__content">
                    <ul class="bw-meldingen__list">{ for warnings.into_iter().map(refusal) }</ul>
                </div>
            </section>
        }
        </>
    }
}

fn fault(fault: &Fault) -> Html {
    let id = fault.id.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        browser::focus(&id);
    });
    html! {
        <li>
            <a class="utrecht-link utrecht-link--html-a" href={format!("#{}", fault.id)} {onclick}>{ &fault.label }</a>
            { format!(": {}", fault.text) }
        </li>
    }
}

fn refusal(melding: &Melding) -> Html {
    html! { <li><strong>{ melding_title(melding.code) }</strong>{ format!(". {}", melding_text(melding)) }</li> }
}
