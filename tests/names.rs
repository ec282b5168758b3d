//! When two names are one, and when they only look so.

use hoshin::internals::decide::{Decider, Question};
use hoshin::internals::diagnostic::{Code, Diagnostic, Level};
use hoshin::internals::diff::{self, compare};
use hoshin::internals::format::format;
use hoshin::internals::policy::Policy;
use hoshin::internals::render::{PageOptions, html};

use crate::support::compiled::{compiled, findings, policy};

/// The pairs of the one finding of this code: what is marked, in order.
fn marked(source: &str, code: Code) -> Vec<Vec<String>> {
    let compilation = compiled(source);
    let found = compilation.diagnostics.iter().filter(|found| found.code == code);
    let text = |found: &Diagnostic| {
        let labels = found.labels.iter();
        labels
            .map(|label| compilation.sources.text_of(label.span).to_owned())
            .collect()
    };
    found.map(text).collect()
}

fn policy_of(declared: &str, used: &str) -> String {
    format!(
        "情報 個人情報 {{\n  ・{declared}「番号」\n}}\n方針「題」{{\n  章 甲「甲」{{\n    取得［{used}］「番号を取得します。」\n  }}\n}}\n"
    )
}

/// Ways to write one name.
const ONE: [(&str, &str); 5] = [
    ("ガイド番号", "カ\u{3099}イト\u{3099}番号"),
    ("会員番号1", "会員番号１"),
    ("Cookie", "Ｃｏｏｋｉｅ"),
    ("ガイド", "ｶﾞｲﾄﾞ"),
    ("ID_パス", "ＩＤ＿ﾊﾟｽ"),
];

#[test]
fn a_reference_may_be_written_in_another_width_or_composition() {
    for (one, other) in ONE {
        for (declared, used) in [(one, other), (other, one)] {
            let source = policy_of(declared, used);
            let compilation = compiled(&source);
            let errors: Vec<_> = compilation
                .diagnostics
                .iter()
                .filter(|found| found.level > Level::Hint)
                .collect();
            assert!(errors.is_empty(), "{declared} {used}: {errors:#?}");
            let policy = compilation.policy.expect("a policy");
            let name = &policy.vocabulary.data.iter().nth(1).expect("declared").1.name;
            // As the declaration has it, and marks joined to their letters.
            let printed = if declared.contains('\u{3099}') { one } else { declared };
            assert_eq!(name, printed);
        }
    }
}

#[test]
fn two_declarations_of_one_name_are_duplicates() {
    for (one, other) in ONE {
        for kind in ["情報", "主体", "目的", "条件"] {
            let source = format!("{kind} {one}\n{kind} {other}\n");
            assert_eq!(findings(&source), [(Code::H0202, other.to_owned())], "{source}");
        }
        let source = format!(
            "方針「題」{{\n  章 {one}「題」{{ 「本文です。」 }}\n  章 {other}「題二」{{ 「本文です。」 }}\n}}\n"
        );
        assert_eq!(findings(&source), [(Code::H0202, other.to_owned())], "{source}");
    }
}

