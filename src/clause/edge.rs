//! Words at either end of a clause that name nothing.

use crate::chars::{digit, han_digit, is_comma, is_han, is_in, is_space, rfind_word, step_on};
use crate::clause::verb::{is_doing, verb_at};
use crate::lexicon::lexicon;
use crate::marker::Style;
use crate::search::{Search, Words, set, words};
use crate::title::without_note_sign;
use crate::vocabulary::Verb;
use crate::{change, marker};

lexicon! {
    /// Words in front of a clause that name nothing: times, places, adverbs.
    LEADS: () {
        () => "其中" "其中：" "其中:" "全年" "今年以来" "今年" "年内" "本年度" "年初以来" "一年来" "截至目前" "截止目前" "目前" "截至" "截止" "其次为" "其次是" "其次" "上半年" "下半年" "去年" "上年" "年末" "年底" "累计" "共计" "共" "总计" "合计"
            "已经" "已" "并" "还" "同时" "另" "另有" "另外" "此外" "先后" "现有" "共有" "设有" "现" "全镇" "全市" "全县" "全区" "全省" "全国" "全街道" "全乡" "全州" "全办" "我镇" "我市" "我县" "我区" "我省" "我局" "我街道" "我乡"
            "我院" "我委" "我办" "辖区内" "辖区" "域内" "境内" "以来" "期间" "力争" "确保" "预计" "计划" "争取实现" "力争实现" "拟" "和" "与" "及" "以及" "或" "加" "加上" "再" "又" "按" "按照" "有" "对" "为"
            "实际" "本期" "当年" "每年" "每月" "每季度" "每人" "每户" "每亩" "每吨" "约" "近" "到" "至" "的" "将" "把" "向" "依法" "依法依规" "依规依法" "至少" "成功" "主动" "积极" "及时" "仅有" "只有" "仅" "仍有" "均" "分别" "二是" "一是" "三是" "四是" "五是" "且" "也" "其" "各自" "全局" "实有" "内" "当日" "日均" "月均" "年均" "净增" "但" "而" "虽" "要" "在" "由" "从" "让" "给" "通过" "依托" "利用" "年底前" "月底前" "前年" "控制在" "最快" "稳定在" "保持在" "深入一线" "深入基层" "基本" "底" "末" "我们" "包括" "本月" "本季度" "一季度" "二季度" "三季度" "四季度" "前三季度" "继续" "尚有" "共收" "按时" "按期" "预计年" "年" "本年" "当月" "除" "可比价" "带头" "亲自" "连夜" "率先" "分为" "上述" "凌晨" "上午" "下午" "晚上" "全村" "我村" "全校" "我校" "可" "围绕" "用于" "虽然" "尽管" "由于" "尤其是" "尤其" "特别是" "我国" "使" "促使" "含" "不含" "不包括" "不包含" "全旗" "主要是" "主要原因是" "增长的主要原因是" "下降的主要原因是" "减少的主要原因是" "增加的主要原因是" "减去";
    }
}

