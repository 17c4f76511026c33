//! The texts that promises are tried on.

use std::path::Path;

/// All texts of the repo, and the shared reports where they are: each with its name.
pub fn texts() -> Vec<(String, String)> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/reports");
    let trials =
        ["trials", "trials-2", "trials-3", "trials-4", "trials-5"].map(|name| tests.join(name).join("reports"));
    let mut out = Vec::new();
    for folder in [tests.join("texts"), tests.join("seeded"), shared].iter().chain(&trials) {
        for (name, text) in files_of(folder) {
            out.push((name, text));
        }
    }
    assert!(out.len() > 26, "the reports are found");
    for (name, text) in files_of(&tests.join("spec")) {
        for case in format!("\n{text}").split("\n=== ").skip(1) {
            let (title, rest) = case.split_once('\n').unwrap_or((case, ""));
            let words = rest.split("\n---").next().unwrap_or_default();
            out.push((format!("{name}: {title}"), unescape(words)));
        }
    }
    out
}

fn files_of(folder: &Path) -> Vec<(String, String)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

/// As the named cases write what cannot be seen.
fn unescape(words: &str) -> String {
    let mut out = words.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
    while let Some(at) = out.find("\\u{") {
        let Some(length) = out[at..].find('}') else { break };
        let code = u32::from_str_radix(&out[at + 3..at + length], 16).ok().and_then(char::from_u32);
        let Some(ch) = code else { break };
        out.replace_range(at..=at + length, &ch.to_string());
    }
    out
}
