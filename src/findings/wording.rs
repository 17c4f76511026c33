//! Words that stand twice, names that lost a character.

mod laws;
mod names;

use crate::chars::{after, boundary, find_word, is_han, is_in, one_of};
use crate::findings::{Findings, Subject, TWICE};
use crate::rules::Rule;
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::work;
use alloc::vec::Vec;

/// What is wrong with words and names.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    repeated_words(subject, out);
    names::find(subject, out);
    laws::find(subject, out);
}

/// 学习学习: a word of two or more characters twice in a row.
fn repeated_words(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    // 建设|建设用地, 规范|规范性文件: the second begins a longer word.
    const LONGER: &Words = words!("性 用地 业 者 率 权 化 型 局 组织 中心 对象");
    /// How often the text is asked how often it has a word.
    const MOST: u32 = 16;
    if !out.is_on(Rule::WordRepeated) {
        return;
    }
    let mut asked = 0;
    let is_particle = |at: &usize| one_of(after(subject.text, *at), set!("的了和"));
    let mut particles = subject.places.twins().filter(is_particle).peekable();
    for line in subject.lines {
        let words = &subject.text[line.words];
        while particles.next_if(|at| *at < line.words.start as usize).is_some() {}
        let particle = particles.peek().is_some_and(|at| *at < line.words.end as usize);
        if !particle && !may_repeat(words.as_bytes(), subject.places.is_wide()) {
            continue;
        }
        work::done(words.len());
        let chars: Vec<(usize, char)> = words.char_indices().collect();
        let mut at = 0;
        while at + 3 < chars.len() {
            let same = |length: usize| {
                at + 2 * length <= chars.len()
                    && (0..length)
                        .all(|step| chars[at + step].1 == chars[at + length + step].1 && is_han(chars[at + step].1))
            };
            // A single character repeated (人人人人) is no word.
            let Some(length) = [4, 3, 2].into_iter().find(|length| same(*length) && chars[at].1 != chars[at + 1].1)
            else {
                if let Some(particle) = doubled(chars.get(at.saturating_sub(1)..at + 3).unwrap_or_default()) {
                    let start = line.words.start as usize + chars[at].0;
                    let width = chars[at].1.len_utf8();
                    let (span, second) =
                        (Span::new(start, start + 2 * width), Span::new(start + width, start + 2 * width));
                    out.say_mended(Rule::WordRepeated, span, TWICE, &[&particle], second, "");
                }
                at += 1;
                continue;
            };
            let byte = |place: usize| chars.get(place).map_or(words.len(), |(byte, _)| *byte);
            let (start, middle, end) = (byte(at), byte(at + length), byte(at + 2 * length));
            let word = &words[start..middle];
            let counted = word.starts_if(&|ch| one_of(Some(ch), set!("一逐个两")));
            // 减税降费及退|税缓税缓|费: words of a list that go on, cut between the beats.
            let stood = |ch: char| chars[at.saturating_sub(8)..at].iter().any(|(_, before)| *before == ch);
            let beats = length == 2
                && stood(chars[at].1)
                && chars.get(at + 4).is_some_and(|(_, next)| is_han(*next) && stood(*next));
            // 企业创业创新: what stands across the seam is the word, here 创业, where the text has it more often.
            asked += u32::from(length == 2 && !counted && !beats);
            let near = round(subject.text, line.words.start as usize + start);
            let across =
                || length == 2 && asked < MOST && count(near, &words[byte(at + 1)..byte(at + 3)]) > count(near, word);
            if !words[end..].starts_with_any(LONGER) && !counted && !beats && !across() {
                let from = line.words.start as usize;
                let span = Span::new(from + start, from + end);
                let at = Span::new(from + middle, from + end);
                out.say_mended(Rule::WordRepeated, span, TWICE, &[&word], at, "");
            }
            at += 2 * length;
        }
    }
}

/// The text round byte `at`: as much as a long report has, so that what is asked of it does not grow with the text.
fn round(text: &str, at: usize) -> &str {
    const REACH: usize = 32 << 10;
    let start = boundary(text, at.saturating_sub(REACH));
    &text[start..boundary(text, at + REACH)]
}

/// Whether a word of two to four characters may stand twice in a row: of nearly every line that is told without its
/// characters. Where the text has some of four bytes, words are as long as bytes can make them.
fn may_repeat(words: &[u8], wide: bool) -> bool {
    let (longest, step) = if wide { ('𠀀'.len_utf8(), 1) } else { ('一'.len_utf8(), '一'.len_utf8()) };
    (2 * '一'.len_utf8()..=4 * longest).step_by(step).any(|width| repeats(words, width))
}

/// Whether `width` bytes stand twice in a row.
fn repeats(words: &[u8], width: usize) -> bool {
    let behind = words.get(width..).unwrap_or_default();
    let words = &words[..behind.len()];
    work::done(behind.len() / width);
    let same = |at: &usize| words[*at] == behind[*at];
    // Of so many bytes in a row two stand together at every step.
    let (mut at, mut left, mut right) = (0, words, behind);
    while let ([a, b, ..], [c, d, ..]) = (left, right) {
        if (a, b) == (c, d) {
            let before = (0..at).rev().take(width).take_while(same).count();
            let after = (at..behind.len()).take(width).take_while(same).count();
            if before + after >= width {
                return true;
            }
        }
        at += width - 1;
        (left, right) = (left.get(width - 1..).unwrap_or_default(), right.get(width - 1..).unwrap_or_default());
    }
    false
}

/// 的的, 了了, 和和 between the character before and the one behind: 目的的 and 为了了解 are two words.
fn doubled(near: &[(usize, char)]) -> Option<&'static str> {
    let [(_, before), (_, one), (_, other), (_, behind)] = near else { return None };
    let (particle, left, right) = match one {
        '的' => ("的", "目标有端", "确士"),
        '了' => ("了", "为除一", "解结却然断如得"),
        '和' => ("和", "共温缓饱总柔调随谦", "美气睦谐平解"),
        _ => return None,
    };
    (one == other && is_han(*before) && before != one && behind != one && !is_in(*before, left))
        .then_some(particle)
        .filter(|_| !is_in(*behind, right))
}

/// How often `word` stands in `text`.
fn count(text: &str, word: &str) -> usize {
    let (mut rest, mut count) = (text, 0);
    while let Some(at) = find_word(rest, word) {
        (rest, count) = (&rest[at + word.len()..], count + 1);
    }
    count
}
