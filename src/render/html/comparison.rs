//! The 新旧対照表 as a page: one self-contained HTML file, without script and without external request.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::markup::{LINE, visible};
use super::{anchors, archive, head};
use crate::diff::table::{Cell, Line, Row, RowKind, Table};
use crate::diff::units::UnitKind;
use crate::render::comparison::{ComparisonOptions, LEGEND, NO_CHANGE, REMARKS, Side, TITLE, filler, remarks, titled};

/// Draws a table as a page. It prints on A4 landscape, its header on every sheet; on a narrow screen the two wordings of a
/// row stand one below the other. All text is escaped.
#[must_use]
pub fn comparison(table: &Table, options: &ComparisonOptions) -> String {
    let body = html! {
        a.skip-link href={ "#" (anchors::MAIN) } { "本文へ移動" }
        (LINE) main.comparison id=(anchors::MAIN) {
            (LINE) h1 { (titled(table, options)) }
            @for section in &options.sections {
                (LINE) section {
                    h2 { (section.heading) }
                    ul { @for item in &section.items { (LINE) li { (item) } } (LINE) }
                }
            }
            (LINE)
            @if options.sections_only {}
            @else if table.rows.is_empty() { p { (NO_CHANGE) } }
            @else { (drawn(table, options)) }
            (LINE)
        }
        (archive::ways(&options.links))
        (LINE)
    };
    let mut text = html! {
        (DOCTYPE)
        html lang="ja" {
            head {
                (head::common(&titled(table, options)))
                (LINE) (style(table, options)) (LINE)
            }
            body { (visible(&body)) }
        }
    }
    .into_string();
    text.push('\n');
    text
}

fn style(table: &Table, options: &ComparisonOptions) -> Markup {
    let mut css = String::from(include_str!("../page.css"));
    css.push_str(include_str!("../comparison.css"));
    if !options.links.is_empty() {
        css.push_str(archive::STYLES);
    }
    head::sheet_head("top-left", &titled(table, options), &mut css);
    head::theme(options.theme_css.as_deref(), &mut css);
    html! { style { (LINE) (PreEscaped(css)) } }
}

fn drawn(table: &Table, options: &ComparisonOptions) -> Markup {
    html! {
        table.side-by-side {
            (LINE) caption { (TITLE) "（" (LEGEND.trim_end_matches('。')) "）" }
            (LINE) thead { tr {
                @for side in options.sides() { (LINE) th scope="col" { (options.label(side)) } }
                @if options.remarks { (LINE) th.remarks scope="col" { (REMARKS) } }
            } }
            (LINE) tbody { @for row in &table.rows { (LINE) (drawn_row(row, options)) } (LINE) }
            (LINE)
        }
    }
}

fn drawn_row(row: &Row, options: &ComparisonOptions) -> Markup {
    let class = match row.kind {
        RowKind::Place => "place",
        RowKind::Same => "same",
        RowKind::Omitted => "omitted",
        RowKind::Changed => "changed",
        RowKind::Added => "added",
        RowKind::Removed => "removed",
        RowKind::Retired => "retired",
    };
    html! {
        tr class=(class) {
            @for side in options.sides() { (LINE) (drawn_cell(row, side, options)) }
            @if options.remarks { (LINE) td data-label=(REMARKS) { (remarks(row).unwrap_or_default()) } }
            (LINE)
        }
    }
}

fn drawn_cell(row: &Row, side: Side, options: &ComparisonOptions) -> Markup {
    let cell = side.cell(row);
    let remark = remarks(row).filter(|_| side == Side::New && !options.remarks);
    html! {
        td data-label=(options.label(side)) {
            @for words in filler(cell).unwrap_or_default() { p.filler { (words) } }
            @if let Cell::Lines(lines) = cell { @for line in lines { (drawn_line(line, side)) } }
            @if let Some(remark) = remark { p.remark { "（" (remark) "）" } }
        }
    }
}

fn drawn_line(line: &Line, side: Side) -> Markup {
    let class = match line.kind {
        UnitKind::Title | UnitKind::Heading | UnitKind::Group => "head",
        UnitKind::Item | UnitKind::Note => "hanging",
        _ => "text",
    };
    // The styles know five depths; what stands deeper stands at the fifth.
    let depth = line.depth.min(5);
    html! {
        p class={ (class) " depth-" (depth) } {
            @for piece in &line.pieces {
                @match (piece.marked, side) {
                    (false, _) => (piece.words),
                    (true, Side::New) => ins { (piece.words) },
                    (true, Side::Old) => del { (piece.words) },
                }
            }
        }
    }
}
