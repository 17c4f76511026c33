//! What a line without a marker has of a heading: its length, its stops, what stands beside it.

use crate::chars::{
    after, digit, find_word, han_digit, has_word, is_closing, is_comma, is_han, is_sentence_stop, is_space,
};
use crate::concordance::{Concordance, SENTENCE_STOPS};
use crate::lines::Line;
use crate::search::{Search, set, words};
use crate::work;

/// How many characters a heading on a line of its own has at most, where nothing but the order says that it is one.
const OWN_LINE: usize = 50;

/// How many characters the title of a run-in heading has then.
const RUN_IN: usize = 24;

/// How the headings of one series look, and how much stands under each.
#[derive(Clone, Copy, Default)]
pub(crate) struct Form {
    /// Titles have a line of their own.
    pub(crate) own_line: bool,
    /// Some of those end with a full stop.
    pub(crate) stopped: bool,
    /// Titles are the first sentence of a paragraph.
    pub(crate) run_in: bool,
    /// Some have a comma.
    pub(crate) comma: bool,
    /// Some hold a figure.
    pub(crate) figure: bool,
    /// Each is one paragraph with nothing under it.
    pub(crate) bare: bool,
}

impl Form {
    /// What stands right above a series: a line of its own.
    pub(crate) const ABOVE: Form =
        Form { own_line: true, stopped: true, run_in: false, comma: true, figure: false, bare: false };
}

/// Whether a line is whole, by its last character or as a row of a table.
pub(crate) fn is_whole_line(words: &str) -> bool {
    words.ends_with(ends_line) || has_word(words, "\t")
}

fn ends_line(ch: char) -> bool {
    is_sentence_stop(ch) || is_closing(ch) || matches!(ch, '：' | ':')
}

/// Whether the title closes a quotation that was opened before it: a line broken inside a sentence.
fn closes_only(title: &str) -> bool {
    has_word(title, "》") && !has_word(title, "《") || has_word(title, "”") && !has_word(title, "“")
}

fn is_numeral(ch: char) -> bool {
    han_digit(ch).is_some()
}

/// 围绕以上目标，重点抓好八个方面工作; 重点做好十方面工作。: a sentence that announces what follows, by its number.
fn announces(title: &str, behind: &str) -> bool {
    let bare = title.strip_end_any(words!("工作 任务 举措 措施")).unwrap_or(title);
    let counted = bare.strip_end_any(words!("个方面 方面 个方面的 方面的 项重点 大方面"));
    (title.has_of(set!("，,")) || !behind.is_empty())
        && counted.is_some_and(|rest| rest.ends_if(&is_numeral) || rest.ends_with('十'))
}

/// Whether a line without a marker looks as the headings of a series do.
pub(crate) fn looks_like(text: &str, places: &Concordance, line: &Line, form: Form) -> bool {
    let words = &text[line.words];
    let stop = places.within(line.words).first(SENTENCE_STOPS).map(|at| at - line.words.start as usize);
    let title = &words[..stop.unwrap_or(words.len())];
    // Most lines are sentences, or too long.
    let alone = stop.is_none() || form.stopped && &words[title.len()..] == "。";
    if title.len() > 4 * OWN_LINE || !(form.run_in || form.own_line && alone) {
        return false;
    }
    work::done(title.len());
    let length = title.chars().count();
    let figure = title.has_if(&|ch| digit(ch).is_some());
    // 2023年工作安排, and not a day: 2011年09月26.
    let behind_year = find_word(title, "年").and_then(|at| after(title, at + "年".len()));
    let year = figure && title.starts_if(&|ch| digit(ch).is_some()) && behind_year.is_some_and(is_han);
    let item = title.chars().nth(1).is_some_and(|ch| ch == '是' || ch == '要') && title.starts_if(&is_numeral);
    if !(2..=OWN_LINE).contains(&length)
        || !(title.starts_if(&is_han) || year)
        || item
        || has_word(title, "\t")
        || closes_only(title)
        || has_word(title, "以下")
        || has_word(title, "如下")
        || announces(title, &words[title.len()..])
        || figure && !year && !form.figure
        || !form.comma && title.has_of(set!("，,"))
    {
        return false;
    }
    let behind = &words[title.len()..];
    let short = length <= RUN_IN;
    let own_line = behind.is_empty() && !title.ends_if(&|ch| is_comma(ch) || is_space(ch) || digit(ch).is_some())
        || form.stopped && short && behind == "。";
    // A short first sentence, and more behind it.
    let run_in = form.bare && stop.is_some() || short && behind.starts_with('。') && behind.len() > "。".len();
    form.own_line && own_line || form.run_in && run_in
}
