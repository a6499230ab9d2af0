//! Which key divides.

use bijdragewijzer::scenario::Edit;
use yew::prelude::*;

use super::parts::{Mark, group, radio, way_back};
use crate::ui::scene::Scene;
use crate::ui::state::Action;

pub(super) fn view(scene: &Scene) -> Html {
    let source = scene.source();
    let (own, in_force) = (scene.input().sleutel, scene.in_force().sleutel);
    let options = source.sleutels.iter().map(|key| {
        let keuze = own.with_key(source, None, Some(key.id.clone()));
        let onchange = scene.on::<Event>(Action::Edit(Edit::Sleutels(keuze)));
        let checked = in_force.alle.as_ref() == Some(&key.id);
        let id = format!("sleutel-{}", key.id);
        radio("sleutel", &id, &key.naam, key.toelichting.as_deref(), checked, onchange)
    });
    let per_group = (!own.per_groep.is_empty())
        .then_some("Een of meer groepen hebben een eigen sleutel. Die staat bij Keuzes.");
    let deviation = scene.deviation(|undo| *undo == Edit::Sleutel(None));
    let basis = scene.input().basis(source).sleutel.alle.unwrap_or_default();
    let content = html! {
        <>
        { for options }
        { way_back(scene, format!("sleutel-{basis}"), deviation.as_ref()) }
        { for per_group.map(|text| html! { <p class="bw-choice__help">{ text }</p> }) }
        </>
    };
    let deviates = deviation.is_some() || per_group.is_some();
    group("Verdeelsleutel", Mark::Aanname.show(Some("niet bevestigd")), deviates, content)
}
