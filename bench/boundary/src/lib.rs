//! Ways to hand a report to JavaScript. The shipped one is `../../src/wasm.rs`.
//!
//! A text is read once by `hold`; each way then hands the same report over, so that its cost is timed without the reading.

use std::cell::Cell;
use wasm_bindgen::prelude::*;

thread_local! {
    static HELD: Cell<Option<&'static gangmu::Report<'static>>> = const { Cell::new(None) };
}

/// The report that was read last.
fn held() -> &'static gangmu::Report<'static> {
    HELD.get().expect("hold comes first")
}

/// Reads the text, keeps the report for good, and hands over one number.
#[wasm_bindgen]
pub fn hold(text: String) -> usize {
    let report = Box::leak(Box::new(gangmu::parse(Box::leak(text.into_boxed_str()))));
    HELD.set(Some(report));
    report.figures.len()
}

/// Reads the text and hands over one number.
#[wasm_bindgen]
pub fn read(text: &str) -> usize {
    gangmu::parse(text).figures.len()
}

/// Integers and a string, to be unpacked by `js/unpack.js`: the shipped way.
#[cfg(feature = "packed")]
#[wasm_bindgen]
pub fn packed() -> js_sys::Array {
    let packed = held().to_packed();
    js_sys::Array::of2(&js_sys::Uint32Array::from(packed.tape.as_slice()), &JsValue::from(packed.pool))
}

/// One JSON string, for `JSON.parse`.
#[cfg(feature = "json")]
#[wasm_bindgen]
pub fn json() -> String {
    held().to_json()
}

/// Plain objects, made by serde-wasm-bindgen one property after another.
#[cfg(feature = "serde")]
#[wasm_bindgen]
pub fn serde() -> Result<JsValue, serde_wasm_bindgen::Error> {
    use ::serde::Serialize;
    let offsets = gangmu::Offsets::new(held().text);
    held().in_utf16(&offsets).serialize(&serde_wasm_bindgen::Serializer::json_compatible())
}
