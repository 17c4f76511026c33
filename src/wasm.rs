//! The boundary to JavaScript (feature `wasm`): it hands over, and decides nothing.
#![allow(unreachable_pub, reason = "what wasm_bindgen exports must be pub, though no Rust code reaches it")]

use crate::compose::compose;
use crate::json::write_string;
use crate::search::{Search, Words, words};
use crate::{Form, Language, NAMES, Options, Part, Parts, Pattern, Profile, Rule, parse_with};
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

/// The options there are.
const OPTIONS: &Words = words!("parts year units names patterns profile rulesOn rulesOff language source");

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
        let done = if !key.is_any(OPTIONS) {
            Err(bad("there is no option of this name"))
        } else if missing {
            Ok(())
        } else {
            read_option(&mut read, &key, &value)
        };
        if let Err((code, reason)) = done {
            return Err(error(code, &compose!("The option \"", key, "\" is wrong: ", reason, ".")));
        }
    }
    Ok(read)
}

/// The code of an error, and the reason.
type Wrong = (&'static str, String);

fn bad(reason: &str) -> Wrong {
    ("bad-option", reason.into())
}

/// Reads one of [`OPTIONS`].
fn read_option(read: &mut Options, key: &str, value: &JsValue) -> Result<(), Wrong> {
    match key {
        "year" => {
            let year = value.as_f64().filter(|year| f64::from(*year as u32) == *year);
            read.year = Some(year.ok_or_else(|| bad("it must be a whole number, not negative"))? as u32);
        }
        "parts" => {
            let wrong = || bad("it must be an array of names of parts");
            let names = read_words(value).filter(|names| !names.is_empty()).ok_or_else(wrong)?;
            let parts: Option<Parts> = names.iter().map(|name| Part::from_name(name)).collect();
            read.parts = parts.ok_or_else(wrong)?;
        }
        "profile" => {
            let profile = value.as_string().as_deref().and_then(Profile::from_name);
            read.profile = profile.ok_or_else(|| bad("it must be usual, strict, figures or asked"))?;
        }
        "source" => read.source = Some(value.as_string().ok_or_else(|| bad("it must be a string"))?),
        "language" => {
            let language = value.as_string().as_deref().and_then(Language::from_name);
            read.language = language.ok_or_else(|| bad("it must be zh or en"))?;
        }
        "rulesOn" | "rulesOff" => {
            let wrong = || bad("it must be an array of names of rules");
            let rules = if key == "rulesOn" { &mut read.rules_on } else { &mut read.rules_off };
            for name in read_words(value).ok_or_else(wrong)? {
                rules.push(Rule::from_name(&name).ok_or_else(wrong)?);
            }
        }
        _ => {
            let words = read_words(value).ok_or_else(|| bad("it must be an array of strings"))?;
            match key {
                "units" => read.units = words,
                "names" => read.names = words,
                _ => {
                    for (place, source) in words.iter().enumerate() {
                        let pattern = Pattern::new(source).map_err(|wrong| {
                            ("bad-pattern", compose!("number ", place as u32 + 1, ", ", wrong.words()))
                        })?;
                        read.patterns.push(pattern);
                    }
                }
            }
        }
    }
    Ok(())
}

/// An array of strings; nothing where it is none.
fn read_words(value: &JsValue) -> Option<Vec<String>> {
    let mut words = Vec::new();
    for word in value.dyn_ref::<Array>()?.iter() {
        words.push(word.as_string()?);
    }
    Some(words)
}

/// The report as `[tape, pool, entries]`, laid out as the module `packed` says; `js/unpack.js` reads it.
#[wasm_bindgen(js_name = parsePacked)]
pub fn parse_packed(text: &str, options: &JsValue) -> Result<Array, JsValue> {
    let report = parse_with(text, &read_options(options)?);
    let tape = Uint32Array::new_with_length(report.cells() as u32);
    let mut written = 0;
    let (pool, entries) = report.write_tape(&mut |sheet| {
        let end = written + sheet.len() as u32;
        tape.subarray(written, end).copy_from(sheet);
        written = end;
    });
    Ok(Array::of3(&tape, &JsValue::from(pool), &Uint32Array::from(&*entries)))
}

/// The report in a text form: `json`, `csv`, `md`, `sdmx` or `jsonld`; or the text itself with every fix applied: `mended`.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(text: &str, options: &JsValue, format: &str) -> Result<String, JsValue> {
    let form = Form::from_name(format).ok_or_else(|| error("bad-format", "There is no format of this name."))?;
    Ok(crate::write(text, form, &read_options(options)?))
}

/// Two reports side by side, as JSON: the type `Comparison` of `js/gangmu.d.ts`.
#[wasm_bindgen(js_name = compareJson)]
pub fn compare_json(first: &str, second: &str, options: &JsValue) -> Result<String, JsValue> {
    let options = read_options(options)?;
    let (first, second) = (parse_with(first, &options), parse_with(second, &options));
    Ok(crate::compare(&first, &second).to_json(&first, &second))
}

/// Many reports as one table, as JSON: the type `Collection` of `js/gangmu.d.ts`. `texts` are objects with `text` and `source`.
#[wasm_bindgen(js_name = collectJson)]
pub fn collect_json(texts: &Array, options: &JsValue) -> Result<String, JsValue> {
    let options = read_options(options)?;
    let field =
        |entry: &JsValue, name: &str| Reflect::get(entry, &name.into()).ok().and_then(|value| value.as_string());
    let read: Option<Vec<(String, String)>> =
        texts.iter().map(|entry| Some((field(&entry, "source").unwrap_or_default(), field(&entry, "text")?))).collect();
    let read = read.ok_or_else(|| error("bad-text", "The texts to collect must be objects with a text each."))?;
    let texts: Vec<(&str, &str)> = read.iter().map(|(source, text)| (source.as_str(), text.as_str())).collect();
    Ok(crate::collect(&texts, &options))
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
