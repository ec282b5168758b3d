//! What is to be said of a revision at its own source: changes that nobody can see, widenings that nobody answers for, and a
//! 改定 block that does not match what changed.

use super::Comparison;
use super::changes::{Change, Subject};
use super::decisions::{Class, Statement};
use super::places::place;
use super::sections::example;
use super::sentences::facts::{Called, Names, Told};
use super::sentences::findings as say;
use super::summary;
use super::vocabulary::Side;
use super::widenings::further_statements;
use crate::diagnostic::{self, Code, Diagnostic, Text};
use crate::document::ClauseId;
use crate::policy::{Covered, RevisionEntry};
use crate::text::sentence::Name;
use crate::vocabulary::{Dimension, LeafSet};

/// All findings about the new revision, in the order of its source.
#[must_use]
pub fn findings(comparison: &Comparison<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if !comparison.decisions.complete {
        found.push(not_compared());
    }
    widenings(comparison, &mut found);
    unread(comparison, &mut found);
    let changes = comparison.changes();
    if let Some(entry) = newest(comparison) {
        unlisted(comparison, changes, entry, &mut found);
        unmatched(comparison, changes, entry, &mut found);
    }
    needless(comparison, &mut found);
    outdated(comparison, &mut found);
    blanket(comparison, &mut found);
    diagnostic::sort(&mut found);
    found
}

/// The comparison was cut off. It has no place of its own: it is about the whole.
fn not_compared() -> Diagnostic {
    Diagnostic::new(Code::H0708, say::not_compared()).help(say::compare_less())
}

/// The 改定 that this revision added: its newest, where the old revision has none of that date.
fn newest<'c>(comparison: &'c Comparison<'_>) -> Option<&'c RevisionEntry> {
    let newest = comparison.new.revisions.iter().max_by_key(|entry| entry.date)?;
    let known = comparison.old.revisions.iter().any(|entry| entry.date == newest.date);
    (!known).then_some(newest)
}

/// Widenings that readers cannot see, and those that nobody answers for. One report for each place.
fn widenings(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    for widening in comparison.unacknowledged() {
        let (first, more) = (widening.first(), widening.more());
        let told = Told(first.text.clone());
        let (code, message, help) = match widening.visible {
            true => (Code::H0707, say::wider_unacknowledged(&told), say::acknowledge()),
            false => (Code::H0701, say::wider_unseen(&told), say::show_or_acknowledge()),
        };
        let mut diagnostic = Diagnostic::new(code, message);
        if let Some(span) = place(comparison, first) {
            diagnostic = diagnostic.label(span, Text::empty());
        }
        diagnostic = diagnostic.note(example(first));
        if more > 0 {
            diagnostic = diagnostic.note(further_statements(more));
        }
        found.push(diagnostic.help(help));
    }
}

/// Changed wording that no rule was read with, and that nobody answers for.
fn unread(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    for unread in comparison.unanswered() {
        let called = Called(unread.called.clone());
        let mut diagnostic = Diagnostic::new(Code::H0713, say::unread(&called));
        let newest = comparison.new.revisions.iter().max_by_key(|entry| entry.date);
        if let Some(span) = unread.span.or_else(|| newest.map(|entry| entry.span)) {
            diagnostic = diagnostic.label(span, Text::empty());
        }
        let help = match comparison.name_of(unread.subject) {
            Some(name) => say::read_and_acknowledge(&Name(name)),
            None => say::name_it_and_acknowledge(),
        };
        found.push(diagnostic.help(help));
    }
}

/// Changes of decisions that no line of the 概要 tells.
fn unlisted(comparison: &Comparison<'_>, changes: &[Change], entry: &RevisionEntry, found: &mut Vec<Diagnostic>) {
    if entry.summary.is_empty() {
        return;
    }
    for change in changes {
        let decides = !matches!(change.class, Class::WordingOnly | Class::Rearranged | Class::Named);
        let listed = entry
            .summary
            .iter()
            .any(|line| covers(comparison, &line.covers, change));
        // A word changes the page only where its clause does.
        let word = matches!(change.subject, Subject::Word(_));
        if !decides || listed || word && answered(comparison, change, entry) {
            continue;
        }
        let called = Name(summary::called(comparison, change.subject));
        found.push(
            Diagnostic::new(Code::H0704, say::unlisted(&called))
                .label(entry.span, say::summary_of_this_revision())
                .note(first_statement(comparison, change))
                .help(say::add_a_line()),
        );
    }
}

/// Whether what a word brings is told with the clause that a line names: every statement of the word is about data,
/// parties or purposes that the named clauses declare.
fn answered(comparison: &Comparison<'_>, change: &Change, entry: &RevisionEntry) -> bool {
    change.statements.iter().all(|index| {
        let statement = &comparison.decisions.statements[*index];
        statement.only_named
            || entry.summary.iter().any(|line| {
                (statement.requests.declared().into_iter())
                    .any(|(dimension, set)| declares(comparison, &line.covers, dimension, set))
            })
    })
}

/// Whether words that a name covers, or that the clauses it covers declare, are all of the set.
fn declares(comparison: &Comparison<'_>, covers: &Covered, dimension: Dimension, set: &LeafSet) -> bool {
    let joint = comparison.vocabulary.joint(dimension);
    let graph = comparison.new.vocabulary.graph(dimension);
    let document = &comparison.new.document;
    let leaves: Vec<LeafSet> = graph
        .iter()
        .filter(|(id, concept)| {
            let home = concept.name.rsplit_once('.').and_then(|(home, _)| document.find(home));
            covers.has_concept(dimension, *id) || home.is_some_and(|home| covers.has_clause(document, home))
        })
        .map(|(id, _)| joint.joint_set(Side::New, graph.leaves_of(id)))
        .collect();
    !set.is_empty() && set.is_subset(&LeafSet::union_all(&leaves))
}

