//! Every choice, assumption and given that does not stand beside the answer.

use yew::prelude::*;

use super::card::card;
use super::choices::parts::Mark;

pub(crate) mod aannamen;
pub(crate) mod afwijkingen;
mod band;
pub(crate) mod bijdragen;
pub(crate) mod gewichten;
pub(crate) mod onbekend;
mod per_jaar;
pub(crate) mod plakken;
pub(crate) mod rekenprotocol;
pub(crate) mod sleutels;
pub(crate) mod uitvoering;
pub(crate) mod vrijgave;

/// A card whose fields are all choices, assumptions or givens, with the mark that says which.
fn marked(id: &str, title: &str, mark: Html, text: &str, content: Html) -> Html {
    let content = html! {
        <>
        <span class="bw-choice__corner">{ mark }</span>
        <p class="bw-card__subtitle">{ text }</p>
        { content }
        </>
    };
    card(id, title, None, content)
}

/// The mark of a value that someone may type over.
fn typed_or(is_typed: bool, otherwise: Html) -> Html {
    if is_typed { Mark::Keuze.show(Some("eigen")) } else { otherwise }
}
