//! The tables of these tests, the fields by name, and a runner that draws the same cases in every run.

use std::fs;

use bijdragewijzer::units::lezen::Veld;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};

/// The rows of a table: cells between tabs, without the heading and comments. In the second cell, the text
/// as it is typed, `\u{…}`, `\t`, `\r` and `\n` stand for one sign.
pub(crate) fn rows(name: &str) -> Vec<Vec<String>> {
    let path = format!("{}/tests/getallen/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let cells = |line: &str| -> Vec<String> { line.split('\t').map(str::to_owned).collect() };
    lines
        .skip(1)
        .map(cells)
        .map(|mut row| {
            row[1] = signs(&row[1]);
            row
        })
        .collect()
}

fn signs(cell: &str) -> String {
    let mut pieces = cell.split("\\u{");
    let mut out = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let (code, rest) = piece.split_once('}').unwrap();
        out.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        out.push_str(rest);
    }
    out.replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n")
}

/// A field by the name that the tables give it.
pub(crate) fn veld(name: &str) -> Veld {
    match name {
        "bedrag" => Veld::bedrag(),
        "bedrag vanaf nul" => Veld::bedrag_from_zero(),
        "gewicht" => Veld::gewicht(),
        "aantal" => Veld::aantal(0),
        "aantal 1 decimaal" => Veld::aantal(1),
        "aantal 4 decimalen" => Veld::aantal(4),
        "omvang" => Veld::aantal_of_aandeel(),
        "aandeel" => Veld::aandeel(),
        "index" => Veld::index(),
        _ => panic!("no field is called {name}"),
    }
}

pub(crate) fn every_veld() -> [Veld; 9] {
    [
        "bedrag",
        "bedrag vanaf nul",
        "gewicht",
        "aantal",
        "aantal 1 decimaal",
        "aantal 4 decimalen",
        "omvang",
        "aandeel",
        "index",
    ]
    .map(veld)
}

/// Holds a law against 4.000 cases.
pub(crate) fn holds<S: Strategy>(cases: S, law: impl Fn(S::Value) -> TestCaseResult) {
    let config = Config { cases: 4_000, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    if let Err(broken) = TestRunner::new_with_rng(config, rng).run(&cases, law) {
        panic!("{broken}");
    }
}
