//! What a reader throws away before reading. It is marked and passed over; nothing is deleted.
//!
//! A line is judged by itself first, then by where it stands: inside a block of rules, in a series of page numbers, above
//! the path of a web page or below its buttons. What may belong to the report stays.

use crate::bodies::{is_body, place_in};
use crate::chars::{
    Set, digit, find_bytes, find_word, han_digit, has_word, is_han, is_sentence_stop, is_space, one_of, rfind_word,
};
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

/// What kind of noise a whole line is by itself, if it is; `held` are the watched characters of `words`.
pub(crate) fn of_line(words: &str, held: &Letters) -> Option<NoiseKind> {
    if words.is_empty() {
        return None;
    }
    if is_code(words, held) {
        return Some(NoiseKind::Style);
    }
    let bare = bare(words);
    if is_image(bare) {
        return Some(NoiseKind::Image);
    }
    if is_page_number(words, held) {
        return Some(NoiseKind::PageNumber);
    }
    (bare.is_empty() && words.has_of(set!("•|｜●▪◆■□】")) || is_navigation(bare, held)).then_some(NoiseKind::Navigation)
}

/// Whether a whole line is a page number by itself.
pub(crate) fn is_page_number_line(words: &str, held: &Letters) -> bool {
    is_page_number(words, held) && of_line(words, held) == Some(NoiseKind::PageNumber)
}

/// A line without the marks that a site puts round it.
fn bare(words: &str) -> &str {
    words.trim_if(&|ch| {
        is_space(ch) || one_of(Some(ch), set!("•·●▪◆■□-*|｜")) || ch == '】' && words.len() == '】'.len_utf8()
    })
}

/// Latin letters, and Chinese characters.
fn scripts(words: &str) -> (usize, usize) {
    words
        .chars()
        .fold((0, 0), |(latin, han), ch| (latin + usize::from(ch.is_ascii_alphabetic()), han + usize::from(is_han(ch))))
}

/// Style rules, scripts and records: Latin for the most part, with the marks of their kind.
fn is_code(words: &str, held: &Letters) -> bool {
    const OPENINGS: &Words =
        words!("@font-face @page @media @import var let const function document. window. $( $. jQuery {\"");
    const MARKS: &Set = set!("{};=");
    let marked = held.any(letters!("{};="));
    if words.starts_with_any(OPENINGS) && (marked || words.ends_with(')')) {
        return true;
    }
    // "title": "…",
    if words
        .strip_prefix('"')
        .and_then(|rest| Some(&rest[..find_word(rest, "\":")?]))
        .is_some_and(|key| scripts(key).1 == 0)
    {
        return true;
    }
    if !marked && !words.starts_of(set!(".#/")) {
        return false;
    }
    let (latin, han) = scripts(words);
    let rule = words.has_of(set!("{}")) || words.has_of(set!(":=(")) && words.ends_of(set!(";,{}"));
    // A sentence that quotes a rule is mostly Chinese. A brace by itself closes one.
    latin > han && latin > 2 && (rule || han == 0 && (words.starts_of(set!(".#/")) || words.ends_of(MARKS)))
        || latin + han == 0 && words.has_of(set!("{}")) && words.chars().all(|ch| one_of(Some(ch), set!("{}()[];, ")))
}

/// The file name of an image and nothing else.
fn is_image(bare: &str) -> bool {
    const ENDINGS: &str = ".jpg .jpeg .png .gif .bmp .webp .svg .tif";
    if bare.starts_with("data:image/") || bare == "[图片]" {
        return true;
    }
    let name = bare.trim_start_of(set!("[]()（）!")).trim_end_of(set!("[]()（）!"));
    name.ends_of(set!("gfpGFP"))
        && name.len() <= 4 * 80
        && name.chars().count() <= 80
        && !name.has_of(set!("。，；"))
        && rfind_word(name, ".").is_some_and(|dot| {
            name.get(dot..).is_some_and(|ending| ENDINGS.split(' ').any(|known| known.eq_ignore_ascii_case(ending)))
        })
}

