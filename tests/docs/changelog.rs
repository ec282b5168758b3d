//! The changelog marks what it tells of: **code**, **bundle**, **words**, **format**.

use std::collections::BTreeSet;

/// The words that stand behind a mark, to the end of its entry.
pub(super) fn told_behind(mark: &str) -> BTreeSet<String> {
    let changelog = std::fs::read_to_string("CHANGELOG.md").expect("the changelog is readable");
    words_behind(&changelog, mark)
}

fn words_behind(changelog: &str, mark: &str) -> BTreeSet<String> {
    let entries = changelog
        .split("\n- ")
        .skip(1)
        .filter_map(|entry| entry.split_once(mark));
    // Another mark begins something else.
    let told = entries.map(|(_, told)| told.split("**").next().unwrap_or_default());
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    told.flat_map(|told| told.split(move |c| !is_part(c)))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn what_is_told_stands_behind_the_mark_and_in_its_entry() {
    let changelog =
        "# Changelog\n\n窓口 **words** 章\n\n- 責任者 **words** 権利、手数料: 例\n  `目次` **code** H0101\n- 住所\n";
    let told: Vec<String> = words_behind(changelog, "**words**").into_iter().collect();
    assert_eq!(told, ["例", "手数料", "権利", "目次"]);
}
