//! The model against a second one: every amount, written down twice from the same description.

use std::collections::{BTreeMap, BTreeSet};

use bijdragewijzer::formula::{Term, Verdeeld};
use bijdragewijzer::model::{JaarTotaal, Uitkomst};
use bijdragewijzer::units::{Euro, Jaar};
use num_bigint::BigInt;
use num_traits::Zero;
use proptest::test_runner::TestCaseResult;
use proptest::{prop_assert, prop_assert_eq};

use crate::support::case::Case;
use crate::support::law::{CASES, holds};
use crate::support::oracle::{Oracle, Post};

/// Every post, total, share and bijdrage equals the one of a second model, which works straight from the
/// two documents in fractions of any length and shares no code with the first.
#[test]
fn every_amount_equals_that_of_an_independent_model() {
    holds("independent", CASES, Case::random, |case| {
        agrees(&case.uitkomst(), &Oracle::new(&case.publicatie_document, &case.scenario_document))
    });
}

/// The same for scenarios on the publicatie that is compiled in.
#[test]
fn every_amount_of_the_proposal_equals_that_of_an_independent_model() {
    holds("independent, default", 300, Case::on_the_default, |case| {
        agrees(&case.uitkomst(), &Oracle::new(&case.publicatie_document, &case.scenario_document))
    });
}

/// Compares an outcome with what it must be.
pub(crate) fn agrees(uitkomst: &Uitkomst, oracle: &Oracle<'_>) -> TestCaseResult {
    let posts = oracle.posts();
    posts_agree(uitkomst, oracle, &posts)?;
    let mut so_far = Expected::new(uitkomst.deelnemers.len());
    for (totaal, jaar) in uitkomst.totaal.iter().zip(&oracle.years) {
        prop_assert_eq!(i64::from(totaal.jaar.number()), *jaar);
        totals_agree(totaal, oracle, &posts, &mut so_far)?;
        bijdragen_agree(uitkomst, totaal, oracle, *jaar)?;
    }
    prop_assert_eq!(uitkomst.totaal.len(), oracle.years.len());
    one_off_agrees(uitkomst, oracle)?;
    reservering_agrees(uitkomst, oracle)
}

fn cents(euro: Option<Euro>) -> Option<BigInt> {
    euro.map(|euro| BigInt::from(euro.cents()))
}

type PostKey = (String, &'static str, i64);

fn posts_agree(uitkomst: &Uitkomst, oracle: &Oracle<'_>, posts: &[Post]) -> TestCaseResult {
    let mut found: BTreeMap<PostKey, &Term<Verdeeld>> = BTreeMap::new();
    for post in &uitkomst.posten {
        for (jaar, bedrag) in &post.bedragen {
            let key = (post.id.to_string(), post.deel.word(), i64::from(jaar.number()));
            prop_assert!(found.insert(key.clone(), bedrag).is_none(), "{:?} stands twice", key);
        }
    }
    for post in posts {
        let key = (post.id.clone(), post.deel, post.jaar);
        let term = found.remove(&key);
        let Some(term) = term else {
            return Err(proptest::test_runner::TestCaseError::fail(format!("{key:?} is missing")));
        };
        prop_assert_eq!(cents(term.euro()), post.cents.clone(), "{:?}", key);
        let shares = oracle.shares(post);
        for index in 0..uitkomst.deelnemers.len() {
            let expected = match &shares {
                Some(shares) => Some(shares[index].clone()),
                None => (!oracle.key(post.groep).carries(index)).then(BigInt::zero),
            };
            prop_assert_eq!(
                cents(term.share_euro(index)),
                expected.clone(),
                "{:?} of {}",
                key,
                index
            );
            prop_assert_eq!(cents(term.share(index).euro()), expected, "{:?} of {}", key, index);
        }
    }
    prop_assert!(found.is_empty(), "{:?} should not be there", found.keys());
    Ok(())
}

/// A total: cents of all and of each, and what it leaves out of all and of each.
#[derive(Clone)]
struct Expected {
    cents: BigInt,
    shares: Vec<BigInt>,
    left_out: BTreeSet<String>,
    left_out_of: Vec<BTreeSet<String>>,
}

impl Expected {
    fn new(deelnemers: usize) -> Self {
        Self {
            cents: BigInt::zero(),
            shares: vec![BigInt::zero(); deelnemers],
            left_out: BTreeSet::new(),
            left_out_of: vec![BTreeSet::new(); deelnemers],
        }
    }

    fn add(&mut self, oracle: &Oracle<'_>, post: &Post) {
        let key = oracle.key(post.groep);
        if let Some(cents) = &post.cents {
            self.cents += cents;
            for (sum, share) in self.shares.iter_mut().zip(key.divide(cents)) {
                *sum += share;
            }
        }
        let mut unknown = post.leaves_out.clone();
        if post.cents.is_none() {
            unknown.insert(post.id.clone());
        }
        for (index, of) in self.left_out_of.iter_mut().enumerate() {
            if key.carries(index) {
                of.extend(unknown.iter().cloned());
            }
        }
        self.left_out.append(&mut unknown);
    }

    fn equals(&self, name: &str, term: &Term<Verdeeld>) -> TestCaseResult {
        let ids = |list: Vec<bijdragewijzer::formula::Id>| -> BTreeSet<String> {
            list.iter().map(ToString::to_string).collect()
        };
        prop_assert_eq!(cents(term.euro()), Some(self.cents.clone()), "{}", name);
        prop_assert_eq!(ids(term.exclusief()), self.left_out.clone(), "{}", name);
        for (index, share) in self.shares.iter().enumerate() {
            prop_assert_eq!(
                cents(term.share_euro(index)),
                Some(share.clone()),
                "{} of {}",
                name,
                index
            );
            let left_out = ids(term.share(index).exclusief());
            prop_assert_eq!(left_out, self.left_out_of[index].clone(), "{} of {}", name, index);
        }
        Ok(())
    }
}

fn totals_agree(
    totaal: &JaarTotaal,
    oracle: &Oracle<'_>,
    posts: &[Post],
    so_far: &mut Expected,
) -> TestCaseResult {
    let jaar = i64::from(totaal.jaar.number());
    let deelnemers = so_far.shares.len();
    let regels = oracle.regels(jaar);
    let effect: Vec<Post> = regels
        .into_iter()
        .map(|(id, groep, cents)| Post {
            id,
            deel: "",
            groep,
            jaar,
            cents,
            leaves_out: BTreeSet::new(),
        })
        .collect();
    let sum = |posts: &mut dyn Iterator<Item = &Post>| {
        let mut sum = Expected::new(deelnemers);
        posts.for_each(|post| sum.add(oracle, post));
        sum
    };
    let in_year = |deel: &'static str| {
        posts.iter().filter(move |post| post.jaar == jaar && post.deel == deel)
    };
    sum(&mut effect.iter()).equals("effect", &totaal.effect)?;
    sum(&mut in_year("begroot")).equals("begroot", &totaal.begroot)?;
    sum(&mut in_year("verrekening")).equals("verrekening", &totaal.verrekening)?;
    sum(&mut in_year("begroot").chain(in_year("verrekening")))
        .equals("definitief", &totaal.definitief)?;
    in_year("begroot").chain(in_year("verrekening")).for_each(|post| so_far.add(oracle, post));
    so_far.equals("cumulatief", &totaal.cumulatief)
}

