//! The own bijdrage per year, without or with the proposal, and its index.

use bijdragewijzer::publicatie::BijdrageSoort as Reekssoort;
use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::lezen::Veld;
use yew::prelude::*;

use super::{marked, typed_or};
use crate::ui::components::choices::parts::{Mark, way_back};
use crate::ui::components::choices::{bijdrage_back, bijdrage_field, soort};
use crate::ui::components::field::{Field, Takes};
use crate::ui::scene::Scene;
use crate::ui::spread::years_from;

pub(crate) fn view(scene: &Scene) -> Html {
    let source = scene.source();
    let Some(deelnemer) = scene.deelnemer.and_then(|at| source.deelnemers.get(at)) else {
        return Html::default();
    };
    let base = deelnemer.bijdrage(source.basisjaar, Reekssoort::Begroting);
    let years = source.horizon.years().map(|jaar| {
        let (id, label) = (format!("eigen-bijdrage-{jaar}"), format!("Bijdrage in {jaar}"));
        html! {
            <div key={jaar.number()}>
                { bijdrage_field(scene, &id, label, jaar, base, None, years_from(source.horizon.years(), jaar)) }
                { soort(scene, &format!("eigen-soort-{jaar}"), jaar) }
                { bijdrage_back(scene, &id, jaar) }
            </div>
        }
    });
    let title = format!("Bijdrage van {}", deelnemer.naam);
    let text = format!(
        "Zonder eigen bedrag geldt het voorschot van {}, met de index. Een ontwerpbegroting bevat het voorstel al.",
        source.basisjaar
    );
    let index = scene.in_force().index;
    let deviation = scene.deviation_of(&Edit::Index(None));
    let index_mark = typed_or(deviation.is_some(), Mark::Aanname.show(None));
    let is_own = scene.input().bijdragen.iter().any(|it| it.deelnemer == deelnemer.id);
    let mark = typed_or(is_own, Mark::Gegeven.show(None));
    let index_field = html! {
        <div key="index">
            <span class="bw-choice__corner">{ index_mark }</span>
            <Field id="index" label="Index per jaar" veld={Veld::index()} value={index} takes={Takes::Edit(Edit::Index(None))}
                act={scene.act()} help={"Groei van de bijdrage zonder voorstel, bijvoorbeeld 2%.".to_owned()} />
            { way_back(scene, "index".to_owned(), deviation.as_ref()) }
        </div>
    };
    let content = html! { <div class="bw-row bw-row--choices">{ for years }{ index_field }</div> };
    marked("bijdragen", &title, mark, &text, content)
}
