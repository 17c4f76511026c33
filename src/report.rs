//! What a report is made of: plain data, in the shape of the contract (`report.d.ts`).

use crate::chars::has_word;
use crate::decimal::Decimal;
use crate::emit::{Emit, Sink, closed_set, record, terms};
use crate::order::by_place;
use crate::parts::{Part, Parts};
use crate::rules::{Confidence, Rule, Severity};
use crate::span::Span;
use crate::view::{Restore, View};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// Words of the text where they stand there in one piece, else words put together from it.
///
/// The first are borrowed from the text and cost nothing; the second are there where a line break or a character of no width
/// had to be passed over, or where nothing of the text says it (a date in ISO 8601).
///
/// ```
/// use gangmu::Words;
/// let report = gangmu::parse("2021年3月5日，开展培训12次。");
/// assert!(matches!(report.figures[0].unit, Some(Words::Borrowed("次"))));
/// assert!(matches!(&report.dates[0].iso, Some(Words::Owned(date)) if date == "2021-03-05"));
/// ```
pub type Words<'t> = Cow<'t, str>;

/// Everything that was read in one text. See [`parse`](crate::parse).
///
/// All of it is plain data; a list that has nothing in it is empty. Reading order is the order of `span.start`. The lists refer to
/// one another by index: [`Figure::heading`] into `outline`, the numbers of [`Terms`] into `figures`.
///
/// ```
/// let report = gangmu::parse("一、主要举措\n（一）普法宣传。开展讲座12场，受众1.1万余人次。");
/// let lectures = &report.figures[0];
/// let section = &report.outline[lectures.heading[0] as usize].children[lectures.heading[1] as usize];
/// assert_eq!((&*section.marker, &*section.title), ("（一）", "普法宣传"));
/// assert_eq!(&report.text[lectures.span], "12场");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Report<'t> {
    /// The text that was read. Not part of the output.
    pub text: &'t str,
    /// What was asked for; the rest was not read, is empty here and no part of the output.
    pub parts: Parts,
    /// What the text says of itself.
    pub metadata: Metadata<'t>,
    /// The outermost headings, in reading order.
    pub outline: Vec<Heading<'t>>,
    /// Items (一是 二是) that stand before the first heading.
    pub items: Vec<Item<'t>>,
    /// The quantities that the report states, in reading order.
    pub figures: Vec<Figure<'t>>,
    /// Dates and spans of time, in reading order.
    pub dates: Vec<DateMention<'t>>,
    /// 《…》, in reading order.
    pub citations: Vec<Citation<'t>>,
    /// Figures that the text ties together.
    pub relations: Vec<Relation<'t>>,
    /// What an editor would want to be told, in reading order.
    pub findings: Vec<Finding<'t>>,
    /// What a reader throws away before reading, in reading order.
    pub noise: Vec<Noise>,
    /// Numbers that are no figures, each with the reason, in reading order.
    pub ignored: Vec<Ignored>,
    /// What each stretch of the text is about, in reading order: as the top headings say, and where one holds two things
    /// or none says it, as the paragraphs do.
    pub passages: Vec<Passage>,
}

/// The version of the output's shape: the field `schema` of the JSON. Fields may be added without a new one.
///
/// ```
/// assert!(gangmu::parse("").to_json().starts_with(&format!(r#"{{"schema":"{}","#, gangmu::SCHEMA)));
/// ```
pub const SCHEMA: &str = "gangmu/1";

/// The fields of a report in the order in which they leave: one list for every form of output.
macro_rules! report_fields {
    ($each:ident) => {
        $each!(
            metadata Metadata, outline Outline, items Items, figures Figures, dates Dates, citations Citations,
            relations Relations, findings Findings, noise Noise, ignored Ignored, passages Passages
        )
    };
}

impl Emit for Report<'_> {
    fn emit(&self, sink: &mut impl Sink) {
        sink.begin();
        sink.field("schema");
        sink.words(SCHEMA);
        macro_rules! emit_each {
            ($($field:ident $Part:ident),+) => {
                $(
                    if self.parts.has(Part::$Part) {
                        sink.field(stringify!($field));
                        self.$field.emit(sink);
                    }
                )+
            };
        }
        report_fields!(emit_each);
        sink.end();
    }
}

