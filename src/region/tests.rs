//! The search against the decision procedure: whatever request is put, the judgement of its cell says what the decision says.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::rc::Rc;

use super::{
    AXES, Axis, Cell, DATA, Judgement, LeafMaps, PARTIES, PURPOSES, ROUTES, Region, RuleId, Sample, Space, Visitor,
};
use crate::compile::{NoImports, Options, compile};
use crate::decide::bits::Bits;
use crate::decide::{Decider, Request, Verdict};
use crate::norm::{Act, Effect, NormId, Processing};
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, Dimension, Graph, Leaf, LeafSet};

const RULES: &str = "
情報 利用者情報 {
  情報 個人情報 {
    ・氏名［直接識別］
    ・購入履歴
    ・要配慮個人情報［要配慮］
  }
  ・閲覧履歴
}
主体 第三者 { ・加盟店 ・配信社 }
条件 { ・注文［本人選択］ ・書面の同意［同意］ ・会員登録 }
方針「個人情報の取扱いについて」{
  事業者 当社「株式会社見本商店」
  章 取得「取得」{
    経路 {
      ・直接「直接、個人情報の提供を受ける方法」
      ・間接「第三者から個人情報の提供を受ける方法」
    }
    取得［閲覧履歴］「閲覧履歴を取得します。」
    紐付け［閲覧履歴 → 個人情報］{ 場合［会員登録］ }
  }
  章 利用目的「利用目的」{
    目的 配送「商品の配送」
    目的 改善「サービスの改善」
  }
  章 提供「第三者への提供」{
    提供 加盟店への提供「加盟店への提供」{
      提供先［加盟店］
      項目［個人情報］
      場合［注文］
      目的 { ・発送［配送］「商品の発送」 }
      加工 {
        除外［氏名］
        目的 { ・販売分析［改善］「販売傾向の分析」 }
      }
    }
    提供しない 原則「上記のほか、提供しません。」{
      提供先［第三者］
      項目［個人情報］
      但し［法令、同意、加盟店への提供］
    }
  }
  章 特約「特約」{
    ・特約 制限「要配慮個人情報は、配送に限って利用します。」{
      対象［要配慮個人情報］
      限定［配送］
      但し［書面の同意］
    }
  }
}
";

fn policy(source: &str) -> Policy {
    let compilation = compile("見本.policy", source.into(), &mut NoImports, &Options::default());
    assert!(!compilation.has_errors(), "{:?}", compilation.diagnostics);
    compilation.policy.expect("a policy")
}

/// Sees all there is to see.
struct Everything<F: FnMut(&Cell<'_>, &Rc<Judgement>)>(F);

impl<F: FnMut(&Cell<'_>, &Rc<Judgement>)> Visitor for Everything<F> {
    fn enter(&mut self, _region: &Region, _members: &[RuleId]) -> bool {
        true
    }

    fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
        for strengths in cell.strengths() {
            (self.0)(cell, &cell.judge(strengths).expect("it is small"));
        }
        ControlFlow::Continue(())
    }
}

/// The concepts that are a leaf by themselves.
fn leaves(graph: &Graph) -> Vec<(u32, ConceptId)> {
    (0..graph.leaf_count() as u32)
        .filter_map(|leaf| match graph.leaf(leaf) {
            Leaf::Concept(id) => Some((leaf, id)),
            Leaf::Rest(_) => None,
        })
        .collect()
}

/// Every request of a policy at single leaves, in the states and with the subsets of three conditions.
fn requests(policy: &Policy) -> Vec<(Request, [u32; 4], Vec<u32>)> {
    let vocabulary = &policy.vocabulary;
    let conditions: Vec<(u32, ConceptId)> = ["注文", "書面の同意", "会員登録"]
        .into_iter()
        .filter_map(|name| vocabulary.conditions.find(name))
        .map(|id| (vocabulary.conditions.own_leaf(id).first().expect("a leaf"), id))
        .collect();
    let mut all = Vec::new();
    for act in [Act::Collect, Act::Use, Act::Provide] {
        for &(data, data_id) in &leaves(&vocabulary.data) {
            for &(party, party_id) in &leaves(&vocabulary.parties) {
                for &(purpose, purpose_id) in &leaves(&vocabulary.purposes) {
                    for route in 0..(vocabulary.routes.len() as u32).max(1) {
                        for state in [Processing::Raw, Processing::Pseudonymised, Processing::Anonymised] {
                            for subset in 0..8usize {
                                let chosen: Vec<_> = (0..conditions.len())
                                    .filter(|bit| subset >> bit & 1 == 1)
                                    .map(|bit| conditions[bit])
                                    .collect();
                                let mut request = Request::new(act, data_id)
                                    .party(party_id)
                                    .purpose(purpose_id)
                                    .processing(state);
                                if !vocabulary.routes.is_empty() {
                                    request = request.route(route);
                                }
                                request.conditions = chosen.iter().map(|(_, id)| *id).collect();
                                let asserted = chosen.iter().map(|(leaf, _)| *leaf).collect();
                                all.push((request, [data, party, purpose, route], asserted));
                            }
                        }
                    }
                }
            }
        }
    }
    all
}

