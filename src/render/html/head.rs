//! What stands in `<head>`: metadata and styles.

use std::fmt::Write as _;

use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};

use super::super::japanese_date;
use super::markup::LINE;
use super::theme::PageOptions;
use crate::characters::shown;
use crate::document::{Block, DateKind, Run};
use crate::policy::Policy;

/// Nothing may run and nothing may be loaded; a theme may hold images and fonts itself.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; \
                                       base-uri 'none'; form-action 'none'";
const GENERATOR: &str = concat!("hoshin ", env!("CARGO_PKG_VERSION"));
/// As many characters as a search engine shows.
const DESCRIPTION_LENGTH: usize = 120;

/// Everything in `<head>`.
pub(super) fn head(policy: &Policy, options: &PageOptions, about: &About) -> Markup {
    let About {
        title,
        description,
        styles,
    } = about;
    let author = policy
        .metadata
        .operator
        .as_ref()
        .map(|operator| shown(&operator.official_name));
    html! {
        (common(title))
        @if !description.is_empty() { (LINE) meta name="description" content=(description); }
        @if let Some(author) = author { (LINE) meta name="author" content=(author); }
        @for (name, date) in dates(policy) { (LINE) meta name=(name) content=(date); }
        (LINE) (style(policy, options, styles)) (LINE)
    }
}

/// What the head of every page holds.
pub(super) fn common(title: &str) -> Markup {
    html! {
        (LINE) meta charset="utf-8";
        (LINE) meta http-equiv="Content-Security-Policy" content=(CONTENT_SECURITY_POLICY);
        (LINE) meta name="viewport" content="width=device-width, initial-scale=1";
        (LINE) title { (shown(title)) }
        (LINE) meta name="color-scheme" content="light dark";
        (LINE) meta name="generator" content=(GENERATOR);
    }
}

/// What tells the head of one page from those of others about the same policy.
pub(super) struct About {
    /// The page's title.
    pub(super) title: String,
    /// What it is, for search engines; may be empty.
    pub(super) description: String,
    /// Styles beside those of every page.
    pub(super) styles: &'static str,
}

impl About {
    /// The same in words that a reader can see.
    pub(super) fn visible(&self) -> Self {
        Self {
            title: shown(&self.title).into_owned(),
            description: shown(&self.description).into_owned(),
            styles: self.styles,
        }
    }
}

/// The styles: the page's own, the heads of its printed sheets, the theme.
pub(super) fn style(policy: &Policy, options: &PageOptions, styles: &str) -> Markup {
    let mut css = String::from(include_str!("../page.css"));
    css.push_str(styles);
    sheet_heads(policy, &mut css);
    theme(options.theme_css.as_deref(), &mut css);
    html! { style { (LINE) (PreEscaped(css)) } }
}

/// Adds a company's own styles.
pub(super) fn theme(theme: Option<&str>, css: &mut String) {
    if let Some(theme) = theme {
        // Within a string or a comment `<\/` is `</`; anywhere else neither means anything. So the theme keeps its meaning
        // and cannot close the element it stands in.
        css.push_str(&theme.replace("</", "<\\/"));
        css.push('\n');
    }
}

/// A text in a corner of every printed sheet.
pub(super) fn sheet_head(corner: &str, text: &str, css: &mut String) {
    let text = css_string(text);
    // Writing to a String cannot fail.
    let _ = writeln!(css, "@page {{\n  @{corner} {{ content: {text}; }}\n}}");
}

/// Title and date at the head of every printed sheet.
fn sheet_heads(policy: &Policy, css: &mut String) {
    let title = css_string(&policy.document.title);
    let date = newest_date(policy).map_or_else(String::new, |(kind, date)| japanese_date(date) + kind.word());
    let date = css_string(&date);
    // Writing to a String cannot fail.
    let _ = writeln!(
        css,
        "@page {{\n  @top-left {{ content: {title}; }}\n  @top-right {{ content: {date}; }}\n}}"
    );
}

/// A CSS string that no text can leave.
fn css_string(text: &str) -> String {
    let mut string = String::with_capacity(text.len() + 2);
    string.push('"');
    for c in shown(text).chars() {
        if c.is_control() || matches!(c, '"' | '\\' | '<' | '>') {
            let _ = write!(string, "\\{:x} ", u32::from(c));
        } else {
            string.push(c);
        }
    }
    string.push('"');
    string
}

/// Title of the document and name of the operator, as a browser's tab and a search engine show them.
pub(super) fn title(policy: &Policy) -> String {
    let title = &policy.document.title;
    match &policy.metadata.operator {
        Some(operator) if !title.contains(&operator.official_name) => format!("{title}｜{}", operator.official_name),
        _ => title.clone(),
    }
}

/// The first paragraph that holds a sentence, cut after a sentence or, where the first is too long, within it.
pub(super) fn description(policy: &Policy) -> String {
    let document = &policy.document;
    let mut paragraphs = Vec::new();
    gather_paragraphs(&document.blocks, &mut paragraphs);
    let text = |runs: &[Run]| document.plain(runs);
    let sentence = paragraphs
        .iter()
        .map(|runs| text(runs))
        .find(|text| text.contains('。'));
    let first = || paragraphs.first().map(|runs| text(runs));
    let paragraph = sentence.or_else(first).unwrap_or_default();
    let words: String = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= DESCRIPTION_LENGTH {
        return words;
    }
    let mut cut: String = words.chars().take(DESCRIPTION_LENGTH - 1).collect();
    match cut.rfind('。') {
        Some(end) => cut.truncate(end + '。'.len_utf8()),
        None => cut.push('…'),
    }
    cut
}

fn gather_paragraphs<'a>(blocks: &'a [Block], found: &mut Vec<&'a [Run]>) {
    for block in blocks {
        match block {
            Block::Paragraph { runs, .. } => found.push(runs),
            Block::Section { children, .. } | Block::Group { children, .. } | Block::Plain { children, .. } => {
                gather_paragraphs(children, found);
            }
            _ => {}
        }
    }
}

/// The dates under the names of the DCMI metadata terms.
fn dates(policy: &Policy) -> Vec<(&'static str, Date)> {
    let latest = |kinds: &[DateKind]| {
        let dates = policy.metadata.dates.iter().filter(|(kind, _)| kinds.contains(kind));
        dates.map(|(_, date)| *date).max()
    };
    [
        ("dcterms.issued", latest(&[DateKind::Established])),
        ("dcterms.modified", latest(&[DateKind::Revised, DateKind::LastRevised])),
        ("dcterms.available", latest(&[DateKind::Effective])),
    ]
    .into_iter()
    .filter_map(|(name, date)| Some((name, date?)))
    .collect()
}

/// The date that tells this version from others.
pub(super) fn newest_date(policy: &Policy) -> Option<(DateKind, Date)> {
    let dates = &policy.metadata.dates;
    let of = |kind: DateKind| {
        dates
            .iter()
            .filter(|(each, _)| *each == kind)
            .max_by_key(|(_, date)| *date)
    };
    of(DateKind::LastRevised)
        .or_else(|| of(DateKind::Revised))
        .or_else(|| of(DateKind::Established))
        .or_else(|| of(DateKind::Effective))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leaves_a_css_string() {
        assert_eq!(
            css_string("\"; } </style>\\\n"),
            "\"\\22 ; } \\3c /style\\3e \\5c \\a \""
        );
    }
}
