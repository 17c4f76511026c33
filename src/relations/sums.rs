//! Parts of a whole: 其中, 分别为, lists behind a total, 合计 behind its parts, 其余; and a part that exceeds its whole.

use super::amount::{is_near, slack};
use super::ledger::Ledger;
use super::slip;
use crate::chars::{after, before, has_word};
use crate::compose::compose;
use crate::decimal::Decimal;
use crate::report::{Bound, Relation, Terms, Verdict};
use crate::search::{Search, Words, set, words};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// How many parts a whole can have.
const MOST_PARTS: usize = 24;

/// Words that begin the parts of the figure before, all of them.
const CLOSED: &Words = words!("分为 分别为 分别是 分别有 分别占");
/// Words that begin some parts of it, or all.
const OPEN: &Words = words!("其中 包括 中， 中,");
/// Words before a total that closes its parts.
const CLOSINGS: &Words = words!("合计 总计 共计 总数为 总数达 总共 累计");
/// Words before the last part of a whole: what is left over.
const REMAINDERS: &Words = words!("其余 剩余 其他 其它 结余 不予 未 尚有 尚未 结转下");

/// For each figure, the whole that it is a part of.
pub(super) type Wholes = Vec<Option<usize>>;

/// Finds the sums, and tells for each figure which whole it is a part of.
pub(super) fn find<'t>(ledger: &Ledger<'_, 't>, out: &mut Vec<Relation<'t>>) -> Wholes {
    let mut wholes: Wholes = alloc::vec![None; ledger.figures.len()];
    for at in 0..ledger.figures.len() {
        if !ledger.is_amount(at) || wholes[at].is_some() {
            continue;
        }
        let found = opened(ledger, at)
            .or_else(|| closed(ledger, &wholes, at))
            .or_else(|| remainder(ledger, &wholes, at))
            .or_else(|| plain_list(ledger, at));
        if let Some(sum) = found {
            for part in &sum.parts {
                wholes[*part] = Some(sum.total);
            }
            out.push(sum.relation(ledger));
        } else if let Some((whole, relation)) = part(ledger, at) {
            wholes[at] = Some(whole);
            out.push(relation);
        }
    }
    wholes
}

struct Sum {
    total: usize,
    parts: Vec<usize>,
    verdict: Verdict,
}

impl Sum {
    fn agreeing(total: usize, parts: &[usize]) -> Option<Sum> {
        Some(Sum { total, parts: parts.to_vec(), verdict: Verdict::Agrees })
    }

    /// `92宗＋58宗＋36宗＝186宗`
    fn relation<'t>(self, ledger: &Ledger<'_, 't>) -> Relation<'t> {
        let list: Vec<&str> = self.parts.iter().map(|part| ledger.words(*part)).collect();
        let mut calculation = compose!(list.join("＋"), "＝");
        let made = sum(ledger, &self.parts).filter(|made| *made != ledger.figures[self.total].value);
        if let Some(made) = made {
            let unit = ledger.figures[self.total].unit.as_deref().unwrap_or_default();
            calculation += &compose!(made.in_scale_of(ledger.words(self.total)), unit);
            calculation += if self.verdict == Verdict::Agrees { "≈" } else { "，总数写作" };
        }
        calculation += ledger.words(self.total);
        let slip = if self.verdict == Verdict::Disagrees { slip::of(ledger, self.total, &self.parts) } else { None };
        let parts = self.parts.iter().map(|part| *part as u32).collect();
        let mut relation = super::relation(Terms::Sum { total: self.total as u32, parts }, self.verdict, calculation);
        relation.slip = slip.map(Cow::Owned);
        relation
    }
}

pub(super) fn sum(ledger: &Ledger<'_, '_>, parts: &[usize]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(ledger.figures[*part].value))
}

/// How far a sum of rounded parts may lie from a rounded total; nothing where all are counted.
fn tolerance(ledger: &Ledger<'_, '_>, total: usize, parts: &[usize]) -> f64 {
    parts.iter().chain([&total]).map(|place| slack(&ledger.figures[*place])).sum()
}

