//! A number with its unit, as it stands in the text: 220余条, 1-2场, 15%～30%, 百分之九十五, 四分之三.

use crate::chars::{Set, after, before, digit, han_digit, is_comma, is_han, is_letter, is_sentence_stop, one_of};
use crate::decimal::Decimal;
use crate::numeral::{self, Numeral, Script, begins};
use crate::own_words::OwnWords;
use crate::report::Kind;
use crate::search::{Search, set, words};
use crate::span::Span;
use crate::units::{self, UnitMatch, Use};

/// A number, perhaps with a unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quantity {
    /// From the first numeral to the last, without a hedge behind it.
    pub(crate) number: Span,
    /// To the end of the unit.
    pub(crate) end: usize,
    pub(crate) value: Option<Decimal>,
    pub(crate) upper: Option<Decimal>,
    /// The unit's place; `None` where there is none.
    pub(crate) unit: Option<Span>,
    pub(crate) kind: Kind,
    pub(crate) use_: Use,
    /// The first number as it was read, with its inner hedge.
    pub(crate) numeral: Numeral,
    /// Per cent in words, a fraction, a proportion: the unit is in the number.
    pub(crate) worded: bool,
    /// The unit without the hedge that parts it: 个月 of 3个多月.
    pub(crate) parted: Option<&'static str>,
}

/// Marks and words between the ends of a range.
fn range_mark(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let first = chars.next()?;
    match first {
        '-' | '－' | '–' | '~' | '～' | '∼' | '至' | '到' => Some(first.len_utf8()),
        '—' | '―' => Some(if chars.next() == Some(first) { first.len_utf8() * 2 } else { first.len_utf8() }),
        _ => None,
    }
}

/// The unit at byte `at`, with the spaces before it.
fn unit_at<'w>(text: &str, at: usize, end: usize, own: &'w OwnWords) -> Option<(Span, UnitMatch<'w>)> {
    let rest = text.get(at..end)?;
    let gap = units::gap(rest);
    let found = units::scan(&rest[gap..], own)?;
    Some((Span::new(at + gap, at + gap + found.length), found))
}

/// Reads the quantity that begins at byte `at`, no further than byte `end`.
pub(crate) fn scan(text: &str, at: usize, end: usize, own: &OwnWords) -> Option<Quantity> {
    if let Some(share) = scan_share(text, at, end) {
        return Some(share);
    }
    let mut first = numeral::scan(text, at, end)?;
    if let Some(fraction) = scan_fraction(text, &first, end) {
        return Some(fraction);
    }
    // 八十一点二岁: a fraction in words, where a unit follows that is no time of day.
    if first.script == Script::Han
        && let Some((value, point_end)) = with_point(text, &first, end).filter(|(_, to)| *to > first.span.end as usize)
        && unit_at(text, point_end, end, own).is_some_and(|(_, found)| !matches!(found.unit.name, "分" | "分钟"))
    {
        (first.value, first.span.end) = (Some(value), point_end as u32);
        first.hedge = None;
    }
    if first.script == Script::Arabic
        && let gap @ 1.. = units::gap(text.get(first.span.end as usize..end)?)
        && let Some(scaled) = numeral::with_parted_scale(text, &first, gap, end)
        && unit_at(text, scaled.end(), end, own).is_some()
    {
        first = scaled;
    }
    let mut quantity = Quantity {
        number: first.span,
        end: first.span.end as usize,
        value: first.value,
        upper: first.upper,
        unit: None,
        kind: Kind::Count,
        use_: Use::Any,
        numeral: first,
        worded: false,
        parted: None,
    };
    if let Some(proportion) = scan_proportion(text, &quantity, end) {
        return Some(proportion);
    }
    if let Some((number, second)) = range_without_unit(text, &first, end) {
        quantity.number = number;
        quantity.end = second.span.end as usize;
        (quantity.value, quantity.upper) = ends(&first, &second)?;
        // The hedge and the place of the unit are those of the second number.
        quantity.numeral.hedge = second.hedge.or(first.hedge);
        quantity.numeral.scale = second.scale;
    }
    if let Some(whole) = scan_parted(text, &quantity, end) {
        return Some(whole);
    }
    if let Some(whole) = scan_half(text, &quantity, end, own).or_else(|| scan_tenths(text, &quantity, end)) {
        return Some(whole);
    }
    let behind = quantity.numeral.end().max(quantity.end);
    let Some((unit, found)) = unit_at(text, behind, end, own) else {
        if let Some(unit) = rare_measure_word(text, &quantity, behind, end) {
            quantity.unit = Some(unit);
            quantity.end = unit.end as usize;
        }
        return Some(quantity);
    };
    quantity.unit = Some(unit);
    quantity.kind = found.unit.kind;
    quantity.use_ = if found.compound { Use::Any } else { found.unit.use_ };
    quantity.end = unit.end as usize;
    if quantity.upper.is_none() {
        range_with_units(text, &mut quantity, unit, end, own);
    }
    Some(quantity)
}

