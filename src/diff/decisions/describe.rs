//! Sets of joint leaves in the words of the revisions.

use std::collections::BTreeSet;

use super::super::vocabulary::{Joint, Side};
use crate::decide::explain::names::{self, Words};
use crate::vocabulary::{ConceptId, Graph, LeafSet, Place, place_label, place_name};

/// A set of leaves by names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Described {
    /// Everything the revision knows.
    pub all: bool,
    /// What is in it; empty where `all` is set and nothing else said.
    pub names: Vec<String>,
    /// What is not in it although it lies under the names.
    pub except: Vec<String>,
}

impl Described {
    fn cost(&self) -> usize {
        usize::from(self.all) + self.names.len() + self.except.len()
    }
}

/// Describes joint leaves by the fewest names: of the new revision if it knows all of them and needs no more names for it,
/// else of the old one; what neither knows as a whole is named by both.
#[must_use]
pub fn describe(joint: &Joint, old: &Graph, new: &Graph, set: &LeafSet) -> Described {
    describe_in(Words::Names, joint, [old, new], set)
}

/// The same in the words of editors, or of the page.
pub(super) fn describe_in(words: Words, joint: &Joint, [old, new]: [&Graph; 2], set: &LeafSet) -> Described {
    let elsewhere = joint.elsewhere().intersection(set);
    if !elsewhere.is_empty() {
        let rest = set.difference(&elsewhere);
        let mut described = match rest.is_empty() {
            true => Described::default(),
            false => describe_in(words, joint, [old, new], &rest),
        };
        let there = elsewhere.iter().map(|place| there(words, joint, [old, new], place));
        described.names.extend(there);
        return described;
    }
    let graph = |side| match side {
        Side::Old => old,
        Side::New => new,
    };
    let on = |side| {
        let nameable = joint.nameable(side, set)?;
        Some(by_fewest(words, graph(side), &nameable))
    };
    match (on(Side::Old), on(Side::New)) {
        (Some(before), Some(after)) if before.cost() < after.cost() => before,
        (_, Some(after)) => after,
        (Some(before), None) => before,
        (None, None) => {
            let known = joint.known(Side::New);
            let mut after = all_names(words, new, &joint.side_set(Side::New, set));
            after.extend(all_names(
                words,
                old,
                &joint.side_set(Side::Old, &set.difference(known)),
            ));
            Described {
                names: after,
                ..Described::default()
            }
        }
    }
}

/// The name of one joint leaf.
pub(in crate::diff) fn leaf(joint: &Joint, old: &Graph, new: &Graph, leaf: u32) -> String {
    // 生年 alone is not 生年月日.
    let part = joint.parts_of_longer().contains(leaf);
    if joint.elsewhere().contains(leaf) {
        return there(Words::Names, joint, [old, new], leaf);
    }
    let leaf = joint.leaves[leaf as usize];
    match (leaf.new, leaf.old) {
        // One leaf of a vocabulary without words stands for every leaf of the other.
        (Some(after), Some(before)) if part => match joint.is_longer(Side::New, after) {
            true => names::leaf(old, before),
            false => names::leaf(new, after),
        },
        (Some(after), _) if !new.is_empty() => names::leaf(new, after),
        (_, Some(before)) => names::leaf(old, before),
        (after, None) => names::leaf(new, after.unwrap_or(0)),
    }
}

/// A party where only one revision has it.
fn there(words: Words, joint: &Joint, [old, new]: [&Graph; 2], place: u32) -> String {
    let leaf = joint.leaves[place as usize];
    let (graph, leaf) = match (leaf.new, leaf.old) {
        (Some(leaf), _) => (new, leaf),
        (None, leaf) => (old, leaf.unwrap_or_default()),
    };
    let shown = words.leaf(graph, leaf);
    let concept = graph.leaf_concept(leaf);
    if graph.party_of(concept).is_some() {
        return shown;
    }
    let name = match words {
        Words::Names => place_name,
        Words::Page => place_label,
    };
    let own = &graph.get(concept).countries;
    match graph.place(leaf) {
        Place::Home => name(&shown, "国内"),
        Place::Abroad(countries) if countries.is_empty() => name(&shown, "外国"),
        Place::Abroad(_) if !own.is_empty() => name(&shown, &own.join("・")),
        Place::Abroad(countries) => name(&shown, &countries.into_iter().collect::<Vec<_>>().join("・")),
    }
}

fn by_fewest(words: Words, graph: &Graph, set: &LeafSet) -> Described {
    // One word that is all there is goes by its name: of conditions, and where every party is a third party.
    let has_name = graph.children(ConceptId::TOP).len() == 1 && graph.rest(ConceptId::TOP).is_none();
    if set == graph.leaves_of(ConceptId::TOP) && !has_name {
        return Described {
            all: true,
            ..Described::default()
        };
    }
    let plain = Described {
        names: all_names(words, graph, set),
        ..Described::default()
    };
    // With what nobody named it is everything but something: nobody says 「広告とその他の目的」 who means 「配送以外の目的」.
    let open = graph.rest(ConceptId::TOP).map(|other| graph.leaves_of(other));
    if open.is_some_and(|open| open.is_subset(set)) {
        let except = all_names(words, graph, &graph.leaves_of(ConceptId::TOP).difference(set));
        if !except.is_empty() && except.len() <= plain.names.len() && plain.names.len() > 1 {
            return Described {
                all: true,
                names: Vec::new(),
                except,
            };
        }
    }
    if plain.names.len() < 3 {
        return plain;
    }
    // The narrowest category that holds it all, less what is not meant. An exception is harder to read than a name.
    let around = around(graph, set);
    let held = around.unwrap_or(ConceptId::TOP);
    let except = graph.leaves_of(held).difference(set);
    match 2 * count(graph, &except) < plain.cost() {
        true => Described {
            all: around.is_none(),
            names: around.map(|id| words.name(graph, id)).into_iter().collect(),
            except: all_names(words, graph, &except),
        },
        false => plain,
    }
}

/// The narrowest concept that contains a set, of several the first; none but the top element may.
fn around(graph: &Graph, set: &LeafSet) -> Option<ConceptId> {
    let mut open = vec![graph.leaf_concept(set.first()?)];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(&graph.get(id).parents);
        }
    }
    let held = seen
        .into_iter()
        .filter(|id| *id != ConceptId::TOP && set.is_subset(graph.leaves_of(*id)));
    held.min_by_key(|id| (graph.leaves_of(*id).len(), *id))
}

/// How many names a set takes.
fn count(graph: &Graph, set: &LeafSet) -> usize {
    match graph.is_empty() {
        true => usize::from(!set.is_empty()),
        false => graph.describe(set).len(),
    }
}

fn all_names(words: Words, graph: &Graph, set: &LeafSet) -> Vec<String> {
    if graph.is_empty() && !set.is_empty() {
        return vec![graph.get(ConceptId::TOP).name.clone()];
    }
    words.described(graph, set)
}

/// The name an editor knows a concept by, without the clause it is local to; its wording, where it has no name.
pub(crate) fn name(graph: &Graph, id: ConceptId) -> String {
    names::name(graph, id).to_owned()
}