/// What opens a list of parts.
#[derive(Clone, Copy, PartialEq)]
enum Opening {
    /// All parts follow.
    Closed,
    /// 按…分, 分…看: all parts follow, and the whole may be cut another way before.
    Cut,
    /// 其中.
    Open,
}

fn opening(ledger: &Ledger<'_, '_>, at: usize) -> Option<Opening> {
    let words = ledger.before(at);
    let bracket = words.starts_of(set!("（(")) && !words.has_of(set!("）)")) && at > 0;
    // Each of the words that are looked for has one of these.
    if !words.has_of(set!("分按从其包中：:")) {
        return bracket.then_some(Opening::Open);
    }
    let words = words.rfind_of(set!("。！？")).map_or(words, |stop| &words[stop..]);
    let may_open = words.has_of(set!("分按从"));
    if may_open && words.has_any(CLOSED) && !has_word(words, "其中") {
        return Some(Opening::Closed);
    }
    let words = words.trim_end_of(set!("，, "));
    // 分产业看，; 按经营地分，; 从评估结果看，
    let is_cut = |clause: &str| {
        clause.starts_with_any(words!("按 分 从"))
            && clause.ends_with_any(words!("分 看 划分 分类"))
            && clause.chars().count() <= 12
    };
    if may_open && words.split(['，', ',', '。', '；', ';', '、']).any(is_cut) {
        return Some(Opening::Cut);
    }
    // 12处（镇级3处，村级9处）
    (bracket || opens(ledger.before(at))).then_some(Opening::Open)
}

/// Whether one of the words that begin parts stands there; the colons of 22:37:41 begin none.
fn opens(words: &str) -> bool {
    words.has_any(OPEN)
        || words.match_indices([':', '：']).any(|(at, colon)| {
            let digit = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_digit());
            !digit(before(words, at)) || !digit(after(words, at + colon.len()))
        })
}

/// The amounts from `first` on that can be parts, up to the end of the sentence or the first of another unit; and how many of
/// them stand before the first ； of a list whose members are parted otherwise: what follows it belongs to another list.
fn parts_from(ledger: &Ledger<'_, '_>, first: usize) -> (Vec<usize>, usize) {
    let mut parts = Vec::with_capacity(MOST_PARTS);
    parts.push(first);
    let mut own = None;
    for place in first + 1..ledger.figures.len().min(first + 3 * MOST_PARTS) {
        // A new sentence ends the list, and the end of the bracket that it stands in; ； only parts its members, and so does
        // another 其中.
        let words = ledger.before(place);
        let depth = ledger.depth(place);
        if !ledger.same_sentence(first, place)
            || depth < ledger.depth(first)
            || opening(ledger, place).is_some_and(|opening| opening != Opening::Open)
        {
            break;
        }
        if depth > ledger.depth(first) {
            // A remark on the part before it.
        } else if ledger.is_amount(place) && ledger.same_unit(place, first) {
            if parts.len() > 1 && words.has_of(set!("；;")) && !ledger.before(parts[1]).has_of(set!("；;")) {
                own = own.or(Some(parts.len()));
            }
            parts.push(place);
        } else if ledger.is_amount(place) && !words.has_of(set!("；;")) {
            break;
        }
        if parts.len() == MOST_PARTS {
            break;
        }
    }
    let own = own.unwrap_or(parts.len());
    (parts, own)
}

