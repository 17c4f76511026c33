//! What a place in the text is, said in other ways than by a span. `js/places.js` says the same in JavaScript; a test
//! compares the two.

use crate::hash::Fnv;
use crate::offsets::Offsets;
use crate::report::Report;
use crate::span::Span;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

/// A place as editors show it; both numbers count from 1.
///
/// ```
/// use gangmu::Place;
/// assert_eq!(gangmu::Places::new("一、\n二、").of(7), Place { line: 2, column: 1 });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// A line ends at CRLF, LF or CR.
    pub line: u32,
    /// In UTF-16 units, as editors and SARIF count. A byte-order mark at the start of the text takes no column.
    pub column: u32,
}

/// Lines and columns of one text. It is read once; each look-up then takes the logarithm of the number of lines.
///
/// ```
/// let text = "一、主要举措\n开展培训12次。";
/// let report = gangmu::parse(text);
/// let place = gangmu::Places::new(text).of(report.figures[0].span.start as usize);
/// assert_eq!((place.line, place.column), (2, 5));
/// ```
#[derive(Clone, Debug)]
pub struct Places<'t> {
    offsets: Offsets<'t>,
    /// Where lines start, in UTF-16 units.
    starts: Vec<u32>,
}

impl<'t> Places<'t> {
    /// Reads `text` once.
    ///
    /// ```
    /// let places = gangmu::Places::new("一、\r\n二、");
    /// assert_eq!(places.of(8).line, 2);
    /// ```
    pub fn new(text: &'t str) -> Places<'t> {
        let offsets = Offsets::new(text);
        let mut starts = alloc::vec![u32::from(text.starts_with('\u{FEFF}'))];
        let bytes = text.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
                starts.push(offsets.utf16(at + 1));
            }
        }
        Places { offsets, starts }
    }

    /// The place of byte `byte`, which is meant to be a character boundary; past the end, the end of the text.
    ///
    /// ```
    /// let places = gangmu::Places::new("𬭚12次");
    /// assert_eq!(places.of(4).column, 3); // 𬭚 is four bytes and two units
    /// ```
    pub fn of(&self, byte: usize) -> Place {
        let unit = self.offsets.utf16(byte);
        let line = self.starts.partition_point(|start| *start <= unit).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        Place { line: line as u32, column: unit.saturating_sub(start) + 1 }
    }
}

/// How far a sentence is followed to either side, in UTF-16 units: a line without stops may be a whole report.
const FAR: usize = 500;

/// Whether a sentence ends here.
fn is_stop(ch: char) -> bool {
    matches!(ch, '。' | '！' | '？' | '!' | '?') || is_break(ch)
}

fn is_break(ch: char) -> bool {
    matches!(ch, '\r' | '\n')
}

/// What may close behind a stop.
fn is_closing(ch: char) -> bool {
    matches!(ch, '”' | '’' | '」' | '）' | ')')
}

/// What JavaScript takes for a blank.
fn is_blank(ch: char) -> bool {
    ch.is_whitespace() && ch != '\u{85}' || ch == '\u{FEFF}'
}

/// How many bytes of `chars` come before the first stop, and within reach.
fn reach(chars: impl Iterator<Item = char>) -> usize {
    let (mut units, mut bytes) = (0, 0);
    for ch in chars {
        units += ch.len_utf16();
        if units > FAR || is_stop(ch) {
            break;
        }
        bytes += ch.len_utf8();
    }
    bytes
}

impl Report<'_> {
    /// The sentence that `span` stands in, from stop to stop (。！？!? or the end of a line), the stop and what closes behind
    /// it included, blanks at its ends left out. Where no stop is near it reaches 500 UTF-16 units to either side. Empty
    /// where the span is not one of this text.
    ///
    /// ```
    /// let text = "干部参训。全年开展培训12次，受众800人。";
    /// let report = gangmu::parse(text);
    /// assert_eq!(&text[report.sentence(report.figures[0].span)], "全年开展培训12次，受众800人。");
    /// ```
    pub fn sentence(&self, span: Span) -> Span {
        let (start, end) = (span.start as usize, span.end as usize);
        let (Some(left), Some(right)) = (self.text.get(..start), self.text.get(end..)) else { return Span::default() };
        let from = reach(left.chars().rev());
        let to = reach(right.chars());
        let (before, behind) = (&left[start - from..], &right[..to]);
        let before = before.trim_start_matches(is_blank);
        // What closes behind a stop belongs to the sentence that it stops.
        let stopped = left[..start - before.len()].ends_with(|ch| is_stop(ch) && !is_break(ch));
        let before = before.strip_prefix(is_closing).filter(|_| stopped).unwrap_or(before).trim_start_matches(is_blank);
        let mut to = behind.trim_end_matches(is_blank).len();
        let mut rest = right[to..].chars();
        if let Some(stop) = rest.next().filter(|ch| is_stop(*ch) && !is_break(*ch)) {
            to += stop.len_utf8();
            to += rest.next().filter(|ch| is_closing(*ch)).map_or(0, char::len_utf8);
        }
        Span::new(start - before.len(), end + to)
    }

    /// A fingerprint for each span, in their order: 16 hexadecimal digits made of its words and the 12 characters on either
    /// side of it in its line. It stays the same while the text is edited elsewhere. Of two places that are alike in all this
    /// the second, third … gets another one.
    ///
    /// ```
    /// let before = gangmu::parse("开展培训12次。");
    /// let after = gangmu::parse("干部参训。\n开展培训12次。");
    /// let of = |report: &gangmu::Report<'_>| report.fingerprints(report.figures.iter().map(|figure| figure.span));
    /// assert_eq!(of(&before), of(&after));
    /// ```
    pub fn fingerprints(&self, spans: impl IntoIterator<Item = Span>) -> Vec<String> {
        let mut met = BTreeMap::<u64, u64>::new();
        let one = |span| {
            let mut hash = Fnv::default();
            hash.add_round(self.text, span);
            let before = met.entry(hash.0).or_default();
            *before += 1;
            Fnv(hash.0.wrapping_add(*before - 1)).hexadecimal()
        };
        spans.into_iter().map(one).collect()
    }
}
