//! The way of financing moves money from year to year; it makes none and loses none.

use bijdragewijzer::document::Tree;
use bijdragewijzer::formula::{Term, Verdeeld};
use bijdragewijzer::model::{Uitkomst, bereken};
use bijdragewijzer::units::Euro;
use num_bigint::BigInt;
use num_traits::{Signed, Zero};
use proptest::test_runner::TestCaseResult;
use proptest::{prop_assert, prop_assert_eq};

use crate::support::case::{Case, accept};
use crate::support::figures::euros;
use crate::support::json::{empty, object, set, text};
use crate::support::law::{CASES, holds};
use crate::support::oracle::{Oracle, Post};

const WIJZEN: [&str; 3] = ["structureel", "jaarlijks", "incidenteel"];

/// Over all years together, with the one-off amount, every wijze comes to the same total; and a deelnemer
/// to within one cent for each time that a post is divided.
#[test]
fn financieringswijzen_move_money_but_make_none() {
    holds("conservation", CASES, Case::random, |case| {
        let outcomes: Vec<(Uitkomst, i128)> = WIJZEN
            .iter()
            .map(|wijze| {
                let document = under(case, wijze);
                let uitkomst = bereken(&case.publicatie, &accept(&case.publicatie, &document));
                (uitkomst, divisions(case, &document))
            })
            .collect();
        let (first, first_divisions) = &outcomes[0];
        for (other, divisions) in &outcomes[1..] {
            let whole = |term: &Term<Verdeeld>| term.euro();
            prop_assert_eq!(over_the_years(first, &whole), over_the_years(other, &whole));
            for index in 0..first.deelnemers.len() {
                let share = |term: &Term<Verdeeld>| term.share_euro(index);
                let difference = over_the_years(first, &share) - over_the_years(other, &share);
                let most = first_divisions + divisions;
                prop_assert!(difference.cents().abs() <= most, "{} > {}", difference, most);
            }
        }
        Ok(())
    });
}

/// Without varianten, and without regels outside them, nothing is left but the ophoging: for each deelnemer,
/// to the cent, in each year. What is kept once comes back too, but in other years.
#[test]
fn definitief_without_varianten_is_only_the_ophoging() {
    holds("only the ophoging", CASES, Case::random, |case| {
        let mut publicatie = case.publicatie.clone();
        publicatie.regels.clear();
        for wijze in WIJZEN {
            let mut document = under(case, wijze);
            set(&mut document, "varianten", Tree::List(Vec::new()));
            let uitkomst = bereken(&publicatie, &accept(&case.publicatie, &document));
            only_the_ophoging(&uitkomst, wijze)?;
        }
        Ok(())
    });
}

fn only_the_ophoging(uitkomst: &Uitkomst, wijze: &str) -> TestCaseResult {
    let ophoging = uitkomst.posten.iter().find(|post| &*post.id == "ophoging").unwrap();
    let mut all = Euro::NUL;
    for (totaal, (jaar, bedrag)) in uitkomst.totaal.iter().zip(&ophoging.bedragen) {
        prop_assert_eq!(totaal.jaar, *jaar);
        all = all + bedrag.euro().unwrap_or(Euro::NUL);
        if wijze == "incidenteel" {
            continue;
        }
        prop_assert_eq!(totaal.definitief.euro(), Some(bedrag.euro().unwrap_or(Euro::NUL)));
        for index in 0..uitkomst.deelnemers.len() {
            let share = bedrag.share_euro(index).unwrap_or(Euro::NUL);
            prop_assert_eq!(totaal.definitief.share_euro(index), Some(share));
        }
    }
    prop_assert_eq!(over_the_years(uitkomst, &|term| term.euro()), all);
    Ok(())
}

