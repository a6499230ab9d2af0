#![no_main]

#[path = "../checks/publicatie.rs"]
mod publicatie;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| publicatie::check(bytes));
