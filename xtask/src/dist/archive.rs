//! The archive of a release: the same source gives the same bytes, whoever builds it and when.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{SINGLE, bom, notices, pages, servers};
use crate::hash::sha256;
use crate::site::Release;
use crate::{Outcome, disk};

/// What `sha256sum -c` reads.
const SUMS: &str = "SHA256SUMS";

/// Lays out the archive in `dist/` and packs it; the name of the archive.
pub(super) fn make(dist: &Path, release: &Release) -> Outcome<String> {
    let name = format!("bijdragewijzer-{}", release.versie);
    let folder = dist.join(&name);
    let site = folder.join("site");
    disk::copy_folder(&dist.join("site"), &site, &[])?;
    disk::copy(&dist.join(SINGLE), &folder.join(SINGLE))?;
    servers::write(&folder.join("servers"))?;
    pages::write(&folder, &site, release)?;
    let components = bom::components()?;
    disk::write(&folder.join("LICENTIES.txt"), notices::text(&components)?.as_bytes())?;
    disk::write(&folder.join("bom.cdx.json"), bom::document(&components, release).as_bytes())?;
    disk::write(&folder.join(SUMS), sums(&folder)?.as_bytes())?;
    let archive = format!("{name}.zip");
    pack(&folder, &name, &dist.join(&archive))?;
    disk::remove_folder(&folder)?;
    Ok(archive)
}

/// The hash of every file of the archive but this one.
fn sums(folder: &Path) -> Outcome<String> {
    let lines: Outcome<Vec<String>> = disk::files(folder)?
        .into_iter()
        .map(|name| Ok(format!("{}  {name}\n", sha256(&disk::read_bytes(&folder.join(&name))?))))
        .collect();
    Ok(lines?.concat())
}

/// Packs the folder under its own name, in alphabetical order and with one fixed time.
fn pack(folder: &Path, name: &str, archive: &Path) -> Outcome {
    let failed = |error: &dyn std::fmt::Display| format!("{} inpakken: {error}", archive.display());
    let mut packer = ZipWriter::new(File::create(archive).map_err(|error| failed(&error))?);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for file in disk::files(folder)? {
        let bytes = disk::read_bytes(&folder.join(&file))?;
        packer.start_file(format!("{name}/{file}"), options).map_err(|error| failed(&error))?;
        packer.write_all(&bytes).map_err(|error| failed(&error))?;
    }
    packer.finish().map(drop).map_err(|error| failed(&error))
}
