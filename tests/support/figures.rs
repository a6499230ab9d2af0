//! Random figures as documents write them: plain ones, and often the ones where sums go wrong.

use super::dice::Dice;

/// Cents as the text of an amount.
pub(crate) fn euros(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let cents = cents.unsigned_abs();
    format!("{sign}{}.{:02}", cents / 100, cents % 100)
}

/// An amount from zero: nothing, a few cents, the same round amounts again and again, anything.
pub(crate) fn amount_from_zero(dice: &mut Dice<'_>) -> String {
    let cents = match dice.below(20) {
        0..=2 => 0,
        3..=5 => dice.between(1, 9),
        6..=10 => 100_000 * dice.between(1, 3),
        11..=13 => 10_000 * dice.between(1, 9_999),
        14..=18 => dice.between(1, 500_000_000),
        _ => dice.between(1, 1_000_000_000_000),
    };
    euros(cents)
}

/// An amount of either sign, above zero more often than not.
pub(crate) fn amount(dice: &mut Dice<'_>) -> String {
    let amount = amount_from_zero(dice);
    if dice.chance(20) && amount != "0.00" { format!("-{amount}") } else { amount }
}

/// A count from zero; small ones and round ones more often, the largest now and then.
pub(crate) fn count(dice: &mut Dice<'_>) -> String {
    match dice.below(20) {
        0..=2 => 0,
        3..=7 => dice.between(1, 9),
        8..=13 => 10_000 * dice.between(1, 9),
        14..=18 => dice.between(1, 200_000),
        _ => dice.between(1, 100_000_000),
    }
    .to_string()
}

/// A count that can be divided by.
pub(crate) fn basis(dice: &mut Dice<'_>) -> String {
    match dice.below(10) {
        0..=2 => dice.between(1, 9),
        3..=6 => *dice.pick(&[90_000, 13_500, 6_750, 3_375, 7, 3]),
        7..=8 => dice.between(1, 200_000),
        _ => dice.between(1, 100_000_000),
    }
    .to_string()
}

/// A share between 0 and 1.
pub(crate) fn share(dice: &mut Dice<'_>) -> String {
    match dice.below(10) {
        0 => "0".into(),
        1..=2 => "1".into(),
        3..=6 => (*dice.pick(&["0.5", "0.25", "0.15", "0.3333", "0.9999", "0.0001"])).into(),
        _ => format!("0.{:04}", dice.between(0, 9_999)),
    }
}

/// A weight: nothing, the same few weights again and again, anything.
pub(crate) fn weight(dice: &mut Dice<'_>) -> String {
    match dice.below(10) {
        0..=2 => "0".into(),
        3..=6 => (*dice.pick(&["1", "1", "2", "0.5"])).into(),
        7..=8 => euros(dice.between(1, 300_000_000)),
        _ => euros(dice.between(1, 1_000_000_000_000)),
    }
}

/// A yearly index.
pub(crate) fn index(dice: &mut Dice<'_>) -> String {
    match dice.below(10) {
        0..=1 => "0".into(),
        2..=5 => (*dice.pick(&["0.02", "0.0213", "-0.015", "0.3333"])).into(),
        6..=8 => format!("0.{:04}", dice.between(0, 999)),
        _ => (*dice.pick(&["1", "-1", "-0.9999"])).into(),
    }
}

/// A name that a person could type, and now and then one that no one should.
pub(crate) fn name(dice: &mut Dice<'_>, plain: &str) -> String {
    if !dice.chance(8) {
        return plain.to_owned();
    }
    let wild = dice.pick(&[
        "<img src=x onerror=alert(1)>",
        "\"><script>alert(1)</script>",
        "javascript:alert(1)",
        "=1+1",
        "a = b = c. d",
        "\u{202e}omgekeerd",
        "Sûdwest-Fryslân",
        "[1] × 2 = 3",
    ]);
    (*wild).to_owned()
}
