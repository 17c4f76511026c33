//! A report with its gold, and what a damage does to both: every place of the gold moves with the text.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

/// The folders of trial reports.
const SETS: [&str; 3] = ["trials", "trials-2", "trials-3"];

/// A report and what is to be found in it. Places count characters.
#[derive(Clone)]
pub(crate) struct Trial {
    pub(crate) name: String,
    pub(crate) text: Vec<char>,
    pub(crate) headings: Vec<Wanted>,
    /// Each figure's place and value.
    pub(crate) figures: Vec<(usize, f64)>,
    /// Where the report's own title stands.
    pub(crate) title: Option<Range<usize>>,
    /// What a damage to a single marker struck.
    pub(crate) struck: Option<Struck>,
}

/// A heading that is to be found.
#[derive(Clone)]
pub(crate) struct Wanted {
    pub(crate) marker: Range<usize>,
    pub(crate) title: Range<usize>,
    pub(crate) level: u32,
    /// Every right answer to what the heading counts; one where the order alone decides it.
    pub(crate) numbers: Vec<Option<u32>>,
    pub(crate) role: Option<String>,
    pub(crate) optional: bool,
}

/// The one heading whose marker was damaged.
#[derive(Clone)]
pub(crate) struct Struck {
    /// Its index among the headings.
    pub(crate) heading: usize,
    /// The findings that tell of the damage, any of them: the name of the rule, and the heading at which it may stand.
    pub(crate) findings: Vec<(&'static str, usize)>,
}

/// What a reader does not see at the start of a heading: white space, zero-width and private-use characters.
pub(crate) fn unseen(ch: char) -> bool {
    ch.is_whitespace() || matches!(ch, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{E000}'..='\u{F8FF}')
}

pub(crate) fn breaks(ch: char) -> bool {
    ch == '\n' || ch == '\r'
}

/// Where `words` stands in `text` at or behind `from`, whatever lies between its characters that cannot be seen.
fn find(text: &[char], from: usize, words: &str) -> Option<Range<usize>> {
    let words: Vec<char> = words.chars().filter(|ch| !unseen(*ch)).collect();
    (from..text.len()).filter(|start| text[*start] == words[0]).find_map(|start| {
        let mut seen = (start..text.len()).filter(|at| !unseen(text[*at]));
        let mut end = start;
        words
            .iter()
            .all(|ch| {
                seen.next().is_some_and(|at| {
                    end = at + 1;
                    text[at] == *ch
                })
            })
            .then_some(start..end)
    })
}

fn entries<'a>(gold: &'a Value, kind: &str) -> impl Iterator<Item = &'a Value> {
    gold[kind].as_array().into_iter().flatten()
}

fn place(entry: &Value) -> usize {
    entry["at"].as_u64().unwrap() as usize
}

impl Trial {
    fn read(name: &str, text: &str, gold: &Value) -> Trial {
        let text: Vec<char> = text.chars().collect();
        let wanted = |entry: &Value| {
            let at = place(entry);
            let marker = at..at + entry["marker"].as_str().unwrap().chars().count();
            let title = entry["title"].as_str().unwrap();
            Wanted {
                title: find(&text, marker.end, title).unwrap_or_else(|| panic!("{name}: {title} is not in the text")),
                marker,
                level: entry["level"].as_u64().unwrap() as u32,
                numbers: vec![entry["number"].as_u64().map(|number| number as u32)],
                role: entry["role"].as_str().map(str::to_owned),
                optional: entry["optional"] == true,
            }
        };
        let figure = |entry: &Value| {
            let value = &entry["value"];
            Some((place(entry), value.as_f64().or_else(|| value[0].as_f64())?))
        };
        Trial {
            name: name.to_owned(),
            headings: entries(gold, "outline").map(wanted).collect(),
            figures: entries(gold, "figures").filter(|entry| entry["optional"] != true).filter_map(figure).collect(),
            title: gold["metadata"]["title"].as_str().and_then(|title| find(&text, 0, title)),
            struck: None,
            text,
        }
    }

    /// The trials of every set, in the order of their names.
    pub(crate) fn all() -> Vec<Trial> {
        let mut trials = BTreeMap::new();
        for set in SETS {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(set);
            for path in std::fs::read_dir(folder.join("gold")).unwrap().map(|entry| entry.unwrap().path()) {
                let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
                let gold = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
                let text = std::fs::read_to_string(folder.join("reports").join(format!("{stem}.txt"))).unwrap();
                let name = format!("{set}/{stem}");
                trials.insert(name.clone(), Trial::read(&name, &text, &gold));
            }
        }
        trials.into_values().collect()
    }

    pub(crate) fn words(&self, range: Range<usize>) -> String {
        self.text[range].iter().collect()
    }

    /// The first of its characters that a reader sees, at or behind `at`.
    pub(crate) fn seen_from(&self, at: usize) -> usize {
        at + self.text[at.min(self.text.len())..].iter().take_while(|ch| unseen(**ch)).count()
    }

