//! All that is said of documents that are refused: why (`refusals`), in what a place is wrong (`shapes`), and the words for
//! what a document holds (`words`).

pub(super) mod refusals;
pub(super) mod shapes;
pub(super) mod words;

/// Every sentence about refused documents, by table and name, with examples of its facts.
#[cfg(test)]
pub(crate) fn samples() -> Vec<(&'static str, Vec<(&'static str, crate::text::Text)>)> {
    vec![
        ("refusals", refusals::samples()),
        ("shapes", shapes::samples()),
        ("words", words::samples()),
    ]
}
