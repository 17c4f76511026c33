//! The one table of rules: each with its name, how much it matters, the clause that says so, and an example, wrong and
//! right. Everything else that knows the rules (the page `docs/rules.md`, the types of the package, the tests) derives
//! from it.
//!
//! Severity follows the force of the clause: 应 is an error where the text itself shows the mistake, 宜 and 通常 a warning
//! or advice, 可 only a matter of consistency. Where standards conflict, the rules that take a side are asked for by name.

use crate::emit::closed_set;

/// The duty to check order, figures and quotations before signature.
const DUTY: &str = "党政机关公文处理工作条例 第二十条（四）";
/// No clause: custom.
const CUSTOM: &str = "";

closed_set! {
    /// How much a finding matters: 应 in a standard is an error, 宜 a warning or advice.
    ///
    /// ```
    /// let report = gangmu::parse("培训60人，其中男35人、女26人。");
    /// let errors = report.findings.iter().filter(|finding| finding.severity == gangmu::Severity::Error);
    /// assert_eq!(errors.count(), 1);
    /// ```
    pub enum Severity {
        /// Must be mended.
        Error = "error",
        /// Should be looked at.
        Warning = "warning",
        /// May be improved.
        Advice = "advice",
    }
}

closed_set! {
    /// How sure a finding is. A program that mends without asking takes the first kind alone.
    ///
    /// ```
    /// use gangmu::{Confidence, Rule};
    /// assert_eq!(Rule::EtcEllipsis.confidence(), Confidence::Certain);
    /// assert_eq!(Rule::ContactName.confidence(), Confidence::Possible);
    /// ```
    pub enum Confidence {
        /// The text itself shows it.
        Certain = "certain",
        /// A careful reader would nearly always agree.
        Likely = "likely",
        /// It may be meant so.
        Possible = "possible",
    }
}

closed_set! {
    /// What a rule looks at.
    ///
    /// ```
    /// use gangmu::{Family, Rule};
    /// let about_privacy: Vec<&Rule> = Rule::ALL.iter().filter(|rule| rule.family() == Family::Privacy).collect();
    /// assert!(about_privacy.contains(&&Rule::BankAccount));
    /// ```
    pub enum Family {
        /// 层次序数 and announced numbers.
        Numbering = "numbering",
        /// Sums, rates, changes.
        Arithmetic = "arithmetic",
        /// The parts of a document: title, salutation, signature, date.
        Parts = "parts",
        /// Dates and years.
        Dates = "dates",
        /// How numbers and units are written.
        Numbers = "numbers",
        /// 标点符号.
        Punctuation = "punctuation",
        /// Words and names.
        Wording = "wording",
        /// What should not be made public.
        Privacy = "privacy",
    }
}

closed_set! {
    /// How binding the clause is that a rule follows.
    ///
    /// ```
    /// use gangmu::{Force, Rule};
    /// assert_eq!(Rule::EtcEllipsis.force(), Force::Must);
    /// assert_eq!(Rule::Email.force(), Force::Custom);
    /// ```
    pub enum Force {
        /// 应: it must be so.
        Must = "must",
        /// 宜, 通常, 一般: it should be so.
        Should = "should",
        /// 可: it may be so, but then throughout.
        May = "may",
        /// No standard says so; careful editors do.
        Custom = "custom",
    }
}

closed_set! {
    /// When a rule is on; of [`Options`](crate::Options), which rules are.
    ///
    /// ```
    /// let mut options = gangmu::Options::default();
    /// options.profile = gangmu::Profile::Figures;
    /// let report = gangmu::parse_with("组织干部学习学习行政处罚法。", &options);
    /// assert!(report.findings.is_empty());
    /// ```
    #[derive(Default)]
    pub enum Profile {
        /// What a report should be checked for before it is signed: the default.
        #[default]
        Usual = "usual",
        /// That, and every advice of form.
        Strict = "strict",
        /// Only the arithmetic and the numbering: what can be false, not what can be finer.
        Figures = "figures",
        /// Of rules: on only where it is asked for by name. Of options: nothing but what is asked for by name.
        Asked = "asked",
    }
}

/// What the reading needs to know of a rule.
struct Row {
    family: Family,
    severity: Severity,
    confidence: Confidence,
    force: Force,
    profile: Profile,
    /// Many of one kind make one finding.
    grouped: bool,
    clause: &'static str,
}

/// What people read of a rule.
struct Explained {
    chinese: &'static str,
    english: &'static str,
    wrong: &'static str,
    right: &'static str,
}

macro_rules! is_grouped {
    (Each) => {
        false
    };
    (Grouped) => {
        true
    };
}

