//! The invariants of the house that no compiler holds, over the text of the sources: layers point inward, the
//! model contains no facts, the browser stands in one file, and files stay short.

#[cfg(test)]
#[path = "architecture/source.rs"]
mod source;

use source::{Source, sources};

/// The layers of the library: each may use those before it.
const LAYERS: [&str; 10] = [
    "units",
    "formula",
    "melding",
    "document",
    "publicatie",
    "scenario",
    "model",
    "vragen",
    "view",
    "export",
];

/// A starting point of a publicatie is a complete scenario, so its reader hands that part to the reader of
/// scenarios.
const EXCEPTIONS: [(&str, &str); 2] =
    [("src/publicatie/mod.rs", "scenario"), ("src/publicatie/read/mod.rs", "scenario")];

/// Fails with every problem on a line of its own.
#[track_caller]
fn none(problems: Vec<String>) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// The files in which this text stands outside comments, tests and texts.
fn files_with(words: &str) -> Vec<String> {
    sources()
        .into_iter()
        .filter(|source| source.code.contains(words))
        .map(|source| source.path)
        .collect()
}

fn is_in_library(source: &Source) -> bool {
    LAYERS.contains(&source.layer())
}

#[test]
fn a_layer_uses_only_what_stands_before_it() {
    let place = |layer: &str| LAYERS.iter().position(|known| *known == layer);
    let mut problems = Vec::new();
    let mut excused = 0;
    for source in sources().iter().filter(|source| is_in_library(source)) {
        for used in source.crate_modules() {
            if place(&used) <= place(source.layer()) {
                continue;
            }
            if EXCEPTIONS.contains(&(source.path.as_str(), used.as_str())) {
                excused += 1;
            } else {
                problems.push(format!("{} uses {used}", source.path));
            }
        }
    }
    none(problems);
    assert_eq!(excused, EXCEPTIONS.len(), "an exception that is no longer needed");
}

#[test]
fn every_module_of_the_library_is_a_layer() {
    let lib = sources().into_iter().find(|source| source.path == "src/lib.rs").unwrap();
    let mut modules = lib.declared_modules();
    modules.retain(|module| module != "js");
    modules.sort();
    let mut layers = LAYERS.map(str::to_owned).to_vec();
    layers.sort();
    assert_eq!(modules, layers);
}

#[test]
fn the_page_sees_the_library_only_from_outside() {
    let ui = sources().into_iter().filter(|source| source.path.starts_with("src/ui/"));
    let inside = ui.filter(|source| source.crate_modules().iter().any(|used| used != "ui"));
    none(
        inside.map(|source| format!("{} uses another module of its crate", source.path)).collect(),
    );
}

#[test]
fn the_model_has_no_number_but_nought_and_one() {
    let mut problems = Vec::new();
    for source in sources().iter().filter(|source| source.layer() == "model") {
        let numbers = source.numbers();
        let facts = numbers.iter().filter(|number| !["0", "1"].contains(&number.as_str()));
        problems.extend(facts.map(|number| format!("{}: {number}", source.path)));
    }
    none(problems);
}

#[test]
fn a_publicatie_does_no_arithmetic() {
    let own =
        ["src/publicatie/cijfer.rs", "src/publicatie/deelnemer.rs", "src/publicatie/parameter.rs"];
    for path in
        own.into_iter().chain(["src/publicatie/variant.rs", "src/publicatie/verdeelsleutel.rs"])
    {
        let source = sources().into_iter().find(|source| source.path == path).unwrap();
        for sign in [" + ", " - ", " * ", " / ", " % ", "+= ", "-= "] {
            assert!(!source.code.contains(sign), "{path} has{sign}");
        }
    }
}

#[test]
fn the_door_to_javascript_is_one_file() {
    assert_eq!(files_with("#[wasm_bindgen"), ["src/js.rs"]);
    assert_eq!(files_with("js_sys"), ["src/js.rs"]);
    assert_eq!(files_with("serde_wasm_bindgen"), ["src/js.rs"]);
}

#[test]
fn the_browser_is_touched_in_one_file() {
    assert_eq!(files_with("web_sys"), ["src/ui/browser.rs"]);
}

#[test]
fn yew_is_in_the_page_alone() {
    let outside = files_with("yew::").into_iter().chain(files_with("gloo"));
    let outside = outside.filter(|path| !path.starts_with("src/ui/") && path != "src/main.rs");
    none(outside.collect());
}

#[test]
fn floats_stand_where_they_are_named() {
    let mut found = files_with("f64");
    found.extend(files_with("f32"));
    found.sort();
    found.dedup();
    // The program of the draws is one.
    assert_eq!(found, ["src/formula/program.rs"]);
}

#[test]
fn the_library_knows_no_clock_no_chance_no_network_and_no_file() {
    let mut problems = Vec::new();
    for source in sources().iter().filter(|source| is_in_library(source)) {
        for words in [
            "std::time",
            "std::fs",
            "std::net",
            "std::env",
            "std::process",
            "std::thread",
            "rand::",
            "println!",
            "eprintln!",
        ] {
            if source.code.contains(words) {
                problems.push(format!("{}: {words}", source.path));
            }
        }
    }
    none(problems);
}

#[test]
fn no_sentence_stands_in_the_model() {
    // Two words can be a herkomst: "eigen invoer".
    let is_sentence = |text: &String| text.split(' ').count() > 2;
    let model = sources().into_iter().filter(|source| source.layer() == "model");
    let sentences = model.flat_map(|source| {
        let path = source.path.clone();
        source.texts.into_iter().filter(is_sentence).map(move |text| format!("{path}: {text}"))
    });
    none(sentences.collect());
}

/// Lines of a file without its tests, and of a file of the page's components.
const LONGEST: usize = 400;
const LONGEST_COMPONENT: usize = 150;

fn most_lines(path: &str) -> usize {
    if path.starts_with("src/ui/components/") { LONGEST_COMPONENT } else { LONGEST }
}

#[test]
fn files_stay_short() {
    let lengths: Vec<(usize, String)> =
        sources().into_iter().map(|source| (source.lines, source.path)).collect();
    let long = lengths.iter().filter(|(lines, path)| *lines > most_lines(path));
    none(long.map(|(lines, path)| format!("{path}: {lines} lines")).collect());
    let mut sorted: Vec<usize> = lengths.iter().map(|(lines, _)| *lines).collect();
    sorted.sort_unstable();
    let median = sorted[sorted.len() / 2];
    assert!(median <= 120, "the median is {median} lines");
}

#[test]
fn no_module_has_a_name_that_says_nothing() {
    const EMPTY: [&str; 8] =
        ["util", "utils", "helper", "helpers", "common", "types", "misc", "shared"];
    let named = sources()
        .into_iter()
        .filter(|source| source.path.split(['/', '.']).any(|part| EMPTY.contains(&part)));
    none(named.map(|source| source.path).collect());
}

#[test]
fn every_file_says_what_it_is() {
    let silent = sources().into_iter().filter(|source| !source.whole.starts_with("//! "));
    none(silent.map(|source| format!("{} has no doc on its first line", source.path)).collect());
}
