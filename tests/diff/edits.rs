//! Edits of known effect: what each changes, and nothing else.

use hoshin::diff::decisions::{Decisions, Statement, decisions};
use hoshin::diff::vocabulary::{Anchors, JointVocabulary};
use hoshin::policy::Policy;

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

fn diff(old: &Policy, new: &Policy) -> Decisions {
    let vocabulary = JointVocabulary::of(old, new, &Anchors::new());
    decisions(old, new, &vocabulary)
}

/// Class and sentence of every statement when each of these is replaced; and that the way back is the mirror.
fn edited(replacements: &[(&str, &str)]) -> Vec<String> {
    let mut new = SHOP.to_owned();
    for (what, with) in replacements {
        assert!(new.contains(what), "{what}");
        new = new.replacen(what, with, 1);
    }
    let (old, new) = (policy(SHOP), policy(&new));
    let there = diff(&old, &new);
    let back = diff(&new, &old);
    let gist = |statement: &Statement, mirrored: bool| {
        let effect = statement.effect;
        let (effect, class) = match mirrored {
            true => (effect.mirrored(), statement.class.mirrored()),
            false => (effect, statement.class),
        };
        (
            effect,
            class,
            statement.only_named,
            statement.requests.acts,
            statement.requests.states.clone(),
        )
    };
    let all = |decisions: &Decisions, mirrored| {
        [&decisions.statements, &decisions.unknown_words].map(|statements| {
            let mut gists: Vec<_> = statements.iter().map(|one| gist(one, mirrored)).collect();
            gists.sort_unstable();
            gists
        })
    };
    assert_eq!(all(&there, false), all(&back, true), "the way back");
    assert!(there.complete);
    let mut lines = Vec::new();
    for statement in &there.statements {
        let named = if statement.only_named { "（名前）" } else { "" };
        lines.push(format!("{}{named}: {}", statement.class.word(), statement.text.ja));
    }
    for statement in &there.unknown_words {
        lines.push(format!("語: {}", statement.text.ja));
    }
    lines
}

#[test]
fn comments_and_layout_change_nothing() {
    let loose = SHOP.replace(
        "    提供先［加盟店］\n",
        "    // 加盟店だけ\n\n    提供先　［ 加盟店 ］\n",
    );
    assert_ne!(loose, SHOP);
    let decisions = diff(&policy(SHOP), &policy(&loose));
    assert!(decisions.statements.is_empty() && decisions.unknown_words.is_empty());
}

#[test]
fn a_recipient_more_widens_the_clause_for_it_alone() {
    assert_eq!(
        edited(&[("提供先［加盟店］", "提供先［加盟店、広告配信社］")]),
        [
            "広くなる: 「要配慮個人情報」を除く「個人情報」を、新たに「広告配信社」に「配送」の目的で提供できるようになります（「注文」の場合）",
        ]
    );
}

#[test]
fn an_exception_dropped_lets_its_data_pass() {
    assert_eq!(
        edited(&[("      除外［要配慮個人情報］\n", "")]),
        [
            "広くなる: 「要配慮個人情報」を、新たに「加盟店」に「配送」の目的で提供できるようになります（「注文」の場合）",
        ]
    );
}

#[test]
fn a_case_dropped_widens_where_it_was_not_given() {
    assert_eq!(
        edited(&[("      場合［注文］\n", "")]),
        [
            "広くなる: 「要配慮個人情報」を除く「個人情報」を、新たに「加盟店」に「配送」の目的で提供できるようになります（「注文」の場合を除く）",
        ]
    );
}

#[test]
fn another_case_in_its_place_widens_and_narrows() {
    assert_eq!(
        edited(&[("      場合［注文］\n", "      場合［書面の同意］\n")]),
        [
            "広くなる: 「要配慮個人情報」を除く「個人情報」を、新たに「加盟店」に「配送」の目的で提供できるようになります（「書面の同意」の場合。ただし「注文」の場合を除く）",
            "狭くなる: 「要配慮個人情報」を除く「個人情報」を「加盟店」に「配送」の目的で提供できなくなります（「注文」の場合。ただし「書面の同意」の場合を除く）",
        ]
    );
}

#[test]
fn a_case_more_widens_where_only_it_is_given() {
    assert_eq!(
        edited(&[("      場合［注文］\n", "      場合［注文、書面の同意］\n")]),
        [
            "広くなる: 「要配慮個人情報」を除く「個人情報」を、新たに「加盟店」に「配送」の目的で提供できるようになります（「書面の同意」の場合。ただし「注文」の場合を除く）",
        ]
    );
}

