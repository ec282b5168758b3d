//! The stated purposes of use (APPI articles 17 and 21), the routes of collection, and the purposes of clauses.

use super::draft::Draft;
use super::drafts::Norms;
use super::wordings::own_wordings;
use crate::document::ClauseId;
use crate::keyword::Keyword;
use crate::norm::{Act, ActSet, Effect, Processing, Rank, Scope};
use crate::resolve::clauses::Scope as Where;
use crate::resolve::meaning::{References, Resolver};
use crate::resolve::occurrences::Form;
use crate::syntax::ast::{Statement, Wording};
use crate::vocabulary::{ConceptId, Dimension};

impl<'a> Norms<'a> {
    /// A 目的 outside any act permits the use of what is collected, for it and all below it.
    pub(super) fn stated_purpose(
        &mut self,
        statement: &'a Statement,
        clause: Option<ClauseId>,
        resolver: &mut Resolver<'a, '_, '_, '_>,
    ) {
        let own = resolver.names.of_statement(statement);
        let references = match own {
            Some(id) => References {
                concepts: vec![id],
                stated: true,
                ..References::default()
            },
            None => resolver.named(statement, Dimension::Purpose, clause),
        };
        if references.concepts.is_empty() {
            // A group: each of its bullets is a purpose.
            for child in statement.children_of(Keyword::Purpose) {
                self.stated_purpose(child, clause, resolver);
            }
            return;
        }
        let data = resolver.stated_data(statement, clause);
        let collected = !data.stated;
        let operator = resolver.names.declared.operator;
        let parties = References {
            concepts: operator.into_iter().collect(),
            stated: operator.is_some(),
            ..References::default()
        };
        let period = resolver.period(statement);
        let lifting = resolver.unless(statement, clause).or_at_the_end_of(period.as_ref());
        let unless = resolver.lifted_by(&lifting, statement);
        let draft = |data: Scope, resolver: &mut Resolver<'_, '_, '_, '_>| Draft {
            effect: Effect::Permit,
            acts: ActSet::single(Act::Use),
            data,
            parties: resolver.scope(parties.clone(), Vec::new(), Dimension::Party),
            purposes: resolver.scope(references.clone(), Vec::new(), Dimension::Purpose),
            routes: None,
            processing: Processing::Raw,
            requires: resolver.requires(statement, clause),
            unless: unless.clone(),
            gives_way_to: lifting.clauses.clone(),
            rank: Rank::Ordinary,
            priority_over: Vec::new(),
            transform: None,
            basis: resolver.basis(statement),
            period: period.clone(),
            exception: false,
            any_state: false,
        };
        let data = resolver.scope(data, Vec::new(), Dimension::Data);
        let mut only_processed = false;
        let mut raw_requires = Vec::new();
        let mut drafts = Vec::new();
        for processing in statement.children_of(Keyword::Processing) {
            let lifted = resolver.lifted(processing, clause);
            only_processed |= lifted.is_empty();
            raw_requires.extend(lifted);
            let mut processed = draft(data.clone(), resolver);
            processed.requires.extend(resolver.requires(processing, clause));
            processed.processing = resolver.state(processing).unwrap_or(Processing::Deidentified);
            processed.transform = Some(resolver.transform(processing, clause));
            drafts.push(processed);
        }
        if !only_processed {
            let mut raw = draft(data, resolver);
            raw.requires.extend(raw_requires);
            drafts.insert(0, raw);
        }
        for draft in drafts {
            let first = self.norms.len();
            self.push(draft, statement, clause, &resolver.names);
            if collected {
                self.about_collected.extend(first..self.norms.len());
            }
        }
    }

