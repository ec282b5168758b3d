//! All that the checks say, a table for each subject. What is found in `check` chooses among these.

pub(super) mod abroad;
pub(super) mod collection;
pub(super) mod conflicts;
pub(super) mod dead;
pub(super) mod empty;
pub(super) mod lists;
pub(super) mod orders;
pub(super) mod processing;
pub(super) mod purposes;
pub(super) mod riders;
pub(super) mod undecided;
pub(super) mod unmet;
pub(super) mod witness;

/// Every sentence of the checks, by subject and name, with examples of its facts.
#[cfg(test)]
pub(crate) fn samples() -> Vec<(&'static str, Vec<(&'static str, crate::text::Text)>)> {
    vec![
        ("abroad", abroad::samples()),
        ("collection", collection::samples()),
        ("conflicts", conflicts::samples()),
        ("dead", dead::samples()),
        ("empty", empty::samples()),
        ("lists", lists::samples()),
        ("orders", orders::samples()),
        ("processing", processing::samples()),
        ("purposes", purposes::samples()),
        ("riders", riders::samples()),
        ("undecided", undecided::samples()),
        ("unmet", unmet::samples()),
        ("witness", witness::samples()),
    ]
}
