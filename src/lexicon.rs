//! Tables of words, sorted when the crate is compiled, and the longest match in them.

use crate::work;

/// −1, 0, 1 as the bytes of `a` stand to those of `b`, read from the front or from the end; `Ord` cannot be called at
/// compile time.
const fn compare(a: &[u8], b: &[u8], from_end: bool) -> i8 {
    let mut at = 0;
    while at < a.len() && at < b.len() {
        let (x, y) = if from_end { (a[a.len() - 1 - at], b[b.len() - 1 - at]) } else { (a[at], b[at]) };
        if x != y {
            return if x < y { -1 } else { 1 };
        }
        at += 1;
    }
    if a.len() == b.len() {
        0
    } else if a.len() < b.len() {
        -1
    } else {
        1
    }
}

/// The rows in the order of their words' bytes (a comb sort: short, and quick enough for the compiler).
pub(crate) const fn sorted<T: Copy, const N: usize>(
    mut rows: [(&'static str, T); N],
    from_end: bool,
) -> [(&'static str, T); N] {
    let mut gap = N;
    let mut swapped = true;
    while gap > 1 || swapped {
        gap = if gap > 1 { gap * 10 / 13 } else { 1 };
        if gap == 0 {
            gap = 1;
        }
        swapped = false;
        let mut low = 0;
        while low + gap < N {
            if compare(rows[low].0.as_bytes(), rows[low + gap].0.as_bytes(), from_end) > 0 {
                (rows[low], rows[low + gap]) = (rows[low + gap], rows[low]);
                swapped = true;
            }
            low += 1;
        }
    }
    rows
}

/// A sorted table of words, each with what is known of it.
#[derive(Debug)]
pub(crate) struct Lexicon<T: 'static>(pub(crate) &'static [(&'static str, T)]);

impl<T: Copy> Lexicon<T> {
    /// The longest word that `rest` begins with.
    pub(crate) fn longest(&self, rest: &str) -> Option<(&'static str, T)> {
        self.longest_below(rest, usize::MAX)
    }

    /// The longest word of fewer than `limit` bytes that `rest` begins with.
    pub(crate) fn longest_below(&self, rest: &str, limit: usize) -> Option<(&'static str, T)> {
        let lead = rest.chars().next()?;
        work::done(16);
        // Words that are a prefix of the text sort at or before it; walking back meets the longest first.
        let key = &rest.as_bytes()[..rest.len().min(48)];
        let high = self.0.partition_point(|(word, _)| word.as_bytes() <= key);
        self.0[..high]
            .iter()
            .rev()
            .take_while(|(word, _)| word.starts_with(lead))
            .find(|(word, _)| word.len() < limit && rest.starts_with(word))
            .copied()
    }
}

/// A table of words sorted by their ends, each with what is known of it.
#[derive(Debug)]
pub(crate) struct Endings<T: 'static>(pub(crate) &'static [(&'static str, T)]);

impl<T: Copy> Endings<T> {
    /// The longest word that `text` ends with.
    pub(crate) fn longest(&self, text: &str) -> Option<(&'static str, T)> {
        self.longest_below(text, usize::MAX)
    }

    /// The longest word of fewer than `limit` bytes that `text` ends with.
    pub(crate) fn longest_below(&self, text: &str, limit: usize) -> Option<(&'static str, T)> {
        let last = *text.as_bytes().last()?;
        work::done(16);
        let high = self.0.partition_point(|(word, _)| compare(word.as_bytes(), text.as_bytes(), true) <= 0);
        self.0[..high]
            .iter()
            .rev()
            .take_while(|(word, _)| word.as_bytes().last() == Some(&last))
            .find(|(word, _)| word.len() < limit && text.ends_with(word))
            .copied()
    }
}

/// Declares a [`Lexicon`], or [`Endings`]: `lexicon!(NAME: Type { value: "word" "word"; … })`.
macro_rules! lexicon {
    ($(#[$meta:meta])* $name:ident: $Type:ty { $($rows:tt)+ }) => {
        lexicon!($(#[$meta])* $name: Lexicon<$Type>, false, { $($rows)+ });
    };
    ($(#[$meta:meta])* endings $name:ident: $Type:ty { $($rows:tt)+ }) => {
        lexicon!($(#[$meta])* $name: Endings<$Type>, true, { $($rows)+ });
    };
    ($(#[$meta:meta])* $name:ident: $Table:ident<$Type:ty>, $from_end:literal, { $($value:expr => $($word:literal)+;)+ }) => {
        $(#[$meta])*
        pub(crate) static $name: $crate::lexicon::$Table<$Type> = {
            const ROWS: &[(&str, $Type)] = &[$($(($word, $value),)+)+];
            const fn rows() -> [(&'static str, $Type); ROWS.len()] {
                let mut out = [ROWS[0]; ROWS.len()];
                let mut at = 0;
                while at < out.len() {
                    out[at] = ROWS[at];
                    at += 1;
                }
                out
            }
            static SORTED: [(&str, $Type); ROWS.len()] = $crate::lexicon::sorted(rows(), $from_end);
            $crate::lexicon::$Table(&SORTED)
        };
    };
}
pub(crate) use lexicon;
