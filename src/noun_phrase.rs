//! The noun phrase behind a number: 23名|在编干部|参加培训.

use crate::chars::{
    after, before, digit, is_closing, is_comma, is_han, is_opening, is_sentence_stop, one_of, step_back, step_on,
};
use crate::clause::edge::begins_word;
use crate::clause::object::is_measure;
use crate::clause::verb::{is_deed, is_doing, is_noun_before, verb_at};
use crate::numeral;
use crate::own_words::OwnWords;
use crate::search::{Search, Words, set, words};
use crate::units;
use crate::vocabulary::{STOPS, VERBS, Verb};

/// Where the noun phrase at the start of `words` ends.
pub(crate) fn noun_phrase(words: &str) -> usize {
    let mut depth = 0u32;
    // 两次|全覆盖排查.
    let mut at = if words.starts_with("全覆盖") { "全覆盖".len() } else { 0 };
    while at < words.len() {
        let rest = &words[at..];
        let Some(ch) = rest.chars().next() else { break };
        if is_opening(ch) {
            // 镇（街道）便民服务中心: a short note inside the phrase; a longer one ends it.
            let inside = rest.chars().take(7).position(|ch| matches!(ch, '）' | ')')).is_some_and(|close| {
                // 贫困村（郭家村）|和特困户: the note is at its end.
                let behind = rest.chars().nth(close + 1);
                // 许可事项（47个子项）|实施规范: a figure of its own.
                let note = &rest[ch.len_utf8()..step_on(rest, 0, close)];
                // 10个乡（镇）、31个村: which bodies.
                let bodies = one_of(before(words, at), set!("村县乡镇区市街"))
                    && note.is_any(words!("社区 街道 镇 乡 市 区 县 居 市、区 区、市 镇、街道 社区、居委会"));
                bodies
                    || behind.is_some_and(|ch| is_han(ch) || is_opening(ch))
                        && !one_of(behind, set!("和及与、"))
                        && !rest.chars().take(close).any(|ch| digit(ch).is_some())
            });
            if matches!(ch, '（' | '(') && depth == 0 && !inside {
                return at;
            }
            depth += 1;
        } else if is_closing(ch) {
            if depth == 0 {
                return at;
            }
            depth -= 1;
        } else if depth == 0 {
            let joins_number = matches!(ch, '、' | '和' | '及' | '与' | '，' | ',')
                && rest[ch.len_utf8()..]
                    .chars()
                    .next()
                    .is_some_and(|next| digit(next).is_some() || numeral::begins(next) && next != '数');
            let of_number =
                ch == '的' && rest[ch.len_utf8()..].chars().next().is_some_and(|next| digit(next).is_some());
            // 资金3万元|现已全部发放.
            if rest.starts_with("现已")
                && !before(words, at).is_some_and(|left| one_of(Some(left), set!("发出体实呈表涌")))
            {
                return at;
            }
            // 全球最高10米|液压支架、|全球最大直径掘进机: the next of a list has a rank of its own.
            let ranked = ch == '、'
                && rest[ch.len_utf8()..]
                    .strip_start_any(words!("全球 全国 世界 国内 亚洲 全省"))
                    .is_some_and(|rest| rest.starts_of(set!("最首唯")));
            // 站所里|五分之二.
            let inside = matches!(ch, '里' | '中') && at > 0 && rest[ch.len_utf8()..].starts_if(&numeral::begins);
            if joins_number
                || of_number
                || inside
                || ranked
                || is_sentence_stop(ch)
                || is_comma(ch) && ch != '、'
                || matches!(ch, '\n' | '\r')
            {
                return at;
            }
            // 4家养殖场面积|197公顷, 4个村|874亩征地: another number begins.
            // 引进4家世界500强: the number of a rank.
            let ranked = rest.trim_start_if(&|ch| digit(ch).is_some());
            if digit(ch).is_some() && ranked.starts_with('强') {
                at += rest.len() - ranked.len();
                continue;
            }
            if digit(ch).is_some() && before(words, at).is_some_and(|left| is_han(left) || is_closing(left)) {
                return at;
            }
            // 200亿元专项资金|支持4441个项目: a verb with a number of its own.
            if at > 0
                && !words[..at].ends_with_any(words!("转移 总"))
                && verb_at(rest).is_some_and(|(length, _)| {
                    rest[length..].trim_start_of(set!("了")).starts_if(&|next| digit(next).is_some())
                })
            {
                return at;
            }
            // 27个省份|督导核查56个市: two verbs with a number of their own.
            if words[..at].chars().count() >= 2
                && !rest.starts_with("转移")
                && !is_noun_before(words, at)
                && verb_at(rest).is_some_and(|(length, _)| {
                    let second = &rest[length..];
                    verb_at(second).is_some_and(|(length, _)| second[length..].starts_if(&|next| digit(next).is_some()))
                })
            {
                return at;
            }
            // 15个工作站|接待群众: a verb behind a phrase that could stand by itself, with an object of its own.
            if words[..at].chars().count() >= 4
                && !is_doing(&words[..at])
                && !is_deed(&words[..step_on(words, at, 1)])
                && !is_noun_before(words, at)
                && let Some((length, Verb::Strong)) = verb_at(rest)
                && length > '、'.len_utf8()
                && verb_at(&rest[length..]).is_none()
                && has_object(&rest[length..])
            {
                return at;
            }
            if at > 0
                && let Some((word, ())) = STOPS.longest(rest)
            {
                let single = word.len() <= '在'.len_utf8();
                // 基层党组织: a noun that ends like a verb.
                if word == "组织" && is_noun_before(words, at) {
                    at += word.len();
                    continue;
                }
                // 参保人员, 申请事项: a noun that begins like a verb.
                if !single && verb_at(rest).is_none() && VERBS.longest(rest).is_some_and(|(verb, _)| verb == word) {
                    at += word.len();
                    continue;
                }
                // 35项|基本公共服务, 12名|主要负责人: a noun that begins like an adverb or a verb.
                if word.is_any(words!("基本 负责 协助")) && begins_word(rest, word) {
                    at += word.len();
                    continue;
                }
                // 39宗|新开工项目, 143个|年度实施项目, 35项|依申请服务事项: which of them.
                if !single && words[..at].is_any(words!("新 未 已 年度 拟 依")) {
                    at += word.len();
                    continue;
                }
                // 4期|能力提升培训班: a noun that something is called after.
                if word.is_any(words!("提升 提高 优化 升级 带动 引导 化解 整改 推进 解决"))
                    && is_called_after(&rest[word.len()..])
                {
                    at += word.len();
                    continue;
                }
                // 科级以上干部, 60岁以上老人.
                if matches!(word, "以上" | "以下")
                    && (words[..at].ends_of(set!("级岁等"))
                        || words[..at].ends_with("级及")
                        || words[..at].ends_with("规模")
                        || words[..at].ends_with("限额"))
                    && rest[word.len()..].chars().next().is_some_and(is_han)
                {
                    at += word.len();
                    continue;
                }
                // A single character ends the phrase only where a phrase is there already.
                if !single
                    || (words[..at].chars().count() >= 2
                        || words[..at].ends_of(set!("村镇乡县区市校店厂户"))
                        || matches!(ch, '未' | '已' | '均' | '都' | '被' | '仍'))
                        && !is_noun_with(words, at, ch)
                {
                    // 公司|承担任务, 网格员|收到奖状: it begins within a verb.
                    let verb = step_back(words, at, 1);
                    let within = words[..verb].chars().nth(1).is_some()
                        && !is_deed(&words[..at])
                        && !is_noun_before(words, verb)
                        && verb_at(&words[verb..]).is_some_and(|(length, _)| verb + length > at);
                    return if within { verb } else { at };
                }
            }
        }
        at += ch.len_utf8();
    }
    words.len()
}

