//! Keuzes: every choice, assumption and given of the scenario, under the answer.

use bijdragewijzer::view::Answer;
use yew::prelude::*;

use crate::ui::components::answer::AnswerCard;
use crate::ui::components::keuzes::{
    aannamen, afwijkingen, bijdragen, onbekend, rekenprotocol, sleutels, uitvoering, vrijgave,
};
use crate::ui::scene::{Props as SceneProps, Scene};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) scene: Scene,
    pub(crate) answer: Option<Answer>,
}

#[component]
pub(crate) fn Keuzes(props: &Props) -> Html {
    let scene = &props.scene;
    let Some(answer) = props.answer.clone() else { return Html::default() };
    html! {
        <>
        <AnswerCard scene={scene.clone()} {answer} />
        // With the answer and not after it: what is typed next starts from what a field says.
        if scene.arrived { <Cards scene={scene.clone()} /> }
        </>
    }
}

/// The cards under the answer.
#[component]
fn Cards(props: &SceneProps) -> Html {
    let scene = &props.scene;
    html! {
        <>
        { afwijkingen::view(scene) }
        { uitvoering::view(scene) }
        { vrijgave::view(scene) }
        { sleutels::view(scene) }
        { bijdragen::view(scene) }
        { onbekend::view(scene) }
        { rekenprotocol::view(scene) }
        { aannamen::view(scene) }
        </>
    }
}
