//! The wasm module that `benches/wasm.mjs` times: the core and the bare sums in one module, without JavaScript.

#![expect(unreachable_pub, reason = "modules that a test uses too")]

mod kaal;
mod opgave;
mod raster;

use std::cell::Cell;
use std::hint::black_box;

use opgave::Opgave;
use raster::ELF;

thread_local! {
    static OPGAVE: Opgave = Opgave::new(ELF);
    /// How many times `main` has been called.
    static BEURT: Cell<usize> = const { Cell::new(0) };
}

/// Each call does the next piece of work, in the order of `MOTOREN` in `benches/wasm.mjs`: a module without
/// imports has no other way to be told what to do.
fn main() {
    let werk = [Opgave::raster_kern, Opgave::raster_kaal, Opgave::een_kern, Opgave::een_kaal];
    let beurt = BEURT.replace(BEURT.get() + 1);
    if let Some(werk) = werk.get(beurt % werk.len()) {
        black_box(OPGAVE.with(werk));
    }
}
