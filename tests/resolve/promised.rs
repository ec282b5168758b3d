//! What words promise or except and their rule does not: H0627, H0628, and purposes that a limit leaves in silence.

use hoshin::internals::diagnostic::Code;

use crate::support::compiled::findings;

const VOCABULARY: &str = "情報 個人情報 { ・氏名［直接識別］ ・住所［直接識別］ ・購入履歴 }
主体 第三者 { ・加盟店 ・配信社 }
目的 発送「商品の発送」
目的 案内「新しい商品のご案内」
条件 拒否「利用の停止の求め」
";

fn source(lines: &str) -> String {
    format!("{VOCABULARY}方針「個人情報の取扱い」{{\n章 定め「個人情報の取扱い」{{\n{lines}\n}}\n}}\n")
}

#[track_caller]
fn told(lines: &str, code: Code) -> Vec<String> {
    let found = findings(&source(lines)).into_iter();
    found.filter(|(one, _)| *one == code).map(|(_, text)| text).collect()
}

/// A 提供しない of all personal data with these words and parts.
fn forbidden(words: &str, parts: &str) -> String {
    format!("提供しない［個人情報］「{words}」{{\n提供先［第三者］\n{parts}\n}}")
}

/// A 提供 of 氏名 with these words and parts.
fn permitted(words: &str, parts: &str) -> String {
    format!("提供［氏名］「{words}」{{\n提供先［加盟店］\n{parts}\n}}")
}

#[test]
fn a_prohibition_without_the_exception_of_its_words_is_told() {
    for (words, parts, marked) in [
        (
            "当社は、法令に基づく場合を除き、個人情報を第三者に提供しません。",
            "",
            &["法令に基づく場合を除き"][..],
        ),
        (
            "法令に基づく場合を除き、お客様の同意なく個人情報を第三者に提供しません。",
            "但し［法令］",
            &["同意なく"],
        ),
        (
            "法令に基づく場合を除き、お客様の同意なく個人情報を第三者に提供しません。",
            "但し［同意］",
            &["法令に基づく場合を除き"],
        ),
        (
            "個人情報を第三者に提供しません。ただし、緊急の場合を除きます。",
            "",
            &["緊急の場合を除き"],
        ),
        (
            "個人情報を第三者に提供しません。ただし、お客様の同意がある場合は、この限りではありません。",
            "",
            &["お客様の同意がある場合は、この限り"],
        ),
        (
            "同意を得た場合に限り、個人情報を第三者に提供します。",
            "",
            &["同意を得た場合に"],
        ),
    ] {
        assert_eq!(told(&forbidden(words, parts), Code::H0627), marked, "{words} {parts}");
    }
}

/// A purpose or a 除外 of the rule leaves out neither the law nor consent.
#[test]
fn a_narrower_prohibition_has_no_exception_for_the_law() {
    let words = "法令に基づく場合を除き、商品の発送のために個人情報を第三者に提供しません。";
    let marked = ["法令に基づく場合を除き"];
    assert_eq!(told(&forbidden(words, "目的［発送］"), Code::H0627), marked);
    assert_eq!(told(&forbidden(words, "除外［購入履歴］"), Code::H0627), marked);
    assert_eq!(
        told(&forbidden(words, "目的［発送］\n但し［法令］"), Code::H0627),
        [""; 0]
    );
}

#[test]
fn a_prohibition_with_the_exception_of_its_words_is_left_alone() {
    let law_and_consent = "法令に基づく場合を除き、お客様の同意なく個人情報を第三者に提供しません。";
    let clause =
        "提供 加盟店への提供［氏名］「同意を得て、氏名を加盟店に提供します。」{\n提供先［加盟店］\n場合［同意］\n}\n";
    for (before, words, parts) in [
        ("", law_and_consent, "但し［法令、同意］"),
        ("", "次の場合を除き、個人情報を第三者に提供しません。", "但し［法令］"),
        ("", "個人情報を第三者に提供しません。", ""),
        (
            clause,
            "お客様の同意なく個人情報を第三者に提供しません。",
            "但し［加盟店への提供］",
        ),
        (
            clause,
            "上記の場合を除き、個人情報を第三者に提供しません。",
            "但し［加盟店への提供］",
        ),
    ] {
        let lines = format!("{before}{}", forbidden(words, parts));
        assert_eq!(told(&lines, Code::H0627), [""; 0], "{lines}");
    }
    // What goes before it by its own word excepts as well.
    let first = "提供しない 原則［個人情報］「法令に基づく場合を除き、個人情報を第三者に提供しません。」{ 提供先［第三者］ }\n\
         提供［氏名］「法令に基づく場合は、氏名を加盟店に提供します。」{\n提供先［加盟店］\n場合［法令］\n優先［原則］\n}";
    assert_eq!(told(first, Code::H0627), [""; 0]);
}

