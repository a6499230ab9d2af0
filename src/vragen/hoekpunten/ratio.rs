//! A fraction in lowest terms that cannot overflow: where an outcome becomes too wide for it, it is rounded to
//! the side that is asked for.
//!
//! A [`Breuk`] is made for one product and one division. Here many unrounded posts are added, each with its
//! own divisor and a share of its own, and their common divisor can grow without bound.

use std::cmp::Ordering;

use ethnum::I256;

use crate::units::Breuk;

/// To which side an outcome gives way that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Down,
    Up,
}

/// Both parts stay below 2^126 in size, so that no product or sum of two of them passes 2^253.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ratio {
    teller: i128,
    /// Always above zero.
    noemer: i128,
}

/// The largest size of a part, in bits; and the size to which a part that does not fit is brought back.
const BITS: u32 = 126;
const SHORT: u32 = 120;

impl Ratio {
    pub(super) const NUL: Self = Self { teller: 0, noemer: 1 };
    pub(super) const ONE: Self = Self { teller: 1, noemer: 1 };
    /// Above everything that the documents allow (rekenmodel 1), even as a slope.
    pub(super) const BEYOND: Self = Self { teller: 1 << SHORT, noemer: 1 };

    pub(super) fn of(breuk: Breuk, side: Side) -> Self {
        let (teller, noemer) = breuk.lowest_terms();
        narrow(teller, noemer, side)
    }

    /// A quotient of whole numbers, such as a weight of the sum of the weights.
    pub(super) fn quotient(teller: u128, noemer: u128, side: Side) -> Self {
        narrow(I256::from(teller), I256::from(noemer.max(1)), side)
    }

    pub(super) fn breuk(self) -> Breuk {
        Breuk::whole(self.teller).checked_div(Breuk::whole(self.noemer)).unwrap_or(Breuk::NUL)
    }

    /// Whole cents, to this side.
    pub(super) fn cents(self, side: Side) -> i128 {
        let hundred = I256::from(self.teller) * I256::from(100_i128);
        let noemer = I256::from(self.noemer);
        let rest = hundred.rem_euclid(noemer);
        let floor = (hundred - rest) / noemer;
        floor.as_i128() + i128::from(side == Side::Up && rest != I256::ZERO)
    }

    pub(super) const fn signum(self) -> i128 {
        self.teller.signum()
    }

    pub(super) const fn negative(self) -> Self {
        Self { teller: -self.teller, noemer: self.noemer }
    }

    pub(super) fn plus(self, other: Self, side: Side) -> Self {
        if self.teller == 0 {
            return other;
        }
        if other.teller == 0 {
            return self;
        }
        match (self.small(), other.small()) {
            (Some(left), Some(right)) => reduced(
                i128::from(left.0) * i128::from(right.1) + i128::from(right.0) * i128::from(left.1),
                i128::from(left.1) * i128::from(right.1),
            ),
            _ => {
                let teller = wide(self.teller, other.noemer) + wide(other.teller, self.noemer);
                narrow(teller, wide(self.noemer, other.noemer), side)
            }
        }
    }

    pub(super) fn times(self, other: Self, side: Side) -> Self {
        if self.teller == 0 || other.teller == 0 {
            return Self::NUL;
        }
        if self == Self::ONE {
            return other;
        }
        if other == Self::ONE {
            return self;
        }
        match (self.small(), other.small()) {
            (Some(left), Some(right)) => reduced(
                i128::from(left.0) * i128::from(right.0),
                i128::from(left.1) * i128::from(right.1),
            ),
            _ => narrow(wide(self.teller, other.teller), wide(self.noemer, other.noemer), side),
        }
    }

    /// One divided by it; nothing for zero. Exact always.
    pub(super) const fn inverse(self) -> Option<Self> {
        match self.teller.signum() {
            0 => None,
            1 => Some(Self { teller: self.noemer, noemer: self.teller }),
            _ => Some(Self { teller: -self.noemer, noemer: -self.teller }),
        }
    }

