//! The one table of units and measure words, and the longest match in it.
//!
//! The scale (万, 亿) is not part of a unit: 万元 is 元 counted in ten thousands. Compound units are put together where
//! they are met: `元/平方米` is two rows and a stroke, and has the kind of the first.

use crate::chars::{is_han, is_space, one_of};
use crate::lexicon::lexicon;
use crate::own_words::OwnWords;
use crate::report::Kind;
use crate::search::{Search, Words, set, words};

/// Where a unit may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// After any number.
    Any,
    /// After digits, or Chinese numerals from ten on: after 一 or 三 the word is a noun far more often (三门, 一网).
    Digits,
    /// Only after a scale word (5万度), or in a compound (度/月).
    Scaled,
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit<'w> {
    /// As reports write it.
    pub(crate) name: &'w str,
    /// What it measures.
    pub(crate) kind: Kind,
    /// Where it may stand.
    pub(crate) use_: Use,
}

/// The factor of a unit that has none: 件, 户, 蒸吨.
const NONE: f64 = 0.0;

lexicon! {
    /// The table: kind, use, how many of its kind's first unit it is (平方米, 米, 千克, 立方米, 千瓦时, 元), names.
    UNITS: (Kind, Use, f64) {
        // Persons, bodies, matters.
        (Kind::Count, Use::Any, NONE) => "个" "名" "人" "位" "户" "家" "件" "起" "宗" "例" "桩" "项" "条" "款" "处" "所" "座" "栋" "幢" "间" "套" "台"
            "辆" "部" "艘" "架" "只" "头" "头只" "匹" "羽" "尾" "峰" "株" "棵" "篇" "本" "册" "份" "张" "幅" "副" "块" "面" "枚" "支"
            "把" "根" "片" "段" "次" "遍" "趟" "轮" "批" "场" "堂" "类" "种" "则" "封" "道" "笔" "期" "批次" "大类" "口" "顶" "盏" "扇"
            "箱" "袋" "瓶" "桶" "盒" "盆" "朵" "颗" "粒" "剂" "针" "双" "对" "组" "队" "群" "窝" "茬" "席" "床" "页" "卷" "首";
        (Kind::Count, Use::Digits, NONE) => "路" "节" "列" "款式" "课" "讲" "门" "班" "函" "通" "单" "股" "手" "票" "桌" "铺" "格" "栏" "字" "句"
            "曲" "幕" "集" "局" "盘" "环" "圈" "站" "岗" "孔" "眼" "洞" "包" "罐" "捆" "车" "船" "管" "层" "样" "樘" "丛"
            "宗地" "地块" "村" "社区" "镇" "乡" "街道" "校" "店" "支部" "床位" "单元" "标段" "点位" "方面" "分" "步";
        // Doings and what else is put together.
        (Kind::Count, Use::Any, NONE) => "点次" "企次" "人份" "人场" "人天" "人日" "人月" "人年" "工日" "工时" "课时" "学时" "学分" "床日" "台时" "台班"
            "人（次）" "人(次)" "批（次）" "户（次）" "件（次）" "家（次）" "场（次）" "人·次" "标准箱" "标准量" "标箱" "自然箱" "标台" "标准车" "台套" "台（套）" "台件" "台（件）"
            "台(套)" "件套" "件（套）" "家（户）" "所（处）" "处（个）" "个（处）" "村（居）" "村（社区）" "个（次）" "车公里" "人公里" "座公里" "列公里" "人海里"
            "TEU";
        // 百分之 and its kin stand before the number and are read there.
        (Kind::Percent, Use::Any, NONE) => "%" "％" "‰" "/10万" "/十万" "／10万" "个百分点" "百分点" "个千分点" "个基点" "基点" "成";
        (Kind::Multiple, Use::Any, NONE) => "倍" "番";
        (Kind::Money, Use::Any, 1.0) => "元" "块钱" "元人民币";
        (Kind::Money, Use::Any, NONE) => "美元" "欧元" "英镑" "日元" "港元" "港币" "澳门元" "新台币" "韩元" "卢布"
            "瑞士法郎" "新加坡元" "澳元" "加元";
        (Kind::Money, Use::Digits, NONE) => "角";
        (Kind::Area, Use::Any, 1.0) => "平方米" "㎡" "m²" "m2" "平米" "平方";
        (Kind::Area, Use::Any, 1e6) => "平方千米" "平方公里" "km²";
        (Kind::Area, Use::Any, 1e4) => "公顷" "hm²";
        (Kind::Area, Use::Any, 2000.0 / 3.0) => "亩" "市亩";
        (Kind::Area, Use::Any, NONE) => "平方分米" "平方厘米" "cm²" "平方毫米" "亩次" "公亩" "英亩" "平方英尺";
        (Kind::Area, Use::Scaled, NONE) => "平" "顷" "ha";
        (Kind::Length, Use::Any, 1.0) => "米";
        (Kind::Length, Use::Any, 1000.0) => "公里" "千米" "km";
        (Kind::Length, Use::Any, 0.01) => "厘米" "cm" "公分";
        (Kind::Length, Use::Any, 0.001) => "毫米" "mm";
        (Kind::Length, Use::Any, 500.0) => "华里";
        (Kind::Length, Use::Any, NONE) => "分米" "微米" "纳米" "英尺" "英寸" "英里" "海里"
            "延米" "延长米" "皮长公里" "芯公里" "纤芯公里" "杆公里" "孔公里" "管公里" "车道公里" "单线公里" "桩公里";
        (Kind::Length, Use::Digits, NONE) => "里" "丈" "尺" "寸" "m";
        (Kind::Weight, Use::Any, 1.0) => "千克" "kg" "公斤";
        (Kind::Weight, Use::Any, 1000.0) => "吨";
        (Kind::Weight, Use::Any, 0.5) => "斤" "市斤";
        (Kind::Weight, Use::Any, 0.001) => "克";
        (Kind::Weight, Use::Any, NONE) => "毫克" "mg" "微克" "μg" "µg" "ug" "公担" "盎司" "克拉" "载重吨" "标准吨" "总吨"
            "折纯吨" "吨公里" "吨海里" "吨二氧化碳当量" "吨二氧化碳";
        (Kind::Weight, Use::Digits, NONE) => "g" "t" "担" "磅";
        (Kind::Weight, Use::Scaled, NONE) => "两" "钱" "石";
        (Kind::Volume, Use::Any, 1.0) => "立方米" "m³" "m3" "立方" "千升";
        (Kind::Volume, Use::Any, 0.001) => "升" "公升" "L";
        (Kind::Volume, Use::Any, NONE) => "标准立方米" "标立方米" "Nm³" "毫升" "mL" "ml" "立方厘米" "cm³" "立方分米" "立方公里"
            "加仑";
        (Kind::Volume, Use::Digits, NONE) => "方" "斗";
        (Kind::Energy, Use::Any, 1.0) => "千瓦时" "千瓦小时" "度电" "kWh" "kW·h" "KWh" "kwh";
        (Kind::Energy, Use::Any, 1000.0) => "兆瓦时" "MWh";
        (Kind::Energy, Use::Any, 1e6) => "吉瓦时" "GWh";
        (Kind::Energy, Use::Any, NONE) => "焦耳" "千焦" "兆焦" "吉焦" "GJ" "太焦" "千卡" "大卡" "吨标准煤" "吨标煤" "tce"
            "千克标准煤" "克标准煤" "吨油当量" "瓦" "kW" "KW" "千瓦" "兆瓦" "MW" "吉瓦" "GW" "马力" "千伏安" "兆伏安" "kVA" "千伏" "kV" "安培"
            "千乏" "蒸吨" "峰瓦" "瓦特" "千瓦特";
        (Kind::Energy, Use::Digits, NONE) => "伏";
        (Kind::Energy, Use::Scaled, NONE) => "度" "W";
        (Kind::Duration, Use::Any, NONE) => "年" "周年" "个月" "个季度" "天" "周" "个工作日" "工作日" "自然日" "个自然日" "个交易日" "昼夜" "小时" "个小时"
            "学年" "学期" "个学期" "分钟" "秒" "秒钟" "毫秒" "岁" "周岁" "月龄" "刻钟" "个周" "个年头" "余年";
        (Kind::Duration, Use::Digits, NONE) => "晚" "夜" "日" "min" "h" "个钟";
        // Of no kind of their own in the contract.
        (Kind::Count, Use::Any, NONE) => "℃" "°C" "摄氏度" "分贝" "dB" "兆帕" "千帕" "帕" "赫兹" "兆赫" "吉赫" "像素" "字节" "KB" "MB" "GB" "TB" "PB" "Mbps" "Gbps"
            "兆" "流明" "勒克斯" "标段次" "PFLOPS" "PFlops" "EFLOPS" "EFlops" "PF" "EF";
        // 算力15万P.
        (Kind::Count, Use::Scaled, NONE) => "P";
    }
}

