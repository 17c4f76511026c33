//! 层次序数: what a heading's line begins with.

use crate::chars::{digit, han_digit, han_power, is_han, is_opening, is_space, one_of};
use crate::search::{Search, set, words};
use alloc::string::String;
use core::str::Chars;

/// The forms of a marker, outermost first, in the order of GB/T 15834-2011 B.3.8 and 党政机关公文格式 7.3.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Style {
    /// 第一部分, 第一篇.
    Part,
    /// 第一章.
    Chapter,
    /// 第一节.
    Section,
    /// 第一条.
    Article,
    /// 一、 and Ⅰ、.
    Han,
    /// 1、 where the report counts 1. below it.
    OuterArabic,
    /// （一） and ㈠.
    HanBracket,
    /// 第一， before a title on a line of its own.
    Ordinal,
    /// 1. 1、 ⒈.
    Arabic,
    /// 1.1 with a space behind it.
    Dotted,
    /// （1） ⑴ 1).
    ArabicBracket,
    /// ①.
    Circled,
    /// A. a).
    Letter,
    /// No marker.
    None,
}

impl Style {
    /// How many there are.
    pub(crate) const COUNT: usize = Style::None as usize + 1;
}

/// A marker at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) style: Style,
    pub(crate) number: u32,
    /// Its length in bytes, with the stop that belongs to it.
    pub(crate) length: usize,
    /// Its opening bracket was lost: 五）.
    pub(crate) broken: bool,
}

/// A reader over the start of a line.
struct Cursor<'t> {
    length: usize,
    chars: Chars<'t>,
}

