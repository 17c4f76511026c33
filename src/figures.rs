//! The figures of a report: numbers with their units that are no names, dates or markers, and what each says.

use crate::change;
use crate::chars::{after, digit, han_digit, is_comma, is_han, is_sentence_stop, rfind_word, step_on};
use crate::clause::beside_year;
use crate::clause::edge::{before_years, strip_leads};
use crate::compose::compose;
use crate::concordance::Places;
use crate::decimal::Decimal;
use crate::exclusion;
use crate::hedges::{self, Hedge};
use crate::indicator::{self, Before, Place, Sentence};
use crate::minus;
use crate::numeral::{self, Script};
use crate::own_figures::OwnFigure;
use crate::own_words::OwnWords;
use crate::period::Event;
use crate::quantity::{self, Quantity};
use crate::report::{Bound, Change, Figure, Ignored, Kind, PeriodSource, Reason, Words};
use crate::search::{Search, set, words};
use crate::span::Span;
use crate::stretches::Stretch;
use crate::work;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// What the figures of a text are read with.
#[derive(Debug)]
pub(crate) struct Reader<'t, 'a> {
    pub(crate) text: &'t str,
    /// The place that the report is about, or the empty string.
    pub(crate) town: &'a str,
    pub(crate) own: &'a OwnWords,
    pub(crate) figures: Vec<Figure<'t>>,
    pub(crate) ignored: Vec<Ignored>,
}

/// One line of the text with what is known of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LineOf<'a> {
    pub(crate) span: Span,
    pub(crate) places: Places<'a>,
    pub(crate) stretches: &'a [Stretch],
    pub(crate) events: &'a [Event],
    /// What the user's patterns found in the line.
    pub(crate) own: &'a [OwnFigure],
    /// The period that holds where the line begins: the year of the heading.
    pub(crate) period: Option<&'a str>,
    /// That period was named before this section, not in a heading's title.
    pub(crate) carried: bool,
    /// Index path of the heading that the line stands under.
    pub(crate) heading: &'a [u32],
}

impl<'a> LineOf<'a> {
    /// The first figure of a pattern that begins at byte `at` or behind it, where it ends at byte `end` at the latest.
    fn own_from(&self, at: usize, end: usize) -> Option<&'a OwnFigure> {
        let next = self.own.partition_point(|figure| figure.start() < at);
        self.own.get(next).filter(|figure| figure.quantity.end <= end)
    }
}

