//! The choices: the organisation, an uitgangspunt and a key.

use bijdragewijzer::formula::Id;
use bijdragewijzer::publicatie::{SleutelSoort, Verdeelsleutel};
use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::notation::in_sum;
use bijdragewijzer::view::{Direction, SumPart};
use yew::prelude::*;

use super::amount::letter;
use crate::ui::state::{Action, State};
use crate::ui::{Source, browser};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) source: Source,
    pub(crate) state: State,
    pub(crate) edit: Callback<Edit>,
    pub(crate) act: Callback<Action>,
    /// The answer in one amount, for the line that stays in sight on a phone.
    pub(crate) total: Option<SumPart>,
}

#[component]
pub(crate) fn Choices(props: &Props) -> Html {
    let open = props.state.choices_open;
    let chosen = props.state.input.deelnemer.is_some();
    html! {
        <aside class={classes!("bw-card", "bw-choices", open.then_some("bw-choices--open"))} aria-labelledby="keuzes">
            <h2 class="utrecht-heading-2 bw-card__title bw-choices__title" id="keuzes">{ "Keuzes" }</h2>
            { organisation(props) }
            if chosen {
                { bar(props, open) }
            }
            <div class="bw-choices__list" id="keuzelijst">
                if chosen {
                    { uitgangspunten(props) }
                    { sleutels(props) }
                }
            </div>
        </aside>
    }
}

fn organisation(props: &Props) -> Html {
    let onchange = {
        let edit = props.edit.clone();
        Callback::from(move |event: Event| {
            if let Some(id) = browser::selected(&event).filter(|id| !id.is_empty()) {
                edit.emit(Edit::Deelnemer(id.into()));
            }
        })
    };
    let current = props.state.input.deelnemer.clone();
    let source = &props.source;
    let groups = source.blokken.iter().rev().map(|blok| {
        let mut members: Vec<_> =
            source.deelnemers.iter().filter(|it| it.blok == blok.id).collect();
        members.sort_by_key(|it| it.naam.to_lowercase());
        let options = members.into_iter().map(|it| {
            html! {
                <option value={it.id.to_string()} selected={current.as_ref() == Some(&it.id)}>
                    { format!("{} {}", blok.enkelvoud, it.naam) }
                </option>
            }
        });
        html! { <optgroup label={blok.naam.clone()}>{ for options }</optgroup> }
    });
    html! {
        <div class="bw-choice bw-choice--organisation">
            <div class="bw-choice__head">
                <label class="utrecht-form-label bw-choice__name" for="organisatie">{ "Uw organisatie" }</label>
            </div>
            <div class="bw-select">
                <select class="utrecht-select utrecht-select--html-select" id="organisatie" {onchange}>
                    if current.is_none() {
                        <option value="" selected={true}>{ "Kies uw organisatie" }</option>
                    }
                    { for groups }
                </select>
            </div>
        </div>
    }
}

/// The line that keeps the answer in sight on a phone.
fn bar(props: &Props, open: bool) -> Html {
    let onclick = props.act.reform(|_: MouseEvent| Action::ToggleChoices);
    let answer = props.total.as_ref().map(|total| {
        let amount = total.euro.map_or_else(|| "onbekend".to_owned(), in_sum);
        html! {
            <p class="bw-bar__answer">
                { &total.name }
                <span class="bw-bar__amount">{ amount }{ letter(total.euro.map(Direction::of)) }</span>
            </p>
        }
    });
    html! {
        <div class="bw-bar">
            { for answer }
            <button type="button" class="utrecht-button" {onclick} aria-controls="keuzelijst"
                aria-expanded={if open { "true" } else { "false" }}>{ "Keuzes" }</button>
        </div>
    }
}

fn fieldset(name: &str, mark: Html, help: Option<String>, options: Html) -> Html {
    html! {
        <fieldset class="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset bw-choice">
            <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend bw-choice__legend">
                <span class="bw-choice__head"><span class="bw-choice__name">{ name }</span>{ mark }</span>
            </legend>
            { options }
            { for help.map(|help| html! { <p class="bw-choice__help">{ help }</p> }) }
        </fieldset>
    }
}

fn uitgangspunten(props: &Props) -> Html {
    let source = &props.source;
    let first = source.uitgangspunten.first();
    let chosen = props.state.input.uitgangspunt.as_ref().or(first.map(|it| &it.id));
    let pills = source.uitgangspunten.iter().map(|it| {
        let id = format!("uitgangspunt-{}", it.id);
        let onchange = change(&props.edit, Edit::Uitgangspunt(Id::clone(&it.id)));
        html! {
            <div class="bw-pill">
                <input class="bw-pill__input" type="radio" name="uitgangspunt" id={id.clone()}
                    checked={chosen == Some(&it.id)} {onchange} />
                <label class="bw-pill__label" for={id}>{ &it.naam }</label>
            </div>
        }
    });
    let help = source
        .uitgangspunten
        .iter()
        .find(|it| Some(&it.id) == chosen)
        .and_then(|it| it.toelichting.clone());
    fieldset(
        "Uitgangspunt",
        mark("keuze", "keuze"),
        help,
        html! { <div class="bw-pills">{ for pills }</div> },
    )
}

fn change(edit: &Callback<Edit>, to: Edit) -> Callback<Event> {
    edit.reform(move |_: Event| to.clone())
}

fn mark(kind: &str, text: &str) -> Html {
    html! { <span class={classes!("bw-status", format!("bw-status--{kind}"))}>{ text }</span> }
}

/// The keys that need nothing typed.
fn sleutels(props: &Props) -> Html {
    let source = &props.source;
    let proposal = source.uitgangspunten.first().and_then(|it| it.scenario.sleutel.alle.clone());
    let chosen = props.state.input.sleutel.alle.clone().or(proposal);
    let complete = |key: &&Verdeelsleutel| match &key.soort {
        SleutelSoort::Evenredig(_) => true,
        SleutelSoort::Blok { blokken, .. } => !blokken.is_empty(),
        SleutelSoort::Eigen => false,
    };
    let options = source.sleutels.iter().filter(complete).map(|key| {
        let id = format!("sleutel-{}", key.id);
        let help = format!("{id}-uitleg");
        let onchange = change(&props.edit, Edit::Sleutel(Id::clone(&key.id)));
        html! {
            <div class="bw-option">
                <input class="utrecht-radio-button utrecht-radio-button--html-input" type="radio" name="sleutel"
                    id={id.clone()} checked={chosen.as_ref() == Some(&key.id)} {onchange}
                    aria-describedby={key.toelichting.as_ref().map(|_| help.clone())} />
                <label class="utrecht-form-label utrecht-form-label--radio bw-option__label" for={id}>{ &key.naam }</label>
                { for key.toelichting.iter().map(|text| html! {
                    <p class="bw-option__help" id={help.clone()}>{ text }</p>
                }) }
            </div>
        }
    });
    fieldset(
        "Verdeelsleutel",
        mark("aanname", "niet bevestigd"),
        None,
        html! { <>{ for options }</> },
    )
}
