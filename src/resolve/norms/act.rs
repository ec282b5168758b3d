//! Clauses that permit an act, and prohibitions.

use super::drafts::{Draft, Inherited, Norms};
use super::wordings::own_wordings;
use crate::document::ClauseId;
use crate::keyword::Keyword;
use crate::norm::{Act, ActSet, Effect, Processing};
use crate::resolve::kinds::{act_of, forbidden_act_of};
use crate::resolve::meaning::{References, Resolver};
use crate::syntax::ast::Statement;
use crate::vocabulary::{Attribute, ConceptId, Dimension};

/// What a clause says outside its 加工.
struct Outside {
    data: References,
    except: Vec<ConceptId>,
    parties: References,
    purposes: References,
}

impl<'a> Norms<'a> {
    /// Reads a clause that states or forbids an act.
    pub(super) fn act(
        &mut self,
        statement: &'a Statement,
        clause: Option<ClauseId>,
        inherited: &Inherited,
        resolver: &mut Resolver<'a, '_, '_, '_>,
    ) {
        if let Some(act) = forbidden_act_of(statement.kind) {
            self.prohibition(statement, act, clause, inherited, resolver);
        } else if statement.kind == Keyword::TransferAbroad {
            // 越境 lets other clauses reach parties abroad; it permits nothing by itself.
        } else if let Some(act) = act_of(statement.kind) {
            self.permission(statement, act, clause, inherited, resolver);
        }
    }

    fn permission(
        &mut self,
        statement: &'a Statement,
        act: Act,
        clause: Option<ClauseId>,
        inherited: &Inherited,
        resolver: &mut Resolver<'a, '_, '_, '_>,
    ) {
        let processings: Vec<&Statement> = statement.children_of(Keyword::Processing).collect();
        let mut outside = Outside {
            data: resolver.stated_data(statement, clause),
            except: resolver.data_named(statement, Keyword::Drop, clause),
            parties: resolver.stated_parties(statement, clause),
            purposes: resolver.purposes(statement, clause),
        };
        let inside: Vec<(References, References, References)> = processings
            .iter()
            .map(|processing| {
                (
                    resolver.stated_data(processing, clause),
                    resolver.stated_parties(processing, clause),
                    resolver.purposes(processing, clause),
                )
            })
            .collect();
        // What 加工 says of a dimension, and the clause outside it does not, is said for the processed data only.
        let raw = inside.iter().all(|(data, _, purposes)| {
            (!data.stated || outside.data.stated) && (!purposes.stated || outside.purposes.stated)
        });
        let data_inside = !inside.is_empty() && inside.iter().all(|(data, ..)| data.stated);
        if raw || !data_inside {
            resolver.complete_data(statement, clause, inherited, &mut outside.data);
        }
        resolver.complete_parties(statement, act, &inside, inherited, &mut outside.parties);

        let requires: Vec<_> = inherited
            .requires
            .iter()
            .cloned()
            .chain(resolver.requires(statement, clause))
            .collect();
        let lifting = resolver.unless(statement, clause).within(&inherited.unless);
        let unless = resolver.lifted_by(&lifting, statement);
        let routes = resolver.routes_of(statement);
        let mut priority_over = inherited.priority_over.clone();
        priority_over.extend(resolver.priority(statement, clause));
        let basis = resolver.basis(statement);
        let period = resolver.period(statement);
        let draft = |data, parties, purposes| Draft {
            effect: Effect::Permit,
            acts: ActSet::single(act),
            data,
            parties,
            purposes,
            routes: routes.clone(),
            processing: Processing::Raw,
            requires: requires.clone(),
            unless: unless.clone(),
            gives_way_to: lifting.clauses.clone(),
            rank: inherited.rank(),
            priority_over: priority_over.clone(),
            transform: None,
            basis: basis.clone(),
            period: period.clone(),
            exception: false,
        };

        let mut only_processed = false;
        let mut raw_requires = Vec::new();
        let mut processed = Vec::new();
        for (processing, (data, parties, purposes)) in processings.into_iter().zip(inside) {
            let whole = !data.stated && !purposes.stated;
            let lifted = resolver.lifted(processing, clause);
            if whole {
                only_processed |= lifted.is_empty();
                raw_requires.extend(lifted.clone());
            }
            let or_outside = |own: References, outer: &References| if own.stated { own } else { outer.clone() };
            let data = or_outside(data, &outside.data);
            let data = resolver.scope(data, outside.except.clone(), Dimension::Data);
            let parties = or_outside(parties, &outside.parties);
            let parties = resolver.permitted_parties(act, parties, clause, self);
            let purposes = resolver.scope(or_outside(purposes, &outside.purposes), Vec::new(), Dimension::Purpose);
            if !whole && !lifted.is_empty() {
                let mut as_it_is = draft(data.clone(), parties.clone(), purposes.clone());
                as_it_is.requires.extend(lifted);
                processed.push(as_it_is);
            }
            let mut draft = draft(data, parties, purposes);
            draft.requires.extend(resolver.requires(processing, clause));
            draft.processing = resolver.state(processing).unwrap_or(Processing::Deidentified);
            draft.transform = Some(resolver.transform(processing, clause));
            processed.push(draft);
        }
        if raw && !only_processed {
            let data = resolver.scope(outside.data, outside.except, Dimension::Data);
            let parties = resolver.permitted_parties(act, outside.parties, clause, self);
            let purposes = resolver.scope(outside.purposes, Vec::new(), Dimension::Purpose);
            let mut draft = draft(data, parties, purposes);
            draft.requires.extend(raw_requires);
            self.push(draft, statement, clause, resolver.names.outline);
        }
        for draft in processed {
            self.push(draft, statement, clause, resolver.names.outline);
        }
    }

