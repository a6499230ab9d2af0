//! The only state: what the user said, what came before it, and what is open on the page.

use std::rc::Rc;

use bijdragewijzer::melding::Melding;
use bijdragewijzer::scenario::{Edit, Input, apply, link};
use bijdragewijzer::view::{AmountRef, change_name};
use yew::Reducible;

use super::Source;

/// Where an amount was pointed at: its herleiding opens there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Under the sum.
    Sum,
    /// Under the table of years.
    Years,
    /// Under a table of another section.
    Table,
}

impl Place {
    /// The first part of the id of its buttons.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Sum => "som",
            Self::Years => "jaren",
            Self::Table => "tabel",
        }
    }
}

/// A section of the page, with an address of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Section {
    #[default]
    Bijdrage,
    Keuzes,
    Vergelijken,
    Deelnemers,
    Verantwoording,
}

impl Section {
    pub(crate) const ALL: [Self; 5] =
        [Self::Bijdrage, Self::Keuzes, Self::Vergelijken, Self::Deelnemers, Self::Verantwoording];

    /// Its address after `#/`.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Bijdrage => "uw-bijdrage",
            Self::Keuzes => "keuzes",
            Self::Vergelijken => "vergelijken",
            Self::Deelnemers => "alle-deelnemers",
            Self::Verantwoording => "verantwoording",
        }
    }

    /// Its name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Bijdrage => "Uw bijdrage",
            Self::Keuzes => "Keuzes",
            Self::Vergelijken => "Vergelijken",
            Self::Deelnemers => "Alle deelnemers",
            Self::Verantwoording => "Verantwoording",
        }
    }

    /// The section of an address.
    pub(crate) fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.id() == id)
    }
}

/// The scenarios beside each other: what a link or a file carries.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Work {
    /// One to four.
    pub(crate) scenarios: Vec<Input>,
    /// The place of the one that is shown and changed.
    pub(crate) top: usize,
}

/// The most scenarios beside each other.
pub(crate) const MOST: usize = 4;

impl Default for Work {
    fn default() -> Self {
        Self { scenarios: vec![Input::default()], top: 0 }
    }
}

impl Work {
    /// The scenario that is shown.
    pub(crate) fn input(&self) -> Input {
        self.scenarios.get(self.top).cloned().unwrap_or_default()
    }

    fn edited(&self, source: &Source, edit: Edit) -> Self {
        let mut work = self.clone();
        // Everyone looks from the same organisation.
        let all = matches!(edit, Edit::Deelnemer(_));
        for (index, input) in work.scenarios.iter_mut().enumerate() {
            if all || index == self.top {
                *input = apply(std::mem::take(input), edit.clone()).minimal(source);
            }
        }
        work
    }
}

/// A field whose text does not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The id of the field.
    pub(crate) id: String,
    pub(crate) label: String,
    /// What is wrong, and what to do.
    pub(crate) text: String,
}

/// A link that did not come through whole: what is to be said of it, and what could be read.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    pub(crate) meldingen: Rc<Vec<Melding>>,
    pub(crate) work: Option<Work>,
}

impl PartialEq for Offer {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.meldingen, &other.meldingen)
    }
}

/// What can be undone: how it was, and what changed it.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    work: Work,
    name: String,
}

/// What is on the page.
#[derive(Clone, PartialEq)]
pub(crate) struct State {
    pub(crate) source: Source,
    pub(crate) work: Work,
    past: Vec<Step>,
    future: Vec<Step>,
    /// The field that is being typed in: more signs there are the same change.
    typing: Option<Edit>,
    /// The fields that were left with a text that does not read, in the order of leaving.
    pub(crate) faults: Vec<Fault>,
    /// A link that was opened and not taken over.
    pub(crate) offer: Option<Offer>,
    /// Whether the link to what is on the page is shown.
    pub(crate) sharing: bool,
    /// The section that is shown.
    pub(crate) section: Section,
    /// The amount whose herleiding is open.
    pub(crate) open: Option<(Place, AmountRef)>,
    /// Whether tables show cents.
    pub(crate) cents: bool,
    /// Whether the choices are open on a narrow page.
    pub(crate) choices_open: bool,
    /// What has just been done, for the status sentence.
    pub(crate) said: Option<String>,
}

/// What a person does.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// Changes the scenario.
    Edit(Edit),
    /// Leaves a field: what is typed next is another change.
    Settle,
    /// A field was left with a text that does not read.
    Fault(Fault),
    /// The field with this id reads again, or is gone.
    Mended(String),
    Undo,
    Redo,
    /// Goes to a section.
    Go(Section),
    /// Shows another scenario.
    Top(usize),
    /// Puts a copy of the shown scenario beside it.
    Copy,
    /// Takes a scenario away.
    Remove(usize),
    /// Takes over the scenarios of a link.
    Take(Work),
    /// A link was opened that did not come through whole.
    Offer(Offer),
    /// Leaves what was offered for what it is.
    Decline,
    /// Shows or hides the link to what is on the page.
    ToggleLink,
    /// Opens the herleiding of an amount, or closes it when it is open.
    Point(Place, AmountRef),
    /// Closes the herleiding.
    Close,
    /// Shows cents or whole euros.
    Cents(bool),
    /// Opens or closes the choices on a narrow page.
    ToggleChoices,
}

