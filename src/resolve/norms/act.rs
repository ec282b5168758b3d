//! Clauses that permit an act, and prohibitions.

use super::super::kinds::{act_of, called, forbidden_act_of};
use super::super::meaning::{References, Resolver};
use super::super::outline::is_sentence;
use super::{Draft, Inherited, Norms};
use crate::characters::key;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::ClauseId;
use crate::norm::{Act, ActSet, Effect, Processing, Rank, Scope, Unless};
use crate::syntax::ast::{Mark, Statement, Wording};
use crate::syntax::keyword::Keyword;
use crate::vocabulary::{Attribute, ConceptId, Dimension, LeafSet};

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
        let unless = joined(&inherited.unless, resolver.unless(statement, clause), resolver);
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
            rank: rank(inherited),
            priority_over: priority_over.clone(),
            transform: None,
            basis: basis.clone(),
            period: period.clone(),
        };

        let mut only_processed = false;
        let mut raw_requires = Vec::new();
        let mut processed = Vec::new();
        for (processing, (data, parties, purposes)) in processings.into_iter().zip(inside) {
            let whole = !data.stated && !purposes.stated;
            let lifted = resolver.lifted(processing, clause);
            if whole {
                only_processed |= lifted.conditions.is_empty();
                raw_requires.push(lifted.clone());
            }
            let or_outside = |own: References, outer: &References| if own.stated { own } else { outer.clone() };
            let data = or_outside(data, &outside.data);
            let data = resolver.scope(data, outside.except.clone(), Dimension::Data);
            let parties = or_outside(parties, &outside.parties);
            let parties = resolver.permitted_parties(parties, clause, self);
            let purposes = resolver.scope(or_outside(purposes, &outside.purposes), Vec::new(), Dimension::Purpose);
            if !whole && !lifted.conditions.is_empty() {
                let mut as_it_is = draft(data.clone(), parties.clone(), purposes.clone());
                as_it_is.requires.push(lifted);
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
            let parties = resolver.permitted_parties(outside.parties, clause, self);
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
            parties = resolver.parties_in_wording(&own_wordings(statement));
        }
        let purposes = resolver.purposes(statement, clause);
        let mut requires = inherited.requires.clone();
        requires.extend(resolver.requires(statement, clause));
        let mut priority_over = inherited.priority_over.clone();
        priority_over.extend(resolver.priority(statement, clause));
        let mut parties = resolver.scope(parties, Vec::new(), Dimension::Party);
        let mut acts = ActSet::single(act);
        if act == Act::TransferAbroad {
            // No act may reach a party abroad.
            let foreign = resolver.names.declared.parties.leaves_with(Attribute::Foreign);
            parties.leaves = parties.leaves.intersection(&foreign);
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
            unless: joined(&inherited.unless, resolver.unless(statement, clause), resolver),
            rank: rank(inherited),
            priority_over,
            transform: None,
            basis: resolver.basis(statement),
            period: None,
        };
        self.push(draft, statement, clause, resolver.names.outline);
    }
}

fn rank(inherited: &Inherited) -> Rank {
    if inherited.in_rider {
        Rank::Rider
    } else {
        Rank::Ordinary
    }
}

fn joined(outer: &Unless, own: Unless, resolver: &Resolver<'_, '_, '_, '_>) -> Unless {
    let mut conditions = outer.conditions.conditions.clone();
    conditions.extend(own.conditions.conditions);
    let mut clauses = outer.clauses.clone();
    clauses.extend(own.clauses);
    Unless {
        conditions: resolver.any_of(conditions),
        clauses,
    }
}

/// The wording a clause states itself with: its own, and its paragraphs.
pub(super) fn own_wordings(statement: &Statement) -> Vec<&Wording> {
    let paragraphs = statement
        .children_of(Keyword::Prose)
        .flat_map(|prose| prose.wordings.iter());
    statement.wordings.iter().chain(paragraphs).collect()
}

/// The same without titles, which name things in passing, and ※ notes, which speak of what is not done as well.
fn paragraphs(statement: &Statement) -> Vec<&Wording> {
    let is_note = |statement: &Statement| statement.mark.is_some_and(|(mark, _)| mark == Mark::Note);
    let own = statement.wordings.iter().filter(|wording| is_sentence(wording));
    let inside = statement.children_of(Keyword::Prose).filter(|prose| !is_note(prose));
    own.chain(inside.flat_map(|prose| prose.wordings.iter())).collect()
}

impl Resolver<'_, '_, '_, '_> {
    /// What ［］ of the clause and its 項目 say.
    pub(super) fn stated_data(&mut self, block: &Statement, clause: Option<ClauseId>) -> References {
        let mut data = References::default();
        if block.kind != Keyword::Processing && block.kind != Keyword::TransferAbroad {
            data = self.named(block, Dimension::Data, clause);
            if data.stated {
                self.compare_prose(&data, &own_wordings(block));
            }
        }
        let items: Vec<&Statement> = block.children_of(Keyword::Items).collect();
        let found = self.dimension(&items, Dimension::Data, clause);
        let only_items = !data.stated && found.stated;
        data.merge(found);
        if only_items && block.kind != Keyword::Processing {
            self.compare_prose(&data, &paragraphs(block));
        }
        data
    }

    /// Prose speaks of many things: only single items that ［］ leaves out are reported there.
    fn compare_prose(&mut self, given: &References, wordings: &[&Wording]) {
        if given.unresolved {
            return;
        }
        let graph = &self.names.declared.data;
        let covered = graph.leaves_of_all(&given.concepts);
        let mut missing = Vec::new();
        for wording in wordings {
            for found in self
                .labels
                .read(wording)
                .found
                .iter()
                .filter(|found| found.dimension == Dimension::Data)
            {
                let single = found.concepts.iter().all(|id| graph.children(*id).is_empty());
                let stated = found.concepts.iter().any(|id| graph.leaves_of(*id).is_subset(&covered));
                if single && !stated {
                    missing.push((found.span, found.concepts[0]));
                }
            }
        }
        for (span, id) in missing {
            self.report_drift(Code::H0601, span, id, given, Dimension::Data);
        }
    }

