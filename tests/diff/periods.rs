//! Retention periods of two revisions: a longer one is wider, a shorter one narrower, what cannot be compared goes both ways.

use hoshin::internals::diff::decisions::{Class, Effect};
use hoshin::internals::diff::{Options, compare};
use proptest::prelude::*;

use crate::support::calendar::{Term, later};
use crate::support::compiled::policy;

fn source(period: &str) -> String {
    let words = match period {
        "" => String::new(),
        period => format!("{{ 期間［{period}］ }}"),
    };
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・住所［直接識別］ }}
条件 解約の申出「解約のお申出」
方針「個人情報の取扱い」{{
  事業者 当社「株式会社あかり文具」
  章 保管「保管」{{
    保管 記録［個人情報］「個人情報を{period}保管します。」{words}
    消去［個人情報］「個人情報を消去します。」
  }}
}}
"
    )
}

/// Which way a change of the period goes, and what is said of it.
fn between(old: &str, new: &str) -> (Option<Class>, String) {
    let (before, after) = (policy(&source(old)), policy(&source(new)));
    let compared = compare(&before, &after, &Options::default());
    assert!(compared.decisions.complete);
    let told: Vec<&str> = (compared.decisions.statements.iter())
        .map(|one| one.text.ja.as_str())
        .collect();
    (compared.class(), told.join("\n"))
}

#[test]
fn a_period_that_grows_or_goes_is_wider() {
    use Class::{Incomparable, Narrower, Wider};
    for (old, new, class) in [
        ("3年", "30年", Wider),
        ("30年", "3年", Narrower),
        ("90日", "10年", Wider),
        ("3年", "無期限", Wider),
        ("3年", "", Wider),
        ("", "3年", Narrower),
        ("退会まで", "退会から3年", Wider),
        ("退会まで", "", Wider),
        ("解約の申出まで", "解約の申出から1か月", Wider),
        ("2027-03-31まで", "2028-03-31まで", Wider),
        // Data must be kept for less: it may be erased earlier.
        ("5年以上", "3年以上", Wider),
        ("3年以上", "5年以上", Narrower),
        ("90日", "3か月", Incomparable),
        ("退会から3年", "取得から3年", Incomparable),
        ("退会まで", "解約の申出まで", Incomparable),
        ("退会から1年", "解約の申出から5年", Incomparable),
    ] {
        assert_eq!(
            between(old, new).0,
            Some(class),
            "{old} → {new}: {}",
            between(old, new).1
        );
    }
}

#[test]
fn another_way_to_write_a_period_is_no_change() {
    for (old, new) in [
        ("1年", "12か月"),
        ("2週間", "14日"),
        ("３年間", "三年以内"),
        ("退会後3年", "退会した日から3年"),
        ("目的の達成に必要な期間", "利用目的の達成まで"),
        ("令和9年3月31日まで", "2027-03-31まで"),
    ] {
        let class = between(old, new).0;
        assert_eq!(class, Some(Class::WordingOnly), "{old} → {new}");
    }
}

#[test]
fn a_longer_period_is_told_with_its_clause_and_the_article() {
    let (before, after) = (policy(&source("退会から3年")), policy(&source("退会から5年")));
    let compared = compare(&before, &after, &Options::default());
    let [statement] = compared.decisions.statements.as_slice() else {
        panic!("{:#?}", compared.decisions.statements);
    };
    assert_eq!(statement.effect, Effect::Permits);
    assert!(compared.is_visible(statement), "the words say so");
    assert!(
        statement
            .text
            .ja
            .contains("「退会から3年の経過」の後。ただし「退会から5年の経過」の後を除く"),
        "{}",
        statement.text.ja
    );
    let duties: Vec<&str> = (compared.changes().iter())
        .flat_map(|change| &change.consequences)
        .map(|one| one.duty.english())
        .collect();
    assert_eq!(duties, ["erase_when_no_longer_needed"]);
}

fn term() -> impl Strategy<Value = Term> {
    prop_oneof![
        (1_u32..40).prop_map(|months| Term { months, days: 0 }),
        (1_u32..800).prop_map(|days| Term { months: 0, days }),
        (1_u32..14, 1_u32..40).prop_map(|(months, days)| Term { months, days }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Where a period is longer on some day, the change is never told as narrower or as none, and the reverse; read backwards it is
    /// its mirror.
    #[test]
    fn a_longer_period_is_never_narrower(old in term(), new in term(), start in 0_u32..1461) {
        let event = later((2023, 1, 1), start);
        let (before, after) = (old.last(event), new.last(event));
        let class = between(&old.written(), &new.written()).0;
        match before.cmp(&after) {
            std::cmp::Ordering::Less => prop_assert!(matches!(class, Some(Class::Wider | Class::Incomparable)), "{:?}", class),
            std::cmp::Ordering::Greater => prop_assert!(matches!(class, Some(Class::Narrower | Class::Incomparable)), "{:?}", class),
            std::cmp::Ordering::Equal => {}
        }
        let back = between(&new.written(), &old.written()).0;
        let mirrored = match class {
            Some(Class::Wider) => Some(Class::Narrower),
            Some(Class::Narrower) => Some(Class::Wider),
            other => other,
        };
        prop_assert_eq!(back, mirrored);
    }
}
