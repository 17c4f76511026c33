//! What is counted, in the report's own words, and the verb that governs it.
//!
//! The noun behind the number wins (23名在编干部); else the object of the clause's verb before it (开展集中学习35次),
//! else the clause's subject (应诉率为100%). Where a clause names nothing, the one before it does.

use crate::change;
use crate::chars::{
    after, before, digit, find_word, has_word, is_comma, is_han, is_letter, is_opening, is_sentence_stop, is_space,
    one_of, step_back, step_on,
};
use crate::clause::edge::{begins_word, strip_leads};
use crate::clause::object::{GIVEN, Named, is_measure, kind_of_list, object};
use crate::clause::verb::{completes, ends_with_agent, is_doing, verb_at};
use crate::clause::{REACH, clause_start, naming_words};
use crate::concordance::Places;
use crate::noun_phrase::{begins_predicate, counted, is_body, noun_phrase, noun_that_becomes};
use crate::numeral;
use crate::own_words::OwnWords;
use crate::report::Kind;
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::units;
use crate::vocabulary::{VERBS, Verb};
use crate::work;

/// Where a number stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) text: &'a str,
    /// The watched characters of the line.
    pub(crate) places: Places<'a>,
    /// The line, or as much of it as is one paragraph.
    pub(crate) line: Span,
    /// Where the number begins, or the hedge before it.
    pub(crate) start: usize,
    /// Where the unit ends, or the hedge behind it.
    pub(crate) end: usize,
    pub(crate) kind: Kind,
    /// The unit counts doings: 次, 人次.
    pub(crate) doing: bool,
    /// Whether there is a unit that a noun may follow.
    pub(crate) unit: bool,
    pub(crate) unit_words: &'a str,
    /// The place of the report, which a clause may begin with.
    pub(crate) town: &'a str,
}

