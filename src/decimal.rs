//! Exact decimal numbers: an integer and a power of ten.

use crate::chars::has_word;
use alloc::string::String;

/// An exact decimal: `coefficient × 10^exponent`, or its negative (增长-9.4%).
///
/// Reports state decimals (`94.4%`, `1.1万`), and their sums must come out to the last digit, so no binary fraction is
/// used before the border. Equality is of the number, not of the form: 1.0 equals 1.
///
/// ```
/// use gangmu::Decimal;
/// let ten_thousand_and_some = Decimal::new(11, 3);
/// assert_eq!(ten_thousand_and_some, Decimal::new(11_000, 0));
/// assert_eq!(ten_thousand_and_some.to_string(), "11000");
/// assert_eq!(Decimal::new(944, -1).to_string(), "94.4");
/// assert_eq!(Decimal::new(94, -1).negated().to_string(), "-9.4");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    coefficient: u64,
    exponent: i8,
    is_negative: bool,
}

impl Decimal {
    /// Zero.
    ///
    /// ```
    /// use gangmu::Decimal;
    /// assert_eq!(Decimal::ZERO, Decimal::new(0, 5));
    /// ```
    pub const ZERO: Decimal = Decimal::new(0, 0);

    /// `coefficient × 10^exponent`.
    ///
    /// ```
    /// use gangmu::Decimal;
    /// assert_eq!(Decimal::new(11, 3).to_string(), "11000"); // 1.1万
    /// ```
    pub const fn new(coefficient: u64, exponent: i8) -> Decimal {
        Decimal { coefficient, exponent, is_negative: false }
    }

    /// The number with the other sign; zero has none.
    ///
    /// ```
    /// use gangmu::Decimal;
    /// assert_eq!(Decimal::from(3).negated().to_f64(), -3.0);
    /// assert_eq!(Decimal::ZERO.negated(), Decimal::ZERO);
    /// ```
    #[must_use]
    pub const fn negated(self) -> Decimal {
        self.with_sign(!self.is_negative)
    }

    /// The number as far from zero, below it or not; zero has no sign.
    ///
    /// ```
    /// use gangmu::Decimal;
    /// let size = Decimal::new(94, -1);
    /// assert_eq!(size.with_sign(true).to_string(), "-9.4");
    /// assert_eq!(size.with_sign(true).with_sign(false), size);
    /// ```
    #[must_use]
    pub const fn with_sign(self, is_negative: bool) -> Decimal {
        Decimal { is_negative: is_negative && self.coefficient > 0, ..self }
    }

    /// Whether the number is below zero.
    ///
    /// ```
    /// let report = gangmu::parse("全县固定资产投资增长-9.4%。");
    /// assert!(report.figures[0].value.is_negative());
    /// ```
    pub const fn is_negative(self) -> bool {
        self.is_negative
    }

    /// The integer before the power of ten and the sign are applied.
    ///
    /// ```
    /// assert_eq!(gangmu::Decimal::new(944, -1).coefficient(), 944);
    /// ```
    pub const fn coefficient(self) -> u64 {
        self.coefficient
    }

    /// The power of ten.
    ///
    /// ```
    /// assert_eq!(gangmu::Decimal::new(944, -1).exponent(), -1);
    /// ```
    pub const fn exponent(self) -> i8 {
        self.exponent
    }

    /// The number times `10^power`; exact. An exponent out of range stays at the end of the range.
    ///
    /// ```
    /// use gangmu::Decimal;
    /// assert_eq!(Decimal::new(11, -1).times_ten_to(4), Decimal::from(11_000)); // 1.1 and 万
    /// ```
    #[must_use]
    pub const fn times_ten_to(self, power: i8) -> Decimal {
        Decimal { exponent: self.exponent.saturating_add(power), ..self }
    }

    /// The number written out in the scale (万亿, 亿, 万) that `words` are written in; plain where they have none.
    ///
    /// ```
    /// let difference = gangmu::Decimal::from(680_000_000);
    /// assert_eq!(difference.in_scale_of("7.8亿元"), "6.8亿");
    /// assert_eq!(difference.in_scale_of("12元"), "680000000");
    /// ```
    pub fn in_scale_of(self, words: &str) -> String {
        const SCALES: [(&str, i8); 3] = [("万亿", 12), ("亿", 8), ("万", 4)];
        let (scale, power) = SCALES.into_iter().find(|(scale, _)| has_word(words, scale)).unwrap_or_default();
        let mut out = String::new();
        self.times_ten_to(-power).write_to(&mut out);
        out + scale
    }

    /// The same number with the shortest coefficient: 1200 is 12 × 10².
    ///
    /// ```
    /// let number = gangmu::Decimal::from(1200).normal();
    /// assert_eq!((number.coefficient(), number.exponent()), (12, 2));
    /// ```
    #[must_use]
    pub const fn normal(self) -> Decimal {
        let Decimal { mut coefficient, mut exponent, is_negative } = self;
        if coefficient == 0 {
            return Decimal::ZERO;
        }
        while coefficient % 10 == 0 && exponent < i8::MAX {
            coefficient /= 10;
            exponent += 1;
        }
        Decimal { coefficient, exponent, is_negative }
    }

