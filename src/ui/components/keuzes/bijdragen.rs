//! The own bijdrage per year, without or with the proposal, and its index.

use bijdragewijzer::publicatie::BijdrageSoort as Reekssoort;
use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::lezen::Veld;
use yew::prelude::*;

use crate::ui::components::card::card;
use crate::ui::components::choices::{bijdrage_field, bijdrage_spread, soort};
use crate::ui::components::field::Field;
use crate::ui::scene::Scene;

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
                { bijdrage_field(scene, &id, label, jaar, base, None, bijdrage_spread(scene, jaar)) }
                { soort(scene, &format!("eigen-soort-{jaar}"), jaar) }
            </div>
        }
    });
    let title = format!("Bijdrage van {}", deelnemer.naam);
    let text = format!(
        "Zonder eigen bedrag geldt het voorschot van {}, met de index. Een ontwerpbegroting bevat het voorstel al.",
        source.basisjaar
    );
    let index = scene.in_force().index;
    let content = html! {
        <>
        <div class="bw-row bw-row--choices">{ for years }</div>
        <div class="bw-card__part">
            <Field id="index" label="Index per jaar" veld={Veld::index()} value={index} edit={scene.edit().reform(Edit::Index)}
                act={scene.act()} help={"Groei van de bijdrage zonder voorstel, bijvoorbeeld 2%.".to_owned()} />
        </div>
        </>
    };
    card("bijdragen", &title, Some(&text), content)
}
