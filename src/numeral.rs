//! Numbers as they are written: 220, 1,234.5, １２３, 1.1万, 3000余万, 三万五千多, 百余, 三四, 十几.
//!
//! A scanner takes what it can read from a place and says how far it read; what the number counts is not its business.

use crate::chars::{Set, digit, han_digit, han_power, is_han, is_space, one_of};
use crate::concordance::{DIGITS, Letters, letters};
use crate::decimal::Decimal;
use crate::lines::is_break;
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::work;

/// Which signs the number is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    /// 220, 1.1万, １２３.
    Arabic,
    /// 三万五千.
    Han,
}

/// A number in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// From the first numeral to the last scale word; a hedge inside (3000余万) belongs to it, one behind it does not.
    pub(crate) span: Span,
    /// The value, or the lower end; `None` where the words give none (几十, a code of 20 digits, 2020.12.18).
    pub(crate) value: Option<Decimal>,
    /// The upper end of 三四 and 二三十.
    pub(crate) upper: Option<Decimal>,
    /// Digits or Chinese numerals.
    pub(crate) script: Script,
    /// 余, 多, 几, 来, inside the number or right behind it.
    pub(crate) hedge: Option<Span>,
    /// The power of ten of the scale words behind the digits, 4 for 万: a number in a list may share it.
    pub(crate) scale: i8,
    /// Only scale words: 百, 千万.
    pub(crate) scale_only: bool,
    /// Chinese digits in a row, as years and codes are written: 二〇二一.
    pub(crate) positional: bool,
}

impl Numeral {
    /// The end of the number with the hedge behind it.
    pub(crate) fn end(&self) -> usize {
        self.hedge.map_or(self.span.end, |hedge| hedge.end.max(self.span.end)) as usize
    }
}

/// What a number can begin with.
pub(crate) const FIRST: &Letters = &DIGITS.and(letters!("十百千万亿拾佰仟萬億几数半"));

/// Whether a number can begin with `ch`.
pub(crate) fn begins(ch: char) -> bool {
    digit(ch).is_some() || han_digit(ch).is_some() || han_power(ch).is_some() || matches!(ch, '几' | '数' | '半')
}

/// Reads the number that begins at byte `at` of `text`, whose reading must not go beyond byte `end`.
pub(crate) fn scan(text: &str, at: usize, end: usize) -> Option<Numeral> {
    let rest = text.get(at..end)?;
    let first = rest.chars().next()?;
    let found = if digit(first).is_some() {
        Some(scan_arabic(text.get(..at).unwrap_or_default(), rest, at))
    } else {
        scan_han(rest, at)
    };
    work::done(found.map_or(1, |found| found.span.len()));
    found
}

/// A run of digits that is growing into a coefficient.
#[derive(Clone, Copy, Default)]
struct Digits {
    value: u64,
    significant: u32,
    too_long: bool,
}

impl Digits {
    fn push(&mut self, digit: u8) {
        if self.significant > 0 || digit > 0 {
            self.significant += 1;
        }
        // Eighteen digits are more than any report states and never overflow.
        if self.significant > 18 {
            self.too_long = true;
        } else {
            self.value = self.value * 10 + u64::from(digit);
        }
    }
}

/// How many bytes of digits `rest` begins with; each is handed to `take`.
fn eat_digits(rest: &str, mut take: impl FnMut(u8)) -> usize {
    let mut length = 0;
    for ch in rest.chars() {
        let Some(value) = digit(ch) else { break };
        take(value);
        length += ch.len_utf8();
    }
    // Also where the digits turn out to be another number: 1万1111111.
    work::done(length);
    length
}

/// Whether `rest` begins with a separator and exactly three digits: the `,234` of 1,234.
pub(crate) fn is_thousands_group(rest: &str) -> bool {
    let mut chars = rest.chars();
    matches!(chars.next(), Some(',' | '，'))
        && chars.by_ref().take(3).filter(|ch| digit(*ch).is_some()).count() == 3
        && chars.next().is_none_or(|ch| digit(ch).is_none())
}

/// The spaces that part thousands.
const GROUP_SPACES: &Set = set!(" \u{a0}\u{2009}\u{202f}");