impl<'t> Reader<'t, '_> {
    /// Where the list is nearly full at byte `read` of the text, room for as many figures as the rest has if it goes on as it
    /// began: a list that doubles holds up to twice what it needs, and figures are most of a report.
    fn make_room(&mut self, read: usize) {
        let (length, text) = (self.figures.len(), self.text.len());
        if length < 256 || self.figures.capacity() - length > 16 {
            return;
        }
        let expected = (length as u64 * (text - read.min(text)) as u64 / read.max(1) as u64) as usize;
        self.figures.reserve_exact(expected.clamp(length / 8, length) + 16);
    }

    /// Reads the figures of one line.
    pub(crate) fn read(&mut self, line: LineOf<'_>) {
        let mut sentence = Sentence::default();
        let mut waiting: Vec<Quantity> = Vec::new();
        self.make_room(line.span.start as usize);
        let first = self.figures.len();
        for stretch in line.stretches {
            if let Some(reason) = stretch.reason {
                self.ignore_all(line, stretch.span, reason, &mut sentence);
                continue;
            }
            self.read_stretch(line, stretch.span, &mut sentence, &mut waiting);
            self.drop_waiting(line, &mut waiting, &mut sentence);
        }
        pair_with_names(self.text, &mut self.figures[first..]);
        self.name_own(line.own, first);
    }

    /// What the patterns say is counted.
    fn name_own(&mut self, own: &[OwnFigure], first: usize) {
        let text = self.text;
        let Some(figures) = self.figures.get_mut(first..) else { return };
        for OwnFigure { quantity, indicator } in own {
            let at = figures.partition_point(|figure| figure.number.start < quantity.number.start);
            let figure = figures.get_mut(at).filter(|figure| figure.number.start == quantity.number.start);
            if let (Some(figure), Some(indicator)) = (figure, indicator) {
                figure.indicator = Cow::Borrowed(&text[*indicator]);
            }
        }
    }

    /// Digits where no number can be a figure. In a name a pattern may say that one is.
    fn ignore_all(&mut self, line: LineOf<'_>, span: Span, reason: Reason, sentence: &mut Sentence<'t>) {
        let mut reached = span.start as usize;
        for at in line.places.within(span).of(numeral::FIRST) {
            if at < reached {
                continue;
            }
            let own = line.own_from(at, span.end as usize).filter(|own| own.start() == at && reason == Reason::Name);
            if let Some(OwnFigure { quantity, .. }) = own {
                reached = self.take(line, quantity, span.end as usize, sentence, quantity.unit);
            } else if after(self.text, at).and_then(digit).is_some()
                && let Some(found) = numeral::scan(self.text, at, span.end as usize)
            {
                self.ignored.push(Ignored { span: found.span, reason });
                reached = found.span.end as usize;
            }
        }
    }

    /// The numbers of a list that no unit ends: those with a scale word (10.6万) count by themselves.
    fn drop_waiting(&mut self, line: LineOf<'_>, waiting: &mut Vec<Quantity>, sentence: &mut Sentence<'t>) {
        for quantity in waiting.iter().copied() {
            if quantity.numeral.scale >= 4 {
                self.take(line, &quantity, quantity.end, sentence, None);
            } else {
                self.ignored.push(Ignored { span: quantity.number, reason: Reason::Bare });
            }
        }
        waiting.clear();
    }

    fn read_stretch(&mut self, line: LineOf<'_>, span: Span, sentence: &mut Sentence<'t>, waiting: &mut Vec<Quantity>) {
        let text = self.text;
        let end = span.end as usize;
        let mut reached = span.start as usize;
        for at in line.places.within(span).of(numeral::FIRST) {
            if at < reached {
                continue;
            }
            work::done(1);
            let own = line.own_from(at, end);
            let reach = own.map_or(end, OwnFigure::start);
            let own = own.filter(|own| own.start() == at).map(|own| own.quantity);
            let Some(mut quantity) = own.or_else(|| quantity::scan(text, at, reach, self.own)) else {
                continue;
            };
            let reason = if own.is_some() { None } else { exclusion::reason(text, &quantity, end) };
            let waits = matches!(reason, Some(Reason::Bare | Reason::Word)) && can_wait(text, &quantity, end);
            if own.is_none()
                && (reason.is_none() || waits)
                && let Some(minus) = minus::before(text, reached, &quantity)
            {
                quantity.number.start = minus as u32;
                quantity.value = quantity.value.map(Decimal::negated);
            }
            reached = quantity.end.max(quantity.number.end as usize);
            if let Some(last) = waiting.last() {
                // 15、22个百分点: those that wait take the unit of the last, if nothing else stands between.
                if !is_list_mark(&text[last.end..quantity.number.start as usize]) {
                    self.drop_waiting(line, waiting, sentence);
                }
            }
            match reason {
                None if own.is_none() && quantity.numeral.scale >= 4 && can_wait(text, &quantity, end) => {
                    waiting.push(quantity)
                }
                None => {
                    for mut shared in waiting.iter().copied() {
                        share_unit(&mut shared, &quantity);
                        self.take(line, &shared, shared.end, sentence, quantity.unit);
                    }
                    waiting.clear();
                    let behind = self.take(line, &quantity, end, sentence, quantity.unit);
                    reached = reached.max(behind);
                }
                Some(_) if waits => waiting.push(quantity),
                Some(reason) => {
                    self.drop_waiting(line, waiting, sentence);
                    self.ignore(&quantity, reason);
                }
            }
        }
    }

    /// Chinese numerals are listed only where they looked like a quantity: 一 stands in too many words.
    fn ignore(&mut self, quantity: &Quantity, reason: Reason) {
        let worth = quantity.numeral.script == Script::Arabic
            || quantity.unit.is_some() && reason != Reason::Word
            || matches!(reason, Reason::Ordinal | Reason::Unknown);
        if worth {
            self.ignored.push(Ignored { span: quantity.number, reason });
        }
    }

    /// Makes a figure of `quantity`; gives the byte behind its unit and hedge.
    fn take(
        &mut self,
        line: LineOf<'_>,
        quantity: &Quantity,
        end: usize,
        sentence: &mut Sentence<'t>,
        unit: Option<Span>,
    ) -> usize {
        let text = self.text;
        let start = quantity.number.start as usize;
        let from = line.span.start as usize;
        let leading = hedges::leading(text, from, start, quantity.kind, quantity.numeral.scale_only)
            .filter(|hedge| !hedges::is_recent(&text[hedge.span], quantity.kind));
        let trailing = hedges::trailing(text, quantity.end, end.max(quantity.end), quantity.kind);
        let hedge = hedges::together(text, leading, &quantity.numeral, trailing);
        let left = leading.map_or(start, |hedge| hedge.span.start as usize);
        let behind = trailing.map_or(quantity.end, |hedge| hedge.span.end as usize);

        if let Some(last) = sentence.figures().last() {
            work::done(left.saturating_sub(last.end));
            if text[last.end..left.max(last.end)].has_if(&is_sentence_stop) {
                sentence.end();
            }
        }
        let place = Place {
            text,
            places: line.places,
            line: line.span,
            start: left,
            end: behind,
            kind: quantity.kind,
            doing: unit.is_some_and(|unit| text[unit].ends_with('次')),
            unit: quantity.unit.is_some() || quantity.numeral.scale >= 4,
            unit_words: unit.map_or("", |unit| &text[unit]),
            town: self.town,
        };
        let named = indicator::name(&place, sentence);
        let change = self.change(line, left, sentence.figures().last(), quantity.kind);
        let event =
            line.events.partition_point(|event| event.at as usize <= start).checked_sub(1).map(|at| &line.events[at]);
        let (period, source) = match event {
            // 由46.7%提高到52.1%: when it was the first, the text does not say.
            _ if begins_change(text, from, left, quantity.end) => (None, None),
            Some(event) => {
                let stated = event.named && (start as u32) < event.stated_until;
                let carried = event.named || line.carried;
                let source = if stated {
                    PeriodSource::Stated
                } else if carried {
                    PeriodSource::Carried
                } else {
                    PeriodSource::Heading
                };
                (event.iso.clone(), Some(source))
            }
            None => {
                let source = if line.carried { PeriodSource::Carried } else { PeriodSource::Heading };
                (line.period.map(String::from), Some(source))
            }
        };
        self.figures.push(Figure {
            span: Span { start: quantity.number.start, end: quantity.end as u32 },
            number: quantity.number,
            value: quantity.value.unwrap_or_default(),
            upper: quantity.upper,
            unit: unit_words(text, quantity, unit),
            kind: quantity.kind,
            approx: hedge.map(|hedge| Cow::Borrowed(&text[hedge.span])),
            bound: hedge.map_or(Bound::Exact, |hedge: Hedge| hedge.bound),
            change,
            indicator: if named.subject.is_empty() {
                Cow::Borrowed(&text[named.indicator])
            } else {
                Cow::Owned(compose!(&text[named.subject], &text[named.indicator]))
            },
            action: named.action.map(|action| Cow::Borrowed(&text[action])),
            period_source: source.filter(|_| period.is_some()),
            period: period.map(Cow::Owned),
            heading: line.heading.to_vec(),
        });
        let member = indicator::is_member(text, sentence.figures(), left);
        // What a share is of is not what the share is of it counts: that is still the one before.
        let source = sentence.figures().last().filter(|_| indicator::is_base(text, behind));
        let named = source.map_or(named, |source| source.named);
        sentence.push(Before {
            named,
            start,
            end: behind,
            unit: unit.map_or("", |unit| &text[unit]),
            changed: change.is_some(),
            member,
        });
        behind
    }

    /// The change that the words before the number say; in a list it is that of the figure before.
    fn change(&self, line: LineOf<'_>, start: usize, previous: Option<&Before<'t>>, kind: Kind) -> Option<Change> {
        let from = previous.map_or(line.span.start as usize, |previous| previous.end).min(start);
        let left = &self.text[from..start];
        if let Some(found) = change::of_words_before(left, kind) {
            return Some(found);
        }
        // The figure before is the last one made.
        // 分别增长3.8倍、80.2%: both say how much.
        let ratio = |kind: Kind| matches!(kind, Kind::Percent | Kind::Multiple);
        let alike = |other: Kind| other == kind || ratio(other) && ratio(kind);
        let last = self.figures.last().filter(|last| previous.is_some() && alike(last.kind) && is_list_mark(left))?;
        last.change
    }
}

