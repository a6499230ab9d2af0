//! When a field lets go of what was typed in it. A text that does not read and its fault go together.

use bijdragewijzer::units::lezen::{Lezing, lees};
use yew::prelude::*;

use super::typing::{Typed, stands};
use super::{Props, Unread};
use crate::ui::state::Action;

#[hook]
pub(super) fn use_dropping(props: &Props, typed: &UseStateHandle<Option<Typed>>) {
    let veld = props.veld;
    {
        // A value that came from elsewhere, by undo or another uitgangspunt, replaces what was typed.
        let (typed, act, id) = (typed.clone(), props.act.clone(), props.id.clone());
        use_effect_with(props.value, move |value| {
            if typed.as_ref().is_some_and(|it| it.left && !stands(veld, it, *value)) {
                typed.set(None);
                act.emit(Action::Mended(id));
            }
        });
    }
    {
        // Where the fault is gone, by undo or because another scenario is shown, the text goes too.
        let typed = typed.clone();
        let unread = use_context::<Unread>().is_some_and(|it| it.0.contains(&props.id));
        use_effect_with(unread, move |unread| {
            let is_fault = |it: &Typed| {
                matches!(lees(&it.text, &veld), Lezing::Vraag(_) | Lezing::Onleesbaar(_))
            };
            if !unread && typed.as_ref().is_some_and(|it| it.left && is_fault(it)) {
                typed.set(None);
            }
        });
    }
    {
        let (act, id) = (props.act.clone(), props.id.clone());
        // A field that goes takes its fault along.
        use_effect_with((), move |()| move || act.emit(Action::Mended(id)));
    }
}