/// A rule is a line with its name, family, severity, confidence, force, the least profile that has it, whether each place
/// is a finding or all are one, and the clause; then what it says, in Chinese and English; then an example.
macro_rules! rules {
    ($(
        $Rule:ident = $wire:literal: $Family:ident $Severity:ident $Confidence:ident $Force:ident $Profile:ident $grouped:ident $clause:expr,
        $chinese:literal, $english:literal,
        $wrong:literal => $right:literal;
    )+) => {
        closed_set! {
            /// The rules that make findings; the name of each is stable. Every rule has a text that it finds fault with and the
            /// same text mended ([`example`](Rule::example)); `docs/rules.md` shows all of them.
            ///
            /// ```
            /// use gangmu::Rule;
            /// let [wrong, right] = Rule::WordRepeated.example();
            /// let report = gangmu::parse(wrong);
            /// assert_eq!(report.findings[0].rule, Rule::WordRepeated);
            /// assert_eq!(report.mended(), right);
            /// ```
            pub enum Rule {
                $(#[doc = $english] $Rule = $wire,)+
            }
        }

        const ROWS: &[Row] = &[$(Row {
            family: Family::$Family,
            severity: Severity::$Severity,
            confidence: Confidence::$Confidence,
            force: Force::$Force,
            profile: Profile::$Profile,
            grouped: is_grouped!($grouped),
            clause: $clause,
        },)+];

        /// Apart from [`ROWS`], so that a program that never shows it does not carry it.
        const EXPLAINED: &[Explained] = &[$(Explained {
            chinese: $chinese,
            english: $english,
            wrong: $wrong,
            right: $right,
        },)+];
    };
}

rules! {
    // Numbering
    MarkerMissing = "marker-missing": Numbering Error Likely Must Usual Each DUTY,
        "标题的层次序数丢失", "A heading lost its marker.",
        "一、加强领导\n召开会议。\n、健全制度\n印发办法。\n三、强化监督\n开展检查。" => "一、加强领导\n召开会议。\n二、健全制度\n印发办法。\n三、强化监督\n开展检查。";
    NumberGap = "number-gap": Numbering Error Certain Must Usual Each DUTY,
        "同级序号缺号", "A series of headings leaves a number out: 1, 2, 4.",
        "一、加强领导\n召开会议。\n二、健全制度\n印发办法。\n四、强化监督\n开展检查。" => "一、加强领导\n召开会议。\n二、健全制度\n印发办法。\n三、强化监督\n开展检查。";
    NumberRepeat = "number-repeat": Numbering Error Certain Must Usual Each DUTY,
        "同级序号重复", "A series of headings has a number twice.",
        "一、加强领导\n召开会议。\n二、健全制度\n印发办法。\n二、强化监督\n开展检查。" => "一、加强领导\n召开会议。\n二、健全制度\n印发办法。\n三、强化监督\n开展检查。";
    NumberRestart = "number-restart": Numbering Warning Likely Must Usual Each DUTY,
        "同级序号退回", "A series of headings goes back to a number that it had passed.",
        "一、加强领导\n召开会议。\n三、健全制度\n印发办法。\n二、强化监督\n开展检查。" => "一、加强领导\n召开会议。\n二、健全制度\n印发办法。\n三、强化监督\n开展检查。";
    LevelOrder = "level-order": Numbering Advice Likely Should Usual Each "GB/T 15834-2011 B.3.8",
        "下级标题的序号形式高于上级", "A heading's style stands above that of the heading over it: （一） under 1.",
        "1.主要做法\n（一）抓学习。组织培训8场。\n（二）抓执法。检查企业35家。\n2.存在问题\n（一）力量不足。缺员3人。" => "一、主要做法\n（一）抓学习。组织培训8场。\n（二）抓执法。检查企业35家。\n二、存在问题\n（一）力量不足。缺员3人。";
    LevelJump = "level-jump": Numbering Advice Possible May Usual Each "GB/T 9704-2012 7.3.3",
        "标题层次跳级", "A level that the report uses elsewhere is passed over: 1. right under 一、.",
        "一、加强领导\n（一）组织领导\n召开会议。\n1.会议制度\n每月一次。\n二、强化监督\n1.日常检查\n开展检查。\n2.专项检查\n开展督查。" => "一、加强领导\n（一）组织领导\n召开会议。\n1.会议制度\n每月一次。\n二、强化监督\n（一）日常检查\n开展检查。\n（二）专项检查\n开展督查。";
    SecondReport = "second-report": Numbering Advice Possible Custom Usual Each CUSTOM,
        "文中似另起一份报告", "A second report begins in the text.",
        "" => "";

    StyleMixed = "style-mixed": Numbering Warning Likely Must Usual Each "GB/T 15835-2011 4.3",
        "同级标题的序号形式不一", "Headings of one level are numbered in two forms: （一） 2. （三）.",
        "一、主要做法\n（一）抓学习。组织培训8场。\n2.抓执法。检查企业35家。\n（三）抓宣传。发放资料600份。\n二、存在问题\n力量不足。" => "一、主要做法\n（一）抓学习。组织培训8场。\n（二）抓执法。检查企业35家。\n（三）抓宣传。发放资料600份。\n二、存在问题\n力量不足。";
    ItemGap = "item-gap": Numbering Error Certain Must Usual Each DUTY,
        "“一是、二是”缺号", "A series of items leaves one out: 一是 三是.",
        "一是抓学习；三是抓执法；四是抓宣传。" => "一是抓学习；二是抓执法；三是抓宣传。";
    ItemRepeat = "item-repeat": Numbering Error Certain Must Usual Each DUTY,
        "“一是、二是”重号", "A series of items has one twice: 一是 二是 二是.",
        "一是抓学习；二是抓执法；二是抓宣传。" => "一是抓学习；二是抓执法；三是抓宣传。";
    SeriesMixed = "series-mixed": Numbering Advice Likely Custom Usual Each CUSTOM,
        "同一列举用了不同的序次语", "One series counts in two ways: 第一 二是 第三.",
        "第一，抓学习；二是抓执法；第三，抓宣传。" => "第一，抓学习；第二，抓执法；第三，抓宣传。";
    AttachmentForm = "attachment-form": Numbering Advice Likely Must Usual Grouped "GB/T 9704-2012 7.3.4",
        "附件说明的写法", "The list of attachments is not written 附件：1.….",
        "特此报告。\n附件1：任务清单" => "特此报告。\n附件：任务清单";
    ClaimCount = "claim-count": Numbering Error Likely Must Usual Each DUTY,
        "所称项数与下文所列不符", "More or fewer items or headings follow than the words before them announce.",
        "主要存在以下四个方面问题：一是力量不足；二是经费偏紧；三是培训偏少。" => "主要存在以下三个方面问题：一是力量不足；二是经费偏紧；三是培训偏少。";
    ClaimList = "claim-list": Numbering Warning Possible Must Usual Each DUTY,
        "所称项数与所列举的不符", "A list names more or fewer things than the number beside it.",
        "落实首问负责制、限时办结制三项制度。" => "落实首问负责制、限时办结制两项制度。";

    // Arithmetic
    SumMismatch = "sum-mismatch": Arithmetic Error Certain Must Usual Each DUTY,
        "各部分之和与总数不符", "The parts of a sum do not make the total.",
        "全年办理案件186件，分别为简易程序92件、普通程序58件、其他35件。" => "全年办理案件186件，分别为简易程序92件、普通程序58件、其他36件。";
    SumNear = "sum-near": Arithmetic Advice Likely Must Usual Each DUTY,
        "所列部分之和与总数相近而不等", "Parts that need not be all come near the total without making it.",
        "完成投资12.86亿元，其中道路7.31亿元、供水5.24亿元。" => "完成投资12.55亿元，其中道路7.31亿元、供水5.24亿元。";
    RateMismatch = "rate-mismatch": Arithmetic Error Certain Must Usual Each DUTY,
        "比率与分子、分母不符", "A stated rate is not the quotient of its parts.",
        "受理矛盾纠纷200件，办结180件，办结率98%。" => "受理矛盾纠纷200件，办结180件，办结率90%。";
    RateCut = "rate-cut": Arithmetic Advice Certain Must Usual Each "GB/T 8170-2008 3.2",
        "比率截尾而未修约", "A rate was cut where it should have been rounded: 99% for 199 of 200.",
        "受理矛盾纠纷200件，办结199件，办结率99%。" => "受理矛盾纠纷200件，办结199件，办结率99.5%。";
    PartExceeds = "part-exceeds": Arithmetic Error Certain Must Usual Each DUTY,
        "“其中”的数大于总数", "A part is greater than its whole.",
        "开展执法检查120次，其中联合检查210次。" => "开展执法检查120次，其中联合检查21次。";
    ChangeMismatch = "change-mismatch": Arithmetic Error Likely Must Usual Each DUTY,
        "增减与前后两数不符", "A stated growth or difference is not that of the two values.",
        "办件量从200件增加到260件，增长20%。" => "办件量从200件增加到260件，增长30%。";
    PercentPoint = "percent-point": Arithmetic Warning Likely Custom Usual Each CUSTOM,
        "两个百分数之差用百分点", "The difference of two percentages is stated in per cent.",
        "群众满意率从80%提高到90%，提高10%。" => "群众满意率从80%提高到90%，提高10个百分点。";
    SharesMismatch = "shares-mismatch": Arithmetic Warning Likely Must Usual Each DUTY,
        "各项占比之和不是100%", "Shares that plainly make the whole do not add up to 100%.",
        "三类案件分别占46.2%、33.5%和22.3%。" => "三类案件分别占46.2%、33.5%和20.3%。";
    FlowMismatch = "flow-mismatch": Arithmetic Error Certain Must Usual Each DUTY,
        "结转、新收与办结、未结不符", "What came in is not what went out and what is left.",
        "上年结转12件，新收88件，办结95件，未结7件。" => "上年结转12件，新收88件，办结95件，未结5件。";
    AverageMismatch = "average-mismatch": Arithmetic Warning Likely Must Usual Each DUTY,
        "平均数与总数不符", "An average is not the total shared out over the number.",
        "发放补贴120万元，惠及300户，户均4200元。" => "发放补贴120万元，惠及300户，户均4000元。";
    ConversionMismatch = "conversion-mismatch": Arithmetic Error Certain Must Usual Each DUTY,
        "括注的换算不符", "A quantity given in two units is not the same in both.",
        "新增绿地3公顷（54亩）。" => "新增绿地3公顷（45亩）。";
    ValueDiffers = "value-differs": Arithmetic Warning Possible Must Usual Each DUTY,
        "同一指标前后数值不同", "The same indicator of the same period has two values.",
        "2023年，全镇常住人口35200人。\n一、人口情况\n2023年，全镇常住人口32500人。" => "2023年，全镇常住人口35200人。\n一、人口情况\n2023年，全镇常住人口35200人。";

    // Parts of the document
    TitleKind = "title-kind": Parts Warning Possible Must Usual Each "党政机关公文处理工作条例 第九条（七）",
        "标题缺文种", "The title does not say what kind of document it is.",
        "青溪镇人民政府2023年法治政府建设年度\n一、主要举措\n全年开展培训8场。\n青溪镇人民政府\n2024年1月12日" => "青溪镇人民政府2023年法治政府建设年度报告\n一、主要举措\n全年开展培训8场。\n青溪镇人民政府\n2024年1月12日";
    RecipientColon = "recipient-colon": Parts Warning Likely Must Usual Each "GB/T 9704-2012 7.3.2",
        "主送机关后缺冒号", "Those to whom the document is addressed stand without a colon.",
        "青溪镇2023年工作报告\n县委、县政府，\n现将全年工作报告如下。" => "青溪镇2023年工作报告\n县委、县政府：\n现将全年工作报告如下。";
    DocumentNumberForm = "document-number-form": Parts Warning Certain Must Usual Grouped "GB/T 9704-2012 7.2.5",
        "发文字号的写法", "A document number without 〔〕, or with 第 or a leading zero.",
        "根据青政发[2022]3号文件开展清理。" => "根据青政发〔2022〕3号文件开展清理。";
    IssuerMissing = "issuer-missing": Parts Advice Possible Must Strict Each "GB/T 9704-2012 7.3.5",
        "未见发文机关署名", "Nobody signs the report.",
        "" => "";
    DateMissing = "date-missing": Parts Advice Possible Must Strict Each "GB/T 9704-2012 7.3.5",
        "未见成文日期", "No date of signing.",
        "" => "";
    IssuerDiffers = "issuer-differs": Parts Warning Possible Must Usual Each "GB/T 9704-2012 7.3.5",
        "署名与标题中的机关不一致", "The body that signs is not that of the title.",
        "青溪县司法局2023年工作总结\n一、主要举措\n全年开展培训8场。\n青溪县民政局\n2024年1月12日" => "青溪县司法局2023年工作总结\n一、主要举措\n全年开展培训8场。\n青溪县司法局\n2024年1月12日";
    NoteBracket = "note-bracket": Parts Advice Likely Must Usual Each "GB/T 9704-2012 7.3.6",
        "附注未加圆括号", "A note below the date stands without its brackets.",
        "全年开展培训8场。\n青溪镇人民政府\n2024年1月12日\n联系电话：0591-83321456" => "全年开展培训8场。\n青溪镇人民政府\n2024年1月12日\n（联系电话：0591-83321456）";
    SecrecyMark = "secrecy-mark": Parts Warning Likely Must Usual Each "GB/T 9704-2012 7.2.2",
        "标有密级", "The document is marked secret.",
        "机密★一年\n青溪镇2023年工作报告\n全年开展培训8场。" => "青溪镇2023年工作报告\n全年开展培训8场。";
    ReportRequest = "report-request": Parts Error Likely Must Usual Each "党政机关公文处理工作条例 第十五条（四）",
        "报告中夹带请示事项", "A report that asks for a decision.",
        "青溪镇关于道路修复情况的报告\n现将有关情况报告如下。\n道路修复3公里，缺口资金20万元。妥否，请批示。" => "青溪镇关于道路修复情况的报告\n现将有关情况报告如下。\n道路修复3公里，缺口资金20万元。特此报告。";
    ShortName = "short-name": Parts Advice Likely Should Usual Each "党政机关公文处理工作条例 第九条（八）",
        "所定简称未使用", "A short form is set and then not used.",
        "落实《青溪县公共法律服务体系建设方案》（以下简称《方案》），开展培训8场。" => "落实《青溪县公共法律服务体系建设方案》（以下简称《方案》），按《方案》开展培训8场。";
    LengthHint = "length-hint": Parts Advice Possible Should Strict Each "中国共产党重大事项请示报告条例",
        "篇幅较长", "More than 5,000 characters.",
        "" => "";
    PartMissing = "part-missing": Parts Warning Possible Must Usual Each "法治政府建设与责任落实督察工作规定",
        "法治政府建设年度报告缺少应有的部分", "A yearly report on government by law lacks one of its parts.",
        "青溪镇2023年法治政府建设年度报告\n一、主要举措\n全年开展培训8场。\n二、下一步安排\n继续开展培训。" => "青溪镇2023年法治政府建设年度报告\n一、主要举措\n全年开展培训8场。\n二、第一责任人履职情况\n镇长听取汇报4次。\n三、存在的不足\n力量偏弱。\n四、下一步安排\n继续开展培训。";
    Deadline = "deadline": Parts Advice Possible Must Usual Each "法治政府建设与责任落实督察工作规定",
        "晚于公开期限", "A yearly report on government by law that is dated after 1 April.",
        "青溪镇2023年法治政府建设年度报告\n一、主要举措\n全年开展培训8场。\n青溪镇人民政府\n2024年5月12日" => "青溪镇2023年法治政府建设年度报告\n一、主要举措\n全年开展培训8场。\n青溪镇人民政府\n2024年3月12日";

    // Dates
    DateGarbled = "date-garbled": Dates Error Certain Must Usual Each "GB/T 9704-2012 7.3.5.4",
        "日期缺“年”“月”“日”", "A date of signing that lost its 年月日.",
        "一、主要举措\n开展培训。\n特此报告。\n青溪镇人民政府\n2024320" => "一、主要举措\n开展培训。\n特此报告。\n青溪镇人民政府\n2024年3月20日";
    DateImpossible = "date-impossible": Dates Error Certain Must Usual Each DUTY,
        "日历上没有的日期", "A date that no calendar has, or an hour that no clock has.",
        "2月30日召开会议，研究工作。" => "2月28日召开会议，研究工作。";
    DateAfterSigning = "date-after-signing": Dates Warning Likely Must Usual Each DUTY,
        "已完成的事晚于成文日期", "A thing done on a day behind the date of signing.",
        "青溪镇人民政府2023年法治政府建设年度报告\n一、主要举措\n2024年5月6日召开了推进会，研究工作。\n青溪镇人民政府\n2024年3月20日" => "青溪镇人民政府2023年法治政府建设年度报告\n一、主要举措\n2024年3月6日召开了推进会，研究工作。\n青溪镇人民政府\n2024年3月20日";
    DateForm = "date-form": Dates Error Certain Must Usual Each "GB/T 9704-2012 7.3.5.4",
        "成文日期形式不对", "A date of signing that is not written 2024年3月20日.",
        "青溪镇人民政府2023年法治政府建设年度报告\n一、主要举措\n召开会议，研究工作。\n青溪镇人民政府\n2024.3.20" => "青溪镇人民政府2023年法治政府建设年度报告\n一、主要举措\n召开会议，研究工作。\n青溪镇人民政府\n2024年3月20日";
    YearShort = "year-short": Dates Warning Likely Must Usual Each "GB/T 15835-2011 5.1.4",
        "年份没有写全", "A year of two digits, or without its 年.",
        "青溪镇人民政府2023年法治政府建设年度报告\n一、主要举措\n23年6月召开会议，研究工作。\n青溪镇人民政府\n2024年3月20日" => "青溪镇人民政府2023年法治政府建设年度报告\n一、主要举措\n2023年6月召开会议，研究工作。\n青溪镇人民政府\n2024年3月20日";
    DateIncomplete = "date-incomplete": Dates Warning Likely Must Usual Each "GB/T 15835-2011 5.1.4",
        "用短横的日期不完整", "A date with hyphens that lacks the day.",
        "平台于2023-8上线，运行稳定。" => "平台于2023年8月上线，运行稳定。";
    DateMixed = "date-mixed": Dates Error Certain Must Usual Each "GB/T 15835-2011 4.3",
        "日期中汉字与阿拉伯数字混用", "A date half in words and half in digits.",
        "二〇二三年8月8日召开会议，研究工作。" => "2023年8月8日召开会议，研究工作。";
    ZeroHan = "zero-han": Dates Error Certain Must Usual Each "GB/T 15835-2011 5.2.5",
        "年份中的“〇”写成“零”", "零 in a year in words.",
        "二零二三年召开会议，研究工作。" => "二〇二三年召开会议，研究工作。";
    EventMark = "event-mark": Dates Warning Likely Must Usual Each "GB/T 15835-2011 5.1.6",
        "以月日命名的事件没有间隔号和引号", "An event named by its day without the dot and the quotes.",
        "开展4.15全民国家安全教育日宣传活动。" => "开展“4·15”全民国家安全教育日宣传活动。";
    YearResidue = "year-residue": Dates Warning Likely Must Usual Each DUTY,
        "疑似上年年份残留", "Last year left standing where the report is on another.",
        "青溪镇人民政府2023年法治政府建设年度报告\n一、2022年主要工作情况\n召开会议，研究工作。\n青溪镇人民政府\n2024年3月20日" => "青溪镇人民政府2023年法治政府建设年度报告\n一、2023年主要工作情况\n召开会议，研究工作。\n青溪镇人民政府\n2024年3月20日";
    CutoffWord = "cutoff-word": Dates Warning Likely Custom Usual Each CUSTOM,
        "“截至”误作“截止”", "截止 (to stop) where 截至 (up to) is meant.",
        "截止2023年底，调解纠纷96件。" => "截至2023年底，调解纠纷96件。";

    // Numbers
    FullWidthDigit = "full-width-digit": Numbers Error Certain Must Usual Grouped "GB/T 15835-2011 5.1.7.1",
        "数字用了全角", "Full-width digits.",
        "开展培训１２次，参加90人。" => "开展培训12次，参加90人。";
    LeadingPoint = "leading-point": Numbers Error Certain Must Usual Each "GB/T 15835-2011 5.1.2",
        "小数点前缺0", "A decimal without the 0 before its point.",
        "同比增长.46%，增速加快。" => "同比增长0.46%，增速加快。";
    ThousandScale = "thousand-scale": Numbers Error Likely Must Usual Each "GB/T 15835-2011 5.3",
        "阿拉伯数字后用了“千”“百”", "千 or 百 behind digits: only 万 and 亿 may stand there.",
        "发放资料3千份，接待群众90人。" => "发放资料3000份，接待群众90人。";
    RangeUnit = "range-unit": Numbers Error Likely Must Usual Each "GB/T 15835-2011 5.1.3",
        "数值范围前一数缺单位", "A range whose first number lacks the %, 万 or 亿 of the second.",
        "降幅为15～20%，成效明显。" => "降幅为15%～20%，成效明显。";
    RangeMarkMixed = "range-mark-mixed": Numbers Advice Certain May Usual Grouped "GB/T 15835-2011 5.1.3",
        "数值范围连接号不统一", "Two marks for ranges in one text.",
        "每场20～30人，每次1—2天，每批5～8人。" => "每场20～30人，每次1～2天，每批5～8人。";
    RangeWave = "range-wave": Numbers Advice Certain Should Asked Grouped "GB/T 15834-2011 4.13.3",
        "数值范围用“～”", "Ranges of values take ～.",
        "每场20—30人。" => "每场20～30人。";
    RangeDash = "range-dash": Numbers Advice Certain May Asked Grouped "GB/T 15835-2011 5.1.3",
        "数值范围用“—”", "Ranges of values take —.",
        "每场20～30人。" => "每场20—30人。";
    NumeralApproximate = "numeral-approximate": Numbers Warning Likely Must Usual Each "GB/T 15835-2011 4.2.2",
        "概数用了阿拉伯数字", "An approximate number of two neighbours in digits.",
        "项目推进需要3、4个月。" => "项目推进需要三四个月。";
    NumeralComma = "numeral-comma": Numbers Warning Likely Must Usual Each "GB/T 15835-2011 5.2.1",
        "概数中间用了顿号", "A comma between the two numerals of an approximate number.",
        "每个小组有三、四名干部。" => "每个小组有三四名干部。";
    MixedForms = "mixed-forms": Numbers Advice Likely Must Usual Grouped "GB/T 15835-2011 4.3",
        "同类数字形式不一致", "Counts in words where the text has digits.",
        "培训12次，走访35户，检查48家，整改二十六处。" => "培训12次，走访35户，检查48家，整改26处。";
    MeasuredInHan = "measured-in-han": Numbers Error Likely Must Usual Each "GB/T 15835-2011 4.1.1",
        "计量数值用了汉字", "A measured value in Chinese numerals.",
        "新建广场三百五十平方米。" => "新建广场350平方米。";
    SeparatorMixed = "separator-mixed": Numbers Advice Certain May Usual Grouped "GB/T 15835-2011 5.1.1",
        "千分撇时有时无", "The comma of thousands in some numbers and not in others.",
        "接待12,680人，发放23500份，办理34600件。" => "接待12680人，发放23500份，办理34600件。";
    HedgeDouble = "hedge-double": Numbers Warning Likely Custom Usual Each CUSTOM,
        "概数词重复，或用在精确的数后", "Two words that both make a number inexact, or one behind a number told to the last one.",
        "参加活动的约300人左右。" => "参加活动的约300人。";
    DecreaseMultiple = "decrease-multiple": Numbers Error Likely Must Usual Each "图书编校质量差错认定细则 第19条",
        "减少用了“倍”", "A decrease in multiples.",
        "信访量同比下降2倍。" => "信访量同比下降60%。";
    MeetingNumber = "meeting-number": Numbers Warning Likely Must Usual Each "GB/T 15835-2011 4.3",
        "会议届次用了阿拉伯数字", "The numbers of a meeting in digits.",
        "召开镇11届4次全会，研究工作。" => "召开镇十一届四次全会，研究工作。";
    PersonTimesDoubled = "person-times-doubled": Numbers Advice Likely Custom Usual Each CUSTOM,
        "“人次”与单位重复", "人次 before the number, and a unit behind it.",
        "全年培训人次900人。" => "全年培训900人次。";
    UnitMixed = "unit-mixed": Numbers Advice Likely Should Usual Grouped "图书编校质量差错认定细则 第44条",
        "同一单位写法不统一", "One unit by two names in one text.",
        "新建广场350平方米，维修房屋1200平方米，改造厨房90㎡。" => "新建广场350平方米，维修房屋1200平方米，改造厨房90平方米。";
    UnitSlang = "unit-slang": Numbers Advice Certain Should Usual Grouped "图书编校质量差错认定细则 第48条",
        "单位用了俗称", "A unit by its name of the street.",
        "新建广场350平米。" => "新建广场350平方米。";
    UnitCase = "unit-case": Numbers Warning Certain Must Usual Grouped "GB 3100-1993",
        "单位符号写法不对", "A symbol with the wrong letters.",
        "装机容量350KW。" => "装机容量350kW。";
    MuHectare = "mu-hectare": Numbers Advice Certain Should Asked Grouped "图书编校质量差错认定细则 第48条",
        "用了非法定单位“亩”", "亩 without hectares: of custom in reports.",
        "流转土地350亩。" => "流转土地350亩（约23.3公顷）。";

    // Punctuation
    StopMissing = "stop-missing": Punctuation Warning Certain Must Usual Each "GB/T 15834-2011 4.1",
        "段末缺少句号", "A paragraph without its final stop.",
        "一、主要举措\n全年开展普法讲座。群众法治意识明显增强" => "一、主要举措\n全年开展普法讲座。群众法治意识明显增强。";
    HalfWidthMark = "half-width-mark": Punctuation Error Certain Must Usual Grouped "GB/T 15834-2011 5.1",
        "中文中用了半角标点", "A half-width mark in Chinese text.",
        "开展培训,参加90人。" => "开展培训，参加90人。";
    StraightQuote = "straight-quote": Punctuation Error Certain Must Usual Grouped "GB/T 15834-2011 4.8",
        "中文中用了直引号", "Straight quotes in Chinese text.",
        "推行\"双随机\"监管，检查企业35家。" => "推行“双随机”监管，检查企业35家。";
    BracketHalf = "bracket-half": Punctuation Advice Certain Should Usual Grouped "GB/T 15834-2011 5.1",
        "中文中用了半角括号", "Half-width brackets in Chinese text.",
        "设立调解室(含村级)12个，开展活动。" => "设立调解室（含村级）12个，开展活动。";
    UnpairedMark = "unpaired-mark": Punctuation Error Certain Must Usual Each "GB/T 15834-2011 4.8、4.9、4.15",
        "括号、引号、书名号不配对", "A bracket, a quote or a title mark without its other half.",
        "学习《行政处罚法，开展培训12次。" => "学习《行政处罚法》，开展培训12次。";
    TitleNested = "title-nested": Punctuation Error Certain Must Usual Each "GB/T 15834-2011 4.15.3.5",
        "书名号里又用书名号", "A title inside a title has the single marks 〈〉.",
        "转发《关于贯彻《信访工作条例》的通知》，组织学习。" => "转发《关于贯彻〈信访工作条例〉的通知》，组织学习。";
    TitleMisused = "title-misused": Punctuation Warning Likely Must Usual Each "GB/T 15834-2011 A.13",
        "证照、课程、活动用了书名号", "Title marks round what is no work: a licence, a course, an activity.",
        "办理《食品经营许可证》35件。" => "办理食品经营许可证35件。";
    DocumentNumberInside = "document-number-inside": Punctuation Advice Likely Custom Usual Each CUSTOM,
        "发文字号写在书名号内", "A document number inside the title marks.",
        "落实《法治建设实施办法（青政发〔2022〕8号）》，组织学习。" => "落实《法治建设实施办法》（青政发〔2022〕8号），组织学习。";
    BracketNested = "bracket-nested": Punctuation Advice Likely Should Usual Grouped "GB/T 15834-2011 4.9.3",
        "同形括号套用", "Round brackets inside round brackets.",
        "建成服务点（含村（社区）服务点）12个。" => "建成服务点（含村〔社区〕服务点）12个。";
    TitleComma = "title-comma": Punctuation Advice Certain Should Usual Grouped "GB/T 15834-2011 4.5.3.5",
        "并列的书名号、引号之间用了顿号", "A comma between titles, or between quotations, side by side.",
        "学习《行政处罚法》、《行政复议法》，开展培训。" => "学习《行政处罚法》《行政复议法》，开展培训。";
    MarkRepeated = "mark-repeated": Punctuation Warning Certain Custom Usual Each CUSTOM,
        "标点重复", "Two marks where one belongs.",
        "开展培训，，参加90人。" => "开展培训，参加90人。";
    EllipsisForm = "ellipsis-form": Punctuation Error Certain Must Usual Each "GB/T 15834-2011 4.11",
        "省略号形式不对", "An ellipsis that has not six dots.",
        "宣传行政处罚法、行政复议法...群众踊跃参加。" => "宣传行政处罚法、行政复议法……群众踊跃参加。";
    DashForm = "dash-form": Punctuation Error Certain Must Usual Each "GB/T 15834-2011 4.10",
        "破折号形式不对", "Hyphens for a dash.",
        "我镇的做法--村民说事，受到好评。" => "我镇的做法——村民说事，受到好评。";
    EtcComma = "etc-comma": Punctuation Advice Likely Should Usual Each "GB/T 15834-2011 B.1.2",
        "“等”前用了顿号", "A comma before 等 at the end of a list.",
        "涉及土地、婚姻、等纠纷，已全部化解。" => "涉及土地、婚姻等纠纷，已全部化解。";
    EtcEllipsis = "etc-ellipsis": Punctuation Error Certain Must Usual Each "GB/T 15834-2011 A.9",
        "省略号与“等”并用", "An ellipsis and 等 together.",
        "涉及土地、婚姻、邻里……等纠纷，已全部化解。" => "涉及土地、婚姻、邻里等纠纷，已全部化解。";
    SemicolonStop = "semicolon-stop": Punctuation Warning Likely Must Usual Each "GB/T 15834-2011 A.5",
        "分号隔开的各项中用了句号", "A stop among items that semicolons part.",
        "一是抓学习；二是抓执法；三是抓宣传。四是抓督查。" => "一是抓学习；二是抓执法；三是抓宣传；四是抓督查。";
    HeadingStop = "heading-stop": Punctuation Advice Likely Should Usual Grouped "GB/T 15834-2011 B.4",
        "独占一行的标题末尾用了句号", "A stop behind a heading alone on its line.",
        "一、加强组织领导。\n召开会议，研究工作。\n二、健全工作制度。\n印发办法，开展检查。" => "一、加强组织领导\n召开会议，研究工作。\n二、健全工作制度\n印发办法，开展检查。";
    MarkerMark = "marker-mark": Punctuation Advice Certain Should Usual Grouped "GB/T 15834-2011 B.3",
        "层次序数后的标点不对", "The mark behind a number: 一、（一）第一，.",
        "（一）、加强领导\n召开会议。\n（二）、健全制度\n印发办法。" => "（一）加强领导\n召开会议。\n（二）健全制度\n印发办法。";
    MarkerComma = "marker-comma": Punctuation Advice Certain Should Strict Grouped "GB/T 15834-2011 B.3.3",
        "阿拉伯数字序数后用了顿号", "1、 for 1.: of custom in townships, against an informative clause.",
        "1、加强领导\n召开会议。\n2、健全制度\n印发办法。" => "1.加强领导\n召开会议。\n2.健全制度\n印发办法。";
    SpaceInside = "space-inside": Punctuation Advice Certain Custom Strict Grouped CUSTOM,
        "数字与量词之间有空格", "A space between a number and its unit.",
        "开展培训 12 次，参加90人。" => "开展培训 12次，参加90人。";

    // Wording
    WordRepeated = "word-repeated": Wording Warning Likely Custom Usual Each DUTY,
        "词语重复", "A word stands twice in a row: 学习学习.",
        "组织干部学习学习行政处罚法。" => "组织干部学习行政处罚法。";
    LawTitle = "law-title": Wording Warning Likely Must Usual Each DUTY,
        "法律法规名称有误", "A cited title a character or two away from that of a national law.",
        "学习《治安管理法》。" => "学习《治安管理处罚法》。";
    NameInconsistent = "name-inconsistent": Wording Warning Likely Must Usual Each DUTY,
        "名称前后不一致", "A name that differs from the one used elsewhere.",
        "青溪镇人民政府2023年法治政府建设年度报告\n一、主要举措\n溪镇党委召开会议，研究工作。" => "青溪镇人民政府2023年法治政府建设年度报告\n一、主要举措\n青溪镇党委召开会议，研究工作。";

    // Privacy
    Privacy = "privacy": Privacy Warning Likely Custom Usual Each CUSTOM,
        "含电话、证件号码等个人信息", "A telephone or identity number.",
        "联系电话：13812345678。" => "联系电话见附件。";
    Email = "email": Privacy Advice Possible Custom Usual Each CUSTOM,
        "含电子邮箱", "An e-mail address.",
        "材料发至 office@example.cn。" => "材料通过内网报送。";
    NumberPlate = "number-plate": Privacy Warning Likely Custom Usual Each CUSTOM,
        "含机动车号牌", "A number plate.",
        "查扣闽A12345号车辆1台。" => "查扣车辆1台。";
    BankAccount = "bank-account": Privacy Warning Likely Custom Usual Each CUSTOM,
        "含银行账号", "The number of a bank card or account.",
        "捐款账号：6222020200112233446。" => "捐款账号见公告。";
    ContactName = "contact-name": Privacy Advice Possible Custom Usual Each CUSTOM,
        "含联系人姓名", "The name of who is to be contacted.",
        "（联系人：李明）" => "（联系人：镇党政办）";
}

impl Rule {
    /// What it looks at.
    ///
    /// ```
    /// use gangmu::{Family, Rule};
    /// assert_eq!(Rule::SumMismatch.family(), Family::Arithmetic);
    /// ```
    pub fn family(self) -> Family {
        ROWS[self as usize].family
    }

    /// How much its findings matter.
    ///
    /// ```
    /// use gangmu::{Rule, Severity};
    /// assert_eq!(Rule::SumMismatch.severity(), Severity::Error);
    /// ```
    pub fn severity(self) -> Severity {
        ROWS[self as usize].severity
    }

    /// How sure its findings are.
    ///
    /// ```
    /// use gangmu::{Confidence, Rule};
    /// assert_eq!(Rule::NumberGap.confidence(), Confidence::Certain);
    /// ```
    pub fn confidence(self) -> Confidence {
        ROWS[self as usize].confidence
    }

    /// How binding its clause is.
    ///
    /// ```
    /// use gangmu::{Force, Rule};
    /// assert_eq!(Rule::NumberGap.force(), Force::Must);
    /// ```
    pub fn force(self) -> Force {
        ROWS[self as usize].force
    }

    /// The clause that it follows; `None` where it is custom.
    ///
    /// ```
    /// use gangmu::Rule;
    /// assert_eq!(Rule::EtcComma.clause(), Some("GB/T 15834-2011 B.1.2"));
    /// assert_eq!(Rule::Email.clause(), None);
    /// ```
    pub fn clause(self) -> Option<&'static str> {
        Some(ROWS[self as usize].clause).filter(|clause| !clause.is_empty())
    }

    /// The least profile that has it: `Usual` is also in `Strict`; `Asked` is in none.
    ///
    /// ```
    /// use gangmu::{Profile, Rule};
    /// assert_eq!(Rule::MarkerComma.profile(), Profile::Strict);
    /// ```
    pub fn profile(self) -> Profile {
        ROWS[self as usize].profile
    }

    /// Whether all its places make one finding.
    ///
    /// ```
    /// let report = gangmu::parse("（一）、加强领导\n召开会议。\n（二）、健全制度\n印发办法。");
    /// assert!(gangmu::Rule::MarkerMark.is_grouped());
    /// assert_eq!(report.findings[0].places.len(), 2);
    /// ```
    pub fn is_grouped(self) -> bool {
        ROWS[self as usize].grouped
    }

    /// What it says, in Chinese.
    ///
    /// ```
    /// assert_eq!(gangmu::Rule::WordRepeated.chinese(), "词语重复");
    /// ```
    pub fn chinese(self) -> &'static str {
        EXPLAINED[self as usize].chinese
    }

    /// What it says, in English.
    ///
    /// ```
    /// assert_eq!(gangmu::Rule::WordRepeated.english(), "A word stands twice in a row: 学习学习.");
    /// ```
    pub fn english(self) -> &'static str {
        EXPLAINED[self as usize].english
    }

    /// A text that it finds fault with, and the same text mended; empty where a few lines cannot show it.
    ///
    /// ```
    /// let [wrong, right] = gangmu::Rule::EtcComma.example();
    /// assert_eq!(gangmu::parse(wrong).mended(), right);
    /// ```
    pub fn example(self) -> [&'static str; 2] {
        [EXPLAINED[self as usize].wrong, EXPLAINED[self as usize].right]
    }

    /// Whether `profile` has it.
    ///
    /// ```
    /// use gangmu::{Profile, Rule};
    /// assert!(Rule::SumMismatch.is_in(Profile::Figures));
    /// assert!(!Rule::WordRepeated.is_in(Profile::Figures));
    /// ```
    pub fn is_in(self, profile: Profile) -> bool {
        match profile {
            Profile::Usual => self.profile() == Profile::Usual,
            Profile::Strict => self.profile() != Profile::Asked,
            Profile::Figures => {
                self.profile() == Profile::Usual && matches!(self.family(), Family::Arithmetic | Family::Numbering)
            }
            Profile::Asked => false,
        }
    }
}
