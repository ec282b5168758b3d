//! A permission by a general name, where the law excepts the provision: it reaches parties abroad as well.
//!
//! Article 28 leaves to article 27(1) what that excepts. A case of the policy's own that holds 法令 and the like as one of several is
//! taken apart: abroad only the excepted ones count.

use super::drafts::Draft;
use super::exceptions::RESEARCH;
use super::formulas;
use crate::norm::{AnyOf, Scope};
use crate::resolve::meaning::Resolver;
use crate::vocabulary::{Attribute, LeafSet, excepted_by_article_27};

impl Resolver<'_, '_, '_, '_> {
    /// What a permit lets be done with those abroad whom its general names hold and it does not reach. Nothing for most.
    pub(super) fn excepted_abroad(&self, draft: &Draft) -> Vec<Draft> {
        let graph = &self.names.declared.parties;
        let foreign = graph.leaves_with(Attribute::Foreign);
        if foreign.is_empty() || draft.acts != draft.acts.with_other_party() {
            return Vec::new();
        }
        let named = graph.leaves_of_all(&draft.parties.named);
        let whole = named.difference(&graph.leaves_of_all(&draft.parties.except));
        let leaves = whole.intersection(foreign).difference(&draft.parties.leaves);
        if leaves.is_empty() {
            return Vec::new();
        }
        let excepted = self.excepted_abroad_for_anybody();
        let parties = Scope {
            leaves,
            ..draft.parties.clone()
        };
        let with = |requires: Vec<AnyOf>| Draft {
            parties: parties.clone(),
            requires,
            ..draft.clone()
        };
        if draft.requires.iter().any(|any| any.leaves.is_subset(&excepted)) {
            return vec![with(draft.requires.clone())];
        }
        let graph = &self.names.declared.conditions;
        let excepted_one = draft.requires.iter().enumerate().filter_map(|(index, any)| {
            let left = any.leaves.intersection(&excepted);
            let mut requires = draft.requires.clone();
            requires[index] = formulas::narrowed(graph, any, &left);
            (!left.is_empty()).then(|| with(requires))
        });
        excepted_one.collect()
    }

    /// What article 27(1) excepts whoever receives: research only where the operator is an institution.
    fn excepted_abroad_for_anybody(&self) -> LeafSet {
        let graph = &self.names.declared.conditions;
        let excepted = excepted_by_article_27(graph);
        match graph.find(RESEARCH).filter(|_| !self.is_institution()) {
            Some(research) => excepted.difference(graph.leaves_of(research)),
            None => excepted,
        }
    }
}
