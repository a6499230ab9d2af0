//! What did not come through whole of a link or a file, with an offer of what could be read.

use std::rc::Rc;

use bijdragewijzer::melding::{Code, Melding};
use bijdragewijzer::view::deviations;
use bijdragewijzer::view::texts::{melding_text, melding_title};
use yew::prelude::*;

use super::frame::ANSWERS;
use crate::ui::browser;
use crate::ui::scene::{Props, Scene};
use crate::ui::state::Action;
use crate::ui::work::{Arrival, Offer, Origin, Work};

const TITLE: &str = "aanbod-titel";

/// Says what is wrong with a link or a file, all at once, and offers what could be read of it.
#[component]
pub(crate) fn OfferCard(props: &Props) -> Html {
    let scene = &props.scene;
    use_effect_with(scene.state.offer.clone(), |offer| {
        if offer.is_some() {
            browser::focus(TITLE);
        }
    });
    let Some(offer) = &scene.state.offer else { return Html::default() };
    let (title, text) = words(offer);
    let take = offer.work.clone().map(|work| {
        let arrival =
            Arrival { work, origin: offer.origin.clone(), meldingen: Rc::clone(&offer.meldingen) };
        let onclick = scene.on_and_focus(Action::Take(arrival), ANSWERS);
        html! { <button type="button" class="utrecht-button" {onclick}>{ without(offer) }</button> }
    });
    let decline = if offer.work.is_some() { "Niets overnemen" } else { "Sluiten" };
    let onclick = scene.on_and_focus(Action::Decline, ANSWERS);
    html! {
        <section class="utrecht-alert utrecht-alert--error bw-meldingen" aria-labelledby={TITLE}>
            <div class="utrecht-alert__content">
                <h2 class="utrecht-heading-3" id={TITLE} tabindex="-1">{ title }</h2>
                <p class="utrecht-alert__message">{ text }</p>
                <ul class="bw-meldingen__list">{ for offer.meldingen.iter().map(|it| html! { <li>{ said(it) }</li> }) }</ul>
                if let Some(work) = &offer.work { { contents(scene, work) } }
                <p class="bw-field__readings">
                    { for take }
                    <button type="button" class="utrecht-button" {onclick}>{ decline }</button>
                </p>
            </div>
        </section>
    }
}

fn words(offer: &Offer) -> (String, &'static str) {
    match (&offer.origin, offer.work.is_some()) {
        (Origin::Address | Origin::Link, _) => (
            "De link is niet volledig overgenomen".to_owned(),
            "Wat hieronder staat, is niet wat de afzender stuurde.",
        ),
        (Origin::File(name), _) if offer.meldingen.is_empty() => (
            format!("{name} is niet geopend"),
            "De browser kan het bestand niet lezen. Kies het opnieuw. Uw werk is niet veranderd.",
        ),
        (Origin::File(name), true) => (
            format!("{name} is niet volledig gelezen"),
            "Uw werk is niet veranderd. Neem over wat wel gelezen is, of herstel het bestand.",
        ),
        (Origin::File(name), false) => (
            format!("{name} is niet geopend"),
            "Uw werk is niet veranderd. Herstel het bestand en kies het opnieuw.",
        ),
    }
}

/// What would be taken over, scenario by scenario.
fn contents(scene: &Scene, work: &Work) -> Html {
    let lines = work.scenarios.iter().enumerate().map(|(place, input)| {
        let deelnemer = input.deelnemer.as_ref().and_then(|id| scene.source().deelnemer(id));
        let deelnemer = deelnemer.and_then(|index| scene.source().deelnemers.get(index));
        let deelnemer = deelnemer.map(|it| it.naam.clone());
        let changed = deviations(scene.source(), input);
        let changed = changed.iter().map(|it| format!("{}: {}", it.name, it.value));
        let parts: Vec<String> = deelnemer.into_iter().chain(changed).collect();
        html! { <li>{ format!("{}. {}", scene.name(place, input), parts.join("; ")) }</li> }
    });
    html! { <><p class="utrecht-alert__message">{ "Gelezen is:" }</p><ul class="bw-meldingen__list">{ for lines }</ul></> }
}

/// What is left out when the rest is taken over.
fn without(offer: &Offer) -> String {
    // Of a list that was cut the number is in its last line.
    if offer.meldingen.iter().any(|it| it.code == Code::MoreFaults) {
        return "Overnemen zonder deze delen".to_owned();
    }
    // In a link that was changed or cut off every value may be another: none of them is left out.
    let is_part = |it: &&Melding| it.refuses() && !it.code.is_of_whole_link();
    match offer.meldingen.iter().filter(is_part).count() {
        0 => "Overnemen wat gelezen is".to_owned(),
        1 => "Overnemen zonder dit deel".to_owned(),
        more => format!("Overnemen zonder deze {more} delen"),
    }
}

/// A melding where no field is near.
pub(super) fn said(melding: &Melding) -> Html {
    html! { <><strong>{ melding_title(melding.code) }</strong>{ format!(". {}", melding_text(melding)) }</> }
}
