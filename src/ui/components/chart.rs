//! The picture of the years; the table below has the same amounts.

use bijdragewijzer::view::Pictures;
use yew::prelude::*;

use super::card::tick;
use super::drawing::pictures;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) title: String,
    pub(crate) pictures: Pictures,
    /// What the amounts leave out.
    pub(crate) note: Option<String>,
    /// Whether bands of assumptions count.
    pub(crate) aannamen: bool,
    pub(crate) on_aannamen: Callback<bool>,
}

#[component]
pub(crate) fn ChartCard(props: &Props) -> Html {
    html! {
        <section class="bw-card" aria-labelledby="beeld">
            <h2 class="utrecht-heading-2 bw-card__title" id="beeld">{ &props.title }</h2>
            <p class="bw-card__subtitle">{ "Verschil met de bijdrage nu, in euro per jaar. Onder 0 is voordeel." }</p>
            { pictures("beeld", &props.title, &props.pictures) }
            <div class="bw-ticks">
                { tick("met-aannamen", "Reken ook met de banden van aannamen", props.aannamen, props.on_aannamen.clone()) }
            </div>
            if let Some(note) = &props.note { <p class="bw-card__note">{ note }</p> }
        </section>
    }
}