#[test]
fn clauses_routes_and_what_is_shown_are_found_as_well() {
    let source = "\
情報 個人情報 { ・氏名 }
主体 ａ社「エー社」
条件 注文２［本人選択］「ご注文の場合」
方針「題」{
  経路 ﾌｫｰﾑ「申込フォーム」
  章 提供１「第三者への提供」{
    「{提供1.番号}と{Ａ店.題}をご覧ください。」
    提供 Ａ店「A社への提供」{
      提供先［a社］
      項目［氏名］
      場合［注文2］
    }
    提供しない「ご注文がなければ提供しません。」{
      提供先［a社］
      項目［氏名］
      但し［提供1.A店］
    }
    取得「申込フォームから取得します。」{
      項目［個人情報］
      経路［フォーム］
    }
  }
}
";
    let compilation = compiled(source);
    let errors: Vec<_> = compilation
        .diagnostics
        .iter()
        .filter(|found| found.level == Level::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let policy = compilation.policy.expect("a policy");
    assert!(
        policy
            .document
            .clauses
            .iter()
            .any(|clause| clause.anchor == "提供１.Ａ店")
    );
    let decider = Decider::new(&policy);
    for (party, condition, route) in [
        ("a社", "注文2", "フォーム"),
        ("ａ社", "注文２", "ﾌｫｰﾑ"),
        ("ａ 社", "注文 2", "フォーム"),
    ] {
        let question = Question {
            act: "提供",
            data: &["氏名"],
            party: Some(party),
            conditions: &[condition],
            route: None,
            ..Question::default()
        };
        assert!(decider.request(&question).is_ok(), "{party}");
        let question = Question {
            act: "取得",
            data: &["氏名"],
            route: Some(route),
            ..Question::default()
        };
        assert!(decider.request(&question).is_ok(), "{route}");
    }
}

#[test]
fn case_and_other_forms_make_other_names() {
    assert_eq!(
        findings("情報 甲 { ・Cookie ・cookie ・区分Ⅳ ・区分IV }\n")
            .iter()
            .map(|(code, _)| *code)
            .collect::<Vec<_>>(),
        // Ⅳ only looks like IV.
        [Code::H0211]
    );
}

fn revision(name: &str, wording: &str) -> Policy {
    policy(&format!(
        "情報 個人情報 {{ ・{name}「控え」 }}\n方針「題」{{\n  章 {name}章「題」{{\n    取得［{name}］「{wording}」\n  }}\n}}\n"
    ))
}

#[test]
fn a_name_of_another_width_is_no_other_name_in_a_comparison() {
    for (one, other) in ONE {
        let (old, new) = (
            revision(one, "控えを取得します。"),
            revision(other, "控えを取得します。"),
        );
        let comparison = compare(&old, &new, &diff::Options::default());
        assert!(comparison.is_empty(), "{one} {other}: {:#?}", comparison.changes());
    }
}

#[test]
fn what_only_the_previous_revision_had_is_named_in_any_width() {
    let old =
        policy("情報 個人情報\n方針「題」{\n  章 提供１「題」{ 「本文です。」 }\n  章 乙「乙」{ 「本文です。」 }\n}\n");
    let new = policy(
        "情報 個人情報\n方針「題」{\n  最終改定［2026-04-01］{\n    概要「概要」{ ・［旧版.提供1］「なくしました。」 }\n  }\n  章 乙「乙」{ 「本文です。」 }\n}\n",
    );
    let comparison = compare(&old, &new, &diff::Options::default());
    let found = diff::findings::findings(&comparison);
    assert!(
        found
            .iter()
            .all(|found| !matches!(found.code, Code::H0704 | Code::H0705)),
        "{found:#?}"
    );
}

#[test]
fn a_formatted_source_keeps_its_names() {
    let source = "情報 会員番号２「番号」\n情報 カ\u{3099}イト\u{3099}［会員番号2］\n";
    let formatted = format(source).expect("formatted");
    assert_eq!(formatted, "情報 会員番号２「番号」\n情報 ガイド［会員番号2］\n");
    assert_eq!(format(&formatted).as_deref(), Ok(formatted.as_str()));
}

#[test]
fn look_alikes_are_told_as_a_pair() {
    for (one, other) in [
        ("一般情報", "ー般情報"),
        ("口座", "ロ座"),
        ("工事", "エ事"),
        ("二次利用", "ニ次利用"),
        ("ヘルプ", "へルプ"),
        ("カード", "力ード"),
        ("Cookie", "Сookie"),
        ("区分1", "区分l"),
        ("区分0", "区分O"),
    ] {
        let source = format!("情報 {one}\n情報 {other}\n");
        assert_eq!(
            marked(&source, Code::H0211),
            [[other.to_owned(), one.to_owned()]],
            "{source}"
        );
        // The pair is told, not each of the two again.
        assert_eq!(findings(&source).len(), 1, "{:?}", findings(&source));
    }
    // Whatever kinds they are of, and wherever they stand.
    let source = "情報 個人情報 { ・口座 }\n方針「題」{\n  章 ロ座「題」{ 取得［口座］「取得します。」 }\n}\n";
    assert_eq!(marked(source, Code::H0211), [["ロ座", "口座"]]);
    let source = "条件 オプトアウ卜「停止のお申出」\n";
    assert_eq!(marked(source, Code::H0211), [["オプトアウ卜"]]);
}

#[test]
fn one_name_alone_looks_like_nothing() {
    for name in ["ー般情報", "ロ座", "へルプ", "区分l", "Cookie", "ニ次利用"] {
        assert_eq!(findings(&format!("情報 {name}\n")), [], "{name}");
    }
    // The same name, for things of two kinds.
    assert_eq!(
        marked("情報 口座\n目的 口座\n主体 口座\n", Code::H0211),
        Vec::<Vec<String>>::new()
    );
}

#[test]
fn a_name_of_mixed_scripts_is_told() {
    let source = "情報 Сookie情報\n主体 オレンジ社\n情報 端末ID２\n";
    assert_eq!(findings(source), [(Code::H0210, "Сookie情報".to_owned())]);
    let message = &compiled(source).diagnostics[0].message;
    assert_eq!(
        message.ja,
        "名前`Сookie情報`に、種類の違う文字 `С`（U+0421、キリル文字）が混ざっています"
    );
    assert_eq!(
        message.en,
        "the name `Сookie情報` mixes scripts: `С` (U+0421, Cyrillic)"
    );
    for fine in [
        "ﾌﾟﾛﾌｨｰﾙ",
        "Café利用",
        "𠮷野家",
        "〇〇さん",
        "第1_号",
        "髙島屋",
        "пример",
        "かなカナ漢字ABC123",
    ] {
        assert_eq!(findings(&format!("情報 {fine}\n")), [], "{fine}");
    }
}

#[test]
fn a_suggestion_that_looks_the_same_says_what_differs() {
    let source = policy_of("Cookie", "Сookie");
    let compilation = compiled(&source);
    let found = compilation
        .diagnostics
        .iter()
        .find(|found| found.code == Code::H0201)
        .expect("told");
    assert_eq!(
        found.notes[0].ja,
        "1 文字目の `С`（U+0421）は、`C`（U+0043）とは別の文字です"
    );
    assert_eq!(found.fix.as_ref().map(|fix| fix.replacement.as_str()), Some("Cookie"));
}

#[test]
fn an_id_is_no_property_of_the_window() {
    let source = "\
情報 個人情報
方針「題」{
  章 body「本文」{ 「[ここ](#location)と{constructor}をご覧ください。」 }
  章 location「場所」{ 「本文です。」 }
  章 constructor「組立て」{
    節 name「名前」{ 「本文です。」 }
  }
  章 Cookie「クッキー」{ 「[上](#提供)をご覧ください。」 }
  章 提供「提供」{ 「本文です。」 }
}
";
    let page = html(&policy(source), &PageOptions::default());
    for id in [
        "policy-body",
        "policy-location",
        "policy-constructor",
        "constructor.name",
        "Cookie",
        "提供",
    ] {
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
    for name in ["body", "location", "constructor", "name", "children"] {
        assert!(!page.contains(&format!("id=\"{name}\"")), "{name}");
    }
    assert!(page.contains("href=\"#policy-location\"") && page.contains("href=\"#policy-constructor\""));
    assert!(page.contains("href=\"#%E6%8F%90%E4%BE%9B\""));
}

/// A condition by the name that it had is read as it, and told; a condition of the policy's own of that name is that.
#[test]
fn the_former_name_of_a_condition_is_told() {
    let source = |declared: &str, named: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ }}
主体 第三者 {{ ・名簿業者 }}
{declared}
方針「題」{{
  章 甲「甲」{{
    提供「27条2項の届出（オプトアウト）による提供」{{ 提供先［名簿業者］\n項目［氏名］「氏名」\n場合［{named}］ }}
  }}
}}
"
        )
    };
    let old = source("", "オプトアウト");
    assert_eq!(marked(&old, Code::H0212), [["オプトアウト"]]);
    let fix = &compiled(&old)
        .diagnostics
        .into_iter()
        .find(|one| one.code == Code::H0212);
    let fix = fix.as_ref().and_then(|one| one.fix.as_ref()).expect("it can be mended");
    assert_eq!(fix.replacement, "オプトアウト届出");
    assert_eq!(marked(&source("", "オプトアウト届出"), Code::H0212), [[""; 0]; 0]);
    let own = source("条件 オプトアウト「停止のお申出」", "オプトアウト");
    assert_eq!(marked(&own, Code::H0212), [[""; 0]; 0]);
    let names = |source: &str| {
        let policy = policy(source);
        let norm = policy.norms[0].requires[0].conditions[0];
        policy.vocabulary.conditions.get(norm).name.clone()
    };
    assert_eq!(names(&old), "オプトアウト届出");
    assert_eq!(names(&own), "オプトアウト");
}
