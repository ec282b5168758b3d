//! The words that came, went or moved, by the leaves they stand for.

use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, MatchKind};

use super::decisions::Requests;
use super::vocabulary::{Entry, EntryChange, JointVocabulary, Side};
use crate::policy::Policy;
use crate::vocabulary::{Dimension, LeafSet};

/// A word of more leaves than this is found by going through all that are as wide.
const NARROW: usize = 8;

/// The dimensions whose words can change a decision by themselves.
const DIMENSIONS: [Dimension; 3] = [Dimension::Data, Dimension::Party, Dimension::Purpose];

/// Words that came, went or moved.
#[derive(Debug)]
pub(super) struct Moved {
    /// Per dimension.
    axes: [Axis; 3],
}

#[derive(Debug, Default)]
struct Axis {
    words: Vec<Word>,
    /// Per joint leaf: the words that stand for it and for few others.
    narrow: Vec<Vec<usize>>,
    /// The words that stand for many.
    wide: Vec<usize>,
}

#[derive(Debug)]
struct Word {
    /// Its place among the entries of the joint vocabulary.
    entry: usize,
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
        let mut axes: [Axis; 3] = Default::default();
        let moves =
            |change: &EntryChange| matches!(change, EntryChange::Added | EntryChange::Removed | EntryChange::Moved);
        for (index, entry) in vocabulary.entries().enumerate() {
            let axis = DIMENSIONS.iter().position(|dimension| *dimension == entry.dimension);
            if let Some(axis) = axis.filter(|_| entry.changes.iter().any(moves)) {
                axes[axis].add(word(old, new, vocabulary, index, entry));
            }
        }
        let mut words: Vec<&mut Word> = axes.iter_mut().flat_map(|axis| &mut axis.words).collect();
        show(&mut words, lines);
        Self { axes }
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

    fn words(&self, requests: &Requests) -> impl Iterator<Item = &Word> {
        let asked = [&requests.data, &requests.parties, &requests.purposes];
        (self.axes.iter().zip(asked)).flat_map(|(axis, asked)| axis.meeting(asked))
    }
}

impl Axis {
    fn add(&mut self, word: Word) {
        let place = self.words.len();
        match word.leaves.len() > NARROW {
            true => self.wide.push(place),
            false => {
                for leaf in word.leaves.iter() {
                    let leaf = leaf as usize;
                    if self.narrow.len() <= leaf {
                        self.narrow.resize_with(leaf + 1, Vec::new);
                    }
                    self.narrow[leaf].push(place);
                }
            }
        }
        self.words.push(word);
    }

    /// The words that stand for something in a set; one may come several times.
    fn meeting(&self, set: &LeafSet) -> impl Iterator<Item = &Word> {
        let narrow = (set.ranges().iter()).flat_map(|(start, end)| {
            let end = (*end as usize).min(self.narrow.len());
            self.narrow.get(*start as usize..end).unwrap_or_default()
        });
        let wide = self
            .wide
            .iter()
            .filter(|place| self.words[**place].leaves.intersects(set));
        narrow.flatten().chain(wide).map(|place| &self.words[*place])
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
        leaves,
        labels,
        shown: false,
    }
}

/// Marks the words that stand in one of the lines.
fn show(words: &mut [&mut Word], lines: &[String]) {
    let labels: Vec<(usize, &str)> = (words.iter().enumerate())
        .flat_map(|(place, word)| word.labels.iter().map(move |label| (place, label.as_str())))
        .filter(|(_, label)| !label.is_empty())
        .collect();
    let searched = AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .build(labels.iter().map(|(_, label)| label));
    let mut shown: BTreeSet<usize> = BTreeSet::new();
    for line in lines {
        match &searched {
            Ok(searched) => {
                let found = searched.find_overlapping_iter(line.as_str());
                shown.extend(found.map(|found| labels[found.pattern().as_usize()].0));
            }
            // There are too many for an automaton.
            Err(_) => {
                let found = labels.iter().filter(|(_, label)| line.contains(label));
                shown.extend(found.map(|(place, _)| *place));
            }
        }
    }
    for place in shown {
        words[place].shown = true;
    }
}
