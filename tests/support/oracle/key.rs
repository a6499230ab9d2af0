//! A key of the second model: cents over blocks and deelnemers.

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use crate::support::exact::{Fraction, divide, order_decides};

/// A key: the blocks with their weight, and in each the deelnemers with theirs. A key in one step is one block.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub(crate) blokken: Vec<(BigInt, Vec<(usize, BigInt)>)>,
    pub(super) deelnemers: usize,
}

impl Key {
    /// Cents over the deelnemers: over the blocks first, then inside each.
    pub(crate) fn divide(&self, cents: &BigInt) -> Vec<BigInt> {
        let mut shares = vec![BigInt::zero(); self.deelnemers];
        let weights: Vec<BigInt> = self.blokken.iter().map(|(weight, _)| weight.clone()).collect();
        for (part, (_, members)) in divide(cents, &weights).iter().zip(&self.blokken) {
            let weights: Vec<BigInt> = members.iter().map(|(_, weight)| weight.clone()).collect();
            if weights.iter().all(Zero::is_zero) {
                continue;
            }
            for (share, (index, _)) in divide(part, &weights).into_iter().zip(members) {
                shares[*index] = share;
            }
        }
        shares
    }

    /// Whether a deelnemer carries any of what is divided.
    pub(crate) fn carries(&self, deelnemer: usize) -> bool {
        self.blokken.iter().any(|(weight, members)| {
            let carried = |(index, own): &(usize, BigInt)| *index == deelnemer && own.is_positive();
            weight.is_positive() && members.iter().any(carried)
        })
    }

    /// The part of one deelnemer, exactly.
    pub(crate) fn part(&self, deelnemer: usize) -> Fraction {
        let of_blocks: BigInt = self.blokken.iter().map(|(weight, _)| weight).sum();
        let mut part = Fraction::zero();
        for (weight, members) in &self.blokken {
            let inside: BigInt = members.iter().map(|(_, own)| own).sum();
            for (_, own) in
                members.iter().filter(|(index, own)| *index == deelnemer && own.is_positive())
            {
                part += Fraction::new(weight * own, &of_blocks * &inside);
            }
        }
        part
    }

    /// Whether the order of the deelnemers decides where a cent of this amount falls.
    pub(crate) fn order_decides(&self, cents: &BigInt) -> bool {
        let weights: Vec<BigInt> = self.blokken.iter().map(|(weight, _)| weight.clone()).collect();
        divide(cents, &weights).iter().zip(&self.blokken).any(|(part, (_, members))| {
            let weights: Vec<BigInt> = members.iter().map(|(_, weight)| weight.clone()).collect();
            weights.iter().any(Signed::is_positive) && order_decides(part, &weights)
        })
    }

    /// In how many steps it divides.
    pub(crate) fn steps(&self) -> i64 {
        if self.blokken.len() == 1 { 1 } else { 2 }
    }
}
