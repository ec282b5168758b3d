//! Conformance files: an enforcer that knows the JSON alone gives their answers, and one that drops anything does not.

use hoshin::internals::bundle::Bundle;
use hoshin::internals::conformance::{Conformance, Digests, schema};
use hoshin::internals::decide::{self, Decider};
use hoshin::internals::diff::decisions::decisions;
use hoshin::internals::diff::vocabulary::{Anchors, JointVocabulary};
use hoshin::internals::norm::{Act, ActSet, AnyOf, Norm, Processing, Rank};
use hoshin::internals::policy::Policy;
use hoshin::internals::vocabulary::{ConceptId, Dimension, LeafSet};
use serde_json::{Value, json};

use super::enforce::{Request, Verdict, asked, decide};
use crate::opa::asking::Rego;

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/conformance.schema.json");

/// A policy in all the forms that an enforcer may take it in.
struct Example {
    policy: Policy,
    whole: Value,
    runtime: Value,
    rego: Rego,
    requests: Vec<Value>,
}

fn examples() -> Vec<Example> {
    let names = ["examples/shop/privacy.policy", "examples/group/privacy.policy"];
    names.map(example).into()
}

fn example(name: &str) -> Example {
    let compilation = super::real::compiled_from_disk(name);
    let policy = compilation.policy.expect("the example compiles");
    let (whole, runtime) = (
        Bundle::from_policy(&policy, &compilation.sources),
        Bundle::runtime(&policy, &compilation.sources),
    );
    let digests = Digests {
        whole: whole.digest(),
        runtime: runtime.digest(),
    };
    let file = read(&Conformance::of(&policy, digests).to_json());
    Example {
        whole: read(&whole.to_json()),
        runtime: read(&runtime.to_json()),
        rego: Rego::of(&policy),
        requests: file["requests"].as_array().expect("requests").clone(),
        policy,
    }
}

fn read(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

fn strings(value: &Value) -> Vec<&str> {
    let items = value.as_array().expect("an array").iter();
    items.map(|item| item.as_str().expect("a string")).collect()
}

fn asked_all(asked_about: &Value) -> Vec<String> {
    let all = asked_about.as_array().expect("an array");
    all.iter().map(asked).collect()
}

/// What the program says that knows the JSON alone.
fn enforced(bundle: &Value, request: &Value) -> &'static str {
    let text = |member: &str| request[member].as_str().expect("a string");
    let request = Request {
        act: text("act"),
        data: asked_all(&request["data"]),
        party: asked(&request["party"]),
        purpose: asked(&request["purpose"]),
        processing: text("processing"),
        conditions: strings(&request["conditions"]),
        denied: Vec::new(),
        withdrawn: Vec::new(),
        closed: false,
        route: request["route"].as_str(),
    };
    match decide(bundle, &request) {
        Verdict::Permitted => "permitted",
        Verdict::NotStated => "not_stated",
        Verdict::Forbidden => "forbidden",
    }
}

#[test]
fn independent_enforcers_give_the_answers_of_every_example() {
    for mut example in examples() {
        let mut seen = std::collections::BTreeMap::new();
        for request in &example.requests {
            let verdict = &request["verdict"];
            assert_eq!(enforced(&example.whole, request), verdict, "{request}");
            assert_eq!(enforced(&example.runtime, request), verdict, "{request}");
            let mut input = request.clone();
            for member in ["about", "verdict", "answer"] {
                drop(input.as_object_mut().expect("an object").remove(member));
            }
            for (member, of_all) in [("data", "情報"), ("party", "主体"), ("purpose", "目的")] {
                input[member] = by_name(&request[member], of_all);
            }
            let answer = example.rego.answer(&input);
            assert_eq!(
                (&answer["verdict"], &answer["errors"]),
                (verdict, &json!([])),
                "{request}"
            );
            *seen.entry(verdict.to_string()).or_insert(0) += 1;
        }
        assert!(seen.len() == 3 && seen.values().all(|count| *count >= 5), "{seen:?}");
    }
}

/// What a request asks about as the Rego has it: a rest leaf by its name.
fn by_name(asked: &Value, of_all: &str) -> Value {
    match asked {
        Value::Array(all) => all.iter().map(|one| by_name(one, of_all)).collect(),
        Value::Object(rest) => match rest["rest_of"].as_str().expect("a name") {
            "*" => format!("その他の{of_all}").into(),
            name => format!("その他の{name}").into(),
        },
        name => name.clone(),
    }
}

