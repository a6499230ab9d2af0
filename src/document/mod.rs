//! What all documents share: a JSON tree that keeps order and duplicates, and a strict walk over it that
//! reports every fault at once. Knows no publicatie and no scenario.

mod read;
mod shape;
mod tree;
mod write;

pub(crate) use read::{MAX_TEXT, shown, undisturbing};
pub use read::{Object, Pad, Reader};
pub use shape::{Field, Shape};
pub(crate) use shape::{may, needs};
pub use tree::{Tree, parse};
pub use write::{object, texts};

/// The largest document, in bytes.
pub const MAX_BYTES: usize = 1_000_000;

/// The deepest nesting.
pub const MAX_DEPTH: usize = 32;
