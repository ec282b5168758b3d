//! The search against the decision procedure: whatever request is put, its situation says what the decision says.

use std::ops::ControlFlow;

use super::{Cell, LeafMaps, Region, RuleId, Situation, Space, Step, Visitor};
use crate::decide::{Decider, Request, Verdict};
use crate::norm::{Act, NormId, Processing};
use crate::policy::Policy;
use crate::vocabulary::{ConceptId, Graph, Leaf, LeafSet};
use crate::{NoImports, Options, compile};

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
struct Everything<F: FnMut(&Situation<'_>)>(F);

impl<F: FnMut(&Situation<'_>)> Visitor for Everything<F> {
    fn enter(&mut self, _region: &Region, _members: &[RuleId]) -> bool {
        true
    }

    fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
        cell.explore(|situation| {
            if situation.is_settled(0) {
                self.0(situation);
            }
            Step::Split
        });
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

/// What a settled situation says, copied out of the search.
struct Seen {
    region: Region,
    strengths: (u8, u8),
    asserted: Vec<LeafSet>,
    denied: LeafSet,
    verdict: Verdict,
    deciding: Vec<NormId>,
}

fn seen(space: &Space) -> Vec<Seen> {
    let mut all = Vec::new();
    let mut visitor = Everything(|situation: &Situation<'_>| {
        let deciding = situation.deciding(0);
        all.push(Seen {
            region: situation.cell.region.clone(),
            strengths: situation.strengths,
            asserted: situation.asserted(),
            denied: situation.denied(),
            verdict: situation.verdict(0).expect("a settled situation has a verdict"),
            deciding,
        });
    });
    let _ = space.walk(space.everything(), &space.all_rules(), &mut visitor);
    all
}

fn contains(seen: &Seen, request: &Request, at: &[u32; 4], asserted: &[u32]) -> bool {
    let strength = request.processing.strength();
    seen.region.acts.contains(request.act)
        && seen.region.data.contains(at[0])
        && seen.region.parties.contains(at[1])
        && seen.region.purposes.contains(at[2])
        && seen.region.routes.contains(at[3])
        && seen.strengths.0 <= strength
        && strength <= seen.strengths.1
        && seen
            .asserted
            .iter()
            .all(|any| asserted.iter().any(|leaf| any.contains(*leaf)))
        && !asserted.iter().any(|leaf| seen.denied.contains(*leaf))
}

fn agrees_with_decisions(policy: &Policy, space: &Space, maps: &LeafMaps) {
    let decider = Decider::new(policy);
    let seen = seen(space);
    let mut verdicts = std::collections::BTreeSet::new();
    for (request, at, asserted) in requests(policy) {
        let at = [
            maps.data[at[0] as usize],
            maps.parties[at[1] as usize],
            maps.purposes[at[2] as usize],
            maps.routes.get(at[3] as usize).copied().unwrap_or(0),
        ];
        let asserted: Vec<u32> = asserted.iter().map(|leaf| maps.conditions[*leaf as usize]).collect();
        let decision = decider.decide(&request);
        let found: Vec<&Seen> = seen
            .iter()
            .filter(|seen| contains(seen, &request, &at, &asserted))
            .collect();
        assert!(found.len() < 2, "{request:?} is in {} situations", found.len());
        let verdict = found.first().map_or(Verdict::NotStated, |seen| seen.verdict);
        assert_eq!(verdict, decision.verdict, "{request:?}");
        if let (Verdict::Permitted, Some(seen)) = (verdict, found.first()) {
            assert_eq!(seen.deciding, decision.decided_by, "{request:?}");
        }
        verdicts.insert(verdict);
    }
    assert_eq!(verdicts.len(), 3, "the requests reach every verdict");
}

#[test]
fn every_request_is_in_the_situation_that_decides_it_so() {
    let policy = policy(RULES);
    agrees_with_decisions(&policy, &Space::of(&policy), &LeafMaps::identity(&policy));
}

#[test]
fn the_numbering_of_leaves_does_not_matter() {
    let policy = policy(RULES);
    let identity = LeafMaps::identity(&policy);
    let reversed = |leaves: &[u32]| leaves.iter().rev().copied().collect();
    let maps = LeafMaps {
        data: reversed(&identity.data),
        parties: reversed(&identity.parties),
        purposes: reversed(&identity.purposes),
        conditions: reversed(&identity.conditions),
        routes: reversed(&identity.routes),
        also: Vec::new(),
        unnamed: Vec::new(),
    };
    agrees_with_decisions(&policy, &Space::joint(&[(&policy, &maps)]), &maps);
}

#[test]
fn bounds_hold_whatever_the_open_conditions_turn_out_to_be() {
    /// Strength, conditions asserted and denied, bounds.
    type Outer = (u8, Vec<LeafSet>, LeafSet, (Verdict, Verdict));
    struct Bounds {
        situations: usize,
    }
    impl Visitor for Bounds {
        fn enter(&mut self, _region: &Region, _members: &[RuleId]) -> bool {
            true
        }

        fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
            let mut open: Vec<Outer> = Vec::new();
            cell.explore(|situation| {
                let bounds = situation.bounds(0, |_| false);
                let within = |outer: &LeafSet| outer.is_subset(&situation.denied());
                for (strength, asserted, denied, outer) in &open {
                    if *strength == situation.strengths.0
                        && asserted.iter().all(|any| situation.asserted().contains(any))
                        && within(denied)
                    {
                        assert!(outer.0 <= bounds.0 && bounds.1 <= outer.1);
                    }
                }
                open.push((situation.strengths.0, situation.asserted(), situation.denied(), bounds));
                self.situations += 1;
                Step::Split
            });
            ControlFlow::Continue(())
        }
    }
    let policy = policy(RULES);
    let space = Space::of(&policy);
    let mut visitor = Bounds { situations: 0 };
    let _ = space.walk(space.everything(), &space.all_rules(), &mut visitor);
    assert!(visitor.situations > 100, "{}", visitor.situations);
}