#[test]
fn the_tests_of_the_policy_come_first_with_their_answers() {
    for example in examples() {
        let tests = example.whole["tests"].as_array().expect("tests");
        for (test, request) in tests.iter().zip(&example.requests) {
            assert_eq!(request["about"]["test"], test["title"]);
            assert_eq!(request["answer"], test["expected"]);
        }
    }
}

#[test]
fn every_norm_and_every_state_and_every_rest_leaf_is_asked_about() {
    for example in examples() {
        let about = |member: &str, name: &Value| {
            example
                .requests
                .iter()
                .filter(|one| one["about"][member] == *name)
                .count()
        };
        for norm in example.whole["norms"].as_array().expect("norms") {
            assert!(about("norm", &norm["key"]) > 0, "{}", norm["key"]);
        }
        for state in ["raw", "pseudonymised", "deidentified", "anonymised", "aggregate"] {
            assert!(example.requests.iter().any(|one| one["processing"] == state), "{state}");
        }
        for (graph, member) in [
            ("data_categories", "data"),
            ("parties", "party"),
            ("purposes", "purpose"),
        ] {
            let concepts = example.whole["vocabulary"][graph].as_array().expect("concepts");
            let parents = concepts.iter().flat_map(|one| strings(&one["parents"]));
            let other = (graph != "parties").then_some("*");
            for parent in parents.into_iter().chain(other) {
                let rest = json!({ "rest_of": parent });
                let asked = |one: &Value| one[member] == rest || one[member] == json!([rest]);
                assert!(example.requests.iter().any(asked), "{graph}: {parent}");
            }
        }
    }
}

/// Ways to get a bundle wrong: for each norm and linking, everything that restricts dropped, one at a time.
fn wrong(bundle: &Value) -> Vec<(String, Value)> {
    let mut wrong = Vec::new();
    let mut add = |what: String, change: &dyn Fn(&mut Value)| {
        let mut changed = bundle.clone();
        change(&mut changed);
        if changed != *bundle {
            wrong.push((what, changed));
        }
    };
    let empty = |bundle: &mut Value, graph: &str| {
        let sets = bundle["leaf_sets"][graph].as_array_mut().expect("sets");
        sets.push(json!([]));
        json!(sets.len() - 1)
    };
    let norms = bundle["norms"].as_array().expect("norms");
    for (index, norm) in norms.iter().enumerate() {
        let key = norm["key"].as_str().expect("a key");
        let refuses = norm["effect"] != "permit";
        add(format!("{key}: gone"), &|bundle| {
            drop(bundle["norms"].as_array_mut().expect("norms").remove(index));
        });
        for scope in ["data", "parties", "purposes"] {
            add(format!("{key}: {scope}"), &|bundle| {
                bundle["norms"][index][scope]["leaves"] = json!("*")
            });
        }
        for (member, value) in [
            ("routes", json!("*")),
            ("rank", json!("ordinary")),
            ("processing", json!(if refuses { "aggregate" } else { "raw" })),
        ] {
            add(format!("{key}: {member}"), &|bundle| {
                bundle["norms"][index][member] = value.clone()
            });
        }
        add(format!("{key}: excluded_data"), &|bundle| {
            let none = empty(bundle, "data_categories");
            if bundle["leaf_sets"]["data_categories"][norm["excluded_data"].as_u64().unwrap_or(0) as usize] != json!([])
            {
                bundle["norms"][index]["excluded_data"] = none;
            } else {
                drop(
                    bundle["leaf_sets"]["data_categories"]
                        .as_array_mut()
                        .expect("sets")
                        .pop(),
                );
            }
        });
        if norm["unless"]["conditions"]["any_of"] != json!([]) {
            add(format!("{key}: unless.conditions"), &|bundle| {
                bundle["norms"][index]["unless"]["conditions"]["leaves"] = empty(bundle, "conditions");
            });
        }
        for (pointer, list) in [
            ("/requires", &norm["requires"]),
            ("/unless/clauses", &norm["unless"]["clauses"]),
            ("/priority_over", &norm["priority_over"]),
        ] {
            for element in 0..list.as_array().expect("a list").len() {
                add(format!("{key}: {pointer}/{element}"), &|bundle| {
                    let list = bundle["norms"][index]
                        .pointer_mut(pointer)
                        .and_then(Value::as_array_mut);
                    drop(list.expect("a list").remove(element));
                });
            }
        }
    }
    for index in 0..bundle["vocabulary"]["linkings"].as_array().expect("linkings").len() {
        add(format!("linking {index}"), &|bundle| {
            drop(
                bundle["vocabulary"]["linkings"]
                    .as_array_mut()
                    .expect("linkings")
                    .remove(index),
            );
        });
        add(format!("linking {index}: when"), &|bundle| {
            bundle["vocabulary"]["linkings"][index]["when"] = json!([]);
        });
    }
    wrong
}

