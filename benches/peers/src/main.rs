//! Compiles the same rules with hoshin, Cedar and regorus, interleaved, decides by them, and prints the ratios:
//! `cargo run --release`, or `-- compile`, or `-- decide`.
//!
//! The policies say the same: clause i permits to provide two data categories to a party for a purpose when a condition
//! was asserted. Before anything is measured, all three answer the same requests alike.

mod decisions;
#[path = "../../generate.rs"]
mod generate;

use std::fmt::Write as _;
use std::hint::black_box;
use std::str::FromStr as _;
use std::time::{Duration, Instant};

use cedar_policy::{Authorizer, Context, Decision, Entities, EntityUid, PolicySet, Request, Schema, ValidationMode, Validator};
use hoshin::internals::compile::{Compilation, NoImports, Options};

/// The peers' versions, as Cargo.toml pins them.
const PEERS: &str = "peers: cedar-policy 4.14.1, regorus 0.14.1";

fn main() {
    let wanted = std::env::args().nth(1);
    let wants = |what: &str| wanted.as_deref().is_none_or(|wanted| wanted == what);
    println!("{PEERS}");
    if wants("compile") {
        compile();
    }
    if wants("decide") {
        decisions::run();
    }
}

fn compile() {
    println!("clauses |   hoshin compile | Cedar: policies, schema, entities, validation | regorus: parse, data, compile");
    for clauses in [28, 200, 2_000] {
        let sources = Sources::of(clauses);
        sources.agree(clauses);
        let rounds = if clauses < 1_000 { 21 } else { 5 };
        let mut times: [Vec<Duration>; 3] = Default::default();
        for _ in 0..rounds {
            times[0].push(time(|| sources.hoshin()));
            times[1].push(time(|| sources.cedar()));
            times[2].push(time(|| sources.regorus()));
        }
        let [hoshin, cedar, regorus] = times.map(|mut times| {
            times.sort_unstable();
            times[times.len() / 2]
        });
        let ratio = |peer: Duration| peer.as_secs_f64() / hoshin.as_secs_f64();
        println!(
            "{clauses:>7} | {:>16} | {cedar:>12.2?} = {:.2} × hoshin | {regorus:>12.2?} = {:.2} × hoshin",
            format!("{hoshin:.2?}"),
            ratio(cedar),
            ratio(regorus)
        );
    }
}

fn time<T>(run: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let result = run();
    let time = start.elapsed();
    drop(black_box(result));
    time
}

struct Sources {
    policy: String,
    cedar: String,
    entities: String,
    rego: String,
    data: String,
}

const SCHEMA: &str = "
entity Party in [Party];
entity Data in [Data];
entity Purpose in [Purpose];
action provide appliesTo {
    principal: [Party],
    resource: [Data],
    context: { purpose: Purpose, conditions: Set<String> }
};
";

impl Sources {
    fn of(clauses: usize) -> Self {
        let (categories, parties, purposes) = generate::sizes(clauses);
        let mut cedar = String::new();
        let mut rules = Vec::new();
        for i in 0..clauses {
            let (party, purpose) = (i % parties, i % purposes);
            let (first, second) = (i % categories, (i + 1) % categories);
            let _ = write!(
                cedar,
                "permit(principal in Party::\"会社{party}号\", action == Action::\"provide\", resource) when {{ \
                 (resource in Data::\"項目{first}番\" || resource in Data::\"項目{second}番\") && \
                 context.purpose in Purpose::\"発送{i}\" && context.conditions.contains(\"注文{i}\") }};\n"
            );
            rules.push(serde_json::json!({
                "party": format!("会社{party}号"),
                "data": [format!("項目{first}番"), format!("項目{second}番")],
                "purpose": format!("発送{i}"),
                "parent": format!("目的{purpose}号"),
                "condition": format!("注文{i}"),
            }));
        }
        let mut entities = Vec::new();
        let mut entity = |kind: &str, id: String, parent: Option<(&str, String)>| {
            let parents: Vec<_> = parent.into_iter().map(|(kind, id)| serde_json::json!({"type": kind, "id": id})).collect();
            entities.push(serde_json::json!({"uid": {"type": kind, "id": id}, "attrs": {}, "parents": parents}));
        };
        entity("Party", "第三者".to_owned(), None);
        entity("Data", "個人情報".to_owned(), None);
        for i in 0..parties {
            entity("Party", format!("会社{i}号"), Some(("Party", "第三者".to_owned())));
        }
        for i in 0..categories {
            entity("Data", format!("項目{i}番"), Some(("Data", "個人情報".to_owned())));
        }
        for i in 0..purposes {
            entity("Purpose", format!("目的{i}号"), None);
        }
        for i in 0..clauses {
            entity("Purpose", format!("発送{i}"), Some(("Purpose", format!("目的{}号", i % purposes))));
        }
        let rego = "package policy\nimport rego.v1\ndefault allow := false\nallow if {\n  some rule in data.rules\n  \
                    rule.party == input.party\n  input.data in rule.data\n  rule.purpose == input.purpose\n  \
                    rule.condition in input.conditions\n}\n"
            .to_owned();
        Self {
            policy: generate::policy(clauses),
            cedar,
            entities: serde_json::Value::Array(entities).to_string(),
            rego,
            data: serde_json::json!({ "rules": rules }).to_string(),
        }
    }