    /// 経路: each route permits collection by it, of the data its wording names; a silent one, of what the heading names, or
    /// else of what the policy collects.
    pub(super) fn routes(
        &mut self,
        group: &'a Statement,
        clause: Option<ClauseId>,
        resolver: &mut Resolver<'a, '_, '_, '_>,
    ) {
        let routes: Vec<&'a Statement> = std::iter::once(group)
            .chain(group.children_of(Keyword::Route))
            .collect();
        let of_group = resolver.named(group, Dimension::Data, clause);
        if of_group.stated && !resolver.names.declared.route_of.contains_key(&group.head) {
            // Its own wording is a heading, which is held against it here; a route's is below.
            resolver.read_with(&mut of_group.clone(), &own_wordings(group), Dimension::Data);
        }
        for statement in routes {
            let Some(route) = resolver.names.declared.route_of.get(&statement.head).copied() else {
                continue;
            };
            let mut data = match std::ptr::eq(statement, group) {
                true => of_group.clone(),
                false => resolver.named(statement, Dimension::Data, clause),
            };
            resolver.read_with(&mut data, &own_wordings(statement), Dimension::Data);
            if !data.stated {
                data = of_group.clone();
            }
            let mut above = clause;
            while let (false, Some(id)) = (data.stated, above) {
                let headings: Vec<&Wording> = resolver.names.outline.statements[id.0 as usize]
                    .wordings
                    .iter()
                    .collect();
                resolver.read_with(&mut data, &headings, Dimension::Data);
                above = resolver.names.outline.clause(id).parent;
            }
            let collected = !data.stated;
            let operator = resolver.names.declared.operator;
            let parties = References {
                concepts: operator.into_iter().collect(),
                stated: operator.is_some(),
                ..References::default()
            };
            let draft = Draft {
                effect: Effect::Permit,
                acts: ActSet::single(Act::Collect),
                data: resolver.scope(data, Vec::new(), Dimension::Data),
                parties: resolver.scope(parties, Vec::new(), Dimension::Party),
                purposes: resolver.scope(References::default(), Vec::new(), Dimension::Purpose),
                routes: Some(vec![route]),
                processing: Processing::Raw,
                requires: Vec::new(),
                unless: Vec::new(),
                gives_way_to: Vec::new(),
                rank: Rank::Ordinary,
                priority_over: Vec::new(),
                transform: None,
                basis: Vec::new(),
                period: None,
                exception: false,
                any_state: false,
            };
            let first = self.norms.len();
            self.push(draft, statement, clause, &resolver.names);
            if collected {
                self.about_collected.extend(first..self.norms.len());
            }
        }
    }
}

impl Resolver<'_, '_, '_, '_> {
    /// The purposes that the 目的 of a clause declare or refer to.
    pub(super) fn purposes(&mut self, block: &Statement, scope: Where) -> References {
        let mut references = References::default();
        for statement in block.children_of(Keyword::Purpose) {
            references.stated = true;
            let found = self.purpose(statement, scope);
            references.merge(found);
        }
        references
    }

    fn purpose(&mut self, statement: &Statement, scope: Where) -> References {
        let mut references = References {
            stated: true,
            ..References::default()
        };
        if let Some(id) = self.names.of_statement(statement) {
            references.inferred = self.is_recognised(statement, id);
            references.concepts.push(id);
            let form = match &statement.name {
                Some(name) if !self.names.is_declared_at(Dimension::Purpose, &[id], name.span) => Form::Element,
                None if references.inferred => Form::Wording,
                _ => Form::Own,
            };
            self.names.use_concept(Dimension::Purpose, id, form, statement.place());
            return references;
        }
        let named = self.named(statement, Dimension::Purpose, scope);
        references.merge(named);
        for child in statement.children_of(Keyword::Purpose) {
            let found = self.purpose(child, scope);
            references.merge(found);
        }
        references
    }

    /// Whether an unnamed purpose was recognised by its wording, not declared here.
    fn is_recognised(&self, statement: &Statement, id: ConceptId) -> bool {
        statement.name.is_none() && !self.names.declared.purposes.get(id).anonymous
    }
}
