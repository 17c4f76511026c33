//! Words with what stands round them: the quote by which a place is found again.

use crate::chars::{step_back, step_on};
use crate::span::Span;

/// How many characters of what stands round a quote are kept, on either side.
const QUOTED: usize = 32;

/// The words of a span with up to 32 characters (Unicode code points) before and behind them, as the text has them, line
/// breaks too: the `TextQuoteSelector` of the [W3C Web Annotation model](https://www.w3.org/TR/annotation-model/#text-quote-selector).
///
/// ```
/// let text = "全年开展培训12次，受众800人。";
/// let report = gangmu::parse(text);
/// let quote = gangmu::TextQuote::of(text, report.figures[0].span);
/// assert_eq!((quote.prefix, quote.exact, quote.suffix), ("全年开展培训", "12次", "，受众800人。"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct TextQuote<'t> {
    /// What stands before the words; empty at the start of the text.
    pub prefix: &'t str,
    /// The words.
    pub exact: &'t str,
    /// What stands behind them; empty at the end of the text.
    pub suffix: &'t str,
}

impl<'t> TextQuote<'t> {
    /// The quote of `span` in `text`; all three parts are empty where the span is not one of this text.
    ///
    /// ```
    /// let outside = gangmu::Span { start: 100, end: 101 };
    /// assert_eq!(gangmu::TextQuote::of("开展培训12次。", outside), gangmu::TextQuote::default());
    /// ```
    pub fn of(text: &'t str, span: Span) -> TextQuote<'t> {
        let (start, end) = (span.start as usize, span.end as usize);
        let (Some(before), Some(exact), Some(behind)) = (text.get(..start), text.get(start..end), text.get(end..))
        else {
            return TextQuote::default();
        };
        let prefix = before.get(step_back(text, start, QUOTED)..).unwrap_or_default();
        let suffix = behind.get(..step_on(behind, 0, QUOTED)).unwrap_or_default();
        TextQuote { prefix, exact, suffix }
    }
}

#[cfg(test)]
mod test {
    use super::TextQuote;
    use crate::span::Span;

    #[test]
    fn characters_are_counted_and_not_bytes_or_units() {
        let text = "𬭚".repeat(40) + "12次" + &"é".repeat(40);
        let quote = TextQuote::of(&text, Span { start: 160, end: 165 });
        assert_eq!((quote.prefix.chars().count(), quote.exact, quote.suffix.chars().count()), (32, "12次", 32));
    }

    #[test]
    fn no_place_of_the_text_has_no_quote() {
        for span in
            [Span { start: 1, end: 3 }, Span { start: 0, end: 4 }, Span { start: 3, end: 0 }, Span { start: 9, end: 9 }]
        {
            assert_eq!(TextQuote::of("一二", span), TextQuote::default());
        }
        assert_eq!(TextQuote::of("一二", Span { start: 6, end: 6 }).prefix, "一二");
    }
}
