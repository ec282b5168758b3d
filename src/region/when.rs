//! Under which conditions something holds: functions of what is asserted, as decision diagrams (Bryant 1986), by the crate
//! biodivine-lib-bdd.
//!
//! One function has one form, so that equal functions are equal values, and what matters to none of the policies' norms is in
//! no diagram. Diagrams may still get large: then there is a [`CutOff`], which no caller may take for an answer.

use std::rc::Rc;

use biodivine_lib_bdd::{Bdd, BddPartialValuation, BddVariable, BddVariableSet, op_function};

use crate::decide::bits::Bits;

/// The most nodes of one diagram. Those of policies as people write them have a few dozen.
const MOST_NODES: usize = 1 << 16;

/// The most steps of one operation on two diagrams.
const MOST_STEPS: usize = 1 << 23;

/// The most conditions that one diagram can tell apart; the crate numbers them in 16 bits.
const MOST_ATOMS: usize = 60_000;

/// There was more to look at than is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CutOff;

/// A function of the conditions asserted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum When {
    /// Whatever is asserted, it does not hold.
    Never,
    /// Whatever is asserted, it holds.
    Always,
    /// It depends; the diagram is not constant.
    Depends(Rc<Bdd>),
}

/// The atoms of some functions.
#[derive(Debug)]
pub(crate) struct Variables(BddVariableSet);

impl Variables {
    /// So many atoms.
    ///
    /// # Errors
    /// Where there are more than can be told apart.
    pub(crate) fn new(count: usize) -> Result<Self, CutOff> {
        let count = u16::try_from(count).ok().filter(|_| count <= MOST_ATOMS);
        count
            .map(|count| Self(BddVariableSet::new_anonymous(count)))
            .ok_or(CutOff)
    }

    /// Holds when one of these atoms is asserted.
    pub(crate) fn one_of(&self, atoms: &Bits) -> When {
        let asserted: Vec<(BddVariable, bool)> = atoms.iter().map(|atom| (variable(atom), true)).collect();
        match asserted.as_slice() {
            [] => When::Never,
            [(one, _)] => When::of(self.0.mk_var(*one)),
            many => When::of(self.0.mk_disjunctive_clause(&BddPartialValuation::from_values(many))),
        }
    }
}

type Op = fn(Option<bool>, Option<bool>) -> Option<bool>;

impl When {
    fn of(bdd: Bdd) -> Self {
        match (bdd.is_false(), bdd.is_true()) {
            (true, _) => Self::Never,
            (_, true) => Self::Always,
            _ => Self::Depends(Rc::new(bdd)),
        }
    }

    /// Whether it never holds.
    pub(crate) fn is_never(&self) -> bool {
        *self == Self::Never
    }

    /// How large its diagram is.
    pub(crate) fn size(&self) -> usize {
        match self {
            Self::Never | Self::Always => 1,
            Self::Depends(bdd) => bdd.size(),
        }
    }

    /// Holds when this does not.
    pub(crate) fn not(&self) -> Self {
        match self {
            Self::Never => Self::Always,
            Self::Always => Self::Never,
            Self::Depends(bdd) => Self::Depends(Rc::new(bdd.not())),
        }
    }

    /// Holds when both do.
    pub(crate) fn and(&self, other: &Self) -> Result<Self, CutOff> {
        match (self, other) {
            (Self::Never, _) | (_, Self::Never) => Ok(Self::Never),
            (Self::Always, other) | (other, Self::Always) => Ok(other.clone()),
            (Self::Depends(one), Self::Depends(two)) => apply(one, two, op_function::and),
        }
    }

    /// Holds when one of the two does.
    pub(crate) fn or(&self, other: &Self) -> Result<Self, CutOff> {
        match (self, other) {
            (Self::Always, _) | (_, Self::Always) => Ok(Self::Always),
            (Self::Never, other) | (other, Self::Never) => Ok(other.clone()),
            (Self::Depends(one), Self::Depends(two)) => apply(one, two, op_function::or),
        }
    }

