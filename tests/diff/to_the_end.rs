//! However many conditions two revisions have, they are compared to the end; or that they were not is said before all else.

use std::fmt::Write as _;

use hoshin::internals::diagnostic::{Code, Level};
use hoshin::internals::diff::decisions::{Class, Decisions, Effect, Statement};
use hoshin::internals::diff::{ChangedLines, Options, annotations, compare, findings, json, sections};
use hoshin::internals::policy::Policy;

use crate::support::compiled::policy;

/// A policy over some conditions, with these clauses.
fn source(conditions: impl Iterator<Item = String>, clauses: &str) -> String {
    let mut text =
        String::from("情報 個人情報 {\n  ・氏名\n  ・住所\n}\n主体 第三者 {\n  ・加盟店\n  ・配信社\n}\n条件 {\n");
    for condition in conditions {
        let _ = writeln!(text, "  ・{condition}［本人選択］");
    }
    let _ = write!(
        text,
        "}}\n方針「個人情報の取扱いについて」{{\n  章 提供「提供」{{\n{clauses}  }}\n}}\n"
    );
    text
}

/// `count` clauses that provide, each under a condition of its own.
fn provisions(count: usize, series: &str) -> String {
    let mut text = String::new();
    for at in 0..count {
        let _ = write!(
            text,
            "    提供 規{at}［氏名］「第{at}の条項です。」{{\n      提供先［加盟店］\n      場合［{series}{at}］\n    }}\n"
        );
    }
    text
}

fn conditions(count: usize, series: &str) -> impl Iterator<Item = String> {
    (0..count).map(move |at| format!("{series}{at}"))
}

fn decisions(old: &Policy, new: &Policy) -> Decisions {
    compare(old, new, &Options::default()).decisions
}

const RIDER: &str = "    特約 停止「法令に基づく場合には、提供を停止します。」{
      対象［個人情報］
      場合［法令］
      禁止［提供］
    }
";

/// The clauses, and the same with a rider that stops them all: one thing changes, and one sentence says it.
#[test]
fn a_rider_over_two_hundred_conditions_is_told_in_one_sentence() {
    for count in [14, 200] {
        // Some more, so that the ones in question are not all there are of their kind.
        let all = || conditions(2 * count, "件");
        let old = policy(&source(all(), &provisions(count, "件")));
        let new = policy(&source(all(), &(provisions(count, "件") + RIDER)));
        let found = decisions(&old, &new);
        assert!(found.complete);
        let withdrawn: Vec<&Statement> = (found.statements.iter())
            .filter(|one| one.effect == Effect::Withdraws)
            .collect();
        let [withdrawn] = withdrawn.as_slice() else {
            panic!("{} statements", withdrawn.len());
        };
        let [cube] = withdrawn.requests.conditions.as_slice() else {
            panic!("{:?}", withdrawn.requests.conditions);
        };
        assert_eq!(cube.all_of.len(), 2, "the law, and one of the conditions");
        assert!(cube.none_of.is_empty() && withdrawn.requests.all_conditions);
        assert!(withdrawn.text.ja.chars().count() < 200, "{}", withdrawn.text.ja);
        assert!(
            withdrawn.text.ja.contains(&format!("など {count} 件")),
            "{}",
            withdrawn.text.ja
        );
        // Besides, what is forbidden now and was not permitted: of this item and party, and of the rest.
        assert!(found.statements.len() <= 4, "{}", found.statements.len());
    }
}

/// Two hundred clauses a side, none with a condition of the other side.
#[test]
fn two_hundred_other_conditions_are_told_in_two_sentences() {
    let both = || conditions(200, "件").chain(conditions(200, "別"));
    let old = policy(&source(both(), &provisions(200, "件")));
    let new = policy(&source(both(), &provisions(200, "別")));
    let found = decisions(&old, &new);
    assert!(found.complete);
    let effects: Vec<Effect> = found.statements.iter().map(|one| one.effect).collect();
    assert_eq!(effects, [Effect::Permits, Effect::Withdraws]);
    for statement in &found.statements {
        assert_eq!(statement.requests.conditions.len(), 1);
        assert!(!statement.requests.conditions[0].none_of.is_empty());
    }
}

