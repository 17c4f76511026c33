//! What the text says of itself: title, issuer, place, year, dates, recipient, the index table of a government site.

use crate::bodies::{body_in_title, body_of_speaker, ends_body, is_body, is_stretched, place_in, without_seal};
use crate::chars::{digit, find_word, has_word, is_han, is_sentence_stop, is_space, rfind_word};
use crate::concordance::Concordance;
use crate::dates::{self, Point, whole_date, year_in};
use crate::head;
use crate::index_table::{self, Field, Labelled, is_labelled, set_labelled};
use crate::lines::Line;
use crate::marker;
use crate::report::{Metadata, Words};
use crate::search::{Search, set, words};
use crate::span::Span;
use crate::title::{self, Title, begins_with_day, document_number, is_paren_line};
use crate::work;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

/// How many lines before the first heading, and at the end, can carry metadata.
const HEADER_LINES: usize = 160;

const TAIL_LINES: usize = 12;

/// How many lines below the title say who reports, when, and to whom.
const BELOW_TITLE: usize = 8;

fn iso<'t>(point: Point) -> Option<Words<'t>> {
    point.iso().map(Cow::Owned)
}

/// The metadata, with the lines that repeat the title.
#[derive(Debug, Default)]
pub(crate) struct Found<'t> {
    pub(crate) metadata: Metadata<'t>,
    /// Lines that are the title once more.
    pub(crate) repeated: Vec<Span>,
    /// A date of signing that lost its 年月日.
    pub(crate) garbled: Option<Span>,
    /// The body that signs at the foot.
    pub(crate) signature: Option<&'t str>,
    /// The text says who made it, at the foot, under the title or in its table.
    pub(crate) signed: bool,
    /// The byte where the signature ends.
    pub(crate) foot: Option<u32>,
}

/// Who may have made the report, the most certain first.
#[derive(Debug, Default)]
struct Makers<'t> {
    /// 发文机关：….
    stated: Option<&'t str>,
    signature: Option<&'t str>,
    below_title: Option<&'t str>,
    /// 发布机构：….
    publisher: Option<&'t str>,
    /// 来源：….
    source: Option<&'t str>,
}

