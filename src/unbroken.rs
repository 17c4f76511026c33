//! Lines that lost their line breaks: a heading inside a long line begins a line of its own again.
//!
//! A marker inside a line is taken for a heading by what stands before it (a sentence that has ended, a heading without a
//! stop) and by the series that it goes on with, opens or leads to. Nothing is changed in the text: the line is only read
//! as several.

use crate::chars::{
    after, before, han_digit, has_word, is_closing, is_han, is_opening, is_sentence_stop, is_space, one_of, step_back,
    step_on,
};
use crate::concordance::{Concordance, letters};
use crate::lines::Line;
use crate::marker::{self, Marker, Style};
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use alloc::vec::Vec;

/// A line shorter than this has one heading at most, unless it is one heading run into the next.
const LONG: usize = 150;

/// How far a heading that ends without a stop may be from the one right below it, in bytes.
const TITLE: usize = 180;

/// How many characters the title of a run-in heading has at most.
const RUN_IN: usize = 40;

/// What stands before a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    /// Nothing: it begins its line.
    Start,
    /// A sentence that has ended.
    Sentence,
    /// What announces a list or the text: 如下：.
    Colon,
    /// A part of a sentence that goes on: the marker counts items.
    Semicolon,
    /// Anything else.
    Word,
}

/// A marker that may begin a heading.
struct Candidate {
    at: usize,
    /// `None` where only a stop is left of it.
    found: Option<Marker>,
    setting: Setting,
    /// The number of the next candidate of this style, and what stands before it.
    next: Option<(u32, Setting)>,
}

/// The numbers that the headings so far have reached.
#[derive(Default)]
struct Reached {
    numbers: [u32; Style::COUNT],
    /// Where the last heading's marker ended.
    end: usize,
    /// Whether that marker lost its number: which series it began again is not known.
    lost: bool,
}

impl Reached {
    fn note(&mut self, at: usize, found: Marker) {
        let place = found.style as usize;
        self.numbers[place] = found.number;
        // A heading further out begins the series within it again.
        self.numbers[place + 1..].fill(0);
        (self.end, self.lost) = (at + found.length, false);
    }
}

/// The lines, each long one cut where a heading begins inside it.
pub(crate) fn cut(text: &str, places: &Concordance, lines: Vec<Line>) -> Vec<Line> {
    let mut candidates = Vec::new();
    for line in &lines {
        find_candidates(text, places, line.words, &mut candidates);
    }
    look_ahead(&mut candidates);
    let mut begins = Vec::new();
    let mut reached = Reached::default();
    for candidate in &candidates {
        let inside = candidate.setting != Setting::Start;
        if inside && (candidate.at < reached.end || !begins_heading(text, candidate, &reached)) {
            continue;
        }
        if inside {
            begins.push(candidate.at);
        }
        match candidate.found {
            Some(found) => reached.note(candidate.at, found),
            None => (reached.end, reached.lost) = (candidate.at, true),
        }
    }
    if begins.is_empty() {
        return lines;
    }
    let mut out = Vec::with_capacity(lines.len() + begins.len());
    let mut begins = begins.into_iter().peekable();
    for line in lines {
        let mut from = line.words.start as usize;
        while let Some(at) = begins.next_if(|at| *at < line.words.end as usize) {
            out.push(Line { words: trimmed(text, from, at), ..line });
            from = at;
        }
        out.push(Line { words: Span { start: from as u32, end: line.words.end }, ..line });
    }
    out
}

/// The span without the spaces at its end.
fn trimmed(text: &str, from: usize, to: usize) -> Span {
    let words = &text[from..to];
    Span::new(from, from + words.trim_end_if(&is_space).len())
}

