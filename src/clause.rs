//! A clause before a number: where it begins, the words round it that name nothing, its verb and its object.

use crate::change;
use crate::chars::{
    Set, after, before, digit, han_digit, han_power, has_word, is_closing, is_comma, is_han, is_in, is_letter,
    is_opening, is_space, one_of, rfind_word, step_back, step_on,
};
use crate::concordance::{Letters, Places, SENTENCE_STOPS, letters};
use crate::indicator::Named;
use crate::lexicon::lexicon;
use crate::marker::{self, Style};
use crate::own_words::OwnWords;
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::title::without_note_sign;
use crate::units;
use crate::vocabulary::{VERBS, Verb};
use crate::work;

/// How far a clause is looked at on either side, in characters.
pub(crate) const REACH: usize = 72;

/// The start of the clause that ends at byte `at` of a line, whose `places` are given: behind the last mark that parts
/// clauses, marks inside brackets and quotes apart. 、 parts the members of a list, not clauses.
pub(crate) fn clause_start(text: &str, places: Places<'_>, line: Span, at: usize) -> usize {
    const MARKS: &Letters = &SENTENCE_STOPS.and(letters!("，,：:﹐（(〔[［【“‘「『《〈{）)〕]］】”’」』》〉}"));
    let start = line.start as usize;
    let mut depth = 0u32;
    let mut found = start;
    // What stands further back than is looked changes nothing: a character has four bytes at most.
    for place in places.until(at).from(at.saturating_sub(4 * REACH)).of(MARKS).rev() {
        let Some(ch) = after(text, place) else { break };
        if is_closing(ch) {
            depth += 1;
        } else if depth == 0 {
            found = place + ch.len_utf8();
            break;
        } else if is_opening(ch) {
            depth -= 1;
        }
    }
    // Most clauses are short, and a character has a byte at the least.
    if at - found <= REACH { found } else { found.max(start.max(step_back(text, at, REACH))) }
}

lexicon! {
    /// Words in front of a clause that name nothing: times, places, adverbs.
    LEADS: () {
        () => "其中" "其中：" "其中:" "全年" "今年以来" "今年" "年内" "本年度" "年初以来" "一年来" "截至目前" "目前" "截至" "上半年" "下半年" "去年" "上年" "年末" "年底" "累计" "共计" "共" "总计" "合计"
            "已经" "已" "并" "还" "同时" "另" "另有" "另外" "此外" "先后" "现有" "共有" "设有" "现" "全镇" "全市" "全县" "全区" "全省" "全国" "全街道" "全乡" "全州" "全办" "我镇" "我市" "我县" "我区" "我省" "我局" "我街道" "我乡"
            "我院" "我委" "我办" "辖区内" "辖区" "域内" "境内" "以来" "期间" "年度" "力争" "确保" "预计" "计划" "争取实现" "力争实现" "拟" "和" "与" "及" "以及" "或" "加" "加上" "再" "又" "按" "按照" "有" "对" "为"
            "实际" "本期" "当年" "每年" "每月" "每季度" "每人" "每户" "每亩" "每吨" "约" "近" "到" "至" "的" "将" "把" "向" "依法" "至少" "成功" "主动" "积极" "及时" "仅有" "只有" "仅" "仍有" "均" "分别" "二是" "一是" "三是" "四是" "五是" "且" "也" "其" "总" "各自" "全局" "实有" "内" "余下的" "当日" "日均" "月均" "年均" "净增" "但" "而" "虽" "要" "在" "由" "从" "让" "给" "通过" "依托" "利用" "年底前" "月底前" "前年" "控制在" "最快" "稳定在" "保持在" "深入一线" "深入基层" "基本" "底" "末" "我们" "本月" "本季度" "一季度" "二季度" "三季度" "四季度" "前三季度" "继续" "尚有" "共收" "按时" "按期" "预计年" "年" "本年" "当月" "除" "可比价" "带头" "亲自" "连夜" "率先" "分为" "上述" "凌晨" "上午" "下午" "晚上";
    }
}

