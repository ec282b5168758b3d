//! Two policies are compared: the statements hold exactly the requests that the naive evaluator of the tests judges
//! differently. The bytes are the choices of the generators that the tests use.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use sketch::{Sketch, TINY, sketch};

#[path = "../../tests/diff/agreement/compare.rs"]
mod compare;
#[path = "../../tests/support/naive.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod naive;
#[path = "../../tests/support/sketch.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod sketch;

/// What the tests share, in the places where they look for it.
mod support {
    pub(crate) use super::{naive, sketch};
}

fuzz_target!(|bytes: &[u8]| {
    let Some((related, choices)) = bytes.split_first() else { return };
    let Some((before, after)) = policies(related % 4 != 0, choices) else { return };
    if let Err(fault) = compare::compare(&before.policy(), &after.policy()) {
        panic!("{fault}\n{before:#?}\n{after:#?}");
    }
});

/// Two revisions of one policy, or two policies that have nothing to do with one another.
fn policies(related: bool, choices: &[u8]) -> Option<(Sketch, Sketch)> {
    let rng = TestRng::from_seed(RngAlgorithm::PassThrough, choices);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    match related {
        true => compare::revised(TINY).new_tree(&mut runner).ok().map(|tree| tree.current()),
        false => (sketch(TINY), sketch(TINY)).new_tree(&mut runner).ok().map(|tree| tree.current()),
    }
}