/// Reads the metadata of a text: `lines` are those that are neither blank nor noise, `first_heading` the byte where the
/// outline begins, `year` what the caller says.
pub(crate) fn read<'t>(
    text: &'t str,
    places: &Concordance,
    lines: &[Line],
    first_heading: usize,
    year: Option<u32>,
) -> Found<'t> {
    let mut out = Found::default();
    let metadata = &mut out.metadata;
    let mut makers = Makers::default();
    let header_end = lines.partition_point(|line| (line.words.start as usize) < first_heading).min(HEADER_LINES);
    let cut = head::cut(text, &above(text, lines, header_end));
    let header = cut.as_slice();
    let tail = &lines[lines.len().saturating_sub(TAIL_LINES).max(header_end)..];

    let mut labelled = Vec::new();
    let taken = index_table::table(text, places, header, &mut labelled);
    for line in tail {
        index_table::labels(text, places, line.words, &mut labelled);
    }
    let mut named = None;
    for Labelled { field, value } in labelled {
        let words = &text[value];
        let slot = match field {
            Field::Maker => &mut makers.stated,
            Field::Issuer => &mut makers.publisher,
            Field::Source => &mut makers.source,
            Field::Title => &mut named,
            _ => {
                set_labelled(metadata, field, words);
                continue;
            }
        };
        // A maker is named in Chinese: gyz1 is a code of the site, and 关键字： the label of the next cell.
        let named = words.has_if(&is_han) && !words.ends_of(set!("：:")) || field == Field::Title && !words.is_empty();
        // 作者：林某 来源：某县司法局: of several sources the body.
        if named && slot.is_none_or(|kept| field == Field::Source && !is_body(kept)) {
            *slot = Some(words);
        }
    }

    let title = title::find(text, header, &taken).or_else(|| {
        // A letter that is signed may stand above the report.
        let signed = |pair: &[Line]| is_body(&text[pair[0].words]) && whole_date(&text[pair[1].words]).is_some();
        let at = header.windows(2).position(signed)?;
        let below = at + 2;
        let found = title::find(text, &header[below..], taken.get(below..).unwrap_or_default())?;
        makers.below_title = Some(&text[header[at].words]);
        metadata.date = whole_date(&text[header[at + 1].words]).and_then(iso);
        Some(Title { lines: (found.lines.0 + below, found.lines.1 + below), ..found })
    });
    let after_title = title.as_ref().map_or(0, |title| title.lines.1 + 1);
    // The table says the title too, and never breaks it.
    let named = named.filter(|named| (6..=90).contains(&named.chars().count()));
    let found = title.map(|Title { words, .. }| words);
    metadata.title = match (named, found) {
        // Its line may be cut short.
        (Some(named), Some(found)) if found.starts_with(named) => Some(found),
        (named, found) => named.map(Cow::Borrowed).or(found),
    };
    if let Some(title) = &metadata.title {
        out.repeated = repeated(text, lines, title);
    }

    let mut meeting = None;
    let mut stamp = None;
    let below = header.iter().enumerate().skip(after_title).take(BELOW_TITLE);
    let below = below.filter(|(place, _)| !taken.get(*place).is_some_and(|taken| *taken)).map(|(_, line)| line.words);
    for span in below {
        read_below_title(metadata, &mut makers, &mut stamp, &text[span]);
        meeting = meeting.or_else(|| read_meeting(&text[span]));
    }
    if let Some((date, place)) = meeting {
        metadata.date = metadata.date.take().or_else(|| iso(date));
        metadata.place = place.map(Cow::Borrowed);
    }
    if let Some(number) = header.iter().find_map(|line| document_number(&text[line.words])) {
        metadata.document_number.get_or_insert(Cow::Borrowed(number));
    }
    let begun = header.get(after_title).map_or(0, |line| line.words.start);
    let from = lines.partition_point(|line| line.words.end < begun);
    let headed = lines.partition_point(|line| (line.words.start as usize) < first_heading);
    let signed = sign(text, lines, from..headed.max(from), tail);
    // A contact stands by the signature, however long the attachments behind it are.
    let mut contacts = Vec::new();
    for line in lines.iter().skip(signed.behind).take(3) {
        index_table::labels(text, places, line.words, &mut contacts);
    }
    for Labelled { field, value } in contacts {
        if matches!(field, Field::ContactName | Field::ContactPhone) {
            set_labelled(metadata, field, &text[value]);
        }
    }
    makers.signature = signed.body;
    out.signature = signed.body;
    out.foot = signed.behind.checked_sub(1).and_then(|last| lines.get(last)).map(|line| line.words.end);
    let dated = metadata.date.is_some();
    if !dated {
        metadata.date = signed.date.and_then(iso);
    }
    // A bare date above the text is when it was put up, where another one signs.
    if let Some(stamp) = stamp {
        let slot = if metadata.date.is_some() { &mut metadata.published } else { &mut metadata.date };
        if slot.is_none() {
            *slot = iso(stamp);
        }
    }
    out.garbled = signed.garbled.filter(|_| !dated || metadata.date == signed.date.and_then(iso));

    let title_words = metadata.title.clone().unwrap_or_default();
    // A slogan and what the report is: 筑牢防线——某县司法局2023年工作总结.
    let core = rfind_word(&title_words, "——").map(|at| &title_words[at + "——".len()..]).filter(|core| !core.is_empty());
    let core = core.filter(|core| place_in(core).is_some() || body_in_title(core).is_some()).unwrap_or(&title_words);
    let below = header.get(after_title..).unwrap_or_default().iter().chain(&lines[header_end..]);
    let intro: Vec<Line> = below.take(HEADER_LINES).copied().collect();
    metadata.year = year_of(text, &title_words, meeting.map(|(date, _)| date), &intro, year)
        .or_else(|| metadata.date.as_deref().and_then(|date| year_before(text, date, &intro)));
    let owned = |words: &str| Cow::Owned(String::from(words));
    metadata.place = place_in(core).map(owned).or_else(|| metadata.place.take());
    let body = body_in_title(core);
    out.signed = makers.stated.or(makers.signature).or(makers.below_title).is_some();
    let maker = makers.stated.or(makers.signature).or(makers.below_title);
    let maker =
        maker.map(|maker| if is_stretched(maker) { Cow::Owned(title::unspaced(maker)) } else { Cow::Borrowed(maker) });
    metadata.issuer = maker
        .or_else(|| body.map(owned))
        .or_else(|| makers.publisher.or(makers.source.filter(|source| is_body(source))).map(Cow::Borrowed));
    if metadata.place.is_none() {
        metadata.place = metadata.issuer.as_deref().and_then(place_in).map(owned);
    }
    if metadata.issuer.is_none() {
        let speaker = metadata.place.as_deref().and_then(|place| speaks_for(text, place, &intro));
        metadata.issuer = speaker.map(Cow::Owned).or_else(|| metadata.place.clone());
    }
    if metadata.place.is_none() {
        let spoken = |line: &Line| {
            let words = &text[line.words];
            place_in(&words[find_word(words, "代表")? + "代表".len()..])
        };
        metadata.place = intro.iter().take(BELOW_TITLE).find_map(spoken).map(owned);
    }
    if metadata.place.is_none() {
        metadata.place = metadata.recipient.as_deref().and_then(place_in).map(owned);
    }
    out
}

