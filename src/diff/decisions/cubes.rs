//! Conditions under which something holds, as few cubes.
//!
//! First what makes no difference is taken together: atoms of which any one will do are one choice, atoms of which all are
//! needed are one demand. What is left is a function of a few choices, whatever the policy lists. Its cubes are an irredundant
//! sum of products (Minato 1992); then products that differ in one choice become one.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::Cube;
use crate::decide::bits::Bits;
use crate::region::{CutOff, Variables, When};
use crate::vocabulary::LeafSet;

/// As many cubes as are listed: no reader takes in more, and a function made for it has as many as there are sets.
const MOST: usize = 64;

/// The conditions under which something holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Cubes {
    pub(super) cubes: Vec<Cube>,
    /// Whether these are all of them. If not, each is still a case in which it holds.
    pub(super) complete: bool,
}

/// The fewest cubes this finds. No cube can do without one of its members, and none is superfluous. `leaves` are those of each
/// atom.
pub(super) fn cubes(when: &When, leaves: &[LeafSet]) -> Result<Cubes, CutOff> {
    let (rest, demands) = grouped(when, leaves);
    let mut sums = Sums {
        variables: Variables::new(leaves.len())?,
        known: FxHashMap::default(),
        left: MOST * MOST,
    };
    let (products, complete) = match sums.irredundant(&rest, &rest) {
        Ok((products, _)) => (products, true),
        Err(Stop::CutOff(cut_off)) => return Err(cut_off),
        Err(Stop::TooMany) => (paths(&rest), false),
    };
    let mut cubes: BTreeSet<Cube> = BTreeSet::new();
    for product in products {
        cubes.extend(cubes_of(&product, &demands));
    }
    let mut cubes = merged(cubes);
    let complete = complete && cubes.len() <= MOST;
    cubes.truncate(MOST);
    Ok(Cubes { cubes, complete })
}

/// A choice: one of these leaves is asserted. A demand: in each of these choices.
type Demand = Vec<LeafSet>;

/// The function with one atom for each demand, and the demands by their atom.
fn grouped(when: &When, leaves: &[LeafSet]) -> (When, BTreeMap<usize, Demand>) {
    // Asserting one of two atoms is as good as asserting the other, and both add nothing, just where what is left to ask is
    // the same after either.
    let (rest, choices) = alike(when, true);
    let choices: BTreeMap<usize, LeafSet> = choices
        .into_iter()
        .map(|(atom, others)| (atom, LeafSet::union_all(others.iter().map(|other| &leaves[*other]))))
        .collect();
    let (rest, demands) = alike(&rest, false);
    let demands = demands.into_iter().map(|(atom, others)| {
        let mut demand: Demand = others.iter().map(|other| choices[other].clone()).collect();
        demand.sort_unstable();
        (atom, demand)
    });
    (rest, demands.collect())
}

/// Takes together the atoms after which, asserted or not, the same is left to ask. The first of them stands for all.
fn alike(when: &When, asserted: bool) -> (When, BTreeMap<usize, Vec<usize>>) {
    let mut groups: FxHashMap<When, Vec<usize>> = FxHashMap::default();
    for atom in when.atoms().iter() {
        groups.entry(when.given(atom, asserted)).or_default().push(atom);
    }
    let groups: BTreeMap<usize, Vec<usize>> = groups.into_values().map(|atoms| (atoms[0], atoms)).collect();
    let others = groups.values().flat_map(|atoms| atoms.iter().skip(1));
    let rest = others.fold(when.clone(), |rest, other| rest.given(*other, !asserted));
    (rest, groups)
}

/// Atoms that are asserted and atoms that are not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Product {
    asserted: Vec<usize>,
    absent: Vec<usize>,
}

/// A demand that is not met misses one of its choices, any one.
fn cubes_of(product: &Product, demands: &BTreeMap<usize, Demand>) -> Vec<Cube> {
    let mut all_of: Vec<LeafSet> = product.asserted.iter().flat_map(|atom| demands[atom].clone()).collect();
    all_of.sort_unstable();
    let mut cubes = vec![Cube {
        all_of,
        none_of: LeafSet::empty(),
    }];
    for atom in &product.absent {
        cubes = cubes
            .iter()
            .flat_map(|cube| {
                demands[atom].iter().map(|choice| Cube {
                    all_of: cube.all_of.clone(),
                    none_of: cube.none_of.union(choice),
                })
            })
            .take(MOST + 1)
            .collect();
    }
    cubes
}

