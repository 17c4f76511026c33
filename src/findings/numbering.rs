//! What an editor would want to be told of the numbers of headings: lost, left out, twice, begun again, out of order.

mod attachments;
mod items;

use crate::compose::{Part, compose};
use crate::findings::{Findings, Subject};
use crate::headings::{Loss, Marked};
use crate::marker::Style;
use crate::options::Sentence;
use crate::rules::Rule;
use crate::search::{Search, set};
use crate::span::Span;
use alloc::vec::Vec;

/// The styles of a public document, outermost first.
const USUAL: [Style; 4] = [Style::Han, Style::HanBracket, Style::Arabic, Style::ArabicBracket];

/// What is wrong with the numbers of the headings and items.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let Subject { text, marked, .. } = *subject;
    lost_markers(text, marked, out);
    series(subject, out);
    styles(marked, out);
    items::find(subject, out);
    attachments::find(subject, out);
}

fn lost_markers(text: &str, marked: &[Marked], out: &mut Findings<'_, '_>) {
    for heading in marked.iter().filter(|heading| heading.inferred()) {
        let left = &text[heading.marker];
        let restored = heading.restored(text);
        let whole = restored.as_ref().map(|(at, put_in)| {
            let (before, behind) = left.split_at(at - heading.marker.start as usize);
            compose!(before, put_in, behind)
        });
        let sentence: Sentence = match (&whole, heading.loss) {
            (Some(_), Loss::Whole(_)) => &[
                "标题序号丢失；按前后次序应为“{1}”。",
                "The number of the heading is lost; by the order it should be “{1}”.",
            ],
            (Some(_), _) => &[
                "标题序号丢失，只剩“{0}”；按前后次序应为“{1}”。",
                "The number of the heading is lost, only “{0}” is left; by the order it should be “{1}”.",
            ],
            (None, _) => &[
                "标题序号丢失，只剩“{0}”；前后次序不能确定应是几，请核对。",
                "The number of the heading is lost, only “{0}” is left; the order does not tell which; please check.",
            ],
        };
        let parts: [&dyn Part; 2] = [&left, &whole];
        // Where nothing is left of the marker, the title shows the place.
        let span = if left.is_empty() { heading.title } else { heading.marker };
        match restored {
            Some((at, put_in)) => {
                out.say_mended(Rule::MarkerMissing, span, sentence, &parts, Span::new(at, at), put_in);
            }
            None => out.say(Rule::MarkerMissing, span, sentence, &parts),
        }
    }
}

/// The last heading of a level.
#[derive(Clone, Copy)]
struct Last {
    number: Option<u32>,
    style: Style,
}

