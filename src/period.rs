//! When: the time that a sentence states, carried to the figures behind it.

use crate::chars::{digit, ends_sentence, han_digit, is_comma, is_han, is_sentence_stop, is_space, one_of, step_on};
use crate::compose::{Padded, compose};
use crate::concordance::{Concordance, DIGITS, Letters, Places, SENTENCE_STOPS, letters};
use crate::dates::{self, Point, Reading};
use crate::lexicon::lexicon;
use crate::lines::is_break;
use crate::numeral;
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use alloc::string::String;
use alloc::vec::Vec;

/// What a relative time word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relative {
    /// The report's year: 全年, 今年以来.
    ThisYear,
    /// The year before.
    LastYear,
    /// Months of the report's year.
    Months(u32, u32),
    /// No span: 目前.
    Now,
}

lexicon! {
    /// Words that name a time without a digit.
    WORDS: Relative {
        Relative::ThisYear => "今年以来" "今年" "全年" "年内" "本年度" "本年" "一年来" "年初以来" "当年" "年度内" "一年以来";
        Relative::LastYear => "去年" "上年度" "上年" "上一年度" "上一年";
        Relative::Months(1, 6) => "上半年";
        Relative::Months(7, 12) => "下半年";
        Relative::Months(1, 3) => "一季度" "第一季度";
        Relative::Months(4, 6) => "二季度" "第二季度";
        Relative::Months(7, 9) => "三季度" "第三季度";
        Relative::Months(10, 12) => "四季度" "第四季度";
        Relative::Months(1, 9) => "前三季度";
        Relative::Now => "目前" "截至目前" "截止目前" "迄今" "截至" "截止";
    }
}

/// From one place of the text on, this time holds.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub(crate) at: u32,
    /// ISO 8601, or `None` where the words name no span.
    pub(crate) iso: Option<String>,
    /// Up to here its own sentence goes; 0 where it only holds again what was named before.
    pub(crate) stated_until: u32,
    /// The line has named it; else it is what held where the line began.
    pub(crate) named: bool,
}

/// Whether the time at byte `start` is only compared with: 比上年, 较2020年, 与2020年相比.
fn is_compared(text: &str, start: usize, end: usize) -> bool {
    let left = &text[..start];
    // 创2006年以来新高: the span that something is the most of.
    const MOST: &Words = words!("新高 新低 最高 最低 最好 最佳 最优 最快 最大 最小 最多 最少 最长 同期");
    let of_span = text[end..].strip_prefix("以来").map(|rest| rest.strip_prefix('的').unwrap_or(rest));
    if of_span.is_some_and(|rest| rest.starts_with_any(MOST)) {
        return true;
    }
    if [
        "比",
        "较",
        "同",
        "与",
        "比照",
        "为",
        "相当于",
        "是",
        "高于",
        "低于",
        "快于",
        "慢于",
        "优于",
        "好于",
        "多于",
        "少于",
        "超",
        "超过",
    ]
    .iter()
    .any(|word| left.ends_with(word))
    {
        let right = text[end..].trim_start_of(set!("度"));
        let only_with = left.ends_with_any(words!("与 为 是 同"));
        // 与2024年决算数相比.
        let near = &right[..step_on(right, 0, 10)];
        let near = near.find_of(set!("，,。；")).map_or(near, |stop| &near[..stop]);
        return !only_with
            || right.starts_with_any(words!("相比 同期 的 持平 比"))
            || near.has_any(words!("相比 持平"));
    }
    false
}

/// Whether a date only ends a span whose beginning is not said: 截至10月底.
fn is_cut_off(text: &str, start: usize) -> bool {
    text[..start].ends_with_any(words!("截至 截止 截止到 截至到 到 至"))
}

/// Whether a date says when a change had come to what follows: 提升至2025年的76.8岁.
fn ends_change(text: &str, start: usize, stop: usize) -> bool {
    const CHANGES: &Words = words!("提升 提高 增加 增长 上升 扩大 下降 降低 缩小 减少 增 升 降");
    let risen = text[..start].strip_end_of(set!("至到")).is_some_and(|left| left.ends_with_any(CHANGES));
    risen && text[stop..].strip_prefix('的').is_some_and(|rest| rest.starts_if(&|ch| digit(ch).is_some()))
}