impl<'t> Cursor<'t> {
    fn new(line: &'t str) -> Cursor<'t> {
        Cursor { length: line.len(), chars: line.chars() }
    }

    /// How many bytes are read.
    fn at(&self) -> usize {
        self.length - self.chars.as_str().len()
    }

    fn peek(&self) -> Option<char> {
        self.chars.clone().next()
    }

    fn eat(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        let mut behind = self.chars.clone();
        let found = behind.next().is_some_and(wanted);
        if found {
            self.chars = behind;
        }
        found
    }

    /// Passes over `word`, which stands here.
    fn eat_word(&mut self, word: &str) {
        for _ in word.chars() {
            self.chars.next();
        }
    }

    fn eat_spaces(&mut self) {
        for _ in 0..4 {
            if !self.eat(is_space) {
                return;
            }
        }
    }

    /// 一 to 九十九.
    fn han(&mut self) -> Option<u32> {
        let (mut tens, mut ones) = (None, None);
        let mut behind = self.chars.clone();
        let mut rest = behind.clone();
        for _ in 0..3 {
            let Some(ch) = behind.next() else { break };
            if let Some(value) = han_digit(ch).filter(|value| *value > 0 && ch != '两' && ones.is_none()) {
                ones = Some(u32::from(value));
            } else if han_power(ch) == Some(1) && tens.is_none() {
                tens = Some(ones.take().unwrap_or(1));
            } else {
                break;
            }
            rest = behind.clone();
        }
        if tens.is_none() && ones.is_none() {
            return None;
        }
        let next = rest.clone().next();
        if next.is_some_and(|ch| han_digit(ch).is_some() || han_power(ch).is_some()) {
            return None;
        }
        self.chars = rest;
        Some(tens.unwrap_or(0) * 10 + ones.unwrap_or(0))
    }

    /// 1 to 199, half- or full-width.
    fn arabic(&mut self) -> Option<u32> {
        let (mut value, mut count) = (0u32, 0);
        let mut behind = self.chars.clone();
        let mut rest = behind.clone();
        while let Some(digit) = behind.next().and_then(digit) {
            value = value * 10 + u32::from(digit);
            count += 1;
            rest = behind.clone();
            if count > 3 {
                break;
            }
        }
        if count == 0 || count > 3 || value == 0 || value > 199 {
            return None;
        }
        self.chars = rest;
        Some(value)
    }
}

/// Signs that are a marker in one character: the first of a run, its last, and the style.
const SIGNS: [(char, char, Style); 8] = [
    ('①', '⑳', Style::Circled),
    ('⑴', '⒇', Style::ArabicBracket),
    ('⒈', '⒛', Style::Arabic),
    ('❶', '❿', Style::Circled),
    ('➀', '➉', Style::Circled),
    ('㈠', '㈩', Style::HanBracket),
    ('㊀', '㊉', Style::Circled),
    ('Ⅰ', 'Ⅻ', Style::Han),
];

/// The marker that is one character: ①, ㈠.
pub(crate) fn sign(ch: char) -> Option<(Style, u32)> {
    if !('Ⅰ'..='㊉').contains(&ch) {
        return None;
    }
    SIGNS
        .iter()
        .find(|(first, last, _)| (*first..=*last).contains(&ch))
        .map(|(first, _, style)| (*style, ch as u32 - *first as u32 + 1))
}

fn is_stop(ch: char) -> bool {
    matches!(ch, '、' | '.' | '．' | '。' | ',' | '，' | ':' | '：')
}

/// Reads the marker that `rest`, a line without its indent, begins with.
pub(crate) fn scan(rest: &str) -> Option<Marker> {
    let first = rest.chars().next()?;
    let mut cursor = Cursor::new(rest);
    if let Some((style, number)) = sign(first) {
        cursor.eat(|_| true);
        let stopped = cursor.eat(|ch| matches!(ch, '、' | '.' | '．'));
        // Ⅰ is a numeral in words too (Ⅰ级响应): only with its stop is it a marker.
        return (stopped || style != Style::Han).then_some(Marker {
            style,
            number,
            length: cursor.at(),
            broken: false,
        });
    }
    match first {
        '第' => ordinal(cursor),
        '(' | '（' | '〔' | '[' | '［' | '【' => bracketed(cursor),
        _ if digit(first).is_some() => arabic(cursor),
        'A'..='Z' | 'a'..='z' => letter(cursor, first),
        _ if han_digit(first).is_none() && han_power(first) != Some(1) => None,
        _ => han(cursor),
    }
}

/// The words of a number with 第.
const ORDINALS: [(Style, &str); 6] = [
    (Style::Part, "部分"),
    (Style::Part, "篇"),
    (Style::Part, "编"),
    (Style::Chapter, "章"),
    (Style::Section, "节"),
    (Style::Article, "条"),
];

/// 第一章, 第二部分, 第三条; 第一，.
fn ordinal(mut cursor: Cursor<'_>) -> Option<Marker> {
    cursor.eat(|_| true);
    cursor.eat_spaces();
    let number = cursor.han().or_else(|| cursor.arabic())?;
    cursor.eat_spaces();
    let behind = cursor.chars.as_str();
    let Some((style, word)) = ORDINALS.into_iter().find(|(_, word)| behind.starts_with(word)) else {
        // 第一，加强农业
        let comma = cursor.eat(|ch| matches!(ch, '，' | ',' | '、' | '：'));
        return comma.then_some(Marker { style: Style::Ordinal, number, length: cursor.at(), broken: false });
    };
    cursor.eat_word(word);
    let marked = cursor.at();
    let spaced = cursor.peek().is_none_or(|ch| is_space(ch) || is_stop(ch));
    cursor.eat(|ch| matches!(ch, '、' | '：' | ':' | '.' | '．'));
    // 第一节课 and 第一条生产线 are words; a chapter's number stands by itself.
    let strict = matches!(style, Style::Section | Style::Article) || word == "篇" || word == "编";
    if strict && !spaced {
        return None;
    }
    Some(Marker { style, number, length: if spaced { cursor.at() } else { marked }, broken: false })
}

/// （一）, (1), [2], with a stop that does not belong there but is written.
fn bracketed(mut cursor: Cursor<'_>) -> Option<Marker> {
    cursor.eat(|_| true);
    cursor.eat_spaces();
    let inner = cursor.peek()?;
    let (style, number) = if digit(inner).is_some() {
        (Style::ArabicBracket, cursor.arabic()?)
    } else if inner.is_ascii_alphabetic() {
        cursor.eat(|_| true);
        (Style::Letter, inner.to_ascii_uppercase() as u32 - 'A' as u32 + 1)
    } else {
        (Style::HanBracket, cursor.han()?)
    };
    cursor.eat_spaces();
    if !cursor.eat(|ch| matches!(ch, ')' | '）' | '〕' | ']' | '］' | '】')) {
        return None;
    }
    // （一）项 and （三）款 cite an article.
    let mut behind = cursor.chars.clone();
    if matches!(behind.next(), Some('项' | '款' | '目' | '条'))
        && behind.next().is_none_or(|ch| !is_han(ch) || one_of(Some(ch), set!("的规和至及或")))
    {
        return None;
    }
    cursor.eat(|ch| matches!(ch, '、' | '.' | '．' | '，' | ','));
    Some(Marker { style, number, length: cursor.at(), broken: false })
}

/// 1. 1、 1． 1) — but not 1.5亿元, 2020.12.18, 1、2号楼.
fn arabic(mut cursor: Cursor<'_>) -> Option<Marker> {
    let number = cursor.arabic()?;
    cursor.eat_spaces();
    if cursor.eat(|ch| matches!(ch, ')' | '）')) {
        cursor.eat(|ch| matches!(ch, '、' | '.' | '．'));
        return Some(Marker { style: Style::ArabicBracket, number, length: cursor.at(), broken: false });
    }
    let stop = cursor.peek()?;
    if !cursor.eat(|ch| matches!(ch, '、' | '.' | '．')) {
        return None;
    }
    let behind = cursor.chars.as_str();
    if let Some(dotted) = dotted(behind).filter(|_| stop != '、') {
        return Some(Marker { length: cursor.at() + dotted.length, ..dotted });
    }
    if behind.starts_if(&|ch| digit(ch).is_some()) {
        let digits = behind.chars().take(6).take_while(|ch| digit(*ch).is_some()).count();
        let next = behind.chars().nth(digits);
        // 1.2021年: a year behind the marker. 1、12345热线: a code behind it.
        let year = digits == 4 && next == Some('年');
        if !(year || stop == '、' && digits >= 4) {
            return None;
        }
    }
    cursor.eat(|ch| ch == '、');
    Some(Marker { style: Style::Arabic, number, length: cursor.at(), broken: false })
}

/// How many numbers with points between them may stand behind the first one.
const MOST_PARTS: usize = 5;

/// What follows 2. in 2.1 or 2.1.3: the last part counts. Chinese words stand behind a space.
fn dotted(behind: &str) -> Option<Marker> {
    let mut cursor = Cursor::new(behind);
    let mut number = cursor.arabic()?;
    let mut parts = 1;
    // No outline goes deeper; without a bound 1.1.1.1… would be read to its end from each of its points.
    while parts < MOST_PARTS && cursor.eat(|ch| matches!(ch, '.' | '．')) {
        number = cursor.arabic()?;
        parts += 1;
    }
    let marked = cursor.at();
    cursor.eat_spaces();
    let words = cursor.at() > marked && cursor.peek().is_some_and(|ch| is_han(ch) && han_power(ch).is_none());
    words.then_some(Marker { style: Style::Dotted, number, length: marked, broken: false })
}

/// A. B、 a) before Chinese words.
fn letter(mut cursor: Cursor<'_>, first: char) -> Option<Marker> {
    cursor.eat(|_| true);
    let bracket = cursor.eat(|ch| matches!(ch, ')' | '）'));
    let stopped = bracket || first.is_ascii_uppercase() && cursor.eat(|ch| matches!(ch, '.' | '．' | '、'));
    if !stopped {
        return None;
    }
    if cursor.peek().is_none_or(|ch| ch.is_ascii_alphanumeric()) {
        return None;
    }
    Some(Marker {
        style: Style::Letter,
        number: first.to_ascii_uppercase() as u32 - 'A' as u32 + 1,
        length: cursor.at(),
        broken: false,
    })
}

/// 一、 — but not 一、二级 and not 一，.
fn han(mut cursor: Cursor<'_>) -> Option<Marker> {
    let number = cursor.han()?;
    cursor.eat_spaces();
    // 五）: the opening bracket was lost.
    if cursor.eat(|ch| matches!(ch, '）' | ')')) {
        return Some(Marker { style: Style::HanBracket, number, length: cursor.at(), broken: true });
    }
    if !cursor.eat(|ch| matches!(ch, '、' | '.' | '．')) {
        return None;
    }
    let mut behind = cursor.chars.clone();
    // 一、一年来，…: a heading that begins with a time.
    let time = cursor.chars.as_str().get("一年".len()..).is_some_and(|rest| rest.starts_with_any(words!("来 以来")));
    if !time
        && behind.next().is_some_and(|ch| han_digit(ch).is_some())
        && behind.next().is_some_and(|ch| one_of(Some(ch), set!("、级类等线期产审次年季批三四是")))
    {
        return None;
    }
    Some(Marker { style: Style::Han, number, length: cursor.at(), broken: false })
}

/// What is left of a marker whose number was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Remains {
    /// Its length in bytes.
    pub(crate) length: usize,
    /// How much of it stands before the lost number: （ of （）.
    pub(crate) before: usize,
    /// Its opening bracket was lost with the number.
    pub(crate) bracket: bool,
    /// The styles that the marker can have had.
    pub(crate) styles: &'static [Style],
}

