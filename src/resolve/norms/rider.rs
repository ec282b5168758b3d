//! 特約: riders, which stand above the ordinary clauses.

use super::draft::Draft;
use super::drafts::{Inherited, Norms};
use super::processed::reach;
use super::wordings::own_wordings;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::ClauseId;
use crate::keyword::Keyword;
use crate::norm::{Act, ActSet, Effect, Processing, Rank, Scope};
use crate::resolve::kinds::{act_of, forbidden_act_of};
use crate::resolve::meaning::{References, Resolver};
use crate::resolve::occurrences::{Form, Thing};
use crate::resolve::sentences::facts::{Called, Example, Kind};
use crate::resolve::sentences::{acts, names as say, parts, places};
use crate::syntax::ast::Statement;
use crate::text::sentence::Name;
use crate::vocabulary::{ConceptId, Dimension};

/// What 禁止 or 許可 names, by dimension.
#[derive(Default)]
struct Mixed {
    acts: Vec<Act>,
    data: References,
    parties: References,
    purposes: References,
}

impl<'a> Norms<'a> {
    pub(super) fn rider(
        &mut self,
        statement: &'a Statement,
        clause: Option<ClauseId>,
        resolver: &mut Resolver<'a, '_, '_, '_>,
    ) {
        let unless = resolver.unless(statement, clause);
        let lifted_by = resolver.lifted_by(&unless, statement);
        let mut inherited = Inherited {
            in_rider: true,
            requires: resolver.requires(statement, clause),
            unless,
            lifted_by,
            priority_over: resolver.priority(statement, clause),
            ..Inherited::default()
        };
        for target in statement.children_of(Keyword::Target) {
            let found = resolver.named(target, Dimension::Data, clause);
            inherited.data.merge(found);
        }
        if inherited.data.stated {
            resolver.compare_prose(statement.kind, &inherited.data, &own_wordings(statement));
        }
        let parties: Vec<&Statement> = statement
            .children()
            .filter(|child| {
                matches!(
                    child.kind,
                    Keyword::Recipient | Keyword::Provider | Keyword::Destination
                )
            })
            .collect();
        inherited.parties = resolver.dimension(&parties, Dimension::Party, clause);

        let rules: Vec<&Statement> = statement
            .children()
            .filter(|child| matches!(child.kind, Keyword::Limit | Keyword::Forbid | Keyword::Permit))
            .collect();
        if !rules.is_empty() && !inherited.data.stated {
            resolver.read_with(&mut inherited.data, &own_wordings(statement), Dimension::Data);
            if !inherited.data.stated {
                inherited.data.stated = true;
                resolver.missing_target(statement);
            }
        }
        for rule in rules {
            match rule.kind {
                Keyword::Limit => self.limit(rule, statement, clause, &inherited, resolver),
                kind => {
                    let effect = if kind == Keyword::Forbid {
                        Effect::Forbid
                    } else {
                        Effect::Permit
                    };
                    self.mixed(rule, effect, statement, clause, &inherited, resolver);
                }
            }
        }
        for child in statement.children() {
            if act_of(child.kind).is_some() || forbidden_act_of(child.kind).is_some() {
                let own = resolver.names.outline.clause_of(child).or(clause);
                self.act(child, own, &inherited, resolver);
            }
        }
    }

    /// 限定［P］: everything outside P is forbidden, of the acts that its 行為 names; without one, of those that serve a
    /// purpose.
    fn limit(
        &mut self,
        rule: &Statement,
        rider: &'a Statement,
        clause: Option<ClauseId>,
        inherited: &Inherited,
        resolver: &mut Resolver<'a, '_, '_, '_>,
    ) {
        let allowed = resolver.named(rule, Dimension::Purpose, clause);
        if allowed.concepts.is_empty() {
            return;
        }
        let graph = &resolver.names.declared.purposes;
        let leaves = graph
            .leaves_of(ConceptId::TOP)
            .difference(&graph.leaves_of_all(&allowed.concepts));
        let purposes = Scope {
            named: vec![ConceptId::TOP],
            except: allowed.concepts,
            leaves,
            ..Scope::default()
        };
        let acts = match rule.children_of(Keyword::Acts).next() {
            Some(named) => resolver.acts(named),
            None => ActSet::FOR_A_PURPOSE,
        };
        if acts.is_empty() {
            return;
        }
        let Some(acts) = resolver.done_with(acts, &inherited.parties) else {
            resolver.nobody_else_does_it(rule);
            return;
        };
        let draft = self.rider_draft(Effect::Limit, acts, purposes, inherited, resolver);
        self.push(draft, rider, clause, &resolver.names);
    }

