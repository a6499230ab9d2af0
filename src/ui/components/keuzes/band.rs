//! How low and how high an own value can be: without it the value counts as certain.

use bijdragewijzer::publicatie::Parameter;
use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::lezen::Veld;
use bijdragewijzer::units::{Breuk, Jaar};
use rust_decimal::Decimal;
use yew::prelude::*;

use crate::ui::components::field::Field;
use crate::ui::scene::Scene;

/// Two fields under an own value, for one year or for all; nothing where the value is not an own one.
pub(super) fn fields(
    scene: &Scene,
    parameter: &Parameter,
    jaar: Option<Jaar>,
    veld: Veld,
) -> Option<Html> {
    let input = scene.input();
    let own = input.parameters.iter().find(|it| it.id == parameter.id && it.jaar == jaar)?;
    let (id, laag, hoog) = (own.id.clone(), own.laag, own.hoog);
    let year = jaar.map(|jaar| format!("-{jaar}")).unwrap_or_default();
    let of_year = jaar.map(|jaar| format!(" in {jaar}")).unwrap_or_default();
    let side = |is_lowest: bool| {
        let (word, value) = if is_lowest { ("laag", laag) } else { ("hoog", hoog) };
        let id = id.clone();
        let edit = scene.edit().reform(move |typed: Option<Decimal>| {
            let typed = typed.map(Breuk::from_decimal);
            let band = if is_lowest { [typed, hoog] } else { [laag, typed] };
            Edit::Band(id.clone(), jaar, band)
        });
        html! {
            <Field id={format!("parameter-{}{year}-{word}", parameter.id)} row={word.to_owned()} {veld} {edit} act={scene.act()}
                label={format!("{}{of_year}, {word}", parameter.naam)} value={value.and_then(|value| value.exact_decimal(4))} />
        }
    };
    Some(html! { <>{ side(true) }{ side(false) }</> })
}