/// Whether what follows `left` opens a sentence, whatever 力争 stands before it.
fn opens_sentence(left: &str) -> bool {
    let left = left.trim_end_if(&is_space);
    let left = left.strip_end_any(words!("力争 预计 确保 争取")).unwrap_or(left);
    left.chars().next_back().is_none_or(|ch| is_break(ch) || ends_sentence(ch))
}

/// How far a time reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// Until another is named.
    On,
    /// To the end of the sentence: 目前, 截至10月底.
    Sentence,
    /// To the stop, over marks that part what is aimed at: 到2025年达到36座；森林覆盖率达到21%.
    Aim,
    /// To the next mark: 上年结转2亿元、.
    Clause,
    /// To the other end of the change: 由2022年的91分上升到.
    Base,
}

impl Reach {
    /// Whether `ch` ends it.
    fn ends_at(self, ch: char) -> bool {
        match self {
            Reach::On => false,
            Reach::Sentence => is_sentence_stop(ch),
            Reach::Aim => ends_sentence(ch),
            Reach::Clause => is_sentence_stop(ch) || is_comma(ch),
            Reach::Base => {
                is_sentence_stop(ch) || is_comma(ch) || matches!(ch, '到' | '至' | '升' | '增' | '降' | '减' | '提')
            }
        }
    }
}

/// The times of a line as they are read.
struct Timeline<'a> {
    out: &'a mut Vec<Event>,
    /// Where the line begins.
    start: usize,
    /// What holds where the line begins.
    first: Option<&'a str>,
    /// What holds where no shorter time stands over it, once the line has named one.
    lasting: Option<Option<String>>,
    /// The time that the line opens with, where it holds on.
    opening: Option<String>,
    reach: Reach,
}

/// How many bytes into a line the time ends that it opens with: 各位代表！刚刚过去的2025年.
const OPENING: usize = 60;

/// What a line says of time beyond itself.
#[derive(Default)]
pub(crate) struct Held {
    /// The last lasting time that it names.
    pub(crate) lasting: Option<String>,
    /// The lasting time that it opens with.
    pub(crate) opening: Option<String>,
}

