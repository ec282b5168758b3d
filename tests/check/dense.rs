//! Very many clauses that are all at odds: each is told, not each pair.

#[path = "../../benches/dense.rs"]
#[allow(dead_code, unreachable_pub, reason = "the benchmarks use all of it")]
mod generated;

use std::collections::BTreeSet;

use hoshin::internals::check::{check, conflicts};
use hoshin::internals::diagnostic::Code;

use crate::support::compiled::policy;

#[test]
fn of_few_clauses_every_pair_is_found() {
    for own in [None, Some("件")] {
        let policy = policy(&generated::policy(20, 30, own, false));
        let found = conflicts::conflicts(&policy);
        assert!(found.all && found.undecided.is_empty());
        assert_eq!(found.found.len(), 600);
    }
}

#[test]
fn of_many_clauses_each_is_in_a_pair_and_the_rest_is_said() {
    for (own, code) in [(None, Code::H0501), (Some("件"), Code::H0503)] {
        let policy = policy(&generated::policy(150, 200, own, false));
        let found = conflicts::conflicts(&policy);
        assert!(!found.all && found.undecided.is_empty());
        assert!(found.found.len() < 8_000, "{}", found.found.len());
        let clauses: BTreeSet<_> = (found.found.iter())
            .flat_map(|one| [one.permit, one.refusal])
            .map(|id| policy.norms[id.0 as usize].provenance.clause)
            .collect();
        assert_eq!(clauses.len(), 350);
        let report = check(&policy);
        assert!(!report.compared.all && report.compared.conflicts == found.found.len());
        let first = report.diagnostics.iter().find(|one| one.code == code);
        let first = first.expect("they are at odds");
        assert!(first.message.ja.contains(" 以上の条項"), "{}", first.message.ja);
        for found in &report.diagnostics {
            let texts = std::iter::once(&found.message).chain(&found.notes).chain(&found.help);
            assert!(texts.map(|text| text.ja.len()).sum::<usize>() < 4_000, "{found:?}");
        }
    }
}
