//! Numbers and units in a form that the standard does not have.

use super::clean::{Clean, Place, Planted, is_han};

pub(crate) fn planted(rule: &str, clean: &Clean) -> Option<Vec<Planted>> {
    Some(match rule {
        "full-width-digit" => clean.numbers(|place| is_counted(place).then(|| full_width(place.found))),
        "leading-point" => clean.numbers(|place| {
            let (whole, rest) = place.found.split_once('.')?;
            (is_han(place.last()) && whole.len() < 3).then(|| format!(".{rest}"))
        }),
        "thousand-scale" => clean.numbers(|place| {
            let number = place.found.parse::<u32>().ok().filter(|_| is_counted(place))?;
            (number >= 300).then(|| {
                if number % 1000 == 0 || number > 2000 {
                    format!("{}千", number / 1000 + 1)
                } else {
                    format!("{}百", number / 100)
                }
            })
        }),
        "range-unit" => clean.numbers(|place| {
            let scaled = place.next() == '%' || matches!(place.next(), '万' | '亿');
            (is_han(place.last()) && scaled && !place.before.ends_with("至"))
                .then(|| format!("{}～{}", less(place.found), place.found))
        }),
        "range-mark-mixed" => ranges(clean, &["～", "—", "～"]),
        "range-wave" => ranges(clean, &["—"]),
        "range-dash" => ranges(clean, &["～"]),
        "numeral-approximate" => approximate(clean, |a, b| format!("{a}、{b}")),
        "numeral-comma" => approximate(clean, |a, b| format!("{}、{}", hanzi(a), hanzi(b))),
        "mixed-forms" => clean.numbers(|place| {
            let number = place.found.parse::<u32>().ok().filter(|_| is_counted(place))?;
            ((21..100).contains(&number) && !matches!(place.next(), '万' | '亿')).then(|| in_hanzi(number))
        }),
        "measured-in-han" => clean.numbers(|place| {
            let number = place.found.parse::<u32>().ok()?;
            let measured =
                ["平方米", "公里", "公顷", "吨", "立方米", "亩"].iter().any(|unit| place.after.starts_with(unit));
            (measured && is_han(place.last()) && (11..10_000).contains(&number)).then(|| in_hanzi(number))
        }),
        // Below ten thousand the comma may stand or not.
        "separator-mixed" => paragraphs(clean, |place| {
            format!("发放资料{},680份，接待群众{}500人次，走访农户{}600户。", 12 + place, 23 + place, 34 + place)
        }),
        "hedge-double" => hedges(clean),
        "decrease-multiple" => decreases(clean),
        "meeting-number" => meetings(clean),
        "person-times-doubled" => clean
            .numbers(|place| {
                (place.after.starts_with("人次") && is_han(place.last())).then(|| format!("人次{}", place.found))
            })
            .into_iter()
            .map(without_times)
            .collect(),
        "unit-mixed" => units_mixed(clean),
        "unit-slang" => units(clean, &[("平方米", "平米"), ("立方米", "方"), ("厘米", "公分"), ("升", "公升")]),
        "unit-case" => symbols(clean),
        "mu-hectare" => paragraphs(clean, |place| format!("流转土地{}亩。", 350 + place)),
        _ => return None,
    })
}

/// A whole number with a word of Chinese on both sides, no part of a date.
fn is_counted(place: &Place<'_>) -> bool {
    is_han(place.last())
        && is_han(place.next())
        && !"年月日号时期".contains(place.next())
        && !"第年月至".contains(place.last())
        && !place.found.contains('.')
}

fn full_width(number: &str) -> String {
    number.chars().map(|ch| char::from_u32(ch as u32 - '0' as u32 + '０' as u32).unwrap()).collect()
}

/// A number somewhat smaller, with as many places.
fn less(number: &str) -> String {
    let value: f64 = number.parse().unwrap();
    let places = number.split_once('.').map_or(0, |(_, rest)| rest.len());
    format!("{:.places$}", value * 0.8)
}

fn hanzi(digit: u32) -> char {
    "〇一二三四五六七八九".chars().nth(digit as usize).unwrap()
}

/// A number below ten thousand in characters.
fn in_hanzi(number: u32) -> String {
    let mut out = String::new();
    let mut zero = false;
    for (power, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / power % 10;
        if digit == 0 {
            zero = !out.is_empty();
            continue;
        }
        if zero {
            out.push('零');
            zero = false;
        }
        if !(digit == 1 && power == 10 && out.is_empty()) {
            out.push(hanzi(digit));
        }
        out += unit;
    }
    out
}

/// Three sentences with ranges behind a paragraph, with these marks in turn.
fn ranges(clean: &Clean, marks: &[&str]) -> Vec<Planted> {
    let sentence = |place: usize, mark: &str| {
        let (low, high) = (20 + place, 35 + place);
        [
            format!("每场活动{low}{mark}{high}人。"),
            format!("每批培训{low}{mark}{high}天。"),
            format!("每组检查{low}{mark}{high}家。"),
        ][place % 3]
            .clone()
    };
    paragraphs(clean, |place| {
        // The marks of one text are what is mixed: at least three ranges stand there.
        (0..3).map(|step| sentence(place + step, marks[step % marks.len()])).collect()
    })
}

