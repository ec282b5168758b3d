//! Prohibitions that except a list of cases, of which their 但し names only some: 「次の場合を除き、提供しません」 above four bullets, and
//! 但し［法令］.

use super::meaning::Resolver;
use super::norms::Norms;
use super::turned::{stated, verbs};
use super::words_of::Words;
use crate::keyword::Keyword;
use crate::norm::Norm;
use crate::span::Span;
use crate::syntax::ast::{Mark, Statement, Wording};
use crate::vocabulary::{Dimension, LeafSet};
use crate::wording::exceptions::excepted;
use crate::wording::listed::{exception_of, points_at_a_list};
use crate::wording::polarity::Polarity;
use crate::wording::report;

/// Reports the first item of each such list that no rule excepts.
pub(super) fn check(root: &Statement, norms: &Norms<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    visit(root, norms, resolver);
}

fn visit(block: &Statement, norms: &Norms<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    let children: Vec<&Statement> = block.children().collect();
    for (at, child) in children.iter().enumerate() {
        if child.kind == Keyword::Test {
            continue;
        }
        let behind = children.get(at + 1..).unwrap_or(&[]);
        if let Some((item, condition)) = missing(child, behind, norms, resolver) {
            let found = report::listed_and_forbidden(condition.as_deref(), item, child.place());
            resolver.context.report(found);
        }
        visit(child, norms, resolver);
    }
}

/// An item that the rules of a prohibition do not except, and the condition that it is, where that is known.
fn missing(
    statement: &Statement,
    behind: &[&Statement],
    norms: &Norms<'_>,
    resolver: &Resolver<'_, '_, '_, '_>,
) -> Option<(Span, Option<String>)> {
    let (act, true) = stated(statement.kind)? else {
        return None;
    };
    let rules: Vec<&Norm> = (norms.of_statement.get(&statement.head)?.iter())
        .map(|id| &norms.norms[id.0 as usize])
        .filter(|norm| norm.effect.refuses())
        .collect();
    // Of what excepts nothing at all `unexcepted` tells.
    let excepts = rules.iter().any(|norm| !norm.unless.conditions.conditions.is_empty());
    // What another clause permits it may permit in any of the cases.
    let gives_way = rules.iter().any(|norm| !norm.unless.clauses.is_empty());
    if !excepts || gives_way || !points(statement, act, resolver) {
        return None;
    }
    let graph = resolver.names.graph(Dimension::Condition);
    let lifted = LeafSet::union_all(rules.iter().map(|norm| &norm.unless.conditions.leaves));
    let mut open = rules
        .iter()
        .map(|norm| norm.unless.conditions.conditions.len())
        .max()
        .unwrap_or(0);
    let mut unknown = Vec::new();
    for wording in items(statement, behind) {
        let read = resolver.labels.read(wording);
        let named = read
            .found
            .iter()
            .filter(|found| found.dimension == Dimension::Condition);
        let named: Vec<_> = named.flat_map(|found| found.concepts.iter().copied()).collect();
        let built_in = exception_of(&read.passage.text).and_then(|name| graph.find(name));
        let conditions: Vec<_> = match built_in {
            // 「同意を得ることが困難」 names no consent.
            Some(id) => vec![id],
            None => named,
        };
        let Some(first) = conditions.first() else {
            unknown.push(wording.span);
            continue;
        };
        match conditions.iter().any(|id| graph.leaves_of(*id).intersects(&lifted)) {
            true => open = open.saturating_sub(1),
            false => return Some((wording.span, Some(graph.get(*first).name.clone()))),
        }
    }
    // Of those that cannot be told which condition they are, each needs one that no other item is.
    unknown.get(open).map(|item| (*item, None))
}

/// Whether the words of a prohibition except what a list tells.
fn points(statement: &Statement, act: crate::norm::Act, resolver: &Resolver<'_, '_, '_, '_>) -> bool {
    Words::own(statement).all.iter().any(|(wording, _)| {
        let read = resolver.labels.read(wording);
        let text = &read.passage.text;
        let says_no = read.claims().iter().any(|claim| {
            matches!(claim.polarity, Polarity::Negated | Polarity::Excepted) && verbs(act).contains(&claim.verb)
        });
        let mut sentences = text.split('。');
        says_no
            && sentences.any(|sentence| {
                let mut found = excepted(sentence).into_iter();
                found.any(|(_, place)| points_at_a_list(sentence.get(place).unwrap_or("")))
            })
    })
}

/// The bullets of a clause; of one that has none, those right behind it.
fn items<'a>(statement: &'a Statement, behind: &[&'a Statement]) -> Vec<&'a Wording> {
    let bullet =
        |one: &&&'a Statement| one.kind == Keyword::Prose && one.mark.is_some_and(|(mark, _)| mark != Mark::Note);
    let own: Vec<&'a Statement> = statement.children().collect();
    let own: Vec<&'a Statement> = own.iter().filter(bullet).copied().collect();
    let found = match own.is_empty() {
        false => own,
        true => behind.iter().take_while(bullet).copied().collect(),
    };
    found.into_iter().flat_map(|one| &one.wordings).collect()
}
