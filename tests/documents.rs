//! The documents are in order: generated parts are current, the figures in them are those of the model,
//! sums worked out by hand are right, every word of the contract has a row in the glossary, and no
//! document points at a file that is not there.
//!
//! `UPDATE_EXPECT=1 cargo test --test documents` writes the generated parts anew.

#[path = "documents/amounts.rs"]
mod amounts;
#[path = "documents/commands.rs"]
mod commands;
#[path = "documents/coverage.rs"]
mod coverage;
#[path = "documents/files.rs"]
mod files;
#[path = "documents/glossary.rs"]
mod glossary;
#[path = "documents/links.rs"]
mod links;
#[path = "documents/parameters.rs"]
mod parameters;
#[path = "documents/sums.rs"]
mod sums;

use amounts::Model;
use expect_test::expect_file;

/// Fails with every problem on a line of its own.
#[track_caller]
fn none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn generated_formulas_and_the_output_of_commands_are_current() {
    for document in files::documents() {
        let text = files::read(&document).unwrap();
        let model = Model::of_document(&text).unwrap();
        let current = amounts::regenerated(&text, &model).unwrap();
        let current = commands::with_output(&current).unwrap();
        expect_file![files::root().join(&document)].assert_eq(&current);
    }
}

#[test]
fn the_page_of_parameters_is_current() {
    let model = Model::of_document("").unwrap();
    let current = parameters::page(&model.publicatie);
    expect_file![files::root().join("docs/parameters.md")].assert_eq(&current);
}

#[test]
fn every_figure_in_a_document_is_that_of_the_model() {
    let mut problems = Vec::new();
    let mut count = 0;
    for document in files::documents() {
        let text = files::read(&document).unwrap();
        let model = Model::of_document(&text).unwrap();
        for (number, line) in text.lines().enumerate() {
            for (written, amount) in amounts::figures(line) {
                count += 1;
                if let Err(problem) = model.check_figure(&written, amount) {
                    problems.push(format!("{document}:{}: {problem}", number + 1));
                }
            }
        }
    }
    none(&problems);
    assert!(count > 0, "no document has a figure");
}

#[test]
fn every_sum_worked_out_by_hand_is_right() {
    let mut problems = Vec::new();
    let mut count = 0;
    for document in files::documents() {
        let text = files::read(&document).unwrap();
        for (number, line) in files::code(&text, "reken") {
            count += 1;
            problems.extend(sums::fault(line).map(|fault| format!("{document}:{number}: {fault}")));
        }
    }
    none(&problems);
    assert!(count > 0, "no document works anything out");
}

#[test]
fn every_amount_in_prose_says_where_it_comes_from() {
    // Generated as a whole, from the publicatie and from the meldingen.
    let made = ["docs/parameters.md", "docs/meldingen.md"];
    let written = files::documents().into_iter().filter(|document| !made.contains(&&**document));
    let problems = written
        .flat_map(|document| coverage::loose_amounts(&document, &files::read(&document).unwrap()));
    none(&problems.collect::<Vec<_>>());
}

#[test]
fn the_five_amounts_worked_out_by_hand_are_those_of_the_model() {
    let text = files::read("docs/narekenen.md").unwrap();
    let sections: Vec<&str> = text.split("\n## ").skip(1).collect();
    assert_eq!(sections.len(), 5, "five amounts");
    none(&sections.iter().filter_map(|section| coverage::not_tied(section)).collect::<Vec<_>>());
}

#[test]
fn every_post_has_its_formula_in_the_rekenmodel() {
    let text = files::read("docs/rekenmodel.md").unwrap();
    let model = Model::of_document(&text).unwrap();
    none(&coverage::posts_without_formula(&text, &model));
}

#[test]
fn every_parameter_variant_and_key_is_on_the_page_of_parameters() {
    let text = files::read("docs/parameters.md").unwrap();
    let publicatie = Model::of_document("").unwrap().publicatie;
    let parameters = publicatie.parameters.iter().map(|it| &it.id);
    let varianten = publicatie.varianten.iter().map(|it| &it.id);
    let sleutels = publicatie.sleutels.iter().map(|it| &it.id);
    let ids = parameters.chain(varianten).chain(sleutels);
    let missing = ids.filter(|id| !text.contains(&format!("\n| `{id}` |")));
    none(&missing.map(ToString::to_string).collect::<Vec<_>>());
}

#[test]
fn the_code_map_matches_the_code() {
    let text = files::read("docs/architecture.md").unwrap();
    none(&coverage::not_on_the_map(&text));
    let direction = |text: &str| {
        let line = text.lines().find(|line| line.contains("units <- ")).map(str::to_owned);
        line.map(|line| line.trim_start_matches("//!").trim().to_owned())
    };
    let code = direction(&files::read("src/lib.rs").unwrap());
    assert!(code.is_some() && code == direction(&text), "the layers differ from src/lib.rs");
}