/// Why no sum was found.
enum Stop {
    CutOff(CutOff),
    TooMany,
}

impl From<CutOff> for Stop {
    fn from(cut_off: CutOff) -> Self {
        Self::CutOff(cut_off)
    }
}

/// Products, and the function they make together.
type Sum = (Vec<Product>, When);

struct Sums {
    variables: Variables,
    known: FxHashMap<(When, When), Sum>,
    left: usize,
}

impl Sums {
    /// Products whose union holds all of `least` and nothing outside `most`, with that union.
    fn irredundant(&mut self, least: &When, most: &When) -> Result<Sum, Stop> {
        if least.is_never() {
            return Ok((Vec::new(), When::Never));
        }
        if *most == When::Always {
            return Ok((vec![Product::default()], When::Always));
        }
        let key = (least.clone(), most.clone());
        if let Some(known) = self.known.get(&key) {
            return Ok(known.clone());
        }
        // Neither never nor always: there is an atom to split by.
        let Some(atom) = least.first_atom().into_iter().chain(most.first_atom()).min() else {
            return Ok((Vec::new(), When::Never));
        };
        let [least, most] = [least, most].map(|when| (when.given(atom, false), when.given(atom, true)));
        let (mut absent, in_absent) = self.irredundant(&least.0.and_not(&most.1)?, &most.0)?;
        let (mut asserted, in_asserted) = self.irredundant(&least.1.and_not(&most.0)?, &most.1)?;
        let left = least.0.and_not(&in_absent)?.or(&least.1.and_not(&in_asserted)?)?;
        let (common, in_common) = self.irredundant(&left, &most.0.and(&most.1)?)?;
        absent.iter_mut().for_each(|product| product.absent.push(atom));
        asserted.iter_mut().for_each(|product| product.asserted.push(atom));
        let products = [absent, asserted, common].concat();
        self.left = self.left.checked_sub(products.len()).ok_or(Stop::TooMany)?;
        let own = self.variables.one_of(&Bits::from_iter([atom]));
        let union = in_absent.and_not(&own)?.or(&in_asserted.and(&own)?)?.or(&in_common)?;
        let sum = (products, union);
        self.known.insert(key, sum.clone());
        Ok(sum)
    }
}

/// Some products, disjoint, of a function that has too many.
fn paths(when: &When) -> Vec<Product> {
    let paths = when.paths(MOST).into_iter();
    paths.map(|(asserted, absent)| Product { asserted, absent }).collect()
}