    /// Whether nothing that can be seen stands before `at` on its line.
    pub(crate) fn opens_line(&self, at: usize) -> bool {
        let mut before = self.text[..at].iter().rev().skip_while(|ch| unseen(**ch) && !breaks(**ch));
        before.next().is_none_or(|ch| breaks(*ch))
    }

    /// The series of numbered headings: those of one parent and one form of marker, by their indices. A series from
    /// which the report itself lost a marker or a line break is none: a second damage to it would prove nothing.
    pub(crate) fn series(&self) -> Vec<Vec<usize>> {
        let mut open: Vec<usize> = Vec::new();
        let mut series: BTreeMap<(Option<usize>, String), Vec<usize>> = BTreeMap::new();
        let mut broken = BTreeSet::new();
        for (index, heading) in self.headings.iter().enumerate().filter(|(_, heading)| !heading.optional) {
            open.retain(|above| self.headings[*above].level < heading.level);
            let parent = open.last().copied();
            open.push(index);
            if heading.marker.is_empty() || !self.opens_line(heading.marker.start) {
                broken.insert(parent);
            }
            let form = self.text[heading.marker.clone()].iter().filter(|ch| !numeral(**ch)).collect();
            series.entry((parent, form)).or_default().push(index);
        }
        let sound = series.into_iter().filter(|((parent, _), headings)| headings.len() > 1 && !broken.contains(parent));
        sound.map(|(_, headings)| headings).collect()
    }

    /// The report with another behind it.
    pub(crate) fn followed_by(&self, other: &Trial, seam: &str) -> Trial {
        let mut both = self.clone();
        both.name = format!("{} + {}", self.name, other.name);
        both.text.extend(seam.chars());
        let ahead = both.text.len();
        both.text.extend(&other.text);
        let behind = |range: &Range<usize>| range.start + ahead..range.end + ahead;
        both.headings.extend(other.headings.iter().map(|heading| Wanted {
            marker: behind(&heading.marker),
            title: behind(&heading.title),
            ..heading.clone()
        }));
        both.figures.extend(other.figures.iter().map(|(at, value)| (at + ahead, *value)));
        both
    }

    /// The report with words before and behind it.
    pub(crate) fn between(&self, before: &str, behind: &str) -> Trial {
        let mut copy = Copy::of(self);
        copy.insert(before);
        while let Some(ch) = copy.next() {
            copy.keep(ch);
        }
        copy.insert(behind);
        copy.finish()
    }

    /// The report with each character written as `instead` says; an empty string leaves it out.
    pub(crate) fn rewritten(&self, instead: impl Fn(usize, char) -> String) -> Trial {
        let mut copy = Copy::of(self);
        while let Some(ch) = copy.next() {
            copy.keep_as(&instead(copy.at(), ch));
        }
        copy.finish()
    }

    /// The report with one character for another.
    pub(crate) fn mapped(&self, map: impl Fn(char) -> char) -> Trial {
        self.rewritten(|_, ch| String::from(map(ch)))
    }
}

/// Whether `ch` is part of the number in a marker.
pub(crate) fn numeral(ch: char) -> bool {
    ch.is_ascii_digit() || matches!(ch, '０'..='９') || "一二三四五六七八九十".contains(ch)
}

/// A damaged copy of a trial in the making: it remembers where each character went.
pub(crate) struct Copy<'t> {
    from: &'t Trial,
    text: Vec<char>,
    /// Where each character of the original, handed over so far, now starts.
    starts: Vec<usize>,
    /// Where it now ends.
    ends: Vec<usize>,
}

impl<'t> Copy<'t> {
    pub(crate) fn of(from: &'t Trial) -> Copy<'t> {
        Copy { from, text: Vec::new(), starts: Vec::new(), ends: Vec::new() }
    }

    /// The place of the next character of the original.
    pub(crate) fn at(&self) -> usize {
        self.starts.len()
    }

    /// The next character of the original; it must then be kept in some form.
    pub(crate) fn next(&self) -> Option<char> {
        self.from.text.get(self.at()).copied()
    }

    pub(crate) fn insert(&mut self, words: &str) {
        self.text.extend(words.chars());
    }

    pub(crate) fn keep(&mut self, ch: char) {
        self.keep_as(ch.encode_utf8(&mut [0; 4]));
    }

    pub(crate) fn keep_as(&mut self, words: &str) {
        self.starts.push(self.text.len());
        self.insert(words);
        self.ends.push(self.text.len());
    }

    pub(crate) fn finish(mut self) -> Trial {
        self.starts.push(self.text.len());
        let moved = |range: &Range<usize>| {
            let start = self.starts[range.start];
            start..if range.is_empty() { start } else { self.ends[range.end - 1] }
        };
        let heading = |heading: &Wanted| Wanted {
            marker: moved(&heading.marker),
            title: moved(&heading.title),
            ..heading.clone()
        };
        Trial {
            name: self.from.name.clone(),
            headings: self.from.headings.iter().map(heading).collect(),
            figures: self.from.figures.iter().map(|(at, value)| (self.starts[*at], *value)).collect(),
            title: self.from.title.as_ref().map(moved),
            struck: self.from.struck.clone(),
            text: self.text,
        }
    }
}
