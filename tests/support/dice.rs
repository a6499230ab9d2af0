//! What random documents are made from: a row of rolls, read from front to back.
//!
//! A document is a plain function of its rolls, and a row that is used up goes on with zeros, so making
//! rolls smaller makes documents simpler. That is all that shrinking needs.

/// A row of rolls and how far it has been read.
#[derive(Debug)]
pub(crate) struct Dice<'r> {
    rolls: &'r [u32],
    at: usize,
}

impl<'r> Dice<'r> {
    pub(crate) const fn new(rolls: &'r [u32]) -> Self {
        Self { rolls, at: 0 }
    }

    /// The next roll; zero when the row is used up.
    pub(crate) fn roll(&mut self) -> u32 {
        let roll = self.rolls.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        roll
    }

    /// A number below `bound`, and 0 where there is nothing to choose.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        let place = (u128::from(self.roll()) * u128::from(bound)) >> 32;
        u64::try_from(place).unwrap()
    }

    /// A whole number from `low` to `high`, both included; a small roll gives a low one.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high - low).unwrap() + 1;
        low + i64::try_from(self.below(width)).unwrap()
    }

    /// Yes in so many of a hundred rolls; a zero says no.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) >= 100 - percent
    }

    /// One of the items.
    pub(crate) fn pick<'t, T>(&mut self, items: &'t [T]) -> &'t T {
        let place = self.below(u64::try_from(items.len()).unwrap());
        &items[usize::try_from(place).unwrap()]
    }

    /// Those of the items that a roll of this chance lets through, in their order.
    pub(crate) fn some<'t, T>(&mut self, items: &'t [T], percent: u64) -> Vec<&'t T> {
        items.iter().filter(|_| self.chance(percent)).collect()
    }
}
