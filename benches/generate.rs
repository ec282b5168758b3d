//! Policies of any size for the benchmarks: n provision clauses, twenty to a chapter, over vocabularies that grow with n; and
//! [`own`], in which every clause has a party and a purpose of its own.

use std::fmt::Write as _;

/// How many categories, parties and purposes a policy of n clauses has.
pub(crate) fn sizes(clauses: usize) -> (usize, usize, usize) {
    ((clauses / 4).max(5), (clauses / 5).max(3), (clauses / 5).max(3))
}

/// The source of a policy with this many provision clauses.
pub(crate) fn policy(clauses: usize) -> String {
    let (categories, parties, purposes) = sizes(clauses);
    let mut text = String::new();
    text.push_str("情報 利用者情報 {\n  情報 個人情報 {\n");
    for i in 0..categories {
        let _ = writeln!(text, "    ・項目{i}番「登録項目{i}番」［準識別］");
    }
    text.push_str("  }\n}\n主体 第三者 {\n");
    for i in 0..parties {
        let _ = writeln!(text, "  ・会社{i}号「株式会社見本{i}号」");
    }
    text.push_str(
        "}\n方針「プライバシーポリシー」{\n  事業者 当社「株式会社見本」\n  最終改定［2026-04-01］\n  「{当社}（以下「当社」といいます）は、\
         お客様の個人情報を次のとおり取り扱います。」\n  目次\n  章 利用目的「利用目的」{\n",
    );
    for i in 0..purposes {
        let _ = write!(
            text,
            "    目的 目的{i}号「商品{i}号の発送およびそれに伴うご連絡、お問い合わせへの対応」{{\n      例「例として以下を含みます。」{{\n        \
             ・「お問い合わせ{i}の内容の分析」\n      }}\n    }}\n"
        );
    }
    text.push_str("  }\n");
    for chapter in (0..clauses).step_by(20) {
        let _ = write!(
            text,
            "  章 提供{chapter}章「第三者への提供その{chapter}」{{\n    「次の相手に個人情報をお渡しします。」\n"
        );
        for i in chapter..(chapter + 20).min(clauses) {
            provision(i, categories, parties, purposes, &mut text);
        }
        text.push_str("  }\n");
    }
    text.push_str("}\n");
    text
}

/// The source of a policy of short clauses, each with a party and a purpose that no other has.
#[allow(dead_code, reason = "each benchmark is a program of its own and takes what it needs")]
pub(crate) fn own(clauses: usize) -> String {
    let mut text = String::from("情報 個人情報 {\n");
    for i in 0..clauses / 4 {
        let _ = writeln!(text, "  ・項目{i}番「登録項目{i}番」［準識別］");
    }
    text.push_str("}\n主体 第三者 {\n");
    for i in 0..clauses {
        let _ = writeln!(text, "  ・会社{i}号「株式会社見本{i}号」");
    }
    text.push_str("}\n方針「プライバシーポリシー」{\n  事業者 当社「株式会社見本」\n  最終改定［2026-04-01］\n  章 利用目的「利用目的」{\n");
    for i in 0..clauses {
        let _ = writeln!(text, "    目的 目的{i}号「商品{i}号の発送」");
    }
    text.push_str("  }\n");
    for chapter in (0..clauses).step_by(20) {
        let _ = writeln!(text, "  章 提供{chapter}章「第三者への提供その{chapter}」{{");
        for i in chapter..(chapter + 20).min(clauses) {
            let item = i % (clauses / 4);
            let _ = write!(
                text,
                "    提供 条項{i}「株式会社見本{i}号への提供」{{
      提供先［会社{i}号］
      項目「渡す項目」{{
        ・「登録項目{item}番」
      }}
      目的「提供の目的」{{
        ・発送{i}［目的{i}号］「商品{i}号の発送」
      }}
    }}
"
            );
        }
        text.push_str("  }\n");
    }
    text.push_str("}\n");
    text
}

fn provision(i: usize, categories: usize, parties: usize, purposes: usize, text: &mut String) {
    let (party, purpose, first, second) = (i % parties, i % purposes, i % categories, (i + 1) % categories);
    let _ = write!(
        text,
        "    提供 条項{i}「株式会社見本{party}号への提供」{{
      提供先［会社{party}号］
      場合「提供する場合」{{
        ・注文{i}［本人選択］「お客様が{i}番の商品を注文された場合」
      }}
      項目「渡す項目」{{
        ・「登録項目{first}番・登録項目{second}番」
      }}
      目的「提供の目的」{{
        ・発送{i}［目的{purpose}号］「株式会社見本{party}号による商品の発送およびアフターサービスの提供」
      }}
    }}
"
    );
}
