//! The 新旧対照表 as Markdown for a pull request: a table as in GitHub Flavored Markdown, changes in `ins` and `del`.

use super::escape::Words;
use crate::characters;
use crate::diff::table::{Cell, Line, Row, Table};
use crate::render::comparison::{ComparisonOptions, NO_CHANGE, REMARKS, Side, filler, remarks, titled};

/// Draws a table as Markdown. Every character of the policies is shown as it is; the only markup is `ins`, `del` and `br`.
#[must_use]
pub fn comparison(table: &Table, options: &ComparisonOptions) -> String {
    characters::shown(&drawn(table, options)).into_owned()
}

fn drawn(table: &Table, options: &ComparisonOptions) -> String {
    let mut text = format!("## {}\n\n", Words::within().text(&titled(table, options)).finish());
    for section in &options.sections {
        text.push_str(&format!("### {}\n\n", Words::within().text(&section.heading).finish()));
        for item in &section.items {
            text.push_str(&format!("- {}\n", Words::new().text(item).finish()));
        }
        text.push('\n');
    }
    if options.sections_only {
        return text;
    }
    if table.rows.is_empty() {
        text.push_str(NO_CHANGE);
        text.push('\n');
        return text;
    }
    let sides = options.sides();
    let mut head: Vec<String> = sides
        .iter()
        .map(|side| Words::within().text(options.label(*side)).finish())
        .collect();
    if options.remarks {
        head.push(REMARKS.to_owned());
    }
    text.push_str(&line(&head));
    text.push_str(&line(&vec!["---".to_owned(); head.len()]));
    for row in &table.rows {
        let mut cells: Vec<String> = sides.iter().map(|side| cell(row, *side, options)).collect();
        if options.remarks {
            cells.push(Words::within().text(&remarks(row).unwrap_or_default()).finish());
        }
        text.push_str(&line(&cells));
    }
    text
}

fn line(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

fn cell(row: &Row, side: Side, options: &ComparisonOptions) -> String {
    let cell = side.cell(row);
    let mut lines: Vec<String> = match (filler(cell), cell) {
        (Some(fillers), _) => fillers
            .iter()
            .map(|words| Words::within().text(words).finish())
            .collect(),
        (None, Cell::Lines(lines)) => lines.iter().map(|line| words(line, side)).collect(),
        (None, _) => Vec::new(),
    };
    if let Some(remark) = remarks(row).filter(|_| side == Side::New && !options.remarks) {
        lines.push(Words::within().text(&format!("（{remark}）")).finish());
    }
    lines.retain(|line| !line.is_empty());
    lines.join("<br>")
}

fn words(line: &Line, side: Side) -> String {
    let tag = match side {
        Side::New => "ins",
        Side::Old => "del",
    };
    let mut words = Words::within();
    for piece in &line.pieces {
        words = if piece.marked {
            words.element(tag, Words::within().text(&piece.words))
        } else {
            words.text(&piece.words)
        };
    }
    words.finish()
}
