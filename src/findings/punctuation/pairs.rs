//! Brackets, quotes and 书名号: whether each has its other half, and how they stand in each other.

use crate::chars::{after, before, digit, han_digit, is_comma, is_sentence_stop, is_space};
use crate::findings::punctuation::Mark;
use crate::findings::punctuation::width::in_figure;
use crate::findings::{Findings, Subject, edit};
use crate::options::Sentence;
use crate::rules::Rule;
use crate::search::{Search, words};
use crate::span::Span;
use alloc::string::String;
use alloc::vec::Vec;

/// The kinds of marks that come in twos.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Bracket,
    YearBracket,
    Heavy,
    Quote,
    Title,
    InnerTitle,
}

/// What a mark opens or closes.
fn kind(ch: char) -> Option<(Kind, bool)> {
    Some(match ch {
        '（' | '(' => (Kind::Bracket, true),
        '）' | ')' => (Kind::Bracket, false),
        '〔' => (Kind::YearBracket, true),
        '〕' => (Kind::YearBracket, false),
        '【' => (Kind::Heavy, true),
        '】' => (Kind::Heavy, false),
        '“' => (Kind::Quote, true),
        '”' => (Kind::Quote, false),
        '《' => (Kind::Title, true),
        '》' => (Kind::Title, false),
        '〈' | '<' => (Kind::InnerTitle, true),
        '〉' | '>' => (Kind::InnerTitle, false),
        _ => return None,
    })
}

/// A mark whose other half has not been met.
#[derive(Clone, Copy, Debug)]
struct Open {
    kind: Kind,
    at: usize,
    ch: char,
    /// It was opened in the line before.
    carried: bool,
    /// How many of its kind are open, itself among them.
    depth: u32,
}

/// How many open marks are looked at for the one that is closed: no text nests deeper, and the bound keeps a hostile one
/// from being read again and again.
const DEEPEST: usize = 8;

/// What is open, paragraph after paragraph.
#[derive(Default)]
pub(super) struct Pairs {
    open: Vec<Open>,
    /// Pairs inside another of their kind that is still open.
    nested: Vec<(Kind, Span)>,
    /// The last pair of round brackets.
    last_bracket: Span,
}

impl Pairs {
    pub(super) fn begin(&mut self, words: &str) {
        // A quotation of several paragraphs opens anew with each of them and closes once.
        if words.starts_with('“') {
            self.open.retain(|open| open.kind != Kind::Quote);
        }
    }

    pub(super) fn end(&mut self, out: &mut Findings<'_, '_>) {
        self.nested.clear();
        if self.open.is_empty() {
            return;
        }
        // A line broken in the middle of a pair is closed in the next.
        let mut kept = Vec::new();
        for mut open in self.open.drain(..) {
            if open.carried {
                unpaired(open.at, open.ch, out);
            } else {
                open.carried = true;
                kept.push(open);
            }
        }
        self.open = kept;
    }

    pub(super) fn finish(&mut self, out: &mut Findings<'_, '_>) {
        for open in self.open.drain(..) {
            unpaired(open.at, open.ch, out);
        }
    }

    pub(super) fn look(&mut self, subject: &Subject<'_, '_>, mark: &Mark<'_>, out: &mut Findings<'_, '_>) {
        let Some((kind, opens)) = kind(mark.ch) else { return };
        let depth_of =
            |open: &[Open]| open.iter().rev().take(DEEPEST).find(|open| open.kind == kind).map_or(0, |open| open.depth);
        // < and > are marks of titles inside a title only.
        if matches!(mark.ch, '<' | '>') && !self.open.iter().rev().take(DEEPEST).any(|open| open.kind == Kind::Title) {
            return;
        }
        if opens {
            let depth = depth_of(&self.open) + 1;
            self.open.push(Open { kind, at: mark.start(), ch: mark.ch, carried: false, depth });
            return;
        }
        let place = self.open.iter().rev().take(DEEPEST).position(|open| open.kind == kind);
        let Some(above) = place else {
            if !(kind == Kind::Bracket && is_marker(mark.left())) {
                unpaired(mark.start(), mark.ch, out);
            }
            return;
        };
        for _ in 0..above {
            if let Some(lone) = self.open.pop() {
                unpaired(lone.at, lone.ch, out);
            }
        }
        if let Some(open) = self.open.pop() {
            self.close(subject, mark, open, out);
        }
    }

