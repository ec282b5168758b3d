//! What two revisions decide differently, by the number of provision clauses a side, one in twenty of them with another
//! recipient, or all; beside it what deciding ten thousand sampled requests by both costs in the same run.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use hoshin::internals::decide::{Decider, Request};
use hoshin::internals::diagnostic::Lang;
use hoshin::internals::diff::decisions::decisions;
use hoshin::internals::diff::vocabulary::{Anchors, JointVocabulary};
use hoshin::internals::diff::{Options, compare, sections};
use hoshin::internals::norm::Act;
use hoshin::internals::policy::Policy;
use hoshin::internals::vocabulary::ConceptId;

use crate::median::median;
use crate::{dense, generate};

/// How many requests the peer decides.
const SAMPLE: usize = 10_000;

pub(crate) fn run() {
    println!(
        "\n   clauses  edited  statements | decisions | {SAMPLE} requests by both | decisions as a multiple of it"
    );
    for clauses in [20, 200, 2_000] {
        for (name, every) in [("none", usize::MAX), ("5 %", 20), ("all", 1)] {
            let (old, new) = (policy(clauses, usize::MAX), policy(clauses, every));
            let vocabulary = JointVocabulary::of(&old, &new, &Anchors::new());
            let rounds = if clauses > 1_000 { 3 } else { 11 };
            let time = median(rounds, || decisions(black_box(&old), black_box(&new), &vocabulary));
            let statements = decisions(&old, &new, &vocabulary).statements.len();
            let sampled = sampled(&old, &new);
            println!(
                "{clauses:>10} {name:>7} {statements:>11} | {:>9} | {:>25} | {:.3}",
                format!("{time:.1?}"),
                format!("{sampled:.1?}"),
                time.as_secs_f64() / sampled.as_secs_f64(),
            );
        }
    }
    println!("\n   clauses  edited | compared and told | as a multiple of the decisions");
    for clauses in [200, 2_000] {
        for (name, every) in [("5 %", 20), ("all", 1)] {
            let (old, new) = (policy(clauses, usize::MAX), policy(clauses, every));
            let vocabulary = JointVocabulary::of(&old, &new, &Anchors::new());
            let deciding = median(3, || decisions(black_box(&old), black_box(&new), &vocabulary));
            let time = median(3, || told(black_box(&old), black_box(&new)));
            println!(
                "{clauses:>10} {name:>7} | {:>17} | {:.2}",
                format!("{time:.1?}"),
                time.as_secs_f64() / deciding.as_secs_f64(),
            );
        }
    }
    // Clauses that all permit the same, each under a condition of its own.
    for clauses in [14, 200, 2_000] {
        let old = dense::policy(clauses, 0, Some("件"), false);
        let others = dense::policy(clauses, 0, Some("別"), false);
        for (name, new) in [
            ("rider", dense::policy(clauses, 0, Some("件"), true)),
            ("none alike", others),
        ] {
            let [old, new] = [&old, &new].map(|text| compiled(text.clone()));
            let vocabulary = JointVocabulary::of(&old, &new, &Anchors::new());
            let time = median(3, || decisions(black_box(&old), black_box(&new), &vocabulary));
            let found = decisions(&old, &new, &vocabulary);
            let told: usize = found.statements.iter().map(|one| one.text.ja.len()).sum();
            println!(
                "{clauses:>10} {name:>10} {:>8} | {:>9} | {told} bytes told, complete: {}",
                found.statements.len(),
                format!("{time:.1?}"),
                found.complete,
            );
        }
    }
}

/// All that a reader is told of two revisions, in items.
fn told(old: &Policy, new: &Policy) -> usize {
    let comparison = compare(old, new, &Options::default());
    let sections = [
        sections::decisions(&comparison, Lang::Ja),
        sections::summary(&comparison, Lang::Ja),
    ];
    sections.iter().flatten().map(|section| section.items.len()).sum()
}

/// The generated policy with a prohibition of the rest; one clause in `every` names the next company.
fn policy(clauses: usize, every: usize) -> Policy {
    let (_, parties, _) = generate::sizes(clauses);
    let mut text = generate::policy(clauses);
    for at in (0..clauses).filter(|at| every != usize::MAX && at % every == every - 1) {
        let from = text.find(&format!("提供 条項{at}「")).unwrap();
        let (before, after) = text.split_at(from);
        let company = |at: usize| format!("提供先［会社{}号］", at % parties);
        text = format!("{before}{}", after.replacen(&company(at), &company(at + 1), 1));
    }
    text.truncate(text.trim_end().len() - 1);
    let chapters: Vec<String> = (0..clauses).step_by(20).map(|at| format!("提供{at}章")).collect();
    let _ = write!(
        text,
        "  章 禁止「提供の制限」{{
    提供しない 原則「上記のほか、提供しません。」{{
      提供先［第三者］
      項目［個人情報］
      但し［{}、同意］
    }}
  }}
}}
",
        chapters.join("、")
    );
    compiled(text)
}

fn compiled(text: String) -> Policy {
    let options = hoshin::internals::compile::Options::default();
    let compiled = hoshin::internals::compile::compile(
        "p.policy",
        text.into(),
        &mut hoshin::internals::compile::NoImports,
        &options,
    );
    compiled.policy.unwrap()
}

/// Deciding requests by both, one after the other.
fn sampled(old: &Policy, new: &Policy) -> Duration {
    let deciders = [Decider::new(old), Decider::new(new)];
    let vocabulary = &old.vocabulary;
    let requests: Vec<Request> = (0..SAMPLE)
        .map(|at| {
            let id = |count: usize, step: usize| ConceptId((at * step % count) as u32 + 1);
            Request::new(Act::Provide, id(vocabulary.data.len(), 7))
                .party(id(vocabulary.parties.len(), 11))
                .purpose(id(vocabulary.purposes.len(), 13))
        })
        .collect();
    let start = Instant::now();
    for request in &requests {
        for decider in &deciders {
            black_box(decider.decide_bare(black_box(request)));
        }
    }
    start.elapsed()
}