/// Whether `words` are one noun up to the end of the clause that a deed before it says the purpose of.
fn is_called_after(words: &str) -> bool {
    let noun = &words[..words.find_if(&|ch| !is_han(ch)).unwrap_or(words.len())];
    noun.chars().count() <= 5 && noun.ends_with_any(words!("培训班 研修班 训练营 专班 工程 行动 计划"))
}

/// Whether `words` begin with what a verb before them may be done to: three characters, or two that make no noun with it
/// (分配方案).
fn has_object(words: &str) -> bool {
    const HEADS: &Words = words!(
        "方案 办法 措施 制度 机制 协议 计划 体系 标准 规划 意见 政策 资金 项目 工程 设施 设备 活动 行动 任务 功能 能力 服务 \
        系统 平台 中心 对象 队伍 基地 场所 清单 目录 台账"
    );
    let end = words.find_if(&|ch| !is_han(ch) && !is_opening(ch)).unwrap_or(words.len());
    match words[..end].chars().take(3).count() {
        3 => true,
        2 => !words[..end].is_any(HEADS),
        _ => false,
    }
}

/// 现在, 对象, 为民: single characters inside nouns.
fn is_noun_with(words: &str, at: usize, ch: char) -> bool {
    let next = after(words, at + ch.len_utf8());
    let previous = before(words, at);
    match ch {
        '在' => {
            previous == Some('潜')
                || next == Some('线')
                || one_of(next, set!("库建读训研保管途产养籍逃押岗册营外谈矫孵售"))
                || one_of(next, set!("园学院"))
                    && !words[at + '在'.len_utf8()..].starts_with_any(words!("园区 园林 园内 学校 院内 院里"))
                || previous == Some('存')
                || next == Some('校')
                || next == Some('编')
                || next == Some('职')
        }
        '对' => one_of(next, set!("象接口外标")) || one_of(previous, set!("结应针校核绝面反相派")),
        '为' => one_of(next, set!("民主农老企")) || one_of(previous, set!("行作成")),
        '与' => one_of(previous, set!("参")),
        '由' => one_of(previous, set!("自理案")),
        '有' => one_of(previous, set!("国所公私共拥持具特原现")) || one_of(next, set!("机限关效偿")),
        '无' => one_of(next, set!("人障线证主害疫污废电房业物违烟毒讼访欠偿传黑")),
        '被' => one_of(next, set!("害告扶征执")),
        '不' => one_of(next, set!("良稳动合法")),
        '未' => {
            const VERBS: &Words = words!("参保 开工 就业 脱贫 达标 完工 投产 验收 办证 登记");
            one_of(next, set!("成来"))
                || words[at + '未'.len_utf8()..].strip_start_any(VERBS).is_some_and(|rest| {
                    rest.starts_with_any(words!("的 人员 项目 工程 企业 人口 户 村 职工 群众 对象 集体 灵活 居民"))
                })
        }
        '能' => one_of(previous, set!("功职节智机储动性产效强蓄赋阳氢核热电光风势")) || one_of(next, set!("源力耗")),
        '可' => one_of(next, set!("再回")) || previous == Some('许'),
        '都' => one_of(next, set!("市")) || one_of(previous, set!("首成")),
        '就' => one_of(next, set!("业诊读医近地餐")) || previous == Some('成'),
        '更' => previous == Some('变'),
        '把' => next == Some('手'),
        '向' => one_of(previous, set!("方定面意纵横转")),
        '到' => one_of(previous, set!("报")) || next == Some('期'),
        '从' => one_of(next, set!("业事")) || one_of(previous, set!("服随侍")),
        '因' => one_of(previous, set!("原基")) || one_of(next, set!("案病灾残学")),
        '并' => one_of(previous, set!("合")) || one_of(next, set!("网轨购联")),
        '占' => one_of(next, set!("地道补")) || one_of(previous, set!("强侵")),
        '经' => one_of(next, set!("营济费办贸验理典纪过销侦")) || one_of(previous, set!("曾已神财历正产")),
        '达' => one_of(next, set!("标产因州峰")) || one_of(previous, set!("发传抵下到送直表雷")),
        '均' if one_of(next, set!("衡价")) => true,
        '已' | '均' => one_of(previous, set!("人平")),
        '获' => one_of(previous, set!("收查抓缴破")),
        '让' => one_of(previous, set!("转出")),
        '使' => next == Some('用') || one_of(previous, set!("大天行")),
        '共' => one_of(next, set!("同享建青产治识和性")) || previous == Some('公'),
        '送' => true,
        _ => false,
    }
}