/// Reads what is left of a marker that `rest`, a line without its indent, begins with: 、 or ． or ） or （） or 第部分.
pub(crate) fn remains(rest: &str) -> Option<Remains> {
    const BRACKETS: &[Style] = &[Style::HanBracket, Style::ArabicBracket];
    let mut cursor = Cursor::new(rest);
    let first = cursor.chars.next()?;
    let (before, bracket, styles): (usize, bool, &'static [Style]) = match first {
        '、' => (0, false, &[Style::Han, Style::OuterArabic, Style::Arabic]),
        '．' | '.' => (0, false, &[Style::Arabic, Style::Han, Style::Dotted]),
        '）' | ')' => (0, true, BRACKETS),
        '（' | '(' => {
            cursor.eat_spaces();
            if !cursor.eat(|ch| matches!(ch, '）' | ')')) {
                return None;
            }
            (first.len_utf8(), false, BRACKETS)
        }
        '第' => {
            cursor.eat_spaces();
            let (style, word) = ORDINALS.iter().find(|(_, word)| cursor.chars.as_str().starts_with(word))?;
            cursor.eat_word(word);
            // 第章 and 第条 begin no word; a part's number stands by itself.
            if !cursor.eat(|ch| is_space(ch) || is_stop(ch)) && !matches!(style, Style::Part | Style::Chapter) {
                return None;
            }
            let alone: &'static [Style] = match style {
                Style::Part => &[Style::Part],
                Style::Chapter => &[Style::Chapter],
                Style::Section => &[Style::Section],
                _ => &[Style::Article],
            };
            (first.len_utf8(), false, alone)
        }
        _ => return None,
    };
    cursor.eat_spaces();
    let behind = cursor.peek()?;
    (is_han(behind) || is_opening(behind) || digit(behind).is_some() && first != '.').then_some(Remains {
        length: cursor.at(),
        before,
        bracket,
        styles,
    })
}

