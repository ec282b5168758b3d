//! Canonical source: one form for all ways of writing, and nothing lost on the way to it.

mod generated;

use hoshin::internals::compile::{LoadError, Loaded, Loader, Options, compile};
use hoshin::internals::diagnostic::Code;
use hoshin::internals::format::{Refused, format};
use hoshin::internals::policy::Policy;
use hoshin::internals::render::{PageOptions, html, text};
use hoshin::internals::span::SourceId;
use hoshin::internals::syntax;
use hoshin::internals::syntax::ast::{Comment, Inline, Item, MeaningItem, Value, Words, statements};

fn formatted(text: &str) -> String {
    format(text).unwrap_or_else(|refused| panic!("{refused:#?}\n{text}"))
}

/// The tree in words, without places, comments and blank lines.
fn tree(text: &str) -> String {
    let mut out = String::new();
    write_items(&syntax::parse(SourceId(0), text).file.items, 0, &mut out);
    out
}

fn write_items(items: &[Item], depth: usize, out: &mut String) {
    for item in items {
        let Item::Statement(statement) = item else { continue };
        let mark = statement.mark.map(|(mark, _)| mark);
        let name = statement.name.as_ref().map(|name| name.text.as_str());
        let written = statement.keyword.is_some();
        out.push_str(&format!("{depth} {mark:?} {:?} {written} {name:?}", statement.kind));
        for item in statement.meaning_items() {
            out.push_str(&match item {
                MeaningItem::Name(path) => format!(" [{}]", path.text()),
                MeaningItem::Date(date) => format!(" [{:?} as {}]", date.date, date.text),
                MeaningItem::Together(paths) => {
                    let paths: Vec<String> = paths.iter().map(|path| path.text()).collect();
                    format!(" [{}]", paths.join(" and "))
                }
                MeaningItem::Arrow(from, to) => format!(" [{} to {}]", from.text(), to.text()),
                MeaningItem::Pair(key, Value::Name(path)) => format!(" [{} is {}]", key.text, path.text()),
                MeaningItem::Pair(key, Value::Quoted(quoted)) => format!(" [{} is {:?}]", key.text, quoted.text),
                MeaningItem::Pair(key, Value::Date(date)) => format!(" [{} is {}]", key.text, date.text),
            });
        }
        for wording in &statement.wordings {
            let paragraphs: Vec<String> = wording.paragraphs.iter().map(|p| inlines(p)).collect();
            out.push_str(&format!(" {paragraphs:?}"));
        }
        for string in &statement.strings {
            out.push_str(&format!(" {:?}", string.text));
        }
        out.push_str(if statement.body.is_some() { " {\n" } else { "\n" });
        if let Some(body) = &statement.body {
            write_items(&body.items, depth + 1, out);
        }
    }
}

fn inlines(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(Words { text, .. }) => text.clone(),
            Inline::Reference(path) => format!("<ref {}>", path.text()),
            Inline::Url(url) => format!("<url {}>", url.text),
            Inline::Link { words, target, .. } => format!("<link {} {}>", self::inlines(words), target.text),
            Inline::Strong { words, .. } => format!("<strong {}>", self::inlines(words)),
        })
        .collect()
}

/// The words of all comments, sorted.
fn comments(text: &str) -> Vec<String> {
    fn gather(items: &[Item], found: &mut Vec<String>) {
        let words = |comment: &Comment| comment.text.split_whitespace().collect::<String>();
        for item in items {
            match item {
                Item::Blank => {}
                Item::Comment(comment) => found.push(words(comment)),
                Item::Statement(statement) => {
                    found.extend(statement.comments.iter().map(words));
                    gather(statement.body.as_ref().map_or(&[], |body| &body.items), found);
                }
            }
        }
    }
    let mut found = Vec::new();
    gather(&syntax::parse(SourceId(0), text).file.items, &mut found);
    found.sort();
    found
}

/// What must hold of every text that is formatted.
fn assert_faithful(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let once = formatted(text);
    assert_eq!(formatted(&once), once, "not settled after one round");
    assert_eq!(tree(&once), tree(text));
    assert_eq!(comments(&once), comments(text));
    assert_tidy(&once);
    once
}

/// The marks of canonical form that hold whatever the source was.
fn assert_tidy(text: &str) {
    let bare = without_wording(text);
    assert!(bare.is_empty() || bare.ends_with('\n'), "{text:?}");
    assert!(
        !bare.starts_with('\n') && !bare.contains("\n\n\n") && !bare.ends_with("\n\n"),
        "{text}"
    );
    assert!(!bare.contains("{\n\n") && !bare.contains("\n\n}"), "{text}");
    assert!(!bare.contains("\r\n") && !bare.starts_with('\u{FEFF}'), "{text:?}");
    for line in bare.lines() {
        assert_eq!(line, line.trim_end(), "white space at the end of a line:\n{text}");
    }
}

/// The text without its wording, which may look as it likes.
fn without_wording(text: &str) -> String {
    fn gather(items: &[Item], found: &mut Vec<std::ops::Range<usize>>) {
        for statement in statements(items) {
            found.extend(statement.wordings.iter().map(|wording| wording.span.range()));
            gather(statement.body.as_ref().map_or(&[], |body| &body.items), found);
        }
    }
    let mut places = Vec::new();
    gather(&syntax::parse(SourceId(0), text).file.items, &mut places);
    let mut bare = text.to_owned();
    for place in places.into_iter().rev() {
        bare.replace_range(place, "「」");
    }
    bare
}