impl Report<'_> {
    /// Without what was read only for the sake of what was asked for.
    pub(crate) fn only_asked(mut self) -> Self {
        macro_rules! drop_each {
            ($($field:ident $Part:ident),+) => {
                $(if !self.parts.has(Part::$Part) {
                    self.$field = Default::default();
                })+
            };
        }
        report_fields!(drop_each);
        self
    }

    /// The report of the text whose view this report was read in.
    pub(crate) fn restored<'t>(self, text: &'t str, view: &View<'t>) -> Report<'t> {
        macro_rules! restore_each {
            ($($field:ident $Part:ident),+) => {
                Report { text, parts: self.parts, $($field: self.$field.restored(view),)+ }
            };
        }
        let mut report = report_fields!(restore_each);
        report.noise.extend_from_slice(&view.noise);
        by_place(&mut report.noise, |noise| (Span { end: u32::MAX - noise.span.end, ..noise.span }, 0));
        // What shows nothing inside a menu is a part of the menu.
        let mut end = 0;
        report.noise.retain(|noise| {
            let apart = noise.span.end > end;
            end = end.max(noise.span.end);
            apart
        });
        report
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for crate::serde_view::InUtf16<'_, Report<'_>> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let parts = self.0.parts;
        let mut record = serializer.serialize_struct("Report", 1 + parts.bits().count_ones() as usize)?;
        record.serialize_field("schema", SCHEMA)?;
        macro_rules! serialize_each {
            ($($field:ident $Part:ident),+) => {
                $(if parts.has(Part::$Part) {
                    record.serialize_field(stringify!($field), &crate::serde_view::InUtf16(&self.0.$field, self.1))?;
                } else {
                    record.skip_field(stringify!($field))?;
                })+
            };
        }
        report_fields!(serialize_each);
        record.end()
    }
}

record! {
    /// What the text says of itself; `None` where it does not say it. Dates are ISO 8601, as exact as the text is.
    ///
    /// ```
    /// let text = "清溪镇2023年法治政府建设年度报告\n一、主要举措\n开展培训12次。\n清溪镇人民政府\n2024年1月15日";
    /// let metadata = gangmu::parse(text).metadata;
    /// assert_eq!(metadata.issuer.as_deref(), Some("清溪镇人民政府"));
    /// assert_eq!(metadata.year, Some(2023));
    /// assert_eq!(metadata.date.as_deref(), Some("2024-01-15"));
    /// ```
    #[derive(Default)]
    pub struct Metadata<'t> {
        /// The report's title.
        pub title: Option<Words<'t>>,
        /// The body that made the report.
        pub issuer: Option<Words<'t>>,
        /// The place that the report is about.
        pub place: Option<Words<'t>>,
        /// The year reported on.
        pub year: Option<u32>,
        /// 成文日期: the date of signing.
        pub date: Option<Words<'t>>,
        /// The date on which a site published it.
        pub published: Option<Words<'t>>,
        /// 主送机关: whom it is addressed to.
        pub recipient: Option<Words<'t>>,
        /// 索引号 of a government site.
        pub index_number as "indexNumber": Option<Words<'t>>,
        /// 发文字号: the document number.
        pub document_number as "documentNumber": Option<Words<'t>>,
        /// 主题分类 of a government site.
        pub subject_class as "subjectClass": Option<Words<'t>>,
        /// 联系人.
        pub contact_name as "contactName": Option<Words<'t>>,
        /// 联系电话.
        pub contact_phone as "contactPhone": Option<Words<'t>>,
    }
}

record! {
    /// A heading with everything under it. Its marker is a 层次序数 in a form of GB/T 9704-2012, 7.3.3 (一、 （一） 1. （1）) or in one
    /// of those that reports use beside them.
    ///
    /// ```
    /// let report = gangmu::parse("一、加强领导\n召开会议。\n（一）健全制度\n印发办法。\n二、强化监督\n开展检查。");
    /// let first = &report.outline[0];
    /// assert_eq!((&*first.marker, first.number, &*first.title, first.level), ("一、", Some(1), "加强领导", 1));
    /// assert_eq!(first.children[0].title, "健全制度");
    /// assert_eq!(&report.text[first.body], "\n召开会议。\n（一）健全制度\n印发办法。\n");
    /// ```
    pub struct Heading<'t> {
        /// The marker and the title.
        pub span: Span,
        /// 层次序数 as written: `一、`, `（二）`, `3.`; empty where the report has none.
        pub marker: Words<'t>,
        /// What the marker counts; what it must have counted where it was lost and the order shows it.
        pub number: Option<u32>,
        /// The heading's own words, without marker and sentence stop.
        pub title: Words<'t>,
        /// 1 for the outermost.
        pub level: u32,
        /// What a top section is about; `None` below the top.
        pub role: Option<Role>,
        /// The number or the level had to be worked out.
        pub inferred: bool,
        /// From the end of the title to the next heading of this level or above.
        pub body: Span,
        /// Items inside this heading's own paragraphs.
        pub items: Vec<Item<'t>>,
        /// Headings under it, in reading order.
        pub children: Vec<Heading<'t>>,
    }
}

