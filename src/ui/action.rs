//! What can happen on the page: what a person does, and what comes of an address, a link or a file.

use std::num::NonZeroU32;

use bijdragewijzer::formula::Id;
use bijdragewijzer::scenario::Edit;
use bijdragewijzer::units::Jaar;
use bijdragewijzer::view::{AmountRef, PageField};

use super::place::{Place, Pointed, Section};
use super::work::{Arrival, Notice, Offer, Work};

/// A field whose text does not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The id of the field.
    pub(crate) id: String,
    pub(crate) label: String,
    /// What is wrong, and what to do.
    pub(crate) text: String,
}

/// What a person does.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// Changes the scenario.
    Edit(Edit),
    /// Changes it by a value that is being typed or slid: more of that is the same change.
    Type(Edit),
    /// Changes it in one step that has more parts: what was pasted over more fields.
    Edits(Vec<Edit>),
    /// What is being typed no longer reads: the scenario is again as it was before the typing.
    Unread,
    /// Leaves a field: what is typed next is another change.
    Settle,
    /// A field was left with a text that does not read.
    Fault(Fault),
    /// The field with this id reads again, or is gone.
    Mended(String),
    Undo,
    Redo,
    /// Undoes the opening of what replaced the work that was there, and all that came after it.
    Revert,
    /// Goes to a section.
    Go(Section),
    /// Shows another scenario.
    Top(usize),
    /// Puts a copy of the shown scenario beside it.
    Copy,
    /// Takes a scenario away.
    Remove(usize),
    /// Takes over what was opened.
    Take(Arrival),
    /// Goes back to what the address says: a step of the browser's own.
    Return(Work),
    /// Something was opened that did not come through whole.
    Offer(Offer),
    /// Leaves what was offered for what it is.
    Decline,
    /// Something is to be said until it is dismissed.
    Notice(Notice),
    /// It was read.
    Dismiss,
    /// Starts with the organisation that this device remembers.
    Start(Id),
    /// What this device remembers now.
    Memory(Option<Id>),
    /// Says what was just done.
    Say(String),
    /// Shows or hides the link to what is on the page.
    ToggleLink,
    /// Shows or hides saving and opening.
    ToggleFile,
    /// Shows what the address says: a herleiding, or none.
    Show(Option<Pointed>),
    /// Shows another year in Alle deelnemers; nothing: its first.
    Year(Option<Jaar>),
    /// Opens the herleiding of an amount, or closes it when it is open.
    Point(Place, AmountRef),
    /// Closes the herleiding.
    Close,
    /// Shows cents or whole euros.
    Cents(bool),
    /// Opens or closes the choices on a narrow page.
    ToggleChoices,
    /// Goes to a field, wherever it stands.
    Seek(PageField),
    /// The field that was sought has the focus.
    Found,
    /// How many inwoners an organisation has.
    Inwoners(Id, Option<NonZeroU32>),
}
