//! How it is with the requests that a change leaves out by 「…でないとき」: whether they were so already, or stay an exception.

use super::Effect;
use super::cubes::Cubes;
use crate::decide::Verdict;
use crate::region::{CutOff, Judgement, When};

/// The requests that are like those of a change but for a condition that these must not assert.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Outside {
    /// There are none, or they are not alike.
    Various,
    /// They were before, and are after, as the change makes the others: what needed consent so far.
    Already,
    /// They were before, and are after, as the others were before the change: an exception of it.
    Excepted,
}

/// Of a change that has this effect on these sides, when these conditions hold. Read backwards, what is already so is an
/// exception, and the reverse.
pub(super) fn of(
    judgement: &Judgement,
    sides: [u8; 2],
    effect: Effect,
    when: &When,
    conditions: &Cubes,
) -> Result<Outside, CutOff> {
    let ([cube], true) = (conditions.cubes.as_slice(), conditions.complete) else {
        return Ok(Outside::Various);
    };
    if cube.none_of.is_empty() {
        return Ok(Outside::Various);
    }
    let leaves = judgement.leaves();
    let absent = when.atoms();
    let absent = absent.iter().filter(|atom| leaves[*atom].is_subset(&cube.none_of));
    let whatever = absent.fold(when.clone(), |rest, atom| rest.given(atom, false));
    let left_out = whatever.and_not(when)?;
    // What counts: whether it is permitted, or, where that does not change, whether it is forbidden.
    let (decisive, reached) = match effect {
        Effect::Permits => (Verdict::Permitted, true),
        Effect::Withdraws => (Verdict::Permitted, false),
        Effect::Forbids => (Verdict::Forbidden, true),
        Effect::Lifts => (Verdict::Forbidden, false),
    };
    let [before, after] = [sides[0], sides[1]].map(|side| judgement.side(side).when(decisive));
    let (before, after) = (before?, after?);
    let all = left_out.and_not(&before.and(&after)?)?.is_never();
    let none = !left_out.meets(&before.or(&after)?)?;
    Ok(match (all, none) {
        (true, true) | (false, false) => Outside::Various,
        (all, _) if all == reached => Outside::Already,
        _ => Outside::Excepted,
    })
}
