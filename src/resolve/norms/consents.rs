//! Consents that say to what: 「配信についての同意」 is no consent to a provision, though it is a kind of 同意.
//!
//! `・配信の同意［同意、範囲＝案内］` says what was consented to. The filing of an opt-out has a scope by law: it is no basis for
//! 要配慮個人情報 (APPI article 27(2), proviso).

use super::scoped::{ScopeOf, Scoped};
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::keyword::Keyword;
use crate::norm::{Act, ActSet};
use crate::resolve::clauses::Scope as Where;
use crate::resolve::declared::Declared;
use crate::resolve::kinds::SCOPE;
use crate::resolve::meaning::Resolver;
use crate::resolve::occurrences::{Form, Thing};
use crate::resolve::sentences::declarations as say;
use crate::span::Span;
use crate::syntax::ast::{MeaningItem, Path, Statement, Value, statements};
use crate::text::sentence::Name;
use crate::vocabulary::{Attribute, Concept, ConceptId, Dimension};

/// The condition whose kinds may say what was consented to.
const CONSENT: &str = "同意";

/// The filing that lets data be provided until the person objects, and never 要配慮個人情報 (APPI article 27(2)).
const OPT_OUT: &str = "オプトアウト届出";

/// All conditions of the policy that have a scope.
pub(super) fn with_scopes(resolver: &mut Resolver<'_, '_, '_, '_>) -> Vec<Scoped> {
    let mut found: Vec<Scoped> = opt_out(&resolver.names.declared).into_iter().collect();
    let files = resolver.context.files;
    for statement in files.iter().flat_map(|(_, file)| statements(&file.items)) {
        visit(statement, None, resolver, &mut found);
    }
    found
}

/// The filing, where the policy knows of 要配慮個人情報.
fn opt_out(declared: &Declared) -> Option<Scoped> {
    let filing = declared.conditions.find(OPT_OUT)?;
    let sensitive = |concept: &Concept| concept.attributes.contains(&Attribute::Sensitive);
    let not_data: Vec<ConceptId> = declared
        .data
        .iter()
        .filter(|(_, concept)| sensitive(concept))
        .map(|(id, _)| id)
        .collect();
    (!not_data.is_empty()).then(|| Scoped {
        of: ScopeOf::OptOut,
        leaves: declared.conditions.leaves_of(filing).clone(),
        acts: ActSet::ALL,
        not_data,
        parties: None,
        purposes: None,
    })
}

fn visit(statement: &Statement, scope: Where, resolver: &mut Resolver<'_, '_, '_, '_>, found: &mut Vec<Scoped>) {
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
    fn consent(&mut self, statement: &Statement, id: ConceptId, scope: Where) -> Option<Scoped> {
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
        let mut consent = Scoped {
            of: ScopeOf::Consent,
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
    fn consented(&mut self, path: &Path, scope: Where, consent: &mut Scoped) {
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
