//! Text that tries to be more than text.

use hoshin::document::{Block, Level, Run};
use hoshin::policy::Policy;
use hoshin::render::{PageOptions, Template, html, markdown, text};

use super::USUAL;
use super::draft::{Draft, definition, link, note, paragraph, part, reference, row, section, term, words};
use super::generated::{markdown_links, markdown_words};
use super::page::{Page, bare};

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
    let mut draft = Draft::new(&TEXTS.concat(), USUAL);
    draft.push(Block::Contents);
    for (number, text) in TEXTS.into_iter().enumerate() {
        let clause = draft.numbered(Level::Chapter, None, &format!("章{number}"), text);
        let norm = draft.norm(clause, 1);
        let strong = Run::Strong(vec![Run::Text(text.to_owned())]);
        draft.push(section(
            clause,
            Level::Chapter,
            &[norm],
            vec![
                words(text),
                note(text),
                paragraph(vec![strong, Run::Text(text.to_owned()), reference(clause)]),
                paragraph(vec![definition(text), term(text)]),
                part(text, vec![super::draft::bullets([text, text])]),
                Block::Table {
                    caption: super::draft::text(text),
                    columns: vec![super::draft::text(text), super::draft::text("列")],
                    rows: vec![row(&[norm], [text, text])],
                },
            ],
        ));
    }
    for target in TARGETS {
        draft.push(paragraph(vec![link("押す", target)]));
    }
    draft.policy(TEXTS[1])
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
    let mut draft = Draft::new("方針", USUAL);
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
        let clause = draft.numbered(Level::Chapter, None, name, "題");
        draft.push(section(clause, Level::Chapter, &[], vec![words("文")]));
    }
    draft.push(Block::Contents);
    let page = Page::of(&draft.policy("株式会社見本商店"));
    page.assert_sound();
    assert_eq!(page.all("section[id]").len(), 9);
}

#[test]
fn the_deepest_nesting_is_drawn() {
    let mut block = words("底");
    for _ in 0..64 {
        block = Block::Group {
            binding: hoshin::document::Binding::default(),
            title: super::draft::text("段"),
            children: vec![block, words("続き")],
        };
    }
    let mut draft = Draft::new("方針", USUAL);
    draft.push(block);
    let policy = draft.policy("株式会社見本商店");
    let page = Page::of(&policy);
    page.assert_sound();
    assert_eq!(bare(&page.words()), bare(&text(&policy)));
    assert_eq!(bare(&markdown_words(&markdown(&policy))), bare(&text(&policy)));
}
