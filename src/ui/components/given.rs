//! What the answer rests on: the choices of the scenario in words.

use bijdragewijzer::view::Given;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) given: Vec<Given>,
}

#[component]
pub(crate) fn GivenCard(props: &Props) -> Html {
    let pairs = props.given.iter().map(|given| {
        html! {
            <div class="bw-given__pair">
                <dt class="bw-given__name">{ &given.name }</dt>
                <dd class="bw-given__value">{ &given.value }</dd>
            </div>
        }
    });
    html! {
        <section class="bw-card" aria-labelledby="gekozen">
            <h2 class="utrecht-heading-2 bw-card__title" id="gekozen">{ "Waarop dit berust" }</h2>
            <dl class="bw-given">{ for pairs }</dl>
        </section>
    }
}
