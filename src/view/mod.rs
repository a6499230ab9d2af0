//! From amounts to words and rows. No browser, no new amounts.

mod names;
mod text_table;
pub mod texts;

pub use names::Names;
pub use text_table::text_table;
