//! The bill of materials: every component of what is delivered, as CycloneDX.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::program::{cargo, output, program};
use crate::site::Release;
use crate::wasm_target::TRIPLE;
use crate::{Outcome, css, disk, paths};

/// The features of the modules that are delivered.
const FEATURES: &str = "app,js";

/// Something that is in what is delivered.
pub(super) struct Component {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) licence: String,
    /// Its package address, as bills of materials write it.
    purl: String,
    /// The SHA-256 of its package, where the lock file has it.
    sha256: Option<String>,
    /// Where its source is on this machine.
    pub(super) folder: Option<PathBuf>,
}

/// The bill of materials as JSON; without a time, so that the same release gives the same bytes.
pub(super) fn document(components: &[Component], release: &Release) -> String {
    let list: Vec<Value> = components.iter().map(as_json).collect();
    let document = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application",
            "name": "bijdragewijzer",
            "version": format!("{}+{}", release.versie, release.kenmerk),
            "licenses": [{ "expression": "EUPL-1.2" }],
        }},
        "components": list,
    });
    format!("{document:#}\n")
}

fn as_json(component: &Component) -> Value {
    let mut value = json!({
        "type": "library",
        "name": component.name,
        "version": component.version,
        "licenses": [{ "expression": component.licence }],
        "purl": component.purl,
    });
    if let (Some(object), Some(sha256)) = (value.as_object_mut(), &component.sha256) {
        object.insert("hashes".into(), json!([{ "alg": "SHA-256", "content": sha256 }]));
    }
    value
}

/// All components: crates, the standard library, the design system's packages and the font.
pub(super) fn components() -> Outcome<Vec<Component>> {
    let mut all = crates()?;
    all.push(standard_library()?);
    all.extend(css::design_system()?.into_iter().map(|(name, version)| Component {
        purl: format!("pkg:npm/{}@{version}", name.replace('@', "%40")),
        licence: "EUPL-1.2".into(),
        sha256: None,
        folder: None,
        name,
        version,
    }));
    all.push(Component {
        name: "Noto Sans".into(),
        version: "deelverzameling".into(),
        licence: "OFL-1.1".into(),
        purl: "pkg:generic/noto-sans".into(),
        sha256: None,
        folder: None,
    });
    Ok(all)
}

/// The crates that are compiled into the modules, the page's own left out; macros only help to compile.
fn crates() -> Outcome<Vec<Component>> {
    let chosen = ["--filter-platform", TRIPLE, "--features", FEATURES];
    let arguments = [&["metadata", "--format-version", "1", "--locked"][..], &chosen].concat();
    let metadata: Value = serde_json::from_str(&output(cargo(&arguments))?)
        .map_err(|error| format!("cargo metadata: {error}"))?;
    let sums = checksums(&disk::read(&paths::root().join("Cargo.lock"))?);
    let packages: BTreeMap<&str, &Value> = list(&metadata, "packages")
        .filter_map(|package| Some((package.get("id")?.as_str()?, package)))
        .collect();
    let root = metadata.pointer("/workspace_default_members/0").and_then(Value::as_str);
    let root = root.ok_or("cargo metadata noemt geen eigen pakket.")?;
    let mut found = BTreeMap::new();
    walk(&metadata, &packages, root, &mut found);
    found.remove(root);
    found.into_values().map(|package| component(package, &sums)).collect()
}

/// Adds a package and what it needs when it runs.
fn walk<'m>(
    metadata: &'m Value,
    packages: &BTreeMap<&str, &'m Value>,
    id: &'m str,
    found: &mut BTreeMap<&'m str, &'m Value>,
) {
    let Some(package) = packages.get(id) else { return };
    let is_macro = list(package, "targets")
        .any(|target| list(target, "kind").any(|kind| kind.as_str() == Some("proc-macro")));
    if is_macro || found.insert(id, package).is_some() {
        return;
    }
    let node = metadata.pointer("/resolve/nodes").and_then(Value::as_array).into_iter().flatten();
    let node = node.clone().find(|node| node.get("id").and_then(Value::as_str) == Some(id));
    for needed in node.into_iter().flat_map(|node| list(node, "deps")) {
        let runs = list(needed, "dep_kinds").any(|it| it.get("kind").is_some_and(Value::is_null));
        if let (true, Some(id)) = (runs, needed.get("pkg").and_then(Value::as_str)) {
            walk(metadata, packages, id, found);
        }
    }
}

fn component(package: &Value, sums: &BTreeMap<String, String>) -> Outcome<Component> {
    let text = |field: &str| package.get(field).and_then(Value::as_str).map(str::to_owned);
    let name = text("name").ok_or("een pakket heeft geen naam.")?;
    let version = text("version").ok_or("een pakket heeft geen versie.")?;
    // Older crates write a slash where the standard says OR.
    let licence = text("license").unwrap_or_default().replace('/', " OR ");
    let licence = licence.split_whitespace().collect::<Vec<_>>().join(" ");
    let folder = text("manifest_path").map(PathBuf::from);
    Ok(Component {
        purl: format!("pkg:cargo/{name}@{version}"),
        sha256: sums.get(&format!("{name} {version}")).cloned(),
        folder: folder.and_then(|manifest| manifest.parent().map(Into::into)),
        name,
        version,
        licence,
    })
}

fn standard_library() -> Outcome<Component> {
    let version = output(program("rustc", &["--version"]))?;
    let version = version.split(' ').nth(1).unwrap_or_default().to_owned();
    Ok(Component {
        purl: format!("pkg:generic/rust-std@{version}"),
        name: "Rust standard library (The Rust Project Developers)".into(),
        version,
        licence: "MIT OR Apache-2.0".into(),
        sha256: None,
        folder: None,
    })
}

/// Of each `name version` in the lock file its checksum.
fn checksums(lock: &str) -> BTreeMap<String, String> {
    let packages = lock.split("[[package]]").filter_map(|package| {
        let field = |name: &str| {
            let line =
                package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "));
            line.map(|text| text.trim_matches('"').to_owned())
        };
        Some((format!("{} {}", field("name")?, field("version")?), field("checksum")?))
    });
    packages.collect()
}

fn list<'v>(value: &'v Value, field: &str) -> impl Iterator<Item = &'v Value> + Clone {
    value.get(field).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default().iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bill_names_what_is_in_the_modules_and_not_what_makes_or_tests_them() {
        let names: Vec<String> = components().unwrap().into_iter().map(|it| it.name).collect();
        for inside in ["yew", "rust_decimal", "wasm-bindgen", "@utrecht/table-css", "Noto Sans"] {
            assert!(names.iter().any(|name| name == inside), "{inside}");
        }
        for outside in
            ["bijdragewijzer", "proptest", "criterion", "syn", "tiny_http", "serde_derive"]
        {
            assert!(!names.iter().any(|name| name == outside), "{outside}");
        }
    }

    #[test]
    fn the_lock_file_gives_a_checksum_for_each_crate() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"00ff\"\n\n[[package]]\nname = \"b\"\nversion = \"2.0.0\"\n";
        assert_eq!(checksums(lock), BTreeMap::from([("a 1.0.0".into(), "00ff".into())]));
    }
}