closed_set! {
    /// What a top section of a yearly report is about (the parts that 法治政府建设与责任落实督察工作规定 asks for).
    ///
    /// ```
    /// let report = gangmu::parse("一、主要举措\n开展培训。\n二、存在的问题\n力量不足。");
    /// assert_eq!(report.outline[1].role, Some(gangmu::Role::Problems));
    /// ```
    pub enum Role {
        /// 举措和成效: what was done.
        Work = "work",
        /// 第一责任人职责: what the head of the body did in person.
        Leadership = "leadership",
        /// 不足和原因: problems and their causes.
        Problems = "problems",
        /// 下一年度安排: the plan.
        Plan = "plan",
        /// Something else.
        Other = "other",
    }
}

record! {
    /// A stretch of the text that is about one thing.
    ///
    /// ```
    /// let report = gangmu::parse("一、主要举措\n开展培训。\n二、存在的问题\n力量不足。");
    /// let problems = report.passages.iter().find(|passage| passage.role == gangmu::Role::Problems).unwrap();
    /// assert_eq!(report.text[problems.span].trim_end(), "二、存在的问题\n力量不足。");
    /// ```
    pub struct Passage {
        /// From its first line to the end of its last.
        pub span: Span,
        /// What it is about.
        pub role: Role,
    }
}

record! {
    /// A numbered item in a paragraph: 一是, 首先, ①.
    ///
    /// ```
    /// let report = gangmu::parse("一是抓学习；二是抓检查。");
    /// assert_eq!((&*report.items[1].marker, report.items[1].number), ("二是", 2));
    /// ```
    pub struct Item<'t> {
        /// The marker.
        pub span: Span,
        /// The marker as written.
        pub marker: Words<'t>,
        /// What it counts.
        pub number: u32,
    }
}

closed_set! {
    /// What kind of quantity a figure is; a compound unit has the kind of its numerator (`元/平方米` is money).
    ///
    /// ```
    /// use gangmu::Kind;
    /// let report = gangmu::parse("投入20万元，修路3公里，惠及210户，满意率98%。");
    /// let kinds: Vec<Kind> = report.figures.iter().map(|figure| figure.kind).collect();
    /// assert_eq!(kinds, [Kind::Money, Kind::Length, Kind::Count, Kind::Percent]);
    /// ```
    pub enum Kind {
        /// Things counted: 件, 人次, or no unit.
        Count = "count",
        /// 百分比: %, ‰, 百分点, 成.
        Percent = "percent",
        /// Money of any currency.
        Money = "money",
        /// Area.
        Area = "area",
        /// Length, and speed.
        Length = "length",
        /// Weight.
        Weight = "weight",
        /// Volume.
        Volume = "volume",
        /// A length of time.
        Duration = "duration",
        /// Energy and power.
        Energy = "energy",
        /// 倍, 番, fractions and proportions.
        Multiple = "multiple",
    }
}

closed_set! {
    /// What a hedge says of the true value A, the value stated.
    ///
    /// ```
    /// use gangmu::Bound;
    /// let report = gangmu::parse("约120人参训，受众1.1万余人次，投入不超过20万元。");
    /// let bounds: Vec<Bound> = report.figures.iter().map(|figure| figure.bound).collect();
    /// assert_eq!(bounds, [Bound::About, Bound::AtLeast, Bound::AtMost]);
    /// ```
    pub enum Bound {
        /// No hedge.
        Exact = "exact",
        /// 约, 左右, 近: about A.
        About = "about",
        /// 余, 多, 以上, 不少于: A or more.
        AtLeast = "at-least",
        /// 以下, 以内, 不超过: A or less.
        AtMost = "at-most",
        /// 超过, 突破: more than A (GB/T 8170-2008, 4.2).
        MoreThan = "more-than",
        /// 不足, 不到: less than A.
        LessThan = "less-than",
    }
}

