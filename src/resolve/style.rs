//! 番号 and 呼び名: how the levels are numbered, and what a reference calls them.

use super::context::Context;
use super::sentences::facts::Choices;
use super::sentences::page as say;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::{NumberPattern, OutlineLevel, Style, default_style};
use crate::keyword::Keyword;
use crate::syntax::ast::{MeaningItem, Name, Statement, Value};
use crate::syntax::nearest;
use crate::text::sentence::Name as Quoted;

/// Reads the document's numbering from the 方針 block.
pub(super) fn style(root: Option<&Statement>, context: &mut Context<'_>) -> Style {
    let mut style = default_style();
    for statement in root.into_iter().flat_map(Statement::children) {
        match statement.kind {
            Keyword::Numbering => {
                for (level, value, item) in pairs(statement, context) {
                    match NumberPattern::parse(&value) {
                        Ok(pattern) => {
                            if let Some(entry) = style.get_mut(&level) {
                                entry.pattern = pattern;
                            }
                        }
                        Err(_) => invalid_pattern(&value, item, context),
                    }
                }
            }
            Keyword::LevelWords => {
                for (level, value, _) in pairs(statement, context) {
                    if let Some(entry) = style.get_mut(&level) {
                        entry.word = Some(value);
                    }
                }
            }
            _ => {}
        }
    }
    style
}

/// The `level＝value` pairs of a statement.
fn pairs<'a>(statement: &'a Statement, context: &mut Context<'_>) -> Vec<(OutlineLevel, String, &'a MeaningItem)> {
    let mut found = Vec::new();
    for item in statement.meaning_items() {
        let MeaningItem::Pair(key, value) = item else {
            not_a_pair(statement.kind, item, context);
            continue;
        };
        let Some(level) = OutlineLevel::ALL.into_iter().find(|level| level.word() == key.text) else {
            unknown_level(key, context);
            continue;
        };
        let value = match value {
            Value::Quoted(quoted) => quoted.text.clone(),
            Value::Name(path) => path.text(),
            Value::Date(date) => date.text.clone(),
        };
        found.push((level, value, item));
    }
    found
}

fn not_a_pair(kind: Keyword, item: &MeaningItem, context: &mut Context<'_>) {
    let help = match kind {
        Keyword::Numbering => say::write_the_first_number_of_a_level(),
        _ => say::write_the_word_of_a_level(),
    };
    context.report(
        Diagnostic::new(Code::H0304, say::pair_wanted(&Quoted(kind.word().to_owned())))
            .label(item.span(), Text::empty())
            .help(help),
    );
}

fn unknown_level(key: &Name, context: &mut Context<'_>) {
    let words = OutlineLevel::ALL.map(OutlineLevel::word);
    let choices = match nearest(&key.text, words) {
        Some(meant) => Choices::of(&[meant]),
        None => Choices::of(&words),
    };
    context.report(
        Diagnostic::new(Code::H0304, say::no_such_level(&Quoted(key.text.clone())))
            .label(key.span, Text::empty())
            .help(say::use_one_of(&choices)),
    );
}

fn invalid_pattern(value: &str, item: &MeaningItem, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(Code::H0307, say::no_form_of_a_number(&Quoted(value.to_owned())))
            .label(item.span(), Text::empty())
            .help(say::write_the_first_number()),
    );
}
