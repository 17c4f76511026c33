//! The verbs of a clause: where one stands, what is only half a noun, and who does the deed.

use crate::chars::{Set, one_of, step_back, step_on};
use crate::lexicon::lexicon;
use crate::search::{Search, Words, set, words};
use crate::vocabulary::{VERBS, Verb};

lexicon! {
    /// Words that make one noun with a verb before them: 处置能力, 服务中心.
    HEADS_OF_NOUNS: () {
        () => "能力" "中心" "工作" "制度" "机制" "情况" "体系" "系统" "平台" "结果" "金额" "标准" "时间" "比例" "强度" "比重" "总额" "规模" "水平" "渠道"
            "总值" "时限" "流程" "环节" "程序" "进度" "质量" "效率" "次数" "人数" "件数" "用时" "成本" "事项" "时长";
    }
}

/// Papers that make one noun with a verb before them: 整改通知书, 协助执行通知书.
const PAPERS: &Words = words!("通知书 决定书 告知书 建议书 意见书 责任书 承诺书 倡议书");

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
    // 举行集中开工|活动, but 开展|活动.
    let event = verb == Verb::Strong && behind.starts_with_any(words!("活动 仪式"));
    // 警示约谈会议, but 召开|会议.
    let held = verb == Verb::Light || rest.starts_with_any(words!("出席 列席 承办 主持 协办 承接 举行"));
    let meeting = !held && behind.is_any(words!("会议 大会 会"));
    // 入库|规模以上企业.
    let head = event
        || meeting
        || !behind.starts_with_any(words!("规模以上 规模以下 规模化"))
            && HEADS_OF_NOUNS.longest(behind).is_some()
            && !behind.starts_with("中心组");
    // 研究生 and 生产总值 are nouns, 研究|生态保护 a verb with its object.
    let student = rest.starts_with("研究生") && !behind.starts_with_any(words!("生态 生产 生活 生物 生育"));
    // 权责发生制, 实到外资; 修订制度 and 公开制定 have a verb.
    let system = behind.strip_prefix('制').is_some_and(|rest| !rest.starts_of(set!("度定订作造式约止")));
    let other = system
        || rest.starts_with("组织部") && !rest["组织部".len()..].starts_of(set!("署分门"))
        || rest.starts_with("开发") && behind.starts_with_any(words!("区 投资 利用 企业 商 建设 贷款 支出 银行 性 边"))
        || rest.starts_with("建设") && behind.starts_with_any(words!("规划 用地"))
        || behind.starts_with('口') && rest[..length].ends_with('出')
        || rest.starts_with("实到") && !behind.is_empty()
        || behind.starts_with("案数")
        || rest.starts_with_any(words!("合作社 安置帮教 检验检测 检查检验 恢复重建 救助供养"))
        // 上级补助|收入: money that was given, and no giving.
        || rest.starts_with_any(words!("补助 补贴")) && behind.starts_with_any(words!("收入 支出 资金 经费 标准 下级 上级"))
        || rest.starts_with("转移支付")
        // 航运服务集聚区, 安置房; 培育区级示范, 改造房屋.
        || behind.starts_with('区') && !behind.starts_with_any(words!("区级 区域 区县 区内 区属 区直 区委 区划 区政府"))
        || behind.starts_with('房') && !behind.starts_with_any(words!("房屋 房产 房地产 房间 房源"))
        || rest.starts_with("招商引资") && behind.starts_with_any(words!("到位 签约 合同 实际"));
    // 生产安全事故, 生产经营单位 are nouns.
    let other = other || rest.starts_with("生产") && behind.starts_with_any(words!("安全 经营 要素 资料"));
    // 规范化、矛盾化解|等问题: a member of a list.
    let member = behind.starts_with('等') && !behind["等".len()..].starts_of(set!("级次候待额效"));
    // 建成区 is a part of a town; 建成区级示范点 has a verb.
    let town = rest.starts_with("建成区") && !rest.starts_with("建成区级");
    // 整改通知书, 编制人员; 开具意见书 has a verb.
    let paper = verb == Verb::Weak && !rest.starts_with("开具") && behind[..step_on(behind, 0, 5)].has_any(PAPERS);
    let posts = rest.starts_with_any(words!("编制人员 编制数 编制内 编制外 编制床位"));
    // 代理机构, 执法人员.
    let body = verb == Verb::Weak && behind.starts_with_any(words!("机构 单位 部门 人员"));
    // 补助金, but 斩获|金奖.
    let suffixed = behind.starts_of(suffix) && !behind.starts_with_any(words!("金奖 金牌"));
    let noun = person || body || suffixed || head || student || other || member || town || paper || posts;
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
        || rest.starts_with("编制") && ends(&["专项", "行政", "事业", "人员", "机关"])
        || rest.starts_with("支付") && left.ends_with("转移")
        || rest.starts_with("安装") && left.ends_with("建筑")
        || rest.starts_with("公开") && ends(&["信息", "政务", "申请"])
        || rest.starts_with("安排") && ends(&["预算", "支出", "收入"])
        || rest.starts_with('新') && left.ends_of(set!("创更革重翻最高"))
        || left.ends_of(set!("的总类个"))
}

