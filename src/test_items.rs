use super::find;
use crate::concordance::Concordance;
use crate::span::Span;
use alloc::vec::Vec;

fn items(text: &str) -> Vec<(&str, u32)> {
    find(text, &Concordance::of(text), &[Span::new(0, text.len())])
        .iter()
        .map(|item| (&text[item.span], item.number))
        .collect()
}

#[test]
fn series_are_read_in_every_form() {
    assert_eq!(items("抓好工作：一是宣传；二是培训。三是检查。"), [("一是", 1), ("二是", 2), ("三是", 3)]);
    assert_eq!(items("一要学，二要用。"), [("一要", 1), ("二要", 2)]);
    assert_eq!(items("首先，学。其次，用。最后，查。"), [("首先", 1), ("其次", 2), ("最后", 3)]);
    assert_eq!(items("第一，学；第二，用。"), [("第一", 1), ("第二", 2)]);
    assert_eq!(items("包括①学②用"), [("①", 1), ("②", 2)]);
    assert_eq!(items("如下：（1）学；（2）用。"), [("（1）", 1), ("（2）", 2)]);
}

#[test]
fn what_only_looks_like_an_item_is_none() {
    for text in ["这一是非", "统一是前提", "第一书记，第二课堂", "首先要学。", "三是检查。", "见（2）", "一是一"]
    {
        assert_eq!(items(text), [], "{text}");
    }
}
