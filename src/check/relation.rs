//! How a permit and a refusal lie to one another, dimension by dimension, and what the literature calls the case.
//!
//! - PolicyLint (Andow et al., USENIX Security 2019) and PoliCheck (USENIX Security 2020) name the sixteen cases of data ×
//!   entity: C1–C12 and N1–N4.
//! - PoliCond extends nine of them by a condition: n1–n9 where the permit's condition is the wider one, c1–c9 where it is the
//!   stricter.
//! - Eddy (Breaux et al., RE 2013) calls a conflict equivalent, subsumes, subsumed by or shared, over all dimensions.
//!
//! The names by data alone mix what this crate keeps apart ([`Kind`]); they are given so that results can be compared.

use crate::norm::Norm;
use crate::vocabulary::LeafSet;

/// How the permit's side of one dimension lies to the refusal's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// `=`
    Equal,
    /// `<`: the permit's is the narrower.
    Narrower,
    /// `>`: the permit's is the wider.
    Wider,
    /// `~`: they overlap, and neither contains the other.
    Overlapping,
}

/// What a permit and a refusal that meet are to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// All that is permitted lies in what is refused.
    Contradiction,
    /// What is refused lies in what is permitted, and is less: an exception.
    Narrowing,
    /// Each has a part of its own.
    Crossing,
}

/// The relation in every dimension. Processing is none: they meet at the permit's own least state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Relation {
    /// Data categories.
    pub data: Side,
    /// The other parties.
    pub parties: Side,
    /// Purposes.
    pub purposes: Side,
    /// Routes of collection.
    pub routes: Side,
    /// Conditions.
    pub conditions: Side,
}

impl Side {
    fn of(inside: bool, contains: bool) -> Self {
        match (inside, contains) {
            (true, true) => Self::Equal,
            (true, false) => Self::Narrower,
            (false, true) => Self::Wider,
            (false, false) => Self::Overlapping,
        }
    }

    fn of_sets(permit: &LeafSet, refusal: &LeafSet) -> Self {
        Self::of(permit.is_subset(refusal), refusal.is_subset(permit))
    }
}

impl Relation {
    /// The relation of a permit to a refusal. `data` are what each speaks of, linkings in force where they meet by one.
    pub(super) fn of(permit: &Norm, refusal: &Norm, data: (&LeafSet, &LeafSet)) -> Self {
        // The operator does some acts alone: there is no party to compare.
        let alone = !permit
            .acts
            .intersection(refusal.acts)
            .iter()
            .any(crate::norm::Act::has_other_party);
        Self {
            data: Side::of_sets(data.0, data.1),
            parties: match alone {
                true => Side::Equal,
                false => Side::of_sets(&permit.parties.leaves, &refusal.parties.leaves),
            },
            purposes: Side::of_sets(&permit.purposes.leaves, &refusal.purposes.leaves),
            routes: routes(permit.routes.as_deref(), refusal.routes.as_deref()),
            conditions: Side::of(implies(permit, refusal), implies(refusal, permit)),
        }
    }

    fn sides(self) -> [Side; 5] {
        [self.data, self.parties, self.purposes, self.routes, self.conditions]
    }

    /// Which of the three it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        let all = |allowed: [Side; 2]| self.sides().iter().all(|side| allowed.contains(side));
        if all([Side::Equal, Side::Narrower]) {
            Kind::Contradiction
        } else if all([Side::Equal, Side::Wider]) {
            Kind::Narrowing
        } else {
            Kind::Crossing
        }
    }

    /// The name of PolicyLint and PoliCheck, by data and entity.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn policy_lint(self) -> &'static str {
        const NAMES: [[&str; 4]; 4] = [
            ["C1", "C2", "N1", "C6"],
            ["C3", "C4", "N2", "C7"],
            ["N3", "C5", "N4", "C8"],
            ["C9", "C10", "C11", "C12"],
        ];
        NAMES[self.parties as usize][self.data as usize]
    }

    /// The name of PoliCond, where the conditions differ and are ordered, as it wants them.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn poli_cond(self) -> Option<String> {
        let prefix = match self.conditions {
            Side::Wider => 'n',
            Side::Narrower => 'c',
            Side::Equal | Side::Overlapping => return None,
        };
        // The grid counts =, >, < in each dimension.
        let at = |side| match side {
            Side::Equal => Some(0),
            Side::Wider => Some(1),
            Side::Narrower => Some(2),
            Side::Overlapping => None,
        };
        Some(format!("{prefix}{}", at(self.parties)? * 3 + at(self.data)? + 1))
    }

    /// The name of Eddy, over all dimensions.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn eddy(self) -> &'static str {
        match self.kind() {
            Kind::Contradiction if self.sides().iter().all(|side| *side == Side::Equal) => "equivalent",
            Kind::Contradiction => "subsumed by",
            Kind::Narrowing => "subsumes",
            Kind::Crossing => "shared",
        }
    }
}

fn routes(permit: Option<&[u32]>, refusal: Option<&[u32]>) -> Side {
    match (permit, refusal) {
        (None, None) => Side::Equal,
        (Some(_), None) => Side::Narrower,
        (None, Some(_)) => Side::Wider,
        (Some(permit), Some(refusal)) => {
            let set = |routes: &[u32]| routes.iter().copied().collect::<LeafSet>();
            Side::of_sets(&set(permit), &set(refusal))
        }
    }
}

/// Whether the conditions of one norm hold wherever those of another that can be met do.
///
/// A norm applies when each 場合 has an asserted leaf and no 但し has one. To have all of them and miss a 場合 of the other, it
/// takes a choice outside it for each; to hit a 但し of the other, a leaf that is not excluded already.
fn implies(norm: &Norm, other: &Norm) -> bool {
    let lifted = &norm.unless.conditions.leaves;
    let wanted = |case: &LeafSet| {
        norm.requires
            .iter()
            .any(|own| own.leaves.difference(lifted).is_subset(case))
    };
    other.requires.iter().all(|case| wanted(&case.leaves)) && other.unless.conditions.leaves.is_subset(lifted)
}

/// Whether some conditions make both norms apply.
pub(super) fn can_meet(norm: &Norm, other: &Norm) -> bool {
    let lifts = |norm: &Norm| !norm.unless.conditions.leaves.is_empty();
    if !lifts(norm) && !lifts(other) {
        let mut cases = norm.requires.iter().chain(&other.requires);
        return cases.all(|case| !case.leaves.is_empty());
    }
    let lifted = norm.unless.conditions.leaves.union(&other.unless.conditions.leaves);
    let mut cases = norm.requires.iter().chain(&other.requires);
    cases.all(|case| !case.leaves.is_subset(&lifted))
}
