//! Which clause is which.

use hoshin::internals::diff::pairing::{self, Pairing, pair};
use hoshin::internals::diff::units::units;
use hoshin::internals::document::{ClauseId, Document};
use hoshin::internals::policy::Policy;
use proptest::prelude::*;

use super::documents::{documents, revisions};
use super::revisions::{SHOP, policy, with};
use crate::support::arbitrary;
use crate::support::compiled::policy as compiled;

fn id(policy: &Policy, name: &str) -> ClauseId {
    policy.document.find(name).unwrap_or_else(|| panic!("a clause {name}"))
}

/// The words of the units of one side that have no partner.
fn alone(document: &Document, partner: impl Fn(usize) -> Option<usize>) -> Vec<String> {
    let units = units(document);
    let free = units.iter().enumerate().filter(|(index, _)| partner(*index).is_none());
    free.map(|(_, unit)| {
        unit.cells
            .iter()
            .map(|cell| document.plain(cell))
            .collect::<Vec<_>>()
            .join("|")
    })
    .collect()
}

/// What is gone, what came, what moved.
fn told(old: &str, new: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
    let (old, new) = (policy(old), policy(new));
    let pairing = pair(&old, &new);
    let units = units(&new.document);
    let moved = units
        .iter()
        .enumerate()
        .filter(|(index, _)| pairing.is_unit_moved(*index));
    (
        alone(&old.document, |unit| pairing.new_unit(unit)),
        alone(&new.document, |unit| pairing.old_unit(unit)),
        moved.map(|(_, unit)| new.document.plain(unit.cells[0])).collect(),
    )
}

fn nothing() -> Vec<String> {
    Vec::new()
}

#[test]
fn a_policy_is_itself() {
    assert_eq!(told(SHOP, SHOP), (nothing(), nothing(), nothing()));
}

#[test]
fn a_paragraph_that_came_has_no_partner_and_nothing_else_moved() {
    let new = with(&[(
        "  ※「お届け先",
        "  「贈り物のときは、お相手のお名前もお知らせください。」\n  ※「お届け先",
    )]);
    assert_eq!(
        told(SHOP, &new),
        (
            nothing(),
            vec!["贈り物のときは、お相手のお名前もお知らせください。".to_owned()],
            nothing()
        )
    );
}

#[test]
fn a_changed_paragraph_is_the_same_paragraph() {
    let new = with(&[(
        "最後のご注文から3年間です",
        "最後のご注文またはお問い合わせから5年間です",
    )]);
    assert_eq!(told(SHOP, &new), (nothing(), nothing(), nothing()));
}

#[test]
fn a_new_chapter_in_front_moves_nothing() {
    let new = format!("章 序「はじめに」{{「この店は、お客様の情報を大切に預かります。」}}\n{SHOP}");
    let (gone, came, moved) = told(SHOP, &new);
    assert_eq!((gone, moved), (nothing(), nothing()));
    assert_eq!(came, ["はじめに", "この店は、お客様の情報を大切に預かります。"]);
}

#[test]
fn a_chapter_set_to_the_end_moved_and_what_stands_in_it_did_not() {
    let (first, rest) = SHOP.split_once("章 保管").expect("a second chapter");
    let new = format!("章 保管{rest}\n{first}");
    assert_eq!(
        told(SHOP, &new),
        (nothing(), nothing(), vec!["取得する情報".to_owned()])
    );
}

#[test]
fn a_paragraph_set_into_another_chapter_moved() {
    let sentence = "  「ご注文の際には、次の情報もお知らせいただきます。」\n";
    let new = with(&[
        (sentence, ""),
        (
            "章 問合せ「お問い合わせ」{\n",
            &format!("章 問合せ「お問い合わせ」{{\n{sentence}"),
        ),
    ]);
    assert_eq!(
        told(SHOP, &new),
        (
            nothing(),
            nothing(),
            vec!["ご注文の際には、次の情報もお知らせいただきます。".to_owned()]
        )
    );
}

#[test]
fn bullets_in_another_order_moved() {
    let new = with(&[(
        "  ・「電話番号」\n  ・「メールアドレス」",
        "  ・「メールアドレス」\n  ・「電話番号」",
    )]);
    let (gone, came, moved) = told(SHOP, &new);
    assert_eq!((gone, came), (nothing(), nothing()));
    assert_eq!(moved, ["電話番号"]);
}

