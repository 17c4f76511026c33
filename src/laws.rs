//! Titles of national laws and administrative regulations, and the one that a title was meant to be.
//!
//! The list is no register: it holds what reports of local government cite, and beside these the titles that are so like
//! them that one could be taken for a slip of the other. Those that were in force until lately are in it too.

use crate::search::as_text;
use crate::search::begins;
use crate::work;

/// The bytes of a character; every title is of Chinese characters.
const CHARACTER: usize = 3;

/// How many characters a title has at the most, without its ending.
const LONGEST: usize = 20;

/// Titles, laid out by the compiler: those of one length stand side by side.
struct Titles {
    text: &'static str,
    /// Where those of so many characters begin; the last of them is the end.
    starts: [u16; LONGEST + 2],
}

impl Titles {
    /// Those of so many characters.
    fn of(&'static self, characters: usize) -> impl Iterator<Item = &'static str> {
        let start = self.starts.get(characters).copied().unwrap_or_default();
        let end = self.starts.get(characters + 1).copied().unwrap_or_default();
        let width = CHARACTER * characters.max(1);
        (usize::from(start)..usize::from(end)).step_by(width).filter_map(move |at| self.text.get(at..at + width))
    }

    /// The one that is `stem`.
    fn same(&'static self, stem: &str) -> Option<&'static str> {
        work::done(stem.len());
        self.of(stem.len() / CHARACTER).find(|known| *known == stem)
    }
}

/// How many bytes the titles of `list` take without the spaces between them.
const fn measure(list: &str) -> usize {
    let (bytes, mut at, mut length) = (list.as_bytes(), 0, 0);
    while at < bytes.len() {
        length += (bytes[at] != b' ') as usize;
        at += 1;
    }
    length
}

/// The titles of `list` by their lengths, and where each length begins.
const fn by_length<const BYTES: usize>(list: &str) -> ([u8; BYTES], [u16; LONGEST + 2]) {
    let list = list.as_bytes();
    let (mut bytes, mut starts) = ([0; BYTES], [0; LONGEST + 2]);
    let (mut filled, mut length) = (0, 0);
    while length <= LONGEST {
        starts[length] = filled as u16;
        let (mut start, mut end) = (0, 0);
        while end <= list.len() {
            if end == list.len() || list[end] == b' ' {
                let mut at = start;
                while end - start == CHARACTER * length && at < end {
                    bytes[filled] = list[at];
                    filled += 1;
                    at += 1;
                }
                start = end + 1;
            }
            end += 1;
        }
        length += 1;
    }
    starts[length] = filled as u16;
    assert!(filled == BYTES, "a title is longer than LONGEST");
    (bytes, starts)
}

/// The [`Titles`] of a literal, a space between two.
macro_rules! titles {
    ($list:literal) => {{
        const LAYOUT: ([u8; measure($list)], [u16; LONGEST + 2]) = by_length($list);
        static TEXT: [u8; measure($list)] = LAYOUT.0;
        Titles { text: as_text(&TEXT), starts: LAYOUT.1 }
    }};
}

/// Titles that end in 法, without that character and without 中华人民共和国.
static LAWS: Titles = titles!(
    "\
    行政处罚 行政许可 行政强制 行政复议 行政诉讼 国家赔偿 立法 公务员 监察 监察官 公职人员政务处分 监督 代表 选举 集会游行示威 \
    国家安全 反间谍 反恐怖主义 反有组织犯罪 反电信网络诈骗 反家庭暴力 反外国制裁 网络安全 数据安全 个人信息保护 密码 保守国家秘密 国防 国防教育 国防动员 \
    国防交通 兵役 预备役人员 退役军人保障 英雄烈士保护 军人地位和权益保障 军事设施保护 人民防空 人民武装警察 人民警察 枪支管理 居民身份证 护照 出境入境管理 \
    治安管理处罚 道路交通安全 消防 突发事件应对 安全生产 特种设备安全 矿山安全 石油天然气管道保护 核安全 生物安全 食品安全 农产品质量安全 产品质量 标准化 计量 \
    药品管理 疫苗管理 中医药 基本医疗卫生与健康促进 传染病防治 职业病防治 精神卫生 母婴保健 献血 医师 执业医师 国境卫生检疫 人口与计划生育 红十字会 动物防疫 \
    教育 义务教育 高等教育 职业教育 民办教育促进 家庭教育促进 学前教育 教师 学位 爱国主义教育 国家通用语言文字 科学技术进步 科学技术普及 促进科技成果转化 体育 \
    未成年人保护 预防未成年人犯罪 妇女权益保障 老年人权益保障 残疾人保障 归侨侨眷权益保护 消费者权益保护 公益事业捐赠 慈善 社区矫正 法律援助 人民调解 \
    劳动 劳动合同 劳动争议调解仲裁 就业促进 社会保险 工会 律师 公证 仲裁 刑 刑事诉讼 民事诉讼 人民法院组织 人民检察院组织 法官 检察官 人民陪审员 监狱 禁毒 \
    引渡 海警 海关 邮政 电影产业促进 公共图书馆 公共文化服务保障 文物保护 非物质文化遗产 著作权 商标 专利 档案 测绘 气象 防震减灾 防洪 水 水土保持 \
    水污染防治 大气污染防治 土壤污染防治 噪声污染防治 环境噪声污染防治 固体废物污染环境防治 放射性污染防治 环境保护 海洋环境保护 环境影响评价 环境保护税 清洁生产促进 循环经济促进 节约能源 可再生能源 \
    能源 电力 煤炭 长江保护 黄河保护 湿地保护 黑土地保护 青藏高原生态保护 防沙治沙 野生动物保护 森林 草原 渔业 海域使用管理 海岛保护 深海海底区域资源勘探开发 矿产资源 \
    土地管理 农村土地承包 农村土地承包经营纠纷调解仲裁 城市房地产管理 城乡规划 城市规划 建筑 公路 铁路 港口 航道 民用航空 海上交通安全 旅游 \
    农业 农业技术推广 农业机械化促进 农民专业合作社 农村集体经济组织 乡村振兴促进 乡镇企业 粮食安全保障 种子 畜牧 反食品浪费 村民委员会组织 城市居民委员会组织 民族区域自治 \
    预算 审计 会计 注册会计师 统计 政府采购 招标投标 拍卖 税收征收管理 个人所得税 企业所得税 增值税 耕地占用税 契税 印花税 资源税 车船税 城市维护建设税 车辆购置税 \
    烟叶税 船舶吨税 关税 公司 合伙企业 个人独资企业 中小企业促进 民营经济促进 外商投资 外商投资企业 企业破产 企业国有资产 反垄断 反不正当竞争 反洗钱 价格 广告 电子商务 电子签名 对外贸易 \
    出口管制 商业银行 中国人民银行 银行业监督管理 证券 证券投资基金 期货和衍生品 保险 信托 票据 民 合同 物权 担保 婚姻 继承 收养 侵权责任 涉外民事关系法律适用 \
    国旗 国徽 国歌 国家勋章和国家荣誉称号 国籍 戒严 缔结条约程序 对外关系 无障碍环境建设 台湾同胞投资保护 境外非政府组织境内活动管理 资产评估 全民所有制工业企业 国务院组织"
);

/// Titles that end in 条例, without these characters.
static REGULATIONS: Titles = titles!(
    "\
    政府信息公开 优化营商环境 重大行政决策程序暂行 规章制定程序 行政法规制定程序 行政复议法实施 信访 信访工作 保障农民工工资支付 保障中小企业款项支付 \
    物业管理 城市房地产开发经营管理 国有土地上房屋征收与补偿 不动产登记暂行 土地管理法实施 基本农田保护 土地复垦 节约用水 取水许可和水资源费征收管理 河道管理 抗旱 防汛 \
    城镇燃气管理 城镇排水与污水处理 城市供水 城市绿化 城市道路管理 市政公用设施管理 历史文化名城名镇名村保护 村庄和集镇规划建设管理 建设工程质量管理 建设工程安全生产管理 \
    安全生产许可证 生产安全事故报告和调查处理 生产安全事故应急 危险化学品安全管理 烟花爆竹安全管理 民用爆炸物品安全管理 特种设备安全监察 自然灾害救助 森林防火 草原防火 \
    食品安全法实施 药品管理法实施 公共场所卫生管理 突发公共卫生事件应急 重大动物疫情应急 艾滋病防治 血吸虫病防治 病原微生物实验室生物安全管理 医疗机构管理 医疗纠纷预防和处理 医疗器械监督管理 化妆品监督管理 \
    旅行社 娱乐场所管理 营业性演出管理 互联网上网服务营业场所管理 大型群众性活动安全管理 道路运输 道路交通安全法实施 校车安全管理 公路安全保护 \
    未成年人网络保护 学校体育工作 学校卫生工作 幼儿园管理 教育督导 残疾人教育 残疾人就业 残疾预防和残疾人康复 无障碍环境建设 全民健身 养老服务 工伤保险 失业保险 住房公积金管理 \
    劳动保障监察 人力资源市场暂行 社会保险费征缴暂行 社会保险经办 志愿服务 社会团体登记管理 民办非企业单位登记管理 基金会管理 宗教事务 城市民族工作 居住证暂行 户口登记 \
    市场主体登记管理 促进个体工商户发展 企业信息公示暂行 政府投资 政府采购法实施 招标投标法实施 预算法实施 国家赔偿费用管理 行政事业性国有资产管理 机关事务管理 公共机构节能 \
    党政机关厉行节约反对浪费 地方各级人民政府机构设置和编制管理 事业单位人事管理 行政机关公务员处分 法律援助 人民调解委员会组织 农药管理 兽药管理 饲料和饲料添加剂管理 畜禽规模养殖污染防治 生猪屠宰管理 粮食流通管理 退耕还林 \
    建设项目环境保护管理 规划环境影响评价 排污许可管理 排污费征收使用管理 自然保护区 风景名胜区 野生植物保护 陆生野生动物保护实施 地质灾害防治 地下水管理 长江河道采砂管理 农民承担费用和劳务管理 殡葬管理 彩票管理 \
    农村五保供养工作 军人抚恤优待 烈士褒扬 退役士兵安置 征兵工作 全国经济普查 全国人口普查 全国农业普查 统计法实施 档案法实施 地名管理 行政区划管理 行政执法监督 关键信息基础设施安全保护 网络数据安全管理"
);

/// What a cited title is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Title {
    /// On the list, or like nothing on it.
    Right,
    /// One or two characters away from the one of this stem, with its ending.
    Near(&'static str, &'static str),
}

/// What `title`, without its marks, is: 治安管理法 is near 治安管理处罚法. A `national` title stands behind 中华人民共和国, so it can be
/// nothing but a law.
pub(crate) fn check(title: &str, national: bool) -> Title {
    if let Some(near) = other_ending(title, national) {
        return near;
    }
    let (stem, titles, ending) = match (title.strip_suffix('法'), title.strip_suffix("条例")) {
        (Some(stem), _) => (stem, &LAWS, "法"),
        (_, Some(stem)) => (stem, &REGULATIONS, "条例"),
        _ => return Title::Right,
    };
    if stem.is_empty() || stem.chars().nth(24).is_some() || titles.same(stem).is_some() {
        return Title::Right;
    }
    let (length, law) = (stem.len() / CHARACTER, ending == "法");
    let mut near = None;
    for known in (length.saturating_sub(2)..=length + 3).flat_map(|length| titles.of(length)) {
        work::done(1);
        // Most titles are told apart by their two ends: one of them stays.
        let ends = may_be_near(stem.as_bytes(), known.as_bytes());
        if !ends || !is_near(stem.as_bytes(), known.as_bytes(), law, national) {
            continue;
        }
        // Two that are as near: which one was meant is not known.
        if near.is_some() {
            return Title::Right;
        }
        near = Some(known);
    }
    near.map_or(Title::Right, |known| Title::Near(known, ending))
}

/// 安全生产发, 信访工作条列: the stem is a title's, and of its ending a character is another.
fn other_ending(title: &str, national: bool) -> Option<Title> {
    /// A shorter stem is a word of every day.
    const SHORTEST: usize = 12;
    let last = title.chars().next_back()?;
    let stem = &title[..title.len() - last.len_utf8()];
    let (stem, titles, ending) = match stem.strip_suffix('条') {
        Some(stem) if last != '例' => (stem, &REGULATIONS, "条例"),
        None if last == '发' || national && last != '法' => (stem, &LAWS, "法"),
        _ => return None,
    };
    if stem.len() < SHORTEST {
        return None;
    }
    titles.same(stem).map(|known| Title::Near(known, ending))
}

/// Whether two stems have their first or their last characters in common.
fn may_be_near(stem: &[u8], known: &[u8]) -> bool {
    stem.first_chunk::<CHARACTER>() == known.first_chunk() || stem.last_chunk::<CHARACTER>() == known.last_chunk()
}

/// Whether characters were lost, put in or changed in one place of a title of this stem.
fn is_near(stem: &[u8], known: &[u8], law: bool, national: bool) -> bool {
    let (short, long) = (stem.len().min(known.len()), stem.len().max(known.len()));
    let apart = (long - short) / CHARACTER;
    // A short title is like many others.
    if apart > 2 || long < 4 * CHARACTER || apart == 2 && (short < 4 * CHARACTER || !law) {
        return false;
    }
    let same = |a: &&[u8], b: &&[u8]| begins(a, b) && a.len() == b.len();
    let (left, right) = (stem.chunks(CHARACTER), known.chunks(CHARACTER));
    let head = left.clone().zip(right.clone()).take_while(|(a, b)| same(a, b)).count();
    let tail = left.rev().zip(right.rev()).take_while(|(a, b)| same(a, b)).count();
    let kept = (head + tail).min(short / CHARACTER);
    let changed = long / CHARACTER - kept;
    match apart {
        // 供水条例 and 供热条例 are two: one character for another is told of laws only.
        0 => changed == 1 && law && (long > 4 * CHARACTER || national && head > 0),
        _ => changed == apart && (law || head > 0),
    }
}

#[cfg(test)]
mod test {
    use super::{Title, check};

    #[test]
    fn titles_are_right_or_near() {
        assert_eq!(check("治安管理法", false), Title::Near("治安管理处罚", "法"));
        assert_eq!(check("道路交通法", false), Title::Near("道路交通安全", "法"));
        assert_eq!(check("犯有组织犯罪法", false), Title::Near("反有组织犯罪", "法"));
        assert_eq!(check("优化营商环条例", false), Title::Near("优化营商环境", "条例"));
        for right in [
            "安全生产法",
            "海洋环境保护法",
            "行政法",
            "安全生产条例",
            "城市供热条例",
            "烟草管理条例",
            "科普法",
            "法",
            "条例",
        ] {
            assert_eq!(check(right, false), Title::Right, "{right}");
        }
    }
}
