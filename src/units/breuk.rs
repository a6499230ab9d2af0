//! An exact fraction of two wide integers: the one place where numbers are multiplied and divided.

use std::cmp::Ordering;
use std::ops::{Add, Mul, Neg, Sub};

use ethnum::I256;
use rust_decimal::Decimal;

/// An exact fraction. Nothing is lost between the values that go in and the one rounding at the end.
///
/// The widest product of a document within its limits (rekenmodel 1: 10^12 cents × 10^8 × five shares of
/// four decimals) is 10^40 over 10^30; a comparison multiplies crosswise to 10^70. Both stay far below
/// 2^255 ≈ 10^76, so no operation here can overflow.
///
/// Aligned to a machine word: for what is aligned to sixteen bytes the allocator of WebAssembly takes a slow
/// way round, and every term holds such values.
#[derive(Clone, Copy, Debug)]
#[repr(Rust, packed(8))]
pub struct Breuk {
    teller: I256,
    /// Always above zero.
    noemer: I256,
}

impl Breuk {
    /// Nothing.
    pub const NUL: Self = Self { teller: I256::ZERO, noemer: I256::ONE };

    /// A whole number.
    pub fn whole(waarde: i128) -> Self {
        Self { teller: I256::from(waarde), noemer: I256::ONE }
    }

    /// `teller` hundredths, as in an amount of cents.
    pub fn hundredths(teller: i128) -> Self {
        Self { teller: I256::from(teller), noemer: HUNDRED }
    }

    /// The exact value of a decimal.
    pub fn from_decimal(decimal: Decimal) -> Self {
        let decimal = decimal.normalize();
        let noemer = I256::from(10_i128).pow(decimal.scale());
        Self { teller: I256::from(decimal.mantissa()), noemer }
    }

    /// The quotient, or nothing where the divisor is zero.
    pub fn checked_div(self, divisor: Self) -> Option<Self> {
        let (by, noemer) = (divisor.teller, divisor.noemer);
        let (teller, by) = match by.cmp(&I256::ZERO) {
            Ordering::Equal => return None,
            Ordering::Greater => (times(self.teller, noemer), by),
            Ordering::Less => (-times(self.teller, noemer), -by),
        };
        Some(Self { teller, noemer: times(self.noemer, by) })
    }

    /// Hundred times the value as a whole number, half away from zero: the cents of an amount in euros.
    pub fn to_hundredths(self) -> i128 {
        let Self { teller, noemer } = self;
        if noemer == HUNDRED {
            return teller.as_i128();
        }
        let hundred = times(teller, HUNDRED);
        if let (Some(teller), Some(noemer)) = (small(hundred), small(noemer)) {
            let half = if teller < 0 { -(noemer / 2) } else { noemer / 2 };
            // An odd noemer has no exact half, so adding its floor decides as half away from zero does.
            return i128::from(teller.saturating_add(half) / noemer);
        }
        let half = noemer / I256::from(2_i128);
        let half = if hundred < I256::ZERO { -half } else { half };
        let rounded: I256 = (hundred + half) / noemer;
        // Within the limits of the documents the result is below 10^21.
        rounded.as_i128()
    }

    /// Whether the value is above zero.
    pub fn is_positive(self) -> bool {
        let teller = self.teller;
        teller > I256::ZERO
    }

    /// Whether the value is zero.
    pub fn is_zero(self) -> bool {
        let teller = self.teller;
        teller == I256::ZERO
    }

    /// Numerator and denominator in lowest terms, as decimal text: what a second calculator can check.
    pub fn lowest_terms(self) -> (I256, I256) {
        let Self { teller, noemer } = self;
        let gcd = gcd(teller.abs(), noemer);
        (teller / gcd, noemer / gcd)
    }

    /// The value as a decimal, when it has one of at most `decimals` places.
    pub fn exact_decimal(self, decimals: u32) -> Option<Decimal> {
        let (mut teller, noemer) = self.lowest_terms();
        // The fewest places that hold it: a decimal has 28 digits for the whole and the fraction together.
        for places in 0..=decimals {
            if teller % noemer == I256::ZERO {
                let mantissa = i128::try_from(teller / noemer).ok()?;
                return Decimal::try_from_i128_with_scale(mantissa, places).ok();
            }
            teller = teller.checked_mul(I256::from(10_i128))?;
        }
        None
    }

    /// The value rounded to `decimals` places, half away from zero: only for showing.
    pub fn rounded_decimal(self, decimals: u32) -> Option<Decimal> {
        let scale = I256::from(10_i128).checked_pow(decimals)?;
        let Self { teller, noemer } = self;
        let scaled = teller.checked_mul(scale)?;
        let half = noemer / I256::from(2_i128);
        let half = if scaled < I256::ZERO { -half } else { half };
        let mantissa = i128::try_from((scaled + half) / noemer).ok()?;
        Decimal::try_from_i128_with_scale(mantissa, decimals)
            .ok()
            .map(|decimal| decimal.normalize())
    }
}

