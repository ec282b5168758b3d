//! The document as HTML page, text and Markdown. All three show the same words in the same order.
//!
//! What is drawn is [`crate::policy::Policy::document`] as `resolve` built it: nothing is numbered, named or decided
//! here. Text from a source reaches an output only through the escaping of that output.

#[cfg(feature = "diff")]
pub mod comparison;
mod contents;
mod html;
mod lines;
mod markdown;
mod text;

pub use html::{
    Anchor, Entry, Link, Navigation, Neighbours, PageOptions, Template, TemplateError, anchors, history, html,
    html_among, links_to_history,
};
pub use markdown::{markdown, markdown_line};
pub use text::text;

use jiff::civil::Date;

/// 2021年11月9日
fn japanese_date(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}