/// Whether `words` name bodies or places and nothing else, behind a unit that counts them.
pub(crate) fn is_body(words: &str, unit: &str) -> bool {
    const BODIES: &Words =
        words!("村 社区 镇 乡 街道 小区 企业 机构 医院 学校 单位 部门 县 市 区 厂 园区 党组织 党支部");
    matches!(unit, "个" | "家" | "所")
        && words.ends_with_any(BODIES)
        && words.chars().all(|ch| is_han(ch) || is_opening(ch) || is_closing(ch))
        && verb_at(words).is_none()
        && STOPS.longest(words).is_none()
        && !words.has_of(set!("在由对为与有无未不可能被"))
}

/// What a phrase counts with a unit for persons or for bodies and places: 学生 of 学生住宿费, 自然村 of 自然村污水治理.
/// Where the phrase ends with what is counted, all of it.
pub(crate) fn counted<'t>(phrase: &'t str, unit: &str) -> &'t str {
    const PERSONS: &Words = words!(
        "\
        户” 户 员 职工 学生 群众 干部 教师 律师 居民 农民 村民 人口 家庭 儿童 老人 妇女 青年 军人 对象 \
        代表 专家 员工 同志 人 个体工商户 ） )"
    );
    const PLACES: &Words = words!(
        "\
        村 村庄 社区 ） ) 镇 乡 街道 镇街 小区 断面 项目 企业 机构 医院 法院 检察院 卫生院 学校 小学 中学 科室 单位 部门 县 市 区 厂 家庭 店 户 事项 \
        车间 园区 中心 消防队 站 点 场 水源地 合作社 公司 集团 银行 商场 超市 研究院 事务所 派出所 司法所 协会 商会 党支部 党组织"
    );
    const DOINGS: &Words = words!(
        "治理 建设 改造 整治 汇报 监测 考试 考试中 水质 管理 检查 浓度 “回头看” 试点 达标 问题 分类 费 强能 增效 亮化 美化 鉴定 脱贫 摘帽 出列 完工 复工 复产 停产 停业 搬迁 转型 上市 上线 投用"
    );
    let persons = matches!(unit, "名" | "人" | "位" | "") || unit.ends_with('户');
    let heads = match unit {
        "个" | "家" | "所" | "座" | "处" | "%" | "成" | "％" => PLACES,
        _ if persons => PERSONS,
        _ => return phrase,
    };
    // 执法人员|代表市局: for whom they stood.
    let stands = |end: usize| {
        end < phrase.len() && phrase[..end].strip_suffix("代表").is_some_and(|rest| rest.ends_of(set!("员工师部生")))
    };
    // 户籍人口, 棚户区, 服务站室: the word goes on.
    let goes_on = |end: usize| phrase[end..].starts_of(set!("籍区口外室均型庄”"));
    let ends = |end: &usize| {
        phrase.is_char_boundary(*end)
            && phrase[..*end].ends_with_any(heads)
            && !stands(*end)
            && !goes_on(*end)
            && !phrase[..*end].ends_with_any(words!("重点 特点 热点 亮点 难点 堵点 痛点 卡点 焦点 疑点 弱点 盲点 要点 市场 现场 立场 动员 农村 乡村 城市 城镇"))
            && !is_inside_noun(phrase, *end)
    };
    let Some(rest) = (0..=phrase.len()).rev().find(ends).map(|end| &phrase[end..]) else { return phrase };
    // 儿童主任, 学生会主席: another person.
    if rest.chars().count() <= 3 && rest.ends_of(set!("任员长师者手席")) && !is_doing(rest) {
        return phrase;
    }
    // 6家单位|沉淀资金, 7个项目|工期延误: what the bodies have or do.
    let bodies = phrase[..phrase.len() - rest.len()].ends_with_any(words!("单位 企业 机构 项目 部门"))
        && (unit == "家" || rest.chars().count() >= 4);
    // 5家合作社|发放红利: what they do to something.
    let does = matches!(verb_at(rest), Some((length, Verb::Strong)) if length > '、'.len_utf8() && has_object(&rest[length..]));
    let other = rest.starts_of(set!("的“‘上"))
        || does
        || is_doing(rest)
        || bodies
        || persons
        || matches!(unit, "%" | "％" | "成")
        || is_measure(rest)
        || rest.ends_with_any(DOINGS);
    if rest.chars().count() >= 2 && other { &phrase[..phrase.len() - rest.len()] } else { phrase }
}

