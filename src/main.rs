//! The wasm module of the page.

mod ui;

fn main() {
    ui::start();
}
