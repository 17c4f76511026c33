//! Makes what of the npm package is made: `xtask glue INPUT.wasm FOLDER` the JavaScript glue of a wasm file,
//! `xtask rules FILE` the table of rules as a module.

mod older;
mod rules;

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let made = match args.as_slice() {
        ["glue", input, folder] => glue(input, folder),
        ["rules", file] => std::fs::write(file, rules::module()).map_err(|error| format!("{file}: {error}")),
        _ => {
            eprintln!("usage: xtask glue INPUT.wasm FOLDER | xtask rules FILE");
            return ExitCode::from(2);
        }
    };
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// One flavour, "web": it runs in browsers, bundlers and Node alike, and keeps the wasm a file of its own.
fn glue(input: &str, folder: &str) -> Result<(), String> {
    let wasm = std::fs::read(input).map_err(|error| format!("{input}: {error}"))?;
    Bindgen::new()
        .input_bytes("gangmu", older::for_older_browsers(&wasm)?)
        .web(true)
        .and_then(|bindgen| bindgen.typescript(true).generate(folder))
        .map_err(|error| format!("{error:?}"))
}