/// What the words behind the number name.
fn behind(place: &Place<'_>) -> Option<Span> {
    let text = place.text;
    let end = (place.line.end as usize).min(step_on(text, place.end, REACH));
    let words = text.get(place.end..end)?;
    // 23支|由286名医务人员组成的|采样队: who makes it up stands between.
    let made_up = words
        .strip_prefix('由')
        .and_then(|rest| find_word(rest, "成的").map(|at| &rest[..at]))
        .filter(|inside| inside.ends_of(set!("组构")) && !inside.has_if(&|ch| is_sentence_stop(ch) || is_comma(ch)))
        .map_or(0, |inside| "由成的".len() + inside.len());
    let (words, at) = (&words[made_up..], place.end + made_up);
    let trimmed = words.trim_start_if(&is_space);
    if trimmed.len() < words.len() && words.len() - trimmed.len() > 2 {
        return None;
    }
    // 叁万陆仟元|整: no more, no less.
    if place.kind == Kind::Money
        && trimmed.starts_of(set!("整正"))
        && !after(trimmed, '整'.len_utf8()).is_some_and(is_han)
    {
        return None;
    }
    // 投入38万元|购置装备: what money does is no noun.
    if begins_predicate(trimmed, place.unit_words) || place.kind == Kind::Money && verb_at(trimmed).is_some() {
        return None;
    }
    let length = noun_phrase(trimmed);
    // 14个|科室重组|为7个股室.
    let becomes = trimmed[length..].starts_of(set!("到至为成"))
        && after(trimmed, length + '为'.len_utf8()).is_some_and(|ch| digit(ch).is_some());
    let length = if becomes {
        noun_that_becomes(&trimmed[..length + '为'.len_utf8()]).map_or(length, str::len)
    } else {
        length
    };
    let phrase = trimmed[..length].trim_end_if(&|ch| is_space(ch) || is_comma(ch) || matches!(ch, '等' | '的'));
    // 两个科室和司法所各|1名; 12个科室、下属|31家: what is left belongs to the number that follows.
    let phrase = match trimmed[length..].chars().next().and_then(digit).and_then(|_| phrase.strip_suffix('各')) {
        Some(rest) => rest,
        None if trimmed[length..].starts_if(&|ch| digit(ch).is_some()) => {
            let inside = phrase.rfind_of(set!("）)")).unwrap_or(0);
            let phrase = phrase.rfind('、').filter(|at| *at >= inside).map_or(phrase, |at| &phrase[..at]);
            // 14个|派出机构即14个司法所.
            let phrase = phrase.strip_suffix('即').unwrap_or(phrase);
            // 108个市直部门及所属|397家单位.
            phrase
                .strip_end_any(words!("及所属 和所属 及下属 和下属 及其所属 及其下属 所属 下属 所辖"))
                .unwrap_or(phrase)
        }
        None => phrase,
    };
    // A clause with a verb at its start names its last noun: 具有资格的|人员.
    let verb_first = VERBS.longest(phrase).is_some_and(|(word, verb)| verb == Verb::Strong && word.chars().count() > 1);
    let bare = |at: &usize| verb_first || phrase[at + '的'.len_utf8()..].chars().count() >= 2;
    // 4个村|的文化阵地, 12家企业|的产值: the bodies themselves are counted.
    let body = phrase.find('的').map(|at| &phrase[..at]).filter(|body| {
        // 860户农户|的识别: households are households whatever is done for them.
        is_body(body, place.unit_words) || place.unit_words == "户" && body.ends_with_any(words!("户 家庭"))
    });
    let phrase = body.unwrap_or(phrase);
    // 5个村|村集体收入达8万元, 81个县（区）|参合农民达3万人: what belongs to the number that follows.
    let near = &trimmed[length..step_on(trimmed, length, 4)];
    let followed = near.find_if(&|ch| digit(ch).is_some()).is_some_and(|at| !near[..at].has_if(&is_comma));
    let twice = phrase.chars().next().filter(|ch| one_of(Some(*ch), set!("村县乡镇区")));
    let bodies = twice
        .filter(|ch| phrase[ch.len_utf8()..].starts_with(*ch))
        .map(char::len_utf8)
        .or_else(|| phrase.rfind_of(set!("）)")).map(|at| at + step_on(&phrase[at..], 0, 1)))
        .filter(|_| followed);
    let phrase = bodies.map_or(phrase, |end| &phrase[..end]);
    // 十二项民生工程|的基础上, 5000亩围栏|的目标: what stands behind names the frame, not what is counted.
    const FRAMES: &Words = words!("基础上 基础 目标 要求 原则 前提 情况 情况下 同时 优势 格局");
    let framed = phrase.rfind('的').filter(|at| phrase[at + '的'.len_utf8()..].starts_with_any(FRAMES));
    let phrase = framed.filter(|at| *at > 0).map_or(phrase, |at| &phrase[..at]);
    // 8个有关教育问题的决定: what it is about.
    let about = phrase.starts_with_any(words!("有关 关于"));
    let from = phrase.rfind('的').filter(|at| !about && bare(at)).map_or(0, |at| at + '的'.len_utf8());
    let kept = counted(&phrase[from..], place.unit_words).trim_end_of(set!("中里内"));
    let han = kept.chars().filter(|ch| is_letter(*ch)).count();
    let step = kept.ends_with_any(words!("台阶 大关 关口"));
    if han == 0 || step || kept.chars().count() > 40 {
        return None;
    }
    let start = at + words.len() - trimmed.len() + from;
    Some(Span::new(start, start + kept.len()))
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

/// What a clause names.
enum Clause {
    /// Nothing: the number is another value of what the figure before it counts.
    Nothing,
    /// Only a doing, whose object is the one of the clause before: 已整改81个.
    Doing(Named),
    /// This.
    This(Named),
}

/// What the clause before byte `at` names, the number not counted.
fn clause_before(place: &Place<'_>, from: usize, at: usize) -> Clause {
    let Some((words, led)) = naming_words(&place.text[from..at], place.town, place.doing) else {
        return Clause::Nothing;
    };
    let mut all = object(place.text, words, place.doing, led);
    let named = &mut all.indicator;
    let (kept, _) = strip_leads(&place.text[*named], place.town);
    if !kept.is_empty() {
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

/// What a figure before in the same sentence counts.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Before<'a> {
    pub(crate) named: Named,
    /// Where its number begins.
    pub(crate) start: usize,
    /// The end of its unit or hedge.
    pub(crate) end: usize,
    pub(crate) unit: &'a str,
    /// It states a rise or a fall.
    pub(crate) changed: bool,
    /// A member of a list: the one before it is joined by 、, or 其中 or a colon led it.
    pub(crate) member: bool,
}

/// What is counted of `named` without the verb that stands with it: 问题 of 反馈问题.
fn object_of(named: Named) -> Span {
    let Some(action) = named.action.filter(|action| action.start == named.indicator.start) else {
        return named.indicator;
    };
    let object = Span { start: action.end, end: named.indicator.end };
    if object.is_empty() { named.indicator } else { object }
}

/// How many figures back a doing looks for what was done with.
const FIGURES_BACK: usize = 8;

/// The last figures of a sentence, in order.
#[derive(Debug, Default)]
pub(crate) struct Sentence<'a> {
    figures: [Before<'a>; FIGURES_BACK],
    length: usize,
    /// How many of them stand in sentences before this one.
    earlier: usize,
}

impl<'a> Sentence<'a> {
    /// Those of this sentence.
    pub(crate) fn figures(&self) -> &[Before<'a>] {
        &self.figures[self.earlier..self.length]
    }

    /// The sentence is over: what comes is of the next.
    pub(crate) fn end(&mut self) {
        self.earlier = self.length;
    }

    pub(crate) fn push(&mut self, figure: Before<'a>) {
        if self.length == FIGURES_BACK {
            self.figures.copy_within(1.., 0);
            self.earlier = self.earlier.saturating_sub(1);
        } else {
            self.length += 1;
        }
        self.figures[self.length - 1] = figure;
    }
}

/// The figure of the sentence that a bare doing speaks of: the last with the same unit that is no member of a list and that
/// a verb governs, else the last that is no member.
fn done_with<'a>(place: &Place<'_>, sentence: &[Before<'a>]) -> Option<Before<'a>> {
    let mut same = sentence.iter().rev().filter(|before| {
        before.unit == place.unit_words && !before.member && !is_doing(&place.text[before.named.indicator])
    });
    let last = same.clone().next()?;
    Some(*same.find(|before| before.named.action.is_some()).unwrap_or(last))
}

/// Whether the number at byte `start` is a member of a list whose sum or kind stands before it.
pub(crate) fn is_member(text: &str, sentence: &[Before<'_>], start: usize) -> bool {
    sentence.last().is_some_and(|last| {
        let between = &text[last.end..start.max(last.end)];
        between.starts_of(set!("、：:（(")) || has_word(between, "其中")
    })
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

/// 6700万人|受益, 95%|签订服务协议: what those do that a number at the start of its clause counts, where nothing names them.
fn predicate_behind(place: &Place<'_>, from: usize) -> Option<Named> {
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
        || predicate.starts_with_any(words!("受益 参保 参加 领取 享受 达到 具有 持有 予以 给予 受到 获得"));
    let kind = matches!(place.kind, Kind::Count | Kind::Percent);
    (kind && bare && closed && verb && predicate.chars().count() >= 2)
        .then(|| Named::just(Span::new(behind, behind + predicate.len())))
}

/// The verb with its object right behind the number, up to the end of the clause.
fn predicate_of(place: &Place<'_>) -> Option<Span> {
    let words = place.text.get(place.end..(place.line.end as usize).min(step_on(place.text, place.end, 20)))?;
    let end = words.find_if(&|ch| !is_han(ch))?;
    let closed = words[end..].starts_if(&|ch| is_comma(ch) && ch != '、' || is_sentence_stop(ch));
    (closed && verb_at(&words[..end]).is_some_and(|(length, _)| length < end))
        .then(|| Span::new(place.end, place.end + end))
}

/// The byte behind a note in brackets that stands right behind byte `at`, a figure's end, where no number is in it.
fn behind_note(text: &str, at: usize, end: usize) -> usize {
    let words = &text[at.min(end)..end];
    words
        .strip_start_of(set!("（("))
        .and_then(|note| note.find_of(set!("）)")).map(|close| (note, close)))
        .filter(|(note, close)| !note[..*close].chars().any(is_opening))
        .map_or(at, |(note, close)| step_on(text, end - note.len() + close, 1))
}

/// Whether the number that ends at byte `end` is what a share is of: 为预算85000万元的|94.3%.
pub(crate) fn is_base(text: &str, end: usize) -> bool {
    text[end..].strip_prefix('的').is_some_and(|rest| rest.starts_if(&|ch| digit(ch).is_some()))
}

/// What a label with a colon names, where between it and the number nothing does.
fn labelled(place: &Place<'_>, from: usize) -> Option<Named> {
    let text = place.text;
    let said = text[from..place.start].trim_if(&is_space);
    let colon = before(text, from).filter(|ch| matches!(ch, '：' | ':'))?;
    let end = from - colon.len_utf8();
    let clause = clause_start(text, place.places, place.line, end);
    match clause_before(place, clause, end) {
        Clause::This(named) if said.ends_with_any(words!("安排 完成 实现 支出 收入")) => Some(named),
        _ => None,
    }
}

/// A number alone in brackets belongs to the words right before them: 比全省平均增幅（15.97%）高.
fn in_brackets(place: &Place<'_>) -> Option<Named> {
    let text = place.text;
    let inside = text[..place.start].trim_end_if(&is_space);
    let end = inside.strip_end_of(set!("（("))?.len();
    let behind = text[place.end..].strip_start_of(set!("）)"))?;
    let from = clause_start(text, place.places, place.line, end);
    let from = if place.kind == Kind::Percent {
        if !text[..end].ends_with_any(words!("率 幅 速 比重 占比 比例 水平")) {
            return None;
        }
        text[from..end]
            .rfind_any(words!("比 较 于"))
            .filter(|at| !text[from + at..end].starts_with_any(words!("比重 比例 比率")))
            .map_or(from, |at| from + step_on(&text[from..], at, 1))
    } else {
        // 示范园（300万元）、种植基地（100万元）: each of a list with its own.
        let mark = text[from..end].rfind_of(set!("）)、")).map(|at| step_on(text, from + at, 1));
        let from = mark.unwrap_or(from);
        let listed = behind.starts_of(set!("、和及")) || text[..from].ends_of(set!("、和及"));
        if !listed || !place.unit || !text[..end].trim_end_if(&is_space).ends_if(&is_han) {
            return None;
        }
        from
    };
    match clause_before(place, from, end) {
        Clause::This(named) => Some(named),
        _ => None,
    }
}

/// 破案率创历史新高，|达到96.7%: the measure that the clause before speaks of, where it states no number.
fn measure_before(place: &Place<'_>, from: usize, earliest: usize) -> Option<Named> {
    const REACHES: &Words =
        words!("达 达到 达到了 为 已达 高达 升至 升到 提高到 提高至 提升到 提升至 增长到 降至 降到 下降到 突破 超过");
    const SPEAKS: &Words = words!(
        "创 再创 实现 位居 位列 居 列 排名 持续 保持 稳 逐年 逐步 进一步 大幅 明显 显著 不断 首次 再次 全面 连续 连年 较 继续"
    );
    let text = place.text;
    let said = text[from..place.start].trim_if(&is_space);
    let end = text[..from].strip_end_of(set!("，,"))?.len();
    if !said.is_any(REACHES) {
        return None;
    }
    let start = clause_start(text, place.places, place.line, end);
    if start < earliest {
        return None;
    }
    let (words, _) = strip_leads(&text[start..end], place.town);
    let at = words.rfind_any(SPEAKS).filter(|at| is_measure(&words[..*at]))?;
    let start = words.as_ptr() as usize - text.as_ptr() as usize;
    Some(Named::just(Span::new(start, start + at)))
}

/// 90%以上|重点保护动物得到保护: of what it is a share, at the start of a clause and without 的.
fn share_of(place: &Place<'_>, from: usize) -> Option<Named> {
    let text = place.text;
    let hedged = text[..place.end].ends_with_any(words!("以上 左右 以下"));
    let said = text[from..place.start].trim_if(&is_space);
    let opens = said.is_empty() || said.is_any(words!("和 约 近 有"));
    let listed =
        before(text, from).is_some_and(|ch| ch == '、' || !is_comma(ch) && !is_sentence_stop(ch) && !is_han(ch));
    let noun = Place { kind: Kind::Count, ..*place };
    (place.kind == Kind::Percent && hedged && opens && !listed).then(|| behind(&noun)).flatten().map(Named::just)
}

/// 1.2万户|3.9万人加入合作社: what the number right behind counts too.
fn of_both(place: &Place<'_>, from: usize) -> Option<Named> {
    let text = place.text;
    let said = text[from..place.start].trim_if(&|ch| is_space(ch) || is_comma(ch));
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

/// Names what the number at `place` counts. `sentence` are the figures before it in its sentence.
pub(crate) fn name(place: &Place<'_>, line: &Sentence<'_>) -> Named {
    let text = place.text;
    let sentence = line.figures();
    let previous = sentence.last().copied();
    let mut from = clause_start(text, place.places, place.line, place.start);
    // 经营主体14万户（企业3万户、农户11万户），增长7%: a note in brackets is passed over.
    let outside = |figure: &Before<'_>| !leaves_bracket(&text[figure.end..place.start.max(figure.end)]);
    let spoken_of = sentence.iter().rev().find(|figure| outside(figure)).copied().or(previous);
    if let Some(previous) = previous {
        // The words of this clause behind the figure before it, and behind what that counts: 4个乡镇|仅有专干1人.
        from = from.max(previous.end);
        // 3619万元（捐赠收入）、|存量资金7716万元: what the figure before is of, in a note.
        from = from.max(behind_note(text, previous.end, place.start));
        // 案件977件|中|直接纠错236件.
        if text[from..].starts_with('中') && from == previous.end && !begins_word(&text[from..], "中") {
            from += '中'.len_utf8();
        }
        // 突破3000亿元|大关、是五年前的4.2倍.
        from += text[from..].start_among(words!("台阶 大关 关口 门槛")).map_or(0, str::len);
        let noun = previous.named.indicator;
        if noun.start as usize == previous.end && noun.end as usize <= place.start {
            from = from.max(noun.end as usize);
            // 48万人口|中|劳动力14万.
            if from == noun.end as usize && text[from..].starts_of(set!("中里")) {
                from += '中'.len_utf8();
            }
        }
        // 3岁以下|婴幼儿托位, 10亿元以上|产业项目: the number before says which.
        let which = text[..previous.end].ends_with_any(words!("以下 以上"));
        if which
            && !place.doing
            && place.kind != Kind::Percent
            && text[previous.end..].starts_if(&|ch| is_han(ch) && ch != '的')
            && from == previous.end
        {
            from = previous.start;
        }
    }
    let from = from.min(place.start);
    // 由23类细化为31类: both ends are of one thing.
    if let Some(previous) = previous
        && text[..previous.start].trim_end_if(&is_space).ends_of(set!("由从"))
        && !previous.named.indicator.is_empty()
    {
        let between = text[previous.end..place.start.max(previous.end)].trim_if(&is_space);
        if between.ends_of(set!("到至为成")) && between.chars().count() <= 4 && between.chars().all(is_han) {
            return previous.named;
        }
    }
    if is_base(text, place.end)
        && let Some(base) =
            text[from..place.start].trim_start_of(set!(" ，,")).strip_start_any(words!("为 占 完成 相当于"))
        && base.chars().count() >= 2
    {
        return Named::just(Span::new(place.start - base.len(), place.start));
    }
    if let Some(named) = in_brackets(place) {
        return named;
    }
    // 2030年的目标值（28%）: behind words that no figure of their own stands in.
    if let Some(open) = text[..place.start].strip_end_of(set!("（(")).map(str::len)
        && text[place.end..].starts_of(set!("）)"))
        && text[..open].ends_with_any(words!("值 数 额 量 目标 标准"))
    {
        let earlier = previous.map_or(0, |previous| previous.end);
        let earlier = clause_start(text, place.places, place.line, open).max(earlier.min(open));
        if let Clause::This(named) = clause_before(place, earlier, open) {
            return named;
        }
    }
    // 增值税（50%部分）3.06亿元: of what stands before the bracket.
    if let Some(previous) = previous
        && let Some(note) = text[..previous.start].strip_end_of(set!("（("))
        && text[previous.end..place.start].starts_with("部分")
        && text[previous.end + "部分".len()..place.start].trim_end_if(&is_space).is_any(words!("） )"))
    {
        let clause = clause_start(text, place.places, place.line, note.len());
        if let Clause::This(named) = clause_before(place, clause, note.len()) {
            return named;
        }
    }
    // 连续8年|开展考核: what went on so long.
    if place.kind == Kind::Duration
        && text[..place.start].ends_with("连续")
        && let Some(doing) = predicate_of(place)
    {
        return Named::just(doing);
    }
    let wants_noun = place.unit && !matches!(place.kind, Kind::Percent | Kind::Duration | Kind::Multiple);
    let mut after_number = if wants_noun { behind(place) } else { None };
    let mut clause = clause_before(place, from, place.start);
    // 召开会议4次|研究部署重点工作: what the doing was for.
    if place.doing
        && let Clause::This(named) = clause
        && named.action.is_some()
        && after_number.is_some_and(|noun| verb_at(&text[noun]).is_some())
        && VERBS.longest(&text[step_back(text, place.start, 2)..place.start]).is_none()
    {
        after_number = None;
    }
    // 高标准农田2000亩|建设, 年产海鲜菇1600吨|扩建项目: how much of what stands before.
    if !matches!(place.kind, Kind::Count | Kind::Money)
        && let Clause::This(named) = clause
        && !named.indicator.is_empty()
        && after_number.is_some_and(|noun| {
            is_doing(&text[noun])
                || named
                    .action
                    .is_some_and(|action| text[action].starts_with("年产") && action.end < named.indicator.end)
        })
    {
        after_number = None;
    }
    // 对3起|涉及多部门的|复杂案件: nothing before the number, the noun behind what says which.
    if after_number.is_none() && wants_noun && !place.doing && !matches!(clause, Clause::This(_)) {
        after_number = behind_relative(place);
    }
    // 教育类支出：安排3165万元: what is labelled.
    if after_number.is_none()
        && let Clause::Nothing = clause
        && let Some(label) = labelled(place, from)
    {
        clause = Clause::This(label);
    }
    // 破案率创历史新高，|达到96.7%.
    if after_number.is_none()
        && let Clause::Nothing = clause
        && let Some(measure) = measure_before(place, from, previous.map_or(0, |previous| previous.end))
    {
        return measure;
    }
    // 总投资3000万元以上|项目6个: the measure stands before, the noun belongs to the next number.
    if place.kind == Kind::Money
        && text[..place.end].ends_with_any(words!("以上 以下"))
        && let Clause::This(named) = clause
        && text[named.indicator].ends_with_any(words!("投资 资本 资产 收入 产值 税收 利润"))
    {
        return named;
    }
    if let Some(indicator) = after_number {
        let action = match clause {
            Clause::This(named) | Clause::Doing(named) => named.action,
            // 开展|9场宣讲.
            Clause::Nothing => {
                let verb = Span::new(step_back(text, place.start, 2), place.start);
                VERBS.longest(&text[verb]).is_some().then_some(verb)
            }
        };
        return Named { action, ..Named::just(indicator) };
    }
    // 以全省16%的面积集聚了38%的人口和46%的产值: of what it is a share.
    let share = place.kind == Kind::Percent && text[place.end..].starts_with('的');
    let whole = text[from..place.start].ends_with_any(words!("全省 全国 全市 全县 全球"))
        || previous.is_some_and(|previous| previous.unit == place.unit_words && text[previous.end..].starts_with('的'));
    if share && whole && !is_base(text, place.end) {
        let noun = Place { end: place.end + '的'.len_utf8(), kind: Kind::Count, ..*place };
        if let Some(indicator) = behind(&noun) {
            return Named::just(indicator);
        }
    }
    // 农村70%的青壮年, 完成ooo村4公里的石板路: behind a place alone, what the number is of.
    let places = |named: &Named| {
        let words = &text[named.indicator];
        named.action.is_none_or(|action| text[action].is_any(words!("完成 实施 实现")))
            && (ends_with_agent(words) || words.is_any(words!("农村 城镇 城市 城乡")))
            && words.chars().count() <= 6
    };
    let of_place = match clause {
        Clause::This(ref named) => place.kind != Kind::Money && places(named),
        Clause::Nothing => text[from..place.start]
            .trim_start_of(set!(" ，,"))
            .trim_end_of(set!("了"))
            .is_any(words!("完成 实现 实际完成 确保 保证 保障 满足")),
        Clause::Doing(_) => false,
    };
    // 准备了|100万元的|奖励资金.
    let made = place.kind == Kind::Money && text[..place.start].ends_with('了');
    // 为期|4天的|培训班: what went on so long.
    let lasts = place.kind == Kind::Duration && text[..place.start].ends_with("为期");
    if text[place.end..].starts_with('的') && (made || lasts || of_place && !is_base(text, place.end)) {
        let noun = Place { end: place.end + '的'.len_utf8(), kind: Kind::Count, ..*place };
        if let Some(indicator) = behind(&noun) {
            return Named::just(indicator);
        }
    }
    let with_others = share_of(place, from).or_else(|| of_both(place, from));
    if let Some(named) = with_others {
        return named;
    }
    // 投资达1860万元的公路: the money.
    if place.kind == Kind::Money
        && let Clause::Doing(doing) = clause
        && text[doing.indicator].is_any(words!("投资 出资"))
    {
        return doing;
    }
    // 推动15%以上的案件, 八成以上|行政村垃圾分类达标: of what it is a share.
    if matches!(clause, Clause::Doing(_)) || place.kind == Kind::Percent && matches!(clause, Clause::Nothing) {
        let of = if text[place.end..].starts_with('的') { '的'.len_utf8() } else { 0 };
        let noun = Place { end: place.end + of, kind: Kind::Count, ..*place };
        if let Some(indicator) =
            Some(noun).filter(|_| of > 0 && place.unit || place.unit_words == "成").as_ref().and_then(behind)
        {
            return Named::just(indicator);
        }
    }
    let between = |previous: Before<'_>| &text[previous.end..from.max(previous.end)];
    let earlier =
        previous.filter(|previous| !previous.named.indicator.is_empty() && between(*previous).chars().count() <= 40);
    // 组织代表90人次|开展调研: a unit of doings counts what they did.
    if place.doing
        && let Clause::This(named) = clause
        && named.action.is_some()
        && text[named.indicator].is_any(words!("代表 委员 干部 群众 党员 职工 人员 学生 教师 志愿者 专家 律师"))
        && let Some(doing) = predicate_of(place)
    {
        return Named { action: named.action, ..Named::just(doing) };
    }
    // 党组会、局务会14次|组织学习: who did it stands before.
    if place.doing
        && let Clause::This(named) = clause
        && named.action.is_none()
        && ends_with_agent(&text[named.indicator])
        && let Some(doing) = predicate_of(place)
    {
        return Named::just(doing);
    }
    match (clause, earlier) {
        (Clause::This(named), _) => return named,
        // 已整改81个 says of the problems before it; 维持4件、撤销3件 are members of a list and name themselves.
        (Clause::Doing(doing), Some(_)) => {
            // 应结案|7487件，结案|7263件.
            let due = |previous: Before<'_>| {
                let words = &text[previous.named.indicator];
                words.starts_with('应') && words.ends_with(&text[doing.indicator])
            };
            if earlier.is_some_and(due) {
                return doing;
            }
            // 新增发放优待证57张，累计发放|280张: the same done with the same.
            let again = previous.is_some_and(|previous| {
                previous.unit == place.unit_words
                    && previous.named.action.is_some_and(|action| text[action].ends_with(&text[doing.indicator]))
            });
            let completes = !is_member(text, sentence, place.start) && (again || completes(&text[doing.indicator]));
            return match done_with(place, sentence).filter(|_| completes) {
                Some(source) => Named { action: doing.action, ..Named::just(object_of(source.named)) },
                None => doing,
            };
        }
        (Clause::Doing(named), None) => return named,
        // 其中94项实现“零跑动”, 整改率97%，7处正在整改: of those with the same unit.
        (Clause::Nothing, Some(previous)) => {
            if let Some(outside) = spoken_of.filter(|outside| outside.start < previous.start) {
                return outside.named;
            }
            // A figure of the user's own may reach over this one.
            let between = &text[previous.end.min(place.start)..place.start];
            let parted = has_word(between, "其中") || has_word(between, "每") || matches!(previous.unit, "%" | "％");
            let same = done_with(place, sentence)
                .filter(|_| parted && place.kind == Kind::Count && previous.unit != place.unit_words);
            if let Some(same) = same {
                return Named::just(object_of(same.named));
            }
            // 事故1起、死亡5人，同比减少1起、1人: each of those with its unit.
            let compares = change::strip(between).is_some() || previous.changed && between == "、";
            if compares
                && place.kind == Kind::Count
                && let Some(same) =
                    line.figures[..line.length].iter().rev().find(|before| before.unit == place.unit_words)
            {
                return same.named;
            }
            // 收到173件，上年结转6件，共计179件: all of what the first of them counts.
            let all = between
                .trim_start_of(set!("，, "))
                .strip_start_any(words!("共计 合计 总计 共"))
                .is_some_and(|rest| rest.is_empty());
            let first = sentence
                .iter()
                .find(|figure| figure.unit == place.unit_words && figure.named.action.is_some())
                .filter(|_| all && !previous.member);
            if let Some(first) = first {
                return Named::just(object_of(first.named));
            }
            // 发展黄牛1.8万头，当年新增1000头: the same, without the verb.
            if text[from..place.start].ends_with_any(words!("新增 净增")) {
                // 调整9个部门的事项，新增25项: of another measure, only how.
                let same = previous.unit == place.unit_words;
                return Named::just(if same {
                    object_of(previous.named)
                } else {
                    Span::new(place.start - "新增".len(), place.start)
                });
            }
            // 带动农户500户，增收300万元: of another measure, how much more.
            const MORE: &Words = words!("增收 减收 增支 减支");
            let first = sentence.iter().all(|before| before.unit != place.unit_words);
            if first && text[from..place.start].ends_with_any(MORE) {
                return Named::just(Span::new(place.start - "增收".len(), place.start));
            }
            // 监督抽检4个品种|5批次: the doing of which the things before were a part.
            let noun = previous.named.indicator;
            if place.doing
                && noun.start as usize >= previous.end
                && noun.end as usize == place.start
                && let Clause::This(named) =
                    clause_before(place, clause_start(text, place.places, place.line, previous.start), previous.start)
            {
                return named;
            }
            let to_whom = text[from..place.start].ends_with('对');
            let other =
                (place.doing || to_whom || previous.unit != place.unit_words) && place.unit && from >= previous.end;
            // 为5826人次|发放补助金|350万元: the money, not the doing.
            let counted = &text[previous.named.indicator];
            let spent =
                place.kind == Kind::Money && previous.named.action.is_none() && !previous.unit.ends_of(set!("元%％"));
            let done =
                verb_at(counted).filter(|(length, verb)| spent && *verb == Verb::Strong && *length < counted.len());
            let named = match done {
                Some((length, _)) => Named {
                    indicator: Span {
                        start: previous.named.indicator.start + length as u32,
                        end: previous.named.indicator.end,
                    },
                    ..previous.named
                },
                None => previous.named,
            };
            return predicate_behind(place, from).filter(|_| other).unwrap_or(named);
        }
        (Clause::Nothing, None) => {
            if let Some(predicate) = predicate_behind(place, from) {
                return predicate;
            }
        }
    }
    // …36.21万人；其中6月累计15.2万人, …死亡23人。同比减少2人: a sentence that only compares speaks of the one before.
    let part = text[from..place.start].starts_with("其中");
    if (part || change::strip(&text[from..place.start]).is_some())
        && let Some(last) = line.figures[..line.length].iter().rev().find(|last| last.unit == place.unit_words)
    {
        return last.named;
    }
    let mut at = from;
    for _ in 0..2 {
        let stop = step_back(text, at, 1);
        if stop <= place.line.start as usize || before(text, at).is_none_or(|ch| !is_comma(ch) || is_opening(ch)) {
            break;
        }
        let earlier = clause_start(text, place.places, place.line, stop);
        if let Clause::This(named) | Clause::Doing(named) = clause_before(place, earlier, stop) {
            return named;
        }
        at = earlier;
    }
    Named::just(Span::new(place.start, place.start))
}
