//! Edits of known effect: what each changes, and nothing else.

use std::collections::BTreeSet;

use hoshin::internals::diff::decisions::{Class, Effect, Statement};
use hoshin::internals::diff::{Options, compare};

use crate::support::compiled::policy;

/// A shop's policy, which the tests edit.
const SHOP: &str = "
情報 個人情報 {
  ・氏名［直接識別］
  ・住所［直接識別］
  ・生年［準識別］
  ・購入履歴
  ・要配慮個人情報［要配慮］
}
情報 閲覧履歴［個人関連］
主体 第三者 { ・加盟店 ・広告配信社 }
主体 配送業者［委託先］
目的 配送「商品の配送」
目的 広告配信「広告の配信」
条件 { ・注文［契約］ ・書面の同意［同意］ ・会員登録 }

方針「個人情報の取扱い」{
  事業者 当社「株式会社あかり文具」
  章 利用「情報の利用」{
    「ご注文の品をお届けします。お届けの後もご注文の記録を残します。」
    利用 配送のため「配送のため、個人情報を利用します。」{
      項目［個人情報］
      目的［配送］
    }
  }
  章 提供「第三者への提供」{
    提供 加盟店へ「加盟店への提供」{
      提供先［加盟店］
      項目［個人情報］
      除外［要配慮個人情報］
      目的［配送］
      場合［注文］
    }
    提供しない 原則「上記のほか、第三者に提供しません。」{
      提供先［第三者］
      項目［個人情報］
      但し［加盟店へ、法令］
    }
  }
}
";

/// Every statement that replacing these makes: its class, whether it only comes of a name, its Japanese text.
fn changed(edits: &[(&str, &str)]) -> Vec<String> {
    between(SHOP, &edited(SHOP, edits))
}

fn edited(source: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(source.to_owned(), |source, (what, with)| {
        assert!(source.contains(what), "{what}");
        source.replace(what, with)
    })
}

/// What the revision changes. The other way round is compared as well: the same requests, the other way.
fn between(old: &str, new: &str) -> Vec<String> {
    let (old, new) = (policy(old), policy(new));
    let (forth, back) = (
        compare(&old, &new, &Options::default()),
        compare(&new, &old, &Options::default()),
    );
    let (forth, back) = (forth.decisions, back.decisions);
    assert!(forth.complete && back.complete);
    type Plain = (Effect, Class, bool, String);
    let plain = |statement: &Statement| -> Plain {
        let requests = format!("{:?}", statement.requests);
        (statement.effect, statement.class, statement.only_named, requests)
    };
    let mirrored = |(effect, class, named, requests): Plain| (effect.mirrored(), class.mirrored(), named, requests);
    for (forth, back) in [
        (&forth.statements, &back.statements),
        (&forth.unknown_words, &back.unknown_words),
    ] {
        let back: BTreeSet<Plain> = back.iter().map(plain).map(mirrored).collect();
        assert_eq!(forth.iter().map(plain).collect::<BTreeSet<_>>(), back);
    }
    let line = |statement: &Statement| {
        let named = if statement.only_named { "（名前）" } else { "" };
        format!("{}{named}: {}", statement.class.word(), statement.text.ja)
    };
    forth.statements.iter().map(line).collect()
}

const NOTHING: [&str; 0] = [];

#[test]
fn a_new_recipient_may_be_given_what_the_others_are() {
    let changed = changed(&[("提供先［加盟店］", "提供先［加盟店、広告配信社］")]);
    assert_eq!(
        changed,
        [
            "広くなる: 「要配慮個人情報」を除く「個人情報」を、新たに「広告配信社」に「配送」の目的で提供できるようになります（「注文」の場合。「法令」の場合は、これまでもできました）",
        ]
    );
}

#[test]
fn what_is_no_longer_excepted_may_be_provided() {
    let changed = changed(&[("      除外［要配慮個人情報］\n", "")]);
    assert_eq!(
        changed,
        [
            "広くなる: 「要配慮個人情報」を、新たに「加盟店」に「配送」の目的で提供できるようになります（「注文」の場合。「法令」の場合は、これまでもできました）",
        ]
    );
}

