//! 「」: from where one begins to where it ends, or should have ended.
//!
//! A 「 that runs to the end of the file is looked for once; from then on a 「 ends before the next line that reads like a
//! statement. So all is linear in the text.

use super::found::Found;
use super::report::{self, MAX_NESTING};
use super::text::Text;
use crate::keyword::Keyword;
use crate::syntax::balanced::Edit;

/// Walks one 「」 after the other.
#[derive(Debug, Default)]
pub(super) struct Walker {
    /// A 「 was found to run to the end of the file: judge the following ones by their lines.
    careful: bool,
}

/// What came of a 「」.
pub(super) struct Walked {
    /// Where it ends, behind its 」.
    pub(super) end: usize,
    /// The parts that it costs (`density`).
    pub(super) parts: usize,
    /// More nest in it than may.
    pub(super) too_deep: bool,
}

impl Walker {
    /// Walks the 「」 or ｢｣ that begins here.
    pub(super) fn walk(&mut self, text: Text<'_>, open: usize, found: &mut Found) -> Walked {
        if text.starts(open, "｢") {
            found.tell(report::half_width_quote(text.span(open, 3)));
            found.edit(Edit::Replace(open, "「"));
        }
        self.follow(text, open, found)
    }

    /// From 「 to behind its 」.
    fn follow(&mut self, text: Text<'_>, open: usize, found: &mut Found) -> Walked {
        let mut depth = 1usize;
        let mut at = open + 3;
        // With ｢ as the opener, ｣ closes.
        let half_width = text.starts(open, "｢");
        let mut parts = 0;
        while at < text.bytes.len() {
            match text.bytes[at] {
                b'\\' => {
                    parts += 1;
                    let next = text.text.get(at + 1..).and_then(|rest| rest.chars().next());
                    at += 1 + next.map_or(0, char::len_utf8);
                    continue;
                }
                b'\n' if self.careful && reads_like_a_statement(text, at + 1) => break,
                0xE3 if text.starts(at, "「") => {
                    depth += 1;
                    parts += 1;
                    if depth > MAX_NESTING {
                        break;
                    }
                    at += 3;
                    continue;
                }
                0xE3 if text.starts(at, "」") => {
                    depth -= 1;
                    at += 3;
                    if depth == 0 {
                        return Walked {
                            end: at,
                            parts,
                            too_deep: false,
                        };
                    }
                    continue;
                }
                0xEF if half_width && depth == 1 && text.starts(at, "｣") => {
                    found.edit(Edit::Replace(at, "」"));
                    return Walked {
                        end: at + 3,
                        parts,
                        too_deep: false,
                    };
                }
                b'{' | b'[' | b'<' | b'*' | b'\n' => parts += 1,
                _ => {}
            }
            at += 1;
        }
        self.unclosed(text, open, found)
    }

    /// Ends a 「 that is never closed.
    fn unclosed(&mut self, text: Text<'_>, open: usize, found: &mut Found) -> Walked {
        self.careful = true;
        let end = plausible_end(text, open);
        let depth = open_quotes(text, open, end);
        if depth > MAX_NESTING {
            return Walked {
                end: text.bytes.len(),
                parts: 0,
                too_deep: true,
            };
        }
        found.tell(report::unclosed_wording(text.span(open, 3), text.span(end, 0)));
        for _ in 0..depth {
            found.edit(Edit::Insert(end, "」"));
        }
        Walked {
            end,
            parts: 0,
            too_deep: false,
        }
    }
}

/// Where a wording that is never closed should have ended: before the next line that reads like a statement, and
/// before a `{` at the end of its own line.
fn plausible_end(text: Text<'_>, open: usize) -> usize {
    let first_end = text.line_end(open);
    let first_line = text.part(open, first_end).trim_end();
    if let Some(before) = first_line.strip_suffix(['{', '｛']) {
        return open + before.trim_end().len();
    }
    let mut end = first_end;
    while end < text.bytes.len() && !reads_like_a_statement(text, end + 1) {
        end = text.line_end(end + 1);
    }
    let carriage_return = end > open && text.bytes.get(end - 1) == Some(&b'\r');
    end - usize::from(carriage_return)
}

/// How many 「 are open at the end.
fn open_quotes(text: Text<'_>, open: usize, end: usize) -> usize {
    let mut depth = 0usize;
    let mut escaped = false;
    for c in text.part(open, end).chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '「' | '｢' => depth += 1,
            '」' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    depth.max(1)
}

/// Whether the line that starts here begins with what begins statements: `}`, a mark, 「, a comment, a keyword.
fn reads_like_a_statement(text: Text<'_>, line_start: usize) -> bool {
    let end = text.line_end(line_start.min(text.bytes.len()));
    let line = text.part(line_start, end).trim_start();
    if line.starts_with(['}', '｝', '・', '※', '「']) || line.starts_with("//") {
        return true;
    }
    let word_end = line
        .find(|c: char| c.is_whitespace() || matches!(c, '「' | '［' | '[' | '{' | '｛' | '"'))
        .unwrap_or(line.len());
    line.get(..word_end)
        .is_some_and(|word| Keyword::from_word(word).is_some())
}
