//! A release: its version, a short mark of all that it is made of, and the files that say so.

use std::path::Path;

use serde_json::{Value, json};

use super::pinned::short;
use super::{HOSTS, LIST, Pinned};
use crate::hash::{sha256, sri};
use crate::{Outcome, disk};

/// In the worker: the place of the release, with its quotes.
const PLACE: &str = "\"{{kenmerk}}\"";

pub(crate) struct Release {
    pub(crate) versie: &'static str,
    /// The same for the same parts, another as soon as one of them changes.
    pub(crate) kenmerk: String,
}

impl Release {
    pub(super) fn of(parts: &[&[u8]]) -> Self {
        let hashes: String = parts.iter().map(|part| sha256(part)).collect();
        Self { versie: env!("CARGO_PKG_VERSION"), kenmerk: short(hashes.as_bytes()) }
    }

    /// What the script of the site knows of itself, with the module that belongs to it.
    pub(super) fn with_module(&self, module: &Pinned) -> Value {
        json!({
            "versie": self.versie,
            "kenmerk": self.kenmerk,
            "module": module.path(),
            "bytes": module.bytes().len(),
            "integrity": sri(module.bytes()),
        })
    }

    /// The worker with the files that it keeps, each with its hash.
    pub(super) fn worker(&self, worker: &str, files: &[(String, String)]) -> String {
        let files: Vec<Value> = files
            .iter()
            .map(|(naam, integrity)| json!({ "naam": naam, "integrity": integrity }))
            .collect();
        let release = json!({ "versie": self.versie, "kenmerk": self.kenmerk, "bestanden": files });
        worker.replace(PLACE, &release.to_string())
    }

    /// The list of all files of the site with their hashes, as they are published.
    pub(super) fn list(&self, site: &Path) -> Outcome<String> {
        let mut files = Vec::new();
        for naam in disk::files(site)? {
            if naam == LIST || naam == HOSTS {
                continue;
            }
            let bytes = disk::read_bytes(&site.join(&naam))?;
            files.push(json!({ "naam": naam, "bytes": bytes.len(), "sha256": sha256(&bytes) }));
        }
        let list = json!({ "versie": self.versie, "kenmerk": self.kenmerk, "bestanden": files });
        Ok(format!("{list:#}\n"))
    }

    /// The release that a list names.
    pub(crate) fn read(site: &Path) -> Outcome<Self> {
        let list: Value = serde_json::from_str(&disk::read(&site.join(LIST))?)
            .map_err(|error| format!("{LIST}: {error}"))?;
        let kenmerk = list.get("kenmerk").and_then(Value::as_str);
        let kenmerk = kenmerk.ok_or_else(|| format!("{LIST} noemt geen kenmerk."))?.to_owned();
        Ok(Self { versie: env!("CARGO_PKG_VERSION"), kenmerk })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_part_is_another_release() {
        let kenmerk = |parts: &[&[u8]]| Release::of(parts).kenmerk;
        assert_eq!(kenmerk(&[b"a", b"b"]), kenmerk(&[b"a", b"b"]));
        assert_ne!(kenmerk(&[b"a", b"b"]), kenmerk(&[b"ab", b""]));
        assert_eq!(kenmerk(&[b"a"]).len(), 12);
    }
}
