//! The figures as SDMX-CSV: one observation a figure. `docs/gangmu-figures.xml` is the structure that the rows name.

use super::interval::Interval;
use super::{quoted, section, source};
use crate::compose::{Part, compose};
use crate::offsets::Offsets;
use crate::report::{Bound, Figure, Report};
use alloc::string::String;

/// The first row. What stands before `OBS_VALUE` identifies, what stands behind it describes.
const HEADER: &str = "STRUCTURE,STRUCTURE_ID,ACTION,REPORT,FIGURE,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UPPER_VALUE,\
    UNIT_MEASURE,UNIT_MULT,OBS_STATUS,KIND,BOUND,APPROX,CHANGE,VERB,PERIOD_SOURCE,SECTION,WORDS,COMMENT_OBS,START,END\r\n";

/// What SDMX writes for a dimension whose value is not known.
const UNKNOWN: &str = "_U";

/// Words on one line, without characters that show nothing: readers of SDMX-CSV take a line for a row.
fn plain(words: &str) -> String {
    words.chars().filter(|ch| !ch.is_control() && !matches!(ch, '\u{2028}' | '\u{2029}')).collect()
}

/// What a dimension says: it may not be empty.
fn known(words: &str) -> String {
    let words = plain(words);
    if words.is_empty() { UNKNOWN.into() } else { words }
}

impl Report<'_> {
    /// The figures in SDMX-CSV 2.0, one observation a figure: a header row, rows ended by CRLF, no byte-order mark.
    ///
    /// - `source` says where the text came from and becomes the dimension `REPORT`; without it a number made of the text
    ///   does (`urn:uuid:…`). `FIGURE` counts the figures of a report from 1.
    /// - The rows name the data structure `GANGMU:FIGURES(1.0.0)`. A figure whose time is not known cannot have a
    ///   `TIME_PERIOD`: it belongs to `GANGMU:FIGURES_UNDATED(1.0.0)`, which is the same without that dimension. Both stand
    ///   in `docs/gangmu-figures.xml` (SDMX-ML 3.0).
    /// - `REF_AREA` is the place that the report is about, `INDICATOR` what is counted; `_U` where the text does not say it.
    /// - `TIME_PERIOD` is in the forms of SDMX: `2020`, `2020-06`, `2020-06-01`, and of a span its first day with its length,
    ///   `2020-01-01/P11M`.
    /// - `OBS_STATUS` is `A`, and `E` where the text says only about how much it was; `BOUND` tells how.
    /// - `WORDS` are the figure's own, `COMMENT_OBS` is its sentence, both on one line; `START` and `END` are UTF-16 units.
    ///
    /// ```
    /// let rows = gangmu::parse("2020年，投入约20万元。").to_sdmx(Some("a.txt"));
    /// let row = "datastructure,GANGMU:FIGURES(1.0.0),R,a.txt,1,_U,投入,2020,200000,,元,0,E,money,about,约,,投入,stated,,20万元";
    /// assert!(rows.lines().nth(1).unwrap().starts_with(row));
    /// ```
    pub fn to_sdmx(&self, source: Option<&str>) -> String {
        let offsets = Offsets::new(self.text);
        let report = known(&source::name(self.text, source));
        let place = known(self.metadata.place.as_deref().unwrap_or_default());
        let mut out = String::from(HEADER);
        for (index, figure) in self.figures.iter().enumerate() {
            self.write_observation(&mut out, [&report, &place], index as u32 + 1, figure, &offsets);
        }
        out
    }

    fn write_observation(
        &self,
        out: &mut String,
        [report, place]: [&str; 2],
        number: u32,
        figure: &Figure<'_>,
        offsets: &Offsets<'_>,
    ) {
        let time = figure.period.as_deref().and_then(Interval::of).map(|interval| interval.time);
        let structure = if time.is_some() { "GANGMU:FIGURES(1.0.0)" } else { "GANGMU:FIGURES_UNDATED(1.0.0)" };
        let (markers, title) = section(&self.outline, &figure.heading);
        let cells: [&dyn Part; 24] = [
            &"datastructure",
            &structure,
            // What was read of this report before is replaced.
            &"R",
            &report,
            &number,
            &place,
            &known(&figure.indicator),
            &time,
            &figure.value,
            &figure.upper,
            &figure.unit,
            // 万 and 亿 are in the value.
            &"0",
            if figure.bound == Bound::Exact { &"A" } else { &"E" },
            &figure.kind.name(),
            &figure.bound.name(),
            &figure.approx,
            &figure.change.map(|change| change.name()),
            &figure.action,
            &figure.period_source.filter(|_| time.is_some()).map(|source| source.name()),
            &compose!(markers, title),
            &&self.text[figure.span],
            &&self.text[self.sentence(figure.span)],
            &offsets.utf16(figure.span.start as usize),
            &offsets.utf16(figure.span.end as usize),
        ];
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                out.push(',');
            }
            quoted(out, &plain(&compose!(cell)), "");
        }
        out.push_str("\r\n");
    }
}
