//! Looking names up, and saying what is wrong with those that are not found.

use std::collections::{HashMap, HashSet};

use super::clauses::{NoClause, Scope, choose_clause, clauses_by_name};
use super::context::Context;
use super::declared::{Declared, declared_at};
use super::lookalike;
use super::occurrences::{Form, Thing, Use};
use super::outline::Outline;
use super::retired;
use super::sentences::facts::{Choices, Kind, One};
use super::sentences::names as say;
use crate::characters::key;
use crate::diagnostic::{Code, Diagnostic, Text, bounds};
use crate::document::{ClauseId, Part};
use crate::span::Span;
use crate::syntax::Suggestions;
use crate::syntax::ast::{Path, Statement};
use crate::text::sentence::Name;
use crate::vocabulary::{ConceptId, Dimension, FORMER_NAMES, FormerName, Graph, Linking, Origin, Vocabulary};

/// Everything that can be referred to, and what has been.
#[derive(Debug)]
pub(super) struct Names<'a, 'o> {
    pub(super) outline: &'o Outline<'a>,
    pub(super) declared: Declared,
    pub(super) linkings: Vec<Linking>,
    /// Where names, and what they stand for, are used.
    pub(super) uses: Vec<Use>,
    /// Where a condition is named as it was called before.
    pub(super) former: Vec<(Span, &'static FormerName)>,
    /// By the key of the last part of their names.
    clauses: HashMap<String, Vec<ClauseId>>,
    anchors: HashSet<&'o str>,
    /// The clauses in which a name is local.
    locals: HashMap<(Dimension, String), Vec<ClauseId>>,
    pub(super) suggestions: Suggestions,
}

impl<'a, 'o> Names<'a, 'o> {
    pub(super) fn new(outline: &'o Outline<'a>, declared: Declared, suggestions: Suggestions) -> Self {
        let clauses = clauses_by_name(outline);
        let mut locals: HashMap<(Dimension, String), Vec<ClauseId>> = HashMap::new();
        // In any order: of several homes the first by name is suggested.
        declared.tables.keys().for_each(|(dimension, scope, name)| {
            if let Some(scope) = scope {
                locals.entry((*dimension, name.clone())).or_default().push(*scope);
            }
        });
        let containers = declared.containers.clone();
        let mut names = Self {
            outline,
            declared,
            linkings: Vec::new(),
            uses: Vec::new(),
            former: Vec::new(),
            clauses,
            anchors: outline.clauses.iter().map(|clause| clause.anchor.as_str()).collect(),
            locals,
            suggestions,
        };
        for (dimension, id, path) in &containers {
            names.use_path(Thing::Concept(*dimension, *id), Form::Container, path);
        }
        names
    }

    pub(super) fn graph(&self, dimension: Dimension) -> &Graph {
        match dimension {
            Dimension::Data => &self.declared.data,
            Dimension::Party => &self.declared.parties,
            Dimension::Purpose => &self.declared.purposes,
            Dimension::Condition => &self.declared.conditions,
        }
    }

    /// The concept a statement declares or, unnamed, stands for.
    pub(super) fn of_statement(&self, statement: &Statement) -> Option<ConceptId> {
        self.declared.of_statement.get(&statement.head).copied()
    }

    /// Records a use of a concept that does not stand there by a path.
    pub(super) fn use_concept(&mut self, dimension: Dimension, id: ConceptId, form: Form, span: Span) {
        let thing = Thing::Concept(dimension, id);
        self.uses.push(Use { span, thing, form });
    }

