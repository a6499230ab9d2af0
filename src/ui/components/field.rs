//! A field for a number: what is typed stays as it is typed, "gelezen als" says what was understood, and a
//! text that does not read leaves the answer as it was.

use bijdragewijzer::units::lezen::{Lezing, Veld, Waarde, lees};
use bijdragewijzer::view::lezing::{VeldMelding, gelezen_als, in_words, melding, vraag};
use rust_decimal::Decimal;
use yew::prelude::*;

use crate::ui::browser;
use crate::ui::reading::{is_share, shown};
use crate::ui::state::{Action, Fault};

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
}

/// What is being typed, and the value that the field had before.
#[derive(Clone, PartialEq)]
struct Typed {
    text: String,
    before: Option<Decimal>,
    before_is_share: bool,
    left: bool,
}

#[component]
pub(crate) fn Field(props: &Props) -> Html {
    let typed = use_state(|| None::<Typed>);
    let veld = props.veld;
    {
        // A value that came from elsewhere, by undo or another uitgangspunt, replaces what was typed.
        let typed = typed.clone();
        use_effect_with(props.value, move |value| {
            if typed.as_ref().is_some_and(|it| it.left && !stands(veld, it, *value)) {
                typed.set(None);
            }
        });
    }
    {
        let (act, id) = (props.act.clone(), props.id.clone());
        // A field that goes takes its fault along.
        use_effect_with((), move |()| move || act.emit(Action::Mended(id)));
    }
    let text = typed
        .as_ref()
        .map_or_else(|| shown(props.value, veld, props.is_share), |it| it.text.clone());
    let lezing = typed.as_ref().map(|it| lees(&it.text, &veld));
    let left = typed.as_ref().is_some_and(|it| it.left);
    let fault = lezing.as_ref().filter(|_| left).and_then(|it| fault(props, it));
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
    let class = classes!(
        "utrecht-textbox",
        "utrecht-textbox--html-input",
        invalid.then_some("utrecht-textbox--invalid")
    );
    html! {
        <div class={classes!("bw-field", props.row.is_some().then_some("bw-field--row"))}>
            <label for={props.id.clone()} class="utrecht-form-label bw-field__label">{ label(props) }</label>
            <div class="bw-field__box">
                <input type="text" id={props.id.clone()} value={text} autocomplete="off" spellcheck="false"
                    inputmode="decimal" aria-invalid={invalid.then_some("true")} aria-describedby={described}
                    {class} oninput={on_input(props, &typed)} onblur={on_blur(props, &typed)} />
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

/// What is said of a text that is not one number.
fn fault(props: &Props, lezing: &Lezing) -> Option<VeldMelding> {
    match lezing {
        Lezing::Vraag(readings) => Some(vraag(&props.label, &props.veld, *readings)),
        Lezing::Onleesbaar(fout) => Some(melding(&props.label, &props.veld, fout)),
        Lezing::Leeg | Lezing::Waarde(_) => None,
    }
}

/// A text that can be read in two ways is asked: one button per reading that fits.
fn choice(props: &Props, typed: &UseStateHandle<Option<Typed>>, readings: [Waarde; 2]) -> Html {
    let fitting = readings.into_iter().filter(|it| props.veld.refuses(*it).is_none());
    let buttons = fitting.map(|waarde| {
        let (typed, veld, act, id) = (typed.clone(), props.veld, props.act.clone(), props.id.clone());
        let (edit, edit_share) = (props.edit.clone(), props.edit_share.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            emit(&edit, edit_share.as_ref(), Some(waarde.getal), is_share(veld, waarde));
            typed.set(None);
            act.emit(Action::Settle);
            act.emit(Action::Mended(id.clone()));
        });
        html! { <button type="button" class="utrecht-button bw-field__reading" {onclick}>{ in_words(waarde) }</button> }
    });
    html! { <p class="bw-field__readings">{ for buttons }</p> }
}

/// Whether what was typed is still what holds.
fn stands(veld: Veld, typed: &Typed, value: Option<Decimal>) -> bool {
    match lees(&typed.text, &veld) {
        Lezing::Waarde(read) => value == Some(read.getal),
        Lezing::Leeg => false,
        Lezing::Vraag(_) | Lezing::Onleesbaar(_) => value == typed.before,
    }
}

fn emit(
    edit: &Callback<Option<Decimal>>,
    edit_share: Option<&Callback<Decimal>>,
    value: Option<Decimal>,
    share: bool,
) {
    match (value, edit_share) {
        (Some(value), Some(edit_share)) if share => edit_share.emit(value),
        _ => edit.emit(value),
    }
}

fn on_input(props: &Props, typed: &UseStateHandle<Option<Typed>>) -> Callback<InputEvent> {
    let (typed, veld) = (typed.clone(), props.veld);
    let (value, shares) = (props.value, props.is_share);
    let (edit, edit_share) = (props.edit.clone(), props.edit_share.clone());
    Callback::from(move |event: InputEvent| {
        let Some(text) = browser::text(&event) else { return };
        let (before, before_is_share) = match &*typed {
            Some(now) if !now.left => (now.before, now.before_is_share),
            _ => (value, shares),
        };
        let (to, share) = match lees(&text, &veld) {
            Lezing::Waarde(waarde) => (Some(waarde.getal), is_share(veld, waarde)),
            Lezing::Leeg => (None, false),
            Lezing::Vraag(_) | Lezing::Onleesbaar(_) => (before, before_is_share),
        };
        emit(&edit, edit_share.as_ref(), to, share);
        typed.set(Some(Typed { text, before, before_is_share, left: false }));
    })
}

fn on_blur(props: &Props, typed: &UseStateHandle<Option<Typed>>) -> Callback<FocusEvent> {
    let (typed, props) = (typed.clone(), props.clone());
    Callback::from(move |_: FocusEvent| {
        let lezing = typed.as_ref().map(|now| lees(&now.text, &props.veld));
        let left = typed.as_ref().filter(|_| lezing != Some(Lezing::Leeg));
        typed.set(left.map(|now| Typed { left: true, ..now.clone() }));
        props.act.emit(Action::Settle);
        let fault = lezing.and_then(|lezing| fault(&props, &lezing));
        let (id, label) = (props.id.clone(), props.label.clone());
        props.act.emit(match fault {
            Some(it) => {
                let text = format!("{} {}", it.probleem, it.remedie);
                Action::Fault(Fault { id, label, text })
            }
            None => Action::Mended(id),
        });
    })
}
