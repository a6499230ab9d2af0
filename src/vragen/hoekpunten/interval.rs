//! All values from a lowest to a highest, both included. Every operation contains what it should; it is wider
//! only where a [`Ratio`] did not fit or one value was used twice.

use super::ratio::{Ratio, Side};
use crate::units::Breuk;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Interval {
    pub(super) lo: Ratio,
    pub(super) hi: Ratio,
}

impl Interval {
    pub(super) const NUL: Self = Self::point(Ratio::NUL);
    pub(super) const ONE: Self = Self::point(Ratio::ONE);

    pub(super) const fn point(ratio: Ratio) -> Self {
        Self { lo: ratio, hi: ratio }
    }

    pub(super) fn of(breuk: Breuk) -> Self {
        Self { lo: Ratio::of(breuk, Side::Down), hi: Ratio::of(breuk, Side::Up) }
    }

    pub(super) fn quotient(teller: u128, noemer: u128) -> Self {
        let of = |side| Ratio::quotient(teller, noemer, side);
        Self { lo: of(Side::Down), hi: of(Side::Up) }
    }

    pub(super) fn is_point(self) -> bool {
        self.lo == self.hi
    }

    pub(super) fn is_nul(self) -> bool {
        self == Self::NUL
    }

    /// Nowhere below zero.
    pub(super) const fn rises(self) -> bool {
        self.lo.signum() >= 0
    }

    /// Nowhere above zero.
    pub(super) const fn falls(self) -> bool {
        self.hi.signum() <= 0
    }

    pub(super) const fn negative(self) -> Self {
        Self { lo: self.hi.negative(), hi: self.lo.negative() }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self { lo: self.lo.plus(other.lo, Side::Down), hi: self.hi.plus(other.hi, Side::Up) }
    }

    pub(super) fn times(self, other: Self) -> Self {
        if other.is_point() {
            return self.scaled(other.lo);
        }
        if self.is_point() {
            return other.scaled(self.lo);
        }
        let lower = self.scaled(other.lo);
        let upper = self.scaled(other.hi);
        lower.hull(upper)
    }

    fn scaled(self, by: Ratio) -> Self {
        let (lo, hi) = if by.signum() < 0 { (self.hi, self.lo) } else { (self.lo, self.hi) };
        Self { lo: lo.times(by, Side::Down), hi: hi.times(by, Side::Up) }
    }

    /// One divided by each. The door lets no divisor through that can be zero; one that spans it all the same
    /// bounds nothing.
    pub(super) fn inverse(self) -> Self {
        match (self.lo.signum() * self.hi.signum(), self.hi.inverse(), self.lo.inverse()) {
            (1, Some(lo), Some(hi)) => Self { lo, hi },
            _ => Self { lo: Ratio::BEYOND.negative(), hi: Ratio::BEYOND },
        }
    }

    /// The smallest interval around both.
    pub(super) fn hull(self, other: Self) -> Self {
        Self { lo: self.lo.min(other.lo), hi: self.hi.max(other.hi) }
    }

    /// The smaller of a value of this and a value of the other.
    pub(super) fn least(self, other: Self) -> Self {
        Self { lo: self.lo.min(other.lo), hi: self.hi.min(other.hi) }
    }
}