closed_set! {
    /// How the period of a figure was come by.
    ///
    /// ```
    /// use gangmu::PeriodSource;
    /// let report = gangmu::parse("2023年受理信访15件。其中办结12件。");
    /// assert_eq!(report.figures[0].period_source, Some(PeriodSource::Stated));
    /// assert_eq!(report.figures[1].period_source, Some(PeriodSource::Carried));
    /// ```
    pub enum PeriodSource {
        /// Its own sentence names the time.
        Stated = "stated",
        /// A sentence before it does: a time holds until another is named.
        Carried = "carried",
        /// The title of the section does.
        Heading = "heading",
    }
}

closed_set! {
    /// Which way something changed.
    ///
    /// ```
    /// let report = gangmu::parse("受理信访15件，同比下降8.5%。");
    /// assert_eq!(report.figures[1].change, Some(gangmu::Change::Down));
    /// ```
    pub enum Change {
        /// 增长, 上升, 提高.
        Up = "up",
        /// 下降, 减少, 压减.
        Down = "down",
    }
}

record! {
    /// A quantity that the report states.
    ///
    /// ```
    /// let text = "2023年开展法治讲座12场，受众1.1万余人次。";
    /// let report = gangmu::parse(text);
    /// let people = &report.figures[1];
    /// assert_eq!(&text[people.span], "1.1万余人次");
    /// assert_eq!(&text[people.number], "1.1万");
    /// assert_eq!(people.value, gangmu::Decimal::from(11_000));
    /// assert_eq!((people.unit.as_deref(), people.approx.as_deref()), (Some("人次"), Some("余")));
    /// assert_eq!((&*people.indicator, people.period.as_deref()), ("受众", Some("2023")));
    /// ```
    pub struct Figure<'t> {
        /// From the number to the end of the unit.
        pub span: Span,
        /// The number alone, with its minus where it has one.
        pub number: Span,
        /// Exact: `1.1万` is 11000, `增长-9.4%` is -9.4. The lower end of a range.
        pub value: Decimal,
        /// The upper end of a range.
        pub upper: Option<Decimal>,
        /// The unit as written, its scale (万, 亿) taken into the value.
        pub unit: Option<Words<'t>>,
        /// What kind of quantity.
        pub kind: Kind,
        /// The words that make it inexact: 约 近 余 多 以上 超过.
        pub approx: Option<Words<'t>>,
        /// What those words say of the true value.
        pub bound: Bound,
        /// The way it changed, where the figure states a change.
        pub change: Option<Change>,
        /// What is counted, in the report's words; empty where nothing near by names it.
        pub indicator: Words<'t>,
        /// The verb that governs it.
        pub action: Option<Words<'t>>,
        /// ISO 8601: `2020`, `2020-06`, `2020-01/2020-11`.
        pub period: Option<Words<'t>>,
        /// How that was come by; `None` where there is none.
        pub period_source as "periodSource": Option<PeriodSource>,
        /// Index path into the outline; empty before the first heading.
        pub heading: Vec<u32>,
    }
}

impl Figure<'_> {
    /// Whether it is in 百分点 or 千分点: the difference of two rates, itself none.
    pub(crate) fn is_points(&self) -> bool {
        self.unit.as_deref().is_some_and(|unit| has_word(unit, "点"))
    }
}

record! {
    /// A date, or a span of time written with a year, month or day.
    ///
    /// ```
    /// let report = gangmu::parse("2023年3月至5月开展检查，6月1日通报。");
    /// assert_eq!(report.dates[0].iso.as_deref(), Some("2023-03/2023-05"));
    /// assert_eq!(report.dates[1].iso.as_deref(), Some("2023-06-01"));
    /// ```
    pub struct DateMention<'t> {
        /// Where it stands.
        pub span: Span,
        /// ISO 8601; `None` where the year is not known.
        pub iso: Option<Words<'t>>,
    }
}

