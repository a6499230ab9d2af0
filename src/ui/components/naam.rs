//! The name of the scenario on top.

use bijdragewijzer::scenario::Edit;
use yew::prelude::*;

use crate::ui::browser;
use crate::ui::scene::Props;
use crate::ui::state::Action;

/// The id of its field.
pub(crate) const NAAM: &str = "naam";

/// A name has no spaces around it, but while it is typed a space may be the last sign: whatever is drawn again
/// in the meantime leaves it there.
#[component]
pub(crate) fn Naam(props: &Props) -> Html {
    let scene = &props.scene;
    let typed = use_state(String::new);
    let naam = scene.input().naam.unwrap_or_default();
    let value = if typed.trim() == naam { (*typed).clone() } else { naam };
    let (act, text) = (scene.act(), typed.setter());
    let oninput = Callback::from(move |event: InputEvent| {
        let now = browser::text(&event).unwrap_or_default();
        let naam = now.trim().to_owned();
        text.set(now);
        act.emit(Action::Type(Edit::Naam((!naam.is_empty()).then_some(naam))));
    });
    let (act, text) = (scene.act(), typed.setter());
    let onblur = Callback::from(move |_: FocusEvent| {
        text.set(String::new());
        act.emit(Action::Settle);
    });
    html! {
        <div class="bw-inline">
            <label class="utrecht-form-label" for={NAAM}>{ "Naam van het gekozen scenario" }</label>
            <input class="utrecht-textbox utrecht-textbox--html-input" type="text" id={NAAM} maxlength="60" autocomplete="off"
                {value} {oninput} {onblur} />
        </div>
    }
}
