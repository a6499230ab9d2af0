//! The sample configurations for servers, with the policy filled in.

use std::path::Path;

use crate::{Outcome, disk, paths, policy};

const PLACE: &str = "{{policy}}";

/// Writes one configuration for each server that xtask/servers has a sample of.
pub(super) fn write(folder: &Path) -> Outcome {
    let samples = paths::root().join("xtask").join("servers");
    for name in disk::names(&samples)? {
        let text = disk::read(&samples.join(&name))?.replace(PLACE, &policy::line());
        disk::write(&folder.join(&name), text.as_bytes())?;
    }
    Ok(())
}
