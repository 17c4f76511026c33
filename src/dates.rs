//! Dates and spans of time written with a year, a month or a day; they are taken out before numbers are read.

use crate::chars::{after, before, digit, han_digit, is_space, may_follow, one_of};
use crate::compose::{Padded, compose};
use crate::concordance::{DIGITS, Letters, Places, letters};
use crate::numeral;
use crate::report::DateMention;
use crate::search::{Search, set};
use crate::span::Span;
use crate::work;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// A day, a month or a year; the parts that are not stated are `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) year: Option<u32>,
    pub(crate) month: Option<u32>,
    pub(crate) day: Option<u32>,
}

impl Point {
    /// ISO 8601 to the precision stated, or `None` without a year.
    pub(crate) fn iso(self) -> Option<String> {
        let year = self.year?;
        Some(match (self.month, self.day) {
            (Some(month), Some(day)) => compose!(Padded(year, 4), "-", Padded(month, 2), "-", Padded(day, 2)),
            (Some(month), None) => compose!(Padded(year, 4), "-", Padded(month, 2)),
            _ => compose!(Padded(year, 4)),
        })
    }
}

/// What was read at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) span: Span,
    pub(crate) from: Point,
    pub(crate) to: Option<Point>,
}

impl Reading {
    /// ISO 8601: a date, or two with a stroke.
    pub(crate) fn iso(&self) -> Option<String> {
        match self.to {
            None => self.from.iso(),
            Some(to) => Some(compose!(self.from.iso()?, "/", to.iso()?)),
        }
    }
}

/// A reader that moves over the text from one place.
#[derive(Clone, Copy)]
struct Cursor<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<char> {
        after(self.text, self.at).filter(|_| self.at < self.end)
    }

    fn eat(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        match self.peek().filter(|ch| wanted(*ch)) {
            Some(ch) => {
                self.at += ch.len_utf8();
                true
            }
            None => false,
        }
    }

    /// Takes up to two spaces: pastes leave them between digits and 年.
    fn eat_spaces(&mut self) {
        for _ in 0..2 {
            self.eat(is_space);
        }
    }

    fn eat_words(&mut self, words: &str) -> bool {
        let found = self.text[self.at..self.end].starts_with(words);
        if found {
            self.at += words.len();
        }
        found
    }

    /// Arabic digits, `least` to `most` of them; none where more follow.
    fn digits(&mut self, least: u32, most: u32) -> Option<u32> {
        let start = *self;
        let (mut value, mut count) = (0u32, 0u32);
        while let Some(digit) = self.peek().and_then(digit) {
            count += 1;
            if count > most {
                *self = start;
                return None;
            }
            value = value * 10 + u32::from(digit);
            self.at += self.peek().map_or(1, char::len_utf8);
        }
        if count < least {
            *self = start;
            return None;
        }
        Some(value)
    }

    /// 一 to 三十一, or 1 to 99.
    fn small(&mut self) -> Option<u32> {
        if self.peek().and_then(digit).is_some() {
            return self.digits(1, 2);
        }
        let start = *self;
        let mut tens = self.peek().and_then(han_digit).filter(|value| *value > 0).map(u32::from);
        if tens.is_some() {
            self.eat(|_| true);
        }
        if !self.eat(|ch| ch == '十') {
            if tens.is_none() || self.peek().and_then(han_digit).is_some() {
                *self = start;
                return None;
            }
            return tens;
        }
        tens = Some(tens.unwrap_or(1) * 10);
        let ones = self.peek().and_then(han_digit).filter(|value| *value > 0).map(u32::from);
        if ones.is_some() {
            self.eat(|_| true);
        }
        Some(tens? + ones.unwrap_or(0))
    }

    /// A year of four digits from 1900 to 2099, Arabic or Chinese.
    fn year(&mut self) -> Option<u32> {
        let start = *self;
        let year = if self.peek().and_then(digit).is_some() {
            self.digits(4, 4)
        } else {
            let mut value = 0;
            for _ in 0..4 {
                // 二0二一, 二O二一: a zero of another script.
                let zero = |ch| value > 0 && matches!(ch, '0' | '０' | 'O' | 'Ｏ' | 'О' | 'Ο' | 'o');
                let digit =
                    self.peek().filter(|ch| *ch != '两').and_then(|ch| if zero(ch) { Some(0) } else { han_digit(ch) });
                let Some(digit) = digit else {
                    *self = start;
                    return None;
                };
                value = value * 10 + u32::from(digit);
                self.eat(|_| true);
            }
            Some(value)
        };
        if let Some(year @ 1900..=2099) = year {
            return Some(year);
        }
        *self = start;
        None
    }

    /// A mark or word that joins the ends of a span of time.
    fn eat_to(&mut self) -> bool {
        self.eat_spaces();
        // ―― and —— are one mark.
        if self.eat(|ch| matches!(ch, '-' | '－' | '—' | '–' | '―' | '~' | '～' | '∼' | '至' | '到')) {
            self.eat(|ch| matches!(ch, '—' | '-' | '―'));
            self.eat_spaces();
            return true;
        }
        false
    }
}

