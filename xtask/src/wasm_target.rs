//! Makes sure that rustc can compile for the browser.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::Outcome;
use crate::program::{output, program, run};

pub(crate) const TRIPLE: &str = "wasm32-unknown-unknown";

/// Modules are built at the same time, and rustup cannot add one target twice at once.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Adds the target with rustup when it is missing, and says so.
pub(crate) fn ensure() -> Outcome {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
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