fn bijdragen_agree(
    uitkomst: &Uitkomst,
    totaal: &JaarTotaal,
    oracle: &Oracle<'_>,
    jaar: i64,
) -> TestCaseResult {
    for index in 0..uitkomst.deelnemers.len() {
        let oud = oracle.bijdrage_oud(index, jaar);
        let found = uitkomst.oud(index, totaal.jaar).and_then(|term| term.euro());
        prop_assert_eq!(cents(found), oud.clone(), "bijdrage oud {} of {}", jaar, index);
        let begroot = cents(totaal.begroot.share_euro(index)).unwrap();
        let nieuw = uitkomst.nieuw(index, totaal.jaar).and_then(|term| term.euro());
        let expected = oud.map(|oud| oud + begroot);
        prop_assert_eq!(cents(nieuw), expected, "bijdrage nieuw {} of {}", jaar, index);
    }
    Ok(())
}

fn one_off_agrees(uitkomst: &Uitkomst, oracle: &Oracle<'_>) -> TestCaseResult {
    let found: Vec<(i64, Option<BigInt>)> = uitkomst
        .eenmalig
        .iter()
        .flat_map(|post| &post.bedragen)
        .map(|(jaar, term)| (i64::from(jaar.number()), cents(term.euro())))
        .collect();
    let expected: Vec<_> =
        oracle.one_off().into_iter().map(|(jaar, kept)| (jaar, Some(kept))).collect();
    prop_assert_eq!(found, expected);
    Ok(())
}

/// In a transition year what is used, what is left and what is short make up the effect and the reservering.
fn reservering_agrees(uitkomst: &Uitkomst, oracle: &Oracle<'_>) -> TestCaseResult {
    let reserved: Vec<i64> =
        oracle.years.iter().copied().filter(|jaar| oracle.reservering(*jaar).is_some()).collect();
    prop_assert_eq!(uitkomst.reservering.len(), reserved.len());
    for (of, jaar) in uitkomst.reservering.iter().zip(reserved) {
        let reservering = oracle.reservering(jaar).unwrap();
        let effect = oracle.effect(jaar);
        let used = effect.clone().min(reservering.clone()).max(BigInt::zero());
        prop_assert_eq!(of.jaar, Jaar::new(jaar).unwrap());
        prop_assert_eq!(cents(of.uitputting.euro()), Some(used.clone()));
        prop_assert_eq!(cents(of.rest.euro()), Some(&reservering - used));
        let short = (effect - reservering).max(BigInt::zero());
        prop_assert_eq!(cents(of.tekort.euro()), Some(short));
        let released = oracle.chosen.vrijgave.get(&jaar).map(crate::support::exact::cents);
        prop_assert_eq!(of.vrijgave.as_ref().and_then(|it| cents(it.euro())), released);
    }
    Ok(())
}
