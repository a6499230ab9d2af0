//! Design tokens: custom properties, and which of them are in use.

use std::collections::{BTreeMap, BTreeSet};

/// The scope in which the page sets its tokens.
const SCOPE: &str = ".gblt-theme";

/// The part of the theme that the sheets use, directly or through another token, in the theme's own order.
pub(super) fn used(theme: &str, sheets: &[&str]) -> String {
    let definitions = definitions(theme);
    let values: BTreeMap<&str, &str> = definitions.iter().copied().collect();
    let mut needed = BTreeSet::new();
    let mut open: Vec<&str> = sheets.iter().flat_map(|sheet| uses(sheet)).collect();
    while let Some(name) = open.pop() {
        if let Some(value) = values.get(name)
            && needed.insert(name)
        {
            open.extend(uses(value));
        }
    }
    let kept = definitions.into_iter().filter(|(name, _)| needed.contains(name));
    let lines: String = kept.map(|(name, value)| format!("{name}: {value};\n")).collect();
    format!("{SCOPE} {{\n{lines}}}\n")
}

/// Each `--name: value` of a sheet, in order.
pub(super) fn definitions(sheet: &str) -> Vec<(&str, &str)> {
    sheet
        .split(['{', '}', ';'])
        .filter_map(|declaration| declaration.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
        .map(|(name, value)| (name.rsplit(char::is_whitespace).next().unwrap_or(name), value))
        .filter(|(name, _)| name.starts_with("--"))
        .collect()
}

/// The names in each `var(--name)` of a text.
pub(super) fn uses(text: &str) -> BTreeSet<&str> {
    text.split("var(")
        .skip(1)
        .map(str::trim_start)
        .filter_map(|rest| {
            rest.split(|character: char| !(character.is_alphanumeric() || "-_".contains(character)))
                .next()
        })
        .filter(|name| name.starts_with("--"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_kept_when_a_kept_token_needs_it() {
        let theme = ".voorbeeld-theme {\n  --a: var(--b);\n  --b: 1px;\n  --c: 2px;\n}";
        assert_eq!(
            used(theme, &["x { y: var(--a, var(--z)) }"]),
            ".gblt-theme {\n--a: var(--b);\n--b: 1px;\n}\n"
        );
    }

    #[test]
    fn names_are_read_in_any_layout() {
        assert_eq!(uses("a{b:var( --x,var(\n--y_1 ))}"), BTreeSet::from(["--x", "--y_1"]));
        assert_eq!(definitions("/* note */\na { --x : 1; c: d }"), [("--x", "1")]);
    }
}
