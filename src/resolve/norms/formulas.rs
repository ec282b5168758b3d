//! Conditions that must hold together, as formulas of which each asks for any one condition.

use crate::norm::AnyOf;
use crate::vocabulary::{ConceptId, Graph, Leaf, LeafSet};

/// How many formulas one 場合 or 但し may come to. What people write comes to a handful.
const MOST: usize = 64;

/// There would be more than this many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooMany {
    pub(super) most: usize,
}

/// Formulas all of which hold where one of the choices does: all of its conditions. No choice at all never holds.
///
/// A formula that another implies is left out, so one choice of one condition, or several of one each, are one formula.
pub(super) fn all_of(graph: &Graph, choices: &[Vec<ConceptId>]) -> Result<Vec<AnyOf>, TooMany> {
    let mut formulas: Vec<AnyOf> = vec![AnyOf::default()];
    for choice in choices {
        let longer = formulas.iter().flat_map(|formula| {
            choice.iter().map(|id| {
                let mut conditions = formula.conditions.clone();
                if !conditions.contains(id) {
                    conditions.push(*id);
                }
                AnyOf {
                    leaves: formula.leaves.union(graph.leaves_of(*id)),
                    conditions,
                }
            })
        });
        formulas = weakest_left_out(longer.collect());
        if formulas.len() > MOST {
            return Err(TooMany { most: MOST });
        }
    }
    Ok(formulas)
}

/// A formula that some of its conditions are left of, by what names them: those that were named, where nothing was taken from
/// them.
pub(super) fn narrowed(graph: &Graph, formula: &AnyOf, left: &LeafSet) -> AnyOf {
    let mut conditions = Vec::new();
    for id in &formula.conditions {
        let own = graph.leaves_of(*id).intersection(left);
        if own == *graph.leaves_of(*id) {
            conditions.push(*id);
            continue;
        }
        for leaf in graph.describe(&own) {
            let name = match leaf {
                Leaf::Concept(id) => Some(id),
                Leaf::Rest(of) => graph.rest(of),
            };
            conditions.extend(name.filter(|name| !conditions.contains(name)));
        }
    }
    AnyOf {
        leaves: formula.leaves.intersection(left),
        conditions,
    }
}

/// Leaves out what holds wherever another one does.
fn weakest_left_out(formulas: Vec<AnyOf>) -> Vec<AnyOf> {
    let mut kept: Vec<AnyOf> = Vec::new();
    for formula in formulas {
        if kept.iter().any(|other| other.leaves.is_subset(&formula.leaves)) {
            continue;
        }
        kept.retain(|other| !formula.leaves.is_subset(&other.leaves));
        kept.push(formula);
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::vocabulary::{Concept, Dimension, Origin};

    const CONDITIONS: u32 = 6;

    /// Of the last condition the first two are kinds.
    fn graph() -> Graph {
        let concepts = (1..=CONDITIONS).map(|number| Concept {
            parents: if number < 3 {
                vec![ConceptId(CONDITIONS)]
            } else {
                Vec::new()
            },
            ..Concept::new(format!("条件{number}"), Origin::BuiltIn)
        });
        Graph::build(Dimension::Condition, concepts.collect()).expect("no circle")
    }

    proptest! {
        #[test]
        fn they_hold_together_where_one_of_the_choices_does(
            choices in prop::collection::vec(prop::collection::vec(1..=CONDITIONS, 1..4), 0..4),
            asserted in prop::collection::btree_set(1..=CONDITIONS, 0..6),
        ) {
            let graph = graph();
            let choices: Vec<Vec<ConceptId>> =
                choices.into_iter().map(|choice| choice.into_iter().map(ConceptId).collect()).collect();
            let asserts = |id: &ConceptId| {
                asserted.iter().any(|one| graph.own_leaf(ConceptId(*one)).is_subset(graph.leaves_of(*id)))
            };
            let expected = choices.iter().any(|choice| choice.iter().all(asserts));
            let formulas = all_of(&graph, &choices).expect("they are few");
            let holds = formulas.iter().all(|formula| formula.conditions.iter().any(asserts));
            prop_assert_eq!(holds, expected);
            for formula in &formulas {
                prop_assert_eq!(&formula.leaves, &graph.leaves_of_all(&formula.conditions));
            }
        }
    }

    /// What is left of a category has the names of what is left.
    #[test]
    fn a_narrower_formula_names_what_is_left() {
        let graph = graph();
        let whole = AnyOf {
            conditions: vec![ConceptId(3), ConceptId(CONDITIONS)],
            leaves: graph.leaves_of_all(&[ConceptId(3), ConceptId(CONDITIONS)]),
        };
        let left = whole.leaves.difference(graph.leaves_of(ConceptId(1)));
        let narrower = narrowed(&graph, &whole, &left);
        let rest = graph.rest(ConceptId(CONDITIONS)).expect("it has kinds");
        assert_eq!(narrower.conditions, [ConceptId(3), rest, ConceptId(2)]);
        assert_eq!(narrower.leaves, left);
        assert_eq!(graph.leaves_of_all(&narrower.conditions), left);
        assert_eq!(narrowed(&graph, &whole, &LeafSet::empty()), AnyOf::default());
    }

    #[test]
    fn one_condition_a_choice_is_one_formula() {
        let choices = [vec![ConceptId(1)], vec![ConceptId(3)]];
        let formulas = all_of(&graph(), &choices).expect("they are few");
        assert_eq!(formulas.len(), 1);
        assert_eq!(formulas[0].conditions, [ConceptId(1), ConceptId(3)]);
        // And none is one that never holds.
        assert_eq!(all_of(&graph(), &[]), Ok(vec![AnyOf::default()]));
    }

    #[test]
    fn too_many_are_refused() {
        let concepts = (1..=16).map(|number| Concept::new(format!("条件{number}"), Origin::BuiltIn));
        let graph = Graph::build(Dimension::Condition, concepts.collect()).expect("no circle");
        let pairs: Vec<Vec<ConceptId>> = (0..8)
            .map(|pair| vec![ConceptId(2 * pair + 1), ConceptId(2 * pair + 2)])
            .collect();
        assert_eq!(all_of(&graph, &pairs), Err(TooMany { most: MOST }));
        assert_eq!(all_of(&graph, &pairs[..6]).map(|formulas| formulas.len()), Ok(64));
    }
}
