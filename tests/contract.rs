//! The contract with those who write or read our documents: the JSON Schemas say what the reader does, the
//! TypeScript types say what the JS API does, old documents stay readable, and every fault is reported at once.
//!
//! `schema.test.mjs` lets an independent validator judge the same files.

#[cfg(test)]
#[path = "contract/faults.rs"]
mod faults;
#[cfg(test)]
#[path = "contract/golden.rs"]
mod golden;
#[cfg(test)]
#[path = "contract/limits.rs"]
mod limits;
#[cfg(test)]
#[path = "contract/many.rs"]
mod many;
#[cfg(test)]
#[path = "contract/names.rs"]
mod names;
#[cfg(test)]
#[path = "contract/schema.rs"]
mod schema;
#[cfg(test)]
#[path = "contract/shapes.rs"]
mod shapes;
#[cfg(test)]
#[path = "contract/types.rs"]
mod types;
#[cfg(test)]
#[path = "contract/written.rs"]
mod written;
