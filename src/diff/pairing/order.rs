//! Which of several things kept their order: the heaviest subsequence that rises. What is not in it has moved.

/// Marks what has moved among things that stand in one order on one side and at `places` on the other: as few as
/// possible, and the lightest where there is a choice.
pub(super) fn moved(places: &[usize], weights: &[u64]) -> Vec<bool> {
    let mut sorted: Vec<usize> = places.to_vec();
    sorted.sort_unstable();
    // By rank of the place: the best chain that ends there or before, and its last element (a Fenwick tree of maxima).
    let mut tree: Vec<(u64, Option<usize>)> = vec![(0, None); places.len() + 1];
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    let mut best: (u64, Option<usize>) = (0, None);
    for (index, place) in places.iter().enumerate() {
        let rank = sorted.partition_point(|other| other < place) + 1;
        let mut chain = (0, None);
        let mut at = rank - 1;
        while at > 0 {
            if tree[at].0 > chain.0 {
                chain = tree[at];
            }
            at &= at - 1;
        }
        before[index] = chain.1;
        let weight = (1 << 32) + weights[index].min(u64::from(u32::MAX) >> 12);
        let grown = (chain.0 + weight, Some(index));
        if grown.0 > best.0 {
            best = grown;
        }
        let mut at = rank;
        while at < tree.len() {
            if grown.0 > tree[at].0 {
                tree[at] = grown;
            }
            at += at & at.wrapping_neg();
        }
    }
    let mut moved = vec![true; places.len()];
    let mut last = best.1;
    while let Some(index) = last {
        moved[index] = false;
        last = before[index];
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn what_keeps_its_order_has_not_moved() {
        assert_eq!(moved(&[], &[]), Vec::<bool>::new());
        assert_eq!(moved(&[3, 5, 9], &[1, 1, 1]), [false, false, false]);
    }

    #[test]
    fn one_that_jumps_over_two_moved_however_heavy() {
        assert_eq!(moved(&[1, 2, 0], &[1, 1, 900]), [false, false, true]);
    }

    #[test]
    fn of_two_that_changed_places_the_lighter_moved() {
        assert_eq!(moved(&[1, 0], &[5, 50]), [true, false]);
        assert_eq!(moved(&[1, 0], &[50, 5]), [false, true]);
    }
}
