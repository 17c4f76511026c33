//! What the words behind a number name: a noun, or what is said of those that it counts.

use super::beside::is_base;
use super::clause_before::Clause;
use super::standing::Standing;
use super::{Named, Place};
use crate::chars::{
    after, before, digit, find_word, is_comma, is_han, is_letter, is_sentence_stop, is_space, one_of, step_back,
    step_on,
};
use crate::clause::REACH;
use crate::clause::edge::strip_leads;
use crate::clause::verb::{ends_with_agent, is_doing, verb_at};
use crate::noun_phrase::{begins_predicate, behind_size, counted, is_body, noun_phrase, noun_that_becomes};
use crate::numeral;
use crate::own_words::OwnWords;
use crate::report::Kind;
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::units;
use crate::vocabulary::{VERBS, Verb};

/// The noun phrase right behind the number, in the words that it counts.
fn behind(place: &Place<'_>) -> Option<Span> {
    let text = place.text;
    let end = (place.line.end as usize).min(step_on(text, place.end, REACH));
    let words = without_makers(text.get(place.end..end)?);
    let trimmed = words.trim_start_if(&is_space);
    let parted = words.len() - trimmed.len() > 2;
    let sized = if matches!(place.unit_words, "个" | "家" | "户" | "座") { behind_size(trimmed) } else { None };
    let (noun_at, name_at) = sized.or_else(|| behind_sides(trimmed)).unwrap_or_default();
    let trimmed = &trimmed[noun_at..];
    if parted || is_exact(place, trimmed) || sized.is_none() && is_predicate(place, trimmed) {
        return None;
    }
    let phrase = phrase_behind(trimmed);
    // 从5个方面|细化提出, 四个方面|统筹发力.
    let phrase =
        if phrase.starts_with("方面") && !phrase.starts_with("方面的") { "方面".len() } else { phrase.len() };
    let phrase = &trimmed[..phrase];
    let rest = &trimmed[phrase.len()..];
    let phrase = phrase.trim_end_if(&|ch| is_space(ch) || is_comma(ch) || matches!(ch, '等' | '的'));
    let phrase = without_conjunction(before_next_number(phrase, rest));
    // A clause with a verb at its start names its last noun: 具有资格的|人员.
    let verb_first = VERBS.longest(phrase).is_some_and(|(word, verb)| verb == Verb::Strong && word.chars().count() > 1);
    let phrase = body_alone(phrase, place.unit_words);
    let phrase = without_frame(bodies_of_next_number(phrase, rest));
    // 8个有关教育问题的决定: what it is about.
    let about = phrase.starts_with_any(words!("有关 关于"));
    let named = |at: &usize| !about && (verb_first || phrase[at + '的'.len_utf8()..].chars().count() >= 2);
    let noun = phrase.rfind('的').filter(named).map_or(phrase, |at| &phrase[at + '的'.len_utf8()..]);
    let kept = counted(noun, place.unit_words).trim_end_of(set!("中里内"));
    let step = kept.ends_with_any(words!("台阶 大关 关口"));
    if !kept.has_if(&is_letter) || step || kept.chars().count() > 40 {
        return None;
    }
    let start = noun.as_ptr() as usize - text.as_ptr() as usize;
    // 亿元以上|项目.
    let name = if noun.as_ptr() == trimmed.as_ptr() { start + name_at - noun_at } else { start };
    Some(Span::new(name, start + kept.len()))
}

/// 9个方面|工作, 6个方面|重点方向: where the noun begins of which there are several sides.
fn behind_sides(words: &str) -> Option<(usize, usize)> {
    const NOUNS: &Words = words!("工作 任务 问题 方向 目标 措施 举措 内容 指标 重点 要求 政策 意见 建议");
    let rest = words.strip_prefix("方面")?;
    let noun = &rest[..rest.find_if(&|ch| !is_han(ch)).unwrap_or(rest.len())];
    let at = words.len() - rest.len();
    (noun.chars().count() <= 6 && noun.ends_with_any(NOUNS) && verb_at(noun).is_none()).then_some((at, at))
}

/// 23支|由286名医务人员组成的|采样队: who makes it up stands between.
fn without_makers(words: &str) -> &str {
    words
        .strip_prefix('由')
        .and_then(|rest| find_word(rest, "成的").map(|at| rest.split_at(at)))
        .filter(|(inside, _)| inside.ends_of(set!("组构")))
        .filter(|(inside, _)| !inside.has_if(&|ch| is_sentence_stop(ch) || is_comma(ch)))
        .map_or(words, |(_, rest)| &rest["成的".len()..])
}

