//! Reads the file named on the command line and prints the report as JSON.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: to_json FILE")?;
    let text = std::fs::read_to_string(path)?;
    println!("{}", gangmu::parse(&text).to_json());
    Ok(())
}
