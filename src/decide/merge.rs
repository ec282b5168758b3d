//! Many sets of conditions as few: sets that lead to the same norms and differ in one member only become one.

use std::collections::BTreeSet;

use super::bits::Bits;
use super::position::Position;

/// Conditions to assert together, each a choice of atoms, with the norms that then decide.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Choice {
    pub(super) slots: Vec<Bits>,
    /// The atoms to rule out besides, all of them.
    pub(super) ruled_out: Bits,
    pub(super) norms: BTreeSet<Position>,
}

/// Merges sets that differ in one member and let the same norms decide, until none do. What the result stands for is
/// what was given.
pub(super) fn merge(mut choices: Vec<Choice>) -> Vec<Choice> {
    for choice in &mut choices {
        choice.slots.sort_unstable();
    }
    choices.sort_unstable();
    let mut at = 0;
    while at < choices.len() {
        let pair = (at + 1..choices.len()).find_map(|other| {
            let merged = merged(&choices[at], &choices[other])?;
            Some((other, merged))
        });
        match pair {
            Some((other, merged)) => {
                choices.remove(other);
                choices[at] = merged;
                // The merged one may now fit one that was passed over.
                at = 0;
            }
            None => at += 1,
        }
    }
    choices
}

fn merged(a: &Choice, b: &Choice) -> Option<Choice> {
    if a.norms != b.norms || a.ruled_out != b.ruled_out || a.slots.len() != b.slots.len() {
        return None;
    }
    let only = |of: &Choice, other: &Choice| -> Vec<Bits> {
        of.slots
            .iter()
            .filter(|slot| !other.slots.contains(slot))
            .cloned()
            .collect()
    };
    let (of_a, of_b) = (only(a, b), only(b, a));
    let ([one], [other]) = (of_a.as_slice(), of_b.as_slice()) else {
        return None;
    };
    let mut both = one.clone();
    both.union_with(other);
    let mut slots: Vec<Bits> = a.slots.iter().filter(|slot| *slot != one).cloned().collect();
    slots.push(both);
    slots.sort_unstable();
    Some(Choice {
        slots,
        ruled_out: a.ruled_out.clone(),
        norms: a.norms.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(slots: &[&[usize]]) -> Choice {
        let mut slots: Vec<Bits> = slots.iter().map(|slot| slot.iter().copied().collect()).collect();
        slots.sort_unstable();
        Choice {
            slots,
            ruled_out: Bits::default(),
            norms: BTreeSet::new(),
        }
    }

    #[test]
    fn alternatives_in_one_place_become_one_choice() {
        let all = vec![
            choice(&[&[0], &[2]]),
            choice(&[&[0], &[3]]),
            choice(&[&[1], &[2]]),
            choice(&[&[1], &[3]]),
        ];
        assert_eq!(merge(all), vec![choice(&[&[0, 1], &[2, 3]])]);
    }

    #[test]
    fn what_other_norms_decide_stays_apart() {
        let other = Choice {
            norms: BTreeSet::from([Position::new(7)]),
            ..choice(&[&[1]])
        };
        assert_eq!(
            merge(vec![choice(&[&[0]]), other.clone()]),
            vec![choice(&[&[0]]), other]
        );
    }

    #[test]
    fn what_rules_out_something_else_stays_apart() {
        let other = Choice {
            ruled_out: Bits::from_iter([7]),
            ..choice(&[&[1]])
        };
        assert_eq!(
            merge(vec![choice(&[&[0]]), other.clone()]),
            vec![choice(&[&[0]]), other]
        );
    }

    #[test]
    fn different_sets_stay_apart() {
        let all = vec![choice(&[&[0]]), choice(&[&[1], &[2]])];
        assert_eq!(merge(all.clone()), all);
    }
}
