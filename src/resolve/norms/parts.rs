//! The parts that clauses and riders share: 場合, 但し, 加工, 根拠, 期間, 優先.

use super::drafts::Lifting;
use super::formulas::{self, TooMany};
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::ClauseId;
use crate::keyword::Keyword;
use crate::norm::{AnyOf, Period, Processing, Transform};
use crate::resolve::clauses::{NoClause, Scope as Where};
use crate::resolve::meaning::{References, Resolver};
use crate::resolve::occurrences::{Form, Thing};
use crate::resolve::retired;
use crate::resolve::sentences::facts::{Choices, Kind};
use crate::resolve::sentences::{acts, declarations, names as say};
use crate::syntax::ast::{MeaningItem, Path, Statement, Wording};
use crate::syntax::nearest;
use crate::text::sentence::Name;
use crate::vocabulary::{ConceptId, Dimension};

impl Resolver<'_, '_, '_, '_> {
    /// One 場合: any of its conditions, some of them perhaps several together.
    pub(super) fn cases(&mut self, cases: &Statement, scope: Where) -> Vec<AnyOf> {
        let mut references = self.named(cases, Dimension::Condition, scope);
        let bullets: Vec<&Statement> = cases.children_of(Keyword::Condition).collect();
        if bullets.is_empty() {
            let wordings: Vec<&Wording> = cases.wordings.iter().collect();
            self.read_with(&mut references, &wordings, Dimension::Condition);
            if !references.stated {
                self.no_condition(cases);
            }
        }
        for bullet in bullets {
            let found = self.condition(bullet, scope);
            references.merge(found);
        }
        self.formulas(&references.choices(), cases)
    }

    fn condition(&mut self, bullet: &Statement, scope: Where) -> References {
        let mut references = References {
            stated: true,
            ..References::default()
        };
        if let Some(id) = self.names.of_statement(bullet) {
            references.concepts.push(id);
        } else if let Some(ids) = self.names.declared.conditions_of.get(&bullet.head) {
            references.concepts.clone_from(ids);
            references.inferred = true;
        } else {
            references = self.named(bullet, Dimension::Condition, scope);
        }
        let form = match (&bullet.name, references.inferred) {
            (Some(name), _)
                if self
                    .names
                    .is_declared_at(Dimension::Condition, &references.concepts, name.span) =>
            {
                Form::Own
            }
            (Some(_), _) => Form::Element,
            (None, true) => Form::Wording,
            (None, false) => Form::Own,
        };
        if bullet.meanings.is_empty() {
            for id in &references.concepts {
                self.names.use_concept(Dimension::Condition, *id, form, bullet.place());
            }
        }
        references
    }

    fn no_condition(&mut self, cases: &Statement) {
        self.context.report(
            Diagnostic::new(Code::H0305, acts::no_condition())
                .label(cases.head, Text::empty())
                .help(acts::name_or_list_conditions()),
        );
    }

    /// All 場合 of a block: each must hold.
    pub(super) fn requires(&mut self, block: &Statement, scope: Where) -> Vec<AnyOf> {
        block
            .children_of(Keyword::Cases)
            .flat_map(|cases| self.cases(cases, scope))
            .collect()
    }

    /// Choices, of which any one will do, as formulas that must all hold: A、B＋C is (A or B) and (A or C).
    pub(super) fn formulas(&mut self, choices: &[Vec<ConceptId>], written: &Statement) -> Vec<AnyOf> {
        match formulas::all_of(&self.names.declared.conditions, choices) {
            Ok(formulas) => formulas,
            Err(TooMany { most }) => {
                self.context.report(
                    Diagnostic::new(Code::H0906, acts::too_many_together(&most))
                        .label(written.head, Text::empty())
                        .help(acts::declare_one_condition()),
                );
                Vec::new()
            }
        }
    }

