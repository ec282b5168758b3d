//! What a new name, or the loss of one, brings: nothing but the name, since a wider one said, or goes on to say, the same.

use std::collections::BTreeSet;

use crate::decide::explain::cite;
use crate::decide::explain::phrases::joined;
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
use crate::vocabulary::{ConceptId, Dimension};

/// As many clauses as a reader takes in.
const MOST: usize = 3;

/// What became of a word of which these statements are.
pub(super) fn told(comparison: &Comparison<'_>, subject: Subject, statements: &[&Statement]) -> Text {
    let word = Name(summary::called(comparison, subject));
    let entry = match subject {
        Subject::Word(index) => comparison.vocabulary.entries().nth(index),
        _ => None,
    };
    let known = entry.map(|entry| (entry.dimension, entry.old, entry.new));
    match known {
        Some((dimension, None, Some(id))) => {
            let wider = wider(comparison, Side::New, dimension, id);
            match (wider, clauses(comparison, Side::New, statements)) {
                (_, None) => say::new_name_of_the_unstated(&word),
                (None, Some(clauses)) => say::new_name_at_the_top(&word, &clauses),
                (Some(wider), Some(clauses)) => say::new_name(&word, &wider, &clauses),
            }
        }
        Some((dimension, Some(id), None)) => {
            let wider = wider(comparison, Side::Old, dimension, id);
            match (wider, clauses(comparison, Side::Old, statements)) {
                (_, None) => say::lost_name_of_the_unstated(&word),
                (None, Some(clauses)) => say::lost_name_at_the_top(&word, &clauses),
                (Some(wider), Some(clauses)) => say::lost_name(&word, &wider, &clauses),
            }
        }
        _ => say::named_otherwise(&word),
    }
}

/// The nearest names above a word of one revision that the other knows.
fn wider(comparison: &Comparison<'_>, side: Side, dimension: Dimension, id: ConceptId) -> Option<Names> {
    let (own, other) = match side {
        Side::Old => (comparison.old, comparison.new),
        Side::New => (comparison.new, comparison.old),
    };
    let joint = comparison.vocabulary.joint(dimension);
    let (graph, others) = (own.vocabulary.graph(dimension), other.vocabulary.graph(dimension));
    let (mut open, mut seen, mut found) = (vec![id], BTreeSet::new(), BTreeSet::new());
    while let Some(id) = open.pop() {
        match joint.counterpart(side, id) {
            Some(ConceptId::TOP) => {}
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
    let mut cited: Vec<Text> = norms.into_iter().map(|id| cite(policy, id).text()).collect();
    cited.dedup();
    let shown = joined(&cited[..cited.len().min(MOST)], "、", ", ");
    match (cited.len(), cited.len().saturating_sub(MOST)) {
        (0, _) => None,
        (_, 0) => Some(Cited(shown)),
        (all, more) => Some(Cited(Text::of_visible(
            format!("{}など {all} の条項", shown.ja),
            format!("{} and {more} more", shown.en),
        ))),
    }
}