impl Timeline<'_> {
    fn set(&mut self, text: &str, at: usize, iso: Option<String>, reach: Reach) {
        if reach == Reach::On {
            if self.out.is_empty() && at <= self.start + OPENING && leads(text, at) {
                self.opening = iso.clone();
            }
            self.lasting = Some(iso.clone());
        }
        self.reach = reach;
        self.out.push(Event { at: at as u32, iso, stated_until: u32::MAX, named: true });
    }

    /// Takes a date of the line over; `year` is the report's.
    fn read(&mut self, text: &str, reading: &Reading, year: Option<u32>) {
        let (start, stop) = (reading.span.start as usize, reading.span.end as usize);
        // 2020年版 names an edition, 1月“1·17”疫情 an event, 2020年不变价 the prices that are counted in.
        let event = text[stop..].starts_with('“') && reading.to.is_none();
        let named = text[stop..].starts_with_any(words!("版 不变价 可比价 价格 价计算 基期")) || event;
        if named
            || is_deadline(text, stop)
            || is_compared(text, start, stop)
            || reading.from.month.is_none() && reading.from.year.is_none()
        {
            return;
        }
        if ends_change(text, start, stop) {
            self.set(text, stop, reading.iso(), Reach::Sentence);
        } else if text[..start].ends_with('到') && reading.from.month.is_none() && reading.to.is_none() {
            // 到2025年达到36座: what is aimed at is of that year.
            let reach = if opens_sentence(&text[..start - '到'.len_utf8()]) { Reach::Aim } else { Reach::Sentence };
            self.set(text, stop, reading.iso(), reach);
        } else if is_cut_off(text, start) {
            self.set(text, stop, None, Reach::Sentence);
        } else if text[..start].ends_of(set!("由从自")) && text[stop..].starts_of(set!("的底末")) {
            self.set(text, stop, reading.iso(), Reach::Base);
        } else {
            // A day is the day of one event, not of what follows.
            let from = reading.from;
            let days = reading.to.is_none_or(|to| (to.year, to.month) == (from.year, from.month));
            // 获评省2021年度考核优秀: of which year the check was, and no more.
            let behind = text[stop..].trim_start_of(set!("度"));
            let whose = text[start..text.len() - behind.len()].ends_with("年度")
                && behind.starts_if(&is_han)
                && (self.lasting.is_some() || self.first.is_some())
                && text[..start].ends_if(&|ch| is_han(ch) && !matches!(ch, '在' | '于' | '自' | '从'));
            // 2027年、2028年分别建成: each of one thing.
            let each = || text[start..step_on(text, stop, 10)].contains("分别") && years_listed(text, start, stop);
            let one = days && (from.day.is_some() || whose || each());
            let reach = if one || self.is_within(text, reading) { Reach::Sentence } else { Reach::On };
            self.set(text, stop, since(text, stop, reading, year), reach);
        }
    }

    /// 过去五年，…，2025年旅客达到80万人次: a year of those that the paragraph tells of, inside a sentence.
    fn is_within(&self, text: &str, reading: &Reading) -> bool {
        let holds = self.lasting.as_ref().map_or(self.first, Option::as_deref);
        let Some(holds) = holds.filter(|iso| is_span_of_years(iso)) else { return false };
        let (start, stop) = (reading.span.start as usize, reading.span.end as usize);
        let last = reading.to.unwrap_or(reading.from);
        let inside = |point: &Point| {
            let year = |words: &str| words.parse::<u32>().ok();
            point.month.is_none() && point.year >= year(&holds[..4]) && point.year <= year(&holds[5..])
        };
        let opens = opens_sentence(&text[..start]) || text[..start].ends_with("过去的");
        inside(&reading.from) && inside(&last) && !(opens && leads(text, stop))
    }

    fn pass(&mut self, at: usize, ch: char) {
        if is_sentence_stop(ch)
            && let Some(last) = self.out.last_mut()
        {
            last.stated_until = last.stated_until.min(at as u32);
        }
        if self.reach.ends_at(ch) {
            self.reach = Reach::On;
            let named = self.lasting.is_some();
            let iso = self.lasting.clone().unwrap_or_else(|| self.first.map(String::from));
            self.out.push(Event { at: at as u32, iso, stated_until: 0, named });
        }
    }
}

/// Whether the time that ends at byte `at` is what its paragraph tells of, and not only its first figure: 2025年，, 刚刚过去的2025年很不平凡.
fn leads(text: &str, at: usize) -> bool {
    let behind = &text[at..];
    const WHAT: &Words = words!("政府工作 经济社会 工作 重点 主要 我们 要 全省 全市 全县 全区 全镇 全乡");
    behind.starts_of(set!("，,是：:。、"))
        || behind.starts_with_any(WHAT)
        || behind.starts_with("时期")
        || text[..at].trim_end_if(&|ch| digit(ch).is_some() || ch == '年').ends_with("过去的")
}

/// The years that words without a digit mean here.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Years {
    /// 全年: of a plan the year after the report's.
    pub(crate) this: Option<u32>,
    /// The last of 过去五年: in a plan, too, what was done ends with the report's year.
    pub(crate) past: Option<u32>,
}

