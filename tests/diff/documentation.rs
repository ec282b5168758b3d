//! The example of docs/diff.md is the table of its two policies.

use hoshin::internals::diff::table::TableOptions;
use hoshin::internals::render::comparison::{ComparisonOptions, TerminalOptions, terminal};

use super::table::table;
use crate::support::compiled;

#[test]
fn the_table_in_the_documentation_is_the_one_of_its_policies() {
    let page = std::fs::read_to_string("docs/diff.md").expect("the page is readable");
    let block = |head: &str| {
        let (_, rest) = page.split_once(&format!("```{head}\n")).expect("a block");
        rest.split("```").next().unwrap_or_default().to_owned()
    };
    let policy = |file: &str| compiled::policy(&block(&format!("policy,file={file}.policy")));
    let table = table(&policy("改定前"), &policy("改定後"), &TableOptions::default());
    let drawn = terminal(
        &table,
        &ComparisonOptions::default(),
        TerminalOptions {
            width: 80,
            colour: false,
        },
    );
    assert_eq!(block("text"), drawn);
}
