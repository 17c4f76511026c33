//! What a reader throws away before reading. It is marked and passed over; nothing is deleted.
//!
//! A line is judged by itself first, then by where it stands: inside a block of rules, in a series of page numbers, above
//! the path of a web page or below its buttons. What may belong to the report stays.

use crate::bodies::{is_body, place_in};
use crate::chars::{digit, find_word, has_word, is_han, is_sentence_stop, is_space, rfind_word};
use crate::concordance::{Concordance, Letters, letters};
use crate::dates::whole_date;
use crate::index_table::is_labelled;
use crate::lines::Line;
use crate::marker;
use crate::report::{Noise, NoiseKind};
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::title;
use crate::work;
use alloc::vec::Vec;
use line::{bare, here, is_path, scripts};

mod line;

pub(crate) use line::{is_page_number_line, of_line};

/// Where the counters and buttons begin that follow date and source on one line of a web page, in bytes.
fn bar(words: &str, held: &Letters) -> Option<usize> {
    const BARS: &Words = words!("浏览 点击 访问 阅读 人气 字体 字号 打印 分享 收藏 保存");
    if held.any(letters!("。")) || words.len() > 4 * 160 || words.chars().nth(160).is_some() {
        return None;
    }
    let marked = held.any(letters!("：:")) || words.bytes().any(|byte| byte == b' ');
    let labelled = marked
        && "时间 日期 来源 作者 编辑"
            .split(' ')
            .any(|label| find_word(words, label).is_some_and(|at| words[at + label.len()..].starts_of(set!("：: "))));
    if !labelled && !title::begins_with_day(words) {
        return None;
    }
    // Each begins a cell of its own, behind a space or a bracket.
    let mut previous = None;
    words.char_indices().find_map(|(at, ch)| {
        let before = previous.replace((at, ch));
        let (start, mark) = before?;
        let begins = is_space(mark) || matches!(mark, '【' | '[' | '［' | '|' | '｜' | '（' | '(');
        (begins && start > 0 && words[at..].starts_with_any(BARS)).then_some(if is_space(mark) { at } else { start })
    })
}

/// Where buttons begin behind the last sentence of a text that lost its line breaks, in bytes.
fn buttons_behind(text: &str, places: &Concordance, line: Span) -> Option<usize> {
    const SENTENCE: usize = 120;
    let words = &text[line];
    let stop = rfind_word(words, "。").filter(|stop| *stop > SENTENCE && words.len() - stop < 3 * SENTENCE)?;
    let mut found = None;
    let mut end = words.len();
    while let Some(space) = words[stop..end].rfind_if(&is_space) {
        let at = stop + space;
        let cell = words[at..end].trim_if(&is_space);
        if !cell.is_empty() {
            let begin = at + words[at..end].len() - words[at..end].trim_start_if(&is_space).len();
            let start = line.start as usize + begin;
            let held = places.within(Span::new(start, start + cell.len())).letters();
            if of_line(cell, &held) != Some(NoiseKind::Navigation) {
                break;
            }
            found = Some(begin);
        }
        end = at;
    }
    found
}

/// Where the tags and the named spaces of HTML stand in one line.
fn markup(words: &str, found: &mut Vec<(usize, usize)>) {
    const SPACES: &Words = words!("&nbsp; &ensp; &emsp; &#160; &#xa0; &#12288;");
    let mut at = 0;
    while let Some(next) = words[at..].find_of(set!("<&")) {
        let start = at + next;
        let rest = &words[start..];
        if let Some(space) = rest.start_among(SPACES) {
            at = start + space.len();
            found.push((start, at));
            continue;
        }
        let inner = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
        at = start + 1;
        // <http://…>: an address, no tag.
        let address = inner.starts_with_any(words!("http: https:"));
        if address || !rest.starts_with('<') || !inner.starts_if(&|ch| ch.is_ascii_alphabetic() || ch == '!') {
            continue;
        }
        let Some(close) = find_word(rest, ">") else { return };
        let name = inner.split(|ch: char| !ch.is_ascii_alphanumeric() && ch != ':').next().unwrap_or_default();
        let mut end = close + 1;
        for (element, closing) in [("style", "</style>"), ("script", "</script>")] {
            if name.eq_ignore_ascii_case(element) && rest.starts_with('<') && !rest.starts_with("</") {
                end = find_word(rest, closing).map_or(end, |place| place + closing.len());
            }
        }
        at = start + end;
        found.push((start, at));
    }
    work::done(words.len());
}

