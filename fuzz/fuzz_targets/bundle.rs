//! Any text is read as a bundle: no panic, no hang, and what is accepted is written again as it was read. Chance does not
//! find a digest, so a document that fails by its digest alone is tried again with the right one. What is accepted is decided
//! by, and its runtime bundle decides the same.
#![no_main]

use hoshin::internals::bundle::v1::Extent;
use hoshin::internals::bundle::{Bundle, BundleError};
use hoshin::internals::decide::{Decider, Request};
use hoshin::internals::norm::Act;
use hoshin::internals::policy::Policy;
use hoshin::internals::vocabulary::{ConceptId, Dimension};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| match Bundle::from_json(text) {
    Ok(bundle) => check(&bundle),
    Err(BundleError::DigestMismatch { stated, computed }) => {
        if let Ok(bundle) = Bundle::from_json(&text.replacen(&stated, &computed, 1)) {
            check(&bundle);
        }
    }
    Err(error) => assert!(!error.message().ja.is_empty()),
});

fn check(bundle: &Bundle) {
    let json = bundle.to_json();
    assert_eq!(Bundle::from_json(&json).as_ref(), Ok(bundle), "{json}");
    // What names parts that are not there was refused above: the rest is a policy, and makes the same bundle.
    let policy = bundle.to_decidable().expect("a bundle that was accepted is a policy");
    let again = match bundle.contents().extent {
        Extent::Whole => Bundle::from_policy(&policy, &bundle.places()),
        Extent::Runtime => Bundle::runtime(&policy, &bundle.places()),
    };
    let runtime = Bundle::runtime(&policy, &bundle.places());
    let runtime = Bundle::from_json(&runtime.to_json()).expect("a bundle of ours is read");
    decides_alike(&policy, &runtime.to_decidable().expect("a bundle of ours is a policy"));
    // It may have been made by another version.
    let made = |one: &Bundle| {
        let mut contents = one.contents().clone();
        contents.digest.clear();
        contents.generator = bundle.contents().generator.clone();
        contents
    };
    assert_eq!(made(&again), made(bundle));
    if again.contents().generator == bundle.contents().generator {
        assert_eq!(again.to_json(), json);
    }
}

/// Asks both policies the same of everything, of the first names, and what the policy's own tests ask.
fn decides_alike(policy: &Policy, runtime: &Policy) {
    let (one, other) = (Decider::new(policy), Decider::new(runtime));
    let first = |dimension| {
        let names = policy.vocabulary.graph(dimension).iter().map(|(id, _)| id);
        std::iter::once(ConceptId::TOP).chain(names).take(4)
    };
    let asked = Act::ALL.iter().flat_map(|act| {
        first(Dimension::Data)
            .flat_map(move |data| first(Dimension::Party).map(move |party| Request::new(*act, data).party(party)))
    });
    let tests = policy.tests.iter().map(|test| Request::of_test(test, policy));
    for request in asked.chain(tests) {
        assert_eq!(one.verdict(&request), other.verdict(&request), "{request:?}");
        assert_eq!(one.decide_bare(&request), other.decide_bare(&request), "{request:?}");
    }
}
