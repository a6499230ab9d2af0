//! What a person or a program takes away.

mod json;
mod parameters;

pub use json::{herleiding, melding, meldingen, uitkomst};
pub use parameters::parameters;