/// Whether a marker can begin with this character, a numeral or an opening bracket.
fn may_begin(ch: char) -> bool {
    matches!(ch, '（' | '(' | '第' | '、' | '．' | '0'..='9' | '０'..='９' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// Adds the marker that the line begins with, and those inside it.
fn find_candidates(text: &str, places: &Concordance, line: Span, out: &mut Vec<Candidate>) {
    let (start, end) = (line.start as usize, line.end as usize);
    let first = marker::scan(&text[line]);
    if first.is_some() {
        out.push(Candidate { at: start, found: first, setting: Setting::Start, next: None });
    }
    if line.len() < LONG && first.is_none() {
        return;
    }
    let places = places.within(line);
    // A number is read from its first digit only.
    for at in places.of(letters!("（(第、．0123456789０１２３４５６７８９一二三四五六七八九十"))
    {
        let Some(ch) = after(text, at).filter(|_| at > start) else { continue };
        let is_first = is_opening(ch) || matches!(ch, '第' | '、' | '．');
        if !is_first && before(text, at).is_some_and(may_begin) {
            continue;
        }
        let is_stop = matches!(ch, '、' | '．');
        // Of a marker a stop may be left, at the start of a sentence and not behind a word.
        if is_stop && before(text, at).is_some_and(is_han) {
            continue;
        }
        let found = if is_stop { None } else { marker::scan(&text[at..end]) };
        if found.is_none() && !is_stop {
            continue;
        }
        let setting = setting(text, start, at);
        if found.is_some() || setting == Setting::Sentence && marker::remains(&text[at..end]).is_some() {
            out.push(Candidate { at, found, setting, next: None });
        }
    }
}

/// What stands before byte `at` of a line that begins at `start`.
fn setting(text: &str, start: usize, at: usize) -> Setting {
    let left = text[start..at].trim_end_if(&is_space);
    let closed = left.trim_end_if(&is_closing);
    match (before(left, left.len()), before(closed, closed.len())) {
        (None, _) => Setting::Start,
        (Some('；' | ';'), _) => Setting::Semicolon,
        (Some('：' | ':'), _) => Setting::Colon,
        (_, Some(ch)) if is_sentence_stop(ch) && ch != '；' && ch != ';' => Setting::Sentence,
        _ => Setting::Word,
    }
}

/// Tells each candidate what the next of its style is.
fn look_ahead(candidates: &mut [Candidate]) {
    let mut next = [None; Style::COUNT];
    for candidate in candidates.iter_mut().rev() {
        if let Some(found) = candidate.found {
            let place = found.style as usize;
            candidate.next = next[place];
            next[place] = Some((found.number, candidate.setting));
        }
    }
}

/// Whether a heading begins with this marker, which stands inside a line.
fn begins_heading(text: &str, candidate: &Candidate, reached: &Reached) -> bool {
    let Some(found) = candidate.found else { return true };
    let (at, number, style) = (candidate.at, found.number, found.style);
    let behind = at + found.length;
    let before_words = before(text, at);
    if after(text, behind).is_none_or(is_sentence_stop) || matches!(before_words, Some('第' | '、' | '“' | '（' | '('))
    {
        return false;
    }
    // 占96.7%（见图1），比上年: the bracket closes a note.
    let near = &text[step_back(text, at, 12)..at];
    if let Some(open) = near.rfind_of(set!("（("))
        && near.rfind_of(set!("）)")).is_none_or(|close| close < open)
        && text[..behind].ends_of(set!("）)"))
    {
        return false;
    }
    // 是三、四个月: an approximate number, with a comma that it should not have.
    let neighbour = |ch| han_digit(ch).is_some_and(|value| u64::from(value) == u64::from(number) + 1);
    if candidate.setting == Setting::Word && style == Style::Han && after(text, behind).is_some_and(neighbour) {
        return false;
    }
    let last = reached.numbers[style as usize];
    let leads_on =
        matches!(candidate.next, Some((next, setting)) if next == number + 1 && setting != Setting::Semicolon);
    let goes_on = last > 0 && number == last + 1;
    let opens = number == 1 && (last == 0 || leads_on);
    // Headings before it or behind it were lost.
    let near = last > 0 && number > last && number <= last + 3 || last == 0 && leads_on;
    let outer = matches!(style, Style::Part | Style::Chapter | Style::Han | Style::HanBracket);
    let runs_in = || has_word(&text[behind..step_on(text, behind, RUN_IN)], "。");
    match candidate.setting {
        Setting::Start | Setting::Semicolon => false,
        Setting::Sentence if outer => goes_on || opens || near || number == last && runs_in(),
        Setting::Sentence => match style {
            Style::Arabic => goes_on || opens || near && (leads_on || runs_in()),
            Style::ArabicBracket => (goes_on || opens && leads_on) && runs_in(),
            _ => false,
        },
        // 报告如下：一、…; but 包括：（一）…；（二）… are items.
        Setting::Colon => opens && (style == Style::Han || outer && leads_on),
        Setting::Word => {
            // A title that ends without a stop runs into the first heading below it: 一、主要做法（一）加强领导。
            let place = style as usize;
            let below_title = number == 1
                && (reached.lost
                    || reached.numbers[..place].iter().any(|number| *number > 0)
                        && reached.numbers[place..].iter().all(|number| *number == 0))
                && at - reached.end < TITLE
                && !text[reached.end..at].has_if(&is_sentence_stop);
            let words_follow =
                after(text, behind).is_some_and(|ch| is_han(ch) || is_opening(ch) || ch.is_ascii_digit());
            below_title
                || goes_on && (outer || style == Style::Arabic && words_follow && runs_in())
                || style == Style::Han && opens && ends_as_title(text, at)
        }
    }
}

/// Words that the title of a section ends with.
pub(crate) const SECTION_NOUNS: &Words =
    words!("情况 成效 问题 不足 原因 打算 安排 思路 计划 举措 措施 做法 概况 总结");

/// Words that the title of a section begins with, and a clause hardly.
const SECTION_OPENINGS: &Words = words!("存在 主要 下一步 下步 今后 工作 基本 总体 面临 明年");

/// Words that a sentence begins with, and the rest of a title hardly.
const SENTENCE_OPENINGS: &Words =
    words!("今年 本年 全年 年末 年内 近年 一年来 过去一年 截至 我们 根据 按照 随着 虽然 当前 目前 一是 首先");

/// Where the title ends that lost the line break behind it and runs into its section: `words` are those up to the first
/// sentence stop. Gives the length of the title in bytes.
pub(crate) fn title_in(words: &str) -> Option<usize> {
    if !words.has_of(set!("，,")) && words.chars().nth(RUN_IN).is_none() {
        return None;
    }
    let comma = words.find_of(set!("，,")).unwrap_or(words.len());
    let year = |rest: &str| rest.starts_if(&|ch| ch.is_ascii_digit()) && step_on(rest, 0, 4) == 4;
    let titled = words.starts_with_any(SECTION_OPENINGS) || year(words);
    words.char_indices().map(|(at, _)| at).take_while(|at| *at < TITLE).find_map(|at| {
        let rest = &words[at..];
        // 农业|全年粮食产量, 自身建设|我们将; but 面临的环境及我们的认识.
        if at > 4 && rest.starts_with_any(SENTENCE_OPENINGS) && !words[..at].ends_of(set!("和与及暨以的对、")) {
            return Some(at);
        }
        if at > comma {
            return None;
        }
        let noun = rest.start_among(SECTION_NOUNS)?;
        let (end, behind) = (at + noun.len(), &rest[noun.len()..]);
        let goes_on = behind.starts_if(&|ch| one_of(Some(ch), set!("和与及、的以暨并中下等方良较复通报汇（(")))
            || behind.starts_with_any(SECTION_NOUNS);
        (at > 0 && !goes_on && !behind.is_empty() && (titled || noun == "情况" || year(behind))).then_some(end)
    })
}

/// Whether what stands before byte `at` is a title or the words before the first heading.
fn ends_as_title(text: &str, at: usize) -> bool {
    let left = text[..at].trim_end_if(&is_space);
    left.ends_with_any(words!("报告 总结 公报 汇报 如下"))
}

#[cfg(test)]
mod test {
    use super::cut;
    use crate::concordance::Concordance;
    use crate::lines;
    use alloc::vec::Vec;

    fn pieces(text: &str) -> Vec<&str> {
        let places = Concordance::of(text);
        cut(text, &places, lines::read(text, places.all())).iter().map(|line| &text[line.words]).collect()
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
