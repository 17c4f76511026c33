//! Parts of a document that are missing or in another form.

use super::clean::{Clean, Planted};
use super::headings::headings;
use super::numbers::paragraphs;

pub(crate) fn planted(rule: &str, clean: &Clean) -> Option<Vec<Planted>> {
    Some(match rule {
        "title-kind" => untitled(clean),
        "recipient-colon" => addressed(clean),
        "document-number-form" => numbered(clean),
        "issuer-missing" => {
            signature(clean).map_or(Vec::new(), |[issuer, date, _]| vec![whole(clean.with(issuer..date, ""))])
        }
        "date-missing" => signature(clean).map_or(Vec::new(), |[_, date, end]| vec![whole(clean.with(date..end, ""))]),
        "issuer-differs" => other_issuers(clean),
        "note-bracket" => notes(clean),
        "secrecy-mark" => ["秘密", "机密★一年", "绝密★长期", "秘密★6个月"]
            .iter()
            .map(|mark| clean.with_line(0..0, &format!("{mark}\n")))
            .collect(),
        "report-request" => requests(clean),
        "short-name" => paragraphs(clean, |place| {
            let works = ["安全生产专项整治方案", "基层公共服务提升方案", "网格化管理实施办法"];
            let work = works[place % works.len()];
            let short = ["整治方案", "提升方案", "网格办法"][place % works.len()];
            format!("印发《{work}》（以下简称《{short}》）。")
        }),
        "length-hint" => long(clean),
        "part-missing" => without_section(clean),
        "deadline" => late(clean),
        "attachment-form" => attachments(clean),
        "claim-list" => paragraphs(clean, |place| {
            [
                "落实首问负责制、限时办结制三项制度。",
                "建立会商、通报、督办、考核三项机制。",
                "落实预警、处置、反馈四项机制。",
            ][place % 3]
                .to_owned()
        }),
        _ => return None,
    })
}

/// Told of anywhere: what is missing has no place.
fn whole(planted: Planted) -> Planted {
    Planted { at: 0..planted.text.len(), ..planted }
}

/// The title without its last word.
fn untitled(clean: &Clean) -> Vec<Planted> {
    let title = clean.text.lines().next().unwrap();
    let kinds = ["报告", "公报", "计划"];
    let kind = kinds.iter().find(|kind| title.ends_with(**kind) && !title.starts_with("政府工作"));
    kind.map(|kind| whole(clean.with(title.len() - kind.len()..title.len(), ""))).into_iter().collect()
}

/// 云岫县人民政府： with another mark, or none.
fn addressed(clean: &Clean) -> Vec<Planted> {
    let Some(at) = clean.text.find("政府：\n").or_else(|| clean.text.find("局：\n")) else { return Vec::new() };
    let mark = at + clean.text[at..].find('：').unwrap();
    ["，", "。", "", "；"].iter().map(|wrong| clean.with_line(mark..mark + 3, wrong)).collect()
}

/// 〔2023〕15号 in other brackets, with 第, with a zero.
fn numbered(clean: &Clean) -> Vec<Planted> {
    let mut out = Vec::new();
    for (at, _) in clean.text.match_indices("〔2") {
        let year = &clean.text[at + 3..at + 7];
        let behind = &clean.text[at + 10..];
        let number = &behind[..behind.find('号').unwrap()];
        for wrong in [
            format!("[{year}]{number}"),
            format!("（{year}）{number}"),
            format!("【{year}】{number}"),
            format!("〔{}〕{number}", &year[2..]),
            format!("〔{year}〕第{number}"),
            format!("〔{year}〕0{number}"),
        ] {
            out.push(clean.with(at..at + 10 + number.len(), &wrong));
        }
    }
    out
}

/// Where the signature, the date behind it and its end stand.
fn signature(clean: &Clean) -> Option<[usize; 3]> {
    let text = clean.text.trim_end();
    let date = text.rfind('\n')? + 1;
    let issuer = text[..date - 1].rfind('\n')? + 1;
    (text.ends_with('日') && text.len() - date < 30 && date - issuer < 60).then_some([issuer, date, text.len()])
}

fn other_issuers(clean: &Clean) -> Vec<Planted> {
    let Some([issuer, date, _]) = signature(clean) else { return Vec::new() };
    let own = &clean.text[issuer..date - 1];
    let others = ["青禾镇人民政府", "临溪县民政局", "青禾县审计局", "石桥乡人民政府"];
    let others = others.iter().filter(|other| **other != own);
    others.map(|other| whole(clean.with(issuer..date - 1, other))).collect()
}

fn notes(clean: &Clean) -> Vec<Planted> {
    let Some([.., end]) = signature(clean) else { return Vec::new() };
    let notes = ["联系电话：0716-6351234", "联系人：李明，电话：0716-6351234", "此件公开发布", "联系人：李明"];
    notes.iter().map(|note| clean.with_line(end..end, &format!("\n{note}"))).collect()
}

fn requests(clean: &Clean) -> Vec<Planted> {
    let Some([issuer, ..]) = signature(clean) else { return Vec::new() };
    let title = clean.text.lines().next().unwrap();
    if !title.ends_with("报告") {
        return Vec::new();
    }
    let words = ["妥否，请批示。", "当否，请批复。", "以上意见，请予批准。", "请县政府审批。", "恳请予以支持。"];
    words.iter().map(|words| clean.with_line(issuer..issuer, &format!("{words}\n"))).collect()
}

/// One long paragraph so many times that the report has more than five thousand characters.
fn long(clean: &Clean) -> Vec<Planted> {
    let (at, line) =
        clean.lines().into_iter().filter(|(_, line)| line.ends_with('。')).max_by_key(|(_, line)| line.len()).unwrap();
    let end = at + line.len();
    let words = line.split_once('。').map_or(line, |(_, words)| words);
    vec![whole(clean.with(end..end, &words.repeat(1 + 9000 / words.chars().count())))]
}

/// The yearly report without one of its sections.
fn without_section(clean: &Clean) -> Vec<Planted> {
    if !clean.text.lines().next().is_some_and(|title| title.contains("法治政府建设")) {
        return Vec::new();
    }
    let all = headings(clean);
    let tops: Vec<usize> = all.iter().filter(|heading| heading.level == 1).map(|heading| heading.start).collect();
    let end = clean.text.find("\n特此报告").unwrap() + 1;
    let ends = tops.iter().skip(1).copied().chain([end]);
    tops.iter().zip(ends).map(|(start, end)| whole(clean.with(*start..end, ""))).collect()
}

fn late(clean: &Clean) -> Vec<Planted> {
    if !clean.text.lines().next().is_some_and(|title| title.contains("法治政府建设")) {
        return Vec::new();
    }
    let dates = ["2024年4月2日", "2024年4月30日", "2024年6月18日", "2025年1月12日"];
    dates.iter().flat_map(|date| clean.instead("2024年1月12日", date)).map(whole).collect()
}

fn attachments(clean: &Clean) -> Vec<Planted> {
    let mut out = Vec::new();
    if let Some(at) = clean.text.find("附件：") {
        let end = at + clean.text[at..].find('\n').unwrap();
        let title = &clean.text[at + 9..end];
        for wrong in [format!("附件1：{title}"), format!("附件：{title}。"), format!("附件一：{title}")] {
            out.push(clean.with_line(at..end, &wrong));
        }
    } else if let Some([issuer, ..]) = signature(clean) {
        for wrong in ["附件1：任务清单\n\n", "附件一：任务清单\n\n", "附件：任务清单。\n\n"] {
            out.push(clean.with_line(issuer..issuer, wrong));
        }
    }
    out
}
