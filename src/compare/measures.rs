//! Measure words that may stand for one another.

use crate::lexicon::lexicon;
use crate::report::{Figure, Kind};
use crate::units;

lexicon! {
    /// Measure words by what they count: matters, entries, people, doings of people, occasions, places and firms, papers, machines.
    MEASURES: u8 {
        MATTERS => "件" "起" "宗" "桩" "案" "单";
        ENTRIES => "条" "项" "款";
        PEOPLE => "人" "名" "位";
        DOINGS => "人次" "户次" "家次" "车次";
        4 => "次" "场" "场次" "期" "堂" "轮" "回" "班次" "批次" "批" "节" "课";
        5 => "处" "所" "座" "家" "户" "间" "点";
        6 => "份" "本" "册" "张" "篇";
        7 => "台" "辆" "套" "架" "台套";
    }
}

const MATTERS: u8 = 0;
const ENTRIES: u8 = 1;
const PEOPLE: u8 = 2;
const DOINGS: u8 = 3;

fn measure(unit: &str) -> Option<u8> {
    MEASURES.longest_below(unit, usize::MAX).filter(|(word, _)| word.len() == unit.len()).map(|(_, group)| group)
}

/// 1 for the same unit, less for one that could stand in its place, 0 for one that counts something else; `None` where one counts people
/// and the other does not: 批次 and 人次 are never the same.
pub(super) fn unit_likeness(a: &Figure<'_>, b: &Figure<'_>) -> Option<f64> {
    let units = [a, b].map(|figure| figure.unit.as_deref().unwrap_or_default());
    if units[0] == units[1] {
        return Some(1.0);
    }
    if a.kind != Kind::Count {
        // 亩 and 公顷 are rare enough to be a sign by themselves.
        return Some(if units.iter().all(|unit| units::factor(unit).is_some()) { 0.9 } else { 0.2 });
    }
    let measures = units.map(measure);
    let of_people = |measure: Option<u8>| matches!(measure, Some(PEOPLE | DOINGS));
    match measures {
        [Some(first), Some(second)] if first == second => Some(0.8),
        [Some(MATTERS), Some(ENTRIES)] | [Some(ENTRIES), Some(MATTERS)] => Some(0.6),
        _ if !units.contains(&"人")
            && (units[0].strip_suffix('次') == Some(units[1]) || units[1].strip_suffix('次') == Some(units[0])) =>
        {
            Some(0.6)
        }
        [first, second] if of_people(first) != of_people(second) => {
            // 个 counts anything but people, 例 people too.
            let known = first.is_some() && second.is_some() || units.contains(&"个");
            (!known).then_some(0.4)
        }
        [Some(_), Some(_)] => Some(0.0),
        _ => Some(0.4),
    }
}
