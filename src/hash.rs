//! A number that tells texts apart.

/// FNV-1a, 64 bits: no secret hangs on it, it only has to tell a few hundred things apart.
pub(crate) struct Fnv(pub(crate) u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    pub(crate) fn add(&mut self, words: &str) {
        // The last byte keeps "ab" + "c" apart from "a" + "bc": it stands in no UTF-8.
        for byte in words.bytes().chain([0xFF]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
}
