//! A policy as an Open Policy Agent bundle in an interpreter of Rego, and requests in its terms.

use hoshin::internals::decide::Request;
use hoshin::internals::opa;
use hoshin::internals::policy::Policy;
use hoshin::internals::vocabulary::{ConceptId, Dimension, Leaf};
use regorus::Engine;
use serde_json::{Value, json};

/// The interpreter with a policy loaded.
pub(crate) struct Rego {
    engine: Engine,
}

impl Rego {
    pub(crate) fn of(policy: &Policy) -> Self {
        Self::load(
            opa::bundle(policy, "sha256:0")
                .into_iter()
                .map(|file| (file.name, file.text)),
        )
    }

    /// Loads the files of a bundle.
    pub(super) fn load<'n>(files: impl IntoIterator<Item = (&'n str, String)>) -> Self {
        let mut engine = Engine::new();
        for (name, text) in files {
            match name {
                ".manifest" => {}
                "data.json" => engine.add_data_json(&text).expect("data"),
                name => {
                    engine.add_policy(name.to_owned(), text).expect("a module");
                }
            }
        }
        Self { engine }
    }

    /// The whole answer to any input.
    pub(crate) fn answer(&mut self, input: &Value) -> Value {
        self.ask("answer", input)
    }

    /// One document of the module for an input.
    pub(super) fn ask(&mut self, document: &str, input: &Value) -> Value {
        self.engine.set_input_json(&input.to_string()).expect("JSON");
        let answer = self.engine.eval_rule(format!("data.hoshin.{document}"));
        let json = answer.expect("an answer").to_json_str().expect("JSON");
        serde_json::from_str(&json).expect("JSON")
    }
}

/// A request in the names of the bundle, what may be left out left out.
pub(super) fn input(policy: &Policy, request: &Request) -> Value {
    let name = |dimension, id: &ConceptId| match *id {
        ConceptId::TOP => "*",
        id => policy.vocabulary.graph(dimension).get(id).name.as_str(),
    };
    let names = |dimension, ids: &[ConceptId]| -> Vec<&str> { ids.iter().map(|id| name(dimension, id)).collect() };
    let route = request
        .route
        .map(|route| &policy.vocabulary.routes[route as usize].name);
    json!({
        "act": request.act.english(),
        "data": names(Dimension::Data, &request.data),
        "party": name(Dimension::Party, &request.party),
        "purpose": name(Dimension::Purpose, &request.purpose),
        "processing": request.processing.english(),
        "conditions": names(Dimension::Condition, &request.conditions),
        "denied": names(Dimension::Condition, &request.denied),
        "withdrawn": names(Dimension::Condition, &request.withdrawn),
        "closed": request.closed,
        "route": route,
    })
}

/// A leaf as the bundle writes it.
pub(super) fn leaf(policy: &Policy, dimension: Dimension, leaf: u32) -> Value {
    let graph = policy.vocabulary.graph(dimension);
    let name = |id: ConceptId| match id {
        ConceptId::TOP => "*",
        id => graph.get(id).name.as_str(),
    };
    match graph.leaf(leaf) {
        Leaf::Concept(id) => json!(name(id)),
        Leaf::Rest(id) => json!({ "rest_of": name(id) }),
    }
}

/// The strings of an array.
pub(super) fn strings(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}
