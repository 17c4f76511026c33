//! What is not a figure, and why: the rules look at the shape of the number and at what stands right beside it.

use crate::chars::{
    after, before, digit, han_digit, has_word, is_closing, is_comma, is_han, is_letter, is_sentence_stop, is_space,
    one_of, step_back, step_on,
};
use crate::numeral::Script;
use crate::quantity::Quantity;
use crate::report::{Kind, Reason};
use crate::search::{Search, Words, set, words};
use crate::units::Use;

/// Words behind N个 that make a slogan of it: 两个维护, 四个意识.
const SLOGANS: &Words =
    words!("维护 确立 意识 自信 全面 务必 明确 坚持 毫不动摇 不放过 一律 一以贯之 牢固 先行区 大局 积极性");

/// Measure words that make names with a small Chinese numeral more often than counts: 三项制度, 四类人员, 两级.
const NAMING: &Words = words!("项 类 大类 种 级 层 方面 面 把 条 大 步 片");

/// Measure words that 一 counts at the end of a clause: 举办培训班一期.
const ONE: &Words = words!("次 场 期 件 个 名 家 份 所 座 处 支 辆 台 套 篇 部 人 户 宗 栋 间 例 艘 幅 场次");

/// Labels of what a site counts of a page.
const SITE_COUNTS: &Words = words!(
    "浏览 浏览量 浏览次数 浏览数 阅读 阅读量 阅读数 阅读次数 点击 点击量 点击数 点击率 点击次数 下载 下载量 下载次数 访问量 访问次数 字数 人气"
);

/// Whether `quantity` is a figure; the reason where it is not. `end` is the end of its stretch.
pub(crate) fn reason(text: &str, quantity: &Quantity, end: usize) -> Option<Reason> {
    let start = quantity.number.start as usize;
    let previous = before(text, start);
    let next = after(text, quantity.number.end as usize);
    if quantity.value.is_none() {
        let digits = text[quantity.number].chars().next().is_some_and(|ch| digit(ch).is_some());
        return Some(if digits { Reason::Name } else { Reason::Unknown });
    }
    if let Some(reason) = by_left(text, quantity, start, previous) {
        return Some(reason);
    }
    // 1+1+9, 7×24, 3·15, K21+350: parts of one name.
    if matches!(next, Some('+' | '＋' | '×' | '·' | '#'))
        && after(text, quantity.number.end as usize + next.map_or(0, char::len_utf8)).is_some_and(is_letter)
    {
        return Some(Reason::Name);
    }
    if quantity.worded {
        return None;
    }
    match quantity.unit {
        None => without_unit(text, quantity, next),
        Some(_) => with_unit(text, quantity, previous, end),
    }
}

/// What the characters before the number say.
fn by_left(text: &str, quantity: &Quantity, start: usize, previous: Option<char>) -> Option<Reason> {
    let left = text[..start].trim_end_if(&is_space);
    if left.ends_with('第') {
        return Some(Reason::Ordinal);
    }
    let previous = previous?;
    if matches!(previous, '+' | '＋' | '×' | '·' | '#' | '№')
        || previous == '.'
        || previous == '/' && quantity.unit.is_none()
    {
        return Some(Reason::Name);
    }
    // 配备CT2台, 实现GDP19亿元: an abbreviation of capitals with its count; A3, G20峰会 and 5G are names.
    let counted = left.bytes().rev().take_while(u8::is_ascii_uppercase).count() > 1
        && quantity.numeral.script == Script::Arabic
        && (quantity.kind == Kind::Money || quantity.unit.is_some_and(|unit| text[unit].is_any(ONE)));
    if previous.is_ascii_alphabetic() && !counted
        || matches!(previous, '-' | '－')
            && before(text, start - previous.len_utf8()).is_some_and(|ch| ch.is_ascii_alphanumeric())
    {
        return Some(Reason::Name);
    }
    // GB/T 9704, DB32 1234: the letters of a standard with a space.
    if left.len() < start && left.ends_if(&|ch| ch.is_ascii_uppercase()) && quantity.unit.is_none() {
        return Some(Reason::DocumentNumber);
    }
    // 前十名, 前3位: a rank. 提前3天 and 目前3个 are none.
    if previous == '前'
        && !before(text, start - previous.len_utf8()).is_some_and(|ch| one_of(Some(ch), set!("提目以之年月日此空当先")))
    {
        return Some(Reason::Ordinal);
    }
    // 重点城市后20位.
    let last = previous == '后' && quantity.unit.is_some_and(|unit| text[unit].is_any(words!("位 名")));
    if last
        && before(text, start - previous.len_utf8())
            .is_some_and(|ch| one_of(Some(ch), set!("数国省市县区镇街名榜居列")))
    {
        return Some(Reason::Ordinal);
    }
    // 十九届四次全会.
    (previous == '届').then_some(Reason::Ordinal)
}

