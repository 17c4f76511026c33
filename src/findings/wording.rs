//! Words that stand twice, names that lost a character.

mod laws;

use crate::chars::{before, find_word, is_han, is_in, one_of};
use crate::compose::Part;
use crate::findings::{Findings, Subject, TWICE};
use crate::rules::Rule;
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::work;
use alloc::string::String;
use alloc::vec::Vec;

/// What is wrong with words and names.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    repeated_words(subject, out);
    shortened_name(subject, out);
    laws::find(subject, out);
}

/// 学习学习: a word of two or more characters twice in a row.
fn repeated_words(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    // 建设|建设用地, 规范|规范性文件: the second begins a longer word.
    const LONGER: &Words = words!("性 用地 业 者 率 权 化 型 局 组织 中心 对象");
    /// How often the whole text is asked.
    const MOST: usize = 16;
    let mut asked = 0;
    for line in subject.lines {
        let words = &subject.text[line.words];
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
            let across = length == 2 && !counted && !beats && {
                asked += 1;
                asked < MOST && count(subject.text, &words[byte(at + 1)..byte(at + 3)]) > count(subject.text, word)
            };
            if !words[end..].starts_with_any(LONGER) && !counted && !beats && !across {
                let from = line.words.start as usize;
                let span = Span::new(from + start, from + end);
                let at = Span::new(from + middle, from + end);
                out.say_mended(Rule::WordRepeated, span, TWICE, &[&word], at, "");
            }
            at += 2 * length;
        }
    }
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

/// The place's name without its first character: 溪镇 for 青溪镇.
fn shortened_name(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let Some(place) = subject.metadata.place.as_deref() else { return };
    let mut chars = place.chars();
    let Some(lost) = chars.next() else { return };
    let rest = chars.as_str();
    if !(2..=4).contains(&rest.chars().count()) || place_word(rest) {
        return;
    }
    shortened_government(subject, place, out);
    changed_name(subject, place, out);
    for line in subject.lines {
        let words = &subject.text[line.words];
        let mut behind = 0;
        while let Some(at) = find_word(&words[behind..], rest) {
            let start = line.words.start as usize + behind + at;
            behind += at + rest.len();
            // Behind another character it may be another name.
            if start > line.words.start as usize && before(subject.text, start).is_some_and(is_han) {
                continue;
            }
            let span = Span::new(start, start + rest.len());
            let sentence =
                &["“{0}”疑缺字，别处作“{1}”。", "“{0}” seems to have lost a character; elsewhere it is “{1}”."];
            let (parts, at): ([&dyn Part; 2], _) = ([&rest, &place], Span::new(start, start));
            out.say_mended(Rule::NameInconsistent, span, sentence, &parts, at, String::from(lost));
        }
    }
}

/// 青西镇 in a report of 青溪镇: the middle character is another. One that comes again is another place.
fn changed_name(subject: &Subject<'_, '_>, place: &str, out: &mut Findings<'_, '_>) {
    let mut chars = place.chars();
    let (Some(first), Some(middle), Some(last), None) = (chars.next(), chars.next(), chars.next(), chars.next()) else {
        return;
    };
    if !matches!(last, '镇' | '乡') {
        return;
    }
    let mut found = None;
    for line in subject.lines {
        work::done(line.words.len());
        // The three characters before this one.
        let mut near = ['\n'; 3];
        for (offset, ch) in subject.text[line.words].char_indices() {
            let [before, one, two] = near;
            if ch == last && one == first && two != middle && is_han(two) {
                // Behind another character it may be a part of a longer name.
                if found.is_some() || is_han(before) {
                    return;
                }
                let start = line.words.start as usize + offset - one.len_utf8() - two.len_utf8();
                found = Some(Span::new(start, start + place.len()));
            }
            near = [one, two, ch];
        }
    }
    if let Some(span) = found {
        let sentence =
            &["“{0}”疑有误，别处作“{1}”，请核对。", "“{0}” seems to be wrong; elsewhere it is “{1}”; please check."];
        out.say(Rule::NameInconsistent, span, sentence, &[&&subject.text[span], &place]);
    }
}

/// 青溪镇人政府: the name of the government without one of its characters.
fn shortened_government(subject: &Subject<'_, '_>, place: &str, out: &mut Findings<'_, '_>) {
    for line in subject.lines {
        let words = &subject.text[line.words];
        let mut behind = 0;
        while let Some(at) = find_word(&words[behind..], place) {
            behind += at + place.len();
            if let Some(found) = words[behind..].start_among(words!("人政府 民政府 人民府")) {
                let start = line.words.start as usize + behind;
                let span = Span::new(start, start + found.len());
                let sentence =
                    &["“{0}”疑缺字，应为“{1}”。", "“{0}” seems to have lost a character; it should be “{1}”."];
                out.say_right(Rule::NameInconsistent, span, sentence, "人民政府");
            }
        }
    }
}

/// What is left is a word of its own: 城区 of 东城区.
fn place_word(rest: &str) -> bool {
    rest.is_any(words!("城区 新区 街道 开发区 市区 县城 江县 河镇"))
}
