#![no_main]

#[path = "../checks/getal.rs"]
mod getal;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| getal::check(bytes));
