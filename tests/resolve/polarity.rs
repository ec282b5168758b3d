//! Clauses whose words say the contrary of their keyword, and words that are about what is not done.

use hoshin::internals::diagnostic::{Code, Diagnostic};

use crate::support::compiled::{compiled, findings, names, norm, policy};

/// A policy with these lines in one chapter.
fn source(lines: &str) -> String {
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・住所［直接識別］ ・位置情報 }}\n主体 第三者 {{ ・加盟店 ・配信社「株式会社みほん配信」 }}\n\
         方針「個人情報の取扱い」{{\n章 定め「個人情報の取扱い」{{\n{lines}\n}}\n}}\n"
    )
}

#[track_caller]
fn contradicts(lines: &str, marked: &str) {
    let found: Vec<_> = findings(&source(lines))
        .into_iter()
        .filter(|(code, _)| *code == Code::H0617)
        .map(|(_, text)| text)
        .collect();
    assert_eq!(found, [marked], "{lines}");
}

#[track_caller]
fn agrees(lines: &str) {
    let found = findings(&source(lines));
    assert!(
        !found.iter().any(|(code, _)| *code == Code::H0617),
        "{lines}: {found:?}"
    );
}

/// What is marked with one code in a policy with these lines.
fn told(lines: &str, code: Code) -> Vec<String> {
    let found = findings(&source(lines)).into_iter();
    found.filter(|(one, _)| *one == code).map(|(_, text)| text).collect()
}

#[test]
fn a_permission_that_says_no_is_an_error() {
    contradicts("提供「当社は、個人情報を第三者に提供しません。」", "提供しません");
    contradicts("取得「位置情報の取得は行いません。」", "取得は行いません");
    contradicts(
        "利用［住所］「住所を利用することはありません。」",
        "利用することはありません",
    );
    contradicts(
        "提供［氏名］{\n「名簿の販売を禁じます。」\n提供先［第三者］\n}",
        "販売を禁じます",
    );
    contradicts(
        "利用［住所］「当社および加盟店のために住所を利用しません。」",
        "利用しません",
    );
    contradicts("共同利用［氏名］「加盟店と共同で利用しません。」", "共同で利用しません");
}

#[test]
fn a_prohibition_whose_words_negate_twice_is_an_error() {
    contradicts(
        "提供しない［氏名］「氏名を加盟店に提供しないわけではありません。」{ 提供先［加盟店］ }",
        "提供しないわけではありません",
    );
    agrees("提供しない［氏名］「氏名を加盟店に提供することはありません。」{ 提供先［加盟店］ }");
}

/// A rider that has one rule is read as well.
#[test]
fn a_rider_that_says_the_contrary_is_an_error() {
    let rider = |words: &str, rule: &str| format!("特約「{words}」{{\n対象［氏名］\n提供先［第三者］\n{rule}\n}}");
    let no = "氏名は、第三者に提供しません。";
    contradicts(&rider(no, "許可［提供］"), "提供しません");
    agrees(&rider(no, "禁止［提供］"));
    let yes = "氏名は、第三者に提供します。";
    contradicts(&rider(yes, "禁止［提供］"), "提供します");
    agrees(&rider(yes, "許可［提供］"));
    // Two rules may each be about a part of the words.
    agrees(&rider(
        "氏名は、第三者に提供しますが、掲載しません。",
        "許可［提供］\n禁止［掲載］",
    ));
}

#[test]
fn a_silent_permission_beside_words_that_say_no_is_an_error() {
    contradicts(
        "「個人情報を第三者に提供しません。」\n提供［氏名］{ 提供先［第三者］ }",
        "提供しません",
    );
}

#[test]
fn a_prohibition_that_says_yes_is_an_error() {
    contradicts("提供しない「当社は、個人情報を第三者に提供します。」", "提供します");
    contradicts(
        "取得しない［位置情報］「当社は、位置情報を取得することがあります。」",
        "取得することがあります",
    );
}

