//! All that is said of wording, a table for each report.

pub(super) mod drift;
pub(super) mod links;
pub(super) mod lists;
pub(super) mod periods;
pub(super) mod places;
pub(super) mod polarity;
pub(super) mod references;
pub(super) mod terms;
pub(super) mod unusual;
pub(super) mod writing;

/// Every sentence about wording, by table and name, with examples of its facts.
#[cfg(test)]
pub(crate) fn samples() -> Vec<(&'static str, Vec<(&'static str, crate::text::Text)>)> {
    vec![
        ("drift", drift::samples()),
        ("links", links::samples()),
        ("lists", lists::samples()),
        ("periods", periods::samples()),
        ("places", places::samples()),
        ("polarity", polarity::samples()),
        ("references", references::samples()),
        ("terms", terms::samples()),
        ("unusual", unusual::samples()),
        ("writing", writing::samples()),
    ]
}
