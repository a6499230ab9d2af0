//! The two baselines: what is said of a difference with them is the difference of two outcomes.

use std::cell::Cell;

use bijdragewijzer::document::Tree;
use bijdragewijzer::model::{Uitkomst, bereken};
use bijdragewijzer::scenario::controleer;
use bijdragewijzer::units::Jaar;
use proptest::prop_assert_eq;

use crate::support::case::Case;
use crate::support::json::{empty, set, text};
use crate::support::law::{CASES, holds};

/// Ongewijzigd beleid is the same scenario without variants and with nothing reserved or kept: what stands outside the
/// variants counts in both.
#[test]
fn the_difference_with_ongewijzigd_beleid_is_that_of_two_outcomes() {
    let compared = Cell::new(0);
    holds("ongewijzigd beleid", CASES, Case::random, |case| {
        let document = ongewijzigd(&case.scenario_document);
        let Some(scenario) = controleer(&case.publicatie, &document).scenario else {
            return Ok(());
        };
        compared.set(compared.get() + 1);
        let (own, without) = (case.uitkomst(), bereken(&case.publicatie, &scenario));
        for jaar in &own.jaren {
            for total in ["begroot", "definitief", "cumulatief", "geheel"] {
                for deelnemer in std::iter::once(None).chain((0..own.deelnemers.len()).map(Some)) {
                    let said =
                        cents(&own, &format!("{total}_tegenover_ongewijzigd"), *jaar, deelnemer);
                    let whole = cents(&own, total, *jaar, deelnemer);
                    let base = cents(&without, total, *jaar, deelnemer);
                    prop_assert_eq!(said, whole - base, "{} {} {:?}", total, jaar, deelnemer);
                }
            }
        }
        Ok(())
    });
    assert!(compared.get() > CASES / 2, "{compared:?}");
}

fn cents(uitkomst: &Uitkomst, id: &str, jaar: Jaar, deelnemer: Option<usize>) -> i128 {
    uitkomst.zoek(id, None, jaar, deelnemer).unwrap().term.euro().unwrap().cents()
}

fn ongewijzigd(scenario: &Tree) -> Tree {
    let mut document = scenario.clone();
    set(&mut document, "varianten", Tree::List(Vec::new()));
    let mut financiering = document.get("financiering").cloned().unwrap_or_else(empty);
    for amount in ["reservering", "incidenteel"] {
        set(&mut financiering, amount, text("0.00"));
    }
    set(&mut document, "financiering", financiering);
    set(&mut document, "vrijgave", Tree::List(Vec::new()));
    document
}
