//! Uw bijdrage: the choices, the answer, the picture, the years, and what one should know.

use std::rc::Rc;

use bijdragewijzer::model::{Uitkomst, bereken};
use bijdragewijzer::scenario::{Edit, Scenario, controleer_input};
use bijdragewijzer::view::{Size, answer, basis, chart, facts, year_table};
use yew::prelude::*;

use crate::ui::components::answer::AnswerCard;
use crate::ui::components::chart::ChartCard;
use crate::ui::components::choices::Choices;
use crate::ui::components::facts::FactsCard;
use crate::ui::components::frame::Frame;
use crate::ui::components::given::GivenCard;
use crate::ui::components::years::YearsCard;
use crate::ui::state::{Action, State};
use crate::ui::{Source, browser};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) source: Source,
}

/// A scenario with its outcome; a pair of equal inputs is one object.
#[derive(Clone)]
struct Computed {
    scenario: Scenario,
    uitkomst: Rc<Uitkomst>,
}

#[component]
pub(crate) fn BijdragePage(props: &Props) -> Html {
    let source = props.source.clone();
    let state = use_reducer(State::default);
    let computed = use_memo((source.clone(), state.input.clone()), |(source, input)| {
        let scenario = controleer_input(source, input).scenario?;
        let uitkomst = Rc::new(bereken(source, &scenario));
        Some(Computed { scenario, uitkomst })
    });
    let act = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action: Action| dispatcher.dispatch(action))
    };
    let edit = act.reform(|edit: Edit| Action::Edit(edit));
    let deelnemer = state.input.deelnemer.as_ref().and_then(|id| source.deelnemer(id));
    use_effect_with(
        deelnemer.and_then(|index| source.deelnemers.get(index)).map(|it| it.naam.clone()),
        |naam| {
            let place = naam.as_ref().map(|naam| format!("{naam} – ")).unwrap_or_default();
            browser::title(&format!("{place}Uw bijdrage – Bijdragewijzer – Sociaal Incasseren"));
        },
    );
    let chosen = computed.as_ref().as_ref().zip(deelnemer);
    let answer = chosen.and_then(|(computed, index)| {
        answer(&source, &computed.scenario, &computed.uitkomst, index)
    });
    let choices = html! {
        <Choices
            source={source.clone()}
            state={(*state).clone()}
            edit={edit}
            act={act.clone()}
            total={answer.as_ref().and_then(|answer| answer.sum.last().cloned())}
        />
    };
    let status = answer.as_ref().map(|answer| {
        answer
            .sentence
            .iter()
            .map(|piece| piece.text.as_str())
            .chain(answer.after.as_deref().map(|_| " "))
            .chain(answer.after.as_deref())
            .collect::<String>()
    });
    let answers = match (chosen, answer) {
        (Some((computed, index)), Some(answer)) => {
            let uitkomst = &computed.uitkomst;
            let last = source.overgang.map(|overgang| overgang.tot);
            html! {
                <>
                <AnswerCard source={source.clone()} answer={answer} uitkomst={Rc::clone(uitkomst)}
                    open={state.open.clone()} act={act.clone()} />
                if let (Some(wide), Some(narrow)) = (chart(uitkomst, index, last, Size::Wide), chart(uitkomst, index, last, Size::Narrow)) {
                    <ChartCard {wide} {narrow} />
                }
                <YearsCard source={source.clone()} years={year_table(&source, uitkomst, index, state.cents)}
                    uitkomst={Rc::clone(uitkomst)} cents={state.cents} open={state.open.clone()} {act} />
                <FactsCard facts={facts(&source, uitkomst)} />
                <GivenCard given={basis(&source, &computed.scenario, uitkomst)} />
                </>
            }
        }
        _ => html! { <AskCard /> },
    };
    html! { <Frame source={source} {choices} {status}>{ answers }</Frame> }
}

/// Before anything is chosen the page asks one thing.
#[component]
fn AskCard() -> Html {
    html! {
        <section class="bw-card bw-answer" aria-labelledby="zin">
            <h1 class="utrecht-heading-1 bw-answer__sentence" id="zin">{ "Voor welke organisatie rekent u?" }</h1>
            <p class="bw-answer__note">
                { "Kies uw gemeente of waterschap. Daarna staat hier wat Sociaal Incasseren doet met uw bijdrage aan GBLT." }
            </p>
        </section>
    }
}
