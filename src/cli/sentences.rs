//! What the command line says, as tables.

pub(super) mod arguments;
pub(super) mod ask;
pub(super) mod bundle;
pub(super) mod ci;
pub(super) mod commits;
pub(super) mod done;
pub(super) mod failing;
pub(super) mod git;
pub(super) mod options;
pub(super) mod output_folder;
pub(super) mod page;
pub(super) mod reading;
pub(super) mod revisions;
pub(super) mod tested;
pub(super) mod writing;

/// Every sentence of the command line that stands in a table, by table.
#[cfg(test)]
pub(crate) fn samples() -> Vec<(&'static str, Vec<(&'static str, crate::text::Text)>)> {
    vec![
        ("arguments", arguments::samples()),
        ("ask", ask::samples()),
        ("bundle", bundle::samples()),
        ("ci: base", ci::base::samples()),
        ("ci: judged", ci::judged::samples()),
        ("ci: report", ci::report::samples()),
        ("ci: rules", ci::rules::samples()),
        ("ci: scope", ci::scope::samples()),
        ("ci: state", ci::state::samples()),
        ("ci: summary", ci::summary::samples()),
        ("commits", commits::samples()),
        ("done", done::samples()),
        ("failing", failing::samples()),
        ("git", git::samples()),
        ("options", options::samples()),
        ("output folder", output_folder::samples()),
        ("page", page::samples()),
        ("reading", reading::samples()),
        ("revisions", revisions::samples()),
        ("tested", tested::samples()),
        ("writing", writing::samples()),
    ]
}
