//! A comparison as one table: a row a pair, and a row a figure that has no partner. Names of closed sets are those of the JSON.

use super::Compared;
use super::said::Words;
use gangmu::{Language, Offsets, Side};
use std::borrow::Cow;

/// What the table has of each figure.
const OF_FIGURE: [&str; 7] = ["indicator", "value", "upper", "unit", "words", "start", "end"];

pub(super) fn table(compared: &Compared<'_>, language: Language) -> String {
    let said = Words::of(language);
    let offsets = compared.reports.each_ref().map(|report| Offsets::new(report.text));
    let figure = |side: usize, number: Option<u32>| -> Vec<String> {
        let Some(number) = number else { return vec![String::new(); OF_FIGURE.len()] };
        let figure = compared.figure(side, number);
        let place = |byte: u32| offsets[side].utf16(byte as usize).to_string();
        vec![
            guarded(&figure.indicator).into(),
            figure.value.to_string(),
            figure.upper.map_or_else(String::new, |upper| upper.to_string()),
            guarded(figure.unit.as_deref().unwrap_or_default()).into(),
            guarded(&compared.written(side, number)).into(),
            place(figure.span.start),
            place(figure.span.end),
        ]
    };
    let mut out = String::new();
    let sides = ["csv-first", "csv-second"].into_iter();
    let figures =
        sides.flat_map(|side| OF_FIGURE.map(|key| said.with(side, &[&said.say(&format!("csv-{key}"))])).into_iter());
    let ends = ["difference", "percent", "confidence", "remarks", "reason"].map(|key| said.say(&format!("csv-{key}")));
    write_row(&mut out, [said.say("csv-report")].into_iter().chain(figures).chain(ends));
    for pair in &compared.comparison.pairs {
        let remarks: Vec<_> = pair.remarks.iter().map(|remark| remark.name()).collect();
        let number = |number: Option<gangmu::Decimal>| number.map_or_else(String::new, |number| number.to_string());
        let ends = [
            number(pair.difference),
            number(pair.percent),
            pair.confidence.name().into(),
            remarks.join(" "),
            String::new(),
        ];
        let figures = figure(0, Some(pair.first)).into_iter().chain(figure(1, Some(pair.second)));
        write_row(&mut out, ["both".into()].into_iter().chain(figures).chain(ends));
    }
    for alone in &compared.comparison.alone {
        let of = |side| Some(alone.figure).filter(|_| alone.report == side);
        let figures = figure(0, of(Side::First)).into_iter().chain(figure(1, of(Side::Second)));
        let ends = [const { String::new() }; 4].into_iter().chain([alone.reason.name().into()]);
        write_row(&mut out, [alone.report.name().into()].into_iter().chain(figures).chain(ends));
    }
    out
}

/// A spreadsheet would take these for a formula.
fn guarded(words: &str) -> Cow<'_, str> {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{words}").into() } else { words.into() }
}

fn write_row(out: &mut String, cells: impl Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            out.push(',');
        }
        out.push_str(&crate::several::cell(&cell));
    }
    out.push_str("\r\n");
}
