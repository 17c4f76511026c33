//! The words that make a number inexact, and what they say of the true value.

use crate::chars::{after, before, is_han, is_space, one_of, step_back};
use crate::lexicon::lexicon;
use crate::numeral::Numeral;
use crate::report::{Bound, Kind};
use crate::search::{Search, set};
use crate::span::Span;

/// A hedge in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hedge {
    pub(crate) span: Span,
    pub(crate) bound: Bound,
}

lexicon! {
    /// Words before a number.
    endings LEADING: Bound {
        Bound::AtLeast => "不低于" "不少于" "不小于" "至少" "最少" "起码";
        Bound::AtMost => "不超过" "不高于" "不多于" "不大于" "最多" "至多";
        Bound::LessThan => "低于" "少于" "小于" "不足" "不到" "不满" "未满";
        Bound::MoreThan => "高于" "多于" "大于" "超过" "超出" "突破" "超" "逾" "过" "上" "破";
        Bound::About => "大约" "大概" "大致" "约为" "约占" "约有" "约" "将近" "接近" "近" "估计";
    }
}

/// Characters before a short hedge that make it part of another word: 节约, 附近, 赶超, 通过, 以上.
fn is_part_of_word(word: &str, previous: Option<char>) -> bool {
    let Some(previous) = previous else { return false };
    match word {
        "约" => one_of(Some(previous), set!("节合预制违条履特契誓续签解民公")),
        "不足" => one_of(Some(previous), set!("找在些点补摆")),
        "近" => one_of(Some(previous), set!("最附临就走亲远邻靠贴相逼")),
        "超" => one_of(Some(previous), set!("赶反高")),
        "过" => one_of(Some(previous), set!("通经超度渡越错路跨走来去不得难开进见召组办做参搞看听")),
        "上" => one_of(Some(previous), set!("迈跨登以网线路街身手地基马早晚会总加送跟赶迎历传至村镇县市省台榜")),
        "破" => one_of(Some(previous), set!("打侦查攻爆告识")),
        "突破" => one_of(Some(previous), set!("术得现新大键关")),
        _ => false,
    }
}

/// The hedge that ends right before byte `at`, with spaces between at most. 上 and 过 count only before 百, 千, 万.
pub(crate) fn leading(text: &str, from: usize, at: usize, kind: Kind, scale_only: bool) -> Option<Hedge> {
    let left = text.get(from..at)?;
    let left = left.trim_end_if(&is_space);
    let Some((word, bound)) = LEADING.longest(left) else {
        return before_verb(left, from).or_else(|| before_base(left, from));
    };
    let start = from + left.len() - word.len();
    let previous = before(text, start);
    if word == "上" && !scale_only || is_part_of_word(word, previous) {
        return None;
    }
    // 存在的不足5项 are shortcomings; 80岁以上的不足六成 is a share.
    if word == "不足" && previous == Some('的') && kind != Kind::Percent {
        return None;
    }
    // 过百家, and a rate 过七成; 办过3次 is a thing done.
    if word == "过" && !scale_only && kind != Kind::Percent {
        return None;
    }
    // Of 约占 and 约为 only 约 hedges.
    let length = if word.starts_with('约') { '约'.len_utf8() } else { word.len() };
    Some(Hedge { span: Span::new(start, start + length), bound })
}

/// 至少开展1次, 最多跑1次: the hedge stands before the verb, which one to three characters say.
fn before_verb(left: &str, from: usize) -> Option<Hedge> {
    lexicon! {
        endings ADVERBS: Bound {
            Bound::AtLeast => "至少" "最少" "起码";
            Bound::AtMost => "最多" "至多";
            Bound::About => "大约" "大概";
        }
    }
    let mut verb = left.len();
    for _ in 0..3 {
        let ch = before(left, verb).filter(|ch| is_han(*ch) && *ch != '的')?;
        verb -= ch.len_utf8();
        let Some((word, bound)) = ADVERBS.longest(&left[..verb]) else { continue };
        // 结案最多达934件: the most of them, not at most.
        if matches!(&left[verb..], "达" | "为") {
            return None;
        }
        let start = from + verb - word.len();
        return Some(Hedge { span: Span::new(start, start + word.len()), bound });
    }
    None
}

/// 约为平均数的1.75倍, 约占总数的六成: what it is a share of stands between.
fn before_base(left: &str, from: usize) -> Option<Hedge> {
    let base = left.strip_suffix('的')?;
    let near = step_back(base, base.len(), 12);
    let at = near + base[near..].rfind('约')?;
    let behind = &base[at + '约'.len_utf8()..];
    (behind.starts_of(set!("为占是")) && !behind.has_of(set!("，,、；;。")))
        .then(|| Hedge { span: Span::new(from + at, from + at + '约'.len_utf8()), bound: Bound::About })
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
        "上下" => one_of(next, set!("联级游班同左")),
        // 3年多, 2倍多; 5人多次 is another word.
        "多" => {
            let inexact = matches!(kind, Kind::Duration | Kind::Multiple)
                || rest.starts_with("多，")
                || text[..at].ends_with('成');
            !inexact || one_of(next, set!("次个项种方元层"))
        }
        "以下" => one_of(next, set!("简方几内问措工")),
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
