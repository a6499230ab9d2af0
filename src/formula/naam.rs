//! What a post, total or step is called: its id, and where it stands.

use std::fmt;
use std::rc::Rc;

use crate::units::Jaar;

/// An id of a document: glossary words in lower case, digits, `_` and `-`.
pub type Id = Rc<str>;

/// Whether two ids are equal. Mostly they are the very same, and then no letter is compared.
pub(crate) fn same_id(one: &Id, other: &Id) -> bool {
    Rc::ptr_eq(one, other) || one == other
}

/// Which part of the bijdrage a post belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deel {
    /// In the begroting.
    Begroot,
    /// Settled afterwards, in the jaarrekening.
    Verrekening,
}

impl Deel {
    /// Both, in the order of the year.
    pub const ALL: [Self; 2] = [Self::Begroot, Self::Verrekening];

    /// The word in documents and on screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Begroot => "begroot",
            Self::Verrekening => "verrekening",
        }
    }

    /// The part with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deel| deel.word() == word)
    }
}

/// The name of a post, total or step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naam {
    /// For example `ophoging` or `aantal_minder_dwangbevelen`.
    pub id: Id,
    /// The part it stands in, where the id stands in both.
    pub deel: Option<Deel>,
    /// The year it belongs to.
    pub jaar: Jaar,
    /// The deelnemer, where it is one deelnemer's own.
    pub deelnemer: Option<Id>,
    /// Whether it is of the proposal that a typed bijdrage contains, beside the scenario itself.
    pub voorstel: bool,
}

impl Naam {
    /// A name in a year.
    pub fn new(id: impl Into<Id>, jaar: Jaar) -> Self {
        Self { id: id.into(), deel: None, jaar, deelnemer: None, voorstel: false }
    }

    /// The same in one part.
    #[must_use]
    pub fn in_deel(self, deel: Deel) -> Self {
        Self { deel: Some(deel), ..self }
    }

    /// The same for one deelnemer.
    #[must_use]
    pub fn of_deelnemer(self, deelnemer: impl Into<Id>) -> Self {
        Self { deelnemer: Some(deelnemer.into()), ..self }
    }
}

/// The name of its cell: `ophoging_begroot_2022`, `reservering_verrekening_2022_zwolle`,
/// `voorstel_effect_2022`.
impl fmt::Display for Naam {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let deel = self.deel.map_or("", Deel::word);
        let under = if deel.is_empty() { "" } else { "_" };
        write!(f, "{}{}{under}{deel}_{}", prefix(self.voorstel), cell_word(&self.id), self.jaar)?;
        self.deelnemer.iter().try_for_each(|id| write!(f, "_{}", cell_word(id)))
    }
}

/// What the names of the proposal beside the scenario begin with; no id of a document does.
pub(crate) const VOORSTEL: &str = "voorstel_";

pub(super) const fn prefix(voorstel: bool) -> &'static str {
    if voorstel { VOORSTEL } else { "" }
}

/// An id as part of a cell name, where a hyphen would be a minus.
pub(crate) fn cell_word(id: &str) -> String {
    id.replace('-', "_")
}