    /// Data from the wording, from the rider, or from the headings above; an error where all are silent.
    fn complete_data(
        &mut self,
        statement: &Statement,
        clause: Option<ClauseId>,
        inherited: &Inherited,
        data: &mut References,
    ) {
        if data.stated {
            return;
        }
        if inherited.data.stated {
            *data = inherited.data.clone();
            return;
        }
        self.read_with(data, &own_wordings(statement), Dimension::Data);
        let mut above = clause.and_then(|clause| self.names.outline.clause(clause).parent);
        while let (false, Some(id)) = (data.stated, above) {
            let headings: Vec<&Wording> = self.names.outline.statements[id.0 as usize].wordings.iter().collect();
            self.read_with(data, &headings, Dimension::Data);
            above = self.names.outline.clause(id).parent;
        }
        if !data.stated {
            data.stated = true;
            self.missing_dimension(statement, "情報", "data category", "項目［個人情報］");
        }
    }

    fn stated_parties(&mut self, block: &Statement, clause: Option<ClauseId>) -> References {
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
    fn parties_in_wording(&mut self, wordings: &[&Wording]) -> References {
        let mut parties = References::default();
        self.read_with(&mut parties, wordings, Dimension::Party);
        parties
    }

    fn complete_parties(
        &mut self,
        statement: &Statement,
        act: Act,
        inside: &[(References, References, References)],
        inherited: &Inherited,
        parties: &mut References,
    ) {
        let all_inside = !inside.is_empty() && inside.iter().all(|(_, parties, _)| parties.stated);
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
        *parties = self.parties_in_wording(&titles);
        if !parties.stated {
            let marked = match act {
                Act::Entrust => self.processors("委託先"),
                Act::AcceptEntrustment => self.processors("委託元"),
                _ => Vec::new(),
            };
            parties.stated = !marked.is_empty();
            parties.inferred = parties.stated;
            parties.concepts = marked;
        }
        if !parties.stated && !all_inside {
            parties.stated = true;
            let (word, example) = match act {
                Act::Receive | Act::AcceptEntrustment => ("提供元", "提供元［加盟店］"),
                Act::Transmit => ("送信先", "送信先［配信社］"),
                _ => ("提供先", "提供先［加盟店］"),
            };
            self.missing_dimension(statement, word, "other party", example);
        }
    }

    fn processors(&mut self, implied: &str) -> Vec<ConceptId> {
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
            self.names.use_concept(Dimension::Party, *id);
        }
        marked
    }

    fn missing_dimension(&mut self, statement: &Statement, word: &str, english: &str, example: &str) {
        let kind = called(statement.kind);
        self.context.report(
            Diagnostic::new(
                Code::H0305,
                Text::new(
                    format!("この{}の{word}が決まりません", kind.ja.trim_matches('`')),
                    format!("the {english} of this {} cannot be told", kind.en.trim_matches('`')),
                ),
            )
            .label(statement.place(), Text::empty())
            .help(Text::new(
                format!("`{example}` のように書いてください"),
                format!("write, for example, `{example}`"),
            )),
        );
    }

    /// The parties a permit covers: a general name covers nobody abroad, unless an 越境 clause lets it.
    fn permitted_parties(&self, parties: References, clause: Option<ClauseId>, norms: &Norms<'_>) -> Scope {
        let graph = &self.names.declared.parties;
        let mut scope = self.scope(parties, Vec::new(), Dimension::Party);
        let foreign = graph.leaves_with(Attribute::Foreign);
        if foreign.is_empty() || self.reaches_abroad(clause, norms) {
            return scope;
        }
        let named: Vec<LeafSet> = scope
            .named
            .iter()
            .map(|id| {
                let leaves = graph.leaves_of(*id);
                if leaves.is_subset(&foreign) {
                    leaves.clone()
                } else {
                    leaves.difference(&foreign)
                }
            })
            .collect();
        scope.leaves = LeafSet::union_all(&named);
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

    /// The routes named in a clause: `経路［直接］`, or declared in it.
    fn routes_of(&mut self, statement: &Statement) -> Option<Vec<u32>> {
        let groups: Vec<&Statement> = statement.children_of(Keyword::Route).collect();
        let mut routes = Vec::new();
        for group in &groups {
            for route in std::iter::once(*group).chain(group.children_of(Keyword::Route)) {
                routes.extend(self.names.declared.route_of.get(&route.head).copied());
                routes.extend(self.routes_named(route));
            }
        }
        (!groups.is_empty()).then_some(routes)
    }

    /// Routes named in ［］.
    pub(in crate::resolve) fn routes_named(&mut self, statement: &Statement) -> Vec<u32> {
        let mut found = Vec::new();
        for item in statement.meaning_items() {
            let Some(path) = self.expect_name(item, "経路", "source of collection") else {
                continue;
            };
            let text = path.text();
            match self
                .names
                .declared
                .routes
                .iter()
                .position(|route| key(&route.name) == key(&text))
            {
                Some(index) => found.push(index as u32),
                None => {
                    let names: Vec<String> = self
                        .names
                        .declared
                        .routes
                        .iter()
                        .map(|route| route.name.clone())
                        .collect();
                    let names: Vec<&str> = names.iter().map(String::as_str).collect();
                    self.unknown_value(path, "経路", "source of collection", &names);
                }
            }
        }
        found
    }
}