    fn mixed(
        &mut self,
        rule: &Statement,
        effect: Effect,
        rider: &'a Statement,
        clause: Option<ClauseId>,
        inherited: &Inherited,
        resolver: &mut Resolver<'a, '_, '_, '_>,
    ) {
        let mixed = resolver.mixed_names(rule, clause);
        let mut inherited = inherited.clone();
        if mixed.data.stated {
            inherited.data = mixed.data;
        }
        if mixed.parties.stated {
            inherited.parties = mixed.parties;
        }
        let acts = if mixed.acts.is_empty() {
            ActSet::ALL
        } else {
            mixed.acts.into_iter().collect()
        };
        let Some(acts) = resolver.done_with(acts, &inherited.parties) else {
            resolver.nobody_else_does_it(rule);
            return;
        };
        let purposes = resolver.scope(mixed.purposes, Vec::new(), Dimension::Purpose);
        let draft = self.rider_draft(effect, acts, purposes, &inherited, resolver);
        for draft in self.at_home(draft, inherited.parties, clause, resolver) {
            let abroad = match effect.refuses() {
                true => Vec::new(),
                false => resolver.excepted_abroad(&draft),
            };
            for draft in std::iter::once(draft).chain(abroad) {
                self.push(draft, rider, clause, &resolver.names);
            }
        }
    }

    /// A general name lets a permit reach nobody abroad. What the operator does alone knows no borders.
    fn at_home(
        &self,
        draft: Draft,
        parties: References,
        clause: Option<ClauseId>,
        resolver: &Resolver<'_, '_, '_, '_>,
    ) -> Vec<Draft> {
        let with_others = draft.acts.with_other_party();
        let permitted = resolver.permitted_parties(with_others, parties.into(), clause, self);
        if draft.effect.refuses() || permitted.leaves == draft.parties.leaves {
            return vec![draft];
        }
        let alone = Draft {
            acts: draft.acts.difference(with_others),
            ..draft.clone()
        };
        let with_others = Draft {
            acts: with_others,
            parties: permitted,
            ..draft
        };
        let both = [with_others, alone].into_iter();
        both.filter(|draft| !draft.acts.is_empty()).collect()
    }

    fn rider_draft(
        &self,
        effect: Effect,
        acts: ActSet,
        purposes: Scope,
        inherited: &Inherited,
        resolver: &Resolver<'_, '_, '_, '_>,
    ) -> Draft {
        Draft {
            effect,
            acts,
            data: resolver.scope(inherited.data.clone(), Vec::new(), Dimension::Data),
            parties: resolver.scope(inherited.parties.clone(), Vec::new(), Dimension::Party),
            purposes,
            routes: None,
            processing: match effect.refuses() {
                true => reach(acts),
                false => Processing::Raw,
            },
            any_state: true,
            requires: inherited.requires.clone(),
            unless: inherited.lifted_by.clone(),
            gives_way_to: inherited.unless.clauses.clone(),
            rank: Rank::Rider,
            priority_over: inherited.priority_over.clone(),
            transform: None,
            basis: Vec::new(),
            period: None,
            exception: false,
        }
    }
}