lexicon! {
    /// Words between what is counted and the number.
    endings TAILS: () {
        () => "累计" "共计" "共" "总计" "合计" "分别为" "分别达到" "分别达" "分别是" "分别" "达到了" "达到"
            "达" "均达到" "均达" "均为" "均保持在" "均保持" "保持在" "保持" "均" "各" "为" "是" "有"
            "了" "约" "近" "超过" "超" "突破" "不低于" "不少于" "至少" "稳定在" "控制在" "仅" "只"
            "至" "到" "约为" "约占" "将近" "接近" "逾" "已" "又" "即" "还有" "已有" "现有" "共有"
            "计" "人民币" "平均" "从" "由" "￥" "¥" "同比" "环比" "比上年" "较上年" "比上年同期" "已达" "全年" "仍有"
            "仍" "仅有" "只有" "力争" "先后" "再" "计划" "预计" "每年" "每月" "每季度" "每人" "每人每年"
            "每人每月" "每户" "每亩" "每吨" "每平方米" "每公斤" "每斤" "每立方米" "每小时" "每公里" "每生" "也" "最多达" "最多" "最少" "首次" "按可比价计算" "按可比价格计算" "按不变价计算" "按不变价格计算" "投入运营" "投入使用" "投入运行" "建成通车" "建成投用" "实际" "最高" "最低" "稳定" "总" "按" "过"
            "每千人" "每万人" "每百户" "每十万人" "到位" "成功" "完毕" "偏少" "偏多" "以" "在" "另有"
            "同口径" "年均" "年内" "连年" "持续" "一直" "预期" "拟" "拟按" "要" "最大" "迈上" "跨上" "跃上" "连跨" "跨过" "跨越" "连续跨过" "连续跨越" "连续突破" "执行" "调整为" "调整至" "调整到" "每天" "每" "安排" "恢复到" "恢复至" "实现" "实现了" "高达" "多达" "仅占" "只占" "占" "占到" "虽" "完成" "力争办理" "破" "连续" "约合" "折合" "可比价" "可比" "按可比口径" "按同口径" "虽然" "最多的" "最少的" "将" "可" "有望" "进一步" "逐步" "逐年" "稳步" "不断" "明显" "显著" "大幅" "大幅度" "小幅" "略" "有所" "快速" "较快" "平稳" "继续" "相应" "同步" "双双" "控制到" "控制为" "全镇" "全乡" "全县" "全市" "全区" "全省" "全国"
            "年人均" "月人均" "人均" "户均" "人年" "人月" "未" "尚未" "和" "或" "及" "以及" "与" "目前" "截至目前" "前三季度" "上半年" "下半年" "一季度" "二季度" "三季度" "四季度" "需" "需要";
    }
}

/// The longest tail that `words` end with and that does not end a longer word.
fn tail_of(words: &str) -> Option<&'static str> {
    let mut limit = usize::MAX;
    loop {
        let (tail, ()) = TAILS.longest_below(words, limit)?;
        if !is_part_of_word(&words[..words.len() - tail.len()], tail) {
            return Some(tail);
        }
        limit = tail.len();
    }
}

/// Takes words off the end that stand between what is counted and the number.
pub(super) fn strip_tails(mut words: &str) -> &str {
    // 生产总值（GDP）[2]|2909.1亿元: the sign of a footnote.
    let closed = words.trim_end_if(&is_space);
    if closed.ends_of(set!("]］")) {
        words = without_note_sign(closed);
    }
    // 同口径（以下简称“同口径”）|下降23%: what it is called below.
    if let Some(open) = words.rfind_of(set!("（("))
        && words[open..]
            .strip_start_of(set!("（("))
            .is_some_and(|note| note.starts_with_any(words!("以下简称 以下称 简称")))
    {
        words = &words[..open];
    }
    let all = words.len();
    for _ in 0..8 {
        let trimmed = words.trim_end_if(&|ch| {
            !is_han(ch)
                && (is_space(ch)
                    || is_comma(ch)
                    || matches!(ch, '—' | '-' | '－')
                    || matches!(marker::sign(ch), Some((Style::Circled, _))))
        });
        let shorter = match change::strip(trimmed) {
            // 价格上涨幅度|控制在5%: a noun, where more stands between it and the number.
            Some(_) if trimmed.len() < all && trimmed.ends_with("幅度") => trimmed,
            Some(subject) => subject,
            None if let Some(subject) = before_round_number(trimmed) => subject,
            None if let Some(subject) = before_cutoff(trimmed) => subject,
            None if let Some(subject) = before_years(trimmed) => subject,
            None => tail_of(trimmed).map_or(trimmed, |tail| &trimmed[..trimmed.len() - tail.len()]),
        };
        if shorter.len() == words.len() {
            break;
        }
        words = shorter;
    }
    words
}

