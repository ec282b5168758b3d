//! The concepts as they are gathered, before their parents are known.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::gathered_period::Gathered;
use super::report;
use crate::characters;
use crate::document::ClauseId;
use crate::keyword::Keyword;
use crate::resolve::clauses::Scope;
use crate::resolve::context::Context;
use crate::resolve::outline::Outline;
use crate::resolve::sentences::facts::Kind;
use crate::span::Span;
use crate::syntax::ast::{Inline, Path, Statement, Wording};
use crate::vocabulary::{Concept, ConceptId, Dimension, Origin, Route};

/// A concept before its parents are known.
pub(super) struct Pending<'a> {
    pub(super) concept: Concept,
    pub(super) dimension: Dimension,
    pub(super) scope: Scope,
    /// Index among all pending of the concept it stands in.
    pub(super) inside: Option<usize>,
    /// What else contains it.
    pub(super) below: Vec<usize>,
    pub(super) statement: Option<&'a Statement>,
}

pub(super) struct Gathering<'a, 'o> {
    pub(super) outline: &'o Outline<'a>,
    pub(super) pending: Vec<Pending<'a>>,
    /// Purposes and conditions without a name, to be matched or declared once all names are known.
    pub(super) unnamed: Vec<(Dimension, Scope, Option<usize>, &'a Statement)>,
    pub(super) tables: HashMap<(Dimension, Scope, String), usize>,
    pub(super) of_statement: FxHashMap<Span, usize>,
    pub(super) conditions_of: FxHashMap<Span, Vec<usize>>,
    pub(super) routes: Vec<Route>,
    pub(super) route_of: FxHashMap<Span, u32>,
    pub(super) operator: Option<usize>,
    /// What the ［］ of declarations name as that which contains them, and where.
    pub(super) containers: Vec<(Dimension, ConceptId, Path)>,
    pub(super) clauses: HashMap<String, Vec<ClauseId>>,
    /// The first concept of a clause that has this name there, once all are gathered.
    pub(super) first_local: HashMap<(Dimension, String), usize>,
    /// The 期間, read once all names are known, and the clauses that they stand in.
    pub(super) periods: Vec<(Scope, &'a Statement)>,
    /// What they say.
    pub(super) period_of: FxHashMap<Span, Gathered>,
    /// How many anonymous concepts each home has.
    pub(super) anonymous: HashMap<(Dimension, String), usize>,
}

/// Where a walk stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) parent: Keyword,
    pub(super) scope: Scope,
    /// The concept of the same dimension it stands in.
    pub(super) inside: Option<usize>,
}

impl<'a, 'o> Gathering<'a, 'o> {
    /// Nothing gathered yet.
    pub(super) fn new(outline: &'o Outline<'a>) -> Self {
        Self {
            outline,
            pending: Vec::new(),
            unnamed: Vec::new(),
            tables: HashMap::new(),
            of_statement: FxHashMap::default(),
            conditions_of: FxHashMap::default(),
            routes: Vec::new(),
            route_of: FxHashMap::default(),
            operator: None,
            containers: Vec::new(),
            clauses: HashMap::new(),
            first_local: HashMap::new(),
            periods: Vec::new(),
            period_of: FxHashMap::default(),
            anonymous: HashMap::new(),
        }
    }

    pub(super) fn add(
        &mut self,
        dimension: Dimension,
        scope: Scope,
        inside: Option<usize>,
        concept: Concept,
        statement: Option<&'a Statement>,
    ) -> usize {
        let index = self.pending.len();
        let bare = concept.name.rsplit('.').next().unwrap_or(&concept.name);
        let bare = characters::key(bare).into_owned();
        self.tables.insert((dimension, scope, bare), index);
        if let Some(statement) = statement {
            self.of_statement.insert(statement.head, index);
        }
        self.pending.push(Pending {
            concept,
            dimension,
            scope,
            inside,
            below: Vec::new(),
            statement,
        });
        index
    }

    pub(super) fn qualified(&self, scope: Scope, name: &str) -> String {
        match scope {
            Some(clause) => format!("{}.{name}", self.outline.clause(clause).anchor),
            None => name.to_owned(),
        }
    }

    pub(super) fn labels(&self, statement: &Statement) -> Vec<String> {
        statement.wordings.iter().map(|wording| self.plain(wording)).collect()
    }

    /// The words of a label. References are printed by number and title of clauses, by name for the rest.
    fn plain(&self, wording: &Wording) -> String {
        let mut text = String::new();
        for inline in wording.paragraphs.iter().flatten() {
            self.write_plain(inline, &mut text);
        }
        text
    }

    fn write_plain(&self, inline: &Inline, text: &mut String) {
        match inline {
            Inline::Text(words) => text.push_str(&words.text),
            Inline::Reference(path) => text.push_str(&path.text()),
            Inline::Url(url) => text.push_str(&url.text),
            Inline::Link { words, .. } | Inline::Strong { words, .. } => {
                for inline in words {
                    self.write_plain(inline, text);
                }
            }
        }
    }

    fn duplicate(&self, dimension: Dimension, first: usize, statement: &Statement, context: &mut Context<'_>) {
        let Some(name) = &statement.name else { return };
        match self.pending[first].concept.origin {
            Origin::Declared(span) => report::duplicate(&name.text, Kind::Of(dimension), name.span, span, context),
            Origin::BuiltIn => report::built_in(&name.text, dimension, name.span, context),
        }
    }

    /// Declares a named statement; an unnamed one is a group and passes on what it stands in.
    pub(super) fn named(
        &mut self,
        dimension: Dimension,
        scope: Scope,
        place: Place,
        statement: &'a Statement,
        context: &mut Context<'_>,
    ) -> Option<usize> {
        let Some(name) = &statement.name else {
            return place.inside;
        };
        let key = characters::key(&name.text).into_owned();
        if let Some(first) = self.tables.get(&(dimension, scope, key)) {
            self.duplicate(dimension, *first, statement, context);
            return Some(*first);
        }
        let concept = Concept {
            labels: self.labels(statement),
            ..Concept::new(self.qualified(scope, &name.text), Origin::Declared(name.span))
        };
        Some(self.add(dimension, scope, place.inside, concept, Some(statement)))
    }

    pub(super) fn anonymous(
        &mut self,
        dimension: Dimension,
        scope: Scope,
        inside: Option<usize>,
        statement: &'a Statement,
    ) -> usize {
        let home = match (inside, scope) {
            (Some(index), _) => self.pending[index].concept.name.clone(),
            (None, Some(clause)) => self.outline.clause(clause).anchor.clone(),
            (None, None) => String::new(),
        };
        let count = self.anonymous.entry((dimension, home.clone())).or_insert(0);
        *count += 1;
        let word = dimension.word();
        // A name cannot hold a blank, so a made-up name is never one that an editor gave.
        let name = match home.as_str() {
            "" => format!("{word} {count}"),
            home => format!("{home}.{word} {count}"),
        };
        let concept = Concept {
            labels: self.labels(statement),
            anonymous: true,
            ..Concept::new(name, Origin::Declared(statement.head))
        };
        let index = self.pending.len();
        self.of_statement.insert(statement.head, index);
        self.pending.push(Pending {
            concept,
            dimension,
            scope,
            inside,
            below: Vec::new(),
            statement: Some(statement),
        });
        index
    }

    /// `・配送` inside a clause: a reference where 配送 is declared, a declaration otherwise.
    pub(super) fn only_a_name(&self, statement: &Statement, local: bool) -> bool {
        local && statement.meanings.is_empty() && statement.wordings.is_empty() && statement.body.is_none()
    }
}
