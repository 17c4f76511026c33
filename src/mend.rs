//! The text with its findings mended.

use crate::order::by_place;
use crate::report::{Edit, Report};
use alloc::string::String;
use alloc::vec::Vec;

impl Report<'_> {
    /// The text with every fix of the findings applied. Of edits that touch the same characters, or put something in at the
    /// same place, the first in reading order is made: the finding of the other one is still there when the text is read
    /// again. What a person must decide on stays as it is.
    ///
    /// ```
    /// let report = gangmu::parse("组织干部学习学习行政处罚法。");
    /// assert_eq!(report.mended(), "组织干部学习行政处罚法。");
    /// ```
    pub fn mended(&self) -> String {
        let mut out = String::with_capacity(self.text.len());
        let mut from = 0;
        for edit in self.edits() {
            let (start, end) = (edit.span.start as usize, edit.span.end as usize);
            out.push_str(&self.text[from..start]);
            out.push_str(&edit.text);
            from = end;
        }
        out.push_str(&self.text[from..]);
        out
    }

    /// The edits that [`Report::mended`] makes, in reading order: no two touch the same characters.
    ///
    /// ```
    /// let report = gangmu::parse("组织干部学习学习行政处罚法。");
    /// assert_eq!(report.edits()[0].text, "");
    /// ```
    pub fn edits(&self) -> Vec<&Edit<'_>> {
        let mut edits: Vec<&Edit<'_>> =
            self.findings.iter().filter_map(|finding| finding.fix.as_ref()).flatten().collect();
        by_place(&mut edits, |edit| (edit.span, 0));
        let (mut end, mut put_in) = (0, None);
        edits.retain(|edit| {
            let free = edit.span.start >= end && put_in != Some(edit.span.start);
            if free {
                end = edit.span.end;
                put_in = edit.span.is_empty().then_some(end);
            }
            free
        });
        edits
    }
}
