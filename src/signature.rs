//! What says which quantity a figure states, beside its value: the words, the unit, the time and the section that it stands with.
//! Two figures that are alike in these state the same thing of two years or two places.

use crate::chars::{is_han, step_back};
use crate::grams::Grams;
use crate::lexicon::lexicon;
use crate::report::{Figure, Heading, Kind, Report, Role};
use crate::search::{Search, set, words};
use crate::span::Span;
use alloc::string::String;
use alloc::vec::Vec;

lexicon! {
    /// Words before a name that only say of how much of the place or the year it speaks.
    SCOPES: () {
        () => "全省" "全市" "全州" "全县" "全区" "全旗" "全镇" "全乡" "全街道" "全村" "全局" "全系统" "我省" "我市" "我州" "我县" "我区" "我旗" "我镇" "我乡" "我街道" "我局"
            "本省" "本市" "本县" "本区" "本镇" "本乡" "本街道" "本局" "本级" "今年以来" "今年" "全年" "本年度" "本年" "年内" "上半年" "下半年" "全年共" "累计" "共计" "合计" "总计" "共" "截至目前" "目前"
            "各类" "各项" "各种" "其中" "去年" "上年" "年末" "年底" "全部";
    }
}

/// The figures of a report as they are recognized elsewhere.
#[derive(Debug)]
pub(crate) struct Signatures<'r, 't> {
    pub(crate) report: &'r Report<'t>,
    /// One for each figure.
    pub(crate) list: Vec<Signature<'r>>,
    /// The words of the sentences that hold figures, in order.
    pub(crate) sentences: Vec<Grams>,
}

/// A figure without its value.
#[derive(Debug)]
pub(crate) struct Signature<'r> {
    pub(crate) figure: &'r Figure<'r>,
    /// What is counted, without what changes from report to report.
    pub(crate) name: String,
    pub(crate) named: Grams,
    /// The words of its clause on both sides of it.
    pub(crate) clause: Grams,
    /// Both together.
    pub(crate) words: Grams,
    /// Its sentence among [`Signatures::sentences`].
    pub(crate) sentence: u32,
    /// How many years before the report's its time begins; `None` where the text doesn't say.
    pub(crate) years_back: Option<i32>,
    /// How much something grew or fell, by rate: 同比增长8.5%.
    pub(crate) is_growth: bool,
    /// What it was before, where the text says both: 9人 in 由9人减少到6人.
    pub(crate) is_start: bool,
    /// The innermost heading that it stands under.
    pub(crate) title: Grams,
    pub(crate) role: Option<Role>,
}

impl<'r, 't> Signatures<'r, 't> {
    pub(crate) fn of(report: &'r Report<'t>) -> Signatures<'r, 't> {
        let mut all = Signatures { report, list: Vec::with_capacity(report.figures.len()), sentences: Vec::new() };
        let mut sentence = Span::default();
        let place = report.metadata.place.as_deref().unwrap_or_default();
        let mut title = (&[][..], Grams::default());
        for (at, figure) in report.figures.iter().enumerate() {
            if all.sentences.is_empty() || !sentence.holds(figure.span.start as usize) {
                sentence = report.sentence(figure.span);
                all.sentences.push(Grams::of(&report.text[sentence]));
            }
            if title.0 != figure.heading || at == 0 {
                title = (&figure.heading, innermost(&report.outline, &figure.heading));
            }
            let name = core_of(&figure.indicator, place);
            let clause = clause(report, at, sentence);
            let [before, behind] = [clause.0, clause.1].map(|span| &report.text[span]);
            all.list.push(Signature {
                figure,
                words: Grams::of_all(&[&name, before, behind]),
                named: Grams::of(&name),
                name,
                clause: Grams::of_all(&[before, behind]),
                sentence: all.sentences.len() as u32 - 1,
                is_growth: matches!(figure.kind, Kind::Percent | Kind::Multiple) && states_change(report, figure),
                is_start: is_start(report, at, before),
                years_back: years_back(report, figure),
                title: title.1.clone(),
                role: role_at(report, figure.span),
            });
        }
        all
    }
}

