//! Calls that are not understood, files that cannot be read, and help.

use std::process::Stdio;

use crate::run::{bijdrage, file, program, with_input};

/// A call that is refused before anything is read: exit code 2, a Dutch sentence, nothing on stdout.
#[track_caller]
fn refused(arguments: &[&str], words: &str) {
    let done = with_input(arguments, r#"{"versie":1}"#);
    assert_eq!((done.code, done.out.as_str()), (Some(2), ""), "{arguments:?}");
    assert!(done.errors.contains(words), "{arguments:?}: {}", done.errors);
    assert!(done.errors.starts_with("bijdrage: "), "{arguments:?}: {}", done.errors);
    assert!(done.errors.ends_with("\nZie bijdrage --help.\n"), "{arguments:?}: {}", done.errors);
}

#[test]
fn an_unknown_command_names_those_there_are() {
    refused(
        &["bereke"],
        "bereke bestaat niet; er zijn bereken, herleiding, hoekpunten en controleer",
    );
    refused(&["scenario.json"], "scenario.json bestaat niet; er zijn bereken");
}

#[test]
fn an_unknown_option_names_those_there_are() {
    let options = "er zijn --publicatie, --scenario, --deel, --tekst, --html";
    for option in ["--json", "--scenarios", "-t", "--Tekst"] {
        refused(&["bereken", option], &format!("{option} bestaat niet; {options}"));
    }
}

#[test]
fn an_option_that_does_not_belong_is_refused() {
    refused(&["bereken", "--deel", "begroot"], "--deel hoort niet bij bereken");
    refused(&["controleer", "--tekst"], "--tekst hoort niet bij controleer");
    refused(&["controleer", "--deel", "begroot"], "--deel hoort niet bij controleer");
}

#[test]
fn an_option_needs_its_value_and_stands_there_once() {
    refused(&["bereken", "--publicatie"], "na --publicatie hoort een waarde te staan");
    refused(&["bereken", "--scenario="], "na --scenario hoort een waarde te staan");
    refused(&["bereken", "--tekst=ja"], "--tekst heeft geen waarde");
    refused(&["bereken", "--tekst", "--html"], "kies --tekst of --html");
    refused(&["hoekpunten", "begroot", "2022", "--html"], "--html hoort niet bij hoekpunten");
    refused(&["bereken", "--scenario", "a", "--scenario", "b"], "--scenario staat er twee keer");
}

#[test]
fn two_scenarios_are_one_too_many() {
    refused(
        &["bereken", "een.json", "twee.json"],
        "geef één scenario; twee.json is er één te veel",
    );
    refused(&["controleer", "een.json", "twee.json"], "twee.json is er één te veel");
    refused(&["bereken", "--scenario", "een.json", "twee.json"], "twee.json is er één te veel");
}

#[test]
fn the_standard_input_is_one_document() {
    refused(
        &["bereken", "-", "--publicatie", "-"],
        "de standaardinvoer kan maar één document zijn",
    );
    refused(
        &["herleiding", "effect", "2022", "--scenario", "-", "--publicatie", "-"],
        "de standaardinvoer kan maar één document zijn",
    );
}

#[test]
fn a_herleiding_needs_a_post_and_a_year_and_no_more() {
    refused(&["herleiding"], "geef een post en een jaar");
    refused(&["herleiding", "effect"], "geef een post en een jaar");
    refused(&["herleiding", "effect", "straks"], "straks is geen jaar");
    refused(
        &["herleiding", "effect", "2022", "zwolle", "scenario.json"],
        "scenario.json is er één te veel; een scenario komt na --scenario",
    );
}

/// A question about an amount that there is not: a melding on stderr, with what there is.
#[track_caller]
fn no_amount(arguments: &[&str], words: &[&str]) {
    let done = bijdrage(arguments);
    assert_eq!((done.code, done.out.as_str()), (Some(2), ""), "{arguments:?}");
    assert_eq!(done.codes().len(), 1, "{}", done.errors);
    for words in words {
        assert!(done.errors.contains(words), "{arguments:?}: {words} in {}", done.errors);
    }
}

#[test]
fn an_amount_that_there_is_not_names_those_there_are() {
    no_amount(
        &["herleiding", "ophogin", "2022"],
        &["“ophogin”", "Kies uit: ophoging, reservering", "definitief"],
    );
    no_amount(&["herleiding", "effect", "2020"], &["Kies uit: 2021, 2022, 2023, 2024, 2025."]);
    no_amount(&["herleiding", "dpia", "2022"], &["Kies uit: 2021."]);
    no_amount(
        &["herleiding", "effect", "2022", "zwol"],
        &["“zwol”", "deelnemer", "nijkerk, zwolle."],
    );
    no_amount(
        &["herleiding", "effect", "2022", "--deel", "definitief"],
        &["Kies uit: begroot, verrekening."],
    );
    no_amount(
        &["herleiding", "ophoging", "2022", "--deel", "verrekening"],
        &["Kies uit: begroot."],
    );
    no_amount(&["herleiding", "bijdrage_nieuw", "2022"], &["Bij “deelnemer” staat niets"]);
    no_amount(
        &["herleiding", "btw_compensatie", "2022", "vechtstromen"],
        &["“btw_compensatie”", "Kies uit:"],
    );
}

#[test]
fn hoekpunten_are_asked_as_a_herleiding_is() {
    refused(&["hoekpunten"], "geef een post en een jaar");
    no_amount(&["hoekpunten", "effekt", "2022"], &["“effekt”", "Kies uit:"]);
    no_amount(&["hoekpunten", "effect", "2022", "zwol"], &["“zwol”", "deelnemer"]);
}

#[test]
fn what_cannot_be_read_is_no_bad_input() {
    for command in ["bereken", "controleer"] {
        let done = bijdrage(&[command, "bestaat-niet.json"]);
        assert_eq!((done.code, done.out.as_str()), (Some(1), ""), "{command}");
        assert_eq!(done.errors, "bijdrage: het bestand bestaat-niet.json bestaat niet\n");
    }
    let done = bijdrage(&["bereken", "tests"]);
    assert_eq!(done.code, Some(1));
    assert_eq!(done.errors, "bijdrage: tests is een map, geen bestand\n");
    let done = bijdrage(&["bereken", "--publicatie", "bestaat-niet.json"]);
    assert_eq!(done.code, Some(1));
}

#[test]
fn what_is_no_json_is_bad_input() {
    let path = file("web.json", "<!DOCTYPE html>");
    let done = bijdrage(&["bereken", &path]);
    assert_eq!((done.code, done.codes()), (Some(2), vec!["F101".to_owned()]));
    let done = with_input(&["bereken", "-"], "");
    assert_eq!((done.code, done.codes()), (Some(2), vec!["F101".to_owned()]));
}

#[test]
fn help_is_in_dutch_and_names_every_command_and_option() {
    let help = bijdrage(&["--help"]).fine();
    for arguments in [vec![], vec!["-h"], vec!["help"], vec!["bereken", "--help"]] {
        assert_eq!(bijdrage(&arguments).fine().out, help.out, "{arguments:?}");
    }
    for words in [
        "Gebruik",
        "bijdrage bereken",
        "bijdrage herleiding",
        "bijdrage hoekpunten",
        "bijdrage controleer",
        "--publicatie",
        "--scenario",
        "--deel",
        "--tekst",
        "--html",
        "--help",
        "--version",
        "Uitgangscode",
    ] {
        assert!(help.out.contains(words), "{words}");
    }
    let longest = help.out.lines().map(|line| line.chars().count()).max().unwrap();
    assert!(longest <= 112, "{longest} signs in a line");
}

#[test]
fn the_version_is_one_line() {
    let done = bijdrage(&["--version"]).fine();
    assert_eq!(done.out, concat!("bijdrage ", env!("CARGO_PKG_VERSION"), "\n"));
}

/// As with `bijdrage bereken | head -c 1`.
#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let mut child =
        program().arg("bereken").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert_eq!((done.status.code(), done.stderr), (Some(0), Vec::new()));
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let done = program().arg("bereken").arg(OsStr::from_bytes(b"\xff.json")).output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8(done.stderr).unwrap().contains("is geen leesbare tekst"));
}
