//! How long the words of a clause say that data is kept, against its 期間: 3年間 and ［5年］, 退会の日から3年間 and ［3年］, 3年間 and
//! nothing.

use std::collections::BTreeSet;
use std::fmt;

use super::meaning::Resolver;
use super::norms::Norms;
use super::words_of::Words;
use jiff::civil::Date;

use crate::characters;
use crate::document::DateKind;
use crate::keyword::Keyword;
use crate::norm::{Act, Norm, Period};
use crate::span::Span;
use crate::syntax::ast::{Statement, Wording};
use crate::vocabulary::{BuiltInEvent, COLLECTED, ConceptId, Lapse, Length};
use crate::wording::periods::{before_length, lengths, says_at_least, tail_events};
use crate::wording::report;

/// Reports each clause whose words and 期間 differ.
pub(super) fn check(root: &Statement, norms: &Norms<'_>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    if !norms.norms.iter().any(may_be_kept) {
        return;
    }
    let mut words = Words::default();
    words.whole(root);
    let page = words.all.iter().flat_map(|(wording, _)| {
        let read = resolver.labels.read(wording);
        lengths(&read.passage.text)
            .into_iter()
            .map(|(_, length)| length)
            .collect::<Vec<_>>()
    });
    let page: BTreeSet<Length> = page.collect();
    visit(root, &mut Vec::new(), &page, norms, resolver);
}

fn may_be_kept(norm: &Norm) -> bool {
    norm.period.is_some() || norm.acts.contains(Act::Retain)
}

fn visit<'a>(
    block: &'a Statement,
    around: &mut Vec<&'a Statement>,
    page: &BTreeSet<Length>,
    norms: &Norms<'_>,
    resolver: &mut Resolver<'_, '_, '_, '_>,
) {
    around.push(block);
    for child in block.children().filter(|child| child.kind != Keyword::Test) {
        clause(child, around, page, norms, resolver);
        visit(child, around, page, norms, resolver);
    }
    around.pop();
}

/// Reports each period that ended on a day before the policy was last revised: the clause permits nothing any more.
pub(super) fn check_days(root: &Statement, dates: &[(DateKind, Date)], resolver: &mut Resolver<'_, '_, '_, '_>) {
    let revised = dates.iter().filter(|(kind, _)| *kind != DateKind::Effective);
    let Some(revised) = revised.map(|(_, date)| *date).max() else {
        return;
    };
    let mut open = vec![root];
    while let Some(block) = open.pop() {
        open.extend(block.children());
        if block.kind != Keyword::Period {
            continue;
        }
        let Some(stated) = resolver.names.declared.period_of.get(&block.head) else {
            continue;
        };
        let days = stated.period.ends.iter().filter_map(|end| {
            let conditions = &resolver.names.declared.conditions;
            match conditions.get(*end).lapse {
                Some(Lapse::Day(day)) if day < revised => Some(day),
                _ => None,
            }
        });
        let found: Vec<_> = days
            .map(|day| report::period_over(day, revised, block.place()))
            .collect();
        for found in found {
            resolver.context.report(found);
        }
    }
}

/// A length of time, at most or at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Extent {
    length: Length,
    at_least: bool,
}

impl fmt::Display for Extent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bound = if self.at_least { "以上" } else { "" };
        write!(formatter, "{}{bound}", self.length)
    }
}

/// One in words.
struct Told {
    extent: Extent,
    span: Span,
    from: From,
}

/// From when words count.
#[derive(Debug, Clone, PartialEq, Eq)]
enum From {
    /// They do not say.
    Unsaid,
    /// A condition, or an event that the language knows, by its name.
    Event(String),
    /// Something that has no name, in these words.
    Unknown(String),
}

fn clause(
    statement: &Statement,
    around: &[&Statement],
    page: &BTreeSet<Length>,
    norms: &Norms<'_>,
    resolver: &mut Resolver<'_, '_, '_, '_>,
) {
    let mut permits = (norms.of_statement.get(&statement.head).into_iter().flatten())
        .map(|id| &norms.norms[id.0 as usize])
        .filter(|norm| !norm.effect.refuses());
    let Some(first) = permits.next().filter(|norm| may_be_kept(norm)) else {
        return;
    };
    let told = told(statement, around, resolver);
    let found = match &first.period {
        Some(period) => against(period, &told, statement, page, resolver),
        None => told.iter().find(|told| !told.extent.at_least).map(|told| {
            let extent = told.extent.to_string();
            report::period_only_in_words(&extent, told.span, statement.place())
        }),
    };
    if let Some(found) = found {
        resolver.context.report(found);
    }
}

