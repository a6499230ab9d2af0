//! Leaves out of the design system what the page does not use: rules of classes that appear nowhere in its source,
//! and tokens that no rule asks for. Our own classes stay: some are put together in the code.

use std::collections::BTreeSet;

use super::tokens;

/// How our own classes begin.
const OWN: &str = "bw-";

/// The minified sheet with the rules that can match.
pub(super) fn prune(sheet: &str, source: &str) -> String {
    let words: BTreeSet<&str> = source.split(|sign: char| !is_of_name(sign)).collect();
    let kept = rules(sheet, &|class| class.starts_with(OWN) || words.contains(class));
    without_unused_tokens(kept)
}

fn is_of_name(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '-' || sign == '_'
}

/// What stands between braces is read again where it holds rules.
fn rules(sheet: &str, known: &dyn Fn(&str) -> bool) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((prelude, block, after)) = next(rest) {
        rest = after;
        let Some(block) = block else {
            kept.push_str(prelude);
            continue;
        };
        let (comments, prelude) = after_comments(prelude);
        let prelude = prelude.trim();
        kept.push_str(comments);
        let nested = ["@layer", "@media", "@supports", "@container"];
        let (prelude, block) = if nested.iter().any(|name| prelude.starts_with(name)) {
            (prelude.to_owned(), rules(block, known))
        } else if prelude.starts_with('@') {
            (prelude.to_owned(), block.to_owned())
        } else {
            (selectors(prelude, known), block.to_owned())
        };
        if !prelude.is_empty() && !block.is_empty() {
            kept.push_str(&format!("{prelude}{{{block}}}"));
        }
    }
    kept
}

/// A statement, or a prelude and its block, and what follows.
fn next(sheet: &str) -> Option<(&str, Option<&str>, &str)> {
    if sheet.is_empty() {
        return None;
    }
    let skipped = after_comments(sheet).0.len();
    let Some(place) = sheet.get(skipped..)?.find(['{', ';']).map(|place| place + skipped) else {
        return Some((sheet, None, ""));
    };
    if sheet.as_bytes().get(place) == Some(&b';') {
        let (statement, after) = sheet.split_at_checked(place + 1)?;
        return Some((statement, None, after));
    }
    let mut depth = 0_usize;
    for (index, sign) in sheet.char_indices().skip_while(|(index, _)| *index < place) {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((
                sheet.get(..place)?,
                sheet.get(place + 1..index),
                sheet.get(index + 1..)?,
            ));
        }
    }
    Some((sheet, None, ""))
}

/// Comments at the beginning, and what follows.
fn after_comments(text: &str) -> (&str, &str) {
    let mut length = 0;
    while let Some(end) =
        text.get(length..).filter(|rest| rest.starts_with("/*")).and_then(|rest| rest.find("*/"))
    {
        length += end + 2;
    }
    text.split_at_checked(length).unwrap_or(("", text))
}

/// The selectors whose classes are all known. What stands in brackets, such as `:not(.a)`, decides nothing.
fn selectors(list: &str, known: &dyn Fn(&str) -> bool) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for selector in split_outside_brackets(list) {
        if classes(selector).into_iter().all(known) {
            kept.push(selector);
        }
    }
    kept.join(",")
}

fn split_outside_brackets(list: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_i32, 0);
    for (index, sign) in list.char_indices() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                parts.extend(list.get(start..index));
                start = index + 1;
            }
            _ => {}
        }
    }
    parts.extend(list.get(start..));
    parts
}

fn classes(selector: &str) -> Vec<&str> {
    let (mut found, mut depth) = (Vec::new(), 0_i32);
    for (index, sign) in selector.char_indices() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '.' if depth == 0 => {
                let rest = selector.get(index + 1..).unwrap_or_default();
                found.extend(rest.split(|sign: char| !is_of_name(sign)).next());
            }
            _ => {}
        }
    }
    found
}

/// A token may need another: until nothing changes.
fn without_unused_tokens(mut sheet: String) -> String {
    loop {
        let used: BTreeSet<String> = tokens::uses(&sheet).into_iter().map(str::to_owned).collect();
        let mut kept = String::with_capacity(sheet.len());
        for piece in sheet.split_inclusive(['{', ';', '}']) {
            let name = piece.split(':').next().unwrap_or_default();
            if name.starts_with("--") && !used.contains(name) && !piece.ends_with('{') {
                // The brace belongs to the rule.
                if piece.ends_with('}') {
                    kept.push('}');
                }
            } else {
                kept.push_str(piece);
            }
        }
        if kept.len() == sheet.len() {
            return kept;
        }
        sheet = kept;
    }
}

#[cfg(test)]
mod tests {
    use super::prune;

    #[test]
    fn a_rule_goes_when_its_class_is_nowhere() {
        let cases = [
            (".a{x:y}.b{x:y}", ".a{x:y}"),
            (".a,.b{x:y}", ".a{x:y}"),
            (".bw-vn--nadeel{x:y}", ".bw-vn--nadeel{x:y}"),
            (".a .b{x:y}", ""),
            (".a:not(.b):is(.c,.d){x:y}", ".a:not(.b):is(.c,.d){x:y}"),
            ("@media print{.b{x:y}}html{x:y}", "html{x:y}"),
            (
                "@charset \"utf-8\";/*! licence */\n@layer system{.a{x:y}.b{x:y}}",
                "@charset \"utf-8\";/*! licence */@layer system{.a{x:y}}",
            ),
            ("@font-face{src:url(\"b.c\")}", "@font-face{src:url(\"b.c\")}"),
        ];
        for (sheet, kept) in cases {
            assert_eq!(prune(sheet, "class=\"a a--wide\""), kept, "{sheet}");
        }
    }

    #[test]
    fn a_token_goes_when_nothing_asks_for_it() {
        assert_eq!(
            prune(".a{--x:1;--y:var(--x);--z:2;c:var(--z)}.a{--y:3}", "a"),
            ".a{--z:2;c:var(--z)}.a{}"
        );
    }
}
