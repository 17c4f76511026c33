//! Paths as URIs.

use std::path::{MAIN_SEPARATOR, Path};

/// A path as SARIF wants it: a URI, relative where the path is. An absolute one loses its `.`, `..` and doubled separators, by
/// their words alone.
pub(crate) fn uri_of(name: &str) -> String {
    let parts = name.split(MAIN_SEPARATOR);
    if !Path::new(name).is_absolute() {
        return parts.map(escape).collect::<Vec<_>>().join("/");
    }
    let mut kept: Vec<&str> = Vec::new();
    for part in parts {
        match part {
            "" | "." => {}
            ".." => drop(kept.pop()),
            _ => kept.push(part),
        }
    }
    // The letter of a drive keeps its colon.
    let drive = |part: &str| part.len() == 2 && part.ends_with(':') && cfg!(windows);
    let parts = kept.iter().map(|part| if drive(part) { (*part).into() } else { escape(part) });
    format!("file:///{}", parts.collect::<Vec<_>>().join("/"))
}

/// As JavaScript's `encodeURIComponent` does.
fn escape(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
