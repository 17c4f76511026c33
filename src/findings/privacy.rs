//! What should not be made public: telephone and identity numbers, e-mail addresses, number plates, bank accounts, the name
//! of who is to be contacted. What is public by its nature, such as a hotline, is not among them.

use crate::chars::{after, digit, has_word, is_han, is_space, one_of, step_back, step_on};
use crate::dates::days_in;
use crate::findings::Findings;
use crate::options::Sentence;
use crate::rules::Rule;
use crate::search::{Search, set, words};
use crate::span::Span;
use crate::work;
use alloc::vec::Vec;

/// The characters of the provinces on a number plate.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// What should not leave the office unasked.
#[derive(Debug, Default)]
pub(super) struct Private {
    /// How far the text was told or passed over.
    end: usize,
}

impl Private {
    /// Looks at the character at byte `at` of a line.
    pub(super) fn look(&mut self, line: Span, words: &str, at: usize, ch: char, out: &mut Findings<'_, '_>) {
        let from = line.start as usize;
        if from + at < self.end {
            return;
        }
        let found = match ch {
            '@' | '＠' => email(words, at),
            '：' | ':' => {
                let start = words[..at].trim_end_if(&is_space).strip_end_any(words!("联系人 经办人")).map(str::len);
                start.filter(|start| from + start >= self.end).and_then(|start| contact(words, start))
            }
            'A'..='Z' => plate(words, at),
            _ if digit(ch).is_some() => {
                let run = run(words, at);
                self.end = from + run;
                private_kind(&words[at..run], &words[..at]).map(|(rule, what)| (rule, what, at, run))
            }
            _ => None,
        };
        let Some((rule, what, start, end)) = found else { return };
        let sentence =
            &["含{0}，公开前请确认是否需要隐去。", "Here is {0}; before publishing, decide whether to hide it."];
        let what = what[out.language() as usize];
        out.say(rule, Span::new(from + start, from + end), sentence, &[&what]);
        self.end = from + end;
    }
}

/// Where the digits, hyphens and X from byte `at` on end.
fn run(words: &str, at: usize) -> usize {
    let plain = |byte: &&u8| matches!(byte, b'0'..=b'9' | b'-' | b'X' | b'x');
    let end = at + words.as_bytes()[at..].iter().take_while(plain).count();
    work::done(end - at);
    match after(words, end) {
        Some('－' | '０'..='９') => words[end..]
            .find_if(&|ch| digit(ch).is_none() && !matches!(ch, '-' | '－' | 'X' | 'x'))
            .map_or(words.len(), |length| end + length),
        _ => end,
    }
}

/// A rule, what it found, and from where to where.
type Found = (Rule, Sentence, usize, usize);

const TELEPHONE: Sentence = &["电话号码", "a telephone number"];

/// What a run of digits and hyphens is, by its shape and by the words before it.
fn private_kind(number: &str, left: &str) -> Option<(Rule, Sentence)> {
    /// The shortest is a telephone number.
    const SHORTEST: usize = 7;
    if number.len() < SHORTEST {
        return None;
    }
    let near = &left[step_back(left, left.len(), 12)..];
    let digits: Vec<u8> = number.chars().take(24).filter_map(digit).collect();
    let hyphens = number.chars().filter(|ch| matches!(ch, '-' | '－')).count();
    let letters = number.chars().filter(|ch| matches!(ch, 'X' | 'x')).count();
    let account = near.has_any(words!("账号 帐号 账户 帐户 卡号")) || digits.starts_with(&[6, 2]) && is_luhn(&digits);
    match (digits.len(), hyphens, letters) {
        (18, 0, 0) | (17, 0, 1) if is_identity(&digits) || has_word(near, "身份证") => {
            Some((Rule::Privacy, &["身份证号码", "an identity number"]))
        }
        (12..=21, 0, 0) if account => Some((Rule::BankAccount, &["银行账号", "the number of a bank account"])),
        // A line that everybody may call.
        _ if near.has_any(words!("热线 举报 投诉 监督 咨询 报警 求助")) => None,
        (11, 0, 0) if digits.starts_with(&[1]) && digits[1] >= 3 => {
            Some((Rule::Privacy, &["手机号码", "a mobile telephone number"]))
        }
        (10..=12, 1, 0) if digits.starts_with(&[0]) => Some((Rule::Privacy, TELEPHONE)),
        (7..=8, 0, 0) if near.ends_with_any(words!("电话： 电话: 电话 传真： 传真:")) || behind_area_code(near) => {
            Some((Rule::Privacy, TELEPHONE))
        }
        _ => None,
    }
}