/// The lines above the first heading. Where they are a table of contents, the title stands below it.
fn above(text: &str, lines: &[Line], header_end: usize) -> Vec<Line> {
    /// The longest table of contents, in lines.
    const CONTENTS: usize = 120;
    let is_contents = |line: &&Line| text[line.words].chars().filter(|ch| !is_space(*ch)).eq("目录".chars());
    if lines[..header_end].iter().rev().take(2).find(is_contents).is_none() {
        return lines[..header_end].to_vec();
    }
    let listed = |line: &&Line| marker::scan(&text[line.words]).is_none();
    let head = lines.iter().take(CONTENTS).take_while(|line| !has_word(&text[line.words], "。"));
    head.filter(listed).filter(|line| !is_contents(line)).copied().collect()
}

/// The lines that are the title once more, each after the first.
fn repeated(text: &str, lines: &[Line], title: &str) -> Vec<Span> {
    let solid = title::unspaced(title);
    let mut out = Vec::new();
    let mut seen = false;
    let mut place = 0;
    while place < lines.len() {
        // How many lines, from here on, are the title.
        let mut rest = solid.as_str();
        let mut end = place;
        while let Some(line) = lines.get(end).filter(|_| !rest.is_empty()) {
            if begins_otherwise(&text[line.words], rest) {
                break;
            }
            let words = title::bare(&text[line.words]);
            work::done(words.len().min(rest.len()));
            let mut left = rest;
            if !words
                .chars()
                .filter(|ch| !is_space(*ch))
                .all(|ch| left.strip_prefix(ch).map(|next| left = next).is_some())
            {
                break;
            }
            rest = left;
            end += 1;
        }
        if !rest.is_empty() || end == place {
            place += 1;
            continue;
        }
        if seen {
            out.extend(lines[place..end].iter().map(|line| line.words));
        }
        seen = true;
        place = end;
    }
    out
}

/// Whether the first character of a line says that `title` does not begin with it, whatever marks stand around a title.
fn begins_otherwise(words: &str, title: &str) -> bool {
    let first = words.chars().find(|ch| !is_space(*ch) && !matches!(ch, '#' | '*'));
    first.is_some_and(|ch| (is_han(ch) || ch.is_ascii_alphanumeric()) && !title.starts_with(ch))
}

/// 我代表县人民政府, in a report of 某县: 某县人民政府. And 现将某镇人民政府2023年…工作报告如下; 受某市人民政府委托, another speaks.
fn speaks_for(text: &str, place: &str, intro: &[Line]) -> Option<String> {
    let kind = place.chars().next_back()?;
    let whole = [place, if place.ends_with("街道") { "办事处" } else { "人民政府" }].concat();
    intro.iter().take(BELOW_TITLE).map(|line| &text[line.words]).find_map(|words| {
        if let Some(at) = find_word(words, &whole) {
            let behind = &words[at + whole.len()..];
            let acts = words!("坚持 认真 深入 紧紧 严格 全面 高度 始终 积极 在 以 按照 根据 法治 依法");
            if behind.starts_if(&|ch| digit(ch).is_some()) || behind.starts_with_any(acts) {
                return Some(whole.clone());
            }
        }
        let behind = &words[find_word(words, "代表")? + "代表".len()..];
        let body = behind.strip_prefix(kind).filter(|body| body.starts_with("人民政府"))?;
        Some([place, &body[.."人民政府".len()]].concat())
    })
}