#[test]
fn exceptions_and_bounds_fit_either() {
    for words in [
        "同意なく個人情報を第三者に提供しません。",
        "法令が求める場合を除き、個人情報を第三者に提供しません。",
        "個人情報を第三者に提供しません。ただし、法令が求めるときはこの限りではありません。",
        "同意がある場合に限り、個人情報を第三者に提供します。",
    ] {
        agrees(&format!("提供「{words}」"));
        agrees(&format!("提供しない「{words}」"));
    }
}

#[test]
fn what_claims_nothing_is_no_contradiction() {
    agrees("提供 加盟店へ「加盟店への提供」{\n提供先［加盟店］\n項目［氏名］\n}");
    agrees("提供「個人情報を加盟店に提供します。広告のために配信社へ提供することはありません。」");
    agrees("利用［氏名］「同意しない場合、氏名を利用しないことがあります。」");
    agrees("提供しない「個人情報を第三者に提供しません。」");
    // About other data, in a note, and in a clause of its own.
    agrees("提供 加盟店へ「加盟店への提供」{\n提供先［加盟店］\n項目［氏名］\n「位置情報は提供しません。」\n}");
    agrees("提供 加盟店へ「加盟店への提供」{\n提供先［加盟店］\n項目［氏名］\n※「広告には提供しません。」\n}");
}

#[test]
fn what_is_not_done_is_no_item() {
    let lines = "取得 甲「氏名を取得します。位置情報は取得しません。」";
    let policy = policy(&source(lines));
    assert_eq!(
        names(&policy.vocabulary.data, &norm(&policy, "定め.甲").data.named),
        ["氏名"]
    );
    let asked = findings(&source("取得［氏名］「氏名を取得し、位置情報は取得しません。」"));
    assert!(!asked.iter().any(|(code, _)| *code == Code::H0601), "{asked:?}");
    let asked = findings(&source("取得［氏名］「氏名と位置情報を取得します。」"));
    assert!(asked.contains(&(Code::H0601, "位置情報".to_owned())), "{asked:?}");
    let asked = findings(&source(
        "取得しない［位置情報］「氏名は取得しますが、位置情報は取得しません。」",
    ));
    assert!(!asked.iter().any(|(code, _)| *code == Code::H0601), "{asked:?}");
}

#[test]
fn a_prohibition_without_consent_that_asks_for_consent_is_an_error() {
    let inverted = |lines: &str| -> Vec<String> {
        let found = findings(&format!("条件 書面の同意［同意］\n{}", source(lines))).into_iter();
        found
            .filter(|(code, _)| *code == Code::H0620)
            .map(|(_, text)| text)
            .collect()
    };
    let forbid = |words: &str, rest: &str| format!("提供しない［個人情報］「{words}」{{\n提供先［第三者］\n{rest}\n}}");
    let without = "お客様の同意を得ずに、個人情報を第三者に提供しません。";
    assert_eq!(inverted(&forbid(without, "場合［同意］")), ["同意を得ずに"]);
    assert_eq!(inverted(&forbid(without, "場合［書面の同意］")), ["同意を得ずに"]);
    assert_eq!(
        inverted(&forbid(
            "お客様の同意がある場合を除き、個人情報を提供しません。",
            "場合［契約、同意］"
        )),
        ["同意がある場合を除"]
    );
    let silent: [String; 0] = [];
    assert_eq!(inverted(&forbid(without, "但し［同意］")), silent);
    assert_eq!(inverted(&forbid(without, "場合［契約］")), silent);
    let even = "お客様の同意の有無にかかわらず、個人情報を第三者に提供しません。";
    assert_eq!(inverted(&forbid(even, "場合［同意］")), silent);
    assert_eq!(
        inverted("提供［個人情報］「同意なく提供することはありません。」{\n提供先［第三者］\n場合［同意］\n}"),
        silent
    );
}