/// The first way in which a period is not as words tell it.
fn against(
    period: &Period,
    told: &[Told],
    statement: &Statement,
    page: &BTreeSet<Length>,
    resolver: &Resolver<'_, '_, '_, '_>,
) -> Option<crate::diagnostic::Diagnostic> {
    let place = (statement.children_of(Keyword::Period).next()).map_or(statement.place(), |period| period.head);
    let ends = period.ends.iter().map(|end| (end, false));
    let all = ends.chain(period.at_least.iter().map(|end| (end, true)));
    let mut found = all.filter_map(|(end, at_least)| {
        let (length, event) = since(*end, resolver)?;
        let extent = Extent { length, at_least };
        let same: Vec<&Told> = told.iter().filter(|told| told.extent == extent).collect();
        match (same.first(), told.first()) {
            (None, Some(other)) => Some(report::another_period(
                &other.extent.to_string(),
                &extent.to_string(),
                other.span,
                place,
            )),
            (None, None) if page.contains(&length) => None,
            (None, None) => Some(report::period_unsaid(&extent.to_string(), place)),
            (Some(told), _) => {
                let agrees = |told: &&Told| match &told.from {
                    From::Unsaid => true,
                    From::Event(name) => *name == event,
                    From::Unknown(_) => event != COLLECTED,
                };
                let words = match &told.from {
                    From::Event(words) | From::Unknown(words) => words,
                    From::Unsaid => return None,
                };
                let differs = !same.iter().any(agrees);
                differs.then(|| report::another_event(words, &event, told.span, place))
            }
        }
    });
    found.next()
}

/// A length and its event. `None` of the end of an event or of a day.
fn since(end: ConceptId, resolver: &Resolver<'_, '_, '_, '_>) -> Option<(Length, String)> {
    match &resolver.names.declared.conditions.get(end).lapse {
        Some(Lapse::Since { event, length }) => Some((*length, event.clone())),
        _ => None,
    }
}

/// What the words of a clause, or of the row or the heading that a silent one stands in, tell of time.
fn told(statement: &Statement, around: &[&Statement], resolver: &Resolver<'_, '_, '_, '_>) -> Vec<Told> {
    let own = Words::own(statement);
    let found = of_words(&own, true, resolver);
    if !found.is_empty() {
        return found;
    }
    let mut outer = around.iter().rev();
    let row = outer.find(|block| matches!(block.kind, Keyword::Row | Keyword::Chapter | Keyword::Section));
    let Some(block) = row else { return Vec::new() };
    let mut words = Words::default();
    words.say(block);
    of_words(&words, block.kind != Keyword::Row && !own.all.is_empty(), resolver)
}

/// `sentences`: other sentences than those on keeping may tell of other times.
fn of_words(words: &Words<'_>, sentences: bool, resolver: &Resolver<'_, '_, '_, '_>) -> Vec<Told> {
    let of_one = |wording: &Wording| {
        let read = resolver.labels.read(wording);
        let text = &read.passage.text;
        let mut found = Vec::new();
        for (place, length) in lengths(text) {
            let start = text
                .get(..place.start)
                .and_then(|before| before.rfind('。'))
                .map_or(0, |at| at + '。'.len_utf8());
            let end = text
                .get(place.end..)
                .and_then(|rest| rest.find('。'))
                .map_or(text.len(), |at| place.end + at);
            let sentence = text.get(start..end).unwrap_or(text);
            if sentences && !KEEPING.iter().any(|word| sentence.contains(word)) {
                continue;
            }
            let before = text.get(start..place.start).unwrap_or("");
            found.push(Told {
                extent: Extent {
                    length,
                    at_least: says_at_least(before, text.get(place.end..).unwrap_or("")),
                },
                span: read.passage.span(place.clone()),
                from: from(before, resolver),
            });
        }
        found
    };
    words.all.iter().flat_map(|(wording, _)| of_one(wording)).collect()
}

/// Words for keeping and for its end.
const KEEPING: [&str; 11] = [
    "保管", "保存", "保持", "保有", "記録", "残", "消去", "削除", "廃棄", "破棄", "抹消",
];

/// What words before a length say that it is counted from.
fn from(before: &str, resolver: &Resolver<'_, '_, '_, '_>) -> From {
    let Some(words) = before_length(before) else {
        return From::Unsaid;
    };
    let conditions = &resolver.names.declared.conditions;
    let declared = conditions
        .iter()
        .filter(|(_, concept)| concept.lapse.is_none() && !concept.anonymous);
    let declared: Vec<(String, &str)> = declared
        .flat_map(|(_, concept)| {
            let bare = concept.name.rsplit('.').next().unwrap_or(&concept.name);
            let names = std::iter::once(bare).chain(concept.labels.iter().map(String::as_str));
            names
                .map(|name| (characters::key(name).into_owned(), concept.name.as_str()))
                .collect::<Vec<_>>()
        })
        .collect();
    for tail in tail_events(words) {
        let by_policy = declared.iter().find(|(name, _)| name == tail).map(|(_, name)| *name);
        if let Some(name) = by_policy.or_else(|| BuiltInEvent::find(tail).map(|event| event.name)) {
            return From::Event(name.to_owned());
        }
    }
    From::Unknown(words.to_owned())
}
