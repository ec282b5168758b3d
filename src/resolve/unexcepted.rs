//! What the words of a clause except, and its rule does not: 「法令に基づく場合を除き、提供しません」 without a 但し, 「拒否されない限り、
//! 提供します」.

use std::collections::{HashMap, HashSet};

use super::labels::Read;
use super::meaning::Resolver;
use super::norms::Norms;
use super::turned::{stated, verbs};
use super::words_of::Words;
use crate::document::ClauseId;
use crate::keyword::Keyword;
use crate::norm::{Act, AnyOf, Norm, Processing};
use crate::span::Span;
use crate::syntax::ast::Statement;
use crate::vocabulary::{ConceptId, Dimension, LeafSet};
use crate::wording::bounded::{Bound, bound};
use crate::wording::exceptions::{Excepted, excepted};
use crate::wording::polarity::{Claim, Polarity};
use crate::wording::report;

/// Reports each clause with such words.
pub(super) fn check(root: &Statement, norms: &Norms<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    visit(root, norms, &Others::of(norms, resolver), resolver);
}

/// What clauses tell of each other.
struct Others {
    /// Those that others go before.
    outranked: HashSet<ClauseId>,
    /// Those in which something asks for consent, and for a case of the law.
    asking: [HashSet<ClauseId>; 2],
    /// What is refused in some case, by the act.
    refused: HashMap<Act, LeafSet>,
}

impl Others {
    fn of(norms: &Norms<'_>, resolver: &Resolver<'_, '_, '_, '_>) -> Self {
        let outline = resolver.names.outline;
        let mut others = Self {
            outranked: norms
                .norms
                .iter()
                .flat_map(|norm| norm.priority_over.iter().copied())
                .collect(),
            asking: Default::default(),
            refused: HashMap::new(),
        };
        let kinds = [Excepted::Consent, Excepted::Law].map(|kind| leaves_of(kind, resolver));
        for norm in norms.norms.iter().filter(|norm| !norm.requires.is_empty()) {
            for (asking, kind) in others.asking.iter_mut().zip(&kinds) {
                let asks = |any: &AnyOf| kind.is_some_and(|kind| any.leaves.intersects(kind));
                if norm.requires.iter().any(asks) {
                    let own = Some(norm.provenance.clause);
                    asking.extend(std::iter::successors(own, |clause| outline.clause(*clause).parent));
                }
            }
            if norm.effect.refuses() {
                for act in norm.acts.iter() {
                    let refused = others.refused.entry(act).or_insert_with(LeafSet::empty);
                    *refused = refused.union(&norm.data.leaves);
                }
            }
        }
        others
    }

    /// Whether something in a clause asks for what is excepted. It may be of any case.
    fn ask(&self, clause: ClauseId, kind: Excepted) -> bool {
        match kind {
            Excepted::Consent => self.asking[0].contains(&clause),
            Excepted::Law => self.asking[1].contains(&clause),
            Excepted::Case => true,
            Excepted::Term => false,
        }
    }
}

/// The conditions of a kind; `None` where it may be any.
fn leaves_of<'r>(kind: Excepted, resolver: &'r Resolver<'_, '_, '_, '_>) -> Option<&'r LeafSet> {
    let graph = resolver.names.graph(Dimension::Condition);
    let name = match kind {
        Excepted::Consent => "同意",
        Excepted::Law => "法令",
        Excepted::Case | Excepted::Term => return None,
    };
    graph.find(name).map(|id| graph.leaves_of(id))
}

fn visit(block: &Statement, norms: &Norms<'_>, others: &Others, resolver: &mut Resolver<'_, '_, '_, '_>) {
    for child in block.children().filter(|child| child.kind != Keyword::Test) {
        if let Some(clause) = Clause::of(child, norms) {
            for (kind, place) in clause.excepted_in_words(others, resolver) {
                let found = match clause.case_of(kind, place, resolver) {
                    Some((case, condition)) => report::excepted_and_forbidden(&condition, place, case),
                    None => report::unexcepted(kind, clause.forbids, place, child.place()),
                };
                resolver.context.report(found);
            }
        }
        visit(child, norms, others, resolver);
    }
}