/// The same with the cubes that differ in one choice only taken together.
fn merged(mut cubes: BTreeSet<Cube>) -> Vec<Cube> {
    /// What cubes have in common: the other choices, and what is not asserted.
    type Common = (Vec<LeafSet>, LeafSet);
    loop {
        let mut alike: BTreeMap<Common, BTreeSet<LeafSet>> = BTreeMap::new();
        for cube in &cubes {
            for at in 0..cube.all_of.len() {
                let mut others = cube.all_of.clone();
                let own = others.remove(at);
                alike.entry((others, cube.none_of.clone())).or_default().insert(own);
            }
        }
        let Some(((others, none_of), choices)) = alike.into_iter().find(|(_, choices)| choices.len() > 1) else {
            return cubes.into_iter().collect();
        };
        let with = |choice: LeafSet| {
            let mut all_of = others.clone();
            all_of.push(choice);
            all_of.sort_unstable();
            Cube {
                all_of,
                none_of: none_of.clone(),
            }
        };
        let one = with(LeafSet::union_all(&choices));
        for choice in choices {
            cubes.remove(&with(choice));
        }
        cubes.insert(one);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn leaves(count: u32) -> Vec<LeafSet> {
        (0..count).map(LeafSet::single).collect()
    }

    fn one_of(atoms: Bits, count: u32) -> When {
        Variables::new(count as usize).expect("they are few").one_of(&atoms)
    }

    fn atom(atom: usize, count: u32) -> When {
        one_of(Bits::from_iter([atom]), count)
    }

    /// A function by its table: entry n is that of the atoms whose bits are set in n.
    fn when(table: u64, count: u32) -> When {
        let rows = (0..1u32 << count).filter(|row| table >> row & 1 == 1);
        let row = |row: u32| {
            (0..count).try_fold(When::Always, |all, at| match row >> at & 1 == 1 {
                true => all.and(&atom(at as usize, count)),
                false => all.and_not(&atom(at as usize, count)),
            })
        };
        let rows: Result<Vec<When>, CutOff> = rows.map(row).collect();
        rows.and_then(When::any).expect("it is small")
    }

    fn holds(cubes: &[Cube], asserted: &LeafSet) -> bool {
        cubes
            .iter()
            .any(|cube| cube.all_of.iter().all(|set| set.intersects(asserted)) && !cube.none_of.intersects(asserted))
    }

    proptest! {
        #[test]
        fn cubes_hold_exactly_where_the_function_does(count in 0u32..6, bits in any::<u64>()) {
            let found = cubes(&when(bits, count), &leaves(count)).expect("it is small");
            prop_assert!(found.complete);
            let sets = |row: u32| -> LeafSet { (0..count).filter(|at| row >> at & 1 == 1).collect() };
            for row in 0..1u32 << count {
                prop_assert_eq!(holds(&found.cubes, &sets(row)), bits >> row & 1 == 1);
            }
            for at in 0..found.cubes.len() {
                let mut fewer = found.cubes.clone();
                fewer.remove(at);
                let misses = |row| holds(&fewer, &sets(row)) != (bits >> row & 1 == 1);
                prop_assert!((0..1u32 << count).any(misses), "superfluous");
            }
        }
    }

    #[test]
    fn alternatives_are_one_choice_however_many() {
        // One of the first two hundred and one of the second, and none of the third.
        let count = 600;
        let one_of = |from: usize| one_of((from..from + 200).collect(), count);
        let when = one_of(0).and(&one_of(200)).and_then(|both| both.and_not(&one_of(400)));
        let expected = Cube {
            all_of: vec![LeafSet::range(0, 200), LeafSet::range(200, 400)],
            none_of: LeafSet::range(400, 600),
        };
        let found = when.and_then(|when| cubes(&when, &leaves(count)));
        assert_eq!(
            found.map(|found| (found.cubes, found.complete)),
            Ok((vec![expected], true))
        );
    }

    #[test]
    fn demands_are_one_cube_however_many() {
        let count = 200;
        let all = (0..200).try_fold(When::Always, |all, at| all.and(&atom(at, count)));
        let expected = Cube {
            all_of: leaves(count),
            none_of: LeafSet::empty(),
        };
        let found = all.and_then(|when| cubes(&when, &leaves(count)));
        assert_eq!(found.map(|found| found.cubes), Ok(vec![expected]));
    }

    #[test]
    fn what_has_no_end_is_listed_in_part() {
        // An odd number of forty conditions: 2^39 cubes.
        let count = 40;
        let odd = (0..40).try_fold(When::Never, |odd, at| {
            let own = atom(at, count);
            odd.and_not(&own)?.or(&own.and_not(&odd)?)
        });
        let odd = odd.expect("its diagram is small");
        let found = cubes(&odd, &leaves(count)).expect("its diagram is small");
        assert!(!found.complete && found.cubes.len() <= MOST && !found.cubes.is_empty());
        for cube in &found.cubes {
            let asserted: LeafSet = cube.all_of.iter().filter_map(LeafSet::first).collect();
            assert!(
                odd.holds(&asserted.iter().map(|leaf| leaf as usize).collect()),
                "each is a case"
            );
        }
    }

    #[test]
    fn what_makes_no_difference_is_not_named() {
        let all = |when| cubes(&when, &leaves(3)).map(|found| found.cubes);
        assert_eq!(all(When::Always), Ok(vec![Cube::default()]));
        assert_eq!(all(When::Never), Ok(Vec::new()));
    }
}
