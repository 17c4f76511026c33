//! The damages. Each is a plain function from the trials to damaged copies of them.

use crate::trial::{Copy, Struck, Trial, breaks, numeral, unseen};

/// A damage, under the name that the table gives it.
pub(crate) struct Damage {
    pub(crate) name: &'static str,
    pub(crate) floor: Floor,
    pub(crate) apply: fn(&[Trial]) -> Vec<Trial>,
}

/// What must not get worse; each only ever becomes stricter. Where a damage strikes one marker, `found`, `level` and
/// `number` are those of its heading.
pub(crate) struct Floor {
    pub(crate) found: f64,
    pub(crate) level: f64,
    pub(crate) number: f64,
    /// The most headings that may be false.
    pub(crate) wrong: usize,
}

const fn floor(found: f64, level: f64, number: f64, wrong: usize) -> Floor {
    Floor { found, level, number, wrong }
}

/// Damages to a whole text.
pub(crate) const WHOLE: [Damage; 26] = [
    Damage { name: "none", floor: floor(1.000, 1.000, 1.000, 0), apply: |trials| trials.to_vec() },
    Damage {
        name: "all line breaks and indents removed",
        floor: floor(0.967, 0.967, 0.967, 0),
        apply: |trials| each(trials, endless),
    },
    Damage {
        name: "all line breaks a space",
        floor: floor(0.970, 0.970, 0.970, 0),
        apply: |trials| each(trials, |trial| without_breaks(trial, " ")),
    },
    Damage {
        name: "a break every 35 characters",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, |trial| broken(trial, Page::at(70))),
    },
    Damage {
        name: "a break every 35 characters, no indents",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, |trial| broken(&without_indents(trial), Page::at(70))),
    },
    Damage {
        name: "a break every 35 characters, never before a stop",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, |trial| broken(trial, Page { kinsoku: true, ..Page::at(70) })),
    },
    Damage {
        name: "a break every 35 characters, never before a stop, no indents",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, |trial| broken(&without_indents(trial), Page { kinsoku: true, ..Page::at(70) })),
    },
    Damage {
        name: "a break every 80 columns, no indents",
        floor: floor(1.000, 1.000, 1.000, 1),
        apply: |trials| each(trials, |trial| broken(&without_indents(trial), Page { narrow: true, ..Page::at(80) })),
    },
    Damage {
        name: "a break every 35 characters, page numbers between",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, |trial| broken(trial, Page { lines: 20, ..Page::at(70) })),
    },
    Damage {
        name: "its own breaks removed, then one every 35 characters",
        floor: floor(0.967, 0.967, 0.967, 1),
        apply: |trials| each(trials, |trial| broken(&endless(trial), Page::at(70))),
    },
    Damage {
        name: "digits, brackets and letters full-width",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, full_width),
    },
    Damage {
        name: "digits, brackets and letters half-width",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, half_width),
    },
    Damage {
        name: "commas and colons half-width too",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, half_width_stops),
    },
    Damage {
        name: "a site's header and footer",
        floor: floor(0.991, 0.991, 0.991, 0),
        apply: |trials| each(trials, on_a_site),
    },
    Damage {
        name: "a site's header and footer, several words a line",
        floor: floor(0.991, 0.991, 0.991, 0),
        apply: |trials| each(trials, on_a_packed_site),
    },
    Damage { name: "two reports in one paste", floor: floor(0.991, 0.984, 0.991, 0), apply: pairs },
    Damage {
        name: "spaces, U+3000, no-break spaces around markers",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, spaced),
    },
    Damage {
        name: "spaces inside markers",
        floor: floor(1.000, 1.000, 0.985, 0),
        apply: |trials| each(trials, spaced_inside),
    },
    Damage {
        name: "CRLF",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, |trial| with_breaks(trial, "\r\n")),
    },
    Damage {
        name: "every line break doubled",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, |trial| with_breaks(trial, "\n\n")),
    },
    Damage {
        name: "spaces before every line break",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, |trial| with_breaks(trial, " \u{3000}\n")),
    },
    Damage {
        name: "indents removed",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, without_indents),
    },
    Damage {
        name: "traditional characters",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, |trial| traditional(trial, 1)),
    },
    Damage {
        name: "every other character traditional",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, |trial| traditional(trial, 2)),
    },
    Damage {
        name: "U+200B between characters",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, zero_width),
    },
    Damage {
        name: "private-use bullets before paragraphs",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| each(trials, bullets),
    },
];

