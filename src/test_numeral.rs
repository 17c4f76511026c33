use super::scan;
use alloc::string::String;
use core::fmt::Write;

/// `words = value[..upper] [~hedge]`, for the number at the start of `text`.
fn read(text: &str) -> String {
    let mut out = String::new();
    let Some(numeral) = scan(text, 0, text.len()) else { return String::from("-") };
    let _ = write!(out, "{} = ", &text[numeral.span]);
    match numeral.value {
        Some(value) if numeral.positional => {
            let _ = write!(out, "#{value}");
        }
        Some(value) => {
            let _ = write!(out, "{value}");
        }
        None => out.push('?'),
    }
    if let Some(upper) = numeral.upper {
        let _ = write!(out, "..{upper}");
    }
    if let Some(hedge) = numeral.hedge {
        let _ = write!(out, " ~{}", &text[hedge]);
    }
    out
}

#[test]
fn numbers_are_read_as_written() {
    for (text, expected) in [
        ("220余条", "220 = 220 ~余"),
        ("1.1万余平方米", "1.1万 = 11000 ~余"),
        ("5.7万", "5.7万 = 57000"),
        ("282万平方米", "282万 = 2820000"),
        ("2.4万亿元", "2.4万亿 = 2400000000000"),
        ("3000余万元", "3000余万 = 30000000 ~余"),
        ("20多亿元", "20多亿 = 2000000000 ~多"),
        ("3千件", "3千 = 3000"),
        ("3千瓦", "3 = 3"),
        ("5百万千瓦时", "5百万 = 5000000"),
        ("3万5千人", "3万5千 = 35000"),
        ("1,234.5万元", "1,234.5万 = 12345000"),
        ("1,234,567元", "1,234,567 = 1234567"),
        ("15,22个", "15 = 15"),
        ("15，220条", "15 = 15"),
        ("１２３个", "１２３ = 123"),
        ("2020.12.18", "2020.12.18 = ?"),
        ("12345678901234567890123", "12345678901234567890123 = ?"),
        ("0.46%", "0.46 = 0.46"),
        ("三万五千多条", "三万五千 = 35000 ~多"),
        ("十三万余条", "十三万 = 130000 ~余"),
        ("两千人", "两千 = 2000"),
        ("百余场", "百 = 100 ~余"),
        ("千余件", "千 = 1000 ~余"),
        ("百亿次", "百亿 = 10000000000"),
        ("千万元", "千万 = 10000000"),
        ("三千多万元", "三千多万 = 30000000 ~多"),
        ("十余万人", "十余万 = 100000 ~余"),
        ("二百零五件", "二百零五 = 205"),
        ("一千零二十亿", "一千零二十亿 = 102000000000"),
        ("三亿五千万元", "三亿五千万 = 350000000"),
        ("五万三千二百一十六人", "五万三千二百一十六 = 53216"),
        ("两万亿元", "两万亿 = 2000000000000"),
        ("三万五", "三万五 = 35000"),
        ("三四个", "三四 = 3..4"),
        ("二三十人", "二三十 = 20..30"),
        ("十三四岁", "十三四 = 13..14"),
        ("十几个", "十几 = 10 ~几"),
        ("几十个", "几十 = ?"),
        ("数百人", "数百 = ?"),
        ("二〇二一年", "二〇二一 = #2021"),
        ("十二件", "十二 = 12"),
        ("二十件", "二十 = 20"),
        ("五千米", "五 = 5"),
        ("半年", "半 = 0.5"),
        ("一二三产业", "一二三 = #123"),
        ("数字", "-"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn a_million_digits_are_one_code() {
    let digits = "7".repeat(1_000_000);
    assert_eq!(
        scan(&digits, 0, digits.len()).map(|numeral| (numeral.span.len(), numeral.value)),
        Some((1_000_000, None))
    );
    let numerals = "亿".repeat(1_000_000);
    assert!(scan(&numerals, 0, numerals.len()).is_some_and(|numeral| numeral.value.is_none()));
}
