//! Which organisation looks.

use bijdragewijzer::scenario::Edit;
use yew::prelude::*;

use super::parts::select;
use crate::ui::browser;
use crate::ui::scene::Scene;

pub(super) fn view(scene: &Scene) -> Html {
    let edit = scene.edit();
    let onchange = Callback::from(move |event: Event| {
        if let Some(id) = browser::selected(&event).filter(|id| !id.is_empty()) {
            edit.emit(Edit::Deelnemer(id.into()));
        }
    });
    let current = scene.input().deelnemer;
    let source = scene.source();
    let groups = source.blokken.iter().rev().map(|blok| {
        let mut members: Vec<_> =
            source.deelnemers.iter().filter(|it| it.blok == blok.id).collect();
        members.sort_by_key(|it| it.naam.to_lowercase());
        let options = members.into_iter().map(|it| {
            html! {
                <option value={it.id.to_string()} selected={current.as_ref() == Some(&it.id)}>
                    { format!("{} {}", blok.enkelvoud, it.naam) }
                </option>
            }
        });
        html! { <optgroup label={blok.naam.clone()}>{ for options }</optgroup> }
    });
    let options = html! {
        <>
        if current.is_none() {
            <option value="" selected={true}>{ "Kies uw organisatie" }</option>
        }
        { for groups }
        </>
    };
    html! {
        <div class="bw-choice bw-choice--organisation">
            <div class="bw-choice__head">
                <label class="utrecht-form-label bw-choice__name" for="organisatie">{ "Uw organisatie" }</label>
            </div>
            { select("organisatie", options, onchange) }
        </div>
    }
}
