//! A verdeelsleutel with its receivers by name, ready to divide and to explain.

use super::naam::Id;
use crate::units::Verdeelwijze;

/// The key under which a post is divided.
#[derive(Clone, Debug)]
pub struct Sleutel {
    /// Its id in the publicatie.
    pub id: Id,
    /// Its cell names start with this: the id, or with own weights an id that no other key has.
    pub deelnemers: Vec<Id>,
    /// The blocks of a key in two steps, in the order of the publicatie.
    pub blokken: Vec<SleutelBlok>,
    /// How it divides.
    pub wijze: Verdeelwijze,
}

/// A block of deelnemers by name.
#[derive(Clone, Debug)]
pub struct SleutelBlok {
    /// Its id in the publicatie, for example `gemeenten`.
    pub id: Id,
}

impl Sleutel {
    /// Whether the deelnemer carries any of what is divided under this key.
    pub fn carries(&self, deelnemer: usize) -> bool {
        self.wijze.carries(deelnemer)
    }
}
