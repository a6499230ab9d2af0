//! The seeds of the fuzz targets, and what fuzzing found, replayed in every run: `fuzz/README.md`.

#[cfg(test)]
#[path = "../fuzz/checks/cellen.rs"]
mod cellen;
#[cfg(test)]
#[path = "../fuzz/checks/getal.rs"]
mod getal;
#[cfg(test)]
#[path = "../fuzz/checks/link.rs"]
mod link;
#[cfg(test)]
#[path = "../fuzz/checks/publicatie.rs"]
mod publicatie;
#[cfg(test)]
#[path = "fuzz/replay.rs"]
mod replay;
#[cfg(test)]
#[path = "../fuzz/checks/scenario.rs"]
mod scenario;
