//! What a clause that names nothing speaks of: what a figure before it counts, or what an earlier clause names.

use super::behind::predicate_behind;
use super::clause_before::{Clause, clause_before};
use super::sentence::{Before, done_with, is_member, object_of};
use super::standing::Standing;
use super::{Named, Place};
use crate::change;
use crate::chars::{before, has_word, is_comma, is_han, is_opening, is_space, step_back};
use crate::clause::clause_start;
use crate::clause::verb::{completes, verb_at};
use crate::report::Kind;
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::vocabulary::Verb;
use crate::work;

/// The figure behind whose name no words of its own stand is carried on from the first of these that knows it.
const FROM_FIGURES: [fn(&Standing<'_>, Before<'_>) -> Option<Named>; 7] =
    [outside_note, part_or_rate, compared, all_of_it, newly, how_much_more, of_things];

/// What is counted where the number's own clause names only a doing, or nothing.
pub(super) fn named(standing: &Standing<'_>, clause: &Clause) -> Named {
    let place = standing.place;
    let named_near = |previous: &Before<'_>| {
        let between = &place.text[previous.end..standing.from.max(previous.end)];
        !previous.named.indicator.is_empty() && between.chars().count() <= 40
    };
    let previous = standing.previous.filter(named_near);
    match (clause, previous) {
        (Clause::This(named), _) | (Clause::Doing(named), None) => return *named,
        (Clause::Doing(doing), Some(previous)) => return done_again(standing, *doing, previous),
        (Clause::Nothing, Some(previous)) => {
            return FROM_FIGURES
                .iter()
                .find_map(|rule| rule(standing, previous))
                .unwrap_or_else(|| same_again(standing, previous));
        }
        (Clause::Nothing, None) => {}
    }
    predicate_behind(place, standing.from)
        .or_else(|| compared_with_sentence_before(standing))
        .or_else(|| before_bracket(standing))
        .or_else(|| clauses_before(standing))
        .unwrap_or_else(|| Named::just(Span::new(place.start, place.start)))
}

/// 已整改81个 says of the problems before it; 维持4件、撤销3件 are members of a list and name themselves.
fn done_again(standing: &Standing<'_>, doing: Named, previous: Before<'_>) -> Named {
    let Standing { place, line, .. } = standing;
    let text = place.text;
    let done = &text[doing.indicator];
    // 应结案|7487件，结案|7263件.
    let before = &text[previous.named.indicator];
    if before.starts_with('应') && before.ends_with(done) {
        return doing;
    }
    // 新增发放优待证57张，累计发放|280张: the same done with the same.
    let again =
        previous.unit == place.unit_words && previous.named.action.is_some_and(|action| text[action].ends_with(done));
    let speaks = !is_member(text, line.figures(), place.start) && (again || completes(done));
    match done_with(place, line.figures()).filter(|_| speaks) {
        Some(source) => Named { action: doing.action, ..Named::just(object_of(source.named)) },
        None => doing,
    }
}

/// The words between the figure before and the number. A figure of the user's own may reach over it.
fn between<'a>(standing: &Standing<'a>, previous: Before<'_>) -> &'a str {
    let place = standing.place;
    &place.text[previous.end.min(place.start)..place.start]
}

/// Whether `between` closes a bracket that it does not open.
fn leaves_bracket(between: &str) -> bool {
    work::done(between.len());
    let mut depth = 0i32;
    between.chars().any(|ch| {
        depth += match ch {
            '（' | '(' => 1,
            '）' | ')' => -1,
            _ => 0,
        };
        depth < 0
    })
}

/// 经营主体14万户（企业3万户、农户11万户），|增长7%: a note in brackets is passed over.
fn outside_note(standing: &Standing<'_>, previous: Before<'_>) -> Option<Named> {
    let outside = |figure: &&Before<'_>| !leaves_bracket(between(standing, **figure));
    let spoken_of = standing.line.figures().iter().rev().find(outside)?;
    (spoken_of.start < previous.start).then_some(spoken_of.named)
}

/// 其中|94项实现“零跑动”, 整改率97%，|7处正在整改: of those with the same unit.
fn part_or_rate(standing: &Standing<'_>, previous: Before<'_>) -> Option<Named> {
    let place = standing.place;
    let between = between(standing, previous);
    let parted = has_word(between, "其中") || has_word(between, "每") || matches!(previous.unit, "%" | "％");
    if !parted || place.kind != Kind::Count || previous.unit == place.unit_words {
        return None;
    }
    done_with(place, standing.line.figures()).map(|same| Named::just(object_of(same.named)))
}

/// 事故1起、死亡5人，同比减少1起、|1人: each of those with its unit.
fn compared(standing: &Standing<'_>, previous: Before<'_>) -> Option<Named> {
    let place = standing.place;
    let between = between(standing, previous);
    let compares = change::strip(between).is_some() || previous.changed && between == "、";
    if compares && place.kind == Kind::Count { standing.line.last_of(place.unit_words) } else { None }
}

/// 收到173件，上年结转6件，共计|179件: all of what the first of them counts.
fn all_of_it(standing: &Standing<'_>, previous: Before<'_>) -> Option<Named> {
    let all = between(standing, previous).trim_start_of(set!("，, ")).is_any(words!("共计 合计 总计 共"));
    if !all || previous.member {
        return None;
    }
    let unit = standing.place.unit_words;
    let first = standing.line.figures().iter().find(|figure| figure.unit == unit && figure.named.action.is_some());
    first.map(|first| Named::just(object_of(first.named)))
}

