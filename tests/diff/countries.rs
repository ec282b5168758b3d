//! Countries of parties in two revisions: one that is added is wider, one that is dropped narrower, another one both (article 28).

use hoshin::internals::diff::changes::{Duty, Subject};
use hoshin::internals::diff::decisions::{Class, Effect};
use hoshin::internals::diff::{Options, compare};
use hoshin::internals::policy::Policy;

use crate::support::compiled::policy;

/// A provision to a party with these attributes, in these words.
fn source(attributes: &str, words: &str) -> String {
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ }}
主体 第三者 {{ ・配信社［{attributes}］「Example Ads Inc.」 ・加盟店 }}
方針「個人情報の取扱い」{{
  事業者 当社「株式会社あかり文具」
  章 提供「提供」{{
    提供 配信「{words}」{{ 提供先［配信社］ }}
  }}
  章 外国「外国」{{ 越境「外国にある第三者への提供」［提供］{{ ・「国名は、前章のとおりです。」 }} }}
}}
"
    )
}

const US: &str = "国名＝アメリカ合衆国";
const BOTH: &str = "国名＝アメリカ合衆国、国名＝シンガポール";
const WORDS: &str = "氏名をExample Ads Inc.に提供します。";

/// Which way a change goes, what is said of it, whether readers see it, and what it calls for.
type Found = (Option<Class>, Vec<(Effect, String, bool)>, Vec<Duty>);

fn between(before: &Policy, after: &Policy) -> Found {
    let compared = compare(before, after, &Options::default());
    assert!(compared.decisions.complete);
    let told = compared.decisions.statements.iter().map(|one| {
        let visible = compared.is_visible(one);
        (one.effect, one.text.ja.clone(), visible)
    });
    let changes = compared.changes().iter();
    let duties = changes.flat_map(|change| &change.consequences).map(|one| one.duty);
    (compared.class(), told.collect(), duties.collect())
}

fn of(before: &str, after: &str) -> Found {
    between(&policy(&source(before, WORDS)), &policy(&source(after, WORDS)))
}

#[test]
fn a_country_that_comes_is_wider_and_one_that_goes_narrower() {
    use Class::{Incomparable, Narrower, Wider};
    for (before, after, class) in [
        (US, "国名＝ロシア連邦", Incomparable),
        (US, BOTH, Wider),
        (BOTH, US, Narrower),
        (BOTH, "国名＝アメリカ合衆国、国名＝ロシア連邦", Incomparable),
        // Nobody said so far that it is abroad, or where.
        ("グループ", US, Incomparable),
        ("外国", US, Incomparable),
        ("外国", "グループ", Incomparable),
    ] {
        let (found, told, duties) = of(before, after);
        assert_eq!(found, Some(class), "{before} → {after}: {told:?}");
        assert!(duties.contains(&Duty::OtherCountries), "{before} → {after}: {duties:?}");
    }
    for (before, after) in [(US, US), (BOTH, "国名＝シンガポール、国名＝アメリカ合衆国")] {
        assert_eq!(of(before, after).0, None, "{before} → {after}");
    }
}

#[test]
fn the_country_is_told_and_whether_readers_see_it() {
    let (_, told, _) = of(US, BOTH);
    let sentence = "「氏名」を、新たに「配信社：シンガポール」に目的を問わず提供できるようになります";
    assert_eq!(told, [(Effect::Permits, sentence.to_owned(), false)]);
    let (_, told, _) = of(US, "国名＝ロシア連邦");
    let parties: Vec<&str> = told.iter().map(|(_, text, _)| text.as_str()).collect();
    assert!(
        parties
            .iter()
            .any(|text| text.contains("「配信社：ロシア連邦」に目的を問わず提供できるように")),
        "{parties:?}"
    );
    assert!(
        parties
            .iter()
            .any(|text| text.contains("「配信社：アメリカ合衆国」に目的を問わず提供できなく")),
        "{parties:?}"
    );
    let words = |country: &str| format!("氏名をExample Ads Inc.（{country}）に提供します。");
    let before = policy(&source(US, &words("アメリカ合衆国")));
    let (_, told, _) = between(&before, &policy(&source("国名＝ロシア連邦", &words("ロシア連邦"))));
    assert!(told.iter().all(|(_, _, visible)| *visible), "{told:?}");
    // That the clause is worded otherwise tells nothing of the country.
    let reworded = policy(&source("国名＝ロシア連邦", "氏名はExample Ads Inc.に提供します。"));
    let (_, told, _) = between(&before, &reworded);
    assert!(
        told.iter()
            .all(|(effect, _, visible)| *effect == Effect::Withdraws || !visible),
        "{told:?}"
    );
}

#[test]
fn a_party_elsewhere_is_one_change_of_its_own() {
    let (before, after) = (policy(&source(US, WORDS)), policy(&source(BOTH, WORDS)));
    let compared = compare(&before, &after, &Options::default());
    let changes = compared.changes();
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert!(matches!(changes[0].subject, Subject::Word(_)));
    let line = &hoshin::internals::diff::summary::draft(&compared)[0];
    assert!(
        line.text.ja.contains("「Example Ads Inc.」の所在国を改めます"),
        "{}",
        line.text.ja
    );
}

/// It goes by another name, and stays where it was.
#[test]
fn a_party_that_is_renamed_keeps_its_places() {
    let renamed = source(BOTH, WORDS).replace("配信社", "広告会社");
    let (class, told, _) = between(&policy(&source(BOTH, WORDS)), &policy(&renamed));
    assert_eq!(class, None, "{told:?}");
}

#[test]
fn what_a_country_widens_can_be_answered_for() {
    let with = |attributes: &str, answer: &str| {
        let source = source(attributes, WORDS);
        policy(&source.replace(
            "  章 提供",
            &format!("  最終改定［2026-04-01］{{ {answer} }}\n  章 提供"),
        ))
    };
    let before = with(US, "");
    let widenings = |after: &Policy| compare(&before, after, &Options::default()).unacknowledged().count();
    assert_eq!(widenings(&with(BOTH, "")), 1);
    let answer = "承認［配信社：シンガポール、2026-03-01］\"取締役会の決定\"";
    assert_eq!(widenings(&with(BOTH, answer)), 0);
}

/// The words alone changed: no rule, and all the same a matter of article 28.
#[test]
fn words_that_name_another_country_call_for_a_look_at_it() {
    let row = |country: &str| {
        let clause = format!(
            "表「提供先」{{ 列「名称」「所在国」「情報」\n行「Example Ads Inc.」「{country}」「氏名」{{ 提供 配信 {{ 提供先［配信社］\n項目［氏名］ }} }} }}"
        );
        let provided = format!("提供 配信「{WORDS}」{{ 提供先［配信社］ }}");
        policy(&source(US, WORDS).replace(&provided, &clause))
    };
    let (class, told, duties) = between(&row("アメリカ合衆国"), &row("アメリカ合衆国／シンガポール"));
    assert_eq!(class, Some(Class::WordingOnly), "{told:?}");
    assert!(duties.contains(&Duty::OtherCountries), "{duties:?}");
    let (_, _, duties) = between(&row("アメリカ合衆国"), &row("米国"));
    assert!(!duties.contains(&Duty::OtherCountries), "{duties:?}");
}
