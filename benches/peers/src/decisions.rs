//! One decision with hoshin, Cedar and regorus on the same rules, interleaved.
//!
//! The peers get the form that suits them best: Cedar its request built beforehand, regorus the rules as one look-up table
//! by party, data, purpose and condition, and its input parsed beforehand. hoshin gets names, as a program has them.

use std::hint::black_box;
use std::time::{Duration, Instant};

use cedar_policy::{Authorizer, Decision, Entities, PolicySet, Request, Schema};
use hoshin::internals::decide::{Decider, Question};
use hoshin::internals::policy::Expected;

use crate::{Sources, cedar_request, generate};

/// Prints what a decision costs by the number of rules.
pub(crate) fn run() {
    println!("\none decision, median of rounds; ratio to hoshin's answer from names");
    println!("  rules | hoshin, from names | hoshin, with reasons | Cedar is_authorized      | regorus, look-up table");
    for rules in [20, 200, 2_000, 20_000] {
        let bench = Bench::of(rules);
        bench.agree();
        let rounds = if rules < 10_000 { 15 } else { 5 };
        let mut times: [Vec<f64>; 4] = Default::default();
        for _ in 0..rounds {
            times[0].push(bench.per_request(50, |asked| {
                bench.decider.answer(&asked.question(&asked.words())).expect("known words")
            }));
            times[1].push(bench.per_request(5, |asked| {
                let question = asked.words();
                let request = bench.decider.request(&asked.question(&question)).expect("known words");
                bench.decider.decide(&request)
            }));
            times[2].push(bench.per_request(1, |asked| bench.cedar(asked)));
            times[3].push(bench.per_request(1, |asked| bench.regorus(asked)));
        }
        let [names, reasons, cedar, regorus] = times.map(|mut times| {
            times.sort_by(f64::total_cmp);
            times[times.len() / 2]
        });
        let shown = |nanoseconds: f64| format!("{:.2?}", Duration::from_nanos(nanoseconds as u64));
        let beside = |peer: f64| format!("{} = {:.0} ×", shown(peer), peer / names);
        println!(
            "{rules:>7} | {:>18} | {:>20} | {:>24} | {:>22}",
            shown(names),
            shown(reasons),
            beside(cedar),
            beside(regorus)
        );
    }
}

/// A request in the terms of all three.
struct Asked {
    party: String,
    data: String,
    purpose: String,
    conditions: Vec<String>,
    permitted: bool,
    cedar: Request,
    rego: regorus::Value,
}

impl Asked {
    fn words(&self) -> ([&str; 1], Vec<&str>) {
        ([&self.data], self.conditions.iter().map(String::as_str).collect())
    }

    fn question<'a>(&'a self, (data, conditions): &'a ([&'a str; 1], Vec<&'a str>)) -> Question<'a> {
        Question {
            act: "provide",
            data,
            party: Some(&self.party),
            purpose: Some(&self.purpose),
            conditions,
            ..Question::default()
        }
    }
}

struct Bench {
    decider: Decider,
    policies: PolicySet,
    entities: Entities,
    authorizer: Authorizer,
    engine: std::cell::RefCell<regorus::Engine>,
    asked: Vec<Asked>,
}

impl Bench {
    fn of(rules: usize) -> Self {
        let sources = Sources::of(rules);
        let policy = sources.hoshin().policy.expect("a policy");
        let (policies, schema, entities) = sources.cedar();
        Self {
            decider: Decider::new(&policy),
            policies,
            entities,
            authorizer: Authorizer::new(),
            engine: std::cell::RefCell::new(table(rules)),
            asked: requests(rules, &schema),
        }
    }

    /// All three give the answer that the rules were made for.
    fn agree(&self) {
        for asked in &self.asked {
            let ours = self.decider.answer(&asked.question(&asked.words())).expect("known words");
            let answers = (ours == Expected::Permitted, self.cedar(asked), self.regorus(asked));
            let wanted = asked.permitted;
            assert_eq!(answers, (wanted, wanted, wanted), "{} {} {}", asked.data, asked.party, asked.purpose);
        }
    }

    fn cedar(&self, asked: &Asked) -> bool {
        let answer = self.authorizer.is_authorized(&asked.cedar, &self.policies, &self.entities);
        answer.decision() == Decision::Allow
    }

    fn regorus(&self, asked: &Asked) -> bool {
        let mut engine = self.engine.borrow_mut();
        engine.set_input(asked.rego.clone());
        engine.eval_rule("data.policy.allow".to_owned()).expect("an answer") == regorus::Value::from(true)
    }

    /// Nanoseconds for a request, all of them asked so many times.
    fn per_request<T>(&self, times: usize, ask: impl Fn(&Asked) -> T) -> f64 {
        let start = Instant::now();
        for _ in 0..times {
            for asked in &self.asked {
                black_box(ask(black_box(asked)));
            }
        }
        start.elapsed().as_secs_f64() * 1e9 / (times * self.asked.len()) as f64
    }
}

/// Requests spread over the rules: what a rule permits, the same without its condition, and to the next party.
fn requests(rules: usize, schema: &Schema) -> Vec<Asked> {
    let (categories, parties, _) = generate::sizes(rules);
    let mut asked = Vec::new();
    for rule in (0..rules).step_by((rules / 20).max(1)) {
        for (shift, asserted) in [(0, true), (0, false), (1, true)] {
            let party = format!("会社{}号", (rule + shift) % parties);
            let data = format!("項目{}番", rule % categories);
            let conditions = if asserted { vec![format!("注文{rule}")] } else { Vec::new() };
            let purpose = format!("発送{rule}");
            let input = serde_json::json!({"party": party, "data": data, "purpose": purpose, "conditions": conditions});
            asked.push(Asked {
                cedar: cedar_request(&party, &data, &purpose, &conditions, schema),
                rego: regorus::Value::from_json_str(&input.to_string()).expect("JSON"),
                permitted: shift == 0 && asserted,
                party,
                data,
                purpose,
                conditions,
            });
        }
    }
    asked
}

/// The rules as a table: party, data, purpose, condition.
fn table(rules: usize) -> regorus::Engine {
    let (categories, parties, _) = generate::sizes(rules);
    let mut table = serde_json::Map::new();
    for rule in 0..rules {
        for data in [rule % categories, (rule + 1) % categories] {
            let mut place = &mut table;
            for key in [format!("会社{}号", rule % parties), format!("項目{data}番"), format!("発送{rule}")] {
                let next = place.entry(key).or_insert_with(|| serde_json::json!({}));
                place = next.as_object_mut().expect("an object");
            }
            place.insert(format!("注文{rule}"), true.into());
        }
    }
    let rego = "package policy\nimport rego.v1\ndefault allow := false\nallow if {\n  some condition in input.conditions\n  \
                data.table[input.party][input.data][input.purpose][condition]\n}\n";
    let mut engine = regorus::Engine::new();
    engine.add_policy("policy.rego".to_owned(), rego.to_owned()).expect("Rego");
    let data = serde_json::json!({ "table": table }).to_string();
    engine.add_data(regorus::Value::from_json_str(&data).expect("JSON")).expect("data");
    engine
}
