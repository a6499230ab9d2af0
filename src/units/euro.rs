//! An amount of money in whole cents.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use rust_decimal::Decimal;

use super::Breuk;

/// An amount in cents. As an effect on the bijdrage: + when it rises (nadeel), − when it falls (voordeel).
/// Aligned to a machine word, as [`Breuk`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(Rust, packed(8))]
pub struct Euro(i128);

impl Euro {
    /// Nothing.
    pub const NUL: Self = Self(0);

    /// So many cents.
    pub const fn from_cents(cents: i128) -> Self {
        Self(cents)
    }

    /// The whole cents.
    pub const fn cents(self) -> i128 {
        self.0
    }

    /// The decimal's cents, or nothing when it has more than two decimals.
    pub fn from_decimal(decimal: Decimal) -> Option<Self> {
        let decimal = decimal.normalize();
        let scale = 2_u32.checked_sub(decimal.scale())?;
        decimal.mantissa().checked_mul(10_i128.checked_pow(scale)?).map(Self)
    }

    /// The amount as an exact fraction of a euro.
    pub fn breuk(self) -> Breuk {
        Breuk::hundredths(self.0)
    }

    /// The amount without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.abs())
    }
}

/// As in every document: `-107139.58`, two decimals, ASCII minus, no `-0.00`.
impl fmt::Display for Euro {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

impl Add for Euro {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Euro {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Euro {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Euro {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::NUL, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_writes_two_decimals_and_never_minus_zero() {
        for (cents, text) in
            [(0, "0.00"), (-5, "-0.05"), (5, "0.05"), (-10_713_958, "-107139.58"), (100, "1.00")]
        {
            assert_eq!(Euro::from_cents(cents).to_string(), text);
        }
    }

    #[test]
    fn it_refuses_a_third_decimal() {
        assert_eq!(Euro::from_decimal("1.5".parse().unwrap()), Some(Euro::from_cents(150)));
        assert_eq!(Euro::from_decimal("1.500".parse().unwrap()), Some(Euro::from_cents(150)));
        assert_eq!(Euro::from_decimal("1.505".parse().unwrap()), None);
    }
}
