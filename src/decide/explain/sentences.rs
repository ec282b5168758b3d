//! All that is told of decisions, a table for each part of the telling.

pub(super) mod acts;
pub(super) mod answer;
pub(super) mod norm;
pub(super) mod reasons;
pub(super) mod ways;

/// Every sentence about decisions, by table and name, with examples of its facts.
#[cfg(test)]
pub(crate) fn samples() -> Vec<(&'static str, Vec<(&'static str, crate::text::Text)>)> {
    vec![
        ("acts", acts::samples()),
        ("answer", answer::samples()),
        ("norm", norm::samples()),
        ("reasons", reasons::samples()),
        ("ways", ways::samples()),
    ]
}
