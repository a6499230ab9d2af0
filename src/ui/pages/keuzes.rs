//! Keuzes: every choice, assumption and given of the scenario, under the answer.

use std::rc::Rc;

use bijdragewijzer::view::Answer;
use yew::prelude::*;

use crate::ui::components::answer::AnswerCard;
use crate::ui::components::keuzes::{
    aannamen, afwijkingen, bijdragen, onbekend, rekenprotocol, sleutels, uitvoering, vrijgave,
};
use crate::ui::later::{Below, use_later};
use crate::ui::scene::Scene;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) scene: Scene,
    pub(crate) answer: Option<Answer>,
}

#[component]
pub(crate) fn Keuzes(props: &Props) -> Html {
    let scene = &props.scene;
    let rest = use_later(&Rc::new(scene.clone()));
    let Some(answer) = props.answer.clone() else { return Html::default() };
    html! {
        <>
        <AnswerCard scene={scene.clone()} {answer} />
        if scene.arrived {
            <Deviations scene={Rc::clone(&rest)} />
            // With the answer: a slider moves its field.
            { uitvoering::view(scene) }
            <Rest scene={rest} />
        }
        </>
    }
}

/// What deviates from the uitgangspunt.
#[component]
fn Deviations(props: &Below) -> Html {
    afwijkingen::view(&props.scene)
}

/// The cards that have no slider.
#[component]
fn Rest(props: &Below) -> Html {
    let scene = &props.scene;
    html! {
        <>
        { vrijgave::view(scene) }
        { sleutels::view(scene) }
        { bijdragen::view(scene) }
        { onbekend::view(scene) }
        { rekenprotocol::view(scene) }
        { aannamen::view(scene) }
        </>
    }
}