const HUNDRED: I256 = I256::new(100);

/// A product; small factors, the usual case, take one machine multiplication.
fn times(a: I256, b: I256) -> I256 {
    match (small(a), small(b)) {
        (Some(a), Some(b)) if fits(a, b) => I256::from(i128::from(a.wrapping_mul(b))),
        _ => a * b,
    }
}

/// Whether the product of two numbers of so many bits stays within a machine word.
fn fits(a: i64, b: i64) -> bool {
    a.unsigned_abs().leading_zeros() + b.unsigned_abs().leading_zeros() > i64::BITS
}

fn small(waarde: I256) -> Option<i64> {
    i64::try_from(waarde).ok()
}

fn gcd(mut a: I256, mut b: I256) -> I256 {
    while b != I256::ZERO {
        (a, b) = (b, a % b);
    }
    a.max(I256::ONE)
}

impl Add for Breuk {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let (one, two) = (self.noemer, other.noemer);
        if one == two {
            return Self { teller: self.teller + other.teller, noemer: one };
        }
        let gcd = gcd(one, two);
        let (left, right) = (two / gcd, one / gcd);
        let teller = times(self.teller, left) + times(other.teller, right);
        Self { teller, noemer: times(one, left) }
    }
}

impl Neg for Breuk {
    type Output = Self;
    fn neg(self) -> Self {
        Self { teller: -self.teller, noemer: self.noemer }
    }
}

impl Sub for Breuk {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Breuk {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self { teller: times(self.teller, other.teller), noemer: times(self.noemer, other.noemer) }
    }
}

impl PartialEq for Breuk {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Breuk {}

impl PartialOrd for Breuk {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Breuk {
    fn cmp(&self, other: &Self) -> Ordering {
        let (left, right) = if { self.noemer } == { other.noemer } {
            (self.teller, other.teller)
        } else {
            (times(self.teller, other.noemer), times(other.teller, self.noemer))
        };
        left.cmp(&right)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breuk(teller: i128, noemer: i128) -> Breuk {
        Breuk::whole(teller).checked_div(Breuk::whole(noemer)).unwrap()
    }

    #[test]
    fn half_a_cent_goes_away_from_zero() {
        for (teller, noemer, cents) in [
            (1, 200, 1),
            (-1, 200, -1),
            (1, 201, 0),
            (-1, 201, 0),
            (3, 200, 2),
            (1, 3, 33),
            (-2, 3, -67),
            (0, 7, 0),
        ] {
            assert_eq!(breuk(teller, noemer).to_hundredths(), cents, "{teller}/{noemer}");
        }
    }

    #[test]
    fn wide_and_small_numbers_round_alike() {
        let wide = 10_i128.pow(30);
        for teller in -400..400 {
            let small = breuk(teller, 7);
            let same = Breuk::whole(teller * wide).checked_div(Breuk::whole(7 * wide)).unwrap();
            assert_eq!(small.to_hundredths(), same.to_hundredths(), "{teller}/7");
            assert_eq!(small, same);
        }
    }

    #[test]
    fn the_widest_product_of_a_document_is_exact() {
        let share = breuk(9_999, 10_000);
        let bedrag = Breuk::hundredths(10_i128.pow(12) - 1);
        let omvang = Breuk::whole(10_i128.pow(8) - 1);
        let product = (0..5).fold(bedrag * omvang, |product, _| product * share);
        let (teller, noemer) = product.lowest_terms();
        let expected = I256::from(10_i128.pow(12) - 1)
            * I256::from(10_i128.pow(8) - 1)
            * I256::from(9_999_i128.pow(5));
        let scale = I256::from(10_i128).pow(22);
        assert_eq!(teller * (scale / noemer), expected);
        assert!(product > product * share);
    }

    #[test]
    fn a_sum_of_unlike_fractions_is_exact() {
        assert_eq!(breuk(1, 6) + breuk(1, 10), breuk(4, 15));
        assert_eq!(breuk(1, 6) - breuk(1, 6), Breuk::NUL);
        assert!(Breuk::whole(1).checked_div(Breuk::NUL).is_none());
        assert_eq!(Breuk::whole(1).checked_div(breuk(-1, 2)), Some(Breuk::whole(-2)));
    }

    #[test]
    fn a_decimal_comes_back_as_it_went_in() {
        let decimal: Decimal = "-2088582.5".parse().unwrap();
        assert_eq!(Breuk::from_decimal(decimal).exact_decimal(8), Some(decimal));
        assert_eq!(Breuk::from_decimal(decimal).exact_decimal(28), Some(decimal));
        assert_eq!(breuk(1, 3).exact_decimal(8), None);
        assert_eq!(breuk(2, 3).rounded_decimal(2), Some("0.67".parse().unwrap()));
    }
}
