//! What Sociaal Incasseren does to the bijdrage of each deelnemer of GBLT, exactly.
//!
//! Layers, each using only what stands before it:
//!
//! ```text
//! units <- formula <- melding <- document <- publicatie <- scenario <- model <- vragen <- view <- export <- doors
//! ```
//!
//! The library knows no browser, no clock, no randomness, no network and no file.

pub mod document;
pub mod export;
pub mod formula;
#[cfg(feature = "js")]
pub mod js;
pub mod melding;
pub mod model;
pub mod publicatie;
pub mod scenario;
pub mod units;
pub mod view;
pub mod vragen;
