//! What a reader throws away before reading. It is marked and passed over; nothing is deleted.

use crate::chars::{digit, find_word, has_word, is_han, is_letter, is_space, one_of};
use crate::lines::Line;
use crate::report::{Noise, NoiseKind};
use crate::span::Span;
use crate::work;
use alloc::string::String;
use alloc::vec::Vec;

/// What kind of noise a whole line is, if it is.
pub(crate) fn of_line(words: &str) -> Option<NoiseKind> {
    if words.is_empty() {
        return None;
    }
    work::done(words.len());
    if is_style(words) {
        return Some(NoiseKind::Style);
    }
    let bare = words.trim_matches(|ch: char| is_space(ch) || one_of(Some(ch), "•·●▪◆■□-*|｜"));
    if is_image(bare) {
        return Some(NoiseKind::Image);
    }
    if is_page_number(words) {
        return Some(NoiseKind::PageNumber);
    }
    (bare.is_empty() && words.contains(['•', '|', '｜', '●', '▪', '◆', '■', '□']) || is_navigation(bare))
        .then_some(NoiseKind::Navigation)
}

/// Style rules, scripts and tags: Latin for the most part, with the braces or brackets of their kind.
fn is_style(words: &str) -> bool {
    const OPENINGS: [&str; 9] =
        ["@font-face", "@page", "@media", "<style", "<script", "<!--", "<span", "<div", "function("];
    if OPENINGS.iter().any(|opening| words.starts_with(opening)) {
        return true;
    }
    let rule = words.contains(['{', '}']) || has_word(words, ":") && words.ends_with(';');
    if !rule {
        return false;
    }
    let (mut latin, mut all) = (0usize, 0usize);
    for ch in words.chars() {
        latin += usize::from(ch.is_ascii_alphabetic());
        all += usize::from(is_letter(ch));
    }
    // A sentence that quotes a rule is mostly Chinese.
    latin * 2 > all && all > 3
}

/// The file name of an image and nothing else.
fn is_image(bare: &str) -> bool {
    const ENDINGS: [&str; 8] = [".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".svg", ".tif"];
    let name = bare.trim_matches(['[', ']', '(', ')', '（', '）']);
    name.chars().count() <= 60
        && !name.contains(['。', '，', '；'])
        && name.rfind('.').is_some_and(|dot| {
            name.get(dot..).is_some_and(|ending| ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)))
        })
}

/// `— 9 —`, `- 9 -`, `第9页`, `第 9 页 共 12 页`, `9/12`.
fn is_page_number(words: &str) -> bool {
    let solid: String = words.chars().filter(|ch| !is_space(*ch)).take(24).collect();
    let is_number =
        |part: &str| !part.is_empty() && part.chars().count() <= 4 && part.chars().all(|ch| digit(ch).is_some());
    if let Some(inner) = solid.strip_prefix('第').and_then(|rest| rest.strip_suffix('页')) {
        return inner.split_once('页').map_or_else(
            || is_number(inner),
            |(page, of)| {
                let of = of.strip_prefix(['，', '/']).unwrap_or(of).strip_prefix('共');
                is_number(page) && of.is_some_and(is_number)
            },
        );
    }
    let dash = |ch: char| matches!(ch, '—' | '-' | '–' | '－' | '―' | '─' | '一' | '~' | '·');
    let inner = solid.trim_matches(dash);
    if inner.len() < solid.len() && solid.starts_with(dash) && solid.ends_with(dash) {
        return is_number(inner);
    }
    solid.split_once('/').is_some_and(|(page, of)| is_number(page) && is_number(of))
}

