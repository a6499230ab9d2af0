//! A field for a number: "gelezen als" says what was understood, and who leaves it finds it written as everywhere. A
//! text that does not read stays as it was typed, and leaves the answer as it was.

mod dropping;
mod pasting;
mod typing;

use std::num::NonZeroU32;

use bijdragewijzer::formula::Id;
use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::Jaar;
use bijdragewijzer::units::lezen::{Lezing, Veld, Waarde, lees};
use bijdragewijzer::view::lezing::gelezen_als;
use rust_decimal::Decimal;
use yew::prelude::*;

use self::dropping::use_dropping;
use self::pasting::on_paste;
use self::typing::{Typed, choice, fault, on_enter, on_input, on_leave};
use crate::ui::reading::shown;
use crate::ui::state::Action;

/// The ids of the fields whose text does not read: one that is no longer among them shows what holds.
#[derive(Clone, PartialEq)]
pub(crate) struct Unread(pub(crate) Vec<String>);

/// What a field changes.
#[derive(Clone, PartialEq)]
pub(crate) enum Takes {
    /// The scenario, in the place of this change.
    Edit(Edit),
    /// How many inwoners an organisation has.
    Inwoners(Id),
}

impl Takes {
    /// The change to what was read; nothing when the field was emptied.
    fn action(&self, read: Option<Waarde>) -> Action {
        match self {
            Self::Edit(edit) => Action::Type(edit.clone().with(read)),
            Self::Inwoners(id) => {
                let count = read.and_then(|it| u32::try_from(it.getal).ok());
                Action::Inwoners(id.clone(), count.and_then(NonZeroU32::new))
            }
        }
    }
}

/// All of it can be compared, so that a field is drawn anew only when something of it is other.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) id: String,
    pub(crate) label: String,
    /// What it takes.
    pub(crate) veld: Veld,
    /// The value in force.
    pub(crate) value: Option<Decimal>,
    /// Whether that value is a share, in a field that takes counts and shares.
    #[prop_or_default]
    pub(crate) is_share: bool,
    pub(crate) takes: Takes,
    pub(crate) act: Callback<Action>,
    /// Said under the field while nothing else is.
    #[prop_or_default]
    pub(crate) help: Option<String>,
    /// The short name that stands beside the field where its full label would repeat the heading above it.
    #[prop_or_default]
    pub(crate) row: Option<String>,
    /// The years of the fields from this one on, whose ids end in them: a row or column that is pasted here goes over
    /// these. None for a field on its own.
    #[prop_or_default]
    pub(crate) years: Vec<Jaar>,
}

#[component]
pub(crate) fn Field(props: &Props) -> Html {
    let typed = use_state(|| None::<Typed>);
    let veld = props.veld;
    use_dropping(props, &typed);
    let text = typed
        .as_ref()
        .map_or_else(|| shown(props.value, veld, props.is_share), |it| it.text.clone());
    let is_empty = text.trim().is_empty();
    let lezing = typed.as_ref().map(|it| lees(&it.text, &veld));
    let left = typed.as_ref().is_some_and(|it| it.left);
    let fault = lezing.as_ref().filter(|_| left).and_then(|it| fault(props, &text, it));
    let understood = match &lezing {
        Some(Lezing::Waarde(waarde)) => Some(gelezen_als(*waarde)),
        // What then holds stands in the field once it is left.
        Some(Lezing::Leeg) => Some("Leeg: dan geldt geen eigen waarde.".to_owned()),
        _ => None,
    };
    let readings = match lezing {
        Some(Lezing::Vraag(readings)) if left => Some(readings),
        _ => None,
    };
    let problem = fault.map(|it| format!("{} {}", it.probleem, it.remedie));
    // Paper says the value itself.
    let class_of_help = classes!("bw-choice__help", understood.as_ref().map(|_| "bw-screen-only"));
    let help = understood.or_else(|| props.help.clone());
    let ids = (format!("{}-melding", props.id), format!("{}-uitleg", props.id));
    let described = [(problem.is_some(), &ids.0), (help.is_some(), &ids.1)];
    let described: Vec<&str> =
        described.into_iter().filter_map(|(there, id)| there.then_some(&**id)).collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let invalid = problem.is_some();
    // The keys for numbers of a phone lack the minus.
    let keys = match veld {
        veld if veld.takes_negative() => None,
        veld if veld.takes_counts_alone() => Some("numeric"),
        _ => Some("decimal"),
    };
    let leave = on_leave(props, &typed);
    let class = classes!(
        "utrecht-textbox",
        "utrecht-textbox--html-input",
        invalid.then_some("utrecht-textbox--invalid")
    );
    html! {
        <div class={classes!("bw-field", props.row.is_some().then_some("bw-field--row"), is_empty.then_some("bw-field--empty"))}>
            <label for={props.id.clone()} class="utrecht-form-label bw-field__label">{ label(props) }</label>
            <div class="bw-field__box">
                <input type="text" id={props.id.clone()} value={text} autocomplete="off" spellcheck="false"
                    inputmode={keys} aria-invalid={invalid.then_some("true")} aria-describedby={described}
                    {class} oninput={on_input(props, &typed)} onblur={leave.reform(|_: FocusEvent| ())}
                    onkeydown={on_enter(&leave)} onpaste={on_paste(props, &typed)} />
                // As `if`, not as `for`: the field keeps its place among its neighbours, and with it the focus.
                if let Some(text) = problem { <p class="bw-melding" id={ids.0}>{ text }</p> }
                if let Some(readings) = readings { { choice(props, &typed, readings) } }
                if let Some(text) = help { <p class={class_of_help} id={ids.1}>{ text }</p> }
            </div>
        </div>
    }
}

fn label(props: &Props) -> Html {
    match &props.row {
        None => html! { { &props.label } },
        Some(row) => html! {
            <><span aria-hidden="true">{ row }</span><span class="bw-hidden">{ &props.label }</span></>
        },
    }
}
