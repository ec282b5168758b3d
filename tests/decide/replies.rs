//! Answers in JSON, on generated policies: they keep to the schema, and doing what they say has the request permitted.

use hoshin::internals::decide::json::{Identity, Responder, schema};
use hoshin::internals::decide::{Decider, Question, Request};
use hoshin::internals::policy::Policy;
use hoshin::internals::vocabulary::{ConceptId, Graph};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::cases;
use super::draw::draw;
use crate::support::sketch::{SMALL, sketch};

/// The request as a program writes it, by the names of the bundle.
fn written(policy: &Policy, request: &Request) -> Value {
    let vocabulary = &policy.vocabulary;
    let name = |graph: &Graph, id: ConceptId| match id {
        ConceptId::TOP => Value::Null,
        id => graph.get(id).name.clone().into(),
    };
    let names = |graph: &Graph, ids: &[ConceptId]| -> Vec<Value> { ids.iter().map(|id| name(graph, *id)).collect() };
    let all = request.data.contains(&ConceptId::TOP);
    json!({
        "act": request.act.english(),
        "data": if all { Vec::new() } else { names(&vocabulary.data, &request.data) },
        "party": name(&vocabulary.parties, request.party),
        "purpose": name(&vocabulary.purposes, request.purpose),
        "processing": request.processing.english(),
        "conditions": names(&vocabulary.conditions, &request.conditions),
        "denied": names(&vocabulary.conditions, &request.denied),
        "withdrawn": names(&vocabulary.conditions, &request.withdrawn),
        "closed": request.closed,
        "route": request.route.map(|route| vocabulary.routes[route as usize].name.clone()),
    })
}

/// The request with what a way asks for, the last choice of each list.
fn taken(request: &Value, way: &Value) -> Value {
    let mut changed = request.clone();
    if let Some(state) = way["processing"].as_array().and_then(|states| states.last()) {
        changed["processing"] = state.clone();
    }
    let lists = way["conditions"].as_array().into_iter().flatten();
    let further = lists.filter_map(|any| any.as_array()?.last().cloned());
    if let Some(conditions) = changed["conditions"].as_array_mut() {
        conditions.extend(further);
    }
    if let Some(denied) = changed["denied"].as_array_mut() {
        denied.extend(way["denied"].as_array().into_iter().flatten().cloned());
    }
    changed
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn doing_what_an_answer_says_has_the_request_permitted(
        sketch in sketch(SMALL),
        draws in prop::collection::vec(draw(), 12),
    ) {
        let schema: Value = serde_json::from_str(&schema()).expect("JSON");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let policy = sketch.policy();
        let decider = Decider::new(&policy);
        let responder = Responder::new(&policy, Identity { digest: "sha256:0".to_owned() });
        let ask = |request: &Value| -> Value {
            let reply = responder.line(&request.to_string(), 1);
            serde_json::from_str(&reply.to_json()).expect("JSON")
        };
        for draw in draws {
            let mut request = draw.request(&policy);
            // Nobody can name the top element.
            request.conditions.retain(|id| *id != ConceptId::TOP);
            // Nor somebody else who does what the operator does alone.
            if !request.act.has_other_party() {
                request.party = ConceptId::TOP;
            }
            let question = written(&policy, &request);
            let reply = ask(&question);
            let error = validator.validate(&reply).err().map(|error| error.to_string());
            prop_assert_eq!(error, None, "{:#}", reply);
            let kind = decider.decide_bare(&request);
            prop_assert_eq!(reply["answer"].as_str(), Some(kind.english()), "{:#}", reply);
            prop_assert_eq!(&reply["permitted"], &json!(kind.english() == "permitted"));
            let ways = reply["ways"].as_array().expect("a list");
            for way in ways {
                let after = ask(&taken(&question, way));
                prop_assert_eq!(&after["permitted"], &json!(true), "{:#}\n{:#}", way, after);
            }
            let counted_on = ways.iter().filter(|way| way["part_of_answer"] == true).count();
            let softened = kind.english().starts_with("permitted_");
            prop_assert_eq!(counted_on > 0, softened, "{:#}", reply);
            // What was understood is what was asked: it may be asked again as it stands.
            let mut again = reply["request"].clone();
            again["id"] = Value::Null;
            prop_assert_eq!(ask(&again), reply);
        }
    }
}

#[test]
fn a_name_of_another_policy_is_no_name() {
    let policy = crate::support::compiled::policy("情報 個人情報 { ・氏名 }\n方針「題」{\n「文」\n}\n");
    let responder = Responder::new(
        &policy,
        Identity {
            digest: "sha256:0".to_owned(),
        },
    );
    let reply = responder.question(&Question {
        act: "use",
        data: &["購入履歴"],
        ..Question::default()
    });
    assert!(reply.answer().is_none() && !reply.permitted());
}

#[test]
fn a_reply_names_the_nearest_and_a_transform_only_where_something_is_to_be_done() {
    let policy = crate::support::compiled::policy(
        "情報 個人情報 { ・氏名［直接識別］ ・購入履歴 }
主体 第三者 { ・販売店 ・広告会社 }
条件 { ・申込み［本人選択］ }
方針「題」{
  章 提供「提供」{
    提供 販売店へ「販売店への提供」{ 提供先［販売店］
      項目［氏名］
    }
    提供 分析「分析した情報の提供」{ 提供先［広告会社］
      場合［申込み］
      加工 {
        項目［購入履歴、氏名］
        除外［氏名］
        水準［個人非識別］
      }
    }
  }
}
",
    );
    let identity = Identity {
        digest: "sha256:0".to_owned(),
    };
    let responder = Responder::new(&policy, identity);
    let asked = |request: Value| {
        let reply = responder.line(&request.to_string(), 1);
        let json: Value = serde_json::from_str(&reply.to_json()).expect("JSON");
        assert_eq!(json["permitted"], json!(reply.permitted()));
        json
    };
    let permitted = asked(json!({ "act": "provide", "data": ["氏名"], "party": "販売店" }));
    assert_eq!(permitted["permitted"], json!(true));
    assert_eq!(permitted["nearest"], json!([]));

    let not_stated = asked(json!({ "act": "provide", "data": ["購入履歴"], "party": "販売店" }));
    assert_eq!(not_stated["permitted"], json!(false));
    let nearest = &not_stated["nearest"];
    assert_eq!(nearest[0]["clause"]["norm"], json!("提供.販売店へ"));
    assert_eq!(nearest[0]["misses_on"], json!(["data"]));

    let raw = asked(json!({ "act": "provide", "data": ["購入履歴"], "party": "広告会社" }));
    assert_eq!(raw["ways"][0]["processing"], json!(["deidentified"]));
    assert_eq!(raw["ways"][0]["transforms"][0]["drop"], json!(["氏名"]));
    let processed = asked(json!({
        "act": "provide", "data": ["購入履歴"], "party": "広告会社", "processing": "deidentified"
    }));
    assert_eq!(processed["ways"][0]["processing"], json!([]));
    assert_eq!(processed["ways"][0]["transforms"], json!([]), "it is done already");
}
