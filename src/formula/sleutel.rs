//! A verdeelsleutel with its receivers by name, ready to divide and to explain.

use std::cell::RefCell;

use super::naam::Id;
use crate::units::{Euro, Split, Verdeelwijze};

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
    /// Whether each deelnemer has a weight above zero.
    dragers: Vec<bool>,
    /// Room for a division: one post after another is divided under the same key.
    ruimte: RefCell<Split>,
}

/// A block of deelnemers by name.
#[derive(Clone, Debug)]
pub struct SleutelBlok {
    /// Its id in the publicatie, for example `gemeenten`.
    pub id: Id,
}

impl Sleutel {
    /// A key that divides in this way over these deelnemers.
    pub fn new(
        id: Id,
        deelnemers: Vec<Id>,
        blokken: Vec<SleutelBlok>,
        wijze: Verdeelwijze,
    ) -> Self {
        let dragers = wijze.dragers();
        Self { id, deelnemers, blokken, wijze, dragers, ruimte: RefCell::default() }
    }

    /// Whole cents per deelnemer that add up to `cents`.
    pub(super) fn bedragen(&self, cents: i128) -> Vec<Euro> {
        self.wijze.bedragen(cents, &mut self.ruimte.borrow_mut())
    }

    /// Whether the deelnemer carries any of what is divided under this key.
    pub fn carries(&self, deelnemer: usize) -> bool {
        self.dragers.get(deelnemer).copied().unwrap_or(false)
    }
}
