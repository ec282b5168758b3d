//! Edits of known effect: what each changes, and nothing else.

use hoshin::diff::decisions::{Decisions, decisions};
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

/// What changes when each of these is replaced: the class and the sentence of every statement.
fn edited(replacements: &[(&str, &str)]) -> Vec<String> {
    let mut new = SHOP.to_owned();
    for (what, with) in replacements {
        assert!(new.contains(what), "{what}");
        new = new.replacen(what, with, 1);
    }
    let (old, new) = (policy(SHOP), policy(&new));
    let decisions = diff(&old, &new);
    let mut lines = Vec::new();
    for statement in &decisions.statements {
        let named = if statement.only_named { "（名前）" } else { "" };
        lines.push(format!("{}{named}: {}", statement.class.word(), statement.text.ja));
        lines.push(format!("  {}", statement.text.en));
        lines.push(format!("  例: {}", statement.witness.text.ja));
        let cited = |citations: &[hoshin::decide::explain::Citation]| {
            citations.iter().map(|c| c.text()).collect::<Vec<_>>().join("、")
        };
        lines.push(format!(
            "  {} → {}",
            cited(&statement.witness.clauses_before),
            cited(&statement.witness.clauses_after)
        ));
    }
    for statement in &decisions.unknown_words {
        lines.push(format!("語: {}", statement.text.ja));
    }
    lines
}

#[test]
fn look() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("recipient", &[("提供先［加盟店］", "提供先［加盟店、広告配信社］")]),
        ("除外 dropped", &[("      除外［要配慮個人情報］\n", "")]),
        ("場合 dropped", &[("      場合［注文］\n", "")]),
        ("場合 other", &[("      場合［注文］\n", "      場合［書面の同意］\n")]),
        (
            "場合 more",
            &[("      場合［注文］\n", "      場合［注文、書面の同意］\n")],
        ),
        ("但し", &[("但し［加盟店へ、法令］", "但し［加盟店へ］")]),
        ("生年", &[("・生年［準識別］", "・生年月日［準識別］")]),
        (
            "new clause",
            &[
                (
                    "    提供しない 原則",
                    "    提供 広告社へ「広告配信社への提供」{\n      提供先［広告配信社］\n      項目［氏名、購入履歴］\n      目的「提供の目的」{ ・表示［広告配信］「関心に応じた表示」 }\n      場合［書面の同意］\n    }\n    提供しない 原則",
                ),
                ("但し［加盟店へ、法令］", "但し［加盟店へ、広告社へ、法令］"),
            ],
        ),
        (
            "processing",
            &[(
                "      場合［注文］\n",
                "      加工 {\n 水準［匿名加工］\n 除外［氏名］\n }\n",
            )],
        ),
        (
            "linking",
            &[(
                "    提供 加盟店へ",
                "    紐付け［閲覧履歴 → 個人情報］{\n 場合［会員登録］\n }\n    提供 加盟店へ",
            )],
        ),
        (
            "rider",
            &[(
                "    提供しない 原則",
                "    特約 制限「購入履歴は配送に限ります。」{\n 対象［購入履歴］\n 限定［配送］\n 但し［書面の同意］\n }\n    提供しない 原則",
            )],
        ),
        ("new party", &[("・広告配信社 }", "・広告配信社 ・調査会社 }")]),
        (
            "new purpose",
            &[(
                "目的 広告配信「広告の配信」",
                "目的 広告配信「広告の配信」\n目的 分析「分析」",
            )],
        ),
        (
            "move",
            &[(
                "目的［配送］\n    }\n  }",
                "目的［配送］\n    }\n  }\n章 前「前」{ 「前文。」 }",
            )],
        ),
    ];
    for (name, edits) in cases {
        println!("== {name}");
        for line in edited(edits) {
            println!("{line}");
        }
    }
}