/// A clause of one act and one effect.
struct Clause<'n, 'a> {
    statement: &'a Statement,
    act: Act,
    forbids: bool,
    stated: Vec<&'n Norm>,
}

impl<'n, 'a> Clause<'n, 'a> {
    fn of(statement: &'a Statement, norms: &'n Norms<'_>) -> Option<Self> {
        let (act, forbids) = stated(statement.kind)?;
        let ids = norms.of_statement.get(&statement.head)?;
        // What its 但し permits is there for what lifts the prohibition.
        let stated = ids.iter().map(|id| &norms.norms[id.0 as usize]);
        let stated = stated.filter(|norm| !norm.exception).collect();
        // What is kept or erased only if nothing hinders it is no promise that a rule could break.
        let is_left_alone = !forbids && matches!(act, Act::Retain | Act::Erase);
        (!is_left_alone).then_some(Self {
            statement,
            act,
            forbids,
            stated,
        })
    }

    fn excepted_in_words(&self, others: &Others, resolver: &Resolver<'_, '_, '_, '_>) -> Vec<(Excepted, Span)> {
        let mut found: Vec<(Excepted, Span)> = Vec::new();
        for (wording, _) in &Words::own(self.statement).all {
            let read = resolver.labels.read(wording);
            for claim in read.claims().iter().filter(|claim| self.is_said_by(claim)) {
                for (kind, place) in self.excepted_by(&read, claim) {
                    let known = found.iter().any(|(known, _)| *known == kind);
                    let named = conditions_in(&read, place, resolver);
                    if !known && !self.excepts(kind, &named, others, resolver) {
                        found.push((kind, place));
                    }
                }
            }
        }
        found
    }

    /// Whether a claim says what the rule says; 「同意を得た場合にのみ提供します」 forbids the rest. A permission within bounds may be widened by what it excepts: 「法令に基づく場合を除き、
    /// 目的の範囲内で利用します」.
    fn is_said_by(&self, claim: &Claim) -> bool {
        let same = match claim.polarity {
            Polarity::Negated | Polarity::Excepted => self.forbids,
            Polarity::Affirmed => !self.forbids,
            Polarity::Limited => self.forbids,
        };
        same && verbs(self.act).contains(&claim.verb)
    }

    /// What the sentence of a claim excepts, and the proviso behind it.
    fn excepted_by(&self, read: &Read, claim: &Claim) -> Vec<(Excepted, Span)> {
        let text = &read.passage.text;
        if claim.polarity == Polarity::Limited {
            let clause = text.get(claim.clause.clone()).unwrap_or("");
            let only = bound(clause).and_then(|(kind, place)| match kind {
                Bound::Consent => Some((Excepted::Consent, place)),
                Bound::Law => Some((Excepted::Law, place)),
                Bound::Case => Some((Excepted::Case, place)),
                Bound::Purpose | Bound::Processing => None,
            });
            let from = claim.clause.start;
            let only = only.into_iter();
            return only
                .map(|(kind, place)| (kind, read.passage.span(from + place.start..from + place.end)))
                .collect();
        }
        let start = text
            .get(..claim.words.start)
            .and_then(|before| before.rfind(['。', '\n']));
        let start = start.map_or(0, |at| text.ceil_char_boundary(at + 1));
        let sentence = text.get(start..).unwrap_or("");
        let mut length = sentence.find(['。', '\n']).unwrap_or(sentence.len());
        let behind = sentence.get(length..).unwrap_or("").trim_start_matches('。');
        if ["ただし", "但し"].iter().any(|but| behind.starts_with(but)) {
            let proviso = behind.find(['。', '\n']).unwrap_or(behind.len());
            length = sentence.len() - behind.len() + proviso;
        }
        let said = excepted(sentence.get(..length).unwrap_or("")).into_iter();
        // 「同意なく提供します」 excepts nothing.
        said.filter(|(kind, _)| self.forbids || *kind == Excepted::Case)
            .map(|(kind, place)| (kind, read.passage.span(start + place.start..start + place.end)))
            .collect()
    }