/// 员额法官, 人民陪审员, 公务员工资: a word that 员 or 人 does not end.
fn is_inside_noun(phrase: &str, end: usize) -> bool {
    let behind = &phrase[end..];
    match before(phrase, end) {
        Some('员') => end == '员'.len_utf8() || behind.starts_of(set!("工额")),
        Some('人') => end == '人'.len_utf8() || behind.starts_of(set!("员口民大才次均数力物社工群家")),
        _ => false,
    }
}

/// 12场|集中宣传活动, 两次|全覆盖排查: behind a unit that counts doings, how it was done and what, up to the end of the clause.
fn is_event(words: &str, how: &str) -> bool {
    let run = &words[..words.find_if(&|ch| !is_han(ch)).unwrap_or(words.len())];
    let what = run.get(how.len()..).unwrap_or_default();
    let closed = words[run.len()..].chars().next().is_none_or(|ch| is_comma(ch) || is_sentence_stop(ch));
    how.is_any(words!("集中 全覆盖 全面 全程 全链条 全流程 全过程 全方位 统一 深入 专题 主动 持续"))
        && closed
        && (2..=8).contains(&what.chars().count())
}

/// 95家|承办单位, 12名|承办人员: bodies and persons that are called after what they do.
fn is_named_after_deed(behind: &str, unit: &str) -> bool {
    match unit {
        "家" | "个" | "所" => behind.starts_with_any(words!("单位 部门 机构 站点")),
        "名" | "位" | "人" => behind.starts_with("人员"),
        _ => false,
    }
}