/// A number without a unit: a figure only where a scale word makes it one.
fn without_unit(text: &str, quantity: &Quantity, next: Option<char>) -> Option<Reason> {
    let numeral = &quantity.numeral;
    if numeral.script == Script::Han {
        // 千万, 百万 are words; 三万五千 and 十余万 are numbers.
        let counted = numeral.scale >= 4 && !numeral.scale_only && !numeral.positional;
        let word = text[quantity.end..].starts_of(set!("众分家千级里象民物事一"));
        return if counted && !word { None } else { Some(Reason::Word) };
    }
    if numeral.scale >= 4 {
        // 百亿级产业, 5万级: the name of a class.
        return matches!(next, Some('级' | '众')).then_some(Reason::Name);
    }
    if is_index(text, quantity) {
        return None;
    }
    let digits = text[quantity.number].chars().filter(|ch| digit(*ch).is_some()).count();
    let decimal = has_word(&text[quantity.number], ".");
    Some(if (digits >= 5 && quantity.upper.is_none() || digits >= 11) && !decimal {
        Reason::Telephone
    } else if next
        .is_some_and(|ch| ch.is_ascii_alphabetic() || matches!(ch, '号' | '级' | '路' | '楼' | '栋' | '代' | '版'))
    {
        Reason::Name
    } else {
        Reason::Bare
    })
}

/// 居民消费价格指数为101.2, 死亡率0.041: a decimal without a unit that its noun makes a quantity.
fn is_index(text: &str, quantity: &Quantity) -> bool {
    let left = text[..quantity.number.start as usize].trim_end_if(&is_space);
    let left = left.strip_end_any(words!("为 达到 达 是 到 至 约")).unwrap_or(left);
    let left = left.strip_end_any(words!("提高 提升 下降 上升 缩小 扩大 升 降")).unwrap_or(left);
    // 起诉率从103.6降到97.2: either end of a change.
    let left = left.trim_end_of(set!("由从"));
    let left = left.trim_end_if(&|ch| digit(ch).is_some() || ch == '.').trim_end_of(set!("由从"));
    let behind = &text[quantity.end..];
    let closed = behind.is_empty()
        || behind.starts_if(&|ch| is_sentence_stop(ch) || is_comma(ch) || matches!(ch, '（' | '('))
        || behind
            .strip_start_any(words!("提高 提升 下降 上升 缩小 扩大 升 降 增 减"))
            .is_some_and(|rest| rest.starts_of(set!("到至")));
    // 三次产业结构比为25.72:26.84:47.44.
    let score = behind.strip_start_of(set!(":：∶")).is_some_and(|rest| rest.starts_if(&|ch| digit(ch).is_some()));
    // “案-件比”为1.06.
    let left = left.strip_suffix('”').unwrap_or(left);
    // 发展指数达85: said to be so.
    let said = left.len() < text[..quantity.number.start as usize].len()
        && left.ends_with_any(words!("指数 得分 评分"))
        && quantity.value.is_some_and(|value| value.to_f64() < 1000.0)
        && !text[quantity.end..].starts_of(set!("（("));
    closed
        && !score
        && (said || quantity.value.is_some_and(|value| value.exponent() < 0))
        && left.ends_with_any(words!("指数 率 系数 比 值 水平 满意度 强度 密度 倍差 得分"))
}

