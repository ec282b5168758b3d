//! Every table of sentences is in the list that is read aloud.

use super::modules;

#[test]
fn every_table_of_sentences_is_in_the_list() {
    let list = std::fs::read_to_string("tests/snapshots/sentences.snap").expect("the list is readable");
    let listed: std::collections::BTreeSet<&str> = list.lines().collect();
    let mut faults = Vec::new();
    let mut tables = 0;
    for file in modules().into_values().flatten() {
        let code = std::fs::read_to_string(&file).expect("a source is readable");
        let Some((_, table)) = code.split_once("\nsentences! {\n") else {
            continue;
        };
        tables += 1;
        let first = table
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty() && !line.starts_with("//"));
        let name = first.and_then(|line| line.split('(').next()).unwrap_or_default();
        if !listed.contains(name) {
            faults.push(format!(
                "{}: `{name}` is not in tests/snapshots/sentences.snap: name the table in the `samples()` of its room's sentences.rs",
                file.display()
            ));
        }
    }
    assert!(tables > 40, "{tables} tables: are they looked for where they are?");
    assert!(faults.is_empty(), "{faults:#?}");
}