/// `186宗，其中A 92宗、B 58宗、C 36宗`: `at` is the first part.
fn opened(ledger: &Ledger<'_, '_>, at: usize) -> Option<Sum> {
    let opening = opening(ledger, at)?;
    let reach = if opening == Opening::Cut { 2 } else { 1 };
    // The whole stands in this sentence or the one before; growth and rates may stand between.
    let mut wholes = Vec::with_capacity(5);
    wholes.extend(ledger.amounts_before(at, reach).take(4));
    wholes.extend(named_whole(ledger, at));
    let first = *wholes.first()?;
    let (mut parts, own) = parts_from(ledger, at);
    for whole in &wholes {
        let value = ledger.figures[*whole].value;
        let mut made = ledger.figures[at].value;
        let mut found = None;
        for (count, part) in parts.iter().enumerate().skip(1) {
            made = made.checked_add(ledger.figures[*part].value)?;
            if made == value {
                found = Some(count + 1);
            }
        }
        if let Some(count) = found {
            return Sum::agreeing(*whole, &parts[..count]);
        }
        // One of them may be a remark: 增值税4.5亿元，其间办理退税2.9亿元.
        let over = (0..parts.len()).find(|left| value.checked_add(ledger.figures[parts[*left]].value) == Some(made));
        if let Some(left) = over.filter(|left| parts.len() > 3 && *left > 0) {
            parts.remove(left);
            return Sum::agreeing(*whole, &parts);
        }
    }
    parts.truncate(own);
    let last = *parts.last()?;
    if parts.len() < 2 {
        return None;
    }
    let closed = opening == Opening::Closed && is_of_whole(ledger, first, at) || is_remainder(ledger, last);
    let (made, stated) = (sum(ledger, &parts)?.to_f64(), ledger.figures[first].value.to_f64());
    // Nothing else was counted between the whole and its parts.
    let next = (first + 1..at).all(|place| !ledger.is_amount(place));
    let whole = Some(first).filter(|_| next && opening != Opening::Cut)?;
    let exact = parts.iter().chain([&whole]).all(|place| ledger.is_exact(*place));
    let slack = tolerance(ledger, whole, &parts);
    // What makes less than half of it, or more than half as much again, are parts of something else.
    let closed = closed && (made - stated).abs() <= stated * 0.5;
    // Parts that come within three per cent of the whole may be meant to cover it.
    let near = (made - stated).abs() <= stated * 0.03;
    let slip = || slip::explains(ledger, whole, &parts, near, slack == 0.0);
    let listed = near && !ledger.behind(last).starts_with('等');
    if !exact || !(closed || listed || slip()) {
        return None;
    }
    let verdict = if is_near(made, stated, slack) {
        Verdict::Agrees
    } else if closed || !listed || slip() {
        Verdict::Disagrees
    } else {
        // 其中 need not name all parts.
        Verdict::Doubtful
    };
    Some(Sum { total: whole, parts, verdict })
}

/// Whether what 分别为 is said of is the whole, and not several things that stand before it: 居民养老、医疗保险参保人数分别为.
fn is_of_whole(ledger: &Ledger<'_, '_>, whole: usize, at: usize) -> bool {
    let words = ledger.before(at);
    match words.rfind_of(set!("。！？")) {
        Some(stop) => words[stop..].trim_start_of(set!("。！？")).starts_with_any(CLOSED),
        None => ledger.same_sentence(whole, at) && !words.has_of(set!("；;、和与及")),
    }
}

/// `税收收入中，增值税45210万元`: the whole is named, and stands a paragraph before.
fn named_whole(ledger: &Ledger<'_, '_>, at: usize) -> Option<usize> {
    let words = ledger.before(at);
    let name = &words[..words.rfind_of(set!("，,"))?];
    let name = name.rfind_of(set!("。；;\n　 ")).map_or(name, |stop| &name[stop..]).trim_start_of(set!("。；;\n　 "));
    let name = name.strip_suffix('中').filter(|name| name.chars().count() >= 3)?;
    (at.saturating_sub(super::REACH)..at)
        .rev()
        .find(|place| ledger.is_amount(*place) && ledger.same_unit(*place, at) && ledger.name(*place).ends_with(name))
}

/// Whether words such as 其他 stand right before a figure.
fn is_remainder(ledger: &Ledger<'_, '_>, place: usize) -> bool {
    let lead = ledger.lead(place);
    lead.rfind_of(set!("和与及"))
        .map_or(lead, |at| &lead[at..])
        .trim_start_of(set!("和与及"))
        .starts_with_any(REMAINDERS)
        || lead.starts_with_any(REMAINDERS)
}