/// Whether the number is the first of a change: 由46.7%|提高到52.1%. 由9名律师组成 is none.
fn begins_change(text: &str, line: usize, start: usize, end: usize) -> bool {
    let behind = &text[end..step_on(text, end, 24)];
    let clause = &behind[..behind.find_of(set!("，,、：:。；;")).unwrap_or(behind.len())];
    text[line..start].ends_of(set!("由从")) && clause.has_of(set!("到至增升降减提为扩缩压"))
}

/// The unit in words: that of the number, or the sign that stands for words such as 百分之.
fn unit_words<'t>(text: &'t str, quantity: &Quantity, unit: Option<Span>) -> Option<Words<'t>> {
    if quantity.worded {
        let words = &text[quantity.number];
        return (quantity.kind == Kind::Percent).then(|| {
            Cow::Borrowed(if words.starts_with('百') {
                "%"
            } else if words.starts_with('千') {
                "‰"
            } else {
                "‱"
            })
        });
    }
    quantity.parted.map(|name| Cow::Owned(name.into())).or_else(|| unit.map(|unit| Cow::Borrowed(&text[unit])))
}

/// Whether `between` only joins the members of a list.
fn is_list_mark(between: &str) -> bool {
    matches!(between.trim(), "、" | "和" | "与" | "及" | "或" | "以及" | "､")
}