/// 叁万陆仟元|整: no more, no less.
fn is_exact(place: &Place<'_>, words: &str) -> bool {
    place.kind == Kind::Money && words.starts_of(set!("整正")) && !after(words, '整'.len_utf8()).is_some_and(is_han)
}

/// Whether `words` say what was done: 投入38万元|购置装备, what money does is no noun.
fn is_predicate(place: &Place<'_>, words: &str) -> bool {
    begins_predicate(words, place.unit_words) || place.kind == Kind::Money && verb_at(words).is_some()
}

/// The noun phrase that `words` begin with; 14个|科室重组|为7个股室: of two numbers what becomes of the first.
fn phrase_behind(words: &str) -> &str {
    let (phrase, rest) = words.split_at(noun_phrase(words));
    let one = rest.chars().next().map_or(0, char::len_utf8);
    // 30项|专项资金|整合成22项.
    if phrase.ends_with('成') && rest.starts_if(&|ch| digit(ch).is_some()) {
        return noun_that_becomes(phrase).unwrap_or(phrase);
    }
    let becomes = rest.starts_of(set!("到至为成")) && rest[one..].starts_if(&|ch| digit(ch).is_some());
    if becomes { noun_that_becomes(&words[..phrase.len() + one]).unwrap_or(phrase) } else { phrase }
}

/// `phrase` without what belongs to a number that `rest`, right behind it, begins with.
fn before_next_number<'a>(phrase: &'a str, rest: &str) -> &'a str {
    if !rest.starts_if(&|ch| digit(ch).is_some()) {
        return phrase;
    }
    // 两个科室和司法所各|1名.
    if let Some(each) = phrase.strip_suffix('各') {
        return each;
    }
    // 168个重点城市|后20位.
    let phrase =
        phrase.strip_end_of(set!("前后")).filter(|rest| rest.ends_of(set!("市县区省镇村街家"))).unwrap_or(phrase);
    // 12个科室、下属|31家.
    let inside = phrase.rfind_of(set!("）)")).unwrap_or(0);
    let phrase = phrase.rfind('、').filter(|at| *at >= inside).map_or(phrase, |at| &phrase[..at]);
    // 14个|派出机构即14个司法所.
    let phrase = phrase.strip_suffix('即').unwrap_or(phrase);
    // 108个市直部门及所属|397家单位.
    phrase.strip_end_any(words!("及所属 和所属 及下属 和下属 及其所属 及其下属 所属 下属 所辖")).unwrap_or(phrase)
}

/// 250个|健身路径或|3人制球场: without the word that joins what follows.
fn without_conjunction(phrase: &str) -> &str {
    const WORDS: &Words = words!("惠及 普及 涉及 总和 饱和 参与 共和 中和 调和");
    phrase.strip_end_of(set!("和及与或")).filter(|_| !phrase.ends_with_any(WORDS)).unwrap_or(phrase)
}

/// 4个村|的文化阵地, 12家企业|的产值: the bodies themselves are counted.
fn body_alone<'a>(phrase: &'a str, unit: &str) -> &'a str {
    // 860户农户|的识别: households are households whatever is done for them.
    let is_counted = |body: &&str| is_body(body, unit) || unit == "户" && body.ends_with_any(words!("户 家庭"));
    phrase.find('的').map(|at| &phrase[..at]).filter(is_counted).unwrap_or(phrase)
}

/// 5个村|村集体收入达8万元, 81个县（区）|参合农民达3万人: what is behind the bodies belongs to the number that follows in `rest`.
fn bodies_of_next_number<'a>(phrase: &'a str, rest: &str) -> &'a str {
    let near = &rest[..step_on(rest, 0, 4)];
    if near.find_if(&|ch| digit(ch).is_some()).is_none_or(|at| near[..at].has_if(&is_comma)) {
        return phrase;
    }
    let mut chars = phrase.chars();
    let first = chars.next().filter(|ch| one_of(Some(*ch), set!("村县乡镇区")));
    let end = match first {
        Some(body) if chars.next() == first => body.len_utf8(),
        _ => phrase.rfind_of(set!("）)")).map_or(phrase.len(), |at| step_on(phrase, at, 1)),
    };
    &phrase[..end]
}

