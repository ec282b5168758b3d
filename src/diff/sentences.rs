//! All that is said of two revisions, a table for each subject. What is found in `diff` chooses among these.

pub(super) mod decisions;
pub(super) mod facts;
pub(super) mod findings;
pub(super) mod gates;
pub(super) mod reasons;
pub(super) mod summary;

/// Every sentence about revisions, by subject and name, with examples of its facts.
#[cfg(test)]
pub(crate) fn samples() -> Vec<(&'static str, Vec<(&'static str, crate::text::Text)>)> {
    use super::changes::Duty;
    let duties = Duty::ALL.iter().map(|duty| (duty.english(), duty.text()));
    vec![
        ("dates", super::dates::samples()),
        ("decisions", decisions::samples()),
        ("findings", findings::samples()),
        ("gates", gates::samples()),
        ("duties", duties.collect()),
        ("reasons", reasons::samples()),
        ("summary", summary::samples()),
    ]
}
