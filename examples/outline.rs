//! Prints the outline of a report, each heading with the figures of its own text.
//!
//! `cargo run --example outline FILE`

use gangmu::{Figure, Heading};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: outline FILE")?;
    let text = std::fs::read_to_string(path)?;
    let report = gangmu::parse(&text);
    if let Some(title) = &report.metadata.title {
        println!("{title}");
    }
    print_figures(&report.figures, &[]);
    print_headings(&report.outline, &report.figures, &mut Vec::new());
    Ok(())
}

fn print_headings(headings: &[Heading<'_>], figures: &[Figure<'_>], path: &mut Vec<u32>) {
    for (index, heading) in (0..).zip(headings) {
        println!("{}{}{}", "  ".repeat(path.len()), heading.marker, heading.title);
        path.push(index);
        print_figures(figures, path);
        print_headings(&heading.children, figures, path);
        path.pop();
    }
}

fn print_figures(figures: &[Figure<'_>], path: &[u32]) {
    for figure in figures.iter().filter(|figure| figure.heading == path) {
        let (unit, period) = (figure.unit.as_deref().unwrap_or(""), figure.period.as_deref().unwrap_or("-"));
        println!("{}{} {}{unit} ({period})", "  ".repeat(path.len()), figure.indicator, figure.value);
    }
}