/// `386万亩，改造94万亩，合计480万亩`, `加上上级补助、债务转贷，收入总计9.6亿元`: `at` is the total.
fn closed(ledger: &Ledger<'_, '_>, wholes: &Wholes, at: usize) -> Option<Sum> {
    if !ledger.lead(at).trim_end_of(set!("为达到约")).ends_with_any(CLOSINGS) {
        return None;
    }
    let mut parts = Vec::with_capacity(MOST_PARTS);
    let mut added = false;
    for place in (at.saturating_sub(MOST_PARTS)..at).rev() {
        if ledger.sentences(place, at).is_none_or(|between| between > 1) {
            break;
        }
        // What is a part of something named here is not added once more.
        if !ledger.is_amount(place) || !ledger.same_unit(place, at) || wholes[place].is_some() {
            continue;
        }
        if !ledger.same_sentence(place, at) && added {
            break;
        }
        parts.insert(0, place);
        if parts.len() >= 2 && sum(ledger, &parts)? == ledger.figures[at].value {
            return Sum::agreeing(at, &parts);
        }
        added |= has_word(ledger.before(place), "加上");
    }
    let first = *parts.first()?;
    if !added {
        return failing_total(ledger, at, &parts);
    }
    // What it is added to stands in a sentence before.
    ledger.amounts_before(first, 2).find_map(|base| {
        let parts = [&[base], parts.as_slice()].concat();
        (sum(ledger, &parts)? == ledger.figures[at].value).then(|| Sum::agreeing(at, &parts))?
    })
}

/// `97件、64件、42件，合计230件`: nothing but the parts stands in the list before 合计, and one slip keeps them from it.
fn failing_total(ledger: &Ledger<'_, '_>, at: usize, parts: &[usize]) -> Option<Sum> {
    let first = parts.iter().position(|part| ledger.same_sentence(*part, at))?;
    let parts = &parts[first..];
    let listed = |pair: &[usize]| pair[0] + 1 == pair[1] && !ledger.before(pair[1]).has_of(set!("；;。"));
    let bare = ledger.lead(at).starts_with_any(words!("合计 总计 共计")) && parts.len() >= 2;
    let whole = bare && parts.windows(2).all(listed) && parts.last() == Some(&(at - 1));
    let exact = parts.iter().chain([&at]).all(|place| ledger.is_exact(*place));
    (whole && exact && slip::of(ledger, at, parts).is_some()).then(|| Sum {
        total: at,
        parts: parts.to_vec(),
        verdict: Verdict::Disagrees,
    })
}

/// `反馈问题87个，已整改81个，其余6个`: `at` is the remainder, the parts stand right before it, and the whole before them.
fn remainder(ledger: &Ledger<'_, '_>, wholes: &Wholes, at: usize) -> Option<Sum> {
    if !is_remainder(ledger, at) {
        return None;
    }
    let mut before = Vec::with_capacity(super::REACH);
    before.extend(ledger.amounts_before(at, 1));
    let mut parts = Vec::with_capacity(super::REACH);
    parts.push(at);
    let is_own = |place: &&usize| wholes[**place].is_none() && ledger.same_sentence(**place, at);
    for next in before.iter().filter(is_own) {
        parts.insert(0, *next);
        let made = sum(ledger, &parts)?;
        let is_whole = |place: &&usize| {
            let own = ledger.same_sentence(**place, at) || !ledger.lead(**place).ends_with_any(words!("总计 合计"));
            **place < *next && ledger.figures[**place].value == made && own
        };
        let whole = before.iter().find(is_whole);
        if let Some(whole) = whole {
            return Sum::agreeing(*whole, &parts);
        }
    }
    // 其余 is all that is left: of three amounts in a row the first is the whole.
    let &[part, whole, ..] = before.as_slice() else { return None };
    let alone = before.get(2).is_none_or(|third| !ledger.same_sentence(*third, at));
    let row = whole + 1 == part && part + 1 == at && ledger.same_sentence(whole, at) && alone;
    let parts = alloc::vec![part, at];
    let exact = [whole, part, at].iter().all(|place| ledger.is_exact(*place));
    let rest = ledger.lead(at).starts_with_any(words!("其余 剩余")) && wholes[part].is_none();
    (row && exact && rest).then_some(Sum { total: whole, parts, verdict: Verdict::Disagrees })
}

