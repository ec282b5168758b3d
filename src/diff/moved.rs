//! The words that came, went or moved, and the parties that are elsewhere, by the leaves they stand for.

use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, MatchKind};

use super::decisions::Requests;
use super::vocabulary::{Entry, EntryChange, JointVocabulary, Side};
use crate::policy::Policy;
use crate::vocabulary::{Dimension, LeafIndex, LeafSet, country_key, country_names};

/// Words that came, went or moved.
#[derive(Debug)]
pub(super) struct Moved {
    /// In the order of the joint vocabulary.
    words: Vec<Word>,
    /// Their places there, by the joint leaves of each dimension.
    by_leaf: [LeafIndex; 3],
    /// The changed lines in which one of them stands.
    told_in: BTreeSet<String>,
}

#[derive(Debug, Clone)]
struct Word {
    /// Its place among the entries of the joint vocabulary.
    entry: usize,
    dimension: Dimension,
    /// What it stands for in either revision.
    leaves: LeafSet,
    /// Its wordings in the two.
    labels: Vec<String>,
    /// One of them stands in wording that changed.
    shown: bool,
}

impl Moved {
    /// Those of two revisions; `lines` are those whose wording changed.
    pub(super) fn of(old: &Policy, new: &Policy, vocabulary: &JointVocabulary, lines: &[String]) -> Self {
        let moves =
            |change: &EntryChange| matches!(change, EntryChange::Added | EntryChange::Removed | EntryChange::Moved);
        let mut words: Vec<Word> = (vocabulary.entries().enumerate())
            .filter(|(_, entry)| Requests::DECLARED.contains(&entry.dimension))
            .flat_map(|(index, entry)| match entry.changes.iter().any(moves) {
                true => vec![word(old, new, vocabulary, index, entry)],
                false => relocated(old, new, vocabulary, index, entry),
            })
            .collect();
        let told_in = show(&mut words, lines);
        let by_leaf = Requests::DECLARED.map(|dimension| {
            let mut by_leaf = LeafIndex::default();
            for (place, word) in (0u32..).zip(&words).filter(|(_, word)| word.dimension == dimension) {
                by_leaf.add(place, &word.leaves);
            }
            by_leaf
        });
        Self {
            words,
            by_leaf,
            told_in,
        }
    }

    /// The places among the entries of the words that data is about, in order.
    pub(super) fn about_data(&self, data: &LeafSet) -> Vec<usize> {
        let words = self.words.iter().filter(|word| word.dimension == Dimension::Data);
        words
            .filter(|word| word.leaves.intersects(data))
            .map(|word| word.entry)
            .collect()
    }

    /// What one of the words stands for, by its place among the entries.
    pub(super) fn leaves_of(&self, entry: usize) -> Option<(Dimension, LeafSet)> {
        let from = self.words.partition_point(|word| word.entry < entry);
        let its = self.words[from..].iter().take_while(|word| word.entry == entry);
        let leaves = LeafSet::union_all(its.map(|word| &word.leaves));
        let first = self.words.get(from).filter(|word| word.entry == entry)?;
        Some((first.dimension, leaves))
    }

    /// Whether one of the words stands in a changed line.
    pub(super) fn is_told_in(&self, line: &str) -> bool {
        self.told_in.contains(line)
    }

    /// The places among the entries of the words that requests are about, in order.
    pub(super) fn about(&self, requests: &Requests) -> Vec<usize> {
        let mut found: Vec<usize> = self.words(requests).map(|word| word.entry).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether one of the words that requests are about stands in wording that changed.
    pub(super) fn are_shown(&self, requests: &Requests) -> bool {
        self.words(requests).any(|word| word.shown)
    }

    /// The words that requests are about; one may come several times.
    fn words(&self, requests: &Requests) -> impl Iterator<Item = &Word> {
        let asked = self.by_leaf.iter().zip(requests.declared());
        let near = asked.flat_map(|(by_leaf, (_, set))| by_leaf.near(set).map(move |place| (place, set)));
        near.map(|(place, set)| (&self.words[place as usize], set))
            .filter(|(word, set)| word.leaves.intersects(set))
            .map(|(word, _)| word)
    }
}

fn word(old: &Policy, new: &Policy, vocabulary: &JointVocabulary, index: usize, entry: &Entry) -> Word {
    let joint = vocabulary.joint(entry.dimension);
    let mut labels = Vec::new();
    let mut leaves = LeafSet::empty();
    for (side, id, policy) in [(Side::Old, entry.old, old), (Side::New, entry.new, new)] {
        let Some(id) = id else { continue };
        let graph = policy.vocabulary.graph(entry.dimension);
        labels.push(graph.get(id).label().to_owned());
        leaves = leaves.union(&joint.joint_set(side, graph.leaves_of(id)));
    }
    Word {
        entry: index,
        dimension: entry.dimension,
        leaves,
        labels,
        shown: false,
    }
}

/// A party that is elsewhere, where it was and where it is: either is told by the countries that went or came.
fn relocated(old: &Policy, new: &Policy, vocabulary: &JointVocabulary, index: usize, entry: &Entry) -> Vec<Word> {
    let joint = vocabulary.joint(entry.dimension);
    let whole = word(old, new, vocabulary, index, entry);
    let elsewhere = whole.leaves.intersection(joint.elsewhere());
    let countries = [(old, entry.old), (new, entry.new)].map(|(policy, id)| -> &[String] {
        let concept = id.map(|id| policy.vocabulary.graph(entry.dimension).get(id));
        concept.map_or(&[], |concept| &concept.countries)
    });
    let words = Side::BOTH.map(|side| {
        let others: BTreeSet<String> = (countries[side.other().index()].iter())
            .map(|country| country_key(country))
            .collect();
        let own = countries[side.index()].iter();
        let own = own.filter(|country| !others.contains(&country_key(country)));
        let own: Vec<String> = own.flat_map(|country| country_names(country)).collect();
        Word {
            leaves: elsewhere.intersection(joint.known(side)),
            labels: if own.is_empty() { whole.labels.clone() } else { own },
            ..whole.clone()
        }
    });
    words.into_iter().filter(|word| !word.leaves.is_empty()).collect()
}

/// Marks the words that stand in one of the lines; these lines.
fn show(words: &mut [Word], lines: &[String]) -> BTreeSet<String> {
    let labels: Vec<(usize, &str)> = (words.iter().enumerate())
        .flat_map(|(place, word)| word.labels.iter().map(move |label| (place, label.as_str())))
        .filter(|(_, label)| !label.is_empty())
        .collect();
    let searched = AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .build(labels.iter().map(|(_, label)| label));
    let mut shown: BTreeSet<usize> = BTreeSet::new();
    let mut told_in = BTreeSet::new();
    for line in lines {
        let mut tells = false;
        match &searched {
            Ok(searched) => {
                let found = searched.find_overlapping_iter(line.as_str());
                for found in found {
                    tells = true;
                    shown.insert(labels[found.pattern().as_usize()].0);
                }
            }
            // There are too many for an automaton.
            Err(_) => {
                let found = labels.iter().filter(|(_, label)| line.contains(label));
                shown.extend(found.map(|(place, _)| *place));
                tells = labels.iter().any(|(_, label)| line.contains(label));
            }
        }
        if tells {
            told_in.insert(line.clone());
        }
    }
    for place in shown {
        words[place].shown = true;
    }
    told_in
}