    /// Holds when this does and the other does not.
    pub(crate) fn and_not(&self, other: &Self) -> Result<Self, CutOff> {
        match (self, other) {
            (Self::Never, _) | (_, Self::Always) => Ok(Self::Never),
            (one, Self::Never) => Ok(one.clone()),
            (Self::Always, other) => Ok(other.not()),
            (Self::Depends(one), Self::Depends(two)) => apply(one, two, op_function::and_not),
        }
    }

    /// Holds when one of all does. Taken two and two, so that many small ones stay cheap.
    pub(crate) fn any(all: impl IntoIterator<Item = Self>) -> Result<Self, CutOff> {
        let mut all: Vec<Self> = all.into_iter().filter(|one| !one.is_never()).collect();
        if all.contains(&Self::Always) {
            return Ok(Self::Always);
        }
        while all.len() > 1 {
            all = all
                .chunks(2)
                .map(|pair| match pair {
                    [one, two] => one.or(two),
                    rest => Ok(rest[0].clone()),
                })
                .collect::<Result<_, _>>()?;
        }
        Ok(all.pop().unwrap_or(Self::Never))
    }

    /// Whether both can hold at once.
    pub(crate) fn meets(&self, other: &Self) -> Result<bool, CutOff> {
        match (self, other) {
            (Self::Never, _) | (_, Self::Never) => Ok(false),
            (Self::Always, _) | (_, Self::Always) => Ok(true),
            (Self::Depends(one), Self::Depends(two)) => {
                let found = Bdd::check_binary_op(MOST_STEPS, one, two, op_function::and);
                found.map(|(meets, _)| meets).ok_or(CutOff)
            }
        }
    }

    /// Whether it holds when these atoms are asserted and no others.
    pub(crate) fn holds(&self, asserted: &Bits) -> bool {
        let Self::Depends(bdd) = self else {
            return *self == Self::Always;
        };
        let mut node = bdd.root_pointer();
        while !node.is_terminal() {
            node = match asserted.contains(bdd.var_of(node).to_index()) {
                true => bdd.high_link_of(node),
                false => bdd.low_link_of(node),
            };
        }
        node.is_one()
    }

    /// The fewest atoms that make it hold, of several such sets the one with the first atoms; `None` where nothing does.
    pub(crate) fn fewest(&self) -> Option<Bits> {
        let Self::Depends(bdd) = self else {
            return (*self == Self::Always).then(Bits::default);
        };
        // What lies below a node has a smaller number than the node.
        let mut costs: Vec<usize> = vec![usize::MAX, 0];
        for node in bdd.pointers().skip(2) {
            let low = costs[bdd.low_link_of(node).to_index()];
            let high = costs[bdd.high_link_of(node).to_index()].saturating_add(1);
            costs.push(low.min(high));
        }
        let mut fewest = Bits::default();
        let mut node = bdd.root_pointer();
        while !node.is_terminal() {
            let (low, high) = (bdd.low_link_of(node), bdd.high_link_of(node));
            node = match costs[high.to_index()].saturating_add(1) <= costs[low.to_index()] {
                true => {
                    fewest.insert(bdd.var_of(node).to_index());
                    high
                }
                false => low,
            };
        }
        Some(fewest)
    }

    /// The same with one atom asserted for good, or never.
    pub(crate) fn given(&self, atom: usize, asserted: bool) -> Self {
        match self {
            Self::Depends(bdd) => Self::of(bdd.var_restrict(variable(atom), asserted)),
            constant => constant.clone(),
        }
    }

    /// The atoms it depends on.
    pub(crate) fn atoms(&self) -> Bits {
        match self {
            Self::Depends(bdd) => bdd.support_set().into_iter().map(BddVariable::to_index).collect(),
            _ => Bits::default(),
        }
    }

    /// Some of the cases in which it holds, disjoint: the atoms that are asserted in each and those that are not.
    pub(crate) fn paths(&self, most: usize) -> Vec<(Vec<usize>, Vec<usize>)> {
        let Self::Depends(bdd) = self else {
            return match self {
                Self::Always => vec![(Vec::new(), Vec::new())],
                _ => Vec::new(),
            };
        };
        let paths = bdd.sat_clauses().take(most);
        let part = |path: &[(BddVariable, bool)], asserted: bool| -> Vec<usize> {
            let atoms = path.iter().filter(|(_, value)| *value == asserted);
            atoms.map(|(atom, _)| atom.to_index()).collect()
        };
        paths
            .map(|path| path.to_values())
            .map(|path| (part(&path, true), part(&path, false)))
            .collect()
    }

