//! Pass 4, first half: what a clause's ［］ and wording refer to, one dimension at a time.
//!
//! ［］ decides where it is given; the wording is then compared with it (drift). Where it is not given, the wording
//! names the things itself: that is inferred, and refused under `--strict`.

use super::clauses::Scope as Where;
use super::context::Context;
use super::elements;
use super::labels::{Found, Labels};
use super::names::Names;
use super::occurrences::Form;
use super::sentences::facts::{Choices, Kind, One, Several, This};
use super::sentences::{acts as say, names as of_names};
use super::turned::{givers, stated, taken_out, turned};
use super::wholes::wholes;
use crate::diagnostic::{Code, Diagnostic, Level, Text};
use crate::keyword::Keyword;
use crate::norm::Scope;
use crate::span::Span;
use crate::syntax::ast::{MeaningItem, Path, Statement, Wording};
use crate::text::sentence::Name;
use crate::vocabulary::{ConceptId, Dimension, LeafSet};
use crate::wording::report;

/// What the passes after `declare` work with.
pub(super) struct Resolver<'a, 'o, 's, 'c> {
    pub(super) names: Names<'a, 'o>,
    pub(super) labels: Labels<'s>,
    pub(super) context: &'c mut Context<'a>,
}

/// References gathered for one dimension.
#[derive(Debug, Default, Clone)]
pub(super) struct References {
    pub(super) concepts: Vec<ConceptId>,
    /// Conditions that count only together: A＋B.
    pub(super) together: Vec<Vec<ConceptId>>,
    pub(super) inferred: bool,
    pub(super) open: bool,
    /// Something was written, even if it could not be resolved: its absence is not to be reported.
    pub(super) stated: bool,
    /// A name in ［］ was not found: what is missing from ［］ may be what was meant by it.
    pub(super) unresolved: bool,
    /// Where ［］ names each, for messages.
    pub(super) places: Vec<(ConceptId, Span)>,
}

impl References {
    fn add(&mut self, id: ConceptId) {
        if !self.concepts.contains(&id) {
            self.concepts.push(id);
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        for id in other.concepts {
            self.add(id);
        }
        self.together.extend(other.together);
        self.places.extend(other.places);
        self.unresolved |= other.unresolved;
        self.inferred |= other.inferred;
        self.open |= other.open;
        self.stated |= other.stated;
    }
}

impl References {
    /// What any one of will do: each condition, or several together.
    pub(super) fn choices(&self) -> Vec<Vec<ConceptId>> {
        let alone = self.concepts.iter().map(|id| vec![*id]);
        alone.chain(self.together.iter().cloned()).collect()
    }

    /// All that is named, alone or together with others.
    pub(super) fn all_named(&self) -> Vec<ConceptId> {
        let mut all = self.concepts.clone();
        for id in self.together.iter().flatten() {
            if !all.contains(id) {
                all.push(*id);
            }
        }
        all
    }
}

impl Resolver<'_, '_, '_, '_> {
    /// The names in a statement's ［］, resolved in one dimension.
    pub(super) fn named(&mut self, statement: &Statement, dimension: Dimension, scope: Where) -> References {
        let mut references = References::default();
        for item in statement.meaning_items() {
            references.stated = true;
            if let (MeaningItem::Together(paths), Dimension::Condition) = (item, dimension) {
                match self.together(paths, scope) {
                    Some(ids) => {
                        references
                            .places
                            .extend(ids.iter().copied().zip(paths.iter().map(|path| path.span)));
                        references.together.push(ids);
                    }
                    None => references.unresolved = true,
                }
                continue;
            }
            if let Some(id) = self.required(item, dimension, scope) {
                references.add(id);
                references.places.push((id, item.span()));
            } else {
                references.unresolved = true;
            }
        }
        references
    }

    /// What an item of ［］ names in one dimension; reports what is wrong otherwise.
    pub(super) fn required(&mut self, item: &MeaningItem, dimension: Dimension, scope: Where) -> Option<ConceptId> {
        if dimension == Dimension::Party
            && let Some(place) = self.names.place_named(item)
        {
            return self.names.require_place(&place, Form::Meaning, self.context);
        }
        let path = self.expect_name(item, Kind::Of(dimension))?;
        self.names.require(dimension, path, Form::Meaning, scope, self.context)
    }

