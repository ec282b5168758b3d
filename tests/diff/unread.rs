//! Changed wording that no rule was read with: somebody has to answer for it.

use hoshin::internals::diff::{Options, compare, findings};

use crate::support::compiled::policy;

fn source(date: &str, block: &str, preamble: &str, words: &str) -> String {
    format!(
        "方針「個人情報の取扱い」{{
  最終改定［{date}］{block}
  「{preamble}」
  章 回答「アンケート」{{
    「{words}」
  }}
}}
"
    )
}

const PROMISE: &str = "回答を、ほかの会社に提供することはありません。";
const PROVIDES: &str = "回答を、調査会社に提供することがあります。";
const ABOUT: &str = "この方針は、アンケートの取扱いを示します。";

/// How many changes of wording nobody has answered for, and the codes that are reported.
fn unanswered(old: (&str, &str), new: (&str, &str), block: &str) -> (usize, Vec<&'static str>) {
    let (old, new) = (
        policy(&source("2025-04-01", "", old.0, old.1)),
        policy(&source("2026-04-01", block, new.0, new.1)),
    );
    let comparison = compare(&old, &new, &Options::default());
    let found = findings::findings(&comparison);
    let codes = found.iter().map(|one| one.code.name()).collect();
    (comparison.unanswered().count(), codes)
}

#[test]
fn wording_that_says_what_is_done_asks_for_an_acknowledgement() {
    let (old, new) = ((ABOUT, PROMISE), (ABOUT, PROVIDES));
    assert_eq!(unanswered(old, new, ""), (1, vec!["H0713"]));
    let answered = "{ 承認［回答、2026-03-01］\"法務部長が読んだ\" }";
    assert_eq!(unanswered(old, new, answered), (0, vec![]));
    let earlier = "{ 承認［回答、2025-03-01］\"法務部長が読んだ\" }";
    assert_eq!(unanswered(old, new, earlier), (1, vec!["H0709", "H0713"]));
    let another = "{ 承認［前文、2026-03-01］\"法務部長が読んだ\" }";
    assert_eq!(unanswered(old, new, another), (1, vec!["H0706", "H0713"]));
}

#[test]
fn what_says_nothing_of_what_is_done_asks_for_none() {
    let about = "この方針は、アンケートについて述べるものです。";
    assert_eq!(unanswered((ABOUT, PROMISE), (about, PROMISE), ""), (0, vec![]));
}

#[test]
fn a_preamble_is_answered_for_by_its_own_name() {
    let promises = "当社は、回答を第三者に提供しません。";
    let provides = "当社は、回答を第三者に提供します。";
    let (old, new) = ((promises, PROMISE), (provides, PROMISE));
    assert_eq!(unanswered(old, new, ""), (1, vec!["H0713"]));
    let answered = "{ 承認［前文、2026-03-01］\"法務部長が読んだ\" }";
    assert_eq!(unanswered(old, new, answered), (0, vec![]));
}

/// 6か月 that becomes 5年 is no change that a machine has understood, though its clause is bound to a rule.
#[test]
fn a_changed_term_age_or_fee_asks_for_an_acknowledgement() {
    let of = |date: &str, words: &str, fee: &str| {
        policy(&format!(
            "情報 個人情報 {{ ・録音 }}
方針「個人情報の取扱い」{{
  最終改定［{date}］
  章 保管「保管」{{
    保管［録音］「{words}」
    手数料「{fee}」
  }}
}}
"
        ))
    };
    let codes = |old: (&str, &str), new: (&str, &str)| {
        let (old, new) = (of("2025-04-01", old.0, old.1), of("2026-04-01", new.0, new.1));
        let comparison = compare(&old, &new, &Options::default());
        let found = findings::findings(&comparison);
        found.iter().map(|one| one.code.name()).collect::<Vec<_>>()
    };
    let (kept, fee) = ("録音は、6か月間保管します。", "手数料は、1件1,000円です。");
    assert_eq!(codes((kept, fee), ("録音は、5年間保管します。", fee)), ["H0713"]);
    assert_eq!(codes((kept, fee), (kept, "手数料は、1件2,000円です。")), ["H0713"]);
    assert_eq!(codes((kept, fee), ("録音は、六ヶ月間保管します。", fee)), [""; 0]);
    assert_eq!(codes((kept, fee), ("録音は6か月間、保管します。", fee)), [""; 0]);
}
