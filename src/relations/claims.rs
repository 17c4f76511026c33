//! A number of things that the text announces, and how many it names: 以下四个方面：一是…, 三项制度（…、…）, A、B、C等3项.
//!
//! A slogan whose members are not listed says nothing that could be checked, and is passed over.

use crate::chars::{
    after, before, digit, han_digit, han_power, has_word, is_comma, is_han, is_sentence_stop, is_space, may_follow,
    one_of, step_back, step_on,
};
use crate::compose::compose;
use crate::concordance::Concordance;
use crate::decimal::Decimal;
use crate::headings::Marked;
use crate::lines::Line;
use crate::marker;
use crate::numeral::{self, Script};
use crate::relations::places;
use crate::report::{Figure, Heading, Item, Relation, Terms, Verdict};
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::vocabulary::{VERBS, Verb};
use crate::work;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// The most things that one announces by their number.
const MOST: u32 = 20;

/// How many characters the words behind the measure word take, and a member of a list.
const NOUN: usize = 16;

/// How many characters back a list begins.
const LIST: usize = 160;

/// What is announced where a full stop or a comma stands before the list: not the things of the report but its points.
const POINTS: &Words =
    words!("方面 措施 举措 要求 问题 原因 特点 做法 环节 不足 任务 工作 经验 意见 建议 变化 难点 短板 要点 成效");

/// Measure words of what is announced.
const MEASURES: &Words = words!("个方面 方面 个 项 大 点 条 类 种 步");

/// Whether behind the number that `rest` begins with a measure word may stand: of most numbers that is all there is to see.
fn may_be_counted(rest: &str) -> bool {
    let is_numeral = |ch: char| {
        digit(ch).is_some()
            || han_digit(ch).is_some()
            || han_power(ch).is_some()
            || matches!(ch, '几' | '数' | '半' | '余' | '多' | '来' | ',' | '，' | '.' | '．')
    };
    may_follow(rest, &is_numeral, &|ch| MEASURES.may_begin(ch))
}

/// A number of things, as announced.
#[derive(Clone, Copy)]
struct Announced {
    stated: u32,
    /// From the number to the end of the clause.
    span: Span,
    /// The end of the measure word.
    noun: usize,
    han: bool,
}

/// What stands in the text, in reading order, and how far the reading has come.
struct Reader<'t, 'a> {
    text: &'t str,
    marked: &'a [Marked],
    items: Vec<Span>,
    numbers: Vec<u32>,
    out: Vec<Relation<'t>>,
}

