//! Each check over the files of its folders.

use std::fs;
use std::path::Path;

use super::{cellen, getal, link, publicatie, scenario};

/// Every file of these folders.
fn replayed(folders: &[&str], check: fn(&[u8])) {
    for folder in folders {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut count = 0;
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            // A panic of the check does not say which file it was.
            eprintln!("{}", path.display());
            check(&fs::read(&path).unwrap());
            count += 1;
        }
        assert!(count > 0, "{folder} is empty");
    }
}

#[test]
fn links() {
    replayed(&["fuzz/seeds/link", "tests/link/golden", "tests/link/hostile"], link::check);
}

#[test]
fn scenarios() {
    replayed(&["fuzz/seeds/scenario", "tests/gevallen/bestanden"], scenario::check);
}

#[test]
fn publicaties() {
    replayed(&["fuzz/seeds/publicatie", "www/publicaties"], publicatie::check);
}

#[test]
fn getallen() {
    replayed(&["fuzz/seeds/getal"], getal::check);
}

#[test]
fn pasted_cells() {
    replayed(&["fuzz/seeds/cellen"], cellen::check);
}
