//! What comparing the decisions of two revisions costs, by the number of norms a side, beside compiling one of them in the same
//! run: `cargo bench --bench revision`.
//!
//! The policies are those of `benches/check.rs`: provisions to named parties under a case. `5 %` of the clauses, or all of them,
//! name another party in the new revision.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a benchmark measures time and prints"
)]

mod generate;

use std::hint::black_box;
use std::time::{Duration, Instant};

use hoshin::compile::compile_unchecked;
use hoshin::diff::decisions::decisions;
use hoshin::diff::vocabulary::{Anchors, JointVocabulary};
use hoshin::policy::Policy;
use hoshin::{NoImports, Options};

fn main() {
    println!(
        "{:>6} {:>8} {:>10} {:>10} {:>8} {:>11}",
        "norms", "edited", "compile", "decisions", "ratio", "statements"
    );
    for clauses in [20, 200, 2_000] {
        let source = generate::policy(clauses);
        let old = policy(&source);
        for (edited, every) in [("none", usize::MAX), ("5 %", 20), ("all", 1)] {
            let new = policy(&with_other_parties(&source, clauses, every));
            let rounds = (20_000 / old.norms.len()).clamp(3, 41);
            let compiling = median(rounds.min(5), || policy(&source));
            let compare = || {
                let vocabulary = JointVocabulary::of(&old, &new, &Anchors::new());
                decisions(&old, &new, &vocabulary)
            };
            let found = compare();
            assert!(found.complete);
            let comparing = median(rounds, || compare().statements.len());
            println!(
                "{:>6} {edited:>8} {:>10} {:>10} {:>8.2} {:>11}",
                old.norms.len(),
                format!("{compiling:.2?}"),
                format!("{comparing:.2?}"),
                comparing.as_secs_f64() / compiling.as_secs_f64(),
                found.statements.len()
            );
        }
    }
}

/// The source with the next party in every so many clauses.
fn with_other_parties(source: &str, clauses: usize, every: usize) -> String {
    let (_, parties, _) = generate::sizes(clauses);
    let mut new = String::with_capacity(source.len());
    let mut clause = 0;
    for line in source.lines() {
        match line.trim_start().strip_prefix("提供先［会社") {
            Some(_) => {
                let party = match clause % every == 0 && every != usize::MAX {
                    true => (clause + 1) % parties,
                    false => clause % parties,
                };
                new.push_str(&format!("      提供先［会社{party}号］\n"));
                clause += 1;
            }
            None => {
                new.push_str(line);
                new.push('\n');
            }
        }
    }
    new
}

fn policy(source: &str) -> Policy {
    let options = Options::default();
    let compilation = compile_unchecked("p.policy", source.as_bytes().to_vec(), &mut NoImports, &options);
    match compilation.policy {
        Some(policy) => policy,
        None => panic!("the generated policy has errors: {:?}", compilation.diagnostics.first()),
    }
}

fn median<T>(rounds: usize, run: impl Fn() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[rounds / 2]
}
