//! Any text is parsed: no panic, no hang, and every place that is named lies in the text.
#![no_main]

use hoshin::internals::diagnostic::Diagnostic;
use hoshin::internals::span::{SourceId, Span};
use hoshin::internals::syntax;
use hoshin::internals::syntax::ast::{Item, Statement};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let parsed = syntax::parse(SourceId(0), text);
    for diagnostic in &parsed.diagnostics {
        check_diagnostic(diagnostic, text);
    }
    check_items(&parsed.file.items, text);
});

fn check(span: Span, text: &str) {
    assert!(text.get(span.range()).is_some(), "{span:?} cuts {text:?}");
}

fn check_diagnostic(diagnostic: &Diagnostic, text: &str) {
    assert!(!diagnostic.labels.is_empty(), "{diagnostic:?} has no place");
    for label in &diagnostic.labels {
        check(label.span, text);
    }
    if let Some(fix) = &diagnostic.fix {
        check(fix.span, text);
    }
}

fn check_items(items: &[Item], text: &str) {
    for item in items {
        match item {
            Item::Blank => {}
            Item::Comment(comment) => check(comment.span, text),
            Item::Statement(statement) => check_statement(statement, text),
        }
    }
}

fn check_statement(statement: &Statement, text: &str) {
    check(statement.span, text);
    check(statement.head, text);
    check(statement.place(), text);
    for wording in &statement.wordings {
        check(wording.span, text);
    }
    for item in statement.meaning_items() {
        check(item.span(), text);
    }
    for comment in &statement.comments {
        check(comment.span, text);
    }
    if let Some(body) = &statement.body {
        check_items(&body.items, text);
    }
}
