//! Puts the page together: reads the publicatie, judges the scenarios, and shows a section.

use std::rc::Rc;

use bijdragewijzer::melding::Melding;
use bijdragewijzer::publicatie::standaard;
use bijdragewijzer::view::texts::melding_text;
use bijdragewijzer::view::{Answer, answer, point_of_view};
use yew::prelude::*;

use super::components::amount::button_id;
use super::components::choices::Choices;
use super::components::dossier::Dossier;
use super::components::field::Unread;
use super::components::file::FileCard;
use super::components::frame::Frame;
use super::components::link::LinkCard;
use super::components::meldingen::{Meldingen, Warnings};
use super::components::notice::NoticeCard;
use super::components::offer::OfferCard;
use super::components::status;
use super::later::{Printed, use_arrived, use_printed};
use super::opening::of_address;
use super::pages;
use super::scene::{Cache, Outcomes, Scene};
use super::state::{Action, Section, State};
use super::steps::{Known, use_steps};
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
        use_reducer(move || State::new(source, first_section()))
    };
    let scene = use_scene(&source, &state);
    use_memory(&state);
    let known = use_mut_ref(browser::address);
    use_address(&state, known.clone());
    use_steps(&scene, title(&scene), known);
    use_undo_keys(&state);
    let answer = scene.computed.as_ref().zip(scene.deelnemer).and_then(|(computed, index)| {
        answer(&source, &computed.scenario, &computed.uitkomst, index)
    });
    let total = answer.as_ref().and_then(|answer| answer.sum.last().cloned());
    let status = status(&scene, answer.as_ref());
    let choices = (state.section != Section::Verantwoording)
        .then(|| html! { <Choices scene={scene.clone()} {total} /> });
    let unread = Unread(state.faults.iter().map(|fault| fault.id.clone()).collect());
    html! {
        <ContextProvider<Unread> context={unread}>
        <ContextProvider<Printed> context={Printed(scene.printed)}>
        <Frame scene={scene.clone()} {choices} {status}>
            <OfferCard scene={scene.clone()} />
            <NoticeCard scene={scene.clone()} />
            <LinkCard scene={scene.clone()} />
            <FileCard scene={scene.clone()} />
            { section(&scene, answer) }
            <Dossier scene={scene.clone()} />
        </Frame>
        </ContextProvider<Printed>>
        </ContextProvider<Unread>>
    }
}

/// The outcomes of the scenarios, and the last one of the scenario on top that could be computed.
#[hook]
fn use_scene(source: &Source, state: &UseReducerHandle<State>) -> Scene {
    let cache = use_memo((), |()| Cache::default());
    let deelnemer = state.work.input().deelnemer.as_ref().and_then(|id| source.deelnemer(id));
    // Until someone has said who looks, the page asks that alone; Verantwoording shows the same for everyone.
    let is_asked = deelnemer.is_some() || state.section == Section::Verantwoording;
    let outcomes = use_memo((), |()| Outcomes::default());
    let judged =
        use_memo((source.clone(), state.work.clone(), is_asked), |(source, work, asked)| {
            let scenarios = work.scenarios.iter().filter(|_| *asked);
            let judged: Vec<_> = scenarios.map(|input| cache.judge(source, input)).collect();
            outcomes.follow(&judged);
            judged
        });
    let stale = judged.get(state.work.top).is_none_or(|it| it.computed.is_none());
    let computed = outcomes.at(state.work.top);
    let printed = use_printed();
    let arrived = use_arrived(state.section) || printed;
    let dispatcher = state.dispatcher();
    let act = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));
    Scene { computed, state: state.clone(), judged, stale, deelnemer, arrived, printed, act }
}

/// The own organisation on this device: what was chosen by hand is remembered where that works.
#[hook]
fn use_memory(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    use_effect_with(state.chosen.clone(), move |chosen| {
        if let Some(id) = chosen {
            browser::remember(id);
            dispatcher.dispatch(Action::Memory(browser::remembered().map(Into::into)));
        }
    });
}

/// The page follows the address: a reload, the back button and a link that is opened give back the section, what is
/// open in it, and the scenarios.
#[hook]
fn use_address(state: &UseReducerHandle<State>, known: Known) {
    let (source, dispatcher) = (state.source.clone(), state.dispatcher());
    use_effect_with((), move |()| {
        for action in at_start(&source) {
            dispatcher.dispatch(action);
        }
        // Whoever comes back here later goes back or forth, and opens nothing.
        browser::mark_own_step();
        browser::on_address(move || {
            *known.borrow_mut() = browser::address();
            // What is typed in a field was typed before the step: it gives way to what comes.
            browser::settle_field();
            for action in of_address(&source, &browser::address(), browser::is_own_step()) {
                dispatcher.dispatch(action);
            }
            browser::mark_own_step();
        })
    });
    let before = use_mut_ref(|| None);
    use_effect_with(state.open.clone(), move |open| {
        let before = std::mem::replace(&mut *before.borrow_mut(), open.clone());
        if let (Some((place, amount)), None) = (before, open) {
            browser::focus(&button_id(place, &amount));
        }
    });
    let first = use_mut_ref(|| true);
    use_effect_with(state.section, move |_| {
        if !std::mem::replace(&mut *first.borrow_mut(), false) {
            // Browsers bring the middle of what is taller than the window into sight when it gets the focus from far.
            browser::show("antwoord");
            browser::focus("antwoord");
        }
    });
}

