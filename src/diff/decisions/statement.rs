//! What is decided differently: statements, the requests they are about, and which way each goes.

use crate::decide::Verdict;
use crate::decide::explain::Citation;
use crate::diagnostic::Text;
use crate::norm::{ActSet, NormId, Processing};
use crate::region::Witness;
use crate::vocabulary::{Dimension, LeafSet};

/// What is decided differently.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    /// Everything that the revision allows, no longer allows, forbids or no longer forbids.
    pub statements: Vec<Statement>,
    /// What is refused before and after, and by a norm only where one revision does not know the words: with these the
    /// statements above are all requests that the two judge differently.
    pub unknown_words: Vec<Statement>,
    /// The norms of the old revision of which the new one has no like.
    pub changed_before: Vec<NormId>,
    /// The norms of the new revision of which the old one has no like.
    pub changed_after: Vec<NormId>,
    /// Whether that is all. If not, the search was cut off, and whatever else is said of the two is not the whole answer.
    pub complete: bool,
}

/// Which way a revision goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// 広くなる: something becomes permitted, or is no longer forbidden.
    Wider,
    /// 狭くなる: something is no longer permitted, or becomes forbidden.
    Narrower,
    /// 広くも狭くもなる: both.
    Incomparable,
    /// 文言のみ: the words changed, no decision did.
    WordingOnly,
    /// 並べ替え: only places and numbers changed.
    Rearranged,
    /// 名前のみ: something got a name of its own, or lost it; under the wider name the other revision says the same. Nothing is
    /// allowed or refused that was not before.
    Named,
    /// 比べきれていない: the search was cut off, so nobody knows.
    NotCompared,
}

impl Class {
    /// As shown in Japanese.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Wider => "広くなる",
            Self::Narrower => "狭くなる",
            Self::Incomparable => "広くも狭くもなる",
            Self::WordingOnly => "文言のみ",
            Self::Rearranged => "並べ替え",
            Self::Named => "名前のみ",
            Self::NotCompared => "比べきれていない",
        }
    }

    /// The class of a change that does both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (one, two) if one == two => one,
            (Self::NotCompared, _) | (_, Self::NotCompared) => Self::NotCompared,
            (Self::Rearranged | Self::WordingOnly, Self::Rearranged | Self::WordingOnly) => Self::WordingOnly,
            (Self::Rearranged | Self::WordingOnly, more) | (more, Self::Rearranged | Self::WordingOnly) => more,
            (Self::Named, decides) | (decides, Self::Named) => decides,
            _ => Self::Incomparable,
        }
    }

    /// The class of the same revision read backwards.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Wider => Self::Narrower,
            Self::Narrower => Self::Wider,
            other => other,
        }
    }
}

/// What a revision does to a request. Whether something is refused by a norm or because nothing is stated makes no
/// difference to what may be done, so a request that becomes permitted is one thing, whatever refused it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// It becomes permitted: it was forbidden, or not stated.
    Permits,
    /// It was forbidden and is no longer stated.
    Lifts,
    /// It was permitted and is forbidden or no longer stated.
    Withdraws,
    /// It was not stated and becomes forbidden.
    Forbids,
}

impl Effect {
    /// The effect of going from one verdict to another; `None` where they are the same.
    #[must_use]
    pub fn of(from: Verdict, to: Verdict) -> Option<Self> {
        match (from, to) {
            _ if from == to => None,
            (_, Verdict::Permitted) => Some(Self::Permits),
            (Verdict::Permitted, _) => Some(Self::Withdraws),
            (_, Verdict::Forbidden) => Some(Self::Forbids),
            (_, Verdict::NotStated) => Some(Self::Lifts),
        }
    }

    /// Which way it goes.
    #[must_use]
    pub fn class(self) -> Class {
        match self {
            Self::Permits | Self::Lifts => Class::Wider,
            Self::Withdraws | Self::Forbids => Class::Narrower,
        }
    }

    /// The effect of the same revision read backwards.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Permits => Self::Withdraws,
            Self::Lifts => Self::Forbids,
            Self::Withdraws => Self::Permits,
            Self::Forbids => Self::Lifts,
        }
    }
}

/// Requests that one revision judges one way and the other another way: the product of its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What happens to the requests.
    pub effect: Effect,
    /// The verdicts before, each of some of the requests.
    pub from: Vec<Verdict>,
    /// The verdicts after, each of some of the requests.
    pub to: Vec<Verdict>,
    /// Which way that goes; [`Class::Wider`], [`Class::Narrower`] or, where it is [only named](Self::only_named),
    /// [`Class::Named`].
    pub class: Class,
    /// The requests.
    pub requests: Requests,
    /// What was permitted under a general name and now has one of its own, or the reverse: the revision that does not know
    /// the word has the same verdict for what the word is a part of.
    pub only_named: bool,
    /// It was permitted under a condition before, and is permitted without it.
    pub loosened: bool,
    /// The norms that decide in the old revision, somewhere in the requests. Sorted; empty where nothing is stated.
    pub decided_before: Vec<NormId>,
    /// The norms that decide in the new revision, somewhere in the requests. Sorted; empty where nothing is stated.
    pub decided_after: Vec<NormId>,
    /// One of the requests.
    pub witness: Example,
    /// The statement in words.
    pub text: Text,
    /// The same in the words of the page.
    pub page: Text,
}

/// A set of requests: what is in every one of these.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Requests {
    /// The acts.
    pub acts: ActSet,
    /// Data, in joint leaves.
    pub data: LeafSet,
    /// Parties, in joint leaves.
    pub parties: LeafSet,
    /// Purposes, in joint leaves.
    pub purposes: LeafSet,
    /// Joint routes of collection; `None` where there are none or all are meant.
    pub routes: Option<LeafSet>,
    /// The states of processing.
    pub states: Vec<Processing>,
    /// Any one of these; a single cube without members: whatever is asserted.
    pub conditions: Vec<Cube>,
    /// Whether these are all of them. Where a policy makes it depend on more combinations than anybody reads, some are given.
    pub all_conditions: bool,
}

impl Requests {
    /// The dimensions whose words a policy declares and an editor can name in an acknowledgement.
    pub const DECLARED: [Dimension; 3] = [Dimension::Data, Dimension::Party, Dimension::Purpose];

    /// What the requests are about in each of them.
    #[must_use]
    pub fn declared(&self) -> [(Dimension, &LeafSet); 3] {
        let [data, party, purpose] = Self::DECLARED;
        [(data, &self.data), (party, &self.parties), (purpose, &self.purposes)]
    }
}

/// Sets of asserted conditions, as joint leaves.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Cube {
    /// Of each of these at least one is asserted.
    pub all_of: Vec<LeafSet>,
    /// None of these is asserted.
    pub none_of: LeafSet,
}

/// One request of a statement, with who decides it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The request, in joint leaves.
    pub request: Witness,
    /// The norms that decide it before. Sorted.
    pub decided_before: Vec<NormId>,
    /// The norms that decide it after. Sorted.
    pub decided_after: Vec<NormId>,
    /// The clauses that decide it before.
    pub clauses_before: Vec<Citation>,
    /// The clauses that decide it after.
    pub clauses_after: Vec<Citation>,
    /// The request in words.
    pub text: Text,
    /// Whether somebody may have thought of it: it is with whom one of the revisions permits the act, or done by the operator where
    /// he does it alone.
    pub thinkable: bool,
}
