//! All that is said where a tree becomes a policy, a table for each subject. Whoever finds a fault chooses among these.

pub(super) mod acts;
pub(super) mod countries;
pub(super) mod dates;
pub(super) mod declarations;
pub(super) mod facts;
pub(super) mod lookalikes;
pub(super) mod names;
pub(super) mod notices;
pub(super) mod page;
pub(super) mod parts;
pub(super) mod places;
pub(super) mod references;
pub(super) mod revisions;

/// Every sentence of this room, by subject and name, with examples of its facts.
#[cfg(test)]
pub(crate) fn samples() -> Vec<(&'static str, Vec<(&'static str, crate::text::Text)>)> {
    vec![
        ("acts", acts::samples()),
        ("countries", countries::samples()),
        ("dates", dates::samples()),
        ("declarations", declarations::samples()),
        ("lookalikes", lookalikes::samples()),
        ("names", names::samples()),
        ("notices", notices::samples()),
        ("page", page::samples()),
        ("parts", parts::samples()),
        ("places", places::samples()),
        ("references", references::samples()),
        ("revisions", revisions::samples()),
    ]
}