/// 墓穴147穴, 大棚36垄: one character between digits and the end of the clause, a noun before them, is a measure word
/// though the table lacks it. 318线, 2时, 500强 and 90后 are names, times and ranks.
fn rare_measure_word(text: &str, quantity: &Quantity, at: usize, end: usize) -> Option<Span> {
    const NAMES: &Set =
        set!("线号路期届级代版型楼室街房会星强后前时点中优良类等位名季度月日年周初末底余多来几的了和与及或至到则");
    let rest = text.get(at..end)?;
    let word = rest.chars().next().filter(|ch| is_han(*ch) && !one_of(Some(*ch), NAMES))?;
    // 乘次, 航次.
    let behind = &rest[word.len_utf8()..];
    let behind = behind.strip_prefix('次').unwrap_or(behind);
    let closed = behind.starts_if(&|ch| is_comma(ch) || is_sentence_stop(ch));
    let left = &text[..quantity.number.start as usize];
    let noun = left.ends_if(&is_han) && !left.ends_of(set!("第道线路号共为至到年月日"));
    (closed && noun && quantity.numeral.script == Script::Arabic && !begins(word))
        .then(|| Span::new(at, at + rest.len() - behind.len()))
}

/// 3个多月, 两个多小时: the hedge stands inside the unit.
fn scan_parted(text: &str, quantity: &Quantity, end: usize) -> Option<Quantity> {
    let at = quantity.number.end as usize;
    let behind = text.get(at..end)?.strip_prefix('个')?;
    let hedge = behind.chars().next().filter(|ch| matches!(ch, '多' | '余'))?;
    let noun = &behind[hedge.len_utf8()..];
    let name = ["个月", "个小时", "个星期", "个季度", "个工作日"]
        .into_iter()
        .find(|name| noun.starts_with(&name['个'.len_utf8()..]))?;
    let from = at + '个'.len_utf8();
    let hedge = Span::new(from, from + hedge.len_utf8());
    Some(Quantity {
        end: hedge.end as usize + name.len() - '个'.len_utf8(),
        unit: Some(Span::new(at, hedge.end as usize + name.len() - '个'.len_utf8())),
        parted: Some(name),
        kind: Kind::Duration,
        numeral: Numeral { hedge: Some(hedge), ..quantity.numeral },
        ..*quantity
    })
}

/// 一个半小时, 两年半: a half behind the measure word.
fn scan_half(text: &str, quantity: &Quantity, end: usize, own: &OwnWords) -> Option<Quantity> {
    let at = quantity.number.end as usize;
    let rest = text.get(at..end)?;
    let (name, unit_end) = if let Some(noun) = rest.strip_prefix("个半") {
        let name = ["个月", "个小时", "个星期", "个季度", "个学期"]
            .into_iter()
            .find(|name| noun.starts_with(&name['个'.len_utf8()..]))?;
        (if name == "个小时" { "小时" } else { name }, at + "半".len() + name.len())
    } else {
        let name = rest.start_among(words!("年半 天半 倍半 亩半 吨半 斤半 成半"))?;
        let word = after(rest, name.len()).is_some_and(|ch| matches!(ch, '年' | '数' | '天' | '月'));
        (name.strip_suffix('半').filter(|_| !word)?, at + name.len())
    };
    let (_, unit) = unit_at(name, 0, name.len(), own)?;
    Some(Quantity {
        end: unit_end,
        value: Some(quantity.value?.checked_add(Decimal::new(5, -1))?),
        upper: None,
        unit: Some(Span::new(at, unit_end)),
        parted: Some(name),
        kind: unit.unit.kind,
        ..*quantity
    })
    .filter(|_| quantity.upper.is_none() && quantity.numeral.hedge.is_none())
}

