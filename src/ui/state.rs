//! The only state: what the user said, and what is open on the page.

use std::rc::Rc;

use bijdragewijzer::scenario::{Edit, Input, apply};
use bijdragewijzer::view::AmountRef;
use yew::Reducible;

/// Where an amount was pointed at: its herleiding opens there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Under the sum.
    Sum,
    /// Under the table of years.
    Years,
}

impl Place {
    /// The first part of the id of its buttons.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Sum => "som",
            Self::Years => "jaren",
        }
    }
}

/// What is on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct State {
    /// The scenario as the user made it.
    pub(crate) input: Input,
    /// The amount whose herleiding is open.
    pub(crate) open: Option<(Place, AmountRef)>,
    /// Whether the table of years shows cents.
    pub(crate) cents: bool,
    /// Whether the choices are open on a narrow page.
    pub(crate) choices_open: bool,
}

/// What a person does.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// Changes the scenario.
    Edit(Edit),
    /// Opens the herleiding of an amount, or closes it when it is open.
    Point(Place, AmountRef),
    /// Closes the herleiding.
    Close,
    /// Shows cents or whole euros.
    Cents(bool),
    /// Opens or closes the choices on a narrow page.
    ToggleChoices,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let state = Self::clone(&self);
        Rc::new(match action {
            Action::Edit(edit) => Self { input: apply(state.input, edit), ..state },
            Action::Point(place, amount) => {
                let pointed = Some((place, amount));
                let open = if state.open == pointed { None } else { pointed };
                Self { open, ..state }
            }
            Action::Close => Self { open: None, ..state },
            Action::Cents(cents) => Self { cents, ..state },
            Action::ToggleChoices => Self { choices_open: !state.choices_open, ..state },
        })
    }
}
