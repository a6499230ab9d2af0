//! With which amounts of a table open their herleiding.

use std::rc::Rc;

use bijdragewijzer::model::Uitkomst;
use bijdragewijzer::view::Comparison;
use yew::prelude::*;

use crate::ui::Source;
use crate::ui::place::Pointed;
use crate::ui::scene::{Computed, Scene};
use crate::ui::state::{Action, Place};

/// What is needed to open an amount.
#[derive(Clone)]
pub(crate) struct Opens {
    pub(super) source: Source,
    uitkomst: Rc<Uitkomst>,
    pub(super) open: Option<Pointed>,
    pub(super) act: Callback<Action>,
}

impl Opens {
    pub(crate) fn new(scene: &Scene, computed: &Computed) -> Self {
        Self {
            source: scene.source().clone(),
            uitkomst: Rc::clone(&computed.uitkomst),
            open: scene.state.open.clone(),
            act: scene.act(),
        }
    }

    /// The outcome that an amount of a comparison is of.
    pub(super) fn outcome(&self, of: &Comparison, at: Place) -> Rc<Uitkomst> {
        let own = match at {
            Place::Row(_, row) => of.outcomes.get(row),
            _ => None,
        };
        Rc::clone(own.map_or(&self.uitkomst, |own| &own.0))
    }
}

// What it is told to goes to the same state, whenever it was made.
impl PartialEq for Opens {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
            && Rc::ptr_eq(&self.uitkomst, &other.uitkomst)
            && self.open == other.open
    }
}
