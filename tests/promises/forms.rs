//! What leaves is read back, by readers that are not ours, and held against the report.

use gangmu::{Figure, Heading, Offsets, Report};
use serde_json::Value;

/// Every form of `report` says what the report says.
pub fn read_back(report: &Report<'_>) {
    let json: Value = serde_json::from_str(&report.to_json()).unwrap();
    as_json(report, &json);
    #[cfg(feature = "serde")]
    as_serde_value(report, &json);
    let offsets = Offsets::new(report.text);
    as_csv(report, &offsets);
    as_markdown(report);
    for source in [None, Some(report.text)] {
        as_sdmx(report, source, &offsets);
        as_json_ld(report, source);
    }
}

/// A number as JSON has it.
fn number(value: gangmu::Decimal) -> Value {
    serde_json::from_str(&value.to_string()).unwrap()
}

fn words(value: Option<&str>) -> Value {
    value.map_or(Value::Null, Value::from)
}

fn as_json(report: &Report<'_>, json: &Value) {
    let list = |name: &str| json[name].as_array().unwrap();
    assert_eq!(list("figures").len(), report.figures.len());
    for (figure, json) in report.figures.iter().zip(list("figures")) {
        assert_eq!(json["value"], number(figure.value));
        assert_eq!(json["upper"], figure.upper.map_or(Value::Null, number));
        assert_eq!(json["unit"], words(figure.unit.as_deref()));
        assert_eq!(json["indicator"], *figure.indicator);
        assert_eq!(json["period"], words(figure.period.as_deref()));
        assert_eq!(json["heading"], Value::from(figure.heading.clone()));
        assert_eq!((&json["kind"], &json["bound"]), (&figure.kind.name().into(), &figure.bound.name().into()));
    }
    headings(&report.outline, &json["outline"]);
    assert_eq!(list("dates").len(), report.dates.len());
    for (date, json) in report.dates.iter().zip(list("dates")) {
        assert_eq!(json["iso"], words(date.iso.as_deref()));
    }
    assert_eq!(list("findings").len(), report.findings.len());
    for (finding, json) in report.findings.iter().zip(list("findings")) {
        assert_eq!((&json["rule"], &json["message"]), (&finding.rule.name().into(), &(&*finding.message).into()));
        let fix = finding.fix.as_ref().map(|fix| fix.iter().map(|edit| Value::from(&*edit.text)).collect::<Vec<_>>());
        let read = json["fix"].as_array().map(|fix| fix.iter().map(|edit| edit["text"].clone()).collect());
        assert_eq!(read, fix, "the words of a fix");
    }
    assert_eq!(list("relations").len(), report.relations.len());
    for (relation, json) in report.relations.iter().zip(list("relations")) {
        assert_eq!(json["calculation"], *relation.calculation);
    }
    assert_eq!(json["metadata"]["title"], words(report.metadata.title.as_deref()));
}

fn headings(outline: &[Heading<'_>], json: &Value) {
    assert_eq!(json.as_array().map(Vec::len), Some(outline.len()));
    for (heading, json) in outline.iter().zip(json.as_array().unwrap()) {
        assert_eq!((&json["marker"], &json["title"]), (&(&*heading.marker).into(), &(&*heading.title).into()));
        assert_eq!(json["level"], heading.level);
        headings(&heading.children, &json["children"]);
    }
}

/// The value of the feature `serde` is the JSON, numbers as doubles.
#[cfg(feature = "serde")]
fn as_serde_value(report: &Report<'_>, json: &Value) {
    fn doubles(value: &mut Value) {
        match value {
            Value::Number(number) => *value = number.as_f64().into(),
            Value::Array(values) => values.iter_mut().for_each(doubles),
            Value::Object(fields) => fields.values_mut().for_each(doubles),
            _ => {}
        }
    }
    let offsets = Offsets::new(report.text);
    let mut value = serde_json::to_value(report.in_utf16(&offsets)).unwrap();
    let mut json = json.clone();
    doubles(&mut value);
    doubles(&mut json);
    assert_eq!(value, json, "serde and the JSON say the same");
}

/// The table as another program reads it: the names of its columns, and its rows.
fn table(csv: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
    let names = reader.headers().unwrap().iter().map(str::to_owned).collect();
    (names, reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect())
}

/// The markers that lead to a figure, and the title of the last heading.
fn section(report: &Report<'_>, figure: &Figure<'_>) -> [String; 2] {
    let (mut markers, mut title, mut level) = (String::new(), "", &report.outline);
    for index in &figure.heading {
        let heading = &level[*index as usize];
        markers += &heading.marker;
        (title, level) = (&heading.title, &heading.children);
    }
    [markers, title.to_owned()]
}

fn as_csv(report: &Report<'_>, offsets: &Offsets<'_>) {
    let (names, rows) = table(&report.to_csv());
    assert_eq!(names, gangmu::COLUMNS);
    assert_eq!(rows.len(), report.figures.len(), "a row a figure");
    for ((place, figure), row) in report.figures.iter().enumerate().zip(rows) {
        let [markers, title] = section(report, figure);
        let maybe = |words: Option<&str>| words.unwrap_or_default().to_owned();
        let expected = [
            (place + 1).to_string(),
            markers,
            title,
            figure.indicator.to_string(),
            maybe(figure.action.as_deref()),
            figure.value.to_string(),
            figure.upper.map_or(String::new(), |upper| upper.to_string()),
            maybe(figure.unit.as_deref()),
            figure.kind.name().to_owned(),
            maybe(figure.approx.as_deref()),
            figure.bound.name().to_owned(),
            maybe(figure.change.map(|change| change.name())),
            maybe(figure.period.as_deref()),
            report.text[figure.span].to_owned(),
            offsets.utf16(figure.span.start as usize).to_string(),
            offsets.utf16(figure.span.end as usize).to_string(),
        ];
        // A spreadsheet must not take words for a formula.
        let guarded = expected
            .map(|cell| if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell });
        assert_eq!(row, guarded);
    }
}

