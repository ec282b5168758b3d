//! Clauses that permit an act, and prohibitions.

use super::as_it_is::{Part, Said};
use super::draft::Draft;
use super::drafts::{Inherited, Norms};
use super::kept::kept;
use super::processed::reach;
use super::wordings::own_wordings;
use crate::document::ClauseId;
use crate::keyword::Keyword;
use crate::norm::{Act, ActSet, Effect, Processing, Scope};
use crate::resolve::kinds::{act_of, forbidden_act_of};
use crate::resolve::meaning::Resolver;
use crate::syntax::ast::Statement;
use crate::vocabulary::{Attribute, Dimension};

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
        let mut outside = Said::new(
            resolver.stated_data(statement, clause),
            resolver.stated_parties(statement, clause),
            resolver.purposes(statement, clause),
        );
        outside.data.except = resolver.data_named(statement, Keyword::Drop, clause);
        let inside: Vec<Said> = processings
            .iter()
            .map(|processing| {
                Said::new(
                    resolver.stated_data(processing, clause),
                    resolver.stated_parties(processing, clause),
                    resolver.purposes(processing, clause),
                )
            })
            .collect();
        // What 加工 says of a dimension, and the clause outside it does not, is said for the processed data only.
        let raw = inside.iter().all(|inside| outside.speaks_where(inside));
        let data_inside = !inside.is_empty() && inside.iter().all(|inside| inside.data.said.stated);
        if raw || !data_inside {
            resolver.complete_data(statement, clause, inherited, &mut outside.data.said);
        }
        resolver.complete_parties(statement, act, &inside, inherited, &mut outside.parties.said);

        let requires: Vec<_> = inherited
            .requires
            .iter()
            .cloned()
            .chain(resolver.requires(statement, clause))
            .collect();
        let period = resolver.period(statement);
        let lifting = resolver.unless(statement, clause).within(&inherited.unless);
        let lifting = lifting.or_at_the_end_of(period.as_ref());
        let unless = resolver.lifted_by(&lifting, statement);
        let routes = resolver.routes_of(statement);
        let mut priority_over = inherited.priority_over.clone();
        priority_over.extend(resolver.priority(statement, clause));
        let basis = resolver.basis(statement);
        let draft = |(data, parties, purposes)| Draft {
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
            any_state: false,
        };
        let at_least = period.as_ref().map_or(&[][..], |period| &period.at_least);
        let kept = match act == Act::Retain && !at_least.is_empty() {
            true => {
                let over = resolver.formulas(&[at_least.to_vec()], statement);
                Some(kept(
                    draft(resolver.permitted(act, outside.clone(), clause, self)),
                    over,
                ))
            }
            false => None,
        };

        let mut only_processed = false;
        let mut raw_requires = Vec::new();
        let mut processed = Vec::new();
        for (processing, inside) in processings.into_iter().zip(&inside) {
            let lifted = resolver.lifted(processing, clause);
            if inside.is_silent() {
                only_processed |= lifted.is_empty();
                raw_requires.extend(lifted.clone());
            }
            let or_outside = |own: &Part, outer: &Part| if own.said.stated { own } else { outer }.said.clone();
            let said = Said {
                data: Part {
                    said: or_outside(&inside.data, &outside.data),
                    except: outside.data.except.clone(),
                },
                parties: or_outside(&inside.parties, &outside.parties).into(),
                purposes: or_outside(&inside.purposes, &outside.purposes).into(),
            };
            let scopes = resolver.permitted(act, said, clause, self);
            if !inside.is_silent() && !lifted.is_empty() {
                let mut as_it_is = draft(scopes.clone());
                as_it_is.requires.extend(lifted);
                processed.push(as_it_is);
            }
            let mut draft = draft(scopes);
            draft.requires.extend(resolver.requires(processing, clause));
            draft.processing = resolver.state(processing).unwrap_or(Processing::Deidentified);
            draft.transform = Some(resolver.transform(processing, clause));
            processed.push(draft);
        }
        if raw && !only_processed {
            let spoken: Vec<Said> = inside.into_iter().filter(|inside| !inside.is_silent()).collect();
            for piece in outside.less(&spoken, &resolver.names) {
                let mut draft = draft(resolver.permitted(act, piece, clause, self));
                draft.requires.extend(raw_requires.iter().cloned());
                self.push_permit(draft, statement, clause, resolver);
            }
        }
        for draft in processed {
            self.push_permit(draft, statement, clause, resolver);
        }
        if let Some(draft) = kept {
            self.push(draft, statement, clause, &resolver.names);
        }
    }

    /// A permit, and what it permits abroad where the law excepts that.
    fn push_permit(
        &mut self,
        draft: Draft,
        statement: &'a Statement,
        clause: Option<ClauseId>,
        resolver: &Resolver<'a, '_, '_, '_>,
    ) {
        let abroad = resolver.excepted_abroad(&draft);
        for draft in std::iter::once(draft).chain(abroad) {
            self.push(draft, statement, clause, &resolver.names);
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
        let state = resolver.state(statement);
        let draft = Draft {
            effect: Effect::Forbid,
            acts,
            data: resolver.scope(data, except, Dimension::Data),
            parties,
            purposes: resolver.scope(purposes, Vec::new(), Dimension::Purpose),
            routes: resolver.routes_of(statement),
            processing: state.unwrap_or(reach(acts)),
            any_state: state.is_none(),
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
            self.push(draft, statement, clause, &resolver.names);
        }
    }
}

impl Resolver<'_, '_, '_, '_> {
    /// The scopes of a permit: data, parties and purposes.
    fn permitted(&self, act: Act, said: Said, clause: Option<ClauseId>, norms: &Norms<'_>) -> (Scope, Scope, Scope) {
        let Said {
            data,
            parties,
            purposes,
        } = said;
        (
            self.scope(data.said, data.except, Dimension::Data),
            self.permitted_parties(ActSet::single(act), parties, clause, norms),
            self.scope(purposes.said, purposes.except, Dimension::Purpose),
        )
    }
}
