//! A slider beside a field: an extra, for who wants to see what a little more or less does. The field says it exactly.

use bijdragewijzer::publicatie::{Drijver, Variant};
use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::lezen::Waarde;
use bijdragewijzer::units::{Eenheid, Jaar};
use rust_decimal::Decimal;
use yew::prelude::*;

use super::{Props, edit, veld};
use crate::ui::browser;
use crate::ui::reading::shown;
use crate::ui::state::Action;

/// Beside the field, as an extra: an inzet in steps of 5%, an omvang up to all of them. One in percent stays as it was
/// typed.
pub(super) fn slider(
    props: &Props,
    variant: &Variant,
    jaar: Jaar,
    field: &str,
    value: Option<Decimal>,
) -> Option<Html> {
    let value = value.filter(|_| props.slides)?;
    let (most, step) = match variant.drijver {
        Drijver::Inzet => (Decimal::ONE, Decimal::new(5, 2)),
        _ => {
            let total = props.scene.source().parameter(variant.jaartotaal.as_ref()?)?.waarde?;
            let total = total.waarde.exact_decimal(0)?;
            (total, step(total))
        }
    };
    let veld = veld(variant.drijver);
    Some(html! {
        <Slider id={format!("{field}-schuif")} label={format!("{} in {jaar}, schuif", variant.naam)}
            {most} {step} {value} shown={shown(Some(value), veld, false)}
            edit={edit(props, variant.drijver, jaar)} eenheid={veld.eenheid} act={props.scene.act()} />
    })
}

/// A round number, some tens of times in all of them: 5.000 of 90.000.
fn step(total: Decimal) -> Decimal {
    let mut power = Decimal::ONE;
    while power * Decimal::from(50) <= total {
        power *= Decimal::TEN;
    }
    (power / Decimal::TWO).max(Decimal::ONE)
}

#[derive(PartialEq, Properties)]
struct Thumb {
    id: String,
    label: String,
    /// From nothing up to this.
    most: Decimal,
    /// What one press of an arrow changes.
    step: Decimal,
    value: Decimal,
    /// The value as people write it.
    shown: String,
    /// What it changes.
    edit: Edit,
    eenheid: Eenheid,
    act: Callback<Action>,
}

#[component]
fn Slider(props: &Thumb) -> Html {
    let (edit, eenheid, act) = (props.edit.clone(), props.eenheid, props.act.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(getal) = browser::text(&event).and_then(|text| text.parse().ok()) {
            act.emit(Action::Type(edit.clone().with(Some(Waarde { getal, eenheid }))));
        }
    });
    // What is moved next is another change.
    let act = props.act.clone();
    let onchange = Callback::from(move |_: Event| act.emit(Action::Settle));
    html! {
        <input type="range" class="bw-slider" id={props.id.clone()} min="0" max={props.most.to_string()} step={props.step.to_string()}
            value={props.value.to_string()} aria-label={props.label.clone()} aria-valuetext={props.shown.clone()} {oninput} {onchange} />
    }
}
