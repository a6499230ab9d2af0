//! What the board releases of the reservering, per year.

use bijdragewijzer::scenario::{Edit, Input};
use bijdragewijzer::units::lezen::Veld;
use bijdragewijzer::units::{Jaar, each_in_order};
use yew::prelude::*;

use super::marked;
use crate::ui::components::choices::of_year;
use crate::ui::components::choices::parts::{Mark, way_back};
use crate::ui::components::field::{Field, Takes};
use crate::ui::reading::decimal;
use crate::ui::scene::Scene;
use crate::ui::spread::years_from;

pub(crate) fn view(scene: &Scene) -> Html {
    let in_force = scene.in_force();
    let years = years(scene, &in_force);
    let rows = years.iter().map(|jaar| {
        let jaar = *jaar;
        let value = of_year(&in_force.vrijgave, jaar).and_then(decimal);
        let (id, edit) = (format!("vrijgave-{jaar}"), Edit::Vrijgave(jaar, None));
        let deviation = scene.deviation_of(&edit);
        html! {
            <key={jaar.number()}>
            <Field id={id.clone()} label={format!("Vrijgave in {jaar}")}
                row={jaar.to_string()} veld={Veld::bedrag_from_zero()} {value} takes={Takes::Edit(edit)} act={scene.act()}
                years={years_from(years.iter().copied(), jaar)} />
            { way_back(scene, id, deviation.as_ref()) }
            </>
        }
    });
    let text = if years.is_empty() {
        "Bij deze financiering is er geen reservering om vrij te geven."
    } else {
        "Wat het bestuur van de reservering vrijgeeft. Leeg: de hele reservering van dat jaar."
    };
    marked(
        "vrijgave",
        "Vrijgave van de reservering",
        Mark::Keuze.show(None),
        text,
        html! { <div class="bw-years">{ for rows }</div> },
    )
}

/// The years that have a reservering, and those for which something was typed.
fn years(scene: &Scene, in_force: &Input) -> Vec<Jaar> {
    let reserved = scene.computed.iter().flat_map(|it| &it.uitkomst.reservering);
    let typed = in_force.vrijgave.iter().map(|(jaar, _)| *jaar);
    each_in_order(reserved.map(|it| it.jaar).chain(typed))
}