/// Lines of the 概要 about what did not change.
fn unmatched(comparison: &Comparison<'_>, changes: &[Change], entry: &RevisionEntry, found: &mut Vec<Diagnostic>) {
    for line in &entry.summary {
        let named = !line.covers.is_empty();
        if !named || changes.iter().any(|change| covers(comparison, &line.covers, change)) {
            continue;
        }
        found.push(
            Diagnostic::new(Code::H0705, say::unchanged())
                .label(line.span, Text::empty())
                .help(say::name_what_changed()),
        );
    }
}

/// New acknowledgements that no widening needs.
fn needless(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    let statements = comparison.decisions.statements.iter();
    // Who answers for what only got a name does no harm.
    let wider: Vec<&Statement> = statements.filter(|one| one.effect.class() == Class::Wider).collect();
    let unread: Vec<Subject> = comparison.unread().iter().map(|one| one.subject).collect();
    for one in comparison.new.new_acknowledgements(comparison.old) {
        let needed = wider.iter().any(|statement| {
            let by = comparison.acknowledged_by(statement);
            by.iter().any(|used| used.span == one.span) || touches(comparison, &one.covers, statement)
        });
        if needed
            || unread
                .iter()
                .any(|subject| comparison.is_wording_of(&one.covers, *subject))
        {
            continue;
        }
        found.push(
            Diagnostic::new(Code::H0706, say::needless())
                .label(one.span, Text::empty())
                .help(say::name_what_became_wider()),
        );
    }
}

/// Acknowledgements that were decided no later than the previous revision.
fn outdated(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    let unused = comparison.new.unused_acknowledgements(comparison.old);
    for one in unused
        .into_iter()
        .filter(|one| comparison.new.is_outdated(one, comparison.old))
    {
        found.push(
            Diagnostic::new(Code::H0709, say::outdated())
                .label(one.span, Text::empty())
                .help(say::acknowledge_this_revision()),
        );
    }
}

/// Acknowledgements that name more than what becomes wider.
fn blanket(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    for one in comparison.new.new_acknowledgements(comparison.old) {
        let names: Vec<String> = (comparison.blanket(&one.covers).into_iter())
            .map(|(dimension, id)| super::decisions::name(comparison.new.vocabulary.graph(dimension), id))
            .collect();
        if names.is_empty() {
            continue;
        }
        found.push(
            Diagnostic::new(Code::H0710, say::too_wide(&Names::of(&names)))
                .label(one.span, Text::empty())
                .help(say::name_one_by_one()),
        );
    }
}

/// Whether an acknowledgement names something that a widening is about, though not all of it.
fn touches(comparison: &Comparison<'_>, covers: &Covered, statement: &Statement) -> bool {
    let responsible = comparison.responsible(statement);
    let clause = responsible.iter().any(|(side, clause)| match side {
        Side::New => covers.has_clause(&comparison.new.document, *clause),
        Side::Old => covers.has_removed(&comparison.old.document, *clause),
    });
    clause
        || statement.requests.declared().into_iter().any(|(dimension, set)| {
            let joint = comparison.vocabulary.joint(dimension);
            let graph = comparison.new.vocabulary.graph(dimension);
            let named = covers.concepts.iter().filter(|(of, _)| *of == dimension);
            named
                .map(|(_, id)| joint.joint_set(Side::New, graph.leaves_of(*id)))
                .any(|leaves| leaves.intersects(set))
        })
}

/// Whether a line of the 概要 or a 承認 names what changed, what it stands in, or something in it.
fn covers(comparison: &Comparison<'_>, covers: &Covered, change: &Change) -> bool {
    match change.subject {
        Subject::Clause { old, new } => {
            let document = &comparison.new.document;
            let within = |new: ClauseId| {
                covers.has_clause(document, new)
                    || covers.clauses.iter().any(|named| document.path(*named).contains(&new))
            };
            new.is_some_and(within) || old.is_some_and(|old| covers.has_removed(&comparison.old.document, old))
        }
        Subject::Title | Subject::Preamble | Subject::Outside => covers.outside,
        Subject::Word(index) => comparison.vocabulary.entries().nth(index).is_some_and(|entry| {
            let name = |id| &comparison.old.vocabulary.graph(entry.dimension).get(id).name;
            let declared_in = |id| {
                let name = &comparison.new.vocabulary.graph(entry.dimension).get(id).name;
                let home = name
                    .rsplit_once('.')
                    .and_then(|(home, _)| comparison.new.document.find(home));
                home.is_some_and(|home| covers.has_clause(&comparison.new.document, home))
            };
            entry
                .new
                .is_some_and(|id| covers.has_concept(entry.dimension, id) || declared_in(id))
                || entry.old.is_some_and(|id| covers.has_removed_name(name(id)))
        }),
    }
}

fn first_statement(comparison: &Comparison<'_>, change: &Change) -> Text {
    let first = change.statements.first();
    first.map_or_else(Text::empty, |index| {
        comparison.decisions.statements[*index].text.clone()
    })
}
