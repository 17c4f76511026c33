//! What a predicate is said of: its object, or the measure that ends the clause.

use crate::chars::Set;
use crate::chars::{
    has_word, is_closing, is_comma, is_han, is_letter, is_opening, is_space, one_of, rfind_word, step_back,
};
use crate::clause::edge::strip_date;
use crate::clause::verb::{completes, ends_with_agent, is_deed, is_noun_before, manner, verb_at};
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::vocabulary::{VERBS, Verb};
use crate::work;

/// What a clause names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    /// What is counted; empty where nothing names it.
    pub(crate) indicator: Span,
    /// Whose measure it is, where a verb parts the two: 第一产业|实现|增加值.
    pub(crate) subject: Span,
    pub(crate) action: Option<Span>,
}

impl Named {
    /// What is counted and nothing else.
    pub(crate) fn just(indicator: Span) -> Named {
        Named { indicator, ..Named::default() }
    }
}

/// Whether `object` is one: two characters, and where the verb is weak not the head of a compound (培训|基地).
fn is_object(object: &str, verb: Verb) -> bool {
    const HEADS: &Words = words!(
        "\
        项目 工程 行动 活动 资金 设施 设备 对象 队伍 基地 站点 场所 车辆 任务 信息 岗位 需求 课程 \
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

/// Behind 设, characters that make one word with it: 设备, 设施.
const NOT_SET_UP: &Set = set!("备施计置立定有点区想法障防色限摆市");

/// Where the predicate begins behind the one who does it, or for whom or where it is done: 各村|自查隐患, 为企业|减免租金,
/// 组织干部|旁听庭审. `led` says that 为, 在 or the like stood before.
fn predicate(words: &str, doing: bool, led: bool) -> usize {
    work::done(words.len());
    let causative = words.start_among(CAUSATIVES).map_or(0, |verb| verb.len());
    // 组织召开, 协调解决 make nobody do anything.
    let longer = causative > 0
        && (verb_at(words).is_some_and(|(length, _)| length > causative)
            || verb_at(&words[causative..]).is_some_and(|(_, verb)| verb != Verb::Weak));
    let causative = if longer { 0 } else { causative };
    let led = led || causative > 0;
    let governed = causative == 0 && verb_at(words).is_some_and(|(_, verb)| verb != Verb::Weak);
    // 举办|宣讲: who ends with 办 is none.
    let opening = verb_at(words).map_or(0, |(length, _)| length);
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
        if depth > 0 || at < causative + "二字".len() || at <= opening {
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
                // 组织|中心组学习3次: who did it belongs to the doing.
                let bare =
                    (doing || words.starts_with("移送")) && causative == "组织".len() && adverbs + length == rest.len();
                if led && !bare && behind_agent() {
                    remainder = at;
                } else if !led && verb != Verb::Weak {
                    return 0;
                }
            }
            _ if rest.starts_with_any(words!("在册 现有")) && behind_agent() => return at,
            // 便民服务中心设|综合窗口.
            _ if ch == '设' && !rest["设".len()..].starts_of(NOT_SET_UP) && behind_agent() => {
                return at + "设".len();
            }
            // 全省法院收|民商事案件.
            _ if ch == '收'
                && rest.contains('案')
                && !rest["收".len()..].starts_of(set!("案入费支益录购集治缴储养割回"))
                && behind_agent() =>
            {
                return at + "收".len();
            }
            // 干部|职工, 党员|干部 are one.
            _ if rest.starts_with_any(words!("干部 职工 群众")) && behind_agent() => {}
            _ if led
                && !is_comma(ch)
                && !one_of(
                    Some(ch),
                    set!("和与及等的代员工组织规长者级域民内委局主得房铺校议伍结体点面间场值政均籍口外负村性型"),
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

/// 生产总值（GDP）, 施用量（折纯）: the words before a note in brackets at their end.
fn without_note(words: &str) -> &str {
    let open = words.strip_end_of(set!("）)")).and_then(|inside| inside.rfind_of(set!("（(")));
    open.filter(|at| *at > 0).map_or(words, |at| &words[..at])
}

/// Whether a clause ends with the name of a measure, which verbs in it only qualify: 农作物种植面积, 惠农减免政策覆盖率.
pub(crate) fn is_measure(words: &str) -> bool {
    const MEASURES: &Words = words!(
        "\
        率 比例 比重 占比 余额 总额 总值 产值 总量 产量 收入 支出 金额 均价 价格 标准 规模 面积 里程 人数 户数 数量 案数 案件数 \
        年限 时间 时长 时限 指数 增加值 零售额 销售额 营业额 交易额 成交额 投资额 贷款额 \
        吞吐量 周转量 排放量 使用量 施用量 业务量 授权量 拥有量 申请量 客运量 货运量 用电量 能耗 水耗 电耗 完成度 满意度 浓度 密度 进度 幅度 增速 增幅 涨幅 降幅"
    );
    without_note(words).ends_with_any(MEASURES)
}

/// Verbs that may end a clause whose object 对 brought forward.
const DEEDS_AT_END: &Words = words!(
    "\
        批捕 批准逮捕 起诉 提起公诉 立案 立案侦查 查处 查封 扣押 问责 约谈 通报 取缔 关停 拆除 检查 排查 审查 审核 抽查 抽检 整改 \
        整治 立案查处 立案调查"
);

/// The object and the verb of a clause, whose words before the number are `words`, a part of `text`.
pub(crate) fn object(text: &str, words: &str, doing: bool, led: bool) -> Named {
    let start = words.as_ptr() as usize - text.as_ptr() as usize;
    if let Some(relative) = words.strip_suffix('的') {
        // 由镇直单位牵头的17项, 村中建有广场的159个: what is said of them.
        let from = relative.find('中').map_or(0, |at| at + '中'.len_utf8());
        let from = if verb_at(&relative[from..]).is_some() { from } else { 0 };
        // 示范基地项目完成|总工程量的55%.
        let whole = rfind_word(relative, "完成").filter(|at| *at > 0).map(|at| at + "完成".len());
        let from = whole.filter(|at| relative[*at..].chars().nth(1).is_some()).unwrap_or(from);
        return Named { indicator: Span::new(start + from, start + relative.len()), ..Named::default() };
    }
    // 对重大犯罪|批捕17件: what the deed at the end was done to.
    if !doing
        && text[..start].ends_with_any(words!("对 将 把"))
        && let Some(done_to) = words
            .strip_end_any(DEEDS_AT_END)
            .filter(|rest| rest.chars().count() >= 2 && !is_deed(rest) && !rest.ends_of(set!("不未")))
    {
        return Named {
            indicator: Span::new(start, start + done_to.len()),
            action: Some(Span::new(start + done_to.len(), start + words.len())),
            ..Named::default()
        };
    }
    // 设|局长1名, 设|咨询台16个.
    if let Some(set_up) = words.strip_prefix('设')
        && !doing
        && !set_up.starts_of(NOT_SET_UP)
        && set_up.chars().take_while(|ch| is_han(*ch) || is_opening(*ch)).count() >= 2
    {
        let behind = start + '设'.len_utf8();
        return Named {
            indicator: Span::new(behind, behind + set_up.len()),
            action: Some(Span::new(start, behind)),
            ..Named::default()
        };
    }
    let measure = is_measure(words);
    // 推动|事故率下降: what was made to change.
    let made = words.start_among(words!("推动 促进 带动 确保 促使 实现 力促 推进")).filter(|_| measure).map(str::len);
    let from = match made {
        Some(verb) if words[verb..].chars().count() >= 4 => verb,
        _ if measure && !led => 0,
        _ => predicate(words, doing, led),
    };
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
    let light = without_note(words).rfind_any(words!("实现 完成 取得 安排 惠及")).map(|at| (at, "实现".len()));
    // 参加活动人数: those who do it.
    let doers = words.ends_with_any(words!("人数 户数 率")) && !words.starts_with_any(words!("新增 完成 实现"));
    let first = verb_at(words).filter(|(_, verb)| *verb != Verb::Weak && !doers).map(|(length, _)| (0, length));
    let least = if light.is_some() { 2 } else { 3 };
    // 平台设立了|总规模: a deed done, whoever did it.
    let done = rfind_word(words, "了").and_then(|at| {
        let verb = step_back(words, at, 2);
        (verb > 0 && verb_at(&words[verb..]).is_some_and(|(length, _)| verb + length == at))
            .then_some((verb, at - verb))
    });
    let found = light.or(done).or(first).filter(|(at, length)| words[at + length..].chars().count() >= least);
    let Some((at, length)) = found else {
        return Named { indicator: Span::new(start, start + words.len()), ..Named::default() };
    };
    // 设立了|总规模, 引进落地|总投资.
    let length = length + words[at + length..].start_among(words!("了 落地")).map_or(0, str::len);
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
    let doing = verb_at(subject).is_some_and(|(length, _)| length == subject.len());
    // 第二产业|在上半年|完成增加值.
    let subject = rfind_word(subject, "在")
        .filter(|at| *at > 0 && subject.ends_of(set!("年月期度")))
        .map_or(subject, |at| &subject[..at]);
    let said = measure.is_any(MEASURES) && !doing && subject.chars().filter(|ch| is_han(*ch)).count() >= 2;
    if said { subject.len() } else { 0 }
}

/// Verbs that set something up.
const SETTING_UP: &Words = words!("设置 设立 建立 开设 成立 组建 建成 打造 创建 增设 开通 配备 搭建 新设 新建 建设");

/// Whether `clause` ends with what is set up to do something: 登记点, 监测站, 服务队.
fn is_set_up(clause: &str) -> bool {
    clause.ends_of(set!("点站室岗栏台所队库"))
        || clause.ends_with_any(words!("窗口 中心 专区 平台 基地 机制 热线 专栏 台账"))
}

/// Verbs of those who take part in something or have it.
const TAKING_PART: &Words = words!("参加 参与 接受 享受 获得 取得 拥有 出席 列席 具有");

/// Money that is given, though each is a verb too: 发放补贴23.4万元, 兑现奖励3万元.
pub(crate) const GIVEN: &Words = words!("补贴 补助 补偿 奖励 赔偿 救助 救济");

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
            for particle in ["了", "过", "着", "出", "合格"] {
                let noun = || {
                    clause[behind..].starts_with_any(words!(
                        "出口 出租 出让 出栏 出版 出生 出资 出境 出入 出行 出院 出席 出土 出厂"
                    ))
                };
                if clause[behind..].starts_with(particle) && !noun() {
                    behind += particle.len();
                }
            }
            let left = clause[behind..].chars().filter(|ch| is_letter(*ch)).count();
            if verb == Verb::Weak {
                if at <= opening && weak.is_none() {
                    weak = Some((0, behind));
                }
            } else if left >= 1
                && &clause[..at] != "未"
                && !is_noun_before(clause, at)
                && !(at > 0 && rest.starts_with("新增"))
            {
                // A verb behind another is a part of its object (建成调处中心), unless it says little by itself
                // (组织干部参加考试) or follows at once (走访慰问困难群众).
                let replaces = match found {
                    None => true,
                    // 完成绿色食品|新认证企业: which of them.
                    Some((.., Verb::Light)) if rest.starts_with('新') => false,
                    // 设置|接待登记点: what is set up is called after what it does.
                    Some((start, end, _))
                        if end == at && clause[start..end].is_any(SETTING_UP) && is_set_up(clause) =>
                    {
                        false
                    }
                    // 举办宣讲、发放资料等: each a member of the list.
                    Some((_, end, _)) if clause[end..at].has_of(set!("、")) => false,
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
        // 未开工项目, 开工项目: which projects, and no deed.
        let which = clause[verb..behind].ends_with_any(words!("开工 竣工 投产 落户 挂牌"))
            && object.is_any(words!("项目 工程 企业"))
            && (verb == 0 || clause[..verb].is_any(words!("未 新 拟 已 计划")));
        if which {
            return Named { indicator: span(0, clause.len()), ..Named::default() };
        }
        // 参加学习的|代表: the verb says who they are.
        let object = match object.rfind('的').map(|at| &object[at + '的'.len_utf8()..]) {
            Some(persons)
                if !doing
                    && (class == Verb::Light || clause[verb..behind].is_any(TAKING_PART))
                    && ends_with_agent(persons) =>
            {
                persons
            }
            _ => object,
        };
        // 参与活动|群众: those who did.
        let those = clause[verb..behind].is_any(words!("参与 参加"))
            && object.ends_with_any(words!("群众 人员 居民 村民 职工 学生 干部 党员"))
            && object.chars().nth(2).is_some();
        let verb_only = VERBS.longest(object).is_some_and(|(word, _)| word == object);
        // 移送司法机关3人: to whom something is handed is not what is counted.
        // 移送司法部门处理1家.
        let whom =
            object.strip_end_any(words!("处理 查处 办理 侦查 立案 立案侦查 起诉 审查起诉 行政拘留")).unwrap_or(object);
        let receiver = clause[verb..behind].starts_with('移') && ends_with_agent(whom);
        let subject = span(0, if class == Verb::Light { whose(clause, verb, object) } else { 0 });
        // 减免税841户: verb and object are one word.
        let short = class == Verb::Strong && object.chars().nth(1).is_none();
        let deed = (verb_only || doing) && !object.is_any(GIVEN);
        let keeps = those || class == Verb::Strong && deed || receiver || short || object.is_empty();
        let object_from = if keeps { verb } else { clause.len() - object.len() };
        return Named { indicator: span(object_from, clause.len()), subject, action: Some(span(verb, behind)) };
    }
    let Some((verb, behind)) = weak else { return Named { indicator: span(0, clause.len()), ..Named::default() } };
    let object = second_verb(&clause[verb..behind], &clause[behind..]);
    if verb == 0
        && !doing
        && let Some(persons) = object.rfind('的').map(|at| &object[at + '的'.len_utf8()..])
        && ends_with_agent(persons)
    {
        return Named { indicator: span(clause.len() - persons.len(), clause.len()), ..Named::default() };
    }
    // 执法车辆 is a noun of four; 规范企业用工行为 and 撤销登记社会组织 are verbs with their object.
    // 清单117项、配合履职清单54项: a member of a list names itself.
    let member = text[..base].ends_with('、');
    let cut = !doing
        && !member
        && (object.chars().count() >= 4
            || object.is_any(GIVEN)
            || object.len() < clause.len() - behind && !object.is_empty())
        // 调整|后的支出预算.
        && !object.starts_with_any(words!("后的 前的"));
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
    // 张贴和喷涂的|各类小广告.
    let words = words.rfind_any(words!("的各类 的各种 的各项")).map_or(words, |at| &words[at + '的'.len_utf8()..]);
    // 收集反馈|各类预警信息.
    let words =
        words.rfind_any(words!("各类 各种")).filter(|at| is_deed(&words[..*at])).map_or(words, |at| &words[at..]);
    // 按总产值计算的|劳动生产率; 食品价格与上年持平、|居住价格.
    let words = "计算的 持平、 在内的"
        .split(' ')
        .find_map(|end| rfind_word(words, end).map(|at| at + end.len()))
        .map_or(words, |at| &words[at..]);
    // 中等职业国家助学金 is of no list.
    let part = |at: &usize| !words[..*at].ends_of(set!("中高初对平同优上下一二三头均"));
    let Some(at) = words.rfind('等').filter(part) else { return words };
    let kind = &words[at + '等'.len_utf8()..];
    let kind = kind
        .strip_start_any(words!("方面的 领域的 环节的 单位 部门 方面 领域 环节 内容 方式"))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(kind);
    let listed = has_word(&words[..at], "、") || words[..at].chars().count() > 6;
    let whole = kind.chars().count() < 2
        || kind.is_any(words!("工作 活动 形式 服务 案件 犯罪 纠纷 问题 行为 事项"))
        // 小于等于, “立等可取”, （资源勘探等）支出.
        || kind.starts_of(set!("级次候待额于"))
        || kind.starts_if(&is_closing)
        || kind.find('”').is_some_and(|at| !kind[..at].contains('“'))
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