/// `清理文件216件，失效38件，继续有效178件`: nothing opens the list, but it comes right behind the whole and makes it exactly.
fn plain_list(ledger: &Ledger<'_, '_>, at: usize) -> Option<Sum> {
    let whole = at.checked_sub(1)?;
    let goes_on = |place: usize| {
        ledger.same_sentence(whole, place)
            && ledger.is_amount(place)
            && ledger.same_unit(whole, place)
            && !ledger.before(place).has_of(set!("；;（）()"))
    };
    if !ledger.is_amount(whole) || !goes_on(at) {
        return None;
    }
    let value = ledger.figures[whole].value;
    let mut made = ledger.figures[at].value;
    let mut parts = Vec::with_capacity(MOST_PARTS);
    parts.push(at);
    for next in at + 1..ledger.figures.len().min(at + MOST_PARTS) {
        if !goes_on(next) {
            return None;
        }
        made = made.checked_add(ledger.figures[next].value)?;
        parts.push(next);
        if made == value {
            // Of small numbers that may be chance.
            return Sum::agreeing(whole, &parts).filter(|_| value.to_f64() >= 10.0);
        }
        if made.to_f64() > value.to_f64() {
            return None;
        }
    }
    None
}

/// 其中 with an amount that need not be all: it can be no greater than its whole.
fn part<'t>(ledger: &Ledger<'_, 't>, at: usize) -> Option<(usize, Relation<'t>)> {
    let words = ledger.before(at);
    let opened = words.rfind_of(set!("。；;")).map_or(words, |stop| &words[stop..]);
    // Growth and shares may stand between.
    let whole = (at.saturating_sub(4)..at).rev().find(|place| ledger.is_amount(*place))?;
    // A running total or a level is no part of what came in this year.
    // 对其中219个项目开展评价 is said of what was counted long before, 其中10万元以上的村 of a threshold.
    let of_those = opened.has_any(words!("对其中 从其中 在其中 将其中 把其中"))
        || ledger.figures[at].bound != Bound::Exact
            && ledger.behind(at).starts_with_any(words!("的 以上的 以下的 以内的"));
    if of_those || !has_word(opened, "其中") || opened.has_any(words!("累计 达到 总数 共有 现有 目前")) {
        return None;
    }
    if ledger.sentences(whole, at)? > 1 || ledger.figures[whole].kind != ledger.figures[at].kind {
        return None;
    }
    // Of several amounts before it the nearest that can hold it is the whole: 收入15亿元，超预算0.4亿元，其中….
    let least = super::amount::interval(&ledger.figures[at]).0;
    let holds = |place: &usize| super::amount::interval(&ledger.figures[*place]).1 >= least;
    let whole = ledger.amounts_before(at, 1).find(holds).unwrap_or(whole);
    let (a, b) = (&ledger.figures[whole], &ledger.figures[at]);
    let unit = |place: usize| ledger.figures[place].unit.as_deref().unwrap_or_default();
    let verdict = if a.unit == b.unit {
        let (above, below) = (super::amount::interval(a).1, super::amount::interval(b).0);
        if below <= above {
            Verdict::Agrees
        } else if ledger.same_sentence(whole, at) {
            Verdict::Disagrees
        } else {
            // A sentence that begins with 其中 may go back behind the figure before it.
            return None;
        }
    } else if compose!(unit(whole), "次") == unit(at) || compose!(unit(at), "次") == unit(whole) {
        // 人 and 人次 are never compared.
        Verdict::Unchecked
    } else {
        return None;
    };
    let sign = match verdict {
        Verdict::Agrees => "≤",
        Verdict::Disagrees => "＞",
        _ => "？",
    };
    let calculation: String = compose!(ledger.words(at), sign, ledger.words(whole));
    let terms = Terms::Part { whole: whole as u32, part: at as u32 };
    Some((whole, super::relation(terms, verdict, calculation)))
}
