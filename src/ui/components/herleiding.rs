//! The herleiding that opens under an amount: its steps, the values they use, and where those come from.

use std::num::NonZeroU32;
use std::rc::Rc;

use bijdragewijzer::formula::{Leaf, Stap, Status};
use bijdragewijzer::model::Uitkomst;
use bijdragewijzer::units::notation::waarde;
use bijdragewijzer::view::{AmountRef, Names};
use yew::prelude::*;

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
            && self.inwoners == other.inwoners
    }
}

#[component]
pub(crate) fn HerleidingPanel(props: &Props) -> Html {
    let open = use_state(|| false);
    use_effect_with(props.amount.clone(), |_| browser::focus(TITLE));
    let (amount, uitkomst) = (&props.amount, &props.uitkomst);
    let found = match props.inwoners {
        Some(inwoners) => amount.per_inwoner(uitkomst, inwoners),
        None => amount.find(uitkomst),
    };
    let Some(found) = found else { return Html::default() };
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

/// So many steps are read at a glance. Of more, the last one comes first: the sum that makes the amount.
const FEW: usize = 8;

fn steps(all: &[Stap], names: &Names<'_>, open: &UseStateHandle<bool>) -> Html {
    let list = |of: &[Stap], class: Option<&'static str>| {
        html! {
            <ol class={classes!("bw-steps", class)}>{ for of.iter().map(|stap| step(stap, names)) }</ol>
        }
    };
    let Some((last, before)) = all.split_last().filter(|_| all.len() > FEW) else {
        return list(all, None);
    };
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let verb = if **open { "Verberg" } else { "Toon" };
    html! {
        <>
        { list(std::slice::from_ref(last), None) }
        <button type="button" class="bw-link-button bw-herleiding__more" {onclick}
            aria-expanded={if **open { "true" } else { "false" }}>
            { format!("{verb} de {} stappen ervoor, tot de bron", before.len()) }
        </button>
        { list(before, (!**open).then_some("bw-steps--closed")) }
        </>
    }
}

fn step(stap: &Stap, names: &Names<'_>) -> Html {
    html! {
        <li class="bw-step">
            <span class="bw-step__name">{ format!("{}. {}", stap.nummer, names.step(stap)) }</span>
            <span class="bw-step__value">{ names.value(stap) }</span>
            <span class="bw-step__source">{ names.sentence(stap) }</span>
            if !stap.leaves.is_empty() {
                <ul class="bw-steps">{ for stap.leaves.iter().map(|leaf| source(leaf, names)) }</ul>
            }
        </li>
    }
}

fn source(leaf: &Leaf, names: &Names<'_>) -> Html {
    let value =
        leaf.waarde.map_or_else(|| "onbekend".to_owned(), |value| waarde(value, leaf.eenheid));
    let bron = leaf
        .herkomst
        .bron
        .as_ref()
        .map(|bron| format!("{}, ", names.bron(bron)))
        .unwrap_or_default();
    let class = match leaf.status {
        Status::Aanname | Status::Onbekend => "bw-status bw-status--aanname",
        Status::Eigen => "bw-status bw-status--keuze",
        Status::Bron | Status::Openbaar | Status::Afgeleid => "bw-status bw-status--gegeven",
    };
    html! {
        <li class="bw-step">
            <span class="bw-step__name">{ names.leaf(leaf) }</span>
            <span class="bw-step__value">{ value }</span>
            <span class="bw-step__source">{ format!("{bron}{}", leaf.herkomst.paragraaf) }</span>
            <span {class}>{ leaf.status.word() }</span>
        </li>
    }
}
