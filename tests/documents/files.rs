//! Where the documents are.

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the checkout.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file, by its path from the root; a missing file is the problem itself.
pub(crate) fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
}

/// The documents that people read, by their path from the root.
pub(crate) fn documents() -> Vec<String> {
    let mut documents: Vec<String> =
        ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(str::to_owned).to_vec();
    documents.extend(below("docs", "md"));
    documents
}

/// Every file below a folder with this ending, in order.
pub(crate) fn below(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    collect(&root(), Path::new(folder), ending, &mut found);
    found.sort();
    found
}

fn collect(root: &Path, folder: &Path, ending: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(root.join(folder)).into_iter().flatten().flatten() {
        let path = folder.join(entry.file_name());
        if root.join(&path).is_dir() {
            collect(root, &path, ending, found);
        } else if path.extension().is_some_and(|found| found == ending) {
            found.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
}

/// The lines outside code blocks, with their numbers.
pub(crate) fn prose(text: &str) -> Vec<(usize, &str)> {
    let mut inside = false;
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            inside = !inside;
        } else if !inside {
            lines.push((index + 1, line));
        }
    }
    lines
}

/// The lines of the code blocks in a language, with their numbers.
pub(crate) fn code<'t>(text: &'t str, language: &str) -> Vec<(usize, &'t str)> {
    let mut current: Option<&str> = None;
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        match (line.strip_prefix("```"), current) {
            (Some(_), Some(_)) => current = None,
            (Some(opened), None) => current = Some(opened),
            (None, Some(opened)) if opened == language => lines.push((index + 1, line)),
            _ => {}
        }
    }
    lines
}

/// Every text between two marks in a line.
pub(crate) fn between<'t>(line: &'t str, open: &str, close: &str) -> Vec<&'t str> {
    let mut rest = line;
    let mut found = Vec::new();
    while let Some((_, after)) = rest.split_once(open) {
        let Some((inner, next)) = after.split_once(close) else { break };
        found.push(inner);
        rest = next;
    }
    found
}
