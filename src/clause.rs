//! A clause before a number: where it begins, and what in it names something.

mod comparison;
pub(crate) mod edge;
pub(crate) mod object;
pub(crate) mod verb;

use crate::chars::{
    after, digit, find_word, han_digit, han_power, is_closing, is_han, is_letter, is_opening, is_space, rfind_word,
    step_back,
};
use crate::clause::comparison::{COMPARISONS, EMPTY, strip_share};
use crate::clause::edge::{GOVERNED, before_note, begins_word, strip_leads, strip_tails, strip_tails_again};
use crate::clause::verb::{ends_with_agent, is_deed, is_doing, verb_at};
use crate::concordance::{Letters, Places, SENTENCE_STOPS, letters};
use crate::marker::{self, Style};
use crate::own_words::OwnWords;
use crate::search::{Search, Words, set, words};
use crate::span::Span;
use crate::units;
use crate::vocabulary::{VERBS, Verb};

/// How far a clause is looked at on either side, in characters.
pub(crate) const REACH: usize = 72;

/// The start of the clause that ends at byte `at` of a line, whose `places` are given: behind the last mark that parts
/// clauses, marks inside brackets and quotes apart. 、 parts the members of a list, not clauses.
pub(crate) fn clause_start(text: &str, places: Places<'_>, line: Span, at: usize) -> usize {
    const MARKS: &Letters = &SENTENCE_STOPS.and(letters!("，,：:﹐（(〔[［【“‘「『《〈{）)〕]］】”’」』》〉}"));
    let start = line.start as usize;
    let mut depth = 0u32;
    let mut found = start;
    // What stands further back than is looked changes nothing: a character has four bytes at most.
    for place in places.until(at).from(at.saturating_sub(4 * REACH)).of(MARKS).rev() {
        let Some(ch) = after(text, place) else { break };
        if is_closing(ch) {
            depth += 1;
        } else if depth == 0 {
            found = place + ch.len_utf8();
            break;
        } else if is_opening(ch) {
            depth -= 1;
        }
    }
    // Most clauses are short, and a character has a byte at the least.
    if at - found <= REACH { found } else { found.max(start.max(step_back(text, at, REACH))) }
}

/// What stands behind the last adverb that parts subject and predicate: 小组|累计|入户动员, 镇街|每季度|演练.
fn last_predicate(words: &str, doing: bool) -> &str {
    const ADVERBS: &Words = words!(
        "\
        共收 累计 共计 已累计 已经 先后 全年 带头 共 已 分别 合计 每季度 每人每年 每年 每月 每周 分为 包括 涉及 仅有 年均 依法 前 后 \
        人均 依次是 依次为 使 是 有"
    );
    let mut from = 0;
    let mut depth = 0u32;
    for (at, ch) in words.char_indices() {
        // No Chinese character is a bracket.
        let han = is_han(ch);
        if han && !ADVERBS.may_begin(ch) {
            continue;
        }
        if !han && is_opening(ch) {
            depth += 1;
        } else if !han && is_closing(ch) {
            depth = depth.saturating_sub(1);
        } else if depth == 0
            && at > 0
            && let Some(adverb) = words[at..].start_among(ADVERBS)
        {
            let left = &words[..at];
            let rest = &words[at + adverb.len()..];
            // 新闻发布会累计|举行: the event is what was held.
            let held = VERBS.longest(rest).is_some_and(|(word, verb)| verb == Verb::Light && word == rest);
            // 中欧班列累计|开行2.6万列.
            if held && is_event(left) || rest == "开行" && left.ends_of(set!("列车")) {
                return left;
            }
            // 药品集中采购已执行五批: a bare verb says what was done with the subject.
            // 农村公路|每年|养护500公里, 健身活动|年均|吸引4000人次.
            let bare = rest.is_any(words!("吸引 带动 拉动 惠及 投产 竣工 开工 达产 开业 停产 复工"))
                || !doing && is_doing(rest) && adverb.is_any(words!("累计 已累计 共 共计 年均 每年 每月 每季度"));
            let giver = left.ends_with_any(words!("人员 财政 资金 每人 每户"));
            let body = rest.ends_of(set!("产工业")) && left.ends_with_any(words!("企业 公司 项目"));
            if bare && !giver && (is_event(left) || body) && left.chars().count() > 3 && verb_at(left).is_none() {
                return left;
            }
            if !doing && adverb == "已" && (is_doing(rest) || rest.chars().count() == 2) && left.chars().count() > 3 {
                return left;
            }
            let part = match adverb {
                // 法官人均结案90件 is a measure, 网格员人均走访30次 a doing.
                "人均" => !doing || !is_doing(rest),
                // 管理体系|使|整改率.
                "使" => rest.starts_of(set!("用领馆命者得")) || left.ends_of(set!("大天行即驱促役")),
                // 固废管理处有|编制人员.
                "有" => {
                    !(ends_with_agent(left) || left.ends_of(set!("处科室部")))
                        || begins_word(&words[at..], "有")
                        || left.ends_of(set!("所"))
                            && !left.ends_with_any(words!("派出所 司法所 卫生所 管理所 研究所 事务所"))
                        || verb_at(rest).is_some()
                }
                // 建设任务是|新增床位.
                "是" => {
                    !left.ends_with_any(words!("任务 目标 重点 内容 措施 计划 举措"))
                        || verb_at(rest).is_none() && !rest.starts_with('新')
                }
                "年均" => verb_at(rest).is_none(),
                "带头" => rest.starts_with('人'),
                // “蓝盾”行动|全年|查办案件; 全年 before a noun is when.
                "全年" => left.ends_of(set!("健安完")) || !doing && verb_at(rest).is_none(),
                "共" => {
                    rest.starts_of(set!("同享建青产治识和服富")) && !rest.starts_with("识别")
                        || left.ends_of(set!("公中总"))
                }
                "共收" => rest.starts_of(set!("到集取缴录治费养藏回入")) || left.ends_with('公'),
                "依法" => rest.starts_with_any(GOVERNED),
                // 整改后|验收, 受理前|化解: behind a deed; 售后, 落后产能, 前期 are words.
                "前" | "后" => !is_deed(left) || begins_word(&words[at..], adverb),
                _ => false,
            };
            if !part && rest.chars().filter(|ch| is_han(*ch)).count() >= 2 {
                from = at + adverb.len();
            }
        }
    }
    &words[from..]
}

