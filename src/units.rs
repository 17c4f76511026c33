//! The one table of units and measure words, and the longest match in it.
//!
//! The scale (万, 亿) is not part of a unit: 万元 is 元 counted in ten thousands. Compound units are put together where
//! they are met: `元/平方米` is two rows and a stroke, and has the kind of the first.

use crate::chars::{is_han, is_space, one_of};
use crate::lexicon::lexicon;
use crate::report::Kind;

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
pub(crate) struct Unit {
    /// As reports write it.
    pub(crate) name: &'static str,
    /// What it measures.
    pub(crate) kind: Kind,
    /// Where it may stand.
    pub(crate) use_: Use,
}

lexicon! {
    /// The table: kind, use, names.
    UNITS: (Kind, Use) {
        // Persons, bodies, matters.
        (Kind::Count, Use::Any) => "个" "名" "人" "位" "户" "家" "件" "起" "宗" "例" "桩" "项" "条" "款" "处" "所" "座" "栋" "幢" "间" "套" "台"
            "辆" "部" "艘" "架" "只" "头" "匹" "羽" "尾" "峰" "株" "棵" "篇" "本" "册" "份" "张" "幅" "副" "块" "面" "枚" "支"
            "把" "根" "片" "段" "次" "遍" "趟" "轮" "批" "场" "堂" "类" "种" "则" "封" "道" "笔" "期" "批次" "口" "顶" "盏" "扇"
            "箱" "袋" "瓶" "桶" "盒" "盆" "朵" "颗" "粒" "剂" "针" "双" "对" "组" "队" "群" "窝" "茬" "席" "床" "页" "卷" "首";
        (Kind::Count, Use::Digits) => "路" "节" "列" "款式" "课" "讲" "门" "班" "函" "通" "单" "股" "手" "票" "桌" "铺" "格" "栏" "字" "句"
            "曲" "幕" "集" "局" "盘" "环" "圈" "站" "岗" "孔" "眼" "洞" "包" "罐" "捆" "车" "船" "管" "层" "样" "樘" "丛"
            "宗地" "地块" "村" "社区" "镇" "乡" "街道" "校" "店" "支部" "床位" "单元" "标段" "点位" "方面" "分" "步";
        // Doings: the thing is counted as often as it happens.
        (Kind::Count, Use::Any) => "人次" "件次" "场次" "户次" "家次" "车次" "班次" "架次" "艘次" "台次" "辆次" "列次" "趟次" "剂次" "针次" "例次"
            "点次" "处次" "所次" "校次" "村次" "店次" "企次" "间次" "条次" "篇次" "册次" "份次" "起次" "宗次" "轮次" "组次" "期次" "队次"
            "头次" "羽次" "只次" "项次" "课次" "人份" "人场" "人天" "人日" "人月" "人年" "工日" "工时" "课时" "学时" "学分"
            "床日" "台时" "台班" "人（次）" "人(次)" "批（次）" "户（次）" "件（次）" "家（次）" "场（次）" "人·次"
            "标准箱" "标箱" "自然箱" "标台" "标准车" "台套" "台（套）" "台(套)" "件套" "件（套）" "家（户）" "所（处）" "处（个）"
            "个（处）" "村（居）" "村（社区）" "个（次）" "车公里" "人公里" "座公里" "列公里" "人海里" "TEU";
        // 百分之 and its kin stand before the number and are read there.
        (Kind::Percent, Use::Any) => "%" "％" "‰" "个百分点" "百分点" "个千分点" "个基点" "基点" "成";
        (Kind::Multiple, Use::Any) => "倍" "番";
        (Kind::Money, Use::Any) => "元" "块钱" "元人民币" "美元" "欧元" "英镑" "日元" "港元" "港币" "澳门元" "新台币" "韩元" "卢布"
            "瑞士法郎" "新加坡元" "澳元" "加元";
        (Kind::Money, Use::Digits) => "角";
        (Kind::Area, Use::Any) => "平方米" "㎡" "m²" "m2" "平米" "平方" "平方千米" "平方公里" "km²" "平方分米" "平方厘米" "cm²" "平方毫米" "公顷"
            "hm²" "亩" "亩次" "市亩" "公亩" "英亩" "平方英尺";
        (Kind::Area, Use::Scaled) => "平" "顷" "ha";
        (Kind::Length, Use::Any) => "米" "公里" "千米" "km" "分米" "厘米" "cm" "公分" "毫米" "mm" "微米" "纳米" "华里" "英尺" "英寸" "英里" "海里"
            "延米" "延长米" "皮长公里" "芯公里" "纤芯公里" "杆公里" "孔公里" "管公里" "车道公里" "单线公里" "桩公里";
        (Kind::Length, Use::Digits) => "里" "丈" "尺" "寸" "m";
        (Kind::Weight, Use::Any) => "千克" "kg" "公斤" "克" "毫克" "mg" "微克" "吨" "斤" "市斤" "公担" "盎司" "克拉" "载重吨" "标准吨" "总吨"
            "折纯吨" "吨公里" "吨海里" "吨二氧化碳当量" "吨二氧化碳";
        (Kind::Weight, Use::Digits) => "g" "t" "担" "磅";
        (Kind::Weight, Use::Scaled) => "两" "钱" "石";
        (Kind::Volume, Use::Any) => "立方米" "m³" "m3" "立方" "标准立方米" "标立方米" "Nm³" "升" "公升" "L" "毫升" "mL" "ml" "立方厘米" "cm³" "立方分米" "立方公里"
            "加仑";
        (Kind::Volume, Use::Digits) => "方" "斗";
        (Kind::Energy, Use::Any) => "千瓦时" "度电" "kWh" "kW·h" "KWh" "kwh" "兆瓦时" "MWh" "吉瓦时" "GWh" "焦耳" "千焦" "兆焦" "吉焦" "GJ" "太焦" "千卡" "大卡" "吨标准煤" "吨标煤" "tce"
            "千克标准煤" "克标准煤" "吨油当量" "瓦" "kW" "KW" "千瓦" "兆瓦" "MW" "吉瓦" "GW" "马力" "千伏安" "兆伏安" "kVA" "千伏" "kV" "安培"
            "千乏" "蒸吨" "峰瓦";
        (Kind::Energy, Use::Digits) => "伏";
        (Kind::Energy, Use::Scaled) => "度" "W";
        (Kind::Duration, Use::Any) => "年" "周年" "个月" "个季度" "天" "周" "个工作日" "工作日" "自然日" "个自然日" "个交易日" "昼夜" "小时" "个小时"
            "学年" "学期" "个学期" "分钟" "秒" "秒钟" "毫秒" "岁" "周岁" "月龄" "刻钟" "个周" "个年头" "余年";
        (Kind::Duration, Use::Digits) => "晚" "夜" "日" "min" "h" "个钟";
        // Of no kind of their own in the contract.
        (Kind::Count, Use::Any) => "℃" "°C" "摄氏度" "分贝" "dB" "兆帕" "千帕" "帕" "赫兹" "兆赫" "吉赫" "像素" "字节" "KB" "MB" "GB" "TB" "PB" "Mbps" "Gbps"
            "兆" "流明" "勒克斯" "标段次";
    }
}