/// Units that count the same: the measure words 件, 起 and 场次 are one group, 人次 and 户次 another, every other unit is its own.
pub(crate) fn unit_group(kind: Kind, unit: Option<&str>) -> &str {
    let unit = unit.unwrap_or_default();
    match kind {
        Kind::Count if unit.ends_with('次') && !unit.is_any(words!("次 场次 批次 班次 期次")) => "次",
        Kind::Count => "",
        _ => unit,
    }
}

/// What a stretch of the report is about.
pub(crate) fn role_at(report: &Report<'_>, span: Span) -> Option<Role> {
    let place = report.passages.partition_point(|passage| passage.span.end <= span.start);
    report.passages.get(place).filter(|passage| passage.span.start <= span.start).map(|passage| passage.role)
}

fn innermost(outline: &[Heading<'_>], path: &[u32]) -> Grams {
    let (mut level, mut title) = (outline, "");
    for index in path {
        let Some(heading) = level.get(*index as usize) else { break };
        title = &heading.title;
        level = &heading.children;
    }
    Grams::of(title)
}

/// A name without the place, the year and what else only says of how much it speaks.
pub(crate) fn core_of(name: &str, place: &str) -> String {
    let mut rest = name;
    loop {
        let before = rest.len();
        rest = rest.trim_start_of(set!(" 的、，　"));
        if let Some(stripped) = rest.strip_prefix(place).filter(|_| !place.is_empty()) {
            rest = stripped;
        }
        if let Some((scope, ())) = SCOPES.longest_below(rest, rest.len()) {
            rest = &rest[scope.len()..];
        }
        // 2023年度: the digits and what stands behind them.
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            rest = &rest[digits..];
            rest = rest.strip_start_any(words!("年度 年底 年末 年")).unwrap_or(rest);
        }
        if rest.len() == before {
            break;
        }
    }
    rest.chars().filter(|ch| is_han(*ch) && *ch != '的' || ch.is_ascii_alphabetic()).collect()
}

/// The words of its sentence between the figure before and this one, and from this one to the next comma or figure.
fn clause(report: &Report<'_>, at: usize, sentence: Span) -> (Span, Span) {
    let span = report.figures[at].span;
    let before = at.checked_sub(1).map_or(0, |before| report.figures[before].span.end);
    let behind = report.figures.get(at + 1).map_or(u32::MAX, |next| next.span.start);
    let start = before.max(sentence.start).min(span.start);
    let end = behind.min(sentence.end).max(span.end);
    let words = &report.text[Span { start: span.end, end }];
    let reach = words.find_of(set!("，；。：、,;")).unwrap_or(words.len()) as u32;
    (Span { start, end: span.start }, Span { start: span.end, end: span.end + reach })
}

/// Whether the figure says how much something changed (增加6支, 增长8%), and not what it came to (增至16支, 提高到98%).
pub(crate) fn states_change(report: &Report<'_>, figure: &Figure<'_>) -> bool {
    let before = report.text[Span { start: 0, end: figure.span.start }].trim_end_of(set!(" 约近"));
    figure.change.is_some() && !before.ends_with_any(words!("至 到 达 为 达到 增为 减为 稳定在 保持在 控制在"))
}

/// Whether the figure says where a change began; `before` are the words of its clause before it.
fn is_start(report: &Report<'_>, at: usize, before: &str) -> bool {
    let span = report.figures[at].span;
    let Some(next) = report.figures.get(at + 1).filter(|next| next.unit == report.figures[at].unit) else {
        return false;
    };
    let between = &report.text[Span { start: span.end, end: next.span.start }];
    let near = &before[step_back(before, before.len(), REACH)..];
    near.has_any(words!("由 从"))
        && between.len() <= REACH * 3
        && between.has_any(words!("到 至 为"))
        && !between.has_of(set!("。；;\n"))
}

/// So many characters from 由 to the figure, and from it to the next.
const REACH: usize = 12;

/// How many years before the report's the time of a figure begins; `None` where the text doesn't say.
pub(crate) fn years_back(report: &Report<'_>, figure: &Figure<'_>) -> Option<i32> {
    let year: i32 = figure.period.as_deref()?.get(..4)?.parse().ok()?;
    Some(report.metadata.year? as i32 - year)
}
