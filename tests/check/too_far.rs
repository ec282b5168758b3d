//! A permission that asks for a condition which does not reach all of it (H0526).

use hoshin::internals::diagnostic::Code;

use crate::support::compiled::compiled;

/// What is marked in a policy with a consent to mails and these lines in its chapter.
fn marked(lines: &str) -> Vec<String> {
    let compilation = compiled(&format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・病歴［要配慮］ }}
主体 第三者 {{ ・広告会社 ・名簿業者 }}
条件 {{ ・配信の同意［同意、範囲＝案内］ }}
方針「個人情報の取扱い」{{
  章 目的「利用目的」{{
    目的 案内「商品のご案内」
    目的 広告「他社の広告」
  }}
  章 定め「個人情報の取扱い」{{
{lines}
  }}
}}
"
    ));
    let found = compilation.diagnostics.iter().filter(|one| one.code == Code::H0526);
    found
        .map(|one| compilation.sources.text_of(one.labels[0].span).to_owned())
        .collect()
}

fn mails(within: &str) -> Vec<String> {
    marked(&format!(
        "提供 甲「案内に同意された方の氏名の、広告会社への提供」{{ 提供先［広告会社］\n項目［氏名］\n{within} }}"
    ))
}

#[test]
fn a_consent_that_does_not_reach_the_clause_is_an_error() {
    let clause = ["提供 甲「案内に同意された方の氏名の、広告会社への提供」"];
    assert_eq!(mails("場合［配信の同意］"), clause);
    assert_eq!(mails("目的［広告］\n場合［配信の同意］"), clause);
    assert_eq!(mails("目的［案内、広告］\n場合［配信の同意］"), clause);
    assert_eq!(mails("目的［案内］\n場合［配信の同意］"), [""; 0]);
    // Of several one that reaches will do, and a wider one is no promise of its kinds.
    assert_eq!(mails("場合［配信の同意、契約］"), [""; 0]);
    assert_eq!(mails("場合［同意］"), [""; 0]);
    assert_eq!(mails("場合［配信の同意＋契約］"), clause);
}

/// Article 27(2), proviso: no filing lets 要配慮個人情報 be provided.
#[test]
fn no_filing_reaches_what_requires_special_care() {
    let clause = |within: &str| {
        marked(&format!(
            "提供 乙「27条2項の届出による、名簿業者への提供」{{ 提供先［名簿業者］\n{within} }}"
        ))
    };
    let bad = ["提供 乙「27条2項の届出による、名簿業者への提供」"];
    assert_eq!(clause("項目［病歴］\n場合［オプトアウト届出］"), bad);
    assert_eq!(clause("項目［個人情報］\n場合［オプトアウト届出］"), bad);
    assert_eq!(
        clause("項目［個人情報］\n除外［病歴］\n場合［オプトアウト届出］"),
        [""; 0]
    );
    assert_eq!(clause("項目［氏名］\n場合［オプトアウト届出］"), [""; 0]);
    assert_eq!(clause("項目［個人情報］\n場合［オプトアウト届出、同意］"), [""; 0]);
}
