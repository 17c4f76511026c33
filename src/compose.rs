//! Text put together from words and numbers. `format!` would do it too, at the price of `core::fmt`: eight kilobytes of
//! the wasm.

use crate::decimal::Decimal;
use alloc::borrow::Cow;
use alloc::string::String;

/// What text can be put together from.
pub(crate) trait Part {
    fn add_to(&self, out: &mut String);
}

impl<T: Part + ?Sized> Part for &T {
    fn add_to(&self, out: &mut String) {
        (*self).add_to(out);
    }
}

impl Part for str {
    fn add_to(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Part for String {
    fn add_to(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Part for Cow<'_, str> {
    fn add_to(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Part for Decimal {
    fn add_to(&self, out: &mut String) {
        self.write_to(out);
    }
}

impl Part for u32 {
    fn add_to(&self, out: &mut String) {
        Decimal::from(u64::from(*self)).write_to(out);
    }
}

impl<T: Part> Part for Option<T> {
    fn add_to(&self, out: &mut String) {
        if let Some(part) = self {
            part.add_to(out);
        }
    }
}

/// A number in at least so many digits: the month of 2021-03.
#[derive(Debug)]
pub(crate) struct Padded(pub(crate) u32, pub(crate) usize);

impl Part for Padded {
    fn add_to(&self, out: &mut String) {
        let start = out.len();
        self.0.add_to(out);
        while out.len() < start + self.1 {
            out.insert(start, '0');
        }
    }
}

/// `template` with its holes filled: `{0}` by the first of `parts`, `{1}` by the next. What has no part is left out.
pub(crate) fn fill(template: &str, parts: &[&dyn Part]) -> String {
    let mut out = String::new();
    let mut is_hole = false;
    for piece in template.split(['{', '}']) {
        if !is_hole {
            out.push_str(piece);
        } else if let Some(part) =
            piece.bytes().next().and_then(|digit| parts.get(usize::from(digit.wrapping_sub(b'0'))))
        {
            part.add_to(&mut out);
        }
        is_hole = !is_hole;
    }
    out
}

/// The parts one after another, as a `String`: `compose!("同级序号", number, "重复。")`.
macro_rules! compose {
    ($($part:expr),+ $(,)?) => {{
        let mut out = alloc::string::String::new();
        $($crate::compose::Part::add_to(&$part, &mut out);)+
        out
    }};
}
pub(crate) use compose;

#[cfg(test)]
mod test {
    use super::{Padded, fill};
    use crate::decimal::Decimal;

    #[test]
    fn numbers_are_written_out() {
        assert_eq!(compose!("一", 0, "、", 120, "、", Decimal::new(944, -1)), "一0、120、94.4");
        assert_eq!(compose!(Padded(7, 4), "-", Padded(3, 2), "-", Padded(123, 2)), "0007-03-123");
    }

    #[test]
    fn holes_are_filled_in_any_order() {
        assert_eq!(fill("由{0}跳到{1}。", &[&1, &"四"]), "由1跳到四。");
        assert_eq!(fill("{1} behind {0}, {1}", &[&1, &"四"]), "四 behind 1, 四");
        assert_eq!(fill("nothing", &[&1]), "nothing");
        assert_eq!(fill("{2}{x}{", &[&1]), "", "what no part fills is left out");
    }
}