/// Whether a number without a unit may be one of a list whose last member has it.
fn can_wait(text: &str, quantity: &Quantity, end: usize) -> bool {
    let behind = &text[quantity.end..end];
    let mark = behind.strip_start_any(words!("、 和 与 及 或"));
    let arabic = quantity.numeral.script == Script::Arabic;
    quantity.unit.is_none()
        && !quantity.worded
        && arabic
        && mark.is_some_and(|rest| rest.starts_if(&|ch| digit(ch).is_some()))
}

/// Gives a member of a list the kind and the scale of the last.
fn share_unit(member: &mut Quantity, last: &Quantity) {
    member.kind = last.kind;
    member.use_ = last.use_;
    if member.numeral.scale == 0 && last.numeral.scale >= 4 {
        member.value = member.value.map(|value| value.times_ten_to(last.numeral.scale));
    }
}

/// 一产、二产、三产分别增长4.4%、5.6%、3.1%: names and values are paired in order.
fn pair_with_names<'t>(text: &'t str, figures: &mut [Figure<'t>]) {
    let mut at = 0;
    while at < figures.len() {
        let mut last = at;
        while last + 1 < figures.len()
            && is_pair_mark(&text[Span { start: figures[last].span.end, end: figures[last + 1].span.start }])
        {
            last += 1;
        }
        if last > at {
            pair_run(text, figures, at, last);
        }
        at = last + 1;
    }
}

