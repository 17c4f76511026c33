//! The minus before a number: 增长-9.4%, 自然增长率为-2.41‰, 利润总额-1.2亿元. Elsewhere the same mark joins or parts: 3-5个, A-3,
//! 一等奖-20%.

use crate::chars::{is_comma, is_opening, is_space};
use crate::numeral::Script;
use crate::quantity::Quantity;
use crate::report::Kind;
use crate::search::{Search, Words, set, words};

/// Where the minus of `quantity` begins, if it has one. `from` is the end of what was read before in the same stretch.
///
/// Only rates, money and degrees are said to be below zero: before a count the mark is a dash.
pub(crate) fn before(text: &str, from: usize, quantity: &Quantity) -> Option<usize> {
    let left = text.get(from..quantity.number.start as usize)?;
    let bare = left.strip_end_of(set!("-－−–﹣"))?;
    let last = bare.chars().next_back()?;
    let unit = quantity.unit.map_or("", |unit| &text[unit]);
    let may_be_negative =
        matches!(quantity.kind, Kind::Percent | Kind::Money) || unit.is_any(DEGREES) || unit.is_empty();
    let named = bare.trim_end_if(&is_space).ends_with_any(BEFORE);
    let one = quantity.upper.is_none() && quantity.numeral.script == Script::Arabic && !quantity.worded;
    (may_be_negative && one && (named || is_opening(last) || is_comma(last))).then_some(from + bare.len())
}

const DEGREES: &Words = words!("℃ 摄氏度 度");

/// How the words end that a value follows.
const BEFORE: &Words = words!(
    "为 是 达 到 至 约 近 了 增长 增速 增幅 涨幅 升 降 额 润 差 率 比 值 上年 去年 同期 收入 支出 净流入 气温 温度 指数"
);
