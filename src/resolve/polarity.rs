//! Whether the words of a clause affirm what its keyword permits, negate what it forbids, and speak of consent as its 場合 does.

use super::about::About;
use super::labels::Read;
use super::meaning::Resolver;
use super::norms::Norms;
use super::turned::{near, stated, verbs};
use super::words_of::Words;
use crate::keyword::Keyword;
use crate::norm::Act;
use crate::span::Span;
use crate::syntax::ast::{MeaningItem, Statement};
use crate::vocabulary::{ConceptId, Dimension};
use crate::wording::consent::{regardless_of_consent, without, without_consent};
use crate::wording::polarity::{Polarity, turns};
use crate::wording::report;

/// Reports every clause whose keyword or 場合 says the contrary of its words.
pub(super) fn check(root: &Statement, norms: &Norms<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    visit(root, &mut Vec::new(), norms, resolver);
}

fn visit<'a>(
    block: &'a Statement,
    around: &mut Vec<&'a Statement>,
    norms: &Norms<'_>,
    resolver: &mut Resolver<'_, '_, '_, '_>,
) {
    around.push(block);
    for child in block.children() {
        if child.kind == Keyword::Test {
            continue;
        }
        if let Some((act, forbids)) = stated(child.kind) {
            let words = Words::of(child, around);
            let about = About::of(child, norms);
            match forbids {
                false => {
                    lifted_by_consent(child, resolver);
                    if let Some(place) = negated(act, &words, &about, resolver) {
                        let remedy = format!("{}しない", act.word());
                        let found = report::negated(child.kind.word(), &remedy, place, child.place());
                        resolver.context.report(found);
                    }
                }
                true => {
                    if let Some(place) = affirmed(act, &words, resolver) {
                        let found = report::affirmed(child.kind.word(), act.word(), place, child.place());
                        resolver.context.report(found);
                    }
                    inverted(child, norms, &words, resolver);
                    given_up(child, &words, resolver);
                }
            }
        } else if child.kind == Keyword::Rider {
            rider(child, &Words::of(child, around), norms, resolver);
        }
        visit(child, around, norms, resolver);
    }
    around.pop();
}

/// A rider that has one rule, and words that say the contrary of it.
fn rider(statement: &Statement, words: &Words<'_>, norms: &Norms<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    let rules = |child: &&Statement| {
        matches!(child.kind, Keyword::Limit | Keyword::Forbid | Keyword::Permit) || stated(child.kind).is_some()
    };
    let mut rules = statement.children().filter(rules);
    let (Some(rule), None) = (rules.next(), rules.next()) else {
        return;
    };
    let heads = [statement.head, rule.head];
    let norms_of = heads.iter().filter_map(|head| norms.of_statement.get(head)).flatten();
    let mut acts: Vec<Act> = norms_of.flat_map(|id| norms.norms[id.0 as usize].acts.iter()).collect();
    acts.dedup();
    let about = About::of_all(&heads, norms);
    let [act] = acts.as_slice() else { return };
    let found = match rule.kind {
        Keyword::Permit => negated(*act, words, &about, resolver).map(|place| {
            let remedy = format!("{}［{}］", Keyword::Forbid.word(), act.word());
            report::negated(rule.kind.word(), &remedy, place, rule.place())
        }),
        Keyword::Forbid => affirmed(*act, words, resolver).map(|place| {
            let remedy = format!("{}［{}］", Keyword::Permit.word(), act.word());
            report::affirmed(rule.kind.word(), &remedy, place, rule.place())
        }),
        _ => None,
    };
    if let Some(found) = found {
        resolver.context.report(found);
    }
}

/// Where the words of a permission negate it, of which no main clause affirms it.
fn negated(act: Act, words: &Words<'_>, about: &About, resolver: &Resolver<'_, '_, '_, '_>) -> Option<Span> {
    let mut first: Option<Span> = None;
    for (wording, note) in &words.all {
        let read = resolver.labels.read(wording);
        for claim in read.claims() {
            let own = verbs(act).contains(&claim.verb);
            match claim.polarity {
                Polarity::Negated if own && !note && !about.is_elsewhere(&read, claim, resolver) => {
                    first.get_or_insert_with(|| read.passage.span(claim.words.clone()));
                }
                Polarity::Negated => {}
                Polarity::Affirmed | Polarity::Limited | Polarity::Excepted
                    if own || near(act).contains(&claim.verb) =>
                {
                    return None;
                }
                Polarity::Affirmed | Polarity::Limited | Polarity::Excepted => {}
            }
        }
    }
    first
}

/// Where the words of a prohibition affirm the act, and nothing in them negates it.
fn affirmed(act: Act, words: &Words<'_>, resolver: &Resolver<'_, '_, '_, '_>) -> Option<Span> {
    let mut first: Option<Span> = None;
    for (wording, _) in &words.all {
        let read = resolver.labels.read(wording);
        let text = &read.passage.text;
        if let Some(place) = twice_negated(&read, act) {
            return Some(place);
        }
        if turns(text) {
            return None;
        }
        for claim in read.claims() {
            if claim.polarity == Polarity::Affirmed && verbs(act).contains(&claim.verb) {
                first.get_or_insert_with(|| read.passage.span(claim.words.clone()));
            }
        }
    }
    first
}

