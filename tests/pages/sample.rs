//! The policy of a company that does not exist, with one of everything that a page can hold.

use hoshin::internals::policy::Policy;

use crate::support::compiled;

const SOURCE: &str = include_str!("../fixtures/pages/見本商店.policy");

/// The policy, numbered as usual.
pub(crate) fn usual() -> Policy {
    compiled::policy(SOURCE)
}

/// The policy, numbered as statutes are.
pub(crate) fn statute() -> Policy {
    let place = "// 番号";
    assert!(SOURCE.contains(place));
    compiled::policy(&SOURCE.replace(place, "番号［章＝\"第1条（題）\"、節＝\"1.\"、項＝\"(1)\"］"))
}
