//! Text that tries to be more than text.

use hoshin::internals::document::{Block, Part, Run};
use hoshin::internals::policy::Policy;
use hoshin::internals::render::{PageOptions, Template, html, markdown, text};

use super::blocks::{self, chapter, definition, draft, group, link, norm, note, term};
use super::generated::{markdown_links, markdown_words};
use super::page::{Page, bare};
use crate::support::policy::{bullets, paragraph, table, words};

pub(crate) const TEXTS: [&str; 18] = [
    "<script>alert(1)</script>",
    "</style></title></main><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)\" x=\"",
    "' onfocus='alert(1)' autofocus '",
    "]]><![CDATA[<!-- --> <!DOCTYPE x>",
    "&lt;b&gt; &amp; &#x3c; &copy;",
    "{{page}} {{title}} {page} ${1} #{2}",
    "javascript:alert(1)",
    "[押す](javascript:alert(1)) ![絵](http://x.example/x.png) <https://x.example>",
    "# 見出し",
    "1. 一つ目",
    "- [ ] すること",
    "> 引用 `符号` **強調** __強調__ ~~取消~~ ^上^ $x$",
    "| a | b |",
    "---",
    "```\n符号\n```",
    "\\*打消\\* \\",
    "; } body { display: none } /* \\22 */",
];

pub(crate) const TARGETS: [&str; 8] = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "\u{1}javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//other.example/",
    "https:\\\\other.example",
    "https://mihon.example/\"onclick=\"alert(1)",
];

/// A policy that holds all of it, everywhere.
pub(crate) fn policy() -> Policy {
    let mut draft = draft(&TEXTS.concat(), TEXTS[1]);
    let mut blocks = vec![Block::Contents];
    for (number, text) in TEXTS.into_iter().enumerate() {
        let clause = draft.chapter(&format!("章{number}"), text);
        let norm = norm(&mut draft, clause);
        let strong = Run::Strong(words(text));
        let reference = Run::Reference {
            clause,
            part: Part::Full,
        };
        blocks.push(chapter(
            clause,
            &[norm],
            vec![
                paragraph(words(text), &[]),
                note(words(text)),
                paragraph(vec![strong, Run::Text(text.to_owned()), reference], &[]),
                paragraph(vec![definition(text), term(text)], &[]),
                group(words(text), vec![bullets(&[text, text])]),
                table(text, &[&[text, "列"], &[text, text]]),
            ],
        ));
    }
    for target in TARGETS {
        blocks.push(paragraph(vec![link("押す", target)], &[]));
    }
    draft.policy.document.blocks = blocks;
    draft.finish().0
}

#[test]
fn it_stays_text_on_the_page() {
    let page = Page::of(&policy());
    page.assert_sound();
    assert_eq!(bare(&page.words()), bare(&text(&policy())));
    let hrefs = page.attributes("main a[href]:not([href^='#'])", "href");
    assert_eq!(hrefs, ["https://mihon.example/%22onclick=%22alert(1)"]);
}

#[test]
fn it_stays_text_in_markdown() {
    let markdown = markdown(&policy());
    assert_eq!(bare(&markdown_words(&markdown)), bare(&text(&policy())));
    assert_eq!(
        markdown_links(&markdown),
        ["https://mihon.example/%22onclick=%22alert(1)"]
    );
}

#[test]
fn a_theme_cannot_leave_its_element() {
    for theme in [
        "</style><script>alert(1)</script>",
        "/* </STYLE\n><script> */",
        "<!-- </style> -->",
    ] {
        let options = PageOptions {
            theme_css: Some(theme.to_owned()),
            template: None,
        };
        let page = Page::parse(html(&policy(), &options));
        page.assert_sound();
        assert_eq!(page.all("style").len(), 1);
    }
}

#[test]
fn wording_cannot_fill_a_template() {
    let options = PageOptions {
        theme_css: None,
        template: Some(
            Template::parse("<html lang=\"ja\"><title>{{title}}</title><body>{{page}}").expect("a template"),
        ),
    };
    let page = html(&policy(), &options);
    assert_eq!(page.matches("<main").count(), 1);
    assert!(page.contains("<title>&lt;script&gt;"));
}

#[test]
fn names_that_html_cannot_take_still_give_ids() {
    let mut draft = draft("方針", "株式会社見本商店");
    let mut blocks = vec![Block::Contents];
    for name in [
        "a b",
        "a b",
        "page-main",
        "",
        "50%41",
        "page-contents-title",
        "x",
        "x-title",
        "\"><b>",
    ] {
        let clause = draft.chapter(name, "題");
        blocks.push(chapter(clause, &[], vec![paragraph(words("文"), &[])]));
    }
    draft.policy.document.blocks = blocks;
    let page = Page::of(&draft.finish().0);
    page.assert_sound();
    assert_eq!(page.all("section[id]").len(), 9);
    for href in page.attributes("nav a, .permalink", "href") {
        let id = percent_decoded(href.trim_start_matches('#'));
        assert!(page.attributes("[id]", "id").contains(&id.as_str()), "{href}");
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        match (first, after) {
            (b'%', [high, low, after @ ..]) => {
                let digits = [*high, *low];
                let digits = std::str::from_utf8(&digits).expect("ASCII");
                bytes.push(u8::from_str_radix(digits, 16).expect("two digits"));
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn the_deepest_nesting_is_drawn() {
    let sentence = || paragraph(words("続き"), &[]);
    let mut block = sentence();
    for _ in 0..64 {
        block = group(words("段"), vec![block, sentence()]);
    }
    let policy = blocks::policy(vec![block]);
    let page = Page::of(&policy);
    page.assert_sound();
    assert_eq!(bare(&page.words()), bare(&text(&policy)));
    assert_eq!(bare(&markdown_words(&markdown(&policy))), bare(&text(&policy)));
}
