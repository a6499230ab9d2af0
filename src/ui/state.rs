//! The only state: what the user said, what came before it, and what is open on the page.

use std::rc::Rc;

use bijdragewijzer::formula::Id;
use bijdragewijzer::scenario::{Edit, Input, link};
use bijdragewijzer::units::Jaar;
use bijdragewijzer::view::{PageField, Stands, change_name};

use super::Source;
pub(crate) use super::action::{Action, Fault};
use super::inwoners::Inwoners;
use super::place::{self, Pointed};
pub(crate) use super::place::{Place, Section};
pub(crate) use super::work::MOST;
use super::work::{Arrival, Notice, Offer, Origin, Work};

mod reduce;

/// What can be undone: how it was, and what changed it.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    work: Work,
    name: String,
}

/// A change of the scenarios: its place in the order, and what it is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) count: u32,
    pub(crate) name: String,
}

/// What is on the page.
#[derive(Clone, PartialEq)]
pub(crate) struct State {
    pub(crate) source: Source,
    pub(crate) work: Work,
    /// The scenario on top with all that it does not say itself.
    pub(crate) in_force: Rc<Input>,
    past: Vec<Step>,
    future: Vec<Step>,
    /// The field that is being typed in: more signs there are the same change.
    typing: Option<Edit>,
    /// The fields that were left with a text that does not read, in the order of leaving.
    pub(crate) faults: Vec<Fault>,
    /// A link or a file that was opened and not taken over.
    pub(crate) offer: Option<Offer>,
    /// What is said of the link or the file that was opened.
    pub(crate) notice: Option<Notice>,
    /// The organisation that was chosen by hand.
    pub(crate) chosen: Option<Id>,
    /// The organisation that this device remembers.
    pub(crate) memory: Option<Id>,
    /// Whether the link to what is on the page is shown.
    pub(crate) sharing: bool,
    /// Whether saving and opening are shown.
    pub(crate) filing: bool,
    /// The section that is shown.
    pub(crate) section: Section,
    /// The amount whose herleiding is open.
    pub(crate) open: Option<Pointed>,
    /// The year that was chosen in Alle deelnemers, when it is not the first.
    pub(crate) jaar: Option<Jaar>,
    /// Whether the table of years shows cents.
    pub(crate) cents: bool,
    /// Whether the choices are open on a narrow page.
    pub(crate) choices_open: bool,
    /// What has just been done, for the status sentence.
    pub(crate) said: Option<String>,
    /// The last change of the scenarios, for when the answer stays as it was.
    pub(crate) last: Change,
    /// Counts the changes of the scenarios; more signs in one field are one.
    step: u32,
    /// The id of the field that someone goes to from a melding, until it has the focus.
    pub(crate) sought: Option<String>,
    /// How many inwoners organisations have: no part of a scenario.
    pub(crate) inwoners: Inwoners,
}

/// More steps than anyone goes back.
const MOST_STEPS: usize = 200;

impl State {
    pub(crate) fn new(source: Source, section: Section) -> Self {
        let work = Work::default();
        Self {
            in_force: Rc::new(work.in_force(&source)),
            source,
            work,
            past: Vec::new(),
            future: Vec::new(),
            typing: None,
            faults: Vec::new(),
            offer: None,
            notice: None,
            chosen: None,
            memory: None,
            sharing: false,
            filing: false,
            section,
            open: None,
            jaar: None,
            cents: false,
            choices_open: false,
            said: None,
            last: Change::default(),
            step: 0,
            sought: None,
            inwoners: Inwoners::default(),
        }
    }

    /// The section with what is open in it, as the address writes it.
    fn place(&self) -> String {
        place::written(&self.source, self.section, self.open.as_ref(), self.jaar)
    }

    /// Which step of the back button this is: another change of the scenarios, or another place on the page.
    pub(crate) fn step(&self) -> (u32, String) {
        (self.step, self.place())
    }

    /// What stands in the address after `#`: the section with what is open in it, and these scenarios once there
    /// is something to keep.
    pub(crate) fn address_of(&self, work: &Work) -> String {
        let section = self.place();
        if *work == Work::default() {
            return format!("#/{section}");
        }
        let text = link(&self.source, &work.scenarios, work.top);
        bijdragewijzer::scenario::address(&section, &text)
    }