/// The length of one space, or a comma and a space, and exactly three digits: the ` 146` of 321 146件, the `, 593` of
/// 423, 593万元.
fn spaced_group(rest: &str) -> Option<usize> {
    let parted = rest.strip_prefix(',').unwrap_or(rest).strip_start_of(GROUP_SPACES)?;
    let digits: usize = parted.chars().take(4).take_while(|ch| digit(*ch).is_some()).map(char::len_utf8).sum();
    (parted[..digits].chars().count() == 3).then_some(rest.len() - parted.len() + digits)
}

/// Whether a measure word may begin behind groups of digits: behind decimals, too, and a space.
fn begins_measure(behind: &str) -> bool {
    let decimals = behind.strip_prefix('.').map(|rest| &rest[eat_digits(rest, |_| ())..]);
    let behind = decimals.unwrap_or(behind);
    let behind = behind.strip_start_of(GROUP_SPACES).unwrap_or(behind);
    behind.starts_if(&|ch| is_han(ch) && !matches!(ch, '年' | '月' | '日' | '号'))
}

/// The length of the number of a table, a figure or a note where it runs into the year behind it, else 0: the 1 of
/// 表12025年, and of 12025年 at the start of a line.
pub(crate) fn label_length(left: &str, rest: &str) -> usize {
    let run: usize = rest.bytes().take(7).take_while(u8::is_ascii_digit).count();
    let Some(label) = run.checked_sub("2025".len()).filter(|label| (1..=2).contains(label)) else { return 0 };
    let year = rest[label..].starts_with_any(words!("19 20")) && rest[run..].starts_with('年');
    let begins = || left.trim_end_if(&|ch| is_space(ch) && !is_break(ch)).chars().next_back().is_none_or(is_break);
    if year && (left.ends_of(set!("表图")) || begins()) { label } else { 0 }
}