/// Damages to one marker, each marker in turn.
pub(crate) const ONE_MARKER: [Damage; 10] = [
    Damage {
        name: "marker removed: between two",
        floor: floor(0.978, 0.978, 1.000, 0),
        apply: |trials| strike(trials, Place::Between, Wound::Marker),
    },
    Damage {
        name: "marker removed: the first",
        floor: floor(0.976, 0.953, 0.964, 0),
        apply: |trials| strike(trials, Place::First, Wound::Marker),
    },
    Damage {
        name: "marker removed: the last",
        floor: floor(0.835, 0.812, 1.0, 0),
        apply: |trials| strike(trials, Place::Last, Wound::Marker),
    },
    Damage {
        name: "number removed: between two",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| strike(trials, Place::Between, Wound::Number),
    },
    Damage {
        name: "number removed: the first",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| strike(trials, Place::First, Wound::Number),
    },
    Damage {
        name: "number removed: the last",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| strike(trials, Place::Last, Wound::Number),
    },
    Damage {
        name: "one too high",
        floor: floor(1.000, 1.000, 1.000, 0),
        apply: |trials| renumber(trials, 1, Wrong::One),
    },
    Damage {
        name: "one too low",
        floor: floor(0.988, 0.988, 0.988, 0),
        apply: |trials| renumber(trials, -1, Wrong::One),
    },
    Damage {
        name: "one too high, and all behind it",
        floor: floor(1.0, 1.0, 1.0, 0),
        apply: |trials| renumber(trials, 1, Wrong::AllBehind),
    },
    Damage {
        name: "one too low, and all behind it",
        floor: floor(1.0, 1.0, 1.0, 0),
        apply: |trials| renumber(trials, -1, Wrong::AllBehind),
    },
];

fn each(trials: &[Trial], damage: impl Fn(&Trial) -> Trial) -> Vec<Trial> {
    trials.iter().map(damage).collect()
}

/// Draws the same numbers on every machine.
struct Draw(u64);