#[test]
fn another_name_for_the_same_chapter_is_a_rename() {
    let new = with(&[("章 保管「", "章 保存「")]);
    let (old, new) = (policy(SHOP), policy(&new));
    let pairing = pair(&old, &new);
    assert_eq!(pairing.renamed(), [(id(&old, "保管"), id(&new, "保存"))]);
    assert_eq!(pairing.added().count() + pairing.removed().count(), 0);
    assert!(!pairing.is_moved(id(&new, "保存")));
}

#[test]
fn a_chapter_with_another_name_and_another_title_is_known_by_what_stands_in_it() {
    let new = with(&[("章 保管「情報の保管」", "章 記録「どこに置くか」")]);
    let (old, new) = (policy(SHOP), policy(&new));
    assert_eq!(pair(&old, &new).new_of(id(&old, "保管")), Some(id(&new, "記録")));
}

#[test]
fn a_name_outweighs_place_and_wording() {
    let new = with(&[
        ("章 取得「取得する情報」", "章 X「情報の保管」"),
        ("章 保管「情報の保管」", "章 取得「取得する情報」"),
        ("{取得}", "{X}"),
    ]);
    let (old, new) = (policy(SHOP), policy(&new));
    assert_eq!(pair(&old, &new).new_of(id(&old, "取得")), Some(id(&new, "取得")));
}

#[test]
fn a_paragraph_split_in_two_is_recognised_and_its_mirror_is_a_merge() {
    let new = with(&[("保管します。保管の", "保管します。」\n  「保管の")]);
    let (old, new) = (policy(SHOP), policy(&new));
    let pairing = pair(&old, &new);
    let [split] = pairing.unit_splits() else {
        panic!("one split: {:?}", pairing.unit_splits());
    };
    let words: Vec<String> = {
        let units = units(&new.document);
        split
            .parts
            .iter()
            .map(|part| new.document.plain(units[*part].cells[0]))
            .collect()
    };
    assert_eq!(
        words,
        [
            "お預かりした情報は、店主だけが開くことのできる棚に保管します。",
            "保管の期間は、最後のご注文から3年間です。"
        ]
    );
    assert_eq!(pair(&new, &old).unit_merges(), std::slice::from_ref(split));
}

#[test]
fn a_chapter_split_in_two_is_recognised_and_nothing_in_it_moved() {
    let new = with(&[(
        "  表「保管の期間」",
        "  「期間は、次の表のとおりです。」\n}\n章 期間「保管の期間について」{\n  表「保管の期間」",
    )]);
    let (old, new) = (policy(SHOP), policy(&new));
    let pairing = pair(&old, &new);
    let [split] = pairing.splits() else {
        panic!("one split: {:?}", pairing.splits());
    };
    assert_eq!(split.whole, id(&old, "保管"));
    assert_eq!(split.parts, [id(&new, "保管"), id(&new, "期間")]);
    assert!((0..units(&new.document).len()).all(|unit| !pairing.is_unit_moved(unit)));
    assert_eq!(pair(&new, &old).merges(), std::slice::from_ref(split));
}

#[test]
fn an_emptied_slot_is_the_chapter_that_stood_there() {
    let (first, rest) = SHOP.split_once("章 保管").expect("a second chapter");
    let (_, last) = rest.split_once("章 問合せ").expect("a third chapter");
    let new = format!("{first}章 欠番「削除」{{}}\n章 問合せ{last}");
    let (old, new) = (policy(SHOP), policy(&new));
    assert_eq!(pair(&old, &new).new_of(id(&old, "保管")), Some(id(&new, "欠番")));
}

#[test]
fn a_named_purpose_that_goes_is_not_another_that_comes_with_a_few_words_in_common() {
    let body = |purposes: &str| format!("章 目的「利用する目的」{{\n{purposes}}}");
    let (old, new) = (
        policy(&body(
            "  ・目的 表示「会員に、ご登録の内容とご利用の状況に関する情報を表示する目的」\n  ・目的 連絡「会員にお知らせを送る目的」\n",
        )),
        policy(&body(
            "  ・目的 連絡「会員にお知らせを送る目的」\n  ・目的 請求「有料の会員に、ご利用の料金を請求する目的」\n",
        )),
    );
    let pairing = pair(&old, &new);
    assert_eq!(pairing.new_of(id(&old, "目的.表示")), None);
    assert_eq!(pairing.old_of(id(&new, "目的.請求")), None);
    assert_eq!(pairing.new_of(id(&old, "目的.連絡")), Some(id(&new, "目的.連絡")));
}

