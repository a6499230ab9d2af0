//! Own weights of the deelnemers: typed one by one, or pasted as a table.

use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::lezen::Veld;
use yew::prelude::*;

use super::plakken::Plakken;
use crate::ui::components::choices::parts::way_back;
use crate::ui::components::field::{Field, Takes};
use crate::ui::reading::decimal;
use crate::ui::scene::Scene;

pub(crate) fn view(scene: &Scene) -> Html {
    let in_force = scene.in_force();
    let rows = scene.source().deelnemers.iter().map(|deelnemer| {
        let known = in_force.sleutel.gewichten.iter().find(|(id, _)| *id == deelnemer.id);
        let value = known.and_then(|(_, gewicht)| decimal(*gewicht));
        let takes = Takes::Edit(Edit::Gewicht(deelnemer.id.clone(), None));
        html! {
            <Field key={deelnemer.id.to_string()} id={format!("gewicht-{}", deelnemer.id)}
                label={format!("Gewicht van {}", deelnemer.naam)} row={deelnemer.naam.clone()} veld={Veld::gewicht()}
                {value} {takes} act={scene.act()} />
        }
    });
    let deviation = scene.deviation(|undo| matches!(undo, Edit::Gewichten(_)));
    let first = scene.source().deelnemers.first().map(|it| format!("gewicht-{}", it.id));
    html! {
        <>
        <h3 class="utrecht-heading-3 bw-card__part">{ "Eigen gewichten" }</h3>
        <p class="bw-choice__help">{ "Wie geen gewicht heeft, draagt niet bij. De gewichten hoeven niet op te tellen tot een rond getal." }</p>
        <div class="bw-years">{ for rows }</div>
        { way_back(scene, first.unwrap_or_default(), deviation.as_ref()) }
        <Plakken scene={scene.clone()} />
        </>
    }
}
