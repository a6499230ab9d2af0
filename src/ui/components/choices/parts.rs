//! What the choices share: a group with its name and mark, one option, and the way back.

use bijdragewijzer::scenario::Edit;
use yew::prelude::*;

use crate::ui::scene::Scene;

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

/// A mark of a deviation, and the way back.
pub(crate) fn way_back(scene: &Scene, what: &str, before: Option<&str>, undo: Edit) -> Html {
    let onclick = scene.edit().reform(move |_: MouseEvent| undo.clone());
    let was = before.map(|before| format!("afwijkend; was {before}"));
    html! {
        <p class="bw-deviation">
            <span class="bw-deviation__mark">{ was.unwrap_or_else(|| "afwijkend".to_owned()) }</span>
            <button type="button" class="bw-link-button" {onclick}>
                { "terug" }<span class="bw-hidden">{ format!(": {what}") }</span>
            </button>
        </p>
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
    html! {
        <div class="bw-select">
            <select class="utrecht-select utrecht-select--html-select" id={id.to_owned()} {onchange}>{ options }</select>
        </div>
    }
}