/// `month` and then perhaps a day, after a year or without one.
fn month_and_day(cursor: &mut Cursor<'_>) -> Option<Point> {
    let start = *cursor;
    cursor.eat_spaces();
    let month = if cursor.eat(|ch| ch == '元') { Some(1) } else { cursor.small() };
    let month = month.filter(|month| (1..=12).contains(month));
    cursor.eat_spaces();
    if month.is_none() || !cursor.eat(|ch| ch == '月') {
        *cursor = start;
        return None;
    }
    let behind_month = *cursor;
    cursor.eat_spaces();
    let day = cursor.small().filter(|day| (1..=31).contains(day));
    cursor.eat_spaces();
    if day.is_some() && cursor.eat(|ch| matches!(ch, '日' | '号')) {
        return Some(Point { year: None, month, day });
    }
    // 3月27—29日: the first day has no 日 of its own; second_end reads on.
    if let Some(first) = day {
        let mut ahead = *cursor;
        let last = if ahead.eat_to() { ahead.small() } else { None };
        if last.is_some_and(|last| last > first && last <= 31) && ahead.eat(|ch| ch == '日') {
            return Some(Point { year: None, month, day });
        }
    }
    *cursor = behind_month;
    cursor.eat(|ch| ch == '份');
    Some(Point { year: None, month, day: None })
}

/// Parts of a year that are months: 上半年, 前三季度, 第一季度, 1-3季度. First and last month.
fn part_of_year(cursor: &mut Cursor<'_>) -> Option<(u32, u32)> {
    for (words, first, last) in PARTS {
        if cursor.eat_words(words) {
            return Some((*first, *last));
        }
    }
    None
}

/// The parts of a year by name, the longest first where one begins another.
pub(crate) const PARTS: &[(&str, u32, u32)] = &[
    ("上半年", 1, 6),
    ("下半年", 7, 12),
    ("前三季度", 1, 9),
    ("前3季度", 1, 9),
    ("前两季度", 1, 6),
    ("一至三季度", 1, 9),
    ("1-3季度", 1, 9),
    ("1—3季度", 1, 9),
    ("第一季度", 1, 3),
    ("第二季度", 4, 6),
    ("第三季度", 7, 9),
    ("第四季度", 10, 12),
    ("一季度", 1, 3),
    ("二季度", 4, 6),
    ("三季度", 7, 9),
    ("四季度", 10, 12),
];

