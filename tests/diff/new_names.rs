//! What is told of a name that came or went, where the other revision says the same under a wider one.

use hoshin::internals::diagnostic::Lang;
use hoshin::internals::diff::decisions::Class;
use hoshin::internals::diff::{Options, compare, sections};

use crate::support::compiled::policy;

fn bookshop(data: &str) -> String {
    format!(
        "情報 個人情報 {{ {data} }}
主体 第三者 {{ ・取次 }}
目的 案内「新刊の案内」
方針「個人情報の取扱い」{{
  事業者 当社「株式会社しらかば書房」
  章 提供「第三者への提供」{{
    提供 案内状「取次への提供」{{
      提供先［取次］
      項目［個人情報］
      目的［案内］
    }}
  }}
}}
"
    )
}

/// What the lists of decisions say.
fn told(old: &str, new: &str, lang: Lang) -> Vec<String> {
    let (old, new) = (policy(&bookshop(old)), policy(&bookshop(new)));
    let comparison = compare(&old, &new, &Options::default());
    let lists = sections::decisions(&comparison, lang);
    lists.into_iter().flat_map(|section| section.items).collect()
}

const BEFORE: &str = "・氏名［直接識別］ ・購読履歴";
const AFTER: &str = "・氏名［直接識別］ ・購読履歴 ・会員番号";

#[test]
fn a_new_name_is_told_with_what_it_was_a_part_of_and_the_clause() {
    assert_eq!(
        told(BEFORE, AFTER, Lang::Ja),
        [
            "「会員番号」: 改定後に付いた名前です。改定前は「個人情報」に含めて定めていたので、1.(1) 取次への提供 の許可・禁止は変わりません。この変化は文言に表れていません。"
        ]
    );
    assert_eq!(
        told(BEFORE, AFTER, Lang::En),
        [
            "「会員番号」: a new name. It was treated as a part of 「個人情報」 before, so that nothing is decided differently by 1.(1) 取次への提供. The wording does not show it."
        ]
    );
}

#[test]
fn a_lost_name_is_told_with_what_it_is_a_part_of_now() {
    assert_eq!(
        told(AFTER, BEFORE, Lang::Ja),
        [
            "「会員番号」: 改定後にはない名前です。改定後は「個人情報」に含めて定めるので、改定前の 1.(1) 取次への提供 による許可・禁止は変わりません。この変化は文言に表れていません。"
        ]
    );
}

/// An exception for 同意 and 法令 reaches those abroad by 法令 alone: a recipient abroad who is new, and gets data with consent, is no
/// part of what it permitted.
#[test]
fn a_new_recipient_abroad_with_consent_is_wider_beside_an_exception_for_the_law() {
    let source = |party: &str, clause: &str, excepted: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ ・住所［直接識別］ }}
主体 第三者 {party}
方針「個人情報の取扱い」{{
  事業者 当社「株式会社あかり文具」
  章 提供「第三者への提供」{{
    {clause}
    提供しない 原則［個人情報］「法令に基づく場合を除き、本人の同意なく個人情報を第三者に提供しません。」{{
      提供先［第三者］
      但し［{excepted}］
    }}
  }}
}}
"
        )
    };
    let party = "{ ・海外社「Akari Ads Inc.」［国名＝アメリカ合衆国］ }";
    let clause = |condition: &str| {
        format!(
            "提供 海外へ［氏名］「氏名をアメリカ合衆国のAkari Ads Inc.に提供します。」{{\n提供先［海外社］\n場合［{condition}］\n}}"
        )
    };
    let wider = |excepted: &str, condition: &str| {
        let old = policy(&source("", "", excepted));
        let new = policy(&source(party, &clause(condition), excepted));
        let compared = compare(&old, &new, &Options::default());
        let mut statements = compared.decisions.statements.iter();
        statements.any(|one| one.class == Class::Wider)
    };
    assert!(wider("同意、法令", "同意"));
    assert!(wider("同意", "同意"));
    // What the law excepts the old revision excepted abroad as well.
    assert!(!wider("法令", "法令"));
}