/// Its clause asks for no consent: with it, nothing is permitted.
#[test]
fn a_clause_of_another_kind_is_no_exception_for_consent() {
    let lines = "章 目的「利用目的」{\n目的 修理「商品の修理」\n}\n\
         利用しない［個人情報］「同意を得ることなく、利用目的の範囲を超えて個人情報を利用しません。」{ 但し［目的］ }";
    let source = format!("{VOCABULARY}方針「個人情報の取扱い」{{\n{lines}\n}}\n");
    let found: Vec<_> = findings(&source)
        .into_iter()
        .filter(|(code, _)| *code == Code::H0627)
        .collect();
    assert_eq!(found, [(Code::H0627, "同意を得ることなく".to_owned())]);
}

/// 場合 names the case that is forbidden, not the one that is excepted.
#[test]
fn an_exception_that_is_written_as_the_case_is_an_error() {
    let words = "法令に基づく場合を除き、個人情報を第三者に提供しません。";
    let lines = forbidden(words, "場合［法令］");
    assert_eq!(told(&lines, Code::H0620), ["法令に基づく場合を除き"]);
    assert_eq!(told(&lines, Code::H0627), [""; 0]);
    let pointed = forbidden(
        "次の場合を除き、個人情報を第三者に提供しません。",
        "場合「場合」{ ・［法令］「法令に基づく場合」 }",
    );
    assert_eq!(told(&pointed, Code::H0620), ["次の場合を除き"]);
    // A case of another kind is no exception either.
    let lines = forbidden(words, "場合［拒否］");
    assert_eq!(told(&lines, Code::H0620), [""; 0]);
    assert_eq!(told(&lines, Code::H0627), ["法令に基づく場合を除き"]);
    let lines = forbidden(words, "場合［拒否］\n但し［法令］");
    assert_eq!(told(&lines, Code::H0627), [""; 0]);
}

#[test]
fn a_permission_without_the_exception_of_its_words_is_told() {
    let words = "利用の停止の求めがある場合を除き、氏名を加盟店に提供します。";
    assert_eq!(
        told(&permitted(words, ""), Code::H0627),
        ["利用の停止の求めがある場合を除き"]
    );
    assert_eq!(told(&permitted(words, "但し［拒否］"), Code::H0627), [""; 0]);
    // Another clause may refuse it in that case.
    let refused = "提供しない［氏名］「利用の停止の求めがある場合は、氏名を加盟店に提供しません。」{\n提供先［加盟店］\n場合［拒否］\n}\n";
    let both = format!("{refused}{}", permitted(words, ""));
    assert_eq!(told(&both, Code::H0627), [""; 0]);
    for silent in [
        "氏名を加盟店に提供します。",
        "同意なく、氏名を加盟店に提供することがあります。",
        "配信社を除く第三者である加盟店に、氏名を提供します。",
    ] {
        assert_eq!(told(&permitted(silent, ""), Code::H0627), [""; 0], "{silent}");
    }
    // The exception widens what is limited, and what is kept or erased is no promise that a rule breaks.
    for silent in [
        "利用［氏名］「法令に基づく場合を除き、目的の達成に必要な範囲内で氏名を利用します。」",
        "消去［氏名］「法令で保存が必要な場合を除き、氏名を消去します。」",
    ] {
        assert_eq!(told(silent, Code::H0627), [""; 0], "{silent}");
    }
}