lexicon! {
    /// Words between what is counted and the number.
    endings TAILS: () {
        () => "累计" "共计" "共" "总计" "合计" "分别为" "分别达到" "分别达" "分别是" "分别" "达到了" "达到"
            "达" "均达到" "均达" "均为" "均保持在" "均保持" "保持在" "保持" "均" "各" "为" "是" "有"
            "了" "约" "近" "超过" "超" "突破" "不低于" "不少于" "至少" "稳定在" "控制在" "仅" "只"
            "至" "到" "约为" "约占" "将近" "接近" "逾" "已" "又" "即" "还有" "已有" "现有" "共有"
            "计" "平均" "从" "由" "同比" "环比" "比上年" "较上年" "比上年同期" "已达" "全年" "仍有"
            "仍" "仅有" "只有" "力争" "先后" "再" "计划" "预计" "每年" "每月" "每季度" "每人" "每人每年"
            "每人每月" "每户" "每亩" "每吨" "每平方米" "每公斤" "每斤" "每立方米" "每小时" "每公里" "每生" "也" "最多达" "最多" "最少" "首次" "按可比价计算" "按可比价格计算" "按不变价计算" "按不变价格计算" "投入运营" "投入使用" "投入运行" "建成通车" "建成投用" "实际" "最高" "最低" "稳定" "总" "按" "过"
            "每千人" "每万人" "每百户" "每十万人" "到位" "成功" "完毕" "偏少" "偏多" "以" "在" "另有"
            "同口径" "年均" "年内" "连年" "持续" "一直" "预期" "拟" "拟按" "要" "最大" "迈上" "跨上" "跃上" "连跨" "每天" "每" "安排" "恢复到" "恢复至" "实现" "实现了" "高达" "多达" "仅占" "只占" "占" "占到" "虽" "完成" "力争办理" "破" "连续" "约合" "折合" "可比价" "全镇" "全乡" "全县" "全市" "全区" "全省" "全国";
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
fn strip_tails(mut words: &str) -> &str {
    // 生产总值（GDP）[2]|2909.1亿元: the sign of a footnote.
    if words.ends_of(set!("]］")) {
        words = without_note_sign(words);
    }
    for _ in 0..8 {
        let trimmed = words.trim_end_if(&|ch| {
            !is_han(ch)
                && (is_space(ch)
                    || is_comma(ch)
                    || matches!(ch, '—' | '-' | '－')
                    || matches!(marker::sign(ch), Some((Style::Circled, _))))
        });
        let shorter = match change::strip(trimmed) {
            Some(subject) => subject,
            None => tail_of(trimmed).map_or(trimmed, |tail| &trimmed[..trimmed.len() - tail.len()]),
        };
        if shorter.len() == words.len() {
            break;
        }
        words = shorter;
    }
    words
}

/// [`strip_tails`] of words that came of `bare`, which has none: only where they are others is there anything to do.
fn strip_tails_again<'t>(words: &'t str, bare: &str) -> &'t str {
    if words.len() == bare.len() { words } else { strip_tails(words) }
}

/// 公共, 统计, 成为, 所有: a tail that ends a longer word.
fn is_part_of_word(rest: &str, tail: &str) -> bool {
    let previous = rest.chars().next_back();
    let one_of = |characters| previous.is_some_and(|ch| is_in(ch, characters));
    match tail {
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
        "达" => one_of("发传到"),
        "是" => one_of("还"),
        "约" => one_of("民公条合节契预违特规村制履"),
        "超" => one_of("赶"),
        "计划" => !rest.is_empty(),
        "稳定" => rest.is_empty(),
        "只" => one_of("船"),
        "过" => one_of("通经超度渡越错路跨不"),
        "以" => one_of("予难可加所"),
        "在" => one_of("存潜现所实"),
        "到位" | "成功" | "完毕" => is_doing(rest),
        "年均" | "同口径" | "实现" | "恢复到" | "恢复至" | "可比价" => rest.is_empty(),
        "全镇" | "全乡" | "全县" | "全市" | "全区" | "全省" | "全国" => rest.is_empty() || is_doing(rest),
        "按" => one_of("抵"),
        "破" => one_of("打侦查攻爆告识"),
        "要" => one_of("主重需必"),
        "总计" | "合计" => rest.ends_with_any(words!("收入 支出")),
        "持续" | "一直" | "预期" | "连年" | "年内" | "最大" | "安排" => rest.is_empty(),
        _ => false,
    }
}

