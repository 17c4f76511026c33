//! Numbers that no longer fit each other: what can be calculated in the reports stands, by hand, in `relations.txt`.

use super::clean::{Clean, Planted};
use std::ops::Range;

/// One calculation: its kind, and the places of its numbers with their units.
struct Calculation {
    kind: String,
    words: Vec<Range<usize>>,
}

/// Those of a report.
fn calculations(clean: &Clean) -> Vec<Calculation> {
    let mut out = Vec::new();
    for line in include_str!("relations.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split(" | ");
        let (name, kind, words) = (fields.next().unwrap(), fields.next().unwrap(), fields.next().unwrap());
        if name != clean.name {
            continue;
        }
        let paragraph = clean.lines().into_iter().find_map(|(start, line)| {
            let places: Option<Vec<_>> = words.split(' ').map(|word| place_of(line, word)).collect();
            Some(places?.into_iter().map(|place| start + place.start..start + place.end).collect())
        });
        let words = paragraph.unwrap_or_else(|| panic!("{name}: {words} do not stand in one paragraph"));
        out.push(Calculation { kind: kind.to_owned(), words });
    }
    out
}

/// Where a number with its unit stands in a line, and not inside a longer number.
fn place_of(line: &str, word: &str) -> Option<Range<usize>> {
    let whole = |at: &usize| !line[..*at].ends_with(|ch: char| ch.is_ascii_digit() || ch == '.');
    let at = line.match_indices(word).map(|(at, _)| at).find(whole)?;
    Some(at..at + word.len())
}

pub(crate) fn planted(rule: &str, clean: &Clean) -> Option<Vec<Planted>> {
    let slips_of = |kind: &str| {
        let all = calculations(clean);
        let mut out = Vec::new();
        for calculation in all.iter().filter(|calculation| calculation.kind == kind) {
            for span in &calculation.words {
                out.extend(slips(&clean.text[span.clone()]).iter().map(|slip| spoilt(clean, calculation, span, slip)));
            }
        }
        out
    };
    Some(match rule {
        "sum-mismatch" => slips_of("sum"),
        "sum-near" => open_sums(clean),
        "rate-mismatch" => slips_of("rate"),
        "change-mismatch" => slips_of("change"),
        "flow-mismatch" => slips_of("flow"),
        "conversion-mismatch" => slips_of("conversion"),
        "average-mismatch" => near(clean, "average"),
        "shares-mismatch" => near(clean, "shares"),
        "part-exceeds" => greater_parts(clean),
        "rate-cut" => cut_rates(clean),
        "percent-point" => clean.instead("个百分点", "%"),
        "value-differs" => repeats(clean),
        "claim-count" => claims(clean),
        _ => return None,
    })
}

/// What a slip of the pen makes of a number: two neighbouring digits swapped, the first digit another.
fn slips(words: &str) -> Vec<String> {
    let digits: Vec<usize> = words.char_indices().filter(|(_, ch)| ch.is_ascii_digit()).map(|(at, _)| at).collect();
    let mut out = Vec::new();
    let swap = digits.windows(2).rev().find(|pair| words.as_bytes()[pair[0]] != words.as_bytes()[pair[1]]);
    if let Some(pair) = swap {
        let mut bytes = words.as_bytes().to_vec();
        bytes.swap(pair[0], pair[1]);
        let swapped = String::from_utf8(bytes).unwrap();
        // 90 → 09 is no number that anybody writes.
        if !swapped.starts_with('0') || words.starts_with("0.") {
            out.push(swapped);
        }
    }
    let first = words.as_bytes()[digits[0]];
    let other = if first == b'9' { '8' } else { char::from(first + 1) };
    out.push(format!("{other}{}", &words[1..]));
    out
}

/// The report with one number of a calculation changed; a finding may stand at any of its numbers.
fn spoilt(clean: &Clean, calculation: &Calculation, span: &Range<usize>, new: &str) -> Planted {
    let start = calculation.words.iter().map(|words| words.start).min().unwrap();
    let end = calculation.words.iter().map(|words| words.end).max().unwrap();
    let mut planted = clean.with(span.clone(), new);
    planted.at = start..end + new.len() - span.len();
    planted
}

/// Averages and shares are only told of where they nearly fit: one digit off by one or two.
fn near(clean: &Clean, kind: &str) -> Vec<Planted> {
    let mut out = Vec::new();
    for calculation in calculations(clean).iter().filter(|calculation| calculation.kind == kind) {
        let spoil = if kind == "shares" { &calculation.words[..] } else { &calculation.words[..1] };
        for span in spoil {
            let words = &clean.text[span.clone()];
            // The second digit of 39.3% and of 750元.
            let Some(at) = words.char_indices().filter(|(_, ch)| ch.is_ascii_digit()).map(|(at, _)| at).nth(1) else {
                continue;
            };
            for step in [1, 2] {
                let digit = (words.as_bytes()[at] - b'0' + step) % 10;
                if words.as_bytes()[at] - b'0' + step < 10 {
                    out.push(spoilt(clean, calculation, span, &format!("{}{digit}{}", &words[..at], &words[at + 1..])));
                }
            }
        }
    }
    out
}