#[test]
fn a_prohibition_that_holds_less_than_its_words_is_told() {
    let of = |data: &str, party: &str, words: &str| {
        let lines = format!("提供しない［{data}］「{words}」{{ 提供先［{party}］ }}");
        told(&lines, Code::H0628)
    };
    let all = "当社は、個人情報を第三者に提供しません。";
    assert_eq!(of("氏名", "第三者", all), ["個人情報"]);
    assert_eq!(of("個人情報", "加盟店", all), ["第三者"]);
    assert_eq!(of("氏名", "加盟店", all), ["個人情報", "第三者"]);
    assert_eq!(
        of("氏名", "第三者", "お客様の個人情報を第三者に提供しません。"),
        ["個人情報"]
    );
    assert_eq!(of("個人情報", "第三者", all), [""; 0]);
    // All parts are named, and nothing else is known.
    assert_eq!(of("氏名、住所、購入履歴", "第三者", all), [""; 0]);
    for silent in [
        "氏名を第三者に提供しません。",
        "個人情報のうち氏名を第三者に提供しません。",
        "その個人情報を第三者に提供しません。",
        "当該個人情報を第三者に提供しません。",
        "ご応募の際に取得した個人情報を第三者に提供しません。",
        "応募者の個人情報を第三者に提供しません。",
        "採用個人情報を第三者に提供しません。",
    ] {
        assert_eq!(of("氏名", "第三者", silent), [""; 0], "{silent}");
    }
}

#[test]
fn what_other_refusals_hold_is_no_gap() {
    let lines = "提供しない［氏名］「当社は、個人情報を第三者に提供しません。」{ 提供先［第三者］ }\n\
         提供しない［住所、購入履歴］「住所と購入履歴も、第三者に提供しません。」{ 提供先［第三者］ }";
    assert_eq!(told(lines, Code::H0628), [""; 0]);
    let rider = |data: &str| {
        format!("特約「個人情報は、商品の発送のためにのみ利用します。」{{\n対象［{data}］\n限定［発送］\n}}")
    };
    assert_eq!(told(&rider("氏名"), Code::H0628), ["個人情報"]);
    assert_eq!(told(&rider("個人情報"), Code::H0628), [""; 0]);
}

#[test]
fn a_purpose_that_a_limit_leaves_and_its_words_do_not_is_told() {
    let limit = |words: &str, purposes: &str| {
        told(
            &format!("特約「{words}」{{\n対象［氏名］\n限定［{purposes}］\n}}"),
            Code::H0602,
        )
    };
    let words = "氏名は、商品の発送のためにのみ利用します。";
    assert_eq!(limit(words, "発送、案内"), ["案内"]);
    assert_eq!(limit(words, "発送"), [""; 0]);
    assert_eq!(
        limit("氏名は、発送と案内のためにのみ利用します。", "発送、案内"),
        [""; 0]
    );
    // Said in other words, or left open: it cannot be told.
    assert_eq!(limit("氏名は、お届けのためにのみ利用します。", "発送、案内"), [""; 0]);
    assert_eq!(
        limit("氏名は、商品の発送などのためにのみ利用します。", "発送、案内"),
        [""; 0]
    );
}

/// 承諾 is a condition of its own here, and no kind of 同意.
#[test]
fn an_exception_that_the_rule_has_under_its_own_name_is_left_alone() {
    let words = "お客様の承諾を得た場合を除き、個人情報を第三者に提供しません。";
    let source = |parts: &str| source(&forbidden(words, parts)).replace("条件 拒否", "条件 承諾\n条件 拒否");
    let count = |parts: &str| {
        findings(&source(parts))
            .iter()
            .filter(|(code, _)| *code == Code::H0627)
            .count()
    };
    assert_eq!(count("但し［承諾］"), 0);
    assert_eq!(count("但し［拒否］"), 1);
}

/// A term is no condition of a prohibition.
#[test]
fn a_prohibition_beyond_a_term_that_forbids_all_the_time_is_told() {
    let kept = |words: &str| told(&format!("保管しない［氏名］「{words}」"), Code::H0627);
    assert_eq!(kept("氏名は、1年を超えて保管しません。"), ["1年を超え"]);
    assert_eq!(kept("氏名は保管しません。"), [""; 0]);
    assert_eq!(kept("氏名は、必要な期間を超えて保管しません。"), [""; 0]);
}

