//! Lines that lost their line breaks: a heading inside a long line begins a line of its own again.
//!
//! A marker inside a line is taken for a heading only where it goes on with a series (二、 after 一、) or opens one right
//! behind a sentence or a heading. Nothing is changed in the text: the line is only read as several.

use crate::chars::{after, before, is_closing, is_sentence_stop, is_space};
use crate::lines::Line;
use crate::marker::{self, Style};
use crate::span::Span;
use crate::work;
use alloc::vec::Vec;

/// A line shorter than this has one heading at most.
const LONG: usize = 150;

/// How far a heading that ends without a stop may be from the one right below it, in bytes.
const TITLE: usize = 180;

/// The styles that are looked for inside lines; the others stand in running words too often.
const STYLES: [Style; 3] = [Style::Han, Style::HanBracket, Style::Arabic];

/// The numbers that the headings so far have reached, one for each of [`STYLES`].
#[derive(Clone, Copy, Default)]
struct Reached {
    numbers: [u32; STYLES.len()],
    /// Where the last heading's marker ended.
    end: usize,
}

impl Reached {
    fn note(&mut self, found: marker::Marker, end: usize) {
        if let Some(place) = STYLES.iter().position(|style| *style == found.style) {
            self.numbers[place] = found.number;
            // A heading further out begins the series within it again.
            self.numbers[place + 1..].fill(0);
            self.end = end;
        }
    }
}

/// The lines, each long one cut where a heading begins inside it.
pub(crate) fn cut(text: &str, lines: Vec<Line>) -> Vec<Line> {
    let mut reached = Reached::default();
    let mut out = Vec::with_capacity(lines.len());
    for line in lines {
        let words = &text[line.words];
        let start = line.words.start as usize;
        if let Some(found) = marker::scan(words) {
            reached.note(found, start + found.length);
        }
        if words.len() < LONG {
            out.push(line);
            continue;
        }
        work::done(words.len());
        let mut from = start;
        for (offset, ch) in words.char_indices().skip(1) {
            let at = start + offset;
            // Only these begin a marker of the three styles.
            if at < reached.end
                || !matches!(ch, '（' | '(' | '0'..='9' | '０'..='９') && !"一二三四五六七八九十".contains(ch)
            {
                continue;
            }
            let Some(found) = marker::scan(&text[at..line.words.end as usize])
                .filter(|found| begins_heading(text, at, *found, &reached))
            else {
                continue;
            };
            out.push(Line { words: trimmed(text, from, at), ..line });
            reached.note(found, at + found.length);
            from = at;
        }
        out.push(Line { words: Span { start: from as u32, end: line.words.end }, ..line });
    }
    out
}

/// The span without the spaces at its end.
fn trimmed(text: &str, from: usize, to: usize) -> Span {
    let words = &text[from..to];
    Span::new(from, from + words.trim_end_matches(is_space).len())
}

/// Whether the marker at byte `at` goes on with a series, or opens one where a heading can stand.
fn begins_heading(text: &str, at: usize, found: marker::Marker, reached: &Reached) -> bool {
    let Some(place) = STYLES.iter().position(|style| *style == found.style) else { return false };
    let previous = before(text, at).filter(|ch| !is_space(*ch));
    let behind_sentence = previous
        .is_none_or(|ch| is_sentence_stop(ch) && ch != '；' && ch != ';' || is_closing(ch) && ch != '》' && ch != '”');
    // A title that ends without a stop runs into the first heading below it: 一、主要做法（一）加强领导。
    let below_title = found.number == 1
        && place > 0
        && reached.numbers[..place].iter().any(|number| *number > 0)
        && reached.numbers[place..].iter().all(|number| *number == 0)
        && at - reached.end < TITLE
        && !text[reached.end..at].contains(is_sentence_stop);
    let words_follow = after(text, at + found.length).is_some_and(|ch| !is_sentence_stop(ch));
    let goes_on = reached.numbers[place] > 0 && found.number == reached.numbers[place] + 1;
    let opens = found.number == 1 && reached.numbers[place] == 0;
    // 报告如下：一、…, and a title that runs into the first heading.
    let titled = ["报告", "总结", "公报", "汇报", "如下"]
        .iter()
        .any(|ending| text[..at].trim_end_matches(is_space).ends_with(ending));
    let introduced = found.style == Style::Han && (matches!(previous, Some('：' | ':')) || titled);
    words_follow && (below_title || behind_sentence && (goes_on || opens) || introduced && opens)
}

#[cfg(test)]
mod test {
    use super::cut;
    use crate::lines;
    use alloc::vec::Vec;

    fn pieces(text: &str) -> Vec<&str> {
        cut(text, lines::read(text)).iter().map(|line| &text[line.words]).collect()
    }

    #[test]
    fn an_endless_line_gives_its_headings() {
        let text = "现将有关情况报告如下：一、主要举措和成效（一）加强领导。全年召开会议十二次，研究议题三十余项，推动各项任务落地见效。（二）抓好普法。开展宣讲。二、存在的不足一是力量薄弱。三、下一步打算。加强培训。";
        assert_eq!(
            pieces(text),
            [
                "现将有关情况报告如下：",
                "一、主要举措和成效",
                "（一）加强领导。全年召开会议十二次，研究议题三十余项，推动各项任务落地见效。",
                "（二）抓好普法。开展宣讲。",
                "二、存在的不足一是力量薄弱。",
                "三、下一步打算。加强培训。",
            ]
        );
    }

    #[test]
    fn a_paragraph_that_cites_or_lists_stays_whole() {
        for text in [
            "按照《办法》第三条第（二）项的规定，推动一、二、三产业融合发展，全镇上下齐心协力抓落实，年内完成各项任务目标，群众满意度持续提升，各项工作走在前列，得到上级充分肯定。（三）项另有规定的除外。",
            "全年共办理案件。2.5亿元资金全部拨付到位，有力保障了重点项目建设的顺利推进，得到了群众的广泛好评和上级部门的充分肯定，各项指标均位居全市前列，为下一步工作打下了坚实的基础。",
        ] {
            assert_eq!(pieces(text), [text]);
        }
    }
}
