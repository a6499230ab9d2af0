//! What-ifs for posts that are onbekend.

use bijdragewijzer::publicatie::Regel;
use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::lezen::Veld;
use yew::prelude::*;

use super::{marked, typed_or};
use crate::ui::components::choices::parts::{Mark, way_back};
use crate::ui::components::field::{Field, Takes};
use crate::ui::reading::decimal;
use crate::ui::scene::Scene;
use crate::ui::spread::years_from;

pub(crate) fn view(scene: &Scene) -> Html {
    let source = scene.source();
    let in_force = scene.in_force();
    let unknown = |regel: &&Regel| {
        source
            .parameter(&regel.bedrag)
            .is_some_and(|it| it.waarde.is_none() && it.per_jaar.is_empty())
    };
    let posts = source.all_regels().filter(unknown).map(|regel| {
        let rows = source.horizon.years().map(|jaar| {
            let known = in_force.onbekend.iter().find(|it| it.post == regel.id && it.jaar == jaar);
            let edit = Edit::Onbekend(regel.id.clone(), jaar, None);
            let id = format!("onbekend-{}-{jaar}", regel.id);
            let deviation = scene.deviation_of(&edit);
            html! {
                <key={jaar.number()}>
                <Field id={id.clone()} label={format!("{} in {jaar}", regel.naam)}
                    row={jaar.to_string()} veld={Veld::bedrag()} value={known.and_then(|it| decimal(it.bedrag))}
                    takes={Takes::Edit(edit)} act={scene.act()} years={years_from(source.horizon.years(), jaar)} />
                { way_back(scene, id, deviation.as_ref()) }
                </>
            }
        });
        html! {
            <div key={regel.id.to_string()} class="bw-unknown">
                <h3 class="utrecht-heading-3 bw-card__part">{ &regel.naam }</h3>
                <div class="bw-years">{ for rows }</div>
            </div>
        }
    });
    let text = "Deze posten zijn onbekend en blijven dat, tenzij u hier een bedrag invult. Plus: de bijdrage stijgt.";
    let mark = typed_or(!in_force.onbekend.is_empty(), Mark::Aanname.show(Some("onbekend")));
    marked(
        "onbekend",
        "Onbekende posten",
        mark,
        text,
        html! { <div class="bw-row bw-row--choices bw-row--aligned">{ for posts }</div> },
    )
}
