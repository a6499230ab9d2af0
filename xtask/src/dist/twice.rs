//! Whether the same source gives the same archive from another folder: then whoever builds it can check what we publish.

use std::path::Path;

use crate::hash::sha256;
use crate::program::run;
use crate::{Outcome, disk, paths};

/// What no build reads, or a build makes.
const LEFT_OUT: [&str; 5] = [".git", "dist", "fuzz", "node_modules", "target"];

/// Builds once more in a copy elsewhere and holds its archive against the one in `dist/`.
pub(crate) fn twice() -> Outcome {
    let copy = paths::target().join("tweede bouw");
    disk::remove_folder(&copy)?;
    disk::copy_folder(&paths::root(), &copy, &LEFT_OUT)?;
    let tool = std::env::current_exe().map_err(|error| format!("dit programma: {error}"))?;
    let mut command = std::process::Command::new(tool);
    command
        .arg("dist")
        .current_dir(&copy)
        .env(paths::ROOT, &copy)
        .env("CARGO_TARGET_DIR", copy.join("target"));
    run(command)?;
    let (first, second) = (archive(&paths::dist())?, archive(&copy.join("dist"))?);
    disk::remove_folder(&copy)?;
    if first != second {
        return Err(format!("twee keer gebouwd, en niet gelijk: {first:?} en {second:?}."));
    }
    println!("Twee keer gebouwd, byte voor byte gelijk: {} {}.", first.0, first.1);
    Ok(())
}

/// The name of the archive and its hash.
fn archive(dist: &Path) -> Outcome<(String, String)> {
    let names = disk::names(dist)?;
    let name = names.into_iter().find(|name| name.ends_with(".zip"));
    let name = name.ok_or_else(|| format!("in {} staat geen archief.", dist.display()))?;
    let hash = sha256(&disk::read_bytes(&dist.join(&name))?);
    Ok((name, hash))
}
