//! The flat program for the draws beside the exact amounts.

#![expect(
    clippy::disallowed_types,
    reason = "the program works in binary floating point, which is what is measured here"
)]

use bijdragewijzer::formula::{Program, Term, Verdeeld};
use bijdragewijzer::units::unit::Bedrag;
use num_bigint::BigInt;
use num_traits::Signed;
use proptest::prop_assert;
use proptest::test_runner::{TestCaseError, TestCaseResult};

use crate::support::exact::{Fraction, euro};

/// What the program gives for each term with the values as they are.
pub(crate) fn run(terms: &[Term<Bedrag>]) -> Vec<Option<f64>> {
    let program = Program::compile(terms);
    program.run(&program.default_values())
}

/// How far the program may be off: a cent for each rounding and each division, and what binary numbers of
/// this size cannot hold.
pub(crate) fn agrees(
    name: &str,
    found: Option<f64>,
    exact: Option<&BigInt>,
    cents: usize,
    size: &BigInt,
) -> TestCaseResult {
    match (found, exact) {
        (None, None) => Ok(()),
        (Some(found), Some(exact)) => {
            let Some(found) = Fraction::from_float(found) else {
                return Err(TestCaseError::fail(format!("{name}: {found} is no number")));
            };
            let most =
                euro(&BigInt::from(cents)) + euro(size) / BigInt::from(1_000_000_000_000_i64);
            let off = (found - euro(exact)).abs();
            prop_assert!(off <= most, "{}: off by {} of {}", name, off, exact);
            Ok(())
        }
        (found, exact) => Err(TestCaseError::fail(format!("{name}: {found:?} and {exact:?}"))),
    }
}

/// A post or total for one deelnemer, or for all together.
pub(crate) fn of(term: &Term<Verdeeld>, deelnemer: Option<usize>) -> Term<Bedrag> {
    deelnemer.map_or_else(|| term.whole(), |index| term.share(index))
}
