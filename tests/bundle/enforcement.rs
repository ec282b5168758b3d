//! From the bundle alone a program decides as the library does from the policy.

use hoshin::internals::bundle::Bundle;
use hoshin::internals::decide::{self, Decider};
use hoshin::internals::norm::{Act, Processing};
use hoshin::internals::policy::Policy;
use hoshin::internals::source::SourceMap;
use hoshin::internals::vocabulary::{ConceptId, Dimension};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::enforce::{Request, Verdict, decide};
use crate::support::compiled::{LINKED_AND_EXCEPTED, compiled};
use crate::support::sample::sample;
use crate::support::sketch::{ACTS, SMALL, sketch};

/// A request about a policy, by numbers.
type Draw = (
    Index,
    Vec<Index>,
    Index,
    Index,
    Index,
    Vec<Index>,
    Option<Vec<Index>>,
    Option<Index>,
);

fn draw() -> impl Strategy<Value = Draw> {
    let several = proptest::collection::vec(any::<Index>(), 0..3);
    (
        any::<Index>(),
        several.clone(),
        any::<Index>(),
        any::<Index>(),
        any::<Index>(),
        several.clone(),
        proptest::option::weighted(0.4, several),
        any::<Option<Index>>(),
    )
}

fn drawn(
    policy: &Policy,
    acts: &[Act],
    (act, data, party, purpose, state, conditions, denied, route): &Draw,
) -> decide::Request {
    let concept = |dimension, index: &Index| {
        // The rests come behind the concepts.
        let graph = policy.vocabulary.graph(dimension);
        let rests = match dimension {
            Dimension::Condition => 0,
            _ => graph.rests().count(),
        };
        ConceptId(index.index(graph.len() + 1 + rests) as u32)
    };
    let routes = policy.vocabulary.routes.len();
    let named = |indices: &[Index]| -> Vec<ConceptId> {
        let all = indices.iter().map(|index| concept(Dimension::Condition, index));
        all.filter(|id| *id != ConceptId::TOP).collect()
    };
    let conditions = named(conditions);
    let graph = &policy.vocabulary.conditions;
    let may_be_denied = |id: &ConceptId| !conditions.iter().any(|asserted| graph.contains(*id, *asserted));
    let denied_of = |indices: &Vec<Index>| named(indices).into_iter().filter(may_be_denied).collect();
    decide::Request {
        act: *act.get(acts),
        data: data.iter().map(|index| concept(Dimension::Data, index)).collect(),
        party: concept(Dimension::Party, party),
        purpose: concept(Dimension::Purpose, purpose),
        processing: *state.get(&Processing::ALL),
        denied: denied.as_ref().map(denied_of).unwrap_or_default(),
        // What is denied in an open request may be withdrawn as well: it says more.
        withdrawn: denied
            .as_ref()
            .map_or(Vec::new(), |indices| named(&indices[..indices.len().min(1)])),
        closed: denied.is_some(),
        conditions,
        route: route.filter(|_| routes > 0).map(|index| index.index(routes) as u32),
    }
}

/// The answer of the program that knows the JSON only.
fn enforced(bundle: &Value, policy: &Policy, request: &decide::Request) -> Verdict {
    let name = |dimension, id: ConceptId| match id {
        ConceptId::TOP => "*",
        id => policy.vocabulary.graph(dimension).get(id).name.as_str(),
    };
    let asked = |dimension, id: ConceptId| match policy.vocabulary.graph(dimension).is_rest_of(id) {
        None => name(dimension, id).to_owned(),
        Some(of) => json!({ "rest_of": name(dimension, of) }).to_string(),
    };
    let data: Vec<String> = request.data.iter().map(|id| asked(Dimension::Data, *id)).collect();
    let conditions = |ids: &[ConceptId]| ids.iter().map(|id| name(Dimension::Condition, *id)).collect();
    let request = Request {
        act: request.act.english(),
        data: if data.is_empty() { vec!["*".to_owned()] } else { data },
        party: asked(Dimension::Party, request.party),
        purpose: asked(Dimension::Purpose, request.purpose),
        processing: request.processing.english(),
        conditions: conditions(&request.conditions),
        denied: conditions(&request.denied),
        withdrawn: conditions(&request.withdrawn),
        closed: request.closed,
        route: request
            .route
            .map(|route| policy.vocabulary.routes[route as usize].name.as_str()),
    };
    decide(bundle, &request)
}

