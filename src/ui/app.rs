//! Puts the page together: reads the publicatie, judges the scenarios, and shows a section.

use std::rc::Rc;

use bijdragewijzer::melding::{Code, Melding};
use bijdragewijzer::publicatie::standaard;
use bijdragewijzer::scenario::{Inhoud, open_link};
use bijdragewijzer::view::texts::melding_text;
use bijdragewijzer::view::{Answer, answer};
use yew::prelude::*;

use super::components::choices::Choices;
use super::components::frame::Frame;
use super::components::link::{LinkCard, OfferCard};
use super::pages;
use super::scene::{Cache, Computed, Scene};
use super::state::{Action, Offer, Section, State, Work};
use super::{Source, browser};

#[component]
pub(crate) fn App() -> Html {
    let read = use_memo((), |()| standaard().map(|publicatie| Source(Rc::new(publicatie))));
    match &*read {
        Ok(source) => html! { <Page source={source.clone()} /> },
        Err(meldingen) => refused(meldingen),
    }
}

/// A publicatie that does not read is said in full: what, where and what to do.
fn refused(meldingen: &[Melding]) -> Html {
    html! {
        <main class="bw-answers">
            <h1 class="utrecht-heading-1">{ "De publicatie is niet te lezen" }</h1>
            <ul>{ for meldingen.iter().map(|melding| html! {
                <li>{ format!("{}: {}", melding.pad, melding_text(melding)) }</li>
            }) }</ul>
        </main>
    }
}

#[derive(PartialEq, Properties)]
struct Props {
    source: Source,
}

#[component]
fn Page(props: &Props) -> Html {
    let source = props.source.clone();
    let state = {
        let source = source.clone();
        use_reducer(move || State::new(source))
    };
    let scene = use_scene(&source, &state);
    use_address(&state);
    use_undo_keys(&state);
    let answer = scene.computed.as_ref().zip(scene.deelnemer).and_then(|(computed, index)| {
        answer(&source, &computed.scenario, &computed.uitkomst, index)
    });
    use_title(&scene);
    let total = answer.as_ref().and_then(|answer| answer.sum.last().cloned());
    let status = status(&state, answer.as_ref());
    let choices = match state.section {
        Section::Verantwoording => Html::default(),
        _ => html! { <Choices scene={scene.clone()} {total} /> },
    };
    html! { <Frame scene={scene.clone()} {choices} {status}><OfferCard scene={scene.clone()} /><LinkCard scene={scene.clone()} />{ section(&scene, answer) }</Frame> }
}

/// The outcomes of the scenarios, and the last one of the scenario on top that could be computed.
#[hook]
fn use_scene(source: &Source, state: &UseReducerHandle<State>) -> Scene {
    let cache = use_memo((), |()| Cache::default());
    let judged = use_memo((source.clone(), state.work.clone()), |(source, work)| {
        work.scenarios.iter().map(|input| cache.judge(source, input)).collect::<Vec<_>>()
    });
    let last = use_mut_ref(|| None::<Computed>);
    let now = judged.get(state.work.top).and_then(|it| it.computed.clone());
    let stale = now.is_none();
    if let Some(now) = now {
        *last.borrow_mut() = Some(now);
    }
    let computed = last.borrow().clone();
    let deelnemer = state.work.input().deelnemer.as_ref().and_then(|id| source.deelnemer(id));
    Scene { state: state.clone(), judged, computed, stale, deelnemer }
}

/// Keeps the address and the page in step, both ways: a reload, the back button and a link that is opened
/// give back the section and the scenarios.
#[hook]
fn use_address(state: &UseReducerHandle<State>) {
    let (source, dispatcher) = (state.source.clone(), state.dispatcher());
    use_effect_with((), move |()| {
        let open = move || {
            for action in opened(&source, &browser::address()) {
                dispatcher.dispatch(action);
            }
        };
        open();
        browser::on_address(open)
    });
    let ready = use_mut_ref(|| false);
    use_effect_with((state.address(), state.is_typing()), move |(address, typing)| {
        // The first time the address speaks, not the page.
        if std::mem::replace(&mut *ready.borrow_mut(), true) {
            browser::set_address(address, !typing);
        }
    });
    let first = use_mut_ref(|| true);
    use_effect_with(state.section, move |_| {
        if !std::mem::replace(&mut *first.borrow_mut(), false) {
            browser::go_to_top();
            browser::focus("antwoord");
        }
    });
}

/// What an address asks for.
fn opened(source: &Source, address: &str) -> Vec<Action> {
    let opened = open_link(source, address);
    let section = Section::of(&opened.section).map(Action::Go);
    let absent = opened.meldingen.iter().any(|it| it.code == Code::LinkAbsent);
    let meldingen = Rc::new(opened.meldingen);
    let taken = match opened.inhoud {
        Inhoud::Vergelijking(all) => {
            let scenarios = all.scenarios.iter().map(|it| it.afwijkingen().clone()).collect();
            Some(Action::Take(Work { scenarios, top: all.bovenaan }))
        }
        Inhoud::Aanbod { scenarios, bovenaan } => {
            let work = Some(Work { scenarios, top: bovenaan });
            Some(Action::Offer(Offer { meldingen, work }))
        }
        Inhoud::Geen if absent => None,
        Inhoud::Geen => Some(Action::Offer(Offer { meldingen, work: None })),
    };
    taken.into_iter().chain(section).collect()
}

/// Undo and redo from the keyboard, except in a field: there they are about the typing.
#[hook]
fn use_undo_keys(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        browser::on_undo_keys(move |redo| {
            dispatcher.dispatch(if redo { Action::Redo } else { Action::Undo });
        })
    });
}

#[hook]
fn use_title(scene: &Scene) {
    let source = scene.source();
    let naam =
        scene.deelnemer.and_then(|index| source.deelnemers.get(index)).map(|it| it.naam.clone());
    use_effect_with((naam, scene.state.section), |(naam, section)| {
        let place = naam.as_ref().map(|naam| format!("{naam} – ")).unwrap_or_default();
        browser::title(&format!("{place}{} – Bijdragewijzer – Sociaal Incasseren", section.name()));
    });
}

/// What was done, and what the answer now is.
fn status(state: &State, answer: Option<&Answer>) -> Option<String> {
    let answer = answer.map(|answer| {
        let pieces = answer.sentence.iter().map(|piece| piece.text.as_str());
        let after = answer.after.as_deref();
        pieces.chain(after.map(|_| " ")).chain(after).collect::<String>()
    });
    match (&state.said, answer) {
        (Some(said), Some(answer)) => Some(format!("{said} {answer}")),
        (said, answer) => answer.or_else(|| said.clone()),
    }
}

fn section(scene: &Scene, answer: Option<Answer>) -> Html {
    let scene = scene.clone();
    match scene.state.section {
        Section::Bijdrage => html! { <pages::bijdrage::Bijdrage {scene} {answer} /> },
        Section::Keuzes => html! { <pages::keuzes::Keuzes {scene} {answer} /> },
        Section::Vergelijken => html! { <pages::vergelijken::Vergelijken {scene} /> },
        Section::Deelnemers => html! { <pages::deelnemers::Deelnemers {scene} /> },
        Section::Verantwoording => html! { <pages::verantwoording::Verantwoording {scene} /> },
    }
}
