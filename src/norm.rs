//! Norms: what the clauses of a policy permit, forbid and limit, as sets over the vocabulary.
//!
//! Built by `resolve`, judged by nothing here. See `docs/semantics.md` for how each statement becomes norms.

mod act;
mod effect;
mod id;
mod period;
mod processing;

pub use act::{Act, ActSet};
pub use effect::{Effect, Rank};
pub use id::NormId;
pub use period::Period;
pub use processing::{Processing, Transform};

pub use crate::vocabulary::AnyOf;

use crate::document::ClauseId;
use crate::span::Span;
use crate::vocabulary::{ConceptId, Graph, LeafSet};

/// What a norm says about one dimension.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// The concepts named, in the order of the source; the top element alone where nothing restricts the dimension.
    pub named: Vec<ConceptId>,
    /// The concepts taken out (除外 outside a 加工; for a limit, the purposes that stay allowed).
    pub except: Vec<ConceptId>,
    /// The leaves: those below `named` that are not below `except`, after 越境 and the like were applied.
    pub leaves: LeafSet,
    /// Read from the wording, not given in ［］.
    pub inferred: bool,
    /// The wording leaves the list open: その他, 等.
    pub open: bool,
}

/// What lifts a norm (但し).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unless {
    /// Any one of these conditions lifts it.
    pub conditions: AnyOf,
    /// Clauses it gives way to: where a norm of one of them matches and is active, this norm does not count.
    pub clauses: Vec<ClauseId>,
}

/// Where a norm comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The clause that states it: its number, title and anchor are the document's.
    pub clause: ClauseId,
    /// The statement.
    pub span: Span,
    /// The wording that states it, as shown.
    pub wording: String,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Norm {
    /// Its stable name: the clause's anchor, with a counter where a clause states several.
    pub key: String,
    /// What it does.
    pub effect: Effect,
    /// The acts.
    pub acts: ActSet,
    /// The data categories.
    pub data: Scope,
    /// The other party of the act: recipient, provider, processor; the operator for acts it does alone.
    pub parties: Scope,
    /// The purposes.
    pub purposes: Scope,
    /// For collection: the routes it covers, as indices into the vocabulary's routes. `None`: any.
    pub routes: Option<Vec<u32>>,
    /// For a permit the least state at which it holds; for the others the greatest at which they bite.
    pub processing: Processing,
    /// All of these must hold.
    pub requires: Vec<AnyOf>,
    /// What lifts it.
    pub unless: Unless,
    /// Its rank.
    pub rank: Rank,
    /// Clauses it goes before by declaration (優先).
    pub priority_over: Vec<ClauseId>,
    /// The processing it demands, for a permit at a processed state.
    pub transform: Option<Transform>,
    /// Its legal basis (根拠), as written.
    pub basis: Vec<String>,
    /// How long (期間).
    pub period: Option<Period>,
    /// It is what the 但し of a prohibition permits: 「法令に基づく場合を除き、提供しません」. It says nothing that the prohibition
    /// of its clause does not, so the checks hold it against nobody.
    pub exception: bool,
    /// Where it comes from.
    pub provenance: Provenance,
}

impl Norm {
    /// The data leaves a permit with a 加工 covers: those of its scope, with what its 一般化 puts in the place of something in
    /// it, less [what it excepts](Self::excepted_data). Of any other norm, those of its scope. `resolve` stores them in the
    /// scope, so everything after it reads [`Scope::leaves`] alone.
    #[must_use]
    pub fn covered_data(&self, data: &Graph) -> LeafSet {
        let Some(transform) = &self.transform else {
            return self.data.leaves.clone();
        };
        let mut covered = self.data.leaves.clone();
        // A result may itself be replaced: go on until nothing is added, so that covering twice is covering once.
        loop {
            let results = transform
                .generalise
                .iter()
                .filter(|(from, _)| data.leaves_of(*from).intersects(&covered))
                .map(|(_, to)| data.leaves_of(*to));
            let wider = LeafSet::union_all(results.chain([&covered]));
            if wider == covered {
                return covered.difference(&self.excepted_data(data));
            }
            covered = wider;
        }
    }

    /// The data leaves that no linking brings under it: those it takes out by name, and what its 加工 removes.
    #[must_use]
    pub fn excepted_data(&self, data: &Graph) -> LeafSet {
        let named = data.leaves_of_all(&self.data.except);
        match &self.transform {
            Some(transform) => named.union(&transform.removes(data)),
            None => named,
        }
    }
}
