//! The words that make a number inexact, and what they say of the true value.

use crate::chars::{after, before, is_space, step_back};
use crate::lexicon::lexicon;
use crate::numeral::Numeral;
use crate::report::{Bound, Kind};
use crate::span::Span;
use crate::vocabulary::VERBS;

/// A hedge in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hedge {
    pub(crate) span: Span,
    pub(crate) bound: Bound,
}

/// Words before a number; where one ends another (接近, 近), the longer comes first.
const LEADING: [(&str, Bound); 37] = [
    ("不低于", Bound::AtLeast),
    ("不少于", Bound::AtLeast),
    ("不小于", Bound::AtLeast),
    ("不超过", Bound::AtMost),
    ("不高于", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("不大于", Bound::AtMost),
    ("不足", Bound::LessThan),
    ("不到", Bound::LessThan),
    ("不满", Bound::LessThan),
    ("未满", Bound::LessThan),
    ("至少", Bound::AtLeast),
    ("最少", Bound::AtLeast),
    ("起码", Bound::AtLeast),
    ("最多", Bound::AtMost),
    ("至多", Bound::AtMost),
    ("最高", Bound::AtMost),
    ("超过", Bound::MoreThan),
    ("超出", Bound::MoreThan),
    ("突破", Bound::MoreThan),
    ("超", Bound::MoreThan),
    ("逾", Bound::MoreThan),
    ("过", Bound::MoreThan),
    ("上", Bound::MoreThan),
    ("大约", Bound::About),
    ("大概", Bound::About),
    ("大致", Bound::About),
    ("约为", Bound::About),
    ("约占", Bound::About),
    ("约有", Bound::About),
    ("约", Bound::About),
    ("将近", Bound::About),
    ("接近", Bound::About),
    ("近", Bound::About),
    ("估计", Bound::About),
    ("高达", Bound::Exact),
    ("多达", Bound::Exact),
];

/// Characters before a short hedge that make it part of another word: 节约, 附近, 赶超, 通过, 以上.
fn is_part_of_word(word: &str, previous: Option<char>) -> bool {
    let Some(previous) = previous else { return false };
    match word {
        "约" => "节合预制违条履特契誓续签解民公".contains(previous),
        "不足" => "找在些的点补摆".contains(previous),
        "近" => "最附临就走亲远邻靠贴相逼".contains(previous),
        "超" => "赶反高".contains(previous),
        "过" => "通经超度渡越错路跨走来去不得难开进见召组办做参搞看听".contains(previous),
        "上" => "以网线路街身手地基马早晚会总加送跟赶迎历传至村镇县市省台榜".contains(previous),
        "最高" => previous == '史',
        _ => false,
    }
}

/// The hedge that ends right before byte `at`, with spaces between at most. 上 and 过 count only before 百, 千, 万.
pub(crate) fn leading(text: &str, from: usize, at: usize, scale_only: bool) -> Option<Hedge> {
    let left = text.get(from..at)?;
    let left = left.trim_end_matches(is_space);
    let Some((word, bound)) = LEADING.into_iter().find(|(word, bound)| *bound != Bound::Exact && left.ends_with(word))
    else {
        return before_verb(left, from);
    };
    let start = from + left.len() - word.len();
    if matches!(word, "上" | "过") && !scale_only || is_part_of_word(word, before(text, start)) {
        return None;
    }
    Some(Hedge { span: Span::new(start, start + word.len()), bound })
}

/// 至少开展1次: the hedge stands before the verb.
fn before_verb(left: &str, from: usize) -> Option<Hedge> {
    let verb = step_back(left, left.len(), 2);
    VERBS.longest(&left[verb..]).filter(|(word, _)| word.len() == left.len() - verb)?;
    let (word, bound) =
        [("至少", Bound::AtLeast), ("最少", Bound::AtLeast), ("最多", Bound::AtMost), ("至多", Bound::AtMost)]
            .into_iter()
            .find(|(word, _)| left[..verb].ends_with(word))?;
    let start = from + verb - word.len();
    Some(Hedge { span: Span::new(start, start + word.len()), bound })
}

lexicon! {
    /// Words right behind a unit.
    TRAILING: Bound {
        Bound::AtLeast => "以上" "及以上" "有余" "（含）以上" "(含)以上" "多";
        Bound::AtMost => "以下" "以内" "及以下" "之内";
        Bound::About => "左右" "上下";
    }
}

/// The hedge that begins at byte `at`, right behind a unit.
pub(crate) fn trailing(text: &str, at: usize, end: usize, kind: Kind) -> Option<Hedge> {
    let rest = text.get(at..end)?;
    let (word, bound) = TRAILING.longest(rest)?;
    // 上下 and 多 are words of their own before others: 上下联动, 多次.
    let next = after(rest, word.len());
    let word_of_its_own = match word {
        "上下" => next.is_some_and(|ch| "联级游班同左".contains(ch)),
        // 3年多, 2倍多; 5人多次 is another word.
        "多" => {
            !matches!(kind, Kind::Duration | Kind::Multiple) || next.is_some_and(|ch| "次个项种方元层".contains(ch))
        }
        "以下" => next.is_some_and(|ch| "简方几内问措工".contains(ch)),
        _ => false,
    };
    (!word_of_its_own).then(|| Hedge { span: Span::new(at, at + word.len()), bound })
}

/// What the hedges round a number say together. The words before it say more than those behind.
pub(crate) fn together(
    text: &str,
    leading: Option<Hedge>,
    numeral: &Numeral,
    trailing: Option<Hedge>,
) -> Option<Hedge> {
    // 二十来名 are about twenty, 二十余名 at least twenty.
    let inner = numeral.hedge.map(|span| {
        let bound = if &text[span] == "来" { Bound::About } else { Bound::AtLeast };
        Hedge { span, bound }
    });
    leading.or(inner).or(trailing)
}

/// Whether `hedge` speaks of the time and not of the number: 近10年 are the last ten years.
pub(crate) fn is_recent(word: &str, kind: Kind) -> bool {
    word == "近" && kind == Kind::Duration
}