#[test]
fn every_function_of_the_js_api_is_described() {
    let text = files::read("docs/js-api.md").unwrap();
    let functions = coverage::js_functions(&files::read("src/js.rs").unwrap());
    assert!(functions.contains(&"bereken".to_owned()), "the functions were not found");
    let missing = functions.into_iter().filter(|name| !text.contains(&format!("| `{name}(")));
    none(&missing.collect::<Vec<_>>());
}

#[test]
fn every_decision_is_listed_and_has_its_three_parts() {
    let list = files::read("docs/decisions/README.md").unwrap();
    let mut problems = Vec::new();
    for path in files::below("docs/decisions", "md") {
        let name = path.trim_start_matches("docs/decisions/");
        if name == "README.md" {
            continue;
        }
        let text = files::read(&path).unwrap();
        let parts = ["# ", "\n## Context\n", "\n## Decision\n", "\n## Consequences\n"];
        problems.extend(
            parts
                .iter()
                .filter(|part| !text.contains(**part))
                .map(|part| format!("{path}: {part}")),
        );
        if !list.contains(&format!("({name})")) {
            problems.push(format!("{path} is not in the list"));
        }
    }
    none(&problems);
}

#[test]
fn no_document_names_a_place_on_one_machine() {
    let problems = files::documents()
        .into_iter()
        .flat_map(|document| links::absolute_paths(&document, &files::read(&document).unwrap()));
    none(&problems.collect::<Vec<_>>());
}

#[test]
fn every_public_name_of_the_domain_is_a_row_of_the_glossary_or_english() {
    let rows = glossary::rows(&files::read("docs/glossary.md").unwrap());
    let english = files::read("tests/documents/english.txt").unwrap();
    let english: Vec<&str> = english.lines().filter(|line| !line.starts_with('#')).collect();
    let mut problems = Vec::new();
    for name in coverage::public_names().unwrap() {
        let words = glossary::without_row(&name, &glossary::terms(&rows));
        let unknown = words.iter().filter(|word| !english.contains(&word.as_str()));
        problems.extend(unknown.map(|word| {
            format!("{name}: {word} needs a row, or a line in tests/documents/english.txt")
        }));
    }
    none(&problems);
}

#[test]
fn every_word_of_the_contract_has_a_row_in_the_glossary() {
    let rows = glossary::rows(&files::read("docs/glossary.md").unwrap());
    let terms = glossary::terms(&rows);
    let text = files::read("docs/rekenmodel.md").unwrap();
    let model = Model::of_document(&text).unwrap();
    let missing = glossary::names(&model).into_iter().filter_map(|name| {
        let words = glossary::without_row(&name, &terms);
        (!words.is_empty()).then(|| format!("{name}: no row for {}", words.join(", ")))
    });
    none(&missing.collect::<Vec<_>>());
}

#[test]
fn every_row_of_the_glossary_is_whole_used_and_in_order() {
    let rows = glossary::rows(&files::read("docs/glossary.md").unwrap());
    let in_use = glossary::names_in_use().unwrap();
    let mut problems = Vec::new();
    let mut before = String::new();
    for row in &rows {
        let first = row.terms.first().cloned().unwrap_or_default();
        if row.cells.len() != 5 || row.cells.iter().any(String::is_empty) {
            problems.push(format!("{first}: five cells, none of them empty"));
        }
        if first <= before {
            problems.push(format!("{first} stands after {before}"));
        }
        before = first;
        for term in &row.terms {
            let name = glossary::bounded(term);
            if !in_use.iter().any(|used| used.contains(&name)) {
                problems.push(format!("{term}: nothing uses it"));
            }
        }
    }
    none(&problems);
    assert!(!rows.is_empty(), "the table was not found");
}

#[test]
fn every_link_leads_somewhere() {
    let documents = files::documents();
    let problems = documents
        .iter()
        .flat_map(|document| links::broken_links(document, &files::read(document).unwrap()));
    none(&problems.collect::<Vec<_>>());
}

#[test]
fn every_file_that_a_document_names_is_there() {
    // The changelog and the decisions speak of their own day.
    let history =
        |document: &String| document == "CHANGELOG.md" || document.contains("/decisions/");
    let documents = files::documents();
    let problems = documents
        .iter()
        .filter(|document| !history(document))
        .flat_map(|document| links::missing_files(document, &files::read(document).unwrap()));
    none(&problems.collect::<Vec<_>>());
}
