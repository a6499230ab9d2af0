//! Documents with more faults than anyone mends: every door lists the first hundred and says how many more
//! there are, and what is refused is left out all the same.

use std::io::Write;
use std::process::{Command, Stdio};

use bijdragewijzer::document::Tree;
use bijdragewijzer::melding::{Code, Melding};
use bijdragewijzer::publicatie::{lees, standaard};
use bijdragewijzer::scenario::{Inhoud, controleer, controleer_vergelijking, open_file, open_link};
use bijdragewijzer::view::texts::melding_text;

use crate::schema::{root, tree, word};

/// So many unknown fields, each with its comma.
fn unknown_fields(count: usize) -> String {
    (0..count).map(|number| format!(r#""x{number}":0,"#)).collect()
}

/// The first hundred, and the last that says how many are left out.
fn cut(meldingen: &[Melding], left_out: usize) {
    assert_eq!(meldingen.len(), 101);
    let (last, listed) = meldingen.split_last().unwrap();
    assert!(listed.iter().all(|melding| melding.code != Code::MoreFaults));
    assert_eq!((last.code, last.pad.as_str()), (Code::MoreFaults, "$"));
    assert_eq!(last.gegevens, ["100".to_owned(), left_out.to_string()]);
}

#[test]
fn a_hundred_faults_are_all_listed() {
    let document = |count| tree(&format!(r#"{{{}"versie":1}}"#, unknown_fields(count)));
    let publicatie = standaard().unwrap();
    assert_eq!(controleer(&publicatie, &document(100)).meldingen.len(), 100);
    cut(&controleer(&publicatie, &document(101)).meldingen, 1);
}

#[test]
fn as_many_faults_as_fit_in_a_scenario() {
    let publicatie = standaard().unwrap();
    let text = format!(r#"{{{}"versie":1}}"#, unknown_fields(80_000));
    assert!(text.len() < 1_000_000 && text.len() > 800_000, "{}", text.len());
    let controle = controleer(&publicatie, &tree(&text));
    assert!(controle.scenario.is_none());
    cut(&controle.meldingen, 79_900);
    let opened = open_file(&publicatie, text.as_bytes());
    assert!(matches!(opened.inhoud, Inhoud::Geen));
    cut(&opened.meldingen, 79_900);
}

/// Four scenarios of which only the last is full: one list, of one length, with one number.
#[test]
fn a_vergelijking_has_one_list() {
    let scenario = |count: usize| format!(r#"{{{}"versie":1}}"#, unknown_fields(count));
    let scenarios = [60, 0, 30, 300].map(scenario).join(",");
    let text = format!(r#"{{"versie":1,"scenarios":[{scenarios}],"bovenaan":9}}"#);
    let refused = controleer_vergelijking(&standaard().unwrap(), &tree(&text)).unwrap_err();
    cut(&refused.meldingen, 60 + 30 + 300 + 1 - 100);
    assert_eq!(refused.meldingen[99].pad, "$.scenarios[3].x9");
    assert_eq!(refused.scenarios.len(), 4);
}

#[test]
fn a_publicatie_has_it_too() {
    let text = format!(r#"{{{}"versie":1}}"#, unknown_fields(500));
    let missing = lees(&tree(r#"{"versie":1}"#)).unwrap_err().len();
    cut(&lees(&tree(&text)).unwrap_err(), 500 + missing - 100);
}

#[test]
fn a_link_and_an_address_have_it_too() {
    let publicatie = standaard().unwrap();
    let parts: String = (0..30_000).map(|number| format!(".kleur~x{number}")).collect();
    // The missing end is a fault too.
    cut(&open_link(&publicatie, &format!("#/1.gblt-2021~1{parts}.x")).meldingen, 30_001 - 100);
    let choices: String = (0..30_000).map(|number| format!("x{number}&")).collect();
    cut(&open_link(&publicatie, &format!("#/keuzes?{choices}")).meldingen, 30_000 - 100);
}

/// A list that is full does not hide from the door what it must leave out.
#[test]
fn what_is_refused_beyond_the_list_is_left_out_too() {
    let publicatie = standaard().unwrap();
    let text = format!(
        r#"{{{}"versie":1,"publicatie":"gblt-2024","naam":"Blijft","sleutel":{{"alle":"eigen"}},"rekenprotocol":{{"jaren":9}}}}"#,
        unknown_fields(500)
    );
    let controle = controleer(&publicatie, &tree(&text));
    cut(&controle.meldingen, 500 + 3 - 100);
    let rest = controle.input.document();
    assert_eq!(controleer(&publicatie, &rest).meldingen, []);
    let named =
        ["publicatie", "naam", "sleutel", "rekenprotocol"].map(|name| rest.get(name).is_some());
    assert_eq!(named, [false, true, false, false]);
}

#[test]
fn the_command_line_says_the_same() {
    let text = format!(r#"{{{}"versie":1}}"#, unknown_fields(80_000));
    let expected = controleer(&standaard().unwrap(), &tree(&text)).meldingen;
    for command in ["bereken", "controleer"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_bijdrage"))
            .args([command, "-"])
            .current_dir(root())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let done = child.wait_with_output().unwrap();
        assert_eq!(done.status.code(), Some(2), "{command}");
        let errors = String::from_utf8(done.stderr).unwrap();
        let lines: Vec<Tree> = errors.lines().map(tree).collect();
        assert_eq!(lines.len(), 101, "{command}");
        for (line, melding) in lines.iter().zip(&expected) {
            assert_eq!(word(line.get("code")), melding.code.text(), "{command}");
            assert_eq!(word(line.get("tekst")), melding_text(melding), "{command}");
        }
    }
}
