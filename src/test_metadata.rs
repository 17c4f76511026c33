use super::{Found, place_in, read};
use crate::concordance::Concordance;
use crate::lines;
use alloc::vec::Vec;

fn metadata(text: &str) -> Found<'_> {
    let places = Concordance::of(text);
    let lines: Vec<_> = lines::read(text, places.all()).into_iter().filter(|line| !line.words.is_empty()).collect();
    let first = text.find("一、").unwrap_or(text.len());
    read(text, &places, &lines, first, None)
}

#[test]
fn the_place_is_the_last_name_at_the_start() {
    for (words, place) in [
        ("青山镇2021年度报告", Some("青山镇")),
        ("江北市云溪区人民政府关于", Some("江北市云溪区")),
        ("云溪区城市管理局2022年", Some("云溪区")),
        ("云溪区市场监督管理局", Some("云溪区")),
        ("东河街道2020年", Some("东河街道")),
        // A town that was a market, a 乡 or a county: its name keeps the word.
        ("江北市柳市镇2024年度报告", Some("江北市柳市镇")),
        ("江北市三乡镇2024年", Some("江北市三乡镇")),
        ("江北市沙县区人民政府", Some("江北市沙县区")),
        ("云溪县乡镇综合执法", Some("云溪县")),
        ("云溪县各乡镇", Some("云溪县")),
        ("2020年报告", None),
        ("关于加强城市管理的报告", None),
    ] {
        assert_eq!(place_in(words), place, "{words}");
    }
}

#[test]
fn title_place_year_and_signature_are_read() {
    let found = metadata("青山镇2021年度法治政府建设情况报告\n区委、区政府：\n现将情况报告如下。\n一、概况\n正文。\n青山镇人民政府\n2022年1月5日").metadata;
    assert_eq!(found.title.as_deref(), Some("青山镇2021年度法治政府建设情况报告"));
    assert_eq!(found.place.as_deref(), Some("青山镇"));
    assert_eq!(found.year, Some(2021));
    assert_eq!(found.recipient.as_deref(), Some("区委、区政府"));
    assert_eq!(found.issuer.as_deref(), Some("青山镇人民政府"));
    assert_eq!(found.date.as_deref(), Some("2022-01-05"));
}

#[test]
fn the_index_table_is_read_with_its_stretched_labels() {
    let found = metadata(
        "青山镇2021年度工作报告\n索引号 : 0110/2022-1 文       号 :\n发布日期: 2022年04月02日\n青山镇2021年度工作报告\n一、概况\n正文。\n2022320",
    );
    assert_eq!(found.metadata.index_number.as_deref(), Some("0110/2022-1"));
    assert_eq!(found.metadata.document_number, None);
    assert_eq!(found.metadata.published.as_deref(), Some("2022-04-02"));
    assert_eq!(found.metadata.date.as_deref(), Some("2022-03-20"));
    assert_eq!(found.repeated.len(), 1);
    assert!(found.garbled.is_some());
}

#[test]
fn a_title_over_two_lines_is_one() {
    let found = metadata("云溪区人民政府\n关于2022年度法治政府建设情况的报告\n一、概况").metadata;
    assert_eq!(found.title.as_deref(), Some("云溪区人民政府关于2022年度法治政府建设情况的报告"));
    assert_eq!(found.issuer.as_deref(), Some("云溪区人民政府"));
    assert_eq!(found.year, Some(2022));
}

#[test]
fn labels_in_brackets_are_labels() {
    let found = metadata("[ 索引号 ]0110/2026-68 [ 发文字号 ] [ 发布机构 ]某某区政府 [ 成文日期 ]2026-02-09 [ 有效性 ]\n青山镇2025年度工作报告\n一、概况").metadata;
    assert_eq!(found.index_number.as_deref(), Some("0110/2026-68"));
    assert_eq!(found.issuer.as_deref(), Some("某某区政府"));
    assert_eq!(found.document_number, None);
    assert_eq!(found.date.as_deref(), Some("2026-02-09"));
    assert_eq!(found.title.as_deref(), Some("青山镇2025年度工作报告"));
}