/// 十二项民生工程|的基础上, 5000亩围栏|的目标: what stands behind names the frame, not what is counted.
fn without_frame(phrase: &str) -> &str {
    const FRAMES: &Words = words!("基础上 基础 目标 要求 原则 前提 情况 情况下 同时 优势 格局");
    // 5类问题|的满意度较高.
    const SAID: &Words = words!("较高 较低 较好 较大 较强 较多 较少 偏低 偏高 偏少 明显 突出 良好 显著 不足 不高");
    let framed = |at: &usize| {
        let behind = &phrase[at + '的'.len_utf8()..];
        *at > 0 && (behind.starts_with_any(FRAMES) || behind.ends_with_any(SAID))
    };
    let phrase = phrase.rfind('的').filter(framed).map_or(phrase, |at| &phrase[..at]);
    // 119个事项|“一窗通办”: what is done with them.
    let quoted = phrase.strip_suffix('”').filter(|rest| rest.ends_of(set!("办跑次"))).and_then(|rest| rest.rfind('“'));
    quoted.filter(|at| phrase[..*at].chars().nth(1).is_some()).map_or(phrase, |at| &phrase[..at])
}

/// The noun that ends the clause behind the number, where 的 joins what stands between: 3起|涉及多部门的|复杂案件.
fn behind_relative(place: &Place<'_>) -> Option<Span> {
    let words = place.text.get(place.end..(place.line.end as usize).min(step_on(place.text, place.end, 30)))?;
    let clause = &words[..words.find_if(&|ch| !is_han(ch))?];
    let noun = &clause[clause.rfind('的').filter(|at| *at > 0)? + '的'.len_utf8()..];
    let closed = words[clause.len()..].starts_if(&|ch| is_comma(ch) || is_sentence_stop(ch));
    let said = verb_at(clause).is_some()
        || clause.starts_with_any(words!("涉及 涉嫌 长期 多次 来自 位于 存在 符合 具有 具备 持有 享受"));
    (closed && said && (2..=8).contains(&noun.chars().count()) && verb_at(noun).is_none())
        .then(|| Span::new(place.end + clause.len() - noun.len(), place.end + clause.len()))
}

/// 6700万人|受益, 95%|签订服务协议: what those do that a number at the start of its clause counts, where nothing names them.
pub(super) fn predicate_behind(place: &Place<'_>, from: usize) -> Option<Named> {
    // 35户|78人|享受低保: another number of the same stands between.
    let second = numeral::scan(place.text, place.end, place.line.end as usize)
        .filter(|found| !found.positional)
        .and_then(|found| Some(found.end() + units::scan(place.text.get(found.end()..)?, &OwnWords::NONE)?.length));
    let behind = second.unwrap_or(place.end);
    let words = place.text.get(behind..(place.line.end as usize).min(step_on(place.text, behind, 20)))?;
    let end = words.find_if(&|ch| !is_han(ch) && ch != '“' && ch != '”')?;
    let predicate = &words[..end];
    let bare = place.text[from..place.start]
        .chars()
        .all(|ch| is_space(ch) || is_comma(ch) || matches!(ch, '共' | '约' | '近' | '有'))
        || strip_leads(&place.text[from..place.start], place.town).0.is_empty();
    let closed = words[end..].starts_if(&|ch| is_comma(ch) || is_sentence_stop(ch) || digit(ch).is_some());
    let verb = verb_at(predicate).is_some()
        || predicate.starts_with_any(words!("受益 参保 参加 领取 享受 达到 得到 具有 持有 予以 给予 受到 获得"));
    let kind = matches!(place.kind, Kind::Count | Kind::Percent);
    // 从5个方面提出了|28项指标: what the next number is the object of.
    let verb = verb && !(words[end..].starts_if(&|ch| digit(ch).is_some()) && predicate.ends_with('了'));
    (kind && bare && closed && verb && predicate.chars().count() >= 2)
        .then(|| Named::just(Span::new(behind, behind + predicate.len())))
}

/// The verb with its object right behind the number, up to the end of the clause.
pub(super) fn predicate_of(place: &Place<'_>) -> Option<Span> {
    let words = place.text.get(place.end..(place.line.end as usize).min(step_on(place.text, place.end, 20)))?;
    let end = words.find_if(&|ch| !is_han(ch))?;
    let closed = words[end..].starts_if(&|ch| is_comma(ch) && ch != '、' || is_sentence_stop(ch));
    (closed && verb_at(&words[..end]).is_some_and(|(length, _)| length < end))
        .then(|| Span::new(place.end, place.end + end))
}

