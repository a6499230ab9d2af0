//! Own weights of the deelnemers: typed one by one, or pasted as a table.

use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::lezen::Veld;
use rust_decimal::Decimal;
use yew::prelude::*;

use super::plakken::Plakken;
use crate::ui::components::field::Field;
use crate::ui::reading::{decimal, euro};
use crate::ui::scene::Props;

#[component]
pub(crate) fn Gewichten(props: &Props) -> Html {
    let scene = &props.scene;
    let in_force = scene.in_force();
    let rows = scene.source().deelnemers.iter().map(|deelnemer| {
        let known = in_force.sleutel.gewichten.iter().find(|(id, _)| *id == deelnemer.id);
        let (id, value) = (deelnemer.id.clone(), known.and_then(|(_, gewicht)| decimal(*gewicht)));
        let edit = scene.edit().reform(move |value: Option<Decimal>| Edit::Gewicht(id.clone(), value.and_then(euro)));
        html! {
            <Field key={deelnemer.id.to_string()} id={format!("gewicht-{}", deelnemer.id)}
                label={format!("Gewicht van {}", deelnemer.naam)} row={deelnemer.naam.clone()} veld={Veld::gewicht()}
                {value} {edit} act={scene.act()} />
        }
    });
    html! {
        <>
        <h3 class="utrecht-heading-3 bw-card__part">{ "Eigen gewichten" }</h3>
        <p class="bw-choice__help">{ "Wie geen gewicht heeft, draagt niet bij. De gewichten hoeven niet op te tellen tot een rond getal." }</p>
        <div class="bw-years">{ for rows }</div>
        <Plakken scene={scene.clone()} />
        </>
    }
}
