//! The boundary to JavaScript (feature `wasm`): it hands over, and decides nothing.
#![allow(unreachable_pub, reason = "what wasm_bindgen exports must be pub, though no Rust code reaches it")]

use crate::compose::compose;
use crate::json::write_string;
use crate::{NAMES, Options, Pattern, Profile, Report, Rule, parse_with};
use alloc::string::String;
use alloc::vec::Vec;
use js_sys::{Array, Error, Object, Reflect, Uint32Array};
use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// No text should cause a panic. In a build for debugging one becomes a JavaScript error that says where it was; in the
/// one that ships it is a trap, which JavaScript sees as an error too, and the words of all panics stay out of it.
#[cfg(target_arch = "wasm32")]
#[panic_handler]
fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
    if cfg!(debug_assertions) {
        wasm_bindgen::throw_str(&alloc::format!("{info}"));
    }
    core::arch::wasm32::unreachable()
}

/// An `Error` with a `code` that a program can ask for.
fn error(code: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}

/// The options, or an error that names the one that is wrong. They are read by hand: serde-wasm-bindgen would bring std
/// and its printing of floats, for texts of errors that nobody reads twice (bench/README.md).
fn read_options(options: &JsValue) -> Result<Options, JsValue> {
    let mut read = Options::default();
    if options.is_undefined() || options.is_null() {
        return Ok(read);
    }
    let Some(entries) = options.dyn_ref().map(Object::entries) else {
        return Err(error("bad-option", "The options are wrong: they must be an object."));
    };
    for entry in entries.iter() {
        let entry = Array::from(&entry);
        let (key, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        let missing = value.is_undefined() || value.is_null();
        let (code, reason) = match (key.as_str(), value.as_f64()) {
            ("year" | "units" | "names" | "patterns" | "profile" | "rulesOn" | "rulesOff", None) if missing => continue,
            ("year", Some(year)) if f64::from(year as u32) == year => {
                read.year = Some(year as u32);
                continue;
            }
            ("year", _) => ("bad-option", "it must be a whole number, not negative".into()),
            ("profile", _) => match value.as_string().as_deref().and_then(Profile::from_name) {
                Some(profile) => {
                    read.profile = profile;
                    continue;
                }
                None => ("bad-option", "it must be usual, strict, figures or asked".into()),
            },
            ("rulesOn" | "rulesOff", _) => match read_rules(&value) {
                Some(rules) => {
                    *(if key == "rulesOn" { &mut read.rules_on } else { &mut read.rules_off }) = rules;
                    continue;
                }
                None => ("bad-option", "it must be an array of names of rules".into()),
            },
            ("units" | "names" | "patterns", _) => match (read_words(&value), key.as_str()) {
                (None, _) => ("bad-option", "it must be an array of strings".into()),
                (Some(words), "patterns") => match read_patterns(&words) {
                    Ok(patterns) => {
                        read.patterns = patterns;
                        continue;
                    }
                    Err(reason) => ("bad-pattern", reason),
                },
                (Some(words), list) => {
                    *(if list == "units" { &mut read.units } else { &mut read.names }) = words;
                    continue;
                }
            },
            _ => ("bad-option", "there is no option of this name".into()),
        };
        return Err(error(code, &compose!("The option \"", key, "\" is wrong: ", reason, ".")));
    }
    Ok(read)
}

/// An array of strings; nothing where it is none.
fn read_words(value: &JsValue) -> Option<Vec<String>> {
    value.dyn_ref::<Array>()?.iter().map(|word| word.as_string()).collect()
}

/// The patterns, or which of them is wrong.
fn read_patterns(sources: &[String]) -> Result<Vec<Pattern>, String> {
    let mut patterns = Vec::new();
    for (place, source) in sources.iter().enumerate() {
        let pattern = Pattern::new(source).map_err(|wrong| compose!("number ", place as u32 + 1, ", ", wrong.words()));
        patterns.push(pattern?);
    }
    Ok(patterns)
}

/// A list of names of rules; `None` where one of them is none.
fn read_rules(value: &JsValue) -> Option<Vec<Rule>> {
    value.dyn_ref::<Array>()?.iter().map(|name| Rule::from_name(&name.as_string()?)).collect()
}

/// The report as `[tape, pool]`, laid out as the module `packed` says; `js/unpack.js` reads it.
#[wasm_bindgen(js_name = parsePacked)]
pub fn parse_packed(text: &str, options: &JsValue) -> Result<Array, JsValue> {
    let packed = parse_with(text, &read_options(options)?).to_packed();
    Ok(Array::of2(&Uint32Array::from(packed.tape.as_slice()), &JsValue::from(packed.pool)))
}

/// The report in a text form: `json`, `csv` or `md`.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(text: &str, options: &JsValue, format: &str) -> Result<String, JsValue> {
    let write = match format {
        "json" => |report: &Report<'_>| report.to_json(),
        "csv" => |report: &Report<'_>| report.to_csv(),
        "md" => |report: &Report<'_>| report.to_markdown(),
        _ => return Err(error("bad-format", &compose!("\"", format, "\" is no format: json, csv or md."))),
    };
    Ok(write(&parse_with(text, &read_options(options)?)))
}

/// Every closed set with its names, in order, as JSON: the tape holds places in these lists.
#[wasm_bindgen]
pub fn names() -> String {
    let mut out = String::new();
    for (set, list) in NAMES {
        out.push(if out.is_empty() { '{' } else { ',' });
        write_string(&mut out, set);
        out.push(':');
        for (place, name) in list.iter().enumerate() {
            out.push(if place == 0 { '[' } else { ',' });
            write_string(&mut out, name);
        }
        out.push(']');
    }
    out.push('}');
    out
}
