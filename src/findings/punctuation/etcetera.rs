//! What stands before and behind 等, and the commas of lists that need none.

use crate::chars::one_of;
use crate::findings::Findings;
use crate::findings::punctuation::Mark;
use crate::options::Sentence;
use crate::rules::Rule;
use crate::search::{Search, set, words};
use crate::span::Span;

/// What is wrong with one mark of a list.
pub(super) fn look(mark: &Mark<'_>, out: &mut Findings<'_, '_>) {
    match (mark.ch, mark.after()) {
        ('、', Some('《')) if mark.before == Some('》') => between(mark, &["书名号", "titles"], out),
        ('、', Some('“')) if mark.before == Some('”') => between(mark, &["引号", "quotations"], out),
        // 等级, 等同, 等候 are words.
        ('、', Some('等')) if !one_of(mark.rest.chars().nth(1), set!("级额待候到同于式距差效价离次第份量压位")) =>
        {
            let span = Span::new(mark.start(), mark.end() + '等'.len_utf8());
            let sentence = &["“等”前不用顿号。", "No enumeration comma stands before “等”."];
            out.say_mended(Rule::EtcComma, span, sentence, &[], mark.span(), "");
        }
        ('…', next) if mark.before != Some('…') => {
            let run = mark.run();
            let dots = Span::new(mark.start(), mark.start() + run);
            let behind = &mark.rest[run - mark.ch.len_utf8()..];
            let before = mark.before == Some('等');
            let next = next.filter(|_| behind.starts_with('等') && !behind.starts_with_any(words!("等级 等待 等到")));
            if before || next.is_some() {
                let start = if before { mark.start() - '等'.len_utf8() } else { mark.start() };
                let end = if before { dots.end as usize } else { dots.end as usize + '等'.len_utf8() };
                let sentence = &["省略号不与“等”并用。", "An ellipsis and “等” do not stand together."];
                out.say_mended(Rule::EtcEllipsis, Span::new(start, end), sentence, &[], dots, "");
            }
        }
        _ => {}
    }
}

fn between(mark: &Mark<'_>, what: Sentence, out: &mut Findings<'_, '_>) {
    let Some(next) = mark.after() else { return };
    let span = Span::new(mark.start() - '》'.len_utf8(), mark.end() + next.len_utf8());
    let sentence = &["并列的{0}之间通常不用顿号。", "Between {0} side by side there is usually no enumeration comma."];
    let what = what[out.language() as usize];
    out.say_mended(Rule::TitleComma, span, sentence, &[&what], mark.span(), "");
}