/// What is made of a cell, with what decides it: when each norm does.
struct Seen {
    region: Region,
    judgement: Rc<Judgement>,
    deciding: Vec<(NormId, super::When)>,
}

fn seen(space: &Space) -> Vec<Seen> {
    let mut all = Vec::new();
    let mut visitor = Everything(|cell: &Cell<'_>, judgement: &Rc<Judgement>| {
        let when = |norm| judgement.decides(cell, judgement.side(0), RuleId { side: 0, norm });
        all.push(Seen {
            region: cell.region.clone(),
            judgement: Rc::clone(judgement),
            deciding: (judgement.norms(0).map(|norm| (norm, when(norm).expect("it is small")))).collect(),
        });
    });
    let _ = space.walk(space.everything(), &space.all_rules(), &mut visitor);
    all
}

fn contains(seen: &Seen, request: &Request, at: &[u32; 4]) -> bool {
    let strength = request.processing.strength();
    let strengths = seen.judgement.strengths;
    let mut sets = seen.region.sets.iter().zip(at);
    seen.region.acts.contains(request.act)
        && sets.all(|(set, leaf)| set.contains(*leaf))
        && strengths.0 <= strength
        && strength <= strengths.1
}

/// The atoms that these condition leaves belong to.
fn atoms(judgement: &Judgement, asserted: &[u32]) -> Bits {
    let leaves = judgement.leaves().iter().enumerate();
    let is_asserted = |set: &LeafSet| asserted.iter().any(|leaf| set.contains(*leaf));
    leaves
        .filter(|(_, set)| is_asserted(set))
        .map(|(atom, _)| atom)
        .collect()
}

fn agrees_with_decisions(policy: &Policy, space: &Space, maps: &LeafMaps) {
    let decider = Decider::new(policy);
    let seen = seen(space);
    let mut verdicts = BTreeSet::new();
    for (request, at, asserted) in requests(policy) {
        let at = [
            maps.data[at[0] as usize],
            maps.parties[at[1] as usize],
            maps.purposes[at[2] as usize],
            maps.routes.get(at[3] as usize).copied().unwrap_or(0),
        ];
        let asserted: Vec<u32> = asserted.iter().map(|leaf| maps.conditions[*leaf as usize]).collect();
        let decision = decider.decide(&request);
        let found: Vec<&Seen> = seen.iter().filter(|seen| contains(seen, &request, &at)).collect();
        assert!(found.len() < 2, "{request:?} is in {} cells", found.len());
        let (verdict, deciding) = match found.first() {
            None => (Verdict::NotStated, Vec::new()),
            Some(seen) => {
                let asserted = atoms(&seen.judgement, &asserted);
                let holds: Vec<Verdict> = (Verdict::ALL.into_iter())
                    .filter(|verdict| {
                        seen.judgement
                            .side(0)
                            .when(*verdict)
                            .expect("it is small")
                            .holds(&asserted)
                    })
                    .collect();
                assert_eq!(holds.len(), 1, "{request:?} has one verdict");
                let deciding = seen.deciding.iter().filter(|(_, when)| when.holds(&asserted));
                (holds[0], deciding.map(|(norm, _)| *norm).collect())
            }
        };
        assert_eq!(verdict, decision.verdict, "{request:?}");
        if verdict == Verdict::Permitted {
            assert_eq!(deciding, decision.decided_by, "{request:?}");
        }
        verdicts.insert(verdict);
    }
    assert_eq!(verdicts.len(), 3, "the requests reach every verdict");
}

#[test]
fn every_request_is_in_the_cell_that_decides_it_so() {
    let policy = policy(RULES);
    agrees_with_decisions(&policy, &Space::of(&policy), &LeafMaps::identity(&policy));
}