/// The year that `words` name first; one that they compare with is the year before.
fn year_named(words: &str) -> Option<u32> {
    let (at, year) = dates::year_at(words)?;
    // 2020年不变价 says what prices are counted in.
    let behind = find_word(&words[at..], "年").map_or("", |end| &words[at + end + "年".len()..]);
    if behind.starts_with_any(words!("不变价 可比价 价格")) {
        return None;
    }
    Some(if words[..at].ends_of(set!("比较")) { year + 1 } else { year })
}

/// The year reported on: of the title, of the caller, of the session, of the first lines.
fn year_of(text: &str, title: &str, session: Option<Point>, intro: &[Line], stated: Option<u32>) -> Option<u32> {
    // A report to the yearly session in spring is on the year before.
    let before = |date: Point| date.year.map(|year| if date.month <= Some(6) { year.saturating_sub(1) } else { year });
    if let Some(year) = year_in(title) {
        let delivered = session.filter(|date| date.year == Some(year)).and_then(before);
        // 2024年政府工作报告, on the work of 2023.
        let looks_back = || {
            intro.iter().take(HEADER_LINES).map(|line| &text[line.words]).any(|words| {
                words.len() < 90
                    && has_word(words, "回顾")
                    && !words.has_if(&is_sentence_stop)
                    && year_in(words) == Some(year.saturating_sub(1))
            })
        };
        let sessional = has_word(title, "工作报告") && !has_word(title, "年度");
        return match delivered {
            Some(delivered) if sessional => Some(delivered),
            _ if sessional && looks_back() => Some(year.saturating_sub(1)),
            _ => Some(year),
        };
    }
    // 向市人大常委会报告2024年度市级预算执行情况: what a report to a session says that it is on.
    let on = || {
        let lines = intro.iter().take(6).map(|line| &text[line.words]);
        lines.filter(|words| words.has_any(words!("我受 受市 受县 受区"))).find_map(|words| {
            let behind = &words[find_word(words, "报告")? + "报告".len()..];
            dates::year_at(first_clause(behind)).filter(|(at, _)| *at <= "我市本市".len()).map(|(_, year)| year)
        })
    };
    stated.or_else(|| session.and_then(|_| on())).or_else(|| session.and_then(before)).or_else(|| {
        // A day by itself is when the text was signed.
        let words = || intro.iter().take(6).map(|line| &text[line.words]).filter(|words| day_of(words, true).is_none());
        let now = words().find_map(|words| find_word(words, "现将").and_then(|at| year_in(first_clause(&words[at..]))));
        now.or_else(|| {
            words().find_map(|words| {
                // The years of what is cited are not the report's.
                words.split(['《']).enumerate().find_map(|(part, words)| {
                    year_named(if part == 0 {
                        words
                    } else {
                        words.split_once(['》']).map_or("", |(_, behind)| behind)
                    })
                })
            })
        })
    })
}

fn first_clause(words: &str) -> &str {
    words.split(is_sentence_stop).next().unwrap_or_default()
}

/// The year that a report signed on `date` is on, where it names none: in the first months, the year before.
fn year_before(text: &str, date: &str, intro: &[Line]) -> Option<u32> {
    let year: u32 = date.get(..4)?.parse().ok()?;
    let month: u32 = date.get(5..7).and_then(|month| month.parse().ok())?;
    let this_year = intro.iter().take(6).any(|line| has_word(&text[line.words], "今年"));
    Some(if month <= 4 && !this_year { year.saturating_sub(1) } else { year })
}

/// `2023年1月12日在某省第十四届人民代表大会第一次会议上`: the day, and the place.
fn read_meeting(words: &str) -> Option<(Point, Option<&str>)> {
    // Its name may go on below: 在某市第十六届 / 人民代表大会第六次会议上.
    if !words.has_any(words!("会议 大会")) && !words.ends_with('届') {
        return None;
    }
    let words = words.trim_start_if(&|ch| is_space(ch) || matches!(ch, '—' | '-' | '（' | '(' | '―' | '─' | '于'));
    let reading = dates::scan(words, 0, words.len(), None).filter(|reading| reading.from.day.is_some())?;
    let behind = words[reading.span.end as usize..].trim_start_if(&|ch| is_space(ch) || matches!(ch, '，' | ','));
    Some((reading.from, behind.strip_prefix('在').and_then(place_in)))
}