/// Clauses in a ring, each giving way to the next two; the new revision forbids what the old one did not in one of them.
fn ring(count: usize, data: impl Fn(usize) -> &'static str) -> String {
    let mut text = String::new();
    for at in 0..count {
        let keyword = if at % 2 == 0 { "提供" } else { "提供しない" };
        let next = |step: usize| format!("規{}", (at + step) % count);
        let _ = write!(
            text,
            "    {keyword} 規{at}［{}］「第{at}の条項です。」{{\n      提供先［加盟店］\n      場合［件{at}］\n      但し［{}、{}］\n    }}\n",
            data(at),
            next(1),
            next(2)
        );
    }
    text
}

/// A name dropped from one clause of a ring passed unseen, since the search gave up.
#[test]
fn a_name_dropped_from_a_ring_of_clauses_does_not_pass() {
    for count in [6, 22, 40] {
        let of = |text: String| policy(&source(conditions(count, "件"), &text));
        let old = of(ring(count, |at| if at == 3 { "氏名、住所" } else { "氏名" }));
        let new = of(ring(count, |_| "氏名"));
        let comparison = compare(&old, &new, &Options::default());
        assert!(comparison.decisions.complete, "{count}");
        assert!(comparison.has(Class::Wider), "{count}");
        let found = findings::findings(&comparison);
        assert!(found.iter().any(|one| one.code == Code::H0701), "{count}: {found:?}");
    }
}

/// A condition that became a kind of another: what is left of the other has its own name.
#[test]
fn what_is_left_of_a_condition_is_named_as_that() {
    let clause = "    提供 規［氏名］「氏名を提供します。」{\n      提供先［加盟店］\n      場合［同意］\n    }\n";
    let old = policy(&source(std::iter::empty(), clause).replace("条件 {\n}\n", ""));
    let new = policy(&source(std::iter::empty(), clause).replace("条件 {\n}\n", "条件 書面［同意］\n"));
    let found = decisions(&old, &new);
    let texts: Vec<&str> = found.statements.iter().map(|one| one.text.ja.as_str()).collect();
    assert_eq!(
        texts,
        [
            "「氏名」を、新たに「加盟店」に目的を問わず提供できるようになります（「書面」の場合。「その他の同意」の場合は、これまでもできました）"
        ]
    );
}

/// Conditions by twos, every one in several clauses and together with far ones.
fn tangled(count: usize, data: &str) -> Policy {
    let mut text = String::new();
    for one in 0..count {
        for (twin, two) in [one * 7 + 3, one * 31 + 11].into_iter().enumerate() {
            let two = two % count;
            let _ = write!(
                text,
                "    提供 規{one}の{twin}［{data}］「第{one}の条項です。」{{\n      提供先［加盟店］\n      場合［件{one}］\n      場合［件{two}］\n    }}\n"
            );
        }
    }
    policy(&source(conditions(count, "件"), &text))
}

#[test]
fn what_was_not_compared_to_the_end_is_said_first_and_never_passes() {
    let (old, new) = (tangled(400, "氏名"), tangled(400, "個人情報"));
    let comparison = compare(&old, &new, &Options::default());
    assert!(!comparison.decisions.complete);
    assert_eq!(comparison.class(), Some(Class::NotCompared));
    assert!(!comparison.is_empty());
    let found = findings::findings(&comparison);
    assert_eq!((found[0].code, found[0].level), (Code::H0708, Level::Error));
    let marked = annotations::annotations(
        &comparison,
        annotations::Unacknowledged::both(Level::Warning),
        &ChangedLines::default(),
    );
    assert_eq!(
        (marked[0].rule.id, marked[0].level),
        ("not-compared-to-the-end", Level::Error)
    );
    for lang in [
        hoshin::internals::diagnostic::Lang::Ja,
        hoshin::internals::diagnostic::Lang::En,
    ] {
        let sections = sections::decisions(&comparison, lang);
        let all: String = sections.iter().flat_map(|one| &one.items).cloned().collect();
        assert!(["最後まで比べていません", "Not compared to the end"].contains(&sections[0].heading.as_str()));
        assert!(
            !all.contains("変わるところはありません") && !all.contains("Nothing is decided"),
            "{all}"
        );
    }
    let told = json::render(&[json::Compared {
        old: "旧",
        new: "新",
        comparison: &comparison,
        fails: Vec::new(),
    }]);
    assert!(told.contains("\"class\": \"not_compared\"") || told.contains("\"class\":\"not_compared\""));
}

#[test]
fn a_comparison_with_itself_is_complete_however_tangled() {
    let policy = tangled(400, "氏名");
    let comparison = compare(&policy, &policy, &Options::default());
    assert!(comparison.is_empty() && comparison.decisions.complete);
}
