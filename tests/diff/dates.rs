//! Whether a revision bears a date after the one before it, and keeps that one in its history.

use hoshin::internals::diagnostic::Level;
use hoshin::internals::diff::dates::findings;
use hoshin::internals::diff::{Options, compare};

use crate::support::compiled::policy;

fn source(dates: &str, days: &str) -> String {
    format!("方針「題」{{\n{dates}\n章 保管「保管」{{ 「保管の期間は、{days}です。」 }}\n}}\n")
}

#[track_caller]
fn codes(old: (&str, &str), new: (&str, &str)) -> Vec<&'static str> {
    let (old, new) = (policy(&source(old.0, old.1)), policy(&source(new.0, new.1)));
    let comparison = compare(&old, &new, &Options::default());
    findings(&comparison).iter().map(|one| one.code.name()).collect()
}

#[test]
fn changed_words_want_a_later_date() {
    let old = ("最終改定［2025-04-01］", "三年間");
    assert_eq!(codes(old, ("最終改定［2025-04-01］", "五年間")), ["H0711"]);
    assert_eq!(codes(old, ("最終改定［2024-04-01］", "五年間")), ["H0711"]);
    let kept = "改定［2025-04-01］\n最終改定［2026-04-01］";
    assert_eq!(codes(old, (kept, "五年間")), Vec::<&str>::new());
    assert_eq!(codes(old, old), Vec::<&str>::new());
}

#[test]
fn a_history_keeps_the_date_before() {
    let old = ("改定［2024-04-01］\n最終改定［2025-04-01］", "三年間");
    let new = |dates| (dates, "五年間");
    assert_eq!(codes(old, new("改定［2024-04-01］\n最終改定［2026-04-01］")), ["H0712"]);
    let kept = "改定［2024-04-01］\n改定［2025-04-01］\n最終改定［2026-04-01］";
    assert_eq!(codes(old, new(kept)), Vec::<&str>::new());
}

/// Who shows the last date alone replaces it each time: that the one before is seen no more is remarked, and no warning.
#[test]
fn a_last_date_that_is_replaced_is_remarked() {
    let (old, new) = (
        policy(&source("最終改定［2025-04-01］", "三年間")),
        policy(&source("最終改定［2026-04-01］", "五年間")),
    );
    let comparison = compare(&old, &new, &Options::default());
    let found = findings(&comparison);
    let told: Vec<_> = found.iter().map(|one| (one.code.name(), one.level)).collect();
    assert_eq!(told, [("H0712", Level::Hint)]);
}
