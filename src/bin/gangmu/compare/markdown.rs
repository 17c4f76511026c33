//! A comparison to read: a table each for pairs, lone figures, plans, outlines and the five parts.

use super::Compared;
use super::said::Words;
use gangmu::{Heading, Kind, Language, Pair, PlanState, Report, Role, Side, Span};
use std::collections::HashSet;
use std::fmt::Display;

/// A table under its heading.
struct Table {
    heading: String,
    /// What is said where it has no rows.
    none: String,
    head: Vec<String>,
    /// How many columns behind the first are numbers.
    numbers: usize,
    rows: Vec<Vec<String>>,
}

pub(super) fn text(compared: &Compared<'_>, language: Language) -> String {
    let said = &Words::of(language);
    let names = &names(compared, said);
    let mut out = format!("# {}\n\n", cell(&said.with("title", &[&names[0], &names[1]])));
    for ((name, file), report) in names.iter().zip(compared.names).zip(&compared.reports) {
        let title = report.metadata.title.as_deref();
        let about = title.map_or_else(|| file.into(), |title| format!("{title}{}", said.with("file", &[file])));
        out.extend(["- ", &cell(name), &said.say("colon"), &cell(&about), "\n"]);
    }
    for table in [
        pairs(compared, names, said),
        alone(compared, names, said),
        plans(compared, names, said),
        sections(compared, names, said),
        parts(compared, names, said),
    ] {
        table.write(&mut out);
    }
    out
}

/// What tells the two apart: the year, the place, or the file.
fn names(compared: &Compared<'_>, said: &Words) -> [String; 2] {
    let [first, second] = compared.reports.each_ref().map(|report| &report.metadata);
    match (first.year.zip(second.year), first.place.as_deref().zip(second.place.as_deref())) {
        (Some((one, other)), _) if one != other => [one, other].map(|year| said.with("year", &[&year.to_string()])),
        (_, Some((one, other))) if one != other => [one, other].map(String::from),
        _ => compared.names.map(String::from),
    }
}

fn pairs(compared: &Compared<'_>, names: &[String; 2], said: &Words) -> Table {
    let pairs = &compared.comparison.pairs;
    let (mut once, mut twice) = (HashSet::new(), HashSet::new());
    for pair in pairs {
        let indicator = &*compared.figure(1, pair.second).indicator;
        if !once.insert(indicator) {
            twice.insert(indicator);
        }
    }
    let [first, second] = names.clone();
    Table {
        heading: said.with("pairs", &[&pairs.len().to_string()]),
        none: said.say("no-pairs"),
        head: [said.say("indicator"), first, second]
            .into_iter()
            .chain(["difference", "percent", "confidence", "remarks"].map(|key| said.say(key)))
            .collect(),
        numbers: 4,
        rows: pairs.iter().map(|pair| pair_row(compared, pair, &twice, said)).collect(),
    }
}

fn pair_row(compared: &Compared<'_>, pair: &Pair, twice: &HashSet<&str>, said: &Words) -> Vec<String> {
    let (before, figure) = (compared.figure(0, pair.first), compared.figure(1, pair.second));
    // 矛盾纠纷（受理）, 矛盾纠纷（化解）.
    let indicator = match figure.action.as_deref().filter(|_| twice.contains(&*figure.indicator)) {
        _ if compared.comparison.growths[1].binary_search(&pair.second).is_ok() => {
            said.with("growth", &[&figure.indicator])
        }
        Some(action) => said.with("acted", &[&figure.indicator, action]),
        None => figure.indicator.to_string(),
    };
    let difference = pair.difference.map_or_else(String::new, |difference| match figure.kind {
        Kind::Percent => said.with("points", &[&signed(difference)]),
        _ => {
            signed(difference.in_scale_of(&compared.written(1, pair.second)))
                + figure.unit.as_deref().unwrap_or_default()
        }
    });
    let percent = pair.percent.map_or_else(String::new, |percent| signed(percent) + "%");
    let remarks: Vec<_> = pair.remarks.iter().map(|remark| said.with(remark.name(), &[&before.indicator])).collect();
    vec![
        indicator,
        compared.written(0, pair.first),
        compared.written(1, pair.second),
        difference,
        percent,
        said.say(pair.confidence.name()),
        remarks.join(&said.say("separator")),
    ]
}

/// With a sign where it is not zero.
fn signed(number: impl Display) -> String {
    let number = number.to_string();
    let is_zero = !number.contains(|digit: char| matches!(digit, '1'..='9'));
    if is_zero || number.starts_with('-') { number } else { format!("+{number}") }
}