fn scan_arabic(left: &str, rest: &str, at: usize) -> Numeral {
    let mut digits = Digits::default();
    let mut length = eat_digits(rest, |value| digits.push(value));
    let mut fraction: i32 = 0;
    let mut dotted = false;
    let label = label_length(left, rest);
    if label > 0 {
        digits = Digits::default();
        length = eat_digits(&rest[..label], |value| digits.push(value));
    }
    let whole_digits = rest[..length].chars().count();
    // A full-width comma parts clauses far more often than thousands: it must have a second group behind it, or money: nobody
    // writes 788 without a unit and goes on with 161万元.
    if whole_digits <= 3 {
        let mut groups = length;
        let mut count = 0;
        // Six groups hold every number that is one; the bound keeps a hostile 1,234,234,… from being read again and again.
        while count < 6 && is_thousands_group(&rest[groups..]) {
            groups += rest[groups..].chars().take(4).map(char::len_utf8).sum::<usize>();
            count += 1;
        }
        let half_width = rest[length..].starts_with(',');
        // A group behind groups that is not one of three digits makes the whole a list: 1,234,56.
        let closed = !matches!(rest[groups..].chars().next(), Some(',' | '，'))
            || rest[groups..].chars().nth(1).is_none_or(|ch| digit(ch).is_none());
        let money = || {
            let behind = &rest[groups..];
            // 贷款余额1，649．43亿元.
            let decimals = behind.strip_start_of(set!(".．")).map(|decimals| &decimals[eat_digits(decimals, |_| ())..]);
            decimals.unwrap_or(behind).starts_with_any(words!("万元 亿元 元"))
                && !left.ends_of(set!("第前"))
                && !rest.starts_with('0')
        };
        if closed && (count > 1 || count == 1 && (half_width || money())) {
            for ch in rest[length..groups].chars() {
                if let Some(value) = digit(ch) {
                    digits.push(value);
                }
            }
            length = groups;
        }
    }
    // 321 146件, 69 541 万吨, 417 568.5亿元: groups of three with a space between, up to a measure word.
    let mut groups = length;
    while (1..=3).contains(&whole_digits) && groups < length + 24 {
        let thousands = || {
            let known = groups > length && is_thousands_group(&rest[groups..]);
            known.then(|| rest[groups..].chars().take(4).map(char::len_utf8).sum())
        };
        let Some(group) = spaced_group(&rest[groups..]).or_else(thousands) else { break };
        groups += group;
    }
    if groups > length
        && begins_measure(&rest[groups..])
        && !rest.starts_with('0')
        && !left.ends_of(set!("表图第号栏节章页款项条"))
        && !left.ends_with("附件")
    {
        for ch in rest[length..groups].chars() {
            if let Some(value) = digit(ch) {
                digits.push(value);
            }
        }
        length = groups;
    }
    // 上涨1·8%: a point that stands high, where a per cent says that it is one.
    let high = |behind: &str| {
        let behind = behind.strip_prefix('·').unwrap_or_default();
        let digits = eat_digits(behind, |_| ());
        digits > 0 && digits <= 3 && behind[digits..].starts_of(set!("%％"))
    };
    let is_point = |ch: &char| matches!(ch, '.' | '．') || *ch == '·' && high(&rest[length..]);
    if let Some(point) = rest[length..].chars().next().filter(is_point) {
        let from = length + point.len_utf8();
        let taken = eat_digits(&rest[from..], |value| {
            digits.push(value);
            fraction += 1;
        });
        if taken > 0 {
            length = from + taken;
            let mut chars = rest[length..].chars();
            while matches!(chars.next(), Some('.' | '．')) && chars.next().is_some_and(|ch| digit(ch).is_some()) {
                dotted = true;
                let dot = rest[length..].chars().next().map_or(1, char::len_utf8);
                length += dot;
                length += eat_digits(&rest[length..], |_| ());
                chars = rest[length..].chars();
            }
        }
    }
    let known = !digits.too_long && !dotted && fraction <= 18;
    let base = Decimal::new(digits.value, if known { -fraction as i8 } else { 0 });
    let tail = scan_scale(&rest[length..]);
    let mut value = base.times_ten_to(tail.power);
    let mut span_end = length + tail.length;
    let mut inner = tail.hedge.map(|(from, to)| (length + from, length + to));
    // 3万5千: a smaller scale behind a larger one, with digits between.
    if tail.power >= 4 && inner.is_none() && !dotted {
        let mut low = Digits::default();
        let taken = eat_digits(&rest[span_end..], |value| low.push(value));
        let more = scan_scale(&rest[span_end + taken..]);
        // 3万5千 has a scale behind, 3万5000 four digits; 3千多万 has two, and 3万多亿 is all of it many times over.
        let from = span_end + taken + more.length;
        let again = scan_scale(&rest[from..]);
        let power = more.power + if again.hedge.is_some() && more.hedge.is_none() { again.power } else { 0 };
        let scaled = (1..=4).contains(&taken) && more.power > 0 && power < tail.power && more.hedge.is_none();
        if taken == 0 && again.hedge.is_none() && more.hedge.is_some() && more.power > tail.power {
            value = value.times_ten_to(more.power);
            inner = more.hedge.map(|(start, stop)| (span_end + start, span_end + stop));
            span_end = from;
        } else if (scaled || taken == 4 && more.power == 0)
            && let Some(sum) = value.checked_add(Decimal::new(low.value, power))
        {
            value = sum;
            span_end = from;
            if power > more.power {
                inner = again.hedge.map(|(start, stop)| (from + start, from + stop));
                span_end += again.length;
            }
        }
    }
    let hedge = match inner {
        Some((from, to)) => Some(Span::new(at + from, at + to)),
        None => scan_hedge(&rest[span_end..]).map(|taken| Span::new(at + span_end, at + span_end + taken)),
    };
    Numeral {
        span: Span::new(at, at + span_end),
        value: known.then_some(value),
        upper: None,
        script: Script::Arabic,
        hedge,
        scale: tail.power,
        scale_only: false,
        positional: false,
    }
}

/// 3800 万元, 2000 余份: `number` with the scale word or hedge that a paste parts from its digits by spaces of `gap` bytes.
pub(crate) fn with_parted_scale(text: &str, number: &Numeral, gap: usize, end: usize) -> Option<Numeral> {
    let from = number.span.end as usize + gap;
    let rest = text.get(from..end).filter(|_| number.scale == 0 && number.hedge.is_none())?;
    let scale = scan_scale(rest);
    let hedge = |(start, stop)| Span::new(from + start, from + stop);
    let behind = from + scale.length;
    let trailing = || scan_hedge(&rest[scale.length..]).map(|taken| Span::new(behind, behind + taken));
    let found = scale.hedge.map(hedge).or_else(trailing);
    (scale.power >= 4 || scale.length == 0 && found.is_some()).then(|| Numeral {
        span: if scale.length > 0 { Span { start: number.span.start, end: behind as u32 } } else { number.span },
        value: number.value.map(|value| value.times_ten_to(scale.power)),
        hedge: found,
        scale: scale.power,
        ..*number
    })
}

