//! The stylesheets: the design system's, generated and committed, and the one that the page loads.

mod minify;
mod packages;
mod prune;
mod tokens;

use std::path::Path;

use crate::hash::sha256;
use crate::program::{program, run};
use crate::{Outcome, disk, npm, paths};

/// The design system comes first; what we write ourselves then has the last word.
const SHEETS: [&str; 9] = [
    "system.css",
    "tokens.css",
    "layout.css",
    "fields.css",
    "components.css",
    "tables.css",
    "herleiding.css",
    "chart.css",
    "print.css",
];

const SYSTEM: &str = "system.css";
const CHECKSUM: &str = "system.sha256";

/// Makes www/css/system.css from the packages that the lock file in xtask/css names.
pub(crate) fn generate() -> Outcome {
    let folder = paths::css_packages();
    let mut install = program(npm::npm()?, &["ci", "--ignore-scripts"]);
    install.current_dir(&folder);
    run(install)?;
    let packages = packages::read(&folder)?;
    let own = own_sheets()?;
    let text = system_sheet(&packages, &own);
    let checksum = sha256(text.as_bytes());
    let sheets = paths::www().join("css");
    disk::write(&sheets.join(SYSTEM), text.as_bytes())?;
    disk::write(&sheets.join(CHECKSUM), format!("{checksum}  {SYSTEM}\n").as_bytes())?;
    println!(
        "www/css/{SYSTEM}: {} bytes uit {} pakketten, sha256 {checksum}.",
        text.len(),
        packages.len()
    );
    Ok(())
}

/// Name and version of the design system's packages.
pub(crate) fn design_system() -> Outcome<Vec<(String, String)>> {
    packages::wanted(&disk::read(&paths::css_packages().join("package.json"))?)
}

/// All sheets as one, in order: without comments but with the licence notices, and without what no page source names.
pub(crate) fn bundle(folder: &Path) -> Outcome<String> {
    let mut text = String::new();
    for name in SHEETS {
        let sheet = disk::read(&folder.join(name))?;
        text.push_str(&if name == SYSTEM { sheet } else { minify::minify(&sheet) });
    }
    Ok(prune::prune(&text, &page_source()?))
}

/// Everything in which a class name can stand.
fn page_source() -> Outcome<String> {
    let mut text = disk::read(&paths::root().join("index.html"))?;
    disk::read_all(&paths::www().join("page"), ".js", &mut text)?;
    disk::read_all(&paths::root().join("src"), ".rs", &mut text)?;
    Ok(text)
}

/// The packages' rules and the tokens that they and our own sheets use, in a layer that our own rules overrule.
fn system_sheet(packages: &[packages::Package], own: &str) -> String {
    let rules: String = packages
        .iter()
        .filter(|package| !package.is_theme())
        .map(|package| minify::minify(package.css()))
        .collect();
    let theme: String =
        packages.iter().filter(|package| package.is_theme()).map(packages::Package::css).collect();
    let tokens = tokens::used(&theme, &[&rules, own]);
    format!("{}@layer system{{{}{rules}}}\n", packages::notice(packages), minify::minify(&tokens))
}

/// Our own sheets as one, without comments.
fn own_sheets() -> Outcome<String> {
    let folder = paths::www().join("css");
    let own = SHEETS.iter().filter(|name| **name != SYSTEM);
    own.map(|name| Ok(minify::minify(&disk::read(&folder.join(name))?))).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn system() -> String {
        disk::read(&paths::www().join("css").join(SYSTEM)).unwrap()
    }

    #[test]
    fn the_committed_sheet_has_the_committed_checksum() {
        let committed = disk::read(&paths::www().join("css").join(CHECKSUM)).unwrap();
        assert_eq!(
            committed,
            format!("{}  {SYSTEM}\n", sha256(system().as_bytes())),
            "run `cargo xtask css`, edit nothing by hand"
        );
    }

    #[test]
    fn the_design_system_loads_nothing_and_carries_no_house_style() {
        let text = system();
        for forbidden in ["url(", "@import", "@font-face", "http:", "//"] {
            assert!(!text.contains(forbidden), "{forbidden}");
        }
        let notice_end = text.find("*/").unwrap();
        let rules = text[notice_end..].to_lowercase();
        for name in [
            "rijkshuisstijl",
            "rijksoverheid",
            "amsterdam",
            "zwolle",
            "denhaag",
            "rvo-",
            "voorbeeld-theme",
        ] {
            assert!(!rules.contains(name), "{name}");
        }
    }

    #[test]
    fn the_notice_names_every_package_of_the_lock_file() {
        let manifest = disk::read(&paths::css_packages().join("package.json")).unwrap();
        let text = system();
        let notice = &text[..text.find("*/").unwrap()];
        for (name, version) in packages::wanted(&manifest).unwrap() {
            assert!(notice.contains(&format!("{name} {version}")), "{name} {version}");
        }
        assert!(notice.contains("EUPL-1.2"));
    }

    #[test]
    fn every_token_that_our_sheets_use_exists() {
        let own = own_sheets().unwrap();
        let all = format!("{}{own}", system());
        let defined: BTreeSet<&str> =
            tokens::definitions(&all).into_iter().map(|(name, _)| name).collect();
        for name in tokens::uses(&own) {
            assert!(
                defined.contains(name),
                "{name} is used and never defined; mistyped, or run `cargo xtask css`"
            );
        }
    }

    #[test]
    fn our_sheets_load_only_our_own_files() {
        let own = own_sheets().unwrap();
        assert!(!own.contains("@import") && !own.contains("data:") && !own.contains("//"));
        for part in own.split("url(").skip(1) {
            let address = part.split(')').next().unwrap().trim_matches('"');
            // In the site it stands beside the sheet.
            assert!(paths::www().join("fonts").join(address).is_file(), "{address}");
        }
    }
}