/// Gaps, repeats and new beginnings among headings of one level under one parent.
fn series(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let marked = subject.marked;
    let mut last: Vec<Last> = Vec::new();
    // The number of the last heading, for one of another form that goes on from it: （一） 2. （三）.
    let mut outside = None;
    // Whether that one goes on from one of its own form: 1、 2、 3、 under 二、 fill no place between 二、 and 四、.
    let mut own_series = false;
    // The last number of each style, whatever stood between: a series may run on from section to section.
    let mut reached = [0; Style::COUNT];
    for (place, heading) in marked.iter().enumerate() {
        if heading.new_report {
            let sentence = &[
                "此处似另起一份报告，以下按新的一份排列层次。",
                "Another report seems to begin here; what follows is ordered as a report of its own.",
            ];
            out.say(Rule::SecondReport, heading.marker, sentence, &[]);
            reached.fill(0);
        }
        let level = heading.level as usize;
        last.truncate(level);
        let before = if last.len() == level { last.pop() } else { None };
        let fresh = heading.new_report;
        let before = before.filter(|before| before.style == heading.style && !fresh);
        if let Some(number) = heading.number {
            let marker = if heading.marker.is_empty() { heading.title } else { heading.marker };
            let language = out.language();
            let mut say = |rule, sentence: Sentence, parts: &[&dyn Part]| out.say(rule, marker, sentence, parts);
            let missing = |from: u32| {
                let to = number - 1;
                language.say(if from == to { &["{0}", "{0}"] } else { &["{0}至{1}", "{0} to {1}"] }, &[&from, &to])
            };
            // 一、 （二） （三）: the first of the series is lost, and 二 is no second of 一、.
            let next = marked.get(place + 1).filter(|next| next.style == heading.style);
            let goes_on = next.is_some_and(|next| next.number == Some(number + 1));
            match before.and_then(|before| before.number) {
                _ if !heading.is_marked() => {}
                None if number > 1
                    && outside == Some(number - 1)
                    && reached[heading.style as usize] + 1 != number
                    && !goes_on =>
                {
                    say(
                        Rule::StyleMixed,
                        &[
                            "同级标题的序号形式不一：此处与上一个序号{0}的形式不同。",
                            "Headings of one level are numbered in two forms: this one is not in that of number {0} before it.",
                        ],
                        &[&(number - 1)],
                    );
                }
                Some(before) if number == before + 2 && outside == Some(before + 1) && !own_series => {}
                Some(before) if number > before + 1 => {
                    let sentence = &[
                        "同级序号由{0}跳到{1}，缺{2}。",
                        "The numbers of this level go from {0} to {1}; missing: {2}.",
                    ];
                    say(Rule::NumberGap, sentence, &[&before, &number, &missing(before + 1)]);
                }
                Some(before) if number == before => {
                    say(Rule::NumberRepeat, &["同级序号{0}重复。", "This level has number {0} twice."], &[&number]);
                }
                // 相应安排支出28亿元，其中： opens a list of its own.
                Some(_) if number == 1 && is_led_in(subject, heading) => {}
                Some(before) if number < before => {
                    let sentence = &[
                        "同级序号由{0}退回到{1}，请核对次序。",
                        "The numbers of this level go back from {0} to {1}; please check the order.",
                    ];
                    say(Rule::NumberRestart, sentence, &[&before, &number]);
                }
                None if number > 1 && reached[heading.style as usize] + 1 != number => {
                    let sentence = &["序号从{0}开始，缺{1}。", "The numbers begin with {0}; missing: {1}."];
                    say(Rule::NumberGap, sentence, &[&number, &missing(1)]);
                }
                _ => {}
            }
            reached[heading.style as usize] = number;
        }
        outside = heading.number;
        own_series = before.and_then(|before| before.number).is_some_and(|before| outside == Some(before + 1));
        let unnumbered = Last { number: None, style: Style::None };
        last.resize(level, unnumbered);
        if let Some(own) = last.last_mut() {
            // One without a number stands aside; a number that is not known may be any.
            *own = Last { number: heading.number, style: heading.style };
        }
    }
}

/// Whether the line above a heading ends with a colon.
fn is_led_in(subject: &Subject<'_, '_>, heading: &Marked) -> bool {
    let above = heading.line.checked_sub(1).and_then(|above| subject.lines.get(above));
    above.is_some_and(|above| subject.text[above.words].ends_of(set!("：:")))
}

/// Styles that climb back above the one that they stand under, and levels that are passed over.
fn styles(marked: &[Marked], out: &mut Findings<'_, '_>) {
    let place = |style: Style| USUAL.iter().position(|usual| *usual == style);
    let mut above: Vec<Style> = Vec::new();
    let mut used = [false; USUAL.len()];
    marked.iter().filter_map(|heading| place(heading.style)).for_each(|place| used[place] = true);
    for heading in marked {
        above.truncate(heading.level as usize - 1);
        let first = heading.number == Some(1) && heading.is_marked();
        if let (Some(parent), Some(own)) = (above.last().and_then(|style| place(*style)), place(heading.style))
            && first
        {
            if own < parent {
                let sentence = &[
                    "下级标题的序号形式高于上级，宜依次用“一、”“（一）”“1.”“（1）”。",
                    "The form of this number stands above that of the heading over it; the order is “一、”, “（一）”, “1.”, “（1）”.",
                ];
                out.say(Rule::LevelOrder, heading.marker, sentence, &[]);
            } else if own > parent + 1 && used[parent + 1..own].iter().any(|used| *used) {
                let sentence = &[
                    "标题层次跳级：本文别处在此两级之间另有一级，请核对。",
                    "A level is passed over: elsewhere the text has one between these two; please check.",
                ];
                out.say(Rule::LevelJump, heading.marker, sentence, &[]);
            }
        }
        above.resize(heading.level as usize, heading.style);
        if let Some(own) = above.last_mut() {
            *own = heading.style;
        }
    }
}
