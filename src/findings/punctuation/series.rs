//! 一是…；二是…；三是…。: the marks between the items of one paragraph.

use crate::chars::han_digit;
use crate::findings::Findings;
use crate::lines::Line;
use crate::rules::Rule;
use crate::span::Span;

/// What was seen of a series so far.
#[derive(Default)]
struct Series {
    /// The number of the last item.
    last: u8,
    /// How many items a ； parts from the one before.
    semicolons: u32,
    /// How many a 。 does, and where the last of these stands.
    stops: u32,
    parting: usize,
    /// A 。 in the item that is open.
    pending: Option<usize>,
    /// A 。 inside an item that a ； ends.
    inner: Option<usize>,
}

/// A 。 among the ； of one series, of which 二 or 三 stands behind one: where an item holds sentences, none is ended by ；.
pub(super) fn look(line: &Line, words: &str, out: &mut Findings<'_, '_>) {
    let mut series = Series::default();
    // The last two characters, with the place of the nearer.
    let (mut separator, mut numeral) = (('\0', 0), None);
    for (at, ch) in words.char_indices() {
        if let Some((number, (mark, place))) = numeral.take()
            && matches!(ch, '是' | '要')
        {
            if number != series.last + 1 {
                series.tell(line, out);
                series = Series::default();
            }
            if number == series.last + 1 {
                series.last = number;
                series.part(mark, place);
            }
        }
        if let Some(number) =
            han_digit(ch).filter(|_| matches!(separator.0, '\0' | '；' | ';' | '。' | '，' | ',' | '：' | ':' | ' '))
        {
            numeral = Some((number, separator));
        }
        if ch == '。' && series.last > 0 {
            let quoted = matches!(words[at + ch.len_utf8()..].chars().next(), Some('”' | '）' | '’'));
            if !quoted {
                series.pending = Some(at);
            }
        }
        separator = (ch, at);
    }
    series.tell(line, out);
}

impl Series {
    /// Takes the mark before an item.
    fn part(&mut self, mark: char, place: usize) {
        let pending = self.pending.take();
        match mark {
            '；' | ';' if self.last > 1 => {
                self.semicolons += 1;
                self.inner = self.inner.or(pending);
            }
            '。' if self.last > 1 => {
                self.stops += 1;
                self.parting = place;
            }
            _ => {}
        }
    }

    fn tell(&self, line: &Line, out: &mut Findings<'_, '_>) {
        let at = |place: usize| Span::new(place, place + '。'.len_utf8());
        let from = line.words.start as usize;
        if self.semicolons == 0 {
            return;
        }
        if self.stops > 0 {
            let sentence = &[
                "各项之间有用分号的，也有用句号的，宜统一。",
                "Some of the items are parted by semicolons, others by full stops; use one of them.",
            ];
            let span = at(from + self.parting);
            if self.stops == 1 && self.semicolons > 1 && self.inner.is_none() {
                out.say_right(Rule::SemicolonStop, span, sentence, "；");
            } else {
                out.say(Rule::SemicolonStop, span, sentence, &[]);
            }
        } else if let Some(inner) = self.inner {
            let sentence = &[
                "各项以分号隔开，项内不应再用句号。",
                "The items are parted by semicolons: no full stop belongs inside one.",
            ];
            out.say(Rule::SemicolonStop, at(from + inner), sentence, &[]);
        }
    }
}
