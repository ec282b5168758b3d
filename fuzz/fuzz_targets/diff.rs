//! Two policies are compared: the statements hold exactly the requests that the naive evaluator of the tests judges
//! differently. The bytes are the seed of the generators that the tests use.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use sketch::{Sketch, TINY};

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
    let Some((related, choices)) = bytes.split_first() else {
        return;
    };
    let Some((before, after)) = policies(related % 4 != 0, choices) else {
        return;
    };
    if let Err(fault) = compare::compare(&before.policy(), &after.policy()) {
        panic!("{fault}\n{before:#?}\n{after:#?}");
    }
});

/// Two revisions of one policy, or two policies that have nothing to do with one another.
fn policies(related: bool, choices: &[u8]) -> Option<(Sketch, Sketch)> {
    // Not `PassThrough`: it halves what is left of the bytes at each part of a policy, and the parts that get none draw for ever.
    let mut seed = [0; 32];
    for (place, byte) in choices.iter().enumerate() {
        seed[place % 32] ^= byte.rotate_left((place / 32) as u32);
    }
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    match related {
        true => compare::revised(TINY)
            .new_tree(&mut runner)
            .ok()
            .map(|tree| tree.current()),
        false => compare::unrelated(TINY)
            .new_tree(&mut runner)
            .ok()
            .map(|tree| tree.current()),
    }
}