/// Marks the tags in `line` as noise and gives what is left of it: a line for each stretch between them.
fn without_markup(text: &str, line: &Line, held: &Letters, noise: &mut Vec<Noise>, left: &mut Vec<Line>) {
    let words = &text[line.words];
    let mut tags = Vec::new();
    if held.any(letters!("<&")) {
        markup(words, &mut tags);
    }
    if tags.is_empty() {
        left.push(*line);
        return;
    }
    let base = line.words.start as usize;
    for (start, end) in &tags {
        match noise.last_mut().filter(|last| last.span.end as usize == base + start) {
            Some(last) if last.kind == NoiseKind::Style => last.span.end = (base + end) as u32,
            _ => noise.push(Noise { span: Span::new(base + start, base + end), kind: NoiseKind::Style }),
        }
    }
    let mut from = 0;
    for (start, end) in tags.into_iter().chain([(words.len(), words.len())]) {
        let piece = words[from..start].trim_start_if(&is_space);
        let at = base + start - piece.len();
        let span = Span::new(at, at + piece.trim_end_if(&is_space).len());
        if !span.is_empty() {
            left.push(Line { words: span, ..*line });
        }
        from = end;
    }
}

/// What each line is by itself, or as a line of a block of rules.
fn kinds_of(text: &str, places: &Concordance, lines: &[Line], held: &[Letters]) -> Vec<Option<NoiseKind>> {
    const BLOCKS: [(&str, &str); 3] = [("<style", "</style>"), ("<script", "</script>"), ("<!--", "-->")];
    // Where each kind of block is closed for the last time: one that nobody closes is none.
    let last_closed = if places.has(letters!("<")) {
        BLOCKS.map(|(_, closing)| lines.iter().rposition(|line| has_word(&text[line.words], closing)))
    } else {
        [None; BLOCKS.len()]
    };
    let mut closing = None;
    let mut depth = 0usize;
    let mut kinds = Vec::with_capacity(lines.len());
    for (place, (line, held)) in lines.iter().zip(held).enumerate() {
        let words = &text[line.words];
        let (latin, han) = if closing.is_some() || depth > 0 { scripts(words) } else { (0, 0) };
        // A sentence is no part of a block, whoever forgot to close it.
        if han > latin && held.any(letters!("。")) {
            (closing, depth) = (None, 0);
        }
        let mut kind = None;
        if words.is_empty() {
        } else if let Some(end) = closing {
            kind = Some(NoiseKind::Style);
            if has_word(words, end) {
                closing = None;
            }
        } else if depth > 0 && latin >= han {
            kind = Some(NoiseKind::Style);
        } else {
            depth = 0;
            for ((opening, end), last) in BLOCKS.iter().zip(last_closed) {
                if last.is_some_and(|last| last > place) && words.starts_with(opening) && !has_word(words, end) {
                    (kind, closing) = (Some(NoiseKind::Style), Some(*end));
                }
            }
            kind = kind.or_else(|| of_line(words, held));
        }
        if kind == Some(NoiseKind::Style) && closing.is_none() {
            let braces = |brace| words.bytes().filter(|byte| *byte == brace).count();
            depth = (depth + braces(b'{')).saturating_sub(braces(b'}'));
        }
        kinds.push(kind);
    }
    kinds
}

/// The head of a table, 信息内容 | 制发件数 | 废止件数, is no menu: its rows have numbers.
fn keep_tables(text: &str, lines: &[Line], held: &[Letters], kinds: &mut [Option<NoiseKind>]) {
    let barred = |place: &usize| held[*place].any(letters!("|｜"));
    let is_number = |cell: &str| {
        let cell = cell.trim_if(&is_space);
        cell.starts_if(&|ch| digit(ch).is_some()) && !cell.has_if(&is_han)
    };
    let mut place = 0;
    while place < lines.len() {
        let end = (place..lines.len()).find(|place| !barred(place)).unwrap_or(lines.len());
        let counts = |place: usize| text[lines[place].words].split(['|', '｜']).any(is_number);
        if end > place + 1 && (place..end).any(counts) {
            kinds[place..end]
                .iter_mut()
                .filter(|kind| **kind == Some(NoiseKind::Navigation))
                .for_each(|kind| *kind = None);
        }
        place = end.max(place) + 1;
    }
}

/// Lines that are a number and nothing else are page numbers where they count on through the text.
fn number_series(text: &str, lines: &[Line], kinds: &mut [Option<NoiseKind>]) {
    const APART: u32 = 150;
    let mut series: Vec<usize> = Vec::new();
    let mut last = 0;
    let mut close = |series: &mut Vec<usize>| {
        if series.len() >= 3 {
            series.iter().for_each(|place| kinds[*place] = Some(NoiseKind::PageNumber));
        }
        series.clear();
    };
    for (place, line) in lines.iter().enumerate() {
        let words = &text[line.words];
        if words.is_empty() || words.len() > 12 || !words.chars().all(|ch| digit(ch).is_some()) {
            continue;
        }
        let number = words.chars().filter_map(digit).fold(0u64, |value, digit| value * 10 + u64::from(digit));
        let goes_on = series
            .last()
            .is_some_and(|previous| number == last + 1 && line.words.start - lines[*previous].words.end > APART);
        if !goes_on {
            // A number in between that is no page stops no series that is known for one.
            if series.len() >= 3 {
                continue;
            }
            close(&mut series);
        }
        series.push(place);
        last = number;
    }
    close(&mut series);
}

