//! Every crate comes from crates.io and under a licence that deny.toml allows.

use serde_json::Value;

use crate::program::{cargo, output};
use crate::{Outcome, disk, paths, spdx};

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Checks all crates of all features, those of the build tool and the tests included.
pub(crate) fn check() -> Outcome {
    let allowed = allowed(&disk::read(&paths::root().join("deny.toml"))?)?;
    let answer =
        output(cargo(&["metadata", "--format-version", "1", "--all-features", "--locked"]))?;
    let metadata: Value =
        serde_json::from_str(&answer).map_err(|error| format!("cargo metadata: {error}"))?;
    let crates = metadata
        .get("packages")
        .and_then(Value::as_array)
        .ok_or("cargo metadata noemt geen pakketten.")?;
    let faults: Vec<String> =
        crates.iter().filter_map(|package| fault(package, &allowed)).collect();
    if faults.is_empty() {
        println!(
            "{} pakketten, alle van crates.io of van ons, alle onder een toegestane licentie.",
            crates.len()
        );
        Ok(())
    } else {
        Err(format!("{}\nZie deny.toml.", faults.join("\n")))
    }
}

fn fault(package: &Value, allowed: &[String]) -> Option<String> {
    let text = |field: &str| package.get(field).and_then(Value::as_str);
    let name = format!("{} {}", text("name").unwrap_or("?"), text("version").unwrap_or("?"));
    match text("source") {
        None | Some(CRATES_IO) => {}
        Some(source) => return Some(format!("{name} komt niet van crates.io maar van {source}.")),
    }
    match text("license") {
        Some(expression) if spdx::is_allowed(expression, allowed) => None,
        Some(expression) => Some(format!("{name} valt onder {expression}.")),
        None => Some(format!("{name} noemt geen licentie.")),
    }
}

/// The list `allow = [ "…", … ]` of deny.toml, which cargo-deny reads as well.
fn allowed(deny: &str) -> Outcome<Vec<String>> {
    let (_, after) = deny.split_once("\nallow = [").ok_or("deny.toml heeft geen lijst allow.")?;
    let (list, _) = after.split_once("\n]").ok_or("de lijst allow in deny.toml houdt niet op.")?;
    let licences: Vec<String> = list
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.split('"').next())
        .map(String::from)
        .collect();
    if licences.is_empty() {
        Err("de lijst allow in deny.toml is leeg.".into())
    } else {
        Ok(licences)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read_without_its_reasons() {
        let deny = "[licenses]\nallow = [\n  # a reason with \"quotes\"\n  \"MIT\", # another\n  \"EUPL-1.2\",\n]\n";
        assert_eq!(allowed(deny), Ok(vec!["MIT".to_owned(), "EUPL-1.2".to_owned()]));
        assert!(allowed("").is_err());
    }

    #[test]
    fn a_crate_from_elsewhere_or_without_licence_is_a_fault() {
        let allowed = ["MIT".to_owned()];
        let package = |text: &str| fault(&serde_json::from_str(text).unwrap(), &allowed);
        assert_eq!(package(r#"{"name":"a","version":"1.0.0","license":"MIT"}"#), None);
        assert!(package(r#"{"name":"a","version":"1.0.0","license":"MIT","source":"git+https://example.org"}"#).is_some());
        assert!(package(r#"{"name":"a","version":"1.0.0"}"#).is_some());
    }
}
