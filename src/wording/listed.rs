//! Lists of exceptions: 「次の場合を除き、…しません」, and what each item of the list is by the Act.

/// Words that point at the items that follow.
const POINTS: [&str; 8] = [
    "次の",
    "次に",
    "以下の",
    "以下に",
    "下記の",
    "下記に",
    "次のいずれか",
    "以下のいずれか",
];

/// Whether words that except something point at a list: 「次の場合を除き」「次に掲げる場合を除いて」.
#[must_use]
pub fn points_at_a_list(words: &str) -> bool {
    POINTS.iter().any(|point| words.contains(point))
}

/// The condition of the language that an item of a list speaks of, by its name. In the words of the Act (articles 18(3), 27(1), 27(5)), and as
/// policies shorten them. An item of the public interest goes on with 「本人の同意を得ることが困難」, and is not about consent.
#[must_use]
pub fn exception_of(item: &str) -> Option<&'static str> {
    let has = |words: &[&str]| words.iter().all(|word| item.contains(word));
    let any = |words: &[&str]| words.iter().any(|word| item.contains(word));
    match () {
        () if has(&["生命", "身体"]) || has(&["生命", "財産"]) => Some("生命身体財産の保護"),
        () if any(&["公衆衛生", "児童の健全"]) => Some("公衆衛生"),
        () if has(&["国の機関"]) || has(&["地方公共団体", "協力"]) => Some("国等への協力"),
        () if has(&["学術研究"]) => Some("学術研究"),
        () if any(&["合併", "事業の承継", "事業承継", "事業譲渡"]) => Some("事業承継"),
        () if any(&["法令に", "法令の定め", "法律に"]) => Some("法令"),
        () if any(&["同意", "承諾"]) && !any(&["同意を得ることが困難", "同意を得ることで", "同意を得ることにより"]) => {
            Some("同意")
        }
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_known_by_what_the_act_says() {
        for (item, condition) in [
            ("法令に基づく場合", Some("法令")),
            (
                "人の生命、身体または財産を守るために要る場合で、ご本人の同意を得ることが困難なとき",
                Some("生命身体財産の保護"),
            ),
            (
                "公衆衛生の向上のために特に要る場合で、ご本人の同意を得ることが困難なとき",
                Some("公衆衛生"),
            ),
            (
                "国の機関もしくは地方公共団体に協力する場合で、同意を得ることによりその事務に支障があるとき",
                Some("国等への協力"),
            ),
            ("大学が学術研究のために用いる場合", Some("学術研究")),
            ("合併により事業を引き継ぐ場合", Some("事業承継")),
            ("お客様の同意がある場合", Some("同意")),
            ("あらかじめご承諾をいただいた場合", Some("同意")),
            ("商品の発送を運送会社に頼む場合", None),
            ("統計の形にした場合", None),
        ] {
            assert_eq!(exception_of(item), condition, "{item}");
        }
        assert!(points_at_a_list("次の場合を除き") && points_at_a_list("以下に掲げる場合は、この限り"));
        assert!(!points_at_a_list("法令に基づく場合を除き"));
    }
}