/// 发展黄牛1.8万头，当年新增|1000头: the same, without the verb.
fn newly(standing: &Standing<'_>, previous: Before<'_>) -> Option<Named> {
    let place = standing.place;
    if !standing.words().ends_with_any(words!("新增 净增")) {
        return None;
    }
    // 调整9个部门的事项，新增25项: of another measure, only how.
    Some(Named::just(if previous.unit == place.unit_words {
        object_of(previous.named)
    } else {
        Span::new(place.start - "新增".len(), place.start)
    }))
}

/// 带动农户500户，增收|300万元: of another measure, how much more.
fn how_much_more(standing: &Standing<'_>, _: Before<'_>) -> Option<Named> {
    const MORE: &Words = words!("增收 减收 增支 减支");
    let place = standing.place;
    let first = standing.line.figures().iter().all(|before| before.unit != place.unit_words);
    (first && standing.words().ends_with_any(MORE))
        .then(|| Named::just(Span::new(place.start - "增收".len(), place.start)))
}

/// 监督抽检4个品种|5批次: the doing of which the things before were a part.
fn of_things(standing: &Standing<'_>, previous: Before<'_>) -> Option<Named> {
    let place = standing.place;
    let noun = previous.named.indicator;
    if !place.doing || (noun.start as usize) < previous.end || noun.end as usize != place.start {
        return None;
    }
    let from = clause_start(place.text, place.places, place.line, previous.start);
    match clause_before(place, from, previous.start) {
        Clause::This(named) => Some(named),
        _ => None,
    }
}

/// What the figure before counts, or what is said of those that this one counts.
fn same_again(standing: &Standing<'_>, previous: Before<'_>) -> Named {
    let place = standing.place;
    let to_whom = standing.words().ends_with('对');
    let other = place.doing || to_whom || previous.unit != place.unit_words;
    if other
        && place.unit
        && standing.from >= previous.end
        && let Some(predicate) = predicate_behind(place, standing.from)
    {
        return predicate;
    }
    without_doing(place, previous)
}

/// 为5826人次|发放补助金|350万元: the money, not the doing.
fn without_doing(place: &Place<'_>, previous: Before<'_>) -> Named {
    let named = previous.named;
    let counted = &place.text[named.indicator];
    let spent = place.kind == Kind::Money && named.action.is_none() && !previous.unit.ends_of(set!("元%％"));
    match verb_at(counted).filter(|_| spent) {
        Some((length, Verb::Strong)) if length < counted.len() => {
            Named { indicator: Span { start: named.indicator.start + length as u32, ..named.indicator }, ..named }
        }
        _ => named,
    }
}

/// …36.21万人；其中6月累计15.2万人, …死亡23人。同比减少2人, …支出预算18亿元。实际完成11亿元: a sentence that only compares
/// speaks of the one before.
fn compared_with_sentence_before(standing: &Standing<'_>) -> Option<Named> {
    let Standing { place, line, .. } = standing;
    let words = standing.words();
    if place.kind == Kind::Money && words.trim_if(&is_space).is_any(words!("实际完成 执行中完成")) {
        // What stands in a note is passed over.
        let outside = |figure: &&Before<'_>| !leaves_bracket(between(standing, **figure));
        return line
            .all()
            .rev()
            .filter(outside)
            .find(|figure| figure.unit == place.unit_words)
            .map(|figure| figure.named);
    }
    let compares = words.starts_with("其中") || change::strip(words).is_some();
    if compares { line.last_of(place.unit_words) } else { None }
}

/// 相关部门（共|54个）: what stands before the bracket that the number's own words open.
fn before_bracket(standing: &Standing<'_>) -> Option<Named> {
    let &Standing { place, from, .. } = standing;
    let open = place.text[..from].strip_end_of(set!("（("))?.len();
    let noun = place.text[..open].chars().next_back().is_some_and(is_han) && place.kind == Kind::Count;
    let start = clause_start(place.text, place.places, place.line, open);
    match clause_before(place, start, open) {
        Clause::This(named) if noun => Some(named),
        _ => None,
    }
}

/// What the two clauses before name.
fn clauses_before(standing: &Standing<'_>) -> Option<Named> {
    let place = standing.place;
    let text = place.text;
    let mut at = standing.from;
    for _ in 0..2 {
        let stop = step_back(text, at, 1);
        if stop <= place.line.start as usize || before(text, at).is_none_or(|ch| !is_comma(ch) || is_opening(ch)) {
            break;
        }
        let earlier = clause_start(text, place.places, place.line, stop);
        let said = without_progress(&text[earlier..stop]);
        if let Clause::This(named) | Clause::Doing(named) = clause_before(place, earlier, earlier + said) {
            // A figure alone is no name.
            let figure = |previous: &Before<'_>| {
                previous.start as u32 >= named.indicator.start
                    && text[named.indicator].has_if(&|ch| ch.is_ascii_digit())
            };
            return standing.previous.filter(figure).is_none().then_some(named);
        }
        at = earlier;
    }
    None
}

/// The length of a clause without how well it went: 行政处罚工作|有序开展.
fn without_progress(clause: &str) -> usize {
    const HOW: &Words = words!("有序 稳步 扎实 深入 全面 持续 顺利 不断 有效 稳妥 高效 有力 逐步 加快 积极");
    const WENT: &Words = words!("开展 推进 展开 进行 实施 运行 推动 提升 落实");
    clause
        .strip_end_any(WENT)
        .and_then(|rest| rest.strip_end_any(HOW))
        .filter(|rest| rest.chars().count() >= 4)
        .map_or(clause.len(), str::len)
}
