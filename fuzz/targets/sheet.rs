//! Bytes for `sheet` of `bodies.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bodies::sheet(bytes));
