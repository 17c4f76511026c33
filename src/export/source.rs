//! What the text is called outside: by what its reader said of it, or by a number made of its words.

use crate::hash::Fnv;
use alloc::string::String;

/// What the text is called: as its reader says, else by a number.
pub(super) fn name(text: &str, source: Option<&str>) -> String {
    source.filter(|source| !source.is_empty()).map_or_else(|| urn(text, ""), String::from)
}

/// A name for `text` that no other text has: a UUID of version 8 (RFC 9562), made of the text and of where it came from.
/// It tells texts apart; it proves nothing.
pub(super) fn urn(text: &str, source: &str) -> String {
    let mut out = String::from("urn:uuid:");
    // Two halves: the second begins elsewhere.
    let mut halves = [Fnv::default(), Fnv(0x6c62_272e_07bb_0142)];
    for half in &mut halves {
        half.add(source);
        half.add(text);
    }
    let [first, second] = halves;
    let version = first.0 & !0xF000 | 0x8000;
    let variant = second.0 >> 2 | 1 << 63;
    for (place, digit) in (Fnv(version).hexadecimal() + &Fnv(variant).hexadecimal()).chars().enumerate() {
        if matches!(place, 8 | 12 | 16 | 20) {
            out.push('-');
        }
        out.push(digit);
    }
    out
}

/// What may stand in a URI as it is: the marks that part it, letters and digits (RFC 3986).
fn may_stand(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=/@:?#%".contains(&byte)
}

/// Whether it names its scheme: `https:`, `urn:`. The letter of a drive is none.
fn has_scheme(source: &str) -> bool {
    source.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1
            && scheme.starts_with(|ch: char| ch.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    })
}

/// `source` where it is a URI, with `%` and two digits for whatever a URI cannot hold.
pub(super) fn uri(source: &str) -> Option<String> {
    if !has_scheme(source) {
        return None;
    }
    let bytes = source.as_bytes();
    let mut out = String::with_capacity(bytes.len());
    for (at, byte) in bytes.iter().enumerate() {
        let escaped = bytes.get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        if may_stand(*byte) && (*byte != b'%' || escaped) {
            out.push(char::from(*byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 0xF] {
                out.extend(char::from_digit(u32::from(half), 16).map(|digit| digit.to_ascii_uppercase()));
            }
        }
    }
    Some(out)
}

#[cfg(test)]
mod test {
    use super::{uri, urn};
    use alloc::vec::Vec;

    #[test]
    fn a_name_is_a_uuid_of_version_8() {
        let name = urn("一、", "");
        assert_eq!(name.len(), "urn:uuid:00000000-0000-8000-8000-000000000000".len());
        let parts: Vec<&str> = name["urn:uuid:".len()..].split('-').collect();
        assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        assert!(parts[2].starts_with('8') && parts[3].starts_with(['8', '9', 'a', 'b']), "{name}");
        assert_ne!(name, urn("一、", "a"));
        assert_ne!(name, urn("一、 ", ""));
        assert_ne!(urn("b", "a"), urn("", "ab"));
    }

    #[test]
    fn what_names_its_scheme_is_a_uri() {
        let escaped = "https://example.org/a%20b?c=%E6%8A%A5#d%20%25";
        assert_eq!(uri("https://example.org/a b?c=报#d%20%").as_deref(), Some(escaped));
        assert_eq!(uri("urn:isbn:0").as_deref(), Some("urn:isbn:0"));
        for name in ["", "报告.txt", "a/b.txt", "C:\\a.txt", "一:二.txt", ":a", "1a:b"] {
            assert_eq!(uri(name), None, "{name}");
        }
    }
}