/// What follows a year and 年: months, a day, a second end.
fn behind_year(cursor: &mut Cursor<'_>, year: u32) -> (Point, Option<Point>) {
    let point = Point { year: Some(year), ..Point::default() };
    let start = *cursor;
    cursor.eat(|ch| ch == '的');
    if let Some((first, last)) = part_of_year(cursor) {
        return (Point { month: Some(first), ..point }, Some(Point { year: Some(year), month: Some(last), day: None }));
    }
    *cursor = start;
    if let Some(found) = month_and_day(cursor) {
        let from = Point { year: Some(year), ..found };
        let end = second_end(cursor, from);
        return (from, end);
    }
    // 2020年1-11月: the first month has no 月 of its own.
    let mut ahead = *cursor;
    ahead.eat_spaces();
    if let Some(first @ 1..=12) = ahead.small()
        && ahead.eat_to()
        && let Some(second @ Point { day: None, month: Some(last), .. }) = month_and_day(&mut ahead)
        && last > first
    {
        *cursor = ahead;
        return (Point { month: Some(first), ..point }, Some(Point { year: Some(year), ..second }));
    }
    if cursor.eat(|ch| ch == '度') {
        return (point, None);
    }
    (point, second_end(cursor, point))
}

/// `至2023年`, `—5月`, `至12日` behind a first date.
fn second_end(cursor: &mut Cursor<'_>, from: Point) -> Option<Point> {
    let start = *cursor;
    if cursor.eat_to() {
        let mut ahead = *cursor;
        if let Some(year) = ahead.year() {
            ahead.eat_spaces();
            if ahead.eat(|ch| ch == '年') && from.year.is_none_or(|first| first <= year) {
                let mut end = Point { year: Some(year), ..Point::default() };
                if from.month.is_some()
                    && let Some(found) = month_and_day(&mut ahead)
                {
                    end = Point { year: Some(year), ..found };
                }
                *cursor = ahead;
                return Some(end);
            }
        }
        let mut ahead = *cursor;
        if let Some(month) = from.month {
            if let Some(found) = month_and_day(&mut ahead)
                && (found.month > Some(month) || found.day > from.day && found.month == Some(month))
            {
                *cursor = ahead;
                return Some(Point { year: from.year, ..found });
            }
            let mut ahead = *cursor;
            if let Some(first) = from.day
                && let Some(day) = ahead.small().filter(|day| *day > first && *day <= 31)
                && ahead.eat(|ch| matches!(ch, '日' | '号'))
            {
                *cursor = ahead;
                return Some(Point { day: Some(day), ..from });
            }
        }
    }
    *cursor = start;
    None
}

/// The date that begins at byte `at`, read no further than byte `end`. `year` stands for the year where none is stated.
pub(crate) fn scan(text: &str, at: usize, end: usize, year: Option<u32>) -> Option<Reading> {
    work::done(8);
    let mut cursor = Cursor { text, at, end };
    let reading = |cursor: Cursor<'_>, from, to| Reading { span: Span::new(at, cursor.at), from, to };
    if let Some(stated) = cursor.year() {
        let behind_digits = cursor;
        cursor.eat_spaces();
        if cursor.eat(|ch| ch == '年') {
            let (from, to) = behind_year(&mut cursor, stated);
            return Some(reading(cursor, from, to));
        }
        cursor = behind_digits;
        // 2016—2020年.
        if cursor.eat_to()
            && let Some(last) = cursor.year().filter(|last| *last > stated)
        {
            cursor.eat_spaces();
            if cursor.eat(|ch| ch == '年') {
                cursor.eat(|ch| ch == '度');
                let point = |year| Point { year: Some(year), ..Point::default() };
                return Some(reading(cursor, point(stated), Some(point(last))));
            }
        }
        cursor = behind_digits;
        // 2021.12.18, 2021-12-18, 2021/12/18.
        let mark = cursor.peek().filter(|ch| matches!(ch, '.' | '．' | '-' | '－' | '/' | '—'))?;
        cursor.eat(|_| true);
        let month = cursor.digits(1, 2).filter(|month| (1..=12).contains(month))?;
        if !cursor.eat(|ch| ch == mark) {
            return None;
        }
        let day = cursor.digits(1, 2).filter(|day| (1..=31).contains(day))?;
        let point = Point { year: Some(stated), month: Some(month), day: Some(day) };
        return Some(reading(cursor, point, None));
    }
    scan_without_year(cursor, at, year)
}

