//! A policy that tells its revisions and keeps the slot of a chapter that was taken out.

use hoshin::internals::policy::Policy;
use hoshin::internals::render::{markdown, text};

use super::generated::markdown_words;
use super::page::{Page, bare};
use crate::support::compiled;

const SOURCE: &str = include_str!("../fixtures/pages/改定.policy");

pub(crate) fn policy() -> Policy {
    compiled::policy(SOURCE)
}

#[test]
fn it_reads_alike_in_every_rendering() {
    let policy = policy();
    let page = Page::of(&policy);
    page.assert_sound();
    assert_eq!(bare(&page.words()), bare(&text(&policy)));
    assert_eq!(bare(&markdown_words(&markdown(&policy))), bare(&text(&policy)));
    insta::assert_snapshot!(format!("{SOURCE}\n──── as text ────\n\n{}", text(&policy)));
}

#[test]
fn the_summary_stands_under_its_date_and_leads_to_the_clauses() {
    let page = Page::of(&policy());
    let [summary] = page.all("main > .date + dl")[..] else {
        panic!("one summary under the title: {}", page.source)
    };
    let links: Vec<_> = summary
        .descendent_elements()
        .filter_map(|element| {
            let target = element.attr("href")?;
            Some((target.to_owned(), element.text().collect::<String>()))
        })
        .collect();
    let fragment = |name: &str| hoshin::internals::document::link::fragment(name);
    assert_eq!(
        links,
        [
            (fragment("第三者提供.加盟店への提供"), "(1) 加盟店への提供".to_owned()),
            (fragment("海外配信"), "第3条".to_owned()),
            (fragment("お問い合わせ"), "第5条".to_owned()),
            (fragment("附則"), "第6条（附則）".to_owned()),
        ]
    );
    // In the record each list follows its date.
    assert_eq!(page.all("#附則 > .date + ul").len(), 2);
}

#[test]
fn the_slot_of_a_retired_chapter_is_a_heading_and_nothing_else() {
    let page = Page::of(&policy());
    let [slot] = page.all("#海外配信")[..] else {
        panic!("the anchor is still there: {}", page.source)
    };
    let words: String = slot.text().collect();
    assert_eq!(words.split_whitespace().collect::<String>(), "第3条削除¶");
    let listed = page.all("nav.contents li");
    let listed: Vec<String> = listed.iter().map(|item| item.text().collect()).collect();
    assert_eq!(listed.get(2).map(String::as_str), Some("第3条 削除"));
    let rules = page.attributes("[data-rule]", "data-rule").join(" ");
    assert!(!rules.contains("海外配信"), "{rules}");
}

#[test]
fn what_was_acknowledged_is_not_on_the_page() {
    let policy = policy();
    let [acknowledged] = policy.acknowledgements().collect::<Vec<_>>()[..] else {
        panic!("one acknowledgement")
    };
    let page = Page::of(&policy);
    assert!(!page.source.contains(&acknowledged.reason));
    assert!(!page.source.contains("2026-03-15") && !page.source.contains("3月15日"));
}
