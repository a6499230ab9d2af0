//! Documents that someone saved stay readable, and keep their amounts.

use std::fs;

use bijdragewijzer::document::Tree;
use bijdragewijzer::export;
use bijdragewijzer::model::bereken;
use bijdragewijzer::publicatie::{Publicatie, lees, standaard};
use bijdragewijzer::scenario::{controleer, controleer_vergelijking};

use crate::schema::{fields, items, read, root, tree, word};

fn golden(name: &str) -> Tree {
    tree(&read(format!("tests/contract/golden/{name}.json")))
}

/// The outcome of a golden scenario, which gives no melding that refuses.
fn outcome(publicatie: &Publicatie, scenario: &Tree) -> Tree {
    let controle = controleer(publicatie, scenario);
    let scenario = controle.scenario.unwrap_or_else(|| panic!("{:?}", controle.meldingen));
    export::uitkomst(&bereken(publicatie, &scenario))
}

/// A total of all years.
fn totals<'t>(outcome: &'t Tree, name: &str) -> Vec<&'t str> {
    items(outcome.get("totaal")).iter().map(|year| word(year.get(name))).collect()
}

/// An amount of a deelnemer in all years; "" where it is not known.
fn of_deelnemer<'t>(outcome: &'t Tree, id: &str, name: &str) -> Vec<&'t str> {
    let all = items(outcome.get("deelnemers")).iter();
    let own = all.filter(|deelnemer| word(deelnemer.get("id")) == id);
    own.flat_map(|deelnemer| items(deelnemer.get("jaren")))
        .map(|year| word(year.get(name)))
        .collect()
}

#[test]
fn every_golden_scenario_is_read_without_a_melding() {
    let publicatie = standaard().unwrap();
    let folder = root().join("tests/contract/golden");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(name) = name.strip_suffix(".json").filter(|name| name.starts_with("scenario"))
        else {
            continue;
        };
        count += 1;
        let controle = controleer(&publicatie, &golden(name));
        let refused: Vec<_> =
            controle.meldingen.iter().filter(|melding| melding.refuses()).collect();
        assert!(refused.is_empty() && controle.scenario.is_some(), "{name}: {refused:?}");
    }
    assert!(count >= 4, "{count} golden scenarios");
}

#[test]
fn a_full_scenario_comes_back_as_it_was_written() {
    let written = golden("scenario-volledig");
    let controle = controleer(&standaard().unwrap(), &written);
    assert_eq!(controle.input.document().to_readable_json(), written.to_readable_json());
}

#[test]
fn the_full_scenario_has_every_field() {
    let written = golden("scenario-volledig");
    let schema = tree(&read("www/schema/scenario.schema.json"));
    let known: Vec<&str> =
        fields(schema.get("properties")).iter().map(|(name, _)| name.as_str()).collect();
    let found: Vec<&str> = fields(Some(&written)).iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(found, known);
}

#[test]
fn the_shortest_scenario_is_the_proposal() {
    let outcome = outcome(&standaard().unwrap(), &golden("scenario-kort"));
    let begroot = ["-950000.00", "-950000.00", "-950000.00", "-559500.00", "-559500.00"];
    assert_eq!(totals(&outcome, "begroot"), begroot);
    assert_eq!(of_deelnemer(&outcome, "zwolle", "begroot")[1], "-107139.58");
}

#[test]
fn half_a_million_is_settled_as_it_was() {
    let outcome = outcome(&standaard().unwrap(), &golden("scenario-halve-miljoen"));
    let verrekening = ["-286972.23", "-18166.68", "311166.68", "0.00", "0.00"];
    assert_eq!(totals(&outcome, "verrekening"), verrekening);
}

#[test]
fn an_incidental_amount_covers_what_it_did() {
    let outcome = outcome(&standaard().unwrap(), &golden("scenario-incidenteel"));
    let begroot = ["-1486972.23", "-1700000.00", "-1700000.00", "-1516500.00", "-559500.00"];
    assert_eq!(totals(&outcome, "begroot"), begroot);
    let eenmalig = items(outcome.get("eenmalig"));
    assert_eq!(eenmalig.len(), 1);
    assert_eq!(word(eenmalig[0].get("bedrag")), "2250000.00");
}

#[test]
fn a_vergelijking_comes_back_as_it_was_written() {
    let publicatie = standaard().unwrap();
    let written = golden("vergelijking");
    let (vergelijking, meldingen) = controleer_vergelijking(&publicatie, &written).unwrap();
    assert_eq!(meldingen, []);
    assert_eq!(vergelijking.document().to_readable_json(), written.to_readable_json());
}

/// The sums: ophoging −(110 − 100) = −10; kosten 8 × 0,5 = 4 and 8 × 1 = 8; over the weights 1 and 3.
#[test]
fn a_small_publicatie_of_another_body_is_read_and_computed() {
    let publicatie = lees(&golden("publicatie-klein")).unwrap();
    let outcome = outcome(&publicatie, &golden("scenario-kort"));
    assert_eq!(totals(&outcome, "begroot"), ["-6.00", "-2.00"]);
    assert_eq!(of_deelnemer(&outcome, "noord", "begroot"), ["-1.50", "-0.50"]);
    assert_eq!(of_deelnemer(&outcome, "zuid", "begroot"), ["-4.50", "-1.50"]);
    assert_eq!(of_deelnemer(&outcome, "nieuw", "begroot"), ["0.00", "0.00"]);
    assert_eq!(of_deelnemer(&outcome, "zuid", "oud"), ["300.00", "300.00"]);
    assert_eq!(of_deelnemer(&outcome, "nieuw", "oud"), ["", ""]);
}