/// The condition that the words name must be the one that the rule asks for.
#[test]
fn an_exception_for_another_condition_than_the_named_is_told() {
    let words = "拒否がある場合を除き、氏名を加盟店に提供します。";
    let source = |parts: &str| permitted(words, parts).replace("拒否がある", "利用の停止の求めがある");
    assert_eq!(
        told(&source("但し［法令］"), Code::H0627),
        ["利用の停止の求めがある場合を除き"]
    );
    assert_eq!(told(&source("但し［拒否］"), Code::H0627), [""; 0]);
    let unless = "利用の停止の求めがある場合でなければ、個人情報を第三者に提供しません。";
    assert_eq!(
        told(&forbidden(unless, ""), Code::H0627),
        ["利用の停止の求めがある場合でなければ"]
    );
    assert_eq!(told(&forbidden(unless, "但し［拒否］"), Code::H0627), [""; 0]);
}

#[test]
fn a_case_that_words_ask_for_and_the_rule_does_not_is_told() {
    for (words, marked) in [
        ("承諾を得た場合に限り、氏名を加盟店に提供します。", &["承諾"][..]),
        ("売買契約を締結した上で、氏名を加盟店に提供します。", &["契約"]),
        ("お申し出があった場合に限り、氏名を加盟店に提供します。", &["場合に限"]),
        ("本人が同意した場合、氏名を加盟店に提供します。", &["同意した場合"]),
        ("氏名を加盟店に提供します。", &[]),
        ("契約の内容を確かめるため、氏名を加盟店に提供します。", &[]),
        ("承諾を得た場合その他の場合に、氏名を加盟店に提供します。", &[]),
    ] {
        let lines = permitted(words, "");
        let source = source(&lines).replace("条件 拒否", "条件 承諾\n条件 拒否");
        let found = findings(&source).into_iter().filter(|(code, _)| *code == Code::H0624);
        assert_eq!(found.map(|(_, text)| text).collect::<Vec<_>>(), marked, "{words}");
        let on_terms = source.replace("提供先［加盟店］", "提供先［加盟店］\n場合［拒否］");
        let found = findings(&on_terms).into_iter().filter(|(code, _)| *code == Code::H0624);
        assert_eq!(found.count(), 0, "{words}");
    }
}

#[test]
fn a_weaker_state_than_that_of_the_words_is_told() {
    let at = |words: &str, state: &str| told(&permitted(words, &format!("加工 {{ 水準［{state}］ }}")), Code::H0624);
    let words = "氏名を統計に加工した上で、加盟店に提供します。";
    assert_eq!(at(words, "個人非識別"), ["統計に加工した上で"]);
    assert_eq!(at(words, "統計"), [""; 0]);
    let words = "氏名を匿名加工情報に加工して、加盟店に提供します。";
    assert_eq!(at(words, "個人非識別"), ["匿名加工情報に加工して"]);
    assert_eq!(at(words, "統計"), [""; 0]);
    // The company's own word asks for no more than its own state.
    assert_eq!(at("氏名を匿名化して、加盟店に提供します。", "個人非識別"), [""; 0]);
}