    /// The least atom it depends on.
    pub(crate) fn first_atom(&self) -> Option<usize> {
        match self {
            Self::Depends(bdd) => Some(bdd.var_of(bdd.root_pointer()).to_index()),
            _ => None,
        }
    }
}

fn variable(atom: usize) -> BddVariable {
    BddVariable::from_index(atom)
}

fn apply(one: &Bdd, two: &Bdd, op: Op) -> Result<When, CutOff> {
    // The work of an operation is bounded by the product of the sizes; where that is large it is tried dry first.
    if one.size().saturating_mul(two.size()) > MOST_STEPS {
        Bdd::check_binary_op(MOST_STEPS, one, two, op).ok_or(CutOff)?;
    }
    let made = Bdd::binary_op_with_limit(MOST_NODES, one, two, op);
    made.map(When::of).ok_or(CutOff)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ATOMS: usize = 5;

    /// A function as its table, and the same as a diagram.
    fn when(table: u32) -> When {
        let variables = Variables::new(ATOMS).expect("they are few");
        let rows = (0..1usize << ATOMS).filter(|row| table >> row & 1 == 1);
        let row = |row: usize| {
            (0..ATOMS).try_fold(When::Always, |all, atom| {
                let own = variables.one_of(&Bits::from_iter([atom]));
                match row >> atom & 1 == 1 {
                    true => all.and(&own),
                    false => all.and_not(&own),
                }
            })
        };
        let rows: Result<Vec<When>, CutOff> = rows.map(row).collect();
        rows.and_then(When::any).expect("it is small")
    }

    fn bits(row: usize) -> Bits {
        (0..ATOMS).filter(|atom| row >> atom & 1 == 1).collect()
    }

    proptest! {
        #[test]
        fn functions_hold_where_their_tables_say(one in any::<u32>(), two in any::<u32>()) {
            let (f, g) = (when(one), when(two));
            let results = [
                (f.and(&g).unwrap(), one & two),
                (f.or(&g).unwrap(), one | two),
                (f.and_not(&g).unwrap(), one & !two),
                (f.not(), !one),
            ];
            for (result, table) in &results {
                prop_assert_eq!(result, &when(*table), "one function, one form");
                for row in 0..1usize << ATOMS {
                    prop_assert_eq!(result.holds(&bits(row)), table >> row & 1 == 1);
                }
            }
            prop_assert_eq!(f.meets(&g).unwrap(), one & two != 0);
            let fewest = (0..1usize << ATOMS).filter(|row| one >> row & 1 == 1).map(usize::count_ones).min();
            prop_assert_eq!(f.fewest().map(|atoms| atoms.iter().count() as u32), fewest);
            prop_assert!(f.fewest().is_none_or(|atoms| f.holds(&atoms)));
        }
    }

    #[test]
    fn more_atoms_than_can_be_told_apart_are_none() {
        assert!(Variables::new(MOST_ATOMS).is_ok());
        assert!(Variables::new(MOST_ATOMS + 1).is_err() && Variables::new(1 << 20).is_err());
    }

    #[test]
    fn what_is_too_large_is_not_answered() {
        // (a0 ∧ b0) ∨ (a1 ∧ b1) ∨ … with all a before all b: 2^n nodes.
        const PAIRS: usize = 20;
        let variables = Variables::new(2 * PAIRS).expect("they are few");
        let atom = |atom| variables.one_of(&Bits::from_iter([atom]));
        let pairs = (0..PAIRS).map(|pair| atom(pair).and(&atom(PAIRS + pair)));
        let pairs: Vec<When> = pairs.collect::<Result<_, _>>().expect("they are small");
        assert_eq!(When::any(pairs), Err(CutOff));
    }
}
