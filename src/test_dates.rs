use super::{find, ungarble};
use crate::concordance::Concordance;
use crate::span::Span;
use alloc::string::String;
use alloc::vec::Vec;

fn read(text: &str) -> Vec<(&str, String)> {
    let (mut readings, mut mentions) = (Vec::new(), Vec::new());
    find(text, Concordance::of(text).all(), Span::new(0, text.len()), Some(2020), &mut readings, &mut mentions);
    mentions
        .iter()
        .map(|date| (&text[date.span], date.iso.as_deref().map_or(String::from("-"), String::from)))
        .collect()
}

#[test]
fn dates_are_read_in_every_form() {
    for (text, span, iso) in [
        ("2021年度", "2021年度", "2021"),
        ("2021.12.18", "2021.12.18", "2021-12-18"),
        ("2024年04月02日", "2024年04月02日", "2024-04-02"),
        ("2024-04-02", "2024-04-02", "2024-04-02"),
        ("２０２１年１月", "２０２１年１月", "2021-01"),
        ("二〇二一年一月二十九日", "二〇二一年一月二十九日", "2021-01-29"),
        ("2020年1-11月", "2020年1-11月", "2020-01/2020-11"),
        ("1—11月", "1—11月", "2020-01/2020-11"),
        ("2016—2020年", "2016—2020年", "2016/2020"),
        ("2016年至2020年", "2016年至2020年", "2016/2020"),
        ("2021年上半年", "2021年上半年", "2021-01/2021-06"),
        ("3月至5月", "3月至5月", "2020-03/2020-05"),
        ("12月31日", "12月31日", "2020-12-31"),
        ("三月宣传月", "三月", "2020-03"),
        ("每月18日召开", "18日", "-"),
        ("2022年底", "2022年", "2022"),
        ("2023 年 1 月 5 日", "2023 年 1 月 5 日", "2023-01-05"),
    ] {
        assert_eq!(read(text), [(span, String::from(iso))], "{text}");
    }
}

#[test]
fn lengths_and_numbers_are_no_dates() {
    for text in ["3个月", "15日内办结", "2021件", "12345热线", "每三月一次", "两年", "3号楼", "20211218"]
    {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn a_garbled_date_has_one_reading_or_none() {
    let iso = |digits| ungarble(digits).and_then(super::Point::iso);
    assert_eq!(iso("2024320").as_deref(), Some("2024-03-20"));
    assert_eq!(iso("20211218").as_deref(), Some("2021-12-18"));
    assert_eq!(iso("2021111"), None);
    assert_eq!(iso("2021999"), None);
}
