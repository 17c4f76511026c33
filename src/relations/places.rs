//! The same places counted together and by kind: 8个村和1个居委会, 9个村居.

use crate::bodies::WHOLE_PLACES;
use crate::chars::{after, before, step_back, step_on};
use crate::decimal::Decimal;
use crate::relations::claims::claim;
use crate::report::{Bound, Figure, Relation, Verdict};
use crate::search::{Search, set, words};
use crate::span::Span;
use alloc::vec::Vec;

/// How many pairs of kinds are kept.
const MOST: usize = 8;

/// Two kinds of places, each by a character, and how many there are of both.
struct Both {
    kinds: [char; 2],
    sum: u32,
    /// The text says that these are all: 下辖.
    all: bool,
}

/// A small whole number of places.
fn count(figure: &Figure<'_>) -> Option<u32> {
    let exact = figure.bound == Bound::Exact && figure.upper.is_none() && figure.unit.as_deref() == Some("个");
    let value = figure.value.to_f64();
    (exact && value < 10_000.0).then_some(value as u32).filter(|count| figure.value == Decimal::from(u64::from(*count)))
}

/// 社区 and 居委会 are one kind: 村居 are villages and either.
fn kind(ch: char) -> char {
    if ch == '社' { '居' } else { ch }
}

/// Adds what is counted together and by kind.
pub(super) fn find<'t>(text: &'t str, figures: &[Figure<'t>], out: &mut Vec<Relation<'t>>) {
    let mut pairs: Vec<Both> = Vec::new();
    for pair in figures.windows(2) {
        let [first, second] = pair else { continue };
        if pairs.len() == MOST {
            break;
        }
        let gap = text.get(first.span.end as usize..second.span.start as usize).filter(|gap| gap.len() < 24);
        if gap.is_none() {
            continue;
        }
        let (Some(one), Some(other)) = (count(first), count(second)) else { continue };
        let Some(noun) = gap.and_then(|gap| gap.strip_end_any(words!("以及 和 、 及"))) else { continue };
        let last = noun.chars().next_back().filter(|ch| "村镇乡街县区市".contains(*ch));
        let (Some(last), Some(next)) = (last, after(text, second.span.end as usize)) else { continue };
        let start = first.span.start as usize;
        let all = text[step_back(text, start, 4)..start].ends_with_any(words!("辖 辖有 现有 共有 设有"));
        let kinds = [last, kind(next)];
        if pairs.iter().all(|both| both.kinds != kinds) {
            pairs.push(Both { kinds, sum: one + other, all });
        }
    }
    if pairs.is_empty() {
        return;
    }
    for figure in figures {
        let Some(stated) = count(figure) else { continue };
        let end = figure.span.end as usize;
        let words = &text[end..step_on(text, end, 3)];
        let mut chars = words.chars().filter(|ch| !matches!(ch, '（' | '('));
        let kinds = [chars.next(), chars.next().map(kind)];
        let Some(both) = pairs.iter().find(|both| kinds == both.kinds.map(Some)) else { continue };
        let whole = before(text, figure.span.start as usize) == Some('辖')
            || text[..figure.span.start as usize].ends_with_any(WHOLE_PLACES);
        // Some of the places are no other number of all.
        if stated == both.sum || both.all && (stated > both.sum || whole) {
            let near = &text[end..step_on(text, end, 8)];
            let bracketed = near.find_of(set!("）)")).filter(|_| words.has_of(set!("（(")));
            let length = bracketed.map_or_else(|| step_on(near, 0, 2), |close| step_on(near, close, 1));
            let span = Span::new(figure.span.start as usize, end + length);
            out.push(claim(span, stated, both.sum, Verdict::Doubtful));
        }
    }
}