/// Whether a request comes out otherwise; those about the norm first.
fn is_caught(example: &Example, what: &str, bundle: &Value) -> bool {
    let key = what.split(": ").next().unwrap_or(what);
    let is_about = |one: &&Value| one["about"]["norm"] == key;
    // A norm changes nothing about other acts.
    let norms = example.runtime["norms"].as_array().expect("norms");
    let norm = norms.iter().find(|norm| norm["key"] == key);
    let may_tell =
        |one: &&Value| norm.is_none_or(|norm| norm["acts"].as_array().is_some_and(|acts| acts.contains(&one["act"])));
    let (about, others): (Vec<&Value>, Vec<&Value>) = example.requests.iter().filter(may_tell).partition(is_about);
    let mut all = about.into_iter().chain(others);
    all.any(|request| enforced(bundle, request) != request["verdict"])
}

/// A program that drops something of a bundle fails, unless it is one of those that no request tells from the right one
/// (`what_gets_through_is_told_by_no_request`).
#[test]
fn an_enforcer_with_one_restriction_fewer_fails() {
    let example = example("examples/shop/privacy.policy");
    let all = wrong(&example.runtime);
    let missed = all.iter().filter(|(what, bundle)| !is_caught(&example, what, bundle));
    let missed: Vec<&str> = missed.map(|(what, _)| what.as_str()).collect();
    assert!(missed.is_empty(), "of {}: {missed:?}", all.len());
}

/// Of everything that the norms and linkings of the examples could be taken for, each mistake fails some request or is
/// none: the exact comparison of revisions finds nothing that it decides differently.
#[test]
fn what_gets_through_is_told_by_no_request() {
    for (name, least) in [
        ("examples/shop/privacy.policy", 29),
        ("examples/group/privacy.policy", 160),
    ] {
        let example = example(name);
        let policy = &example.policy;
        let requests: Vec<decide::Request> = example.requests.iter().map(|one| in_ids(policy, one)).collect();
        let right = Decider::new(policy);
        let verdicts: Vec<decide::Verdict> = requests.iter().map(|request| right.verdict(request)).collect();
        let all = mistaken(policy);
        let is_missed = |(_, wrong): &&(String, Policy)| {
            let decider = Decider::new(wrong);
            requests
                .iter()
                .zip(&verdicts)
                .all(|(request, verdict)| decider.verdict(request) == *verdict)
        };
        let missed: Vec<&(String, Policy)> = all.iter().filter(is_missed).collect();
        let caught = all.len() - missed.len();
        let told = missed.iter().filter(|(_, wrong)| {
            let vocabulary = JointVocabulary::of(policy, wrong, &Anchors::new());
            let found = decisions(policy, wrong, &vocabulary);
            !found.complete || !found.statements.is_empty()
        });
        let told: Vec<&str> = told.map(|(what, _)| what.as_str()).collect();
        assert!(
            told.is_empty(),
            "{name}: {caught} of {} are caught, not {told:?}",
            all.len()
        );
        assert!(caught >= least, "{name}: {caught} of {}", all.len());
    }
}

/// The request in the ids of the policy.
fn in_ids(policy: &Policy, request: &Value) -> decide::Request {
    let id = |dimension, name: &str| match name {
        "*" => ConceptId::TOP,
        name => policy
            .vocabulary
            .graph(dimension)
            .find(name)
            .expect("a name of the policy"),
    };
    let about = |dimension, asked: &Value| match &asked["rest_of"] {
        Value::Null => id(dimension, asked.as_str().expect("a name")),
        of => {
            let of = id(dimension, of.as_str().expect("a name"));
            policy.vocabulary.graph(dimension).rest(of).expect("a rest leaf")
        }
    };
    let text = |member: &str| request[member].as_str().expect("a string");
    let ids = |dimension, member: &str| {
        strings(&request[member])
            .into_iter()
            .map(|name| id(dimension, name))
            .collect()
    };
    let routes = &policy.vocabulary.routes;
    decide::Request {
        act: Act::from_english(text("act")).expect("an act"),
        data: (request["data"].as_array().expect("an array").iter())
            .map(|one| about(Dimension::Data, one))
            .collect(),
        party: about(Dimension::Party, &request["party"]),
        purpose: about(Dimension::Purpose, &request["purpose"]),
        processing: Processing::from_english(text("processing")).expect("a state"),
        conditions: ids(Dimension::Condition, "conditions"),
        denied: Vec::new(),
        withdrawn: Vec::new(),
        closed: false,
        route: request["route"].as_str().map(|name| {
            let at = routes.iter().position(|route| route.name == name);
            at.expect("a route") as u32
        }),
    }
}

