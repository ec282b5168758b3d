//! What a new name, or the loss of one, brings: nothing but the name, since a wider one said, or goes on to say, the same.

use std::collections::BTreeSet;

use crate::decide::explain::cite;
use crate::diagnostic::Text;
use crate::diff::Comparison;
use crate::diff::changes::Subject;
use crate::diff::decisions::{Statement, name};
use crate::diff::sentences::decisions as say;
use crate::diff::sentences::facts::{Cited, Names};
use crate::diff::summary;
use crate::diff::vocabulary::Side;
use crate::norm::NormId;
use crate::text::sentence::Name;
use crate::vocabulary::ConceptId;

/// As many clauses as a reader takes in.
const MOST: usize = 3;

/// What became of a word of which these statements are.
pub(super) fn told(comparison: &Comparison<'_>, subject: Subject, statements: &[&Statement]) -> Text {
    let word = Name(summary::called(comparison, subject));
    let gone = summary::is_gone(comparison, subject);
    // The revision that knows the word.
    let side = match gone {
        true => Side::Old,
        false => Side::New,
    };
    let (wider, clauses) = (wider(comparison, subject, side), clauses(comparison, side, statements));
    match (gone, wider, clauses) {
        (false, _, None) => say::new_name_of_the_unstated(&word),
        (false, None, Some(clauses)) => say::new_name_at_the_top(&word, &clauses),
        (false, Some(wider), Some(clauses)) => say::new_name(&word, &wider, &clauses),
        (true, _, None) => say::lost_name_of_the_unstated(&word),
        (true, None, Some(clauses)) => say::lost_name_at_the_top(&word, &clauses),
        (true, Some(wider), Some(clauses)) => say::lost_name(&word, &wider, &clauses),
    }
}

/// The nearest names above a word of one revision that the other knows.
fn wider(comparison: &Comparison<'_>, subject: Subject, side: Side) -> Option<Names> {
    let Subject::Word(index) = subject else { return None };
    let entry = comparison.vocabulary.entries().nth(index)?;
    let (own, other, id) = match side {
        Side::Old => (comparison.old, comparison.new, entry.old?),
        Side::New => (comparison.new, comparison.old, entry.new?),
    };
    let joint = comparison.vocabulary.joint(entry.dimension);
    let (graph, others) = (
        own.vocabulary.graph(entry.dimension),
        other.vocabulary.graph(entry.dimension),
    );
    let (mut open, mut seen, mut found) = (vec![id], BTreeSet::new(), BTreeSet::new());
    while let Some(id) = open.pop() {
        match joint
            .counterpart(side.other(), id)
            .filter(|known| *known != ConceptId::TOP)
        {
            Some(known) => {
                found.insert(known);
            }
            None if seen.insert(id) => open.extend(&graph.get(id).parents),
            None => {}
        }
    }
    let names: Vec<String> = found.into_iter().map(|id| name(others, id)).collect();
    (!names.is_empty()).then(|| Names::of(&names))
}

/// The clauses of a revision that decide in it what the statements are about.
fn clauses(comparison: &Comparison<'_>, side: Side, statements: &[&Statement]) -> Option<Cited> {
    let (policy, deciding): (_, fn(&Statement) -> &[NormId]) = match side {
        Side::Old => (comparison.old, |one| &one.decided_before),
        Side::New => (comparison.new, |one| &one.decided_after),
    };
    let norms: BTreeSet<NormId> = statements.iter().flat_map(|one| deciding(one)).copied().collect();
    let mut cited: Vec<String> = norms.into_iter().map(|id| cite(policy, id).text()).collect();
    cited.dedup();
    let shown = &cited[..cited.len().min(MOST)];
    let (ja, en) = (shown.join("、"), shown.join(", "));
    match (cited.len(), cited.len().saturating_sub(MOST)) {
        (0, _) => None,
        (_, 0) => Some(Cited(Text::new(ja, en))),
        (all, more) => Some(Cited(Text::new(
            format!("{ja}など {all} の条項"),
            format!("{en} and {more} more"),
        ))),
    }
}