/// No variant, no reservering, no higher baten: every bijdrage stays what it was.
#[test]
fn doing_nothing_changes_nothing_for_anyone() {
    holds("nothing", CASES, Case::random, |case| {
        let mut publicatie = case.publicatie.clone();
        publicatie.regels.clear();
        for wijze in WIJZEN {
            let mut document = under(case, wijze);
            set(&mut document, "varianten", Tree::List(Vec::new()));
            set(
                &mut document,
                "financiering",
                object(vec![
                    ("wijze", text(wijze)),
                    ("reservering", text("0.00")),
                    ("incidenteel", text("0.00")),
                ]),
            );
            set(&mut document, "parameters", same_baten(case));
            let uitkomst = bereken(&publicatie, &accept(&case.publicatie, &document));
            for totaal in &uitkomst.totaal {
                for term in [&totaal.begroot, &totaal.verrekening, &totaal.cumulatief] {
                    prop_assert_eq!(term.euro(), Some(Euro::NUL));
                }
                for index in 0..uitkomst.deelnemers.len() {
                    prop_assert_eq!(totaal.begroot.share_euro(index), Some(Euro::NUL));
                    let nieuw = uitkomst.nieuw(index, totaal.jaar).unwrap();
                    let oud = uitkomst.oud(index, totaal.jaar).unwrap();
                    prop_assert_eq!(nieuw.euro(), oud.euro());
                }
            }
        }
        Ok(())
    });
}

/// A deelnemer's sum of separately divided posts stays within one cent for each division of its exact part.
#[test]
fn a_sum_of_divided_posts_is_within_a_cent_per_division_of_exact() {
    holds("a cent per division", CASES, Case::random, |case| {
        let oracle = Oracle::new(&case.publicatie_document, &case.scenario_document);
        let posts = oracle.posts();
        let uitkomst = case.uitkomst();
        for totaal in &uitkomst.totaal {
            let jaar = i64::from(totaal.jaar.number());
            let known: Vec<&Post> = posts
                .iter()
                .filter(|post| {
                    post.jaar == jaar && post.cents.as_ref().is_some_and(|it| !it.is_zero())
                })
                .collect();
            for index in 0..uitkomst.deelnemers.len() {
                let part =
                    |post: &&Post| oracle.key(post.groep).part(index) * post.cents.clone().unwrap();
                let exact: crate::support::exact::Fraction = known.iter().map(part).sum();
                let steps: i64 = known.iter().map(|post| oracle.key(post.groep).steps()).sum();
                let share = BigInt::from(totaal.definitief.share_euro(index).unwrap().cents());
                let off = (exact - share).abs();
                prop_assert!(
                    off < BigInt::from(steps).into() || off.is_zero(),
                    "{} over {}",
                    off,
                    steps
                );
            }
        }
        Ok(())
    });
}

/// The scenario under another wijze. Amounts that are typed as containing the proposal do not matter here.
fn under(case: &Case, wijze: &str) -> Tree {
    let mut document = case.scenario_document.clone();
    let mut financiering = document.get("financiering").cloned().unwrap_or_else(empty);
    set(&mut financiering, "wijze", text(wijze));
    set(&mut document, "financiering", financiering);
    document
}

/// The same budgeted baten as until now, typed for every year.
fn same_baten(case: &Case) -> Tree {
    let years = case.publicatie.horizon.years();
    let entries = years.flat_map(|jaar| {
        ["baten_oud", "baten_nieuw"].map(|id| {
            object(vec![
                ("id", text(id)),
                ("jaar", Tree::Whole(i64::from(jaar.number()))),
                ("waarde", text(euros(123_456_789))),
            ])
        })
    });
    Tree::List(entries.collect())
}

fn over_the_years(uitkomst: &Uitkomst, read: &dyn Fn(&Term<Verdeeld>) -> Option<Euro>) -> Euro {
    let definitief = uitkomst.totaal.iter().map(|totaal| read(&totaal.definitief).unwrap());
    let once = uitkomst.eenmalig.iter().flat_map(|post| &post.bedragen);
    definitief.sum::<Euro>() + once.map(|(_, bedrag)| read(bedrag).unwrap()).sum()
}

/// How often posts are divided, the one-off included.
fn divisions(case: &Case, document: &Tree) -> i128 {
    let oracle = Oracle::new(&case.publicatie_document, document);
    let posts = oracle.posts();
    let of_posts: i64 = posts.iter().map(|post| oracle.key(post.groep).steps()).sum();
    let once = oracle.one_off().map_or(0, |_| oracle.key("reservering").steps());
    i128::from(of_posts + once)
}
