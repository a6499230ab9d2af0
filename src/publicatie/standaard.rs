//! The proposal of 27 January 2021, compiled in from the file that stands beside the page.

use super::{Publicatie, lees};
use crate::document::parse;
use crate::melding::Melding;

/// The text of the default publicatie.
pub const STANDAARD_JSON: &str = include_str!("../../www/publicaties/gblt-2021.json");

/// The default publicatie.
///
/// # Errors
/// None as long as the file that is compiled in is sound, which a test checks.
pub fn standaard() -> Result<Publicatie, Vec<Melding>> {
    let tree = parse(STANDAARD_JSON.as_bytes()).map_err(|melding| vec![melding])?;
    lees(&tree)
}
