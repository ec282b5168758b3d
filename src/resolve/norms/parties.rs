//! Which parties a clause is about.

use super::as_it_is::{Part, Said};
use super::drafts::{Inherited, Norms};
use super::wordings::own_wordings;
use crate::diagnostic::Code;
use crate::document::ClauseId;
use crate::keyword::Keyword;
use crate::norm::{Act, ActSet, Scope};
use crate::resolve::meaning::{References, Resolver};
use crate::resolve::occurrences::Form;
use crate::resolve::sentences::acts as say;
use crate::resolve::sentences::facts::This;
use crate::syntax::ast::{Statement, Wording};
use crate::vocabulary::{Attribute, ConceptId, Dimension, LeafSet};

impl Resolver<'_, '_, '_, '_> {
    pub(super) fn stated_parties(&mut self, block: &Statement, clause: Option<ClauseId>) -> References {
        let statements: Vec<&Statement> = block
            .children()
            .filter(|child| {
                matches!(
                    child.kind,
                    Keyword::Recipient | Keyword::Provider | Keyword::Destination
                )
            })
            .collect();
        let parties = self.dimension(&statements, Dimension::Party, clause);
        if parties.stated {
            self.compare_title(&parties, block);
        }
        parties
    }

    /// A title that names other parties, and none of the given, is about somebody else.
    fn compare_title(&mut self, given: &References, block: &Statement) {
        let graph = &self.names.declared.parties;
        let covered = graph.leaves_of_all(&given.concepts);
        let operator = self.names.declared.operator;
        let mut others = Vec::new();
        for wording in &block.wordings {
            for found in self
                .labels
                .read(wording)
                .found
                .iter()
                .filter(|found| found.dimension == Dimension::Party)
            {
                if found.concepts.iter().any(|id| Some(*id) == operator) {
                    continue;
                }
                if found
                    .concepts
                    .iter()
                    .any(|id| graph.leaves_of(*id).intersects(&covered))
                {
                    return;
                }
                others.push((found.span, found.concepts[0]));
            }
        }
        if let Some((span, id)) = others.first()
            && !given.concepts.is_empty()
        {
            self.report_drift(Code::H0601, *span, *id, given, Dimension::Party);
        }
    }

    /// The parties named in wording.
    pub(super) fn parties_in_wording(&mut self, kind: Keyword, wordings: &[&Wording]) -> References {
        let mut parties = References::default();
        self.read_act(kind, &mut parties, wordings, Dimension::Party);
        parties
    }

    pub(super) fn complete_parties(
        &mut self,
        statement: &Statement,
        act: Act,
        inside: &[Said],
        inherited: &Inherited,
        parties: &mut References,
    ) {
        let all_inside = !inside.is_empty() && inside.iter().all(|inside| inside.parties.said.stated);
        if parties.stated && act != Act::Collect {
            return;
        }
        if !act.has_other_party() {
            *parties = References {
                concepts: self.names.declared.operator.into_iter().collect(),
                stated: self.names.declared.operator.is_some(),
                ..References::default()
            };
            return;
        }
        if inherited.parties.stated {
            *parties = inherited.parties.clone();
            return;
        }
        let titles: Vec<&Wording> = if statement.wordings.is_empty() {
            own_wordings(statement)
        } else {
            statement.wordings.iter().collect()
        };
        *parties = self.parties_in_wording(statement.kind, &titles);
        if !parties.stated {
            let marked = match act {
                Act::Entrust => self.processors("委託先", statement),
                Act::AcceptEntrustment => self.processors("委託元", statement),
                _ => Vec::new(),
            };
            parties.stated = !marked.is_empty();
            parties.inferred = parties.stated;
            parties.concepts = marked;
        }
        if !parties.stated && !all_inside {
            parties.stated = true;
            let this = This(statement.kind);
            let (message, example) = match act {
                Act::Receive | Act::AcceptEntrustment => (say::no_provider(&this), "提供元［加盟店］"),
                Act::Transmit => (say::no_destination(&this), "送信先［配信社］"),
                _ => (say::no_recipient(&this), "提供先［加盟店］"),
            };
            self.missing_dimension(statement, message, example);
        }
    }

    fn processors(&mut self, implied: &str, statement: &Statement) -> Vec<ConceptId> {
        let graph = &self.names.declared.parties;
        if let Some(id) = graph.find(implied) {
            return vec![id];
        }
        let marked: Vec<ConceptId> = graph
            .iter()
            .filter(|(_, concept)| concept.attributes.contains(&Attribute::Processor))
            .map(|(id, _)| id)
            .collect();
        for id in &marked {
            self.names
                .use_concept(Dimension::Party, *id, Form::Implied, statement.place());
        }
        marked
    }

    /// The parties a permit covers: a general name covers nobody abroad, unless an 越境 clause lets it.
    pub(super) fn permitted_parties(
        &self,
        acts: ActSet,
        parties: Part,
        clause: Option<ClauseId>,
        norms: &Norms<'_>,
    ) -> Scope {
        let graph = &self.names.declared.parties;
        let mut scope = self.scope(parties.said, parties.except, Dimension::Party);
        let foreign = graph.leaves_with(Attribute::Foreign);
        if acts.with_other_party().is_empty() || foreign.is_empty() || self.reaches_abroad(clause, norms) {
            return scope;
        }
        let named = scope.named.iter().map(|id| {
            let leaves = graph.leaves_of(*id);
            match leaves.is_subset(foreign) {
                true => leaves.clone(),
                false => leaves.difference(foreign),
            }
        });
        let named: Vec<LeafSet> = named.collect();
        scope.leaves = LeafSet::union_all(&named).intersection(&scope.leaves);
        scope
    }

    fn reaches_abroad(&self, clause: Option<ClauseId>, norms: &Norms<'_>) -> bool {
        let mut at = clause;
        while let Some(id) = at {
            if norms
                .transfers_abroad
                .iter()
                .any(|transfer| transfer.covers.contains(&id))
            {
                return true;
            }
            at = self.names.outline.clause(id).parent;
        }
        false
    }
}
