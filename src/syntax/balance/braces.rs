//! { and } outside of wording: which belong together, and which is to blame where they do not match.

use super::found::Found;
use super::report;
use super::text::Text;
use crate::syntax::balanced::Edit;

/// A brace outside wording.
#[derive(Debug, Clone, Copy)]
pub(super) struct Brace {
    pub(super) at: usize,
    pub(super) len: usize,
    pub(super) opens: bool,
}

/// Pairs the braces. Where the counts differ, indentation tells which one is to blame.
pub(super) fn pair(text: Text<'_>, braces: Vec<Brace>, found: &mut Found) {
    let opens = braces.iter().filter(|brace| brace.opens).count();
    let mut depth = 0isize;
    let mut dips = false;
    for brace in &braces {
        depth += if brace.opens { 1 } else { -1 };
        dips |= depth < 0;
    }
    if depth == 0 && !dips && opens * 2 == braces.len() {
        return;
    }
    let mut stack: Vec<(Brace, usize)> = Vec::new();
    // Of the line that the last brace stands on: where the next begins, its first letter, its indentation.
    let (mut next_line, mut first, mut indent) = (0, 0, 0);
    for brace in braces {
        if brace.at >= next_line {
            let start = text.line_start(brace.at);
            let line_end = text.line_end(brace.at);
            next_line = line_end + 1;
            let line = text.part(start, line_end);
            first = start + line.len() - line.trim_start().len();
            indent = indentation(line);
        }
        if brace.opens {
            stack.push((brace, indent));
            continue;
        }
        if brace.at == first {
            while stack.len() > 1 && stack.last().is_some_and(|(_, opener)| *opener > indent) {
                if let Some((unclosed, opener)) = stack.pop() {
                    close(text, unclosed, opener, found);
                }
            }
        }
        if stack.pop().is_none() {
            ignore(text, brace, found);
        }
    }
    while let Some((unclosed, indent)) = stack.pop() {
        close(text, unclosed, indent, found);
    }
}

/// Ends a block that is never closed: before the first line that is indented no deeper than the line that opened it.
fn close(text: Text<'_>, brace: Brace, indent: usize, found: &mut Found) {
    found.tell(report::unclosed_brace(text.span(brace.at, brace.len)));
    let mut end = text.line_end(brace.at);
    while end < text.bytes.len() {
        let start = end + 1;
        let line_end = text.line_end(start);
        let line = text.part(start, line_end);
        if !line.trim_start().is_empty() && indentation(line) <= indent {
            // On a line of its own: the line before may end in a comment, the next holds a statement.
            found.edit(Edit::Insert(start, "}\n"));
            return;
        }
        end = line_end;
    }
    found.edit(Edit::Insert(text.bytes.len(), "}"));
}

/// Takes out a } that closes nothing.
fn ignore(text: Text<'_>, brace: Brace, found: &mut Found) {
    found.tell(report::stray_brace(text.span(brace.at, brace.len)));
    found.blank(brace.at, brace.len);
}

/// How far a line is indented, in columns.
fn indentation(line: &str) -> usize {
    line.chars()
        .take_while(|c| c.is_whitespace())
        .map(|c| if c == '\u{3000}' { 2 } else { 1 })
        .sum()
}