/// 八成五: a tenth and half a tenth, where nothing follows that 五 could count.
fn scan_tenths(text: &str, quantity: &Quantity, end: usize) -> Option<Quantity> {
    let at = quantity.number.end as usize;
    let behind = text.get(at..end)?.strip_prefix('成')?;
    let tenth = behind.chars().next()?;
    let digit = han_digit(tenth).filter(|digit| *digit > 0)?;
    let rest = &behind[tenth.len_utf8()..];
    let closed =
        rest.chars().next().is_none_or(|ch| !is_letter(ch) || one_of(Some(ch), set!("的以左多上提升增降减扩缩下到")));
    Some(Quantity {
        end: end - rest.len(),
        value: Some(quantity.value?.checked_add(Decimal::new(u64::from(digit), -1))?),
        unit: Some(Span::new(at, end - rest.len())),
        parted: Some("成"),
        kind: Kind::Percent,
        ..*quantity
    })
    .filter(|_| closed && quantity.upper.is_none() && quantity.numeral.hedge.is_none() && quantity.numeral.scale == 0)
}

/// The two ends in order, the first with the scale of the second where it has none: 13～17万 are 13万 and 17万.
fn ends(first: &Numeral, second: &Numeral) -> Option<(Option<Decimal>, Option<Decimal>)> {
    let (low, high) = (first.value?, second.value?);
    let shared = if first.scale == 0 && second.scale >= 4 { low.times_ten_to(second.scale) } else { low };
    Some((Some(shared), Some(high)))
}

/// Whether `low` is below `high`.
fn below(low: Decimal, high: Decimal) -> bool {
    low.to_f64() < high.to_f64()
}

/// `-2` behind 1: the second end of a range whose unit stands only behind the second.
fn range_without_unit(text: &str, first: &Numeral, end: usize) -> Option<(Span, Numeral)> {
    if first.hedge.is_some() || first.upper.is_some() || first.value.is_none() {
        return None;
    }
    let at = first.span.end as usize;
    // 3 - 5 个: a space on either side of the mark.
    let gap = |at: usize| usize::from(text.get(at..end).is_some_and(|rest| rest.starts_with(' ')));
    let before_mark = at + gap(at);
    let mark = range_mark(text.get(before_mark..end)?)?;
    let from = before_mark + mark + gap(before_mark + mark);
    if !after(text, from).is_some_and(numeral::begins) {
        return None;
    }
    let second = numeral::scan(text, from, end).filter(|second| second.script == first.script)?;
    let (low, high) = ends(first, &second)?;
    // 0716-6351234 and 3-1 are no ranges, nor is one that goes on: 1-2-3.
    let goes_on = after(text, second.span.end as usize).is_some_and(|ch| matches!(ch, '-' | '－'));
    if !below(low?, high?) || goes_on || is_dashed(&text[..first.span.start as usize]) {
        return None;
    }
    Some((Span { start: first.span.start, end: second.span.end }, second))
}

/// Whether a dash joins what follows to something before it: 0716-635, or the number of a page in the line, —9— 9.3%. Two dashes
/// begin a line.
fn is_dashed(left: &str) -> bool {
    left.ends_of(set!("-－")) || left.strip_suffix('—').is_some_and(|left| !left.ends_with('—'))
}

/// `～30%` behind 15%, `至17万元` behind 13万元. 从3个到5个 are two figures, not a range.
fn range_with_units(text: &str, quantity: &mut Quantity, unit: Span, end: usize, own: &OwnWords) -> Option<()> {
    let mark = range_mark(text.get(quantity.end..end)?)?;
    let joined_by_word = text[quantity.end..].starts_of(set!("至到"));
    let from_word = text[..quantity.number.start as usize].ends_of(set!("从由自"));
    if joined_by_word && from_word {
        return None;
    }
    let second = numeral::scan(text, quantity.end + mark, end)?;
    let (second_unit, _) = unit_at(text, second.end(), end, own)?;
    if text[second_unit] != text[unit] || !below(quantity.value?, second.value?) {
        return None;
    }
    quantity.number.end = second.span.end;
    quantity.upper = second.value;
    quantity.unit = Some(second_unit);
    quantity.end = second_unit.end as usize;
    Some(())
}

