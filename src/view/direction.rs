//! Up or down: the word and the letter come before the sign and the colour.

use crate::units::Euro;

/// What the letters beside amounts mean.
pub const LETTERS: &str = "V\u{a0}=\u{a0}voordeel (lagere bijdrage), N\u{a0}=\u{a0}nadeel.";

/// What an amount does to the bijdrage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It falls: voordeel, V.
    Falls,
    /// It rises: nadeel, N.
    Rises,
    /// It stays the same.
    Same,
}

impl Direction {
    /// The direction of an effect on the bijdrage.
    pub fn of(euro: Euro) -> Self {
        match euro.cents().signum() {
            -1 => Self::Falls,
            1 => Self::Rises,
            _ => Self::Same,
        }
    }

    /// The direction of an effect as it is written: what rounding leaves nothing of has none.
    pub(super) fn as_written(euro: Euro, text: &str) -> Self {
        let is_nought = !text.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
        if is_nought { Self::Same } else { Self::of(euro) }
    }

    /// The letter beside an amount, and what it stands for.
    pub const fn letter(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Falls => Some(("V", "voordeel")),
            Self::Rises => Some(("N", "nadeel")),
            Self::Same => None,
        }
    }

    /// The verb of a sentence.
    pub const fn verb(self) -> &'static str {
        match self {
            Self::Falls => "daalt",
            Self::Rises => "stijgt",
            Self::Same => "blijft gelijk",
        }
    }
}

/// A piece of a sentence; with a direction it stands out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// What they say of the bijdrage.
    pub direction: Option<Direction>,
}

impl Piece {
    /// Words that do not stand out.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), direction: None }
    }
}
