//! Uw bijdrage: the answer, the picture, the years, and what one should know.

use std::rc::Rc;

use bijdragewijzer::view::{Answer, Size, basis, chart, facts, year_table};
use yew::prelude::*;

use crate::ui::components::answer::AnswerCard;
use crate::ui::components::chart::ChartCard;
use crate::ui::components::facts::FactsCard;
use crate::ui::components::given::GivenCard;
use crate::ui::components::meldingen::Meldingen;
use crate::ui::components::years::YearsCard;
use crate::ui::scene::Scene;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) scene: Scene,
    pub(crate) answer: Option<Answer>,
}

#[component]
pub(crate) fn Bijdrage(props: &Props) -> Html {
    let scene = &props.scene;
    let parts = scene.computed.as_ref().zip(scene.deelnemer).zip(props.answer.clone());
    let Some(((computed, index), answer)) = parts else { return ask() };
    let (source, uitkomst) = (scene.source().clone(), &computed.uitkomst);
    let state = &scene.state;
    let last = source.overgang.map(|overgang| overgang.tot);
    let pictures =
        chart(uitkomst, index, last, Size::Wide).zip(chart(uitkomst, index, last, Size::Narrow));
    html! {
        <>
        <Meldingen scene={scene.clone()} />
        <AnswerCard source={source.clone()} {answer} uitkomst={Rc::clone(uitkomst)}
            open={state.open.clone()} act={scene.act()} />
        { for pictures.map(|(wide, narrow)| html! { <ChartCard {wide} {narrow} /> }) }
        <YearsCard source={source.clone()} years={year_table(&source, uitkomst, index, state.cents)}
            uitkomst={Rc::clone(uitkomst)} cents={state.cents} open={state.open.clone()} act={scene.act()} />
        <FactsCard facts={facts(&source, uitkomst)} />
        <GivenCard given={basis(&source, &computed.scenario, uitkomst)} />
        </>
    }
}

/// Before anything is chosen the page asks one thing.
pub(crate) fn ask() -> Html {
    html! {
        <section class="bw-card bw-answer" aria-labelledby="zin">
            <h1 class="utrecht-heading-1 bw-answer__sentence" id="zin">{ "Voor welke organisatie rekent u?" }</h1>
            <p class="bw-answer__note">
                { "Kies uw gemeente of waterschap. Daarna staat hier wat Sociaal Incasseren doet met uw bijdrage aan GBLT." }
            </p>
        </section>
    }
}
