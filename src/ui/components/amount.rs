//! An amount that opens its herleiding, with the letter that says what it does to the bijdrage.

use bijdragewijzer::formula::Deel;
use bijdragewijzer::view::{AmountRef, Direction};
use yew::prelude::*;

use crate::ui::state::{Action, Place};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// What it shows.
    pub(crate) text: String,
    /// Which amount it is.
    pub(crate) amount: AmountRef,
    /// What it does, for a difference.
    #[prop_or_default]
    pub(crate) direction: Option<Direction>,
    pub(crate) place: Place,
    pub(crate) open: bool,
    /// What the amount is, for those who do not see where it stands.
    pub(crate) label: String,
    pub(crate) act: Callback<Action>,
}

/// The id of the button of an amount, to which focus returns.
pub(crate) fn button_id(place: Place, amount: &AmountRef) -> String {
    let whose = match (place, amount.deelnemer) {
        (Place::Table | Place::Row(..), Some(index)) => format!("-{index}"),
        _ => String::new(),
    };
    // A post may stand in both parts.
    let settled = if amount.deel == Some(Deel::Verrekening) { "-verrekening" } else { "" };
    format!("{}-{}-{}{settled}{whose}", place.word(), amount.post, amount.jaar)
}

#[component]
pub(crate) fn Amount(props: &Props) -> Html {
    let onclick = {
        let (act, place, amount) = (props.act.clone(), props.place, props.amount.clone());
        Callback::from(move |_: MouseEvent| act.emit(Action::Point(place, amount.clone())))
    };
    let id = button_id(props.place, &props.amount);
    html! {
        <span>
            <button type="button" class="bw-amount" {id} {onclick}
                aria-expanded={if props.open { "true" } else { "false" }}>
                { &props.text }<span class="bw-hidden">{ format!(", {}, toon de herleiding", props.label) }</span>
            </button>
            { letter(props.direction) }
        </span>
    }
}

/// V or N, with the word for a screen reader; an empty place keeps a column of numbers straight.
pub(crate) fn letter(direction: Option<Direction>) -> Html {
    let Some(direction) = direction else { return Html::default() };
    let Some((letter, word)) = direction.letter() else {
        return html! { <span class="bw-vn"></span> };
    };
    html! {
        <span class={classes!("bw-vn", format!("bw-vn--{word}"))}>
            { letter }<span class="bw-hidden">{ format!(" ({word})") }</span>
        </span>
    }
}
