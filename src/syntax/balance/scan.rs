//! The walk over a text outside of wording: comments, strings, braces, and where each 「」 stands.

use std::ops::Range;

use super::braces::Brace;
use super::density::Density;
use super::found::Found;
use super::report::{self, MAX_NESTING};
use super::text::Text;
use super::wording::Walker;
use crate::syntax::balanced::Edit;

/// What was seen on the walk.
#[derive(Default)]
pub(super) struct Scanned {
    pub(super) braces: Vec<Brace>,
    /// The outermost 「」, with their brackets.
    pub(super) wordings: Vec<Range<usize>>,
    pub(super) density: Density,
    /// What nests too deep; the walk ends there.
    pub(super) deepest: Option<usize>,
}

/// Walks everything outside wording.
pub(super) fn scan(text: Text<'_>, found: &mut Found) -> Scanned {
    let mut scanner = Scanner {
        text,
        found,
        seen: Scanned::default(),
        depth: 0,
        walker: Walker::default(),
        no_comment_ends: false,
    };
    let mut at = 0;
    while at < text.bytes.len() && scanner.seen.deepest.is_none() {
        at = scanner.step(at);
    }
    scanner.seen
}

struct Scanner<'t, 'f> {
    text: Text<'t>,
    found: &'f mut Found,
    seen: Scanned,
    depth: usize,
    walker: Walker,
    /// No `*/` stands from here on.
    no_comment_ends: bool,
}

impl Scanner<'_, '_> {
    /// From one place to the next.
    fn step(&mut self, at: usize) -> usize {
        let text = self.text;
        self.seen.density.see(text, at);
        match text.bytes[at] {
            b'/' if text.starts(at, "//") => text.line_end(at),
            b'/' if text.starts(at, "/*") => self.comment(at),
            b'"' => self.string(at),
            b'{' => self.brace(at, 1, true),
            b'}' => self.brace(at, 1, false),
            0xE3 if text.starts(at, "「") => self.wording(at),
            0xE3 if text.starts(at, "」") => self.stray_quote(at),
            0xEF if text.starts(at, "｛") => self.brace(at, 3, true),
            0xEF if text.starts(at, "｝") => self.brace(at, 3, false),
            0xEF if text.starts(at, "｢") => self.wording(at),
            0xEF if text.starts(at, "｣") => self.stray_quote(at),
            _ => at + 1,
        }
    }

    /// Walks a 「」 that stands in no other, and remembers where it stands.
    fn wording(&mut self, at: usize) -> usize {
        let walked = self.walker.walk(self.text, at, self.found);
        self.seen.density.add(walked.parts);
        if walked.too_deep {
            self.seen.deepest = Some(at);
        }
        self.seen.wordings.push(at..walked.end);
        walked.end
    }

    fn comment(&mut self, at: usize) -> usize {
        let rest = self.text.text.get(at + 2..).filter(|_| !self.no_comment_ends);
        if let Some(offset) = rest.and_then(|rest| rest.find("*/")) {
            return at + 2 + offset + 2;
        }
        self.no_comment_ends = true;
        self.found.tell(report::unclosed_comment(self.text.span(at, 2)));
        let end = self.text.line_end(at);
        self.found.edit(Edit::Insert(end, "*/"));
        end
    }

    /// A string ends on its line; without a second quote there, `"` is an ordinary character (the grammar reports it).
    fn string(&mut self, at: usize) -> usize {
        let line = &self.text.bytes[at + 1..];
        match line.iter().position(|byte| matches!(byte, b'"' | b'\n' | b'\r')) {
            Some(offset) if line[offset] == b'"' => at + 1 + offset + 1,
            _ => at + 1,
        }
    }

    fn brace(&mut self, at: usize, len: usize, opens: bool) -> usize {
        self.seen.braces.push(Brace { at, len, opens });
        if opens {
            self.depth += 1;
            if self.depth > MAX_NESTING {
                self.seen.deepest = Some(at);
            }
        } else {
            self.depth = self.depth.saturating_sub(1);
        }
        at + len
    }

    fn stray_quote(&mut self, at: usize) -> usize {
        self.found.tell(report::stray_quote(self.text.span(at, 3)));
        self.found.blank(at, 3);
        at + 3
    }
}
