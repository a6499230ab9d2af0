//! The wasm module with the JS API of the library; without Yew, for Node, the browser and a worker.

// Linking the library keeps its exports.
use bijdragewijzer as _;

fn main() {}
