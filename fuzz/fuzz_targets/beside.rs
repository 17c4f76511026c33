#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| gangmu_fuzz::targets::beside(data));
