//! What is said of a change that leaves out the requests of some condition: where that condition was needed so far, where it
//! made no difference, and where it stays an exception.

use hoshin::internals::diff::{Options, compare};

use crate::support::compiled::policy;

/// The rules of a bookshop about one act, around them what every policy has.
fn bookshop(rules: &str) -> String {
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・購読履歴 }}
主体 第三者 {{ ・取次 }}
目的 案内「新刊の案内」
条件 {{ ・同意書［同意］ ・会員 ・退会 }}
方針「個人情報の取扱い」{{
  事業者 当社「株式会社しらかば書房」
  章 提供「第三者への提供」{{
    「お預かりした情報を、次のとおり取り扱います。」
    {rules}
  }}
}}
"
    )
}

/// What the change of the rules means, in both languages.
fn told(old: &str, new: &str) -> Vec<(String, String)> {
    let (old, new) = (policy(&bookshop(old)), policy(&bookshop(new)));
    let comparison = compare(&old, &new, &Options::default());
    let statements = comparison.decisions.statements.iter();
    statements
        .map(|one| (one.text.ja.clone(), one.text.en.clone()))
        .collect()
}

fn provide(more: &str) -> String {
    format!("提供 案内状「取次への提供」{{\n 提供先［取次］\n 項目［氏名］\n 目的［案内］\n {more}\n }}")
}

fn forbid(more: &str) -> String {
    format!("提供しない 断り「取次に氏名を提供しません。」{{\n 提供先［取次］\n 項目［氏名］\n {more}\n }}")
}

fn one(old: &str, new: &str, ja: &str, en: &str) {
    assert_eq!(told(old, new), [(ja.to_owned(), en.to_owned())]);
}

#[test]
fn what_needed_consent_so_far_is_now_permitted_unconditionally() {
    one(
        &provide("場合［同意書］"),
        &provide(""),
        "「氏名」を、無条件で「取次」に「案内」の目的で提供できるようになります（これまでは「同意書」の場合に限られていました）",
        "「氏名」 may now be provided to 「取次」 for the purpose 「案内」 unconditionally (so far only given 「同意書」)",
    );
}

#[test]
fn one_condition_of_two_is_dropped() {
    one(
        &provide("場合［同意書］\n 場合［会員］"),
        &provide("場合［会員］"),
        "「氏名」を、新たに「取次」に「案内」の目的で提供できるようになります（「会員」の場合。「同意書」の場合は、これまでもできました）",
        "「氏名」 may now be provided to 「取次」 for the purpose 「案内」 (given 「会員」; given 「同意書」 they could be so far as well)",
    );
}

#[test]
fn what_stays_an_exception_is_told_as_one() {
    one(
        "",
        &provide("但し［退会］"),
        "「氏名」を、新たに「取次」に「案内」の目的で提供できるようになります（「退会」の場合を除く）",
        "「氏名」 may now be provided to 「取次」 for the purpose 「案内」 (unless 「退会」)",
    );
    one(
        &provide(""),
        &provide("場合［同意書］"),
        "「氏名」を「取次」に「案内」の目的で提供できなくなります（「同意書」の場合を除く）",
        "「氏名」 may no longer be provided to 「取次」 for the purpose 「案内」 (unless 「同意書」)",
    );
}

#[test]
fn what_was_excepted_already_is_no_exception_of_the_change() {
    one(
        &provide("但し［退会］"),
        "",
        "「氏名」を「取次」に「案内」の目的で提供できなくなります（「退会」の場合は、これまでもできませんでした）",
        "「氏名」 may no longer be provided to 「取次」 for the purpose 「案内」 (given 「退会」 they could not be so far either)",
    );
    one(
        // What only lifts.
        &forbid("但し［事業承継］"),
        "",
        "「氏名」を「取次」に目的を問わず提供することの禁止がなくなります（許可する定めもない。「生データ」「仮名加工」「個人非識別」に限る。「事業承継」の場合は、これまでも禁止されていませんでした）",
        "raw or pseudonymised or deidentified 「氏名」 are no longer forbidden to be provided to 「取次」 for any purpose (and not permitted either; given 「事業承継」 they were not forbidden so far either)",
    );
    one(
        &forbid("場合［退会］"),
        &forbid(""),
        "「氏名」を「取次」に目的を問わず提供することが、新たに禁止されます（「生データ」「仮名加工」「個人非識別」に限る。「退会」の場合は、これまでも禁止されていました）",
        "raw or pseudonymised or deidentified 「氏名」 are now forbidden to be provided to 「取次」 for any purpose (given 「退会」 they were forbidden already)",
    );
}

/// What needed two conditions together, and is told with both.
#[test]
fn conditions_that_hold_together_are_told_together() {
    one(
        &provide(""),
        &provide("場合［同意書＋会員］"),
        "「氏名」を「取次」に「案内」の目的で提供できなくなります（「同意書」の場合でないとき、または「会員」の場合でないとき）",
        "「氏名」 may no longer be provided to 「取次」 for the purpose 「案内」 (unless 「同意書」; or unless 「会員」)",
    );
    one(
        &provide("場合［同意書、会員］"),
        &provide("場合［同意書＋会員］"),
        "「氏名」を「取次」に「案内」の目的で提供できなくなります（「同意書」の場合で、かつ「会員」の場合でないとき、または「会員」の場合で、かつ「同意書」の場合でないとき）",
        "「氏名」 may no longer be provided to 「取次」 for the purpose 「案内」 (given 「同意書」, unless 「会員」; or given 「会員」, unless 「同意書」)",
    );
    // Another way to say it changes nothing.
    assert_eq!(
        told(&provide("場合［同意書＋会員］"), &provide("場合［会員+同意書］")),
        []
    );
    let twice = provide("場合［同意書］\n 場合［会員］");
    assert_eq!(told(&provide("場合［同意書＋会員］"), &twice), []);
}