/// 科室|重组为 before another number: the noun before a verb that says what it became.
pub(crate) fn noun_that_becomes(words: &str) -> Option<&str> {
    const VERBS: &Words = words!(
        "\
        重组 整合 合并 归并 撤并 调整 拆分 划分 细化 分解 升级 提升 提高 增加 扩大 扩展 发展 减少 降低 压减 压缩 缩减 精简 优化 \
        改造 改建 改组 改制 改设 转变 转化 更名 折算"
    );
    let noun = words.strip_end_of(set!("到至为成"))?.strip_end_any(VERBS)?;
    (noun.chars().count() >= 2 && noun.chars().all(is_han)).then_some(noun)
}

/// 10个|PPP存量项目, 100个|5G基站, 3台|ECMO: letters, and what they say the kind of.
fn begins_latin_noun(words: &str) -> bool {
    let behind = words.trim_start_if(&|ch| ch.is_ascii_alphanumeric());
    let letters = &words[..words.len() - behind.len()];
    let kind = letters.len() <= 8 && letters.find_if(&|ch| ch.is_ascii_alphabetic()).is_some_and(|at| at <= 1);
    let whole = |ch| letters.len() >= 3 && (is_comma(ch) || is_sentence_stop(ch));
    kind && behind.starts_if(&|ch| is_han(ch) || whole(ch))
}