/// The times that `line` names, in order. `readings` are the dates of this line, `meant` the years that words mean here,
/// `period` what holds where the line begins.
pub(crate) fn events(
    text: &str,
    places: Places<'_>,
    line: Span,
    readings: &[Reading],
    meant: Years,
    period: Option<&str>,
    out: &mut Vec<Event>,
) -> Held {
    const MARKS: &Letters =
        &DIGITS.and(SENTENCE_STOPS).and(letters!("十“过最近前今全年本去上下目截迄第当到至升增降减提，,、：:﹐､"));
    let year = meant.this;
    let start = line.start as usize;
    let mut time = Timeline { out, start, first: period, lasting: None, opening: None, reach: Reach::On };
    let mut next = readings.iter().peekable();
    let mut at = start;
    let end = line.end as usize;
    let mut marks = places.of(MARKS);
    loop {
        let place = marks.next();
        if place.is_some_and(|place| place < at) {
            continue;
        }
        let here = place.unwrap_or(end);
        if let Some(reading) = next.next_if(|reading| (reading.span.start as usize) <= here.max(at)) {
            at = reading.span.end as usize;
            time.read(text, reading, year);
            // The marks inside what was read are passed over, and the one looked at may lie behind it.
            marks = places.from(at).of(MARKS);
            continue;
        }
        let Some(place) = place else { break };
        at = place;
        let rest = &text[at..end];
        let Some(ch) = rest.chars().next() else { break };
        if Reach::Base.ends_at(ch) {
            time.pass(at, ch);
            continue;
        }
        if may_be_years(ch, &rest[ch.len_utf8()..])
            && let Some((length, span, reach)) = years(&text[..at], rest, meant)
        {
            let begin = at;
            at += length;
            // 较“十三五”时期增长148%.
            if is_compared(text, begin, at) {
                continue;
            }
            time.set(text, at, Some(iso_of_years(span)), reach);
            // ——这五年综合实力大幅提升。, 这是经济实力持续提升的五年。: what the paragraph, or those below it, tell of.
            if reach == Reach::On && !text[start..begin].has_of(set!("，,。；;")) {
                time.opening = time.lasting.clone().flatten();
            }
            continue;
        }
        if ch == '前'
            && let Some((length, last)) = first_months(text, at, rest)
        {
            at += length;
            time.set(text, at, iso_of(Relative::Months(1, last), year), Reach::On);
            continue;
        }
        if matches!(
            ch,
            '今' | '全'
                | '年'
                | '本'
                | '一'
                | '去'
                | '上'
                | '下'
                | '二'
                | '三'
                | '四'
                | '前'
                | '目'
                | '截'
                | '迄'
                | '第'
                | '当'
        ) && let Some((word, relative)) = WORDS.longest(rest)
        {
            let stop = at + word.len();
            if !is_compared(text, at, stop) && !is_inside_word(text, at, word) {
                // 上年结转 is an item of a budget.
                let near = &text[stop..stop + step_on(&text[stop..], 0, 4)];
                if relative == Relative::LastYear && near.has_any(words!("结转 结余")) {
                    at = stop;
                    continue;
                }
                let reach = match relative {
                    _ if text[..at].ends_of(set!("由从")) => Reach::Base,
                    Relative::Now => Reach::Sentence,
                    Relative::LastYear if text[stop..].starts_of(set!("，,")) => Reach::Sentence,
                    Relative::LastYear => Reach::Clause,
                    _ => Reach::On,
                };
                time.set(text, stop, iso_of(relative, year), reach);
            }
            at = stop;
            continue;
        }
        at += ch.len_utf8();
    }
    Held { lasting: time.lasting.flatten(), opening: time.opening }
}

/// 6月底前, 2022年12月31日之前: by when, not when.
fn is_deadline(text: &str, stop: usize) -> bool {
    let behind = text[stop..].trim_start_of(set!("底末中旬之以"));
    behind.starts_with('前') && !behind.starts_with("前三季度")
}

/// Whether [`years`] may begin with `ch`, `behind` following it: of most digits one look tells that they do not.
fn may_be_years(ch: char, behind: &str) -> bool {
    match ch {
        '过' | '最' | '近' | '十' => true,
        '“' => behind.starts_with('十'),
        _ => behind.starts_with('年'),
    }
}

