//! What is to be said of a revision at its own source: changes that nobody can see, widenings that nobody answers for, and a
//! 改定 block that does not match what changed.

use super::Comparison;
use super::changes::{Change, Subject};
use super::decisions::{Class, Statement};
use super::places::place;
use super::sections::example;
use super::summary;
use super::vocabulary::Side;
use super::widenings::further_statements;
use crate::diagnostic::{self, Code, Diagnostic, Text};
use crate::document::ClauseId;
use crate::policy::{Covered, RevisionEntry};
use crate::vocabulary::{Dimension, LeafSet};

/// All findings about the new revision, in the order of its source.
#[must_use]
pub fn findings(comparison: &Comparison<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if !comparison.decisions.complete {
        found.push(not_compared());
    }
    widenings(comparison, &mut found);
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
    Diagnostic::new(
        Code::H0708,
        Text::new(
            "最後まで比べていません。条件の組合せが多すぎて、旧版からの許可・禁止の変化をすべては調べられませんでした",
            "not compared to the end: there are too many combinations of conditions to find all that changed since the \
             previous revision",
        ),
    )
    .help(Text::new(
        "広がりがないとは言えません。条項の場合と但しを減らすか、改定を小さく分けてください",
        "it cannot be said that nothing became wider: use fewer 場合 and 但し, or revise in smaller steps",
    ))
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
        let code = match widening.visible {
            true => Code::H0707,
            false => Code::H0701,
        };
        let (first, more) = (widening.first(), widening.more());
        let (text, span) = (&first.text, place(comparison, first));
        let mut diagnostic = Diagnostic::new(
            code,
            match code {
                Code::H0701 => Text::new(
                    format!("文言は変わらないのに、{}", text.ja),
                    format!("the wording stays, and yet {}", text.en),
                ),
                _ => Text::new(
                    format!("承認がないまま、{}", text.ja),
                    format!("without an acknowledgement {}", text.en),
                ),
            },
        );
        if let Some(span) = span {
            diagnostic = diagnostic.label(span, Text::empty());
        }
        diagnostic = diagnostic.note(example(first));
        if more > 0 {
            diagnostic = diagnostic.note(further_statements(more));
        }
        found.push(diagnostic.help(match code {
            Code::H0701 => Text::new(
                "意図した変更なら文言にも表すか、改定に承認を書いてください。そうでなければ、［］や語彙を元に戻してください",
                "if it is meant, say it in the wording or write a 承認 into the 改定; if not, mend what stands in ［］ or the \
                 vocabulary",
            ),
            _ => Text::new(
                "意図した変更なら、改定に `承認［名前、日付］\"理由\"` を書いてください",
                "if it is meant, write `承認［NAME、DATE］\"REASON\"` into the 改定",
            ),
        }));
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
        let called = summary::called(comparison, change.subject);
        found.push(
            Diagnostic::new(
                Code::H0704,
                Text::new(
                    format!("{called}の変更が概要にありません"),
                    format!("the summary does not tell the change of {called}"),
                ),
            )
            .label(entry.span, Text::new("この改定の概要", "the summary of this revision"))
            .note(first_statement(comparison, change))
            .help(Text::new(
                "概要に一行加えてください。`hoshin diff --format draft` が案を書き出します",
                "add a line; `hoshin diff --format draft` writes a draft",
            )),
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
            Diagnostic::new(
                Code::H0705,
                Text::new(
                    "概要が挙げる条項や語は、旧版から変わっていません",
                    "what this line of the summary names did not change since the previous revision",
                ),
            )
            .label(line.span, Text::empty())
            .help(Text::new(
                "変わった条項の名前に直すか、この行を除いてください。変更の一覧は `hoshin diff` で確かめられます",
                "name the clause that changed, or take the line out; `hoshin diff` lists the changes",
            )),
        );
    }
}

/// New acknowledgements that no widening needs.
fn needless(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    let statements = comparison.decisions.statements.iter();
    // Who answers for what only got a name does no harm.
    let wider: Vec<&Statement> = statements.filter(|one| one.effect.class() == Class::Wider).collect();
    for one in comparison.new.new_acknowledgements(comparison.old) {
        let needed = wider.iter().any(|statement| {
            let by = comparison.acknowledged_by(statement);
            by.iter().any(|used| used.span == one.span) || touches(comparison, &one.covers, statement)
        });
        if needed {
            continue;
        }
        found.push(
            Diagnostic::new(
                Code::H0706,
                Text::new(
                    "この承認に当たる広がりは、旧版との間にありません",
                    "nothing became wider since the previous revision that this acknowledgement is for",
                ),
            )
            .label(one.span, Text::empty())
            .help(Text::new(
                "広がった条項の名前に直すか、要らなければ除いてください",
                "name what became wider, or take it out",
            )),
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
            Diagnostic::new(
                Code::H0709,
                Text::new(
                    "旧版の日付以前に決めた承認は、この改定の広がりの承認になりません",
                    "what was acknowledged no later than the previous revision answers for nothing in this one",
                ),
            )
            .label(one.span, Text::empty())
            .help(Text::new(
                "この改定について承認を得て、その日付を書いてください。前の改定の記録なら、前の改定に書きます",
                "have this revision acknowledged and write that date; the record of an earlier one belongs to it",
            )),
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
        let quoted: String = names.iter().map(|name| format!("「{name}」")).collect();
        found.push(
            Diagnostic::new(
                Code::H0710,
                Text::new(
                    format!("承認の{quoted}は、広がるものより広い名前です。この名前では、どの広がりも通りません"),
                    format!("{} in an acknowledgement is wider than what becomes wider, and lets nothing pass", names.join(", ")),
                ),
            )
            .label(one.span, Text::empty())
            .help(Text::new(
                "広がる情報・相手・目的か、広がった条項の名前を、一つずつ挙げてください。`hoshin diff` で確かめられます",
                "name the data, parties or purposes that become wider, or the clauses; `hoshin diff` lists them",
            )),
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