#[test]
fn documents_about_different_things_share_nothing_but_the_title() {
    let other =
        "章 送料「送料について」{「送料は全国一律です。」}\n章 返品「返品と交換」{「未開封の品に限り承ります。」}";
    let (old, new) = (policy(SHOP), policy(other));
    let pairing = pair(&old, &new);
    assert_eq!(pairing.pairs().count(), 0);
    assert_eq!(pairing.added().count(), new.document.clauses.len());
    assert_eq!(pairing.removed().count(), old.document.clauses.len());
}

fn is_one_to_one(pairing: &Pairing, old: &Document, new: &Document) -> bool {
    let old_units = units(old).len();
    let new_units = units(new).len();
    (0..old_units).all(|unit| {
        pairing
            .new_unit(unit)
            .is_none_or(|other| pairing.old_unit(other) == Some(unit))
    }) && (0..new_units).all(|unit| {
        pairing
            .old_unit(unit)
            .is_none_or(|other| pairing.new_unit(other) == Some(unit))
    }) && pairing.pairs().all(|(a, b)| pairing.new_of(a) == Some(b))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_document_is_itself(document in documents()) {
        let pairing = pairing::documents(&document, &document);
        for unit in 0..units(&document).len() {
            prop_assert_eq!(pairing.old_unit(unit), Some(unit));
            prop_assert!(!pairing.is_unit_moved(unit));
        }
        for clause in (0..document.clauses.len()).map(|index| ClauseId(index as u32)) {
            prop_assert_eq!(pairing.old_of(clause), Some(clause));
        }
        prop_assert!(pairing.splits().is_empty() && pairing.unit_splits().is_empty());
    }

    #[test]
    fn the_other_direction_is_the_mirror((old, new) in revisions()) {
        let pairing = pairing::documents(&old, &new);
        prop_assert!(is_one_to_one(&pairing, &old, &new));
        prop_assert_eq!(pairing::documents(&new, &old), pairing.mirrored());
    }

    #[test]
    fn any_two_policies_can_be_paired((old, _) in arbitrary::policies(), (new, _) in arbitrary::policies()) {
        prop_assert!(is_one_to_one(&pair(&old, &new), &old.document, &new.document));
    }
}

/// A new line in the history is one line, wherever it comes: the others are about the days that they were about.
#[test]
fn a_day_in_the_history_keeps_its_line() {
    let history = |days: &[&str]| {
        let lines: String = days.iter().map(|day| format!("  改定［{day}］\n")).collect();
        compiled(&format!(
            "方針「取扱い」{{\n{lines}  章 甲「甲」{{ 「本文です。」 }}\n}}\n"
        ))
    };
    let old = history(&["2025-01-01", "2024-01-01"]);
    let new = history(&["2026-01-01", "2025-01-01", "2024-01-01"]);
    let pairing = pair(&old, &new);
    let (old_units, new_units) = (units(&old.document), units(&new.document));
    let pairs: Vec<(String, Option<String>)> = (new_units.iter().enumerate())
        .filter_map(|(index, unit)| {
            let (_, day) = unit.date?;
            let was = pairing.old_unit(index).and_then(|old| old_units[old].date);
            Some((day.to_string(), was.map(|(_, day)| day.to_string())))
        })
        .collect();
    let same = |day: &str| (day.to_owned(), Some(day.to_owned()));
    let added = ("2026-01-01".to_owned(), None);
    assert_eq!(pairs, [added, same("2025-01-01"), same("2024-01-01")]);
    // A day that was wrong is the same line.
    let mended = history(&["2025-01-02", "2024-01-01"]);
    let pairing = pair(&old, &mended);
    let line = |pairing: &Pairing| {
        units(&mended.document)
            .iter()
            .position(|unit| unit.date.is_some())
            .and_then(|at| pairing.old_unit(at))
    };
    assert!(line(&pairing).is_some());
}
