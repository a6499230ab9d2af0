//! Where to start: a scenario of the publicatie, in one click.

use bijdragewijzer::scenario::Edit;
use yew::prelude::*;

use super::parts::{Mark, group};
use crate::ui::scene::Scene;
use crate::ui::state::Action;

pub(super) fn view(scene: &Scene) -> Html {
    let source = scene.source();
    let input = scene.input();
    let chosen = input.uitgangspunt.as_ref().or(source.uitgangspunten.first().map(|it| &it.id));
    let pills = source.uitgangspunten.iter().map(|it| {
        let id = format!("uitgangspunt-{}", it.id);
        let onchange = scene.on::<Event>(Action::Edit(Edit::Uitgangspunt(it.id.clone())));
        html! {
            <div class="bw-pill">
                <input class="bw-pill__input" type="radio" name="uitgangspunt" id={id.clone()}
                    checked={chosen == Some(&it.id)} {onchange} />
                <label class="bw-pill__label" for={id}>{ &it.naam }</label>
            </div>
        }
    });
    let help = source
        .uitgangspunten
        .iter()
        .find(|it| Some(&it.id) == chosen)
        .and_then(|it| it.toelichting.clone());
    let content = html! {
        <>
        <div class="bw-pills">{ for pills }</div>
        { for help.map(|help| html! { <p class="bw-choice__help">{ help }</p> }) }
        </>
    };
    group("Uitgangspunt", Mark::Keuze.show(None), false, content)
}
