//! Texts and options made of any bytes: what a fuzzer changes, and what a seeded generator draws.

use super::pieces::{PATTERN_PARTS, TOKENS};
use arbitrary::{Arbitrary, Unstructured};
use gangmu::{Language, Options, Part, Pattern, Profile, Rule};

/// It stands in no UTF-8: before it is the text, behind it what the options are drawn from.
pub const BETWEEN: u8 = 0xFF;

/// The text in `data`, and the bytes behind it.
fn halves(data: &[u8]) -> (String, &[u8]) {
    let end = data.iter().position(|byte| *byte == BETWEEN).unwrap_or(data.len());
    (String::from_utf8_lossy(&data[..end]).into_owned(), data.get(end + 1..).unwrap_or_default())
}

/// The text in `data`.
pub fn text(data: &[u8]) -> String {
    halves(data).0
}

/// The text in `data`, with options.
pub fn text_and_options(data: &[u8]) -> (String, Options) {
    let (text, rest) = halves(data);
    let mut options = Unstructured::new(rest);
    let asked = Asked::arbitrary(&mut options).unwrap_or_default();
    let options = asked.options(&text);
    (text, options)
}

/// A word of the caller's: one that the text holds, or one that it need not hold.
#[derive(Arbitrary, Debug)]
enum Word {
    OfText { at: u16, length: u8 },
    Token(u8),
    Tokens(u8, u8),
    Any(String),
}

impl Word {
    fn words(&self, text: &str) -> String {
        let token = |place: u8| TOKENS[place as usize % TOKENS.len()];
        match self {
            Word::OfText { at, length } => {
                let from = *at as usize % (text.chars().count() + 1);
                text.chars().skip(from).take(*length as usize % 12).collect()
            }
            Word::Token(place) => token(*place).to_owned(),
            Word::Tokens(first, second) => token(*first).to_owned() + token(*second),
            Word::Any(words) => words.clone(),
        }
    }
}

#[derive(Arbitrary, Debug)]
enum Piece {
    Sign(u8),
    Word(Word),
}

/// What a caller may say beside the text.
#[derive(Arbitrary, Debug, Default)]
struct Asked {
    profile: u8,
    english: bool,
    year: Option<u16>,
    parts: u16,
    units: Vec<Word>,
    names: Vec<Word>,
    patterns: Vec<Vec<Piece>>,
    rules_on: Vec<u8>,
    rules_off: Vec<u8>,
    source: Option<String>,
}

impl Asked {
    fn options(&self, text: &str) -> Options {
        let words = |all: &[Word]| all.iter().map(|word| word.words(text)).collect();
        let rules = |all: &[u8]| all.iter().map(|place| Rule::ALL[*place as usize % Rule::ALL.len()]).collect();
        let mut options = Options::default();
        options.profile = Profile::ALL[self.profile as usize % Profile::ALL.len()];
        options.language = Language::ALL[usize::from(self.english)];
        options.year = self.year.map(u32::from);
        options.parts = Part::ALL
            .iter()
            .enumerate()
            .filter(|(place, _)| self.parts >> place & 1 == 0)
            .map(|(_, part)| *part)
            .collect();
        (options.units, options.names) = (words(&self.units), words(&self.names));
        (options.rules_on, options.rules_off) = (rules(&self.rules_on), rules(&self.rules_off));
        let patterns = self.patterns.iter().map(|pieces| {
            let piece = |piece: &Piece| match piece {
                Piece::Sign(place) => PATTERN_PARTS[*place as usize % PATTERN_PARTS.len()].to_owned(),
                Piece::Word(word) => word.words(text),
            };
            pieces.iter().map(piece).collect::<String>()
        });
        // What is no pattern must be told from one, and nothing else.
        options.patterns = patterns.filter_map(|pattern| Pattern::new(&pattern).ok()).collect();
        options.source = self.source.clone();
        options
    }
}

/// A sequence that looks random and is the same in every run (splitmix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut out = self.0;
        out = (out ^ (out >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        out = (out ^ (out >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        out ^ (out >> 31)
    }

    /// From 0, below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.roll() % end.max(1) as u64) as usize
    }

    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// `text` with pieces taken out, doubled, put elsewhere, turned round, and strange ones put in.
pub fn damaged(text: &str, dice: &mut Dice) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=dice.below(6) {
        let from = dice.below(chars.len() + 1);
        // Mostly a few characters, at times a paragraph.
        let reach = *dice.one_of(&[1, 2, 4, 12, 200]);
        let to = (from + dice.below(reach + 1)).min(chars.len());
        match dice.below(6) {
            0 => drop(chars.drain(from..to)),
            1 => {
                let piece: Vec<char> = chars[from..to].to_vec();
                chars.splice(from..from, piece);
            }
            2 => {
                let piece: Vec<char> = chars.drain(from..to).collect();
                let at = dice.below(chars.len() + 1);
                chars.splice(at..at, piece);
            }
            3 => chars[from..to].reverse(),
            4 => {
                let odd = char::from_u32(dice.below(0x11_0000) as u32).unwrap_or('\u{FFFD}');
                chars.insert(from, odd);
            }
            _ => drop(chars.splice(from..to, dice.one_of(TOKENS).chars()).count()),
        }
    }
    chars.into_iter().collect()
}

/// What a target is run on where there is no fuzzer: a damaged text, and bytes for its options.
pub fn data(texts: &[String], dice: &mut Dice) -> Vec<u8> {
    let mut text = damaged(dice.one_of::<String>(texts), dice);
    if dice.below(4) == 0 {
        text += &damaged(dice.one_of::<String>(texts), dice);
    }
    let mut data = text.into_bytes();
    // Bytes that are no characters become U+FFFD.
    if dice.below(8) == 0 && !data.is_empty() {
        let at = dice.below(data.len());
        data[at] = dice.roll() as u8;
    }
    data.push(BETWEEN);
    let count = dice.below(120);
    data.extend((0..count).map(|_| dice.roll() as u8));
    data
}
