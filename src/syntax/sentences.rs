//! All that is said of how a source is typed, a table for each part of reading it.

pub(super) mod brackets;
pub(super) mod hidden;
pub(super) mod kinds;
pub(super) mod limits;
pub(super) mod meaning;
pub(super) mod quotes;
pub(super) mod statements;

/// Every sentence about syntax, by table and name, with examples of its facts.
#[cfg(test)]
pub(crate) fn samples() -> Vec<(&'static str, Vec<(&'static str, crate::text::Text)>)> {
    vec![
        ("brackets", brackets::samples()),
        ("hidden", hidden::samples()),
        ("limits", limits::samples()),
        ("meaning", meaning::samples()),
        ("quotes", quotes::samples()),
        ("statements", statements::samples()),
    ]
}