#[test]
fn the_first_situation_in_which_a_norm_applies_asserts_no_more_than_it_needs() {
    let policy = policy(RULES);
    let space = Space::of(&policy);
    let permit = policy
        .norms
        .iter()
        .position(|norm| norm.acts.contains(Act::Provide) && !norm.effect.refuses() && norm.transform.is_none())
        .map(|index| RuleId {
            side: 0,
            norm: NormId(index as u32),
        })
        .expect("a permit to provide");
    struct First {
        wanted: RuleId,
        found: Option<super::Witness>,
    }
    impl Visitor for First {
        fn enter(&mut self, _region: &Region, members: &[RuleId]) -> bool {
            members.contains(&self.wanted)
        }

        fn cell(&mut self, cell: &Cell<'_>) -> ControlFlow<()> {
            cell.explore(|situation| match situation.applies(self.wanted) {
                Some(false) => Step::Done,
                Some(true) if situation.is_settled(0) => {
                    self.found = Some(situation.witness());
                    Step::Stop
                }
                _ => Step::SplitFor(self.wanted),
            });
            match self.found {
                Some(_) => ControlFlow::Break(()),
                None => ControlFlow::Continue(()),
            }
        }
    }
    let mut visitor = First {
        wanted: permit,
        found: None,
    };
    let _ = space.walk(&space.region(permit), &space.all_rules(), &mut visitor);
    let witness = visitor.found.expect("a request to which the permit applies");
    let order = policy.vocabulary.conditions.find("注文").expect("a condition");
    assert_eq!(witness.asserted.len(), 1);
    assert!(witness.asserted[0].contains(policy.vocabulary.conditions.own_leaf(order).first().expect("a leaf")));
    assert_eq!(witness.strength, 0);
}
