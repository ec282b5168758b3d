//! Linkings (紐付け): containment that holds while a condition is asserted.
//!
//! An item that is linked to a category counts as something the category contains and nobody named: every concept that
//! contains the category contains the item, its named parts do not. One linking may start where another ends.

use super::bits::Bits;
use super::conditions::{Formula, FormulaBuilder};
use crate::vocabulary::{ConceptId, Dimension, LeafSet, Vocabulary};

/// The linkings of a policy.
#[derive(Debug, Clone, Default)]
pub(crate) struct Links {
    links: Vec<Link>,
    /// Every leaf that some linking starts at.
    starts: LeafSet,
}

#[derive(Debug, Clone)]
struct Link {
    from: LeafSet,
    /// The leaf その他の X of the category X it leads to, which lies under whatever contains X.
    to: u32,
    when: Vec<Formula>,
    /// The linkings that start where this one ends.
    next: Bits,
}

impl Links {
    /// The linkings of a vocabulary, in the numbering of leaves that `numbered` gives; `place` is where a leaf of data stands
    /// itself, though the numbering may let it stand for others as well.
    pub(crate) fn build(
        vocabulary: &Vocabulary,
        numbered: impl Fn(Dimension, &LeafSet) -> LeafSet,
        place: impl Fn(u32) -> u32,
        formulas: &mut FormulaBuilder,
    ) -> Self {
        // Linked to the top element: there already.
        let linkings = vocabulary.linkings.iter().filter(|one| one.to != ConceptId::TOP);
        let linkings = linkings.filter_map(|linking| {
            let to = place(vocabulary.data.own_leaf(linking.to).first()?);
            let when = linking.when.iter();
            Some(Link {
                from: numbered(Dimension::Data, vocabulary.data.leaves_of(linking.from)),
                to,
                when: when
                    .map(|any| formulas.add(&numbered(Dimension::Condition, &any.leaves)))
                    .collect(),
                next: Bits::default(),
            })
        });
        Self::of(linkings.collect())
    }

    fn of(mut links: Vec<Link>) -> Self {
        let nexts: Vec<Bits> = links.iter().map(|link| starting_at(&links, link.to)).collect();
        for (link, next) in links.iter_mut().zip(nexts) {
            link.next = next;
        }
        Self {
            starts: LeafSet::union_all(links.iter().map(|link| &link.from)),
            links,
        }
    }

    /// Whether others lead from the same leaves to the same ones under the same conditions.
    pub(crate) fn are_alike(&self, others: &Self) -> bool {
        let sorted = |links: &Self| {
            let each = links.links.iter().map(|link| {
                let mut when = link.when.clone();
                when.sort_unstable();
                when.dedup();
                (link.from.clone(), link.to, when)
            });
            each.collect::<std::collections::BTreeSet<_>>()
        };
        sorted(self) == sorted(others)
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.links.is_empty()
    }

    /// Every leaf that some linking starts at.
    pub(crate) fn starts(&self) -> &LeafSet {
        &self.starts
    }

    /// Per linking: the leaves that it starts at.
    pub(crate) fn origins(&self) -> impl Iterator<Item = &LeafSet> {
        self.links.iter().map(|link| &link.from)
    }

    /// The linkings that start at the leaf.
    pub(crate) fn starting_at(&self, leaf: u32) -> Bits {
        starting_at(&self.links, leaf)
    }

    /// The leaf that a linking leads to.
    pub(crate) fn target(&self, link: usize) -> u32 {
        self.links[link].to
    }

    /// The formulas that must all hold for a linking.
    pub(crate) fn when(&self, link: usize) -> &[Formula] {
        &self.links[link].when
    }

    /// The linkings that start where one ends.
    pub(crate) fn next(&self, link: usize) -> &Bits {
        &self.links[link].next
    }

    /// The linkings in force for something that the linkings in `start` start at, given which of them are switched on.
    pub(crate) fn in_force(&self, start: &Bits, is_on: impl Fn(usize) -> bool) -> Bits {
        let mut found = Bits::default();
        let mut open: Vec<usize> = start.iter().collect();
        while let Some(number) = open.pop() {
            if !found.contains(number) && is_on(number) {
                found.insert(number);
                open.extend(self.links[number].next.iter());
            }
        }
        found
    }

    /// Whether some linking may put a leaf under the set that does not lie in it.
    pub(crate) fn may_widen(&self, set: &LeafSet) -> bool {
        self.links
            .iter()
            .any(|link| set.contains(link.to) && !link.from.is_subset(set))
    }
}

fn starting_at(links: &[Link], leaf: u32) -> Bits {
    (0..links.len())
        .filter(|link| links[*link].from.contains(leaf))
        .collect()
}
