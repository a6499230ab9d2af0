//! Node and npm: only for the browser tests and for making system.css, never for building or serving.

use std::path::PathBuf;

use crate::hash::sha256;
use crate::program::{find, output, program, run};
use crate::{Outcome, disk, paths};

/// The oldest Node that the tests are written for.
const OLDEST_NODE: u32 = 20;

/// Where npm is.
pub(crate) fn npm() -> Outcome<PathBuf> {
    located("npm", "npm.cmd")
}

/// Where Node is.
pub(crate) fn node() -> Outcome<PathBuf> {
    located("node", "node.exe")
}

fn located(name: &str, on_windows: &str) -> Outcome<PathBuf> {
    find(&[name, on_windows])
        .ok_or_else(|| format!("{name} ontbreekt; installeer Node {OLDEST_NODE} of nieuwer."))
}

/// Installs what the browser tests need, unless node_modules is already of this lock file.
pub(crate) fn ensure_test_packages() -> Outcome {
    node_is_new_enough()?;
    let lock = sha256(&disk::read_bytes(&paths::root().join("package-lock.json"))?);
    let mark = paths::root().join("node_modules").join(".bijdragewijzer-lock");
    if disk::read(&mark).is_ok_and(|known| known == lock) {
        println!("node_modules is van dit package-lock.json.");
        return Ok(());
    }
    let mut install = program(npm()?, &["ci", "--ignore-scripts"]);
    install.env("PUPPETEER_SKIP_DOWNLOAD", "1");
    run(install)?;
    disk::write(&mark, lock.as_bytes())
}

fn node_is_new_enough() -> Outcome {
    let version = output(program(node()?, &["--version"]))?;
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|number| number.parse::<u32>().ok());
    match major {
        Some(number) if number >= OLDEST_NODE => Ok(()),
        _ => Err(format!("Node {} is te oud; nodig is {OLDEST_NODE} of nieuwer.", version.trim())),
    }
}
