//! Texts that a careless parser reads in quadratic time, made to any length: what `tests/linear.rs` counts and
//! `examples/shapes.rs` times.

/// The name to print; what stands once at the start; what is repeated; and what the second half repeats instead.
struct Shape {
    name: &'static str,
    head: &'static str,
    unit: &'static str,
    then: &'static str,
}

const fn repeated(name: &'static str, unit: &'static str) -> Shape {
    Shape { name, head: "", unit, then: unit }
}

const fn after(name: &'static str, head: &'static str, unit: &'static str) -> Shape {
    Shape { name, head, unit, then: unit }
}

const fn halves(name: &'static str, unit: &'static str, then: &'static str) -> Shape {
    Shape { name, head: "", unit, then }
}

const SHAPES: &[Shape] = &[
    // What opens and never closes.
    repeated("unclosed 《", "《"),
    repeated("unclosed 《 with words", "《条例"),
    repeated("unclosed （", "（"),
    repeated("unclosed “", "“"),
    repeated("unclosed ‘", "‘"),
    repeated("unclosed 〔", "〔"),
    repeated("unclosed {", "{"),
    repeated("unclosed @font-face{ on lines", "@font-face{\n"),
    repeated("closing marks only", "》）”〕"),
    halves("《 nested to the middle", "《", "》"),
    halves("（ nested to the middle", "（", "）"),
    halves("“ nested to the middle, with digits", "“1", "2”"),
    repeated("marks that cross", "《“》”（〔）〕"),
    repeated("quoted digits", "“1”"),
    repeated("quotes that open before digits", "“1"),
    repeated("brackets round digits", "（1）"),
    after("one 《 and then figures", "《", "培训12次，"),
    after("one “ and then figures", "“", "培训12次，"),
    after("one （ and then figures", "（", "培训12次，"),
    // Numbers.
    repeated("digits", "1"),
    repeated("digits of full width", "９"),
    repeated("Chinese numerals", "一二三"),
    repeated("tens", "十"),
    repeated("scales", "一百万亿"),
    repeated("thousands with commas", "1,234,"),
    repeated("points", "1.1."),
    repeated("hyphens", "1-1-"),
    repeated("waves", "1～"),
    repeated("colons", "12:12:"),
    repeated("bars", "1/2/"),
    repeated("parts of", "百分之"),
    repeated("fractions in words", "三分之"),
    repeated("numbers and spaces", "1 "),
    repeated("numbers and full-width spaces", "1\u{3000}"),
    repeated("spaces", " "),
    after("spaces behind a number", "12", " "),
    repeated("ranges", "1至2个至"),
    repeated("shared units that wait", "1、2、3、"),
    repeated("numbers that wait with words", "1和2及3、"),
    after("names and then respectively", "甲、乙、丙、丁、戊、己、庚、辛、壬、癸分别为", "1、2、3、4、5%、"),
    repeated("list marks", "、"),
    repeated("plus", "1+"),
    repeated("ordinals", "第1第"),
    repeated("hedges", "约近超"),
    repeated("hedges behind", "1以上以下左右"),
    repeated("not fewer than", "不少于"),
    // Figures that look about them.
    repeated("figures in one clause", "培训12次"),
    repeated("figures with commas", "培训12次，"),
    repeated("figures with list marks", "培训12次、"),
    repeated("bare percentages", "1%"),
    repeated("bare percentages in a list", "1%、"),
    repeated("respectively", "分别"),
    repeated("respectively with figures", "甲、乙分别增长1%、2%、"),
    repeated("from and to", "从1%提高到2%、"),
    repeated("of which", "其中"),
    repeated("of which with figures", "其中甲1件、"),
    repeated("the change before", "增长"),
    repeated("the change and a figure", "增长1%"),
    repeated("compared with the year before", "比上年增长"),
    repeated("verbs", "开展组织下达"),
    after("one long clause, then figures", "培", "训12次"),
    repeated("one word without end", "甲"),
    halves("a long clause before many figures", "甲", "1次"),
    halves("names, then figures that share them", "甲、", "分别1%、2%、"),
    halves("waiting numbers, then units", "1、", "2个、"),
    halves("figures, then nothing but words", "1次", "甲"),
    halves("parts, then wholes", "其中甲1件、", "共2件，"),
    // Times.
    repeated("years", "2021年"),
    repeated("months", "1月"),
    repeated("half dates", "2021年1"),
    repeated("dates with points", "2021.12."),
    repeated("this year", "今年以来"),
    repeated("by now", "截至"),
    // Markers, headings and items.
    repeated("markers in one line", "1、1、"),
    repeated("markers on lines", "1、甲\n"),
    repeated("three levels", "一、甲\n（一）乙\n1.丙\n"),
    repeated("lost markers", "、甲\n"),
    repeated("lost brackets", "）甲\n"),
    repeated("only list marks on lines", "、\n"),
    after("one heading, then lost markers", "一、甲\n", "、乙\n"),
    halves("lost markers, then numbered ones", "、甲\n", "九、乙\n"),
    halves("numbered markers, then lost ones", "一、甲\n", "、乙\n"),
    repeated("lost markers between numbers", "一、甲\n、乙\n、丙\n九、丁\n"),
    repeated("items", "一是甲，二是乙。"),
    repeated("one is one", "一是一是"),
    repeated("circled numbers", "①"),
    repeated("circled numbers on lines", "①甲\n"),
    repeated("lead sentences", "甲乙丙。丁\n"),
    repeated("short lines", "甲\n"),
    repeated("empty lines", "\n"),
    repeated("carriage returns", "\r"),
    repeated("the title again and again", "柏岭镇2021年度工作报告\n"),
    repeated("labels of a table", "索引号："),
    repeated("labels on lines", "发布日期：\n"),
    repeated("signatures", "柏岭镇人民政府\n2021年1月1日\n"),
    repeated("salutations", "县委：\n"),
    repeated("page numbers", "— 9 —\n"),
    repeated("places", "镇"),
    repeated("places with years", "镇2021年"),
    // Characters.
    repeated("alternating scripts", "甲a1９б一カ"),
    repeated("alternating scripts with spaces", "甲 a 1 "),
    repeated("four-byte characters", "𬭚"),
    repeated("byte order marks", "\u{FEFF}"),
    repeated("no-break spaces", "\u{A0}"),
    repeated("joined marks", "e\u{301}\u{200D}"),
    repeated("NUL", "\0"),
];

/// Every shape by name, as long as `bytes` or a little longer.
pub fn texts(bytes: usize) -> impl Iterator<Item = (&'static str, String)> {
    SHAPES.iter().map(move |shape| (shape.name, made(shape, bytes)))
}

fn made(shape: &Shape, bytes: usize) -> String {
    let mut text = String::from(shape.head);
    while text.len() < bytes {
        text.push_str(if text.len() < bytes / 2 { shape.unit } else { shape.then });
    }
    text
}
