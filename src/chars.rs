//! What a character is to a reader of reports: digits, numerals, brackets, stops. Full- and half-width are one.

use crate::search::begins;
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
    !is_plain(ch)
        && matches!(ch, ' ' | '\t' | '\u{A0}' | '\u{3000}' | '\u{2000}'..='\u{200B}' | '\u{202F}' | '\u{FEFF}')
}

/// Whether `ch`, at byte `at`, shows nothing: it has no width, is a sign of direction, one of Word's private characters,
/// a control character. A byte-order mark at the start is part of the file and not of the text.
pub(crate) const fn shows_nothing(ch: char, at: usize) -> bool {
    match ch {
        '\t' | '\n' | '\u{0B}' | '\u{0C}' | '\r' | '\u{85}' => false,
        '\u{FEFF}' => at > 0,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{AD}' => true,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => true,
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => true,
        _ => false,
    }
}

/// One of the Chinese characters that four of five characters of a report are: one question instead of one for each mark.
#[inline(always)]
fn is_plain(ch: char) -> bool {
    matches!(ch, '\u{4E00}'..='\u{9FFF}')
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
    !is_plain(ch) && matches!(ch, '。' | '！' | '？' | '；' | ';' | '!' | '?' | '｡')
}

/// What ends a sentence, and not only a part of it: a semicolon does not.
pub(crate) fn ends_sentence(ch: char) -> bool {
    is_sentence_stop(ch) && !matches!(ch, '；' | ';')
}

/// What parts two clauses, or two parts of a list.
pub(crate) fn is_comma(ch: char) -> bool {
    !is_plain(ch) && matches!(ch, '，' | ',' | '、' | '：' | ':' | '﹐' | '､')
}

/// Opening marks: brackets and quotes.
pub(crate) fn is_opening(ch: char) -> bool {
    !is_plain(ch) && matches!(ch, '（' | '(' | '〔' | '[' | '［' | '【' | '“' | '‘' | '「' | '『' | '《' | '〈' | '{')
}

/// Closing marks: brackets and quotes.
pub(crate) fn is_closing(ch: char) -> bool {
    !is_plain(ch) && matches!(ch, '）' | ')' | '〕' | ']' | '］' | '】' | '”' | '’' | '」' | '』' | '》' | '〉' | '}')
}

/// The character before byte `at`, which is a boundary.
#[cfg_attr(not(target_arch = "wasm32"), inline)]
pub(crate) fn before(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(..at)? {
        [.., first @ 0xE0..0xF0, second, third] => char::from_u32(three(*first, *second, *third)),
        _ => text.get(..at)?.chars().next_back(),
    }
}