/// A unit met in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct UnitMatch<'w> {
    /// How many bytes of the text it takes.
    pub(crate) length: usize,
    /// The row, of the numerator where it is compound.
    pub(crate) unit: Unit<'w>,
    /// Two units and a stroke.
    pub(crate) compound: bool,
}

/// The longest row shorter than `limit` bytes that `rest` begins with; a unit of the user's own that is not shorter goes
/// before it.
fn longest_row<'w>(rest: &str, limit: usize, own: &'w OwnWords) -> Option<Unit<'w>> {
    let row = UNITS.longest_below(rest, limit).map(|(name, (kind, use_, _))| Unit { name, kind, use_ });
    let taken = row.map_or(0, |row| row.name.len());
    let name = own.unit(rest, limit).filter(|name| name.len() > taken);
    name.map(|name| Unit { name, kind: Kind::Count, use_: Use::Any }).or(row)
}

/// How many of its kind's first unit a unit is: 公顷 is 10,000 (平方米). `None` where it is not counted so.
pub(crate) fn factor(unit: &str) -> Option<f64> {
    let (name, (_, _, factor)) = UNITS.longest_below(unit, usize::MAX)?;
    (name.len() == unit.len() && factor > NONE).then_some(factor)
}

/// Whether a Latin unit ends where the word ends: the m of `m` is none in `max`.
fn ends_word(rest: &str, unit: &Unit<'_>) -> bool {
    let latin = unit.name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    !latin || rest[unit.name.len()..].bytes().next().is_none_or(|byte| !byte.is_ascii_alphanumeric())
}

