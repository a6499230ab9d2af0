//! The wasm module of the page.

fn main() {}
