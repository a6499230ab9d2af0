//! The division of whole cents by largest remainder, against one in numbers of any length.

use bijdragewijzer::units::{Blok, Verdeelwijze, Verdeling, verdeel};
use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};
use proptest::test_runner::TestCaseResult;
use proptest::{prop_assert, prop_assert_eq};

use crate::support::dice::Dice;
use crate::support::exact::{divide, order_decides};
use crate::support::law::holds;

/// Twenty thousand, because everything rests on it.
const DIVISIONS: u32 = 20_000;

/// Cents and the weights under which they are divided.
#[derive(Debug)]
pub(crate) struct Division {
    cents: i128,
    weights: Vec<u128>,
}

/// The largest amount of a document divided under the largest weights, and all that is smaller.
pub(crate) fn division(dice: &mut Dice<'_>) -> Division {
    let most = if dice.chance(10) { 60 } else { 12 };
    let count = dice.between(1, most);
    let size = *dice.pick(&[1, 2, 5, 100, 300_000_000, 1_000_000_000_000]);
    let weights: Vec<u128> = (0..count)
        .map(|_| if dice.chance(15) { 0 } else { u128::try_from(dice.between(1, size)).unwrap() })
        .collect();
    let weights = if weights.iter().all(|weight| *weight == 0) { vec![1] } else { weights };
    let largest = *dice.pick(&[10, 1_000, 100_000_000, 1_000_000_000_000]);
    let cents = i128::from(dice.between(0, largest));
    // A post can be an amount times a count: up to 10^20 cents.
    let cents = if dice.chance(25) { cents * 100_000_000 } else { cents };
    Division { cents: if dice.chance(40) { -cents } else { cents }, weights }
}

impl Division {
    /// What can go wrong in it.
    pub(crate) fn features(&self) -> Vec<(&'static str, bool)> {
        let (cents, weights) = exact(self);
        vec![
            ("a negative amount", self.cents < 0),
            ("a weight of zero", self.weights.contains(&0)),
            ("a tie", order_decides(&cents, &weights)),
            (
                "a product beyond a machine word",
                self.cents.unsigned_abs() > u128::from(u64::MAX) / 1_000_000,
            ),
        ]
    }
}

fn shares(division: &Division) -> Vec<i128> {
    verdeel(division.cents, &Verdeling::new(division.weights.clone()).unwrap())
}

fn exact(division: &Division) -> (BigInt, Vec<BigInt>) {
    (division.cents.into(), division.weights.iter().map(|weight| (*weight).into()).collect())
}

#[test]
fn verdeel_gives_whole_cents_that_add_up_by_largest_remainder() {
    holds("verdeel", DIVISIONS, division, |division| {
        let found = shares(division);
        prop_assert_eq!(found.iter().sum::<i128>(), division.cents);
        let (cents, weights) = exact(division);
        let expected: Vec<i128> =
            divide(&cents, &weights).iter().map(|share| share.to_i128().unwrap()).collect();
        prop_assert_eq!(found, expected);
        Ok(())
    });
}

#[test]
fn verdeel_of_a_negative_is_the_mirror_image() {
    holds("mirror", DIVISIONS, division, |division| {
        let mirror = Division { cents: -division.cents, weights: division.weights.clone() };
        let back: Vec<i128> = shares(&mirror).iter().map(|share| -share).collect();
        prop_assert_eq!(shares(division), back);
        Ok(())
    });
}

#[test]
fn each_share_is_within_a_cent_of_exact_and_a_weight_of_zero_gets_nothing() {
    holds("within a cent", DIVISIONS, division, |division| {
        let total: u128 = division.weights.iter().sum();
        for (share, weight) in shares(division).into_iter().zip(&division.weights) {
            let off = BigInt::from(share) * total - BigInt::from(division.cents) * *weight;
            prop_assert!(off.magnitude() < BigInt::from(total).magnitude(), "{}", off);
            prop_assert!(*weight > 0 || share == 0);
        }
        Ok(())
    });
}

#[test]
fn doubling_every_weight_changes_nothing() {
    holds("doubling", DIVISIONS, division, |division| {
        for times in [2, 3, 100] {
            let weights = division.weights.iter().map(|weight| weight * times).collect();
            prop_assert_eq!(shares(division), shares(&Division { cents: division.cents, weights }));
        }
        Ok(())
    });
}