/// Whether `words` name what is held and not who holds it.
fn is_event(words: &str) -> bool {
    let meeting =
        words.ends_with('会') && !words.ends_with_any(words!("委会 协会 工会 商会 联合会 学会 研究会 基金会 员会"));
    words.chars().nth(1).is_some() && (meeting || !ends_with_agent(words))
}

/// 每千人口拥有医师: what is counted, or nothing where only the base is named (平均每个社区).
fn per_base(words: &str) -> Option<&str> {
    let base = words.strip_prefix("平均").unwrap_or(words).strip_prefix('每')?;
    let base = base.trim_start_if(&|ch| digit(ch).is_some() || han_digit(ch).is_some() || han_power(ch).is_some());
    let people = base.strip_start_any(words!("常住人口 人口 人"));
    let rest = people.or_else(|| units::scan(base, &OwnWords::NONE).map(|unit| &base[unit.length..])).unwrap_or(base);
    if let Some(at) = rest.find('有').filter(|at| !begins_word(&rest[*at..], "有")) {
        let object = &rest[at + '有'.len_utf8()..];
        return Some(if rest[..at].ends_with('拥') && !object.is_empty() { words } else { object });
    }
    let only_base = rest.is_empty() || people.is_none() && rest.chars().count() <= 8 && ends_with_agent(rest);
    Some(if only_base { "" } else { words })
}

/// 市级（不含开发区，下同）|预算收入: the words behind a remark in brackets that says what is counted with them.
fn behind_remark(words: &str) -> Option<&str> {
    let open = words.find_of(set!("（("))?;
    let note = words[open..].strip_start_of(set!("（("))?;
    let close = note.find_of(set!("）)"))?;
    let remark = note[..close].starts_with_any(words!("含 包括 不含 不包括")) || note[..close].ends_with("下同");
    let behind = note[close..].strip_start_of(set!("）)"))?;
    (remark && behind.chars().filter(|ch| is_han(*ch)).count() >= 4).then_some(behind)
}

/// 增长速度 全年|货运总量, -49.5全年|棉花产量: behind what a table or a title left on the line.
fn behind_break(words: &str) -> &str {
    let marked = marker::scan(words).is_some_and(|found| found.style == Style::Han);
    let opens = |at: &usize| {
        let left = &words[..*at];
        left.ends_if(&|ch| is_space(ch) || ch.is_ascii_digit()) && left.has_if(&is_letter) || marked
    };
    let last = rfind_word(words, "全年").max(rfind_word(words, "年末")).filter(|at| *at > 0);
    last.filter(opens).map_or(words, |at| &words[at..])
}