/// `— 9 —`, `- 9 -`, `第9页`, `第 9 页 共 12 页`, `9/12`.
fn is_page_number(words: &str, held: &Letters) -> bool {
    let dash = |ch: char| matches!(ch, '—' | '-' | '–' | '－' | '―' | '─' | '一' | '~' | '·');
    if words.len() > 100 {
        return false;
    }
    let inside = words.trim_if(&|ch| is_space(ch) || one_of(Some(ch), set!("（）()[]")));
    if !(held.any(letters!("页/")) || inside.starts_if(&dash) && inside.ends_if(&dash)) {
        return false;
    }
    let solid = title::unspaced(words);
    let solid = solid.trim_start_of(set!("（）()[]")).trim_end_of(set!("（）()[]"));
    let is_number = |part: &str| {
        let digits = part.chars().all(|ch| digit(ch).is_some());
        let han = || part.chars().all(|ch| han_digit(ch).is_some() || ch == '十');
        !part.is_empty() && part.chars().count() <= 4 && (digits || han())
    };
    if let Some(inner) = solid.strip_prefix('第').and_then(|rest| rest.strip_suffix('页')) {
        return match inner.split_once(['页']) {
            Some((page, of)) => {
                let of = of.trim_start_of(set!("，,/|"));
                is_number(page) && of.strip_start_of(set!("共总")).is_some_and(is_number)
            }
            None => is_number(inner),
        };
    }
    let inner = solid.trim_if(&dash);
    if inner.len() < solid.len() && solid.starts_if(&dash) && solid.ends_if(&dash) {
        return inner.chars().all(|ch| digit(ch).is_some()) && is_number(inner);
    }
    solid.split_once(['/']).is_some_and(|(page, of)| is_number(page) && is_number(of))
}

/// The path of a web page: 您当前的位置：首页 > 政务公开, 首页 >> 公开目录.
fn is_path(bare: &str) -> bool {
    const PARTS: &Set = set!(">＞»›→/");
    // >> 统计公报: a path that goes on on the next line.
    if bare.starts_with(">>") && bare.chars().nth(20).is_none() {
        return true;
    }
    // 首页 新闻 招标动态: parted by spaces alone.
    if bare.strip_prefix("首页").is_some_and(|rest| rest.starts_if(&is_space) && rest.split(is_space).count() >= 3) {
        return true;
    }
    if here(bare).is_some_and(|at| bare[at + "位置".len()..].starts_of(set!("：: \u{3000}>"))) {
        return true;
    }
    if bare.has_of(set!("，,；;")) {
        return false;
    }
    let names = bare.split(|ch| one_of(Some(ch), PARTS)).filter(|part| part.chars().any(is_han)).count();
    let plain = || !bare.has_of(set!("/→")) && scripts(bare).0 == 0 && !bare.chars().any(|ch| digit(ch).is_some());
    // 一、甲>乙 is a heading, whatever signs it has.
    names >= 2 && (has_word(bare, "首页") || plain() && marker::scan(bare).is_none())
}

/// Whether a line has a character that menus, buttons and paths have, at its start, at its end or anywhere: most lines have
/// none.
fn may_navigate(bare: &str, held: &Letters) -> bool {
    // What the words of is_navigation begin with that a line is made of, begins with or has.
    const FIRST: &Set = set!(
        "首网返打保关分收我转更下点附纠微新空朋播语进退上联隐无长繁登注搜大中小字推延友责编审校主承技浏访阅扫建版相加缩放减还默全朗取选老适简手欢今天文"
    );
    held.any(letters!("A页辨版码备>＞»›→/|｜"))
        || one_of(bare.chars().find(|ch| is_han(*ch)), FIRST)
        || bare.ends_of(set!("cxfspr站网您！"))
        || bare.ends_with_any(words!("星期一 星期二 星期三 星期四 星期五 星期六 星期日"))
        || bare.starts_of(set!("hw"))
        || here(bare).is_some()
}

/// Where 位置 stands near the start of a line.
fn here(bare: &str) -> Option<usize> {
    const FARTHEST: usize = "您现在所在的位置".len();
    find_bytes(&bare.as_bytes()[..bare.len().min(FARTHEST)], "位置".as_bytes())
}