#[test]
fn turning_the_order_round_changes_only_ties() {
    holds("round", DIVISIONS, division, |division| {
        let weights: Vec<u128> = division.weights.iter().rev().copied().collect();
        let mut back = shares(&Division { cents: division.cents, weights });
        back.reverse();
        let (cents, weights) = exact(division);
        if !order_decides(&cents, &weights) {
            prop_assert_eq!(shares(division), back);
        } else {
            let off =
                shares(division).iter().zip(&back).map(|(one, other)| (one - other).abs()).max();
            prop_assert_eq!(off, Some(1));
        }
        Ok(())
    });
}

/// What the herleiding says of a division is enough to do it again.
#[test]
fn how_a_share_came_about_gives_the_share() {
    holds("deling", DIVISIONS, division, |division| {
        let verdeling = Verdeling::new(division.weights.clone()).unwrap();
        let (cents, weights) = exact(division);
        let tie = order_decides(&cents, &weights);
        let mut named = false;
        for (index, share) in shares(division).into_iter().enumerate() {
            let deling = verdeling.deling(division.cents, index).unwrap();
            let extra = u128::from(deling.rang <= deling.over);
            prop_assert_eq!(deling.heel + extra, share.unsigned_abs());
            let product = division.cents.unsigned_abs() * deling.gewicht;
            prop_assert_eq!(deling.heel * deling.totaal + deling.rest, product);
            named |= deling.gelijk;
        }
        prop_assert_eq!(named, tie);
        Ok(())
    });
}

/// A key in two steps: blocks first, then inside each.
#[test]
fn a_division_in_two_steps_closes_and_mirrors_too() {
    holds("two steps", DIVISIONS, blocks, |(cents, wijze, aantal)| {
        two_steps(*cents, wijze, *aantal)
    });
}

fn blocks(dice: &mut Dice<'_>) -> (i128, Verdeelwijze, usize) {
    let mut places = 0..;
    let made: Vec<(u128, Blok)> = (0..dice.between(1, 4))
        .map(|_| {
            let inside = division(dice).weights;
            let leden: Vec<usize> = places.by_ref().take(inside.len()).collect();
            let weight = u128::try_from(dice.between(0, 10_000)).unwrap();
            (weight, Blok { leden, binnen: Verdeling::new(inside) })
        })
        .collect();
    let aantal = made.iter().map(|(_, blok)| blok.leden.len()).sum();
    let mut weights: Vec<u128> = made.iter().map(|(weight, _)| *weight).collect();
    if weights.iter().all(|weight| *weight == 0) {
        weights[0] = 1;
    }
    let leden = made.into_iter().map(|(_, blok)| blok).collect();
    let blokken = Verdeling::new(weights).unwrap();
    (division(dice).cents, Verdeelwijze::PerBlok { blokken, leden, aantal }, aantal)
}

fn two_steps(cents: i128, wijze: &Verdeelwijze, aantal: usize) -> TestCaseResult {
    let shares = wijze.verdeel(cents);
    prop_assert_eq!(shares.len(), aantal);
    prop_assert_eq!(shares.iter().sum::<i128>(), cents);
    let mirror: Vec<i128> = wijze.verdeel(-cents).iter().map(|share| -share).collect();
    prop_assert_eq!(&shares, &mirror);
    let Verdeelwijze::PerBlok { blokken, leden, .. } = wijze else { return Ok(()) };
    let whole: Vec<BigInt> = blokken.gewichten().iter().map(|weight| (*weight).into()).collect();
    for (part, blok) in divide(&cents.into(), &whole).into_iter().zip(leden) {
        let inside: Vec<BigInt> = blok
            .binnen
            .iter()
            .flat_map(|binnen| binnen.gewichten())
            .map(|it| (*it).into())
            .collect();
        for (share, place) in divide(&part, &inside).into_iter().zip(&blok.leden) {
            prop_assert_eq!(share.to_i128(), Some(shares[*place]));
            prop_assert!(wijze.dragers()[*place] || shares[*place].is_zero());
        }
    }
    Ok(())
}