/// 90%以上|重点保护动物得到保护: of what it is a share, at the start of a clause and without 的.
pub(super) fn share_at_start(standing: &Standing<'_>, _: &Clause) -> Option<Named> {
    let &Standing { place, from, .. } = standing;
    let text = place.text;
    let hedged = text[..place.end].ends_with_any(words!("以上 左右 以下"));
    let said = standing.words().trim_if(&is_space);
    let opens = said.is_empty() || said.is_any(words!("和 约 近 有"));
    let listed =
        before(text, from).is_some_and(|ch| ch == '、' || !is_comma(ch) && !is_sentence_stop(ch) && !is_han(ch));
    let noun = Place { kind: Kind::Count, ..*place };
    (place.kind == Kind::Percent && hedged && opens && !listed).then(|| behind(&noun)).flatten().map(Named::just)
}

/// 1.2万户|3.9万人加入合作社: what the number right behind counts too.
pub(super) fn of_both(standing: &Standing<'_>, _: &Clause) -> Option<Named> {
    let place = standing.place;
    let text = place.text;
    let said = standing.words().trim_if(&|ch| is_space(ch) || is_comma(ch));
    let verb = VERBS.longest(&text[step_back(text, place.start, 2)..place.start]).is_some();
    let opens = place.kind == Kind::Count && (said.is_empty() || verb || said.ends_of(set!("对为")));
    let next = text[place.end..].chars().next().filter(|ch| opens && digit(*ch).is_some());
    next?;
    let second = numeral::scan(text, place.end, place.line.end as usize)?;
    let unit = units::scan(&text[second.end()..], &OwnWords::NONE)?.length;
    let end = second.end() + unit;
    let both = Place { end, unit_words: &text[second.end()..end], ..*place };
    behind(&both).map(Named::just).or_else(|| predicate_behind(&both, place.start))
}

/// The noun that the number counts, where it stands behind.
pub(super) fn noun(standing: &Standing<'_>, clause: &Clause) -> Option<Span> {
    let place = standing.place;
    if !place.unit || matches!(place.kind, Kind::Percent | Kind::Duration | Kind::Multiple) {
        return None;
    }
    let noun = behind(place).filter(|noun| match clause {
        Clause::This(named) => !belongs_before(place, *named, *noun),
        _ => true,
    });
    // 对3起|涉及多部门的|复杂案件: nothing before the number, the noun behind what says which.
    match clause {
        Clause::This(_) => noun,
        _ => noun.or_else(|| if place.doing { None } else { behind_relative(place) }),
    }
}

/// Whether `noun`, behind the number, is only what was done with what the clause before names.
fn belongs_before(place: &Place<'_>, named: Named, noun: Span) -> bool {
    let text = place.text;
    // 召开会议4次|研究部署重点工作: what the doing was for.
    let purpose = place.doing
        && named.action.is_some()
        && verb_at(&text[noun]).is_some()
        && VERBS.longest(&text[step_back(text, place.start, 2)..place.start]).is_none();
    // 高标准农田2000亩|建设, 年产海鲜菇1600吨|扩建项目: how much of what stands before.
    let yearly = |action: Span| text[action].starts_with("年产") && action.end < named.indicator.end;
    let measured = !matches!(place.kind, Kind::Count | Kind::Money)
        && !named.indicator.is_empty()
        && (is_doing(&text[noun]) || named.action.is_some_and(yearly));
    purpose || measured
}

/// 将30项专项资金整合成|22项: what they were.
pub(super) fn became(standing: &Standing<'_>, _: &Clause) -> Option<Named> {
    let previous = standing.previous?;
    let noun = previous.named.indicator;
    if noun.start as usize != previous.end || standing.words().is_empty() {
        return None;
    }
    let becomes = noun_that_becomes(standing.place.text.get(previous.end..standing.place.start)?);
    becomes.filter(|becomes| becomes.len() == noun.len()).map(|_| previous.named)
}

/// What a noun behind 的 right behind the number names.
fn joined_noun(place: &Place<'_>) -> Option<Named> {
    // 保持98%以上的|高水平: what it comes to, not what it is of.
    const LEVELS: &Words = words!("水平 高水平 高位 速度 增速 增幅 幅度 比例 比重 份额");
    let of = place.text[place.end..].strip_prefix('的').map(|_| '的'.len_utf8())?;
    let noun = behind(&Place { end: place.end + of, kind: Kind::Count, ..*place })?;
    (!place.text[noun].is_any(LEVELS)).then(|| Named::just(noun))
}