#[test]
fn conditions_that_the_rule_joins_otherwise_are_told() {
    let joined = |words: &str, parts: &str, permits: bool| {
        let lines = match permits {
            true => permitted(words, parts),
            false => forbidden(words, parts),
        };
        let source = source(&lines).replace("条件 拒否", "条件 { ・承諾 ・申込み「お申込み」 }\n条件 拒否");
        let found = findings(&source).into_iter().filter(|(code, _)| *code == Code::H0629);
        found.map(|(_, text)| text).collect::<Vec<_>>()
    };
    let both = "承諾を得、かつ、お申込みを受けた場合に限り、氏名を加盟店に提供します。";
    assert_eq!(joined(both, "場合［承諾、申込み］", true), ["承諾を得、かつ、お申込み"]);
    assert_eq!(joined(both, "場合［承諾］", true), ["承諾を得、かつ、お申込み"]);
    assert_eq!(joined(both, "場合［承諾＋申込み］", true), [""; 0]);
    assert_eq!(joined(both, "場合［承諾］\n場合［申込み］", true), [""; 0]);
    let either = "承諾またはお申込みがある場合に、氏名を加盟店に提供します。";
    assert_eq!(joined(either, "場合［承諾＋申込み］", true), ["承諾またはお申込み"]);
    assert_eq!(joined(either, "場合［承諾］", true), ["承諾またはお申込み"]);
    assert_eq!(joined(either, "場合［承諾、申込み］", true), [""; 0]);
    let refused = "承諾を得、かつ、お申込みを受けた場合を除き、個人情報を第三者に提供しません。";
    assert_eq!(
        joined(refused, "但し［承諾、申込み］", false),
        ["承諾を得、かつ、お申込み"]
    );
    assert_eq!(joined(refused, "但し［承諾＋申込み］", false), [""; 0]);
}

#[test]
fn a_wider_condition_than_the_named_is_told() {
    let lines = |condition: &str| {
        let words = "保護者の同意なしに、個人情報を第三者に提供しません。";
        source(&forbidden(words, &format!("但し［{condition}］")))
            .replace("条件 拒否", "条件 保護者の同意［同意］\n条件 拒否")
    };
    let marked = |condition: &str| {
        let found = findings(&lines(condition)).into_iter();
        found
            .filter(|(code, _)| *code == Code::H0602)
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
    };
    assert_eq!(marked("同意"), ["同意"]);
    assert_eq!(marked("保護者の同意"), [""; 0]);
}

#[test]
fn a_condition_that_the_words_miss_and_the_case_asks_for_is_an_error() {
    let lines = |parts: &str| forbidden("利用の停止の求めがない場合は、個人情報を第三者に提供しません。", parts);
    assert_eq!(
        told(&lines("場合［拒否］"), Code::H0620),
        ["利用の停止の求めがない場合"]
    );
    assert_eq!(told(&lines("但し［拒否］"), Code::H0620), [""; 0]);
}

#[test]
fn a_purpose_that_the_words_of_a_limit_refuse_is_an_error() {
    let words = "氏名は、商品の発送のためにのみ利用し、新しい商品のご案内には利用しません。";
    let limit = |purposes: &str| {
        told(
            &format!("特約「{words}」{{\n対象［氏名］\n限定［{purposes}］\n}}"),
            Code::H0623,
        )
    };
    assert_eq!(limit("発送、案内"), ["利用しません"]);
    assert_eq!(limit("発送"), [""; 0]);
}

/// Any permission suffices: what one binds to consent another gives without.
#[test]
fn a_limit_that_another_clause_voids_is_told() {
    let both = |purpose: &str, parts: &str, more: &str| {
        let source = format!(
            "{VOCABULARY}方針「個人情報の取扱い」{{
章 取得「取得」{{
取得［氏名、住所］「氏名と住所を取得します。」
}}
章 目的「利用目的」{{
{purpose}
}}
章 利用「利用」{{
利用［氏名］「同意を得た場合に限り、氏名を修理のために利用します。」{{
目的［修理］
{parts}
}}
{more}
}}
}}
"
        );
        let found = findings(&source).into_iter().filter(|(code, _)| *code == Code::H0630);
        found.map(|(_, text)| text).collect::<Vec<_>>()
    };
    let all = "目的 修理「商品の修理」";
    assert_eq!(both(all, "場合［同意］", ""), ["同意を得た場合に"]);
    // The purpose is of other data, or something refuses it without consent.
    let of_others = "目的 修理「商品の修理」{ 項目［住所］「住所」 }";
    assert_eq!(both(of_others, "場合［同意］", ""), [""; 0]);
    let refused = "利用しない［氏名］「同意なく、氏名を修理のために利用しません。」{\n目的［修理］\n但し［同意］\n}";
    assert_eq!(both(all, "場合［同意］", refused), [""; 0]);
    // A case that is told as an example binds nothing.
    let example = "利用［住所］「商品の修理のために、住所を利用します。」{\n目的［修理］\n場合［同意］\n}";
    assert_eq!(both(of_others, "場合［同意］", example), [""; 0]);
}

