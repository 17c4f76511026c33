//! The list of attachments below the text: 附件：1.××××.

use crate::chars::{digit, han_digit, is_space};
use crate::findings::{Findings, Subject};
use crate::rules::Rule;
use crate::search::{Search, set};
use crate::span::Span;

/// 附件1：… and 附件一：…, and names of attachments with a full stop.
pub(super) fn find(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    for line in subject.lines {
        let words = &subject.text[line.words];
        let Some(rest) = words.strip_prefix("附件") else { continue };
        if words.chars().nth(60).is_some() {
            continue;
        }
        let behind = rest.trim_start_if(&|ch| digit(ch).is_some() || han_digit(ch).is_some() || ch == '十');
        let number = &rest[..rest.len() - behind.len()];
        let numbered = !number.is_empty() && number.chars().nth(2).is_none();
        let behind = behind.trim_start_if(&is_space);
        if numbered && behind.starts_of(set!("：:")) && behind.chars().nth(1).is_some() {
            let end = words.len() - behind.len();
            let start = line.words.start as usize;
            let sentence = &[
                "附件说明宜作“附件：”加名称；不止一个时依次作“附件：1.”“2.”。",
                "Attachments are listed as “附件：” and the name; several of them as “附件：1.”, “2.”.",
            ];
            out.say(Rule::AttachmentForm, Span::new(start, start + end), sentence, &[]);
        } else if behind.starts_of(set!("：:")) && words.find_of(set!("。；，")) == Some(words.len() - '。'.len_utf8())
        {
            let end = line.words.end;
            let stop = Span { start: end - '。'.len_utf8() as u32, end };
            let sentence = &["附件名称后不加标点。", "No mark stands behind the name of an attachment."];
            out.say_mended(Rule::AttachmentForm, stop, sentence, &[], stop, "");
        }
    }
}