#[test]
fn an_exception_of_a_prohibition_dropped_forbids_where_nothing_permits() {
    assert_eq!(
        edited(&[("但し［加盟店へ、法令］", "但し［加盟店へ］")]),
        [
            "狭くなる: 「要配慮個人情報」を除く「個人情報」を「加盟店」に「配送」の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「法令」の場合。ただし「注文」の場合を除く）",
            "狭くなる: 「要配慮個人情報」を除く「個人情報」を「加盟店」に「広告配信」の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「法令」の場合）",
            "狭くなる: 「要配慮個人情報」を除く「個人情報」を「その他の第三者」「広告配信社」に目的を問わず提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「法令」の場合）",
            "狭くなる: 「要配慮個人情報」を「第三者」に目的を問わず提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「法令」の場合）",
        ]
    );
}

#[test]
fn a_finer_word_under_a_category_is_told_by_name() {
    assert_eq!(
        edited(&[("・生年［準識別］", "・生年月日［準識別］")]),
        [
            "広くなる（名前）: 「生年月日」を、新たに「配送」の目的で利用できるようになります",
            "広くなる（名前）: 「生年月日」を、新たに「加盟店」に「配送」の目的で提供できるようになります（「注文」の場合）",
            "狭くなる（名前）: 「生年」を「配送」の目的で利用できなくなります",
            "狭くなる（名前）: 「生年」を「加盟店」に「配送」の目的で提供できなくなります（「注文」の場合）",
            "語: 「生年」を「加盟店」に「配送」の目的で提供することの禁止がなくなります（許可する定めもない。「生データ」「仮名加工」に限る。「注文」または「法令」の場合を除く）",
            "語: 「生年」を「加盟店」に「広告配信」の目的で提供することの禁止がなくなります（許可する定めもない。「生データ」「仮名加工」に限る。「法令」の場合を除く）",
            "語: 「生年」を「その他の第三者」「広告配信社」に目的を問わず提供することの禁止がなくなります（許可する定めもない。「生データ」「仮名加工」に限る。「法令」の場合を除く）",
            "語: 「生年月日」を「加盟店」に「配送」の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「注文」または「法令」の場合を除く）",
            "語: 「生年月日」を「加盟店」に「広告配信」の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「法令」の場合を除く）",
            "語: 「生年月日」を「その他の第三者」「広告配信社」に目的を問わず提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「法令」の場合を除く）",
        ]
    );
}

#[test]
fn a_new_clause_of_provision_permits_what_it_says() {
    assert_eq!(
        edited(&[
            (
                "    提供しない 原則",
                "    提供 広告社へ「広告配信社への提供」{\n      提供先［広告配信社］\n      項目［氏名、購入履歴］\n      目的「提供の目的」{ ・表示［広告配信］「関心に応じた表示」 }\n      場合［書面の同意］\n    }\n    提供しない 原則",
            ),
            ("但し［加盟店へ、法令］", "但し［加盟店へ、広告社へ、法令］"),
        ]),
        [
            "広くなる: 「氏名」「購入履歴」を、新たに「広告配信社」に「表示」の目的で提供できるようになります（「書面の同意」の場合）",
            "語: 「氏名」「購入履歴」を「その他の第三者」「加盟店」に「表示」の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「法令」の場合を除く）",
            "語: 「氏名」「購入履歴」を「広告配信社」に「表示」の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「書面の同意」または「法令」の場合を除く）",
            "語: 「その他の個人情報」「住所」「生年」「要配慮個人情報」を「第三者」に「表示」の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「法令」の場合を除く）",
        ]
    );
}

#[test]
fn processing_in_place_of_a_case_narrows_raw_data_and_widens_processed_data() {
    assert_eq!(
        edited(&[(
            "      場合［注文］\n",
            "      加工 {\n 水準［匿名加工］\n 除外［氏名］\n }\n",
        )]),
        [
            "広くなる: 「個人非識別」「匿名加工」「統計」に加工した「その他の個人情報」「住所」「生年」「購入履歴」を、新たに「加盟店」に「配送」の目的で提供できるようになります（「注文」の場合を除く）",
            "狭くなる: 「氏名」を「加盟店」に「配送」の目的で提供できなくなります（「注文」の場合）",
            "狭くなる: 「その他の個人情報」「住所」「生年」「購入履歴」を「加盟店」に「配送」の目的で提供できなくなります（「生データ」「仮名加工」に限る。「注文」の場合）",
        ]
    );
}

