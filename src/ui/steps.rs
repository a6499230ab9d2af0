//! The address and the title of the window follow the page: each choice is a step of the back button.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::browser;
use super::scene::Scene;

/// How long after a change the address follows, in milliseconds. A browser does much for each new address: the answer
/// is painted first, and while someone types it waits for a pause.
const AFTER_A_CHOICE: u32 = 50;
const AFTER_A_KEY: u32 = 300;

/// What the address and the window are going to say.
#[derive(Clone, PartialEq)]
struct Ahead {
    address: String,
    title: String,
    /// What is written of the same step is written over it: more signs in one field are one.
    step: (u32, String),
}

impl Ahead {
    fn write(&self, is_new: bool) {
        browser::set_address(&self.address, is_new);
        // After it: what the window is called belongs to the new step of the back button.
        browser::title(&self.title);
    }
}

/// The address that the page last wrote or heard of. While the browser is at another one someone has gone there, and the
/// page hears of that in a moment.
pub(crate) type Known = Rc<RefCell<String>>;

#[hook]
pub(crate) fn use_steps(scene: &Scene, title: String, known: Known) {
    let state = &scene.state;
    let written = use_mut_ref(|| None);
    let waiting = use_mut_ref(|| None::<(Ahead, String)>);
    let late = use_state(|| 0_u32);
    let pause = if state.is_typing() { AFTER_A_KEY } else { AFTER_A_CHOICE };
    let ahead = Ahead { address: scene.address(), title, step: state.step() };
    use_effect_with((ahead, pause, *late), move |(ahead, pause, _)| {
        // The first time the address speaks, not the page.
        let is_first = written.borrow().is_none();
        if is_first {
            browser::title(&ahead.title);
            *written.borrow_mut() = Some(ahead.step.clone());
        }
        let later = (!is_first).then(|| {
            let write = {
                let (written, known) = (written.clone(), known.clone());
                move |ahead: &Ahead| {
                    let before = written.replace(Some(ahead.step.clone()));
                    ahead.write(before.as_ref() != Some(&ahead.step));
                    *known.borrow_mut() = browser::address();
                }
            };
            // What another step overtakes still is one of its own.
            let overtaken = waiting.take().filter(|(before, _)| before.step != ahead.step);
            if let Some((overtaken, _)) = overtaken.filter(|(_, from)| *from == browser::address())
            {
                write(&overtaken);
            }
            *waiting.borrow_mut() = Some((ahead.clone(), known.borrow().clone()));
            Timeout::new(*pause, move || {
                let Some((ahead, from)) = waiting.take() else { return };
                // Where someone goes has its turn first.
                if browser::address() == from {
                    write(&ahead);
                } else {
                    late.set(*late + 1);
                }
            })
        });
        move || drop(later)
    });
}
