//! Prohibitions whose words promise more than their rule: 「個人情報を第三者に提供しません」 of ［氏名］, or to ［加盟店］, alone.
//!
//! A wider word is how prose speaks of a narrower thing that it has named, or points at: 当該個人情報. Where nothing does, readers take
//! it as it stands.

use std::collections::HashMap;

use super::labels::{Found, Read};
use super::meaning::Resolver;
use super::norms::Norms;
use super::turned::{stated, verbs};
use super::wholes::wholes;
use super::words_of::Words;
use crate::keyword::Keyword;
use crate::norm::{Act, Norm};
use crate::span::Span;
use crate::syntax::ast::{Statement, Wording};
use crate::vocabulary::{ConceptId, Dimension, Graph, LeafSet};
use crate::wording::fold::{is_kanji, is_katakana};
use crate::wording::polarity::Polarity;
use crate::wording::report;

/// Reports each such prohibition.
pub(super) fn check(root: &Statement, norms: &Norms<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    visit(root, norms, &Refused::by(norms), resolver);
}

/// What all refusals together hold, by their acts.
struct Refused(HashMap<(Act, Dimension), LeafSet>);

impl Refused {
    fn by(norms: &Norms<'_>) -> Self {
        let mut held: HashMap<(Act, Dimension), Vec<&LeafSet>> = HashMap::new();
        for norm in norms.norms.iter().filter(|norm| norm.effect.refuses()) {
            for act in norm.acts.iter() {
                for dimension in [Dimension::Data, Dimension::Party] {
                    held.entry((act, dimension)).or_default().push(leaves(norm, dimension));
                }
            }
        }
        let together = held.into_iter().map(|(of, sets)| (of, LeafSet::union_all(sets)));
        Self(together.collect())
    }

    fn of(&self, act: Act, dimension: Dimension) -> LeafSet {
        self.0.get(&(act, dimension)).cloned().unwrap_or_else(LeafSet::empty)
    }
}

fn visit(block: &Statement, norms: &Norms<'_>, refused: &Refused, resolver: &mut Resolver<'_, '_, '_, '_>) {
    for child in block.children().filter(|child| child.kind != Keyword::Test) {
        for dimension in [Dimension::Data, Dimension::Party] {
            if let Some((told, kept, place)) = promised(child, dimension, norms, refused, resolver) {
                let graph = resolver.names.graph(dimension);
                let kept: Vec<&str> = kept.iter().map(|id| graph.get(*id).name.as_str()).collect();
                let found = report::fallen_short(&graph.get(told).name, &kept, place, child.place());
                resolver.context.report(found);
            }
        }
        visit(child, norms, refused, resolver);
    }
}

/// What the words name that no refusal holds, what the own rule names instead, and where.
fn promised(
    statement: &Statement,
    dimension: Dimension,
    norms: &Norms<'_>,
    refused: &Refused,
    resolver: &Resolver<'_, '_, '_, '_>,
) -> Option<(ConceptId, Vec<ConceptId>, Span)> {
    let own = refusals(statement, norms);
    let first = own.first()?;
    let act = match stated(statement.kind) {
        Some((act, _)) => act,
        None => first.acts.iter().next()?,
    };
    if act == Act::TransferAbroad || dimension == Dimension::Party && !act.has_other_party() {
        return None;
    }
    let graph = resolver.names.graph(dimension);
    let refused = refused.of(act, dimension);
    let held = LeafSet::union_all(own.iter().map(|norm| leaves(norm, dimension)));
    let words = Words::own(statement);
    let wordings: Vec<&Wording> = (words.all.iter().filter(|(_, note)| !note))
        .map(|(wording, _)| *wording)
        .filter(|wording| !is_a_case(&resolver.labels.read(wording).passage.text))
        .collect();
    // 「利用者情報のうち個人情報」 promises nothing of the rest.
    let wholes = wholes(&resolver.labels, graph, &wordings, false);
    let read: Vec<_> = wordings.iter().map(|wording| resolver.labels.read(wording)).collect();
    let all = || {
        read.iter()
            .flat_map(|read| &read.found)
            .filter(|one| one.dimension == dimension)
    };
    // What is taken out in words may be taken out in the rule.
    let takes_out = all().any(|one| one.excepted) || own.iter().any(|norm| !norm.parties.except.is_empty());
    let is_narrow = |one: &Found| one.concepts.iter().all(|id| graph.leaves_of(*id).is_subset(&held));
    if takes_out || all().any(is_narrow) {
        return None;
    }
    let is_promised = |one: &&Found| match one.concepts.as_slice() {
        [id] => graph.leaves_of(*id).intersects(&held) && !is_all(*id, &refused, graph),
        _ => false,
    };
    read.iter().find_map(|read| {
        let mut in_claims = (read.found.iter())
            .filter(|one| one.dimension == dimension && is_said(read, one, act))
            .filter(is_promised)
            .filter(|one| !wholes.iter().any(|whole| whole.contains(one.span)));
        let one = in_claims.find(|one| !is_told_more_closely(resolver.labels.before(one.span)))?;
        Some((*one.concepts.first()?, named(first, dimension), one.span))
    })
}