/// 12月31日, 1-11月, 3月至5月, 18日.
fn scan_without_year(mut cursor: Cursor<'_>, at: usize, year: Option<u32>) -> Option<Reading> {
    let start = cursor;
    let arabic = cursor.peek().and_then(digit).is_some();
    let dated = |point: Point| Point { year, ..point };
    // 一月 to 三月 in running words are as often lengths (数月, 每三月); a count before them rules a month out.
    let counted = before(cursor.text, at)
        .is_some_and(|ch| matches!(ch, '每' | '个' | '数' | '几' | '第' | '满' | '多' | '近' | '余' | '两' | '半'));
    if let Some(found) = month_and_day(&mut cursor) {
        if !arabic && (counted || found.month == Some(1) && found.day.is_none())
            || cursor.peek() == Some('龄')
            || !arabic && found.day.is_none() && cursor.peek().is_some_and(|ch| han_digit(ch).is_some())
        {
            return None;
        }
        let from = dated(found);
        let to = second_end(&mut cursor, from);
        return Some(Reading { span: Span::new(at, cursor.at), from, to });
    }
    cursor = start;
    let first = cursor.small()?;
    let behind = cursor;
    if arabic
        && cursor.eat_to()
        && (1..=12).contains(&first)
        && let Some(second @ Point { day: None, month: Some(last), .. }) = month_and_day(&mut cursor)
        && last > first
    {
        let from = dated(Point { month: Some(first), ..Point::default() });
        return Some(Reading { span: Span::new(at, cursor.at), from, to: Some(dated(second)) });
    }
    cursor = behind;
    // A day by itself: 每月18日. 15日内 is a length of time.
    if arabic && (1..=31).contains(&first) && cursor.eat(|ch| ch == '日') {
        let length = ["内", "以内", "前", "左右", "均", "常", "游", "以上", "之内", "后"];
        if !length.iter().any(|word| cursor.text[cursor.at..cursor.end].starts_with(word)) {
            return Some(Reading {
                span: Span::new(at, cursor.at),
                from: Point { day: Some(first), ..Point::default() },
                to: None,
            });
        }
    }
    None
}

/// The year that the words name first: 2023年.
pub(crate) fn year_in(words: &str) -> Option<u32> {
    year_at(words).map(|(_, year)| year)
}

/// The years of the plan that `words` begin with, and what follows: “十四五”时期.
pub(crate) fn five_years(words: &str) -> Option<([u32; 2], &str)> {
    let plan = words.strip_prefix('“').unwrap_or(words).strip_prefix('十')?;
    let mut chars = plan.chars();
    let number = u32::from(han_digit(chars.next()?)?);
    let behind = chars.as_str().strip_prefix('五')?;
    let first = 2001 + 5 * number;
    Some(([first, first + 4], behind.strip_prefix('”').unwrap_or(behind)))
}

/// The years of the first plan that `words` name.
pub(crate) fn five_years_in(words: &str) -> Option<[u32; 2]> {
    words.match_indices('十').find_map(|(at, _)| five_years(&words[at..])).map(|(years, _)| years)
}

/// The first year and where it stands.
pub(crate) fn year_at(words: &str) -> Option<(usize, u32)> {
    let mut previous = None;
    for (at, ch) in words.char_indices() {
        if (digit(ch).is_some() || matches!(ch, '一' | '二'))
            && previous.is_none_or(|ch| digit(ch).is_none())
            && let Some(year) = scan(words, at, words.len(), None).and_then(|reading| reading.from.year)
        {
            return Some((at, year));
        }
        previous = Some(ch);
    }
    None
}