    fn hoshin(&self) -> Compilation {
        hoshin::internals::compile::compile("p.policy", self.policy.clone().into_bytes(), &mut NoImports, &Options::default())
    }

    fn cedar(&self) -> (PolicySet, Schema, Entities) {
        let policies = PolicySet::from_str(&self.cedar).expect("Cedar policies");
        let (schema, _) = Schema::from_cedarschema_str(SCHEMA).expect("a Cedar schema");
        let entities = Entities::from_json_str(&self.entities, Some(&schema)).expect("Cedar entities");
        let result = Validator::new(schema.clone()).validate(&policies, ValidationMode::Strict);
        assert!(result.validation_passed(), "{result}");
        (policies, schema, entities)
    }

    fn regorus(&self) -> regorus::Engine {
        let mut engine = regorus::Engine::new();
        engine.add_policy("policy.rego".to_owned(), self.rego.clone()).expect("Rego");
        engine.add_data(regorus::Value::from_json_str(&self.data).expect("JSON")).expect("data");
        engine.set_input(regorus::Value::from_json_str("{}").expect("JSON"));
        engine.eval_rule("data.policy.allow".to_owned()).expect("a first evaluation, which compiles");
        engine
    }

    /// All three permit what clause i permits, and refuse it without the condition.
    fn agree(&self, clauses: usize) {
        let (categories, parties, _) = generate::sizes(clauses);
        let policy = self.hoshin().policy.expect("a policy");
        let (policies, schema, entities) = self.cedar();
        let mut engine = self.regorus();
        for i in (0..clauses).step_by((clauses / 20).max(1)) {
            for asserted in [true, false] {
                let (party, data) = (format!("会社{}号", i % parties), format!("項目{}番", i % categories));
                let conditions = if asserted { vec![format!("注文{i}")] } else { Vec::new() };
                let ours = permits(&policy, i, &party, &data, asserted);
                let request = cedar_request(&party, &data, &format!("発送{i}"), &conditions, &schema);
                let cedar = Authorizer::new().is_authorized(&request, &policies, &entities).decision() == Decision::Allow;
                let input = serde_json::json!({"party": party, "data": data, "purpose": format!("発送{i}"), "conditions": conditions});
                engine.set_input(regorus::Value::from_json_str(&input.to_string()).expect("JSON"));
                let rego = engine.eval_rule("data.policy.allow".to_owned()).expect("an answer") == regorus::Value::from(true);
                assert_eq!((ours, cedar, rego), (asserted, asserted, asserted), "clause {i}");
            }
        }
    }
}

/// A request to provide the data to the party.
fn cedar_request(party: &str, data: &str, purpose: &str, conditions: &[String], schema: &Schema) -> Request {
    let uid = |kind: &str, id: &str| EntityUid::from_str(&format!("{kind}::\"{id}\"")).expect("a uid");
    let context = serde_json::json!({
        "purpose": {"__entity": {"type": "Purpose", "id": purpose}},
        "conditions": conditions,
    });
    let action = uid("Action", "provide");
    let context = Context::from_json_value(context, Some((schema, &action))).expect("a context");
    Request::new(uid("Party", party), action, uid("Data", data), context, Some(schema)).expect("a request")
}

/// Whether a norm of clause i covers the request: the compiled sets, asked without the decision procedure.
fn permits(policy: &hoshin::internals::policy::Policy, i: usize, party: &str, data: &str, asserted: bool) -> bool {
    let vocabulary = &policy.vocabulary;
    let leaves = |graph: &hoshin::internals::vocabulary::Graph, name: &str| {
        graph.leaves_of(graph.find(name).unwrap_or_else(|| panic!("no {name}"))).clone()
    };
    let clause = policy.norms.iter().find(|norm| norm.key.ends_with(&format!(".条項{i}"))).expect("a norm");
    let local = |name: String| format!("{}.{name}", clause.key);
    let purpose = leaves(&vocabulary.purposes, &local(format!("発送{i}")));
    let condition = leaves(&vocabulary.conditions, &local(format!("注文{i}")));
    leaves(&vocabulary.data, data).is_subset(&clause.data.leaves)
        && leaves(&vocabulary.parties, party).is_subset(&clause.parties.leaves)
        && purpose.is_subset(&clause.purposes.leaves)
        && clause.requires.iter().all(|any| asserted && any.leaves.intersects(&condition))
}
