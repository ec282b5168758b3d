//! What the blocks of 改定 and 最終改定 say: the lines of the 概要, and what is acknowledged (承認).

mod report;

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use jiff::civil::Date;

use super::clauses::{NoClause, Scope as Where};
use super::meaning::Resolver;
use super::occurrences::{Form, Thing};
use super::outline::Outline;
use super::sentences::facts::Kind;
use crate::document::{Block, ClauseId, DateKind, Document, Part, Run, TitleStyle, number_in_reference};
use crate::keyword::Keyword;
use crate::policy::{Acknowledgement, Covered, OUTSIDE, RevisionEntry, SummaryLine};
use crate::span::Span;
use crate::syntax::ast::{Inline, Mark, MeaningItem, Path, Statement, WrittenDate};
use crate::vocabulary::Dimension;

/// The first part of a name that only the previous revision has: 旧版.第三者提供.
const PREVIOUS: &str = "旧版.";

/// The revisions, while the page is being built.
#[derive(Debug, Default)]
pub(super) struct Revisions {
    entries: Vec<RevisionEntry>,
    /// The clauses that a line's ［］ or wording names, by the line's head.
    covered: FxHashMap<Span, Vec<ClauseId>>,
    /// The words of the lines, by their heads.
    words: FxHashMap<Span, Vec<Run>>,
}

/// Reads every 改定 and 最終改定, in the order of the source.
pub(super) fn revisions(
    root: Option<&Statement>,
    outline: &Outline<'_>,
    resolver: &mut Resolver<'_, '_, '_, '_>,
) -> Revisions {
    let mut revisions = Revisions::default();
    if let Some(root) = root {
        revisions.walk(root, None, outline, resolver);
    }
    revisions
}

impl Revisions {
    fn walk(
        &mut self,
        block: &Statement,
        scope: Where,
        outline: &Outline<'_>,
        resolver: &mut Resolver<'_, '_, '_, '_>,
    ) {
        for child in block.children() {
            let kind = match child.kind {
                Keyword::Revised => DateKind::Revised,
                Keyword::LastRevised => DateKind::LastRevised,
                _ => {
                    self.walk(child, outline.clause_of(child).or(scope), outline, resolver);
                    continue;
                }
            };
            let date = dates_of(child).find_map(|written| written.date.map(|date| (date, written.span)));
            let mut summary = Vec::new();
            for line in child.children_of(Keyword::Summary).flat_map(Statement::children) {
                summary.extend(self.line(line, scope, resolver));
            }
            let acknowledgements = child
                .children_of(Keyword::Acknowledgement)
                .filter_map(|statement| acknowledgement(statement, date, scope, resolver))
                .collect();
            self.entries.extend(date.map(|(date, _)| RevisionEntry {
                kind,
                date,
                summary,
                acknowledgements,
                span: child.head,
            }));
        }
    }

    /// One bullet of a 概要. A note in it describes no change.
    fn line(
        &mut self,
        statement: &Statement,
        scope: Where,
        resolver: &mut Resolver<'_, '_, '_, '_>,
    ) -> Option<SummaryLine> {
        let bullet = statement.kind == Keyword::Prose && matches!(statement.mark, Some((Mark::Bullet, _)));
        if !bullet {
            return None;
        }
        let mut covers = covered(statement, scope, resolver);
        let inlines = statement.wordings.iter().flat_map(|wording| &wording.paragraphs);
        let mut referred = Vec::new();
        for inlines in inlines {
            clauses_referred(inlines, scope, resolver, &mut referred);
        }
        if statement.meanings.is_empty() {
            if referred.is_empty() {
                resolver.context.report(report::covers_nothing(statement.place()));
            }
            covers.clauses = distinct(referred.iter().copied());
        }
        // What the wording itself refers to needs no second link.
        let said: BTreeSet<ClauseId> = referred.into_iter().collect();
        let missing = covers.clauses.iter().copied().filter(|id| !said.contains(id));
        self.covered.insert(statement.head, missing.collect());
        Some(SummaryLine {
            wording: String::new(),
            covers,
            span: statement.head,
        })
    }