    /// The sum, or `None` where it has more than 19 digits or one of the two is negative.
    ///
    /// ```
    /// use gangmu::Decimal;
    /// let tenth = Decimal::new(1, -1);
    /// assert_eq!(tenth.checked_add(Decimal::new(2, -1)), Some(Decimal::new(3, -1)));
    /// assert_eq!(Decimal::new(1, 19).checked_add(tenth), None);
    /// ```
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        self.both_positive(other)?;
        let exponent = self.exponent.min(other.exponent);
        let sum = self.at_exponent(exponent)?.checked_add(other.at_exponent(exponent)?)?;
        Some(Decimal::new(sum, exponent))
    }

    /// The difference, or `None` where it or one of the two is negative, or it has more than 19 digits.
    ///
    /// ```
    /// use gangmu::Decimal;
    /// assert_eq!(Decimal::new(15, -1).checked_sub(Decimal::from(1)), Some(Decimal::new(5, -1)));
    /// assert_eq!(Decimal::from(1).checked_sub(Decimal::from(2)), None);
    /// ```
    pub fn checked_sub(self, other: Decimal) -> Option<Decimal> {
        self.both_positive(other)?;
        let exponent = self.exponent.min(other.exponent);
        let rest = self.at_exponent(exponent)?.checked_sub(other.at_exponent(exponent)?)?;
        Some(Decimal::new(rest, exponent))
    }

    /// The decimal nearest to `value` at `exponent`; zero where it is too great for one.
    pub(crate) fn nearest(value: f64, exponent: i8) -> Decimal {
        if value < 0.0 {
            return Decimal::nearest(-value, exponent).negated();
        }
        let mut scaled = value;
        for _ in 0..exponent.unsigned_abs() {
            if exponent < 0 { scaled *= 10.0 } else { scaled /= 10.0 }
        }
        if (0.0..1e18).contains(&scaled) { Decimal::new((scaled + 0.5) as u64, exponent) } else { Decimal::ZERO }
    }

    /// The product, or `None` where it has more than 19 digits or one of the two is negative.
    ///
    /// ```
    /// use gangmu::Decimal;
    /// assert_eq!(Decimal::new(15, -1).checked_mul(Decimal::from(4)), Some(Decimal::from(6)));
    /// assert_eq!(Decimal::from(u64::MAX).checked_mul(Decimal::from(3)), None);
    /// ```
    pub fn checked_mul(self, other: Decimal) -> Option<Decimal> {
        self.both_positive(other)?;
        let (a, b) = (self.normal(), other.normal());
        Some(Decimal::new(a.coefficient.checked_mul(b.coefficient)?, a.exponent.checked_add(b.exponent)?))
    }

    /// Reports seldom calculate with what is negative, and nothing is said of it where they do.
    fn both_positive(self, other: Decimal) -> Option<()> {
        (!self.is_negative && !other.is_negative).then_some(())
    }

    /// The coefficient that this number has at a smaller or equal exponent.
    fn at_exponent(self, exponent: i8) -> Option<u64> {
        let steps = u32::try_from(i16::from(self.exponent) - i16::from(exponent)).ok()?;
        self.coefficient.checked_mul(10u64.checked_pow(steps)?)
    }

    /// The nearest double. Exact rounding up to 15 digits and 22 powers of ten, which is all that a report states.
    ///
    /// ```
    /// assert_eq!(gangmu::Decimal::new(944, -1).to_f64(), 94.4);
    /// ```
    pub fn to_f64(self) -> f64 {
        let Decimal { coefficient, exponent, is_negative } = self.normal();
        let mut power = 1.0;
        for _ in 0..exponent.unsigned_abs() {
            power *= 10.0;
        }
        let size = if exponent < 0 { coefficient as f64 / power } else { coefficient as f64 * power };
        if is_negative { -size } else { size }
    }

    /// Appends the plain decimal form: digits, with a point where there is a fraction, without an exponent.
    pub(crate) fn write_to(self, out: &mut String) {
        let Decimal { coefficient, exponent, is_negative } = self.normal();
        if is_negative {
            out.push('-');
        }
        let mut digits = [0u8; 20];
        let mut at = digits.len();
        let mut rest = coefficient;
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        let digits = &digits[at..];
        let fraction = usize::from(if exponent < 0 { exponent.unsigned_abs() } else { 0 });
        if fraction >= digits.len() {
            out.push('0');
        }
        for (place, digit) in digits.iter().enumerate() {
            if place + fraction == digits.len() {
                out.push('.');
            }
            out.push(char::from(*digit));
        }
        if fraction > digits.len() {
            let missing = fraction - digits.len();
            let point = out.len() - digits.len();
            out.insert(point, '.');
            for _ in 0..missing {
                out.insert(point + 1, '0');
            }
        }
        for _ in 0..exponent.max(0) {
            out.push('0');
        }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        let (a, b) = (self.normal(), other.normal());
        (a.coefficient, a.exponent, a.is_negative) == (b.coefficient, b.exponent, b.is_negative)
    }
}

impl Eq for Decimal {}

impl Default for Decimal {
    fn default() -> Decimal {
        Decimal::ZERO
    }
}

impl From<u64> for Decimal {
    fn from(integer: u64) -> Decimal {
        Decimal::new(integer, 0)
    }
}

impl core::fmt::Display for Decimal {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let mut out = String::new();
        self.write_to(&mut out);
        f.write_str(&out)
    }
}
