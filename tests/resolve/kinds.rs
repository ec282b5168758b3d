//! What is true of every keyword of a kind, whatever keywords there are: a new one is held to it without a test of its own.

use hoshin::internals::bundle::Bundle;
use hoshin::internals::diagnostic::Code;
use hoshin::internals::keyword::{Keyword, Kind};
use hoshin::internals::norm::{Act, Effect};
use hoshin::internals::policy::Policy;

use crate::support::compiled::{compiled, findings, policy};

fn of(kind: Kind) -> impl Iterator<Item = Keyword> {
    Keyword::WORDS
        .iter()
        .copied()
        .filter(move |keyword| keyword.kind() == kind)
}

const SENTENCE: &str = "当社は、次のとおり定めます。";

/// A policy with one statement in its one chapter.
fn chapter(statement: &str) -> String {
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ }}\n主体 {{ ・加盟店［委託先］ }}\n方針「題」{{\n事業者 当社「株式会社見本」\n\
         章 定め「定め」{{\n{statement}\n}}\n}}\n"
    )
}

/// The clause of a keyword in the chapter, by its place among the clauses.
fn clause(policy: &Policy, keyword: Keyword) -> usize {
    let found = policy
        .document
        .clauses
        .iter()
        .position(|clause| clause.keyword == keyword.word());
    found.unwrap_or_else(|| panic!("{} is no clause: see src/resolve/outline.rs, is_clause", keyword.word()))
}

/// Nothing of its chapter is wording that no norm and no notice stands behind.
fn is_bound(policy: &Policy, keyword: Keyword) {
    let [chapter] = policy.coverage.as_slice() else {
        panic!("one chapter: {:?}", policy.coverage);
    };
    assert!(
        chapter.bound > 0 && chapter.bound == chapter.total,
        "{} is not counted as bound: see src/resolve/shown.rs, binds ({chapter:?})",
        keyword.word()
    );
}

/// Where nothing of its kind may stand: at the top of a file, and inside a vocabulary.
fn is_refused_elsewhere(keyword: Keyword) {
    let word = keyword.word();
    let top = format!("{word}「{SENTENCE}」\n{}", chapter("「段落。」"));
    let inside = format!("情報 端末情報 {{ {word}「{SENTENCE}」 }}\n{}", chapter("「段落。」"));
    for source in [top, inside] {
        let codes: Vec<Code> = findings(&source).into_iter().map(|(code, _)| code).collect();
        assert!(
            codes.contains(&Code::H0208),
            "{word} may stand anywhere: see src/resolve/shape/table.rs, may_hold ({codes:?})"
        );
    }
}

#[test]
fn every_notice_is_told_and_rules_nothing() {
    assert!(of(Kind::Notice).count() >= 7);
    for keyword in of(Kind::Notice) {
        let compilation = compiled(&chapter(&format!("{} 項目名「{SENTENCE}」", keyword.word())));
        let word = keyword.word();
        let policy = compilation.policy.as_ref();
        let policy = policy.unwrap_or_else(|| {
            panic!("{word} may not stand in a chapter: see grammar/policy.pest and src/resolve/shape/table.rs")
        });
        let clause = clause(policy, keyword);
        let notices: Vec<_> = policy
            .notices
            .iter()
            .map(|one| (one.kind.keyword().word(), one.clause.0 as usize))
            .collect();
        assert_eq!(notices, [(keyword.word(), clause)]);
        assert_eq!(policy.norms, []);
        let bundle = Bundle::from_policy(policy, &compilation.sources).to_json();
        assert!(
            bundle.contains(&format!("\"{}\"", keyword.english().replace([' ', '-'], "_"))),
            "{} is not in the bundle",
            keyword.word()
        );
        is_bound(policy, keyword);
        is_refused_elsewhere(keyword);
    }
}

#[test]
fn every_act_permits_and_every_prohibition_forbids() {
    let parts = "項目［個人情報］ 提供先［加盟店］ 提供元［加盟店］ 送信先［加盟店］";
    for keyword in of(Kind::Act).chain(of(Kind::Prohibition)) {
        let word = keyword.word();
        let act = Act::from_word(word.trim_end_matches("しない")).expect("an act");
        // 越境 lets other clauses reach abroad and permits nothing by itself.
        if keyword == Keyword::TransferAbroad {
            continue;
        }
        // Each takes one of the words for the other party, or none.
        let candidates = ["提供先", "提供元", "送信先", ""].map(|part| {
            let party = parts.split(' ').find(|one| !part.is_empty() && one.starts_with(part));
            chapter(&format!(
                "{word}「{SENTENCE}」{{\n項目［個人情報］\n{}\n}}",
                party.unwrap_or_default()
            ))
        });
        let accepted = candidates
            .iter()
            .find(|source| findings(source).iter().all(|(code, _)| *code != Code::H0208));
        let policy = policy(accepted.unwrap_or_else(|| panic!("{word} takes no other party that is known")));
        let clause = clause(&policy, keyword);
        let effect = match keyword.kind() {
            Kind::Act => Effect::Permit,
            _ => Effect::Forbid,
        };
        let states = policy.norms.iter().any(|norm| {
            norm.effect == effect && norm.acts.contains(act) && norm.provenance.clause.0 as usize == clause
        });
        assert!(
            states,
            "{word} states no norm: see src/resolve/norms.rs ({:?})",
            policy.norms
        );
        is_bound(&policy, keyword);
        is_refused_elsewhere(keyword);
    }
}