/// A number with a unit that may still be a name.
fn with_unit(text: &str, quantity: &Quantity, previous: Option<char>, end: usize) -> Option<Reason> {
    let unit = quantity.unit.map_or("", |unit| &text[unit]);
    let behind = &text[quantity.end..end];
    let numeral = &quantity.numeral;
    let scaled = numeral.scale >= 4;
    if quantity.use_ == Use::Scaled && !scaled {
        return Some(Reason::Name);
    }
    // 2021年1228日, 20211228日: a date whose characters were lost.
    if unit == "日" && numeral.script == Script::Arabic && !scaled && quantity.number.len() >= "1228".len() {
        return Some(Reason::Date);
    }
    // 浏览：1727次, 字数：4205字: what a site counts.
    let label = text[..quantity.number.start as usize].trim_end_if(&is_space).strip_end_of(set!("：:"));
    if label.is_some_and(|label| label.ends_with_any(SITE_COUNTS)) {
        return Some(Reason::Name);
    }
    // 20万吨级航道, 三人制篮球场: a class, and a way to play.
    let measured = matches!(quantity.kind, Kind::Weight | Kind::Energy | Kind::Money | Kind::Volume);
    if measured && behind.starts_with('级') || unit == "人" && behind.starts_with('制') {
        return Some(Reason::Name);
    }
    // 4.2025年预算收支总表: a marker in a list, and a year.
    let listed =
        |(marker, year): (&str, &str)| marker.len() < 3 && year.len() == 4 && year.starts_with_any(words!("19 20"));
    if unit == "年" && text[quantity.number].split_once(['.', '．']).is_some_and(listed) {
        return Some(Reason::Marker);
    }
    // 15分钟生活圈, 24小时制: what is named is a circle or a system.
    if quantity.kind == Kind::Duration
        && (behind.starts_of(set!("制圈线"))
            || behind[..step_on(behind, 0, 8)]
                .split(|ch| is_comma(ch) || is_sentence_stop(ch))
                .next()
                .is_some_and(|near| near.ends_with('圈') || has_word(near, "圈建")))
    {
        return Some(Reason::Name);
    }
    if quantity.kind == Kind::Duration && is_time(&text[..quantity.number.start as usize], unit, behind) {
        return Some(Reason::Date);
    }
    // 二期工程, 3期项目, 棚改三期, 海阳核电三期: a phase; 培训班三期, 举办三期 are counts.
    const ISSUED: &Words = words!(
        "\
        刊 报 栏 班 训 课 讲座 讲堂 测试 活动 信息 通报 动态 直播 沙龙 论坛 宣讲 节目 文章 视频 推文 墙 海报 橱窗 举办 开展 组织 \
        编发 印发 刊发 刊登 推出 发布 推送 制作 出版 播出 播放 连续 共 计 了 已 办 出 发 分 每 各 达 满 近 约 超 为 有 余 过"
    );
    let phase = || {
        let left = text[..quantity.number.start as usize].trim_end_if(&is_space);
        let named = previous.is_some_and(|ch| is_han(ch) || is_closing(ch) || matches!(ch, '（' | '('))
            || left.ends_with("期、");
        numeral.script == Script::Han && named && !left.ends_with_any(ISSUED)
    };
    if unit == "期"
        && (behind.starts_with_any(words!("工程 项目 建设 改造 改扩建 扩建 厂 地块 园区"))
            || numeral.script == Script::Han && one_of(previous, set!("改房程目厂园区路站库楼城港"))
            || phase())
    {
        return Some(Reason::Ordinal);
    }
    // 5幢2单元301室: an address; 5幢2300平方米 are two counts.
    if unit.is_any(words!("幢 栋 单元 座")) && {
        let rest = behind.trim_start_if(&|ch| digit(ch).is_some());
        rest.len() < behind.len() && rest.starts_with_any(words!("单元 室 号 层"))
    } {
        return Some(Reason::Name);
    }
    // 屡次三番: only what is doubled is counted in 番.
    let near = step_back(text, quantity.number.start as usize, 3);
    if unit == "番" && !has_word(&text[near..quantity.number.start as usize], "翻") {
        return Some(Reason::Word);
    }
    // 三次产业, 十届三次会议.
    if unit == "次"
        && behind.starts_with_any(words!("产业 全会 全体 会议 代表 方 党代"))
        && numeral.script == Script::Han
    {
        return Some(Reason::Ordinal);
    }
    // 新36条: a quoted policy.
    if unit == "条" && previous == Some('新') {
        return Some(Reason::Name);
    }
    // 202路 is a bus; 监控1500路 are cameras.
    let cameras = |left: &str| left.ends_with_any(words!("监控 视频 摄像头 信号 探头"));
    if unit == "路" && !cameras(&text[..quantity.number.start as usize]) && !behind.starts_of(set!("高视监公以"))
    {
        return Some(Reason::Name);
    }
    // 九点三十分, 9时30分: a time of day; 2小时30分 is a length.
    if unit == "分"
        && (previous == Some('点')
            || previous == Some('时') && !text[..quantity.number.start as usize].ends_with("小时"))
    {
        return Some(Reason::Date);
    }
    // 50年代.
    if unit == "年" && behind.starts_with('代') {
        return Some(Reason::Date);
    }
    if numeral.script == Script::Arabic {
        return None;
    }
    han_with_unit(text, quantity, unit, behind, previous)
}

