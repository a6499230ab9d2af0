//! The page as one file: it opens from a share by double click, where a browser loads nothing from beside it.
//!
//! The module stands in it packed (deflate) and as text; the policy allows the one script and the one style by hash.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::json;

use crate::hash::{base64, sri};
use crate::site::{Release, policy_meta, script};
use crate::{Outcome, disk};

/// The page of the site with everything that it loads inside.
pub(super) fn page(site: &Path, release: &Release) -> Outcome<String> {
    let module = deflated(&asset(site, ".wasm")?)?;
    let known = json!({
        "versie": release.versie,
        "kenmerk": release.kenmerk,
        "integrity": sri(&module),
    });
    let script = inside_an_element(&script(&known)?);
    let style = style(site)?;
    let page = disk::read(&site.join("index.html"))?;
    let (head, body) = page.split_once("</head>").ok_or("index.html heeft geen </head>.")?;
    let (body, end) = body.rsplit_once("</body>").ok_or("index.html heeft geen </body>.")?;
    let head = without_loads(head);
    let (before, after) = split_policy(&head)?;
    let policy = policy_meta(&policy(&script, &style));
    let module = base64(&module);
    Ok(format!(
        "{before}{policy}\n{after}  <style>{style}</style>\n</head>{body}\
         <script id=\"rekenmodule\" type=\"application/octet-stream\">{module}</script>\n\
         <script>{script}</script>\n</body>{end}"
    ))
}

/// Nothing from beside the file, and inside it only this script and this style.
fn policy(script: &str, style: &str) -> String {
    [
        "default-src 'none'",
        &format!("script-src '{}' 'wasm-unsafe-eval'", sri(script.as_bytes())),
        &format!("style-src '{}'", sri(style.as_bytes())),
        "img-src data:",
        "font-src data:",
        "connect-src data:",
        "worker-src blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types bijdragewijzer",
    ]
    .join("; ")
}

/// The head without the lines that load a file.
fn without_loads(head: &str) -> String {
    let loads = |line: &str| line.contains("=\"assets/");
    head.lines().filter(|line| !loads(line)).map(|line| format!("{line}\n")).collect()
}

/// What stands before and after the policy of the site.
fn split_policy(head: &str) -> Outcome<(&str, &str)> {
    let (before, rest) = head
        .split_once("<meta http-equiv=\"content-security-policy\"")
        .ok_or("index.html heeft geen beleid.")?;
    let (_, after) = rest.split_once(">\n").ok_or("het beleid in index.html houdt niet op.")?;
    Ok((before, after))
}

/// The style with its font inside.
fn style(site: &Path) -> Outcome<String> {
    let style = String::from_utf8(asset(site, ".css")?).map_err(|error| error.to_string())?;
    let name = name_of(site, ".woff2")?;
    let font = base64(&asset(site, ".woff2")?);
    Ok(style.replace(&name, &format!("data:font/woff2;base64,{font}")))
}

/// A script as the text of an element: nothing in it ends the element or begins a comment.
fn inside_an_element(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

fn name_of(site: &Path, ending: &str) -> Outcome<String> {
    let names = disk::names(&site.join("assets"))?;
    let found = names.into_iter().find(|name| name.ends_with(ending));
    found.ok_or_else(|| format!("in assets/ staat geen bestand dat op {ending} eindigt."))
}

fn asset(site: &Path, ending: &str) -> Outcome<Vec<u8>> {
    disk::read_bytes(&site.join("assets").join(name_of(site, ending)?))
}

fn deflated(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    let packed = packer.write_all(bytes).and_then(|()| packer.finish());
    packed.map_err(|error| format!("inpakken van de module: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_cannot_end_its_element() {
        assert_eq!(inside_an_element("a('</script><!--')"), "a('<\\/script><\\!--')");
    }

    #[test]
    fn the_head_loses_what_loads_files_and_keeps_the_rest() {
        let head =
            "<title>A</title>\n<link href=\"assets/a.css\">\n<link rel=\"icon\" href=\"data:x\">\n";
        assert_eq!(without_loads(head), "<title>A</title>\n<link rel=\"icon\" href=\"data:x\">\n");
    }
}
