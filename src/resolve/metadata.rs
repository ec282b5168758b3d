//! Title, operator, dates and the previous revision.

use super::context::Context;
use super::meaning::Resolver;
use super::sentences::dates as say;
use super::sentences::facts::DateWord;
use super::written::words_of;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::DateKind;
use crate::keyword::Keyword;
use crate::policy::{Metadata, Operator};
use crate::span::Span;
use crate::syntax::ast::{MeaningItem, Statement};

/// Reads what the 方針 says about itself.
pub(super) fn metadata(root: Option<&Statement>, resolver: &mut Resolver<'_, '_, '_, '_>) -> Metadata {
    let Some(root) = root else {
        return Metadata::default();
    };
    let mut written = Vec::new();
    gather_dates(root, &mut written, resolver.context);
    check_order(&written, resolver.context);
    Metadata {
        title: root.wordings.first().map(words_of).unwrap_or_default(),
        operator: operator(root, resolver),
        dates: written.into_iter().map(|(kind, date, _)| (kind, date)).collect(),
        previous: root
            .children_of(Keyword::PreviousRevision)
            .find_map(|statement| statement.strings.first().map(|quoted| quoted.text.clone())),
    }
}

fn operator(root: &Statement, resolver: &Resolver<'_, '_, '_, '_>) -> Option<Operator> {
    let statement = root.children_of(Keyword::Operator).next()?;
    let words = |keyword| {
        let child = statement.children_of(keyword).next()?;
        child.wordings.first().map(words_of)
    };
    Some(Operator {
        party: resolver.names.declared.operator?,
        name: statement.name.as_ref()?.text.clone(),
        official_name: words_of(statement.wordings.first()?),
        address: words(Keyword::Address),
        representative: words(Keyword::Representative),
    })
}

type Written = (DateKind, jiff::civil::Date, Span);

fn gather_dates(block: &Statement, dates: &mut Vec<Written>, context: &mut Context<'_>) {
    for child in block.children() {
        let kind = match child.kind {
            Keyword::Established => DateKind::Established,
            Keyword::Revised => DateKind::Revised,
            Keyword::LastRevised => DateKind::LastRevised,
            Keyword::Effective => DateKind::Effective,
            _ => {
                gather_dates(child, dates, context);
                continue;
            }
        };
        let mut found = false;
        for item in child.meaning_items() {
            match item {
                MeaningItem::Date(written) => {
                    found = true;
                    dates.extend(written.date.map(|date| (kind, date, written.span)));
                }
                other => not_a_date(other, context),
            }
        }
        if !found && child.meaning_items().next().is_none() && !child.meanings.is_empty() {
            context.report(
                Diagnostic::new(Code::H0301, say::missing())
                    .label(child.head, Text::empty())
                    .help(say::write_a_date()),
            );
        }
    }
}

fn not_a_date(item: &MeaningItem, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(Code::H0303, say::not_a_date())
            .label(item.span(), Text::empty())
            .help(say::write_a_date()),
    );
}

/// Whether the dates around the 改定 show that the oldest comes first: 制定 stands before them, and 最終改定, if any, behind.
fn rises(dates: &[Written]) -> bool {
    let place = |wanted: DateKind| dates.iter().position(|(kind, ..)| *kind == wanted);
    let Some(revised) = place(DateKind::Revised) else {
        return false;
    };
    let before = place(DateKind::Established).is_some_and(|established| established < revised);
    before && place(DateKind::LastRevised).is_none_or(|last| last > revised)
}

/// 制定 comes first, 最終改定 last among the revisions; the revisions between go one way, the oldest or the newest first.
fn check_order(dates: &[Written], context: &mut Context<'_>) {
    let of = |wanted: DateKind| dates.iter().filter(move |(kind, ..)| *kind == wanted);
    let revisions = || of(DateKind::Revised).chain(of(DateKind::LastRevised));
    let mut faults = Vec::new();
    for established in of(DateKind::Established) {
        faults.extend(
            revisions()
                .filter(|revision| revision.1 < established.1)
                .map(|revision| (revision, established, say::before_establishment())),
        );
    }
    for established in of(DateKind::Established) {
        let early = of(DateKind::Effective).filter(|effective| effective.1 < established.1);
        faults.extend(early.map(|effective| (effective, established, say::before_establishment())));
    }
    for last in of(DateKind::LastRevised) {
        faults.extend(
            of(DateKind::Revised)
                .filter(|revision| revision.1 > last.1)
                .map(|revision| (revision, last, say::after_last_revision())),
        );
    }
    let revised: Vec<&Written> = of(DateKind::Revised).collect();
    let falling = matches!(revised.as_slice(), [first, .., last] if last.1 < first.1) && !rises(dates);
    for pair in revised.windows(2) {
        let [before, after] = *pair else { continue };
        if before.1 == after.1 {
            faults.push((after, before, say::same_again()));
        } else if (after.1 < before.1) != falling {
            let fault = match falling {
                true => say::later_than_above(),
                false => say::earlier_than_above(),
            };
            faults.push((after, before, fault));
        }
    }
    for (wrong, other, fault) in faults {
        context.report(
            Diagnostic::new(Code::H0311, say::out_of_order(&DateWord(wrong.0)))
                .label(wrong.2, fault)
                .label(other.2, say::dated(&other.0))
                .help(say::check_which_is_right()),
        );
    }
}