impl Resolver<'_, '_, '_, '_> {
    /// Those of some acts that are done with the parties named: where the operator is not among them, none that it does alone.
    /// `None` where no act is left.
    fn done_with(&self, acts: ActSet, parties: &References) -> Option<ActSet> {
        let graph = &self.names.declared.parties;
        let operator = self.names.declared.operator;
        let is_named = |id: ConceptId| {
            let own = graph.own_leaf(id);
            parties
                .concepts
                .iter()
                .any(|named| own.is_subset(graph.leaves_of(*named)))
        };
        let acts = match parties.stated && !parties.concepts.is_empty() && !operator.is_some_and(is_named) {
            true => acts.with_other_party(),
            false => acts,
        };
        (!acts.is_empty()).then_some(acts)
    }

    fn nobody_else_does_it(&mut self, rule: &Statement) {
        self.context.report(
            Diagnostic::new(Code::H0208, places::without_effect(&Called(rule.kind)))
                .label(rule.place(), Text::empty())
                .help(places::nobody_else_does_it()),
        );
    }

    /// 行為［利用、保管］: acts only. What names none is reported.
    fn acts(&mut self, statement: &Statement) -> ActSet {
        let mut acts = ActSet::EMPTY;
        for item in statement.meaning_items() {
            let Some(path) = self.expect_name(item, Kind::Act) else {
                continue;
            };
            let text = path.text();
            match Act::from_word(&text) {
                Some(act) => acts = acts.with(act),
                None => {
                    let words: Vec<&str> = Act::ALL.iter().map(|act| act.word()).collect();
                    self.unknown_value(path, Kind::Act, &words);
                }
            }
        }
        acts
    }

    /// 禁止［提供、広告配信］: acts, purposes, parties and data, each known by its name.
    fn mixed_names(&mut self, rule: &Statement, clause: Option<ClauseId>) -> Mixed {
        let mut mixed = Mixed::default();
        for item in rule.meaning_items() {
            if let Some(place) = self.names.place_named(item) {
                mixed.parties.stated = true;
                let place = self.names.require_place(&place, Form::Meaning, self.context);
                mixed.parties.concepts.extend(place);
                continue;
            }
            let Some(path) = self.expect_name(item, Kind::ActOrPurpose) else {
                continue;
            };
            let text = path.text();
            if let Some(act) = Act::from_word(&text) {
                mixed.acts.push(act);
                continue;
            }
            let dimensions = [Dimension::Purpose, Dimension::Party, Dimension::Data];
            let found = dimensions
                .into_iter()
                .find_map(|dimension| self.names.find(dimension, &text, clause).map(|id| (dimension, id)));
            let Some((dimension, id)) = found else {
                self.unknown_rule(path, &text);
                continue;
            };
            self.names.use_path(Thing::Concept(dimension, id), Form::Meaning, path);
            let references = match dimension {
                Dimension::Purpose => &mut mixed.purposes,
                Dimension::Party => &mut mixed.parties,
                _ => &mut mixed.data,
            };
            references.stated = true;
            references.concepts.push(id);
        }
        mixed
    }

    fn unknown_rule(&mut self, path: &crate::syntax::ast::Path, text: &str) {
        if self.context.is_excused(text) {
            return;
        }
        let acts = Act::ALL.iter().map(|act| act.word());
        let purposes = self
            .names
            .graph(Dimension::Purpose)
            .iter()
            .map(|(_, concept)| concept.name.as_str());
        let meant = self.names.suggestions.nearest(text, || acts.chain(purposes));
        let meant = meant.map(str::to_owned);
        let message = say::in_no_rule(&Name(text.to_owned()));
        let mut diagnostic = Diagnostic::new(Code::H0201, message).label(path.span, Text::empty());
        diagnostic = match meant {
            Some(meant) => diagnostic
                .help(say::did_you_mean(&Name(meant.clone())))
                .fix(path.span, meant),
            None => diagnostic.help(say::write_an_act_or_name()),
        };
        self.context.report(diagnostic);
    }

    fn missing_target(&mut self, rider: &Statement) {
        self.context.report(
            Diagnostic::new(Code::H0305, acts::no_target())
                .label(rider.place(), Text::empty())
                .help(parts::write_for_example(&Example("対象［要配慮個人情報］"))),
        );
    }
}
