//! Documents for people who have no reader for Markdown: the same text as a page without scripts.

use std::path::Path;

use pulldown_cmark::{Options, Parser, html};
use serde_json::Value;

use crate::site::{LIST, Release};
use crate::{Outcome, disk, paths, policy};

/// The document in docs/ and its name in the archive.
const PAGES: [(&str, &str); 3] = [
    ("beheer.md", "beheer.html"),
    ("it.md", "it.html"),
    ("toegankelijkheid.md", "toegankelijkheid.html"),
];

/// Writes the administrator's documents, with what is true of this release filled in.
pub(super) fn write(folder: &Path, site: &Path, release: &Release) -> Outcome {
    for (name, page) in PAGES {
        let text = disk::read(&paths::root().join("docs").join(name))?
            .replace("{{versie}}", release.versie)
            .replace("{{kenmerk}}", &release.kenmerk)
            .replace("{{policy}}", &policy::line())
            .replace("{{bestanden}}", &files(site)?);
        disk::write(&folder.join(page), as_page(&text)?.as_bytes())?;
    }
    Ok(())
}

/// The files of the site as a table.
fn files(site: &Path) -> Outcome<String> {
    let list: Value = serde_json::from_str(&disk::read(&site.join(LIST))?)
        .map_err(|error| format!("{LIST}: {error}"))?;
    let rows = list.get("bestanden").and_then(Value::as_array).into_iter().flatten();
    let text = |row: &Value, field: &str| match row.get(field) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let rows = rows.map(|row| {
        format!(
            "| `{}` | {} | `{}` |\n",
            text(row, "naam"),
            text(row, "bytes"),
            text(row, "sha256")
        )
    });
    Ok(format!("| bestand | bytes | sha256 |\n| --- | ---: | --- |\n{}", rows.collect::<String>()))
}

/// Enough to read it by: lines of a width, tables with lines, commands that scroll.
const STYLE: &str = "body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}\
    pre{overflow-x:auto;padding:.75rem;border:1px solid}table{border-collapse:collapse;display:block;overflow-x:auto}\
    th,td{border:1px solid;padding:.25rem .5rem;text-align:start;vertical-align:top}";

fn as_page(markdown: &str) -> Outcome<String> {
    let title = markdown.lines().find_map(|line| line.strip_prefix("# "));
    let title = title.ok_or("een document begint met een titel na #.")?;
    let mut body = String::new();
    html::push_html(&mut body, Parser::new_ext(markdown, Options::ENABLE_TABLES));
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::as_page;

    #[test]
    fn a_document_becomes_a_page_with_its_title() {
        let page =
            as_page("# Beheer\n\nDe *map*.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n").unwrap();
        assert!(page.contains("<title>Beheer</title>"));
        assert!(page.contains("<p>De <em>map</em>.</p>") && page.contains("<td>2</td>"));
        assert!(as_page("zonder titel").is_err());
    }
}
