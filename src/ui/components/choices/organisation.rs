//! Which organisation looks.

use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::in_order;
use bijdragewijzer::view::letters::in_small;
use yew::prelude::*;

use super::parts::select;
use crate::ui::browser;
use crate::ui::scene::Scene;
use crate::ui::state::Action;

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
        let members = source.deelnemers.iter().filter(|it| it.blok == blok.id);
        let members = in_order(members, |it| in_small(&it.naam));
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
            { remembered(scene) }
        </div>
    }
}

/// What this device remembers, and the way to make it forget.
fn remembered(scene: &Scene) -> Html {
    let index = scene.state.memory.as_ref().and_then(|id| scene.source().deelnemer(id));
    let Some(deelnemer) = index.and_then(|index| scene.source().deelnemers.get(index)) else {
        return match scene.state.chosen {
            Some(_) => {
                html! { <p class="bw-choice__help">{ "Uw keuze wordt hier niet onthouden." }</p> }
            }
            None => Html::default(),
        };
    };
    let act = scene.act();
    let onclick = Callback::from(move |_: MouseEvent| {
        browser::forget();
        act.emit(Action::Memory(None));
        act.emit(Action::Say("Dit apparaat onthoudt uw organisatie niet meer.".to_owned()));
        browser::focus("organisatie");
    });
    html! {
        <p class="bw-deviation bw-memory">
            <span>{ format!("Dit apparaat onthoudt: {}.", deelnemer.naam) }</span>
            <button type="button" class="bw-link-button" {onclick}>
                { "Vergeten" }<span class="bw-hidden">{ " welke organisatie dit is" }</span>
            </button>
        </p>
    }
}
