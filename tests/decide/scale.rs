//! More norms than a policy has: every one is found, wherever it stands in the index.

use hoshin::internals::decide::{Answer, Decider, Request};
use hoshin::internals::norm::{Act, Effect, NormId, Processing};
use hoshin::internals::policy::Policy;
use hoshin::internals::vocabulary::ConceptId;

use crate::support::sketch::{ConceptSketch, LinkingSketch, Named, NormSketch, Sketch};

/// The index holds norms in words of 64, and words in blocks of 64: so many take a second block.
const COUNT: usize = 64 * 64 + 70;

/// A permit to provide 情報1 to the group of all parties but the first, one to provide 情報2 to each, and one prohibition for the last.
fn policy() -> Policy {
    let concepts = |word: &str, count: usize| -> Vec<ConceptSketch> {
        let one = |index: usize| ConceptSketch {
            name: format!("{word}{index}"),
            parents: Vec::new(),
            attribute: None,
            countries: Vec::new(),
        };
        (1..=count).map(one).collect()
    };
    let norm = |effect: Effect, data: usize, party: usize, clause: usize| NormSketch {
        key: format!("{effect:?}{data}{party}"),
        data: Named {
            named: vec![data],
            except: Vec::new(),
        },
        parties: Named {
            named: vec![party],
            except: Vec::new(),
        },
        processing: match effect {
            Effect::Permit => Processing::Raw,
            _ => Processing::Aggregate,
        },
        clause,
        ..NormSketch::of(effect)
    };
    let mut norms = vec![norm(Effect::Permit, 1, COUNT + 1, 1)];
    norms.extend((1..=COUNT).map(|party| norm(Effect::Permit, 2, party, 0)));
    norms.push(norm(Effect::Forbid, 2, COUNT, 1));
    let mut parties = concepts("主体", COUNT + 1);
    for party in &mut parties[1..COUNT] {
        party.parents = vec![COUNT + 1];
    }
    Sketch {
        data: concepts("情報", 4),
        parties,
        purposes: concepts("目的", 1),
        conditions: Vec::new(),
        linkings: vec![LinkingSketch {
            from: 4,
            to: 3,
            when: Vec::new(),
        }],
        routes: 0,
        clauses: vec![None, None],
        norms,
    }
    .policy()
}

#[test]
fn every_norm_is_found_by_its_party() {
    let policy = policy();
    let decider = Decider::new(&policy);
    let data = |name: &str| policy.vocabulary.data.find(name).expect("it is declared");
    for party in [1, 2, 63, 64, 65, 4095, 4096, 4097, 4160, 4161, COUNT - 1, COUNT] {
        let asked = |data: ConceptId| Request {
            party: policy
                .vocabulary
                .parties
                .find(&format!("主体{party}"))
                .expect("it is declared"),
            ..Request::new(Act::Provide, data)
        };
        let decision = decider.decide(&asked(data("情報2")));
        if party == COUNT {
            let by = vec![NormId(COUNT as u32 + 1)];
            assert_eq!(decision.answer, Answer::Forbidden { by });
        } else {
            assert_eq!(decision.answer, Answer::Permitted);
            assert_eq!(decision.decided_by, [NormId(party as u32)]);
        }
        let of_group: &[NormId] = if party == 1 { &[] } else { &[NormId(0)] };
        assert_eq!(decider.decide(&asked(data("情報1"))).decided_by, of_group);
        // The second counts as the first by a linking, and is looked for norm by norm.
        for other in ["情報3", "情報4"] {
            let Answer::NotStated { nearest } = decider.decide(&asked(data(other))).answer else {
                panic!("nothing speaks of {other}");
            };
            let norms: Vec<NormId> = nearest.iter().map(|miss| miss.norm).collect();
            let missing = [of_group, &[NormId(party as u32)]].concat();
            assert_eq!(norms, missing, "{other}: those that miss the data alone");
        }
    }
}