fn verdict(decider: &Decider, request: &decide::Request) -> Verdict {
    match decider.decide(request).verdict {
        decide::Verdict::Permitted => Verdict::Permitted,
        decide::Verdict::NotStated => Verdict::NotStated,
        decide::Verdict::Forbidden => Verdict::Forbidden,
    }
}

fn read(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

/// What `data.except` and `transform.removes` take out, a linking does not bring back: step 2 of `docs/bundle.md`.
#[test]
fn what_a_norm_excepts_stays_out_of_it_under_linkings() {
    let compilation = compiled(LINKED_AND_EXCEPTED);
    let policy = compilation.policy.expect("a policy");
    let json = Bundle::from_policy(&policy, &compilation.sources).to_json();
    let bundle = read(&json);
    let again = Bundle::from_json(&json)
        .and_then(|bundle| bundle.to_policy())
        .expect("it is ours");
    let (decider, decider_again) = (Decider::new(&policy), Decider::new(&again));
    let find = |name: &&str| policy.vocabulary.conditions.find(name).expect("declared");
    let data = policy.vocabulary.data.iter().map(|(id, _)| id).chain([ConceptId::TOP]);
    let mut verdicts = Vec::new();
    for data in data {
        for conditions in [&[][..], &["会員登録"], &["社内規程"], &["会員登録", "社内規程"]] {
            let request = decide::Request {
                party: policy.metadata.operator.as_ref().expect("named").party,
                purpose: policy.vocabulary.purposes.find("分析").expect("declared"),
                conditions: conditions.iter().map(find).collect(),
                ..decide::Request::new(Act::Use, data)
            };
            let decided = verdict(&decider, &request);
            assert_eq!(enforced(&bundle, &policy, &request), decided, "{request:?}");
            assert_eq!(verdict(&decider_again, &request), decided, "{request:?}");
            verdicts.push((data, decided));
        }
    }
    let of = |name: &str| {
        let id = policy.vocabulary.data.find(name).expect("declared");
        let of = |(data, verdict): &(ConceptId, Verdict)| (*data == id).then_some(*verdict);
        verdicts.iter().filter_map(of).collect::<Vec<_>>()
    };
    use Verdict::{Forbidden, NotStated, Permitted};
    // Linked, 閲覧履歴 is used like personal information, Cookie is not; 氏名 is not used as 年代 may not be, 相談内容 is.
    assert_eq!(of("閲覧履歴"), [NotStated, Permitted, NotStated, Forbidden]);
    assert_eq!(of("Cookie"), [NotStated, NotStated, NotStated, Forbidden]);
    assert_eq!(of("氏名"), [Permitted, Permitted, Permitted, Permitted]);
    assert_eq!(of("相談内容"), [Permitted, Permitted, Forbidden, Forbidden]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_policy_is_enforced_from_its_bundle(sketch in sketch(SMALL), draws in proptest::collection::vec(draw(), 12)) {
        let mut policy = sketch.policy();
        let mut sources = SourceMap::default();
        sources.add("例.policy", String::new());
        policy.sources.push("例.policy".to_owned());
        let json = Bundle::from_policy(&policy, &sources).to_json();
        let bundle = read(&json);
        let decider = Decider::new(&policy);
        for draw in &draws {
            let request = drawn(&policy, &ACTS, draw);
            prop_assert_eq!(enforced(&bundle, &policy, &request), verdict(&decider, &request), "{:?}", request);
        }
        // And the library decides the same from what it reads.
        let again = Bundle::from_json(&json).and_then(|bundle| bundle.to_policy());
        prop_assert_eq!(again, Ok(policy));
    }

    #[test]
    fn the_sample_is_enforced_from_its_bundle(draws in proptest::collection::vec(draw(), 8)) {
        let (policy, sources) = sample();
        let bundle = read(&Bundle::from_policy(&policy, &sources).to_json());
        let decider = Decider::new(&policy);
        for draw in &draws {
            let request = drawn(&policy, Act::ALL, draw);
            prop_assert_eq!(enforced(&bundle, &policy, &request), verdict(&decider, &request), "{:?}", request);
        }
    }
}