    /// Whether a field is being typed in.
    pub(crate) const fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    /// What undo would take back: a text that does not read before any change.
    pub(crate) fn undoes(&self) -> Option<&str> {
        let unread = self.faults.last().map(|fault| &*fault.label);
        unread.or(self.past.last().map(|step| &*step.name))
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
        if self.work != work {
            self.note(name.clone());
        }
        if continues {
            // A value that was typed back is no change.
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

    fn note(&mut self, name: String) {
        self.last = Change { count: self.last.count.wrapping_add(1), name };
    }

    /// The table of another year does not have the amount whose herleiding is open.
    fn year(&mut self, jaar: Option<Jaar>) {
        if self.jaar != jaar {
            self.open = None;
        }
        self.jaar = jaar;
    }

    fn go(&mut self, section: Section) {
        if self.section != section {
            self.open = None;
            self.choices_open = false;
            // A field of the section goes without being left.
            self.settle();
        }
        self.section = section;
    }

    /// Goes where a field stands; on a narrow page the choices are closed until someone needs them.
    fn seek(&mut self, field: PageField) {
        match field.stands {
            // Verantwoording has no choices beside it.
            Stands::Beside if self.section == Section::Verantwoording => self.go(Section::Bijdrage),
            Stands::Beside => {}
            Stands::InKeuzes => self.go(Section::Keuzes),
            Stands::InVergelijken => self.go(Section::Vergelijken),
        }
        if field.stands == Stands::Beside {
            self.choices_open = true;
        }
        self.sought = Some(field.id);
    }

    fn undo(&mut self) {
        let Some(fault) = self.faults.pop() else { return self.travel(true) };
        self.said = Some(format!("Ongedaan gemaakt: {}.", fault.label));
    }

    fn revert(&mut self) {
        let Some(steps) = self.notice.as_ref().and_then(|it| it.back_to) else { return };
        self.faults.clear();
        while self.past.len() > steps {
            self.travel(true);
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
        let same_place =
            now.top == self.work.top && now.scenarios.len() == self.work.scenarios.len();
        to.push(Step { work: now, name: step.name.clone() });
        let what = if back { "Ongedaan gemaakt" } else { "Opnieuw gedaan" };
        self.said = Some(format!("{what}: {}.", step.name));
        self.note(step.name);
        self.notice = None;
        self.typing = None;
        if !same_place {
            self.replaced();
        }
    }

    /// Another scenario is on top: what does not read was typed in the one before.
    fn replaced(&mut self) {
        self.typing = None;
        self.faults.clear();
    }

    /// What does not read. What was said before it is no longer news.
    fn fault(&mut self, fault: Fault) {
        self.faults.retain(|it| it.id != fault.id);
        self.faults.push(fault);
        self.said = None;
    }

    fn top(&mut self, top: usize) {
        if top < self.work.scenarios.len() && top != self.work.top {
            self.work.top = top;
            self.replaced();
            self.said = None;
            self.note("scenario dat u bekijkt".to_owned());
        }
    }

    fn copy(&mut self) {
        let Some(work) = self.work.with_copy() else { return };
        self.replaced();
        self.change(work, "scenario ernaast".to_owned(), None);
    }

    fn remove(&mut self, index: usize) {
        let Some(work) = self.work.without(index) else { return };
        if index == self.work.top {
            self.replaced();
        }
        self.change(work, "scenario weg".to_owned(), None);
    }

    fn settle(&mut self) {
        self.typing = None;
        self.inwoners.settle();
    }

    fn unread(&mut self) {
        if self.inwoners.unread() {
            return;
        }
        if self.typing.take().is_some()
            && let Some(step) = self.past.pop()
        {
            self.work = step.work;
        }
    }

    /// What the address says of a step that the page made; a page that is loaded again has nothing to undo.
    fn go_back(&mut self, work: Work) {
        let work = work.seen_from_one();
        if self.work == work {
            return;
        }
        // What was said of an opening is over once what it brought is not there, or what it replaced is back.
        self.notice = None;
        self.replaced();
        if self.past.is_empty() && self.work == Work::default() {
            self.work = work;
        } else {
            self.change(work, "stap terug of vooruit".to_owned(), None);
        }
    }

    /// Takes over what was opened, as one step; a link that the page was opened with leaves nothing to undo.
    fn take(&mut self, arrival: Arrival) {
        self.offer = None;
        self.replaced();
        self.notice = Notice::of(&arrival, &self.work, self.past.len().min(MOST_STEPS - 1));
        let work = arrival.work.seen_from_one();
        let said =
            self.notice.as_ref().map_or_else(|| arrival.origin.opened(), |it| it.text.clone());
        if arrival.origin == Origin::Address && self.past.is_empty() && !self.work.is_own() {
            self.work = work;
        } else {
            self.change(work, arrival.origin.step().to_owned(), None);
        }
        self.said = Some(said);
    }

    fn edit(&mut self, edit: Edit) {
        if let Edit::Deelnemer(id) = &edit {
            self.chosen = Some(id.clone());
        }
        self.typing = None;
        let name = change_name(&edit).to_owned();
        self.change(self.work.edited(&self.source, edit), name, None);
    }

    fn type_in(&mut self, edit: Edit) {
        // What is typed is one change of what was there before it: a field that was emptied on the way loses nothing.
        let from = match &self.typing {
            Some(typing) if typing.same_place(&edit) => self.past.last().map(|step| &step.work),
            _ => None,
        };
        let work = from.unwrap_or(&self.work).edited(&self.source, edit.clone());
        self.change(work, change_name(&edit).to_owned(), Some(edit));
    }

    /// More changes that are one step.
    fn edit_all(&mut self, edits: Vec<Edit>) {
        let Some(first) = edits.first() else { return };
        let name = format!("{}, geplakt", change_name(first));
        let work =
            edits.into_iter().fold(self.work.clone(), |work, edit| work.edited(&self.source, edit));
        self.change(work, name, None);
    }
}