/// 12.3:1 and 2：1: the first number as a multiple of one.
fn scan_proportion(text: &str, first: &Quantity, end: usize) -> Option<Quantity> {
    let at = first.number.end as usize;
    let mark = after(text, at).filter(|ch| matches!(ch, ':' | '：' | '∶'))?;
    let second = numeral::scan(text, at + mark.len_utf8(), end).filter(|second| second.script == Script::Arabic)?;
    let is_one = second.value == Some(Decimal::from(1)) && second.span.len() == 1;
    // 8:30 is a time of day; a third number makes a score or a clock.
    let more = after(text, second.span.end as usize).is_some_and(|ch| matches!(ch, ':' | '：' | '∶' | '.'));
    if first.numeral.script != Script::Arabic || !is_one || more || first.numeral.scale > 0 {
        return None;
    }
    Some(Quantity { end: second.span.end as usize, kind: Kind::Multiple, worded: true, ..*first })
}

/// 百分之九十五, 千分之三.
fn scan_share(text: &str, at: usize, end: usize) -> Option<Quantity> {
    let rest = text.get(at..end)?;
    for (words, power) in [("百分之", 0i8), ("千分之", -1), ("万分之", -2)] {
        let Some(behind) = rest.strip_prefix(words) else { continue };
        let from = at + words.len();
        let first = behind.chars().next().filter(|ch| numeral::begins(*ch))?;
        let numeral = if first == '百' {
            Numeral {
                value: Some(Decimal::from(100)),
                span: Span::new(from, from + first.len_utf8()),
                ..numeral::scan(text, from, end)?
            }
        } else {
            numeral::scan(text, from, end)?
        };
        let (value, number_end) = with_point(text, &numeral, end)?;
        return Some(Quantity {
            number: Span::new(at, number_end),
            end: number_end,
            value: Some(value.times_ten_to(power)),
            upper: None,
            unit: None,
            kind: Kind::Percent,
            use_: Use::Any,
            numeral,
            worded: true,
            parted: None,
        });
    }
    None
}

/// 四分之三, 1/4: the second number behind the first one, `below`.
fn scan_fraction(text: &str, below: &Numeral, end: usize) -> Option<Quantity> {
    let (at, behind, below) = (below.span.start as usize, below.span.end as usize, *below);
    let bar = if text.get(behind..end)?.starts_with("分之") {
        "分之".len()
    } else if below.script == Script::Arabic && after(text, behind) == Some('/') && below.scale == 0 {
        1
    } else {
        return None;
    };
    let above = numeral::scan(text, behind + bar, end).filter(|above| above.script == below.script)?;
    let more = after(text, above.span.end as usize).is_some_and(|ch| ch == '/' || digit(ch).is_some());
    let led = before(text, at).is_some_and(|ch| ch == '/' || ch.is_ascii_alphanumeric());
    // 四分之三 is three by four, 3/4 three by four: the words say the lower number first.
    let (numerator, denominator) = if bar == 1 { (below, above) } else { (above, below) };
    if more || led || bar == 1 && denominator.value.is_none_or(|value| value.to_f64() > 12.0) {
        return None;
    }
    let value = quotient(numerator.value?, denominator.value?)?;
    Some(Quantity {
        number: Span::new(at, above.span.end as usize),
        end: above.span.end as usize,
        value: Some(value),
        upper: None,
        unit: None,
        kind: Kind::Multiple,
        use_: Use::Any,
        numeral: Numeral { hedge: above.hedge, ..below },
        worded: true,
        parted: None,
    })
}

/// 九十五点五: the fraction in words behind a whole number.
fn with_point(text: &str, whole: &Numeral, end: usize) -> Option<(Decimal, usize)> {
    let value = whole.value?;
    let at = whole.span.end as usize;
    let point = '点'.len_utf8();
    if after(text, at) != Some('点') {
        return Some((value, at));
    }
    let Some(fraction) = numeral::scan(text, at + point, end).filter(|fraction| fraction.script == Script::Han) else {
        return Some((value, at));
    };
    let places = text[fraction.span].chars().count() as i8;
    let sum = fraction.value.and_then(|digits| value.checked_add(digits.times_ten_to(-places)));
    Some(sum.map_or((value, at), |sum| (sum, fraction.span.end as usize)))
}

/// `a / b` where it has an exact decimal.
fn quotient(a: Decimal, b: Decimal) -> Option<Decimal> {
    let (a, b) = (a.normal(), b.normal());
    let divisor = b.coefficient();
    if divisor == 0 {
        return None;
    }
    let mut scaled = a.coefficient();
    for places in 0..12i8 {
        if scaled % divisor == 0 {
            return Some(Decimal::new(scaled / divisor, a.exponent() - b.exponent() - places));
        }
        scaled = scaled.checked_mul(10)?;
    }
    None
}
