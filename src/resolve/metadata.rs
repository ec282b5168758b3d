//! Title, operator, dates and the previous revision.

use super::context::Context;
use super::meaning::Resolver;
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
                Diagnostic::new(Code::H0301, Text::new("日付がありません", "the date is missing"))
                    .label(child.head, Text::empty())
                    .help(date_help()),
            );
        }
    }
}

fn not_a_date(item: &MeaningItem, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(Code::H0303, Text::new("日付として読めません", "this is no date"))
            .label(item.span(), Text::empty())
            .help(date_help()),
    );
}

fn date_help() -> Text {
    Text::new(
        "`2026-04-01`、`2026年4月1日`、`令和8年4月1日` のように書いてください",
        "write `2026-04-01`, `2026年4月1日` or `令和8年4月1日`",
    )
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
                .map(|revision| {
                    (
                        revision,
                        established,
                        "制定より前の日付です",
                        "earlier than the establishment",
                    )
                }),
        );
    }
    for established in of(DateKind::Established) {
        let early = of(DateKind::Effective).filter(|effective| effective.1 < established.1);
        faults.extend(early.map(|effective| {
            let (ja, en) = ("制定より前の日付です", "earlier than the establishment");
            (effective, established, ja, en)
        }));
    }
    for last in of(DateKind::LastRevised) {
        faults.extend(
            of(DateKind::Revised)
                .filter(|revision| revision.1 > last.1)
                .map(|revision| {
                    (
                        revision,
                        last,
                        "最終改定より後の日付です",
                        "later than the last revision",
                    )
                }),
        );
    }
    let revised: Vec<&Written> = of(DateKind::Revised).collect();
    let falling = matches!(revised.as_slice(), [first, .., last] if last.1 < first.1) && !rises(dates);
    for pair in revised.windows(2) {
        let [before, after] = *pair else { continue };
        if before.1 == after.1 {
            faults.push((after, before, "同じ日付がもう一つあります", "the same date again"));
        } else if (after.1 < before.1) != falling {
            let (ja, en) = match falling {
                true => ("一つ前に書いた改定より後の日付です", "later than the one before it"),
                false => ("一つ前に書いた改定より前の日付です", "earlier than the one before it"),
            };
            faults.push((after, before, ja, en));
        }
    }
    for (wrong, other, ja, en) in faults {
        context.report(
            Diagnostic::new(
                Code::H0311,
                Text::new(
                    format!("{}の日付の前後が合いません", wrong.0.word()),
                    format!("the date of 「{}」 is out of order", wrong.0.word()),
                ),
            )
            .label(wrong.2, Text::new(ja, en))
            .label(other.2, Text::new(other.0.word(), other.0.english()))
            .help(Text::new(
                "どちらの日付が正しいか確かめてください",
                "check which date is right",
            )),
        );
    }
}
