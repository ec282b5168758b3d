//! A word that only one revision knows is, in the other, a part of what contains it there: neither by renaming nor by leaving it
//! out does anything become wider unseen.

use hoshin::internals::decide::Verdict;
use hoshin::internals::diff::decisions::{Class, Effect};
use hoshin::internals::diff::{Options, compare};

use crate::support::compiled::policy;

/// A policy with these parties, what stands in its 提供, and what comes after it.
fn source(parties: &str, provide: &str, after: &str) -> String {
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・病歴［要配慮］ }}
{parties}
方針「個人情報の取扱い」{{
  章 提供「第三者への提供」{{
    提供 第三者へ「加盟店等への提供」{{ {provide} }}
    {after}
  }}
}}
"
    )
}

/// What becomes wider: the effects of the statements of that class.
#[track_caller]
fn wider(old: &str, new: &str) -> Vec<Effect> {
    let (old, new) = (policy(old), policy(new));
    let comparison = compare(&old, &new, &Options::default());
    let statements = comparison.decisions.statements.iter();
    let wider = statements.filter(|one| one.class == Class::Wider);
    assert_eq!(wider.clone().count() > 0, comparison.unacknowledged().count() > 0);
    wider.map(|one| one.effect).collect()
}

const BAN: &str = "提供しない 禁止「株式会社見本配信には提供しません。」{ 提供先［配信社］\n項目［個人情報］ }";

/// A prohibition goes, and with it the name of whom it protected from: the wider name permits now.
#[test]
fn a_ban_that_goes_with_the_name_it_bans_is_a_widening() {
    let all = "提供先［第三者］\n項目［個人情報］\n但し［禁止］";
    let open = "提供先［第三者］\n項目［個人情報］";
    let known = "主体 第三者 { ・加盟店 ・配信社「株式会社見本配信」 }";
    let old = source(known, all, BAN);
    assert_eq!(
        wider(&old, &source("主体 第三者 { ・加盟店 }", open, "")),
        [Effect::Permits]
    );
    assert_eq!(wider(&old, &source(known, open, "")), [Effect::Permits]);
    // The prohibition says so of all others.
    let kept = BAN
        .replace("［配信社］", "［第三者］")
        .replace("株式会社見本配信", "第三者");
    let shop = "提供先［加盟店］\n項目［個人情報］\n優先［禁止］";
    let stays = source("主体 第三者 { ・加盟店 }", shop, &kept);
    assert_eq!(wider(&source(known, shop, &kept), &stays), []);
}

/// An exception goes, and with it the name that it excepted.
#[test]
fn an_exception_that_goes_with_the_name_it_excepts_is_a_widening() {
    let known = "主体 第三者 { ・加盟店 ・配信社 }";
    let old = source(known, "提供先［第三者］\n項目［個人情報］\n除外［病歴］", "");
    let new = source(known, "提供先［第三者］\n項目［個人情報］", "").replace(" ・病歴［要配慮］", "");
    assert_eq!(wider(&old, &new), [Effect::Permits]);
}

/// A ban on somebody who was no third party goes, and somebody of another name is a third party now.
#[test]
fn a_ban_does_not_vanish_by_renaming() {
    let open = "提供先［第三者］\n項目［個人情報］";
    let old = source("主体 第三者 { ・加盟店 }\n主体 配信社「株式会社見本配信」", open, BAN);
    let new = source("主体 第三者 { ・加盟店 ・見本「株式会社見本配信」 }", open, "");
    assert_eq!(wider(&old, &new).len(), 1);
}

/// A processor becomes a third party under another name: who reads the page sees the same company.
#[test]
fn a_move_does_not_vanish_by_renaming() {
    let open = "提供先［第三者］\n項目［個人情報］";
    let old = source(
        "主体 第三者 { ・加盟店 }\n主体 委託先\n主体 配信社［委託先］「株式会社みほん配信」",
        open,
        "",
    );
    for label in ["株式会社みほん配信", "みほん社」「株式会社みほん配信"] {
        let parties = format!("主体 第三者 {{ ・加盟店 }}\n主体 委託先\n主体 みほん［第三者］「{label}」");
        assert_eq!(wider(&old, &source(&parties, open, "")), [Effect::Permits]);
    }
    // The name itself may be what is shown.
    let plain = "主体 第三者 { ・加盟店 }\n主体 委託先\n主体 株式会社みほん配信［第三者］";
    assert_eq!(wider(&old, &source(plain, open, "")), [Effect::Permits]);
}

