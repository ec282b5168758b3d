//! The head of a statement: `・キーワード 名前［意味］「文言」"文字列"`.

use super::measure::{COLUMNS, INDENT, width};
use crate::span::Span;
use crate::syntax::ast::{Mark, Meaning, MeaningItem, Name, Statement, VALUED, Value};

/// Where the second line of a long ［…］ begins, beyond its statement.
const CONTINUATION: usize = 2 * INDENT;

/// The head of a statement in canonical form.
///
/// A ［…］ too long for its line is wrapped when `indent`, the column of the statement, is given; without it
/// everything outside 「」 stays on one line.
pub(super) fn head(statement: &Statement, text: &str, indent: Option<usize>) -> String {
    let mut head = String::new();
    if let Some((mark, _)) = statement.mark {
        head.push(match mark {
            Mark::Bullet => '・',
            Mark::Note => '※',
        });
    }
    if statement.keyword.is_some() {
        head.push_str(statement.kind.word());
    }
    if let Some(name) = &statement.name {
        if statement.keyword.is_some() {
            head.push(' ');
        }
        head.push_str(&name.text);
    }
    // A paragraph is known by the 「 that it begins with.
    let paragraph = statement.mark.is_none() && statement.keyword.is_none() && statement.name.is_none();
    if paragraph {
        push_wordings(&mut head, statement, text);
    }
    for meaning in &statement.meanings {
        // Behind wording no line is short any more, and breaking it in ［］ would not help.
        let place = indent.filter(|_| !paragraph);
        let place = place.map(|indent| (indent, indent + width(last_line(&head))));
        head.push_str(&meaning_text(meaning, text, place));
    }
    if !paragraph {
        push_wordings(&mut head, statement, text);
    }
    for string in &statement.strings {
        if head.ends_with(|last| !matches!(last, '」' | '］' | '・' | '※')) {
            head.push(' ');
        }
        head.push_str(slice(text, string.span));
    }
    head
}

/// Wording is copied, never rebuilt: its line breaks, spaces and escapes are the editor's.
fn push_wordings(head: &mut String, statement: &Statement, text: &str) {
    for wording in &statement.wordings {
        head.push_str(&with_line_feeds(slice(text, wording.span)));
    }
}

/// One ［…］, wrapped after `、` where it does not fit; `place` is the statement's column and the bracket's.
fn meaning_text(meaning: &Meaning, text: &str, place: Option<(usize, usize)>) -> String {
    let items: Vec<String> = meaning.items.iter().map(|item| item_text(item, text)).collect();
    let whole = format!("［{}］", items.join("、"));
    let Some((indent, column)) = place else { return whole };
    if items.len() < 2 || column + width(&whole) <= COLUMNS {
        return whole;
    }
    let mut wrapped = String::from("［");
    let mut column = column + width("［");
    for (index, item) in items.iter().enumerate() {
        // Each item is as wide as itself and the mark after it.
        let needed = width(item) + width("、");
        if index > 0 && column + needed > COLUMNS {
            let start = indent + CONTINUATION;
            wrapped.push('\n');
            wrapped.extend(std::iter::repeat_n(' ', start));
            column = start;
        }
        wrapped.push_str(item);
        wrapped.push_str(if index + 1 == items.len() { "］" } else { "、" });
        column += needed;
    }
    wrapped
}

fn item_text(item: &MeaningItem, text: &str) -> String {
    match item {
        MeaningItem::Name(path) => path.text(),
        MeaningItem::Date(date) => date.text.clone(),
        MeaningItem::Arrow(from, to) => format!("{} → {}", from.text(), to.text()),
        MeaningItem::Pair(key, value) => format!("{}{}{}", key.text, mark(key, value), value_text(value, text)),
        MeaningItem::Together(paths) => paths.iter().map(|path| path.text()).collect::<Vec<_>>().join("＋"),
    }
}

/// What stands between an attribute and its value, and between a party and its country.
fn mark(key: &Name, value: &Value) -> char {
    match value {
        Value::Name(_) if !VALUED.contains(&key.text.as_str()) => '：',
        _ => '＝',
    }
}

fn value_text(value: &Value, text: &str) -> String {
    match value {
        Value::Name(path) => path.text(),
        Value::Quoted(quoted) => slice(text, quoted.span).to_owned(),
        Value::Date(date) => date.text.clone(),
    }
}

/// Line ends as `\n`, everything else as it is.
fn with_line_feeds(wording: &str) -> String {
    let lines: Vec<&str> = wording.split('\n').map(|line| line.trim_end_matches('\r')).collect();
    lines.join("\n")
}

fn last_line(text: &str) -> &str {
    text.rsplit('\n').next().unwrap_or_default()
}

/// The source under a span. A span outside the text would be a bug of the parser; what is then missing is found when
/// the result is compared with the original.
fn slice(text: &str, span: Span) -> &str {
    text.get(span.range()).unwrap_or_default()
}
