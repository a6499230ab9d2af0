//! The deliveries, all from one build: a folder for a static host, one file for a share, and an archive with both
//! and what an administrator needs.

mod archive;
mod bom;
mod notices;
mod packed;
mod pages;
mod servers;
mod single;
mod twice;

use std::time::Instant;

pub(crate) use twice::twice;

use crate::site::Release;
use crate::{Outcome, disk, paths, site, steps};

/// The one file.
const SINGLE: &str = "bijdragewijzer.html";

/// Builds the page and makes `dist/` from it.
pub(crate) fn make() -> Outcome {
    site::build()?;
    let start = Instant::now();
    let dist = paths::dist();
    let release = Release::read(&paths::site())?;
    disk::remove_folder(&dist)?;
    let site = dist.join("site");
    disk::copy_folder(&paths::site(), &site, &[])?;
    let single = single::page(&paths::site(), &release)?;
    disk::write(&dist.join(SINGLE), single.as_bytes())?;
    packed::beside(&site)?;
    let archive = archive::make(&dist, &release)?;
    println!(
        "dist/site, dist/{SINGLE} en dist/{archive} zijn klaar in {}.",
        steps::duration(start.elapsed())
    );
    Ok(())
}
