//! Which key divides.

use bijdragewijzer::scenario::Edit;
use bijdragewijzer::view::{PageField, Stands};
use yew::prelude::*;

use super::parts::{Mark, group, radio, way_back};
use crate::ui::scene::Scene;
use crate::ui::state::Action;

pub(super) fn view(scene: &Scene) -> Html {
    let source = scene.source();
    let (own, in_force) = (scene.input().sleutel, scene.in_force().sleutel.clone());
    let options = source.sleutels.iter().map(|key| {
        let onchange = scene.on::<Event>(Action::Edit(Edit::Sleutel(Some(key.id.clone()))));
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
        { typed_in_keuzes(scene) }
        { for per_group.map(|text| html! { <p class="bw-choice__help">{ text }</p> }) }
        </>
    };
    let deviates = deviation.is_some() || per_group.is_some();
    group("Verdeelsleutel", Mark::Aanname.show(Some("niet bevestigd")), deviates, content)
}

/// The way to what a key of the user's own is typed in: it stands in Keuzes.
fn typed_in_keuzes(scene: &Scene) -> Html {
    let (source, in_force) = (scene.source(), scene.in_force().sleutel.clone());
    let (what, id) = if in_force.uses_blokken(source) {
        ("de aandelen van de blokken", source.blokken.first().map(|it| format!("blok-{}", it.id)))
    } else if in_force.uses_gewichten(source) {
        ("de gewichten", source.deelnemers.first().map(|it| format!("gewicht-{}", it.id)))
    } else {
        return Html::default();
    };
    let Some(id) = id else { return Html::default() };
    let field = PageField { id, label: what.to_owned(), stands: Stands::InKeuzes };
    html! {
        <p class="bw-choice__help">
            <button type="button" class="bw-link-button" onclick={scene.on::<MouseEvent>(Action::Seek(field))}>
                { format!("Vul {what} in") }
            </button>
        </p>
    }
}
