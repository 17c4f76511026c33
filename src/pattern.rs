//! The user's own patterns: a small language of regular expressions, translated into the steps that `pattern_match.rs`
//! runs. What it accepts means what it means to the crate `regex-lite`; that crate needs std, which the wasm has not.

use crate::compose::compose;
use crate::traditional::simplified;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// A pattern that finds figures: a regular expression with the group `number`, and `unit` and `indicator` where it likes.
///
/// What `number` matches becomes a figure, if it is a number. A match lies in one sentence. Known are `.` `^` `$` `|`, the
/// classes `[…]` `[^…]` `\d` `\s` `\w` `\D` `\S` `\W`, the repetitions `?` `*` `+` `{2}` `{2,}` `{2,5}` (with `?` behind
/// them as few as can be), groups `(…)` `(?:…)` `(?<number>…)` `(?P<number>…)`, `\n` `\r` `\t`, and `\` before a sign.
///
/// ```
/// let mut options = gangmu::Options::default();
/// options.patterns.push(gangmu::Pattern::new(r"(?<indicator>好评指数)(?<number>\d+)")?);
/// let report = gangmu::parse_with("政务大厅好评指数98，位居第三。", &options);
/// assert_eq!(report.figures[0].value, gangmu::Decimal::from(98));
/// assert_eq!(report.figures[0].indicator, "好评指数");
///
/// let wrong = gangmu::Pattern::new(r"好评指数(?<number>\d+").unwrap_err();
/// assert_eq!((wrong.at, wrong.reason), (5, "this group is not closed"));
/// # Ok::<(), gangmu::BadPattern>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "String"))]
pub struct Pattern {
    source: String,
    pub(crate) steps: Vec<Step>,
    /// The characters of the classes, from and to.
    pub(crate) ranges: Vec<(char, char)>,
}

/// Why a text is no [`Pattern`].
///
/// ```
/// let wrong = gangmu::Pattern::new("(?<number>[0-9)").unwrap_err();
/// assert_eq!(wrong.to_string(), "\"(?<number>[0-9)\", character 11: this class is not closed");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BadPattern {
    /// The pattern as it was given.
    pub pattern: String,
    /// Which of its characters is wrong; the first is 1.
    pub at: u32,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl BadPattern {
    /// Pattern "(", character 1: this group is not closed
    pub(crate) fn words(&self) -> String {
        compose!("\"", self.pattern, "\", character ", self.at, ": ", self.reason)
    }
}

impl fmt::Display for BadPattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.words())
    }
}

impl core::error::Error for BadPattern {}

impl Pattern {
    /// Reads a pattern, or says what is wrong with it and where. A pattern may have 4000 steps; what it reads, it reads in time
    /// linear in the text.
    ///
    /// ```
    /// use gangmu::Pattern;
    /// assert!(Pattern::new(r"好评指数(?<number>\d+)").is_ok());
    /// assert_eq!(Pattern::new("好评指数").unwrap_err().reason, "it has no group (?<number>…)");
    /// ```
    pub fn new(pattern: &str) -> Result<Pattern, BadPattern> {
        let chars: Vec<char> = pattern.chars().map(|ch| simplified(ch).unwrap_or(ch)).collect();
        let mut parser = Parser { chars: &chars, at: 0, steps: Vec::new(), ranges: Vec::new(), named: 0, depth: 0 };
        let (at, reason) = match parser.whole() {
            Ok(()) => {
                return Ok(Pattern { source: pattern.to_owned(), steps: parser.steps, ranges: parser.ranges });
            }
            Err(wrong) => wrong,
        };
        Err(BadPattern { pattern: pattern.to_owned(), at: at as u32 + 1, reason })
    }

    /// The pattern as it was given.
    ///
    /// ```
    /// let pattern = gangmu::Pattern::new(r"好评指数(?<number>\d+)")?;
    /// assert_eq!(pattern.as_str(), r"好评指数(?<number>\d+)");
    /// # Ok::<(), gangmu::BadPattern>(())
    /// ```
    pub fn as_str(&self) -> &str {
        &self.source
    }
}

impl TryFrom<String> for Pattern {
    type Error = BadPattern;

    fn try_from(pattern: String) -> Result<Pattern, BadPattern> {
        Pattern::new(&pattern)
    }
}

/// A step of a match. Steps say how far it is to others, so that a part can be repeated as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// This character.
    Char(char),
    /// Any character in the ranges from the first number to the second, or outside of them.
    Class { from: u32, to: u32, negated: bool },
    /// Two ways on; the first is preferred.
    Fork(i32, i32),
    /// The start or the end of a group.
    Mark(u8),
    /// Only at the start of the sentence.
    Start,
    /// Only at its end.
    End,
}