/// The policy with one thing of a norm or linking dropped, for each there is.
fn mistaken(policy: &Policy) -> Vec<(String, Policy)> {
    let mut wrong = Vec::new();
    let mut add = |what: String, change: &dyn Fn(&mut Policy)| {
        let mut changed = policy.clone();
        change(&mut changed);
        if changed != *policy {
            wrong.push((what, changed));
        }
    };
    let all = |dimension| LeafSet::range(0, policy.vocabulary.graph(dimension).leaf_count() as u32);
    for (index, norm) in policy.norms.iter().enumerate() {
        let key = &norm.key;
        let mut of_norm = |what: &str, change: &dyn Fn(&mut Norm)| {
            add(format!("{key}: {what}"), &|policy| change(&mut policy.norms[index]));
        };
        of_norm("gone", &|norm| norm.acts = ActSet::EMPTY);
        of_norm("data", &|norm| norm.data.leaves = all(Dimension::Data));
        of_norm("parties", &|norm| norm.parties.leaves = all(Dimension::Party));
        of_norm("purposes", &|norm| norm.purposes.leaves = all(Dimension::Purpose));
        of_norm("excluded_data", &|norm| {
            norm.data.except.clear();
            norm.transform = None;
        });
        of_norm("routes", &|norm| norm.routes = None);
        of_norm("rank", &|norm| norm.rank = Rank::Ordinary);
        of_norm("processing", &|norm| {
            norm.processing = if norm.effect.refuses() {
                Processing::Aggregate
            } else {
                Processing::Raw
            };
        });
        of_norm("unless.conditions", &|norm| norm.unless.conditions = AnyOf::default());
        for element in 0..norm.requires.len() {
            of_norm("requires", &|norm| drop(norm.requires.remove(element)));
        }
        for element in 0..norm.unless.clauses.len() {
            of_norm(&format!("unless.clauses {element}"), &|norm| {
                norm.unless.clauses.remove(element);
            });
        }
        for element in 0..norm.priority_over.len() {
            of_norm(&format!("priority_over {element}"), &|norm| {
                norm.priority_over.remove(element);
            });
        }
    }
    for index in 0..policy.vocabulary.linkings.len() {
        add(format!("linking {index}"), &|policy| {
            drop(policy.vocabulary.linkings.remove(index))
        });
        add(format!("linking {index}: when"), &|policy| {
            policy.vocabulary.linkings[index].when.clear()
        });
    }
    wrong
}

#[test]
fn the_shipped_schema_is_current_and_the_files_are_valid() {
    if std::env::var_os("HOSHIN_UPDATE").is_some() {
        std::fs::write(SHIPPED, schema()).expect("docs/ can be written");
    }
    let shipped = std::fs::read_to_string(SHIPPED).unwrap_or_default();
    assert!(
        shipped == schema(),
        "docs/conformance.schema.json is out of date; run HOSHIN_UPDATE=1 cargo test"
    );
    let compilation = super::real::compiled_from_disk("examples/group/privacy.policy");
    let policy = compilation.policy.expect("the example compiles");
    let digest = format!("sha256:{}", "0".repeat(64));
    let digests = Digests {
        whole: &digest,
        runtime: &digest,
    };
    let file = Conformance::of(&policy, digests);
    assert_eq!(file.to_json(), Conformance::of(&policy, digests).to_json());
    assert_eq!(read(&file.to_json()), read(&file.to_pretty_json()));
    let document = read(&file.to_json());
    assert_eq!(document["norms"]["stated"], policy.norms.len());
    assert_eq!(document["norms"]["tried"], policy.norms.len());
    let error = jsonschema::validate(&read(&schema()), &document).err();
    assert_eq!(error.map(|error| error.to_string()), None);
}