#[test]
fn without_its_condition_a_permission_holds_in_the_other_cases_too() {
    let changed = changed(&[("      場合［注文］\n", "")]);
    assert_eq!(
        changed,
        [
            "広くなる: 「要配慮個人情報」を除く「個人情報」を、無条件で「加盟店」に「配送」の目的で提供できるようになります（これまでは「注文」または「法令」の場合に限られていました）",
        ]
    );
}

#[test]
fn another_condition_gives_and_takes() {
    let changed = changed(&[("      場合［注文］\n", "      場合［書面の同意］\n")]);
    assert_eq!(
        changed,
        [
            "広くなる: 「要配慮個人情報」を除く「個人情報」を、新たに「加盟店」に「配送」の目的で提供できるようになります（「書面の同意」の場合。「注文」または「法令」の場合は、これまでもできました）",
            "狭くなる: 「要配慮個人情報」を除く「個人情報」を「加盟店」に「配送」の目的で提供できなくなります（「注文」の場合。ただし「書面の同意」または「法令」の場合を除く）",
        ]
    );
}

#[test]
fn one_condition_more_of_which_any_is_enough_widens() {
    let changed = changed(&[("      場合［注文］\n", "      場合［注文、書面の同意］\n")]);
    assert_eq!(
        changed,
        [
            "広くなる: 「要配慮個人情報」を除く「個人情報」を、新たに「加盟店」に「配送」の目的で提供できるようになります（「書面の同意」の場合。「注文」または「法令」の場合は、これまでもできました）",
        ]
    );
}

#[test]
fn a_condition_added_to_a_permission_without_one_narrows() {
    let changed = changed(&[(
        "項目［個人情報］\n      目的［配送］",
        "項目［個人情報］\n      目的［配送］\n      場合［注文］",
    )]);
    assert_eq!(
        changed,
        ["狭くなる: 「個人情報」を「配送」の目的で利用できなくなります（「注文」の場合を除く）",]
    );
}

#[test]
fn an_exception_of_a_prohibition_permits() {
    let changed = changed(&[("但し［加盟店へ、法令］", "但し［加盟店へ、法令、会員登録］")]);
    assert_eq!(
        changed,
        [
            "広くなる: 「要配慮個人情報」を除く「個人情報」を、新たに「加盟店」に「配送」の目的で提供できるようになります（「会員登録」の場合。「注文」または「法令」の場合は、これまでもできました）",
            "広くなる: 「要配慮個人情報」を除く「個人情報」を、新たに「加盟店」に「配送」以外の目的で提供できるようになります（「会員登録」の場合。「法令」の場合は、これまでもできました）",
            "広くなる: 「要配慮個人情報」を除く「個人情報」を、新たに「その他の第三者」「広告配信社」に目的を問わず提供できるようになります（「会員登録」の場合。「法令」の場合は、これまでもできました）",
            "広くなる: 「要配慮個人情報」を、新たに「第三者」に目的を問わず提供できるようになります（「会員登録」の場合。「法令」の場合は、これまでもできました）",
        ]
    );
}

#[test]
fn a_twin_of_an_exception_changes_no_decision() {
    let twin = "    提供 法令による提供「法令に基づく場合に提供します。」{\n      提供先［第三者］\n      項目［個人情報］\n      場合［法令］\n    }\n";
    let changed = changed(&[("    提供しない 原則", &format!("{twin}    提供しない 原則"))]);
    assert_eq!(changed, NOTHING);
}

#[test]
fn an_exception_less_withdraws() {
    let changed = changed(&[("但し［加盟店へ、法令］", "但し［加盟店へ］")]);
    assert_eq!(
        changed,
        [
            "狭くなる: 「要配慮個人情報」を除く「個人情報」を「加盟店」に「配送」の目的で提供できなくなります（「法令」の場合。ただし「注文」の場合を除く）",
            "狭くなる: 「要配慮個人情報」を除く「個人情報」を「加盟店」に「配送」以外の目的で提供できなくなります（「法令」の場合）",
            "狭くなる: 「要配慮個人情報」を除く「個人情報」を「その他の第三者」「広告配信社」に目的を問わず提供できなくなります（「法令」の場合）",
            "狭くなる: 「要配慮個人情報」を「第三者」に目的を問わず提供できなくなります（「法令」の場合）",
        ]
    );
}

