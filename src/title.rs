//! The title of a report: on one line or two, with the body above it or without.

use crate::bodies::is_body;
use crate::chars::{has_word, is_han, is_sentence_stop, is_space};
use crate::dates::whole_date;
use crate::index_table::is_labelled;
use crate::lines::Line;
use crate::marker;

/// Words that a title ends with.
const TITLE_ENDINGS: [&str; 21] = [
    "思路",
    "打算",
    "安排",
    "纪要",
    "报告",
    "公报",
    "总结",
    "汇报",
    "说明",
    "情况",
    "白皮书",
    "年报",
    "方案",
    "计划",
    "要点",
    "意见",
    "通知",
    "通报",
    "综述",
    "规划",
    "简报",
];

/// A title without the note in brackets that may follow it.
fn bare_title(words: &str) -> &str {
    let words = words.trim_end_matches(is_space);
    match words.strip_suffix(['）', ')']).and_then(|rest| rest.rfind(['（', '('])) {
        Some(open) if open > 0 => words[..open].trim_end_matches(is_space),
        _ => words,
    }
}

fn ends_title(words: &str) -> bool {
    let bare = bare_title(words);
    TITLE_ENDINGS.iter().any(|ending| bare.ends_with(ending))
}

/// A title without the sign of a footnote: 公报①, 公报[1], 公报*.
pub(crate) fn without_note_sign(words: &str) -> &str {
    let bare = words.trim_end_matches(|ch| marker::sign(ch).is_some() || matches!(ch, '*' | '＊'));
    match bare.strip_suffix([']', '］']).and_then(|rest| rest.rfind(['[', '［']).map(|open| &rest[..open])) {
        Some(before) if bare.len() - before.len() <= 6 => before,
        _ => bare,
    }
}

/// A line that can be a title or a part of one: short, and no sentence.
fn can_be_title(words: &str) -> bool {
    let length = words.chars().take(81).count();
    (4..=80).contains(&length)
        && !words.contains(is_sentence_stop)
        && !words.ends_with(['：', ':', '，', ','])
        && words.chars().any(is_han)
}

/// The lines of the title, in `header`.
pub(crate) fn title_lines(text: &str, header: &[Line]) -> Option<(usize, usize)> {
    let words = |place: usize| header.get(place).map_or("", |line| &text[line.words]);
    let open = |place: usize| can_be_title(words(place)) && !is_labelled(words(place)) && !is_paren_line(words(place));
    let near = header.len().min(12);
    let last = (0..near).find(|place| open(*place) && ends_title(words(*place)));
    match last {
        Some(last) => {
            // 关于…的 on one line and 报告 on the next; the body that reports on a line above.
            let above = last.checked_sub(1).filter(|above| {
                let before = words(*above);
                open(*above)
                    && before.chars().count() <= 40
                    && !ends_title(before)
                    && whole_date(before).is_none()
                    && !is_document_number(before)
                    && (words(last).chars().count() <= 6
                        || is_body(before)
                        || has_word(before, "关于")
                        || before.ends_with(['年', '度']))
            });
            // …情况和 / …草案的报告, …情况 / 及…计划的报告.
            let below = Some(last + 1).filter(|below| {
                let next = words(*below);
                open(*below)
                    && ends_title(next)
                    && (words(last).ends_with(['和', '及', '与', '暨', '的'])
                        || next.starts_with(['和', '及', '与', '暨', '的']))
            });
            Some((above.unwrap_or(last), below.unwrap_or(last)))
        }
        // 报告 broken off: 关于…情况的 / 报 告.
        None => (0..near.min(3))
            .find(|place| {
                open(*place)
                    && words(*place).chars().count() <= 50
                    && whole_date(words(*place)).is_none()
                    && !is_document_number(words(*place))
            })
            .map(|only| (only, only)),
    }
}

pub(crate) fn is_paren_line(words: &str) -> bool {
    words.starts_with(['（', '(']) && words.ends_with(['）', ')'])
}

pub(crate) fn is_document_number(words: &str) -> bool {
    words.chars().count() <= 24 && words.ends_with('号') && words.contains(['〔', '[', '（', '('])
}
