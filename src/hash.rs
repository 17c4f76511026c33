//! A number that tells texts apart.

use crate::chars::{step_back, step_on};
use crate::span::Span;
use alloc::string::String;

/// How many characters on either side tell a place from others of its kind.
const ROUND: usize = 12;

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

    /// The words of `span`, and what stands on either side of them in their line.
    pub(crate) fn add_round(&mut self, text: &str, span: Span) {
        let (start, end) = (span.start as usize, span.end as usize);
        let left = text.get(step_back(text, start, ROUND)..start).unwrap_or_default();
        let right = text.get(end..step_on(text, end, ROUND)).unwrap_or_default();
        self.add(left.rsplit_once('\n').map_or(left, |(_, left)| left));
        self.add(&text[span]);
        self.add(right.split_once('\n').map_or(right, |(right, _)| right));
    }

    /// As 16 digits.
    pub(crate) fn hexadecimal(&self) -> String {
        (0..16).rev().map(|place| char::from_digit((self.0 >> (4 * place)) as u32 & 0xF, 16).unwrap_or('0')).collect()
    }
}
