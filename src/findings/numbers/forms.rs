//! The form of one number: digits or words, 千 behind digits, commas of thousands; and whether a text keeps to one form.

use crate::chars::{before, digit, han_digit, has_word, one_of, step_back, step_on};
use crate::compose::compose;
use crate::decimal::Decimal;
use crate::findings::numbers::is_arabic;
use crate::findings::{Findings, SHOULD_BE, Subject};
use crate::report::{Bound, Change, Figure, Kind};
use crate::rules::Rule;
use crate::search::{Search, set, words};
use crate::span::Span;
use alloc::string::String;

/// What is wrong with one number by itself, or with the one before it.
pub(super) fn look(
    subject: &Subject<'_, '_>,
    figure: &Figure<'_>,
    before: Option<&Figure<'_>>,
    out: &mut Findings<'_, '_>,
) {
    let number = &subject.text[figure.number];
    let unit = figure.unit.as_deref().unwrap_or_default();
    if !is_arabic(subject.text, figure) {
        if is_measured(figure, number, unit)
            && let Some(right) = arabic(figure.value)
        {
            let sentence = &[
                "计量的数值应用阿拉伯数字：“{0}”应为“{1}”。",
                "Measured values take Arabic numerals: “{0}” should be “{1}”.",
            ];
            out.say_right(Rule::MeasuredInHan, figure.number, sentence, right);
        }
    } else {
        thousands(figure, number, out);
        if let Some(before) = before {
            neighbours(subject, figure, before, unit, out);
        }
    }
    if unit == "倍" && figure.change == Some(Change::Down) {
        let sentence = &[
            "减少、下降不能用“倍”，应改用百分数或分数。",
            "A decrease cannot be told in “倍”; use a percentage or a fraction.",
        ];
        out.say(Rule::DecreaseMultiple, figure.span, sentence, &[]);
    }
    doubled(subject, figure, unit, out);
}

/// 3千, 5百: behind digits only 万 and 亿 stand for zeros.
fn thousands(figure: &Figure<'_>, number: &str, out: &mut Findings<'_, '_>) {
    let (bare, scale) =
        number.strip_end_any(words!("万 亿")).map_or((number, ""), |bare| (bare, &number[bare.len()..]));
    let power = match scale {
        "万" => -4,
        "亿" => -8,
        _ => 0,
    };
    let Some(digits) = bare.strip_end_of(set!("千百")) else { return };
    // 64.15千公顷 and 51313百羽 have the units of the statistics: nobody writes 5131300 so in short.
    let short = digits.chars().nth(2).is_none();
    if short
        && figure.upper.is_none()
        && !digits.has_if(&|ch| digit(ch).is_none())
        && figure.unit.as_deref() != Some("公顷")
    {
        let right = compose!(figure.value.times_ten_to(power).normal(), scale);
        out.say_right(Rule::ThousandScale, figure.number, SHOULD_BE, right);
    }
}

/// 3、4个月: an approximate number is written in words.
fn neighbours(
    subject: &Subject<'_, '_>,
    figure: &Figure<'_>,
    before: &Figure<'_>,
    unit: &str,
    out: &mut Findings<'_, '_>,
) {
    let value = |figure: &Figure<'_>| subject.text[figure.number].parse::<u8>().ok().filter(|value| *value < 10);
    let (Some(low), Some(high)) = (value(before), value(figure)) else { return };
    let between = &subject.text[Span { start: before.number.end, end: figure.number.start }];
    let start = before.number.start as usize;
    let left = &subject.text[step_back(subject.text, start, 12)..start];
    if between == "、"
        && low > 0
        && high == low + 1
        && unit.is_any(words!("个 名 人 天 个月 年 小时 次 家 户 件 起 处 公里 米 岁 倍"))
        && !has_word(left, "分别")
        && !left.ends_of(set!("第、"))
    {
        let span = Span { start: before.number.start, end: figure.span.end };
        let words = compose!(crate::marker::han_number(u32::from(low)), crate::marker::han_number(u32::from(high)));
        let sentence = &[
            "概数应用汉字：“{0}”应为“{1}{2}”。",
            "Approximate numbers take Chinese numerals: “{0}” should be “{1}{2}”.",
        ];
        out.say(Rule::NumeralApproximate, span, sentence, &[&&subject.text[span], &words, &unit]);
    }
}

/// 培训人次900人: what is counted says the unit once more.
fn doubled(subject: &Subject<'_, '_>, figure: &Figure<'_>, unit: &str, out: &mut Findings<'_, '_>) {
    let start = figure.number.start as usize;
    if !one_of(before(subject.text, start), set!("到达为共次")) {
        return;
    }
    let left = &subject.text[step_back(subject.text, start, 4)..start];
    let left = left.strip_end_any(words!("达到 达 为 共")).unwrap_or(left);
    let Some(measure) = left.strip_suffix('次').and_then(|left| left.chars().next_back()) else { return };
    if matches!(measure, '人' | '场' | '户' | '车' | '件') && unit.starts_with(measure) {
        let sentence = &[
            "“{0}次”与“{1}”重复或不一致，宜只在数字后写一次。",
            "“{0}次” and “{1}” say the same twice or differ; write the unit once, behind the number.",
        ];
        out.say(Rule::PersonTimesDoubled, figure.span, sentence, &[&String::from(measure), &unit]);
    }
}

