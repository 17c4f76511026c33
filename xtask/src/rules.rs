//! The table of rules as a JavaScript module: what people read of a rule is no load for the wasm.

use gangmu::Rule;
use std::fmt::Write as _;

/// `export const RULES = […]`, an object a rule in the order of the table; `js/rules.d.ts` has its type.
pub(crate) fn module() -> String {
    let mut out = String::from(
        "// Made from src/rules.rs by xtask.\n/** @type {import(\"../js/rules.d.ts\").RuleRecord[]} */\nexport const RULES = [\n",
    );
    for rule in Rule::ALL {
        let fields = [
            ("name", literal(rule.name())),
            ("family", literal(rule.family().name())),
            ("severity", literal(rule.severity().name())),
            ("confidence", literal(rule.confidence().name())),
            ("force", literal(rule.force().name())),
            ("profile", literal(rule.profile().name())),
            ("grouped", rule.is_grouped().to_string()),
            ("clause", rule.clause().map_or("null".into(), literal)),
            ("chinese", literal(rule.chinese())),
            ("english", literal(rule.english())),
            ("example", example(*rule)),
        ];
        let fields: Vec<String> = fields.iter().map(|(key, value)| format!("{key}: {value}")).collect();
        writeln!(out, "  {{ {} }},", fields.join(", ")).expect("a String takes any text");
    }
    out + "];\n"
}

fn example(rule: Rule) -> String {
    match rule.example() {
        ["", _] => "null".into(),
        [wrong, right] => format!("{{ wrong: {}, right: {} }}", literal(wrong), literal(right)),
    }
}

/// Rust writes a string as JavaScript reads it, but for its `\0`.
fn literal(words: &str) -> String {
    format!("{words:?}").replace("\\0", "\\u{0}")
}