record! {
    /// A work cited in 书名号 (GB/T 15834-2011, 4.15).
    ///
    /// ```
    /// let report = gangmu::parse("印发《清溪镇应急预案》（清政发〔2023〕5号）。");
    /// let plan = &report.citations[0];
    /// assert_eq!(&report.text[plan.span], "《清溪镇应急预案》");
    /// assert_eq!(plan.number.as_deref(), Some("清政发〔2023〕5号"));
    /// ```
    pub struct Citation<'t> {
        /// The outermost 《…》 with its marks.
        pub span: Span,
        /// 文号, where one follows or stands inside.
        pub number: Option<Words<'t>>,
    }
}

closed_set! {
    /// What a calculation says of the text.
    ///
    /// ```
    /// use gangmu::Verdict;
    /// let verdict = |text| gangmu::parse(text).relations[0].verdict;
    /// assert_eq!(verdict("培训60人，其中男35人、女25人。"), Verdict::Agrees);
    /// assert_eq!(verdict("培训60人，其中男35人、女26人。"), Verdict::Disagrees);
    /// ```
    pub enum Verdict {
        /// The figures fit each other.
        Agrees = "agrees",
        /// They do not.
        Disagrees = "disagrees",
        /// They fit only in a way that asks for a second look: cut where it should be rounded, another cut-off date.
        Doubtful = "doubtful",
        /// What would have to be known is not stated, or cannot be compared: 人 with 人次.
        Unchecked = "unchecked",
    }
}

/// Figures that the text ties together, with the calculation.
///
/// ```
/// let report = gangmu::parse("共受理纠纷92件，其中邻里58件、婚姻34件。");
/// let sum = &report.relations[0];
/// assert_eq!(sum.terms, gangmu::Terms::Sum { total: 0, parts: vec![1, 2] });
/// assert_eq!(sum.calculation, "58件＋34件＝92件");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Relation<'t> {
    /// Which figures, and how they hang together.
    pub terms: Terms,
    /// What the calculation says.
    pub verdict: Verdict,
    /// The calculation written out: `92＋58＋36＝186`.
    pub calculation: Words<'t>,
    /// One slip that would explain a sum that fails: two digits swapped, one digit wrong, a lost 万. A possibility only, told in
    /// the [`Language`](crate::Language) of the options.
    pub slip: Option<Words<'t>>,
}

impl Terms {
    /// The first of [`figures`](Terms::figures).
    pub(crate) fn first(&self) -> Option<u32> {
        match self {
            Terms::Sum { total: first, .. }
            | Terms::Rate { rate: first, .. }
            | Terms::Part { whole: first, .. }
            | Terms::Change { from: first, .. }
            | Terms::Average { average: first, .. }
            | Terms::Conversion { stated: first, .. }
            | Terms::Repeat { first, .. } => Some(*first),
            Terms::Shares { parts: list } | Terms::Flow { incoming: list, .. } => list.first().copied(),
            Terms::Claim { .. } => None,
        }
    }

    /// The figures that hang together, in the order of the fields: indices into [`Report::figures`]. A claim has none.
    ///
    /// ```
    /// let report = gangmu::parse("共受理纠纷92件，其中邻里58件、婚姻34件。");
    /// assert_eq!(report.relations[0].terms.figures(), [0, 1, 2]);
    /// ```
    pub fn figures(&self) -> Vec<u32> {
        match self {
            Terms::Sum { total, parts } => [&[*total], parts.as_slice()].concat(),
            Terms::Rate { rate: a, numerator: b, denominator: c }
            | Terms::Change { from: a, to: b, change: c }
            | Terms::Average { average: a, number: b, total: c } => alloc::vec![*a, *b, *c],
            Terms::Part { whole: a, part: b }
            | Terms::Conversion { stated: a, converted: b }
            | Terms::Repeat { first: a, again: b } => alloc::vec![*a, *b],
            Terms::Shares { parts } => parts.clone(),
            Terms::Flow { incoming, outgoing } => [incoming.as_slice(), outgoing].concat(),
            Terms::Claim { .. } => Vec::new(),
        }
    }
}

impl Relation<'_> {
    /// Whether the arithmetic holds: false only where the verdict is [`Verdict::Disagrees`].
    ///
    /// ```
    /// let report = gangmu::parse("培训60人，其中男35人、女26人。");
    /// assert!(!report.relations[0].holds());
    /// ```
    pub fn holds(&self) -> bool {
        self.verdict != Verdict::Disagrees
    }
}

