//! Pass 4, second half: the norms, clause by clause in the order of the document.
//!
//! `act` reads the clauses that permit or forbid acts, `rider` the riders, `stated` the stated purposes and the routes
//! of collection. What each statement becomes is tabulated in `docs/semantics.md`.

mod abroad;
mod act;
mod as_it_is;
mod consents;
mod data;
mod draft;
mod drafts;
mod exceptions;
mod formulas;
mod kept;
mod parties;
mod parts;
mod processed;
mod report;
mod rider;
mod routes;
mod scoped;
mod stated;
mod wordings;

use self::drafts::Inherited;
pub(super) use self::drafts::Norms;
use super::kinds::{act_of, forbidden_act_of};
use super::meaning::Resolver;
use super::occurrences::Form;
use super::outline::Outline;
use super::sentences::facts::Kind;
use crate::document::ClauseId;
use crate::keyword::Keyword;
use crate::norm::{ActSet, AnyOf, Scope};
use crate::policy::TransferAbroad;
use crate::syntax::ast::{MeaningItem, Statement};
use crate::vocabulary::{ConceptId, Dimension, Graph, LeafSet, Linking, individual_numbers};

/// Builds the norms of the 方針.
pub(super) fn norms<'a>(
    root: Option<&'a Statement>,
    outline: &Outline<'a>,
    resolver: &mut Resolver<'a, '_, '_, '_>,
) -> Norms<'a> {
    let mut norms = Norms {
        scoped: consents::with_scopes(resolver),
        transfers_abroad: transfers_abroad(outline, resolver),
        ..Norms::default()
    };
    if let Some(root) = root {
        norms.walk(root, None, resolver);
    }
    // They stay until the end, and no more are added.
    norms.norms.shrink_to_fit();
    report::too_far(&norms.too_far, resolver);
    norms.settle_collected(resolver);
    norms.keep_from_numbers(&resolver.names.declared.data, &resolver.names.linkings);
    for norm in &mut norms.norms {
        norm.data.leaves = norm.covered_data(&resolver.names.declared.data);
    }
    norms.settle_processed(resolver);
    norms
}

/// 越境: which clauses may reach parties abroad.
fn transfers_abroad(outline: &Outline<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) -> Vec<TransferAbroad> {
    let mut found = Vec::new();
    for (index, statement) in outline.statements.iter().enumerate() {
        if statement.kind != Keyword::TransferAbroad {
            continue;
        }
        let clause = ClauseId(index as u32);
        let mut covers = Vec::new();
        for item in statement.meaning_items() {
            if let Some(path) = resolver.expect_name(item, Kind::Clause)
                && let Some(id) = resolver
                    .names
                    .require_clause(path, outline.clause(clause).parent, resolver.context)
            {
                covers.push(id);
            }
        }
        found.push(TransferAbroad {
            clause,
            covers,
            span: statement.head,
        });
    }
    found
}

impl<'a> Norms<'a> {
    fn walk(&mut self, block: &'a Statement, clause: Option<ClauseId>, resolver: &mut Resolver<'a, '_, '_, '_>) {
        for child in block.children() {
            let own = resolver.names.outline.clause_of(child).or(clause);
            match child.kind {
                Keyword::Test | Keyword::Data | Keyword::Party | Keyword::Condition | Keyword::Unknown => {}
                Keyword::Purpose => self.stated_purpose(child, own, resolver),
                Keyword::Route => self.routes(child, own, resolver),
                Keyword::Rider => self.rider(child, own, resolver),
                Keyword::Linking => self.linking(child, own, resolver),
                kind if act_of(kind).is_some() || forbidden_act_of(kind).is_some() => {
                    self.act(child, own, &Inherited::default(), resolver);
                    for linking in child.children_of(Keyword::Linking) {
                        self.linking(linking, own, resolver);
                    }
                    // The rows of its tables are clauses of their own.
                    for table in child.children_of(Keyword::Table) {
                        self.walk(table, own, resolver);
                    }
                }
                _ => self.walk(child, own, resolver),
            }
        }
    }

    fn linking(&mut self, statement: &Statement, clause: Option<ClauseId>, resolver: &mut Resolver<'a, '_, '_, '_>) {
        let when: Vec<AnyOf> = statement
            .children_of(Keyword::Cases)
            .flat_map(|cases| resolver.cases(cases, clause))
            .collect();
        for item in statement.meaning_items() {
            let MeaningItem::Arrow(from, to) = item else {
                resolver.expect_arrow(item);
                continue;
            };
            let from_id = resolver
                .names
                .require(Dimension::Data, from, Form::Meaning, clause, resolver.context);
            let to_id = resolver
                .names
                .require(Dimension::Data, to, Form::Meaning, clause, resolver.context);
            if let (Some(from), Some(to)) = (from_id, to_id) {
                resolver.names.linkings.push(Linking {
                    from,
                    to,
                    when: when.clone(),
                    span: item.span(),
                });
            }
        }
    }

    /// No permission reaches 個人番号 but by its name: not what everything may be done with, and no stated purpose that does not
    /// name it.
    fn keep_from_numbers(&mut self, data: &Graph, linkings: &[Linking]) {
        let numbers = individual_numbers(data);
        if numbers.is_empty() {
            return;
        }
        // What is taken out by name no linking brings under a norm.
        let linked: Vec<ConceptId> = linkings
            .iter()
            .map(|linking| linking.from)
            .filter(|from| data.leaves_of(*from).is_subset(&numbers))
            .collect();
        for (index, norm) in self.norms.iter_mut().enumerate() {
            let says_what = self.about_collected.binary_search(&index).is_err();
            let named = norm.data.named.iter().map(|id| data.leaves_of(*id));
            let mut by_name = named.filter(|leaves| says_what && leaves.is_subset(&numbers));
            if !norm.effect.refuses() && by_name.next().is_none() {
                norm.data.leaves = norm.data.leaves.difference(&numbers);
                norm.data.except.extend(&linked);
            }
        }
    }

    /// The stated purposes permit the use of what the policy collects, and a route that names no data is one of it; of
    /// everything, where the policy says nothing of that.
    fn settle_collected(&mut self, resolver: &Resolver<'_, '_, '_, '_>) {
        let collecting = ActSet::single(crate::norm::Act::Collect).with(crate::norm::Act::Receive);
        let mut named: Vec<ConceptId> = Vec::new();
        let mut sets = Vec::new();
        for (index, norm) in self.norms.iter().enumerate() {
            let says_what = self.about_collected.binary_search(&index).is_err();
            if says_what && !norm.effect.refuses() && !norm.acts.intersection(collecting).is_empty() {
                sets.push(norm.data.leaves.clone());
                for id in &norm.data.named {
                    if !named.contains(id) {
                        named.push(*id);
                    }
                }
            }
        }
        let graph = &resolver.names.declared.data;
        let leaves = if sets.is_empty() {
            named = vec![ConceptId::TOP];
            graph.leaves_of(ConceptId::TOP).clone()
        } else {
            LeafSet::union_all(&sets)
        };
        for index in &self.about_collected {
            self.norms[*index].data = Scope {
                named: named.clone(),
                leaves: leaves.clone(),
                inferred: true,
                ..Scope::default()
            };
        }
    }
}
