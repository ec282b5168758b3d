//! A word that takes the place of a shorter one and means more: one widening, and nothing narrows.

use hoshin::internals::diagnostic::Code;
use hoshin::internals::diff::changes::Duty;
use hoshin::internals::diff::decisions::Class;
use hoshin::internals::diff::{Comparison, Options, compare, findings, summary};

use crate::support::compiled::policy;

/// A stationer's policy with these data and what it collects and provides.
fn stationer(date: &str, data: &str, items: &str, provided: &str) -> String {
    format!(
        "情報 個人情報 {{
  ・氏名［直接識別］
  {data}
}}
主体 第三者 {{ ・加盟店 }}
方針「個人情報の取扱い」{{
  事業者 当社「株式会社あかり文具」
  最終改定［{date}］
  章 取得「取得する情報」{{
    取得「当社は、{items}を取得します。」
  }}
  章 目的「利用目的」{{
    「当社は、取得した情報を次の目的で利用します。」
    目的 発送「商品の発送」
  }}
  章 提供「第三者への提供」{{
    提供 加盟店へ「加盟店への提供」{{
      提供先［加盟店］
      項目［{provided}］「提供する情報」
    }}
  }}
}}
"
    )
}

fn with<T>(old: &str, new: &str, look: impl FnOnce(&Comparison<'_>) -> T) -> T {
    let (old, new) = (policy(old), policy(new));
    look(&compare(&old, &new, &Options::default()))
}

/// How many widenings there are, and the classes of what changes beside names.
fn classes(comparison: &Comparison<'_>) -> (usize, Vec<Class>) {
    let statements = comparison.decisions.statements.iter();
    let mut classes: Vec<Class> = statements.filter(|one| !one.only_named).map(|one| one.class).collect();
    classes.dedup();
    (comparison.widenings().len(), classes)
}

const YEAR: &str = "・生年［準識別］";
const DATE: &str = "・生年月日［準識別］";

/// The name is replaced in what is collected, and stands in a category that is provided: one widening, told of the word.
#[test]
fn a_word_with_further_units_is_one_widening() {
    for provided in ["個人情報", "氏名"] {
        let old = stationer("2025-04-01", YEAR, "氏名と生年", provided);
        let new = stationer("2026-04-01", DATE, "氏名と生年月日", provided);
        with(&old, &new, |comparison| {
            assert_eq!(classes(comparison), (1, vec![Class::Wider]), "{provided}");
            assert_eq!(comparison.class(), Some(Class::Wider));
            let reported = findings::findings(comparison);
            let wider = reported
                .iter()
                .filter(|one| matches!(one.code, Code::H0701 | Code::H0707));
            assert_eq!(wider.count(), 1, "{reported:#?}");
            // No purpose changed.
            let duties: Vec<Duty> = summary::to_do(comparison).into_iter().map(|one| one.duty).collect();
            assert!(!duties.contains(&Duty::PublishPurpose), "{duties:?}");
            assert!(!duties.contains(&Duty::ConsentToPurpose), "{duties:?}");
            assert!(duties.contains(&Duty::NoticeOnCollection), "{duties:?}");
        });
        // The other way round it is narrower, and nothing widens.
        with(&new, &old, |comparison| {
            assert_eq!(classes(comparison), (0, vec![Class::Narrower]), "{provided}");
        });
    }
}

/// Whether the longer name is one of a word that contains the other makes no difference.
#[test]
fn a_word_that_contains_the_other_is_one_widening() {
    let old = stationer("2025-04-01", YEAR, "氏名と生年", "氏名、生年");
    let contains = "情報 生年月日［準識別］ {\n ・生年［準識別］\n }";
    for data in [DATE, contains] {
        let new = stationer("2026-04-01", data, "氏名と生年月日", "氏名、生年月日");
        with(&old, &new, |comparison| {
            let (_, classes) = classes(comparison);
            assert_eq!(classes, [Class::Wider], "{data}");
        });
    }
}

/// Who names the longer word answers for it.
#[test]
fn the_longer_word_is_what_an_acknowledgement_names() {
    let old = stationer("2025-04-01", YEAR, "氏名と生年", "個人情報");
    let new = stationer("2026-04-01", DATE, "氏名と生年月日", "個人情報").replace(
        "最終改定［2026-04-01］",
        "最終改定［2026-04-01］{ 承認［生年月日、2026-03-01］\"法務部長が確認した\" }",
    );
    with(&old, &new, |comparison| {
        assert_eq!(comparison.unacknowledged().count(), 0);
        let codes: Vec<Code> = findings::findings(comparison).iter().map(|one| one.code).collect();
        assert_eq!(codes, []);
    });
}

/// Of words that only look alike nothing is guessed: one goes, another comes.
#[test]
fn a_word_that_only_begins_alike_is_another_word() {
    for (before, after) in [("会員", "会員番号"), ("履歴", "購入履歴"), ("氏名カナ", "氏名の読み")]
    {
        let data = |word: &str| format!("・{word}［準識別］");
        let old = stationer("2025-04-01", &data(before), &format!("氏名と{before}"), "氏名");
        let new = stationer("2026-04-01", &data(after), &format!("氏名と{after}"), "氏名");
        with(&old, &new, |comparison| {
            let (_, mut classes) = classes(comparison);
            classes.sort();
            classes.dedup();
            assert_eq!(classes, [Class::Wider, Class::Narrower], "{before} {after}");
        });
    }
}

/// A category that goes by another name and holds the same is the same category.
#[test]
fn a_category_of_another_name_with_the_same_parts_is_the_same() {
    let category = |name: &str| format!("情報 {name} {{\n ・住所［直接識別］\n ・電話番号［直接識別］\n }}");
    let old = stationer("2025-04-01", &category("連絡先"), "氏名と連絡先", "連絡先");
    let new = stationer("2026-04-01", &category("連絡先情報"), "氏名と連絡先情報", "連絡先情報");
    with(&old, &new, |comparison| assert_eq!(classes(comparison), (0, vec![])));
    // With another part in it nobody knows what else it means.
    let more = category("連絡先情報").replace("・電話番号", "・勤務先\n ・電話番号");
    let new = stationer("2026-04-01", &more, "氏名と連絡先情報", "連絡先情報");
    with(&old, &new, |comparison| assert!(comparison.has(Class::Wider)));
}
