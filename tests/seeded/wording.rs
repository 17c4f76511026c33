//! Words that stand twice, names and titles that lost a character, what should not be made public.

use super::clean::{Clean, Planted, is_han};
use super::numbers::paragraphs;

pub(crate) fn planted(rule: &str, clean: &Clean) -> Option<Vec<Planted>> {
    Some(match rule {
        "word-repeated" => doubled(clean),
        "name-inconsistent" => shortened(clean),
        "law-title" => laws(clean),
        "privacy" => paragraphs(clean, |place| {
            let numbers = [
                "联系电话：0716-6351234。",
                "联系电话：13812345678。",
                "手机号码18607161234。",
                "身份证号为420102199003072316。",
            ];
            numbers[place % numbers.len()].to_owned()
        }),
        "number-plate" => {
            paragraphs(clean, |place| format!("查扣鄂{}1234{}号车辆1台。", ["A", "D", "Q"][place % 3], place % 10))
        }
        "bank-account" => paragraphs(clean, |place| {
            ["捐款账号：6222020200112233446。", "银行卡号为6217002870012345675。"][place % 2].to_owned()
        }),
        "identity-number" => paragraphs(clean, |_| "身份证号为11010519491231002X。".to_owned()),
        "email" => paragraphs(clean, |place| format!("邮箱为bgs{place}@163.com。")),
        "contact-name" => paragraphs(clean, |place| format!("联系人：{}。", ["王建国", "李秀英", "张伟"][place % 3])),
        _ => return None,
    })
}

/// A word of two characters that a verb begins, twice.
fn doubled(clean: &Clean) -> Vec<Planted> {
    let words = ["开展", "组织", "落实", "完成", "办理", "排查", "项目", "群众", "企业", "管理", "监督", "工作"];
    words
        .iter()
        .flat_map(|word| {
            clean.each(word, |place| (!is_han(place.next()) || !is_han(place.last())).then(|| format!("{word}{word}")))
        })
        .collect()
}

/// The place's name without its first character, behind a mark.
fn shortened(clean: &Clean) -> Vec<Planted> {
    let mut out = Vec::new();
    for (name, rest) in [("柏岭镇", "岭镇"), ("松坪镇", "坪镇")] {
        if clean.text.starts_with(name) {
            out.extend(paragraphs(clean, |place| {
                format!("{rest}{}。", ["党委召开会议研究部署", "干部职工全部参加", "人民政府印发了方案"][place % 3])
            }));
        }
    }
    out
}

/// One character lost or changed in the title of a national law.
fn laws(clean: &Clean) -> Vec<Planted> {
    let titles = [
        "《中华人民共和国治安管理法》",
        "《中华人民共和国道路交通法》",
        "《反有组织犯法》",
        "《中华人民共和国行政复仪法》",
        "《中华人民共和国安全生产发》",
        "《优化营商环境条列》",
        "《中华人民共和国土地管里法》",
        "《信访工作条列》",
        "《中华人民共和国未成年保护法》",
        "《中华人民共和国政府信息公开条列》",
    ];
    paragraphs(clean, |place| format!("认真学习{}。", titles[place % titles.len()]))
}