/// 过去五年, 三年行动, 十年前, 建党100周年: years that say when, not how long something took.
fn is_time(left: &str, unit: &str, behind: &str) -> bool {
    const LEFT: &Words = words!("经过 过去 今后 未来 最近 这 往后 头 新一轮");
    const RIGHT: &Words = words!(
        "来 以来 前 间 行动 计划 规划 攻坚 任务 禁渔 禁捕 目标 累计 年均 平均 增长 增加 下降 减少 共 生存率 存活率 死亡率"
    );
    // 这是极不平凡的五年。: what the five years were, not how long something took.
    let told =
        left.ends_with('的') && (behind.is_empty() || behind.starts_if(&|ch| is_sentence_stop(ch) || is_comma(ch)));
    // 近三年，全市受理: the last three years; 历时近三年 is how long.
    let last = left
        .strip_suffix('近')
        .is_some_and(|left| !left.ends_if(&is_han) && !behind.starts_with_any(words!("时间 的时间 努力 的努力")));
    unit == "周年" || unit == "年" && (told || last || left.ends_with_any(LEFT) || behind.starts_with_any(RIGHT))
}

/// Small Chinese numerals make names and idioms as often as counts.
fn han_with_unit(text: &str, quantity: &Quantity, unit: &str, behind: &str, previous: Option<char>) -> Option<Reason> {
    let numeral = &quantity.numeral;
    let words = &text[quantity.number];
    let hedged = numeral.hedge.is_some();
    if numeral.positional {
        return Some(Reason::Name);
    }
    if words == "半" {
        // 半年、全年总结 names the time of year; 提前半年 and 半年内 are lengths.
        let measured = one_of(previous, set!("前近约达为了满时需用过至到由从")) || behind.starts_of(set!("以内后多左"));
        let length = quantity.kind == Kind::Duration && measured;
        return if length { None } else { Some(Reason::Word) };
    }
    if numeral.scale_only && !hedged {
        // 百名干部, 万人计划: only a hedge or a second scale word makes a number of it.
        let led = one_of(previous, set!("近上超逾过约达"));
        // （万千瓦）, the unit of a table.
        if !led && !previous.is_some_and(is_han) {
            return Some(Reason::Name);
        }
        return if led || words.chars().count() > 1 { None } else { Some(Reason::Name) };
    }
    let value = quantity.value.map_or(0.0, |value| value.to_f64());
    let fraction = quantity.value.is_some_and(|value| value.normal().exponent() < 0);
    if unit == "局" {
        return Some(Reason::Name);
    }
    // 二元母猪, 三元结构: of how many elements something is.
    if unit == "元" && numeral.scale == 0 && words.chars().count() == 1 && behind.starts_if(&is_han) {
        return Some(Reason::Word);
    }
    if value >= 10.0 && words.chars().count() > 1 || hedged || fraction {
        return None;
    }
    if quantity.use_ != Use::Any
        || matches!(unit, "日" | "年" if words == "一")
        || unit != "成" && is_alternating(text, quantity, behind)
    {
        return Some(Reason::Word);
    }
    if quantity.upper.is_some() || value > 0.0 && value < 1.0 {
        return None;
    }
    // 二次供水, 二类场所: 二 counts nothing, 两 does. 中铁十二局, 五台山: names.
    if words == "二" && quantity.kind == Kind::Count && unit != "人" && behind.starts_if(&is_han)
        || unit == "台" && behind.starts_of(set!("山县区"))
    {
        return Some(Reason::Ordinal);
    }
    // 三元村, 八亩塘村: the name of a place.
    let measure = matches!(quantity.kind, Kind::Money | Kind::Area | Kind::Length | Kind::Weight | Kind::Volume)
        || unit == "间"
        || unit == "家" && behind.starts_with('村');
    let place = ['村', '镇', '乡', '街', '路', '桥', '堂', '寺', '园', '社', '组', '店'];
    if measure && behind.chars().take(3).any(|ch| place.contains(&ch)) && behind.chars().next().is_some_and(is_han) {
        return Some(Reason::Name);
    }
    // 四个“最”.
    let quoted = text[quantity.end..].strip_prefix('“').filter(|_| unit == "个");
    let quoted = quoted.is_some_and(|rest| has_word(&rest[..step_on(rest, 0, 3)], "”"));
    if quoted {
        return Some(Reason::Name);
    }
    // 仍有两项滞后: counted, not named.
    if behind.starts_with_any(SLOGANS) || unit.is_any(NAMING) && !one_of(previous, set!("有仅剩")) {
        return Some(Reason::Name);
    }
    // 一体, 统一, 逐一; 最多跑一次.
    let counting = !one_of(previous, set!("每统万同唯任某另逐单专进跑办这那哪该此再又第头"));
    if words == "一" {
        let closed = behind.chars().next().is_none_or(|ch| is_sentence_stop(ch) || is_comma(ch) || is_closing(ch));
        let noun_before = previous.is_some_and(|ch| is_han(ch) || is_closing(ch) || ch == '了');
        return if closed && noun_before && counting && unit.is_any(ONE) { None } else { Some(Reason::Word) };
    }
    if !counting && quantity.kind == Kind::Count {
        return Some(Reason::Word);
    }
    None
}

/// 一村一律师, 三会一课, 两学一做: numeral, word, numeral, word.
fn is_alternating(text: &str, quantity: &Quantity, behind: &str) -> bool {
    let small = |ch: char| han_digit(ch).is_some();
    let follows = behind.chars().next().is_some_and(small);
    let start = quantity.number.start as usize;
    let mut left = text[..start].chars().rev();
    let (word, numeral) = (left.next(), left.next());
    let led =
        word.is_some_and(|ch| is_han(ch) && !small(ch) && !matches!(ch, '是' | '要')) && numeral.is_some_and(small);
    follows || led
}
