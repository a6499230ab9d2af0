//! What documents point at: other documents, files, tests.

use std::path::Path;

use crate::files::{between, prose, read, root};

/// Folders whose files documents name by their path from the root.
const FOLDERS: [&str; 7] = ["src/", "tests/", "docs/", "www/", "xtask/", "benches/", ".ci/"];

/// Links of a document that lead nowhere.
pub(crate) fn broken_links(document: &str, text: &str) -> Vec<String> {
    let folder = Path::new(document).parent().unwrap_or(Path::new(""));
    let mut broken = Vec::new();
    for (number, line) in prose(text) {
        for target in between(line, "](", ")") {
            let outside = ["http://", "https://", "mailto:"];
            if outside.iter().any(|scheme| target.starts_with(scheme)) {
                continue;
            }
            let (path, heading) = target.split_once('#').unwrap_or((target, ""));
            let path = if path.is_empty() {
                document.to_owned()
            } else {
                folder.join(path).to_string_lossy().into_owned()
            };
            if !root().join(&path).exists() {
                broken.push(format!("{document}:{number}: {target} does not exist"));
            } else if !heading.is_empty() && !has_heading(&path, heading) {
                broken.push(format!("{document}:{number}: {target} has no such heading"));
            }
        }
    }
    broken
}

fn has_heading(path: &str, heading: &str) -> bool {
    let text = read(path).unwrap_or_default();
    prose(&text).iter().any(|(_, line)| {
        line.starts_with('#') && slug(line.trim_start_matches('#').trim()) == heading
    })
}

fn slug(heading: &str) -> String {
    let kept = heading.to_lowercase();
    let kept =
        kept.chars().filter(|sign| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '_'));
    kept.map(|sign| if sign == ' ' { '-' } else { sign }).collect()
}

/// Files and tests named in a document that are not there: `src/model/regel.rs`,
/// `tests/laws.rs::unknown_never_becomes_zero`.
pub(crate) fn missing_files(document: &str, text: &str) -> Vec<String> {
    let mut missing = Vec::new();
    for (number, line) in prose(text) {
        for span in between(line, "`", "`") {
            let pattern = span.contains(['*', ' ', '…', '<', '{', 'N']);
            if pattern || !FOLDERS.iter().any(|folder| span.starts_with(folder)) {
                continue;
            }
            let (path, test) = span.split_once("::").unwrap_or((span, ""));
            let found = root().join(path).exists() && (test.is_empty() || has_function(path, test));
            if !found {
                missing.push(format!("{document}:{number}: {span} does not exist"));
            }
        }
    }
    missing
}

fn has_function(path: &str, name: &str) -> bool {
    read(path).unwrap_or_default().contains(&format!("fn {name}("))
}

/// Paths from the root of a disk: what a document names is named from the root of the checkout.
pub(crate) fn absolute_paths(document: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        // The end of an element is no path.
        let line = line.replace("</", " ");
        let words = line.split(|sign: char| sign.is_whitespace() || "`\"'()|<>=".contains(sign));
        let absolute = |word: &&str| {
            let mut signs = word.chars();
            let rooted = signs.next() == Some('/') && signs.next().is_some_and(char::is_alphabetic);
            rooted || word.contains(":\\") || word.starts_with("~/")
        };
        let number = index + 1;
        found.extend(words.filter(absolute).map(|word| format!("{document}:{number}: {word}")));
    }
    found
}
