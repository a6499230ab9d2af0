//! A field for a number: "gelezen als" says what was understood, and who leaves it finds it written as everywhere. A
//! text that does not read stays as it was typed, and leaves the answer as it was.

mod dropping;
mod pasting;
mod typing;

use bijdragewijzer::units::lezen::{Lezing, Veld, lees};
use bijdragewijzer::view::lezing::gelezen_als;
use rust_decimal::Decimal;
use yew::prelude::*;

use self::dropping::use_dropping;
use self::pasting::on_paste;
use self::typing::{Typed, choice, fault, on_enter, on_input, on_leave};
use crate::ui::reading::shown;
use crate::ui::spread::Spread;
use crate::ui::state::Action;

/// The ids of the fields whose text does not read: one that is no longer among them shows what holds.
#[derive(Clone, PartialEq)]
pub(crate) struct Unread(pub(crate) Vec<String>);

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
    /// Takes the value that was read; nothing when the field was emptied.
    pub(crate) edit: Callback<Option<Decimal>>,
    /// Takes a share, in a field for a count that may be typed in percent too.
    #[prop_or_default]
    pub(crate) edit_share: Option<Callback<Decimal>>,
    pub(crate) act: Callback<Action>,
    /// Said under the field while nothing else is.
    #[prop_or_default]
    pub(crate) help: Option<String>,
    /// A melding of the model about this value.
    #[prop_or_default]
    pub(crate) melding: Option<String>,
    /// The short name that stands beside the field where its full label would repeat the heading above it.
    #[prop_or_default]
    pub(crate) row: Option<String>,
    /// Takes a row or column that is pasted here, over the fields from this one on.
    #[prop_or_default]
    pub(crate) spread: Option<Spread>,
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
        _ => None,
    };
    let readings = match lezing {
        Some(Lezing::Vraag(readings)) if left => Some(readings),
        _ => None,
    };
    let problem = fault.map(|it| format!("{} {}", it.probleem, it.remedie));
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
                if let Some(text) = help { <p class="bw-choice__help" id={ids.1}>{ text }</p> }
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
