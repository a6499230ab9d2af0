//! The units as types: what makes no sense does not compile.

/// Euros, in whole cents once rounded.
#[derive(Clone, Copy, Debug)]
pub struct Bedrag;

/// A count: dwangbevelen, dossiers, fte. Inside a trechter exact, never rounded to whole documents.
#[derive(Clone, Copy, Debug)]
pub struct Aantal;

/// A share or ratio; typed ones lie between 0 and 1.
#[derive(Clone, Copy, Debug)]
pub struct Aandeel;

/// The unit of a value that is only known when a document is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Eenheid {
    /// Euros with two decimals.
    Euro,
    /// A count, whole.
    Aantal,
    /// A share with four decimals.
    Aandeel,
}

impl Eenheid {
    /// All units, in the order of the schemas.
    pub const ALL: [Self; 3] = [Self::Euro, Self::Aantal, Self::Aandeel];

    /// The most decimals of a value in a document.
    pub const fn decimals(self) -> u32 {
        match self {
            Self::Euro => 2,
            Self::Aantal => 0,
            Self::Aandeel => 4,
        }
    }

    /// The word in documents and on screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Euro => "euro",
            Self::Aantal => "aantal",
            Self::Aandeel => "aandeel",
        }
    }
}

/// A unit that a term can carry.
pub trait Unit: Copy {
    /// The same unit as a value.
    const EENHEID: Eenheid;
}

impl Unit for Bedrag {
    const EENHEID: Eenheid = Eenheid::Euro;
}

impl Unit for Aantal {
    const EENHEID: Eenheid = Eenheid::Aantal;
}

impl Unit for Aandeel {
    const EENHEID: Eenheid = Eenheid::Aandeel;
}
