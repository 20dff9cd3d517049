//! Bytes for `transcript` of `bodies.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bodies::transcript(bytes));
