//! Exact arithmetic that shares nothing with the model: fractions of whole numbers of any length.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed};

/// An exact value.
pub(crate) type Fraction = BigRational;

/// The value of a number as documents write it.
pub(crate) fn fraction(text: &str) -> Fraction {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{whole}{decimals}").parse().unwrap();
    Fraction::new(digits, BigInt::from(10).pow(u32::try_from(decimals.len()).unwrap()))
}

/// Cents as an exact amount in euros.
pub(crate) fn euro(cents: &BigInt) -> Fraction {
    Fraction::new(cents.clone(), BigInt::from(100))
}

/// The nearest cent, half a cent away from zero.
pub(crate) fn cents(amount: &Fraction) -> BigInt {
    let twice = amount.abs() * BigInt::from(200);
    let down: BigInt = ((twice + Fraction::one()) / BigInt::from(2)).floor().to_integer();
    if amount.is_negative() { -down } else { down }
}

/// A weight as a whole number, in ten-thousandths: weights of documents have four decimals at most.
pub(crate) fn whole_weight(weight: &Fraction) -> BigInt {
    let weight = weight * BigInt::from(10_000);
    assert!(weight.is_integer(), "{weight}");
    weight.to_integer()
}

/// Whole cents down, and what remains of each, in parts of the sum of the weights.
fn down(cents: &BigInt, weights: &[BigInt]) -> Vec<(BigInt, BigInt)> {
    let total: BigInt = weights.iter().sum();
    let part = |weight: &BigInt| {
        let product = weight * cents.abs();
        (&product / &total, product % &total)
    };
    weights.iter().map(part).collect()
}

/// Whole cents by largest remainder: whole cents down, then one each to the largest remainders, equal
/// remainders in the order given; a negative amount is the mirror image.
pub(crate) fn divide(cents: &BigInt, weights: &[BigInt]) -> Vec<BigInt> {
    let parts = down(cents, weights);
    let left = cents.abs() - parts.iter().map(|(whole, _)| whole).sum::<BigInt>();
    let left = usize::try_from(left).unwrap();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|a, b| parts[*b].1.cmp(&parts[*a].1).then(a.cmp(b)));
    let mut shares: Vec<BigInt> = parts.into_iter().map(|(whole, _)| whole).collect();
    for place in &order[..left] {
        shares[*place] += 1;
    }
    if cents.is_negative() { shares.into_iter().map(|share| -share).collect() } else { shares }
}

/// Whether the order decides where a cent falls: two equal remainders of which one gets a cent.
pub(crate) fn order_decides(cents: &BigInt, weights: &[BigInt]) -> bool {
    let parts = down(cents, weights);
    let left = cents.abs() - parts.iter().map(|(whole, _)| whole).sum::<BigInt>();
    let left = usize::try_from(left).unwrap();
    let mut rests: Vec<BigInt> = parts.into_iter().map(|(_, rest)| rest).collect();
    rests.sort_by(|a, b| b.cmp(a));
    left > 0 && left < rests.len() && rests[left - 1] == rests[left]
}