impl Restore for Relation<'_> {
    type Restored<'whole> = Relation<'whole>;

    fn restored<'whole>(self, view: &View<'whole>) -> Relation<'whole> {
        Relation {
            terms: self.terms.restored(view),
            verdict: self.verdict,
            calculation: self.calculation.restored(view),
            slip: self.slip.restored(view),
        }
    }
}

impl Emit for Relation<'_> {
    fn emit(&self, sink: &mut impl Sink) {
        sink.begin();
        self.terms.emit_fields(sink);
        sink.field("holds");
        self.holds().emit(sink);
        sink.field("verdict");
        self.verdict.emit(sink);
        sink.field("calculation");
        self.calculation.emit(sink);
        sink.field("slip");
        self.slip.emit(sink);
        sink.end();
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for crate::serde_view::InUtf16<'_, Relation<'_>> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use crate::serde_view::InUtf16;
        use serde::ser::SerializeStruct;
        let mut record = serializer.serialize_struct("Relation", 8)?;
        self.0.terms.serialize_fields(&mut record, self.1)?;
        record.serialize_field("holds", &self.0.holds())?;
        record.serialize_field("verdict", &InUtf16(&self.0.verdict, self.1))?;
        record.serialize_field("calculation", &InUtf16(&self.0.calculation, self.1))?;
        record.serialize_field("slip", &InUtf16(&self.0.slip, self.1))?;
        record.end()
    }
}

terms! {
    /// How figures hang together; numbers are indices into [`Report::figures`].
    ///
    /// ```
    /// use gangmu::Terms;
    /// let report = gangmu::parse("办结率由90%提高到95%，提高5个百分点。");
    /// let Terms::Change { from, to, change } = report.relations[0].terms else { panic!("it is a change") };
    /// assert_eq!([from, to, change].map(|each| &report.text[report.figures[each as usize].span]), ["90%", "95%", "5个百分点"]);
    /// ```
    pub enum Terms {
        /// Parts of a whole.
        Sum = "sum" {
            /// The whole.
            total: u32,
            /// Its parts, in reading order.
            parts: Vec<u32>,
        },
        /// A rate with what it was made from.
        Rate = "rate" {
            /// The stated rate.
            rate: u32,
            /// What it was made from.
            numerator: u32,
            /// What that was divided by.
            denominator: u32,
        },
        /// A part that can be no greater than its whole; the parts need not make it.
        Part = "part" {
            /// The whole.
            whole: u32,
            /// The part.
            part: u32,
        },
        /// From one value to another, with the change stated.
        Change = "change" {
            /// The value before.
            from: u32,
            /// The value after.
            to: u32,
            /// The stated difference or growth.
            change: u32,
        },
        /// Shares that make the whole: 100.
        Shares = "shares" {
            /// The shares, in reading order.
            parts: Vec<u32>,
        },
        /// What came in and what went out: 上年结转 + 新收 = 办结 + 未结.
        Flow = "flow" {
            /// What there was and what came.
            incoming: Vec<u32>,
            /// What was settled and what is left.
            outgoing: Vec<u32>,
        },
        /// An average with the number that it was taken over.
        Average = "average" {
            /// The stated average.
            average: u32,
            /// Over how many.
            number: u32,
            /// What was shared out.
            total: u32,
        },
        /// One quantity in two units: 3公顷（45亩）.
        Conversion = "conversion" {
            /// As stated first.
            stated: u32,
            /// The same in another unit.
            converted: u32,
        },
        /// The same indicator of the same period twice.
        Repeat = "repeat" {
            /// The first mention.
            first: u32,
            /// The later one.
            again: u32,
        },
        /// A number of things that the text announces, and how many it names: 三项制度.
        Claim = "claim" {
            /// The words that announce it.
            span: Span,
            /// How many are announced.
            stated: u32,
            /// How many are named.
            named: u32,
        },
    }
}

