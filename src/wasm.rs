//! The boundary to JavaScript (feature `wasm`): it hands over, and decides nothing.
#![allow(unreachable_pub, reason = "what wasm_bindgen exports must be pub, though no Rust code reaches it")]

use crate::{NAMES, Options, Report, parse_with};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use js_sys::{Array, Error, Object, Reflect, Uint32Array};
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

/// The options, or an error that names the one that is wrong.
fn read_options(options: &JsValue) -> Result<Options, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    let read = |value: &JsValue| serde_wasm_bindgen::from_value::<Options>(value.clone());
    let whole = match read(options) {
        Ok(options) => return Ok(options),
        Err(reason) => reason,
    };
    // serde says what is wrong but not with which option, so each is read alone.
    for entry in options.dyn_ref().map(Object::entries).unwrap_or_default() {
        if let Err(reason) = read(&Object::from_entries(&Array::of1(&entry))?.into()) {
            let key = Array::from(&entry).get(0).as_string().unwrap_or_default();
            return Err(error("bad-option", &format!("The option \"{key}\" is wrong: {reason}.")));
        }
    }
    Err(error("bad-option", &format!("The options are wrong: {whole}.")))
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
        let names: Vec<String> = list().iter().map(quote).collect();
        format!("\"{set}\":[{}]", names.join(","))
    });
    format!("{{{}}}", sets.collect::<Vec<_>>().join(","))
}
