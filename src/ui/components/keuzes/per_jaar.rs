//! The values of a parameter that differ from year to year: a field for each.

use bijdragewijzer::publicatie::Parameter;
use bijdragewijzer::scenario::{Edit, Input};
use yew::prelude::*;

use super::aannamen::{back, in_general, veld};
use super::band;
use crate::ui::components::field::{Field, Takes};
use crate::ui::scene::Scene;
use crate::ui::spread::years_from;

/// An empty one follows the value above it.
pub(super) fn view(scene: &Scene, input: &Input, parameter: &Parameter) -> Html {
    let rows = scene.source().horizon.years().map(|jaar| {
        let own = input.own_value(&parameter.id, jaar).map(|it| it.waarde);
        let published = parameter.per_jaar.iter().find(|(of, _)| *of == jaar).map(|(_, it)| it.waarde);
        let value = own.or(published).and_then(|value| value.exact_decimal(4));
        let takes = Takes::Edit(Edit::Parameter(parameter.id.clone(), Some(jaar), None));
        html! {
            <key={jaar.number()}>
            <Field id={format!("parameter-{}-{jaar}", parameter.id)}
                label={format!("{} in {jaar}", parameter.naam)} row={jaar.to_string()} veld={veld(parameter)}
                value={value.or_else(|| in_general(input, parameter))} {takes} act={scene.act()}
                years={years_from(scene.source().horizon.years(), jaar)} />
            // As `if`, not as `for`: the field of the next year keeps its place, and with it the focus.
            if let Some(fields) = band::fields(scene, parameter, Some(jaar), veld(parameter)) { { fields } }
            { back(scene, parameter, Some(jaar)) }
            </>
        }
    });
    html! { <div class="bw-option__panel"><div class="bw-years">{ for rows }</div></div> }
}
