//! bereken, herleiding and controleer: their answers.

use bijdragewijzer::document::Tree;

use crate::run::{bijdrage, file, items, text, with_input};

const HALF: &str = r#"{"versie":1,"financiering":{"reservering":"500000.00"}}"#;
const WARNS: &str = r#"{"versie":1,"vrijgave":[{"jaar":2021,"bedrag":"200000.00"}]}"#;
const KLEIN: &str = "tests/contract/golden/publicatie-klein.json";

/// A total of every year.
fn totals(outcome: &Tree, name: &str) -> Vec<String> {
    items(outcome, "totaal").iter().map(|year| text(year, name)).collect()
}

#[test]
fn without_a_document_the_proposal_is_computed() {
    let done = bijdrage(&["bereken"]).fine();
    let begroot = ["-950000.00", "-950000.00", "-950000.00", "-559500.00", "-559500.00"];
    assert_eq!(totals(&done.json(), "begroot"), begroot);
    assert!(!done.out.contains(": "), "compact");
}

#[test]
fn a_scenario_comes_from_a_file_or_the_standard_input() {
    let path = file("half.json", HALF);
    let verrekening = ["-286972.23", "-18166.68", "311166.68", "0.00", "0.00"];
    for done in [
        bijdrage(&["bereken", &path]),
        bijdrage(&["bereken", "--scenario", &path]),
        bijdrage(&["bereken", &format!("--scenario={path}")]),
        with_input(&["bereken", "-"], HALF),
        with_input(&["bereken", "--scenario", "-"], HALF),
    ] {
        assert_eq!(totals(&done.fine().json(), "verrekening"), verrekening);
    }
}

#[test]
fn the_same_call_gives_the_same_bytes() {
    assert_eq!(bijdrage(&["bereken"]).out, bijdrage(&["bereken"]).out);
}

#[test]
fn a_warning_stands_on_stderr_and_the_outcome_stands() {
    let done = with_input(&["bereken", "-"], WARNS);
    assert_eq!((done.code, done.codes()), (Some(0), vec!["W405".to_owned()]));
    assert_eq!(text(&done.json(), "formaat"), "bijdragewijzer/uitkomst");
}

