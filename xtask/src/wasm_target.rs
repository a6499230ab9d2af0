//! Makes sure that rustc can compile for the browser.

use std::path::Path;

use crate::Outcome;
use crate::program::{output, program, run};

pub(crate) const TRIPLE: &str = "wasm32-unknown-unknown";

/// Adds the target with rustup when it is missing, and says so.
pub(crate) fn ensure() -> Outcome {
    if is_present()? {
        return Ok(());
    }
    println!("Het doel {TRIPLE} ontbreekt; rustup voegt het toe.");
    run(program("rustup", &["target", "add", TRIPLE])).map_err(|sentence| {
        format!("{sentence}\nZonder dit doel is de pagina niet te bouwen. Voeg het zelf toe: rustup target add {TRIPLE}")
    })
}

fn is_present() -> Outcome<bool> {
    let folder = output(program("rustc", &["--print", "target-libdir", "--target", TRIPLE]))?;
    Ok(Path::new(folder.trim()).is_dir())
}
