//! The herleiding that opens under an amount: its steps, the values they use, and where those come from.

mod steps;

use std::num::NonZeroU32;
use std::rc::Rc;

use bijdragewijzer::model::Uitkomst;
use bijdragewijzer::view::{AmountRef, Names};
use yew::prelude::*;

use self::steps::steps;
use super::amount::button_id;
use crate::ui::state::{Action, Place};
use crate::ui::{Source, browser};

const TITLE: &str = "herleiding-titel";

#[derive(Properties)]
pub(crate) struct Props {
    pub(crate) source: Source,
    pub(crate) uitkomst: Rc<Uitkomst>,
    pub(crate) amount: AmountRef,
    /// The amount for each of so many inwoners.
    #[prop_or_default]
    pub(crate) inwoners: Option<NonZeroU32>,
    pub(crate) place: Place,
    pub(crate) act: Callback<Action>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
            && Rc::ptr_eq(&self.uitkomst, &other.uitkomst)
            && self.amount == other.amount
            && self.place == other.place
            && self.inwoners == other.inwoners
    }
}

#[component]
pub(crate) fn HerleidingPanel(props: &Props) -> Html {
    let open = use_state(|| false);
    use_effect_with((props.place, props.amount.clone()), |_| browser::focus(TITLE));
    let (amount, uitkomst) = (&props.amount, &props.uitkomst);
    let found = match props.inwoners {
        Some(inwoners) => amount.per_inwoner(uitkomst, inwoners),
        None => amount.find(uitkomst),
    };
    let Some(found) = found else {
        return html! {
            <p class="bw-card__note" id={TITLE} tabindex="-1">{ "Dit bedrag is er niet in dit scenario." }</p>
        };
    };
    let names = Names::new(&props.source);
    let title = format!("Herleiding: {}", names.full(&found.naam));
    let herleiding = found.term.herleiding(found.naam);
    let close = {
        let (act, id) = (props.act.clone(), button_id(props.place, &props.amount));
        Callback::from(move |()| {
            act.emit(Action::Close);
            browser::focus(&id);
        })
    };
    // In the answer it stands right under the h1, in a card under the card's h2.
    let heading = if props.place == Place::Sum { "h2" } else { "h3" };
    let onclick = close.reform(|_: MouseEvent| ());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close.emit(());
        }
    });
    html! {
        <div class="bw-herleiding" role="group" aria-labelledby={TITLE} {onkeydown}>
            <div class="bw-herleiding__head">
                <@{heading} class="utrecht-heading-3 bw-herleiding__title" id={TITLE} tabindex="-1">{ title }</@>
                <button type="button" class="bw-link-button" {onclick}>{ "Sluiten" }</button>
            </div>
            { steps(&herleiding.stappen, &names, &open) }
        </div>
    }
}
