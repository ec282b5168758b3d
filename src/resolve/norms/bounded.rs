//! Conditions that count only so far: 「配信についての同意」 is no consent to a provision, though it is a kind of 同意.
//!
//! `・配信の同意［同意、範囲＝案内］` says what was consented to. What a norm asks for, or what lifts a refusal, counts such a
//! consent only there: where it does not reach, it is taken out of the conditions of which any one will do. So each norm that it
//! does not reach as a whole becomes two, and nothing that reads norms knows of scopes. The filing of an opt-out is likewise: it
//! is no basis for 要配慮個人情報 (APPI article 27(2), proviso).

use super::draft::Draft;
use super::formulas;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::keyword::Keyword;
use crate::norm::{Act, ActSet, AnyOf, Scope};
use crate::resolve::clauses::Scope as Where;
use crate::resolve::declared::Declared;
use crate::resolve::kinds::SCOPE;
use crate::resolve::meaning::Resolver;
use crate::resolve::occurrences::{Form, Thing};
use crate::resolve::sentences::declarations as say;
use crate::span::Span;
use crate::syntax::ast::{MeaningItem, Path, Statement, Value, statements};
use crate::text::sentence::Name;
use crate::vocabulary::{Attribute, Concept, ConceptId, Dimension, Graph, LeafSet};

/// The condition whose kinds may say what was consented to.
const CONSENT: &str = "同意";

/// The filing that lets data be provided until the person objects, and never 要配慮個人情報 (APPI article 27(2)).
const OPT_OUT: &str = "オプトアウト届出";

/// A condition that counts for some acts, data, purposes and parties only.
#[derive(Debug, Clone)]
pub(super) struct Bounded {
    bound: Bound,
    /// What a request asserts by it.
    leaves: LeafSet,
    acts: ActSet,
    /// The data for which it does not count.
    not_data: Vec<ConceptId>,
    /// `None`: any.
    parties: Option<LeafSet>,
    purposes: Option<LeafSet>,
}

/// What a condition that counts only so far is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bound {
    /// A consent that says to what.
    Consent,
    /// The filing of an opt-out.
    OptOut,
}

/// All conditions of the policy that count only so far.
pub(super) fn bounded(resolver: &mut Resolver<'_, '_, '_, '_>) -> Vec<Bounded> {
    let mut found: Vec<Bounded> = opt_out(&resolver.names.declared).into_iter().collect();
    let files = resolver.context.files;
    for statement in files.iter().flat_map(|(_, file)| statements(&file.items)) {
        visit(statement, None, resolver, &mut found);
    }
    found
}

/// The filing, where the policy knows of 要配慮個人情報.
fn opt_out(declared: &Declared) -> Option<Bounded> {
    let filing = declared.conditions.find(OPT_OUT)?;
    let sensitive = |concept: &Concept| concept.attributes.contains(&Attribute::Sensitive);
    let not_data: Vec<ConceptId> = declared
        .data
        .iter()
        .filter(|(_, concept)| sensitive(concept))
        .map(|(id, _)| id)
        .collect();
    (!not_data.is_empty()).then(|| Bounded {
        bound: Bound::OptOut,
        leaves: declared.conditions.leaves_of(filing).clone(),
        acts: ActSet::ALL,
        not_data,
        parties: None,
        purposes: None,
    })
}

fn visit(statement: &Statement, scope: Where, resolver: &mut Resolver<'_, '_, '_, '_>, found: &mut Vec<Bounded>) {
    let scope = resolver.names.outline.clause_of(statement).or(scope);
    if statement.kind == Keyword::Condition
        && let Some(id) = resolver.names.of_statement(statement)
    {
        found.extend(resolver.consent(statement, id, scope));
    }
    if statement.kind != Keyword::Test {
        for child in statement.children() {
            visit(child, scope, resolver, found);
        }
    }
}

impl Resolver<'_, '_, '_, '_> {
    /// What a declared consent reaches, where it says so.
    fn consent(&mut self, statement: &Statement, id: ConceptId, scope: Where) -> Option<Bounded> {
        let stated: Vec<(Span, &Value)> = statement
            .meaning_items()
            .filter_map(|item| match item {
                MeaningItem::Pair(key, value) if key.text == SCOPE => Some((item.span(), value)),
                _ => None,
            })
            .collect();
        let first = stated.first()?.0;
        let graph = &self.names.declared.conditions;
        let is_consent = graph.find(CONSENT).is_some_and(|consent| graph.contains(consent, id));
        if !is_consent {
            self.context.report(
                Diagnostic::new(Code::H0207, say::no_consent_has_no_scope())
                    .label(first, Text::empty())
                    .help(say::make_it_a_kind_of_consent()),
            );
            return None;
        }
        let mut consent = Bounded {
            bound: Bound::Consent,
            leaves: graph.leaves_of(id).clone(),
            acts: ActSet::EMPTY,
            not_data: Vec::new(),
            parties: None,
            purposes: None,
        };
        for (place, value) in stated {
            match value {
                Value::Name(path) => self.consented(path, scope, &mut consent),
                Value::Quoted(_) | Value::Date(_) => self.context.report(
                    Diagnostic::new(Code::H0207, say::scope_is_a_name())
                        .label(place, Text::empty())
                        .help(say::name_what_was_consented_to()),
                ),
            }
        }
        if consent.acts.is_empty() {
            consent.acts = ActSet::ALL;
        }
        Some(consent)
    }

