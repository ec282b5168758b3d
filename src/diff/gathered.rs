//! Statements that one clause brings, gathered for a reader: where a clause forbids something to everybody, what of that was
//! permitted before is worth telling, not each combination of acts and parties. Widenings are told each.

use std::collections::{BTreeMap, BTreeSet};

use super::Comparison;
use super::decisions::{Class, Effect, Statement};
use super::shown::Responsible;

/// Statements that are told together.
#[derive(Debug)]
pub(super) enum Gathered<'c> {
    /// Each by itself.
    Each(Vec<&'c Statement>),
    /// Narrowings that the same clauses bring: the foremost, and the others.
    Foremost(&'c Statement, Vec<&'c Statement>),
}

/// As many narrowings of one clause as are told each.
const TOLD: usize = 2;

/// Gathers statements by the clauses that are responsible, in the order of their first ones.
pub(super) fn by_clause<'c>(
    comparison: &Comparison<'_>,
    statements: impl Iterator<Item = &'c Statement>,
) -> Vec<Gathered<'c>> {
    let mut groups: Vec<Vec<&Statement>> = Vec::new();
    let mut known: BTreeMap<(BTreeSet<Responsible>, bool), usize> = BTreeMap::new();
    for statement in statements {
        let responsible = comparison.responsible(statement);
        if statement.class != Class::Narrower || responsible.is_empty() {
            groups.push(vec![statement]);
            continue;
        }
        let key = (responsible, comparison.is_visible(statement));
        let at = *known.entry(key).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[at].push(statement);
    }
    let gathered = groups.into_iter().map(told_of).map(|group| match group.len() > TOLD {
        true => {
            let mut all = foremost(group).into_iter();
            // INVARIANT: there are more than two.
            match all.next() {
                Some(first) => Gathered::Foremost(first, all.collect()),
                None => Gathered::Each(Vec::new()),
            }
        }
        false => Gathered::Each(group),
    });
    gathered.collect()
}

/// Narrowings without those that nobody would think of, as far as there are others: that somebody else may not use what he does
/// not have.
fn told_of(group: Vec<&Statement>) -> Vec<&Statement> {
    let narrows = group.iter().all(|one| one.class == Class::Narrower);
    match narrows && group.iter().any(|one| one.witness.thinkable) {
        true => group.into_iter().filter(|one| one.witness.thinkable).collect(),
        false => group,
    }
}

/// The statements, where they are narrowings alone the foremost first: what was permitted and is no longer, then what is kept from
/// the operator's own acts, of the most data for the most purposes, and under the fewest conditions.
pub(super) fn foremost(statements: Vec<&Statement>) -> Vec<&Statement> {
    let mut statements = told_of(statements);
    if statements.iter().all(|one| one.class == Class::Narrower) {
        statements.sort_by_key(|one| std::cmp::Reverse(weight(one)));
    }
    statements
}

fn weight(statement: &Statement) -> (bool, bool, usize) {
    let requests = &statement.requests;
    let whatever = match requests.conditions.as_slice() {
        [cube] => cube.all_of.is_empty(),
        _ => false,
    };
    let size = requests.data.len() * requests.purposes.len();
    (statement.effect == Effect::Withdraws, whatever, size)
}
