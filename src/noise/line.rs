//! What a line is by itself: code, an image's place, a page number, a menu's words.

use crate::chars::{Set, digit, find_bytes, find_word, han_digit, has_word, is_han, is_space, one_of, rfind_word};
use crate::concordance::{Letters, letters};
use crate::marker;
use crate::report::NoiseKind;
use crate::search::{Search, Words, set, words};
use crate::title;

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
pub(super) fn bare(words: &str) -> &str {
    words.trim_if(&|ch| {
        is_space(ch) || one_of(Some(ch), set!("•·●▪◆■□-*|｜")) || ch == '】' && words.len() == '】'.len_utf8()
    })
}

/// Latin letters, and Chinese characters.
pub(super) fn scripts(words: &str) -> (usize, usize) {
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

/// The file name of an image and nothing else, or who took it: 会议现场。本报记者 某某 摄.
fn is_image(bare: &str) -> bool {
    const ENDINGS: &str = ".jpg .jpeg .png .gif .bmp .webp .svg .tif";
    if bare.starts_with("data:image/") || bare == "[图片]" {
        return true;
    }
    let caption = bare.trim_end_of(set!("）)。"));
    if caption.ends_with_any(words!("摄 摄影 供图"))
        && caption.chars().nth(60).is_none()
        && caption.has_any(words!("记者 通讯员 图为"))
    {
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
pub(super) fn is_path(bare: &str) -> bool {
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
pub(super) fn here(bare: &str) -> Option<usize> {
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
