//! How a law is held against many random cases: the same ones in every run, and other ones for every law.

use std::fmt::Debug;

use proptest::prelude::{Rng, Strategy};
use proptest::strategy::{NewTree, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};

use super::dice::Dice;

/// The cases of a law in every run. `LAWS_TIMES=500` in the environment tries 500 times as many.
pub(crate) const CASES: u32 = 2_000;

/// How many rolls a case has: enough for the largest publicatie and a scenario on it.
const ROLLS: usize = 2_400;

/// Holds a law against `cases` random cases; the first that breaks it is made as simple as it can be.
pub(crate) fn holds<T: Debug>(
    law: &str,
    cases: u32,
    make: impl Fn(&mut Dice<'_>) -> T,
    check: impl Fn(&T) -> TestCaseResult,
) {
    let config = Config {
        cases: cases * times(),
        failure_persistence: None,
        max_shrink_iters: 3_000,
        ..Config::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed(law)));
    let strategy = Rolls.prop_map(|rolls| make(&mut Dice::new(&rolls)));
    if let Err(broken) = runner.run(&strategy, |case| check(&case)) {
        panic!("{law}: {broken}");
    }
}

/// How many times as many cases as usual.
pub(crate) fn times() -> u32 {
    std::env::var("LAWS_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// The name of the law as a seed.
fn seed(law: &str) -> [u8; 32] {
    let mut seed = [0; 32];
    for (index, byte) in law.bytes().enumerate() {
        let place: &mut u8 = &mut seed[index % 32];
        *place = place.wrapping_mul(31).wrapping_add(byte);
    }
    seed
}

/// A row of rolls at random.
#[derive(Debug)]
struct Rolls;

impl Strategy for Rolls {
    type Tree = RollsTree;
    type Value = Vec<u32>;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let rolls = (0..ROLLS).map(|_| runner.rng().next_u32()).collect();
        Ok(RollsTree { rolls, pass: 0, at: 0, undo: None })
    }
}

/// A row of rolls on its way to a simpler one: spans become zero, from long to short; then rolls are halved.
#[derive(Debug)]
struct RollsTree {
    rolls: Vec<u32>,
    pass: usize,
    at: usize,
    undo: Option<(usize, Vec<u32>)>,
}

/// The spans that are made zero, then three rounds of halving.
const PASSES: [usize; 11] = [1_200, 600, 300, 120, 40, 12, 4, 1, 1, 1, 1];

impl RollsTree {
    fn next_edit(&mut self) -> bool {
        while let Some(span) = PASSES.get(self.pass) {
            while self.at < self.rolls.len() {
                let end = (self.at + span).min(self.rolls.len());
                let before = self.rolls[self.at..end].to_vec();
                let start = self.at;
                self.at = end;
                if before.iter().all(|roll| *roll == 0) {
                    continue;
                }
                let halve = self.pass > 7;
                for roll in &mut self.rolls[start..end] {
                    *roll = if halve { *roll / 2 } else { 0 };
                }
                self.undo = Some((start, before));
                return true;
            }
            self.pass += 1;
            self.at = 0;
        }
        false
    }
}

impl ValueTree for RollsTree {
    type Value = Vec<u32>;

    fn current(&self) -> Vec<u32> {
        self.rolls.clone()
    }

    fn simplify(&mut self) -> bool {
        self.undo = None;
        self.next_edit()
    }

    fn complicate(&mut self) -> bool {
        if let Some((start, before)) = self.undo.take() {
            self.rolls[start..start + before.len()].copy_from_slice(&before);
        }
        self.next_edit()
    }
}