/// What the wider name said before, and goes on to say, is a name and nothing more.
#[test]
fn a_part_that_gets_a_name_is_no_widening() {
    let open = "提供先［第三者］\n項目［個人情報］";
    let old = source("主体 第三者 { ・加盟店 }", open, "");
    let new = source(
        "主体 第三者 { ・加盟店 ・配信社 }",
        "提供先［第三者］\n項目［個人情報］",
        "※「配信社にも提供します。」",
    );
    assert_eq!(wider(&old, &new), []);
}

/// What a linking leads to is その他 of a word, and not a part of it that the revision does not know.
#[test]
fn a_linking_does_not_lead_to_a_word_that_is_not_known() {
    let one = |more: &str| {
        format!(
            "情報 甲 {{ ・乙 }}
情報 丙
{more}
主体 第三者 {{ ・加盟店 }}
方針「個人情報の取扱い」{{
  紐付け［丙 → 甲］
  章 提供「第三者への提供」{{
    提供「加盟店への提供」{{ 提供先［加盟店］
項目［乙］ }}
  }}
}}
"
        )
    };
    let known = one("情報 丁［甲、乙］");
    for (old, new) in [(known.clone(), one("")), (one(""), known)] {
        let (old, new) = (policy(&old), policy(&new));
        let comparison = compare(&old, &new, &Options::default());
        let told: Vec<&str> = (comparison.decisions.statements.iter())
            .filter(|one| one.class != Class::Named)
            .map(|one| one.text.ja.as_str())
            .collect();
        assert_eq!(told, [""; 0]);
    }
}

/// A recipient and a purpose that the old revision does not know were forbidden by what it says of whatever it does not name.
#[test]
fn what_an_old_prohibition_covered_was_forbidden_before() {
    let rest = |except: &str| {
        format!(
            "提供しない 原則「当社は、個人情報を第三者に提供しません。」{{ 提供先［第三者］\n項目［個人情報］\n但し［{except}］ }}"
        )
    };
    let provide = "提供先［加盟店］\n項目［氏名］";
    let shown =
        "提供 掲載「見本誌への掲載のための提供」{ 提供先［見本誌］\n項目［氏名］\n目的 掲載紙面「紙面への掲載」 }";
    let old = source("主体 第三者 { ・加盟店 }", provide, &rest("第三者へ"));
    let new = source(
        "主体 第三者 { ・加盟店 ・見本誌 }",
        provide,
        &format!("{shown}\n{}", rest("第三者へ、掲載")),
    );
    let (old, new) = (policy(&old), policy(&new));
    let comparison = compare(&old, &new, &Options::default());
    let statements = comparison.decisions.statements.iter();
    let wider: Vec<_> = statements.filter(|one| one.class == Class::Wider).collect();
    let [raw] = wider.as_slice() else { panic!("{wider:#?}") };
    assert!(raw.from.contains(&Verdict::Forbidden), "{}", raw.text.ja);
    assert_eq!(raw.witness.clauses_before.len(), 1, "the prohibition of then is named");
}

/// Somebody abroad whom only the new revision knows was not permitted by the general name before: what is refused stays refused.
#[test]
fn somebody_abroad_was_no_third_party_of_a_general_name() {
    let open = "提供先［第三者］\n項目［個人情報］\n場合［同意］";
    let old = source("主体 第三者 { ・加盟店 }", open, "");
    let new = source("主体 第三者 {\n・加盟店\n・海外店［外国］\n}", open, "");
    let (old, new) = (policy(&old), policy(&new));
    for (before, after) in [(&old, &new), (&new, &old)] {
        let comparison = compare(before, after, &Options::default());
        let told: Vec<&str> = (comparison.decisions.statements.iter())
            .filter(|one| one.class != Class::Named)
            .map(|one| one.text.ja.as_str())
            .collect();
        assert_eq!(told, [""; 0]);
    }
}