record! {
    /// Something that an editor would want to be told.
    ///
    /// ```
    /// let report = gangmu::parse("组织干部学习学习行政处罚法。");
    /// let repeated = &report.findings[0];
    /// assert_eq!(repeated.rule, gangmu::Rule::WordRepeated);
    /// assert_eq!(&report.text[repeated.span], "学习学习");
    /// assert_eq!(repeated.source.as_deref(), repeated.rule.clause());
    /// assert!(repeated.fix.is_some());
    /// ```
    pub struct Finding<'t> {
        /// The words it is about.
        pub span: Span,
        /// Which rule made it.
        pub rule: Rule,
        /// How much it matters.
        pub severity: Severity,
        /// What is wrong, and what to do, in the [`Language`](crate::Language) of the options; words of the text stand in “”.
        pub message: Words<'t>,
        /// The clause that says so: `GB/T 15834-2011 4.15.3.5`.
        pub source: Option<Words<'t>>,
        /// Replacements that mend it, in reading order; `None` where a person must decide.
        pub fix: Option<Vec<Edit<'t>>>,
        /// How sure it is.
        pub confidence: Confidence,
        /// Every place it is about, the first of them `span`: many of one kind are one finding.
        pub places: Vec<Span>,
        /// Sixteen hexadecimal digits that stay the same while the text is edited elsewhere: what was dismissed stays so.
        pub fingerprint: Words<'t>,
    }
}

record! {
    /// A replacement.
    ///
    /// ```
    /// let report = gangmu::parse("组织干部学习学习行政处罚法。");
    /// let edit = &report.findings[0].fix.as_ref().unwrap()[0];
    /// assert_eq!((&report.text[edit.span], &*edit.text), ("学习", ""));
    /// ```
    pub struct Edit<'t> {
        /// What is replaced; empty where something is put in.
        pub span: Span,
        /// What stands there afterwards.
        pub text: Words<'t>,
    }
}

closed_set! {
    /// What a reader throws away before reading.
    ///
    /// ```
    /// let report = gangmu::parse("一、加强领导\n召开会议。\n- 1 -\n二、强化监督\n开展检查。");
    /// assert_eq!(report.noise[0].kind, gangmu::NoiseKind::PageNumber);
    /// ```
    pub enum NoiseKind {
        /// Style rules and other markup.
        Style = "style",
        /// File names of images, and who took them.
        Image = "image",
        /// Page numbers.
        PageNumber = "page-number",
        /// Menus and bars of a web page.
        Navigation = "navigation",
        /// The title once more.
        RepeatedTitle = "repeated-title",
        /// Characters that show nothing: of no width, or Word's private ones.
        Invisible = "invisible",
    }
}

record! {
    /// A part of the text that is not the report. It is marked, never deleted.
    ///
    /// ```
    /// let report = gangmu::parse("一、加强领导\n召开会议。\n- 1 -\n二、强化监督\n开展检查。");
    /// assert_eq!(report.text[report.noise[0].span].trim(), "- 1 -");
    /// ```
    pub struct Noise {
        /// Where it stands.
        pub span: Span,
        /// What it is.
        pub kind: NoiseKind,
    }
}

closed_set! {
    /// Why a number is no figure.
    ///
    /// ```
    /// use gangmu::Reason;
    /// let report = gangmu::parse("落实三项制度，拨打12345热线，位居第5位。");
    /// let reasons: Vec<Reason> = report.ignored.iter().map(|number| number.reason).collect();
    /// assert_eq!(reasons, [Reason::Name, Reason::Telephone, Reason::Ordinal]);
    /// ```
    pub enum Reason {
        /// 层次序数 of a heading or an item.
        Marker = "marker",
        /// A date or a span of time.
        Date = "date",
        /// Inside 《…》.
        Citation = "citation",
        /// 发文字号, a law article, an index or standard number.
        DocumentNumber = "document-number",
        /// 第…: an ordinal or a rank.
        Ordinal = "ordinal",
        /// A name, a slogan or a set phrase: 三重一大, 1+1+9, 一站式.
        Name = "name",
        /// A hotline or telephone number, a code.
        Telephone = "telephone",
        /// 几, 数, 若干: no known value.
        Unknown = "unknown",
        /// A part of a word that is no number: 一些, 统一.
        Word = "word",
        /// Inside what is no part of the report.
        Noise = "noise",
        /// A bare number that nothing marks as a quantity.
        Bare = "bare",
    }
}

record! {
    /// A number that is no figure, with the reason.
    ///
    /// ```
    /// let report = gangmu::parse("拨打12345热线。");
    /// assert_eq!(&report.text[report.ignored[0].span], "12345");
    /// ```
    pub struct Ignored {
        /// The number.
        pub span: Span,
        /// Why it is no figure.
        pub reason: Reason,
    }
}