    /// All 但し of a block: conditions, or clauses that it gives way to.
    pub(super) fn unless(&mut self, block: &Statement, scope: Where) -> Lifting {
        let mut choices = Vec::new();
        let mut clauses = Vec::new();
        for item in block.children_of(Keyword::Unless).flat_map(Statement::meaning_items) {
            if let MeaningItem::Together(paths) = item {
                choices.extend(self.together(paths, scope));
                continue;
            }
            let Some(path) = self.expect_name(item, Kind::ConditionOrClause) else {
                continue;
            };
            let text = path.text();
            let condition = self.names.find(Dimension::Condition, &text, scope);
            match (condition, self.names.clause(&text, scope)) {
                (Some(_), Ok(clause)) => self.either(path, clause),
                (Some(id), _) => {
                    self.names
                        .use_path(Thing::Concept(Dimension::Condition, id), Form::Meaning, path);
                    choices.push(vec![id]);
                }
                (None, Ok(clause)) => {
                    self.names.use_path(Thing::Clause(clause), Form::Meaning, path);
                    retired::check_named(self.names.outline, clause, path, self.context);
                    clauses.push(clause);
                }
                (None, Err(NoClause::Ambiguous(candidates))) => {
                    let diagnostic = self.names.ambiguous(path, &candidates);
                    self.context.report(diagnostic);
                }
                (None, Err(NoClause::Unknown)) => self.neither(path, scope),
            }
        }
        Lifting { choices, clauses }
    }

    /// The formulas that lift a norm where all of them hold; none where nothing lifts it.
    pub(super) fn lifted_by(&mut self, lifting: &Lifting, written: &Statement) -> Vec<AnyOf> {
        match lifting.choices.is_empty() {
            true => Vec::new(),
            false => self.formulas(&lifting.choices, written),
        }
    }

    /// 但し of a 加工: the conditions under which the data may stay as it is. No clause can lift a processing requirement.
    /// Empty where there are none.
    pub(super) fn lifted(&mut self, processing: &Statement, scope: Where) -> Vec<AnyOf> {
        let mut references = References::default();
        for statement in processing.children_of(Keyword::Unless) {
            let found = self.named(statement, Dimension::Condition, scope);
            references.merge(found);
        }
        let choices = references.choices();
        match choices.is_empty() {
            true => Vec::new(),
            false => self.formulas(&choices, processing),
        }
    }

    fn either(&mut self, path: &Path, clause: ClauseId) {
        let anchor = &self.names.outline.clause(clause).anchor;
        let help = match anchor.contains('.') {
            true => say::write_the_path_or_rename(&Name(anchor.clone())),
            false => declarations::rename_one(),
        };
        self.context.report(
            Diagnostic::new(Code::H0205, say::condition_and_clause(&Name(path.text())))
                .label(path.span, Text::empty())
                .help(help),
        );
    }

    fn neither(&mut self, path: &Path, scope: Where) {
        let text = path.text();
        if self.context.is_excused(&text) {
            return;
        }
        let clauses = (self.names.outline.clauses.iter()).filter_map(|clause| clause.name.as_deref());
        let bare = clauses.map(|name| name.rsplit('.').next().unwrap_or(name));
        let mut diagnostic = self.names.unresolved(Some(Dimension::Condition), path, scope);
        if diagnostic.fix.is_none() && diagnostic.code == Code::H0201 {
            diagnostic.message = say::neither_condition_nor_clause(&Name(text.clone()));
            diagnostic.help.clear();
            let Some(meant) = self.names.suggestions.nearest(&text, || bare) else {
                self.context.report(diagnostic.help(say::declare_or_take_out()));
                return;
            };
            diagnostic = diagnostic
                .help(say::did_you_mean_the_clause(&Name(meant.to_owned())))
                .fix(path.span, meant);
        }
        self.context.report(diagnostic);
    }

    /// 優先: clauses that this one goes before.
    pub(super) fn priority(&mut self, block: &Statement, scope: Where) -> Vec<ClauseId> {
        let items: Vec<&MeaningItem> = block
            .children_of(Keyword::Priority)
            .flat_map(Statement::meaning_items)
            .collect();
        let mut clauses = Vec::new();
        for item in items {
            if let Some(path) = self.expect_name(item, Kind::Clause) {
                clauses.extend(self.names.require_clause(path, scope, self.context));
            }
        }
        clauses
    }

