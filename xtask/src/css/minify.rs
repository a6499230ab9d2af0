//! Takes comments and needless spaces out of a stylesheet; changes nothing else.

/// The same sheet without comments, except those that begin with `/*!`.
pub(super) fn minify(sheet: &str) -> String {
    let mut small = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("/*") {
            let (comment, after) = split_after(rest, "*/");
            if comment.starts_with("/*!") {
                small.push_str(comment);
            }
            rest = after;
        } else if first == '"' || first == '\'' {
            let (text, after) = text(rest, first);
            small.push_str(text);
            rest = after;
        } else if first.is_whitespace() {
            rest = rest.trim_start();
            let between = rest.chars().next();
            if small.chars().last().is_some_and(keeps_space_after)
                && between.is_some_and(keeps_space_before)
            {
                small.push(' ');
            }
        } else {
            if first == '}' && small.ends_with(';') {
                small.pop();
            }
            small.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    small
}

fn keeps_space_after(character: char) -> bool {
    !matches!(character, '{' | '}' | ';' | ',' | ':' | '/' | ' ')
}

fn keeps_space_before(character: char) -> bool {
    !matches!(character, '{' | '}' | ';' | ',')
}

/// The text up to and with the mark, and what follows; all of it when the mark is not there.
fn split_after<'a>(rest: &'a str, mark: &str) -> (&'a str, &'a str) {
    rest.find(mark)
        .and_then(|place| rest.split_at_checked(place + mark.len()))
        .unwrap_or((rest, ""))
}

/// A text between quotes, with its quotes, and what follows.
fn text(rest: &str, quote: char) -> (&str, &str) {
    let mut escaped = false;
    for (place, character) in rest.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if character == '\\' {
            escaped = true;
        } else if character == quote {
            return rest.split_at_checked(place + 1).unwrap_or((rest, ""));
        }
    }
    (rest, "")
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn what_the_browser_does_not_read_goes() {
        let cases = [
            ("a {\n  color: red;\n}\n", "a{color:red}"),
            ("/* why */ a { b: c }", "a{b:c}"),
            ("/*! licence */\na { b: c }", "/*! licence */a{b:c}"),
            ("a , b > c { d: e f , g }", "a,b > c{d:e f,g}"),
            (
                "@media (min-width: 60em) and (print) { a { b: c; } }",
                "@media (min-width:60em) and (print){a{b:c}}",
            ),
        ];
        for (sheet, small) in cases {
            assert_eq!(minify(sheet), small);
        }
    }

    #[test]
    fn what_has_meaning_stays() {
        let cases = [
            ("a :hover { b: calc(1px + 2px) }", "a :hover{b:calc(1px + 2px)}"),
            (
                "a::before { content: \"x  /* y */ \\\" ;\" ; }",
                "a::before{content:\"x  /* y */ \\\" ;\"}",
            ),
            ("a { font: 1rem / 1.5 b }", "a{font:1rem /1.5 b}"),
            ("a { --leeg: ; }", "a{--leeg:}"),
        ];
        for (sheet, small) in cases {
            assert_eq!(minify(sheet), small);
        }
    }
}