/// The character at byte `at`, which is a boundary.
#[cfg_attr(not(target_arch = "wasm32"), inline)]
pub(crate) fn after(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at..)? {
        [first @ 0xE0..0xF0, second, third, ..] => char::from_u32(three(*first, *second, *third)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// The character of these three bytes, as most are.
#[inline(always)]
pub(crate) const fn three(first: u8, second: u8, third: u8) -> u32 {
    (first as u32 & 0xF) << 12 | (second as u32 & 0x3F) << 6 | third as u32 & 0x3F
}

/// The largest boundary at or below `at` that is at most `characters` characters before it.
pub(crate) fn step_back(text: &str, at: usize, characters: usize) -> usize {
    work::done(characters.min(at));
    let Some(left) = text.get(..at) else { return at };
    let (bytes, mut start) = (left.as_bytes(), at);
    for _ in 0..characters {
        // Most characters have three bytes.
        if let [.., 0xE0..0xF0, _, _] = bytes[..start] {
            start -= 3;
            continue;
        }
        if start == 0 {
            break;
        }
        start -= 1;
        while start > 0 && bytes[start] & 0xC0 == 0x80 {
            start -= 1;
        }
    }
    start
}

/// The boundary after at most `characters` characters from `at`.
pub(crate) fn step_on(text: &str, at: usize, characters: usize) -> usize {
    work::done(characters.min(text.len()));
    let bytes = text.as_bytes();
    if !text.is_char_boundary(at) {
        return at;
    }
    let mut end = at;
    for _ in 0..characters {
        let Some(first) = bytes.get(end) else { break };
        end += width(*first);
    }
    end
}

/// Whether behind the characters that `rest` begins with and `is_part` holds of stands one that `may` holds of: a cheap
/// question before a number is read. Where more of them stand in a row than a number has, it may.
pub(crate) fn may_follow(rest: &str, is_part: &dyn Fn(char) -> bool, may: &dyn Fn(char) -> bool) -> bool {
    const LONG: usize = 24;
    match rest.chars().take(LONG).find(|ch| !is_part(*ch)) {
        Some(ch) => may(ch),
        None => rest.len() > LONG,
    }
}

/// Where the last character begins, or the text ends, that begins at byte `at` or before.
pub(crate) fn boundary(text: &str, at: usize) -> usize {
    let mut end = at.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// How many bytes the character has that begins with this one.
#[inline(always)]
pub(crate) const fn width(first: u8) -> usize {
    match first {
        // Most have three.
        0xE0..0xF0 => 3,
        0..0x80 => 1,
        0x80..0xE0 => 2,
        _ => 4,
    }
}

/// A set of characters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Set {
    /// The characters.
    pub(crate) list: &'static str,
    tails: u64,
}

impl Set {
    /// The set of the characters of `list`.
    pub(crate) const fn of(list: &'static str) -> Set {
        let (bytes, mut tails, mut at) = (list.as_bytes(), 0, 0);
        while at < bytes.len() {
            if at + 1 == bytes.len() || bytes[at + 1] & 0xC0 != 0x80 {
                tails |= tail(bytes[at]);
            }
            at += 1;
        }
        Set { list, tails }
    }

    /// Whether `ch` may be one of them: false for most that are not.
    #[inline(always)]
    pub(crate) const fn may_have(&self, ch: char) -> bool {
        self.tails >> (ch as u32 & 63) & 1 > 0
    }

    /// The same for the last byte of a character.
    #[inline(always)]
    pub(crate) const fn may_end(&self, last: u8) -> bool {
        self.tails >> (last & 63) & 1 > 0
    }
}

/// One bit of 64 for a character: the six bits that its last byte tells.
pub(crate) const fn tail(last: u8) -> u64 {
    1 << (last & 63)
}

/// Whether there is a character and `set` has it: most that it has not are told by one bit.
#[inline(always)]
pub(crate) fn one_of(ch: Option<char>, set: &Set) -> bool {
    ch.is_some_and(|ch| set.may_have(ch) && is_in(ch, set.list))
}

/// Whether `set` has `ch`. One function for all the small sets that rules ask of a neighbour; it compares encoded
/// characters, which is quicker than decoding the set each time.
pub(crate) fn is_in(ch: char, set: &str) -> bool {
    is_encoded_in(ch.encode_utf8(&mut [0; 4]).as_bytes(), set)
}

/// [`is_in`] for the bytes of a character.
#[inline(never)]
pub(crate) fn is_encoded_in(ch: &[u8], set: &str) -> bool {
    let mut rest = set.as_bytes();
    let [first @ 0xE0..0xF0, second, third] = ch else {
        while let Some(byte) = rest.first() {
            if begins(rest, ch) {
                return true;
            }
            rest = rest.get(width(*byte)..).unwrap_or_default();
        }
        return false;
    };
    loop {
        rest = match rest {
            [a @ 0xE0..0xF0, b, c, behind @ ..] => {
                if (a, b, c) == (first, second, third) {
                    return true;
                }
                behind
            }
            [other, ..] => rest.get(width(*other)..).unwrap_or_default(),
            [] => return false,
        };
    }
}

/// Where `word` first stands in `text`; an empty word stands nowhere. The library's search is made for long needles: here
/// it would cost more to set up than to do, and it is five kilobytes of the wasm.
pub(crate) fn find_word(text: &str, word: &str) -> Option<usize> {
    find_bytes(text.as_bytes(), word.as_bytes())
}

/// [`find_word`] for bytes.
#[inline(never)]
pub(crate) fn find_bytes(text: &[u8], word: &[u8]) -> Option<usize> {
    /// The lowest bit of each of eight bytes.
    const ONES: u64 = 0x0101_0101_0101_0101;
    // Of its bytes the last one tells a word best.
    let (last, before) = word.split_last()?;
    let ends = text.get(before.len()..)?;
    let is_at = |at: usize| {
        let part = text.get(at..at + before.len());
        ends.get(at) == Some(last) && part.is_some_and(|part| part.iter().rev().eq(before.iter().rev()))
    };
    // Eight bytes at a time: the highest bit of a byte is left where it is the last one, or is above one that is.
    for (place, eight) in ends.chunks_exact(8).enumerate() {
        let apart = u64::from_le_bytes(eight.try_into().unwrap_or_default()) ^ (ONES * u64::from(*last));
        let mut same = apart.wrapping_sub(ONES) & !apart & ONES << 7;
        while same > 0 {
            let at = 8 * place + same.trailing_zeros() as usize / 8;
            if is_at(at) {
                // What lies behind was not looked at.
                work::done(at);
                return Some(at);
            }
            same &= same - 1;
        }
    }
    work::done(text.len());
    (ends.len() / 8 * 8..ends.len()).find(|at| is_at(*at))
}

/// Where `word` last stands in `text`; an empty word stands nowhere.
#[inline(never)]
pub(crate) fn rfind_word(text: &str, word: &str) -> Option<usize> {
    work::done(text.len());
    let (text, (last, before)) = (text.as_bytes(), word.as_bytes().split_last()?);
    let mut ends = text.get(before.len()..)?;
    while let Some(at) = ends.iter().rposition(|byte| byte == last) {
        if text.get(at..at + before.len()) == Some(before) {
            return Some(at);
        }
        ends = &ends[..at];
    }
    None
}

/// Whether `word` stands in `text`.
pub(crate) fn has_word(text: &str, word: &str) -> bool {
    find_word(text, word).is_some()
}

#[cfg(test)]
mod test {
    use super::{find_word, is_in, one_of, rfind_word};
    use crate::search::set;

    #[test]
    fn a_set_has_its_characters_and_no_others() {
        const CHARS: [char; 9] = ['a', 'é', '·', '、', '〇', '一', '𠀀', '𠀁', '😀'];
        for left_out in 0..CHARS.len() {
            let set: alloc::string::String =
                CHARS.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, ch)| *ch).collect();
            for (at, ch) in CHARS.into_iter().enumerate() {
                assert_eq!(is_in(ch, &set), at != left_out, "{ch} in {set}");
            }
        }
        assert!(!one_of(None, set!("一")) && !one_of(Some('一'), set!("")));
    }

    #[test]
    fn words_are_found_as_the_library_finds_them() {
        for text in ["", "一", "一二", "二一二", "其中其中", "aab", "中其中"] {
            for word in ["一", "二", "其中", "ab", "a", "中其"] {
                assert_eq!(find_word(text, word), text.find(word), "{word} in {text}");
                assert_eq!(rfind_word(text, word), text.rfind(word), "{word} in {text}");
            }
        }
    }
}
