//! Which concept of one revision is which of the other.

use std::collections::{BTreeMap, BTreeSet};

use super::Anchors;
use crate::characters::key;
use crate::vocabulary::{Concept, ConceptId, Dimension, Graph, country_key};

/// What happened to one word. A word to which nothing happened has no entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its vocabulary.
    pub dimension: Dimension,
    /// In the old revision.
    pub old: Option<ConceptId>,
    /// In the new revision.
    pub new: Option<ConceptId>,
    /// What happened, never empty.
    pub changes: Vec<EntryChange>,
}

/// Something that happened to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryChange {
    /// Only the new revision knows it.
    Added,
    /// Only the old revision knows it.
    Removed,
    /// It goes by another name.
    Renamed,
    /// It lies below other words.
    Moved,
    /// Its attributes changed.
    Reattributed,
    /// It is in other countries.
    Relocated,
    /// It is worded otherwise.
    Reworded,
}

/// Which concept is which.
#[derive(Debug, Clone)]
pub(super) struct Matching {
    pub(super) new_of_old: Vec<Option<ConceptId>>,
    pub(super) old_of_new: Vec<Option<ConceptId>>,
    /// Old names as the new revision would write them.
    translated: Vec<String>,
}

/// Matches concepts by name; then, of those left, by wording and place, as long as that leaves no doubt.
pub(super) fn concepts(old: &Graph, new: &Graph, anchors: &Anchors) -> Matching {
    let mut matching = Matching {
        new_of_old: vec![None; old.len() + 1],
        old_of_new: vec![None; new.len() + 1],
        translated: std::iter::once(String::new())
            .chain(old.iter().map(|(_, concept)| translated(&concept.name, anchors)))
            .collect(),
    };
    matching.pair(ConceptId::TOP, ConceptId::TOP);
    for (id, concept) in words(old).filter(|(_, concept)| !concept.anonymous) {
        let same = new.find(&matching.translated[id.index()]);
        if let Some(same) = same.filter(|same| !new.get(*same).anonymous && !concept.anonymous) {
            matching.pair(id, same);
        }
    }
    // A match may settle the place of what lies below, so go on until nothing is found.
    for place in [
        Agreement::Home,
        Agreement::Parents,
        Agreement::Anonymous,
        Agreement::Shown,
    ] {
        while matching.by_wording(old, new, place) {}
    }
    // What a category is called says less than what is in it.
    if new.dimension() != Dimension::Condition {
        while matching.by_parts(old, new) {}
    }
    matching.places(old, new);
    matching
}

/// The concepts without the places of parties, which go with their parties.
fn words(graph: &Graph) -> impl Iterator<Item = (ConceptId, &Concept)> {
    graph.iter().filter(|(id, _)| graph.party_of(*id).is_none())
}

/// The countries of a party, however they are written.
fn countries(concept: &Concept) -> BTreeSet<String> {
    concept.countries.iter().map(|country| country_key(country)).collect()
}

/// How closely the place of two concepts of one wording must agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Agreement {
    /// The same parents, and local to the same clause.
    Home,
    /// The same parents.
    Parents,
    /// Any, for concepts that have no name.
    Anonymous,
    /// Any: readers of the page see the same word, whatever name the editors gave it and wherever they moved it.
    Shown,
}

impl Matching {
    /// Whether they were both free.
    fn pair(&mut self, old: ConceptId, new: ConceptId) -> bool {
        let free = self.new_of_old[old.index()].is_none() && self.old_of_new[new.index()].is_none();
        if free {
            self.new_of_old[old.index()] = Some(new);
            self.old_of_new[new.index()] = Some(old);
        }
        free
    }

    /// Pairs what is left by wording and place; only where both are alone with theirs.
    fn by_wording(&mut self, old: &Graph, new: &Graph, place: Agreement) -> bool {
        type Key = (Vec<String>, Option<Vec<ConceptId>>, Option<String>);
        let mut groups: BTreeMap<Key, [Vec<ConceptId>; 2]> = BTreeMap::new();
        let open = |concept: &Concept| place != Agreement::Anonymous || concept.anonymous;
        let keys = |concept: &Concept, parents: Option<Vec<ConceptId>>, name: &str| -> Vec<Key> {
            let home = name.rsplit_once('.').map(|(home, _)| home.to_owned());
            match place {
                Agreement::Home => parents
                    .map(|parents| (wording(concept), Some(parents), home))
                    .into_iter()
                    .collect(),
                Agreement::Parents => parents
                    .map(|parents| (wording(concept), Some(parents), None))
                    .into_iter()
                    .collect(),
                Agreement::Anonymous => vec![(wording(concept), None, None)],
                Agreement::Shown => shown(concept)
                    .into_iter()
                    .map(|word| (vec![word], None, None))
                    .collect(),
            }
        };
        for (id, concept) in words(old) {
            if self.new_of_old[id.index()].is_none() && open(concept) {
                let parents = concept.parents.iter().map(|parent| self.new_of_old[parent.index()]);
                for key in keys(concept, sorted(parents), &self.translated[id.index()]) {
                    groups.entry(key).or_default()[0].push(id);
                }
            }
        }
        for (id, concept) in words(new) {
            if self.old_of_new[id.index()].is_none() && open(concept) {
                let parents = concept.parents.iter().copied().map(Some);
                for key in keys(concept, sorted(parents), &concept.name) {
                    groups.entry(key).or_default()[1].push(id);
                }
            }
        }
        let mut found = false;
        for [olds, news] in groups.into_values() {
            if let ([old], [new]) = (olds.as_slice(), news.as_slice()) {
                found |= self.pair(*old, *new);
            }
        }
        found
    }

