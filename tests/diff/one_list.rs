//! One answer to what became wider: `check` beside a 旧版, the comparison and its gates tell from one list.

use hoshin::internals::diagnostic::{Code, Level};
use hoshin::internals::diff::changes::Duty;
use hoshin::internals::diff::decisions::Class;
use hoshin::internals::diff::{ChangedLines, Options, annotations, compare, findings, summary};
use hoshin::internals::policy::Policy;
use proptest::prelude::*;

use crate::decide::cases;
use crate::support::compiled::policy;
use crate::support::sketch::{TINY, sketch};

/// Whatever one place says is wider, all others say, and as often.
fn agrees(old: &Policy, new: &Policy) -> Result<(), TestCaseError> {
    let comparison = compare(old, new, &Options::default());
    let widenings = comparison.widenings();
    let statements = comparison.decisions.statements.iter();
    let wider: Vec<_> = statements.filter(|one| one.class == Class::Wider).collect();
    // Each statement that is wider belongs to one widening, and no other does.
    let told: usize = widenings.iter().map(|one| one.statements.len()).sum();
    prop_assert_eq!(told, wider.len());
    prop_assert!(
        widenings
            .iter()
            .flat_map(|one| &one.statements)
            .all(|one| one.class == Class::Wider)
    );
    let reported = findings::findings(&comparison);
    let reported = reported
        .iter()
        .filter(|one| matches!(one.code, Code::H0701 | Code::H0707));
    prop_assert_eq!(reported.count(), comparison.unacknowledged().count());
    let level = annotations::Unacknowledged::both(Level::Warning);
    let marked = annotations::annotations(&comparison, level, &ChangedLines::default());
    let rules = [
        "unacknowledged-widening",
        "acknowledged-widening",
        "meaning-changed-wording-not",
    ];
    let narrower = comparison.decisions.statements.iter();
    let narrower = narrower.filter(|one| one.class == Class::Narrower && !comparison.is_visible(one));
    let marked = marked.iter().filter(|one| rules.contains(&one.rule.id)).count();
    prop_assert_eq!(marked, widenings.len() + narrower.count());
    let class = comparison.class();
    prop_assert_eq!(
        matches!(class, Some(Class::Wider | Class::Incomparable)),
        !widenings.is_empty()
    );
    Ok(())
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn every_place_tells_the_same_widenings(before in sketch(TINY), after in sketch(TINY)) {
        agrees(&before.policy(), &after.policy())?;
    }
}

/// A florist's joint use, and what it provides by opt-out.
fn florist(date: &str, share: &str, provide: &str) -> String {
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・住所［直接識別］ ・購入履歴 }}
主体 第三者 {{ ・名簿会社 }}
主体 花の会［グループ］
目的 発送「花の発送」
目的 案内「催しのご案内」
方針「個人情報の取扱い」{{
  事業者 当店「株式会社つばき花店」
  最終改定［{date}］
  章 共同「共同利用」{{
    「次のとおり共同して利用します。」
    {share}
  }}
  章 提供「第三者への提供」{{
    「次のとおり提供します。」
    {provide}
  }}
}}
"
    )
}

fn share(purposes: &str, person: &str) -> String {
    format!(
        "共同利用 花の会との「花の会との共同利用」{{
      提供先［花の会］
      項目［氏名、住所］「共同して利用する情報: 氏名・住所」
      目的［{purposes}］「目的」
      責任者「{person}」
    }}"
    )
}

fn opt_out(items: &str) -> String {
    format!(
        "提供 名簿「名簿会社への提供」{{
      提供先［名簿会社］
      項目［{items}］「提供する情報」
      場合［オプトアウト届出］「お求めがあれば提供をやめます。」
    }}"
    )
}

fn duties(old: &str, new: &str) -> Vec<Duty> {
    let (old, new) = (policy(old), policy(new));
    let to_do = summary::to_do(&compare(&old, &new, &Options::default()));
    to_do.into_iter().map(|one| one.duty).collect()
}

#[test]
fn a_change_of_a_joint_use_calls_for_article_27_6() {
    let old = florist("2025-04-01", &share("発送", "株式会社つばき花店"), "");
    let new = |purposes, person| florist("2026-04-01", &share(purposes, person), "");
    assert_eq!(
        duties(&old, &new("発送、案内", "株式会社つばき花店")),
        [Duty::JointUseChange]
    );
    assert_eq!(duties(&old, &new("発送", "株式会社さざんか")), [Duty::JointUseChange]);
    // A joint use that is new, or about further data, is no change of these.
    let none = florist("2025-04-01", "", "");
    assert_eq!(
        duties(&none, &old.replace("2025-04-01", "2026-04-01")),
        [Duty::JointUse]
    );
    let further = new("発送", "株式会社つばき花店").replace("［氏名、住所］", "［氏名、住所、購入履歴］");
    let further = further.replace("情報: 氏名・住所", "情報: 氏名・住所・購入履歴");
    assert_eq!(duties(&old, &further), [Duty::JointUse]);
    assert_eq!(Duty::JointUseChange.article(), "個人情報保護法27条6項");
}

/// The operator that is responsible is told by its name, address and representative, wherever these stand.
#[test]
fn a_change_of_the_operator_that_is_responsible_calls_for_article_27_6() {
    let of = |person: &str, representative: &str| {
        let text = florist("2025-04-01", &share("発送", person), "");
        text.replace(
            "事業者 当店「株式会社つばき花店」",
            &format!("事業者 当店「株式会社つばき花店」{{ 代表者「{representative}」 }}"),
        )
    };
    let later = |text: &str| text.replace("2025-04-01", "2026-04-01");
    let old = of("{当店}", "椿 一郎");
    assert!(old.contains("代表者"), "{old}");
    assert_eq!(duties(&old, &later(&of("{当店}", "椿 花子"))), [Duty::JointUseChange]);
    assert_eq!(duties(&old, &later(&old)), []);
    // Somebody else is responsible.
    let other = of("株式会社さざんか", "椿 一郎");
    assert_eq!(duties(&other, &later(&of("株式会社さざんか", "椿 花子"))), []);
}

#[test]
fn a_change_of_an_opt_out_calls_for_article_27_3() {
    let none = florist("2025-04-01", "", "");
    let old = florist("2025-04-01", "", &opt_out("氏名"));
    let new = florist("2026-04-01", "", &opt_out("氏名、住所"));
    assert_eq!(duties(&none, &new), [Duty::OptOut]);
    assert_eq!(duties(&old, &new), [Duty::OptOutChange]);
    let ended = florist("2026-04-01", "", "");
    assert_eq!(duties(&old, &ended), [Duty::OptOutChange]);
    assert_eq!(Duty::OptOutChange.article(), "個人情報保護法27条3項");
}
