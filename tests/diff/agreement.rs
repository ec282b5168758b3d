//! The statements hold exactly the requests that the naive evaluator judges differently.

mod compare;

use std::collections::BTreeSet;

use hoshin::internals::decide::Verdict;
use hoshin::internals::diff::decisions::{Class, Decisions, Effect, Statement};
use hoshin::internals::norm::NormId;
use proptest::prelude::*;

use crate::decide::cases;
use crate::support::sketch::{SMALL, TINY, sketch};

use compare::{compare, diff, revised, unrelated};

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn statements_hold_what_a_revision_changes((before, after) in revised(TINY)) {
        compare(&before.policy(), &after.policy())?;
    }

    #[test]
    fn statements_hold_what_differs_between_unrelated_policies((before, after) in unrelated(TINY)) {
        compare(&before.policy(), &after.policy())?;
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_policy_does_not_differ_from_itself(sketch in sketch(SMALL)) {
        let policy = sketch.policy();
        let (_, decisions) = diff(&policy, &policy);
        prop_assert_eq!(decisions, Decisions { complete: true, ..Decisions::default() });
    }

    #[test]
    fn the_other_way_round_everything_is_mirrored(before in sketch(SMALL), after in sketch(SMALL)) {
        let (before, after) = (before.policy(), after.policy());
        let (_, forth) = diff(&before, &after);
        let (_, back) = diff(&after, &before);
        prop_assert_eq!(mirrored(&forth.statements), plain(&back.statements));
        prop_assert_eq!(mirrored(&forth.unknown_words), plain(&back.unknown_words));
    }

    #[test]
    fn the_order_of_norms_does_not_matter((before, after) in revised(SMALL)) {
        let mut turned = after.clone();
        turned.norms.reverse();
        let (_, one) = diff(&before.policy(), &after.policy());
        let (_, two) = diff(&before.policy(), &turned.policy());
        let requests = |decisions: &Decisions| -> Vec<_> {
            decisions.statements.iter().map(|statement| (statement.effect, statement.requests.clone())).collect()
        };
        prop_assert_eq!(requests(&one), requests(&two));
    }
}

type Plain = (
    Effect,
    Vec<Verdict>,
    Vec<Verdict>,
    Class,
    bool,
    String,
    Vec<NormId>,
    Vec<NormId>,
);

fn plain(statements: &[Statement]) -> BTreeSet<Plain> {
    let of = |statement: &Statement| {
        (
            statement.effect,
            statement.from.clone(),
            statement.to.clone(),
            statement.class,
            statement.only_named,
            format!("{:?}", statement.requests),
            statement.decided_before.clone(),
            statement.decided_after.clone(),
        )
    };
    statements.iter().map(of).collect()
}

fn mirrored(statements: &[Statement]) -> BTreeSet<Plain> {
    plain(statements)
        .into_iter()
        .map(|(effect, from, to, class, named, requests, before, after)| {
            (
                effect.mirrored(),
                to,
                from,
                class.mirrored(),
                named,
                requests,
                after,
                before,
            )
        })
        .collect()
}
