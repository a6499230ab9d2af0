//! What each action makes of the state.

use std::rc::Rc;

use bijdragewijzer::scenario::Edit;
use yew::Reducible;

use super::State;
use crate::ui::action::Action;
use crate::ui::work::Origin;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Self::clone(&self);
        // Of what an address brings the browser has made a step already.
        let has_step = matches!(&action, Action::Take(it) if it.origin == Origin::Address);
        match action {
            Action::Edit(edit) => state.edit(edit),
            Action::Type(edit) => state.type_in(edit),
            Action::Edits(edits) => state.edit_all(edits),
            Action::Unread => state.unread(),
            Action::Settle => state.settle(),
            Action::Fault(fault) => state.fault(fault),
            Action::Mended(id) => state.faults.retain(|it| it.id != id),
            Action::Undo => state.undo(),
            Action::Redo => state.travel(false),
            Action::Revert => state.revert(),
            Action::Go(section) => state.go(section),
            Action::Seek(field) => state.seek(field),
            Action::Found => state.sought = None,
            Action::Top(top) => state.top(top),
            Action::Copy => state.copy(),
            Action::Remove(index) => state.remove(index),
            Action::Take(arrival) => state.take(arrival),
            Action::Return(work) => state.go_back(work),
            Action::Offer(offer) => state.offer = Some(offer),
            Action::Decline => state.offer = None,
            Action::Notice(notice) => state.notice = Some(notice),
            Action::Dismiss => state.notice = None,
            Action::Start(id) => {
                state.work = state.work.edited(&state.source, Edit::Deelnemer(id));
            }
            Action::Memory(memory) => state.memory = memory,
            Action::Say(text) => state.said = Some(text),
            Action::ToggleLink => state.sharing = !state.sharing,
            Action::ToggleFile => state.filing = !state.filing,
            Action::Show(pointed) => state.open = pointed,
            Action::Year(jaar) => state.year(jaar),
            Action::Point(place, amount) => {
                let pointed = Some((place, amount));
                state.open = if state.open == pointed { None } else { pointed };
            }
            Action::Close => state.open = None,
            Action::Cents(cents) => state.cents = cents,
            Action::ToggleChoices => state.choices_open = !state.choices_open,
            Action::Inwoners(deelnemer, count) => state.inwoners.put(deelnemer, count),
        }
        let types_on = match (&self.typing, &state.typing) {
            (Some(before), Some(now)) => before.same_place(now),
            // What was typed is taken back: that undoes the step, and is none.
            (Some(_), None) => state.past.len() < self.past.len(),
            (None, _) => false,
        };
        if state.work != self.work {
            state.in_force = Rc::new(state.work.in_force(&state.source));
            state.step = state.step.wrapping_add(u32::from(!types_on && !has_step));
        }
        Rc::new(state)
    }
}
