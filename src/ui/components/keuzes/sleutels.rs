//! A key per group of posts, and the shares of the blocks.

use bijdragewijzer::formula::Id;
use bijdragewijzer::scenario::{Edit, Groep, Input};
use bijdragewijzer::units::lezen::Veld;
use bijdragewijzer::view::groep_name;
use yew::prelude::*;

use super::{gewichten, marked};
use crate::ui::browser;
use crate::ui::components::choices::parts::{Mark, select, way_back};
use crate::ui::components::field::{Field, Takes};
use crate::ui::scene::Scene;

pub(crate) fn view(scene: &Scene) -> Html {
    let in_force = scene.in_force();
    let keys = std::iter::once(None).chain(Groep::ALL.map(Some));
    let keys = keys.map(|groep| key(scene, &in_force, groep));
    let content = html! {
        <>
        <div class="bw-row bw-row--choices">{ for keys }</div>
        if in_force.sleutel.uses_blokken(scene.source()) {
            <h3 class="utrecht-heading-3 bw-card__part">{ "Verhouding tussen de blokken" }</h3>
            <div class="bw-years">{ blocks(scene, &in_force) }</div>
        }
        if in_force.sleutel.uses_gewichten(scene.source()) {
            { gewichten::view(scene) }
        }
        </>
    };
    let text = "Elke groep posten kan een eigen sleutel hebben. GBLT heeft geen van de sleutels bevestigd.";
    let mark = Mark::Aanname.show(Some("niet bevestigd"));
    marked("verdeling", "Verdeling over de deelnemers", mark, text, content)
}

/// The key of one group, or of every group that has none of its own.
fn key(scene: &Scene, in_force: &Input, groep: Option<Groep>) -> Html {
    let own =
        in_force.sleutel.per_groep.iter().find(|(of, _)| Some(*of) == groep).map(|(_, id)| id);
    let chosen = if groep.is_none() { in_force.sleutel.alle.as_ref() } else { own };
    let edit = move |id: Option<Id>| match groep {
        None => Edit::Sleutel(id),
        Some(groep) => Edit::SleutelVan(groep, id),
    };
    let onchange = scene.edit().reform(move |event: Event| {
        edit(browser::selected(&event).filter(|id| !id.is_empty()).map(Into::into))
    });
    // The key of all posts is no choice of its own for a group: it would say nothing.
    let shared = groep.and(in_force.sleutel.alle.as_ref());
    let options = scene.source().sleutels.iter().filter(|key| shared != Some(&key.id));
    let options = options.map(|key| html! {
        <option key={key.id.to_string()} value={key.id.to_string()} selected={chosen == Some(&key.id)}>{ &key.naam }</option>
    });
    let (id, label) = match groep {
        Some(groep) => (format!("sleutel-van-{}", groep.word()), groep_name(groep)),
        None => ("sleutel-van-alle".to_owned(), "Alle posten"),
    };
    let deviation = scene.deviation(|undo| *undo == edit(None));
    let options = html! {
        <>
        if groep.is_some() { <option value="" selected={chosen.is_none()}>{ "als alle posten" }</option> }
        { for options }
        </>
    };
    html! {
        <div>
            <label class="utrecht-form-label bw-field__label" for={id.clone()}>{ label }</label>
            { select(&id, options, onchange) }
            { way_back(scene, id, deviation.as_ref()) }
        </div>
    }
}

fn blocks(scene: &Scene, in_force: &Input) -> Html {
    // Of two blocks the one that is not typed has what is left.
    let empty = in_force.sleutel.blokken.is_empty();
    let shares = if empty { Vec::new() } else { in_force.sleutel.aandelen(scene.source()) };
    let rows = scene.source().blokken.iter().map(|blok| {
        let known = shares.iter().find(|(id, _)| *id == blok.id);
        let (edit, value) = (Edit::Blok(blok.id.clone(), None), known.map(|(_, share)| *share));
        let field = format!("blok-{}", blok.id);
        let deviation = scene.deviation_of(&edit);
        html! {
            <key={blok.id.to_string()}>
            <Field id={field.clone()} label={format!("Aandeel van {}", blok.naam)}
                row={blok.naam.clone()} veld={Veld::aandeel()} {value} takes={Takes::Edit(edit)} act={scene.act()} />
            { way_back(scene, field, deviation.as_ref()) }
            </>
        }
    });
    html! { <>{ for rows }</> }
}
