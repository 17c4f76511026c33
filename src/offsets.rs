//! Bytes to UTF-16 units.

use alloc::vec::Vec;

/// One checkpoint every so many bytes: a look-up walks at most that far.
const STRIDE: usize = 64;

/// Translates byte offsets of one text into UTF-16 code units, the positions of JavaScript strings.
///
/// Made in one ascending pass over the text, which lays a checkpoint every 64 bytes; each look-up then counts from the
/// nearest checkpoint, so a report of any size is translated in linear time.
///
/// ```
/// let text = "𬭚12次";
/// let offsets = gangmu::Offsets::new(text);
/// assert_eq!(offsets.utf16(4), 2);            // 𬭚 is four bytes and two units
/// assert_eq!(offsets.utf16(text.len()), 5);
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    bytes: &'t [u8],
    checkpoints: Vec<u32>,
    units: u32,
}

/// The UTF-16 units that the characters starting in `bytes` take: one for each, two for those of four bytes. Counted eight
/// bytes at a time, by the bits that tell a character's first byte.
fn count(bytes: &[u8]) -> u32 {
    let (eights, rest) = bytes.as_chunks::<8>();
    let tail = rest.iter().map(|byte| u32::from(byte & 0xC0 != 0x80) + u32::from(*byte >= 0xF0)).sum::<u32>();
    eights.iter().fold(tail, |sum, eight| {
        let bits = u64::from_le_bytes(*eight);
        let top = bits & 0x8080_8080_8080_8080;
        let goes_on = top & !(bits << 1);
        let of_four = top & bits << 1 & bits << 2 & bits << 3;
        sum + 8 - goes_on.count_ones() + of_four.count_ones()
    })
}

impl<'t> Offsets<'t> {
    /// Reads `text` once.
    ///
    /// ```
    /// let offsets = gangmu::Offsets::new("纲目");
    /// assert_eq!(offsets.utf16(3), 1);
    /// ```
    pub fn new(text: &'t str) -> Offsets<'t> {
        let bytes = text.as_bytes();
        let mut checkpoints = Vec::with_capacity(bytes.len() / STRIDE + 1);
        let mut units = 0;
        for block in bytes.chunks(STRIDE) {
            checkpoints.push(units);
            units += count(block);
        }
        Offsets { bytes, checkpoints, units }
    }

    /// The UTF-16 offset of byte offset `byte`, which is meant to be a character boundary; past the end, the length.
    /// Inside a character it is that of the character's end.
    ///
    /// ```
    /// let offsets = gangmu::Offsets::new("纲目");
    /// assert_eq!(offsets.utf16(0), 0);
    /// assert_eq!(offsets.utf16(100), 2);
    /// ```
    pub fn utf16(&self, byte: usize) -> u32 {
        if byte >= self.bytes.len() {
            return self.units;
        }
        let block = byte / STRIDE;
        self.checkpoints.get(block).map_or(0, |before| before + count(&self.bytes[block * STRIDE..byte]))
    }

    /// The length of the text in UTF-16 units.
    ///
    /// ```
    /// assert_eq!(gangmu::Offsets::new("𬭚12次").len(), 5);
    /// ```
    pub fn len(&self) -> u32 {
        self.units
    }

    /// Whether the text is empty.
    ///
    /// ```
    /// assert!(gangmu::Offsets::new("").is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.units == 0
    }
}