    /// Conditions that must hold together; none where one of them is not known, which was reported.
    pub(super) fn together(&mut self, paths: &[Path], scope: Where) -> Option<Vec<ConceptId>> {
        let ids = paths.iter().map(|path| {
            self.names
                .require(Dimension::Condition, path, Form::Meaning, scope, self.context)
        });
        let ids: Vec<Option<ConceptId>> = ids.collect();
        ids.into_iter().collect()
    }

    /// A name, where a date or a replacement cannot stand.
    pub(super) fn expect_name<'i>(&mut self, item: &'i MeaningItem, kind: Kind) -> Option<&'i Path> {
        match item {
            MeaningItem::Name(path) => Some(path),
            // Reported where it stands.
            MeaningItem::Together(_) => None,
            other => {
                self.context.report(
                    Diagnostic::new(Code::H0304, of_names::name_wanted(&One(kind)))
                        .label(other.span(), Text::empty())
                        .help(of_names::list_names()),
                );
                None
            }
        }
    }

    /// What a dimension's statements say: 項目, 提供先, and the like.
    pub(super) fn dimension(&mut self, statements: &[&Statement], dimension: Dimension, scope: Where) -> References {
        let mut references = References::default();
        for statement in statements {
            let found = self.dimension_statement(statement, dimension, scope);
            references.merge(found);
        }
        references
    }

    fn dimension_statement(&mut self, statement: &Statement, dimension: Dimension, scope: Where) -> References {
        let mut head = self.named(statement, dimension, scope);
        let entries: Vec<&Statement> = statement.children_of(Keyword::Entry).collect();
        let group = !entries.is_empty();
        // A group's own wording is its heading; without entries it is what the statement says.
        if !group {
            let wordings: Vec<&Wording> = statement.wordings.iter().collect();
            self.read_with(&mut head, &wordings, dimension);
            for diagnostic in elements::unread(&self.labels, &wordings, dimension) {
                self.context.report(diagnostic);
            }
            if !head.stated && !statement.wordings.is_empty() {
                self.nothing_named(statement, dimension);
                head.stated = true;
            }
            return head;
        }
        let under_head = head.clone();
        // What the bullets name in words of their own is held against what the head says of them together.
        let told: Vec<&Wording> = (entries.iter())
            .filter(|entry| entry.meanings.is_empty() && entry.name.is_none())
            .flat_map(|entry| &entry.wordings)
            .collect();
        for entry in entries {
            let found = self.entry(entry, &under_head, dimension, scope);
            head.merge(found);
        }
        let lists = told.iter().all(|wording| self.is_list(wording, dimension));
        if under_head.stated && head.concepts.len() == under_head.concepts.len() && lists {
            let found = self.found(&[], &told, dimension, &mut head);
            self.compare(&head, &found, &told, dimension);
        }
        head
    }

    /// Whether a wording is a list of names, not an example in words of its own that a name happens to be in.
    fn is_list(&self, wording: &Wording, dimension: Dimension) -> bool {
        let read = self.labels.read(wording);
        let here = read.found.iter().filter(|found| found.dimension == dimension);
        let named: usize = here.map(|found| (found.span.end - found.span.start) as usize).sum();
        named * 2 >= read.passage.text.len()
    }

    /// One bullet of 項目 or 提供先.
    fn entry(&mut self, entry: &Statement, head: &References, dimension: Dimension, scope: Where) -> References {
        let mut references = self.named(entry, dimension, scope);
        if let Some(name) = &entry.name {
            let path = Path {
                segments: vec![name.clone()],
                span: name.span,
            };
            references.stated = true;
            if let Some(id) = self.names.require(dimension, &path, Form::Element, scope, self.context) {
                references.add(id);
            }
        }
        let wordings: Vec<&Wording> = entry.wordings.iter().collect();
        if !references.stated && !head.concepts.is_empty() {
            // Examples of what the group's ［］ names, in words of their own.
            references.stated = true;
            references.open = wordings
                .iter()
                .any(|wording| self.labels.read(wording).leaves_list_open());
            return references;
        }
        self.read_with(&mut references, &wordings, dimension);
        for diagnostic in elements::unread(&self.labels, &wordings, dimension) {
            self.context.report(diagnostic);
        }
        if !references.stated {
            self.nothing_named(entry, dimension);
            references.stated = true;
        }
        references
    }

    /// Compares given references with wording, or reads them from it where none are given.
    pub(super) fn read_with(&mut self, references: &mut References, wordings: &[&Wording], dimension: Dimension) {
        self.read_but(&[], references, wordings, dimension);
    }

    /// The same for the words of an act, without what they say is not done, or of a prohibition, what is.
    pub(super) fn read_act(
        &mut self,
        kind: Keyword,
        references: &mut References,
        wordings: &[&Wording],
        dimension: Dimension,
    ) {
        let mut turned = turned(&self.labels, kind, wordings);
        turned.extend(taken_out(&self.labels, kind, wordings));
        turned.extend(givers(&self.labels, kind, wordings));
        if stated(kind).is_some_and(|(_, forbids)| !forbids) {
            let graph = self.names.graph(dimension);
            turned.extend(wholes(&self.labels, graph, wordings, true));
        }
        self.read_but(&turned, references, wordings, dimension);
        for diagnostic in elements::unread(&self.labels, wordings, dimension) {
            if !diagnostic
                .labels
                .iter()
                .any(|label| turned.iter().any(|place| place.contains(label.span)))
            {
                self.context.report(diagnostic);
            }
        }
    }

    fn read_but(&mut self, turned: &[Span], references: &mut References, wordings: &[&Wording], dimension: Dimension) {
        let mut found = self.found(turned, wordings, dimension, references);
        if references.stated {
            self.compare(references, &found, wordings, dimension);
            return;
        }
        let operator = self.names.declared.operator.filter(|_| dimension == Dimension::Party);
        found.retain(|found| !found.concepts.iter().any(|id| Some(*id) == operator));
        self.infer(references, &found, dimension);
    }

    /// What some wordings name, less what is said of other things; notes whether they leave a list open.
    fn found(
        &self,
        turned: &[Span],
        wordings: &[&Wording],
        dimension: Dimension,
        references: &mut References,
    ) -> Vec<Found> {
        let mut found = Vec::new();
        let wholes = wholes(&self.labels, self.names.graph(dimension), wordings, false);
        let is_elsewhere = |span: Span| turned.iter().chain(&wholes).any(|place| place.contains(span));
        for wording in wordings {
            let read = self.labels.read(wording);
            references.open |= read.leaves_list_open();
            let here = read.found.iter().filter(|found| found.dimension == dimension);
            found.extend(
                here.filter(|found| !found.excepted && !is_elsewhere(found.span))
                    .cloned(),
            );
        }
        found
    }

    /// Takes what the wording names as meant. The operator is the one who acts, not the other party.
    fn infer(&mut self, references: &mut References, found: &[Found], dimension: Dimension) {
        for found in found {
            references.stated = true;
            references.inferred = true;
            if let [id] = found.concepts.as_slice() {
                self.names.use_concept(dimension, *id, Form::Wording, found.span);
                references.add(*id);
            } else {
                self.ambiguous_label(found, dimension);
            }
        }
        if references.inferred && !references.concepts.is_empty() {
            self.report_inferred(references, found, dimension);
        }
    }

    fn report_inferred(&mut self, references: &References, found: &[Found], dimension: Dimension) {
        let graph = self.names.graph(dimension);
        let names: Vec<&str> = references
            .concepts
            .iter()
            .map(|id| graph.get(*id).name.as_str())
            .collect();
        let span = found.iter().map(|found| found.span).reduce(join).unwrap_or_default();
        let mut diagnostic = report::inferred_meaning(&names, span);
        if self.context.options.strict {
            diagnostic.level = Level::Error;
            return self.context.refuse(diagnostic);
        }
        self.context.report(diagnostic);
    }

    fn ambiguous_label(&mut self, found: &Found, dimension: Dimension) {
        let graph = self.names.graph(dimension);
        let names: Vec<&str> = found.concepts.iter().map(|id| graph.get(*id).name.as_str()).collect();
        let label = Name(self.labels.text(found.span).to_owned());
        self.context.report(
            Diagnostic::new(Code::H0205, say::one_of_several(&label, &Several(dimension)))
                .label(found.span, Text::empty())
                .help(say::choose_in_brackets(&Choices::of(&names))),
        );
    }

    /// Drift: what the wording names and ［］ does not cover, and the reverse where the list is closed.
    fn compare(&mut self, references: &References, found: &[Found], wordings: &[&Wording], dimension: Dimension) {
        let named_here = references.all_named();
        if named_here.is_empty() || references.unresolved || found.is_empty() {
            return;
        }
        let graph = self.names.graph(dimension);
        let given = graph.leaves_of_all(&named_here);
        let mut reports = Vec::new();
        for found in found {
            let covered = found.concepts.iter().any(|id| graph.leaves_of(*id).is_subset(&given));
            // A wider word in the wording is how prose speaks of the narrower thing: 当該個人情報.
            let wider = found.concepts.iter().any(|id| graph.leaves_of(*id).intersects(&given));
            if !covered && !wider {
                reports.push((Code::H0601, found.span, found.concepts[0]));
            }
        }
        let named = LeafSet::union_all(
            found
                .iter()
                .flat_map(|found| &found.concepts)
                .map(|id| graph.leaves_of(*id)),
        );
        if !references.open {
            for id in &named_here {
                if !graph.leaves_of(*id).intersects(&named) {
                    let span = wordings.first().map_or_else(Span::default, |wording| wording.span);
                    reports.push((Code::H0602, span, *id));
                }
            }
        }
        for (code, span, id) in reports {
            self.report_drift(code, span, id, references, dimension);
        }
    }

    /// `wording` is where the wording names the concept, or the wording that does not.
    pub(super) fn report_drift(
        &mut self,
        code: Code,
        wording: Span,
        id: ConceptId,
        references: &References,
        dimension: Dimension,
    ) {
        let name = &self.names.graph(dimension).get(id).name;
        let place = |wanted: Option<ConceptId>| {
            references
                .places
                .iter()
                .find(|(id, _)| wanted.is_none_or(|wanted| *id == wanted))
                .map(|(_, span)| *span)
        };
        let diagnostic = if code == Code::H0601 {
            report::unstated_in_meaning(name, wording, place(None).unwrap_or(wording))
        } else {
            report::unstated_in_wording(name, place(Some(id)).unwrap_or(wording), wording)
        };
        self.context.report(diagnostic);
    }

    fn nothing_named(&mut self, statement: &Statement, dimension: Dimension) {
        let kind = Kind::Of(dimension);
        self.context.report(
            Diagnostic::new(Code::H0305, say::none_told(&This(statement.kind), &kind))
                .label(statement.head, Text::empty())
                .note(say::no_label_in_wording(&kind))
                .help(say::name_in_brackets(&kind)),
        );
    }

    /// The scope of a norm in one dimension: what was named, less what was taken out; everything where nothing was.
    pub(super) fn scope(&self, references: References, except: Vec<ConceptId>, dimension: Dimension) -> Scope {
        let graph = self.names.graph(dimension);
        let named = if references.concepts.is_empty() && !references.stated {
            vec![ConceptId::TOP]
        } else {
            references.concepts
        };
        let mut leaves = graph.leaves_of_all(&named);
        if !except.is_empty() {
            leaves = leaves.difference(&graph.leaves_of_all(&except));
        }
        Scope {
            named,
            except,
            leaves,
            inferred: references.inferred,
            open: references.open,
        }
    }
}

fn join(a: Span, b: Span) -> Span {
    if a.source == b.source { a.to(b) } else { a }
}
