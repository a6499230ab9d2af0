//! What was gathered for paper, as cards.

use std::rc::Rc;

use bijdragewijzer::view::{Deviation, Fact, Given, ParameterRow};
use yew::prelude::*;

use crate::ui::components::card::card;

/// The deviations of a scenario.
#[derive(PartialEq)]
pub(super) struct Changed {
    pub(super) name: Option<String>,
    pub(super) list: Rc<Vec<Deviation>>,
}

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) given: Vec<Given>,
    pub(super) deviations: Vec<Changed>,
    pub(super) facts: Vec<Fact>,
    pub(super) herleidingen: Vec<(String, Vec<String>)>,
    pub(super) rows: Rc<Vec<ParameterRow>>,
    pub(super) link: String,
}

#[component]
pub(super) fn Pages(props: &Props) -> Html {
    let given = props.given.iter().map(|it| pair(&it.name, &it.value));
    let rows = props.rows.iter().map(|row| pair(&row.name, &in_force(row)));
    let facts = props.facts.iter().map(|it| pair(&it.title, &it.text));
    let link = match props.deviations.len() {
        1 => "Link naar dit scenario",
        _ => "Link naar deze scenario’s",
    };
    html! {
        <div class="bw-print-only bw-dossier">
            { list("dossier-keuzes", "Gekozen", html! { <dl class="bw-given">{ for given }</dl> }) }
            { list("dossier-afwijkingen", "Afwijkingen van het uitgangspunt",
                html! { <>{ for props.deviations.iter().map(changes) }</> }) }
            if !props.facts.is_empty() {
                { list("dossier-weten", "Goed om te weten", html! { <dl class="bw-given bw-given--long">{ for facts }</dl> }) }
            }
            { for props.herleidingen.iter().enumerate().map(steps) }
            { list("dossier-aannamen", "Aannamen en onbekende waarden", html! { <dl class="bw-given">{ for rows }</dl> }) }
            { list("dossier-link", link, html! { <p class="bw-dossier__link">{ &props.link }</p> }) }
        </div>
    }
}

/// What the scenario has, with what is published beside an own value.
fn in_force(row: &ParameterRow) -> String {
    let band = row.band.as_ref().map(|band| format!(", {band}")).unwrap_or_default();
    match &row.own {
        Some(own) => format!("{own} (eigen; gepubliceerd {})", row.value),
        None => format!("{}{band} ({})", row.value, row.status.word()),
    }
}

fn changes(of: &Changed) -> Html {
    let pairs = of.list.iter().map(|it| {
        let before = it.before.as_ref().map(|before| format!(" (was {before})"));
        pair(&it.name, &format!("{}{}", it.value, before.unwrap_or_default()))
    });
    html! {
        <>
        if let Some(name) = &of.name { <p class="bw-given__name">{ name }</p> }
        <dl class="bw-given">{ for pairs }</dl>
        if of.list.is_empty() { <p class="bw-card__note">{ "Er zijn geen afwijkingen." }</p> }
        </>
    }
}

fn steps((place, (title, lines)): (usize, &(String, Vec<String>))) -> Html {
    let lines = lines.iter().map(|line| html! { <li>{ line }</li> });
    let id = format!("dossier-herleiding-{place}");
    list(&id, title, html! { <ul class="bw-dossier__steps">{ for lines }</ul> })
}

fn list(id: &str, title: &str, content: Html) -> Html {
    card(id, title, None, content)
}

fn pair(name: &str, value: &str) -> Html {
    html! {
        <div class="bw-given__pair">
            <dt class="bw-given__name">{ name }</dt>
            <dd class="bw-given__value">{ value }</dd>
        </div>
    }
}
