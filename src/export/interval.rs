//! A period as a beginning and a length: how SDMX and schema.org say a stretch of time.

use crate::compose::{Padded, compose};
use crate::dates::days_in;
use alloc::string::String;

/// A day, or the year or month that begins on it.
#[derive(Clone, Copy)]
struct Day {
    year: u32,
    month: u32,
    day: u32,
    /// What it was written to: `Y`, `M` or `D`.
    unit: char,
}

impl Day {
    /// `2020`, `2020-06` or `2020-06-01`; nothing where the calendar has no such day.
    fn read(iso: &str) -> Option<Day> {
        let mut parts = iso.split('-');
        let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let (month, day) = (parts.next(), parts.next());
        let unit = match (month, day) {
            (None, _) => 'Y',
            (_, None) => 'M',
            _ => 'D',
        };
        let number = |part: Option<&str>| part.map_or(Some(1), |part| part.parse().ok());
        let (month, day) = (number(month)?, number(day)?);
        let is_one = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        (is_one && parts.next().is_none()).then_some(Day { year, month, day, unit })
    }

    /// Years, months or days since the beginning of year 0.
    fn count(self, unit: char) -> u32 {
        match unit {
            'Y' => self.year,
            'M' => self.year * 12 + self.month - 1,
            _ => {
                let before: u32 = (1..self.month).map(|month| days_in(self.year, month)).sum();
                let leap = self.year.div_ceil(4) + self.year.div_ceil(400) - self.year.div_ceil(100);
                self.year * 365 + leap + before + self.day - 1
            }
        }
    }

    /// The first day behind the year, month or day that this is.
    fn next(self) -> Day {
        let Day { mut year, mut month, mut day, unit } = self;
        if unit == 'D' {
            day += 1;
        }
        if unit == 'M' || day > days_in(year, month) {
            (month, day) = (month + 1, 1);
        }
        if unit == 'Y' || month > 12 {
            (year, month) = (year + 1, 1);
        }
        Day { year, month, day, unit }
    }
}

/// When, and for how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Interval {
    /// `2020`, `2020-06` or `2020-06-01`, as the period has it.
    pub(super) from: String,
    /// ISO 8601: `P1Y`, `P11M`, `P38D`.
    pub(super) length: String,
    /// As SDMX writes it: `2020`, `2020-06`, `2020-06-01`, and of a span `2020-01-01/P11M`.
    pub(super) time: String,
}

impl Interval {
    /// Of a period as figures have it; nothing where it names no days, or ends before it begins.
    pub(super) fn of(period: &str) -> Option<Interval> {
        let (from, to) = period.split_once('/').unwrap_or((period, period));
        let (first, last) = (Day::read(from)?, Day::read(to)?);
        // Days where one end is a day, months where one is a month.
        let unit = [first.unit, last.unit].into_iter().min()?;
        let amount = last.next().count(unit).checked_sub(first.count(unit)).filter(|amount| *amount > 0)?;
        let length = compose!("P", amount, unit.encode_utf8(&mut [0; 4]) as &str);
        let time = if period.len() == from.len() {
            String::from(from)
        } else {
            compose!(Padded(first.year, 4), "-", Padded(first.month, 2), "-", Padded(first.day, 2), "/", length)
        };
        Some(Interval { from: from.into(), length, time })
    }
}

#[cfg(test)]
mod test {
    use super::Interval;

    #[test]
    fn periods_are_a_beginning_and_a_length() {
        for (period, from, length, time) in [
            ("2020", "2020", "P1Y", "2020"),
            ("2020-02", "2020-02", "P1M", "2020-02"),
            ("2020-12-31", "2020-12-31", "P1D", "2020-12-31"),
            ("2016/2020", "2016", "P5Y", "2016-01-01/P5Y"),
            ("2020-01/2020-11", "2020-01", "P11M", "2020-01-01/P11M"),
            ("2020-11/2021-02", "2020-11", "P4M", "2020-11-01/P4M"),
            ("2020-01-03/2020-02-10", "2020-01-03", "P39D", "2020-01-03/P39D"),
            ("2019-12-31/2020-12-31", "2019-12-31", "P367D", "2019-12-31/P367D"),
            ("2020/2021-03", "2020", "P15M", "2020-01-01/P15M"),
            ("2020-02-10/2020-03", "2020-02-10", "P51D", "2020-02-10/P51D"),
            ("1900-02/1900-02-28", "1900-02", "P28D", "1900-02-01/P28D"),
        ] {
            let expected = Interval { from: from.into(), length: length.into(), time: time.into() };
            assert_eq!(Interval::of(period), Some(expected), "{period}");
        }
    }

    #[test]
    fn what_no_calendar_has_is_no_period() {
        for period in [
            "",
            "20",
            "2021-13",
            "2021-02-29",
            "2021-00-01",
            "2021-2021",
            "2021/2020",
            "2021-03/2021-02",
            "2021/",
            "2021-01-01-01",
        ] {
            assert_eq!(Interval::of(period), None, "{period}");
        }
    }
}
