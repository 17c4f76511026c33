//! Takes from a compiled wasm what browsers of 2020 don't have, before wasm-bindgen sees it: tables of externref (Chromium
//! 96) and functions with several results (85). Neither is used by rustc, but its std says that it may, and wasm-bindgen
//! goes by that. To compile with `-Ctarget-feature=-reference-types` instead would keep std from being inlined: 4 % more.

use walrus::{FunctionId, ImportKind, Module};

const TOO_NEW: [&str; 2] = ["reference-types", "multivalue"];

/// wasm-bindgen's crate asks where the fixed values end. With tables its command line answers; without, nobody does. These are
/// the 1,024 places of its stack, and undefined, null, true and false: `JSIDX_RESERVED` in its `src/rt/mod.rs`.
const FIXED_VALUES_END: i32 = 1028;

/// # Errors
/// If the bytes are no wasm.
pub fn for_older_browsers(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let mut module = Module::from_buffer(wasm).map_err(|error| error.to_string())?;
    if let Some(question) = fixed_values_question(&module) {
        module
            .replace_imported_func(question, |(body, _)| {
                body.i32_const(FIXED_VALUES_END);
            })
            .map_err(|error| error.to_string())?;
    }
    let mut bytes = module.emit_wasm();
    for name in TOO_NEW {
        take_back(&mut bytes, name);
    }
    Ok(bytes)
}

fn fixed_values_question(module: &Module) -> Option<FunctionId> {
    module.imports.iter().find_map(|import| match import.kind {
        ImportKind::Function(id) if import.name == "__wbindgen_externref_statics_end" => Some(id),
        _ => None,
    })
}

/// In the section `target_features` a name stands behind its length and a sign.
fn take_back(bytes: &mut [u8], name: &str) {
    let entry = [&[b'+', name.len() as u8], name.as_bytes()].concat();
    if let Some(at) = bytes.windows(entry.len()).rposition(|window| window == entry) {
        bytes[at] = b'-';
    }
}
