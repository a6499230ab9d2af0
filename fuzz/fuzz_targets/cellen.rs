#![no_main]

#[path = "../checks/cellen.rs"]
mod cellen;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cellen::check(bytes));
