use super::scan;
use crate::own_words::OwnWords;

#[test]
fn the_longest_unit_is_taken() {
    for (text, expected) in [
        ("个村居", Some("个")),
        ("个百分点", Some("个百分点")),
        ("个工作日", Some("个工作日")),
        ("人次。", Some("人次")),
        ("人民法庭", None),
        ("平方米，", Some("平方米")),
        ("吨标准煤", Some("吨标准煤")),
        ("元/平方米", Some("元/平方米")),
        ("元/人·年", Some("元/人·年")),
        ("件/万人", Some("件/万人")),
        ("吨/月", Some("吨/月")),
        ("km高速", Some("km")),
        ("kms", None),
        ("部门", None),
        ("年级", None),
        ("", None),
    ] {
        assert_eq!(scan(text, &OwnWords::NONE).map(|found| &text[..found.length]), expected, "{text}");
    }
}