/// Menus, share bars and counters of a web page, on a short line.
fn is_navigation(bare: &str, held: &Letters) -> bool {
    // Words of which such a line is made and nothing else.
    const WORDS: &Words = words!(
        "\
        首页 网站首页 返回首页 返回顶部 返回 打印 打印本页 打印此页 打印本文 保存 保存本页 关闭 关闭窗口 \
        关闭本页 分享 收藏 收藏本页 我要分享 转发 更多 下载 点击下载 附件下载 纠错 我要纠错 微信 微博 新浪微博 \
        空间 朋友圈 播报 语音播报 进入播报模式 退出播报模式 上一篇 下一篇 网站地图 联系我们 关于我们 网站声明 \
        隐私声明 隐私保护 无障碍 无障碍浏览 长者模式 长者版 老年版 适老化 繁體 繁体 繁体版 繁体中文 简体 简体版 简体中文 手机版 登录 注册 注冊 搜索 \
        加大字体 缩小字体 放大字体 加大 减小 放大 缩小 还原 默认 全屏 朗读 取消收藏 我要收藏 选择区域 关联稿件 \
        字体大小 大中小 文件下载 搜索结果"
    );
    // Words that such a line begins with; a mark, a number or nothing follows, or the words of its kind.
    const OPENINGS: &Words = words!(
        "推荐阅读 延伸阅读 友情链接 责任编辑 编辑 审核 校对 主办 主办单位 承办 承办单位 技术支持 上一篇 下一篇 上一条 下一条 分享到 \
        分享至 分享 浏览次数 浏览量 浏览 点击数 点击次数 点击量 访问次数 访问量 阅读次数 阅读量 阅读 字体 字号"
    );
    const ALWAYS: &Words = words!(
        "\
        语音合成中 扫一扫 扫描二维码 扫码 建议使用IE 版权所有 网站标识码 欢迎访问 欢迎光临 点击收听 点击播放 点击查看 \
        点击这里 点击此处"
    );
    const INSIDE: &Words = words!(
        "网站标识码 本网站已支持 分辨率浏览 分辨率 建议使用IE ICP备 网安备 版权所有 中文域名 AllRightsReserved Copyright"
    );
    if bare.len() > 4 * 120 || held.any(letters!("。")) || !may_navigate(bare, held) {
        return false;
    }
    let length = bare.chars().filter(|ch| !is_space(*ch)).take(121).count();
    if length > 120 {
        return false;
    }
    let solid = title::unspaced(bare);
    if solid.has_any(INSIDE) {
        return true;
    }
    if length > 60 {
        return is_path(bare) && has_word(bare, "首页");
    }
    // 今天是2019年12月3日 星期二: the clock of a site.
    if length <= 40
        && has_word(&solid, "星期")
        && (solid.starts_with("今天是") || has_word(&solid, "日星期"))
        && !held.any(letters!("，,"))
    {
        return true;
    }
    // 附件：报告.docx is a link; 附件：1.一览表 is a part of the report. So is a site's name by itself.
    let file = solid.ends_with_any(words!(".doc .docx .pdf .xls .xlsx .wps .zip .rar"));
    let address = solid.starts_with_any(words!("http:// https:// www."));
    let site = solid.ends_with_any(words!("门户网站 政府网站 政府网 政务网"));
    let parted = solid.has_of(set!("，,"));
    // 2.“三公”经费情况.pdf: a name may quote a word; 见《办法》.doc quotes the file.
    let quoted = if file { solid.has_of(set!("《》")) } else { solid.has_if(&is_quoted) };
    if (file || site) && !parted && !quoted || address && scripts(&solid).1 == 0 {
        return true;
    }
    // 某县人大信息网欢迎您！
    if length <= 40 && solid.trim_end_of(set!("！!|｜")).ends_with("欢迎您") {
        return true;
    }
    let open = solid.trim_start_of(set!("【[（("));
    if open.starts_with_any(ALWAYS) {
        // 语音合成中，请耐心等待...: the site's reader.
        return length <= 40 && (!solid.has_of(set!("，,")) || open.starts_with("语音合成中"));
    }
    // 相关新闻, 相关报道: lists of other pages.
    const OTHERS: &Words = words!("新闻 链接 文档 文章 信息 阅读 报道 稿件 政策 解读 资讯 附件");
    let related = open.strip_prefix("相关").unwrap_or_default();
    if related.strip_start_any(OTHERS).is_some_and(|rest| rest.chars().count() <= 1) {
        return true;
    }
    let ends = |rest: &str| {
        rest.chars().next().is_none_or(|ch| digit(ch).is_some() || matches!(ch, '：' | ':' | '】' | ']' | '）' | '>'))
    };
    if open.starts_with_any(OPENINGS) && OPENINGS.each().any(|opening| open.strip_prefix(opening).is_some_and(ends)) {
        return true;
    }
    let mut words = bare.split(|ch| !is_han(ch)).filter(|word| !word.is_empty()).peekable();
    let only = |word: &str| word.is_any(WORDS) || matches!(word, "大" | "中" | "小" | "字体" | "字号");
    if words.peek().is_some() && words.all(only) && scripts(bare).0 <= 8 {
        return true;
    }
    // A bar of menu words parted by strokes: 首页 | 机构 | 公开. A row of a table has numbers.
    let menu = |part: &str| {
        (2..=8).contains(&part.chars().count())
            && (part.chars().all(is_han) || part.bytes().all(|byte| byte.is_ascii_alphabetic()) && scripts(bare).1 > 0)
    };
    let bar = || {
        let mut parts = bare.split(['|', '｜']).map(|part| part.trim_if(&is_space)).peekable();
        bare.split(['|', '｜']).count() >= 3 && parts.all(menu)
    };
    is_path(bare) || bar()
}

/// A mark that quotes a name.
fn is_quoted(ch: char) -> bool {
    matches!(ch, '“' | '”' | '《' | '》')
}

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