/// A line that stands beside page numbers again and again heads or foots a page.
fn running_heads(text: &str, lines: &[Line], kinds: &mut [Option<NoiseKind>]) {
    if !kinds.contains(&Some(NoiseKind::PageNumber)) {
        return;
    }
    let Some(first) = lines.iter().position(|line| has_word(&text[line.words], "。")) else { return };
    let filled: Vec<usize> = (first..lines.len()).filter(|place| !lines[*place].words.is_empty()).collect();
    // The lines that stood beside the last page numbers: a head and a foot, of even pages and of odd ones.
    let mut beside: Vec<usize> = Vec::new();
    for (at, place) in filled.iter().enumerate() {
        if kinds[*place] != Some(NoiseKind::PageNumber) {
            continue;
        }
        for place in [at.wrapping_sub(1), at + 1].into_iter().filter_map(|at| filled.get(at).copied()) {
            let words = &text[lines[place].words];
            if kinds[place].is_some_and(|kind| kind != NoiseKind::RepeatedTitle)
                || !is_short(words, 40)
                || marker::scan(words).is_some()
            {
                continue;
            }
            let near = beside.len().saturating_sub(8);
            if let Some(other) =
                beside[near..].iter().find(|other| **other != place && &text[lines[**other].words] == words)
            {
                kinds[*other] = Some(NoiseKind::RepeatedTitle);
                kinds[place] = Some(NoiseKind::RepeatedTitle);
            }
            beside.push(place);
        }
    }
}

/// A short line that is no sentence and introduces nothing.
fn is_short(words: &str, most: usize) -> bool {
    words.len() <= 4 * most
        && words.chars().nth(most).is_none()
        && !words.has_if(&is_sentence_stop)
        && !words.ends_of(set!("：:，,"))
}