#[test]
fn a_linking_with_a_condition_makes_the_linked_data_permitted_and_forbidden() {
    let changed = changed(&[(
        "    提供 加盟店へ",
        "    紐付け［閲覧履歴 → 個人情報］{ 場合［会員登録］ }\n    提供 加盟店へ",
    )]);
    assert_eq!(
        changed,
        [
            "広くなる: 「閲覧履歴」を、新たに「配送」の目的で利用できるようになります（「会員登録」の場合）",
            "広くなる: 「閲覧履歴」を、新たに「加盟店」に「配送」の目的で提供できるようになります（「注文」または「法令」の場合で、かつ「会員登録」の場合）",
            "広くなる: 「閲覧履歴」を、新たに「加盟店」に「配送」以外の目的で提供できるようになります（「法令」の場合で、かつ「会員登録」の場合）",
            "広くなる: 「閲覧履歴」を、新たに「その他の第三者」「広告配信社」に目的を問わず提供できるようになります（「法令」の場合で、かつ「会員登録」の場合）",
            "狭くなる: 「閲覧履歴」を「加盟店」に「配送」の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」「個人非識別」に限る。「会員登録」の場合。ただし「注文」または「法令」の場合を除く）",
            "狭くなる: 「閲覧履歴」を「加盟店」に「配送」以外の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」「個人非識別」に限る。「会員登録」の場合。ただし「法令」の場合を除く）",
            "狭くなる: 「閲覧履歴」を「その他の第三者」「広告配信社」に目的を問わず提供することが、新たに禁止されます（「生データ」「仮名加工」「個人非識別」に限る。「会員登録」の場合。ただし「法令」の場合を除く）",
        ]
    );
}

#[test]
fn a_word_that_means_more_than_the_one_whose_place_it_takes_widens_what_the_category_permits() {
    let changed = changed(&[("・生年［準識別］", "・生年月日［準識別］")]);
    assert_eq!(
        changed,
        [
            "広くなる: 「生年月日」を、新たに「配送」の目的で利用できるようになります",
            "広くなる: 「生年月日」を、新たに「加盟店」に「配送」の目的で提供できるようになります（「注文」または「法令」の場合）",
            "広くなる: 「生年月日」を、新たに「加盟店」に「配送」以外の目的で提供できるようになります（「法令」の場合）",
            "広くなる: 「生年月日」を、新たに「その他の第三者」「広告配信社」に目的を問わず提供できるようになります（「法令」の場合）",
        ]
    );
}

#[test]
fn a_purpose_added_to_a_clause_is_permitted() {
    let changed = changed(&[(
        "項目［個人情報］\n      目的［配送］",
        "項目［個人情報］\n      目的［配送、広告配信］",
    )]);
    assert_eq!(
        changed,
        ["広くなる: 「個人情報」を、新たに「広告配信」の目的で利用できるようになります",]
    );
}

#[test]
fn a_purpose_taken_from_a_clause_is_withdrawn() {
    let changed = changed(&[
        (
            "項目［個人情報］\n      目的［配送］",
            "項目［個人情報］\n      目的［置き配］",
        ),
        (
            "目的 配送「商品の配送」",
            "目的 配送「商品の配送」{ 例「例」{ ・置き配「玄関先へのお届け」 } }",
        ),
    ]);
    assert_eq!(
        changed,
        [
            "狭くなる: 「個人情報」を「その他の配送」の目的で利用できなくなります",
            "名前のみ（名前）: 「個人情報」を、新たに「置き配」の目的で利用できるようになります",
            "名前のみ（名前）: 「要配慮個人情報」を除く「個人情報」を、新たに「加盟店」に「置き配」の目的で提供できるようになります（「注文」または「法令」の場合）",
            "名前のみ（名前）: 「要配慮個人情報」を除く「個人情報」を、新たに「その他の第三者」「広告配信社」に「置き配」の目的で提供できるようになります（「法令」の場合）",
            "名前のみ（名前）: 「要配慮個人情報」を、新たに「第三者」に「置き配」の目的で提供できるようになります（「法令」の場合）",
        ]
    );
}

