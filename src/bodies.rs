//! Names of bodies and of places: 某县人民政府, 某市某区.

use crate::chars::{after, before, digit, find_word, has_word, is_han, is_in, is_space, one_of};
use crate::search::{Search, Words, set, words};

/// What the name of a body ends with.
const ENDINGS: &Words = words!(
    "\
    政府 会 委 办 局 厅 院 所 室 中心 队 党组 小组 公司 街道 集团 处 科 站 部 署 学校 大学 中学 妇联 残联 \
    开发区 管理区 农场 林场 牧场"
);

/// All of a place or a body: what is counted there is not counted of a part of it.
pub(crate) const WHOLE_PLACES: &Words = words!(
    "\
    全国 全省 全市 全州 全盟 全县 全区 全旗 全镇 全乡 全街道 全村 全域 全局 全院 全校 全系统 我省 我市 我州 我县 我区 我旗 我镇 \
    我乡 我街道 我村 我局 我院"
);

/// Words that end like a body and are none.
const NO_BODIES: &Words = words!("格局 布局 全局 大局 开局 新局 社会 大会 全会 机会 例会 干部 全部 场所 好处 之处");

/// Whether words end as the name of a body does.
pub(crate) fn ends_body(words: &str) -> bool {
    words.ends_with_any(ENDINGS) && !words.ends_with_any(NO_BODIES)
}

/// Whether a line is the name of a body and nothing else, or the names of several.
pub(crate) fn is_body(words: &str) -> bool {
    if words.len() > 4 * 40 || !ends_body(words) {
        return false;
    }
    (3..=40).contains(&words.chars().count())
        && words.chars().all(|ch| is_han(ch) || is_space(ch) || matches!(ch, '（' | '）' | '(' | ')' | '、'))
}

/// A body's name without its seal: 某县司法局（盖章）.
pub(crate) fn without_seal(words: &str) -> &str {
    match words.trim_end_if(&is_space).strip_end_of(set!("）)")).and_then(|rest| rest.rsplit_once(['（', '('])) {
        Some((body, note)) if note.ends_with('章') => body.trim_end_if(&is_space),
        _ => words,
    }
}

/// Characters that make no name with 省市县区镇乡旗盟 behind them: 全市, 城镇, 社区, 小区.
fn is_no_name(previous: Option<char>, ending: char) -> bool {
    let set = match ending {
        '市' => "城超上股夜入",
        '区' => "社地园城小景校厂库灾片街学牧范护政辖战",
        '县' => "市强省",
        '镇' => "城乡村重强",
        '乡' => "城家返下",
        '省' => "节反",
        '盟' => "联加同",
        _ => "",
    };
    previous.is_some_and(|ch| one_of(Some(ch), set!("全我本各该此")) || is_in(ch, set))
}

/// Words that a name's last character begins, so that it ends none: 市场, 区域, 乡村.
fn begins_word(rest: &str) -> bool {
    const WORDS: &Words = words!("市场 市容 市级 市民 市政 市域 区域 区级 县域 县级 镇域 乡村 乡镇 省级 旗帜");
    // 某市民政局, 某市政府 do end a name.
    const BODIES: &Words = words!("市民政 市民族 市民宗 市政府 市政协 市政务 市政法 市政治");
    rest.starts_with_any(WORDS) && !rest.starts_with_any(BODIES)
}

/// A town called after the market that it was, a district after its county: 柳市镇, 三乡镇, 沙县区. A name of one character
/// is no city and no 乡.
fn is_market_town(name: &str) -> bool {
    let market =
        |name: &str| Some(name.len() - name.strip_end_any(words!("镇 街道"))?.strip_end_any(words!("市 乡"))?.len());
    let ending = market(name).or_else(|| name.ends_with("县区").then_some("县区".len()));
    let stem = ending.map_or("", |ending| &name[..name.len() - ending]);
    stem.chars().count() == 1 && !stem.starts_of(set!("全我本各该此城多两"))
}

/// What may stand before the place in a title or in a body's name: 关于, 中共, 2023年.
fn lead(words: &str) -> &str {
    // 【年度报告】某镇…: the column that a site puts before a title.
    let words = words.strip_prefix('【').and_then(|tag| tag.split_once(['】'])).map_or(words, |(_, rest)| rest);
    let mut rest = words.trim_start_if(&|ch| is_space(ch) || matches!(ch, '《' | '—' | '（' | '('));
    loop {
        let year = rest.trim_start_if(&|ch| digit(ch).is_some() || one_of(Some(ch), set!("〇○零一二三四五六七八九")));
        let next = match year.strip_prefix('年').filter(|_| rest.len() - year.len() >= 4) {
            Some(behind) => behind.trim_start_of(set!("度 \u{3000}")),
            None => rest.strip_start_any(words!("关于 中国共产党 中共")).unwrap_or(rest),
        };
        if next.len() == rest.len() {
            return rest;
        }
        rest = next;
    }
}

