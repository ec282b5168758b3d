//! 番号 and 呼び名: how the levels are numbered, and what a reference calls them.

use super::context::Context;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::{Level, NumberPattern, Style, default_style};
use crate::keyword::Keyword;
use crate::syntax::ast::{MeaningItem, Name, Statement, Value};
use crate::syntax::nearest;

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
fn pairs<'a>(statement: &'a Statement, context: &mut Context<'_>) -> Vec<(Level, String, &'a MeaningItem)> {
    let mut found = Vec::new();
    for item in statement.meaning_items() {
        let MeaningItem::Pair(key, value) = item else {
            not_a_pair(statement.kind, item, context);
            continue;
        };
        let Some(level) = Level::ALL.into_iter().find(|level| level.word() == key.text) else {
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
    let example = if kind == Keyword::Numbering {
        "章＝\"第1条\""
    } else {
        "章＝条"
    };
    context.report(
        Diagnostic::new(
            Code::H0304,
            Text::new(
                format!("`{}` には ＝ が必要です", kind.word()),
                format!("`{}` takes level＝value", kind.word()),
            ),
        )
        .label(item.span(), Text::empty())
        .help(Text::new(
            format!("`［{example}］` のように書いてください"),
            format!("write, for example, `［{example}］`"),
        )),
    );
}

fn unknown_level(key: &Name, context: &mut Context<'_>) {
    let words = Level::ALL.map(Level::word);
    let meant = nearest(&key.text, words).unwrap_or("章・節・項");
    context.report(
        Diagnostic::new(
            Code::H0304,
            Text::new(
                format!("`{}` という段階はありません", key.text),
                format!("there is no level `{}`", key.text),
            ),
        )
        .label(key.span, Text::empty())
        .help(Text::new(format!("使えるもの: {meant}"), format!("use {meant}"))),
    );
}

fn invalid_pattern(value: &str, item: &MeaningItem, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(
            Code::H0307,
            Text::new(
                format!("`{value}` は番号の書式として読めません"),
                format!("`{value}` is no form of a number"),
            ),
        )
        .label(item.span(), Text::empty())
        .help(Text::new(
            "最初の番号をそのままの形で書いてください（例: `1.` `(1)` `①` `第1条` `第1条（題）` `一` `ア` `【1】` `1-1`）",
            "write the first number as it should look: `1.` `(1)` `①` `第1条` `第1条（題）` `一` `ア` `【1】` `1-1`",
        )),
    );
}
