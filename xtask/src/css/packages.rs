//! The design system's packages as npm installed them: their rules, their versions, their licence.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::{Outcome, disk};

/// The order in which the rules stand; for the browser it decides between rules of equal weight.
const ORDER: [&str; 44] = [
    "root",
    "body",
    "document",
    "surface",
    "page-layout",
    "page-header",
    "page-body",
    "page-footer",
    "skip-link",
    "heading-1",
    "heading-2",
    "heading-3",
    "heading-4",
    "heading-group",
    "paragraph",
    "emphasis",
    "form",
    "form-field",
    "form-label",
    "form-field-description",
    "form-field-error-message",
    "form-fieldset",
    "textbox",
    "radio-button",
    "checkbox",
    "select",
    "table",
    "alert",
    "button",
    "button-group",
    "button-link",
    "action-group",
    "link",
    "data-list",
    "figure",
    "accordion",
    "data-badge",
    "badge-list",
    "status-badge",
    "number-data",
    "currency-data",
    "separator",
    "unordered-list",
    "ordered-list",
];

const THEME: &str = "@nl-design-system-unstable/voorbeeld-design-tokens";
const LICENCE: &str = "EUPL-1.2";
/// The licence file must be the licence itself: some packages of this family keep theirs closed.
const LICENCE_TITLE: &str = "# EUROPEAN UNION PUBLIC LICENCE v. 1.2";

/// One package.
pub(super) struct Package {
    name: String,
    version: String,
    css: String,
    /// Who made it, as its own notices say.
    holders: Vec<String>,
}

impl Package {
    pub(super) fn is_theme(&self) -> bool {
        self.name == THEME
    }

    pub(super) fn css(&self) -> &str {
        &self.css
    }
}

/// All packages in order, the theme last; refuses a package of another version or under another licence.
pub(super) fn read(folder: &Path) -> Outcome<Vec<Package>> {
    let wanted = wanted(&disk::read(&folder.join("package.json"))?)?;
    let mut names: Vec<String> = ORDER.iter().map(|name| format!("@utrecht/{name}-css")).collect();
    names.push(THEME.into());
    if wanted.len() != names.len() {
        return Err(
            "xtask/css/package.json en de volgorde in packages.rs noemen niet dezelfde pakketten."
                .into(),
        );
    }
    names.into_iter().map(|name| package(folder, name, &wanted)).collect()
}

/// Names and versions in the manifest.
pub(super) fn wanted(manifest: &str) -> Outcome<Vec<(String, String)>> {
    let manifest: Value =
        serde_json::from_str(manifest).map_err(|error| format!("package.json: {error}"))?;
    let listed = manifest
        .get("devDependencies")
        .and_then(Value::as_object)
        .ok_or("package.json noemt geen pakketten.")?;
    Ok(listed.iter().map(|(name, version)| (name.clone(), text(Some(version)))).collect())
}

fn package(folder: &Path, name: String, wanted: &[(String, String)]) -> Outcome<Package> {
    let (_, version) = wanted
        .iter()
        .find(|(wanted_name, _)| *wanted_name == name)
        .ok_or_else(|| format!("{name} staat niet in xtask/css/package.json."))?;
    let home = folder.join("node_modules").join(&name);
    let manifest: Value = serde_json::from_str(&disk::read(&home.join("package.json"))?)
        .map_err(|error| format!("{name}: {error}"))?;
    if text(manifest.get("version")) != *version {
        return Err(format!("van {name} is een andere versie geïnstalleerd dan {version}."));
    }
    let licence_file = disk::read(&home.join("LICENSE.md"))?;
    if text(manifest.get("license")) != LICENCE || !licence_file.starts_with(LICENCE_TITLE) {
        return Err(format!("{name} valt niet onder {LICENCE}; gebruik het niet."));
    }
    // The small sheet has lost its notice; the notice stands in the sheet it was made from.
    let (sheet, noticed) =
        if name == THEME { ("theme.css", "custom.css") } else { ("index.min.css", "index.css") };
    let css = disk::read(&home.join("dist").join(sheet))?;
    let holders = holders(&disk::read(&home.join("dist").join(noticed))?);
    Ok(Package { version: version.clone(), css, holders, name })
}

fn holders(sheet: &str) -> Vec<String> {
    sheet
        .lines()
        .filter_map(|line| line.split_once("Copyright (c) "))
        .map(|(_, holder)| holder.trim().into())
        .collect()
}

fn text(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The comment on top: what the sheet is made of, by whom, under which licence, and what was changed.
pub(super) fn notice(packages: &[Package]) -> String {
    let holders: BTreeSet<&String> = packages.iter().flat_map(|package| &package.holders).collect();
    let mut notice = String::from(
        "/*!\nMade by `cargo xtask css`; do not edit.\nLicence of all parts: EUPL-1.2 (see LICENSE)\n",
    );
    for holder in holders {
        notice.push_str(&format!("Copyright (c) {holder}\n"));
    }
    notice.push_str(
        "Changed in 2026: joined, comments and spaces taken out, only the tokens in use kept, their scope renamed to .gblt-theme\n",
    );
    for package in packages {
        notice.push_str(&format!("{} {}\n", package.name, package.version));
    }
    notice.push_str("*/\n");
    notice
}