/// A unit met in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct UnitMatch {
    /// How many bytes of the text it takes.
    pub(crate) length: usize,
    /// The row, of the numerator where it is compound.
    pub(crate) unit: Unit,
    /// Two units and a stroke.
    pub(crate) compound: bool,
}

/// The longest row shorter than `limit` bytes that `rest` begins with.
fn longest_row(rest: &str, limit: usize) -> Option<Unit> {
    UNITS.longest_below(rest, limit).map(|(name, (kind, use_))| Unit { name, kind, use_ })
}

/// Whether a Latin unit ends where the word ends: the m of `m` is none in `max`.
fn ends_word(rest: &str, unit: &Unit) -> bool {
    let latin = unit.name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    !latin || rest[unit.name.len()..].bytes().next().is_none_or(|byte| !byte.is_ascii_alphanumeric())
}

/// Words that begin like a unit and are none: 3部门, 5类似, 2成立. The unit is followed by these characters.
fn is_word(unit: &Unit, rest: &str) -> bool {
    let follow: &[&str] = match unit.name {
        "部" => &["门", "委", "队", "级", "署"],
        "所" => &["有", "在", "属", "辖", "以"],
        "成" => &["立", "功", "果", "员", "为", "本", "效", "长", "就", "绩", "都", "年", "交", "熟", "套", "品"],
        "人" => &["民", "大", "才", "员", "均", "工", "口", "社", "力", "格", "类", "物", "行", "防", "居", "机"],
        "个" => &["体", "人", "性", "税"],
        "家" => &["庭", "长", "属", "园", "风", "禽", "政"],
        "户" => &["籍", "均", "口", "外"],
        "项" => &["目"],
        "条" => &["例", "件", "款"],
        "名" => &["录", "单", "称", "额", "片", "优", "牌", "师", "城", "校"],
        "面" => &["积", "向", "对", "上", "貌", "临"],
        "处" => &["置", "理", "罚", "级", "分", "于"],
        "位" => &["置", "于", "列", "居", "次", "数", "一体"],
        "组" => &["织", "成", "团", "建", "长"],
        "队" => &["伍", "员"],
        "群" => &["众", "体", "团"],
        "支" => &["持", "出", "付", "部", "撑", "柱", "委", "队", "行", "线", "农"],
        "本" => &["地", "级", "市", "县", "区", "镇", "科", "年", "土", "村"],
        "对" => &["接", "标", "比", "口", "外", "象"],
        "道" => &["路", "德"],
        "张" => &["家"],
        "首" => &["席", "位", "次", "批", "先", "府", "问", "要", "创"],
        "门" => &["户", "店", "面", "类"],
        "村" => &["民", "级", "委", "集体"],
        "社区" => &["矫正", "戒毒", "工作"],
        "街道" => &["办"],
        "点" => &["对", "击"],
        "分" => &["之", "别", "管", "类", "级", "局", "工", "析", "布", "行", "层", "区", "公司", "中心"],
        "方" => &["面", "式", "案", "向", "针", "便", "位", "法"],
        "块" => &["链", "状"],
        "片" => &["区", "面"],
        "期" => &["间", "望", "末", "初", "满", "限", "货"],
        "轮" => &["流", "换", "岗", "训", "椅"],
        "批" => &["发", "评", "复", "准", "示"],
        "场" => &["所", "地", "馆", "景"],
        "班" => &["子", "级", "长"],
        "种" => &["植", "子", "养", "业", "粮", "类"],
        "次" => &["序", "日", "年", "数", "生", "要"],
        "年" => &[
            "义务", "一贯", "级", "度", "均", "底", "初", "末", "终", "报", "检", "份", "龄", "轻", "产", "货", "会",
            "审",
        ],
        "天" => &["然", "气", "津", "网", "河"],
        "周" => &["期", "边", "转", "围"],
        "日" => &["常", "均", "前", "益", "报"],
        "元" => &["旦", "宵", "素", "件"],
        "克" => &["服", "难", "拉玛"],
        "度" => &["假", "过"],
        "升" => &["级", "至", "学", "高", "降", "温", "值", "幅"],
        "里" => &["程", "面", "长征"],
        "石" => &["油", "化", "材", "漠"],
        "两" => &["个", "委", "会", "级", "项", "类"],
        "单" => &["位", "元", "独", "一", "列"],
        "通" => &["过", "报", "道", "知", "信", "车", "行", "讯", "用", "水", "电", "气"],
        "站" => &["点", "位", "式"],
        "车" => &["辆", "间", "位", "次", "站", "主"],
        "网" => &["格", "络", "站", "上", "民", "点", "约"],
        "股" => &["份", "权", "东", "骨"],
        "手" => &["段", "机", "续", "术", "册"],
        "管" => &["理", "道", "网", "控", "委", "护", "线"],
        "局" => &["面", "部", "长", "机"],
        "集" => &["中", "体", "团", "聚", "成", "市", "镇", "约"],
        "包" => &["括", "容", "装", "联", "保", "村"],
        "套" => &["班子"],
        "平" => &["台", "安", "均", "等", "时", "衡", "稳"],
        "节" => &["气", "点", "能", "水", "约", "假", "目"],
        "路" => &["公交", "车", "线", "由", "口", "段", "面", "灯", "网"],
        "台" => &["账", "风", "湾", "阶"],
        "字" => &["号", "样", "画"],
        "层" => &["面", "级", "次"],
        _ => &[],
    };
    let behind = &rest[unit.name.len()..];
    follow.iter().any(|word| behind.starts_with(word))
}