/// Whether a bullet tells in which case something is not so: it narrows nothing else.
fn is_a_case(text: &str) -> bool {
    let end = text.trim_end_matches(['。', '、', '）']);
    ["場合", "とき"].iter().any(|case| end.ends_with(case))
}

/// Words that point at what was told before, or tell more of it: その個人情報, 取得した個人情報.
const POINTS: [&str; 8] = ["その", "この", "れらの", "上記の", "下記の", "かかる", "た", "る"];

/// Those of whom all personal data is.
const ANYBODY: [&str; 10] = [
    "客様の",
    "客さまの",
    "皆様の",
    "皆さまの",
    "ユーザーの",
    "ユーザの",
    "利用者の",
    "本人の",
    "個人の",
    "お預かりの",
];

/// Whether the words before a name tell of it that it is less than all: 当該個人情報, 要配慮個人情報, 応募者の個人情報.
fn is_told_more_closely(before: &str) -> bool {
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let is_compound = before
        .chars()
        .next_back()
        .is_some_and(|c| is_kanji(c) || is_katakana(c));
    is_compound || ends(&POINTS) || before.ends_with('の') && !ends(&ANYBODY)
}

/// The refusals that a prohibition or a rider states.
fn refusals<'n>(statement: &Statement, norms: &'n Norms<'_>) -> Vec<&'n Norm> {
    let forbids = stated(statement.kind).is_some_and(|(_, forbids)| forbids);
    if !forbids && statement.kind != Keyword::Rider {
        return Vec::new();
    }
    let stated = norms.of_statement.get(&statement.head).into_iter().flatten();
    let stated: Vec<_> = stated.map(|id| &norms.norms[id.0 as usize]).collect();
    // A rider that permits as well may promise nothing.
    match stated.iter().all(|norm| norm.effect.refuses() || norm.exception) {
        true => stated.into_iter().filter(|norm| norm.effect.refuses()).collect(),
        false => Vec::new(),
    }
}

fn leaves(norm: &Norm, dimension: Dimension) -> &LeafSet {
    match dimension {
        Dimension::Party => &norm.parties.leaves,
        _ => &norm.data.leaves,
    }
}

fn named(norm: &Norm, dimension: Dimension) -> Vec<ConceptId> {
    match dimension {
        Dimension::Party => norm.parties.named.clone(),
        _ => norm.data.named.clone(),
    }
}

/// Whether all that a name stands for is in a set, but for what nobody named.
fn is_all(id: ConceptId, set: &LeafSet, graph: &Graph) -> bool {
    graph.leaves_of(id).difference(set).is_subset(&graph.own_leaf(id))
}

/// Whether a main clause says of it that the act is not done, or only within bounds.
fn is_said(read: &Read, one: &Found, act: Act) -> bool {
    read.claims().iter().any(|claim| {
        claim.polarity != Polarity::Affirmed
            && verbs(act).contains(&claim.verb)
            && read.passage.span(claim.clause.clone()).contains(one.span)
    })
}
