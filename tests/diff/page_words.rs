//! The draft of a 改定概要: in the words of the page, of each clause what changed in it, and nothing that is not so.

use hoshin::internals::diagnostic::Lang;
use hoshin::internals::diff::{Options, compare, sections, summary};

use crate::support::compiled::policy;

/// A bookshop's policy.
fn bookshop(preamble: &str, collected: &str, more: &str) -> String {
    format!(
        "情報 個人情報 {{
  ・氏名［直接識別］「お名前」
  ・住所［直接識別］「ご住所」
  ・購読履歴「お買い上げの記録」
}}
主体 第三者 {{ ・取次「本の取次会社」 }}
目的 案内「新刊のご案内」
条件 {{ ・承諾［同意］「お客様のご承諾」 }}
方針「個人情報の取扱い」{{
  事業者 当社「株式会社しらかば書房」
  「{preamble}」
  章 取得「お預かりする情報」{{
    取得 会員登録「当社は、会員登録の際に、{collected}をお預かりします。」{{
      項目［{}］
    }}
  }}
  章 提供「第三者への提供」{{
    「次のとおり取り扱います。」
    {more}
  }}
}}
",
        collected
            .replace("お名前", "氏名")
            .replace("ご住所", "住所")
            .replace('と', "、")
    )
}

const ABOUT: &str = "この方針は、当社の考えを示します。";

fn drafted(old: &str, new: &str) -> Vec<String> {
    let (old, new) = (policy(old), policy(new));
    let comparison = compare(&old, &new, &Options::default());
    summary::draft(&comparison)
        .into_iter()
        .map(|line| line.wording)
        .collect()
}

#[test]
fn a_clause_without_title_is_called_by_its_words() {
    let old = bookshop(ABOUT, "お名前", "");
    let new = bookshop(ABOUT, "お名前とご住所", "");
    assert_eq!(
        drafted(&old, &new),
        [
            "「お預かりする情報」の「当社は、会員登録の際に、お名前とご住所をお預かりします。」を改めます。「ご住所」を、新たに目的を問わず取得できるようになります。"
        ]
    );
}

#[test]
fn words_of_the_vocabulary_are_called_as_on_the_page() {
    let provide = "提供 見本「見本の提供」{
      提供先［取次］
      項目［購読履歴］「お買い上げの記録」
      目的［案内］
      場合［承諾］「お客様のご承諾があるとき」
    }";
    let drafted = drafted(&bookshop(ABOUT, "お名前", ""), &bookshop(ABOUT, "お名前", provide));
    assert_eq!(
        drafted,
        [
            "「見本の提供」を新設します。「お買い上げの記録」を、新たに「本の取次会社」に「新刊のご案内」の目的で提供できるようになります（「お客様のご承諾」の場合）。"
        ]
    );
}

/// Findings M27.
#[test]
fn a_changed_preamble_has_a_line() {
    let old = bookshop(ABOUT, "お名前", "");
    let new = bookshop("この方針は、当社とグループの考えを示します。", "お名前", "");
    assert_eq!(drafted(&old, &new), ["前文の文言を改めます。"]);
    let new = bookshop(ABOUT, "お名前", "").replace("方針「個人情報の取扱い」", "方針「お客様の情報の取扱い」");
    assert_eq!(
        drafted(&old, &new),
        ["題を「個人情報の取扱い」から「お客様の情報の取扱い」に改めます。"]
    );
}

/// Findings M24: what is collected by its own name now was collected by a wider one; the clause that says so is not said to decide
/// nothing otherwise.
#[test]
fn a_clause_that_a_changed_decision_names_is_not_said_to_stay() {
    let source = |data: &str, words: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ {data} }}
方針「個人情報の取扱い」{{
  章 取得「お預かりする情報」{{
    取得「当社は、{words}をお預かりします。」{{ 項目［個人情報］ }}
    「お預かりした情報は、鍵のかかる棚に置きます。」
  }}
}}
"
        )
    };
    let (old, new) = (
        source("", "個人情報"),
        source("・会員番号", "個人情報（会員番号を含みます。）"),
    );
    let drafted = drafted(&old, &new);
    assert_eq!(drafted.len(), 1, "{drafted:#?}");
    assert!(!drafted[0].contains("変わりません"), "{drafted:#?}");
    assert!(drafted[0].contains("文言を改めます"), "{drafted:#?}");
}

/// Findings M26: one prohibition, a line or two, and an example that somebody may have thought of.
#[test]
fn a_prohibition_is_told_in_a_line_or_two() {
    let group = |rider: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ ・住所［直接識別］ }}
主体 第三者 {{ ・グーグル ・加盟店 }}
主体 委託先
主体 配送会社［委託先］
目的 発送「商品の発送」
目的 案内「新商品のご案内」
方針「個人情報の取扱い」{{
  事業者 当社「株式会社みなもと商店」
  章 取得「取得」{{ 取得［個人情報］「個人情報を取得します。」 }}
  章 利用「利用」{{
    利用［個人情報］「商品の発送と新商品のご案内に利用します。」{{ 目的［発送、案内］ }}
    提供［個人情報］「加盟店に提供します。」{{ 提供先［加盟店］ }}
    委託［個人情報］「取扱いを配送会社に委託します。」{{ 提供先［配送会社］ }}
    保管［個人情報］「個人情報を保管します。」
  }}
  章 約束「お約束」{{
    「お約束を示します。」
    {rider}
  }}
}}
"
        )
    };
    let rider = "特約「個人情報は、新商品のご案内のためには取り扱いません。」{\n対象［個人情報］\n禁止［案内］\n}";
    let (old, new) = (policy(&group("")), policy(&group(rider)));
    let comparison = compare(&old, &new, &Options::default());
    assert!(comparison.decisions.statements.len() > 4);
    let lists = sections::decisions(&comparison, Lang::Ja);
    assert_eq!(lists.len(), 1, "{lists:#?}");
    assert_eq!(lists[0].items.len(), 1, "{lists:#?}");
    let told = &lists[0].items[0];
    assert!(
        told.contains("できなくなります") && !told.contains("グーグル"),
        "{told}"
    );
    // An example is somebody that the act is permitted with, wherever the change reaches one.
    let mut statements = comparison.decisions.statements.iter();
    assert!(statements.any(|one| {
        one.witness
            .text
            .ja
            .contains("「配送会社」に「案内」の目的で委託すること")
    }));
}