#[track_caller]
fn unbound(lines: &str) -> Vec<String> {
    let compilation = compiled(&source(lines));
    let found = compilation.diagnostics.iter().filter(|found| found.code == Code::H0622);
    let place = |found: &Diagnostic| found.span().expect("it has a place");
    found
        .map(|found| compilation.sources.text_of(place(found)).to_owned())
        .collect()
}

/// Findings M18: plain prose that reads as a promise.
#[test]
fn a_sentence_that_says_what_is_done_and_is_no_rule_is_hinted_at() {
    assert_eq!(
        unbound("「当社は、お客様の情報を第三者に販売します。」"),
        ["販売します"]
    );
    assert_eq!(unbound("「個人情報を第三者に提供しません。」"), ["提供しません"]);
    assert_eq!(
        unbound("「当社は、次の目的で個人情報を利用します。住所は5年間保管します。」"),
        ["保管します"]
    );
    for silent in [
        "提供しない［個人情報］「個人情報を第三者に提供しません。」{ 提供先［第三者］ }",
        "「当社は、次の目的で個人情報を利用します。」",
        "「個人情報の保護は、当社の責務です。」",
        "「ご意見をお寄せください。」",
    ] {
        assert_eq!(unbound(silent), Vec::<String>::new(), "{silent}");
    }
}

#[test]
fn a_permission_bound_in_words_alone_is_reported() {
    let marked = |lines: &str| told(lines, Code::H0624);
    let permit = |words: &str, rest: &str| format!("提供［氏名］「{words}」{{\n提供先［第三者］\n{rest}\n}}");
    let consent = "お客様の同意を得た上で、氏名を第三者に提供します。";
    assert_eq!(marked(&permit(consent, "")), ["同意を得た上で"]);
    let law = "法令に基づく場合に限り、氏名を第三者に提供します。";
    assert_eq!(marked(&permit(law, "")), ["法令に基づく場合に限"]);
    let purpose = "氏名を、商品の発送の目的に限り、第三者に提供します。";
    assert_eq!(marked(&permit(purpose, "")), ["の目的に限"]);
    let silent: [String; 0] = [];
    assert_eq!(marked(&permit(consent, "場合［同意］")), silent);
    assert_eq!(marked(&permit(law, "場合［法令］")), silent);
    assert_eq!(marked(&permit(purpose, "目的 { ・「商品の発送」 }")), silent);
    let either = "お客様の同意を得て、または法令に基づき、氏名を第三者に提供します。";
    assert_eq!(marked(&permit(either, "")), silent);
    // What another clause of the sentence is bound to.
    let other = "お客様の同意を得て氏名を取得し、氏名を第三者に提供します。";
    assert_eq!(marked(&permit(other, "")), silent);
    assert_eq!(marked(&permit("同意を得た上での提供", "")), silent);
}

#[test]
fn a_permission_that_processes_in_words_alone_is_reported() {
    let marked = |lines: &str| told(lines, Code::H0624);
    let permit = |words: &str, rest: &str| format!("提供［位置情報］「{words}」{{\n提供先［第三者］\n{rest}\n}}");
    let words = "位置情報を匿名加工した上で、第三者に提供します。";
    assert_eq!(marked(&permit(words, "")), ["匿名加工した上で"]);
    let silent: [String; 0] = [];
    assert_eq!(marked(&permit(words, "加工 { 水準［匿名加工］ }")), silent);
    assert_eq!(
        marked(&permit("匿名加工情報を作成し、位置情報を第三者に提供します。", "")),
        silent
    );
}

