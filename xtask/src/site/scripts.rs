//! The one script of the page: what wasm-bindgen made and our own, after each other.

use serde_json::Value;

use crate::{Outcome, disk, paths};

/// The scripts of www/page, in the order in which they become one.
const SCRIPTS: [&str; 4] = ["start.js", "embedded.js", "offline.js", "verify.js"];

/// Where the page's module is compiled to, before it gets its names.
pub(super) fn folder() -> std::path::PathBuf {
    paths::target().join("pagina")
}

/// Glue and scripts, without the release that they are of.
pub(super) fn parts() -> Outcome<[String; 2]> {
    let own = paths::www().join("page");
    let scripts: Outcome<Vec<String>> =
        SCRIPTS.iter().map(|name| disk::read(&own.join(name))).collect();
    let glue = disk::read(&folder().join("pagina.js"))?;
    Ok([without_comments(&glue), without_comments(&scripts?.join("\n"))])
}

/// The same script without what stands there for whoever reads the source: lines that are comment and indentation.
/// No script of ours has a text of more than one line, in which such a line could mean something.
fn without_comments(script: &str) -> String {
    let mut block = false;
    let mut kept = String::with_capacity(script.len());
    for line in script.lines().map(str::trim) {
        block |= line.starts_with("/*") && (line.ends_with("*/") || !line.contains("*/"));
        if !(block || line.starts_with("//") || line.is_empty()) {
            kept.push_str(line);
            kept.push('\n');
        }
        block &= !line.ends_with("*/");
    }
    kept
}

/// A classic script, which starts from a share as well as from a server.
pub(crate) fn script(release: &Value) -> Outcome<String> {
    let [glue, scripts] = parts()?;
    Ok(format!("{glue}\n(() => {{\n\"use strict\";\nconst RELEASE = {release};\n{scripts}}})();\n"))
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn lines_of_comment_and_indentation_go() {
        let script = "// why\nconst a = 1; // how\n\n/**\n * what\n */\nif (a) {\n  b();\n}\n/* one */\nc();\n";
        assert_eq!(without_comments(script), "const a = 1; // how\nif (a) {\nb();\n}\nc();\n");
    }

    #[test]
    fn no_own_script_has_a_text_of_more_than_one_line() {
        let own = crate::paths::www().join("page");
        for name in super::SCRIPTS {
            let script = crate::disk::read(&own.join(name)).unwrap();
            for line in script.lines() {
                assert_eq!(line.matches('`').count() % 2, 0, "{name}: {line}");
            }
        }
    }
}