fn is_pair_mark(between: &str) -> bool {
    // 5%左右|、5%以上.
    let between = between.strip_start_any(words!("左右 以上 以下 以内")).unwrap_or(between);
    let bare = between.trim_if(&|ch| ch.is_whitespace() || is_comma(ch));
    let bare = bare.strip_start_any(words!("和 与 及 以及")).unwrap_or(bare);
    let turns = joined_by_change(between);
    (turns || matches!(bare, "" | "约" | "近" | "超" | "超过" | "达")) && !between.has_if(&is_sentence_stop)
}

/// 分别下降3.6%|和上升|9.4%: each value with its own verb.
fn joined_by_change(between: &str) -> bool {
    between.strip_start_any(words!("和 与 及 、")).and_then(change::strip).is_some_and(|rest| rest.is_empty())
}

/// Gives the figures of one list their names, or those of the figures right before it: A 28克，B 14克，分别下降4.5%和2.6%.
fn pair_run<'t>(text: &'t str, figures: &mut [Figure<'t>], at: usize, last: usize) {
    let count = last - at + 1;
    let Some(first) = figures.get(at) else { return };
    let start = first.span.start as usize;
    let window = crate::chars::step_back(text, start, 80);
    let left = &text[window..start];
    // A和B增长8.4%和11.4% is paired too, without the word.
    let two = figures[at..=last].iter().all(|one| one.unit == first.unit);
    let bare = |subject: &&str| {
        let pair =
            figures.get(at.wrapping_sub(count)..at).is_some_and(|pair| pair.iter().all(|one| one.unit == pair[0].unit));
        members(last_clause(subject), count).is_some()
            || pair && subject.strip_end_any(words!("实际 同比 环比")).unwrap_or(subject).ends_of(set!("，,"))
    };
    // 城镇和农村居民收入完成29092元、17191元, but 稻米、面粉达到30种，5种|产品获奖.
    let behind = &text[figures[last].span.end as usize..];
    let open = !behind.starts_if(&is_han) || behind.starts_with_any(words!("以上 左右 以下 和 与 及"));
    let made = left.strip_end_any(words!("完成 达到 达 为")).filter(|_| open);
    let turns = figures.get(at..=last).is_some_and(|run| {
        run.windows(2).any(|pair| joined_by_change(&text[Span { start: pair[0].span.end, end: pair[1].span.start }]))
    });
    let unsaid = || {
        change::strip(left)
            .or(made.filter(|subject| two && members(last_clause(subject), count).is_some()))
            .filter(|subject| two && !turns && bare(subject))
            .map(str::len)
    };
    let near = |at: &usize| left[*at..].chars().count() <= 14;
    let Some(respectively) = rfind_word(left, "分别").filter(near).or_else(unsaid) else { return };
    // Nothing but the predicate stands between 分别 and the first value.
    if left[respectively..].has_if(&is_sentence_stop) {
        return;
    }
    let is_edge = |ch: char| is_sentence_stop(ch) || matches!(ch, '，' | ',' | '：' | ':' | '\n');
    let subject_start = left[..respectively]
        .rfind_if(&is_edge)
        .map_or(0, |at| at + left[at..].chars().next().map_or(1, char::len_utf8));
    let subject = &left[subject_start..respectively];
    // 从4万元和1万元|分别提高到5万元和2万元: what those count from which they rose.
    let risen = change::strip(left).is_some() && subject.chars().any(|ch| digit(ch).is_some());
    let from = at.checked_sub(count).and_then(|from| figures.get(from));
    if risen
        && from.is_some_and(|from| {
            (from.span.start as usize) >= window && {
                let before = &text[window..from.span.start as usize];
                rfind_word(before, "从")
                    .or_else(|| rfind_word(before, "由"))
                    .is_some_and(|at| !before[at..].has_if(&is_edge))
            }
        })
    {
        return name_as_before(figures, at..=last, count);
    }
    // 较前五年|分别上升: a time that is compared with, no list.
    let compares = subject.trim().starts_of(set!("较比")) && !subject.has_of(set!("、和")) || subject.ends_with("相比");
    if compares || matches!(subject.trim(), "" | "同比" | "环比" | "实际" | "名义" | "占比" | "比重" | "占")
    {
        // 发放低保金、救助金共1.38亿元，分别为8650万元、478万元: the members of what the whole counts.
        if let Some(Cow::Borrowed(list)) = at.checked_sub(1).map(|whole| figures[whole].indicator.clone())
            && let Some(names) = members(list, count)
        {
            for (figure, name) in figures[at..=last].iter_mut().zip(names) {
                figure.indicator = Cow::Borrowed(name);
            }
            return;
        }
        let Some(source) = at.checked_sub(count) else { return };
        if (figures[source].span.end as usize) < window {
            return;
        }
        return name_as_before(figures, at..=last, count);
    }
    // A和B分别为3条和2条，60岁以上…: the third number is no member.
    let Some(names) = members(subject, count).or_else(|| members(subject, subject.split('、').count().max(2))) else {
        return;
    };
    let last = at + names.len() - 1;
    if last >= figures.len() || names.len() > count {
        return;
    }
    // 2021年、2022年新增就业分别为5人、6人: one thing in several years.
    let common = names.last().map_or("", |name| strip_leads(name, "").0);
    let in_years = names
        .first()
        .and_then(|name| name.strip_suffix('年'))
        .is_some_and(|year| year.trim_start_if(&|ch| digit(ch).is_some()).is_empty());
    for (figure, name) in figures[at..=last].iter_mut().zip(names) {
        if in_years && let Some(year) = crate::dates::scan(name.trim(), 0, name.trim().len(), None) {
            figure.indicator = Cow::Borrowed(common);
            figure.period = year.from.iso().map(Cow::Owned);
            continue;
        }
        let name = beside_year(strip_leads(name, "").0.trim_end_if(&is_comma), "");
        let name = ["同比", "环比", "较上年", "比上年", "年均", "平均", "实际"]
            .iter()
            .find_map(|tail| name.strip_suffix(tail))
            .or_else(|| before_years(name))
            .unwrap_or(without_number(name));
        figure.indicator = Cow::Borrowed(name);
    }
    // A、B分别为4万元、5万元，合计9万元: the sum is of the whole list.
    if let Some([end, whole]) = figures.get_mut(last..last + 2)
        && text[Span { start: end.span.end, end: whole.span.start }]
            .trim_start_of(set!("，, "))
            .is_any(words!("合计 共计 总计 共"))
    {
        whole.indicator = Cow::Borrowed(strip_leads(subject, "").0);
    }
}

