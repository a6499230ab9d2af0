//! The choices beside the answer: who looks, where to start, and the main things to choose.

mod bijdrage;
mod financiering;
mod organisation;
pub(crate) mod parts;
mod sleutel;
mod uitgangspunt;
mod uitrol;
mod varianten;

pub(crate) use bijdrage::{bijdrage_back, bijdrage_field, soort};
pub(crate) use uitrol::{Uitrol, of_year, uitrol_mark};
pub(crate) use varianten::{chosen, switch, variants_back};

use bijdragewijzer::units::notation::in_sum;
use bijdragewijzer::view::{Direction, SumPart};
use yew::prelude::*;

use super::amount::letter;
use crate::ui::browser;
use crate::ui::scene::Scene;
use crate::ui::state::{Action, Section};

/// The choices that fold away on a phone.
const LIST: &str = "keuzelijst";
const TITLE: &str = "keuzes";

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) scene: Scene,
    /// The answer in one amount, for the line that stays in sight.
    pub(crate) total: Option<SumPart>,
}

#[component]
pub(crate) fn Choices(props: &Props) -> Html {
    let scene = &props.scene;
    let open = scene.state.choices_open;
    // The list stands above the answer: pressed from further down, it would open out of sight.
    use_effect_with(open, |open| {
        if *open {
            browser::show(LIST);
        }
    });
    // It scrolls, and Firefox stops at all that scrolls; here each choice is a stop of its own.
    html! {
        <aside class={classes!("bw-card", "bw-choices", open.then_some("bw-choices--open"))} aria-labelledby={TITLE} tabindex="-1">
            <h2 class="utrecht-heading-2 bw-card__title bw-choices__title" id={TITLE} tabindex="-1">{ "Keuzes" }</h2>
            { organisation::view(scene) }
            if scene.deelnemer.is_some() {
                { bar(props, open) }
                <div class="bw-choices__list" id={LIST}>
                    { uitgangspunt::view(scene) }
                    <varianten::Varianten scene={scene.clone()} />
                    { financiering::view(scene) }
                    { sleutel::view(scene) }
                    { bijdrage::view(scene) }
                    { foot(scene) }
                </div>
            }
        </aside>
    }
}

/// The line that keeps the answer in sight while someone chooses.
fn bar(props: &Props, open: bool) -> Html {
    let onclick = props.scene.on::<MouseEvent>(Action::ToggleChoices);
    let answer = props.total.as_ref().map(|total| {
        let amount = total.euro.map_or_else(|| "onbekend".to_owned(), in_sum);
        html! {
            <p class="bw-bar__answer">
                { &total.name }
                <span class="bw-bar__amount">{ amount }{ letter(total.euro.map(Direction::of)) }</span>
                if props.scene.is_of_before() { <span class="bw-bar__before">{ if props.scene.stale { "van vóór de fout" } else { "niet alles is gelezen" } }</span> }
            </p>
        }
    });
    html! {
        <div class="bw-bar">
            { for answer }
            <button type="button" class="utrecht-button bw-bar__toggle" {onclick} aria-controls={LIST}
                aria-expanded={if open { "true" } else { "false" }}>{ "Keuzes" }</button>
        </div>
    }
}

/// What deviates, the way back for all, and the way to every other choice.
fn foot(scene: &Scene) -> Html {
    let count = scene.deviations().len();
    let text = match count {
        1 => "1 afwijking van het uitgangspunt".to_owned(),
        more => format!("{more} afwijkingen van het uitgangspunt"),
    };
    html! {
        <div class="bw-choice bw-choice--foot">
            if count > 0 { <p class="bw-deviation"><span class="bw-deviation__mark">{ text }</span></p> }
            { parts::all_back(scene, "bw-link-button", TITLE) }
            if scene.state.section != Section::Keuzes {
                <a class="utrecht-link utrecht-link--html-a" href="#/keuzes">{ "Alle keuzes en aannamen" }</a>
            }
        </div>
    }
}