/// The groups, in the order of their marks.
const GROUPS: [&str; 3] = ["number", "unit", "indicator"];

/// How many steps a pattern may have, and how many groups may stand in one another.
const MOST_STEPS: usize = 4000;
const DEEPEST: u32 = 40;

/// Which character is wrong, and why.
type Wrong = (usize, &'static str);

struct Parser<'p> {
    chars: &'p [char],
    at: usize,
    steps: Vec<Step>,
    ranges: Vec<(char, char)>,
    /// A bit for each of [`GROUPS`] that was met.
    named: u8,
    depth: u32,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    /// Takes `words` if they come next.
    fn takes(&mut self, words: &str) -> bool {
        let mut at = self.at;
        let next = words.chars().all(|ch| {
            at += 1;
            self.chars.get(at - 1) == Some(&ch)
        });
        if next {
            self.at = at;
        }
        next
    }

    fn whole(&mut self) -> Result<(), Wrong> {
        self.alternatives()?;
        if self.at < self.chars.len() {
            return Err((self.at, "this bracket closes no group"));
        }
        if self.named & 1 == 0 {
            return Err((0, "it has no group (?<number>…)"));
        }
        Ok(())
    }

    /// `a|b|c`.
    fn alternatives(&mut self) -> Result<(), Wrong> {
        let mut ends = Vec::new();
        loop {
            let start = self.steps.len();
            self.sequence()?;
            if !self.takes("|") {
                break;
            }
            let length = (self.steps.len() - start) as i32;
            self.steps.insert(start, Step::Fork(1, length + 2));
            ends.push(self.steps.len());
            self.push(Step::Fork(0, 0))?;
        }
        for end in ends {
            let on = (self.steps.len() - end) as i32;
            if let Some(step) = self.steps.get_mut(end) {
                *step = Step::Fork(on, on);
            }
        }
        Ok(())
    }

    fn sequence(&mut self) -> Result<(), Wrong> {
        while let Some(ch) = self.peek().filter(|ch| !matches!(ch, '|' | ')')) {
            let (start, from) = (self.at, self.steps.len());
            self.at += 1;
            match ch {
                '(' => self.group(start)?,
                '[' => self.class(start)?,
                '.' => self.ranges_of(&[('\n', '\n')], true)?,
                '^' => self.push(Step::Start)?,
                '$' => self.push(Step::End)?,
                '?' | '*' | '+' | '{' => return Err((start, "there is nothing to repeat")),
                '\\' => match self.escape(start)? {
                    Escape::Char(ch) => self.push(Step::Char(ch))?,
                    Escape::Class(ranges) => self.ranges_of(ranges, false)?,
                },
                _ => self.push(Step::Char(ch))?,
            }
            self.repetition(from)?;
        }
        Ok(())
    }

    fn push(&mut self, step: Step) -> Result<(), Wrong> {
        if self.steps.len() >= MOST_STEPS {
            return Err((self.at.saturating_sub(1), "the pattern is too large"));
        }
        self.steps.push(step);
        Ok(())
    }

    fn ranges_of(&mut self, ranges: &[(char, char)], negated: bool) -> Result<(), Wrong> {
        let from = self.ranges.len() as u32;
        self.ranges.extend_from_slice(ranges);
        self.push(Step::Class { from, to: self.ranges.len() as u32, negated })
    }

    /// Behind the opening bracket.
    fn group(&mut self, start: usize) -> Result<(), Wrong> {
        let name = if self.takes("?<") || self.takes("?P<") {
            let found = GROUPS.iter().position(|name| self.takes(name)).filter(|_| self.takes(">"));
            let new = found.filter(|name| self.named & 1 << name == 0);
            let name = new.ok_or((start, "groups are called number, unit and indicator, each once"))?;
            self.named |= 1 << name;
            Some(2 * name as u8)
        } else if self.takes("?:") {
            None
        } else if self.peek() == Some('?') {
            return Err((start, "flags and looking around are not known"));
        } else {
            None
        };
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err((start, "too many groups in one another"));
        }
        if let Some(mark) = name {
            self.push(Step::Mark(mark))?;
        }
        self.alternatives()?;
        if let Some(mark) = name {
            self.push(Step::Mark(mark + 1))?;
        }
        self.depth -= 1;
        if self.takes(")") { Ok(()) } else { Err((start, "this group is not closed")) }
    }

    /// Behind the opening bracket: `a-z0-9_]`.
    fn class(&mut self, start: usize) -> Result<(), Wrong> {
        let from = self.ranges.len() as u32;
        let negated = self.takes("^");
        let first = self.at;
        loop {
            let here = self.at;
            if here > first && self.takes("]") {
                return self.push(Step::Class { from, to: self.ranges.len() as u32, negated });
            }
            let Some(low) = self.member(start)? else { continue };
            let mut high = low;
            let to = self.chars.get(self.at + 1).is_some_and(|ch| !matches!(ch, ']' | '-'));
            if to && self.takes("-") {
                high = self.member(start)?.filter(|high| low <= *high).ok_or((here, "this range has no order"))?;
            }
            self.ranges.push((low, high));
        }
    }

    /// A character of a class; `None` where it was a class of its own, whose ranges were taken.
    fn member(&mut self, start: usize) -> Result<Option<char>, Wrong> {
        let here = self.at;
        let ch = self.peek().ok_or((start, "this class is not closed"))?;
        if ch == '[' || self.takes("&&") || self.takes("--") || self.takes("~~") {
            return Err((here, "in a class this sign needs a \\ before it"));
        }
        self.at += 1;
        if ch != '\\' {
            return Ok(Some(ch));
        }
        Ok(match self.escape(here)? {
            Escape::Char(ch) => Some(ch),
            Escape::Class(ranges) => {
                self.ranges.extend_from_slice(ranges);
                None
            }
        })
    }

    /// Behind a backslash.
    fn escape(&mut self, start: usize) -> Result<Escape, Wrong> {
        let ch = self.peek().unwrap_or('x');
        self.at += 1;
        Ok(match ch {
            'n' => Escape::Char('\n'),
            'r' => Escape::Char('\r'),
            't' => Escape::Char('\t'),
            'd' => Escape::Class(&[('0', '9')]),
            'D' => Escape::Class(&[('\0', '/'), (':', char::MAX)]),
            's' => Escape::Class(&[('\t', '\r'), (' ', ' ')]),
            'S' => Escape::Class(&[('\0', '\u{8}'), ('\u{E}', '\u{1F}'), ('!', char::MAX)]),
            'w' => Escape::Class(&[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]),
            'W' => Escape::Class(&[('\0', '/'), (':', '@'), ('[', '^'), ('`', '`'), ('{', char::MAX)]),
            '<' | '>' => return Err((start, UNKNOWN_ESCAPE)),
            _ if ch.is_ascii_punctuation() => Escape::Char(ch),
            _ => return Err((start, UNKNOWN_ESCAPE)),
        })
    }

    /// What may stand behind a part, whose steps begin at `from`.
    fn repetition(&mut self, from: usize) -> Result<(), Wrong> {
        let start = self.at;
        let (least, most) = if self.takes("?") {
            (0, Some(1))
        } else if self.takes("*") {
            (0, None)
        } else if self.takes("+") {
            (1, None)
        } else if self.takes("{") {
            let bounds = self.bounds().filter(|(least, most)| most.is_none_or(|most| *least <= most));
            bounds.ok_or((start, "a repetition is {2}, {2,} or {2,5}"))?
        } else {
            return Ok(());
        };
        let lazy = self.takes("?");
        let part = self.steps.split_off(from);
        let length = part.len() as i32;
        // The way into the part, or past it.
        let fork = |into, past| if lazy { Step::Fork(past, into) } else { Step::Fork(into, past) };
        for _ in 0..least {
            self.append(&part, start)?;
        }
        if let Some(most) = most {
            for left in (1..=most - least).rev() {
                self.append(&[fork(1, left as i32 * (length + 1))], start)?;
                self.append(&part, start)?;
            }
        } else {
            // x* is (x+)?: then what is preferred is right where x may be empty too.
            if least == 0 {
                self.append(&[fork(1, length + 2)], start)?;
                self.append(&part, start)?;
            }
            self.append(&[fork(-length, 1)], start)?;
        }
        Ok(())
    }

    fn append(&mut self, steps: &[Step], start: usize) -> Result<(), Wrong> {
        if self.steps.len() + steps.len() > MOST_STEPS {
            return Err((start, "the pattern is too large"));
        }
        self.steps.extend_from_slice(steps);
        Ok(())
    }

    /// `2}`, `2,}`, `2,5}`.
    fn bounds(&mut self) -> Option<(u32, Option<u32>)> {
        let least = self.count()?;
        let most = if self.takes(",") { self.count() } else { Some(least) };
        self.takes("}").then_some((least, most))
    }

    fn count(&mut self) -> Option<u32> {
        let mut count = None;
        while let Some(digit) = self.peek().and_then(|ch| ch.to_digit(10)) {
            count = Some((count.unwrap_or(0) * 10 + digit).min(MOST_STEPS as u32 + 1));
            self.at += 1;
        }
        count
    }
}

const UNKNOWN_ESCAPE: &str = "this sign has no meaning behind a \\";

/// What stands behind a backslash.
enum Escape {
    Char(char),
    Class(&'static [(char, char)]),
}

#[cfg(test)]
#[path = "test_pattern.rs"]
mod test;