#[test]
fn without_a_prohibition_nothing_is_said_of_what_it_forbade_and_excepted() {
    let changed = changed(&[(
        "    提供しない 原則「上記のほか、第三者に提供しません。」{\n      提供先［第三者］\n      項目［個人情報］\n      但し［加盟店へ、法令］\n    }\n",
        "",
    )]);
    assert_eq!(
        changed,
        [
            "広くなる: 「要配慮個人情報」を除く「個人情報」を「加盟店」に「配送」の目的で提供することの禁止がなくなります（許可する定めもない。「生データ」「仮名加工」「個人非識別」に限る。「注文」または「法令」の場合は、これまでも禁止されていませんでした）",
            "広くなる: 「要配慮個人情報」を除く「個人情報」を「加盟店」に「配送」以外の目的で提供することの禁止がなくなります（許可する定めもない。「生データ」「仮名加工」「個人非識別」に限る。「法令」の場合は、これまでも禁止されていませんでした）",
            "広くなる: 「要配慮個人情報」を除く「個人情報」を「その他の第三者」「広告配信社」に目的を問わず提供することの禁止がなくなります（許可する定めもない。「生データ」「仮名加工」「個人非識別」に限る。「法令」の場合は、これまでも禁止されていませんでした）",
            "広くなる: 「要配慮個人情報」を「第三者」に目的を問わず提供することの禁止がなくなります（許可する定めもない。「生データ」「仮名加工」「個人非識別」に限る。「法令」の場合は、これまでも禁止されていませんでした）",
            "狭くなる: 「要配慮個人情報」を除く「個人情報」を「加盟店」に「配送」の目的で提供できなくなります（「法令」の場合。ただし「注文」の場合を除く）",
            "狭くなる: 「要配慮個人情報」を除く「個人情報」を「加盟店」に「配送」以外の目的で提供できなくなります（「法令」の場合）",
            "狭くなる: 「要配慮個人情報」を除く「個人情報」を「その他の第三者」「広告配信社」に目的を問わず提供できなくなります（「法令」の場合）",
            "狭くなる: 「要配慮個人情報」を「第三者」に目的を問わず提供できなくなります（「法令」の場合）",
        ]
    );
}

#[test]
fn a_recipient_nobody_names_is_only_named_where_the_law_permits_whomever() {
    let changed = changed(&[("・広告配信社 }", "・広告配信社 ・調査会社 }")]);
    assert_eq!(
        changed,
        [
            "名前のみ（名前）: 「個人情報」を、新たに「調査会社」に目的を問わず提供できるようになります（「法令」の場合）",
        ]
    );
}

#[test]
fn a_rider_that_limits_forbids_the_other_purposes() {
    let changed = changed(&[(
        "    提供しない 原則",
        "    特約 制限「購入履歴は配送に限ります。」{\n      対象［購入履歴］\n      限定［配送］\n      但し［書面の同意］\n    }\n    提供しない 原則",
    )]);
    assert_eq!(
        changed,
        [
            "狭くなる: 「購入履歴」を「第三者」に「配送」以外の目的で提供できなくなります（「生データ」「仮名加工」「個人非識別」に限る。「法令」の場合。ただし「書面の同意」の場合を除く）",
            "狭くなる: 「購入履歴」を「配送業者」「当社」に「配送」以外の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」「個人非識別」に限る。「書面の同意」の場合を除く）",
            "狭くなる: 「購入履歴」を相手を問わず、「配送」以外の目的で利用・委託・共同利用・外部に送信・掲載することが、新たに禁止されます（「生データ」「仮名加工」「個人非識別」に限る。「書面の同意」の場合を除く）",
        ]
    );
}

#[test]
fn a_new_clause_permits_what_it_says() {
    let changed = changed(&[
        (
            "    提供しない 原則",
            "    提供 広告社へ「広告配信社への提供」{\n      提供先［広告配信社］\n      項目［氏名、購入履歴］\n      目的［広告配信］\n      場合［書面の同意］\n    }\n    提供しない 原則",
        ),
        ("但し［加盟店へ、法令］", "但し［加盟店へ、広告社へ、法令］"),
    ]);
    assert_eq!(
        changed,
        [
            "広くなる: 「氏名」「購入履歴」を、新たに「広告配信社」に「広告配信」の目的で提供できるようになります（「書面の同意」の場合。「法令」の場合は、これまでもできました）",
        ]
    );
}