impl Draw {
    /// The next number under `bound`.
    fn under(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// Each line break as `instead`, and no indents. A heading without a marker was its line and nothing else: it is no
/// longer asked for.
fn without_breaks(trial: &Trial, instead: &str) -> Trial {
    let mut endless = without_indents(trial).rewritten(|_, ch| match ch {
        '\n' => instead.to_owned(),
        '\r' | '\u{3000}' | '\u{FEFF}' => String::new(),
        ch => String::from(ch),
    });
    for heading in endless.headings.iter_mut().filter(|heading| heading.marker.is_empty()) {
        heading.optional = true;
    }
    endless
}

fn endless(trial: &Trial) -> Trial {
    without_breaks(trial, "")
}

fn with_breaks(trial: &Trial, instead: &str) -> Trial {
    trial.rewritten(|_, ch| match ch {
        '\n' => instead.to_owned(),
        '\r' => String::new(),
        ch => String::from(ch),
    })
}

fn without_indents(trial: &Trial) -> Trial {
    trial.rewritten(|at, ch| {
        let indent = unseen(ch) && !breaks(ch) && trial.opens_line(at);
        if indent { String::new() } else { String::from(ch) }
    })
}

/// How a text is set in lines of fixed width.
struct Page {
    /// The columns of a line; a Chinese character takes two.
    columns: usize,
    /// Whether ASCII takes one column; else every character takes two.
    narrow: bool,
    /// Whether stops and closing brackets never open a line, and numbers and Latin words are not broken.
    kinsoku: bool,
    /// How many lines a page has; 0 where there are no pages.
    lines: usize,
}

impl Page {
    fn at(columns: usize) -> Page {
        Page { columns, narrow: false, kinsoku: false, lines: 0 }
    }

    fn width(&self, ch: char) -> usize {
        if self.narrow && ch.is_ascii() { 1 } else { 2 }
    }
}

/// Whether `ch` belongs to a run that a typesetter does not break: a number, a Latin word.
fn unbreakable(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || ch == '.' || ch == '%'
}

fn broken(trial: &Trial, page: Page) -> Trial {
    let mut copy = Copy::of(trial);
    let (mut column, mut line) = (0, 0);
    while let Some(ch) = copy.next() {
        let before = trial.text[..copy.at()].last().copied();
        let run = trial.text[copy.at()..].iter().take_while(|ch| page.kinsoku && unbreakable(**ch));
        let inside = page.kinsoku && before.is_some_and(unbreakable) && unbreakable(ch);
        let stuck = inside
            || page.kinsoku && ("，。、；：？！）”》".contains(ch) || before.is_some_and(|ch| "（“《".contains(ch)));
        let room = run.map(|ch| page.width(*ch)).sum::<usize>().max(page.width(ch));
        if breaks(ch) {
            column = 0;
            line += usize::from(ch == '\n');
        } else if column > 0 && column + room > page.columns && !stuck {
            copy.insert("\n");
            column = 0;
            line += 1;
            if page.lines > 0 && line.is_multiple_of(page.lines) {
                copy.insert(&format!("— {} —\n", line / page.lines));
            }
        }
        column += if breaks(ch) { 0 } else { page.width(ch) };
        copy.keep(ch);
    }
    copy.finish()
}

fn full_width(trial: &Trial) -> Trial {
    trial.mapped(|ch| match ch {
        '0'..='9' | 'A'..='Z' | 'a'..='z' | '(' | ')' | '.' | '%' => char::from_u32(ch as u32 + 0xFEE0).unwrap(),
        ch => ch,
    })
}

fn half_width_char(ch: char) -> char {
    match ch {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '（' | '）' | '．' | '％' => {
            char::from_u32(ch as u32 - 0xFEE0).unwrap()
        }
        ch => ch,
    }
}

fn half_width(trial: &Trial) -> Trial {
    trial.mapped(half_width_char)
}

fn half_width_stops(trial: &Trial) -> Trial {
    trial.mapped(|ch| match ch {
        '，' => ',',
        '：' => ':',
        '；' => ';',
        ch => half_width_char(ch),
    })
}

/// The words of the report's title, or of a page without one.
fn title(trial: &Trial) -> String {
    let words = trial.title.clone().map(|title| trial.words(title));
    words.map_or("政府信息公开".to_owned(), |words| words.split_whitespace().collect())
}

fn on_a_site(trial: &Trial) -> Trial {
    let header = format!(
        "无障碍浏览\n长者模式\n登录 | 注册\n首页\n走进本地\n政务公开\n政务服务\n互动交流\n数据发布\n\
         您当前所在的位置：首页 > 政务公开 > 法定主动公开内容 > 工作报告\n{title}\n\
         索引号：\n00851423-7/2023-00417\n主题分类：\n综合政务 / 其他\n发布机构：\n办公室\n发文日期：\n2023-01-19\n文号：\n无\n\
         来源：办公室 发布时间：2023-01-19 16:42 浏览次数：1376 次 字体：[大 中 小]\n分享到：\n微信\n微博\nQQ空间\n\n",
        title = title(trial)
    );
    let footer = "\n\n扫一扫在手机打开当前页\n【打印本页】\n【关闭窗口】\n上一篇：关于开展消防安全专项检查的通知\n\
                  下一篇：2022年重点项目完成情况公示\n相关阅读\n· 一图读懂年度重点工作\n· 两会专题报道\n网站地图\n关于我们\n联系我们\n\
                  主办单位：人民政府办公室 承办单位：大数据中心\n网站标识码：3309010026 浙ICP备05003871号-2 浙公网安备 33090102000417号\n\
                  建议使用1366*768以上分辨率浏览\n";
    trial.between(&header, footer)
}

fn on_a_packed_site(trial: &Trial) -> Trial {
    let header = format!(
        "首页 新闻中心 政务公开 办事服务 互动交流 专题专栏\n当前位置：首页>>信息公开>>年度报告\n{title}\n\
         日期：2023年02月08日 08:30 信息来源：综合科 点击数：842 【字号：大 中 小】 打印 分享到：微信 微博\n",
        title = title(trial)
    );
    let footer = "\n上一篇：没有了 下一篇：关于公布办事指南的通告\n打印本页 关闭窗口 返回顶部 收藏本页\n\
                  版权所有：人民政府 技术支持：信息中心 备案序号：湘ICP备12006543号 您是第 1048576 位访问者\n";
    trial.between(&header, footer)
}

/// Every report with the next one behind it, behind a blank line or a mere line break.
fn pairs(trials: &[Trial]) -> Vec<Trial> {
    let next = trials.iter().cycle().skip(1).zip(["\n\n", "\n"].into_iter().cycle());
    trials.iter().zip(next).map(|(first, (second, seam))| first.followed_by(second, seam)).collect()
}

/// A space of one kind or another before each marker, behind it, or on both sides.
fn spaced(trial: &Trial) -> Trial {
    let mut draw = Draw(7);
    let mut places = Vec::new();
    for marker in numbered(trial) {
        let space = [" ", "\u{3000}", "\u{A0}"][draw.under(3) as usize];
        let side = draw.under(3);
        places.extend((side != 0).then_some((marker.start, space)));
        places.extend((side != 1).then_some((marker.end, space)));
    }
    let mut copy = Copy::of(trial);
    while let Some(ch) = copy.next() {
        if let Some((_, space)) = places.iter().find(|(at, _)| *at == copy.at()) {
            copy.insert(space);
        }
        copy.keep(ch);
    }
    copy.finish()
}

/// A space or U+3000 before and behind the number in each marker: `（ 一 ）`, `1 .`.
fn spaced_inside(trial: &Trial) -> Trial {
    let mut draw = Draw(11);
    let mut copy = Copy::of(trial);
    let inside: Vec<usize> = numbered(trial).flat_map(|marker| marker.start + 1..marker.end).collect();
    while let Some(ch) = copy.next() {
        let at = copy.at();
        if inside.contains(&at) && numeral(trial.text[at - 1]) != numeral(ch) {
            copy.insert(if draw.under(2) == 0 { " " } else { "\u{3000}" });
        }
        copy.keep(ch);
    }
    copy.finish()
}

/// The markers that the report has.
fn numbered(trial: &Trial) -> impl Iterator<Item = std::ops::Range<usize>> {
    trial.headings.iter().map(|heading| heading.marker.clone()).filter(|marker| !marker.is_empty())
}

/// Every `step`th of the characters that have a traditional form in it.
fn traditional(trial: &Trial, step: usize) -> Trial {
    let letters: Vec<char> = include_str!("traditional.txt").chars().filter(|ch| !ch.is_whitespace()).collect();
    let forms: std::collections::HashMap<char, char> = letters.chunks(2).map(|pair| (pair[0], pair[1])).collect();
    let mut copy = Copy::of(trial);
    let mut met = 0;
    while let Some(ch) = copy.next() {
        let form = forms.get(&ch);
        met += usize::from(form.is_some());
        copy.keep(form.copied().filter(|_| met % step == 0).unwrap_or(ch));
    }
    copy.finish()
}

fn zero_width(trial: &Trial) -> Trial {
    let mut draw = Draw(13);
    let mut copy = Copy::of(trial);
    while let Some(ch) = copy.next() {
        if draw.under(8) == 0 {
            copy.insert("\u{200B}");
        }
        copy.keep(ch);
    }
    copy.finish()
}

/// A bullet of Word's symbol fonts before each heading of the second level and below, and every third paragraph.
fn bullets(trial: &Trial) -> Trial {
    let opens: Vec<usize> =
        trial.headings.iter().filter(|heading| heading.level > 1).map(|heading| heading.marker.start).collect();
    let bodies_from = trial.headings.first().map_or(0, |heading| heading.title.end);
    let mut copy = Copy::of(trial);
    let mut paragraph = 0;
    while let Some(ch) = copy.next() {
        let at = copy.at();
        let opening = at > bodies_from && !unseen(ch) && trial.opens_line(at);
        paragraph += usize::from(opening);
        if opens.contains(&at) {
            copy.insert("\u{F0B7}\t");
        } else if opening && paragraph % 3 == 0 && trial.headings.iter().all(|heading| heading.marker.start != at) {
            copy.insert("\u{F06C} ");
        }
        copy.keep(ch);
    }
    copy.finish()
}

/// Where in its series the struck heading stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Between,
    First,
    Last,
}

#[derive(Clone, Copy, PartialEq)]
enum Wound {
    /// The whole marker is gone.
    Marker,
    /// Only the number is gone: `、` `（）` or `）` are left.
    Number,
}

fn number_of(trial: &Trial, heading: usize) -> Option<u32> {
    trial.headings[heading].numbers[0]
}

/// Takes the marker, or its number, from each heading that stands so in its series.
///
/// The order alone decides the number between n-1 and n+1, and before 2: a series opens with 1. Behind the last, a
/// heading without its marker may also be one that never had a number, so `None` is right there too. Where only the
/// number is taken, every other heading is enough.
fn strike(trials: &[Trial], place: Place, wound: Wound) -> Vec<Trial> {
    let mut struck = Vec::new();
    for trial in trials {
        for series in trial.series() {
            for (index, heading) in series.iter().enumerate() {
                let number = number_of(trial, *heading);
                let before = index.checked_sub(1).and_then(|index| number_of(trial, series[index]));
                let behind = series.get(index + 1).and_then(|next| number_of(trial, *next));
                let follows = |first: Option<u32>, second: Option<u32>| first.map(|first| first + 1) == second;
                let (here, decided) = match (index, series.get(index + 1)) {
                    (0, _) => (Place::First, number == Some(1) && behind == Some(2)),
                    (_, Some(_)) => (Place::Between, follows(before, number) && follows(number, behind)),
                    (_, None) => (Place::Last, false),
                };
                if here != place {
                    continue;
                }
                let mut wounded = without_marker(trial, *heading, wound);
                if !decided {
                    wounded.headings[*heading].numbers.push(None);
                }
                wounded.struck = Some(Struck { heading: *heading, findings: vec![("marker-missing", *heading)] });
                struck.push(wounded);
            }
        }
    }
    let step = if wound == Wound::Number { 2 } else { 1 };
    struck.into_iter().step_by(step).collect()
}

/// The trial without the heading's marker or its number. Of brackets, every other heading keeps only the closing one.
fn without_marker(trial: &Trial, heading: usize, wound: Wound) -> Trial {
    let marker = trial.headings[heading].marker.clone();
    trial.rewritten(|at, ch| {
        let half = heading.is_multiple_of(2) && "（(".contains(ch);
        let gone = marker.contains(&at) && (wound == Wound::Marker || numeral(ch) || half);
        if gone { String::new() } else { String::from(ch) }
    })
}

/// `number` in the script of `like`.
fn written(number: u32, like: char) -> String {
    let digits = "零一二三四五六七八九";
    let digit = |value: u32| digits.chars().nth(value as usize).unwrap();
    match like {
        '0'..='9' => number.to_string(),
        '０'..='９' => number.to_string().chars().map(|ch| char::from_u32(ch as u32 + 0xFEE0).unwrap()).collect(),
        _ => {
            let tens = match number / 10 {
                0 => String::new(),
                1 => "十".to_owned(),
                tens => format!("{}十", digit(tens)),
            };
            let ones = if number.is_multiple_of(10) { String::new() } else { String::from(digit(number % 10)) };
            tens + &ones
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Wrong {
    One,
    AllBehind,
}

/// In each series, the marker of the middle heading one too high or too low, and perhaps of all behind it; those only in
/// every other series.
///
/// The wrong number is what the report says, so it stays; what is asked for is a finding, at the heading or, where the
/// next one then repeats or leaves out a number, there.
fn renumber(trials: &[Trial], by: i32, wrong: Wrong) -> Vec<Trial> {
    let (rule, other) = if by > 0 { ("number-gap", "number-repeat") } else { ("number-repeat", "number-gap") };
    let mut renumbered = Vec::new();
    for trial in trials {
        for series in trial.series() {
            let behind = &series[series.len() / 2..];
            let (first, next) = (behind[0], behind.get(1).copied());
            let several = if wrong == Wrong::AllBehind { behind } else { &behind[..1] };
            let mut copy = several.iter().fold(trial.clone(), |copy, heading| with_number(&copy, *heading, by));
            let told_by_next = next.filter(|_| wrong == Wrong::One).map(|next| (other, next));
            let findings = [(rule, first)].into_iter().chain(told_by_next).collect();
            copy.struck = Some(Struck { heading: first, findings });
            renumbered.push(copy);
        }
    }
    let step = if wrong == Wrong::AllBehind { 2 } else { 1 };
    renumbered.into_iter().step_by(step).collect()
}

fn with_number(trial: &Trial, heading: usize, by: i32) -> Trial {
    let marker = trial.headings[heading].marker.clone();
    let number = number_of(trial, heading).unwrap().saturating_add_signed(by);
    // Of 2.3, the 3 counts.
    let last = marker.rev().skip_while(|at| !numeral(trial.text[*at])).take_while(|at| numeral(trial.text[*at]));
    let mut digits: Vec<usize> = last.collect();
    digits.reverse();
    let mut renumbered = trial.rewritten(|at, ch| match digits.iter().position(|digit| *digit == at) {
        Some(0) => written(number, ch),
        Some(_) => String::new(),
        None => String::from(ch),
    });
    renumbered.headings[heading].numbers = vec![Some(number)];
    renumbered
}