/// The unit that `rest` begins with, the longest there is; compound where a stroke and a second unit follow.
pub(crate) fn scan(rest: &str) -> Option<UnitMatch> {
    let mut unit = longest_row(rest, usize::MAX)?;
    // Where the longest is a part of another word, a shorter row may still be right.
    while is_word(&unit, rest) || !ends_word(rest, &unit) {
        unit = longest_row(rest, unit.name.len())?;
    }
    let mut found = UnitMatch { length: unit.name.len(), unit, compound: false };
    if let Some(behind) = rest[found.length..].strip_prefix(['/', '／']) {
        let stroke = rest.len() - found.length - behind.len();
        // 元/人·年, 件/万人, 辆/百户: a scale or a second factor may stand in the denominator.
        let scaled = behind.trim_start_matches(['万', '千', '百', '十', '亿']);
        if let Some(second) = longest_row(scaled, usize::MAX).or_else(|| denominator_noun(scaled)) {
            found.length += stroke + behind.len() - scaled.len() + second.name.len();
            found.compound = true;
            if let Some(third) = rest[found.length..].strip_prefix('·').and_then(|rest| longest_row(rest, usize::MAX))
            {
                found.length += '·'.len_utf8() + third.name.len();
            }
        }
    }
    Some(found)
}

/// What stands below the stroke without being a measure word: 吨/月, 元/季度.
fn denominator_noun(rest: &str) -> Option<Unit> {
    const NOUNS: [&str; 6] = ["月", "季度", "季", "旬", "班组", "人年"];
    let name = NOUNS.into_iter().find(|noun| rest.starts_with(noun))?;
    Some(Unit { name, kind: Kind::Duration, use_: Use::Any })
}

/// How many bytes of spaces stand before a unit: a paste leaves one or two between number and unit.
pub(crate) fn gap(rest: &str) -> usize {
    let spaces: usize = rest.chars().take(2).take_while(|ch| is_space(*ch)).map(char::len_utf8).sum();
    // Without a unit right behind, the space parts two things.
    if rest[spaces..].starts_with(|ch: char| is_han(ch) || ch.is_ascii_alphabetic() || one_of(Some(ch), "%％‰℃㎡°"))
    {
        spaces
    } else {
        0
    }
}

#[cfg(test)]
#[path = "test_units.rs"]
mod test;