    /// 根拠, as written.
    pub(super) fn basis(&mut self, block: &Statement) -> Vec<String> {
        block
            .children_of(Keyword::LegalBasis)
            .flat_map(Statement::meaning_items)
            .filter_map(|item| match item {
                MeaningItem::Name(path) => Some(path.text()),
                _ => None,
            })
            .collect()
    }

    /// All 期間 of a block: whichever ends first.
    pub(super) fn period(&mut self, block: &Statement) -> Option<Period> {
        let mut found: Option<Period> = None;
        for statement in block.children_of(Keyword::Period) {
            let Some(stated) = self.names.declared.period_of.get(&statement.head).cloned() else {
                continue;
            };
            for (event, place) in stated.events {
                self.names
                    .use_concept(Dimension::Condition, event, Form::Meaning, place);
            }
            let period = found.get_or_insert_default();
            if !period.written.is_empty() {
                period.written.push('、');
            }
            period.written.push_str(&stated.period.written);
            period.ends.extend(stated.period.ends);
            period.at_least.extend(stated.period.at_least);
        }
        found
    }

    /// 水準 of a block, if it states one.
    pub(super) fn state(&mut self, block: &Statement) -> Option<Processing> {
        let statement = block.children_of(Keyword::State).next()?;
        self.state_in(statement)
    }

    /// The processing state named in ［］.
    pub(in crate::resolve) fn state_in(&mut self, statement: &Statement) -> Option<Processing> {
        let item = statement.meaning_items().next()?;
        let path = self.expect_name(item, Kind::State)?;
        let text = path.text();
        let found = Processing::from_word(&text);
        if found.is_none() {
            let words = Processing::ALL.map(Processing::word);
            self.unknown_value(path, Kind::State, &words);
        }
        found
    }

    /// A value that is none of a fixed list.
    pub(in crate::resolve) fn unknown_value(&mut self, path: &Path, kind: Kind, words: &[&str]) {
        let text = path.text();
        let mut diagnostic = Diagnostic::new(Code::H0304, say::no_such_value(&Name(text.clone()), &kind))
            .label(path.span, Text::empty())
            .help(say::use_one_of(&Choices::of(words)));
        // 不可 is near to 許可, and its opposite: only a word that begins alike is offered.
        let alike = |meant: &&str| meant.chars().next() == text.chars().next();
        if let Some(meant) = nearest(&text, words.iter().copied()).filter(alike) {
            diagnostic = diagnostic.fix(path.span, meant);
        }
        self.context.report(diagnostic);
    }

    /// 除外, 残す and 一般化 of a 加工.
    pub(super) fn transform(&mut self, processing: &Statement, scope: Where) -> Transform {
        let drop = self.data_named(processing, Keyword::Drop, scope);
        let keep = self.data_named(processing, Keyword::Keep, scope);
        let mut generalise = Vec::new();
        for item in processing
            .children_of(Keyword::Generalise)
            .flat_map(Statement::meaning_items)
        {
            let MeaningItem::Arrow(from, to) = item else {
                self.expect_arrow(item);
                continue;
            };
            let from = self
                .names
                .require(Dimension::Data, from, Form::Meaning, scope, self.context);
            let to = self
                .names
                .require(Dimension::Data, to, Form::Meaning, scope, self.context);
            generalise.extend(from.zip(to));
        }
        Transform {
            drop,
            keep,
            generalise,
            span: processing.head,
        }
    }

    /// The data that all statements of one keyword in a block name.
    pub(super) fn data_named(&mut self, block: &Statement, keyword: Keyword, scope: Where) -> Vec<ConceptId> {
        let mut references = References::default();
        for statement in block.children_of(keyword) {
            let found = self.named(statement, Dimension::Data, scope);
            references.merge(found);
        }
        references.concepts
    }

    pub(super) fn expect_arrow(&mut self, item: &MeaningItem) {
        self.context.report(
            Diagnostic::new(Code::H0304, say::arrow_wanted())
                .label(item.span(), Text::empty())
                .help(say::data_on_both_sides()),
        );
    }
}
