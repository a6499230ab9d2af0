//! Uw bijdrage: the answer, the picture, the years, and what one should know.

use std::rc::Rc;

use bijdragewijzer::scenario::Edit;
use bijdragewijzer::view::{
    Answer, Comparison, View, basis, facts, other_streams, waterfall, year_table, years_chart,
    years_title,
};
use bijdragewijzer::vragen::Banden;
use yew::prelude::*;

use crate::ui::components::answer::AnswerCard;
use crate::ui::components::chart::chart_card;
use crate::ui::components::comparison::ComparisonCard;
use crate::ui::components::facts::FactsCard;
use crate::ui::components::given::GivenCard;
use crate::ui::components::margins::{MarginsOf, use_margins};
use crate::ui::components::opens::Opens;
use crate::ui::components::years::YearsCard;
use crate::ui::later::{Below, use_later};
use crate::ui::scene::{Computed, Scene};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) scene: Scene,
    pub(crate) answer: Option<Answer>,
}

#[component]
pub(crate) fn Bijdrage(props: &Props) -> Html {
    let scene = &props.scene;
    let below = use_later(&Rc::new(scene.clone()));
    let Some(answer) = props.answer.clone() else { return Html::default() };
    html! {
        <>
        <AnswerCard scene={scene.clone()} {answer} />
        if scene.arrived { <Years scene={Rc::clone(&below)} /><Rest scene={below} /> }
        </>
    }
}

/// From nothing to the difference of the year of the answer.
const STEPS: (&str, &str) =
    ("opbouw", "Van nul tot het verschil na verrekening, post voor post, in euro");

/// What moves beside the bijdrage in that year.
const STREAMS: (&str, &str) = ("ernaast", "Andere geldstromen in hetzelfde jaar, in euro");

/// The picture and the table of the years.
#[component]
fn Years(props: &Below) -> Html {
    let scene = &props.scene;
    let wide = use_state(|| false);
    let computed = scene.computed.as_ref();
    let banden = computed.map_or(Banden::ZonderAannamen, |it| Banden::of(&it.scenario));
    let margins = use_margins(scene, banden, *wide);
    let Some((computed, index)) = scene.computed.as_ref().zip(scene.deelnemer) else {
        return Html::default();
    };
    let (source, uitkomst) = (scene.source().clone(), &computed.uitkomst);
    let state = &scene.state;
    let on_aannamen = scene.edit().reform(|on| Edit::Aannamen(Some(on)));
    let table = year_table(&source, uitkomst, index, state.cents);
    let on_wide = {
        let wide = wide.clone();
        Callback::from(move |on: bool| wide.set(on))
    };
    html! {
        <>
        if let Some(years) = years(scene, computed, index, table.note.clone(), &margins, on_aannamen) { { years } }
        <YearsCard source={source.clone()} years={table}
            uitkomst={Rc::clone(uitkomst)} deelnemer={index} cents={state.cents} open={state.open.clone()}
            act={scene.act()} {margins} wide={*wide} {on_wide} />
        </>
    }
}

/// How the difference of a year comes about, what moves beside it, and what one should know.
#[component]
fn Rest(props: &Below) -> Html {
    let scene = &props.scene;
    let Some((computed, index)) = scene.computed.as_ref().zip(scene.deelnemer) else {
        return Html::default();
    };
    let (source, uitkomst) = (scene.source().clone(), &computed.uitkomst);
    let view = View::new(&source, index);
    html! {
        <>
        if let Some(steps) = waterfall(view, uitkomst) { { comparison(scene, computed, STEPS, steps) } }
        if let Some(streams) = other_streams(view, uitkomst) { { comparison(scene, computed, STREAMS, streams) } }
        <FactsCard facts={facts(&source, uitkomst)} />
        <GivenCard given={basis(&source, &computed.scenario, uitkomst, &scene.deviations())} />
        </>
    }
}

/// The picture of the years. It shows what the table shows, so it leaves out the same.
fn years(
    scene: &Scene,
    computed: &Computed,
    index: usize,
    note: Option<String>,
    margins: &MarginsOf,
    on_aannamen: Callback<bool>,
) -> Option<Html> {
    let last = scene.source().overgang.map(|overgang| overgang.tot);
    let band = margins.band(margins.banden);
    let drawn = years_chart(&computed.uitkomst, index, last, band.as_ref());
    let (pictures, title) = drawn.zip(years_title(&computed.uitkomst, index))?;
    let aannamen = margins.banden == Banden::MetAannamen;
    Some(chart_card(&title, pictures, note, aannamen, on_aannamen))
}

/// A table beside the answer whose amounts open.
fn comparison(
    scene: &Scene,
    computed: &Computed,
    (id, subtitle): (&'static str, &str),
    of: Comparison,
) -> Html {
    let opens = Opens::new(scene, computed);
    html! { <ComparisonCard {id} comparison={Rc::new(of)} {opens} subtitle={subtitle.to_owned()} /> }
}