    fn prohibition(
        &mut self,
        statement: &'a Statement,
        act: Act,
        clause: Option<ClauseId>,
        inherited: &Inherited,
        resolver: &mut Resolver<'a, '_, '_, '_>,
    ) {
        let mut data = resolver.stated_data(statement, clause);
        resolver.complete_data(statement, clause, inherited, &mut data);
        let except = resolver.data_named(statement, Keyword::Drop, clause);
        let mut parties = resolver.stated_parties(statement, clause);
        if !parties.stated {
            parties = inherited.parties.clone();
        }
        if !parties.stated && act.has_other_party() {
            parties = resolver.parties_in_wording(statement.kind, &own_wordings(statement));
        }
        let purposes = resolver.purposes(statement, clause);
        let mut requires = inherited.requires.clone();
        requires.extend(resolver.requires(statement, clause));
        let mut priority_over = inherited.priority_over.clone();
        priority_over.extend(resolver.priority(statement, clause));
        let named_parties = parties.clone();
        let lifting = resolver.unless(statement, clause).within(&inherited.unless);
        let unless = resolver.lifted_by(&lifting, statement);
        let mut parties = resolver.scope(parties, Vec::new(), Dimension::Party);
        let mut acts = ActSet::single(act);
        if act == Act::TransferAbroad {
            // No act may reach a party abroad.
            let foreign = resolver.names.declared.parties.leaves_with(Attribute::Foreign);
            parties.leaves = parties.leaves.intersection(foreign);
            acts = [
                Act::Provide,
                Act::Entrust,
                Act::Share,
                Act::Transmit,
                Act::TransferAbroad,
            ]
            .into_iter()
            .collect();
        }
        let draft = Draft {
            effect: Effect::Forbid,
            acts,
            data: resolver.scope(data, except, Dimension::Data),
            parties,
            purposes: resolver.scope(purposes, Vec::new(), Dimension::Purpose),
            routes: resolver.routes_of(statement),
            // 「個人情報を提供しない」 speaks of personal information; what identifies nobody any more is none.
            processing: resolver.state(statement).unwrap_or(Processing::Pseudonymised),
            requires,
            unless,
            gives_way_to: lifting.clauses.clone(),
            rank: inherited.rank(),
            priority_over,
            transform: None,
            basis: resolver.basis(statement),
            period: None,
            exception: false,
        };
        let exceptions = match inherited.in_rider {
            // A rider stands above what others permit; its 但し only steps aside.
            true => Vec::new(),
            false => resolver.exceptions(act, (&draft, &lifting), &named_parties, clause, self),
        };
        for draft in std::iter::once(draft).chain(exceptions) {
            self.push(draft, statement, clause, resolver.names.outline);
        }
    }
}