fn alone(compared: &Compared<'_>, names: &[String; 2], said: &Words) -> Table {
    let alone = &compared.comparison.alone;
    let row = |alone: &gangmu::Alone| {
        let side = usize::from(alone.report == Side::Second);
        let indicator = &*compared.figure(side, alone.figure).indicator;
        let indicator = if indicator.is_empty() { said.say("none") } else { indicator.into() };
        vec![names[side].clone(), indicator, compared.written(side, alone.figure), said.say(alone.reason.name())]
    };
    Table {
        heading: said.with("alone", &[&alone.len().to_string()]),
        none: said.say("no-alone"),
        head: ["where", "indicator", "words", "reason"].map(|key| said.say(key)).into(),
        numbers: 0,
        rows: alone.iter().map(row).collect(),
    }
}

fn plans(compared: &Compared<'_>, [first, second]: &[String; 2], said: &Words) -> Table {
    let plans = &compared.comparison.plans;
    let count = |state| plans.iter().filter(|plan| plan.state == state).count().to_string();
    let words = |side: usize, span: Span| compared.reports[side].text[span].to_owned();
    let row = |plan: &gangmu::Plan| {
        let found = plan.found.map_or_else(String::new, |span| words(1, span));
        vec![words(0, plan.span), said.say(plan.state.name()), said.say(plan.confidence.name()), found]
    };
    let counts = [
        &plans.len().to_string(),
        &count(PlanState::WithFigure),
        &count(PlanState::TakenUp),
        &count(PlanState::NotMentioned),
    ];
    Table {
        heading: said.with("plans", &counts.map(|count| count.as_str())),
        none: said.say("no-plans"),
        head: vec![
            said.with("planned", &[first]),
            said.say("state"),
            said.say("confidence"),
            said.with("found", &[second]),
        ],
        numbers: 0,
        rows: plans.iter().map(row).collect(),
    }
}

fn sections(compared: &Compared<'_>, [first, second]: &[String; 2], said: &Words) -> Table {
    let heading = |side: usize, path: &Option<Vec<u32>>| {
        path.as_deref().map_or_else(String::new, |path| heading_at(&compared.reports[side], path))
    };
    let row = |pair: &gangmu::SectionPair| {
        vec![heading(0, &pair.first), said.say(pair.state.name()), heading(1, &pair.second)]
    };
    Table {
        heading: said.say("sections"),
        none: said.say("no-sections"),
        head: vec![first.clone(), said.say("change"), second.clone()],
        numbers: 0,
        rows: compared.comparison.sections.iter().map(row).collect(),
    }
}

fn heading_at(report: &Report<'_>, path: &[u32]) -> String {
    let mut level: &[Heading<'_>] = &report.outline;
    let mut found = String::new();
    for index in path {
        let Some(heading) = level.get(*index as usize) else { break };
        found = format!("{}{}", heading.marker, heading.title);
        level = &heading.children;
    }
    found
}

fn parts(compared: &Compared<'_>, [first, second]: &[String; 2], said: &Words) -> Table {
    let row = |role: Role| {
        let has = |report: &Report<'_>| report.passages.iter().any(|passage| passage.role == role);
        // What need not be there is not missing.
        let without = if role == Role::Other { "none" } else { "missing" };
        let [first, second] =
            compared.reports.each_ref().map(|report| said.say(if has(report) { "there" } else { without }));
        vec![said.say(role.name()), first, second]
    };
    Table {
        heading: said.say("parts"),
        none: String::new(),
        head: vec![said.say("parts"), first.clone(), second.clone()],
        numbers: 0,
        rows: [Role::Work, Role::Problems, Role::Leadership, Role::Plan, Role::Other].map(row).into(),
    }
}

impl Table {
    fn write(&self, out: &mut String) {
        out.extend(["\n## ", &cell(&self.heading), "\n\n"]);
        if self.rows.is_empty() {
            out.extend([&self.none, "\n"]);
            return;
        }
        let row = |out: &mut String, cells: &mut dyn Iterator<Item = String>| {
            out.extend(["| ", &cells.collect::<Vec<_>>().join(" | "), " |\n"]);
        };
        row(out, &mut self.head.iter().map(|words| cell(words)));
        let is_number = |place: usize| (1..=self.numbers).contains(&place);
        row(out, &mut (0..self.head.len()).map(|place| if is_number(place) { "---:" } else { "---" }.into()));
        for cells in &self.rows {
            row(out, &mut cells.iter().map(|words| cell(words)));
        }
    }
}

/// Words on one line, in which Markdown finds no marks.
fn cell(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let lines = words.split(['\r', '\n']).map(|line| line.trim_matches([' ', '\t', '\u{3000}']));
    for ch in lines.flat_map(str::chars) {
        if "\\`*_[]<#|".contains(ch) {
            out.push('\\');
        }
        out.push(ch);
    }
    out
}