/// The words behind the last comma or stop.
fn last_clause(words: &str) -> &str {
    words.rfind_of(set!("，,。；;：:\n")).map_or(words, |at| &words[step_on(words, at, 1)..])
}

/// Gives each of the figures `these` what the one `back` before it counts.
fn name_as_before(figures: &mut [Figure<'_>], these: core::ops::RangeInclusive<usize>, back: usize) {
    for place in these {
        figures[place].indicator = figures[place - back].indicator.clone();
    }
}

/// 新材料 of 新材料三大产业产值: the number says how many were listed.
fn without_number(name: &str) -> &str {
    let mut marks = name.char_indices().zip(name.chars().skip(1));
    let found = marks.find(|((at, ch), next)| {
        *at >= "二字".len() && han_digit(*ch).is_some() && matches!(next, '大' | '个' | '项' | '类' | '种')
    });
    found.map_or(name, |((at, _), _)| &name[..at])
}

/// The `count` members of a list: A、B和C.
fn members(list: &str, count: usize) -> Option<Vec<&str>> {
    let mut parts: Vec<&str> = list.split('、').collect();
    if parts.len() < count {
        // The last two are joined by a word: the first such word of the last part parts them.
        let last = parts.pop()?;
        let at = last.find_of(set!("和与及"))?;
        parts.extend([&last[..at], last[at..].strip_start_of(set!("和与及"))?]);
    }
    (parts.len() == count && parts.iter().all(|part| !part.is_empty())).then_some(parts)
}
