//! One post over deelnemers with weights of the user: who weighs nothing gets nothing, minus mirrors plus,
//! the parts add up, and equal remainders go by order and are named.
//!
//! The post is the ophoging of the default publicatie without varianten: baten that are X lower than before
//! raise the bijdragen by X.

use bijdragewijzer::document::{Tree, parse};
use bijdragewijzer::melding::Code;
use bijdragewijzer::model::{Uitkomst, bereken};
use bijdragewijzer::publicatie::{Publicatie, standaard};
use bijdragewijzer::scenario::controleer;
use bijdragewijzer::units::Jaar;
use bijdragewijzer::view::Names;

const CASES: &str = include_str!("verdelingen.tsv");

/// Baten of 4.000.000 less this many cents, as text.
fn baten(cents: i64) -> String {
    let baten = 400_000_000 - cents;
    format!("{}.{:02}", baten / 100, baten % 100)
}

/// "-0.05" in cents.
fn cents(amount: &str) -> i64 {
    let (sign, digits) = amount.strip_prefix('-').map_or((1, amount), |digits| (-1, digits));
    sign * digits.replace('.', "").parse::<i64>().unwrap()
}

/// The scenario that divides an amount by these weights, in the order of the publicatie.
fn scenario(publicatie: &Publicatie, weights: &[&str], amount: &str) -> Tree {
    let weight = |(deelnemer, waarde): (&bijdragewijzer::publicatie::Deelnemer, &&str)| {
        format!(r#"{{"deelnemer":"{}","waarde":"{waarde}"}}"#, deelnemer.id)
    };
    let weights: Vec<String> = publicatie.deelnemers.iter().zip(weights).map(weight).collect();
    let text = format!(
        r#"{{"versie":1,"uitgangspunt":"niets","sleutel":{{"alle":"eigen","gewichten":[{}]}},
        "parameters":[{{"id":"baten_oud","waarde":"4000000.00"}},{{"id":"baten_nieuw","waarde":"{}"}}]}}"#,
        weights.join(","),
        baten(cents(amount))
    );
    parse(text.as_bytes()).unwrap()
}

fn outcome(publicatie: &Publicatie, weights: &[&str], amount: &str) -> Uitkomst {
    let controle = controleer(publicatie, &scenario(publicatie, weights, amount));
    let scenario = controle.scenario.unwrap_or_else(|| panic!("{:?}", controle.meldingen));
    bereken(publicatie, &scenario)
}

/// What every deelnemer gets, in the order of the publicatie.
fn parts(publicatie: &Publicatie, weights: &[&str], amount: &str) -> Vec<String> {
    let outcome = outcome(publicatie, weights, amount);
    let begroot = &outcome.jaar(Jaar::new(2022).unwrap()).unwrap().begroot;
    (0..publicatie.deelnemers.len()).map(|of| begroot.share_euro(of).unwrap().to_string()).collect()
}

fn cases() -> Vec<(Vec<&'static str>, &'static str, Vec<&'static str>)> {
    let line = |line: &'static str| {
        let [weights, amount, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        (weights.split('/').collect(), amount, expected.split('/').collect())
    };
    CASES.lines().skip(1).map(line).collect()
}

#[test]
fn every_division_is_as_expected() {
    let publicatie = standaard().unwrap();
    let cases = cases();
    assert!(cases.len() > 20);
    for (weights, amount, mut expected) in cases {
        expected.resize(publicatie.deelnemers.len(), "0.00");
        assert_eq!(parts(&publicatie, &weights, amount), expected, "{amount} over {weights:?}");
    }
}

#[test]
fn a_negative_amount_gives_the_mirror_image() {
    let publicatie = standaard().unwrap();
    for (weights, amount, _) in cases() {
        let opposite = amount.strip_prefix('-').map_or_else(|| format!("-{amount}"), str::to_owned);
        let mirrored = parts(&publicatie, &weights, &opposite);
        let mirrored: Vec<i64> = mirrored.iter().map(|part| -cents(part)).collect();
        let parts: Vec<i64> =
            parts(&publicatie, &weights, amount).iter().map(|part| cents(part)).collect();
        assert_eq!(parts, mirrored, "{amount} over {weights:?}");
        assert_eq!(parts.iter().sum::<i64>(), cents(amount), "{amount} over {weights:?}");
    }
}

#[test]
fn no_amount_is_minus_nothing() {
    let publicatie = standaard().unwrap();
    for (weights, amount, _) in cases() {
        let parts = parts(&publicatie, &weights, amount);
        assert!(!parts.contains(&"-0.00".to_owned()), "{amount} over {weights:?}: {parts:?}");
    }
}

/// The last sentence of how a deelnemer's part of the ophoging comes about.
fn herleiding(weights: &[&str], amount: &str, deelnemer: usize) -> String {
    let publicatie = standaard().unwrap();
    let outcome = outcome(&publicatie, weights, amount);
    let found = outcome.zoek("ophoging", None, Jaar::new(2022).unwrap(), Some(deelnemer)).unwrap();
    let lines = Names::new(&publicatie).lines(&found.term.herleiding(found.naam));
    lines.last().unwrap().clone()
}

#[test]
fn equal_remainders_are_named_and_others_are_not() {
    const NAMED: &str = "Gelijke resten: de volgorde van de deelnemers besliste";
    for (weights, amount, deelnemer, named) in [
        (vec!["4", "4", "4", "4"], "0.02", 0, true),
        (vec!["300", "300", "100", "100"], "0.05", 2, true),
        (vec!["1", "1"], "0.01", 1, true),
        (vec!["7", "2"], "10.00", 0, false),
        (vec!["1", "1"], "0.02", 0, false),
    ] {
        let text = herleiding(&weights, amount, deelnemer);
        assert_eq!(text.contains(NAMED), named, "{amount} over {weights:?}: {text}");
    }
}

fn faults(weights: &[&str]) -> Vec<(Code, String)> {
    let publicatie = standaard().unwrap();
    let controle = controleer(&publicatie, &scenario(&publicatie, weights, "0.02"));
    assert!(controle.scenario.is_none(), "{weights:?}");
    // The amount to divide is far outside the published band: a warning, no fault.
    let faults = controle.meldingen.into_iter().filter(bijdragewijzer::melding::Melding::refuses);
    faults.map(|it| (it.code, it.pad)).collect()
}

#[test]
fn weights_that_are_all_zero_are_refused_where_they_stand() {
    assert_eq!(faults(&["0", "0", "0"]), [(Code::WeightsZero, "$.sleutel.gewichten".into())]);
    assert_eq!(faults(&["-0.00"]), [(Code::WeightsZero, "$.sleutel.gewichten".into())]);
}

#[test]
fn a_negative_weight_is_refused_where_it_stands() {
    let pad = "$.sleutel.gewichten[1].waarde".to_owned();
    assert_eq!(faults(&["3", "-1", "2"]), [(Code::OutOfBounds, pad)]);
}