    fn close(&mut self, subject: &Subject<'_, '_>, mark: &Mark<'_>, open: Open, out: &mut Findings<'_, '_>) {
        let span = Span::new(open.at, mark.end());
        if open.ch == '<' {
            say_nested(Rule::TitleNested, subject, span, ["〈", "〉"], out);
        }
        if open.depth == 2 {
            self.nested.push((open.kind, span));
        }
        if open.depth > 1 || !matches!(open.kind, Kind::Bracket | Kind::Title) {
            return;
        }
        for (kind, inner) in self.nested.drain(..).filter(|(kind, _)| *kind == open.kind) {
            match kind {
                Kind::Title => say_nested(Rule::TitleNested, subject, inner, ["〈", "〉"], out),
                _ if !in_figure(subject, inner.start as usize) => {
                    say_nested(Rule::BracketNested, subject, inner, ["〔", "〕"], out);
                }
                _ => {}
            }
        }
        if open.kind == Kind::Bracket {
            self.last_bracket = span;
            return;
        }
        let inside = &subject.text[span];
        let inside = inside.strip_suffix('》').unwrap_or(inside);
        if inside.ends_with_any(words!("许可证 资格证 合格证 执法证 居住证 工作证 登记证 证书 执照 奖状 课程 活动"))
        {
            let sentence = &[
                "书名号只用于作品、文件，证照、课程、活动等的名称不用书名号。",
                "Title marks are for works and documents, not for the names of licences, courses or activities.",
            ];
            out.say(Rule::TitleMisused, span, sentence, &[]);
        }
        // 《…（国发〔2021〕3号）》: the number is no part of the title.
        let bracket = self.last_bracket;
        if bracket.end as usize == mark.start()
            && bracket.start > span.start
            && inside.ends_with_any(words!("号） 号)"))
        {
            let at = Span { start: bracket.start, end: bracket.start };
            let edits = [edit(at, "》"), edit(mark.span(), "")];
            let sentence = &[
                "发文字号不是标题的一部分，宜放在书名号之外。",
                "A document number is no part of the title; it should stand outside the title marks.",
            ];
            out.say_edits(Rule::DocumentNumberInside, bracket, sentence, edits);
        }
    }
}

fn say_nested(rule: Rule, subject: &Subject<'_, '_>, span: Span, marks: [&'static str; 2], out: &mut Findings<'_, '_>) {
    let (start, end) = (span.start as usize, span.end as usize);
    // One of the two may be half-width.
    let opening = start + after(subject.text, start).map_or(0, char::len_utf8);
    let closing = end - before(subject.text, end).map_or(0, char::len_utf8);
    let edits = [edit(Span::new(start, opening), marks[0]), edit(Span::new(closing, end), marks[1])];
    let sentence: Sentence = if rule == Rule::TitleNested {
        &["书名号里的书名号应用“〈〉”。", "A title inside a title has the marks “〈〉”."]
    } else {
        &["括号里的括号宜用“〔〕”。", "Brackets inside brackets should be “〔〕”."]
    };
    out.say_edits(rule, span, sentence, edits);
}

fn unpaired(at: usize, ch: char, out: &mut Findings<'_, '_>) {
    let sentence = &["“{0}”没有配对，缺另一半。", "“{0}” stands alone: its other half is missing."];
    out.say(Rule::UnpairedMark, Span::new(at, at + ch.len_utf8()), sentence, &[&String::from(ch)]);
}

/// Whether a closing bracket behind `left` is that of a marker: 1） and 五） have no other half.
fn is_marker(left: &str) -> bool {
    let numeral = |ch: char| digit(ch).is_some() || han_digit(ch).is_some() || ch == '十' || ch.is_ascii_lowercase();
    let mut at = left.len();
    for _ in 0..3 {
        match before(left, at).filter(|ch| numeral(*ch)) {
            Some(ch) => at -= ch.len_utf8(),
            None => break,
        }
    }
    at < left.len() && before(left, at).is_none_or(|ch| is_sentence_stop(ch) || is_comma(ch) || is_space(ch))
}
