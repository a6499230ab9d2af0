//! What a person or a program takes away.

mod gevraagd;
mod hoekpunten;
mod html;
mod json;
mod parameters;

pub use gevraagd::{Vraag, gevraagd};
pub use hoekpunten::hoekpunten;
pub use html::html;
pub use json::{herleiding, melding, meldingen, uitkomst};
pub use parameters::parameters;
