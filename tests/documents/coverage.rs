//! What the documents must name, and what they may not say without saying where it comes from.

use std::collections::BTreeSet;

use crate::amounts::{Model, figures};
use crate::files::{below, code, prose, read};

/// Totals and amounts of a deelnemer that have a formula of their own.
const TOTALS: [&str; 10] = [
    "effect",
    "begroot",
    "verrekening",
    "definitief",
    "cumulatief",
    "betaald",
    "bespaard",
    "bijdrage_oud",
    "bijdrage_nieuw",
    "btw_compensatie",
];

/// Amounts with cents in prose that neither name their amount nor stand in a sum of the same document.
pub(crate) fn loose_amounts(document: &str, text: &str) -> Vec<String> {
    let sums: Vec<&str> = code(text, "reken").into_iter().map(|(_, line)| line).collect();
    let mut loose = Vec::new();
    for (number, line) in prose(text) {
        let named: Vec<String> = figures(line).into_iter().map(|(written, _)| written).collect();
        let without_comments =
            line.split("<!--").map(|part| part.split_once("-->").map_or(part, |(_, after)| after));
        for amount in without_comments.flat_map(amounts_with_cents) {
            let bare = |other: &str| other.trim_start_matches(['+', '\u{2212}']) == amount;
            let worked_out = sums.iter().any(|sum| sum.contains(amount));
            if !worked_out && !named.iter().any(|other| bare(other)) {
                loose.push(format!("{document}:{number}: {amount} does not say what it is"));
            }
        }
    }
    loose
}

/// The numbers with two decimals in a text.
fn amounts_with_cents(text: &str) -> Vec<&str> {
    let words = text.split(|sign: char| !(sign.is_ascii_digit() || matches!(sign, '.' | ',')));
    let cents = |word: &&str| {
        word.split_once(',').is_some_and(|(whole, cents)| {
            !whole.is_empty() && cents.len() == 2 && cents.chars().all(|it| it.is_ascii_digit())
        })
    };
    words.map(|word| word.trim_end_matches(['.', ','])).filter(cents).collect()
}

/// What is wrong with a section that works an amount out: the last sum must give an amount of the model.
pub(crate) fn not_tied(section: &str) -> Option<String> {
    let title = section.lines().next().unwrap_or_default();
    let (_, last) = *code(section, "reken").last()?;
    let outcome = last.rsplit_once(" = ").map_or("", |(_, outcome)| outcome);
    let named = prose(section).into_iter().flat_map(|(_, line)| figures(line));
    let tied = named.into_iter().any(|(written, _)| written == outcome);
    (!tied).then(|| format!("{title}: {outcome} is not held against the model"))
}

/// Posts and totals for which the text does not ask the formula.
pub(crate) fn posts_without_formula(text: &str, model: &Model) -> Vec<String> {
    let posts = model.outcomes().flat_map(|it| it.posten.iter().chain(&it.eenmalig));
    // What was budgeted and is settled has the formula of the post itself.
    let ids: BTreeSet<String> =
        posts.map(|post| post.id.trim_end_matches("_begroot").to_owned()).collect();
    let ids = ids.into_iter().chain(TOTALS.map(str::to_owned));
    ids.filter(|id| !text.contains(&format!("<!-- formule: {id} "))).collect()
}

/// Parts of `src/` and files of the model that the code map leaves out.
pub(crate) fn not_on_the_map(text: &str) -> Vec<String> {
    let mut parts = BTreeSet::new();
    for path in below("src", "rs") {
        let inside = path.trim_start_matches("src/");
        match inside.split_once('/') {
            Some(("model", file)) if !file.contains('/') => parts.insert(file.to_owned()),
            Some((folder, _)) => parts.insert(format!("{folder}/")),
            None => parts.insert(inside.to_owned()),
        };
    }
    parts.into_iter().filter(|part| !text.contains(&format!("| `{part}` |"))).collect()
}

/// The functions that JavaScript can call.
pub(crate) fn js_functions(source: &str) -> Vec<String> {
    let after = source.split("#[wasm_bindgen]").skip(1);
    let names = after.filter_map(|text| text.split_once("pub fn ")?.1.split_once('('));
    names.map(|(name, _)| name.to_owned()).collect()
}

/// The public types of the layers that speak of the domain, and their fields.
pub(crate) fn public_names() -> Result<BTreeSet<String>, String> {
    let mut names = BTreeSet::new();
    for layer in ["publicatie", "scenario", "model"] {
        for path in below(&format!("src/{layer}"), "rs") {
            names.extend(read(&path)?.lines().filter_map(public_name).map(str::to_owned));
        }
    }
    Ok(names)
}

fn public_name(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("pub ")?;
    let kinds = ["struct ", "enum ", "type ", "trait "];
    match kinds.iter().find_map(|kind| rest.strip_prefix(kind)) {
        Some(name) => name.split(|sign: char| !sign.is_alphanumeric()).next(),
        None => rest.split_once(": ").map(|(field, _)| field).filter(|it| !it.contains(' ')),
    }
}