/// The lines under the title: the body and the date in brackets, and whom the report is addressed to.
fn read_below_title<'t>(
    metadata: &mut Metadata<'t>,
    makers: &mut Makers<'t>,
    stamp: &mut Option<Point>,
    words: &'t str,
) {
    if words.is_empty() {
        return;
    }
    if is_paren_line(words) || whole_date(words).is_some() {
        let inner = words.trim_if(&|ch| is_space(ch) || matches!(ch, '（' | '）' | '(' | ')'));
        let (body, date) = body_and_date(inner);
        if let Some(point) = whole_date(date) {
            if is_paren_line(words) || date.has_of(set!("年月")) {
                if metadata.date.is_none() {
                    metadata.date = iso(point);
                }
            } else {
                stamp.get_or_insert(point);
            }
            if !body.is_empty() && body.chars().count() <= 20 {
                makers.below_title.get_or_insert(body);
            }
        }
        return;
    }
    // 2024-01-18 10:22 来源：…: the line of a web page. Its day may have lost its 日.
    if has_word(words, "来源")
        && let Some(reading) = dates::scan(words, 0, words.len(), None)
        && let Point { year: Some(_), month: Some(_), day: None } = reading.from
    {
        let behind = &words[reading.span.end as usize..];
        let day = behind.chars().map_while(digit).fold(0, |day, digit| day * 10 + u32::from(digit));
        if (1..=31).contains(&day) && metadata.published.is_none() {
            metadata.published = iso(Point { day: Some(day), ..reading.from });
        }
        return;
    }
    if begins_with_day(words) && words.has_of(set!(":：")) && !words.has_of(set!("。，")) && words.len() < 200 {
        if let Some(reading) = dates::scan(words, 0, words.len(), None).filter(|_| metadata.published.is_none()) {
            metadata.published = iso(reading.from);
        }
        return;
    }
    if words.chars().count() <= 24
        && !words.ends_of(set!("：:"))
        && let Some(body) = body_of_speaker(words)
    {
        // 关于…的报告 / 中共某县委、某县人民政府: to whom it is, where the title says who made it.
        let several = has_word(body, "、") && metadata.title.as_deref().and_then(body_in_title).is_some();
        if several && metadata.recipient.is_none() {
            metadata.recipient = Some(Cow::Borrowed(words));
        } else {
            makers.below_title.get_or_insert(body);
        }
    }
    let Some(addressed) = addressed(words).filter(|_| metadata.recipient.is_none() && !is_labelled(words)) else {
        return;
    };
    metadata.recipient = Some(Cow::Borrowed(addressed));
}

/// Whom the first line of a text addresses: 市委、市政府：. A salutation addresses those who listen.
pub(crate) fn addressed(words: &str) -> Option<&str> {
    let end = words.char_indices().take(80).find(|(_, ch)| matches!(ch, '：' | ':')).map(|(at, _)| at)?;
    let (head, alone) = (&words[..end], words.len() - end <= '：'.len_utf8());
    let salutation = head.starts_with_any(words!("各位 同志 尊敬 现将 现就 主任 一、"));
    let officer = || head.ends_with_any(words!("主席 省长 市长 县长 区长 部长 局长 厅长 书记 委员长 总理"));
    let body = |part: &str| {
        let part = part.trim_if(&is_space);
        ends_body(part) || part.ends_with_any(words!("单位 部门 机构 企业 机关 司 组"))
    };
    let bodies = if alone {
        head.split(['，', ',']).all(body) || officer()
    } else {
        head.chars().count() <= 30
            && !head.has_of(set!("，,"))
            && body(head)
            && head.chars().all(|ch| is_han(ch) || ch == '、')
    };
    (!salutation && !head.has_if(&is_sentence_stop) && bodies).then_some(head)
}

/// What is signed at the foot.
#[derive(Debug, Default)]
struct Signature<'t> {
    /// The line behind it.
    behind: usize,
    body: Option<&'t str>,
    date: Option<Point>,
    /// A date that lost its 年月日.
    garbled: Option<Span>,
}

