//! The browsers in which the page is tested: found, or installed from the system's own packages.

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::program::{find, output, program, run};

const CHROMIUM: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

/// Where both browsers are.
pub(crate) struct Browsers {
    pub(crate) chromium: PathBuf,
    pub(crate) firefox: PathBuf,
}

/// Finds the browsers; installs what is missing where that is ours to do.
pub(crate) fn ensure() -> Outcome<Browsers> {
    if let Some(browsers) = located() {
        return Ok(browsers);
    }
    if !(is_root() && find(&["apt-get"]).is_some()) {
        return Err("voor de browsertests zijn Chromium en Firefox nodig, en een van beide ontbreekt.\n\
             Debian of Ubuntu: sudo apt-get install chromium firefox-esr\n\
             Of zet de paden in de variabelen CHROMIUM en FIREFOX, of sla de browsers over met cargo xtask test --quick."
            .into());
    }
    println!("Chromium of Firefox ontbreekt; apt-get installeert ze.");
    install(&["update", "-qq"])?;
    install(&["install", "-y", "-qq", "--no-install-recommends", "chromium", "firefox-esr"])?;
    located().ok_or_else(|| "apt-get was klaar, maar Chromium of Firefox is er nog niet.".into())
}

fn located() -> Option<Browsers> {
    Some(Browsers { chromium: named("CHROMIUM", &CHROMIUM)?, firefox: named("FIREFOX", &FIREFOX)? })
}

/// The path in the variable, if there is one; otherwise the first of the names on the search path.
fn named(variable: &str, names: &[&str]) -> Option<PathBuf> {
    match std::env::var_os(variable) {
        Some(path) => Path::new(&path).is_file().then(|| path.into()),
        None => find(names),
    }
}

pub(crate) fn is_root() -> bool {
    output(program("id", &["-u"])).is_ok_and(|number| number.trim() == "0")
}

pub(crate) fn install(arguments: &[&str]) -> Outcome {
    let mut command = program("apt-get", arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    run(command)
}