/// 1 to 99 in Chinese numerals.
pub(crate) fn han_number(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |value: u32| DIGITS.get(value as usize).copied().unwrap_or_default();
    let tens = match number / 10 {
        0 => "",
        1 => "十",
        tens => return String::from(digit(tens)) + "十" + digit(number % 10),
    };
    String::from(tens) + digit(number % 10)
}

/// The number in Arabic digits.
pub(crate) fn arabic_number(number: u32) -> String {
    let mut out = String::new();
    crate::decimal::Decimal::from(u64::from(number)).write_to(&mut out);
    out
}

/// The marker `form` with another number: （二） of （四）.
pub(crate) fn renumbered(form: &str, number: u32) -> String {
    let numeral = |ch: char| digit(ch).is_some() || han_digit(ch).is_some() || han_power(ch).is_some();
    if let Some((style, own)) = form.chars().next().and_then(sign) {
        // ① and ㈠ count in one run of characters.
        let _ = style;
        let first =
            form.chars().next().and_then(|ch| char::from_u32((ch as u32).wrapping_sub(own).wrapping_add(number)));
        return first.map(String::from).unwrap_or_default() + &form[form.chars().next().map_or(0, char::len_utf8)..];
    }
    let start = form.find_if(&numeral).unwrap_or(form.len());
    let behind = form[start..].trim_start_if(&numeral);
    let written = match form[start..].chars().next() {
        Some('０'..='９') => {
            arabic_number(number).chars().filter_map(|ch| char::from_u32(ch as u32 + 0xFEE0)).collect()
        }
        Some('0'..='9') => arabic_number(number),
        _ => han_number(number),
    };
    String::from(&form[..start]) + &written + behind
}

#[cfg(test)]
#[path = "test_marker.rs"]
mod test;
