//! What the choices share: a group with its name and mark, one option, and the way back.

use bijdragewijzer::scenario::Edit;
use bijdragewijzer::view::Deviation;
use yew::prelude::*;

use crate::ui::browser;
use crate::ui::scene::{PROPOSAL, Scene};
use crate::ui::state::Action;
use crate::ui::work::deviates;

/// What a figure rests on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Keuze,
    Aanname,
    Gegeven,
}

impl Mark {
    const fn word(self) -> &'static str {
        match self {
            Self::Keuze => "keuze",
            Self::Aanname => "aanname",
            Self::Gegeven => "gegeven",
        }
    }

    pub(crate) fn show(self, text: Option<&str>) -> Html {
        let class = classes!("bw-status", format!("bw-status--{}", self.word()));
        html! { <span {class}>{ text.unwrap_or(self.word()).to_owned() }</span> }
    }
}

/// A group of options under a name.
pub(crate) fn group(name: &str, mark: Html, deviates: bool, content: Html) -> Html {
    let class = classes!(
        "utrecht-form-fieldset",
        "utrecht-form-fieldset--html-fieldset",
        "bw-choice",
        deviates.then_some("bw-choice--deviates")
    );
    html! {
        <fieldset {class}>
            <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend bw-choice__legend">
                <span class="bw-choice__head"><span class="bw-choice__name">{ name }</span>{ mark }</span>
            </legend>
            { content }
        </fieldset>
    }
}

/// A group that is one field: its label is the name.
pub(crate) fn single(deviates: bool, content: Html) -> Html {
    html! { <div class={classes!("bw-choice", deviates.then_some("bw-choice--deviates"))}>{ content }</div> }
}

/// The mark of a deviation, and the way back to what it was; nothing where nothing deviates. Afterwards the field
/// with this id has the focus: the button is gone.
pub(crate) fn way_back(scene: &Scene, field: String, deviation: Option<&Deviation>) -> Html {
    let Some(Deviation { name, before, undo, .. }) = deviation.cloned() else {
        return Html::default();
    };
    let act = scene.act();
    let onclick = Callback::from(move |_: MouseEvent| {
        act.emit(Action::Edit(undo.clone()));
        browser::focus(&field);
    });
    let to = before.map(|before| format!(" naar {before}")).unwrap_or_default();
    html! {
        <p class="bw-deviation">
            <span class="bw-deviation__mark">{ format!("afwijkend van {}", scene.start()) }</span>
            <button type="button" class="bw-link-button" {onclick}>
                { format!("terug{to}") }<span class="bw-hidden">{ format!(" ({name})") }</span>
            </button>
        </p>
    }
}

/// The ways back for everything at once: to the proposal, and while the scenario starts elsewhere to where it
/// starts. What the own organisation pays stays, and a way that leads nowhere is not there. Afterwards the heading
/// with this id has the focus: the button is gone.
pub(crate) fn all_back(scene: &Scene, class: &'static str, heading: &'static str) -> Html {
    let deviates = deviates(scene.source(), &scene.input());
    let start = scene.start();
    let elsewhere = start != PROPOSAL;
    let button = |text: String, edit: Edit| {
        let onclick = scene.on_and_focus(Action::Edit(edit), heading);
        html! { <button type="button" {class} {onclick}>{ text }</button> }
    };
    html! {
        <>
        if elsewhere && deviates { { button(format!("Alles terug naar {start}"), Edit::Herstel) } }
        if elsewhere || deviates { { button(format!("Terug naar {PROPOSAL}"), Edit::Voorstel) } }
        </>
    }
}

/// A radio button with its label and help.
pub(crate) fn radio(
    name: &str,
    id: &str,
    label: &str,
    help: Option<&str>,
    checked: bool,
    onchange: Callback<Event>,
) -> Html {
    let help_id = format!("{id}-uitleg");
    html! {
        <div class="bw-option">
            <input class="utrecht-radio-button utrecht-radio-button--html-input" type="radio" name={name.to_owned()}
                id={id.to_owned()} {checked} {onchange} aria-describedby={help.map(|_| help_id.clone())} />
            <label class="utrecht-form-label utrecht-form-label--radio bw-option__label" for={id.to_owned()}>{ label }</label>
            { for help.map(|text| html! { <p class="bw-option__help" id={help_id.clone()}>{ text }</p> }) }
        </div>
    }
}

/// A list to choose from.
pub(crate) fn select(id: &str, options: Html, onchange: Callback<Event>) -> Html {
    html! { <Select id={id.to_owned()} {options} {onchange} /> }
}

#[derive(PartialEq, Properties)]
struct SelectProps {
    id: String,
    options: Html,
    onchange: Callback<Event>,
}

#[component]
fn Select(props: &SelectProps) -> Html {
    let id = props.id.clone();
    use_effect(move || browser::show_marked(&id));
    html! {
        <div class="bw-select">
            <select class="utrecht-select utrecht-select--html-select" id={props.id.clone()}
                onchange={&props.onchange}>{ props.options.clone() }</select>
        </div>
    }
}
