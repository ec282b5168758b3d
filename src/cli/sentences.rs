//! What the command line says, as tables.

pub(super) mod arguments;
pub(super) mod git;
pub(super) mod output_folder;

/// Every sentence of the command line that stands in a table, by table.
#[cfg(test)]
pub(crate) fn samples() -> Vec<(&'static str, Vec<(&'static str, crate::text::Text)>)> {
    vec![
        ("arguments", arguments::samples()),
        ("git", git::samples()),
        ("output folder", output_folder::samples()),
    ]
}
