//! What only paper shows: on what the amounts rest, whatever was open on the screen.

use std::rc::Rc;

use bijdragewijzer::formula::Status;
use bijdragewijzer::model::Uitkomst;
use bijdragewijzer::publicatie::Publicatie;
use bijdragewijzer::units::Jaar;
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
    let jaar = source.antwoordjaar.unwrap_or(source.horizon.van);
    let is_answer = scene.state.section == Section::Bijdrage;
    html! {
        <Pages given={basis(source, &computed.scenario, &computed.uitkomst)}
            deviations={deviations(source, &scene.input())}
            facts={if is_answer { Vec::new() } else { facts(source, &computed.uitkomst) }}
            steps={steps(source, &computed.uitkomst, jaar, index)}
            {rows} title={title(scene, jaar, index)}
            link={browser::full_address(&scene.state.address())} />
    }
}

/// The parameters that are not from a source, and so may be other than they are.
fn uncertain(publicatie: &Publicatie) -> Vec<ParameterRow> {
    let is_uncertain =
        |row: &ParameterRow| matches!(row.status, Status::Aanname | Status::Onbekend);
    parameter_rows(publicatie).into_iter().filter(is_uncertain).collect()
}

fn title(scene: &Scene, jaar: Jaar, index: usize) -> String {
    let naam = scene.source().deelnemers.get(index).map_or("", |it| it.naam.as_str());
    format!("Herleiding: {naam}, verschil in de begroting {jaar}")
}

fn steps(publicatie: &Publicatie, uitkomst: &Uitkomst, jaar: Jaar, index: usize) -> Vec<String> {
    let found = AmountRef::new("begroot", jaar, index).find(uitkomst);
    let herleiding = found.map(|it| it.term.herleiding(it.naam));
    herleiding.map(|it| Names::new(publicatie).lines(&it)).unwrap_or_default()
}

#[derive(PartialEq, Properties)]
struct Props {
    given: Vec<Given>,
    deviations: Vec<Deviation>,
    facts: Vec<Fact>,
    steps: Vec<String>,
    rows: Rc<Vec<ParameterRow>>,
    title: String,
    link: String,
}

#[component]
fn Pages(props: &Props) -> Html {
    let given = props.given.iter().map(|it| pair(&it.name, &it.value));
    let changed = props.deviations.iter().map(|it| {
        let before = it.before.as_ref().map(|before| format!(" (was {before})"));
        pair(&it.name, &format!("{}{}", it.value, before.unwrap_or_default()))
    });
    let none = props.deviations.is_empty().then_some("Er zijn geen afwijkingen.");
    let rows = props.rows.iter().map(|row| {
        let band = row.band.as_ref().map(|band| format!(", {band}")).unwrap_or_default();
        pair(&row.name, &format!("{}{band} ({})", row.value, row.status.word()))
    });
    let facts = props.facts.iter().map(|it| pair(&it.title, &it.text));
    let steps = props.steps.iter().map(|line| html! { <li>{ line }</li> });
    html! {
        <div class="bw-print-only bw-dossier">
            { list("dossier-keuzes", "Gekozen", html! { <dl class="bw-given">{ for given }</dl> }) }
            { list("dossier-afwijkingen", "Afwijkingen van het uitgangspunt",
                html! { <><dl class="bw-given">{ for changed }</dl>{ for none.map(paragraph) }</> }) }
            if !props.facts.is_empty() {
                { list("dossier-weten", "Goed om te weten", html! { <dl class="bw-given bw-given--long">{ for facts }</dl> }) }
            }
            { list("dossier-herleiding", &props.title, html! { <ul class="bw-dossier__steps">{ for steps }</ul> }) }
            { list("dossier-aannamen", "Aannamen en onbekende waarden", html! { <dl class="bw-given">{ for rows }</dl> }) }
            { list("dossier-link", "Link naar deze scenario’s", html! { <p class="bw-dossier__link">{ &props.link }</p> }) }
        </div>
    }
}

fn list(id: &str, title: &str, content: Html) -> Html {
    card(id, title, None, content)
}

fn paragraph(text: &str) -> Html {
    html! { <p class="bw-card__note">{ text }</p> }
}

fn pair(name: &str, value: &str) -> Html {
    html! {
        <div class="bw-given__pair">
            <dt class="bw-given__name">{ name }</dt>
            <dd class="bw-given__value">{ value }</dd>
        </div>
    }
}
