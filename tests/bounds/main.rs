//! What hostile sources cost. Work is counted in allocations and bytes allocated, room in the most bytes held at once, so that no
//! test depends on the time it takes. A binary of its own, since its allocator counts.

mod findings;
mod sources;

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};

use allocation_counter::{AllocationInfo, measure};
use hoshin::internals::compile::{Compilation, NoImports, Options, compile};
use hoshin::internals::diagnostic::{Code, Findings, Lang, Level, github, human, json, sarif};
use hoshin::internals::diff::{self, ChangedLines, compare};
use hoshin::internals::{format, render};
use sources::{Generator, NORMS, POLICIES, REVISIONS, RUBBISH};

/// Bytes of the smaller source; the other has twice as many.
const SIZE: usize = 60_000;

/// Room that does not depend on the source: tables, and the findings that are kept.
const ROOM: u64 = 8_000_000;

/// Twice the source may take that many times the work.
const GROWTH: f64 = 2.4;

/// The same where each norm is held against each, or a revision against another: four times as many pairs are told apart by a
/// few bytes each.
const PAIRS: f64 = 3.0;

fn compiled(text: &str) -> Compilation {
    compile(
        "例.policy",
        text.as_bytes().to_vec(),
        &mut NoImports,
        &Options::default(),
    )
}

/// What is done for each of some, on all processors: the allocations of a thread are counted by themselves.
fn for_each<T: Sync, R: Send>(all: &[T], run: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let some = || -> Vec<(usize, R)> {
        let taken = std::iter::from_fn(|| {
            let at = next.fetch_add(1, Ordering::Relaxed);
            all.get(at).map(|one| (at, run(one)))
        });
        taken.collect()
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let started: Vec<_> = (0..threads).map(|_| scope.spawn(some)).collect();
        let joined = started.into_iter().map(|thread| thread.join());
        joined
            .flat_map(|done| done.unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// What a source costs, and what comes of it.
struct Cost {
    source: u64,
    /// Of all that a run does with it.
    work: AllocationInfo,
    /// The most bytes held at once while it was compiled.
    room: u64,
    /// There is a policy, of which everything was decided; else what was found first.
    decided: Result<(), String>,
}

fn cost(text: &str) -> Cost {
    let mut room = 0;
    let mut decided = Ok(());
    let work = measure(|| {
        let mut compilation = Compilation::default();
        room = measure(|| compilation = compiled(text)).bytes_max;
        let undecided = compilation.diagnostics.iter().find(|found| found.code == Code::H0522);
        let fault = match compilation.policy {
            Some(_) => undecided,
            None => compilation.diagnostics.first(),
        };
        if compilation.policy.is_none() || fault.is_some() {
            decided = Err(format!("{fault:?}"));
        }
        everything(text, &compilation);
    });
    Cost {
        source: text.len() as u64,
        work,
        room,
        decided,
    }
}

/// All that a run does with a source.
fn everything(text: &str, compilation: &Compilation) {
    let findings = Findings {
        sources: &compilation.sources,
        diagnostics: &compilation.diagnostics,
        folder: "",
    };
    let run = [findings];
    let drawn = [
        human::render(&run, &human::Options::default()),
        human::render_short(&run, &human::Options::default()),
        json::render(&run, Lang::Ja),
        sarif::render(&run, Lang::Ja),
        github::render(&run, Lang::Ja),
    ];
    assert!(
        drawn.iter().all(|drawn| drawn.len() < 12_000_000),
        "a report for nobody"
    );
    if let Some(policy) = &compilation.policy {
        let page = render::html(policy, &render::PageOptions::default());
        assert!(page.len() + render::text(policy).len() + render::markdown(policy).len() > 0);
    }
    // A refusal is an answer as well.
    let _ = format::format(text);
}

/// The costs of sources of both sizes.
fn costs(generators: &'static [Generator]) -> Vec<(&'static str, [Cost; 2])> {
    for_each(generators, |(name, generate)| {
        (*name, [SIZE, 2 * SIZE].map(|size| cost(&generate(size))))
    })
}

/// Where twice the source takes more than so many times the work.
fn grown(costs: &[(&str, [Cost; 2])], most: f64) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, [small, large]) in costs {
        let base = 20_000;
        let growth = |small: u64, large: u64, base: u64| (large + base) as f64 / (small + base) as f64;
        let calls = growth(small.work.count_total, large.work.count_total, base);
        let bytes = growth(small.work.bytes_total, large.work.bytes_total, base * 200);
        if calls > most || bytes > most {
            faults.push(format!(
                "{name}: {calls:.1} times the allocations, {bytes:.1} times the bytes"
            ));
        }
    }
    faults
}

/// Both are asked of one run: compiling rubbish takes long.
#[test]
fn twice_the_rubbish_is_twice_the_work_and_takes_at_most_a_hundred_bytes_for_each_of_its_own() {
    let costs = costs(RUBBISH);
    let mut faults = grown(&costs, GROWTH);
    for (name, [small, large]) in &costs {
        // Small files are allowed the room that tables take; what is added must be paid for by the source.
        let most = |cost: &Cost| 100 * cost.source + ROOM;
        if small.room > most(small) || large.room > most(large) {
            faults.push(format!(
                "{name}: {} and {} bytes for each",
                small.room / small.source,
                large.room / large.source
            ));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn twice_the_policy_is_twice_the_work() {
    let faults = grown(&costs(POLICIES), GROWTH);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_pair_of_norms_is_looked_at_for_little_more() {
    let costs = costs(NORMS);
    let faults = grown(&costs, PAIRS);
    assert!(faults.is_empty(), "{faults:#?}");
    for (name, [small, _]) in &costs {
        assert_eq!(small.decided, Ok(()), "{name}");
    }
}

/// All that is told of two revisions.
fn compared([before, after]: &[Compilation; 2]) {
    let changed = ChangedLines::between(&before.sources, &after.sources);
    let (Some(old), Some(new)) = (&before.policy, &after.policy) else {
        panic!("{:?} {:?}", before.diagnostics.first(), after.diagnostics.first());
    };
    let comparison = compare(old, new, &diff::Options::default());
    assert!(comparison.decisions.complete);
    assert!(!comparison.is_empty());
    let told = [
        diff::sections::decisions(&comparison, Lang::Ja),
        diff::sections::summary(&comparison, Lang::Ja),
    ];
    let placed = diff::annotations::annotations(
        &comparison,
        diff::annotations::Unacknowledged::both(Level::Error),
        &changed,
    );
    let written = diff::json::render(&[diff::json::Compared {
        old: "旧",
        new: "新",
        comparison: &comparison,
        fails: Vec::new(),
    }]);
    let items: usize = told.iter().flatten().map(|section| section.items.len()).sum();
    assert!(items > 0 && placed.len() < 100_000 && !written.is_empty());
}

#[test]
fn two_revisions_twice_as_long_are_twice_the_work() {
    let costs = for_each(REVISIONS, |(name, generate)| {
        let of_size = |size| {
            let revisions = generate(size).map(|text| compiled(&text));
            measure(|| compared(&revisions))
        };
        (*name, [SIZE, 2 * SIZE].map(of_size))
    });
    let mut faults = Vec::new();
    for (name, [small, large]) in costs {
        let growth = |small: u64, large: u64| large as f64 / small as f64;
        let calls = growth(small.count_total, large.count_total);
        let bytes = growth(small.bytes_total, large.bytes_total);
        if calls > PAIRS || bytes > PAIRS {
            faults.push(format!(
                "{name}: {calls:.1} times the allocations, {bytes:.1} times the bytes"
            ));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