/// A line for the title, for each heading and for each figure, as deep as it stands in the tree.
fn as_markdown(report: &Report<'_>) {
    fn depths(report: &Report<'_>, outline: &[Heading<'_>], path: &mut Vec<u32>, out: &mut Vec<usize>) {
        out.extend(report.figures.iter().filter(|figure| figure.heading == *path).map(|_| path.len()));
        for (place, heading) in (0..).zip(outline) {
            out.push(path.len());
            path.push(place);
            depths(report, &heading.children, path, out);
            path.pop();
        }
    }
    let markdown = report.to_markdown();
    let mut lines = markdown.split('\n').collect::<Vec<_>>();
    assert_eq!(lines.pop(), Some(""), "the last line is ended");
    if report.metadata.title.is_some() {
        assert!(lines.len() >= 2 && lines[0].starts_with("# ") && lines[1].is_empty(), "{:?}", &lines[..2]);
        lines.drain(..2);
    }
    let mut expected = Vec::new();
    depths(report, &report.outline, &mut Vec::new(), &mut expected);
    let read: Vec<usize> = lines
        .iter()
        .map(|line| {
            let entry = line.trim_start_matches(' ');
            assert!(entry.starts_with("- "), "{line:?} is no entry of a list");
            (line.len() - entry.len()) / 2
        })
        .collect();
    assert_eq!(read, expected, "headings and figures in their order");
}

fn as_sdmx(report: &Report<'_>, source: Option<&str>, offsets: &Offsets<'_>) {
    let csv = report.to_sdmx(source);
    assert_eq!(csv.lines().count(), report.figures.len() + 1, "a line a figure");
    let (names, rows) = table(&csv);
    assert_eq!(rows.len(), report.figures.len());
    // Rows of one line each hold no signs that control a screen.
    let plain = |words: &str| -> String {
        words.chars().filter(|ch| !ch.is_control() && !matches!(ch, '\u{2028}' | '\u{2029}')).collect()
    };
    for ((place, figure), row) in report.figures.iter().enumerate().zip(rows) {
        let cell = |name: &str| row[names.iter().position(|each| each == name).unwrap()].as_str();
        assert_eq!(cell("FIGURE"), (place + 1).to_string());
        assert_eq!(cell("OBS_VALUE"), figure.value.to_string());
        assert_eq!(cell("UPPER_VALUE"), figure.upper.map_or(String::new(), |upper| upper.to_string()));
        assert_eq!(cell("WORDS"), plain(&report.text[figure.span]));
        assert_eq!(cell("COMMENT_OBS"), plain(&report.text[report.sentence(figure.span)]));
        assert_eq!(cell("START"), offsets.utf16(figure.span.start as usize).to_string());
        assert_eq!(cell("END"), offsets.utf16(figure.span.end as usize).to_string());
        assert!(!cell("INDICATOR").is_empty() && !cell("REPORT").is_empty() && !cell("REF_AREA").is_empty());
    }
}

fn as_json_ld(report: &Report<'_>, source: Option<&str>) {
    let read: Value = serde_json::from_str(&report.to_json_ld(source)).unwrap();
    assert_eq!(read["total"], report.figures.len());
    let items = read["first"]["items"].as_array().map_or(&[] as &[Value], Vec::as_slice);
    assert_eq!(items.len(), report.figures.len());
    let chars: Vec<char> = report.text.chars().collect();
    for (figure, item) in report.figures.iter().zip(items) {
        let [quote, place] = [0, 1].map(|index| &item["target"]["selector"][index]);
        let [start, end] = ["start", "end"].map(|name| place[name].as_u64().unwrap() as usize);
        let words = |from: usize, to: usize| chars[from..to].iter().collect::<String>();
        assert_eq!(words(start, end), report.text[figure.span], "places in characters");
        assert_eq!(quote["exact"], words(start, end));
        assert_eq!(quote["prefix"], words(start.saturating_sub(32), start));
        assert_eq!(quote["suffix"], words(end, (end + 32).min(chars.len())));
        if figure.upper.is_none() {
            assert_eq!(item["body"]["schema:value"], number(figure.value));
        }
    }
}