/// What stands above the path of a web page and below its buttons is the site's.
fn page_furniture(text: &str, lines: &[Line], kinds: &mut [Option<NoiseKind>]) {
    let words = |place: usize| &text[lines[place].words];
    let is_text = |place: &usize| {
        let words = words(*place);
        let sentence = has_word(words, "。") || words.chars().nth(50).is_some() && has_word(words, "，");
        // 如果您有疑问，可以点击…。 声明：凡来源标注为…。 The site speaks.
        let site = words.starts_with_any(words!("声明： 免责声明"))
            || words.len() < 3 * 160 && has_word(words, "您") && has_word(words, "点击");
        sentence && !site || marker::scan(words).is_some()
    };
    let open = |kinds: &[Option<NoiseKind>], place: usize| kinds[place].is_none() && !words(place).is_empty();
    let kept = |place: usize| {
        let words = words(place);
        // 查询范围：, the form of a search; 返回首页 预算报告 执行情况, a menu on one line.
        let label = words.trim_end_of(set!("：:"));
        let menu = || {
            words.split(is_space).filter(|cell| !cell.is_empty()).count() >= 3
                && words.split(is_space).all(|cell| is_short(cell, 24))
        };
        !is_short(if label.len() < 3 * 8 { label } else { words }, 24) && scripts(words).1 > 0 && !menu()
            || is_labelled(words)
            || whole_date(words).is_some()
            || title::document_number(words).is_some()
            || title::is_paren_line(words)
            || words.starts_with("附")
    };
    let is_entry =
        |place: usize| is_short(words(place), 6) && (words(place).is_empty() || words(place).chars().all(is_han));
    let is_title = |words: &str| title::ends_title(words) && (title::names_year(words) || words.starts_with("关于"));

    // A page's name and its path say the title before it stands on a line of its own.
    let near: Vec<usize> = (0..lines.len()).filter(|place| !words(*place).is_empty()).take(12).collect();
    for (at, above) in near.iter().enumerate() {
        let echoed = near[at + 1..].iter().map(|below| words(*below)).any(|title| {
            let behind = words(*above).strip_prefix(title).map(|rest| rest.trim_start_if(&is_space));
            let before = words(*above).strip_suffix(title);
            title.chars().nth(6).is_some()
                && (behind.is_some_and(|rest| rest.starts_of(set!("-_|–—｜")))
                    || before.is_some_and(|rest| rest.starts_with("首页") || rest.has_of(set!(">»"))))
        });
        if echoed && is_short(words(*above), 90) {
            kinds[*above] = Some(NoiseKind::Navigation);
        }
    }

    // 当前位置：首页 > 政务公开, above the first heading: what stands above is the site's, were it the news of the day.
    let marked = lines.iter().position(|line| marker::scan(&text[line.words]).is_some()).unwrap_or(0);
    let is_text_of = |kinds: &[Option<NoiseKind>], place: &usize| open(kinds, *place) && is_text(place);
    let stated = (0..marked).rev().find(|place| kinds[*place].is_some() && here(bare(words(*place))).is_some());
    let stated = stated.filter(|path| (0..*path).filter(|place| is_text_of(kinds, place)).count() <= 3);
    let from = stated.unwrap_or(0);
    let first = (from..lines.len()).find(|place| is_text_of(kinds, place)).unwrap_or(lines.len());
    let path = (0..first).rev().find(|place| kinds[*place] == Some(NoiseKind::Navigation) && is_path(words(*place)));
    if let Some(path) = path {
        // A title above the path is the report's, unless one stands below: then it is an entry of a list.
        let titled = (path + 1..first).take(12).any(|below| title::ends_title(words(below)));
        for place in 0..path {
            let listed = titled && (place < from || is_title(words(place)) && is_short(words(place), 60));
            if open(kinds, place) && (listed || !kept(place) && !is_title(words(place))) {
                kinds[place] = Some(NoiseKind::Navigation);
            }
        }
        // An entry between two buttons is one.
        let mut between = Some(path);
        for place in path + 1..first {
            match between {
                Some(from) if kinds[place] == Some(NoiseKind::Navigation) => {
                    (from..place)
                        .filter(|place| !words(*place).is_empty())
                        .for_each(|place| kinds[place] = kinds[path]);
                    between = Some(place);
                }
                Some(_) if !is_entry(place) || place_in(words(place)).is_some() => between = None,
                None if kinds[place] == Some(NoiseKind::Navigation) => between = Some(place),
                _ => {}
            }
        }
    } else {
        // Without a path, a menu shows by its length.
        const MENU: usize = 6;
        let menu = (0..first)
            .take_while(|place| kinds[*place].is_some() || is_entry(*place))
            .last()
            .map_or(0, |last| last + 1);
        let mut entries: Vec<usize> = (0..menu).filter(|place| open(kinds, *place)).collect();
        // The body that reports may stand on the line above the title.
        if entries.last().is_some_and(|last| is_body(words(*last)) || title::ends_title(words(*last))) {
            entries.pop();
        }
        if entries.len() >= MENU {
            entries.iter().for_each(|place| kinds[*place] = Some(NoiseKind::Navigation));
        }
    }

    let last = (0..lines.len()).rev().find(|place| open(kinds, *place) && is_text(place)).unwrap_or(lines.len());
    let buttons = (last..lines.len()).find(|place| kinds[*place] == Some(NoiseKind::Navigation));
    // Words of a program at the very end: Public domain, false.
    for place in (last..lines.len()).rev().filter(|place| !words(*place).is_empty()) {
        if kinds[place].is_none() && (words(place).has_if(&is_han) || scripts(words(place)).0 < 4) {
            break;
        }
        kinds[place] = kinds[place].or(Some(NoiseKind::Navigation));
    }
    for place in buttons.unwrap_or(lines.len())..lines.len() {
        if open(kinds, place) && !words(place).starts_with("附") {
            kinds[place] = Some(NoiseKind::Navigation);
        }
    }
}

/// The noise among `lines`, in reading order, and the lines that are left, without the blank ones.
pub(crate) fn set_aside(text: &str, places: &Concordance, lines: &[Line]) -> (Vec<Noise>, Vec<Line>) {
    let held: Vec<Letters> = lines.iter().map(|line| places.within(line.words).letters()).collect();
    let mut kinds = kinds_of(text, places, lines, &held);
    keep_tables(text, lines, &held, &mut kinds);
    number_series(text, lines, &mut kinds);
    running_heads(text, lines, &mut kinds);
    page_furniture(text, lines, &mut kinds);

    let (mut noise, mut left) = (Vec::new(), Vec::with_capacity(lines.len()));
    for ((line, held), kind) in lines.iter().zip(&held).zip(kinds) {
        match kind {
            Some(kind) => noise.push(Noise { span: line.words, kind }),
            None if line.words.is_empty() => {}
            None => {
                let mut kept = *line;
                let bar = bar(&text[line.words], held).or_else(|| buttons_behind(text, places, line.words));
                if let Some(at) = bar {
                    kept.words.end = line.words.start
                        + text[line.words][..at].trim_end_if(&|ch| is_space(ch) || ch == '|').len() as u32;
                }
                without_markup(text, &kept, held, &mut noise, &mut left);
                if let Some(at) = bar {
                    let start = line.words.start + at as u32;
                    noise.push(Noise { span: Span { start, end: line.words.end }, kind: NoiseKind::Navigation });
                }
            }
        }
    }
    (noise, left)
}