/// 产值首次突破百亿元大关、|增长30%: the words before a round number that is said in words only.
fn before_round_number(words: &str) -> Option<&str> {
    let words = words.trim_end_of(set!("、"));
    let words = words.strip_end_any(words!("大关 关口")).unwrap_or(words);
    let words = words.strip_suffix('元').unwrap_or(words);
    let words = words.strip_end_any(words!("百亿 千亿 万亿 百万 千万 十亿"))?;
    let words = words.strip_end_any(words!("首次突破 首破 突破 再破 跨过 迈过 跨越 超过 首超 超 破 达"))?;
    (!words.is_empty()).then_some(words)
}

/// 企业诉求截至10月|共165条: the words before the day up to which was counted.
fn before_cutoff(words: &str) -> Option<&str> {
    let at = rfind_word(words, "截至").filter(|at| *at > 0)?;
    let behind = &words[at + "截至".len()..];
    (!behind.is_empty() && strip_date(behind).is_empty()).then_some(&words[..at])
}

/// 居民收入五年|增长30.8%: the words before the years that something took.
pub(crate) fn before_years(words: &str) -> Option<&str> {
    let rest = words.strip_suffix('年')?;
    let noun = rest.trim_end_if(&|ch| digit(ch).is_some() || han_digit(ch).is_some() || ch == '十');
    let few = (1..=2).contains(&rest[noun.len()..].chars().count());
    let whole = noun.chars().filter(|ch| is_han(*ch)).count() >= 4 && !noun.ends_of(set!("第近前后—-至"));
    (few && whole).then_some(noun)
}

/// [`strip_tails`] of words that came of `bare`, which has none: only where they are others is there anything to do.
pub(super) fn strip_tails_again<'t>(words: &'t str, bare: &str) -> &'t str {
    if words.len() == bare.len() { words } else { strip_tails(words) }
}

/// 公共, 统计, 成为, 所有: a tail that ends a longer word.
fn is_part_of_word(rest: &str, tail: &str) -> bool {
    let previous = rest.chars().next_back();
    let one_of = |characters| previous.is_some_and(|ch| is_in(ch, characters));
    match tail {
        // 户籍人口人均, but 基本养老金|人均.
        "人均" | "户均" => rest.is_empty() || rest.ends_with_any(words!("人口 人员 居民 农民 职工 村民 户")),
        "和" => one_of("总饱共调缓温祥谐中柔义"),
        "及" => one_of("惠普涉波以顾触遍推埃"),
        "与" => one_of("参给授赠寄"),
        "以及" | "或" | "尚未" => rest.is_empty(),
        "共" => one_of("公中"),
        "计" => one_of("统会审设合总估预累"),
        "总" => one_of("汇"),
        "为" => one_of("行作成认") && !rest.ends_with("划分"),
        "有" => one_of("所国公私拥持实"),
        "到" => one_of("报应实"),
        "均" => one_of("人户平年月日亩村件"),
        "均为" | "均达" | "均达到" | "均保持" => one_of("人户村亩年月日平"),
        "占" => rest.is_empty() || one_of("强侵"),
        "完成" | "投入运营" | "投入使用" | "投入运行" | "建成通车" | "建成投用" => {
            rest.is_empty()
        }
        "达" => one_of("发传到下送抵直雷"),
        "是" => one_of("还"),
        "约" => one_of("民公条合节契预违特规村制履签"),
        "超" => one_of("赶"),
        "计划" => !rest.is_empty(),
        "稳定" => rest.is_empty(),
        "只" => one_of("船"),
        "过" => one_of("通经超度渡越错路跨不"),
        "以" => one_of("予难可加所"),
        "在" => one_of("存潜现所实"),
        "到位" | "成功" | "完毕" => is_doing(rest),
        "年均" | "同口径" | "实现" | "恢复到" | "恢复至" | "可比价" | "可比" | "按可比口径" | "按同口径" => {
            rest.is_empty()
        }
        "全镇" | "全乡" | "全县" | "全市" | "全区" | "全省" | "全国" => rest.is_empty() || is_doing(rest),
        "按" => one_of("抵"),
        // 农林水支出|执行768万元; 预算执行, 强制执行 are nouns.
        "执行" => !rest.ends_with_any(words!("收入 支出")),
        "跨越" | "跨过" => rest.is_empty(),
        "破" => one_of("打侦查攻爆告识"),
        "要" => one_of("主重需必"),
        "总计" | "合计" => rest.ends_with_any(words!("收入 支出")),
        "可" => one_of("许认宁"),
        "需" => one_of("急必所军内按供特民外刚"),
        // 增速比一季度|加快: to what it is compared.
        "前三季度" | "上半年" | "下半年" | "一季度" | "二季度" | "三季度" | "四季度" => {
            one_of("比较于为前")
        }
        "同步" => rest.is_empty(),
        "略" => one_of("战策侵忽省概谋攻简"),
        "继续" | "快速" | "不断" | "平稳" | "有所" | "稳步" | "相应" => rest.is_empty(),
        "持续" | "一直" | "预期" | "连年" | "年内" | "最大" | "安排" => rest.is_empty(),
        _ => false,
    }
}