lexicon! {
    /// Words that begin like a unit and are none: 3部门, 5类似, 2成立.
    NO_UNITS: () {
        () => "部门" "部件" "部委" "部队" "部级" "部署" "部分" "所有" "所在" "所属" "所辖" "所以" "成立" "成功" "成果" "成员" "成为" "成本" "成效" "成长" "成就" "成绩" "成都" "成年"
            "成交" "成熟" "成套" "成品" "人民" "人大" "人才" "人员" "人均" "人工" "人口" "人社" "人力" "人格" "人类" "人物" "人行" "人防" "人居" "人机" "个体" "个人"
            "个性" "个税" "家庭" "家长" "家属" "家园" "家风" "家禽" "家政" "户籍" "户均" "户口" "户外" "项目" "条例" "条件" "条款" "名录" "名单" "名称" "名额" "名片"
            "名优" "名牌" "名师" "名城" "名校" "面积" "面向" "面对" "面上" "面貌" "面临" "处置" "处理" "处罚" "处级" "处分" "处于" "位置" "位于" "位列" "位居" "位次"
            "位数" "位一体" "组织" "组成" "组团" "组建" "组长" "队伍" "队员" "群众" "群体" "群团" "支持" "支出" "支付" "支部" "支撑" "支柱" "支委" "支队" "支行"
            "支线" "支农" "本地" "本级" "本市" "本县" "本区" "本镇" "本科" "本年" "本土" "本村" "对接" "对标" "对比" "对口" "对外" "对象" "道路" "道德" "张家" "首席"
            "首位" "首次" "首批" "首先" "首府" "首问" "首要" "首创" "门户" "门店" "门面" "门类" "村民" "村级" "村委" "村集体" "社区矫正" "社区戒毒" "社区工作" "街道办"
            "点对" "点击" "分之" "分担" "分成" "分红" "分享" "分别" "分管" "分类" "分级" "分局" "分工" "分析" "分布" "分行" "分层" "分区" "分公司" "分中心" "方面" "方式" "方案" "方向" "方针"
            "方便" "方位" "方法" "块链" "块状" "片区" "片面" "期间" "期望" "期末" "期初" "期满" "期限" "期货" "轮流" "轮换" "轮岗" "轮训" "轮椅" "批发" "批评" "批复"
            "批准" "批示" "场所" "场地" "场馆" "场景" "班子" "班级" "班长" "种植" "种子" "种养" "种业" "种粮" "种类" "次序" "次日" "次年" "次数" "次生" "次要"
            "年义务" "年一贯" "年级" "年度" "年均" "年底" "年初" "年末" "年终" "年报" "年检" "年份" "年龄" "年轻" "年产" "年货" "年会" "年审" "天然" "天气" "天津"
            "天网" "天河" "周期" "周边" "周转" "周围" "日常" "日均" "日前" "日益" "日报" "元旦" "元宵" "元素" "元件" "克服" "克难" "克拉玛" "度假" "度过" "升级"
            "升至" "升到" "升学" "升高" "升降" "升温" "升值" "升幅" "里程" "里面" "里长征" "石油" "石化" "石材" "石漠" "两个" "两委" "两会" "两级" "两项" "两类" "单位"
            "单元" "单独" "单一" "单列" "通过" "通报" "通道" "通知" "通信" "通车" "通行" "通讯" "通用" "通水" "通电" "通气" "站点" "站位" "站式" "车辆" "车间" "车位"
            "车次" "车站" "车主" "网格" "网络" "网站" "网上" "网民" "网点" "网约" "股份" "股权" "股东" "股骨" "手段" "手机" "手续" "手术" "手册" "管理" "管道" "管网"
            "管控" "管委" "管护" "管线" "局面" "局部" "局长" "局机" "集中" "集体" "集团" "集聚" "集成" "集市" "集镇" "集约" "包括" "包容" "包装" "包联" "包保" "包村"
            "套班子" "家班子" "平台" "平安" "平均" "平等" "平时" "平衡" "平稳" "节气" "节点" "节能" "节水" "节约" "节假" "节目" "路公交" "路车" "路线" "路由" "路口" "路段"
            "路面" "路灯" "路网" "台账" "台风" "台湾" "台阶" "字号" "字样" "字画" "层面" "层级" "层次" "类似" "类型" "类别" "样板" "样本" "样式" "局势" "局域";
    }
}

