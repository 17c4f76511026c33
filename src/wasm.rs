//! The boundary to JavaScript (feature `wasm`): it hands over, and decides nothing.
#![allow(unreachable_pub, reason = "what wasm_bindgen exports must be pub, though no Rust code reaches it")]

use crate::{NAMES, Options, Report, parse_with};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Formatter;
use js_sys::{Array, Error, Object, Reflect, Uint32Array};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use wasm_bindgen::prelude::*;

/// Panics are shown on the console where the build is for debugging; no text should cause one.
#[wasm_bindgen(start)]
fn start() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
}

/// An `Error` with a `code` that a program can ask for.
fn error(code: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}

/// The options read as a map: of an object read as a struct, serde-wasm-bindgen looks only at the fields it expects,
/// and a misspelt one would be passed over.
struct Strict(Options);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Strict, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Strict;

            fn expecting(&self, f: &mut Formatter<'_>) -> core::fmt::Result {
                f.write_str("an object with options")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Strict, A::Error> {
                Options::deserialize(MapAccessDeserializer::new(map)).map(Strict)
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

/// The options, or an error that names the one that is wrong.
fn read_options(options: &JsValue) -> Result<Options, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    let wrong = |what: &str, reason: JsValue| {
        let reason = String::from(reason.unchecked_into::<Error>().message());
        error("bad-option", &format!("{what} wrong: {reason}."))
    };
    let read = |value: JsValue| serde_wasm_bindgen::from_value::<Strict>(value).map_err(JsValue::from);
    let Some(entries) = options.dyn_ref().map(Object::entries) else {
        return Err(error("bad-option", "The options are wrong: they must be an object."));
    };
    // serde says what is wrong, but not always with which option: each is read alone.
    for entry in entries.iter() {
        let key = Array::from(&entry).get(0).as_string().unwrap_or_default();
        read(Array::of1(&entry).into()).map_err(|reason| wrong(&format!("The option \"{key}\" is"), reason))?;
    }
    read(entries.into()).map(|Strict(options)| options).map_err(|reason| wrong("The options are", reason))
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
        _ => return Err(error("bad-format", &format!("\"{format}\" is no format: json, csv or md."))),
    };
    Ok(write(&parse_with(text, &read_options(options)?)))
}

/// Every closed set with its names, in order, as JSON: the tape holds places in these lists.
#[wasm_bindgen]
pub fn names() -> String {
    let quote = |name: &&str| format!("\"{name}\"");
    let sets = NAMES.iter().map(|(set, list)| {
        let names: Vec<String> = list.iter().map(quote).collect();
        format!("\"{set}\":[{}]", names.join(","))
    });
    format!("{{{}}}", sets.collect::<Vec<_>>().join(","))
}