/// More steps than anyone goes back.
const MOST_STEPS: usize = 200;

impl State {
    pub(crate) fn new(source: Source) -> Self {
        Self {
            source,
            work: Work::default(),
            past: Vec::new(),
            future: Vec::new(),
            typing: None,
            faults: Vec::new(),
            offer: None,
            sharing: false,
            section: Section::default(),
            open: None,
            cents: false,
            choices_open: false,
            said: None,
        }
    }

    /// What stands in the address after `#`: the section, and the scenarios once there is something to keep.
    pub(crate) fn address(&self) -> String {
        if self.work == Work::default() {
            return format!("#/{}", self.section.id());
        }
        let text = link(&self.source, &self.work.scenarios, self.work.top);
        bijdragewijzer::scenario::address(self.section.id(), &text)
    }

    /// Whether a field is being typed in.
    pub(crate) const fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    /// What undo would take back.
    pub(crate) fn undoes(&self) -> Option<&str> {
        self.past.last().map(|step| &*step.name)
    }

    /// What redo would do again.
    pub(crate) fn redoes(&self) -> Option<&str> {
        self.future.last().map(|step| &*step.name)
    }

    fn change(&mut self, work: Work, name: String, typing: Option<Edit>) {
        let continues = match (&self.typing, &typing) {
            (Some(before), Some(now)) => before.same_place(now),
            _ => false,
        };
        if continues {
            // A field whose text no longer reads gives the value back that it had: then nothing has changed.
            if self.past.last().is_some_and(|step| step.work == work) {
                self.past.pop();
                self.typing = None;
            }
        } else if self.work != work {
            self.past.push(Step { work: self.work.clone(), name });
            if self.past.len() > MOST_STEPS {
                self.past.remove(0);
            }
            self.typing = typing;
        }
        if self.work != work {
            self.future.clear();
            self.work = work;
            self.said = None;
        }
    }

    fn travel(&mut self, back: bool) {
        let (from, to) = if back {
            (&mut self.past, &mut self.future)
        } else {
            (&mut self.future, &mut self.past)
        };
        let Some(step) = from.pop() else { return };
        let now = std::mem::replace(&mut self.work, step.work);
        to.push(Step { work: now, name: step.name.clone() });
        let what = if back { "Ongedaan gemaakt" } else { "Opnieuw gedaan" };
        self.said = Some(format!("{what}: {}.", step.name));
        self.typing = None;
    }

    fn copied(&self) -> Option<Work> {
        let mut work = self.work.clone();
        if work.scenarios.len() >= MOST {
            return None;
        }
        let copy = Input { naam: None, ..work.input() };
        work.top += 1;
        work.scenarios.insert(work.top, copy);
        Some(work)
    }

    fn without(&self, index: usize) -> Option<Work> {
        let mut work = self.work.clone();
        if work.scenarios.len() < 2 || index >= work.scenarios.len() {
            return None;
        }
        work.scenarios.remove(index);
        if work.top > index || work.top == work.scenarios.len() {
            work.top = work.top.saturating_sub(1);
        }
        Some(work)
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Self::clone(&self);
        match action {
            Action::Edit(edit) => {
                let work = state.work.edited(&state.source, edit.clone());
                let name = change_name(&edit).to_owned();
                let typing = edit.same_place(&edit).then_some(edit);
                state.change(work, name, typing);
            }
            Action::Settle => state.typing = None,
            Action::Fault(fault) => {
                state.faults.retain(|it| it.id != fault.id);
                state.faults.push(fault);
            }
            Action::Mended(id) => state.faults.retain(|it| it.id != id),
            Action::Undo => state.travel(true),
            Action::Redo => state.travel(false),
            Action::Go(section) => {
                if state.section != section {
                    state.open = None;
                    state.choices_open = false;
                }
                state.section = section;
            }
            Action::Top(top) if top < state.work.scenarios.len() => state.work.top = top,
            Action::Top(_) => {}
            Action::Copy => {
                if let Some(work) = state.copied() {
                    state.change(work, "scenario ernaast".to_owned(), None);
                }
            }
            Action::Remove(index) => {
                if let Some(work) = state.without(index) {
                    state.change(work, "scenario weg".to_owned(), None);
                }
            }
            Action::Take(work) => {
                state.offer = None;
                state.change(work, "link geopend".to_owned(), None);
            }
            Action::Offer(offer) => state.offer = Some(offer),
            Action::Decline => state.offer = None,
            Action::ToggleLink => state.sharing = !state.sharing,
            Action::Point(place, amount) => {
                let pointed = Some((place, amount));
                state.open = if state.open == pointed { None } else { pointed };
            }
            Action::Close => state.open = None,
            Action::Cents(cents) => state.cents = cents,
            Action::ToggleChoices => state.choices_open = !state.choices_open,
        }
        Rc::new(state)
    }
}