/// 「提供しないわけではありません」: the only claim of the act affirms it.
fn twice_negated(read: &Read, act: Act) -> Option<Span> {
    let text = &read.passage.text;
    let mut of_act = read.claims().iter().filter(|claim| verbs(act).contains(&claim.verb));
    let (claim, None) = (of_act.next()?, of_act.next()) else {
        return None;
    };
    let words = text.get(claim.words.clone()).unwrap_or("");
    let twice = ["ないわけでは", "ないものでは", "ないのでは"]
        .iter()
        .any(|phrase| words.contains(phrase));
    (twice && claim.polarity == Polarity::Affirmed).then(|| read.passage.span(claim.words.clone()))
}

/// A prohibition whose 場合 asks for a condition without which, say its words, the act is not done.
fn inverted(statement: &Statement, norms: &Norms<'_>, words: &Words<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    let consent = consent_asked_for(statement, norms, resolver);
    let found = consent.and_then(|(case, condition)| {
        let mut all = words.all.iter().map(|(wording, _)| resolver.labels.read(wording));
        let place = all.find_map(|read| Some(read.passage.span(without_consent(&read.passage.text)?)))?;
        Some((condition, place, case))
    });
    if let Some((condition, place, case)) = found.or_else(|| asked_for_and_missing(statement, norms, words, resolver)) {
        resolver.context.report(report::inverted(&condition, place, case));
    }
}

/// A condition that a 場合 asks for and the words say is not there: its name, where they do, and the 場合.
fn asked_for_and_missing(
    statement: &Statement,
    norms: &Norms<'_>,
    words: &Words<'_>,
    resolver: &Resolver<'_, '_, '_, '_>,
) -> Option<(String, Span, Span)> {
    let case = statement.children_of(Keyword::Cases).next()?;
    let stated = norms.of_statement.get(&statement.head)?.first()?;
    let requires = &norms.norms[stated.0 as usize].requires;
    words.all.iter().find_map(|(wording, _)| {
        let read = resolver.labels.read(wording);
        let conditions = read
            .found
            .iter()
            .filter(|found| found.dimension == Dimension::Condition);
        let mut missing = conditions.filter(|found| !found.excepted).filter_map(|found| {
            let [id] = found.concepts.as_slice() else {
                return None;
            };
            let behind = resolver.labels.behind(found.span);
            let length = without(behind)?;
            // 「…の場合を除き」 is told with what the clause excepts.
            let words = behind.get(..length).unwrap_or("");
            if words.ends_with("を除") || words.ends_with("以外") {
                return None;
            }
            Some((*id, found.span, length))
        });
        let (id, span, length) = missing.find(|(id, ..)| requires.iter().any(|any| any.conditions.contains(id)))?;
        let place = Span {
            end: span.end + length as u32,
            ..span
        };
        let name = resolver.names.graph(Dimension::Condition).get(id).name.clone();
        Some((name, place, case.place()))
    })
}

/// A permission that its 但し takes back with a consent: what is meant is a prohibition, or 場合.
fn lifted_by_consent(statement: &Statement, resolver: &mut Resolver<'_, '_, '_, '_>) {
    if statement.children_of(Keyword::Cases).next().is_some() {
        return;
    }
    let found = consent_in_the_exception(statement, resolver);
    if let Some((exception, condition)) = found {
        let keyword = statement.kind.word();
        resolver.context.report(report::lifted_by_consent(
            keyword,
            &condition,
            exception,
            statement.place(),
        ));
    }
}

/// A consent that the 但し of a statement names: where, and its name.
fn consent_in_the_exception(statement: &Statement, resolver: &Resolver<'_, '_, '_, '_>) -> Option<(Span, String)> {
    let graph = resolver.names.graph(Dimension::Condition);
    let consent = graph.leaves_of(graph.find("同意")?);
    let clause = resolver.names.outline.clause_of(statement);
    statement.children_of(Keyword::Unless).find_map(|unless| {
        unless.meaning_items().find_map(|item| {
            let MeaningItem::Name(path) = item else { return None };
            let id = resolver.names.find(Dimension::Condition, &path.text(), clause)?;
            let is_consent = graph.leaves_of(id).is_subset(consent);
            is_consent.then(|| (path.span, graph.get(id).name.clone()))
        })
    })
}

/// A prohibition whose words hold it whether or not there is consent, and whose 但し permits the act with it.
fn given_up(statement: &Statement, words: &Words<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    let exception = consent_in_the_exception(statement, resolver);
    let Some((exception, condition)) = exception else {
        return;
    };
    let place = words.all.iter().find_map(|(wording, _)| {
        let read = resolver.labels.read(wording);
        Some(read.passage.span(regardless_of_consent(&read.passage.text)?))
    });
    if let Some(place) = place {
        let found = report::given_up_with_consent(&condition, place, exception);
        resolver.context.report(found);
    }
}

/// The 場合 of a prohibition that asks for a consent, and the name of that.
fn consent_asked_for(
    statement: &Statement,
    norms: &Norms<'_>,
    resolver: &Resolver<'_, '_, '_, '_>,
) -> Option<(Span, String)> {
    let graph = resolver.names.graph(Dimension::Condition);
    let consent = graph.leaves_of(graph.find("同意")?);
    let stated = norms.of_statement.get(&statement.head)?.first()?;
    let requires = &norms.norms[stated.0 as usize].requires;
    let cases: Vec<&Statement> = statement.children_of(Keyword::Cases).collect();
    // Those of the rider around it come first.
    let own = requires.iter().skip(requires.len().saturating_sub(cases.len()));
    cases.into_iter().zip(own).find_map(|(case, any)| {
        let asked = |id: &&ConceptId| !any.leaves.is_empty() && graph.leaves_of(**id).is_subset(consent);
        let condition = any.conditions.iter().find(asked)?;
        Some((case.place(), graph.get(*condition).name.clone()))
    })
}
