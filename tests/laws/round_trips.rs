//! What is written can be read, and says the same.

use bijdragewijzer::document::{Tree, parse};
use bijdragewijzer::export;
use bijdragewijzer::model::bereken;
use bijdragewijzer::publicatie::lees;
use bijdragewijzer::scenario::{controleer, controleer_vergelijking};
use proptest::test_runner::TestCaseResult;
use proptest::{prop_assert, prop_assert_eq};

use crate::hostile::mutated;
use crate::support::case::{Case, accept};
use crate::support::dice::Dice;
use crate::support::json::{object, text};
use crate::support::law::{CASES, holds};
use crate::support::scenarios;

/// A scenario as a document, as text and back: the same choices, and the same bytes of outcome.
#[test]
fn reading_what_was_written_gives_it_back() {
    holds("scenario", CASES, Case::random, |case| {
        let input = case.scenario.afwijkingen();
        let written = input.document();
        survives_as_text(&written)?;
        let again = accept(&case.publicatie, &written);
        prop_assert_eq!(again.afwijkingen(), input);
        prop_assert_eq!(again.volledig(), case.scenario.volledig());
        let outcome = |scenario| export::uitkomst(&bereken(&case.publicatie, scenario));
        let uitkomst = outcome(&case.scenario);
        survives_as_text(&uitkomst)?;
        prop_assert_eq!(outcome(&again), uitkomst);
        Ok(())
    });
}

fn survives_as_text(tree: &Tree) -> TestCaseResult {
    for text in [tree.to_json(), tree.to_readable_json()] {
        match parse(text.as_bytes()) {
            Ok(read) => prop_assert_eq!(&read, tree),
            Err(melding) => prop_assert!(false, "{:?} in {}", melding, text),
        }
    }
    Ok(())
}

/// No one writes a publicatie but the body that publishes it: its text, read again, is the same publicatie.
#[test]
fn a_publicatie_survives_as_text() {
    holds("publicatie", CASES, Case::random, |case| {
        survives_as_text(&case.publicatie_document)?;
        let again = lees(&case.publicatie_document).unwrap();
        prop_assert_eq!(format!("{again:?}"), format!("{:?}", case.publicatie));
        Ok(())
    });
}

/// The order of the fields of an object says nothing.
#[test]
fn the_order_of_fields_changes_nothing() {
    holds("fields", CASES, Case::random, |case| {
        let publicatie = lees(&turned(&case.publicatie_document)).unwrap();
        let scenario = accept(&publicatie, &turned(&case.scenario_document));
        let uitkomst = export::uitkomst(&bereken(&publicatie, &scenario));
        prop_assert_eq!(uitkomst, export::uitkomst(&case.uitkomst()));
        Ok(())
    });
}

fn turned(tree: &Tree) -> Tree {
    match tree {
        Tree::List(items) => Tree::List(items.iter().map(turned).collect()),
        Tree::Object(fields) => Tree::Object(
            fields.iter().rev().map(|(name, tree)| (name.clone(), turned(tree))).collect(),
        ),
        other => other.clone(),
    }
}

/// One to four scenarios, and which of them is on top.
#[test]
fn a_vergelijking_gives_back_its_scenarios() {
    holds("vergelijking", CASES, comparison, |(case, document)| {
        let (read, _) = controleer_vergelijking(&case.publicatie, document).unwrap();
        let written = read.document();
        survives_as_text(&written)?;
        let (again, _) = controleer_vergelijking(&case.publicatie, &written).unwrap();
        prop_assert_eq!(again.bovenaan, read.bovenaan);
        prop_assert_eq!(again.scenarios.len(), read.scenarios.len());
        for (one, other) in again.scenarios.iter().zip(&read.scenarios) {
            prop_assert_eq!(one.afwijkingen(), other.afwijkingen());
        }
        prop_assert_eq!(again.document(), written);
        Ok(())
    });
}

fn comparison(dice: &mut Dice<'_>) -> (Case, Tree) {
    let case = Case::random(dice);
    let count = dice.between(1, 4);
    let list = (0..count).map(|_| scenarios::accepted(dice, &case.publicatie)).collect();
    let document = object(vec![
        ("formaat", text("bijdragewijzer/vergelijking")),
        ("versie", Tree::Whole(1)),
        ("scenarios", Tree::List(list)),
        ("bovenaan", Tree::Whole(dice.between(1, count))),
    ]);
    (case, document)
}

/// What the page offers after a refusal, the document without its refused parts, can be computed.
#[test]
fn what_is_left_without_the_refused_parts_is_accepted() {
    holds("what is left", CASES, damaged, |(case, document)| {
        let controle = controleer(&case.publicatie, document);
        let again = controleer(&case.publicatie, &controle.input.document());
        let refusing: Vec<_> = again.meldingen.iter().filter(|melding| melding.refuses()).collect();
        prop_assert!(refusing.is_empty(), "{:?} in {}", refusing, document.to_json());
        prop_assert_eq!(&again.input, &controle.input);
        prop_assert!(again.scenario.is_some());
        if controle.scenario.is_none() {
            prop_assert!(controle.meldingen.iter().any(bijdragewijzer::melding::Melding::refuses));
        }
        Ok(())
    });
}

fn damaged(dice: &mut Dice<'_>) -> (Case, Tree) {
    let case = Case::random(dice);
    let scenario = scenarios::random(dice, &case.publicatie);
    let document = mutated(dice, &scenario);
    (case, document)
}
