//! Prints what looks wrong in a report, and what mending it would change.
//!
//! `cargo run --example mend FILE`

use gangmu::Places;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: mend FILE")?;
    let text = std::fs::read_to_string(path)?;
    let report = gangmu::parse(&text);
    let places = Places::new(&text);
    for finding in &report.findings {
        let place = places.of(finding.span.start as usize);
        println!("{}:{} {}", place.line, place.column, finding.message);
        if let Some(clause) = &finding.source {
            println!("    {clause}");
        }
        for edit in finding.fix.iter().flatten() {
            println!("    “{}” → “{}”", &text[edit.span], edit.text);
        }
    }
    Ok(())
}
