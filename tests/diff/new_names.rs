//! What is told of a name that came or went, where the other revision says the same under a wider one.

use hoshin::internals::diagnostic::Lang;
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