/// The place at the start of a title or of a body's name: to the last of 省市区县镇乡街道 that ends a name.
pub(crate) fn place_in(words: &str) -> Option<&str> {
    const ENDINGS: &Words = words!("自治区 自治州 自治县 街道 开发区 新区 省 市 区 县 镇 乡 旗 盟");
    // The longest name between two endings, in bytes: 博尔塔拉蒙古自治州.
    const NAME: usize = 36;
    let words = lead(words);
    // Where the last name begins, and where it ends.
    let mut start = 0;
    let mut end = 0;
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(ch) = rest.chars().next().filter(|ch| is_han(*ch) && !one_of(Some(*ch), set!("年的在对为及与")))
        else {
            break;
        };
        if at - end > NAME || rest.starts_with_any(words!("关于 人民政府 政府 全面")) {
            break;
        }
        if let Some(ending) = rest.start_among(ENDINGS) {
            let behind = at + ending.len();
            let last = before(words, behind).unwrap_or_default();
            let previous = before(words, behind - last.len_utf8());
            let named = at > end && !is_no_name(previous, last) && !begins_word(&words[behind - last.len_utf8()..]);
            if named {
                start = end;
                end = behind;
            } else if is_market_town(&words[if at > end { end } else { start }..behind]) {
                end = behind;
            }
            at = behind;
            continue;
        }
        at += ch.len_utf8();
    }
    (end > 0).then(|| &words[..end])
}

/// The body that a title names at its start: 某县人民政府关于…, 某县司法局2023年…, 某县人民检察院工作报告.
pub(crate) fn body_in_title(title: &str) -> Option<&str> {
    let year = || title.find_if(&|ch| digit(ch).is_some() || ch == '二');
    let ends = [find_word(title, "关于"), year()];
    let named = ends.into_iter().flatten().map(|end| title[..end].trim_end_if(&is_space)).find(|body| is_body(body));
    if named.is_some() {
        return named;
    }
    if title.starts_with("关于") {
        return None;
    }
    // Without a year behind it the name ends where the first body behind the place does.
    let rest = lead(title);
    let place = place_in(rest)?;
    let mut end = None;
    for (at, ch) in rest.char_indices().skip_while(|(at, _)| *at < place.len()).take(16) {
        let behind = at + ch.len_utf8();
        let body = &rest[..behind];
        let one = body.ends_with_any(words!("局 厅 院 所 办 委 会 中心 政府"));
        let goes_on = after(rest, behind).is_some_and(|next| one_of(Some(next), set!("属有长面势部员士理公")));
        if one && ends_body(body) && !goes_on {
            end = Some(behind);
            // 某县人民政府办公室 goes on.
            if !rest[behind..].starts_with_any(words!("办公 机关党 党")) {
                break;
            }
        } else if end.is_none() && !is_han(ch) {
            break;
        }
    }
    // 某县委员会 is one word, and 法治政府 no body.
    end.map(|end| &rest[..end]).filter(|body| !has_word(body, "法治政府") && body.chars().count() >= 4)
}

/// Whether words are stretched with spaces: 某 市 统 计 局.
pub(crate) fn is_stretched(words: &str) -> bool {
    let mut parts = words.split(is_space).filter(|part| !part.is_empty());
    parts.by_ref().take(4).filter(|part| part.chars().nth(1).is_none()).count() == 4
        && parts.all(|part| part.chars().nth(1).is_none())
}

/// `某省人民政府省长　周某`, `某县财政局`: the body whose head delivers the report.
pub(crate) fn body_of_speaker(words: &str) -> Option<&str> {
    const OFFICES: &Words =
        words!("省长 市长 州长 县长 区长 镇长 乡长 局长 厅长 主任 院长 检察长 书记 所长 主席 旗长 总理");
    if is_stretched(words) {
        return is_body(words).then_some(words);
    }
    let office = words.split(is_space).next()?.trim_start_of(set!("（("));
    let body = office.strip_end_any(OFFICES).unwrap_or(office);
    let body = body.strip_end_any(words!("代理 代 副")).unwrap_or(body);
    is_body(body).then_some(body)
}
