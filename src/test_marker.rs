use super::{Style, remains, scan};

#[test]
fn every_form_is_read() {
    for (text, marker, style, number) in [
        ("一、概况", "一、", Style::Han, 1),
        ("十二、概况", "十二、", Style::Han, 12),
        ("一 、概况", "一 、", Style::Han, 1),
        ("（一）概况", "（一）", Style::HanBracket, 1),
        ("(一)、概况", "(一)、", Style::HanBracket, 1),
        ("（ 二 ）概况", "（ 二 ）", Style::HanBracket, 2),
        ("(三）概况", "(三）", Style::HanBracket, 3),
        ("㈠概况", "㈠", Style::HanBracket, 1),
        ("1.概况", "1.", Style::Arabic, 1),
        ("１．概况", "１．", Style::Arabic, 1),
        ("3、概况", "3、", Style::Arabic, 3),
        ("1.2021年概况", "1.", Style::Arabic, 1),
        ("2、12345热线", "2、", Style::Arabic, 2),
        ("（1）概况", "（1）", Style::ArabicBracket, 1),
        ("2)概况", "2)", Style::ArabicBracket, 2),
        ("⑴概况", "⑴", Style::ArabicBracket, 1),
        ("①概况", "①", Style::Circled, 1),
        ("第一章　总则", "第一章", Style::Chapter, 1),
        ("第二部分 概况", "第二部分", Style::Part, 2),
        ("第三条　为了", "第三条", Style::Article, 3),
        ("Ⅱ、概况", "Ⅱ、", Style::Han, 2),
        ("五）概况", "五）", Style::HanBracket, 5),
        ("B.概况", "B.", Style::Letter, 2),
        ("a)概况", "a)", Style::Letter, 1),
    ] {
        let found = scan(text);
        assert_eq!(
            found.map(|found| (&text[..found.length], found.style, found.number)),
            Some((marker, style, number)),
            "{text}"
        );
    }
}

#[test]
fn what_only_looks_like_one_is_none() {
    for text in [
        "1.5亿元",
        "2020.12.18",
        "一、二级",
        "一是",
        "1、2号楼",
        "（一）项规定",
        "2023年",
        "12345热线",
        "第一条生产线",
        "一个",
        "A股",
        "Ⅰ级响应",
        "三三两两、",
    ] {
        assert_eq!(scan(text), None, "{text}");
    }
}

#[test]
fn what_is_left_of_a_marker() {
    let length = |text| remains(text).map(|left| left.length);
    assert_eq!(length("、2023年工作"), Some("、".len()));
    assert_eq!(length("）概况"), Some("）".len()));
    assert_eq!(length("、、"), None);
    assert_eq!(length("概况"), None);
}