    /// Records that a path names something: its last part, and with the parts before it the clauses they name.
    pub(super) fn use_path(&mut self, thing: Thing, form: Form, path: &Path) {
        let Some((last, before)) = path.segments.split_last() else {
            return;
        };
        self.uses.push(Use {
            span: last.span,
            thing,
            form,
        });
        if let Thing::Concept(Dimension::Condition, id) = thing {
            let name = &self.graph(Dimension::Condition).get(id).name;
            let is_it = |former: &&FormerName| former.now == name && former.name == key(&last.text);
            let found = FORMER_NAMES.iter().find(is_it);
            self.former.extend(found.map(|former| (last.span, former)));
        }
        if before.is_empty() {
            return;
        }
        let outline = self.outline;
        let mut home = match thing {
            Thing::Clause(clause) => outline.clause(clause).parent,
            Thing::Concept(dimension, id) => self.home(dimension, id),
            Thing::Route(_) | Thing::Term(_) => None,
        };
        for segment in before.iter().rev() {
            let wanted = key(&segment.text);
            while let Some(clause) = home {
                home = outline.clause(clause).parent;
                let anchor = &outline.clause(clause).anchor;
                if key(anchor.rsplit('.').next().unwrap_or(anchor)) == wanted {
                    self.uses.push(Use {
                        span: segment.span,
                        thing: Thing::Clause(clause),
                        form: if form.is_use() { Form::Home } else { form },
                    });
                    break;
                }
            }
        }
    }

    /// Conditions that are named as they were called before.
    pub(super) fn report_former(&self, context: &mut Context<'_>) {
        for (place, former) in &self.former {
            let message = say::former_name(&Name(former.name.to_owned()), &Name(former.now.to_owned()));
            context.report(
                Diagnostic::new(Code::H0212, message)
                    .label(*place, Text::empty())
                    .help(say::write_its_name(&Name(former.now.to_owned())))
                    .fix(*place, former.now),
            );
        }
    }

    /// Whether one of these is declared by the name at this place.
    pub(super) fn is_declared_at(&self, dimension: Dimension, ids: &[ConceptId], place: Span) -> bool {
        let graph = self.graph(dimension);
        ids.iter().any(|id| declared_at(graph, *id) == Some(place))
    }

    /// The clause that a concept is local to.
    fn home(&self, dimension: Dimension, id: ConceptId) -> Scope {
        let (anchor, _) = self.graph(dimension).get(id).name.rsplit_once('.')?;
        let last = anchor.rsplit('.').next().unwrap_or(anchor);
        let named = self.clauses.get(&*key(last))?;
        named
            .iter()
            .copied()
            .find(|clause| self.outline.clause(*clause).anchor == anchor)
    }

    pub(super) fn into_vocabulary(self) -> Vocabulary {
        Vocabulary {
            data: self.declared.data,
            parties: self.declared.parties,
            purposes: self.declared.purposes,
            conditions: self.declared.conditions,
            linkings: self.linkings,
            routes: self.declared.routes,
        }
    }

    /// The concept of this name as seen from a clause, without a report.
    pub(super) fn find(&self, dimension: Dimension, path: &str, scope: Scope) -> Option<ConceptId> {
        let table = &self.declared.tables;
        let path = key(path);
        let path = path.as_ref();
        let mut at = scope;
        while let Some(clause) = at {
            if let Some(id) = table.get(&(dimension, Some(clause), path.to_owned())) {
                return Some(*id);
            }
            at = self.outline.clause(clause).parent;
        }
        if let Some(id) = table.get(&(dimension, None, path.to_owned())) {
            return Some(*id);
        }
        let (clause, local) = path.rsplit_once('.')?;
        let clause = self.clause(clause, scope).ok()?;
        table.get(&(dimension, Some(clause), local.to_owned())).copied()
    }

    /// Whether the page has this anchor.
    pub(super) fn has_anchor(&self, anchor: &str) -> bool {
        self.anchors.contains(anchor)
    }

    /// The clause of this name as seen from a clause.
    pub(super) fn clause(&self, path: &str, from: Scope) -> Result<ClauseId, NoClause> {
        let path = key(path);
        let path = path.as_ref();
        let last = path.rsplit('.').next().unwrap_or(path);
        let candidates = self.clauses.get(last).map_or(&[][..], Vec::as_slice);
        choose_clause(self.outline, candidates, path, from)
    }

