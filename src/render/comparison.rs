//! The 新旧対照表 drawn: as a page, as Markdown for a pull request, for the terminal.
//!
//! Differing passages are told by more than colour in all three: underlined `ins` and `del` with words for screen readers on
//! the page, `ins` and `del` in Markdown, ［＋…＋］ and ［－…－］ in a terminal without colours.

mod terminal;

pub use super::html::comparison::comparison as html;
pub use super::markdown::comparison::comparison as markdown;
pub use terminal::{TerminalOptions, terminal};

use crate::diff::table::{Cell, Remark, Row, Table};

/// How a comparison is labelled and set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonOptions {
    /// What the new revision is called: 改定後, 改正後, 新.
    pub new_label: String,
    /// What the old revision is called: 改定前, 改正前, 旧.
    pub old_label: String,
    /// The old revision in the left column; the official order has the new one there.
    pub old_first: bool,
    /// Remarks in a column of their own (備考) and not below the new wording.
    pub remarks: bool,
    /// What else is told of the two revisions, before the table.
    pub sections: Vec<ComparisonSection>,
    /// Show what else is told alone, without the table.
    pub sections_only: bool,
    /// Ways to other pages, shown after the table on a page.
    pub links: Vec<super::Link>,
    /// Styles that follow the page's own; see [`super::PageOptions::theme_css`].
    pub theme_css: Option<String>,
}

/// A list under a heading, plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonSection {
    /// Its heading.
    pub heading: String,
    /// Its items.
    pub items: Vec<String>,
}

impl Default for ComparisonOptions {
    fn default() -> Self {
        Self {
            new_label: "改定後".to_owned(),
            old_label: "改定前".to_owned(),
            old_first: false,
            remarks: false,
            sections: Vec::new(),
            sections_only: false,
            links: Vec::new(),
            theme_css: None,
        }
    }
}

/// What such a table is called.
pub(super) const TITLE: &str = "新旧対照表";
/// What it is called without the table.
const SECTIONS: &str = "改定の比較";
/// The head of the column of remarks.
pub(super) const REMARKS: &str = "備考";
/// What is said where there is nothing to show.
pub(super) const NO_CHANGE: &str = "文言に変更はありません。";
/// What the marks mean.
pub(super) const LEGEND: &str = "下線の部分は、変更した部分です。";

/// Which column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    New,
    Old,
}

impl ComparisonOptions {
    /// The columns in their order.
    pub(super) fn sides(&self) -> [Side; 2] {
        if self.old_first {
            [Side::Old, Side::New]
        } else {
            [Side::New, Side::Old]
        }
    }

    pub(super) fn label(&self, side: Side) -> &str {
        match side {
            Side::New => &self.new_label,
            Side::Old => &self.old_label,
        }
    }
}

impl Side {
    pub(super) fn cell(self, row: &Row) -> &Cell {
        match self {
            Self::New => &row.new,
            Self::Old => &row.old,
        }
    }
}

/// The lines of a cell that holds no wording of its own.
pub(super) fn filler(cell: &Cell) -> Option<Vec<String>> {
    match cell {
        Cell::Lines(_) => None,
        Cell::NewlyMade => Some(vec!["（新設）".to_owned()]),
        Cell::Deleted => Some(vec!["（削る）".to_owned()]),
        Cell::Omitted(series) => Some(series.iter().map(|numbers| omission(numbers)).collect()),
        Cell::Blank => Some(Vec::new()),
    }
}

fn omission(numbers: &str) -> String {
    if numbers.is_empty() {
        "（略）".to_owned()
    } else {
        format!("{numbers}　（略）")
    }
}

/// The remarks of a row as words; nothing where there are none.
pub(super) fn remarks(row: &Row) -> Option<String> {
    let words: Vec<String> = row.remarks.iter().map(remark).collect();
    (!words.is_empty()).then(|| words.join("、"))
}

fn remark(remark: &Remark) -> String {
    match remark {
        Remark::Moved {
            from: Some(from),
            number: Some(number),
        } => format!("「{from}」の{number}から移動"),
        Remark::Moved {
            from: Some(from),
            number: None,
        } => format!("「{from}」から移動"),
        Remark::Moved {
            from: None,
            number: Some(number),
        } => format!("{number}から移動"),
        Remark::Moved {
            from: None,
            number: None,
        } => "順序を変更".to_owned(),
        Remark::Divided => "分割".to_owned(),
        Remark::United => "統合".to_owned(),
        Remark::SplitOff(from) => format!("「{from}」から分割"),
        Remark::MergedInto(into) => format!("「{into}」に統合"),
        Remark::Retired => "削除（番号は残る）".to_owned(),
    }
}

/// What the whole is called.
pub(super) fn titled(table: &Table, options: &ComparisonOptions) -> String {
    let what = if options.sections_only { SECTIONS } else { TITLE };
    if table.new_title.trim().is_empty() {
        what.to_owned()
    } else {
        format!("{} {what}", table.new_title)
    }
}