/// The whole of `words` as a date.
pub(crate) fn whole_date(words: &str) -> Option<Point> {
    let words = words.trim_if(&is_space);
    let first = words.chars().next()?;
    let known =
        (digit(first).is_some() || matches!(first, '二' | '一')).then(|| scan(words, 0, words.len(), None)).flatten();
    if let Some(reading) = known {
        return (reading.to.is_none() && reading.from.day.is_some() && reading.span.len() == words.len())
            .then_some(reading.from);
    }
    ungarble(words)
}

/// Digits that were a full date before the paste lost 年月日: `2024320` is 2024-03-20. Only where one reading is possible.
pub(crate) fn ungarble(digits: &str) -> Option<Point> {
    if !(6..=8).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().ok();
    let year = number(&digits[..4]).filter(|year| (1949..=2099).contains(year))?;
    let rest = &digits[4..];
    let mut readings = Vec::new();
    for split in 1..rest.len() {
        let (month, day) = (&rest[..split], &rest[split..]);
        let padded = month.starts_with('0') || day.starts_with('0');
        // A zero stands before a digit only where both parts are padded to two.
        if padded && rest.len() != 4 || month.len() > 2 || day.len() > 2 {
            continue;
        }
        if let (Some(month @ 1..=12), Some(day)) = (number(month), number(day))
            && (1..=days_in(year, month)).contains(&day)
        {
            readings.push(Point { year: Some(year), month: Some(month), day: Some(day) });
        }
    }
    match readings.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// The days of a month of the Gregorian calendar.
pub(crate) fn days_in(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether behind the numerals that `rest` begins with stands what a date has there: 年, 月, 日, or a mark that joins. Most
/// numbers are told to be none by that.
fn may_begin_date(rest: &str) -> bool {
    let is_numeral = |ch: char| {
        digit(ch).is_some()
            || han_digit(ch).is_some()
            || is_space(ch)
            || matches!(ch, '十' | 'O' | 'Ｏ' | 'О' | 'Ο' | 'o')
    };
    may_follow(rest, &is_numeral, &|ch| one_of(Some(ch), set!("年月日.．-－/—–―~～∼至到")))
}

/// Reads the dates of one stretch of text (no line break inside), whose `places` are given. `year` is the report's; a full
/// date nearer by wins.
pub(crate) fn find<'t>(
    text: &str,
    places: Places<'_>,
    stretch: Span,
    year: Option<u32>,
    found: &mut Vec<Reading>,
    mentions: &mut Vec<DateMention<'t>>,
) {
    const MARKS: &Letters = &DIGITS.and(letters!("十。；;"));
    let mut near = year;
    let mut at = stretch.start as usize;
    let end = stretch.end as usize;
    for place in places.within(stretch).of(MARKS) {
        let Some(ch) = after(text, place).filter(|_| place >= at) else { continue };
        if matches!(ch, '。' | '；' | ';') {
            near = year;
            continue;
        }
        // A number is read from its first digit only.
        let previous = before(text, place).filter(|_| place > stretch.start as usize);
        let starts = match previous {
            _ if ch == '十' => true,
            None => ch != '两',
            Some(before) if digit(ch).is_some() => {
                digit(before).is_none() && !before.is_ascii_alphabetic() && before != '.' && before != '#'
            }
            Some(before) => ch != '两' && han_digit(before).is_none() && before != '十',
        };
        let place = place + numeral::label_length(&text[..place], &text[place..end]);
        if starts
            && may_begin_date(&text[place..end])
            && let Some(reading) = scan(text, place, end, near)
        {
            near = reading.from.year.or(near);
            mentions.push(DateMention { span: reading.span, iso: reading.iso().map(Cow::Owned) });
            at = reading.span.end as usize;
            found.push(reading);
        }
    }
}

#[cfg(test)]
#[path = "test_dates.rs"]
mod test;
