//! The text with its findings mended.

use crate::order::by_place;
use crate::report::{Edit, Report};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

impl Report<'_> {
    /// The text with the edits of [`Report::edits`] made. What a person must decide on stays as it is.
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

    /// The edits of all fixes, in reading order, no two of them at the same characters: of those that touch the first
    /// in reading order is made, and the finding of the other is still there when the text is read again. A fix of several
    /// edits is made whole or not at all, but for that of a grouped rule, each place of which stands for itself.
    ///
    /// ```
    /// let report = gangmu::parse("组织干部学习学习行政处罚法。");
    /// assert_eq!(report.edits()[0].text, "");
    /// ```
    pub fn edits(&self) -> Vec<&Edit<'_>> {
        let mut all: Vec<(&Edit<'_>, usize)> = Vec::new();
        for (place, finding) in self.findings.iter().enumerate() {
            all.extend(finding.fix.iter().flatten().map(|edit| (edit, place)));
        }
        by_place(&mut all, |(edit, place)| (edit.span, *place as u32));
        let (mut end, mut put_in) = (0, None);
        let mut broken = vec![false; self.findings.len()];
        all.retain(|(edit, place)| {
            let free = edit.span.start >= end && put_in != Some(edit.span.start);
            if free {
                end = edit.span.end;
                put_in = edit.span.is_empty().then_some(end);
            } else if let (Some(broken), Some(finding)) = (broken.get_mut(*place), self.findings.get(*place)) {
                *broken = !finding.rule.is_grouped();
            }
            free
        });
        all.retain(|(_, place)| broken.get(*place) == Some(&false));
        all.into_iter().map(|(edit, _)| edit).collect()
    }
}
