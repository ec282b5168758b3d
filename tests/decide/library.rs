//! What a program that links the library relies on.

use hoshin::internals::bundle::Bundle;
use hoshin::internals::decide::json::{Identity, Responder};
use hoshin::internals::decide::{Decider, Decision, Question, Request};
use hoshin::internals::policy::Policy;

use crate::support::compiled::compiled;

const SOURCE: &str = include_str!("../fixtures/bundle/見本商店.policy");

/// Decisions may be asked for from any thread. It is the compiler that tests this.
const _: () = {
    const fn shared<T: Send + Sync + 'static>() {}
    shared::<Policy>();
    shared::<Bundle>();
    shared::<Decider>();
    shared::<Request>();
    shared::<Decision>();
    shared::<Responder<&'static Policy>>();
};

#[test]
fn a_loaded_bundle_decides_as_its_source_from_many_threads() {
    let compilation = compiled(SOURCE);
    let policy = compilation.policy.expect("the sample compiles");
    let bundle = Bundle::from_policy(&policy, &compilation.sources);
    let loaded = Bundle::from_json(&bundle.to_json()).expect("a bundle");
    let loaded = loaded.to_policy().expect("a policy");
    let decider = Decider::new(&loaded);
    assert!(!policy.tests.is_empty());
    std::thread::scope(|scope| {
        for test in &policy.tests {
            let (policy, loaded, decider) = (&policy, &loaded, &decider);
            scope.spawn(move || {
                let request = Request::of_test(test, policy);
                let decision = policy.decide(&request);
                assert_eq!(decision.answer.kind(), test.expected, "{}", test.title);
                assert_eq!(decider.decide(&request), decision);
                assert_eq!(loaded.decide(&request), decision);
            });
        }
    });
}

#[test]
fn a_responder_says_what_it_decided() {
    let compilation = compiled(SOURCE);
    let policy = compilation.policy.expect("the sample compiles");
    let identity = Identity {
        digest: "sha256:0".to_owned(),
    };
    let responder = Responder::new(&policy, identity);
    let decider = Decider::new(&policy);
    let act = policy.tests[0].act.english();
    let question = Question {
        act,
        ..Question::default()
    };
    let request = decider.request(&question).expect("known words");
    let reply = responder.question(&question);
    assert_eq!(reply.answer(), Some(decider.decide_bare(&request)));
    let line = responder.line(&format!("{{\"act\":\"{act}\"}}"), 7);
    assert_eq!(line.to_json(), reply.to_json());
    let wrong = responder.line("{\"act\":\"sell\"}", 7);
    assert!(wrong.answer().is_none() && !wrong.permitted());
    assert!(wrong.to_json().contains("\"line\":7"));
}
