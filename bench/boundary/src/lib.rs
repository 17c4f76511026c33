//! Ways to hand a report to JavaScript. The shipped one is `../../src/wasm.rs`.

use wasm_bindgen::prelude::*;

/// Reads the text and hands over one number: what every way pays before it begins.
#[wasm_bindgen(js_name = countFigures)]
pub fn count_figures(text: &str) -> usize {
    gangmu::parse(text).figures.len()
}

/// Integers and a string, to be unpacked by `js/unpack.js`: the shipped way.
#[cfg(feature = "packed")]
#[wasm_bindgen(js_name = parsePacked)]
pub fn parse_packed(text: &str) -> js_sys::Array {
    let packed = gangmu::parse(text).to_packed();
    js_sys::Array::of2(&js_sys::Uint32Array::from(packed.tape.as_slice()), &JsValue::from(packed.pool))
}

/// One JSON string, for `JSON.parse`.
#[cfg(feature = "json")]
#[wasm_bindgen(js_name = parseJson)]
pub fn parse_json(text: &str) -> String {
    gangmu::parse(text).to_json()
}

/// Plain objects, made by serde-wasm-bindgen one property after another.
#[cfg(feature = "serde")]
#[wasm_bindgen(js_name = parseSerde)]
pub fn parse_serde(text: &str) -> Result<JsValue, serde_wasm_bindgen::Error> {
    use serde::Serialize;
    let report = gangmu::parse(text);
    let offsets = gangmu::Offsets::new(text);
    report.in_utf16(&offsets).serialize(&serde_wasm_bindgen::Serializer::json_compatible())
}
