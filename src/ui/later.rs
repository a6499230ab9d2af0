//! What stands below the answer follows a moment after it, so that a change, or another section, shows in the answer
//! first. What is much follows in strokes, each a moment after the one before: no stroke keeps the browser for long.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::scene::Scene;
use super::state::Section;

/// Long enough for a browser to paint in between, in milliseconds.
const A_MOMENT: u32 = 20;

/// What stands below the answer is given. It is one scene for all, and not a copy of it, so that a part is drawn anew
/// in its own stroke and in none before.
#[derive(PartialEq, Properties)]
pub(crate) struct Below {
    pub(crate) scene: Rc<Scene>,
}

/// The scene as it was until its outcome has been on the page for a moment; everything else in it is at once as it is.
#[hook]
pub(crate) fn use_later(scene: &Rc<Scene>) -> Rc<Scene> {
    let shown = use_state(|| Rc::clone(scene));
    {
        let shown = shown.clone();
        use_effect_with(Rc::clone(scene), move |scene| {
            let scene = Rc::clone(scene);
            let later = (!is_same(&shown, &scene))
                .then(|| Timeout::new(A_MOMENT, move || shown.set(scene)));
            move || drop(later)
        });
    }
    Rc::clone(if is_same(&shown, scene) { scene } else { &shown })
}

/// Whether the section has stood on the page for a moment: its first card comes before the rest. The section that the
/// page begins with comes whole, so that nothing on it moves.
#[hook]
pub(crate) fn use_arrived(section: Section) -> bool {
    let here = use_state(|| section);
    let arrived = *here == section;
    use_effect_with(section, move |section| {
        let section = *section;
        let later = (!arrived).then(|| Timeout::new(A_MOMENT, move || here.set(section)));
        move || drop(later)
    });
    arrived
}

fn is_same(one: &Scene, other: &Scene) -> bool {
    one.computed == other.computed && one.deelnemer == other.deelnemer
}