/// “十四五”以来, 过去五年, 五年来, 今后五年: the span of years that `rest` begins with, and how far it reaches.
fn years(left: &str, rest: &str, meant: Years) -> Option<(usize, [u32; 2], Reach)> {
    let year = meant.past?;
    let small = |ch: char| digit(ch).or_else(|| han_digit(ch)).or(if ch == '十' { Some(10) } else { None });
    let length = |behind: &str| rest.len() - behind.len();
    if let Some((plan, behind)) = dates::five_years(rest) {
        let [first, _] = plan;
        if let Some(behind) = behind.strip_prefix("以来").filter(|_| first <= year) {
            return Some((length(behind), [first, year], Reach::On));
        }
        let behind = behind.strip_start_any(words!("期间 时期"))?;
        return Some((length(behind), plan, Reach::On));
    }
    let ahead = left.ends_with_any(words!("今后 未来"));
    let led = rest.strip_start_any(words!("过去的 过去 最近 近"));
    let mut chars = led.unwrap_or(rest).chars();
    let number = u32::from(small(chars.next()?)?);
    let behind = chars.as_str().strip_prefix('年')?;
    // 九年来首次下降, 近十年来新低: how rare, not when.
    let since = behind.strip_start_any(words!("以来 来")).filter(|rest| !rest.starts_with('自'));
    if since.is_some_and(|rest| rest.starts_of(set!("首最未罕")) || rest.starts_with_any(words!("新低 新高"))) {
        return None;
    }
    let told = led.is_none() && tells_of_years(left, behind) && meant.this == Some(year);
    // ——这五年综合实力大幅提升: what the paragraph is about.
    let these = left.strip_suffix('这').is_some_and(|left| opens_sentence(left.trim_end_matches('—')));
    let on = since.is_some() || these || told || behind.starts_of(set!("，,"));
    let reach = if on { Reach::On } else { Reach::Sentence };
    let whole = left.chars().next_back().is_none_or(|ch| small(ch).is_none());
    // 历时近三年 is how long it took.
    let length_of = led.is_some() && since.is_none() && left.ends_of(set!("时过用了长达"));
    let past = rest.starts_with("过去");
    let known = whole
        && !length_of
        && (led.is_some() || ahead || since.is_some() || told || left.ends_with('这'))
        && (2 - u32::from(past)..=10).contains(&number);
    let span = if ahead { [year + 1, year + number] } else { [(year + 1).saturating_sub(number), year] };
    known.then(|| (length(since.unwrap_or(behind)), span, reach))
}

/// 这是综合实力持续提升的五年。: whether the sentence says what years were like; `left` ends before their number.
fn tells_of_years(left: &str, behind: &str) -> bool {
    let stopped = behind.is_empty() || behind.starts_of(set!("。；，;,"));
    stopped && left.ends_with('的') && {
        let from = left.rfind(|ch| ends_sentence(ch) || is_break(ch)).unwrap_or(0);
        let sentence = left[from..].trim_start_if(&|ch| !is_han(ch));
        sentence.starts_with_any(words!("这是 这五年是 过去五年是 过去的五年"))
    }
}

/// A span of years as a period; one year by itself.
fn iso_of_years([first, last]: [u32; 2]) -> String {
    if first == last { compose!(Padded(last, 4)) } else { compose!(Padded(first, 4), "/", Padded(last, 4)) }
}

/// 前11个月: the last of the months.
fn first_months(text: &str, at: usize, rest: &str) -> Option<(usize, u32)> {
    let behind = rest.strip_prefix('前').filter(|_| !text[..at].ends_of(set!("提目之以")))?;
    let found = numeral::scan(behind, 0, step_on(behind, 0, 4))?;
    let end = behind[found.span.len()..].strip_prefix("个月")?;
    let last = found.value?.to_f64() as u32;
    (1..=12).contains(&last).then(|| (rest.len() - end.len(), last))
}

/// Whether a period is this year and nothing else.
pub(crate) fn is_year(iso: &str, year: u32) -> bool {
    iso.len() == 4 && iso.parse() == Ok(year)
}

/// Whether a period is of the months of this year from January on: 2023-01/2023-11.
pub(crate) fn begins_year(iso: &str, year: u32) -> bool {
    iso.len() == 15 && iso.get(..4).and_then(|first| first.parse().ok()) == Some(year) && iso[4..].starts_with("-01/")
}

/// 健全年度计划 holds 全年, 近一年来 holds more than the report's year.
fn is_inside_word(text: &str, at: usize, word: &str) -> bool {
    let left = &text[..at];
    match word {
        "全年" => left.ends_with('健') || left.ends_with('安') || left.ends_with('完'),
        "年内" | "本年" | "上年" => {
            left.ends_if(&|ch| digit(ch).is_some() || one_of(Some(ch), set!("〇两三五几十以")))
        }
        "一年来" | "一年以来" => left.ends_of(set!("近十第")),
        "目前" => left.ends_with("截至") || left.ends_with("截止"),
        _ => false,
    }
}

fn iso_of(relative: Relative, year: Option<u32>) -> Option<String> {
    let year = year?;
    Some(match relative {
        Relative::ThisYear => compose!(Padded(year, 4)),
        Relative::LastYear => compose!(Padded(year.checked_sub(1)?, 4)),
        Relative::Months(first, last) => {
            compose!(Padded(year, 4), "-", Padded(first, 2), "/", Padded(year, 4), "-", Padded(last, 2))
        }
        Relative::Now => return None,
    })
}