/// 其中48次 of 312次 becomes 其中480次.
fn greater_parts(clean: &Clean) -> Vec<Planted> {
    let mut out = Vec::new();
    for calculation in calculations(clean).iter().filter(|calculation| calculation.kind == "part") {
        let [whole, part] = [0, 1].map(|place| calculation.words[place].clone());
        let value = |words: &str| words.trim_end_matches(|ch: char| !ch.is_ascii_digit()).parse::<f64>().unwrap();
        let (total, unit) = (
            value(&clean.text[whole]),
            clean.text[part.clone()].trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '.'),
        );
        for times in [1.1, 2.0, 10.0] {
            let more = if total.fract() == 0.0 {
                format!("{}", (total * times).ceil())
            } else {
                format!("{:.1}", total * times)
            };
            out.push(spoilt(clean, calculation, &part, &format!("{more}{unit}")));
        }
    }
    out
}

/// 97.9% for 97.94% and 90.3% for 90.32% are right; 91.5% for 91.58% was cut.
fn cut_rates(clean: &Clean) -> Vec<Planted> {
    let mut out = Vec::new();
    for calculation in calculations(clean).iter().filter(|calculation| calculation.kind == "rate") {
        let number = |place: usize| {
            let words = &clean.text[calculation.words[place].clone()];
            let digits = words.trim_end_matches(|ch: char| !ch.is_ascii_digit());
            digits.parse::<f64>().unwrap()
                * if words.contains('亿') {
                    1e8
                } else if words.contains('万') {
                    1e4
                } else {
                    1.0
                }
        };
        let quotient = number(1) / number(2) * 100.0;
        for places in [0, 1] {
            let scale = f64::from(10i32.pow(places));
            let cut = (quotient * scale).floor() / scale;
            let rounded = (quotient * scale).round() / scale;
            // A tie or what is plainly equal is cut by nobody.
            if cut < rounded && (quotient - cut) * scale > 0.55 {
                let words = format!("{cut:.0$}%", places as usize);
                out.push(spoilt(clean, calculation, &calculation.words[0], &words));
            }
        }
    }
    out
}

/// The same quantity once more, at the end of another paragraph, with another value.
/// Amounts of a total, the last digit of which is wrong: as if a small part had been left out.
fn open_sums(clean: &Clean) -> Vec<Planted> {
    let lines: Vec<(usize, &str)> = clean.lines().into_iter().filter(|(_, line)| line.chars().count() > 60).collect();
    let places = lines.iter().enumerate();
    let planted = places.map(|(place, (at, line))| {
        let parts = [310 + 17 * place, 204 + 23 * place];
        let total = parts[0] + parts[1] + 4;
        let [a, b, sum] = [parts[0], parts[1], total].map(|cents| format!("{}.{:02}亿元", cents / 100, cents % 100));
        let words = format!("全年完成投资{sum}，其中道路建设{a}、供水改造{b}。");
        let end = at + line.len();
        let text = format!("{}{words}{}", &clean.text[..end], &clean.text[end..]);
        Planted { text, at: end..end + words.len() }
    });
    planted.collect()
}

fn repeats(clean: &Clean) -> Vec<Planted> {
    let mut out = Vec::new();
    let lines: Vec<(usize, &str)> = clean.lines().into_iter().filter(|(_, line)| line.chars().count() > 60).collect();
    for (place, (at, line)) in lines.iter().enumerate().take(lines.len() - 1) {
        let value = 20 + place * 7;
        let first = format!("2022年末，全域网格员队伍总人数{value}人。");
        let again = format!("2022年末，全域网格员队伍总人数{}人。", value + 3);
        let (next, behind) = lines[place + 1];
        let text = format!(
            "{}{first}{}{again}{}",
            &clean.text[..at + line.len()],
            &clean.text[at + line.len()..next + behind.len()],
            &clean.text[next + behind.len()..],
        );
        let end = next + behind.len() + first.len() + again.len();
        out.push(Planted { text, at: at + line.len()..end });
    }
    out
}

/// Announced numbers that are one off: 三方面工作, 以下三条建议.
fn claims(clean: &Clean) -> Vec<Planted> {
    let announced = ["三方面工作", "五方面工作", "三项措施", "三条建议", "4个部门"];
    let mut out = Vec::new();
    for words in announced {
        let (number, rest) = words.split_at(words.chars().next().unwrap().len_utf8());
        let others = match number {
            "三" => ["二", "四", "五"],
            "五" => ["三", "四", "六"],
            _ => ["3", "2", "5"],
        };
        for other in others {
            out.extend(
                clean
                    .instead(words, &format!("{other}{rest}"))
                    .into_iter()
                    .map(|planted| Planted { at: 0..planted.text.len(), ..planted }),
            );
        }
    }
    out
}