/// 30个|亿元以上|项目, 12个|百亿元、|70个|30亿元以上|项目: the size of what is counted stands before its noun. Gives where
/// the noun begins, and where its name does: a size without a digit belongs to it.
pub(crate) fn behind_size(words: &str) -> Option<(usize, usize)> {
    let scaled = words.trim_start_of(set!("十百千")).trim_start_of(set!("万亿"));
    let bare = scaled.len() < words.len();
    let size = if bare {
        words.len() - scaled.strip_prefix('元')?.len()
    } else {
        let found = numeral::scan(words, 0, words.len()).filter(|found| !found.positional && found.span.start == 0)?;
        let end = found.end() + units::scan(&words[found.end()..], &OwnWords::NONE)?.length;
        Some(end).filter(|end| words[..*end].ends_with('元'))?
    };
    let rest = &words[size..];
    // The next of a list has the noun.
    if let Some(next) = rest.strip_prefix('、') {
        let found = numeral::scan(next, 0, next.len()).filter(|found| !found.positional && found.span.start == 0)?;
        let unit = next[found.end()..].strip_start_of(set!("个家户座"))?;
        let at = words.len() - unit.len();
        return behind_size(unit).map(|(noun, name)| (at + noun, at + name));
    }
    let noun = rest.strip_start_any(words!("及以上 以上 以下 以内 级"))?;
    let noun = noun.starts_if(&is_han).then_some(words.len() - noun.len())?;
    Some((noun, if bare { 0 } else { noun }))
}

/// Words behind a unit after which no noun is what is counted.
pub(crate) fn begins_predicate(words: &str, unit: &str) -> bool {
    const PREDICATES: &Words = words!(
        "的 兴建 用于 用来 次 得 余 等 内 后 前 中 里 台阶 大关 关口 门槛 增收 减收 增支 减支 受益 现已 和 与 及 并"
    );
    // 5000亩|任务, but 12项任务.
    let planned = words.starts_with_any(words!("目标 任务")) && !matches!(unit, "项" | "个" | "条");
    let Some(first) = words.chars().next() else { return true };
    // 10个|有条件的县.
    if words.starts_with_any(words!("有条件的 有需求的 有需要的 有意愿的 有代表性的 有影响力的"))
    {
        return false;
    }
    // 23类|细化为31类, 18元|涨至41元: up to another number it says how the one became the other.
    let near = &words[..step_on(words, 0, 6)];
    let becomes = near.find_if(&|ch| digit(ch).is_some()).is_some_and(|at| {
        // 14个|科室重组为7个股室, 8家|金融机构为25家企业: with a noun before it.
        let noun = noun_that_becomes(&near[..at]).is_some() || near[..at].chars().count() > 4;
        near[..at].trim_end_of(set!(" ")).ends_of(set!("到至为成")) && !near[..at].has_of(set!("，,、；;。")) && !noun
    });
    // 六十三件|七十一人: another number.
    let number = || {
        numeral::scan(words, 0, words.len()).filter(|found| !found.positional && found.span.len() > first.len_utf8())
    };
    let another = numeral::begins(first)
        && number().is_some_and(|found| units::scan(&words[found.end()..], &OwnWords::NONE).is_some());
    becomes
        || planned
        || another
        || !is_han(first) && !is_opening(first) && !begins_latin_noun(words)
        || matches!(first, '（' | '(')
        || words.strip_prefix('地').is_some_and(|rest| !rest.starts_if(&is_han))
        || words.strip_prefix('外').is_some_and(|rest| rest.starts_if(&is_comma))
        || words.start_among(PREDICATES).is_some_and(|word| !begins_word(words, word))
        || verb_at(words).is_some_and(|(length, verb)| {
            // 21架|新增植保无人机: the verb says which.
            let which = words.starts_with_any(words!("新 现有 配备")) || is_named_after_deed(&words[length..], unit);
            verb == Verb::Strong && length > '、'.len_utf8() && !which
        })
        || STOPS.longest(words).is_some_and(|(word, ())| {
            let single = word.len() <= '在'.len_utf8();
            let basic = word.is_any(words!("基本 负责 协助")) && begins_word(words, word);
            let noun = basic || verb_at(words).is_none() && VERBS.longest(words).is_some_and(|(verb, _)| verb == word);
            // 29名|长期滞留人员, 3名|驻村干部, 12家|签约企业.
            let which = word.is_any(words!("新增 正式 意向 首次"))
                || word.is_any(words!("长期 驻村 驻点 签约 入驻 落户 竣工 投产"))
                    && words[..step_on(words, 0, 8)].has_any(words!("人员 的 户 干部 企业 项目 书记 任务 驻点村"))
                || unit.ends_of(set!("次场轮期")) && is_event(words, word);
            !(single && is_noun_with(words, 0, first) || noun || which)
        })
}
