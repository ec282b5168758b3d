//! `docs/terms.md` names every word of the language.

use hoshin::internals::keyword::{Keyword, Kind};
use hoshin::internals::norm::{Act, Processing};
use hoshin::internals::policy::Expected;
use hoshin::internals::vocabulary::{Attribute, BUILT_IN_CONDITIONS};

use super::changelog::told_behind;

#[test]
fn every_word_of_the_language_stands_in_the_terms_with_its_english_and_its_rust_name() {
    let terms = std::fs::read_to_string("docs/terms.md").expect("the page is readable");
    let mut rows: Vec<String> = Keyword::WORDS
        .iter()
        .map(|keyword| row(keyword.word(), keyword.english(), &format!("Keyword::{keyword:?}")))
        .collect();
    rows.extend(
        Attribute::ALL
            .iter()
            .map(|a| row(a.word(), a.english(), &format!("Attribute::{a:?}"))),
    );
    rows.extend(
        Processing::ALL
            .iter()
            .map(|p| row(p.word(), p.english(), &format!("Processing::{p:?}"))),
    );
    rows.extend(
        Expected::ALL
            .iter()
            .map(|e| row(e.word(), e.english(), &format!("Expected::{e:?}"))),
    );
    rows.extend(
        BUILT_IN_CONDITIONS
            .iter()
            .map(|c| format!("| {} | {} |", c.name, c.english)),
    );
    let missing = rows.iter().filter(|row| !terms.contains(row.as_str()));
    let faults: Vec<String> = missing
        .map(|row| format!("docs/terms.md has no row that begins {row}: add it, with the legal meaning"))
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_keyword_stands_in_the_tables_of_the_language_reference() {
    let page = std::fs::read_to_string("docs/language.md").expect("the page is readable");
    let words = |heading: &str| -> Vec<&str> {
        let after = page
            .split(&format!("\n## {heading}\n"))
            .nth(1)
            .unwrap_or_else(|| panic!("docs/language.md has no heading {heading}"));
        let section = after.split("\n## ").next().unwrap_or_default();
        let rows = section
            .lines()
            .filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
        rows.flat_map(|cell| cell.split(['、', '・'])).collect()
    };
    let (parts, places) = (words("文ごとの部分"), words("置ける場所"));
    let mut faults = Vec::new();
    for keyword in Keyword::WORDS {
        let word = keyword.word();
        let group = match keyword.kind() {
            Kind::Prohibition => "行為の禁止",
            Kind::Act => "行為",
            Kind::Notice => "公表事項",
            _ => word,
        };
        for (heading, rows) in [("文ごとの部分", &parts), ("置ける場所", &places)] {
            if !rows.contains(&group) {
                faults.push(format!(
                    "docs/language.md, table under {heading}: no row {group}: add {word} to it"
                ));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// 公表事項 of the language reference: a row that says what the law wants told, an example, and the word in the list of them
/// under the table of parts.
#[test]
fn every_notice_stands_in_its_section_of_the_language_reference() {
    let page = std::fs::read_to_string("docs/language.md").expect("the page is readable");
    let section = |heading: &str| -> &str {
        let after = page.split(&format!("\n## {heading}\n")).nth(1);
        let after = after.unwrap_or_else(|| panic!("docs/language.md has no heading {heading}"));
        after.split("\n## ").next().unwrap_or_default()
    };
    let (notices, parts) = (section("公表事項"), section("文ごとの部分"));
    let list = parts
        .split("公表事項は")
        .nth(1)
        .and_then(|rest| rest.split("です。").next());
    let list: Vec<&str> = list
        .expect("the list of notices, under 文ごとの部分")
        .split('・')
        .collect();
    let mut faults = Vec::new();
    for keyword in Keyword::WORDS.iter().filter(|one| one.kind() == Kind::Notice) {
        let word = keyword.word();
        let stands = |begin: &str, ends: &[char]| {
            let mut lines = notices.lines().filter_map(|line| line.trim_start().strip_prefix(begin));
            lines.any(|rest| rest.strip_prefix(word).is_some_and(|rest| rest.starts_with(ends)))
        };
        if !stands("| ", &[' ']) {
            faults.push(format!(
                "docs/language.md, table under 公表事項: no row | {word} |: add it, with the article of law"
            ));
        }
        if !stands("", &['「', '［']) {
            faults.push(format!(
                "docs/language.md, example under 公表事項: no line {word}「…」: add it"
            ));
        }
        if !list.contains(&word) {
            faults.push(format!(
                "docs/language.md, 文ごとの部分, \"公表事項は…です。\": {word} is not in the list: add it"
            ));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_keyword_stands_in_the_changelog() {
    let told = told_behind("**words**");
    // A prohibition is its act and しない.
    let missing: Vec<&str> = Keyword::WORDS
        .iter()
        .filter(|keyword| keyword.kind() != Kind::Prohibition)
        .map(|keyword| keyword.word())
        .filter(|word| !told.contains(*word))
        .collect();
    assert!(
        missing.is_empty(),
        "CHANGELOG.md does not tell of {}: add it behind **words** in the newest release, with what users can write",
        missing.join("、")
    );
}

#[test]
fn every_act_is_a_keyword() {
    let faults: Vec<String> = Act::ALL
        .iter()
        .filter(|act| Keyword::from_word(act.word()).is_none())
        .map(|act| format!("src/keyword.rs has no keyword for the act {}: add it", act.word()))
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn row(word: &str, english: &str, rust: &str) -> String {
    format!("| {word} | {english} | `{rust}` |")
}