    /// The clause that `{名前}`, `{名前.番号}` or `{名前.題}` shows, and which part of it.
    pub(super) fn clause_referred(&self, text: &str, from: Scope) -> Result<(ClauseId, Part), NoClause> {
        let (whole, part) = match text.rsplit_once('.') {
            Some((before, "番号")) => (before, Part::Number),
            Some((before, "題")) => (before, Part::Title),
            _ => (text, Part::Full),
        };
        match self.clause(text, from) {
            Err(NoClause::Unknown) => Ok((self.clause(whole, from)?, part)),
            found => Ok((found?, Part::Full)),
        }
    }

    /// The name of a clause or concept that is nearest to one that nothing has.
    pub(super) fn nearest_of_all(&self, text: &str) -> Option<&str> {
        let clauses = self.outline.clauses.iter().filter_map(|clause| clause.name.as_deref());
        let bare = clauses.clone().map(|name| name.rsplit('.').next().unwrap_or(name));
        let concepts = Dimension::ALL
            .into_iter()
            .flat_map(|dimension| self.graph(dimension).iter())
            .filter(|(_, concept)| !concept.anonymous)
            .map(|(_, concept)| concept.name.as_str());
        self.suggestions
            .nearest(text, || bare.chain(clauses.clone()).chain(concepts))
    }

    /// The concept of this name, marked as used; reports what is wrong otherwise.
    pub(super) fn require(
        &mut self,
        dimension: Dimension,
        path: &Path,
        form: Form,
        scope: Scope,
        context: &mut Context<'_>,
    ) -> Option<ConceptId> {
        let text = path.text();
        if let Some(id) = self.find(dimension, &text, scope) {
            self.use_path(Thing::Concept(dimension, id), form, path);
            return Some(id);
        }
        if !context.is_excused(&text) {
            let diagnostic = self.unresolved(Some(dimension), path, scope);
            context.report(diagnostic);
        }
        None
    }

    /// The clause of this name; reports what is wrong otherwise.
    pub(super) fn require_clause(&mut self, path: &Path, scope: Scope, context: &mut Context<'_>) -> Option<ClauseId> {
        let text = path.text();
        match self.clause(&text, scope) {
            Ok(id) => {
                self.use_path(Thing::Clause(id), Form::Meaning, path);
                retired::check_named(self.outline, id, path, context);
                Some(id)
            }
            Err(NoClause::Unknown) => {
                if !context.is_excused(&text) {
                    context.report(self.unresolved(None, path, scope));
                }
                None
            }
            Err(NoClause::Ambiguous(candidates)) => {
                context.report(self.ambiguous(path, &candidates));
                None
            }
        }
    }

    /// Several clauses of one name.
    pub(super) fn ambiguous(&self, path: &Path, candidates: &[ClauseId]) -> Diagnostic {
        let anchors = candidates.iter().map(|id| self.outline.clause(*id).anchor.as_str());
        let anchors = Choices(bounds::names(anchors, ["、", ", "]));
        let message = say::any_of_several_clauses(&Name(path.text()));
        let mut diagnostic = Diagnostic::new(Code::H0205, message).label(path.span, Text::empty());
        for id in candidates.iter().take(3) {
            diagnostic = diagnostic.label(self.outline.clause(*id).span, say::candidate());
        }
        diagnostic.help(say::write_from_the_chapter(&anchors))
    }

