//! What a character is to a reader of reports: digits, numerals, brackets, stops. Full- and half-width are one.

use crate::work;

/// The value of an Arabic digit, half- or full-width.
pub(crate) fn digit(ch: char) -> Option<u8> {
    match ch {
        '0'..='9' => Some(ch as u8 - b'0'),
        '０'..='９' => Some((ch as u32 - '０' as u32) as u8),
        _ => None,
    }
}

/// The value of a Chinese numeral below ten.
pub(crate) fn han_digit(ch: char) -> Option<u8> {
    Some(match ch {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '兩' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The power of ten of a Chinese scale word: 十 1, 百 2, 千 3, 万 4, 亿 8.
pub(crate) fn han_power(ch: char) -> Option<i8> {
    Some(match ch {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        '万' | '萬' => 4,
        '亿' | '億' => 8,
        _ => return None,
    })
}

/// A space of any width that may stand in a line, the byte-order mark among them.
pub(crate) fn is_space(ch: char) -> bool {
    matches!(ch, ' ' | '\t' | '\u{A0}' | '\u{3000}' | '\u{2000}'..='\u{200B}' | '\u{202F}' | '\u{FEFF}')
}

/// A Chinese character.
pub(crate) fn is_han(ch: char) -> bool {
    matches!(ch, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇')
}

/// A letter or a digit of any script, roughly: the tables of Unicode are three kilobytes of the wasm.
pub(crate) fn is_letter(ch: char) -> bool {
    ch.is_ascii_alphanumeric()
        || is_han(ch)
        || matches!(ch,
            '²' | '³' | '¹' | 'µ' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{1FFF}' | '\u{2150}'..='\u{2188}'
            | '\u{2460}'..='\u{24FF}' | '\u{2776}'..='\u{2793}' | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{318E}'
            | '\u{3220}'..='\u{3229}' | '\u{A000}'..='\u{D7FF}' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | 'ｦ'..='ﾟ')
}

/// What ends a sentence. The half-width full stop is not one: it stands in numbers and names.
pub(crate) fn is_sentence_stop(ch: char) -> bool {
    matches!(ch, '。' | '！' | '？' | '；' | ';' | '!' | '?' | '｡')
}

/// What parts two clauses, or two parts of a list.
pub(crate) fn is_comma(ch: char) -> bool {
    matches!(ch, '，' | ',' | '、' | '：' | ':' | '﹐' | '､')
}

/// Opening marks: brackets and quotes.
pub(crate) fn is_opening(ch: char) -> bool {
    matches!(ch, '（' | '(' | '〔' | '[' | '［' | '【' | '“' | '‘' | '「' | '『' | '《' | '〈' | '{')
}

/// Closing marks: brackets and quotes.
pub(crate) fn is_closing(ch: char) -> bool {
    matches!(ch, '）' | ')' | '〕' | ']' | '］' | '】' | '”' | '’' | '」' | '』' | '》' | '〉' | '}')
}

/// The character before byte `at`, which is a boundary.
pub(crate) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character at byte `at`, which is a boundary.
pub(crate) fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The largest boundary at or below `at` that is at most `characters` characters before it.
pub(crate) fn step_back(text: &str, at: usize, characters: usize) -> usize {
    work::done(characters.min(at));
    text.get(..at).and_then(|left| left.char_indices().rev().take(characters).last()).map_or(at, |(start, _)| start)
}

/// The boundary after at most `characters` characters from `at`.
pub(crate) fn step_on(text: &str, at: usize, characters: usize) -> usize {
    work::done(characters.min(text.len()));
    text.get(at..)
        .and_then(|rest| rest.char_indices().take(characters).last())
        .map_or(at, |(start, ch)| at + start + ch.len_utf8())
}

/// Whether there is a character and `set` has it. One function for all the small sets that rules ask of a neighbour.
#[inline(never)]
pub(crate) fn one_of(ch: Option<char>, set: &str) -> bool {
    ch.is_some_and(|ch| set.chars().any(|other| other == ch))
}

/// Where `word` first stands in `text`; an empty word stands nowhere. The library's search is made for long needles: here
/// it would cost more to set up than to do, and it is five kilobytes of the wasm.
#[inline(never)]
pub(crate) fn find_word(text: &str, word: &str) -> Option<usize> {
    work::done(text.len());
    // Of its bytes the last one tells a word best.
    let (last, size) = (word.as_bytes().last()?, word.len());
    text.as_bytes().windows(size).position(|window| window.last() == Some(last) && window == word.as_bytes())
}

/// Where `word` last stands in `text`; an empty word stands nowhere.
#[inline(never)]
pub(crate) fn rfind_word(text: &str, word: &str) -> Option<usize> {
    work::done(text.len());
    let (last, size) = (word.as_bytes().last()?, word.len());
    text.as_bytes().windows(size).rposition(|window| window.last() == Some(last) && window == word.as_bytes())
}

/// Whether `word` stands in `text`.
pub(crate) fn has_word(text: &str, word: &str) -> bool {
    find_word(text, word).is_some()
}
