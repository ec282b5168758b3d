//! Lines, indentation, blocks and comments.

use super::head;
use super::measure::{COLUMNS, INDENT, width};
use crate::syntax::ast::{Body, Comment, File, Item, Statement};

/// The canonical text of a tree; `text` is what the tree was parsed from.
pub(super) fn print(file: &File, text: &str) -> String {
    let mut printer = Printer {
        text,
        out: String::with_capacity(text.len() + text.len() / 8),
        depth: 0,
        after_line_comment: false,
    };
    printer.items(&file.items);
    if !printer.out.is_empty() {
        printer.out.push('\n');
    }
    printer.out
}

struct Printer<'t> {
    text: &'t str,
    /// What is written so far. The last line is not ended yet, so that a trailing comment can join it.
    out: String,
    depth: usize,
    /// Whether the last line ends in a `//` comment, which nothing can follow.
    after_line_comment: bool,
}

impl Printer<'_> {
    fn items(&mut self, items: &[Item]) {
        let mut on_own_line = 0;
        let mut blank = false;
        for item in items {
            match item {
                Item::Blank => {
                    blank = true;
                    continue;
                }
                Item::Comment(comment) if comment.trailing && !blank && self.may_trail() => {
                    self.out.push(' ');
                    self.comment(comment);
                    continue;
                }
                Item::Comment(comment) => {
                    self.start_line(blank && on_own_line > 0);
                    self.comment(comment);
                }
                Item::Statement(statement) => self.statement(statement, blank && on_own_line > 0),
            }
            on_own_line += 1;
            blank = false;
        }
    }

    fn statement(&mut self, statement: &Statement, blank: bool) {
        let mut blank = blank;
        for comment in &statement.comments {
            self.start_line(blank);
            self.comment(comment);
            blank = false;
        }
        self.start_line(blank);
        let indent = self.depth * INDENT;
        self.out.push_str(&head::head(statement, self.text, Some(indent)));
        if let Some(body) = &statement.body {
            self.body(body);
        }
    }

    fn body(&mut self, body: &Body) {
        if let Some(block) = self.one_line(body) {
            self.out.push_str(&block);
            return;
        }
        self.out.push_str(self.space_before_brace());
        self.out.push('{');
        self.depth += 1;
        self.items(&body.items);
        self.depth -= 1;
        self.start_line(false);
        self.out.push('}');
    }

    /// The block on the line of its head, when it was written so, holds only plain statements and fits.
    fn one_line(&self, body: &Body) -> Option<String> {
        let space = self.space_before_brace();
        if body.items.iter().all(|item| matches!(item, Item::Blank)) {
            return Some(format!("{space}{{}}"));
        }
        let source = self.text.get(body.open.to(body.close).range())?;
        if source.contains('\n') {
            return None;
        }
        let mut block = format!("{space}{{");
        for (index, item) in body.items.iter().enumerate() {
            block.push(' ');
            match item {
                Item::Blank => return None,
                // It stands before the } on its line, so it is no `//` comment.
                Item::Comment(comment) => block.push_str(&comment_text(comment)),
                Item::Statement(statement) => {
                    let plain = statement.body.is_none() && statement.comments.is_empty();
                    // Only a mark ends the statement before it on the same line.
                    if !plain || (index > 0 && statement.mark.is_none()) {
                        return None;
                    }
                    block.push_str(&head::head(statement, self.text, None));
                }
            }
        }
        block.push_str(" }");
        let line = self.out.rsplit('\n').next().unwrap_or_default();
        (width(line) + width(&block) <= COLUMNS).then_some(block)
    }

    /// Full-width brackets bring their own space.
    fn space_before_brace(&self) -> &'static str {
        if self.out.ends_with(['」', '］']) { "" } else { " " }
    }

    fn comment(&mut self, comment: &Comment) {
        self.out.push_str(&comment_text(comment));
        self.after_line_comment = comment.text.starts_with("//");
    }

    fn may_trail(&self) -> bool {
        !self.out.is_empty() && !self.after_line_comment
    }

    fn start_line(&mut self, blank: bool) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        if blank {
            self.out.push('\n');
        }
        self.out.extend(std::iter::repeat_n(' ', self.depth * INDENT));
        self.after_line_comment = false;
    }
}

/// A comment without what nobody sees: carriage returns and spaces at the ends of its lines.
pub(super) fn comment_text(comment: &Comment) -> String {
    let lines: Vec<&str> = comment.text.lines().map(str::trim_end).collect();
    lines.join("\n")
}