/// The body and the date in one line: 某县司法局 2023年1月18日.
fn body_and_date(words: &str) -> (&str, &str) {
    let split = words
        .char_indices()
        .find(|(at, ch)| {
            digit(*ch).is_some() || matches!(ch, '二' | '一') && dates::scan(words, *at, words.len(), None).is_some()
        })
        .map_or(words.len(), |(at, _)| at);
    let (body, date) = words.split_at(split);
    (body.trim_end_if(&|ch| is_space(ch) || matches!(ch, '，' | ',')), date)
}

/// A day that is all that `words` say, spaced out or not; where a body stands beside it, a month does.
fn day_of(words: &str, signed: bool) -> Option<Point> {
    let inner = words.trim_if(&|ch| is_space(ch) || matches!(ch, '（' | '）' | '(' | ')' | '。'));
    if let Some(point) = whole_date(inner) {
        return Some(point);
    }
    if inner.chars().nth(40).is_some() || !has_word(inner, "月") {
        return None;
    }
    let solid = title::unspaced(inner);
    whole_date(&solid).or_else(|| {
        dates::scan(&solid, 0, solid.len(), None)
            .filter(|reading| signed && reading.to.is_none() && reading.span.len() == solid.len())
            .map(|reading| reading.from)
            .filter(|point| point.year.is_some() && point.month.is_some())
    })
}

/// The body and the date at the foot: the first pair behind the text's first sentence, or the last date of all.
///
/// `head` are the lines between the title and the first heading.
fn sign<'t>(text: &'t str, lines: &[Line], mut head: Range<usize>, tail: &[Line]) -> Signature<'t> {
    let words = |place: usize| lines.get(place).map_or("", |line| without_seal(&text[line.words]));
    let headed = head.end;
    let begun = head.find(|place| has_word(words(*place), "。")).unwrap_or(headed);
    for place in begun..lines.len() {
        let here = words(place);
        if here.len() > 160 {
            continue;
        }
        work::done(here.len());
        let (body, date) = body_and_date(here);
        if is_body(body)
            && !date.is_empty()
            && let Some(point) = day_of(date, true)
        {
            return Signature { body: Some(body), date: Some(point), garbled: None, behind: place + 1 };
        }
        // The date below the body, or above it at the very end.
        let day = is_body(here).then(|| day_of(words(place + 1), true)).flatten();
        if let Some(point) = day {
            // Several bodies sign one below the other; the first is named.
            let above = (begun..place).rev().take(2).take_while(|above| is_body(words(*above))).last();
            let garbled = lines.get(place + 1).map(|line| line.words).filter(|span| is_digits(&text[*span]));
            let body = Some(words(above.unwrap_or(place)));
            return Signature { body, date: Some(point), garbled, behind: place + 2 };
        }
        if place > begun && place + 1 == lines.len() && is_body(here) {
            let above = lines.get(place - 1).map(|line| line.words).unwrap_or_default();
            let garbled = Some(above).filter(|span| is_digits(&text[*span]));
            return Signature { body: Some(here), date: day_of(&text[above], true), garbled, behind: lines.len() };
        }
    }
    let last = tail.iter().rev().find_map(|line| Some((line.words, day_of(&text[line.words], false)?)));
    if let Some((span, point)) = last {
        let garbled = Some(span).filter(|span| is_digits(&text[*span]));
        return Signature { date: Some(point), garbled, behind: lines.len(), ..Signature::default() };
    }
    // Behind the last sentence of a text that lost its line breaks.
    let Some(end) = lines.last().map(|line| &text[line.words]) else { return Signature::default() };
    let behind = rfind_word(end, "。").map_or("", |stop| &end[stop + '。'.len_utf8()..]).trim_start_if(&is_space);
    let (body, date) = body_and_date(behind);
    let body = Some(without_seal(body)).filter(|body| is_body(body));
    // Notes may follow: （联系人：…）.
    let note = date.find_of(set!("（(")).unwrap_or(date.len());
    let point = day_of(&date[..note], body.is_some());
    let body = body.filter(|_| point.is_some() || date.is_empty());
    Signature { body, date: point, behind: lines.len(), ..Signature::default() }
}

fn is_digits(words: &str) -> bool {
    words.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
#[path = "test_metadata.rs"]
mod test;
