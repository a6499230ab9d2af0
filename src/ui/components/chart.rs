//! The picture of the years; the table below has the same amounts.

use bijdragewijzer::view::Pictures;
use yew::prelude::*;

use super::card::tick;
use super::picture::Picture;

/// The note says what the amounts leave out; bands of assumptions count or not.
pub(crate) fn chart_card(
    title: &str,
    drawn: Pictures,
    note: Option<String>,
    aannamen: bool,
    on_aannamen: Callback<bool>,
) -> Html {
    html! {
        <section class="bw-card" aria-labelledby="beeld">
            <h2 class="utrecht-heading-2 bw-card__title" id="beeld">{ title }</h2>
            <p class="bw-card__subtitle">{ "Verschil met de bijdrage nu, in euro per jaar. Onder 0 is voordeel." }</p>
            <Picture id="beeld" title={title.to_owned()} of={drawn} />
            <div class="bw-ticks">
                { tick("met-aannamen", "Reken ook met de banden van aannamen", aannamen, on_aannamen) }
            </div>
            if let Some(note) = note { <p class="bw-card__note">{ note }</p> }
        </section>
    }
}
