//! Questions that ask the model more than once. Each rereads the terms of an outcome with other values; none
//! has a formula of its own. Knows no words and no screen.

mod aansluiting;
mod banden;
mod hoekpunten;
mod replace;

pub use aansluiting::{Aansluiting, Oordeel, aansluiting};
pub use banden::Banden;
pub use hoekpunten::{Grens, Hoek, Hoekpunten, Kant, hoekpunten, hoekpunten_per_jaar, kolommen};