#[test]
fn a_melding_is_a_line_of_json_with_its_place_and_its_words() {
    let done = with_input(&["bereken", "-"], r#"{"versie":1,"index":"2%"}"#);
    assert_eq!(done.code, Some(2));
    assert_eq!(done.out, "");
    let expected = concat!(
        r#"{"code":"F110","ernst":"fout","pad":"$.index","titel":"Dit is geen getal","#,
        r#""tekst":"Bij “index” staat “2%”; dat is geen getal. Schrijf cijfers met een punt voor de decimalen, bijvoorbeeld 750000.00."}"#,
        "\n"
    );
    assert_eq!(done.errors, expected);
}

#[test]
fn a_table_to_read_has_the_amounts_in_dutch() {
    let done = bijdrage(&["bereken", "--tekst"]).fine();
    for words in ["Zwolle", "2022", "107.139,58"] {
        assert!(done.out.contains(words), "{words} in {}", done.out);
    }
    assert!(done.out.ends_with('\n') && !done.out.contains("evenredig-2019"), "{}", done.out);
}

#[test]
fn another_publicatie_can_be_given() {
    let done = bijdrage(&["bereken", "--publicatie", KLEIN]).fine();
    assert_eq!(totals(&done.json(), "begroot"), ["-6.00", "-2.00"]);
    let document =
        std::fs::read_to_string(format!("{}/{KLEIN}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let done = with_input(&["bereken", "--publicatie", "-"], &document).fine();
    assert_eq!(totals(&done.json(), "begroot"), ["-6.00", "-2.00"]);
}

#[test]
fn a_publicatie_with_a_fault_is_refused() {
    let path = file("publicatie.json", r#"{"formaat":"bijdragewijzer/publicatie","versie":1}"#);
    let done = bijdrage(&["bereken", "--publicatie", &path]);
    assert_eq!((done.code, done.out.as_str()), (Some(2), ""));
    assert!(done.codes().iter().all(|code| code == "F107"), "{:?}", done.codes());
}

#[test]
fn a_herleiding_ends_in_the_amount_that_was_asked() {
    for (arguments, amount) in [
        (vec!["herleiding", "ophoging", "2022"], "-1700000.00"),
        (vec!["herleiding", "ophoging", "2022", "zwolle"], "-191723.46"),
        (vec!["herleiding", "begroot", "2022", "zwolle"], "-107139.58"),
        (vec!["herleiding", "bijdrage_oud", "2022", "zwolle"], "2088582.00"),
        (vec!["herleiding", "bijdrage_nieuw", "2022", "zwolle"], "1981442.42"),
        (vec!["herleiding", "reservering", "2022", "--deel", "begroot"], "750000.00"),
        (vec!["herleiding", "reservering", "2022", "--deel=verrekening"], "-750000.00"),
        (vec!["herleiding", "--deel", "verrekening", "reservering", "2022"], "-750000.00"),
    ] {
        let json = bijdrage(&arguments).fine().json();
        let steps = items(&json, "stappen");
        assert_eq!(text(steps.last().unwrap(), "bedrag"), amount, "{arguments:?}");
    }
}

#[test]
fn a_herleiding_can_be_of_another_scenario_and_publicatie() {
    let path = file("half-herleiding.json", HALF);
    let json = bijdrage(&["herleiding", "reservering", "2022", "--scenario", &path]).fine().json();
    assert_eq!(text(items(&json, "stappen").last().unwrap(), "bedrag"), "500000.00");
    let arguments = ["herleiding", "begroot", "2031", "zuid", "--publicatie", KLEIN];
    let json = bijdrage(&arguments).fine().json();
    assert_eq!(text(items(&json, "stappen").last().unwrap(), "bedrag"), "-4.50");
}

/// The band of the budgeted baten: 5,2 to 6,2 million, less 4 million.
#[test]
fn hoekpunten_are_the_ends_of_the_band() {
    let json = bijdrage(&["hoekpunten", "ophoging", "2022"]).fine().json();
    let found = ["laag", "midden", "hoog"].map(|name| text(&json, name));
    assert_eq!(found, ["-2200000.00", "-1700000.00", "-1200000.00"]);
    let done = bijdrage(&["hoekpunten", "ophoging", "2022", "--tekst"]).fine();
    assert!(done.out.contains("2.200.000") && done.out.contains("1.200.000"), "{}", done.out);
}

#[test]
fn a_herleiding_to_read_numbers_its_steps() {
    let done = bijdrage(&["herleiding", "ophoging", "2022", "zwolle", "--tekst"]).fine();
    assert!(done.out.starts_with("[1] "), "{}", done.out);
    let last = done.out.lines().last().unwrap();
    assert!(last.contains("191.723,46") && done.out.ends_with('\n'), "{last}");
}

#[test]
fn controleer_gives_the_scenario_without_what_is_refused() {
    let text = r#"{"versie":1,"deelnemer":"zwolle","index":"2%","kleur":"rood"}"#;
    let done = with_input(&["controleer", "-"], text);
    assert_eq!((done.code, done.codes()), (Some(2), vec!["F105".to_owned(), "F110".to_owned()]));
    let rest = r#"{"formaat":"bijdragewijzer/scenario","versie":1,"deelnemer":"zwolle"}"#;
    assert_eq!(done.out, format!("{rest}\n"));
}

#[test]
fn controleer_gives_every_warning_that_bereken_gives() {
    let done = with_input(&["controleer", "-"], WARNS);
    assert_eq!((done.code, done.codes()), (Some(0), vec!["W405".to_owned()]));
    assert!(done.json().get("vrijgave").is_some());
}

#[test]
fn controleer_without_a_document_is_about_the_proposal() {
    let done = bijdrage(&["controleer"]).fine();
    assert_eq!(done.out, "{\"formaat\":\"bijdragewijzer/scenario\",\"versie\":1}\n");
}
