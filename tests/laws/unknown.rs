//! What no one knows is never zero: it has no amount, and every total says that it leaves it out.

use std::collections::BTreeSet;

use bijdragewijzer::document::Tree;
use bijdragewijzer::export;
use bijdragewijzer::formula::Status;
use bijdragewijzer::model::{Uitkomst, bereken};
use proptest::test_runner::TestCaseResult;
use proptest::{prop_assert, prop_assert_eq};

use crate::support::case::{Case, accept};
use crate::support::json::{items, object, set, text, whole, word};
use crate::support::law::{CASES, holds};

/// In the document of the outcome: onbekend has no bedrag, and stands in the lists of what is left out.
#[test]
fn unknown_never_becomes_zero() {
    holds("unknown", CASES, Case::random, |case| {
        let document = export::uitkomst(&case.uitkomst());
        never_both(&document)?;
        for totaal in items(&document, "totaal") {
            let jaar = whole(totaal, "jaar");
            for deel in ["begroot", "verrekening"] {
                let unknown = unknown_posts(&document, deel, jaar);
                let left_out = texts(totaal.get("exclusief").unwrap(), deel);
                prop_assert!(unknown.is_subset(&left_out), "{:?} {:?}", unknown, left_out);
                // An amount that rests on what is known of the effect names what it does not know.
                if word_of_wijze(case) != "incidenteel" {
                    prop_assert_eq!(unknown, left_out);
                }
            }
        }
        Ok(())
    });
}

fn word_of_wijze(case: &Case) -> &'static str {
    case.scenario.wijze().word()
}

/// Nowhere does an object say onbekend and an amount at once.
fn never_both(tree: &Tree) -> TestCaseResult {
    match tree {
        Tree::List(items) => items.iter().try_for_each(never_both),
        Tree::Object(fields) => {
            if tree.get("onbekend").is_some() {
                for amount in ["bedrag", "oud", "nieuw"] {
                    prop_assert!(tree.get(amount).is_none(), "{}", tree.to_json());
                }
            }
            fields.iter().try_for_each(|(_, tree)| never_both(tree))
        }
        _ => Ok(()),
    }
}

fn unknown_posts(document: &Tree, deel: &str, jaar: Option<i64>) -> BTreeSet<String> {
    let in_deel = items(document, "posten").iter().filter(|post| word(post, "deel") == Some(deel));
    let unknown = in_deel.filter(|post| {
        items(post, "bedragen")
            .iter()
            .any(|entry| whole(entry, "jaar") == jaar && entry.get("onbekend").is_some())
    });
    unknown.map(|post| word(post, "id").unwrap().to_owned()).collect()
}

fn texts(tree: &Tree, name: &str) -> BTreeSet<String> {
    let text = |tree: &Tree| if let Tree::Text(text) = tree { text.clone() } else { String::new() };
    items(tree, name).iter().map(text).collect()
}

/// To say that an unknown post is zero changes no total, and takes it off every list of what is left out.
#[test]
fn zero_is_something_else_than_unknown() {
    holds("zero", CASES, Case::random, |case| {
        let before = case.uitkomst();
        let zeros = zeros(case);
        let mut document = case.scenario_document.clone();
        let mut onbekend = items(&document, "onbekend").to_vec();
        let known: Vec<_> = onbekend.iter().map(|own| (post(own), whole(own, "jaar"))).collect();
        onbekend.extend(
            zeros.into_iter().filter(|own| !known.contains(&(post(own), whole(own, "jaar")))),
        );
        set(&mut document, "onbekend", Tree::List(onbekend));
        let after = bereken(&case.publicatie, &accept(&case.publicatie, &document));
        says_zero_now(case, &before, &after)
    });
}

fn post(own: &Tree) -> String {
    word(own, "post").unwrap().to_owned()
}

/// Zero for every post that no one knows because its own amount is unknown.
fn zeros(case: &Case) -> Vec<Tree> {
    let regels = case.publicatie.all_regels().filter(|regel| is_unknown(case, &regel.bedrag));
    let years: Vec<_> = case.publicatie.horizon.years().collect();
    regels
        .flat_map(|regel| {
            years.iter().map(|jaar| {
                object(vec![
                    ("post", text(&*regel.id)),
                    ("jaar", Tree::Whole(i64::from(jaar.number()))),
                    ("bedrag", text("0.00")),
                ])
            })
        })
        .collect()
}

fn is_unknown(case: &Case, parameter: &str) -> bool {
    case.publicatie.parameter(parameter).is_some_and(|it| it.status == Status::Onbekend)
}

fn says_zero_now(case: &Case, before: &Uitkomst, after: &Uitkomst) -> TestCaseResult {
    let own = |id: &str| {
        let id = id.strip_suffix("_begroot").unwrap_or(id);
        case.publicatie
            .all_regels()
            .any(|regel| &*regel.id == id && is_unknown(case, &regel.bedrag))
    };
    for (one, other) in before.posten.iter().zip(&after.posten) {
        prop_assert_eq!(&one.id, &other.id);
        for ((jaar, one_bedrag), (_, bedrag)) in one.bedragen.iter().zip(&other.bedragen) {
            let expected =
                if own(&one.id) { Some(0) } else { one_bedrag.euro().map(|it| it.cents()) };
            if one_bedrag.euro().is_none() {
                prop_assert_eq!(
                    bedrag.euro().map(|it| it.cents()),
                    expected,
                    "{} {}",
                    one.id,
                    jaar
                );
            }
        }
    }
    for totaal in &after.totaal {
        let left_out = totaal.cumulatief.exclusief();
        prop_assert!(!left_out.iter().any(|id| own(id)), "{:?}", left_out);
    }
    Ok(())
}