/// Whether another year stands beside this one: 2027年、2028年.
fn years_listed(text: &str, start: usize, stop: usize) -> bool {
    let before = text[..start].trim_end_of(set!("、和及与")).len();
    let behind = text[stop..].strip_start_of(set!("、和及与"));
    before < start && text[..before].ends_with('年')
        || behind.is_some_and(|rest| rest.starts_if(&|ch| digit(ch).is_some()))
}

/// The span of a stated date; 2019年以来 runs to the report's year.
fn since(text: &str, stop: usize, reading: &Reading, year: Option<u32>) -> Option<String> {
    let since = text[stop..].starts_with("以来") || text[stop..].starts_with("起");
    match (since, reading.to, reading.from.year, year) {
        (true, None, Some(first), Some(last)) if first < last => {
            Some(compose!(reading.from.iso()?, "/", Padded(last, 4)))
        }
        _ => whole_year(reading).or_else(|| reading.iso()),
    }
}

/// January to December is the year.
fn whole_year(reading: &Reading) -> Option<String> {
    let to = reading.to.filter(|to| to.month == Some(12) && to.day.is_none() && to.year == reading.from.year)?;
    let year = Point { year: to.year, ..Point::default() };
    if reading.from.month == Some(1) { year.iso() } else { None }
}

/// The times that a heading's title names, in their order; `year` is the report's.
pub(crate) fn of_title(text: &str, places: &Concordance, title: Span, year: Option<u32>) -> Vec<String> {
    const NEXT: &Words = words!("下一年 明年 来年 下年度");
    // But no time: 推动“十五五”开好局.
    const WHOSE: &Words = words!("时期 期间 以来 发展 经济 主要 总体 目标 工作 成就 规划 重点 简要 回顾 和 及 与");
    let (mut readings, mut mentions) = (Vec::new(), Vec::new());
    dates::find(text, places.all(), title, None, &mut readings, &mut mentions);
    // （1）本级收入比2019年决算数下降24.8%: a title that goes on as a sentence.
    let stated = |start: usize, end: usize| !is_compared(text, start, end);
    let mut out: Vec<(usize, String)> = readings
        .iter()
        .map(|reading| (reading.span.start as usize, reading.span.end as usize, reading.iso()))
        .filter(|(start, end, _)| stated(*start, *end))
        .filter_map(|(start, _, iso)| Some((start, iso?)))
        .collect();
    let (start, words) = (title.start as usize, &text[title]);
    // “十四五”发展成就, 今后五年的目标任务.
    let meant = Years { this: year, past: year };
    for (at, ch) in words.char_indices() {
        let span = if ch == '十' {
            dates::five_years(&words[at..])
                .filter(|(_, behind)| behind.starts_with_any(WHOSE))
                .map(|(plan, behind)| (words.len() - behind.len() - at, plan))
        } else if may_be_years(ch, &words[at + ch.len_utf8()..]) && ch != '“' {
            years(&words[..at], &words[at..], meant).map(|(length, span, _)| (length, span))
        } else {
            None
        };
        if let Some((_, span)) = span.filter(|(length, _)| stated(start + at, start + at + length)) {
            let place = out.partition_point(|(before, _)| *before < start + at);
            out.insert(place, (start + at, iso_of_years(span)));
        }
    }
    if out.is_empty() && words.has_any(NEXT) {
        out.extend(year.and_then(|year| iso_of(Relative::ThisYear, Some(year + 1))).map(|iso| (start, iso)));
    }
    out.into_iter().map(|(_, iso)| iso).collect()
}

/// The years of the plan that a line names first, as a period.
pub(crate) fn of_plan(words: &str) -> Option<String> {
    dates::five_years_in(words).map(iso_of_years)
}

/// Whether a period is a span of whole years: 2021/2025.
pub(crate) fn is_span_of_years(iso: &str) -> bool {
    iso.len() == 9 && iso.as_bytes()[4] == b'/'
}

/// Whether it ends with this year.
pub(crate) fn ends_with_year(iso: &str, year: u32) -> bool {
    is_span_of_years(iso) && iso.get(5..).and_then(|last| last.parse().ok()) == Some(year)
}
