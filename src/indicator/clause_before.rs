//! What the words before a number name: its clause, a label before that, the measure of the clause before.

use super::standing::Standing;
use super::{Named, Place};
use crate::chars::{before, digit, is_comma, is_space};
use crate::clause::edge::strip_leads;
use crate::clause::object::{GIVEN, is_measure, kind_of_list, object};
use crate::clause::verb::{is_doing, manner, verb_at};
use crate::clause::{clause_start, naming_words};
use crate::report::Kind;
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::vocabulary::Verb;

/// What a clause names.
pub(super) enum Clause {
    /// Nothing: the number is another value of what the figure before it counts.
    Nothing,
    /// Only a doing, whose object is the one of the clause before: 已整改81个.
    Doing(Named),
    /// This.
    This(Named),
}

/// What the clause before byte `at` names, the number not counted.
pub(super) fn clause_before(place: &Place<'_>, from: usize, at: usize) -> Clause {
    let Some((words, led)) = naming_words(&place.text[from..at], place.town, place.doing) else {
        return Clause::Nothing;
    };
    let mut all = object(place.text, words, place.doing, led);
    let named = &mut all.indicator;
    let (kept, _) = strip_leads(&place.text[*named], place.town);
    // 新增|主动公开政府信息: how it was done stays with the verb.
    let done_so = all.action.is_some_and(|action| action.end <= named.start) && manner(&place.text[*named]) > 0;
    if !kept.is_empty() && !done_so {
        named.start = named.end - kept.len() as u32;
    }
    // 学习《宪法》、《民法典》等法律12次: the kind alone is no doing.
    let deed = verb_at(&place.text[*named]).is_some_and(|(_, verb)| verb == Verb::Weak);
    if !(place.doing && deed) {
        named.start = named.end - kind_of_list(&place.text[*named]).len() as u32;
    }
    let given = place.text[*named].is_any(GIVEN) && named.end - named.start < words.len() as u32;
    if given || !(is_doing(words) || is_doing(words.trim_end_of(set!("出了过")))) || place.doing {
        return Clause::This(all);
    }
    let start = words.as_ptr() as usize - place.text.as_ptr() as usize;
    let whole = Span::new(start, start + words.len());
    Clause::Doing(Named { indicator: whole, action: Some(all.action.unwrap_or(whole)), ..Named::default() })
}

/// What a label with a colon names, where between it and the number nothing does.
pub(super) fn labelled(standing: &Standing<'_>) -> Option<Named> {
    let &Standing { place, from, .. } = standing;
    let text = place.text;
    let said = standing.words().trim_if(&is_space);
    let colon = before(text, from).filter(|ch| matches!(ch, '：' | ':'))?;
    let end = from - colon.len_utf8();
    let clause = clause_start(text, place.places, place.line, end);
    match clause_before(place, clause, end) {
        // 教育支出9亿元：安排3亿元: what has a number of its own is no label.
        Clause::This(named) if text[named.indicator].has_if(&|ch| digit(ch).is_some()) => None,
        Clause::This(named) if said.ends_with_any(words!("安排 完成 实现 支出 收入")) => Some(named),
        _ => None,
    }
}

/// 破案率创历史新高，|达到96.7%: the measure that the clause before speaks of, where it states no number.
pub(super) fn measure_before(standing: &Standing<'_>) -> Option<Named> {
    const REACHES: &Words =
        words!("达 达到 达到了 为 已达 高达 升至 升到 提高到 提高至 提升到 提升至 增长到 降至 降到 下降到 突破 超过");
    const SPEAKS: &Words = words!(
        "创 再创 实现 位居 位列 居 列 排名 持续 保持 稳 逐年 逐步 进一步 大幅 明显 显著 不断 首次 再次 全面 连续 连年 较 继续"
    );
    let place = standing.place;
    let text = place.text;
    let said = standing.words().trim_if(&is_space);
    let end = text[..standing.from].strip_end_of(set!("，,"))?.len();
    if !said.is_any(REACHES) {
        return None;
    }
    let start = clause_start(text, place.places, place.line, end);
    if standing.previous.is_some_and(|previous| start < previous.end) {
        return None;
    }
    let (words, _) = strip_leads(&text[start..end], place.town);
    let at = words.rfind_any(SPEAKS).filter(|at| is_measure(&words[..*at]))?;
    let start = words.as_ptr() as usize - text.as_ptr() as usize;
    Some(Named::just(Span::new(start, start + at)))
}

/// 总投资3000万元以上|项目6个: the measure stands before, the noun belongs to the next number.
pub(super) fn measure_of_money(standing: &Standing<'_>, clause: &Clause) -> Option<Named> {
    const OF_MONEY: &Words = words!("投资 资本 资产 收入 产值 税收 利润");
    let place = standing.place;
    let hedged = place.kind == Kind::Money && place.text[..place.end].ends_with_any(words!("以上 以下"));
    match clause {
        Clause::This(named) if hedged && place.text[named.indicator].ends_with_any(OF_MONEY) => Some(*named),
        _ => None,
    }
}

/// 投资达1860万元的公路: the money.
pub(super) fn invested(standing: &Standing<'_>, clause: &Clause) -> Option<Named> {
    let place = standing.place;
    match clause {
        Clause::Doing(doing)
            if place.kind == Kind::Money && place.text[doing.indicator].is_any(words!("投资 出资")) =>
        {
            Some(*doing)
        }
        _ => None,
    }
}

/// 安排|0.1亿元支持国防建设: the money, where nothing else names it.
pub(super) fn provided(standing: &Standing<'_>, clause: &Clause) -> Option<Named> {
    let place = standing.place;
    let words = standing.words().trim_start_if(&|ch| is_space(ch) || is_comma(ch)).trim_end_of(set!(" 了"));
    let (words, _) = strip_leads(words, place.town);
    let bare = place.kind == Kind::Money && words.is_any(words!("安排 预算安排 统筹 拨付 下达"));
    let start = words.as_ptr() as usize - place.text.as_ptr() as usize;
    let first = standing.previous.is_none_or(|previous| standing.from > previous.end);
    match clause {
        Clause::Nothing if bare && first => Some(Named::just(Span::new(start, start + words.len()))),
        _ => None,
    }
}

/// What the clause names.
pub(super) fn named(_: &Standing<'_>, clause: &Clause) -> Option<Named> {
    match clause {
        Clause::This(named) => Some(*named),
        _ => None,
    }
}
