//! The units of both sides as one list: those of the new document in their order, and after what they followed those that
//! are gone.

use crate::diff::pairing::Pairing;
use crate::diff::units::Unit;

/// A place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MergedUnit {
    pub(super) old: Option<usize>,
    pub(super) new: Option<usize>,
}

pub(super) fn entries(old: &[Unit<'_>], new: &[Unit<'_>], pairing: &Pairing) -> Vec<MergedUnit> {
    let after = gone_after(old, new, pairing);
    let mut entries = Vec::with_capacity(old.len() + new.len());
    for (index, gone) in after.iter().enumerate() {
        entries.push(MergedUnit {
            old: pairing.old_unit(index),
            new: Some(index),
        });
        entries.extend(gone.iter().map(|unit| MergedUnit {
            old: Some(*unit),
            new: None,
        }));
    }
    entries
}

/// By new unit: the old units without a partner that follow it.
fn gone_after(old: &[Unit<'_>], new: &[Unit<'_>], pairing: &Pairing) -> Vec<Vec<usize>> {
    let mut after = vec![Vec::new(); new.len()];
    // By old unit that has a partner: the new unit that the next gone unit under it follows.
    let mut slot = vec![0; old.len()];
    // By old unit: the innermost unit with a partner that it stands in.
    let mut home = vec![0; old.len()];
    for (index, unit) in old.iter().enumerate() {
        let parent = unit.parent.unwrap_or(0);
        home[index] = if pairing.new_unit(parent).is_some() {
            parent
        } else {
            home[parent]
        };
        match pairing.new_unit(index) {
            Some(partner) => {
                slot[index] = partner;
                let (from, to) = home_of(home[index], pairing);
                let stays = partner > to && partner < new[to].end && !pairing.is_unit_moved(partner);
                if index > 0 && stays {
                    slot[from] = new[partner].end - 1;
                }
            }
            None => {
                // A heading whose contents stayed stands before them.
                let kept = (index + 1..unit.end).find_map(|under| pairing.new_unit(under));
                if let Some(first) = kept.filter(|first| !pairing.is_unit_moved(*first)) {
                    slot[home[index]] = first.saturating_sub(1);
                }
                after[slot[home[index]]].push(index);
            }
        }
    }
    after
}

fn home_of(home: usize, pairing: &Pairing) -> (usize, usize) {
    (home, pairing.new_unit(home).unwrap_or(0))
}
