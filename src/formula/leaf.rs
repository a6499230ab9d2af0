//! A value that a formula starts from, with where it comes from and how sure it is.

use std::fmt;
use std::rc::Rc;

use rust_decimal::Decimal;

use super::naam::{Id, cell_word, prefix};
use crate::units::{Breuk, Eenheid, Jaar};

/// How sure a value is. These words everywhere: in documents, on screen, in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Stated in the proposal.
    Bron,
    /// Stated in another public source.
    Openbaar,
    /// Arithmetic on sources, shown.
    Afgeleid,
    /// Ours.
    Aanname,
    /// Typed by the user.
    Eigen,
    /// No one has said it.
    Onbekend,
}

impl Status {
    /// All, from most to least sure.
    pub const ALL: [Self; 6] =
        [Self::Bron, Self::Openbaar, Self::Afgeleid, Self::Aanname, Self::Eigen, Self::Onbekend];

    /// The word in documents and on screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Bron => "bron",
            Self::Openbaar => "openbaar",
            Self::Afgeleid => "afgeleid",
            Self::Aanname => "aanname",
            Self::Eigen => "eigen",
            Self::Onbekend => "onbekend",
        }
    }

    /// The status with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Herkomst {
    /// The id of a document of the publicatie; nothing for a value of the user.
    pub bron: Option<Id>,
    /// The section in that document, or the reason for an aanname or afgeleide waarde.
    pub paragraaf: Rc<str>,
}

/// One value: a parameter in a year, a choice, an own figure.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// The id of the parameter.
    pub id: Id,
    /// The year it holds for, where it differs per year.
    pub jaar: Option<Jaar>,
    /// The deelnemer it belongs to, where it is one deelnemer's own.
    pub deelnemer: Option<Id>,
    /// Whether it is of the proposal that a typed bijdrage contains, where the scenario can differ.
    pub voorstel: bool,
    /// Its unit.
    pub eenheid: Eenheid,
    /// The value; nothing when it is onbekend.
    pub waarde: Option<Breuk>,
    /// The lowest and highest value of its band; equal to the value when it has none.
    pub laag: Option<Breuk>,
    /// See `laag`.
    pub hoog: Option<Breuk>,
    /// How sure it is.
    pub status: Status,
    /// Where it comes from.
    pub herkomst: Rc<Herkomst>,
}

impl Leaf {
    /// A value for an example in the documentation, marked as aanname.
    pub fn example(id: &str, waarde: &str) -> Self {
        let waarde = waarde.parse::<Decimal>().ok().map(Breuk::from_decimal);
        Self {
            id: id.into(),
            jaar: None,
            deelnemer: None,
            voorstel: false,
            eenheid: Eenheid::Aantal,
            waarde,
            laag: waarde,
            hoog: waarde,
            status: if waarde.is_some() { Status::Aanname } else { Status::Onbekend },
            herkomst: Rc::new(Herkomst { bron: None, paragraaf: "voorbeeld".into() }),
        }
    }
}

/// The name of its cell: `uitbesteding_bedrag`, `baten_nieuw_2022`, `bijdrage_2022_zwolle`.
impl fmt::Display for Leaf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", prefix(self.voorstel), cell_word(&self.id))?;
        self.jaar.iter().try_for_each(|jaar| write!(f, "_{jaar}"))?;
        self.deelnemer.iter().try_for_each(|id| write!(f, "_{}", cell_word(id)))
    }
}