#[test]
fn a_limit_to_the_stated_purposes_that_no_rule_holds_is_reported() {
    let marked = |lines: &str| told(lines, Code::H0624);
    let words = "「取得した個人情報は、以下の目的に限り利用します。」\n";
    let purpose = "取得［個人情報］「個人情報を取得します。」\n目的 発送「商品の発送」";
    assert_eq!(marked(&format!("{words}{purpose}")), ["目的に限り"]);
    let collected = "取得［氏名］「氏名を取得し、次の利用目的の範囲でのみ取り扱います。」\n目的 発送「商品の発送」";
    assert_eq!(marked(collected), ["目的の範囲でのみ"]);
    let silent: [String; 0] = [];
    let refused = "利用しない［個人情報］{ 但し［定め］ }";
    assert_eq!(marked(&format!("{words}{purpose}\n{refused}")), silent);
    // A rider limits some data alone.
    let rider = "特約「位置情報は、商品の発送に限定して利用します。」{ 対象［位置情報］\n限定［発送］ }";
    assert_eq!(marked(&format!("{words}{purpose}\n{rider}")), ["目的に限り"]);
    for unlimited in [
        "「個人情報は、利用目的の範囲内で利用します。」\n",
        "「以下の目的に限り第三者に提供します。」\n",
    ] {
        assert_eq!(marked(&format!("{unlimited}{purpose}")), silent);
    }
}

#[test]
fn a_prohibition_with_or_without_consent_that_consent_lifts_is_an_error() {
    let told = |words: &str, but: &str| {
        let lines = format!("提供しない［位置情報］「{words}」{{\n提供先［第三者］\n{but}\n}}");
        let found = findings(&source(&lines)).into_iter();
        found
            .filter(|(code, _)| *code == Code::H0620)
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
    };
    let words = "同意の有無にかかわらず、位置情報を第三者に提供しません。";
    assert_eq!(told(words, "但し［同意］"), ["同意の有無にかかわらず"]);
    let silent: [String; 0] = [];
    assert_eq!(told(words, "但し［法令］"), silent);
    assert_eq!(told(words, ""), silent);
    assert_eq!(
        told("同意なく、位置情報を第三者に提供しません。", "但し［同意］"),
        silent
    );
}

/// Deemed consent meets no 同意: told where it stands on the page, once for each sentence.
#[test]
fn a_sentence_that_deems_consent_is_warned_of() {
    let deemed = |lines: &str| {
        let found = findings(&source(lines)).into_iter();
        found
            .filter(|(code, _)| *code == Code::H0626)
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        deemed("「本サービスのご利用をもって、本方針に同意したものとみなします。」"),
        ["同意したものとみなします"]
    );
    assert_eq!(
        deemed(
            "・「変更後も**ご利用**の方は、変更に同意いただいたものとみなします。異議がなければ、同意したものとします。」"
        ),
        ["同意いただいたものとみなします", "同意したものとします"]
    );
    for silent in [
        "「ご利用をもって同意したものとはみなしません。」",
        "「「同意する」ボタンを押された方は、本方針に同意したものとみなします。」",
        "「お客様の同意を得て取得した情報は、個人情報として取り扱います。」",
    ] {
        assert_eq!(deemed(silent), [""; 0], "{silent}");
    }
}

/// Findings §3: 「提携会社が…取得します」 on an act that the operator does alone.
#[test]
fn what_somebody_else_does_in_words_is_reported() {
    let marked = |words: &str| -> Vec<String> {
        let found = findings(&source(&format!("取得［氏名］「{words}」"))).into_iter();
        found
            .filter(|(code, _)| *code == Code::H0625)
            .map(|(_, text)| text)
            .collect()
    };
    assert_eq!(marked("加盟店が氏名を取得します。"), ["加盟店"]);
    assert_eq!(marked("加盟店は、氏名を取得します。"), ["加盟店"]);
    let silent: [String; 0] = [];
    for words in [
        "当社は、氏名を取得します。",
        "当社は、加盟店が提供する氏名を取得します。",
        "加盟店が提供する氏名を取得します。",
        "加盟店から氏名を取得します。",
        "加盟店が氏名を取得し、当社も氏名を取得します。",
        "氏名を取得します。",
    ] {
        assert_eq!(marked(words), silent, "{words}");
    }
}
