//! Pass 1: which statement may stand where, and which parts each takes.

mod effect;
mod report;
mod revision;
mod table;

use std::collections::HashSet;

use self::effect::without_effect;
use self::report::{ineffective, misplaced, missing, repeated, unexpected};
use self::table::{Need, Shape, may_hold, only_once, shape};
use super::context::Context;
use super::kinds::{act_of, is_clause_of_acts, is_level, is_retired};
use super::sentences::facts::Piece;
use crate::keyword::Keyword::{self, *};
use crate::syntax::ast::{MeaningItem, Statement, statements};

/// Checks places and parts of every statement of every file.
pub(super) fn check(context: &mut Context<'_>) {
    let files = context.files;
    let mut policies = 0;
    for (_, file) in files {
        for statement in statements(&file.items) {
            // Without its block, or with a brace too many, the policy's own statements stand at the top: that was reported.
            context.incomplete |= statement.kind == Policy && statement.body.is_none();
            context.incomplete |= statement.kind == Import && statement.strings.is_empty();
            if statement.kind == Policy {
                policies += 1;
                if policies > 1 {
                    repeated(statement, context);
                }
            }
            check_statement(statement, &mut Vec::new(), context);
        }
    }
}

/// Checks a statement in the blocks of `around`, the outermost first.
fn check_statement<'a>(statement: &'a Statement, around: &mut Vec<&'a Statement>, context: &mut Context<'_>) {
    let parent = around.last().map(|parent| parent.kind);
    if !may_hold(parent, statement.kind) {
        if parent.is_some() || !context.incomplete {
            misplaced(statement, parent, context);
        }
        return;
    }
    if parent == Some(Summary) && revision::is_bare_prose(statement) {
        revision::prose_in_summary(statement, context);
        return;
    }
    if let Some(reason) = without_effect(statement, around) {
        ineffective(statement, reason, context);
        return;
    }
    if statement.kind != Unknown {
        check_parts(statement, parent, context);
    }
    let mut once = HashSet::new();
    for child in statement.children() {
        // A request has one act and one other party, whatever the words for them.
        let kind = match child.kind {
            kind if statement.kind == Test && act_of(kind).is_some() => Use,
            Recipient | Provider | Destination if statement.kind == Test => Recipient,
            kind => kind,
        };
        let single = statement.kind == Test && matches!(kind, Use | Recipient);
        if (single || only_once(kind, statement.kind)) && !once.insert(kind) {
            repeated(child, context);
        }
        around.push(statement);
        check_statement(child, around, context);
        around.pop();
    }
    check_whole(statement, parent, context);
}

/// What a block as a whole must or must not hold.
fn check_whole(statement: &Statement, parent: Option<Keyword>, context: &mut Context<'_>) {
    let one_value = matches!(
        statement.kind,
        State | Expected | Established | Revised | LastRevised | Effective
    ) || parent == Some(Test)
        && matches!(
            statement.kind,
            Recipient | Provider | Destination | Purpose | Processing | Route
        );
    if let (true, Some(second)) = (one_value, statement.meaning_items().nth(1)) {
        report::second_value(statement, second.span(), context);
    }
    let holds = |wanted: fn(Keyword) -> bool| statement.children().any(|child| wanted(child.kind));
    if statement.kind == Rider
        && holds(|kind| {
            matches!(
                kind,
                Target | Cases | Unless | Priority | Recipient | Provider | Destination
            )
        })
        && !holds(|kind| matches!(kind, Limit | Forbid | Permit | Unknown) || is_clause_of_acts(kind))
    {
        report::empty_rider(statement, context);
    }
}

fn check_parts(statement: &Statement, parent: Option<Keyword>, context: &mut Context<'_>) {
    if is_retired(statement) {
        revision::check_retired(statement, context);
        return;
    }
    let shape = match shape(statement.kind, parent) {
        shape if revision::is_note(statement) && parent == Some(Summary) => Shape {
            meaning: Need::No,
            ..shape
        },
        shape => shape,
    };
    let parts = [
        (shape.name, statement.name.as_ref().map(|name| name.span), Piece::Name),
        (
            shape.meaning,
            statement.meanings.first().map(|meaning| meaning.span),
            Piece::Meaning,
        ),
        (
            shape.wording,
            statement.wordings.first().map(|wording| wording.span),
            Piece::Wording,
        ),
        (
            shape.string,
            statement.strings.first().map(|quoted| quoted.span),
            Piece::String,
        ),
        (shape.body, statement.body.as_ref().map(|body| body.open), Piece::Body),
    ];
    for (need, found, part) in parts {
        match (need, found) {
            // The ［ ］ of a chapter was meant as 削除, and is reported.
            (Need::Must, None) if is_level(statement.kind) && !statement.meanings.is_empty() => {}
            (Need::Must, None) => missing(statement, part, context),
            (Need::No, Some(span)) if matches!(part, Piece::Meaning) && is_level(statement.kind) => {
                revision::unexpected_in_level(statement, span, context);
            }
            (Need::No, Some(span)) => unexpected(statement, part, span, shape, context),
            _ => {}
        }
    }
    // What a declaration says in ［］ is looked at where things are declared.
    if !matches!(statement.kind, Cases | Unless | Condition) || parent == Some(Test) {
        for item in statement.meaning_items() {
            if let MeaningItem::Together(_) = item {
                report::together_elsewhere(item.span(), context);
            }
        }
    }
    for wording in &statement.wordings {
        if wording.paragraphs.iter().all(Vec::is_empty) {
            report::empty_wording(wording.span, context);
        }
    }
    let declares = matches!(statement.kind, Data | Party | DefinedTerm);
    if declares && statement.name.is_none() && statement.body.is_none() {
        missing(statement, Piece::Name, context);
    }
    if statement.kind == Condition && parent.is_none_or(|parent| parent != Cases && parent != Test) {
        let empty = statement.name.is_none() && statement.body.is_none();
        if empty {
            missing(statement, Piece::Name, context);
        }
    }
    let dimension = matches!(
        statement.kind,
        Cases | Items | Recipient | Provider | Destination | Processing
    );
    if dimension && statement.meanings.is_empty() && statement.wordings.is_empty() && statement.body.is_none() {
        missing(statement, Piece::Meaning, context);
    }
}