    /// What the page shows of a line: its words, and where the change is to be found.
    ///
    /// The place is the clause's heading or, for a clause without one, that of the nearest clause around it: no name of the
    /// source appears on the page.
    ///
    /// `words` is the line's first paragraph, `further` the others.
    pub(super) fn shown(
        &mut self,
        line: &Statement,
        words: Vec<Run>,
        further: &[Block],
        outline: &Outline<'_>,
    ) -> Vec<Run> {
        let covered = self.covered.get(&line.head).into_iter().flatten();
        let places = distinct(covered.filter_map(|clause| headed(*clause, outline)));
        let mut shown = words.clone();
        for (index, place) in places.iter().enumerate() {
            let before = if index == 0 { "（" } else { "、" };
            shown.push(Run::Text(format!("{before}{}", numbers_above(*place, outline))));
            shown.push(Run::Reference {
                clause: *place,
                part: part(*place, outline),
            });
        }
        if !places.is_empty() {
            shown.push(Run::Text("）".to_owned()));
        }
        let mut whole = words;
        for block in further {
            if let Block::Paragraph { runs, .. } = block {
                whole.push(Run::Text("\n".to_owned()));
                whole.extend_from_slice(runs);
            }
        }
        self.words.insert(line.head, whole);
        shown
    }

    /// The revisions with the words of their lines.
    pub(super) fn finish(mut self, document: &Document) -> Vec<RevisionEntry> {
        for line in self.entries.iter_mut().flat_map(|entry| &mut entry.summary) {
            if let Some(words) = self.words.get(&line.span) {
                line.wording = document.plain(words);
            }
        }
        self.entries
    }
}

/// Each once, in the order of their first mention.
fn distinct(clauses: impl Iterator<Item = ClauseId>) -> Vec<ClauseId> {
    let mut seen = BTreeSet::new();
    clauses.filter(|clause| seen.insert(*clause)).collect()
}

/// The clause itself or the nearest around it that the page shows with a heading.
fn headed(clause: ClauseId, outline: &Outline<'_>) -> Option<ClauseId> {
    let mut at = Some(clause);
    while let Some(id) = at {
        let clause = outline.clause(id);
        if clause.headed {
            return at;
        }
        at = clause.parent;
    }
    None
}

/// The numbers that lead to a clause: `2 ` before (1) 加盟店への提供, which there may be in other chapters too.
fn numbers_above(clause: ClauseId, outline: &Outline<'_>) -> String {
    let mut numbers = Vec::new();
    let mut at = clause;
    while let Some(number) = &outline.clause(at).number
        && !outline
            .style
            .get(&number.level)
            .is_some_and(|style| style.pattern.holds_parent())
        && let Some(parent) = outline.clause(at).parent
    {
        let above = outline.clause(parent).number.as_ref();
        numbers.extend(above.map(|number| number_in_reference(&outline.style, number) + " "));
        at = parent;
    }
    numbers.reverse();
    numbers.concat()
}

/// Number and title; the number alone where the title stands in brackets itself: （第3条）.
fn part(clause: ClauseId, outline: &Outline<'_>) -> Part {
    let number = outline.clause(clause).number.as_ref();
    let style = number.and_then(|number| outline.style.get(&number.level));
    match style.map(|style| style.pattern.title_style()) {
        Some(TitleStyle::Parenthesised) => Part::Number,
        _ => Part::Full,
    }
}

/// One 承認, if it says what, why and when. What it lacks is reported at once.
fn acknowledgement(
    statement: &Statement,
    revised: Option<(Date, Span)>,
    scope: Where,
    resolver: &mut Resolver<'_, '_, '_, '_>,
) -> Option<Acknowledgement> {
    let covers = covered(statement, scope, resolver);
    let names = statement
        .meaning_items()
        .any(|item| !matches!(item, MeaningItem::Date(_)));
    let dates: Vec<&WrittenDate> = dates_of(statement).collect();
    let reasons: Vec<_> = statement.strings.iter().collect();
    let reason = reasons.first().map_or("", |quoted| quoted.text.trim());
    let lacks = report::Lacks {
        names: !names,
        // A reason in 「」 was reported: it would appear on the page.
        reason: reason.is_empty() && statement.wordings.is_empty(),
        date: dates.is_empty(),
    };
    if lacks.anything() {
        resolver.context.report(report::incomplete(statement, lacks));
    }
    let second = dates.get(1).map(|date| date.span);
    for span in second.into_iter().chain(reasons.get(1).map(|quoted| quoted.span)) {
        resolver.context.report(report::second_value(span));
    }
    let date = dates.first().and_then(|written| Some((written.date?, written.span)))?;
    if let Some(revised) = revised.filter(|revised| revised.0 < date.0) {
        resolver.context.report(report::after_revision(date.1, revised.1));
    }
    (!covers.is_empty() && !reason.is_empty()).then(|| Acknowledgement {
        covers,
        reason: reason.to_owned(),
        date: date.0,
        span: statement.head,
    })
}