/// Takes words off the front that name nothing: times, places, 其中, 累计. Says whether the last of them was 为, 对 or the
/// like, behind which somebody stands for whom something is done.
pub(crate) fn strip_leads<'t>(mut words: &'t str, town: &str) -> (&'t str, bool) {
    let mut led = false;
    for _ in 0..8 {
        let trimmed = words.trim_start_if(&|ch| {
            is_space(ch) || is_comma(ch) || matches!(ch, '）' | ')' | '”' | '。' | '；' | ';' | '—' | '―' | '-' | '－')
        });
        let mut shorter = trimmed;
        if !town.is_empty() && trimmed.starts_with(town) {
            shorter = &trimmed[town.len()..];
        } else if let Some(lead) = lead_of(trimmed) {
            shorter = &trimmed[lead.len()..];
            led = matches!(
                lead,
                "为" | "对" | "向" | "到" | "将" | "把" | "给" | "在" | "由" | "从" | "让" | "通过" | "依托" | "利用"
            );
        } else if let Some(behind) = behind_note(trimmed) {
            shorter = behind;
        } else if let Some(found) = marker::scan(trimmed).filter(|found| found.style >= Style::HanBracket) {
            shorter = &trimmed[found.length..];
        }
        if shorter.len() == trimmed.len() {
            shorter = strip_compared(trimmed);
        }
        // 省内|转化重大科技成果.
        if shorter.len() == trimmed.len()
            && let Some(rest) = trimmed.strip_start_any(words!("省内 市内 县内 区内 镇内 州内"))
            && verb_at(rest).is_some_and(|(length, _)| length < rest.len() && !rest[length..].starts_with('的'))
        {
            shorter = rest;
        }
        if shorter.len() == trimmed.len() {
            shorter = strip_years(strip_date(trimmed));
        }
        if shorter.len() == words.len() {
            break;
        }
        words = shorter;
    }
    (words, led)
}

/// （含上期积存）|批准逮捕: the words behind a note in brackets that says what is counted with it.
fn behind_note(words: &str) -> Option<&str> {
    let note = words.strip_start_of(set!("（("))?;
    let close = note.find_of(set!("）)")).filter(|_| note.starts_with_any(words!("含 包括 不含 其中")))?;
    Some(&note[close..]).map(|rest| rest.strip_start_of(set!("）)")).unwrap_or(rest)).filter(|rest| !rest.is_empty())
}

/// The words before a note in brackets at their end that says what is counted with them.
pub(super) fn before_note(words: &str) -> Option<&str> {
    let open = words.strip_end_of(set!("）)"))?.rfind_of(set!("（("))?;
    let note = words[open..].strip_start_of(set!("（(")).filter(|note| note.starts_with_any(words!("含 不含 包括")));
    note.map(|_| &words[..open]).filter(|rest| !rest.is_empty())
}