/// Takes words off the front that name nothing: times, places, 其中, 累计. Says whether the last of them was 为, 对 or the
/// like, behind which somebody stands for whom something is done.
pub(crate) fn strip_leads<'t>(mut words: &'t str, town: &str) -> (&'t str, bool) {
    let mut led = false;
    for _ in 0..8 {
        let trimmed = words
            .trim_start_if(&|ch| is_space(ch) || is_comma(ch) || matches!(ch, '）' | ')' | '”' | '。' | '；' | ';'));
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
fn before_note(words: &str) -> Option<&str> {
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
fn begins_word(words: &str, lead: &str) -> bool {
    let next = words[lead.len()..].chars().next();
    let one_of = |characters| next.is_some_and(|ch| is_in(ch, characters));
    match lead {
        "共" => one_of("同享建青产治识和性") && !words.starts_with("共识别"),
        "除" => one_of("险四尘草夕去外了以"),
        "依法" => words[lead.len()..].starts_with_any(GOVERNED),
        "现" => one_of("代场金行实象状役"),
        "并" => one_of("联购网轨"),
        "另" => one_of("一外"),
        "还" => one_of("款贷迁"),
        "和" => one_of("谐解平美"),
        "与" => one_of("会"),
        "及" => one_of("时格"),
        "加" => one_of("强快大工油气装固班入盟权密挂"),
        "再" => one_of("生就造贷审次担"),
        "按" => one_of("期时规揭照比"),
        "有" => one_of("效关机限序组偿色线害责条罪"),
        "对" => one_of("口外象接标比俄美欧非日韩台港澳"),
        "为" => one_of("民"),
        "到" => one_of("位期访户岗账"),
        "内" => one_of("部容陆外控"),
        "但" => false,
        "日均" | "净增" => false,
        "而" => one_of("且"),
        "至" => one_of("少今"),
        "的" => one_of("士确"),
        "约" => one_of("谈束"),
        "近" => one_of("年期"),
        "拟" => one_of("定"),
        "加上" => one_of("级解年"),
        "上年" => one_of("结末度同"),
        "实际" => one_of("使利"),
        "将" => one_of("来军近"),
        "把" => one_of("手关"),
        "向" => one_of("日导"),
        "均" => one_of("衡价"),
        "其" => one_of("中他余"),
        "总" => one_of("量体结数产书面投计值额人收支保库装"),
        "成功" => one_of("率"),
        "分别" => false,
        "计划" => one_of("生外内"),
        "年度" => one_of("考计重目工"),
        "要" => one_of("求素点件闻"),
        "在" => one_of("校编职线建岗册外用营"),
        "由" => one_of("于"),
        "通过" | "利用" => one_of("率"),
        "从" => one_of("业事"),
        "给" => one_of("排水予"),
        "基本" => one_of("公医养农生建药民"),
        "底" => one_of("数线"),
        "末" => one_of("端"),
        "年" => verb_at(&words[lead.len()..]).is_none(),
        "月均" | "年均" => next.is_none(),
        "带头" => next == Some('人'),
        _ => false,
    }
}

/// What 依法 makes one word with: 依法治县委员会.
const GOVERNED: &Words = words!("治国 治省 治市 治州 治县 治区 治旗 治镇 治乡 治街 治村 治校 治企 治院 治水 治疆 治藏");

/// The words behind a date that `words` begin with, or `words`.
fn strip_date(words: &str) -> &str {
    let first = words.chars().next();
    if !first.is_some_and(|ch| digit(ch).is_some() || ch == '二') {
        return words;
    }
    crate::dates::scan(words, 0, words.len(), None).map_or(words, |reading| {
        let rest = &words[reading.span.len()..];
        rest.strip_start_any(words!("以来 期间 底前 末前 之前 前 底 末 初 起 ，")).unwrap_or(rest)
    })
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
        && let Some(rest) = words[at + "五”".len()..].strip_start_any(words!("末 期间 时期 以来"))
    {
        return rest;
    }
    let rest = words.strip_prefix('前').unwrap_or(words);
    let rest = rest.trim_start_if(&|ch| digit(ch).is_some() || han_digit(ch).is_some() || ch == '十');
    let Some(rest) = rest.strip_start_any(words!("年 天 个月 时")).filter(|_| rest.len() < words.len()) else {
        return words;
    };
    let rest = rest.strip_start_of(set!("来间内前")).unwrap_or(rest);
    if rest.starts_of(set!("级期行计度以")) { words } else { rest }
}

lexicon! {
    /// Words that make one noun with a verb before them: 处置能力, 服务中心.
    HEADS_OF_NOUNS: () {
        () => "能力" "中心" "工作" "制度" "机制" "情况" "体系" "系统" "平台" "结果" "金额" "标准" "时间" "比例" "强度" "比重" "总额" "规模" "水平" "渠道"
            "时限" "流程" "环节" "程序" "进度" "质量" "效率" "次数" "人数" "件数" "用时" "成本" "事项" "时长";
    }
}

/// The verb that `rest` begins with, and its length; not where it is the first half of a noun: 化解率, 处置能力.
pub(crate) fn verb_at(rest: &str) -> Option<(usize, Verb)> {
    const WEAK: &Set = set!("业率量数额金者面费款员力性所站室证书点权地队师场级类度制价库栏化会");
    const STRONG: &Set = set!("率量数额者面费款员力性金所栏化粮");
    let (length, verb) = VERBS.longest(rest).map(|(word, verb)| (word.len(), verb)).or_else(|| new_verb(rest))?;
    let behind = &rest[length..];
    let suffix = if verb == Verb::Weak { WEAK } else { STRONG };
    // 负责人 is a noun, 审核人民调解卷宗 a verb with its object.
    let person = behind.strip_prefix('人').is_some_and(|rest| verb == Verb::Weak && !rest.starts_of(set!("民大次")));
    // 开展|中心组学法.
    let head = HEADS_OF_NOUNS.longest(behind).is_some() && !behind.starts_with("中心组");
    let noun = person || behind.starts_of(suffix) || head;
    (!noun).then_some((length, verb))
}

/// 新设, 新引进: 新 makes a verb of a character, and a strong one of any verb.
fn new_verb(rest: &str) -> Option<(usize, Verb)> {
    let behind = rest.strip_prefix('新')?;
    let length = match VERBS.longest(behind) {
        Some((word, _)) => word.len(),
        None => behind.chars().next().filter(|ch| one_of(Some(*ch), set!("设修辟引签购添招聘栽评创收")))?.len_utf8(),
    };
    Some(('新'.len_utf8() + length, Verb::Strong))
}

/// Nouns that end in what looks like a verb: 社会组织, 信息公开.
pub(crate) fn is_noun_before(words: &str, at: usize) -> bool {
    let left = &words[..at];
    let rest = &words[at..];
    let ends = |nouns: &[&str]| nouns.iter().any(|noun| left.ends_with(noun));
    rest.starts_with("组织")
        && (ends(&["社会", "党", "基层", "集体", "经济", "群团", "合作", "自治", "群众", "公益"])
            || left.ends_of(set!("类级团各")))
        || rest.starts_with("支付") && left.ends_with("转移")
        || rest.starts_with("公开") && ends(&["信息", "政务", "申请"])
        || rest.starts_with("安排") && ends(&["预算", "支出", "收入"])
        || rest.starts_with('新') && left.ends_of(set!("创更革重翻最高"))
        || left.ends_of(set!("的总类个"))
}

/// Words that say how something was done, before its verb.
const MANNERS: &Words = words!("成功 专题 统一 联合 轮流 共同 上门 主动 逐一 陪同 连夜");

/// How many bytes of adverbs `words` begin with, a verb behind them.
fn manner(words: &str) -> usize {
    let length = words.start_among(MANNERS).map_or(0, |word| word.len());
    if length > 0 && verb_at(&words[length..]).is_some() { length } else { 0 }
}

/// Whether a doing ends or changes what the clause before named: 办结 and 整改 are done with that, 立案 and 处罚 are other
/// deeds.
pub(crate) fn completes(words: &str) -> bool {
    const DEEDS: &Words =
        words!("办结 审结 结案 化解 调解 调处 解决 整改 处理 处置 答复 回复 消除 兑现 调整 竣工 投产 改造 修复 建成");
    words.has_any(DEEDS)
}

/// Whether `words` are verbs and nothing else: 办结, 成功调解, 调处成功, 取消和调整.
pub(crate) fn is_doing(words: &str) -> bool {
    let mut rest = words;
    for _ in 0..4 {
        rest = &rest[manner(rest)..];
        let Some((length, _)) = verb_at(rest).filter(|(_, verb)| *verb != Verb::Light) else { return false };
        rest = &rest[length..];
        rest = rest.strip_start_any(words!("成功 到位 完毕 完成")).unwrap_or(rest);
        if rest.is_empty() {
            return true;
        }
        rest = rest.strip_start_any(words!("和 并 、 或")).unwrap_or(rest);
    }
    false
}

lexicon! {
    /// The last characters of the names of bodies, persons and places.
    endings AGENTS: () {
        () => "镇" "乡" "村" "街" "道" "县" "市" "区" "省" "局" "办" "委" "会" "院" "所" "站" "队" "组" "团" "公司" "学校" "户" "员" "者" "律师"
            "教师" "医师" "干部" "群众" "支部" "部门" "企业" "单位" "机关" "机构" "中心" "居民" "村民" "农民" "市民" "学生" "专家" "代表" "老人" "残疾人"
            "负责人" "媒体" "督察" "市场" "平台" "大厅" "窗口" "上级" "主体" "顾问" "海关" "供销社" "合作社" "联";
    }
}

/// Whether `left` ends with the name of a body, of persons or of a place, by its last characters.
fn ends_with_agent(left: &str) -> bool {
    const NOUNS: &Words = words!("社会 地区 机会 城市 农村 乡村 城镇 网站 场所 车站 厕所 乡镇 河道");
    // 村（社区）: the note in brackets is passed over.
    let left = left
        .strip_end_of(set!("）)"))
        .and_then(|inside| inside.rfind_of(set!("（(")).map(|at| &left[..at]))
        .unwrap_or(left);
    AGENTS.longest(left).is_some() && !left.ends_with_any(NOUNS)
}

/// Whether `object` is one: two characters, and where the verb is weak not the head of a compound (培训|基地).
fn is_object(object: &str, verb: Verb) -> bool {
    const HEADS: &Words = words!(
        "\
        项目 工程 行动 活动 资金 设施 设备 人员 对象 队伍 基地 机构 站点 场所 车辆 任务 信息 岗位 需求 课程 \
        资料 材料"
    );
    let han = object.chars().take_while(|ch| is_han(*ch) || is_opening(*ch) || is_closing(*ch)).take(2).count() == 2;
    han && !object.starts_of(set!("的和后出")) && (verb != Verb::Weak || !object.is_any(HEADS))
}

/// Verbs that make somebody do something.
const CAUSATIVES: &Words = words!(
    "\
        组织 邀请 聘请 帮助 引导 指导 督促 推动 带动 发动 动员 支持 鼓励 协调 提请 选派 抽调 安排 监督 协助 \
        移送"
);

/// Where the predicate begins behind the one who does it, or for whom or where it is done: 各村|自查隐患, 为企业|减免租金,
/// 组织干部|旁听庭审. `led` says that 为, 在 or the like stood before.
fn predicate(words: &str, led: bool) -> usize {
    work::done(words.len());
    let causative = words.start_among(CAUSATIVES).map_or(0, |verb| verb.len());
    // 组织召开 and 组织开展 make nobody do anything.
    let longer = causative > 0 && verb_at(words).is_some_and(|(length, _)| length > causative);
    let causative = if longer { 0 } else { causative };
    let led = led || causative > 0;
    let governed = causative == 0 && verb_at(words).is_some_and(|(_, verb)| verb != Verb::Weak);
    let mut depth = 0u32;
    let mut remainder = 0;
    for (at, ch) in words.char_indices() {
        let han = is_han(ch);
        if !han && is_opening(ch) {
            depth += 1;
        } else if !han && is_closing(ch) {
            depth = depth.saturating_sub(1);
            continue;
        }
        if depth > 0 || at < causative + "二字".len() {
            continue;
        }
        let rest = &words[at..];
        let behind_agent = || ends_with_agent(&words[..at]);
        let adverbs = manner(rest);
        match verb_at(&rest[adverbs..]) {
            Some((length, verb)) if !is_noun_before(words, at) || led && words[..at].ends_with('的') => {
                let good = is_object(&rest[adverbs + length..], verb);
                let free = led && !governed && verb != Verb::Weak;
                if good && (free || !(governed && verb == Verb::Weak) && behind_agent()) {
                    return at;
                }
                if led && behind_agent() {
                    remainder = at;
                } else if !led && verb != Verb::Weak {
                    return 0;
                }
            }
            _ if rest.starts_with_any(words!("在册 现有")) && behind_agent() => return at,
            // 便民服务中心设|综合窗口.
            _ if ch == '设' && !rest["设".len()..].starts_of(set!("备施计置立定有点区")) && behind_agent() =>
            {
                return at + "设".len();
            }
            // 干部|职工 are one.
            _ if rest.starts_with_any(words!("职工 群众")) && words[..at].ends_with("干部") => {}
            _ if led
                && !is_comma(ch)
                && !one_of(
                    Some(ch),
                    set!("和与及等的代员工织规长者级域民内委局主得房铺校议伍结体点面间场值政均籍口外负"),
                )
                && behind_agent() =>
            {
                remainder = at;
            }
            _ => {}
        }
    }
    if words[remainder..].chars().filter(|ch| is_han(*ch)).count() >= 2 { remainder } else { 0 }
}

/// Whether a clause ends with the name of a measure, which verbs in it only qualify: 农作物种植面积, 惠农减免政策覆盖率.
pub(crate) fn is_measure(words: &str) -> bool {
    const MEASURES: &Words = words!(
        "\
        率 比例 比重 占比 余额 总额 总值 产值 总量 产量 收入 支出 金额 均价 价格 标准 规模 面积 里程 人数 户数 \
        年限 时间 时长 时限 指数"
    );
    words.ends_with_any(MEASURES)
}

/// The object and the verb of a clause, whose words before the number are `words`, a part of `text`.
pub(crate) fn object(text: &str, words: &str, doing: bool, led: bool) -> Named {
    let start = words.as_ptr() as usize - text.as_ptr() as usize;
    if let Some(relative) = words.strip_suffix('的') {
        // 由镇直单位牵头的17项, 村中建有广场的159个: what is said of them.
        let from = relative.find('中').map_or(0, |at| at + '中'.len_utf8());
        let from = if verb_at(&relative[from..]).is_some() { from } else { 0 };
        return Named { indicator: Span::new(start + from, start + relative.len()), ..Named::default() };
    }
    let measure = is_measure(words);
    let from = if measure && !led { 0 } else { predicate(words, led) };
    let behind = &words[from..];
    if measure {
        return measured(text, behind);
    }
    governed(text, behind, doing)
}

/// The measure that ends `words`, without a verb that opens them or a light one between: 累计实现|营业收入.
fn measured(text: &str, words: &str) -> Named {
    let start = words.as_ptr() as usize - text.as_ptr() as usize;
    // Each is of two characters.
    let light = words.rfind_any(words!("实现 完成 取得 安排")).map(|at| (at, "实现".len()));
    let first = verb_at(words).filter(|(_, verb)| *verb != Verb::Weak).map(|(length, _)| (0, length));
    let least = if light.is_some() { 2 } else { 3 };
    let found = light.or(first).filter(|(at, length)| words[at + length..].chars().count() >= least);
    let Some((at, length)) = found else {
        return Named { indicator: Span::new(start, start + words.len()), ..Named::default() };
    };
    let subject = whose(words, at, &words[at + length..]);
    Named {
        indicator: Span::new(start + at + length, start + words.len()),
        subject: Span::new(start, start + subject),
        action: Some(Span::new(start + at, start + at + length)),
    }
}

/// 第一产业实现增加值, 石化行业完成投资: how long the subject is without which the measure says nothing.
fn whose(words: &str, verb: usize, measure: &str) -> usize {
    const MEASURES: &Words =
        words!("增加值 总产值 产值 投资 利润 利润总额 零售额 销售额 营业额 营业收入 销售收入 税收 利税 收入");
    // 限额以上单位通过公共网络实现零售额.
    let subject = rfind_word(&words[..verb], "通过").map_or(&words[..verb], |at| &words[..at]);
    let said = measure.is_any(MEASURES) && subject.chars().filter(|ch| is_han(*ch)).count() >= 2;
    if said { subject.len() } else { 0 }
}

/// The object and the verb of a predicate.
fn governed(text: &str, words: &str, doing: bool) -> Named {
    let base = words.as_ptr() as usize - text.as_ptr() as usize;
    // Of coordinated verb phrases the last governs the number: 完成整理、审核卷宗187份.
    let last_part = words.rfind_of(set!("、､")).map_or(0, |at| at + '、'.len_utf8());
    let governs = |part: &str| verb_at(part).is_some_and(|(length, _)| length < part.len() && length > '、'.len_utf8());
    let list = words[last_part..].contains('等');
    let from = if last_part > 0 && !list && governs(words) && governs(&words[last_part..]) { last_part } else { 0 };
    let clause = &words[from..];
    let span = |start: usize, end: usize| Span::new(base + from + start, base + from + end);

    let mut found: Option<(usize, usize, Verb)> = None;
    let mut weak: Option<(usize, usize)> = None;
    let mut at = 0;
    let mut depth = 0u32;
    let opening = manner(clause);
    while at < clause.len() {
        let rest = &clause[at..];
        let Some(ch) = rest.chars().next() else { break };
        let mut step = ch.len_utf8();
        if is_opening(ch) {
            depth += 1;
        } else if is_closing(ch) {
            depth = depth.saturating_sub(1);
        } else if let Some((length, verb)) = verb_at(rest).filter(|_| depth == 0) {
            step = length;
            let mut behind = at + length;
            for particle in ["了", "过", "着", "出"] {
                let noun = || clause[behind..].starts_with_any(words!("出口 出租 出让 出栏"));
                if clause[behind..].starts_with(particle) && !noun() {
                    behind += particle.len();
                }
            }
            let left = clause[behind..].chars().filter(|ch| is_letter(*ch)).count();
            if verb == Verb::Weak {
                if at <= opening && weak.is_none() {
                    weak = Some((0, behind));
                }
            } else if left >= 1 && !is_noun_before(clause, at) && !(at > 0 && rest.starts_with("新增")) {
                // A verb behind another is a part of its object (建成调处中心), unless it says little by itself
                // (组织干部参加考试) or follows at once (走访慰问困难群众).
                let replaces = match found {
                    None => true,
                    Some((_, end, first)) => {
                        left >= 2 && (verb == Verb::Light || first == Verb::Light) || left >= 3 && end == at
                    }
                };
                if replaces {
                    let start = found
                        .filter(|(_, end, first)| *end == at && *first != Verb::Light)
                        .map_or(at, |(start, ..)| start);
                    found = Some((start, behind, verb));
                }
            } else if left == 0 && found.is_none() && weak.is_none() {
                weak = Some((at, behind));
            }
        }
        at += step;
    }
    if let Some((verb, behind, class)) = found {
        let object = clause[behind..].trim_start_if(&|ch| is_space(ch) || is_comma(ch));
        let object = second_verb(&clause[verb..behind], object);
        let verb_only = VERBS.longest(object).is_some_and(|(word, _)| word == object);
        // 移送司法机关3人: to whom something is handed is not what is counted.
        let receiver = clause[verb..behind].starts_with('移') && ends_with_agent(object);
        let subject = span(0, if class == Verb::Light { whose(clause, verb, object) } else { 0 });
        let keeps = class == Verb::Strong && (verb_only || doing) || receiver || object.is_empty();
        let object_from = if keeps { verb } else { clause.len() - object.len() };
        return Named { indicator: span(object_from, clause.len()), subject, action: Some(span(verb, behind)) };
    }
    let Some((verb, behind)) = weak else { return Named { indicator: span(0, clause.len()), ..Named::default() } };
    let object = second_verb(&clause[verb..behind], &clause[behind..]);
    // 执法车辆 is a noun of four; 规范企业用工行为 and 撤销登记社会组织 are verbs with their object.
    let cut = !doing && (object.chars().count() >= 4 || object.len() < clause.len() - behind && !object.is_empty());
    let from = if verb == 0 && cut { clause.len() - object.len() } else { 0 };
    Named { indicator: span(from, clause.len()), action: Some(span(verb, behind)), ..Named::default() }
}

/// What is named of `words`: behind 等 the kind (网格巡查、入户走访等活动), behind a year what it is the year of.
pub(crate) fn kind_of_list(words: &str) -> &str {
    let of_year = words.match_indices('的').map(|(at, de)| &words[at + de.len()..]).find_map(|rest| {
        let behind = strip_date(rest);
        (behind.len() < rest.len() && !behind.is_empty()).then_some(behind)
    });
    let words = of_year.unwrap_or(words);
    // 按总产值计算的|劳动生产率; 食品价格与上年持平、|居住价格.
    let words = "计算的 持平、 在内的"
        .split(' ')
        .find_map(|end| rfind_word(words, end).map(|at| at + end.len()))
        .map_or(words, |at| &words[at..]);
    let Some(at) = words.rfind('等') else { return words };
    let kind = &words[at + '等'.len_utf8()..];
    let kind = kind
        .strip_start_any(words!("方面的 领域的 环节的 单位 部门 方面 领域 环节 内容 方式"))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(kind);
    let listed = has_word(&words[..at], "、") || words[..at].chars().count() > 6;
    let whole = kind.chars().count() < 2
        || kind.is_any(words!("工作 活动 形式 服务"))
        || kind.starts_of(set!("级次候待额"))
        || !listed;
    if whole { words } else { kind }
}

/// The object behind a second verb: 修订|完善管理制度, 撤销|登记社会组织, 取消|和调整事项. In 出台优化营商环境措施 and
/// 开展监测评估 it is a part of the object.
fn second_verb<'t>(verb: &str, object: &'t str) -> &'t str {
    const SAME: &Words = words!("修订 制定 建立 新建 改造 清理 改建 提升 修改 维修 开工 启动");
    const SECOND: &Words = words!("完善 健全 规范 优化 改建 改扩建 扩建 提升 修订 废止 改造 养护 建设");
    let joint = object.strip_start_any(words!("和 或 并 及"));
    let rest = joint.unwrap_or(object);
    // 建立健全制度 too, though 健全制度 could be a noun.
    let twin = rest.start_among(SECOND).filter(|_| joint.is_none() && verb.ends_with_any(SAME)).map(str::len);
    let Some((length, class)) = verb_at(rest).or(twin.map(|length| (length, Verb::Light))) else { return object };
    let behind = &rest[length..];
    if joint.is_some() {
        // 新建和改造提升高标准农田.
        let third = verb_at(behind).filter(|_| rest[..length].is_any(SECOND)).map_or(0, |(length, _)| length);
        let behind = if is_object(&behind[third..], Verb::Weak) { &behind[third..] } else { behind };
        return if is_object(behind, Verb::Light) { behind } else { "" };
    }
    let same = twin == Some(length);
    let weak = class == Verb::Weak
        && !rest.starts_with('新')
        && VERBS.longest(verb).is_some_and(|(_, first)| first == Verb::Weak);
    // 发现整改法律问题: found and done with.
    let done = class == Verb::Weak && completes(&rest[..length]);
    let kept =
        behind.chars().count() >= if same { 2 } else { 3 } && !behind.starts_with('性') && is_object(behind, class);
    if (same || done || weak) && kept { behind } else { object }
}

lexicon! {
    /// How clauses begin that only say how the number compares or adds up.
    COMPARISONS: () {
        () => "比" "较" "恢复到" "恢复至" "扣除" "剔除" "相当于" "为常年" "完成年" "完成全年" "为年" "为预"
            "为调" "占" "的" "其余" "连续" "按可比" "升到" "升至" "降到" "降至" "提高到" "上升" "下降" "增加到" "减少到" "低于" "高于" "快于" "慢于" "相比" "余下" "其中" "折合";
    }
}

lexicon! {
    /// Words that are left of a clause and name nothing.
    EMPTY: () {
        () => "完成" "实际完成" "实现" "年均" "同口径" "总数" "总计" "规模" "平均" "其余" "占"
            "分别" "任务" "预算" "占比" "比例" "新增" "净增" "年增" "达" "每" "中" "里" "内" "当中" "人均" "户均" "村均" "亩均" "件均" "单笔" "每生" "拉动";
    }
}

/// The subject of 占可用财力的, 为预算的, 由2021年的, 较2021年, 低于全省均值: what follows is what it is compared with.
fn strip_share(words: &str) -> &str {
    let trimmed = words.trim_end_if(&is_space);
    if let Some(at) = trimmed.rfind_any(words!("低于 高于 高出 多于 少于 快于 慢于 优于")) {
        return &trimmed[..at];
    }
    // 水位超警戒1.27米, 投资超计划3亿元: over what; 超限, 超额, 赶超 are words.
    if let Some(at) = rfind_word(trimmed, "超").filter(|at| {
        let behind = &trimmed[at + '超'.len_utf8()..];
        behind.chars().count() >= 2
            && !behind.starts_of(set!("额限标载龄声前期市高级重频过出大低强短长员编"))
            && !trimmed[..*at].ends_of(set!("赶反"))
            && !behind.ends_of(set!("为达率量数"))
            && !behind.has_if(&is_closing)
    }) {
        return trimmed[..at].strip_suffix("一度").unwrap_or(&trimmed[..at]);
    }
    // A time behind 由, 从, 较 or 比 is the time of what it is compared with.
    let is_time = |words: &str| words.ends_of(set!("年月底末期前初度")) && words.chars().count() <= 12;
    if let Some(at) = trimmed.rfind_any(words!("由 从 较 比")) {
        let behind = &trimmed[at + '由'.len_utf8()..];
        if is_time(behind.strip_suffix('的').unwrap_or(behind)) {
            let left = &trimmed[..at];
            return if trimmed[at..].starts_with('比') { left.strip_suffix('相').unwrap_or(left) } else { left };
        }
    }
    // 人均财力比全省平均水平低2130元.
    if trimmed.ends_of(set!("低高多少快慢大小长短"))
        && let Some(at) = trimmed.rfind_any(words!("比 较"))
    {
        return trimmed[..at].trim_end_of(set!("同环"));
    }
    let share = trimmed.strip_end_any(words!("的 比重 比重达"));
    let Some(clause) = share else { return words };
    // 二是执法人员中…的: the marker of an item is no verb.
    let item =
        |at: usize| before(clause, at).is_some_and(|ch| clause[at..].starts_with('是') && han_digit(ch).is_some());
    clause.rfind_any(words!("占 为 相当于 达 是 只有 仅有")).filter(|at| !item(*at)).map_or(words, |at| &words[..at])
}

/// What stands behind the last adverb that parts subject and predicate: 小组|累计|入户动员, 镇街|每季度|演练.
fn last_predicate(words: &str, doing: bool) -> &str {
    const ADVERBS: &Words = words!(
        "\
        共收 累计 共计 已累计 先后 全年 带头 共 已 分别 合计 每季度 每人每年 每年 每月 每周 分为 包括 仅有 年均 依法 后 \
        人均 依次是 依次为"
    );
    let mut from = 0;
    let mut depth = 0u32;
    for (at, ch) in words.char_indices() {
        // No Chinese character is a bracket.
        let han = is_han(ch);
        if han && !ADVERBS.may_begin(ch) {
            continue;
        }
        if !han && is_opening(ch) {
            depth += 1;
        } else if !han && is_closing(ch) {
            depth = depth.saturating_sub(1);
        } else if depth == 0
            && at > 0
            && let Some(adverb) = words[at..].start_among(ADVERBS)
        {
            let left = &words[..at];
            let rest = &words[at + adverb.len()..];
            // 药品集中采购已执行五批: a bare verb says what was done with the subject.
            if !doing && adverb == "已" && (is_doing(rest) || rest.chars().count() == 2) && left.chars().count() > 3 {
                return left;
            }
            let part = match adverb {
                "人均" => !is_doing(rest),
                "年均" => verb_at(rest).is_none(),
                "带头" => rest.starts_with('人'),
                "全年" => left.ends_of(set!("健安完")) || !doing,
                "共" => {
                    rest.starts_of(set!("同享建青产治识和服")) && !rest.starts_with("识别")
                        || left.ends_of(set!("公中总"))
                }
                "依法" => rest.starts_with_any(GOVERNED),
                // 整改后|验收: behind a deed; 售后, 落后产能 are words.
                "后" => !is_deed(left) || rest.starts_of(set!("续勤备期的")),
                _ => false,
            };
            if !part && rest.chars().filter(|ch| is_han(*ch)).count() >= 2 {
                from = at + adverb.len();
            }
        }
    }
    &words[from..]
}

/// Whether `left` ends with a deed: a verb, or 合格, 结束.
fn is_deed(left: &str) -> bool {
    let last = step_back(left, left.len(), 2);
    VERBS.longest(&left[last..]).is_some_and(|(word, _)| word.len() == left.len() - last)
        || left.ends_with_any(words!("合格 结束 因素 到期"))
}

/// 每千人口拥有医师: what is counted, or nothing where only the base is named (平均每个社区).
fn per_base(words: &str) -> Option<&str> {
    let base = words.strip_prefix("平均").unwrap_or(words).strip_prefix('每')?;
    let base = base.trim_start_if(&|ch| digit(ch).is_some() || han_digit(ch).is_some() || han_power(ch).is_some());
    let people = base.strip_start_any(words!("常住人口 人口 人"));
    let rest = people.or_else(|| units::scan(base, &OwnWords::NONE).map(|unit| &base[unit.length..])).unwrap_or(base);
    if let Some(at) = rest.find('有').filter(|at| !begins_word(&rest[*at..], "有")) {
        let object = &rest[at + '有'.len_utf8()..];
        return Some(if rest[..at].ends_with('拥') && !object.is_empty() { words } else { object });
    }
    let only_base = rest.is_empty() || people.is_none() && rest.chars().count() <= 8 && ends_with_agent(rest);
    Some(if only_base { "" } else { words })
}

/// The words of a clause that name something, or nothing where it only says how a number compares or adds up; and whether
/// 为, 在 or the like led them.
pub(crate) fn naming_words<'t>(words: &'t str, town: &str, doing: bool) -> Option<(&'t str, bool)> {
    let bare = strip_tails(words);
    let own = strip_tails_again(strip_share(bare), bare);
    let (words, led) = strip_leads(own, town);
    let bare = strip_tails_again(words, own);
    let parted = last_predicate(bare, doing);
    let (words, again) = strip_leads(parted, town);
    let led = again || led && parted.len() == words.len();
    let words = strip_tails_again(words, bare);
    let words = per_base(words).unwrap_or(words);
    // 决定不起诉（含附条件不起诉）|48件.
    let words = before_note(words)
        .filter(|rest| is_doing(rest.strip_prefix('不').unwrap_or(rest)) || rest.ends_with("不起诉"))
        .unwrap_or(words);
    // 员额法官中，|35岁以下的12名: of whom.
    let words = words
        .strip_end_of(set!("中里"))
        .filter(|rest| ends_with_agent(rest) && !rest.ends_of(set!("集高初其途手")) || rest.ends_of(set!("官")))
        .unwrap_or(words);
    let names = words.chars().any(is_letter);
    let suffered = words.starts_with('受') && words.ends_with("影响");
    let empty = suffered
        || EMPTY.longest(words).is_some_and(|(word, ())| word == words)
        || COMPARISONS.longest(words).is_some();
    (names && !empty).then_some((words, led))
}
