//! A verdeelsleutel with its receivers by name, ready to divide and to explain.

use std::cell::RefCell;
use std::rc::Rc;

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
    /// One post after another is divided under the same key.
    delingen: RefCell<Delingen>,
}

/// The divisions that have been made. A post often has the amount of the year before: what is equal is
/// divided once and shared.
#[derive(Clone, Debug, Default)]
struct Delingen {
    /// In the order of the amounts.
    gemaakt: Vec<(Euro, Rc<[Euro]>)>,
    /// Room for the next one.
    split: Split,
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
        Self { id, deelnemers, blokken, wijze, dragers, delingen: RefCell::default() }
    }

    /// The amount, then that of each deelnemer: whole cents that add up to it.
    pub(super) fn bedragen(&self, bedrag: Euro) -> Rc<[Euro]> {
        let Delingen { gemaakt, split } = &mut *self.delingen.borrow_mut();
        let found = gemaakt.binary_search_by_key(&bedrag, |(known, _)| *known);
        if let Some((_, known)) = found.ok().and_then(|place| gemaakt.get(place)) {
            return Rc::clone(known);
        }
        if gemaakt.len() == gemaakt.capacity() {
            // Before it grows, what no term holds any more goes: a question asks the same posts many times.
            gemaakt.retain(|(_, bedragen)| Rc::strong_count(bedragen) > 1);
        }
        let bedragen: Rc<[Euro]> = self.wijze.bedragen(bedrag, split).into();
        let place = gemaakt.partition_point(|(known, _)| *known < bedrag);
        gemaakt.insert(place, (bedrag, Rc::clone(&bedragen)));
        bedragen
    }

    /// Whether the deelnemer carries any of what is divided under this key.
    pub fn carries(&self, deelnemer: usize) -> bool {
        self.dragers.get(deelnemer).copied().unwrap_or(false)
    }
}