/// 省厅核定我市2019年|政府债务限额, 生产能力|2030年达到, 税收比重|较2017年提高: the words that name something beside a
/// year inside a clause.
pub(crate) fn beside_year<'t>(words: &'t str, town: &str) -> &'t str {
    let Some(end) = find_word(words, "年") else { return words };
    let left = words[..end].trim_end_if(&|ch| ch.is_ascii_digit());
    let behind = &words[end + "年".len()..];
    let behind = behind.strip_start_any(words!("度 底前 底 起")).unwrap_or(behind);
    let said = |words: &str| words.chars().filter(|ch| is_han(*ch)).count();
    let inside =
        left.is_any(words!("相比 相较 相较于 对比")) || left.chars().any(is_opening) || left.ends_of(set!("—-至到、"));
    if end - left.len() != "2025".len() || said(left) < 2 || inside || behind.starts_with('的') {
        return words;
    }
    // 下达我市2025年新增债务限额: a noun, behind a verb.
    let verb = |(at, _)| matches!(verb_at(&left[at..]), Some((_, Verb::Strong)));
    if behind.starts_with("新增") && left.char_indices().any(verb) {
        return words;
    }
    if let Some(compared) = left.strip_end_of(set!("较比")).filter(|rest| said(rest) >= 4) {
        return compared;
    }
    let noun = strip_leads(behind, town).0;
    if said(noun) >= 4 {
        return behind;
    }
    let rest = strip_tails(behind);
    let over = rest.is_empty() || rest.is_any(words!("以来 底 末 首次"));
    if over && said(left) >= 4 { left } else { words }
}

/// 市十七届人大四次会议批准的|市本级收入预算: what was approved, without who did.
fn behind_approval(words: &str) -> &str {
    const APPROVED: &Words = words!("会议批准的 人代会批准的 人大批准的 常委会批准的");
    let behind = APPROVED.each().find_map(|said| find_word(words, said).map(|at| &words[at + said.len()..]));
    behind.filter(|rest| rest.chars().filter(|ch| is_han(*ch)).count() >= 4).unwrap_or(words)
}

/// The words of a clause that name something, or nothing where it only says how a number compares or adds up; and whether
/// 为, 在 or the like led them.
pub(crate) fn naming_words<'t>(words: &'t str, town: &str, doing: bool) -> Option<(&'t str, bool)> {
    let bare = strip_tails(behind_approval(beside_year(behind_break(words), town)));
    let own = strip_tails_again(strip_share(bare), bare);
    let (words, led) = strip_leads(own, town);
    let bare = strip_tails_again(words, own);
    let parted = last_predicate(bare, doing);
    let (words, again) = strip_leads(parted, town);
    let led = again || led && parted.len() == words.len();
    let words = strip_tails_again(words, bare);
    let words = per_base(words).unwrap_or(words);
    let words = behind_remark(words).unwrap_or(words);
    // 扣除|上解支出1680万元, but 扣除价格因素实际增长.
    const MONEY: &Words = words!("支出 收入 资金 结余 补助 债券");
    let words = words.strip_start_any(words!("扣除 剔除")).filter(|rest| rest.ends_with_any(MONEY)).unwrap_or(words);
    // 决定不起诉（含附条件不起诉）|48件.
    let words = before_note(words)
        .filter(|rest| {
            is_doing(rest.strip_prefix('不').unwrap_or(rest))
                || rest.ends_with("不起诉")
                || words.ends_with_any(words!("下同） 下同)"))
        })
        .unwrap_or(words);
    // 员额法官中，|35岁以下的12名: of whom.
    let words = words
        .strip_end_of(set!("中里"))
        .filter(|rest| ends_with_agent(rest) && !rest.ends_of(set!("集高初其途手")) || rest.ends_of(set!("官")))
        .unwrap_or(words);
    let names = words.chars().any(is_letter);
    // 年初预算79亿元，执行中经人代会批准调整为|85亿元.
    let approved = words.starts_with_any(words!("执行中 后经 经")) && words.ends_with_any(words!("执行中 批准"));
    // 人均GDP为6.3万元（按年平均汇率折算为|9847美元）.
    let converted = words.ends_with_any(words!("汇率折算 汇率换算 汇率计算"));
    let suffered = approved
        || converted
        || words.starts_with('受') && words.ends_with("影响")
        || words.ends_with("相比")
        || words.ends_with('相') && !words.ends_with_any(words!("真相 亮相"));
    // 完成总产值760亿元（含园区）、增长5.6%: a remark and nothing else.
    let remark = words.starts_of(set!("（("))
        && words
            .trim_end_of(set!("、"))
            .find_if(&is_closing)
            .is_some_and(|at| words[at..].chars().all(|ch| !is_letter(ch)));
    let empty = suffered
        || remark
        || EMPTY.longest(words).is_some_and(|(word, ())| word == words)
        || VERBS.longest(words).is_some_and(|(word, verb)| verb == Verb::Light && word == words)
        // 完成年度投资 names the investment.
        || COMPARISONS.longest(words).is_some() && !(words.starts_with("完成") && words.ends_with("投资"));
    (names && !empty).then_some((words, led))
}
