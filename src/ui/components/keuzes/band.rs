//! How low and how high an own value can be: without it the value counts as certain.

use bijdragewijzer::formula::Id;
use bijdragewijzer::publicatie::Parameter;
use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::lezen::Veld;
use bijdragewijzer::units::{Breuk, Jaar};
use yew::prelude::*;

use crate::ui::components::field::{Field, Takes};
use crate::ui::scene::Scene;

type Side = fn(Id, Option<Jaar>, Option<Breuk>) -> Edit;

/// Two fields under an own value, for one year or for all; nothing where the value is not an own one.
pub(super) fn fields(
    scene: &Scene,
    parameter: &Parameter,
    jaar: Option<Jaar>,
    veld: Veld,
) -> Option<Html> {
    let input = scene.input();
    let own = input.parameters.iter().find(|it| it.id == parameter.id && it.jaar == jaar)?;
    let year = jaar.map(|jaar| format!("-{jaar}")).unwrap_or_default();
    let of_year = jaar.map(|jaar| format!(" in {jaar}")).unwrap_or_default();
    let side = |word: &str, value: Option<Breuk>, of: Side| {
        let takes = Takes::Edit(of(own.id.clone(), jaar, None));
        html! {
            <Field id={format!("parameter-{}{year}-{word}", parameter.id)} row={word.to_owned()} {veld} {takes} act={scene.act()}
                label={format!("{}{of_year}, {word}", parameter.naam)} value={value.and_then(|value| value.exact_decimal(4))} />
        }
    };
    Some(
        html! { <>{ side("laag", own.laag, Edit::Laag) }{ side("hoog", own.hoog, Edit::Hoog) }</> },
    )
}
