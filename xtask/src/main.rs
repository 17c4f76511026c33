//! Makes the JavaScript glue of a wasm file: `xtask INPUT.wasm FOLDER`.

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [input, folder] = args.as_slice() else {
        eprintln!("usage: xtask INPUT.wasm FOLDER");
        return ExitCode::from(2);
    };
    // One flavour, "web": it runs in browsers, bundlers and Node alike, and keeps the wasm a file of its own.
    let made = Bindgen::new()
        .input_path(input)
        .out_name("gangmu")
        .web(true)
        .and_then(|bindgen| bindgen.typescript(true).generate(folder));
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:?}");
            ExitCode::FAILURE
        }
    }
}
