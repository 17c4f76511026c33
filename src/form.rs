//! The forms that a report leaves in, each with the parts that it is made of.

use crate::emit::closed_set;
use crate::options::Options;
use crate::parts::{Part, Parts};
use crate::read::read;
use crate::report::Report;
use alloc::string::String;

closed_set! {
    /// A form of text that a report can be written in.
    ///
    /// ```
    /// use gangmu::{Form, Options};
    /// let table = gangmu::write("投入20万元。", Form::Csv, &Options::default());
    /// assert_eq!(table, gangmu::parse("投入20万元。").to_csv());
    /// assert_eq!(Form::from_name("md"), Some(Form::Markdown));
    /// ```
    pub enum Form {
        /// [`Report::to_json`].
        Json = "json",
        /// [`Report::to_csv`].
        Csv = "csv",
        /// [`Report::to_markdown`].
        Markdown = "md",
        /// [`Report::mended`].
        Mended = "mended",
        /// [`Report::to_sdmx`].
        Sdmx = "sdmx",
        /// [`Report::to_json_ld`].
        JsonLd = "jsonld",
    }
}

impl Form {
    /// The parts that it is made of; `None` where it has those that are asked for.
    ///
    /// ```
    /// use gangmu::{Form, Part};
    /// assert!(Form::Csv.parts().is_some_and(|parts| parts.has(Part::Figures)));
    /// assert_eq!(Form::Json.parts(), None);
    /// ```
    pub fn parts(self) -> Option<Parts> {
        let parts: &[Part] = match self {
            Form::Json => return None,
            Form::Csv => &[Part::Outline, Part::Figures],
            Form::Markdown | Form::Sdmx | Form::JsonLd => &[Part::Metadata, Part::Outline, Part::Figures],
            Form::Mended => &[Part::Findings],
        };
        Some(parts.iter().copied().collect())
    }
}

/// Reads of `text` what `form` is made of, and writes it; [`Options::source`] says where the text is.
///
/// A form has the parts that it needs, whatever [`Options::parts`] says; JSON has those that are asked for.
///
/// ```
/// use gangmu::{Form, Options};
/// let outline = gangmu::write("一、主要举措\n开展培训12次。", Form::Markdown, &Options::default());
/// assert_eq!(outline, "- 一、主要举措\n  - 培训：12次\n");
/// ```
pub fn write(text: &str, form: Form, options: &Options) -> String {
    let report = read(text, options, form.parts().unwrap_or(options.parts));
    report.written(form, options.source.as_deref())
}

impl Report<'_> {
    fn written(&self, form: Form, source: Option<&str>) -> String {
        match form {
            Form::Json => self.to_json(),
            Form::Csv => self.to_csv(),
            Form::Markdown => self.to_markdown(),
            Form::Mended => self.mended(),
            Form::Sdmx => self.to_sdmx(source),
            Form::JsonLd => self.to_json_ld(source),
        }
    }
}
