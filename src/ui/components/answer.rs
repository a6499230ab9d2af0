//! The answer: who and when, the sentence, the key warning, the sum that makes it, and its notes.

use std::rc::Rc;

use bijdragewijzer::model::Uitkomst;
use bijdragewijzer::units::notation::in_sum;
use bijdragewijzer::view::{AmountRef, Answer, Direction, KeyWarning, Piece, SumPart};
use yew::prelude::*;

use super::amount::Amount;
use super::herleiding::HerleidingPanel;
use crate::ui::Source;
use crate::ui::state::{Action, Place};

#[derive(Properties)]
pub(crate) struct Props {
    pub(crate) source: Source,
    pub(crate) answer: Answer,
    pub(crate) uitkomst: Rc<Uitkomst>,
    pub(crate) open: Option<(Place, AmountRef)>,
    pub(crate) act: Callback<Action>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
            && Rc::ptr_eq(&self.uitkomst, &other.uitkomst)
            && self.answer == other.answer
            && self.open == other.open
    }
}

#[component]
pub(crate) fn AnswerCard(props: &Props) -> Html {
    let answer = &props.answer;
    let open =
        props.open.as_ref().filter(|(place, _)| *place == Place::Sum).map(|(_, amount)| amount);
    let last = answer.sum.len().saturating_sub(1);
    let part = |(index, part): (usize, &SumPart)| sum_part(part, index == last, open, &props.act);
    html! {
        <section class="bw-card bw-answer" aria-labelledby="zin">
            <p class="bw-answer__where">{ &answer.place }</p>
            <h1 class="utrecht-heading-1 bw-answer__sentence" id="zin">
                { for answer.sentence.iter().map(piece) }
                if let Some(after) = &answer.after {
                    { " " }<span class="bw-answer__line">{ after }</span>
                }
            </h1>
            { for answer.warning.iter().map(warning) }
            <dl class="bw-sum">{ for answer.sum.iter().enumerate().map(part) }</dl>
            if let Some(amount) = open {
                <HerleidingPanel source={props.source.clone()} uitkomst={Rc::clone(&props.uitkomst)}
                    amount={amount.clone()} place={Place::Sum} act={props.act.clone()} />
            }
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

fn warning(warning: &KeyWarning) -> Html {
    html! {
        <div class="utrecht-alert utrecht-alert--warning bw-warning">
            <svg class="bw-warning__icon" viewBox="0 0 20 20" aria-hidden="true">
                <path d="M10 2.5 18.5 17H1.5z" stroke-width="1.5" stroke-linejoin="round" />
                <path d="M10 8v4.5M10 14.25v.5" stroke-width="1.75" stroke-linecap="round" />
            </svg>
            <div class="utrecht-alert__content">
                <p class="utrecht-alert__message"><strong>{ &warning.title }</strong>{ " " }{ &warning.text }</p>
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