#[test]
fn a_permission_for_processed_data_only_is_narrower() {
    let changed = changed(&[(
        "      場合［注文］\n",
        "      場合［注文］\n      加工 { 水準［匿名加工］ }\n",
    )]);
    assert_eq!(
        changed,
        [
            "狭くなる: 「要配慮個人情報」を除く「個人情報」を「加盟店」に「配送」の目的で提供できなくなります（「生データ」「仮名加工」「個人非識別」に限る。「注文」の場合。ただし「法令」の場合を除く）",
        ]
    );
}

#[test]
fn a_stronger_processing_narrows_and_a_weaker_one_widens() {
    let deidentified = edited(
        SHOP,
        &[(
            "      場合［注文］\n",
            "      場合［注文］\n      加工 { 水準［個人非識別］ }\n",
        )],
    );
    let pseudonymised = edited(&deidentified, &[("水準［個人非識別］", "水準［仮名加工］")]);
    assert_eq!(
        between(&deidentified, &pseudonymised),
        [
            "広くなる: 「要配慮個人情報」を除く「個人情報」で、「仮名加工」に加工したものを、新たに「加盟店」に「配送」の目的で提供できるようになります（「注文」の場合。「法令」の場合は、これまでもできました）",
        ]
    );
    assert_eq!(
        between(&pseudonymised, &deidentified),
        [
            "狭くなる: 「要配慮個人情報」を除く「個人情報」で、「仮名加工」に加工したものを「加盟店」に「配送」の目的で提供できなくなります（「注文」の場合。ただし「法令」の場合を除く）",
        ]
    );
    // What was processed to the company's own word alone may not be provided any more.
    let anonymised = edited(&deidentified, &[("水準［個人非識別］", "水準［匿名加工］")]);
    assert_eq!(
        between(&deidentified, &anonymised),
        [
            "狭くなる: 「要配慮個人情報」を除く「個人情報」で、「個人非識別」に加工したものを「加盟店」に「配送」の目的で提供できなくなります（「注文」の場合。ただし「法令」の場合を除く）",
        ]
    );
}

#[test]
fn a_moved_chapter_changes_no_decision() {
    let at = SHOP.find("  章 利用").zip(SHOP.find("  章 提供"));
    let (from, to) = at.unwrap();
    let (before, after) = SHOP.split_at(from);
    let (chapter, after) = after.split_at(to - from);
    let after = after.strip_suffix("}\n").unwrap();
    assert_eq!(between(SHOP, &format!("{before}{after}{chapter}}}\n")), NOTHING);
}

#[test]
fn another_name_for_the_same_words_changes_no_decision() {
    let clause = edited(SHOP, &[("加盟店へ", "店舗へ")]);
    assert_eq!(between(SHOP, &clause), NOTHING);
    let purpose = edited(
        SHOP,
        &[("目的 配送「", "目的 発送「"), ("目的［配送］", "目的［発送］")],
    );
    assert_eq!(between(SHOP, &purpose), NOTHING);
}

#[test]
fn a_split_paragraph_changes_no_decision() {
    assert_eq!(
        changed(&[("お届けします。お届け", "お届けします。」\n    「お届け")]),
        NOTHING
    );
}

#[test]
fn the_order_of_declarations_changes_no_decision() {
    let order = changed(&[
        ("主体 第三者 { ・加盟店 ・広告配信社 }\n主体 配送業者［委託先］\n", ""),
        ("  ・氏名［直接識別］\n  ・住所［直接識別］\n", ""),
        (
            "  ・購入履歴\n",
            "  ・住所［直接識別］\n  ・購入履歴\n  ・氏名［直接識別］\n",
        ),
        (
            "条件 { ・注文［契約］ ・書面の同意［同意］ ・会員登録 }\n",
            "条件 { ・会員登録 ・書面の同意［同意］ ・注文［契約］ }\n主体 配送業者［委託先］\n主体 第三者 { ・広告配信社 ・加盟店 }\n",
        ),
    ]);
    assert_eq!(order, NOTHING);
}

#[test]
fn comments_and_layout_change_no_decision() {
    let layout = changed(&[("\n      提供先［加盟店］\n", " 提供先［\n  加盟店］ // 本部が選ぶ\n\n")]);
    assert_eq!(layout, NOTHING);
}

#[test]
fn nothing_changes_between_a_policy_and_itself() {
    assert_eq!(between(SHOP, SHOP), NOTHING);
}
