//! Below the text: who signs, when, and the notes under the date.

use crate::bodies::{body_in_title, place_in};
use crate::chars::{digit, find_word, has_word, is_space, rfind_word};
use crate::findings::{Findings, Subject};
use crate::report::Edit;
use crate::rules::Rule;
use crate::search::{Search, set, words};
use crate::span::Span;
use crate::title::unspaced;
use alloc::borrow::Cow;

/// What is wrong below the text.
pub(super) fn find(subject: &Subject<'_, '_>, title: &str, out: &mut Findings<'_, '_>) {
    let head = subject.head;
    let end = subject.lines.last().map_or(0, |line| line.words.end);
    let last = Span { start: end, end };
    // Of a fragment nothing is asked.
    let sections = subject.marked.iter().filter(|heading| heading.level == 1).count();
    let whole = title.ends_with_any(words!("报告 总结 汇报")) && !title.ends_with("政府工作报告") && sections > 2;
    if whole && !head.signed {
        let sentence = &["未见发文机关署名。", "No signature of the issuing body is found."];
        out.say(Rule::IssuerMissing, last, sentence, &[]);
    }
    if whole && subject.metadata.date.is_none() && subject.metadata.published.is_none() {
        out.say(Rule::DateMissing, last, &["未见成文日期。", "No date of signing is found."], &[]);
    }
    differs(subject, title, out);
    notes(subject, out);
}

/// 青溪县司法局2023年工作总结, signed by 青溪县民政局.
fn differs(subject: &Subject<'_, '_>, title: &str, out: &mut Findings<'_, '_>) {
    let Some(signature) = subject.head.signature else { return };
    let Some(named) = body_in_title(title) else { return elsewhere(subject, title, signature, out) };
    let (named, signed) = (unspaced(named), unspaced(signature));
    let bare = |body: &str| body.strip_start_any(words!("中共 中国共产党")).map_or(body.len(), str::len);
    let tail = |body: &str| body.len() - bare(body);
    let (one, other) = (&named[tail(&named)..], &signed[tail(&signed)..]);
    // Several sign, or one by its full name.
    if signature.has_of(set!("、 ")) || has_word(one, other) || has_word(other, one) || one.is_empty() {
        return;
    }
    differ(subject, &named, signature, out);
}

/// 柏岭镇2023年工作报告, signed by 石桥乡人民政府: of another place.
fn elsewhere(subject: &Subject<'_, '_>, title: &str, signature: &str, out: &mut Findings<'_, '_>) {
    let named =
        title.find_if(&|ch| digit(ch).is_some() || ch == '二').map_or("", |end| title[..end].trim_end_if(&is_space));
    let Some(place) = place_in(signature) else { return };
    if named.ends_with_any(words!("镇 乡 街道")) && !has_word(signature, named) && !has_word(named, place) {
        differ(subject, named, signature, out);
    }
}

fn differ(subject: &Subject<'_, '_>, named: &str, signature: &str, out: &mut Findings<'_, '_>) {
    let Some(at) = rfind_word(subject.text, signature) else { return };
    let sentence = &["署名“{0}”与标题中的“{1}”不一致。", "The text is signed by “{0}”, but its title says “{1}”."];
    out.say(Rule::IssuerDiffers, Span::new(at, at + signature.len()), sentence, &[&signature, &named]);
}

/// 联系电话：… below the date, without （）.
fn notes(subject: &Subject<'_, '_>, out: &mut Findings<'_, '_>) {
    let Some(foot) = subject.head.foot else { return };
    let below = subject.lines.partition_point(|line| line.words.start < foot);
    for line in subject.lines.iter().skip(below).take(2) {
        let words = &subject.text[line.words];
        if words.starts_with_any(words!("联系人： 联系人: 联系电话： 联系电话: 此件"))
            && find_word(words, "）").is_none()
        {
            let bare = words.trim_end_of(set!("。."));
            let end = line.words.start + bare.len() as u32;
            let open = Span { start: line.words.start, end: line.words.start };
            let close = Span { start: end, end: line.words.end };
            let put = |span, text| Some(Edit { span, text: Cow::Borrowed(text) });
            let sentence = &["附注应加圆括号。", "A note should stand in round brackets."];
            out.say_edits(Rule::NoteBracket, line.words, sentence, [put(open, "（"), put(close, "）")]);
        }
    }
}
