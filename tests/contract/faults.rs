//! One document with twenty faults: all twenty come out at once, each with its place.

use std::process::Command;

use bijdragewijzer::publicatie::standaard;
use bijdragewijzer::scenario::controleer;

use crate::schema::{read, root, tree, word};

const DOCUMENT: &str = "tests/contract/twintig-fouten.json";

/// Code and path of every fault in the document, in its order; written by hand.
const EXPECTED: [(&str, &str); 20] = [
    ("F104", "$.versie"),
    ("F118", "$.naam"),
    ("F116", "$.uitgangspunt"),
    ("F120", "$.deelnemer"),
    ("F117", "$.varianten[1]"),
    ("F112", "$.uitrol[0].inzet[0].waarde"),
    ("F114", "$.uitrol[0].inzet[1].jaar"),
    ("F206", "$.uitrol[1].inzet"),
    ("F207", "$.uitrol[1].omvang[0]"),
    ("F105", "$.financiering.reserve"),
    ("F113", "$.financiering.wijze"),
    ("F104", "$.financiering.reservering"),
    ("F112", "$.financiering.vertraging"),
    ("F115", "$.vrijgave[1].jaar"),
    ("F112", "$.sleutel.gewichten[0].waarde"),
    ("F110", "$.parameters[0].waarde"),
    ("F204", "$.parameters[1]"),
    ("F107", "$.onbekend[1].bedrag"),
    ("F211", "$.onbekend[0].post"),
    ("F111", "$.index"),
];

fn sorted(mut pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    pairs.sort();
    pairs
}

fn expected() -> Vec<(String, String)> {
    sorted(EXPECTED.iter().map(|(code, pad)| ((*code).to_owned(), (*pad).to_owned())).collect())
}

#[test]
fn all_twenty_are_reported_at_once() {
    let controle = controleer(&standaard().unwrap(), &tree(&read(DOCUMENT)));
    assert!(controle.scenario.is_none());
    let found = controle.meldingen.iter().map(|it| (it.code.text().to_owned(), it.pad.clone()));
    assert_eq!(sorted(found.collect()), expected());
}

#[test]
fn the_command_line_reports_all_twenty() {
    for command in ["bereken", "controleer"] {
        let done = Command::new(env!("CARGO_BIN_EXE_bijdrage"))
            .args([command, DOCUMENT])
            .current_dir(root())
            .output()
            .unwrap();
        assert_eq!(done.status.code(), Some(2), "{command}");
        let errors = String::from_utf8(done.stderr).unwrap();
        let pair = |line: &str| {
            let melding = tree(line);
            (word(melding.get("code")).to_owned(), word(melding.get("pad")).to_owned())
        };
        assert_eq!(sorted(errors.lines().map(pair).collect()), expected(), "{command}");
    }
}

#[test]
fn what_is_left_can_be_taken_over() {
    let controle = controleer(&standaard().unwrap(), &tree(&read(DOCUMENT)));
    let rest = controle.input.document();
    let again = controleer(&standaard().unwrap(), &rest);
    assert_eq!(again.meldingen, []);
    let kept = [
        r#""publicatie":"gblt-2021""#,
        r#""varianten":["1"]"#,
        r#""keuzes":{"capaciteit":"inhuur"}"#,
        r#""vrijgave":[{"jaar":2021,"bedrag":"200000.00"}]"#,
        r#""alle":"evenredig-2019""#,
    ];
    for part in kept {
        assert!(rest.to_json().contains(part), "{part} in {}", rest.to_json());
    }
}