/// Scale words behind digits.
struct Scale {
    length: usize,
    power: i8,
    /// Bytes of a hedge between the digits and the scale word.
    hedge: Option<(usize, usize)>,
}

/// Units that begin with 千, 百 or 兆 as the prefix of the SI: the scale word belongs to the unit.
fn begins_prefixed_unit(rest: &str) -> bool {
    const BASES: &Words = words!("瓦 克 米 卡 伏 焦 帕 乏 赫 安 字节");
    rest.strip_prefix('千').is_some_and(|base| base.starts_with_any(BASES))
}

/// 万, 亿, 万亿, 百万, also with a hedge before them: the 余万 of 3000余万.
fn scan_scale(rest: &str) -> Scale {
    let mut scale = Scale { length: 0, power: 0, hedge: None };
    let hedge = scan_hedge(rest).unwrap_or(0);
    let mut at = hedge;
    let mut power = 0i8;
    for ch in rest[hedge..].chars() {
        let Some(step) = han_power(ch) else { break };
        // 万 and 亿 follow digits; 千 only where it is no prefix of a unit, and never after 万 (万千 is a word).
        if begins_prefixed_unit(&rest[at..]) || power >= 4 && step < 8 || power + step > 16 {
            break;
        }
        power += step;
        at += ch.len_utf8();
    }
    if power > 0 {
        scale.length = at;
        scale.power = power;
        scale.hedge = (hedge > 0).then_some((0, hedge));
    }
    scale
}

/// 余, 多, 几, 来 behind a number. 几 and 来 are taken only where a unit or scale can follow.
fn scan_hedge(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let first = chars.next()?;
    let next = chars.next();
    let found = match first {
        '余' => !matches!(next, Some('额' | '下')),
        '多' => !matches!(next, Some('层' | '方' | '式' | '样')),
        '几' => next.is_some_and(is_han),
        '来' => one_of(next, set!("个名人次家户件项条天年万亿亩岁")),
        _ => false,
    };
    found.then(|| first.len_utf8())
}

/// A value and, for 三四, its upper end.
#[derive(Clone, Copy)]
struct Ends {
    low: u64,
    high: u64,
}