#[test]
fn fixtures_come_out_in_canonical_form() {
    insta::with_settings!({snapshot_path => "snapshots/format", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::glob!("fixtures/format/*.policy", |path| {
            let source = std::fs::read_to_string(path).expect("a fixture");
            let out = assert_faithful(&source);
            insta::assert_snapshot!(format!("整形前 ────────\n{source}\n整形後 ────────\n{out}"));
        });
    });
}

#[test]
fn what_is_canonical_stays_as_it_is() {
    let source = include_str!("fixtures/format/canonical.policy");
    assert_eq!(formatted(source), source);
}

#[test]
fn the_examples_of_the_documentation_are_true() {
    let page = include_str!("../docs/formatting.md");
    let mut pairs = 0;
    for example in page.split("```整形前\n").skip(1) {
        let (before, rest) = example.split_once("```\n").expect("an end");
        let after = rest
            .trim_start()
            .strip_prefix("```整形後\n")
            .expect("the form it takes");
        let (after, _) = after.split_once("```\n").expect("an end");
        assert_eq!(assert_faithful(before), after);
        pairs += 1;
    }
    assert_eq!(pairs, 4);
}

#[test]
fn line_ends_and_the_byte_order_mark_are_made_plain() {
    assert_eq!(
        assert_faithful("\u{FEFF}章 A「一行目\r\n  二行目」{\r\n\r\n/* あ \r\n い */\r\n}\r\n"),
        "章 A「一行目\n  二行目」{\n  /* あ\n い */\n}\n"
    );
}

#[test]
fn carriage_returns_that_pile_up_before_a_line_end_go_at_once() {
    assert_eq!(assert_faithful("「一行目\r\r\n二行目」"), "「一行目\n二行目」\n");
}

#[test]
fn nothing_stays_nothing() {
    assert_eq!(assert_faithful(""), "");
    assert_eq!(assert_faithful("\u{FEFF}\r\n　\n"), "");
    assert_eq!(assert_faithful("// だけ"), "// だけ\n");
}

#[test]
fn one_line_fits_a_hundred_columns_and_not_one_more() {
    let fits = format!("情報 連絡先 {{ ・{} ・{} }}", "あ".repeat(20), "い".repeat(19));
    let wider = format!("情報 連絡先 {{ ・{} ・{}a }}", "あ".repeat(20), "い".repeat(19));
    let columns = |line: &str| line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    assert_eq!((columns(&fits), columns(&wider)), (99, 100));
    assert_eq!(assert_faithful(&fits).lines().count(), 1);
    assert_eq!(assert_faithful(&wider).lines().count(), 1);
    assert_eq!(assert_faithful(&wider.replace('a', "ab")).lines().count(), 4);
}

#[test]
fn a_meaning_behind_wording_is_not_wrapped() {
    let long = format!("「{}」［］［宛名、電話番号］", "長い文言".repeat(20));
    assert_eq!(assert_faithful(&long), format!("{long}\n"));
}

#[test]
fn dates_and_digits_are_not_rewritten() {
    for date in ["令和元年5月1日", "２０２６年４月１日", "2026-04-01", "2026/4/1"] {
        assert_eq!(assert_faithful(&format!("改定[{date}]")), format!("改定［{date}］\n"));
    }
}

#[test]
fn a_source_with_syntax_errors_is_refused_with_all_of_them() {
    let Err(Refused::SyntaxErrors(diagnostics)) = format("\u{FEFF}章 A「題 {\n}\n提供先（加盟店）\n") else {
        panic!("not refused");
    };
    let codes: Vec<Code> = diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, [Code::H0101, Code::H0108]);
    let place = Refused::SyntaxErrors(diagnostics).place().expect("a place");
    assert_eq!("章 A「題 {\n}\n提供先（加盟店）\n".get(place.range()), Some("「"));
}

#[test]
fn a_mark_that_only_looks_right_is_left_to_the_editor() {
    for text in ["･氏名", "・氏名。", "提供先［加盟店・配信社］", "章 1. 総則", "「あ｣"] {
        assert!(matches!(format(text), Err(Refused::SyntaxErrors(_))), "{text}");
    }
}

/// Reads from `examples/`, each file as it would look after `prepare`.
struct Examples(fn(&str) -> String);

impl Examples {
    fn read(&self, path: &str) -> Vec<u8> {
        let text = std::fs::read_to_string(format!("examples/{path}")).expect("an example");
        (self.0)(&text).into_bytes()
    }

    fn policy(&mut self, path: &str) -> Policy {
        let compilation = compile(path, self.read(path), self, &Options::default());
        let found = compilation.diagnostics;
        compilation.policy.unwrap_or_else(|| panic!("{found:#?}"))
    }
}

impl Loader for Examples {
    fn load(&mut self, _importer: &str, path: &str) -> Result<Loaded, LoadError> {
        let name = path.trim_start_matches("../").to_owned();
        let bytes = self.read(&name);
        Ok(Loaded { name, bytes })
    }
}

/// A text with its layout spoilt: no indentation, full-width braces, blank lines and comments where there were none.
fn untidy(text: &str) -> String {
    text.lines()
        .map(|line| match line.trim().strip_suffix('{') {
            Some(head) => format!("{head}｛ // 始まり\r\n\r\n"),
            None => format!("{}  \r\n", line.trim()),
        })
        .collect()
}

#[test]
fn formatting_changes_nothing_on_the_page() {
    for path in ["shop/privacy.policy", "group/privacy.policy"] {
        let page = |prepare| {
            let policy = Examples(prepare).policy(path);
            (
                text(&policy),
                html(&policy, &PageOptions::default()),
                policy.norms.len(),
            )
        };
        assert_eq!(page(|text| assert_faithful(&untidy(text))), page(str::to_owned));
    }
}