#[test]
fn the_numbering_of_leaves_does_not_matter() {
    let policy = policy(RULES);
    let identity = LeafMaps::identity(&policy);
    let reversed = |leaves: &[u32]| leaves.iter().rev().copied().collect();
    let leaves = Dimension::ALL.map(|dimension| reversed(identity.of(dimension)));
    let maps = LeafMaps::new(leaves, reversed(&identity.routes));
    agrees_with_decisions(&policy, &Space::joint(&[(&policy, &maps)]), &maps);
}

#[test]
fn without_some_norms_the_rest_decides_as_if_they_were_not_there() {
    let policy = policy(RULES);
    let space = Space::of(&policy);
    let mut looked_at = 0;
    let mut visitor = Everything(|cell: &Cell<'_>, judgement: &Rc<Judgement>| {
        for dropped in judgement.norms(0) {
            let without = judgement.without(cell, 0, |norm| norm == dropped).expect("it is small");
            for set in 0..1usize << judgement.leaves().len().min(6) {
                let asserted: Bits = (0..6).filter(|atom| set >> atom & 1 == 1).collect();
                let at = judgement.at(cell, 0, &asserted, |norm| norm != dropped);
                for verdict in Verdict::ALL {
                    let when = without.when(verdict).expect("it is small");
                    assert_eq!(when.holds(&asserted), at.verdict == verdict);
                }
                looked_at += 1;
            }
        }
    });
    let _ = space.walk(space.everything(), &space.all_rules(), &mut visitor);
    assert!(looked_at > 100, "{looked_at}");
}

/// The first request in which a permit to provide applies, and the condition it asks for.
fn first_permit(space: &Space, policy: &Policy) -> (Sample, u32) {
    let permit = policy
        .norms
        .iter()
        .position(|norm| norm.acts.contains(Act::Provide) && !norm.effect.refuses() && norm.transform.is_none())
        .map(|index| RuleId {
            side: 0,
            norm: NormId(index as u32),
        })
        .expect("a permit to provide");
    let mut found = None;
    let mut visitor = Everything(|cell: &Cell<'_>, judgement: &Rc<Judgement>| {
        found = found
            .take()
            .or_else(|| cell.sample(judgement, &judgement.applies(permit)));
    });
    let _ = space.walk(&space.region(permit), &space.all_rules(), &mut visitor);
    let order = policy.vocabulary.conditions.find("注文").expect("a condition");
    let leaf = policy.vocabulary.conditions.own_leaf(order).first().expect("a leaf");
    (found.expect("a request to which the permit applies"), leaf)
}

#[test]
fn a_witness_asserts_no_more_than_it_needs() {
    let policy = policy(RULES);
    let (sample, order) = first_permit(&Space::of(&policy), &policy);
    assert_eq!(sample.asserted, LeafSet::single(order));
    assert_eq!(sample.strength, 0);
}

/// A dimension that no vocabulary has: one half of the year. Prohibitions speak of the second.
const SEASON: Axis = Axis {
    leaves: |_| 2,
    of: |_, _, norm| (norm.effect == Effect::Forbid).then(|| LeafSet::single(1)),
};

#[test]
fn a_further_dimension_is_one_more_line() {
    let policy = policy(RULES);
    let axes: Vec<Axis> = AXES.into_iter().chain([SEASON]).collect();
    let maps = LeafMaps::identity(&policy);
    let space = Space::along(&axes, &[(&policy, &maps)]);
    let plain = seen(&Space::of(&policy));
    let mut told_apart = 0;
    for seen in seen(&space) {
        let season = seen.region.sets.last().expect("a season").clone();
        let forbids = |norm: NormId| policy.norms[norm.0 as usize].effect == Effect::Forbid;
        if season == LeafSet::single(0) {
            assert!(!seen.judgement.norms(0).any(forbids), "a prohibition in the first half");
            told_apart += 1;
        }
        if season.contains(1) {
            let first = |axis: usize| seen.region.sets[axis].first().expect("a leaf");
            let at = [DATA, PARTIES, PURPOSES, ROUTES].map(first);
            let alike = plain.iter().find(|plain| {
                plain
                    .region
                    .acts
                    .contains(seen.region.acts.iter().next().expect("an act"))
                    && plain.region.sets.iter().zip(at).all(|(set, leaf)| set.contains(leaf))
                    && plain.judgement.strengths.0 <= seen.judgement.strengths.0
                    && seen.judgement.strengths.0 <= plain.judgement.strengths.1
            });
            let alike = alike.expect("the same cell without the season");
            assert!(
                alike.judgement.norms(0).eq(seen.judgement.norms(0)),
                "the second half is as before"
            );
        }
    }
    assert!(told_apart > 0);
}
