//! The names of units: one for each thing measured, none of the street.

use crate::chars::after;
use crate::findings::{Findings, SHOULD_BE, Subject};
use crate::rules::Rule;
use crate::search::{Search, Words, words};

/// Names that are not the legal ones, each with the name to use.
const NAMES: &[(&str, &str)] =
    &[("平米", "平方米"), ("公分", "厘米"), ("公升", "升"), ("立方", "立方米"), ("平方", "平方米")];

/// The names of one unit, the usual one first.
const ALIKE: [&Words; 6] = [
    words!("平方米 ㎡ m² m2 平米"),
    words!("公里 千米 km"),
    words!("公斤 千克 kg"),
    words!("立方米 m³ m3 立方"),
    words!("千瓦时 kWh 度"),
    words!("平方公里 平方千米 km²"),
];

/// All of these.
const KNOWN: &Words =
    words!("平方米 ㎡ m² m2 平米 公里 千米 km 公斤 千克 kg 立方米 m³ m3 立方 千瓦时 kWh 度 平方公里 平方千米 km²");

/// What is wrong with the units.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    // How often each name of each unit stands in the text.
    let mut used = [[0u32; 8]; ALIKE.len()];
    let place = |unit: &str| {
        // Nearly every unit is another.
        let family = if unit.is_any(KNOWN) { ALIKE.iter().position(|names| unit.is_any(names)) } else { None };
        family.and_then(|family| Some((family, ALIKE[family].each().position(|name| name == unit)?)))
    };
    let units = || subject.figures.iter().filter_map(|figure| Some((figure, figure.unit.as_deref()?)));
    for (_, unit) in units() {
        if let Some((family, name)) = place(unit) {
            used[family][name] += 1;
        }
    }
    let mixed = used.iter().any(|family| family.iter().filter(|count| **count > 0).nth(1).is_some());
    for (figure, unit) in units() {
        if unit.is_any(words!("平米 公分 公升 立方 平方"))
            && let Some((wrong, right)) = NAMES.iter().find(|(name, _)| *name == unit)
        {
            out.say(Rule::UnitSlang, figure.span, SHOULD_BE, &[wrong, right]);
        } else if let Some((family, name)) = if mixed { place(unit) } else { None } {
            let most = used[family].iter().max().copied().unwrap_or(0);
            let usual = used[family].iter().position(|count| *count == most).unwrap_or(name);
            if usual != name {
                let right = ALIKE[family].each().nth(usual).unwrap_or_default();
                let sentence = &[
                    "同一单位写法宜统一，本文别处用“{0}”。",
                    "A unit should have one name throughout; elsewhere the text has “{0}”.",
                ];
                out.say(Rule::UnitMixed, figure.span, sentence, &[&right]);
            }
        }
        if unit == "亩" && !matches!(after(subject.text, figure.span.end as usize), Some('（' | '(')) {
            let sentence = &[
                "“亩”不是法定计量单位，宜换算为公顷，或加注公顷数。",
                "“亩” is no legal unit; convert it to hectares, or add the hectares in brackets.",
            ];
            out.say(Rule::MuHectare, figure.span, sentence, &[]);
        }
    }
}
