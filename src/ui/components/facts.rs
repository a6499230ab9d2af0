//! What one should know before the answer is used.

use bijdragewijzer::view::Fact;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) facts: Vec<Fact>,
}

#[component]
pub(crate) fn FactsCard(props: &Props) -> Html {
    let facts = props.facts.iter().enumerate().map(|(index, fact)| html! {
        <li>
            <h3 class="utrecht-heading-3 bw-fact__title">{ format!("{}. {}", index + 1, fact.title) }</h3>
            <p class="bw-fact__text">{ &fact.text }</p>
        </li>
    });
    html! {
        <section class="bw-card" aria-labelledby="weten">
            <h2 class="utrecht-heading-2 bw-card__title" id="weten">{ "Wat u moet weten voordat u dit gebruikt" }</h2>
            <ol class="bw-facts">{ for facts }</ol>
        </section>
    }
}
