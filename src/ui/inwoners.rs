//! How many inwoners each organisation has, as far as someone typed it: forgotten with the page.

use std::num::NonZeroU32;

use bijdragewijzer::formula::Id;

/// The numbers that were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Inwoners {
    known: Vec<(Id, NonZeroU32)>,
    /// Whose number is being typed, and what it was before.
    typing: Option<(Id, Option<NonZeroU32>)>,
}

impl Inwoners {
    /// The number of an organisation.
    pub(crate) fn of(&self, deelnemer: &str) -> Option<NonZeroU32> {
        self.known.iter().find(|(id, _)| **id == *deelnemer).map(|(_, count)| *count)
    }

    /// What is typed now.
    pub(crate) fn put(&mut self, deelnemer: Id, count: Option<NonZeroU32>) {
        if self.typing.as_ref().is_none_or(|(id, _)| *id != deelnemer) {
            self.typing = Some((deelnemer.clone(), self.of(&deelnemer)));
        }
        self.set(deelnemer, count);
    }

    /// What is being typed no longer reads: the number is as it was. Whether there was such typing.
    pub(crate) fn unread(&mut self) -> bool {
        let Some((deelnemer, before)) = self.typing.take() else { return false };
        self.set(deelnemer, before);
        true
    }

    /// The field was left.
    pub(crate) fn settle(&mut self) {
        self.typing = None;
    }

    fn set(&mut self, deelnemer: Id, count: Option<NonZeroU32>) {
        self.known.retain(|(id, _)| *id != deelnemer);
        self.known.extend(count.map(|count| (deelnemer, count)));
    }
}