/// The section of the address that the page begins with: it is there at once, not after another.
fn first_section() -> Section {
    Section::of(browser::address().trim_start_matches(['#', '/'])).unwrap_or_default()
}

/// What the address asks for; where it names no scenarios, the organisation that this device remembers.
fn at_start(source: &Source) -> Vec<Action> {
    let known = browser::remembered().filter(|id| source.deelnemer(id).is_some());
    let mut actions = vec![Action::Memory(known.clone().map(Into::into))];
    let asked = of_address(source, &browser::address(), browser::is_own_step());
    let brings = |it: &Action| matches!(it, Action::Take(_) | Action::Return(_) | Action::Offer(_));
    if !asked.iter().any(brings) {
        actions.extend(known.map(|id| Action::Start(id.into())));
    }
    actions.extend(asked);
    actions
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

/// What the window is called.
fn title(scene: &Scene) -> String {
    let naam = scene.deelnemer.and_then(|index| scene.source().deelnemers.get(index));
    let place = naam.map(|it| format!("{} – ", it.naam)).unwrap_or_default();
    format!("{place}{} – Bijdragewijzer – Sociaal Incasseren", scene.state.section.name())
}

/// What was done, and what the answer now is.
fn status(scene: &Scene, answer: Option<&Answer>) -> status::Props {
    let state = &scene.state;
    let answer = answer.map(|answer| {
        let pieces = answer.sentence.iter().map(|piece| piece.text.as_str());
        let after = answer.after.as_deref();
        pieces.chain(after.map(|_| " ")).chain(after).collect::<String>()
    });
    let unread = state.faults.last().map(|fault| format!("Niet gelezen: {}.", fault.label));
    let before =
        if scene.stale { "Het antwoord is van vóór de fout." } else { "Dat telt niet mee." };
    let before = (answer.is_some() && scene.is_of_before()).then(|| before.to_owned());
    let done: Vec<String> = [state.said.clone(), unread, before].into_iter().flatten().collect();
    let years = scene.computed.as_ref().zip(scene.deelnemer).map(|(computed, index)| {
        let years = computed.uitkomst.totaal.iter();
        years.map(|year| (year.jaar, year.definitief.known_share(index))).collect()
    });
    status::Props {
        done: (!done.is_empty()).then(|| done.join(" ")),
        answer,
        settled: years.unwrap_or_default(),
        change: state.last.clone(),
    }
}

/// The section that is shown. All but one are about someone's bijdrage: until an outcome of someone is there, the page
/// asks for whom it is.
fn section(scene: &Scene, answer: Option<Answer>) -> Html {
    let is_answered = scene.computed.is_some() && scene.deelnemer.is_some();
    let scene = scene.clone();
    let meldingen = html! { <Meldingen scene={scene.clone()} /> };
    // With an answer both stand in its card.
    let beside = html! { <>{ whose(&scene) }<Warnings scene={scene.clone()} /></> };
    let section = match scene.state.section {
        Section::Verantwoording => {
            return html! { <pages::verantwoording::Verantwoording {scene} /> };
        }
        _ if !is_answered => return ask(),
        Section::Bijdrage => html! { <pages::bijdrage::Bijdrage {scene} {answer} /> },
        Section::Keuzes => html! { <pages::keuzes::Keuzes {scene} {answer} /> },
        Section::Vergelijken => {
            html! { <>{ beside }<pages::vergelijken::Vergelijken {scene} /></> }
        }
        Section::Deelnemers => html! { <>{ beside }<pages::deelnemers::Deelnemers {scene} /></> },
    };
    html! { <>{ meldingen }{ section }</> }
}

/// Where the answer does not stand on top: from whose side the signs and letters are read.
fn whose(scene: &Scene) -> Html {
    let index = scene.deelnemer.unwrap_or_default();
    let deelnemer = scene.source().deelnemers.get(index).map(|it| it.naam.as_str());
    let side = point_of_view(scene.source(), index);
    let text = deelnemer.zip(side).map(|(naam, side)| format!("{naam} · {side}"));
    html! { <p class="bw-answer__where">{ text }</p> }
}

/// Before anything is chosen the page asks one thing.
fn ask() -> Html {
    html! {
        <section class="bw-card bw-answer" aria-labelledby="zin">
            <h1 class="utrecht-heading-1 bw-answer__sentence" id="zin">{ "Voor welke organisatie rekent u?" }</h1>
            <p class="bw-answer__note">
                { "Kies uw gemeente of waterschap. Daarna staat hier wat Sociaal Incasseren doet met uw bijdrage aan GBLT." }
            </p>
        </section>
    }
}