/// Menus, share bars and counters of a web page. Each word stands at the start of a short line.
fn is_navigation(bare: &str) -> bool {
    const WHOLE: [&str; 35] = [
        "语音播报",
        "播报",
        "进入播报模式",
        "退出播报模式",
        "纠错",
        "我要纠错",
        "微信",
        "微博",
        "繁體",
        "无障碍",
        "长者模式",
        "首页",
        "网站首页",
        "返回首页",
        "返回顶部",
        "返回",
        "打印",
        "打印本页",
        "关闭",
        "关闭窗口",
        "分享",
        "收藏",
        "上一篇",
        "下一篇",
        "相关新闻",
        "相关链接",
        "相关文档",
        "相关文章",
        "相关信息",
        "网站地图",
        "联系我们",
        "无障碍浏览",
        "扫一扫",
        "下载",
        "更多",
    ];
    const OPENINGS: [&str; 40] = [
        "语音合成中",
        "责任编辑",
        "【打 印",
        "扫码",
        "主办：",
        "主办:",
        "承办：",
        "承办:",
        "技术支持",
        "建议使用",
        "当前位置",
        "您的位置",
        "您现在的位置",
        "你的位置",
        "所在位置",
        "上一篇",
        "下一篇",
        "上一条",
        "下一条",
        "分享到",
        "分享至",
        "浏览次数",
        "浏览量",
        "点击数",
        "点击次数",
        "访问次数",
        "访问量",
        "阅读次数",
        "阅读量",
        "字体",
        "字号",
        "打印本页",
        "【打印",
        "【字体",
        "【关闭",
        "扫一扫",
        "扫描二维码",
        "主办单位",
        "版权所有",
        "网站标识码",
    ];
    const MIXED: [&str; 9] = [
        "网站标识码",
        "分辨率浏览",
        "建议使用IE",
        "ICP备",
        "公网安备",
        "打印本页",
        "关闭窗口",
        "【大中小】",
        "大 中 小",
    ];
    if bare.chars().count() > 60 || has_word(bare, "。") {
        return false;
    }
    let solid: String = bare.chars().filter(|ch| !is_space(*ch)).collect();
    // 附件：报告.docx is a link; 附件：1.一览表 is a part of the report.
    let file =
        [".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".zip", ".rar"].iter().any(|ending| solid.ends_with(ending));
    if file && !has_word(&solid, "，") {
        return true;
    }
    if WHOLE.contains(&solid.as_str()) || OPENINGS.iter().any(|opening| solid.starts_with(opening)) {
        return true;
    }
    // A bar of menu words parted by strokes: 首页 | 机构 | 公开.
    let parts = bare.split(['|', '｜', '>', '＞', '»', '›']).filter(|part| part.chars().any(is_han)).count();
    MIXED.iter().any(|mixed| has_word(&solid, mixed))
        || parts >= 3
        || parts == 2 && bare.contains(['>', '＞', '»', '›'])
}

/// Where the counters and buttons begin that follow date and source on one line of a web page, in bytes.
fn bar(words: &str) -> Option<usize> {
    const BARS: [&str; 13] = [
        "浏览次数",
        "浏览量",
        "点击数",
        "点击次数",
        "点击量：",
        "访问量",
        "访问次数",
        "阅读次数",
        "阅读量",
        "字体：",
        "字体:",
        "【字体",
        "字号：",
    ];
    if has_word(words, "。") || words.chars().nth(160).is_some() {
        return None;
    }
    let labelled = ["时间", "日期", "来源", "作者", "编辑"].iter().any(|label| has_word(words, label));
    BARS.iter().filter_map(|bar| find_word(words, bar)).min().filter(|at| *at > 0 && labelled)
}

/// The noise among `lines`, in reading order, and the lines that are left, without the blank ones.
pub(crate) fn set_aside(text: &str, lines: &[Line]) -> (Vec<Noise>, Vec<Line>) {
    let (mut noise, mut left) = (Vec::new(), Vec::new());
    for line in lines {
        match of_line(&text[line.words]) {
            Some(kind) => noise.push(Noise { span: line.words, kind }),
            None if line.words.is_empty() => {}
            None => {
                let mut kept = *line;
                if let Some(at) = bar(&text[line.words]) {
                    let start = line.words.start + at as u32;
                    noise.push(Noise { span: Span { start, end: line.words.end }, kind: NoiseKind::Navigation });
                    kept.words.end = line.words.start
                        + text[line.words][..at].trim_end_matches(|ch| is_space(ch) || ch == '|').len() as u32;
                }
                left.push(kept);
            }
        }
    }
    (noise, left)
}
