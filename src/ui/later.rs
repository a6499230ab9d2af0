//! What stands below the answer follows a moment after it, so that a change, or another section, shows in the answer
//! first. What is much follows in strokes, each a moment after the one before: no stroke keeps the browser for long.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::browser;
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

/// The scene as it was until its outcome has been on the page for a moment. What leaves the outcome as it was shows at
/// once.
#[hook]
pub(crate) fn use_later(scene: &Rc<Scene>) -> Rc<Scene> {
    let shown = use_state(|| Rc::clone(scene));
    {
        let shown = shown.clone();
        use_effect_with(Rc::clone(scene), move |scene| {
            let scene = Rc::clone(scene);
            let later =
                if is_same(&shown, &scene) { None } else { show_after(A_MOMENT, &shown, &scene) };
            move || drop(later)
        });
    }
    Rc::clone(if scene.printed || is_same(&shown, scene) { scene } else { &shown })
}

/// What was printed stays, also when the printing is over.
pub(crate) fn show_after(
    pause: u32,
    shown: &UseStateHandle<Rc<Scene>>,
    scene: &Rc<Scene>,
) -> Option<Timeout> {
    let (shown, scene) = (shown.clone(), Rc::clone(scene));
    if scene.printed {
        shown.set(scene);
        return None;
    }
    Some(Timeout::new(pause, move || shown.set(scene)))
}

/// Whether the page is being printed, for what is not given the scene.
#[derive(Clone, PartialEq)]
pub(crate) struct Printed(pub(crate) bool);

/// Whether the page is being printed.
#[hook]
pub(crate) fn use_printed() -> bool {
    let printed = use_state_eq(|| false);
    use_effect_with((), {
        let printed = printed.setter();
        move |()| browser::on_print(move |begins| printed.set(begins))
    });
    *printed
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
