use super::Pattern;
use crate::pattern_match::{Matcher, NOWHERE};
use alloc::string::String;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

#[test]
fn a_bad_pattern_is_named_with_the_place_and_the_reason() {
    for (pattern, at, reason) in [
        ("", 1, "it has no group (?<number>…)"),
        (r"\d+盏", 1, "it has no group (?<number>…)"),
        ("盏(?<number>3", 2, "this group is not closed"),
        ("盏(?<number>3))", 14, "this bracket closes no group"),
        ("(?<nummer>3)", 1, "groups are called number, unit and indicator, each once"),
        ("(?<number>3)(?<number>4)", 13, "groups are called number, unit and indicator, each once"),
        ("(?<number3)", 1, "groups are called number, unit and indicator, each once"),
        ("(?i)(?<number>3)", 1, "flags and looking around are not known"),
        ("(?=盏)(?<number>3)", 1, "flags and looking around are not known"),
        ("a|*", 3, "there is nothing to repeat"),
        ("a**", 3, "there is nothing to repeat"),
        ("a{,2}", 2, "a repetition is {2}, {2,} or {2,5}"),
        ("a{3,2}", 2, "a repetition is {2}, {2,} or {2,5}"),
        ("a{2", 2, "a repetition is {2}, {2,} or {2,5}"),
        ("a{99999999999999999999}", 2, "the pattern is too large"),
        ("(?:(?:a{60}){60}){60}", 18, "the pattern is too large"),
        ("盏[a-z", 2, "this class is not closed"),
        ("[]", 1, "this class is not closed"),
        ("[z-a]", 2, "this range has no order"),
        (r"[a-\d]", 2, "this range has no order"),
        ("[a[b]]", 3, r"in a class this sign needs a \ before it"),
        ("[a&&b]", 3, r"in a class this sign needs a \ before it"),
        (r"盏\k", 2, r"this sign has no meaning behind a \"),
        (r"盏\", 2, r"this sign has no meaning behind a \"),
        (r"盏\盏", 2, r"this sign has no meaning behind a \"),
    ] {
        let wrong = Pattern::new(pattern).unwrap_err();
        assert_eq!((wrong.pattern.as_str(), wrong.at, wrong.reason), (pattern, at, reason));
    }
    let deep = "(".repeat(100_000);
    assert_eq!(Pattern::new(&deep).unwrap_err().reason, "too many groups in one another");
    assert_eq!(Pattern::new(&"a".repeat(100_000)).unwrap_err().reason, "the pattern is too large");
    assert_eq!(Pattern::new(&"|".repeat(100_000)).unwrap_err().reason, "the pattern is too large");
}

#[cfg(feature = "serde")]
#[test]
fn options_in_json_name_the_pattern_that_is_wrong() {
    let read = |json: &str| serde_json::from_str::<crate::Options>(json);
    let options = read(r#"{"units": ["灯位"], "patterns": ["指数(?<number>.)"]}"#).unwrap();
    assert_eq!((options.units[0].as_str(), options.patterns[0].as_str()), ("灯位", "指数(?<number>.)"));
    let wrong = alloc::string::ToString::to_string(&read(r#"{"patterns": ["指数("]}"#).unwrap_err());
    assert!(wrong.starts_with("\"指数(\", character 3: this group is not closed"), "{wrong}");
}

/// Where the groups of a match stand, number, unit and indicator, and where it ends.
type Found = ([Option<(usize, usize)>; 3], usize);

fn ours(pattern: &Pattern, text: &str, from: usize) -> Option<Found> {
    let (marks, end) = Matcher::new(pattern).find(text, from)?;
    let group = |at: usize| (marks[at + 1] != NOWHERE).then(|| (marks[at] as usize, marks[at + 1] as usize));
    Some(([group(0), group(2), group(4)], end))
}

fn theirs(pattern: &regex_lite::Regex, text: &str, from: usize) -> Option<Found> {
    let found = pattern.captures_at(text, from)?;
    let group = |name| found.name(name).map(|group| (group.start(), group.end()));
    Some(([group("number"), group("unit"), group("indicator")], found.get(0)?.end()))
}

const PARTS: &[&str] = &[
    "a",
    "b",
    "3",
    "一",
    "盏",
    ".",
    "^",
    "$",
    "|",
    "|",
    "*",
    "+",
    "?",
    "*?",
    "+?",
    "??",
    "{2}",
    "{1,2}",
    "{0,2}?",
    "{2,}",
    "(",
    "(?:",
    "(?:",
    "(?<unit>",
    "(?P<indicator>",
    ")",
    ")",
    ")",
    "[ab]",
    "[^a]",
    "[3一-盏]",
    "[]a]",
    "[a-]",
    r"[^\d盏]",
    r"\d",
    r"\D",
    r"\s",
    r"\S",
    r"\w",
    r"\W",
    r"\.",
    r"\-",
    "\n",
];

proptest! {
    #![proptest_config(Config { cases: 6000, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..Config::default() })]

    #[test]
    fn what_is_accepted_means_what_it_means_to_regex_lite(
        before in proptest::collection::vec(proptest::sample::select(PARTS), 0..5),
        inside in proptest::collection::vec(proptest::sample::select(PARTS), 0..5),
        behind in proptest::collection::vec(proptest::sample::select(PARTS), 0..5),
        text in proptest::collection::vec(proptest::sample::select(&["a", "b", "3", "一", "盏", " ", "-", "\n"]), 0..12),
    ) {
        let source: String = [&before.concat(), "(?<number>", &inside.concat(), ")", &behind.concat()].concat();
        let text = text.concat();
        if let Ok(pattern) = Pattern::new(&source) {
            let reference = regex_lite::Regex::new(&source);
            let reference = reference.unwrap_or_else(|error| panic!("{source}: {error}"));
            for (from, _) in text.char_indices().chain([(text.len(), ' ')]) {
                prop_assert_eq!(ours(&pattern, &text, from), theirs(&reference, &text, from), "{} in {:?} from {}", source, text, from);
            }
        }
    }
}