/// Words that say how something was done, before its verb.
const MANNERS: &Words = words!("成功 专题 免费 联动 统一 联合 轮流 共同 上门 主动 逐一 陪同 连夜 集中 违规 自主");

/// How many bytes of adverbs `words` begin with, a verb behind them.
pub(crate) fn manner(words: &str) -> usize {
    let length = words.start_among(MANNERS).map_or(0, |word| word.len());
    if length > 0 && verb_at(&words[length..]).is_some() { length } else { 0 }
}

/// Whether a doing ends or changes what the clause before named: 办结 and 整改 are done with that, 立案 and 处罚 are other
/// deeds.
pub(crate) fn completes(words: &str) -> bool {
    const DEEDS: &Words = words!(
        "办结 审结 结案 化解 调解 调处 解决 整改 处理 处置 答复 回复 消除 兑现 调整 竣工 投产 改造 修复 建成 取消 保留 废止 修改 核实 核查"
    );
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

/// Whether `left` ends with a deed: a verb, or 合格, 结束.
pub(crate) fn is_deed(left: &str) -> bool {
    let last = step_back(left, left.len(), 2);
    VERBS.longest(&left[last..]).is_some_and(|(word, _)| word.len() == left.len() - last)
        || left.ends_with_any(words!("合格 结束 因素 到期"))
}

lexicon! {
    /// The last characters of the names of bodies, persons and places.
    endings AGENTS: () {
        () => "镇" "乡" "村" "街" "道" "县" "市" "区" "省" "局" "办" "委" "会" "院" "所" "站" "队" "组" "团" "公司" "学校" "户" "员" "者" "律师"
            "教师" "医师" "干部" "群众" "支部" "部门" "企业" "单位" "机关" "机构" "中心" "居民" "村民" "农民" "民警" "交警" "辅警" "市民" "学生" "专家" "代表" "老人" "残疾人"
            "负责人" "媒体" "督察" "市场" "平台" "大厅" "窗口" "上级" "主体" "顾问" "海关" "供销社" "合作社" "联";
    }
}

/// Whether `left` ends with the name of a body, of persons or of a place, by its last characters.
pub(crate) fn ends_with_agent(left: &str) -> bool {
    const NOUNS: &Words = words!("社会 应会 地区 机会 城市 农村 乡村 城镇 网站 场所 车站 厕所 乡镇 河道");
    // 村（社区）: the note in brackets is passed over.
    let left = left
        .strip_end_of(set!("）)"))
        .and_then(|inside| inside.rfind_of(set!("（(")).map(|at| &left[..at]))
        .unwrap_or(left);
    AGENTS.longest(left).is_some() && !left.ends_with_any(NOUNS)
}
