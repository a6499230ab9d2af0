//! The steps of a herleiding, each with where its values and its key come from.

use bijdragewijzer::formula::{Herkomst, Leaf, Soort, Stap, Status};
use bijdragewijzer::units::notation::waarde;
use bijdragewijzer::view::Names;
use yew::prelude::*;

/// So many steps are read at a glance. Of more, the last one comes first: the sum that makes the amount.
const FEW: usize = 8;

pub(super) fn steps(all: &[Stap], names: &Names<'_>, open: &UseStateHandle<bool>) -> Html {
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
    let key = match &stap.soort {
        Soort::Deling(_, sleutel) => names.key(sleutel),
        Soort::Post | Soort::Tussenstap | Soort::Totaal => None,
    };
    html! {
        <li class="bw-step">
            <span class="bw-step__name">{ format!("{}. {}", stap.nummer, names.step(stap)) }</span>
            <span class="bw-step__value">{ names.value(stap) }</span>
            <span class="bw-step__source">{ names.sentence(stap) }</span>
            if !stap.leaves.is_empty() || key.is_some() {
                <ul class="bw-steps">
                    { for stap.leaves.iter().map(|leaf| of_leaf(leaf, names)) }
                    { for key.map(|key| source(&format!("Sleutel: {}", key.naam), "", &key.herkomst, key.status, names)) }
                </ul>
            }
        </li>
    }
}

fn of_leaf(leaf: &Leaf, names: &Names<'_>) -> Html {
    let value =
        leaf.waarde.map_or_else(|| "onbekend".to_owned(), |value| waarde(value, leaf.eenheid));
    source(&names.leaf(leaf), &value, &leaf.herkomst, leaf.status, names)
}

fn source(name: &str, value: &str, herkomst: &Herkomst, status: Status, names: &Names<'_>) -> Html {
    let bron = herkomst.bron.as_ref().map(|bron| format!("{}, ", names.bron(bron)));
    let bron = bron.unwrap_or_default();
    let class = match status {
        Status::Aanname | Status::Onbekend => "bw-status bw-status--aanname",
        Status::Eigen => "bw-status bw-status--keuze",
        Status::Bron | Status::Openbaar | Status::Afgeleid => "bw-status bw-status--gegeven",
    };
    html! {
        <li class="bw-step">
            <span class="bw-step__name">{ name }</span>
            <span class="bw-step__value">{ value }</span>
            <span class="bw-step__source">{ format!("{bron}{}", herkomst.paragraaf) }</span>
            <span {class}>{ status.word() }</span>
        </li>
    }
}