    /// The 場合 of a prohibition that names what its words except, and the name of that: consent, the law, or 「次の場合」.
    fn case_of(&self, kind: Excepted, place: Span, resolver: &Resolver<'_, '_, '_, '_>) -> Option<(Span, String)> {
        let case = self.statement.children_of(Keyword::Cases).next()?;
        let wanted = leaves_of(kind, resolver);
        let pointed = || {
            let words = resolver.labels.text(place);
            ["次の", "以下の", "下記の"].iter().any(|word| words.contains(word))
        };
        if !self.forbids || wanted.is_none() && !pointed() {
            return None;
        }
        let graph = resolver.names.graph(Dimension::Condition);
        let asked = |any: &AnyOf| {
            let is_one = |id: &&ConceptId| wanted.is_none_or(|wanted| graph.leaves_of(**id).is_subset(wanted));
            any.conditions.iter().find(is_one).copied()
        };
        let id = self.stated.iter().flat_map(|norm| &norm.requires).find_map(asked)?;
        Some((case.place(), graph.get(id).name.clone()))
    }

    /// Whether the rules except it as well, as far as can be told.
    fn excepts(&self, kind: Excepted, named: &LeafSet, others: &Others, resolver: &Resolver<'_, '_, '_, '_>) -> bool {
        // A condition that the words name is what they except: 承諾 may be one of its own.
        let wanted = match leaves_of(kind, resolver) {
            Some(of_kind) => Some(of_kind.union(named)),
            None => (!named.is_empty()).then(|| named.clone()),
        };
        let wanted = wanted.as_ref();
        let on = |leaves: &LeafSet| match wanted {
            Some(wanted) => leaves.intersects(wanted),
            None => !leaves.is_empty(),
        };
        if kind == Excepted::Term {
            return self.stated.iter().any(|norm| !norm.requires.is_empty());
        }
        // A narrower rule may be how some case is left out; it leaves out neither consent nor the law.
        let narrowed = |norm: &Norm| {
            norm.purposes.named != [ConceptId::TOP]
                || !norm.data.except.is_empty()
                || !norm.parties.except.is_empty()
                || !self.forbids && norm.processing != Processing::Raw
        };
        let somehow = |norm: &&Norm| {
            on(&norm.unless.conditions.leaves)
                || norm.unless.clauses.iter().any(|clause| others.ask(*clause, kind))
                || !self.forbids && !norm.requires.is_empty()
                || kind == Excepted::Case && narrowed(norm)
                || others.outranked.contains(&norm.provenance.clause)
        };
        // Told as the contrary of its 場合 where that is read (`polarity`).
        let is_contrary = |norm: &&Norm| kind == Excepted::Consent && norm.requires.iter().any(|any| on(&any.leaves));
        let refused = others.refused.get(&self.act).filter(|_| !self.forbids);
        let is_refused = |norm: &&Norm| refused.is_some_and(|refused| norm.data.leaves.intersects(refused));
        self.stated
            .iter()
            .any(|norm| somehow(norm) || is_contrary(norm) || is_refused(norm))
    }
}

/// The conditions that some words of a wording name.
fn conditions_in(read: &Read, place: Span, resolver: &Resolver<'_, '_, '_, '_>) -> LeafSet {
    let graph = resolver.names.graph(Dimension::Condition);
    let named = read
        .found
        .iter()
        .filter(|found| found.dimension == Dimension::Condition);
    let named = named
        .filter(|found| place.contains(found.span))
        .flat_map(|found| &found.concepts);
    LeafSet::union_all(named.map(|id| graph.leaves_of(*id)))
}
