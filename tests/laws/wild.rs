//! The cases are not tame: what makes sums go wrong stands in at least one of twenty of the very cases that
//! the laws are held against.

use std::cell::RefCell;
use std::collections::BTreeMap;

use bijdragewijzer::publicatie::lees;
use bijdragewijzer::scenario::{BijdrageSoort, Groep, controleer};
use num_bigint::BigInt;

use crate::support::case::Case;
use crate::support::dice::Dice;
use crate::support::law::{CASES, holds, times};
use crate::support::oracle::Oracle;

/// Laws that are held against a scenario on a random publicatie, by the names that make their cases.
const LAWS: [&str; 3] = ["independent", "sums", "conservation"];

#[test]
fn the_cases_of_the_laws_are_not_tame() {
    for law in LAWS {
        not_tame(law, Case::random, features);
    }
}

/// Counts what the cases of a law have in them.
fn not_tame<T: std::fmt::Debug>(
    law: &str,
    make: impl Fn(&mut Dice<'_>) -> T,
    features: impl Fn(&T) -> Vec<(&'static str, bool)>,
) {
    let counts: RefCell<BTreeMap<&'static str, u32>> = RefCell::new(BTreeMap::new());
    holds(law, CASES, make, |case| {
        for (feature, present) in features(case) {
            *counts.borrow_mut().entry(feature).or_default() += u32::from(present);
        }
        Ok(())
    });
    for (feature, count) in counts.into_inner() {
        assert!(count >= CASES * times() / 20, "{law}: {feature} stands in {count} cases only");
    }
}

fn features(case: &Case) -> Vec<(&'static str, bool)> {
    let uitkomst = case.uitkomst();
    let oracle = Oracle::new(&case.publicatie_document, &case.scenario_document);
    let posts = || uitkomst.posten.iter();
    let amounts = || posts().flat_map(|post| post.bedragen.iter().map(move |(_, it)| (post, it)));
    let groups = Groep::ALL.map(|groep| case.scenario.sleutel(groep).unwrap());
    let all = 0..case.publicatie.deelnemers.len();
    let tie = amounts().any(|(post, bedrag)| {
        let cents = bedrag.euro().map(|euro| BigInt::from(euro.cents()));
        cents.is_some_and(|cents| oracle.key(post.groep.word()).order_decides(&cents))
    });
    let own = &case.scenario.volledig().bijdragen;
    vec![
        ("an unknown", amounts().any(|(_, bedrag)| bedrag.euro().is_none())),
        (
            "a negative effect",
            uitkomst.totaal.iter().any(|it| it.effect.euro().unwrap().cents() < 0),
        ),
        ("a weight of zero", all.clone().any(|index| !oracle.key("ophoging").carries(index))),
        ("a tie", tie),
        ("vertraging 2", case.scenario.vertraging() == 2),
        ("other keys for other groups", groups.iter().any(|key| key != &groups[0])),
        ("no transition years", case.publicatie.overgang.is_none()),
        ("a bijdrage met_voorstel", own.iter().any(|own| own.soort == BijdrageSoort::MetVoorstel)),
    ]
}

/// The damaged documents are not all refused at the door: some are read and computed.
#[test]
fn the_damaged_documents_are_not_tame() {
    not_tame("damaged", crate::hostile::damaged, |(publicatie, scenario)| {
        let read = lees(publicatie).ok();
        let computed = read.as_ref().is_some_and(|it| controleer(it, scenario).scenario.is_some());
        vec![
            ("a publicatie that is refused", read.is_none()),
            ("a scenario that is refused", read.is_some() && !computed),
            ("an outcome", computed),
        ]
    });
}

/// The same of the divisions.
#[test]
fn the_divisions_of_the_laws_are_not_tame() {
    not_tame("verdeel", crate::division::division, |division| division.features());
}
