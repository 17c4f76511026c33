//! Above the text: the mark of secrecy, the title, those addressed.

use crate::bodies::ends_body;
use crate::chars::{digit, has_word, is_space};
use crate::findings::{Findings, Subject};
use crate::rules::Rule;
use crate::search::{Search, set, words};
use crate::span::Span;
use crate::title::{ends_title, unspaced};

/// How many lines from the start a mark of secrecy stands in.
const HEAD: usize = 8;

/// What is wrong above the text; the title stands at `place`.
pub(super) fn find(subject: &Subject<'_, '_>, title: &str, place: Span, out: &mut Findings<'_, '_>) {
    for line in subject.lines.iter().take(HEAD) {
        let words = &subject.text[line.words];
        if is_secret(words) {
            let sentence = &[
                "标有密级；涉密文件不得在联网环境处理或公开，请先核实。",
                "The text is marked as secret: such a document may be neither handled on a networked computer nor made public; please check first.",
            ];
            out.say(Rule::SecrecyMark, line.words, sentence, &[]);
        }
    }
    if title.is_empty() {
        return;
    }
    let lost = unspaced(title).ends_with_any(words!("年度 工作 建设 审计 统计"))
        || title.ends_with("的") && has_word(title, "关于");
    if !ends_title(title) && lost {
        let sentence = &[
            "标题缺文种，末尾宜写明“报告”“总结”等。",
            "The title does not say what kind of document it is; it should end with “报告”, “总结” or the like.",
        ];
        out.say(Rule::TitleKind, place, sentence, &[]);
    }
    recipient(subject, place, out);
}

/// 机密★一年, 密级：秘密.
fn is_secret(words: &str) -> bool {
    let short = words.chars().nth(16).is_none();
    let solid = if short { unspaced(words) } else { return false };
    let bare = solid.strip_start_any(words!("密级： 密级:")).unwrap_or(&solid);
    let Some(behind) = bare.strip_start_any(words!("绝密 机密 秘密")) else { return false };
    behind
        .trim_start_of(set!("★☆*·长期年个月一二三五十"))
        .trim_start_if(&|ch| digit(ch).is_some())
        .trim_start_of(set!("年个月"))
        .is_empty()
}

/// 县委、县政府， above the first paragraph.
fn recipient(subject: &Subject<'_, '_>, title: Span, out: &mut Findings<'_, '_>) {
    let below = subject.lines.partition_point(|line| line.words.start < title.end);
    let mut lines = subject.lines.iter().skip(below).take(4).peekable();
    while let Some(line) = lines.next() {
        let words = &subject.text[line.words];
        let next = lines.peek().map_or("", |next| &subject.text[next.words]);
        let prose = next.has_of(set!("。，"));
        if words.chars().nth(60).is_some() || !prose {
            continue;
        }
        let list = words.trim_end_of(set!("，,；;。."));
        let (closed, several) = (list.len() < words.len(), list.has_of(set!("、")));
        let addressed = list.split(['、', '，', ',']).all(|part| ends_body(part.trim_if(&is_space)));
        let maker = subject.metadata.issuer.as_deref() == Some(list) && !next.starts_with_any(words!("现将 现就"));
        // Another signs: the body above the text is the one that is addressed.
        let others = subject.head.signature.is_some_and(|signed| !has_word(signed, list) && !has_word(list, signed));
        if addressed && (closed || several || others) && !maker {
            let start = line.words.start as usize + list.len();
            let at = Span { start: start as u32, end: line.words.end };
            let sentence = &["主送机关后应用全角冒号。", "A full-width colon belongs behind those addressed."];
            out.say_mended(Rule::RecipientColon, line.words, sentence, &[], at, "：");
        }
    }
}
