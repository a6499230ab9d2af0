//! An exact fraction: the one place where numbers are multiplied and divided.

use std::cmp::Ordering;
use std::ops::{Add, Mul, Neg, Sub};

use ethnum::I256;
use rust_decimal::Decimal;

/// An exact fraction. Nothing is lost between the values that go in and the one rounding at the end.
///
/// The widest product of a document within its limits (rekenmodel 1: 10^12 cents × 10^8 × five shares of
/// four decimals) is 10^40 over 10^30; a comparison multiplies crosswise to 10^70. Both stay far below
/// 2^255 ≈ 10^76, so no operation here can overflow.
#[derive(Clone, Copy, Debug)]
pub struct Breuk(Width);

/// The usual fraction takes two machine words, and every operation on it a few instructions. What does not
/// fit is done again in wide integers, so the size never changes an outcome.
#[derive(Clone, Copy, Debug)]
enum Width {
    Small(Small),
    Wide(Wide),
}

/// The denominator is always above zero.
#[derive(Clone, Copy, Debug)]
struct Small {
    teller: i64,
    noemer: i64,
}

/// The denominator is always above zero.
///
/// Aligned to a machine word: for what is aligned to sixteen bytes the allocator of WebAssembly takes a slow
/// way round, and every value of a document holds fractions.
#[derive(Clone, Copy, Debug)]
#[repr(Rust, packed(8))]
struct Wide {
    teller: I256,
    noemer: I256,
}

impl Breuk {
    /// Nothing.
    pub const NUL: Self = Self::small(0, 1);

    const fn small(teller: i64, noemer: i64) -> Self {
        Self(Width::Small(Small { teller, noemer }))
    }

    fn new(teller: I256, noemer: I256) -> Self {
        match (i64::try_from(teller), i64::try_from(noemer)) {
            (Ok(teller), Ok(noemer)) => Self::small(teller, noemer),
            _ => Self(Width::Wide(Wide { teller, noemer })),
        }
    }

    fn wide(&self) -> Wide {
        match self.0 {
            Width::Small(Small { teller, noemer }) => {
                Wide { teller: I256::from(teller), noemer: I256::from(noemer) }
            }
            Width::Wide(wide) => wide,
        }
    }

    /// An operation in machine words; where one does not suffice, in wide integers.
    fn combine<T>(
        &self,
        other: &Self,
        small: impl FnOnce(Small, Small) -> Option<T>,
        wide: impl FnOnce(Wide, Wide) -> T,
    ) -> T {
        if let (Width::Small(one), Width::Small(two)) = (&self.0, &other.0)
            && let Some(outcome) = small(*one, *two)
        {
            return outcome;
        }
        wide(self.wide(), other.wide())
    }

    /// A whole number.
    pub fn whole(waarde: i128) -> Self {
        Self::new(I256::from(waarde), I256::ONE)
    }

    /// `teller` hundredths, as in an amount of cents.
    pub fn hundredths(teller: i128) -> Self {
        match i64::try_from(teller) {
            Ok(teller) => Self::small(teller, 100),
            Err(_) => Self::new(I256::from(teller), HUNDRED),
        }
    }

    /// The exact value of a decimal.
    pub fn from_decimal(decimal: Decimal) -> Self {
        let decimal = decimal.normalize();
        let noemer = I256::from(10_i128).pow(decimal.scale());
        Self::new(I256::from(decimal.mantissa()), noemer)
    }

    /// The quotient, or nothing where the divisor is zero.
    pub fn checked_div(self, divisor: Self) -> Option<Self> {
        let small = |one: Small, by: Small| {
            let upside_down = match by.teller.signum() {
                0 => return Some(None),
                1 => Small { teller: by.noemer, noemer: by.teller },
                _ => Small { teller: -by.noemer, noemer: by.teller.checked_neg()? },
            };
            one.times(upside_down).map(Some)
        };
        self.combine(&divisor, small, |one, by| {
            let (teller, by_teller) = (one.teller * by.noemer, by.teller);
            match by_teller.cmp(&I256::ZERO) {
                Ordering::Equal => None,
                Ordering::Greater => Some(Self::new(teller, one.noemer * by_teller)),
                Ordering::Less => Some(Self::new(-teller, one.noemer * -by_teller)),
            }
        })
    }

    /// Hundred times the value as a whole number, half away from zero: the cents of an amount in euros.
    pub fn to_hundredths(self) -> i128 {
        if let Width::Small(small) = &self.0
            && let Some(hundredths) = small.hundredths()
        {
            return hundredths.into();
        }
        let Wide { teller, noemer } = self.wide();
        let hundred = teller * HUNDRED;
        let half = noemer / I256::from(2_i128);
        let half = if hundred < I256::ZERO { -half } else { half };
        let rounded: I256 = (hundred + half) / noemer;
        // Within the limits of the documents the result is below 10^21.
        rounded.as_i128()
    }

    /// Whether the value is above zero.
    pub fn is_positive(self) -> bool {
        self > Self::NUL
    }

    /// Whether the value is zero.
    pub fn is_zero(self) -> bool {
        self == Self::NUL
    }