/// （0591）83321456: the code of the area in brackets.
fn behind_area_code(left: &str) -> bool {
    let Some(inner) = left.trim_end_if(&is_space).strip_end_of(set!("）)")) else { return false };
    let code = inner.rfind_of(set!("（(")).map_or("", |open| inner[open..].trim_start_of(set!("（(")));
    code.starts_with('0') && matches!(code.len(), 3 | 4) && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// Seventeen digits of an identity number and perhaps its check digit (GB 11643-1999): a region, a day, and a check that
/// holds; an index number of as many digits has none of these.
fn is_identity(digits: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let number = |from: usize, to: usize| {
        digits.get(from..to).unwrap_or_default().iter().fold(0, |number, digit| number * 10 + u32::from(*digit))
    };
    let (region, year, month, day) = (number(0, 2), number(6, 10), number(10, 12), number(12, 14));
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    let check = (12 - sum % 11) % 11;
    let last = digits.get(17).map_or(10, |digit| u32::from(*digit));
    (11..=82).contains(&region)
        && (1900..2100).contains(&year)
        && (1..=12).contains(&month)
        && (1..=days_in(year, month)).contains(&day)
        && check == last
}

/// Whether the last digit of a card's number checks the others (ISO/IEC 7812).
fn is_luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let digit = u32::from(*digit) << (place & 1);
            digit / 10 + digit % 10
        })
        .sum();
    matches!(digits.len(), 16..=19) && sum.is_multiple_of(10)
}

/// name@example.cn, at its @.
fn email(words: &str, at: usize) -> Option<Found> {
    let part = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '.' | '-' | '_');
    let left = &words[step_back(words, at, 40)..at];
    let right = &words[at..step_on(words, at, 40)];
    let start = at - (left.len() - left.trim_end_if(&part).len());
    let sign = right.chars().next()?.len_utf8();
    let domain = &right[sign..];
    let domain = &domain[..domain.find_if(&|ch| !part(ch)).unwrap_or(domain.len())];
    let whole = start < at && domain.contains('.') && !domain.starts_with('.');
    let what: Sentence = &["电子邮箱", "an e-mail address"];
    whole.then(|| (Rule::Email, what, start, at + sign + domain.trim_end_of(set!(".")).len()))
}

/// 闽A12345, at its letter.
fn plate(words: &str, at: usize) -> Option<Found> {
    let province = words[..at].chars().next_back().filter(|ch| one_of(Some(*ch), set!(PROVINCES)))?;
    let behind = &words[at + 1..step_on(words, at, 9)];
    let number = behind.trim_start_of(set!("·•"));
    let length = number.bytes().take_while(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()).count();
    let digits = number[..length].bytes().filter(u8::is_ascii_digit).count();
    let whole = matches!(length, 5 | 6) && digits > 2;
    let what: Sentence = &["机动车号牌", "the number plate of a vehicle"];
    let end = at + 1 + behind.len() - number.len() + length;
    whole.then(|| (Rule::NumberPlate, what, at - province.len_utf8(), end))
}

/// 联系人：李某某, at its first character.
fn contact(words: &str, at: usize) -> Option<Found> {
    let near = &words[at..step_on(words, at, 16)];
    let behind = near.strip_start_any(words!("联系人 经办人"))?.trim_start_if(&is_space).strip_start_of(set!("：:"))?;
    let name = behind.trim_start_if(&is_space);
    let start = at + near.len() - name.len();
    // 李　某: a name of two characters is spaced out.
    let mut end = 0;
    let mut length = 0;
    for (place, ch) in name.char_indices() {
        if is_han(ch) {
            length += 1;
            end = place + ch.len_utf8();
        } else if !is_space(ch) || length != 1 {
            break;
        }
    }
    // 联系人：经理、主管: a list of offices.
    let person = (2..=4).contains(&length)
        && !name[end..].starts_of(set!("、和"))
        && !name[..end].ends_with_any(words!("办 科 股 室 局 处 站 中心 电话"));
    person.then_some((Rule::ContactName, &["联系人姓名", "the name of a contact"], start, start + end))
}
