//! What a number is. Knows nothing else.
//!
//! Adding a unit: a marker in [`mod@unit`], its reading in [`lezen`] and its writing in [`notation`], and the
//! products and quotients that make sense in `formula`. What is not listed there does not compile.

mod breuk;
mod euro;
mod jaar;
pub mod lezen;
pub mod notation;
mod order;
pub mod unit;
mod verdeel;

pub use breuk::Breuk;
pub(crate) use breuk::Compact;
pub use euro::Euro;
pub use jaar::{Jaar, PerJaar, Periode};
pub use order::{each_in_order, in_order};
pub use unit::Eenheid;
pub(crate) use verdeel::Split;
pub use verdeel::{Blok, Deling, Verdeelwijze, Verdeling, verdeel};
