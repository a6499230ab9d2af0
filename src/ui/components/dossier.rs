//! What only paper shows: on what the amounts rest, whatever was open on the screen.

use std::rc::Rc;

use bijdragewijzer::formula::Status;
use bijdragewijzer::model::Uitkomst;
use bijdragewijzer::publicatie::Publicatie;
use bijdragewijzer::view::{
    AmountRef, Deviation, Fact, Given, Names, ParameterRow, basis, deviations, facts,
    parameter_rows,
};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::card::card;
use crate::ui::browser;
use crate::ui::scene::{Props as SceneProps, Scene};
use crate::ui::state::Section;

/// How long after the last change it follows, in milliseconds: what no screen shows may not slow one down.
const QUIET: u32 = 300;

/// Follows the page a moment later, and at once when it is about to be printed.
#[component]
pub(crate) fn Dossier(props: &SceneProps) -> Html {
    let shown = use_state(|| props.scene.clone());
    let latest = use_mut_ref(|| props.scene.clone());
    *latest.borrow_mut() = props.scene.clone();
    use_effect_with((), {
        let shown = shown.setter();
        move |()| browser::on_print(move || shown.set(latest.borrow().clone()))
    });
    use_effect_with(props.scene.clone(), {
        let shown = shown.setter();
        move |scene| {
            let scene = scene.clone();
            let timer = Timeout::new(QUIET, move || shown.set(scene));
            move || drop(timer)
        }
    });
    html! { <Gathered scene={(*shown).clone()} /> }
}

/// Gathers it; drawn again only when some of it changed.
#[component]
fn Gathered(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let source = scene.source();
    let rows = use_memo(source.clone(), |source| uncertain(source));
    let Some((computed, index)) = scene.computed.as_ref().zip(scene.deelnemer) else {
        return Html::default();
    };
    let is_answer = scene.state.section == Section::Bijdrage;
    html! {
        <Pages given={basis(source, &computed.scenario, &computed.uitkomst)}
            deviations={changed(scene)}
            facts={if is_answer { Vec::new() } else { facts(source, &computed.uitkomst) }}
            herleidingen={herleidingen(scene, &computed.uitkomst, index)} {rows}
            link={browser::full_address(&scene.state.address())} />
    }
}

/// The parameters that are not from a source, and so may be other than they are.
fn uncertain(publicatie: &Publicatie) -> Vec<ParameterRow> {
    let is_uncertain =
        |row: &ParameterRow| matches!(row.status, Status::Aanname | Status::Onbekend);
    parameter_rows(publicatie).into_iter().filter(is_uncertain).collect()
}

/// What deviates in each scenario; with its name when there are more.
fn changed(scene: &Scene) -> Vec<Changed> {
    let all = &scene.state.work.scenarios;
    let named = all.len() > 1;
    let changed = all.iter().enumerate().map(|(place, input)| Changed {
        name: named.then(|| scene.name(place, input)),
        list: deviations(scene.source(), input),
    });
    changed.collect()
}

/// How the two amounts of the year of the answer are made, each with its title.
fn herleidingen(scene: &Scene, uitkomst: &Uitkomst, index: usize) -> Vec<(String, Vec<String>)> {
    let source = scene.source();
    let names = Names::new(source);
    let jaar = source.antwoordjaar.unwrap_or(source.horizon.van);
    let amounts = ["begroot", "verrekening"].map(|post| AmountRef::new(post, jaar, index));
    let found = amounts.iter().filter_map(|amount| amount.find(uitkomst));
    let written = found.map(|it| {
        let title = format!("Herleiding: {}", names.full(&it.naam));
        (title, names.lines(&it.term.herleiding(it.naam)))
    });
    written.collect()
}

/// The deviations of a scenario.
#[derive(PartialEq)]
struct Changed {
    name: Option<String>,
    list: Vec<Deviation>,
}

#[derive(PartialEq, Properties)]
struct Props {
    given: Vec<Given>,
    deviations: Vec<Changed>,
    facts: Vec<Fact>,
    herleidingen: Vec<(String, Vec<String>)>,
    rows: Rc<Vec<ParameterRow>>,
    link: String,
}

#[component]
fn Pages(props: &Props) -> Html {
    let given = props.given.iter().map(|it| pair(&it.name, &it.value));
    let rows = props.rows.iter().map(|row| {
        let band = row.band.as_ref().map(|band| format!(", {band}")).unwrap_or_default();
        pair(&row.name, &format!("{}{band} ({})", row.value, row.status.word()))
    });
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