fn dates_of(statement: &Statement) -> impl Iterator<Item = &WrittenDate> {
    statement.meaning_items().filter_map(|item| match item {
        MeaningItem::Date(written) => Some(written),
        _ => None,
    })
}

/// What the names in a statement's ［］ stand for.
fn covered(statement: &Statement, scope: Where, resolver: &mut Resolver<'_, '_, '_, '_>) -> Covered {
    let mut covered = Covered::default();
    for item in statement.meaning_items() {
        if let Some(place) = resolver.names.place_named(item) {
            let place = resolver.names.require_place(&place, Form::Revision, resolver.context);
            covered.concepts.extend(place.map(|id| (Dimension::Party, id)));
            continue;
        }
        let dated = statement.kind == Keyword::Acknowledgement && matches!(item, MeaningItem::Date(_));
        if !dated && let Some(path) = resolver.expect_name(item, Kind::ClauseOrWord) {
            name(path, scope, &mut covered, resolver);
        }
    }
    covered.clauses = distinct(covered.clauses.into_iter());
    covered.concepts.sort_unstable();
    covered.concepts.dedup();
    covered
}

/// Adds everything that bears a name. It does not count as a use: who only describes a change needs no declaration.
fn name(path: &Path, scope: Where, covered: &mut Covered, resolver: &mut Resolver<'_, '_, '_, '_>) {
    let text = path.text();
    let concepts = Dimension::ALL.into_iter().filter_map(|dimension| {
        let id = resolver.names.find(dimension, &text, scope)?;
        Some((dimension, id))
    });
    let concepts: Vec<_> = concepts.collect();
    let clause = resolver.names.clause(&text, scope);
    match clause {
        Ok(clause) => {
            resolver.names.use_path(Thing::Clause(clause), Form::Revision, path);
            covered.clauses.push(clause);
        }
        Err(NoClause::Ambiguous(candidates)) => {
            let diagnostic = resolver.names.ambiguous(path, &candidates);
            resolver.context.report(diagnostic);
        }
        Err(NoClause::Unknown) if concepts.is_empty() && text == OUTSIDE => covered.outside = true,
        Err(NoClause::Unknown) if concepts.is_empty() => match text.strip_prefix(PREVIOUS) {
            Some(removed) => covered.removed.push(removed.to_owned()),
            None if resolver.context.is_excused(&text) => {}
            None => {
                let diagnostic = report::unresolved(path, resolver.names.nearest_of_all(&text));
                resolver.context.report(diagnostic);
            }
        },
        Err(NoClause::Unknown) => {}
    }
    for (dimension, id) in &concepts {
        let thing = Thing::Concept(*dimension, *id);
        resolver.names.use_path(thing, Form::Revision, path);
    }
    covered.concepts.extend(concepts);
}

/// The clauses that a wording refers to with `{名前}`. What refers to nothing is reported where it is shown.
fn clauses_referred(
    inlines: &[Inline],
    scope: Where,
    resolver: &Resolver<'_, '_, '_, '_>,
    referred: &mut Vec<ClauseId>,
) {
    for inline in inlines {
        match inline {
            Inline::Reference(path) => {
                let clause = resolver.names.clause_referred(&path.text(), scope);
                referred.extend(clause.ok().map(|(clause, _)| clause));
            }
            Inline::Link { words, .. } | Inline::Strong { words, .. } => {
                clauses_referred(words, scope, resolver, referred);
            }
            Inline::Text(_) | Inline::Url(_) => {}
        }
    }
}
