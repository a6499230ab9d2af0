//! The web servers on which the tests follow the administrator's guide: found, or installed from the system's own
//! packages. A test whose server is not there says so and is skipped.

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::browsers::{install, is_root};
use crate::program::{find, output, program};

/// The program of each server, which is also the name of its package and of its service.
const SERVERS: [&str; 2] = ["nginx", "apache2"];

/// What nginx needs to hand out files packed with brotli.
const BROTLI: &str = "libnginx-mod-http-brotli-static";

/// Installs the servers that are missing, where that is ours to do.
pub(crate) fn ensure() -> Outcome {
    let missing: Vec<&str> = SERVERS.into_iter().filter(|name| located(name).is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let named = missing.join(" en ");
    if !(is_root() && find(&["apt-get"]).is_some()) {
        println!("{named} ontbreekt; de tests van de handleiding voor beheer slaan dat over.");
        return Ok(());
    }
    println!("{named} ontbreekt; apt-get installeert het.");
    install(&["update", "-qq"])?;
    let packages = [&["install", "-y", "-qq", "--no-install-recommends"], &missing[..], &[BROTLI]];
    install(&packages.concat())?;
    missing.into_iter().for_each(stop);
    Ok(())
}

/// Programs of the administrator are not on everyone's search path.
fn located(name: &str) -> Option<PathBuf> {
    let usual = Path::new("/usr/sbin").join(name);
    find(&[name]).or_else(|| usual.is_file().then_some(usual))
}

/// A fresh package starts its service; the tests start their own. Where it did not start there is nothing to stop.
fn stop(name: &str) {
    if find(&["service"]).is_some() {
        let _ = output(program("service", &[name, "stop"]));
    }
}