/// 三百五十平方米: a measure, exact, in words.
fn is_measured(figure: &Figure<'_>, number: &str, unit: &str) -> bool {
    matches!(figure.kind, Kind::Area | Kind::Length | Kind::Weight | Kind::Volume | Kind::Energy)
        && figure.bound == Bound::Exact
        && figure.upper.is_none()
        && (unit.chars().count() > 1 || unit == "吨")
        && number.chars().count() > 1
        && number.chars().any(|ch| han_digit(ch).is_some())
}

/// A whole number, or one of few places, in digits; with 万 or 亿 where it is round.
fn arabic(value: Decimal) -> Option<String> {
    let value = value.normal();
    let (coefficient, exponent) = (value.coefficient(), value.exponent());
    match exponent {
        4.. if value.to_f64() >= 1e8 => Some(compose!(Decimal::new(coefficient, exponent - 8), "亿")),
        4.. => Some(compose!(Decimal::new(coefficient, exponent - 4), "万")),
        -3.. if value.to_f64() < 1e8 => Some(compose!(value)),
        _ => None,
    }
}

/// Whether a text keeps to one form of its counts, and of its thousands.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let text = subject.text;
    let (mut digits, mut words, mut with, mut without) = (0, 0, 0, 0);
    for figure in subject.figures {
        digits += u32::from(is_arabic(text, figure));
        words += u32::from(is_worded(text, figure));
        match separated(text, figure) {
            Some(true) => with += 1,
            Some(false) => without += 1,
            None => {}
        }
    }
    for figure in subject.figures {
        let number = &text[figure.number];
        // A few in words among many in digits are a slip; more are the text's way.
        if words > 0 && digits >= 3 * words && is_worded(text, figure) {
            let sentence = &[
                "同类数字形式应一致，本文别处用阿拉伯数字。",
                "Numbers of one kind should have one form; elsewhere the text has Arabic numerals.",
            ];
            out.say(Rule::MixedForms, figure.number, sentence, &[]);
        }
        let minority = if with > without { Some(false) } else { Some(true) };
        if with > 0 && without > 0 && separated(text, figure) == minority {
            let sentence = &[
                "千分撇或全用，或全不用，本文两种并存。",
                "Commas of thousands stand in all numbers or in none; the text has both.",
            ];
            let right: String =
                if minority == Some(true) { number.chars().filter(|ch| *ch != ',').collect() } else { grouped(number) };
            out.say_right(Rule::SeparatorMixed, figure.number, sentence, right);
        }
    }
}

/// 三十五家: a count of more than ten in words, exact. 十五条 is a policy by its name.
fn is_worded(text: &str, figure: &Figure<'_>) -> bool {
    let number = &text[figure.number];
    !is_arabic(text, figure)
        && (matches!(figure.kind, Kind::Count | Kind::Money) || figure.unit.as_deref() == Some("天"))
        && figure.bound == Bound::Exact
        && figure.upper.is_none()
        && figure.value.to_f64() > 10.0
        && figure.value.to_f64() < 1e8
        && figure.unit.as_deref().is_some_and(|unit| unit != "条")
        && !names_programme(text, figure)
        && number.chars().count() > 1
        && number.chars().all(|ch| han_digit(ch).is_some() || crate::chars::han_power(ch).is_some())
        && number.chars().any(|ch| han_digit(ch).is_some())
}

/// 十二项民生工程, 十一项攻坚行动, 十一个方面工作: the number is a part of a name, or of what is told of in words.
fn names_programme(text: &str, figure: &Figure<'_>) -> bool {
    let end = figure.span.end as usize;
    let behind = &text[end..step_on(text, end, 8)];
    let behind = behind.find_of(set!("，,。；;、")).map_or(behind, |stop| &behind[..stop]);
    behind.starts_with("方面")
        || figure.unit.as_deref().is_some_and(|unit| unit.is_any(words!("项 大")))
            && behind.has_any(words!("工程 行动 计划 举措"))
}

/// Whether a number of five digits or more before its point has the commas of thousands.
fn separated(text: &str, figure: &Figure<'_>) -> Option<bool> {
    let number = &text[figure.number];
    let whole = number.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b',');
    let (length, commas) = whole.fold((0, 0), |(length, commas), byte| (length + 1, commas + u32::from(byte == b',')));
    if figure.upper.is_some() || commas == 0 && length < 5 { None } else { Some(commas > 0) }
}

/// 12680 with the comma of thousands.
fn grouped(number: &str) -> String {
    let whole = number.find_if(&|ch| !ch.is_ascii_digit()).unwrap_or(number.len());
    let mut out = String::new();
    for (place, ch) in number.char_indices() {
        if place > 0 && place < whole && (whole - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(ch);
    }
    out
}