/// A permission that consent takes back is meant as a prohibition, or as one that asks for consent.
#[test]
fn a_permission_that_its_exception_takes_back_with_consent_is_an_error() {
    let words = "次の場合を除き、氏名を加盟店に提供いたしません。";
    assert_eq!(told(&permitted(words, "但し［同意、法令］"), Code::H0620), ["同意"]);
    assert_eq!(told(&permitted(words, "但し［拒否］"), Code::H0620), [""; 0]);
    let asked = "同意を得て、氏名を加盟店に提供します。";
    assert_eq!(told(&permitted(asked, "場合［同意］"), Code::H0620), [""; 0]);
}

#[test]
fn a_case_that_is_excepted_narrows_no_promise() {
    let lines = "提供しない［氏名］「次の場合を除き、個人情報を第三者に提供しません。」{
提供先［加盟店］
但し［法令］
・「法令に基づき、加盟店に氏名を提供する場合」
}";
    assert_eq!(told(lines, Code::H0628), ["個人情報", "第三者"]);
}

/// What was not compared to the end is said of each clause that it concerns.
#[test]
fn a_limit_that_was_not_compared_with_all_is_told() {
    let clauses = 460;
    let free = "利用［住所］「住所を利用します。」\n".repeat(clauses);
    let bound = "利用［氏名］「同意を得た場合に限り、氏名を利用します。」{ 場合［同意］ }\n".repeat(clauses);
    let marked = told(&format!("{free}{bound}"), Code::H0630);
    // 434 times 460 clauses are 199,640 of the 200,000 comparisons.
    assert_eq!(marked.len(), clauses - 434);
    assert_eq!(told(&bound, Code::H0630), [""; 0]);
}

/// 「次の場合を除き」 excepts each item of its list.
#[test]
fn an_item_of_a_list_of_exceptions_that_no_rule_names_is_told() {
    const ITEMS: [&str; 4] = [
        "法令に基づく場合",
        "人の生命、身体または財産の保護のために必要で、ご本人の同意を得ることが困難な場合",
        "利用の停止の求めがあった場合",
        "店長が特に認めた場合",
    ];
    for inside in [true, false] {
        for (parts, items, marked) in [
            ("但し［法令］", &ITEMS[..2], Some(1)),
            ("但し［生命身体財産の保護］", &ITEMS[..2], Some(0)),
            ("但し［法令、生命身体財産の保護］", &ITEMS[..2], None),
            ("但し［法令、生命身体財産の保護］", &ITEMS[..3], Some(2)),
            ("但し［法令、生命身体財産の保護、拒否］", &ITEMS[..3], None),
            // What the fourth is nobody can tell; it needs a condition that none of the others is.
            ("但し［法令、生命身体財産の保護、拒否］", &ITEMS[..], Some(3)),
            ("但し［法令、同意］", &[ITEMS[0], ITEMS[3]][..], None),
        ] {
            let bullets: Vec<String> = items.iter().map(|item| format!("・「{item}」")).collect();
            let words = "次の場合を除き、個人情報を第三者に提供しません。";
            let lines = match inside {
                true => forbidden(words, &format!("{parts}\n{}", bullets.join("\n"))),
                false => format!("{}\n{}", forbidden(words, parts), bullets.join("\n")),
            };
            let expected: Vec<String> = marked
                .map(|at: usize| format!("「{}」", items[at]))
                .into_iter()
                .collect();
            assert_eq!(told(&lines, Code::H0627), expected, "{parts} {items:?}");
        }
    }
    // A list that nothing points at is no list of exceptions.
    let other = format!(
        "{}\n・「法令に基づく場合」\n・「人の生命、身体または財産の保護のために必要な場合」",
        forbidden(
            "法令に基づく場合を除き、個人情報を第三者に提供しません。",
            "但し［法令］"
        )
    );
    assert_eq!(told(&other, Code::H0627), [""; 0]);
}