    /// Numerator and denominator in lowest terms, as decimal text: what a second calculator can check.
    pub fn lowest_terms(self) -> (I256, I256) {
        let Wide { teller, noemer } = self.wide();
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
        let Wide { teller, noemer } = self.wide();
        let scaled = teller.checked_mul(scale)?;
        let half = noemer / I256::from(2_i128);
        let half = if scaled < I256::ZERO { -half } else { half };
        let mantissa = i128::try_from((scaled + half) / noemer).ok()?;
        Decimal::try_from_i128_with_scale(mantissa, decimals)
            .ok()
            .map(|decimal| decimal.normalize())
    }
}

/// A fraction that is handed on: no larger than the usual one needs, where a [`Breuk`] has room for the
/// widest. In WebAssembly every copy of a `Breuk` is a call.
#[derive(Clone, Debug)]
pub(crate) struct Compact(Result<Small, Box<Breuk>>);

impl From<&Breuk> for Compact {
    #[inline]
    fn from(breuk: &Breuk) -> Self {
        Self(match &breuk.0 {
            Width::Small(small) => Ok(*small),
            Width::Wide(_) => Err(Box::new(*breuk)),
        })
    }
}

impl Compact {
    #[inline]
    pub(crate) fn breuk(&self) -> Breuk {
        match &self.0 {
            Ok(small) => Breuk(Width::Small(*small)),
            Err(wide) => **wide,
        }
    }
}

const HUNDRED: I256 = I256::new(100);

impl Small {
    /// The product; nothing where it takes more than machine words.
    fn times(self, other: Self) -> Option<Breuk> {
        let teller = product(self.teller, other.teller)?;
        Some(Breuk::small(teller, product(self.noemer, other.noemer)?))
    }

    fn plus(self, other: Self) -> Option<Breuk> {
        if self.noemer == other.noemer {
            return Some(Breuk::small(self.teller.checked_add(other.teller)?, self.noemer));
        }
        let gcd = small_gcd(self.noemer, other.noemer);
        let (left, right) = (other.noemer / gcd, self.noemer / gcd);
        let teller = product(self.teller, left)?.checked_add(product(other.teller, right)?)?;
        Some(Breuk::small(teller, product(self.noemer, left)?))
    }

    fn compare(self, other: Self) -> Option<Ordering> {
        if self.noemer == other.noemer {
            return Some(self.teller.cmp(&other.teller));
        }
        Some(product(self.teller, other.noemer)?.cmp(&product(other.teller, self.noemer)?))
    }

    fn hundredths(self) -> Option<i64> {
        let Self { teller, noemer } = self;
        if noemer == 100 {
            return Some(teller);
        }
        // An odd noemer has no exact half, so adding its floor decides as half away from zero does.
        let half = if teller < 0 { -(noemer / 2) } else { noemer / 2 };
        Some(product(teller, 100)?.checked_add(half)? / noemer)
    }
}

/// A product, where its factors show that it fits. In WebAssembly asking the product itself is a call that
/// takes longer than all the rest.
fn product(a: i64, b: i64) -> Option<i64> {
    let spare = a.unsigned_abs().leading_zeros() + b.unsigned_abs().leading_zeros();
    (spare > i64::BITS).then(|| a.wrapping_mul(b))
}

fn small_gcd(mut a: i64, mut b: i64) -> i64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn gcd(mut a: I256, mut b: I256) -> I256 {
    while b != I256::ZERO {
        (a, b) = (b, a % b);
    }
    a.max(I256::ONE)
}

impl Add for Breuk {
    type Output = Self;
    #[inline]
    fn add(self, other: Self) -> Self {
        self.combine(&other, Small::plus, |one, two| {
            let gcd = gcd(one.noemer, two.noemer);
            let (left, right) = (two.noemer / gcd, one.noemer / gcd);
            Self::new(one.teller * left + two.teller * right, one.noemer * left)
        })
    }
}

impl Neg for Breuk {
    type Output = Self;
    fn neg(self) -> Self {
        match self.0 {
            Width::Small(Small { teller, noemer }) if teller != i64::MIN => {
                Self::small(-teller, noemer)
            }
            _ => {
                let Wide { teller, noemer } = self.wide();
                Self::new(-teller, noemer)
            }
        }
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
    #[inline]
    fn mul(self, other: Self) -> Self {
        self.combine(&other, Small::times, |one, two| {
            Self::new(one.teller * two.teller, one.noemer * two.noemer)
        })
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
        self.combine(other, Small::compare, |one, two| {
            (one.teller * two.noemer).cmp(&(two.teller * one.noemer))
        })
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
    fn a_machine_word_is_no_limit() {
        let (least, most) = (Breuk::whole(i64::MIN.into()), Breuk::whole(i64::MAX.into()));
        assert_eq!(most + Breuk::whole(1), -least);
        assert_eq!(-least - Breuk::whole(1), most);
        assert_eq!((most * most).checked_div(most), Some(most));
        let part = most.checked_div(least).unwrap();
        assert_eq!(part.checked_div(most), Breuk::whole(1).checked_div(least));
        assert_eq!(most.to_hundredths(), i128::from(i64::MAX) * 100);
        assert!(least < most && least * least > most);
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