    /// What to say of a name that is not there: of another kind, local to another clause, or misspelt.
    pub(super) fn unresolved(&self, dimension: Option<Dimension>, path: &Path, scope: Scope) -> Diagnostic {
        let text = path.text();
        let kind = dimension.map_or(Kind::Clause, Kind::Of);
        let (name, one) = (Name(text.clone()), One(kind));
        let other = Dimension::ALL
            .into_iter()
            .filter(|other| Some(*other) != dimension)
            .find_map(|other| self.find(other, &text, scope).map(|id| (other, id)));
        if let Some((other, id)) = other {
            let found = Kind::Of(other);
            let mut diagnostic = Diagnostic::new(Code::H0203, say::other_kind(&name, &kind, &One(found)))
                .label(path.span, say::wanted_here(&one));
            if let Origin::Declared(span) = self.graph(other).get(id).origin {
                diagnostic = diagnostic.label(span, say::declared_as(&found));
            }
            return diagnostic.help(say::write_one(&one));
        }
        if dimension.is_some()
            && let Ok(clause) = self.clause(&text, scope)
        {
            return Diagnostic::new(Code::H0203, say::names_a_clause(&name, &kind))
                .label(path.span, say::wanted_here(&one))
                .label(self.outline.clause(clause).span, say::the_clause())
                .help(say::write_one(&one));
        }
        let mut diagnostic =
            Diagnostic::new(Code::H0201, say::not_declared(&name, &kind)).label(path.span, Text::empty());
        if let Some(elsewhere) = dimension.and_then(|dimension| self.local_elsewhere(dimension, &text)) {
            return diagnostic
                .help(say::write_from_outside(&Name(elsewhere.clone())))
                .fix(path.span, elsewhere);
        }
        match self.suggestions.nearest(&text, || self.candidates(dimension, scope)) {
            Some(meant) => {
                diagnostic.notes.extend(lookalike::note(&text, meant));
                diagnostic
                    .help(say::did_you_mean(&Name(meant.to_owned())))
                    .fix(path.span, meant)
            }
            None => diagnostic.help(match dimension {
                // A path is no name to declare: its last part is, within the clause that the rest names.
                Some(_) if text.contains('.') => say::see_whether_declared_there(&one),
                Some(dimension) => say::declare_it(&Name(dimension.word().to_owned()), &name),
                None => say::name_a_clause(),
            }),
        }
    }

    fn local_elsewhere(&self, dimension: Dimension, name: &str) -> Option<String> {
        let name = key(name).into_owned();
        let homes = self.locals.get(&(dimension, name.clone()))?;
        // Of a name that stands in thousands of clauses no one is meant.
        if homes.len() > MOST_HOMES {
            return None;
        }
        let found = homes.iter().map(|scope| {
            let name = self.spelt(dimension, Some(*scope), &name);
            let anchor = &self.outline.clause(*scope).anchor;
            let bare = anchor.rsplit('.').next().unwrap_or(anchor);
            let clause = if self.clause(bare, None).is_ok() { bare } else { anchor };
            format!("{clause}.{name}")
        });
        found.min()
    }

    /// The name as its declaration writes it, for the key of a name that is in the tables.
    fn spelt<'s>(&'s self, dimension: Dimension, scope: Scope, name: &'s str) -> &'s str {
        let id = self.declared.tables.get(&(dimension, scope, name.to_owned()));
        let declared = id.map(|id| self.graph(dimension).get(*id).name.as_str());
        declared.map_or(name, |name| name.rsplit('.').next().unwrap_or(name))
    }

    /// Names that could stand here, in a fixed order.
    fn candidates(&self, dimension: Option<Dimension>, scope: Scope) -> Vec<&str> {
        match dimension {
            Some(dimension) => {
                let mut names: Vec<&str> = self
                    .declared
                    .tables
                    .keys()
                    .filter(|(of, place, _)| *of == dimension && (place.is_none() || *place == scope))
                    .map(|(_, place, name)| self.spelt(dimension, *place, name))
                    .collect();
                names.sort_unstable();
                names
            }
            None => self
                .outline
                .clauses
                .iter()
                .filter_map(|clause| clause.name.as_deref())
                .flat_map(|name| [name, name.rsplit('.').next().unwrap_or(name)])
                .collect(),
        }
    }
}

/// In how many clauses a name may be local for one of them to be suggested.
const MOST_HOMES: usize = 50;