#[test]
fn a_linking_brings_what_is_linked_under_every_clause() {
    assert_eq!(
        edited(&[(
            "    提供 加盟店へ",
            "    紐付け［閲覧履歴 → 個人情報］{\n 場合［会員登録］\n }\n    提供 加盟店へ",
        )]),
        [
            "広くなる: 「閲覧履歴」を、新たに「配送」の目的で利用できるようになります（「会員登録」の場合）",
            "広くなる: 「閲覧履歴」を、新たに「加盟店」に「配送」の目的で提供できるようになります（「注文」の場合かつ「会員登録」の場合）",
            "狭くなる: 「閲覧履歴」を「加盟店」に「配送」の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「会員登録」の場合。ただし「注文」または「法令」の場合を除く）",
            "狭くなる: 「閲覧履歴」を「加盟店」に「広告配信」の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「会員登録」の場合。ただし「法令」の場合を除く）",
            "狭くなる: 「閲覧履歴」を「その他の第三者」「広告配信社」に目的を問わず提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「会員登録」の場合。ただし「法令」の場合を除く）",
        ]
    );
}

#[test]
fn a_rider_forbids_every_other_purpose() {
    assert_eq!(
        edited(&[(
            "    提供しない 原則",
            "    特約 制限「購入履歴は配送に限ります。」{\n 対象［購入履歴］\n 限定［配送］\n 但し［書面の同意］\n }\n    提供しない 原則",
        )]),
        [
            "狭くなる: 「購入履歴」を「第三者」に「広告配信」の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「法令」の場合。ただし「書面の同意」の場合を除く）",
            "狭くなる: 「購入履歴」を「配送業者」「当社」に「広告配信」の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「書面の同意」の場合を除く）",
            "狭くなる: 「購入履歴」について相手を問わず、「広告配信」の目的で「提供」以外の取扱いをすることが、新たに禁止されます（「生データ」「仮名加工」に限る。「書面の同意」の場合を除く）",
        ]
    );
}

#[test]
fn a_word_that_nothing_permits_is_forbidden_by_the_general_clause_only() {
    assert_eq!(
        edited(&[("・広告配信社 }", "・広告配信社 ・調査会社 }")]),
        [
            "語: 「個人情報」を「調査会社」に目的を問わず提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「法令」の場合を除く）",
        ]
    );
}

#[test]
fn a_purpose_that_nothing_permits_is_forbidden_by_the_general_clause_only() {
    assert_eq!(
        edited(&[(
            "目的 広告配信「広告の配信」",
            "目的 広告配信「広告の配信」\n目的 分析「分析」",
        )]),
        [
            "語: 「個人情報」を「第三者」に「分析」の目的で提供することが、新たに禁止されます（「生データ」「仮名加工」に限る。「法令」の場合を除く）",
        ]
    );
}

#[test]
fn a_new_chapter_of_prose_changes_no_decision() {
    assert_eq!(
        edited(&[(
            "目的［配送］\n    }\n  }",
            "目的［配送］\n    }\n  }\n章 前「前」{ 「前文。」 }",
        )]),
        Vec::<String>::new()
    );
}

#[test]
fn places_and_names_decide_nothing() {
    let chapter = "  章 利用「情報の利用」{
    利用 配送のため「配送のため、個人情報を利用します。」{
      項目［個人情報］
      目的［配送］
    }
  }
";
    let moved = SHOP
        .replacen(chapter, "", 1)
        .replacen("  章 提供", "  章 先頭「はじめに」\n  章 提供", 1);
    let end = moved.rfind("}\n").expect("the policy ends");
    let moved = format!("{}{chapter}}}\n", moved.get(..end).expect("a bracket is one byte"));
    let clause_renamed = SHOP.replace("加盟店へ", "お店へ");
    let word_renamed = SHOP
        .replace("・加盟店 ", "・提携店「加盟店」 ")
        .replace("提供先［加盟店］", "提供先［提携店］");
    for new in [moved, clause_renamed, word_renamed] {
        assert_ne!(new, SHOP);
        let decisions = diff(&policy(SHOP), &policy(&new));
        let told: Vec<&str> = decisions.statements.iter().map(|one| one.text.ja.as_str()).collect();
        assert!(told.is_empty() && decisions.unknown_words.is_empty(), "{told:#?}");
    }
}