    /// Both parts, where the usual case holds that they are small; 2^62 leaves room for a sum of two products.
    fn small(self) -> Option<(i64, i64)> {
        let fits =
            |part: i128| i64::try_from(part).ok().filter(|part| part.unsigned_abs() < 1 << 62);
        Some((fits(self.teller)?, fits(self.noemer)?))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.noemer == other.noemer || self.teller.signum() != other.teller.signum() {
            return self.teller.cmp(&other.teller);
        }
        match (self.small(), other.small()) {
            (Some(left), Some(right)) => (i128::from(left.0) * i128::from(right.1))
                .cmp(&(i128::from(right.0) * i128::from(left.1))),
            _ => wide(self.teller, other.noemer).cmp(&wide(other.teller, self.noemer)),
        }
    }
}

fn wide(left: i128, right: i128) -> I256 {
    I256::from(left) * I256::from(right)
}

/// In lowest terms; both parts fit.
fn reduced(teller: i128, noemer: i128) -> Ratio {
    let gcd = i128::try_from(gcd(teller.unsigned_abs(), noemer.unsigned_abs())).unwrap_or(1);
    Ratio { teller: teller / gcd, noemer: noemer / gcd }
}

/// In lowest terms; where that is too wide, the nearest that fits on this side. `noemer` is above zero.
fn narrow(teller: I256, noemer: I256, side: Side) -> Ratio {
    let gcd = wide_gcd(teller.abs(), noemer);
    let (teller, noemer) = (teller / gcd, noemer / gcd);
    let size = teller.abs();
    let bits = (256 - size.leading_zeros()).max(256 - noemer.leading_zeros());
    if bits <= BITS {
        return Ratio { teller: teller.as_i128(), noemer: noemer.as_i128() };
    }
    let drop = bits - SHORT;
    let (size, noemer) = ((size >> drop).as_i128(), (noemer >> drop).as_i128());
    // Away from zero: a larger numerator over a smaller divisor; towards zero the other way round.
    let away = (side == Side::Up) == (teller > I256::ZERO);
    let size = match (away, noemer) {
        (true, 0) => Ratio::BEYOND,
        (true, _) => reduced(size + 1, noemer),
        (false, _) => reduced(size, noemer + 1),
    };
    if teller > I256::ZERO { size } else { size.negative() }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        if let (Ok(small_a), Ok(small_b)) = (u64::try_from(a), u64::try_from(b)) {
            return u128::from(small_gcd(small_a, small_b));
        }
        (a, b) = (b, a % b);
    }
    a.max(1)
}

const fn small_gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

fn wide_gcd(mut a: I256, mut b: I256) -> I256 {
    while b != I256::ZERO {
        if let (Ok(small_a), Ok(small_b)) = (u128::try_from(a), u128::try_from(b)) {
            return I256::from(gcd(small_a, small_b));
        }
        (a, b) = (b, a % b);
    }
    a.max(I256::ONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(teller: i128, noemer: i128) -> Ratio {
        narrow(I256::from(teller), I256::from(noemer), Side::Down)
    }

    #[test]
    fn what_fits_is_exact() {
        assert_eq!(ratio(1, 6).plus(ratio(1, 10), Side::Down), ratio(4, 15));
        assert_eq!(ratio(-5, 6).times(ratio(3, 10), Side::Up), ratio(-1, 4));
        let wide = ratio(10_i128.pow(35), 7);
        assert_eq!(wide.times(ratio(7, 10_i128.pow(35)), Side::Down), Ratio::ONE);
        assert!(ratio(1, 3) < ratio(34, 100) && ratio(-1, 3) > ratio(-34, 100));
        assert_eq!(ratio(-1, 8).cents(Side::Down), -13);
        assert_eq!(ratio(-1, 8).cents(Side::Up), -12);
        assert_eq!(ratio(25, 100).cents(Side::Up), 25);
    }

    #[test]
    fn what_does_not_fit_gives_way_to_its_side() {
        // Two divisors without a common factor, together 230 bits.
        let (left, right) = (ratio(2, 3_i128.pow(72)), ratio(3, 2_i128.pow(114)));
        for (left, right) in [(left, right), (left.negative(), right), (right, left.negative())] {
            let low = left.plus(right, Side::Down);
            let high = left.plus(right, Side::Up);
            let rest = right.negative();
            assert!(low < high);
            assert!(low.plus(rest, Side::Down) <= left && left <= high.plus(rest, Side::Up));
            let low = left.times(right, Side::Down);
            let high = left.times(right, Side::Up);
            assert!(low < high && low.signum() * left.signum() * right.signum() >= 0);
        }
    }
}