/// Words put in at the end of each long paragraph, one at a time.
pub(crate) fn paragraphs(clean: &Clean, make: impl Fn(usize) -> String) -> Vec<Planted> {
    let long = clean.lines().into_iter().filter(|(_, line)| line.chars().count() > 50 && line.ends_with('。'));
    long.enumerate()
        .map(|(place, (at, line))| {
            let words = make(place);
            let mut planted = clean.with(at + line.len()..at + line.len(), &words);
            planted.at = at + line.len()..at + line.len() + words.len();
            planted
        })
        .collect()
}

/// 三四个月 with its digits.
fn approximate(clean: &Clean, make: impl Fn(u32, u32) -> String) -> Vec<Planted> {
    let ends = ["个月就能见效", "名干部一组", "户一个网格", "天办完一件", "个村为一片"];
    paragraphs(clean, |place| {
        let low = 3 + (place % 5) as u32;
        format!("基本上是{}{}。", make(low, low + 1), ends[place % ends.len()])
    })
}

fn hedges(clean: &Clean) -> Vec<Planted> {
    let pairs = [("约", "左右"), ("近", "左右"), ("大约", "上下"), ("超过", "以上"), ("至少", "以上")];
    let mut out = Vec::new();
    for (before, behind) in pairs {
        out.extend(
            clean
                .numbers(|place| {
                    let unit = ["人次", "平方米", "人", "份", "户", "件", "家"]
                        .iter()
                        .find(|unit| place.after.starts_with(**unit))?;
                    let number = place.found.parse::<u32>().ok().filter(|number| number % 10 == 0 && *number > 100)?;
                    is_han(place.last()).then(|| format!("{before}{number}{unit}{behind}"))
                })
                .into_iter()
                .map(without_unit),
        );
    }
    out
}

/// 约300人左右人 → 约300人左右: the unit that stood behind the number goes.
fn without_unit(mut planted: Planted) -> Planted {
    for behind in ["左右", "上下", "以上"] {
        for unit in ["人次", "平方米", "人", "份", "户", "件", "家"] {
            let doubled = format!("{unit}{behind}{unit}");
            if let Some(at) = planted.text.find(&doubled) {
                planted.text.replace_range(at + unit.len() + behind.len()..at + doubled.len(), "");
                planted.at.end -= unit.len();
                return planted;
            }
        }
    }
    planted
}

/// 培训人次126人次 → 培训人次126人.
fn without_times(mut planted: Planted) -> Planted {
    let at = planted.at.start + planted.text[planted.at.clone()].find("人次").unwrap();
    let behind = planted.text[at + 6..].find("人次").unwrap() + at + 6;
    planted.text.replace_range(behind + 3..behind + 6, "");
    planted.at.end -= 3;
    planted
}

fn decreases(clean: &Clean) -> Vec<Planted> {
    let mut out = Vec::new();
    for (words, times) in [("下降", "2倍"), ("减少", "3倍"), ("降低", "1.5倍")] {
        out.extend(paragraphs(clean, |place| {
            let things = ["信访量", "案件数量", "事故起数", "投诉件数", "办理时间"];
            format!("{}比上年{words}{times}。", things[place % things.len()])
        }));
    }
    out
}

fn meetings(clean: &Clean) -> Vec<Planted> {
    paragraphs(clean, |place| {
        let forms = ["落实县委15届4次全会精神。", "召开镇党委第11届3次全体会议。", "列席县16届人大2次会议。"];
        forms[place % forms.len()].to_owned()
    })
}

fn units(clean: &Clean, pairs: &[(&str, &str)]) -> Vec<Planted> {
    let mut out = Vec::new();
    for (right, wrong) in pairs {
        out.extend(clean.each(right, |place| place.last().is_ascii_digit().then(|| (*wrong).to_owned())));
    }
    let wrong = ["平米", "公分", "公升"];
    out.extend(paragraphs(clean, |place| format!("共计{}{}。", 120 + place, wrong[place % wrong.len()])));
    out
}

/// The same unit by a second name, in a text that has the first.
fn units_mixed(clean: &Clean) -> Vec<Planted> {
    paragraphs(clean, |place| {
        format!("改建厨房{}平方米，新建食堂{}平方米，维修教室{}㎡。", 90 + place, 350 + place, 60 + place)
    })
}

fn symbols(clean: &Clean) -> Vec<Planted> {
    let wrong = ["KW", "Kw", "KG", "Km", "KM", "M2"];
    paragraphs(clean, |place| format!("设备总量{}{}。", 350 + place, wrong[place % wrong.len()]))
}