/// The longest lead that `words` begin with and that does not begin a longer word.
fn lead_of(words: &str) -> Option<&'static str> {
    let mut limit = usize::MAX;
    loop {
        let (lead, ()) = LEADS.longest_below(words, limit)?;
        if !begins_word(words, lead) {
            return Some(lead);
        }
        limit = lead.len();
    }
}

/// 共同, 现代, 有效: a lead that begins a longer word.
pub(crate) fn begins_word(words: &str, lead: &str) -> bool {
    let next = words[lead.len()..].chars().next();
    let one_of = |characters| next.is_some_and(|ch| is_in(ch, characters));
    match lead {
        "共" => one_of("同享建青产治识和性富") && !words.starts_with("共识别"),
        "除" => one_of("险四尘草夕去外了以"),
        "依法" => words[lead.len()..].starts_with_any(GOVERNED),
        "现" => one_of("代场金行实象状役价汇货"),
        "并" => one_of("联购网轨"),
        "另" => one_of("一外"),
        "还" => one_of("款贷迁本息清"),
        "和" => one_of("谐解平美"),
        // 与上位法冲突的|条款.
        "与" => one_of("会") || words.has_of(set!("的")),
        "及" => one_of("时格"),
        "加" => one_of("强快大工油气装固班入盟权密挂"),
        "再" => one_of("生就造贷审次担融"),
        "按" => one_of("期时规揭照比日"),
        "有" => one_of("效关机限序组偿色线害责条罪"),
        "对" => one_of("口外象接标比俄美欧非日韩台港澳"),
        "为" => one_of("民"),
        "到" => one_of("位期访户岗账"),
        "内" => one_of("部容陆外控退资需设贸销河涝分生科"),
        "中" => one_of("小央西国学心医职药型等标转高低网专队介试文班巴坚层青老毒成继欧"),
        "后" => one_of("续勤备期评的三"),
        "前" => one_of("期沿景三十"),
        "等" => one_of("级候待额次离"),
        "而" => one_of("且"),
        "至" => one_of("少今"),
        "的" => one_of("士确"),
        "约" => one_of("谈束"),
        "近" => one_of("年期岸海郊视亲代零程"),
        "使" => one_of("用领馆命者得"),
        "含" => one_of("氧量油糖水税金硫沙盐碳氮磷"),
        "拟" => one_of("定"),
        "加上" => one_of("级解年"),
        "上年" => one_of("结末度同"),
        "实际" => one_of("使利执"),
        "将" => one_of("来军近"),
        "把" => one_of("手关"),
        "向" => one_of("日导上"),
        "均" => one_of("衡价"),
        "其" => one_of("中他它余"),
        // 可容纳, 可办事项 say what could be; 每年可节水 what is.
        "可" => !one_of("节实达增带创"),
        "用于" => !words.ends_with_any(words!("支出 经费 投入 资金")),
        // 全县性|会议.
        "全国" | "全省" | "全市" | "全县" | "全区" | "全镇" | "全局" | "全校" if next == Some('性') => true,
        "全国" if one_of("统") => true,
        "全国" | "全省" | "全市" => next.is_some_and(|ch| matches!(ch, '（' | '(')) && behind_note(&words[lead.len()..]).is_none(),
        "成功" => one_of("率"),
        "计划" => one_of("生外内总") || words.starts_with("计划投资"),
        "要" => one_of("求素点件闻"),
        "在" => {
            one_of("校编职线建岗册外用营学读训研保管途产养籍押逃站谈矫孵售京沪粤津渝蓉穗港澳川湘浙琼豫")
                && !words.starts_with_any(words!(
                    "在学校 在校园 在建设 在线路 在管理 在外地 在保障 在产业 在训练 在研究 在研讨 在谈判 在站内 在站点 在站台"
                ))
                || one_of("园院田库")
                    && !words[lead.len()..]
                        .starts_with_any(words!("园区 园林 园内 园里 院内 院里 院落 田间 田里 库区 库内"))
        }
        // 境内外上市企业.
        "境内" => one_of("外"),
        "由" => one_of("于"),
        "通过" | "利用" => one_of("率"),
        "从" => one_of("业事"),
        "给" => one_of("排水予付"),
        // 按时完成率 is a rate of its own.
        "按时" | "按期" | "及时" => words.ends_with('率'),
        // 基本完成, and the nouns 基本公共服务, 基本生产条件.
        "基本" => verb_at(&words[lead.len()..]).is_none_or(|(_, verb)| verb == Verb::Weak && one_of("生建")),
        "底" => one_of("数线"),
        "负责" => one_of("人同干"),
        "协助" => one_of("执"),
        "目标" => one_of("任责管考"),
        "任务" => one_of("清书"),
        "末" => one_of("端"),
        "年" => verb_at(&words[lead.len()..]).is_none(),
        "月均" | "年均" => next.is_none(),
        "带头" => next == Some('人'),
        _ => false,
    }
}