    /// Adds one act, purpose or party that was consented to.
    fn consented(&mut self, path: &Path, scope: Where, consent: &mut Bounded) {
        let text = path.text();
        if let Some(act) = Act::from_word(&text) {
            consent.acts = consent.acts.with(act);
            return;
        }
        let places = [
            (Dimension::Purpose, &mut consent.purposes),
            (Dimension::Party, &mut consent.parties),
        ];
        for (dimension, place) in places {
            if let Some(id) = self.names.find(dimension, &text, scope) {
                self.names.use_path(Thing::Concept(dimension, id), Form::Meaning, path);
                let leaves = self.names.graph(dimension).leaves_of(id);
                *place = Some(match place.take() {
                    Some(others) => others.union(leaves),
                    None => leaves.clone(),
                });
                return;
            }
        }
        if self.context.is_excused(&text) {
            return;
        }
        let mut diagnostic = self.names.unresolved(Some(Dimension::Purpose), path, scope);
        if diagnostic.fix.is_none() && diagnostic.code == Code::H0201 {
            diagnostic.message = say::nothing_to_consent_to(&Name(text));
            diagnostic.help.clear();
            diagnostic = diagnostic.help(say::name_what_was_consented_to());
        }
        self.context.report(diagnostic);
    }
}

/// The norms that a draft comes to when each condition counts only where it reaches. Beside them, what is asked for by itself
/// where it does not: nothing would permit there.
pub(super) fn where_they_reach(draft: Draft, bounded: &[Bounded], vocabulary: &Declared) -> (Vec<Draft>, Vec<Bound>) {
    let conditions = &vocabulary.conditions;
    let mut drafts = vec![draft];
    let mut too_far = Vec::new();
    for consent in bounded {
        let mut next = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let concerned = read_surely(&draft)
                .iter()
                .any(|any| any.leaves.intersects(&consent.leaves));
            let beyond = match concerned {
                true => consent.beyond(&draft, &vocabulary.data),
                false => Vec::new(),
            };
            if beyond.is_empty() {
                // It reaches all of it; what a linking might bring under it later stays out.
                let whole =
                    (concerned && !draft.effect.refuses()).then(|| consent.within(draft.clone(), &vocabulary.data));
                next.push(whole.flatten().unwrap_or(draft));
                continue;
            }
            match draft.effect.refuses() {
                // It is refused as before, and where the consent does not reach nothing lifts it by that.
                true => {
                    next.extend(beyond.into_iter().map(|mut draft| {
                        draft.unless = without(&draft.unless, &consent.leaves, conditions);
                        draft
                    }));
                    next.push(draft);
                }
                false => {
                    let mut everywhere = draft.clone();
                    everywhere.requires = without(&draft.requires, &consent.leaves, conditions);
                    // What asks for that consent alone never holds elsewhere.
                    match everywhere.requires.iter().any(|any| any.leaves.is_empty()) {
                        true => too_far.push(consent.bound),
                        false => next.push(everywhere),
                    }
                    next.extend(consent.within(draft, &vocabulary.data));
                }
            }
        }
        drafts = next;
    }
    (drafts, too_far)
}

/// What must surely hold: for a permit to count, and for a refusal to be lifted. A condition that may hold refuses wherever it
/// is about.
fn read_surely(draft: &Draft) -> &[AnyOf] {
    match draft.effect.refuses() {
        true => &draft.unless,
        false => &draft.requires,
    }
}

/// The same formulas without some conditions.
fn without(formulas: &[AnyOf], taken: &LeafSet, conditions: &Graph) -> Vec<AnyOf> {
    let left = |any: &AnyOf| formulas::narrowed(conditions, any, &any.leaves.difference(taken));
    formulas.iter().map(left).collect()
}

impl Bounded {
    /// The part of a draft that the condition reaches. `None` where it reaches nothing of it.
    fn within(&self, mut draft: Draft, data: &Graph) -> Option<Draft> {
        draft.acts = draft.acts.intersection(self.acts);
        // Taken out by name, whether named or not: so no linking brings them under it.
        let taken = self
            .not_data
            .iter()
            .copied()
            .filter(|id| !draft.data.except.contains(id));
        let taken: Vec<ConceptId> = taken.collect();
        draft.data.leaves = draft.data.leaves.difference(&data.leaves_of_all(&taken));
        draft.data.except.extend(taken);
        for (scope, reached) in [
            (&mut draft.parties, &self.parties),
            (&mut draft.purposes, &self.purposes),
        ] {
            if let Some(reached) = reached {
                scope.leaves = scope.leaves.intersection(reached);
            }
        }
        let scopes = [&draft.data, &draft.parties, &draft.purposes];
        let nothing = draft.acts.is_empty() || scopes.iter().any(|scope| scope.leaves.is_empty());
        (!nothing).then_some(draft)
    }

    /// The parts of a draft that it does not reach, which together are all of it.
    fn beyond(&self, draft: &Draft, data: &Graph) -> Vec<Draft> {
        let mut parts = Vec::new();
        let mut part = draft.clone();
        part.data.leaves = draft.data.leaves.intersection(&data.leaves_of_all(&self.not_data));
        if !part.data.leaves.is_empty() {
            parts.push(part);
        }
        let acts = draft.acts.difference(self.acts);
        if !acts.is_empty() {
            parts.push(Draft { acts, ..draft.clone() });
        }
        for (reached, place) in [
            (
                &self.parties,
                (|draft| &mut draft.parties) as fn(&mut Draft) -> &mut Scope,
            ),
            (&self.purposes, |draft| &mut draft.purposes),
        ] {
            let Some(reached) = reached else { continue };
            let mut part = draft.clone();
            let scope = place(&mut part);
            scope.leaves = scope.leaves.difference(reached);
            if !scope.leaves.is_empty() {
                parts.push(part);
            }
        }
        parts
    }
}
