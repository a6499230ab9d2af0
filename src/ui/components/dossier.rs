//! What only paper shows: on what the amounts rest, whatever was open on the screen.

mod pages;

use std::rc::Rc;

use bijdragewijzer::formula::{Id, Status};
use bijdragewijzer::model::Uitkomst;
use bijdragewijzer::publicatie::{Publicatie, Variant};
use bijdragewijzer::view::{
    AmountRef, Deviation, Names, ParameterRow, basis, facts, parameter_rows,
};
use yew::prelude::*;

use self::pages::{Changed, Pages};
use crate::ui::browser;
use crate::ui::later::{Below, show_after};
use crate::ui::scene::{Props as SceneProps, Scene};
use crate::ui::state::Section;

/// How long after the last change it follows, in milliseconds: what no screen shows may not slow one down.
const QUIET: u32 = 300;

/// Follows the page a moment later, and at once when it is about to be printed.
#[component]
pub(crate) fn Dossier(props: &SceneProps) -> Html {
    let scene = Rc::new(props.scene.clone());
    let shown = use_state(|| Rc::clone(&scene));
    use_effect_with(Rc::clone(&scene), {
        let shown = shown.clone();
        move |scene| {
            let later = show_after(QUIET, &shown, scene);
            move || drop(later)
        }
    });
    html! { <Gathered scene={if scene.printed { scene } else { Rc::clone(&shown) }} /> }
}

/// Gathers it; drawn again only when some of it changed.
#[component]
fn Gathered(props: &Below) -> Html {
    let scene = &props.scene;
    let source = scene.source();
    let asked = (source.clone(), scene.deviations(), scene.computed.clone());
    let rows = use_memo(asked, |(source, own, computed)| {
        let chosen = computed.as_ref().and_then(|it| it.scenario.volledig().varianten.clone());
        uncertain(source, own, &chosen.unwrap_or_default())
    });
    let Some((computed, index)) = scene.computed.as_ref().zip(scene.deelnemer) else {
        return Html::default();
    };
    let is_answer = scene.state.section == Section::Bijdrage;
    html! {
        <Pages given={basis(source, &computed.scenario, &computed.uitkomst, &[])}
            deviations={changed(scene)}
            facts={if is_answer { Vec::new() } else { facts(source, &computed.uitkomst) }}
            herleidingen={herleidingen(scene, &computed.uitkomst, index)} {rows}
            link={browser::full_address(&scene.address())} />
    }
}

/// The parameters that are not from a source, and so may be other than they are; with what the scenario has, and
/// without the amounts of variants that it leaves out.
fn uncertain(publicatie: &Publicatie, own: &[Deviation], chosen: &[Id]) -> Vec<ParameterRow> {
    let is_uncertain =
        |row: &ParameterRow| matches!(row.status, Status::Aanname | Status::Onbekend);
    let is_left_out = |row: &ParameterRow| {
        let names = |variant: &&Variant| variant.regels.iter().any(|it| *it.bedrag == *row.id);
        let mut variants = publicatie.varianten.iter().filter(names).peekable();
        variants.peek().is_some() && variants.all(|variant| !chosen.contains(&variant.id))
    };
    let rows = parameter_rows(publicatie, own).into_iter().filter(is_uncertain);
    rows.filter(|row| !is_left_out(row)).collect()
}

/// What deviates in each scenario; with its name when there are more.
fn changed(scene: &Scene) -> Vec<Changed> {
    let all = &scene.judged;
    let changed = all.iter().enumerate().map(|(place, judged)| Changed {
        name: (all.len() > 1).then(|| scene.name(place, &judged.input)),
        list: Rc::clone(&judged.deviations),
    });
    changed.collect()
}

/// How the two amounts of the year of the answer are made, each with its title.
fn herleidingen(scene: &Scene, uitkomst: &Uitkomst, index: usize) -> Vec<(String, Vec<String>)> {
    let source = scene.source();
    let names = Names::new(source);
    let jaar = source.antwoordjaar_or_first();
    let amounts = ["begroot", "verrekening"].map(|post| AmountRef::new(post, jaar, index));
    let found = amounts.iter().filter_map(|amount| amount.find(uitkomst));
    let written = found.map(|it| {
        let title = format!("Herleiding: {}", names.full(&it.naam));
        (title, names.lines(&it.term.herleiding(it.naam)))
    });
    written.collect()
}