/// The claims of a text, whose `places` are given, in reading order.
pub(crate) fn find<'t>(
    text: &'t str,
    places: &Concordance,
    lines: &[Line],
    marked: &[Marked],
    outline: &[Heading<'t>],
    first: &[Item<'t>],
    figures: &[Figure<'t>],
) -> Vec<Relation<'t>> {
    let mut reader = Reader { text, marked, items: Vec::new(), numbers: Vec::new(), out: Vec::new() };
    reader.collect(first, outline);
    let mut numbers = places.all().of(numeral::FIRST).peekable();
    for line in lines {
        let (mut at, end) = (line.words.start as usize, line.words.end as usize);
        while numbers.next_if(|number| *number < at).is_some() {}
        while let Some(place) = numbers.next_if(|number| *number < end) {
            if place < at || !may_be_counted(&text[place..end]) {
                continue;
            }
            let Some(number) = numeral::scan(text, place, end) else { continue };
            at = number.end().max(place + after(text, place).map_or(1, char::len_utf8));
            let rest = &text[at..end];
            let Some(measure) = rest.start_among(MEASURES) else { continue };
            let stated =
                number.value.and_then(|value| (2..=MOST).find(|stated| value == Decimal::from(u64::from(*stated))));
            let exact = number.upper.is_none() && number.hedge.is_none() && !number.scale_only;
            let left = before(text, number.span.start as usize);
            // 第三个, 这三个, 上述三个 look back or single out.
            // 15个方面的任务和4个方面的措施: two numbers share what follows.
            let apart = one_of(left, set!("第每这那该前上述各约近逾超过达.．和与及"));
            let Some(stated) = stated.filter(|_| exact && !apart) else { continue };
            let noun = at + measure.len();
            let clause = rest[measure.len()..]
                .char_indices()
                .take(NOUN)
                .find(|(_, ch)| is_sentence_stop(*ch) || is_comma(*ch) || matches!(ch, '（' | '(' | '”' | '》'))
                .map_or(step_on(text, noun, NOUN).min(end), |(stop, _)| noun + stop);
            if text[noun..clause].has_if(&|ch| ch.is_ascii_digit()) {
                continue;
            }
            let span = Span { start: number.span.start, end: clause as u32 };
            let claim = Announced { stated, span, noun, han: number.script == Script::Han };
            if !reader.listed_behind(claim, line) && !reader.spelt_out(claim, end) && !reader.in_bracket(claim, end) {
                reader.listed_before(claim, line);
            }
        }
    }
    self::places::find(text, figures, &mut reader.out);
    reader.out
}

/// What is announced and what is named, as a relation; `otherwise` where they differ.
pub(super) fn claim<'t>(span: Span, stated: u32, named: u32, otherwise: Verdict) -> Relation<'t> {
    let verdict = if stated == named { Verdict::Agrees } else { otherwise };
    let calculation = Cow::Owned(compose!("称", stated, "项，列", named, "项"));
    Relation { terms: Terms::Claim { span, stated, named }, verdict, calculation, slip: None }
}

impl<'t> Reader<'t, '_> {
    fn collect(&mut self, items: &[Item<'t>], outline: &[Heading<'t>]) {
        self.items.extend(items.iter().map(|item| item.span));
        self.numbers.extend(items.iter().map(|item| item.number));
        for heading in outline {
            self.collect(&heading.items, &heading.children);
        }
    }

    fn say(&mut self, claim: Announced, named: u32, otherwise: Verdict) {
        self.out.push(self::claim(claim.span, claim.stated, named, otherwise));
    }

    /// Whether only spaces and line breaks stand between two places.
    fn is_next(&self, from: usize, to: usize) -> bool {
        let gap = self.text.get(from..to);
        to < from + 64 && gap.is_some_and(|gap| gap.chars().all(|ch| is_space(ch) || matches!(ch, '\n' | '\r')))
    }

    /// 主要有四个方面：一是…, or headings （一） （二） on the next lines.
    fn listed_behind(&mut self, claim: Announced, line: &Line) -> bool {
        let (text, end) = (self.text, claim.span.end as usize);
        let mark = after(text, end).filter(|_| end < line.words.end as usize);
        let words = &text[claim.noun..end];
        let left = &text[line.words.start as usize..claim.span.start as usize];
        let announced = match mark {
            Some('：' | ':') | None => true,
            Some('。' | '，' | ',' | '；' | ';') => {
                words.ends_with_any(POINTS)
                    || text[..claim.noun].ends_with_any(words!("方面 点"))
                    || left.ends_with_any(words!("以下 下列 下面 如下"))
            }
            _ => false,
        };
        let from = end + mark.map_or(0, char::len_utf8);
        let next_heading = self.marked.partition_point(|heading| (heading.start() as usize) < from);
        let section = self.marked.get(next_heading).map_or(text.len(), |heading| heading.start() as usize);
        let item = self.items.partition_point(|item| (item.start as usize) < from);
        // The words of a slogan are not always what is listed.
        let counted = |named: u32| announced || named == claim.stated;
        if self.numbers.get(item) == Some(&1)
            && self.items.get(item).is_some_and(|first| self.is_next(from, first.start as usize))
        {
            let [here, all] = self.series(item, section, line.words.end as usize);
            let named = if here == claim.stated { here } else { all };
            if mark.is_some() && all > 1 && (named == claim.stated || announced && here == all) {
                self.say(claim, named, Verdict::Disagrees);
                return true;
            }
            return false;
        }
        let Some(first) = self.marked.get(next_heading).filter(|first| first.number == Some(1)) else { return false };
        if !self.is_next(from, first.start() as usize) {
            return false;
        }
        let above = next_heading.checked_sub(1).and_then(|place| self.marked.get(place));
        // The sections of the whole report are more than those that its first words announce.
        let below = above.is_some_and(|above| above.level < first.level);
        let titled = above.is_some_and(|above| above.title.end as usize == end);
        let mut last = 0;
        for heading in &self.marked[next_heading..] {
            work::done(1);
            let number = heading.number.unwrap_or(0);
            if heading.level < first.level || heading.level == first.level && number <= last {
                break;
            }
            if heading.level == first.level {
                last = number;
            }
        }
        if last < 2 || mark.is_none() && !titled || !counted(last) || !below && last > claim.stated {
            return false;
        }
        self.say(claim, last, Verdict::Disagrees);
        true
    }

    /// How far the series counts whose first item is at `place`: in the line that ends at `line`, and before byte `section`.
    fn series(&self, place: usize, section: usize, line: usize) -> [u32; 2] {
        let kind = |span: Span| {
            let marker = &self.text[span];
            let last = marker.chars().next_back();
            if one_of(last, set!("是要")) {
                return last;
            }
            marker.chars().next().map(|ch| match ch {
                '（' | '(' | '第' => ch,
                _ if marker::sign(ch).is_some() => '①',
                _ => '首',
            })
        };
        let Some(first) = self.items.get(place).copied() else { return [0; 2] };
        let (mut here, mut last, mut end, mut apart) = (0, 0, first.end as usize, false);
        for (item, number) in self.items.iter().zip(&self.numbers).skip(place).take(64) {
            work::done(1);
            if item.start as usize >= section {
                break;
            }
            if kind(*item) == kind(first) {
                let first_of_line = before(self.text, item.start as usize).is_none_or(|ch| is_space(ch) || ch == '\n');
                // A series inside one of the items; this one goes on in a later line.
                if *number <= last || apart && !first_of_line {
                    apart = true;
                    continue;
                }
                // Behind a paragraph that lists several, the series that it is itself a part of may go on.
                if here == 0 && last > 1 && end <= line && item.start as usize > line {
                    here = last;
                }
                (last, end) = (*number, item.end as usize);
            }
        }
        // The next one may stand where no item is read.
        let behind = self.text.get(end..section.min(step_on(self.text, end, 400))).unwrap_or_default();
        let next = marker::han_number(last + 1);
        let hidden = ["是", "要"].iter().any(|word| has_word(behind, &compose!(next, *word)));
        let hidden = hidden || has_word(behind, &compose!("第", next));
        if hidden { [0; 2] } else { [if here > 0 { here } else { last }, last] }
    }

    /// “四个亲自”：亲自部署、亲自过问、…: each member says the word again.
    fn spelt_out(&mut self, claim: Announced, end: usize) -> bool {
        let text = self.text;
        let at = claim.span.end as usize;
        let word = &text[claim.noun..at];
        let Some(behind) = text.get(at..end).and_then(|rest| rest.strip_prefix('”')) else { return false };
        let near = &behind[..step_on(behind, 0, LIST)];
        let near = near.strip_start_any(words!("要求 工程 行动")).unwrap_or(near);
        let Some(list) = near.strip_start_of(set!("：:，,（(")) else { return false };
        let Some(close) = list.find_if(&|ch| is_sentence_stop(ch) || matches!(ch, '）' | ')')) else { return false };
        let members = list[..close].split(['、', '，', ',']);
        let named = members.clone().take_while(|member| member.starts_with(word)).count();
        // All of them, and not a sentence behind them.
        if word.chars().count() != 2 || named < 2 || members.count() != named {
            return false;
        }
        self.say(claim, named as u32, Verdict::Doubtful);
        true
    }

    /// 三项制度（A、B、C）.
    fn in_bracket(&mut self, claim: Announced, end: usize) -> bool {
        let at = claim.span.end as usize;
        let mut behind = self.text.get(at..end).unwrap_or_default();
        behind = behind.strip_prefix('”').unwrap_or(behind);
        let Some(inner) = behind.strip_start_of(set!("（(")) else { return false };
        let near = &inner[..step_on(inner, 0, LIST)];
        let Some(close) = near.find_of(set!("）)")) else { return false };
        let inner = &inner[..close];
        let open = inner.starts_with_any(words!("含 其中 涉及 包括 如 不 见 注")) || has_word(inner, "等");
        if open || inner.has_if(&|ch| digit(ch).is_some() || is_sentence_stop(ch) || matches!(ch, '：' | ':' | '（'))
        {
            return false;
        }
        let Some((least, most)) = members(inner) else { return false };
        if (least..=most).contains(&claim.stated) {
            self.say(claim, claim.stated, Verdict::Agrees);
        } else if least == most && least.abs_diff(claim.stated) < 3 {
            self.say(claim, least, Verdict::Doubtful);
        }
        true
    }

    /// A、B、C三项, A、B、C等3项.
    fn listed_before(&mut self, claim: Announced, line: &Line) {
        let from = line.words.start as usize;
        let start = claim.span.start as usize;
        let near = step_back(self.text, start, LIST).max(from);
        let left = self.text.get(near..start).unwrap_or_default();
        let bare = left.trim_end_of(set!("“"));
        // “三项制度” is a name: what stands before it may be its members, or not.
        let quoted = bare.len() < left.len() || after(self.text, claim.span.end as usize) == Some('”');
        let left = bare.trim_end_of(set!("的共"));
        let listed = left.strip_suffix('等');
        // 培训干部、群众2项 is no list; 等2项 is.
        if listed.is_none() && !claim.han {
            return;
        }
        let left = listed.unwrap_or(left);
        let clause = left.rfind_if(&|ch| is_sentence_stop(ch) || matches!(ch, '，' | ',' | '：' | ':' | '（' | '('));
        // A list that may begin further back.
        if clause.is_none() && near > from {
            return;
        }
        let list = clause.map_or(left, |at| left[at..].trim_start_if(&|ch| !is_han(ch) && ch != '“' && ch != '《'));
        let last = list.rsplit('、').next().unwrap_or_default();
        let ending = &last[step_back(last, last.len(), 2)..];
        let verb = VERBS.longest(ending).is_some_and(|(_, verb)| verb != Verb::Weak);
        // 铁人三项世界杯、网球公开赛等赛事: the list goes on behind the number.
        let behind = &self.text[claim.noun..claim.span.end as usize];
        let next = after(self.text, claim.span.end as usize);
        let goes_on = has_word(behind, "等") || next == Some('、') || list.has_of(set!("）)"));
        if goes_on || list.has_if(&|ch| digit(ch).is_some()) || last.chars().nth(NOUN).is_some() || quoted && verb {
            return;
        }
        let Some((least, most)) = members(list) else { return };
        let stated = claim.stated;
        if (least..=most).contains(&stated) {
            self.say(claim, stated, Verdict::Agrees);
        } else if stated < least && listed.is_some() {
            let span = Span { end: claim.noun as u32, ..claim.span };
            self.say(Announced { span, ..claim }, least, Verdict::Doubtful);
        } else if least == most && least.abs_diff(stated) == 1 && listed.is_none() && !quoted && !verb {
            self.say(claim, most, Verdict::Doubtful);
        }
    }
}

/// How many members a list has: 、 parts them, 和 may stand between two or inside one. `None` where it is no list.
fn members(list: &str) -> Option<(u32, u32)> {
    let mut parts = list.split('、');
    let first = parts.next()?;
    // 完善、落实A、B: two verbs are no members. 二、我们…: a marker is none.
    let verbs = VERBS.longest(first).is_some_and(|(verb, _)| verb == first);
    let mut least = u32::from(!verbs && first.chars().nth(1).is_some());
    for part in parts {
        if part.chars().nth(24).is_some() || part.chars().nth(1).is_none() {
            return None;
        }
        least += 1;
    }
    let joined = list.chars().filter(|ch| matches!(ch, '和' | '与' | '及' | '，' | ',' | '》' | '”')).count();
    (least > 1).then_some((least, least + joined as u32))
}