fn scan_han(rest: &str, at: usize) -> Option<Numeral> {
    let (mut total, mut section, mut current) = (0u64, 0u64, None::<Ends>);
    let (mut total_high, mut section_high) = (0u64, 0u64);
    let (mut length, mut last_power) = (0usize, 0i8);
    let (mut digits_in_row, mut longest_row) = (0u32, 0u32);
    let (mut any_power, mut any_digit, mut unknown, mut too_large) = (false, false, false, false);
    let mut hedge = None;
    let mut positional = 0u64;
    for ch in rest.chars() {
        let taken = ch.len_utf8();
        if let Some(value) = han_digit(ch) {
            let value = u64::from(value);
            digits_in_row += 1;
            longest_row = longest_row.max(digits_in_row);
            positional = positional.saturating_mul(10).saturating_add(value);
            current = match current {
                // 三四: two neighbours name a range. 零 only holds a place.
                Some(Ends { low, high }) if digits_in_row == 2 && value == low + 1 && low == high && low > 0 => {
                    Some(Ends { low, high: value })
                }
                Some(Ends { low: 0, .. }) | None => Some(Ends { low: value, high: value }),
                Some(_) => {
                    too_large = true;
                    Some(Ends { low: value, high: value })
                }
            };
            any_digit = true;
        } else if let Some(power) = han_power(ch) {
            if begins_prefixed_unit(&rest[length..]) && any_digit | any_power {
                break;
            }
            if any_digit && longest_row > 2 && !any_power {
                // 二〇二一千: a row of digits takes no scale.
                break;
            }
            let Ends { low, high } = current.take().unwrap_or(Ends { low: 1, high: 1 });
            let factor = 10u64.pow(u32::from(power.unsigned_abs()));
            let bare = digits_in_row == 0;
            if power >= 4 {
                // 万 and 亿 close the section before them: 三百万, 百亿.
                let (sum, sum_high) = if section == 0 && section_high == 0 || !bare {
                    (
                        section + if bare && section > 0 { 0 } else { low },
                        section_high + if bare && section > 0 { 0 } else { high },
                    )
                } else {
                    (section, section_high)
                };
                if power == 8 && total > 0 && section == 0 && bare {
                    // 万亿.
                    total = total.saturating_mul(factor);
                    total_high = total_high.saturating_mul(factor);
                } else {
                    total = total.saturating_add(sum.saturating_mul(factor));
                    total_high = total_high.saturating_add(sum_high.saturating_mul(factor));
                }
                (section, section_high) = (0, 0);
            } else {
                if bare && any_power && last_power > 0 && (last_power < power || last_power >= 4) {
                    // 十百, 万千: no number is written so.
                    break;
                }
                section = section.saturating_add(low.saturating_mul(factor));
                section_high = section_high.saturating_add(high.saturating_mul(factor));
            }
            too_large |= total > 1_000_000_000_000_000_000;
            last_power = power;
            any_power = true;
            digits_in_row = 0;
        } else if ch == '几' || ch == '数' && length == 0 {
            if any_power && current.is_none() && length > 0 {
                // 十几: at least ten.
                hedge = Some(Span::new(at + length, at + length + taken));
                length += taken;
                break;
            }
            if length > 0 || rest[taken..].chars().next().is_none_or(|next| han_power(next).is_none()) {
                break;
            }
            unknown = true;
        } else if ch == '半' && length == 0 {
            let half = Decimal::new(5, -1);
            return Some(Numeral {
                span: Span::new(at, at + taken),
                value: Some(half),
                upper: None,
                script: Script::Han,
                hedge: None,
                scale: 0,
                scale_only: false,
                positional: false,
            });
        } else {
            break;
        }
        length += taken;
    }
    if length == 0 {
        return None;
    }
    let row = !any_power && longest_row > 1;
    let range = current.is_some_and(|ends| ends.low != ends.high) || total != total_high || section != section_high;
    let is_positional = row && !(range && longest_row == 2);
    if let Some(Ends { low, high }) = current {
        // 三万五: the last digit counts the next lower scale.
        let colloquial = last_power >= 3 && digits_in_row == 1 && !rest[..length].has_of(set!("零〇"));
        let factor = if colloquial { 10u64.pow(u32::from(last_power.unsigned_abs()) - 1) } else { 1 };
        section = section.saturating_add(low.saturating_mul(factor));
        section_high = section_high.saturating_add(high.saturating_mul(factor));
    }
    let (mut low, mut high) = (total.saturating_add(section), total_high.saturating_add(section_high));
    if is_positional {
        (low, high) = (positional, positional);
        too_large = rest[..length].chars().count() > 18;
    }
    let mut span_end = length;
    let mut power = 0;
    if hedge.is_none() {
        // 三千多万, 十余万: a hedge, then a scale for all before it.
        let tail = scan_scale(&rest[length..]);
        if let Some((from, to)) = tail.hedge {
            if any_power || any_digit {
                power = tail.power;
                span_end += tail.length;
                hedge = Some(Span::new(at + length + from, at + length + to));
            }
        } else {
            hedge = scan_hedge(&rest[length..]).map(|taken| Span::new(at + length, at + length + taken));
        }
    } else {
        let tail = scan_scale(&rest[length..]);
        if tail.hedge.is_none() && tail.power >= 4 {
            power = tail.power;
            span_end += tail.length;
        }
    }
    let known = !unknown && !too_large;
    // A colloquial or section scale is a shared scale too: 三、五万.
    let scale = if power > 0 { power } else { last_power.max(0) };
    Some(Numeral {
        span: Span::new(at, at + span_end),
        value: known.then(|| Decimal::new(low, power)),
        upper: (known && range && !is_positional).then(|| Decimal::new(high, power)),
        script: Script::Han,
        hedge,
        scale: if scale >= 4 { scale } else { 0 },
        scale_only: !any_digit && any_power && !unknown && !rest.starts_of(set!("十拾")),
        positional: is_positional,
    })
}

#[cfg(test)]
#[path = "test_numeral.rs"]
mod test;
