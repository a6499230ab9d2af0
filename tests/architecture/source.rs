//! A source file, taken apart: its code without comments and texts, its texts, and its length without tests.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

pub(crate) struct Source {
    /// From the root of the checkout, with `/`.
    pub(crate) path: String,
    pub(crate) whole: String,
    /// Without tests, comments and texts.
    pub(crate) code: String,
    /// The texts in it.
    pub(crate) texts: Vec<String>,
    /// How many lines it has without its tests.
    pub(crate) lines: usize,
}

/// Every source file of the product.
pub(crate) fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")), "src", &mut found);
    assert!(found.len() > 50, "{} sources", found.len());
    found
}

fn collect(root: &Path, folder: &str, found: &mut Vec<Source>) {
    let entries = fs::read_dir(root.join(folder)).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    for name in names {
        let path = format!("{folder}/{name}");
        if root.join(&path).is_dir() {
            collect(root, &path, found);
        } else if name.ends_with(".rs") {
            let whole = fs::read_to_string(root.join(&path)).unwrap();
            found.push(Source::new(path, whole));
        }
    }
}

impl Source {
    fn new(path: String, whole: String) -> Self {
        let without_tests = whole.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = without_tests.lines().count();
        let (code, texts) = taken_apart(without_tests);
        Self { path, code, texts, lines, whole }
    }

    /// `src/model/baten.rs` is of the layer `model`, `src/melding.rs` of `melding`.
    pub(crate) fn layer(&self) -> &str {
        let inside = self.path.trim_start_matches("src/");
        inside.split(['/', '.']).next().unwrap_or_default()
    }

    /// The modules of the crate that it names: `crate::units::Euro`, `crate::{units, model}`.
    pub(crate) fn crate_modules(&self) -> BTreeSet<String> {
        let mut modules = BTreeSet::new();
        for rest in self.code.split("crate::").skip(1) {
            let list = rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
            let names = list.map_or(rest, |(list, _)| list).split(',');
            let names = if list.is_some() { names.collect() } else { vec![rest] };
            for name in names {
                modules.insert(first_word(name.trim()).to_owned());
            }
        }
        modules.retain(|module| !module.is_empty());
        modules
    }

    /// `pub mod units;`
    pub(crate) fn declared_modules(&self) -> Vec<String> {
        let lines = self.code.lines().filter_map(|line| line.trim().strip_prefix("pub mod "));
        lines.map(|line| line.trim_end_matches(';').to_owned()).collect()
    }

    /// The numbers in its code; the length of an array says how many there are, not how much.
    pub(crate) fn numbers(&self) -> Vec<String> {
        let mut numbers = Vec::new();
        let mut before = ' ';
        let mut signs = self.code.chars().peekable();
        let mut recent = String::new();
        while let Some(sign) = signs.next() {
            let begins = sign.is_ascii_digit() && !(before.is_alphanumeric() || before == '_');
            if begins && before != '.' {
                let mut number = sign.to_string();
                while let Some(next) =
                    signs.next_if(|next| next.is_ascii_alphanumeric() || *next == '_')
                {
                    number.push(next);
                }
                if !recent.ends_with("; ") || signs.peek() != Some(&']') {
                    numbers.push(number);
                }
            }
            before = sign;
            recent.push(sign);
        }
        numbers
    }
}

fn first_word(text: &str) -> &str {
    let end = text.find(|sign: char| !(sign.is_alphanumeric() || sign == '_'));
    end.map_or(text, |end| &text[..end])
}

/// The code with every text as `""` and without comments, and the texts.
fn taken_apart(source: &str) -> (String, Vec<String>) {
    let mut code = String::new();
    let mut texts = Vec::new();
    let mut rest = source;
    while let Some(sign) = rest.chars().next() {
        let end = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(end) = text_end(rest) {
            texts.push(rest[1..end - 1].to_owned());
            code.push_str("\"\"");
            end
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\'") {
            rest[1..].find('\'').map_or(rest.len(), |at| at + 2)
        } else {
            code.push(sign);
            sign.len_utf8()
        };
        rest = &rest[end..];
    }
    (code, texts)
}

/// Where a text that begins here ends, behind its closing quote.
fn text_end(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('"')?;
    let mut escaped = false;
    for (at, sign) in inside.char_indices() {
        match sign {
            '"' if !escaped => return Some(at + 2),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    Some(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A rule that sees nothing would hold for ever.
    #[test]
    fn a_source_is_taken_apart() {
        let text = "//! Doc 7.\nuse crate::units::{Euro};\nuse crate::{model, view::x};\nfn f() -> [u8; 4] {\n    // 5 here\n    g(\"six 6\\\"\", 2_000, 0.5, x1, a.0)\n}\n#[cfg(test)]\nmod tests { 9 }\n";
        let source = Source::new("src/model/x.rs".into(), text.into());
        assert_eq!(source.numbers(), ["2_000", "0"]);
        assert_eq!(source.texts, ["six 6\\\""]);
        assert_eq!(source.layer(), "model");
        assert_eq!(source.lines, 7);
        let modules: Vec<String> = source.crate_modules().into_iter().collect();
        assert_eq!(modules, ["model", "units", "view"]);
    }
}