/// 以全省16%的面积集聚了38%的人口和46%的产值: of what it is a share.
pub(super) fn share_of_the_whole(standing: &Standing<'_>, _: &Clause) -> Option<Named> {
    let place = standing.place;
    let text = place.text;
    let share = place.kind == Kind::Percent && text[place.end..].starts_with('的');
    let listed =
        |previous: super::Before<'_>| previous.unit == place.unit_words && text[previous.end..].starts_with('的');
    let whole =
        || standing.words().ends_with_any(words!("全省 全国 全市 全县 全球")) || standing.previous.is_some_and(listed);
    if share && whole() && !is_base(text, place.end) { joined_noun(place) } else { None }
}

/// 准备了|100万元的|奖励资金, 为期|4天的|培训班, 农村70%的青壮年: what 的 joins with the number.
pub(super) fn joined(standing: &Standing<'_>, clause: &Clause) -> Option<Named> {
    const DONE: &Words = words!("完成 实现 实际完成 确保 保证 保障 满足");
    let place = standing.place;
    let text = place.text;
    if !text[place.end..].starts_with('的') {
        return None;
    }
    let made = place.kind == Kind::Money && text[..place.start].ends_with('了');
    let lasts = place.kind == Kind::Duration && text[..place.start].ends_with("为期");
    // 农村70%的青壮年, 完成ooo村4公里的石板路: behind a place alone, what the number is of.
    let of_place = || match clause {
        Clause::This(named) => {
            let words = &text[named.indicator];
            place.kind != Kind::Money
                && named.action.is_none_or(|action| text[action].is_any(words!("完成 实施 实现")))
                && (ends_with_agent(words) || words.is_any(words!("农村 城镇 城市 城乡")))
                && words.chars().count() <= 6
        }
        Clause::Nothing => standing.words().trim_start_of(set!(" ，,")).trim_end_of(set!("了")).is_any(DONE),
        Clause::Doing(_) => false,
    };
    if made || lasts || of_place() && !is_base(text, place.end) { joined_noun(place) } else { None }
}

/// 推动15%以上的案件, 八成以上|行政村垃圾分类达标: of what it is a share.
pub(super) fn share_of_doing(standing: &Standing<'_>, clause: &Clause) -> Option<Named> {
    let place = standing.place;
    let open = match clause {
        Clause::Doing(_) => true,
        Clause::Nothing => place.kind == Kind::Percent,
        Clause::This(_) => false,
    };
    // 向基层投放|50%以上号源, 覆盖|90%以上行政村: a verb right before the share, its object right behind.
    let text = place.text;
    let verb = || VERBS.longest(&text[step_back(text, place.start, 2)..place.start]).is_some();
    if place.kind == Kind::Percent && text[..place.end].ends_with_any(words!("以上 左右")) && verb() {
        let noun = behind(&Place { kind: Kind::Count, ..*place });
        if let Some(noun) = noun {
            return Some(Named::just(noun));
        }
    }
    if !open {
        None
    } else if place.text[place.end..].starts_with('的') {
        if place.unit || place.unit_words == "成" { joined_noun(place) } else { None }
    } else if place.unit_words == "成" {
        behind(&Place { kind: Kind::Count, ..*place }).map(Named::just)
    } else {
        None
    }
}

/// 组织代表90人次|开展调研: a unit of doings counts what they did.
pub(super) fn what_they_did(standing: &Standing<'_>, clause: &Clause) -> Option<Named> {
    const THEY: &Words = words!("代表 委员 干部 群众 党员 职工 人员 学生 教师 志愿者 专家 律师");
    let place = standing.place;
    match clause {
        Clause::This(named) if place.doing && named.action.is_some() && place.text[named.indicator].is_any(THEY) => {
            predicate_of(place).map(|doing| Named { action: named.action, ..Named::just(doing) })
        }
        _ => None,
    }
}

/// 党组会、局务会14次|组织学习: who did it stands before.
pub(super) fn what_the_body_did(standing: &Standing<'_>, clause: &Clause) -> Option<Named> {
    let place = standing.place;
    match clause {
        Clause::This(named)
            if place.doing && named.action.is_none() && ends_with_agent(&place.text[named.indicator]) =>
        {
            predicate_of(place).map(Named::just)
        }
        _ => None,
    }
}