/// What 依法 makes one word with: 依法治县委员会.
pub(super) const GOVERNED: &Words =
    words!("行政 治国 治省 治市 治州 治县 治区 治旗 治镇 治乡 治街 治村 治校 治企 治院 治水 治疆 治藏");

/// The words behind a date that `words` begin with, or `words`.
pub(super) fn strip_date(words: &str) -> &str {
    let first = words.chars().next();
    if !first.is_some_and(|ch| digit(ch).is_some() || ch == '二') {
        return words;
    }
    crate::dates::scan(words, 0, words.len(), None).map_or(words, |reading| {
        let rest = &words[reading.span.len()..];
        rest.strip_start_any(words!("份 以来 期间 底前 末前 之前 前 底 末 初 起 ，")).unwrap_or(rest)
    })
}

/// 相比2015年同期|处罚家数: the words behind the time that is compared with.
fn strip_compared(words: &str) -> &str {
    let behind = words.strip_start_any(words!("相比 比 较 与")).filter(|rest| strip_date(rest).len() < rest.len());
    let behind = behind.map(strip_date).and_then(|rest| rest.strip_start_any(words!("同期相比 同期 相比")));
    behind.filter(|rest| rest.chars().nth(1).is_some()).unwrap_or(words)
}

/// 五年|累计减税, 两年|平均增长: a length of time that opens a clause.
fn strip_years(words: &str) -> &str {
    // 换届以来|建成.
    let near = &words[..step_on(words, 0, 8)];
    if let Some(at) = rfind_word(near, "以来").filter(|at| *at > 0) {
        return &words[at + "以来".len()..];
    }
    // “十四五”末|用水普及率.
    if words.starts_with('“')
        && let Some(at) = rfind_word(near, "五”")
        && let Some(rest) = words[at + "五”".len()..].strip_start_any(words!("末 期间 时期 以来 规划的 规划"))
        && (rest.chars().count() >= 4 || !words.has_any(words!("规划")))
    {
        return rest;
    }
    // 2017全年|货物运输总量: a year without its word.
    let behind_year = words.trim_start_if(&|ch| digit(ch).is_some());
    if words.len() - behind_year.len() == "2017".len() && behind_year.starts_with("全年") {
        return behind_year;
    }
    let rest = words.strip_prefix('前').unwrap_or(words);
    let rest = rest.trim_start_if(&|ch| digit(ch).is_some() || han_digit(ch).is_some() || ch == '十');
    let Some(rest) = rest.strip_start_any(words!("年 天 个月 时")).filter(|_| rest.len() < words.len()) else {
        return words;
    };
    let rest = rest.strip_start_of(set!("来间内前")).unwrap_or(rest);
    // 九年义务教育巩固率.
    if rest.starts_of(set!("级期行计度以")) || rest.starts_with("义务教育") { words } else { rest }
}
