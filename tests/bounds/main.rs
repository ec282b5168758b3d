//! What hostile sources cost. Work is counted in allocations and bytes allocated, room in the most bytes held at once, so that no
//! test depends on the time it takes. A binary of its own, since its allocator counts.

mod findings;
mod sources;

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

/// All that a run does with a source.
fn everything(text: &str) {
    let compilation = compiled(text);
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

fn cost(run: fn(&str), text: &str) -> AllocationInfo {
    measure(|| run(text))
}

/// Where twice the source takes more than so many times the work.
fn grown(generators: &[Generator], most: f64) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, generate) in generators {
        let [small, large] = [SIZE, 2 * SIZE].map(|size| cost(everything, &generate(size)));
        let base = 20_000;
        let growth = |small: u64, large: u64, base: u64| (large + base) as f64 / (small + base) as f64;
        let calls = growth(small.count_total, large.count_total, base);
        let bytes = growth(small.bytes_total, large.bytes_total, base * 200);
        if calls > most || bytes > most {
            faults.push(format!(
                "{name}: {calls:.1} times the allocations, {bytes:.1} times the bytes"
            ));
        }
    }
    faults
}

#[test]
fn twice_the_rubbish_is_twice_the_work() {
    let faults = grown(RUBBISH, GROWTH);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn twice_the_policy_is_twice_the_work() {
    let faults = grown(POLICIES, GROWTH);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_pair_of_norms_is_looked_at_for_little_more() {
    let faults = grown(NORMS, PAIRS);
    assert!(faults.is_empty(), "{faults:#?}");
    for (name, generate) in NORMS {
        let compilation = compiled(&generate(SIZE));
        assert!(
            compilation.policy.is_some(),
            "{name}: {:?}",
            compilation.diagnostics.first()
        );
        let undecided = compilation.diagnostics.iter().filter(|found| found.code == Code::H0522);
        assert_eq!(undecided.count(), 0, "{name}");
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
    let mut faults = Vec::new();
    for (name, generate) in REVISIONS {
        let [small, large] = [SIZE, 2 * SIZE].map(|size| {
            let revisions = generate(size).map(|text| compiled(&text));
            measure(|| compared(&revisions))
        });
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

#[test]
fn rubbish_takes_at_most_a_hundred_bytes_for_each_of_its_own() {
    let mut faults = Vec::new();
    for (name, generate) in RUBBISH {
        let [small, large] = [SIZE, 2 * SIZE].map(|size| {
            let text = generate(size);
            let cost = cost(|text| drop(compiled(text)), &text);
            (text.len() as u64, cost.bytes_max)
        });
        // Small files are allowed the room that tables take; what is added must be paid for by the source.
        let most = |(bytes, _): (u64, u64)| 100 * bytes + ROOM;
        if small.1 > most(small) || large.1 > most(large) {
            faults.push(format!(
                "{name}: {} and {} bytes for each",
                small.1 / small.0,
                large.1 / large.0
            ));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
