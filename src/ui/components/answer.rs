//! The answer: who and when, the sentence, the sum that makes it, the key warning, and its notes.

use std::rc::Rc;

use bijdragewijzer::units::notation::in_sum;
use bijdragewijzer::view::{
    AmountRef, Answer, Direction, KeyWarning, Piece, SumPart, point_of_view,
};
use yew::prelude::*;

use super::amount::Amount;
use super::herleiding::HerleidingPanel;
use super::meldingen::Warnings;
use crate::ui::scene::Scene;
use crate::ui::state::{Action, Place};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) scene: Scene,
    pub(crate) answer: Answer,
}

#[component]
pub(crate) fn AnswerCard(props: &Props) -> Html {
    let (scene, answer) = (&props.scene, &props.answer);
    let Some((computed, index)) = scene.computed.as_ref().zip(scene.deelnemer) else {
        return Html::default();
    };
    let open = scene.state.open.as_ref().filter(|(place, _)| *place == Place::Sum);
    let open = open.map(|(_, amount)| amount);
    let last = answer.sum.len().saturating_sub(1);
    let act = scene.act();
    let part = |(index, part): (usize, &SumPart)| sum_part(part, index == last, open, &act);
    let side = point_of_view(scene.source(), index).map(|it| format!(" · {it}"));
    html! {
        <section class={classes!("bw-card", "bw-answer", scene.is_of_before().then_some("bw-answer--before"))} aria-labelledby="zin">
            <p class="bw-answer__where">{ &answer.place }{ side }</p>
            if scene.is_of_before() { <p class="bw-answer__before">{ if scene.stale { OF_BEFORE } else { WITHOUT } }</p> }
            <h1 class="utrecht-heading-1 bw-answer__sentence" id="zin">
                { for answer.sentence.iter().map(piece) }
                if let Some(after) = &answer.after {
                    { " " }<span class="bw-answer__line">{ after }</span>
                }
            </h1>
            <dl class="bw-sum">{ for answer.sum.iter().enumerate().map(part) }</dl>
            if let Some(amount) = open {
                <HerleidingPanel source={scene.source().clone()} uitkomst={Rc::clone(&computed.uitkomst)}
                    amount={amount.clone()} place={Place::Sum} act={scene.act()} />
            }
            { for answer.warning.iter().map(warning) }
            <Warnings scene={scene.clone()} />
            { for answer.notes.iter().map(|note| html! { <p class="bw-answer__note">{ note }</p> }) }
        </section>
    }
}

fn piece(piece: &Piece) -> Html {
    match piece.direction {
        None => html! { { &piece.text } },
        Some(direction) => {
            let class = match direction {
                Direction::Falls => "bw-voordeel",
                Direction::Rises => "bw-nadeel",
                Direction::Same => "bw-gelijk",
            };
            html! { <strong {class}>{ &piece.text }</strong> }
        }
    }
}

/// Said while the scenario cannot be computed: the answer is then of what was there before.
const OF_BEFORE: &str = "Dit is het antwoord van vóór de fout in uw invoer.";

/// Said while a field does not read: all other choices count.
const WITHOUT: &str = "Wat niet gelezen is, telt in dit antwoord niet mee.";

fn warning(warning: &KeyWarning) -> Html {
    html! {
        <div class="utrecht-alert utrecht-alert--warning bw-warning">
            <svg class="bw-warning__icon" viewBox="0 0 20 20" aria-hidden="true">
                <path d="M10 2.5 18.5 17H1.5z" stroke-width="1.5" stroke-linejoin="round" />
                <path d="M10 8v4.5M10 14.25v.5" stroke-width="1.75" stroke-linecap="round" />
            </svg>
            <div class="utrecht-alert__content">
                <p class="utrecht-alert__message"><strong>{ &warning.title }</strong>{ " " }{ &warning.text }{ " " }
                    <a class="utrecht-link utrecht-link--html-a" href="#/vergelijken">{ "Vergelijk de sleutels" }</a>
                </p>
            </div>
        </div>
    }
}

fn sum_part(part: &SumPart, last: bool, open: Option<&AmountRef>, act: &Callback<Action>) -> Html {
    let text = part.euro.map_or_else(|| "onbekend".to_owned(), in_sum);
    html! {
        <div class={classes!("bw-sum__part", last.then_some("bw-sum__part--total"))}>
            <dt class="bw-sum__name">{ &part.name }</dt>
            <dd class="bw-sum__amount">
                <Amount {text} amount={part.amount.clone()} direction={part.euro.map(Direction::of)}
                    place={Place::Sum} open={open == Some(&part.amount)} label={part.name.clone()} act={act.clone()} />
            </dd>
            { for part.note.iter().map(|note| html! { <dd class="bw-sum__note">{ note }</dd> }) }
        </div>
    }
}