/// Whether what begins like `unit` is another word.
fn is_word(unit: &Unit<'_>, rest: &str) -> bool {
    // 70余名|单位负责人, 12支|队伍, 9项|目标任务: a word that goes over the unit is none there.
    const OVER: &Words = words!(
        "\
        名单位 名单亲 名单身 名城镇 名城乡 名城市 名城管 名城建 名城区 名优秀 名优抚 名优异 名优质 名优胜 名优等 名师生 名师傅 名师资 名师范 名校长 \
        名校外 名校医 名校级 名校园 名校领 名录用 名录入 名录取 名称职 \
        个人民 个人大 个人气 个人才 个人社 个人文 个人居 个人工 个人均 个人行 个人防 个人流 个人员 个人口 个人力 个人物 个体育 个体验 \
        个体检 个体系 个体能 支队伍 支部队 项目标 项目录 项目前 处分散 处分布 处分别 处置换 处理疗 位居民 位居住 位列席 位次要 家长期 家长效 \
        家属地 家属于 家园区 家园林 家政府 家政务 家政策 家政协 户外来 户外地 户外出 户外资 户外迁 户外籍 户均已 户均未 户均为 户均按 户均在 \
        户籍外 期初任 期初级 期限时 场地方 场地震 场馆内 场景区 场所内 次日常 次日间 次要情 次要素 次序时 轮流动 轮流调 轮换届 轮训练 批准入 \
        批发展 批发放 批评选 批评审 批评议 批复核 批复审 批复垦 批复工 批示范 本科普 本土地 本地图 本地方 本级别 所在建 所在编 台风力 门类似 张家庭"
    );
    NO_UNITS.longest(rest).is_some_and(|(word, ())| word.len() > unit.name.len() && !rest.starts_with_any(OVER))
}

