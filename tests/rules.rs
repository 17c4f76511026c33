//! The table of rules: every example is found fault with and, mended, is not; `docs/rules.md` is made from the table
//! (`GANGMU_WRITE=1 cargo test --test rules` makes it anew).
#![allow(clippy::unwrap_used, clippy::std_instead_of_core)]

use gangmu::{Confidence, Family, Force, Options, Profile, Rule, Severity};
use std::fmt::Write as _;
use std::path::Path;

/// Whether `rule` finds fault with `text`, being on.
fn finds(rule: Rule, text: &str) -> bool {
    let mut options = Options::default();
    options.profile = Profile::Asked;
    options.rules_on = vec![rule];
    gangmu::parse_with(text, &options).findings.iter().any(|finding| finding.rule == rule)
}

#[test]
fn every_example_shows_its_rule() {
    let mut failures = Vec::new();
    for rule in Rule::ALL {
        let [wrong, right] = rule.example();
        if !wrong.is_empty() && !finds(*rule, wrong) {
            failures.push(format!("{}: nothing is found in {wrong}", rule.name()));
        }
        if finds(*rule, right) {
            failures.push(format!("{}: found in {right}", rule.name()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn severity_follows_the_force_of_the_clause() {
    for rule in Rule::ALL {
        let name = rule.name();
        match rule.severity() {
            Severity::Error => assert_eq!(rule.force(), Force::Must, "{name}: only what must be so is an error"),
            Severity::Warning => assert_ne!(rule.force(), Force::May, "{name}: what may be so is advice at most"),
            _ => {}
        }
        assert_eq!(rule.clause().is_none(), rule.force() == Force::Custom && rule.clause().is_none(), "{name}");
        if rule.severity() == Severity::Error {
            assert_ne!(rule.confidence(), Confidence::Possible, "{name}: an error is no guess");
        }
    }
}

/// The fingerprints of what `rule` finds.
fn fingerprints(text: &str, rule: Rule) -> Vec<String> {
    let report = gangmu::parse(text);
    report.findings.iter().filter(|each| each.rule == rule).map(|each| each.fingerprint.to_string()).collect()
}

#[test]
fn a_fingerprint_survives_edits_elsewhere() {
    let text = "一、主要举措\n组织干部学习学习行政处罚法。\n受理矛盾纠纷426件，办结418件，办结率99.2%。\n又组织干部学习学习行政处罚法。";
    let words = fingerprints(text, Rule::WordRepeated);
    let rate = fingerprints(text, Rule::RateMismatch);
    assert_eq!((words.len(), rate.len()), (2, 1));
    assert_ne!(words[0], words[1], "two places are two findings");

    let longer = text.replace("一、主要举措\n", "一、主要举措\n镇党委召开会议，研究年度工作。\n");
    assert_eq!(fingerprints(&longer, Rule::WordRepeated), words);
    assert_eq!(fingerprints(&longer, Rule::RateMismatch), rate);

    let mended = text.replace("又组织干部学习学习", "又组织干部学习");
    assert_eq!(fingerprints(&mended, Rule::WordRepeated), words[..1]);

    // What was dismissed comes back when its numbers change.
    let other = text.replace("418件", "417件");
    assert_ne!(fingerprints(&other, Rule::RateMismatch), rate);
    assert_eq!(fingerprints(&other, Rule::WordRepeated), words);

    // The same sentence twice: the same words round both, and still two findings that keep their own.
    let twice = "组织干部学习学习行政处罚法。\n组织干部学习学习行政处罚法。";
    let both = fingerprints(twice, Rule::WordRepeated);
    assert_eq!(both.len(), 2);
    assert_ne!(both[0], both[1]);
}

fn cell(words: &str) -> String {
    if words.is_empty() { "—".into() } else { words.replace('|', "\\|").replace('\n', "<br>") }
}

fn family_title(family: Family) -> &'static str {
    match family {
        Family::Numbering => "序号 · Numbering",
        Family::Arithmetic => "计算 · Arithmetic",
        Family::Parts => "要素 · Parts of the document",
        Family::Dates => "日期 · Dates",
        Family::Numbers => "数字与单位 · Numbers and units",
        Family::Punctuation => "标点 · Punctuation",
        Family::Wording => "字词与名称 · Words and names",
        Family::Privacy => "隐私 · Privacy",
        _ => unreachable!("every family has a title"),
    }
}

fn page() -> String {
    let mut out = String::from(
        "# The rules of 数字核对\n\nMade from `src/rules.rs` by `GANGMU_WRITE=1 cargo test --test rules`; each example is run by that test.\n\nSeverity follows the force of the clause: 应 (must) is an error where the text itself shows the mistake, 宜 and 通常\n(should) a warning or advice, 可 (may) only a matter of consistency. A rule of the profile `usual` is on by default;\n`strict` has the others too; `asked` rules take a side where standards conflict, and are switched on by name\n(`rulesOn`). Any rule can be switched off by name (`rulesOff`).\n",
    );
    for family in Family::ALL {
        let rules: Vec<&Rule> = Rule::ALL.iter().filter(|rule| rule.family() == *family).collect();
        if rules.is_empty() {
            continue;
        }
        let title = family_title(*family);
        write!(out, "\n## {title}\n\n| rule | 说明 | says | severity | sure | force | clause | profile | wrong | right |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n").unwrap();
        for rule in rules {
            let [wrong, right] = rule.example();
            writeln!(
                out,
                "| `{}` | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
                rule.name(),
                rule.chinese(),
                cell(rule.english()),
                rule.severity().name(),
                rule.confidence().name(),
                rule.force().name(),
                rule.clause().unwrap_or("custom"),
                rule.profile().name(),
                cell(wrong),
                cell(right),
            )
            .unwrap();
        }
    }
    out
}

#[test]
fn the_page_of_rules_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let page = page();
    if std::env::var_os("GANGMU_WRITE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "docs/rules.md is stale: GANGMU_WRITE=1 cargo test --test rules");
}