    /// Whether two concepts lie in the same categories.
    pub(super) fn stand_alike(&self, (old, before): (&Graph, ConceptId), (new, after): (&Graph, ConceptId)) -> bool {
        let before = sorted(
            old.get(before)
                .parents
                .iter()
                .map(|parent| self.new_of_old[parent.index()]),
        );
        before.is_some() && before == sorted(new.get(after).parents.iter().copied().map(Some))
    }

    /// Pairs what is left of categories: those that have the same parts, all of them known to both, in the same categories.
    fn by_parts(&mut self, old: &Graph, new: &Graph) -> bool {
        type Key = (Vec<ConceptId>, Vec<ConceptId>);
        let mut groups: BTreeMap<Key, [Vec<ConceptId>; 2]> = BTreeMap::new();
        for (id, concept) in old.iter().filter(|(id, _)| self.new_of_old[id.index()].is_none()) {
            let same = |all: &[ConceptId]| sorted(all.iter().map(|one| self.new_of_old[one.index()]));
            if let (Some(parts), Some(parents)) = (same(old.children(id)), same(&concept.parents)) {
                groups.entry((parts, parents)).or_default()[0].push(id);
            }
        }
        for (id, concept) in new.iter().filter(|(id, _)| self.old_of_new[id.index()].is_none()) {
            let own = |all: &[ConceptId]| sorted(all.iter().copied().map(Some)).unwrap_or_default();
            groups
                .entry((own(new.children(id)), own(&concept.parents)))
                .or_default()[1]
                .push(id);
        }
        let mut found = false;
        for ((parts, _), [olds, news]) in groups {
            if let ([old], [new]) = (olds.as_slice(), news.as_slice())
                && !parts.is_empty()
            {
                found |= self.pair(*old, *new);
            }
        }
        found
    }

    /// Pairs the places of parties that are paired, by their countries.
    fn places(&mut self, old: &Graph, new: &Graph) {
        let mut there: BTreeMap<(ConceptId, BTreeSet<String>), ConceptId> = BTreeMap::new();
        for (id, place) in new.iter() {
            if let Some(party) = new.party_of(id) {
                there.insert((party, countries(place)), id);
            }
        }
        for (id, place) in old.iter() {
            let party = old.party_of(id).and_then(|party| self.new_of_old[party.index()]);
            let same = party.and_then(|party| there.get(&(party, countries(place))));
            if let Some(same) = same {
                self.pair(id, *same);
            }
        }
    }

    /// What happened to each word.
    pub(super) fn entries(&self, old: &Graph, new: &Graph) -> Vec<Entry> {
        let dimension = new.dimension();
        let gone = words(old).filter(|(id, _)| self.new_of_old[id.index()].is_none());
        let mut entries: Vec<Entry> = gone
            .map(|(id, _)| Entry {
                dimension,
                old: Some(id),
                new: None,
                changes: vec![EntryChange::Removed],
            })
            .collect();
        for (id, concept) in words(new) {
            let before = self.old_of_new[id.index()];
            let changes = match before {
                None => vec![EntryChange::Added],
                Some(before) => self.changes(old.get(before), before, concept),
            };
            if !changes.is_empty() {
                entries.push(Entry {
                    dimension,
                    old: before,
                    new: Some(id),
                    changes,
                });
            }
        }
        entries
    }

    fn changes(&self, old: &Concept, id: ConceptId, new: &Concept) -> Vec<EntryChange> {
        let parents = sorted(old.parents.iter().map(|parent| self.new_of_old[parent.index()]));
        let named = !(old.anonymous && new.anonymous);
        let happened = [
            (
                EntryChange::Renamed,
                named && key(&self.translated[id.index()]) != key(&new.name),
            ),
            (
                EntryChange::Moved,
                parents != sorted(new.parents.iter().copied().map(Some)),
            ),
            (EntryChange::Reattributed, old.attributes != new.attributes),
            (EntryChange::Relocated, countries(old) != countries(new)),
            (EntryChange::Reworded, wording(old) != wording(new)),
        ];
        happened
            .into_iter()
            .filter_map(|(change, happened)| happened.then_some(change))
            .collect()
    }
}

/// The wordings of a concept: what is shown for it first.
fn wording(concept: &Concept) -> Vec<String> {
    match concept.labels.is_empty() {
        true => vec![concept.label().to_owned()],
        false => concept.labels.clone(),
    }
}

/// What readers see of it, however its characters are written.
fn shown(concept: &Concept) -> BTreeSet<String> {
    wording(concept).iter().map(|word| key(word).into_owned()).collect()
}

/// The parents, where all are known.
fn sorted(parents: impl Iterator<Item = Option<ConceptId>>) -> Option<Vec<ConceptId>> {
    let mut parents: Vec<ConceptId> = parents.collect::<Option<_>>()?;
    parents.sort_unstable();
    parents.dedup();
    Some(parents)
}

/// A name local to a clause, after the clause got another anchor.
fn translated(name: &str, anchors: &Anchors) -> String {
    let moved = name.rsplit_once('.').and_then(|(home, own)| {
        let home = anchors.get(home)?;
        Some(format!("{home}.{own}"))
    });
    moved.unwrap_or_else(|| name.to_owned())
}
