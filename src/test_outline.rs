use super::{read, tree};
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
    let lines = lines::read(text);
    let marked = read(text, &lines);
    let mut out = Vec::new();
    write(&tree(text, &lines, &marked, None).0, &mut out);
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
