use super::tree;
use crate::concordance::Concordance;
use crate::headings::read;
use crate::lines;
use crate::report::Heading;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

fn write(headings: &[Heading<'_>], out: &mut Vec<String>) {
    for heading in headings {
        let number = heading.number.map_or(String::from("-"), |number| format!("{number}"));
        out.push(format!("{} {number} {}", heading.level, heading.title));
        write(&heading.children, out);
    }
}

fn outline(text: &str) -> Vec<String> {
    let places = Concordance::of(text);
    let lines = lines::read(text, places.all());
    let marked = read(text, &places, &lines);
    let mut out = Vec::new();
    write(&tree(text, &places, &lines, &marked, None).0, &mut out);
    out
}

#[test]
fn levels_come_from_use() {
    assert_eq!(
        outline("一、甲\n（一）乙。为了\n1.丙\n（二）丁\n二、戊"),
        ["1 1 甲", "2 1 乙", "3 1 丙", "2 2 丁", "1 2 戊"]
    );
    assert_eq!(outline("一、甲\n1、乙。为了\n2、丙\n二、丁"), ["1 1 甲", "2 1 乙", "2 2 丙", "1 2 丁"]);
    assert_eq!(outline("1.甲\n（一）乙\n（二）丙\n2.丁\n（一）戊"), ["1 1 甲", "2 1 乙", "2 2 丙", "1 2 丁", "2 1 戊"]);
    assert_eq!(outline("（一）甲\n一、乙\n（一）丙"), ["1 1 甲", "1 1 乙", "2 1 丙"]);
}

#[test]
fn lost_numbers_come_back_where_one_reading_fits() {
    assert_eq!(outline("一、甲\n、乙\n（一）丙\n、丁\n四、戊"), ["1 1 甲", "1 2 乙", "2 1 丙", "1 3 丁", "1 4 戊"]);
    assert_eq!(outline("一、甲\n、乙\n四、戊"), ["1 1 甲", "1 - 乙", "1 4 戊"]);
}

#[test]
fn lists_at_the_foot_and_contents_are_no_headings() {
    assert_eq!(
        outline("一、甲……1\n二、乙……5\n一、甲\n正文。\n二、乙\n附件：1.表一\n2.表二\n某某镇人民政府"),
        ["1 1 甲", "1 2 乙"]
    );
    assert_eq!(outline("一、甲\n注：\n1.数据为初步统计。\n2.部分数据因四舍五入。"), ["1 1 甲"]);
}