/// The unit that `rest` begins with, the longest there is; compound where a stroke and a second unit follow.
pub(crate) fn scan<'w>(rest: &str, own: &'w OwnWords) -> Option<UnitMatch<'w>> {
    let mut unit = longest_row(rest, usize::MAX, own)?;
    // Where the longest is a part of another word, a shorter row may still be right.
    while is_word(&unit, rest) || !ends_word(rest, &unit) {
        unit = longest_row(rest, unit.name.len(), own)?;
    }
    let mut found = UnitMatch { length: unit.name.len(), unit, compound: false };
    // 户次, 桌次: a doing, counted as often as it happens.
    if unit.kind == Kind::Count && unit.name.len() == '次'.len_utf8() && !unit.name.is_any(words!("个 次")) {
        let row = Unit { name: "次", kind: Kind::Count, use_: Use::Any };
        let rest = &rest[found.length..];
        if rest.starts_with('次') && !is_word(&row, rest) {
            return Some(UnitMatch { length: found.length + '次'.len_utf8(), unit: row, compound: false });
        }
    }
    if let Some(behind) = rest[found.length..].strip_start_of(set!("/／")) {
        let stroke = rest.len() - found.length - behind.len();
        // 元/人·年, 件/万人, 辆/百户: a scale or a second factor may stand in the denominator.
        let scaled = behind.trim_start_of(set!("万千百十亿"));
        // 5分/千瓦时, where 千 is no scale.
        let whole = longest_row(behind, usize::MAX, own).map(|second| (behind, second));
        let below = || {
            let second = longest_row(scaled, usize::MAX, own).or_else(|| denominator_noun(scaled));
            second.map(|second| (scaled, second))
        };
        if let Some((scaled, second)) = whole.or_else(below) {
            found.length += stroke + behind.len() - scaled.len() + second.name.len();
            found.compound = true;
            if let Some(third) =
                rest[found.length..].strip_prefix('·').and_then(|rest| longest_row(rest, usize::MAX, own))
            {
                found.length += '·'.len_utf8() + third.name.len();
            }
        }
    }
    Some(found)
}

/// What stands below the stroke without being a measure word: 吨/月, 元/季度.
fn denominator_noun(rest: &str) -> Option<Unit<'static>> {
    const NOUNS: &Words = words!("月 季度 季 旬 班组 人年");
    let name = rest.start_among(NOUNS)?;
    Some(Unit { name, kind: Kind::Duration, use_: Use::Any })
}

/// How many bytes of spaces stand before a unit: a paste leaves one or two between number and unit.
pub(crate) fn gap(rest: &str) -> usize {
    let spaces: usize = rest.chars().take(2).take_while(|ch| is_space(*ch)).map(char::len_utf8).sum();
    // Without a unit right behind, the space parts two things.
    if rest[spaces..].starts_if(&|ch| is_han(ch) || ch.is_ascii_alphabetic() || one_of(Some(ch), set!("%％‰℃㎡°")))
    {
        spaces
    } else {
        0
    }
}

#[cfg(test)]
#[path = "test_units.rs"]
mod test;
