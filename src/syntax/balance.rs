//! Brackets, before the grammar: finds 「 { /* that are never closed and closers that close nothing, reports each where
//! it stands, and gives the grammar a text in which they balance. So one missing bracket costs one statement, not the
//! rest of the file. Also here: half-width ｢｣, and the limit on nesting. What cannot be seen is taken out on the way
//! (`hidden`).
//!
//! Everything is linear in the text: a 「 that runs to the end of the file is looked for once; from then on a 「 ends
//! before the next line that reads like a statement.

use std::borrow::Cow;
use std::ops::Range;

use super::hidden;
use super::keyword::Keyword;
use crate::diagnostic::{Code, Collector, Diagnostic, Text};
use crate::span::{SourceId, Span};

/// How deep blocks, and 「」 in 「」, may nest. People use five.
pub const MAX_NESTING: usize = 64;

/// A file with more parts (words, marks, brackets) than this is judged by how long they are.
const MOST_PARTS: usize = 20_000;

/// Shorter parts than this on average are no policy: sentences are longer, and so are names. Every part costs the parser and the
/// tree some hundred bytes, so that a file of nothing but marks would take a thousand times its size.
const LEAST_BYTES_A_PART: usize = 4;

/// A text that balances, and how its offsets map back.
#[derive(Debug)]
pub(super) struct Balanced<'t> {
    pub(super) text: Cow<'t, str>,
    /// What was put in and taken out, in order.
    shifts: Vec<Shift>,
}

/// A place where bytes were put in or taken out.
#[derive(Debug, Clone, Copy)]
struct Shift {
    /// Where, in the text that balances.
    at: usize,
    inserted: usize,
    removed: usize,
    /// What all places before it took out and put in.
    before: (usize, usize),
}

impl Balanced<'_> {
    /// The offset in the source as written.
    pub(super) fn original(&self, offset: usize) -> usize {
        let count = self.shifts.partition_point(|shift| shift.at < offset);
        let Some(last) = self.shifts.get(..count).and_then(<[Shift]>::last) else {
            return offset;
        };
        let (removed, inserted) = last.before;
        offset + removed + last.removed - inserted - (offset - last.at).min(last.inserted)
    }
}

/// What has to change in the text: at most one edit per place, collected in any order.
#[derive(Debug)]
pub(super) enum Edit {
    /// Put this in.
    Insert(usize, &'static str),
    /// Take out this many bytes.
    Remove(usize, usize),
    /// Blank out this many bytes.
    Blank(usize, usize),
    /// Put another text of the same length there.
    Replace(usize, &'static str),
}

impl Edit {
    fn at(&self) -> usize {
        match self {
            Self::Insert(at, _) | Self::Remove(at, _) | Self::Blank(at, _) | Self::Replace(at, _) => *at,
        }
    }
}

/// A brace outside wording.
#[derive(Debug, Clone, Copy)]
struct Brace {
    at: usize,
    len: usize,
    opens: bool,
}

struct Scanner<'t> {
    source: SourceId,
    text: &'t str,
    bytes: &'t [u8],
    edits: Vec<Edit>,
    braces: Vec<Brace>,
    depth: usize,
    deepest: Option<usize>,
    /// A 「 was found to run to the end of the file: judge the following ones by their lines.
    careful: bool,
    /// No `*/` stands from here on.
    no_comment_ends: bool,
    /// The parts that the text has, and how much of it is no blank: see [`MOST_PARTS`].
    parts: usize,
    blanks: usize,
    /// The outermost 「」, with their brackets.
    wordings: Vec<Range<usize>>,
    diagnostics: Collector,
}

/// Balances a text. The second part is what was wrong.
pub(super) fn balance(source: SourceId, text: &str) -> (Balanced<'_>, Collector) {
    let mut scanner = Scanner {
        source,
        text,
        bytes: text.as_bytes(),
        edits: Vec::new(),
        braces: Vec::new(),
        depth: 0,
        deepest: None,
        careful: false,
        no_comment_ends: false,
        parts: 0,
        blanks: 0,
        wordings: Vec::new(),
        diagnostics: Collector::default(),
    };
    scanner.scan();
    let substance = text.len() - scanner.blanks;
    let refusal = match scanner.deepest {
        Some(at) => Some(scanner.too_deep(at)),
        None if scanner.parts > MOST_PARTS && substance <= LEAST_BYTES_A_PART * scanner.parts => {
            Some(too_dense(source, text))
        }
        None => None,
    };
    if let Some(refusal) = refusal {
        scanner.diagnostics.push(refusal);
        let empty = Balanced {
            text: Cow::Borrowed(""),
            shifts: Vec::new(),
        };
        return (empty, scanner.diagnostics);
    }
    scanner.match_braces();
    hidden::take_out(
        source,
        text,
        &scanner.wordings,
        &mut scanner.edits,
        &mut scanner.diagnostics,
    );
    let balanced = apply(text, scanner.edits);
    (balanced, scanner.diagnostics)
}

fn apply(text: &str, mut edits: Vec<Edit>) -> Balanced<'_> {
    if edits.is_empty() {
        return Balanced {
            text: Cow::Borrowed(text),
            shifts: Vec::new(),
        };
    }
    edits.sort_by_key(Edit::at);
    let mut out = String::with_capacity(text.len() + edits.len() * 3);
    let mut shifts = Vec::new();
    let mut before = (0, 0);
    let mut shift = |at, removed, inserted| {
        shifts.push(Shift {
            at,
            inserted,
            removed,
            before,
        });
        before = (before.0 + removed, before.1 + inserted);
    };
    let mut from = 0;
    for edit in edits {
        let at = edit.at();
        if at < from {
            continue;
        }
        out.push_str(text.get(from..at).unwrap_or(""));
        from = at;
        match edit {
            Edit::Insert(_, inserted) => {
                shift(out.len(), 0, inserted.len());
                out.push_str(inserted);
            }
            Edit::Remove(_, len) => {
                shift(out.len(), len, 0);
                from += len;
            }
            Edit::Blank(_, len) => {
                out.extend(std::iter::repeat_n(' ', len));
                from += len;
            }
            Edit::Replace(_, replacement) => {
                out.push_str(replacement);
                from += replacement.len();
            }
        }
    }
    out.push_str(text.get(from..).unwrap_or(""));
    Balanced {
        text: Cow::Owned(out),
        shifts,
    }
}

impl Scanner<'_> {
    fn span(&self, at: usize, len: usize) -> Span {
        Span::new(self.source, at, at + len)
    }

    fn starts(&self, at: usize, what: &str) -> bool {
        self.bytes[at..].starts_with(what.as_bytes())
    }

    fn line_end(&self, at: usize) -> usize {
        self.bytes[at..]
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(self.bytes.len(), |offset| at + offset)
    }

    fn line_start(&self, at: usize) -> usize {
        self.bytes[..at]
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |newline| newline + 1)
    }

    /// Walks everything outside wording.
    fn scan(&mut self) {
        let mut at = 0;
        let (mut in_word, mut in_meaning) = (false, false);
        while at < self.bytes.len() {
            if self.deepest.is_some() {
                return;
            }
            let byte = self.bytes[at];
            let blank = byte.is_ascii_whitespace() || is_control(byte);
            self.blanks += usize::from(blank);
            let begins = !blank && !in_word;
            self.parts += usize::from(begins || self.is_mark(at));
            // A name in ［］ costs more than a word elsewhere.
            self.parts += usize::from(begins && in_meaning);
            in_meaning = match byte {
                b'[' => true,
                b']' => false,
                0xEF if self.starts(at, "［") => true,
                0xEF if self.starts(at, "］") => false,
                _ => in_meaning,
            };
            in_word = !blank;
            at = match byte {
                b'/' if self.starts(at, "//") => self.line_end(at),
                b'/' if self.starts(at, "/*") => self.comment(at),
                b'"' => self.string(at),
                b'{' => self.brace(at, 1, true),
                b'}' => self.brace(at, 1, false),
                0xE3 if self.starts(at, "「") => self.outermost(at, Self::wording),
                0xE3 if self.starts(at, "」") => self.stray_quote(at),
                0xEF if self.starts(at, "｛") => self.brace(at, 3, true),
                0xEF if self.starts(at, "｝") => self.brace(at, 3, false),
                0xEF if self.starts(at, "｢") => self.outermost(at, Self::half_width_wording),
                0xEF if self.starts(at, "｣") => self.stray_quote(at),
                _ => at + 1,
            };
        }
    }

    /// Whether a part of a statement begins here that no blank sets apart: a mark, a bracket, a separator.
    fn is_mark(&self, at: usize) -> bool {
        match self.bytes[at] {
            b'_' | b'/' | b'"' => false,
            byte if byte.is_ascii_punctuation() => true,
            // 、 。 「 【 〔 and their kin; ・; the full-width forms of ASCII punctuation; ※; →.
            0xE3 => matches!(self.bytes.get(at + 1..at + 3), Some([0x80, 0x81..=0xBF])) || self.starts(at, "・"),
            0xEF => matches!(
                self.bytes.get(at + 1..at + 3),
                Some([0xBC, 0x80..=0x8F | 0x9A..=0xA0 | 0xBB..=0xBF] | [0xBD, 0x9B..=0xA5])
            ),
            0xE2 => matches!(self.bytes.get(at + 1), Some(0x80 | 0x86 | 0x96 | 0x97)),
            _ => false,
        }
    }

    fn blank(&mut self, at: usize, len: usize) {
        match self.edits.last_mut() {
            Some(Edit::Blank(from, before)) if *from + *before == at => *before += len,
            _ => self.edits.push(Edit::Blank(at, len)),
        }
    }

    /// Walks a 「」 that stands in no other, and remembers where it stands.
    fn outermost(&mut self, at: usize, walk: impl FnOnce(&mut Self, usize) -> usize) -> usize {
        let end = walk(self, at);
        self.wordings.push(at..end);
        end
    }

    fn comment(&mut self, at: usize) -> usize {
        let rest = self.text.get(at + 2..).filter(|_| !self.no_comment_ends);
        if let Some(offset) = rest.and_then(|rest| rest.find("*/")) {
            return at + 2 + offset + 2;
        }
        self.no_comment_ends = true;
        self.diagnostics.push(
            Diagnostic::new(
                Code::H0104,
                Text::new("コメント `/*` が閉じられていません", "comment `/*` is never closed"),
            )
            .label(self.span(at, 2), Text::new("ここで始まっています", "opened here"))
            .help(Text::new("`*/` で閉じてください", "close it with `*/`")),
        );
        let end = self.line_end(at);
        self.edits.push(Edit::Insert(end, "*/"));
        end
    }

    /// A string ends on its line; without a second quote there, `"` is an ordinary character (the grammar reports it).
    fn string(&mut self, at: usize) -> usize {
        let line = &self.bytes[at + 1..];
        match line.iter().position(|byte| matches!(byte, b'"' | b'\n' | b'\r')) {
            Some(offset) if line[offset] == b'"' => at + 1 + offset + 1,
            _ => at + 1,
        }
    }

    fn brace(&mut self, at: usize, len: usize, opens: bool) -> usize {
        self.braces.push(Brace { at, len, opens });
        if opens {
            self.depth += 1;
            if self.depth > MAX_NESTING {
                self.deepest = Some(at);
            }
        } else {
            self.depth = self.depth.saturating_sub(1);
        }
        at + len
    }

    fn too_deep(&self, at: usize) -> Diagnostic {
        let opener = self.text.get(at..).and_then(|rest| rest.chars().next());
        let len = opener.map_or(0, char::len_utf8);
        Diagnostic::new(
            Code::H0901,
            Text::new(
                format!("入れ子が {MAX_NESTING} 段を超えています"),
                format!("nested more than {MAX_NESTING} levels deep"),
            ),
        )
        .label(self.span(at, len), Text::new("ここが深すぎます", "too deep here"))
        .help(Text::new(
            "ブロックや 「」 の入れ子を浅くしてください",
            "use fewer levels of blocks or 「」",
        ))
    }

    fn stray_quote(&mut self, at: usize) -> usize {
        self.diagnostics.push(
            Diagnostic::new(
                Code::H0105,
                Text::new("対応する 「 のない 」 があります", "this 」 closes nothing"),
            )
            .label(self.span(at, 3), Text::new("ここ", "here"))
            .help(Text::new(
                "余分なら削除し、文言の途中なら前の 「 の位置を確かめてください",
                "delete it, or check where the wording before it begins",
            )),
        );
        self.blank(at, 3);
        at + 3
    }

    fn half_width_wording(&mut self, at: usize) -> usize {
        self.diagnostics.push(
            Diagnostic::new(
                Code::H0108,
                Text::new("半角の ｢ が使われています", "half-width ｢ where 「 is meant"),
            )
            .label(
                self.span(at, 3),
                Text::new("全角の 「 」 にしてください", "write 「 」"),
            )
            .help(Text::new(
                "文言は全角の 「 」 で囲みます",
                "wording stands in full-width 「 」",
            ))
            .fix(self.span(at, 3), "「"),
        );
        self.edits.push(Edit::Replace(at, "「"));
        self.wording(at)
    }

    /// From 「 to behind its 」.
    fn wording(&mut self, open: usize) -> usize {
        let mut depth = 1usize;
        let mut at = open + 3;
        // With ｢ as the opener, ｣ closes.
        let half_width = self.starts(open, "｢");
        let mut parts = 0;
        while at < self.bytes.len() {
            match self.bytes[at] {
                b'\\' => {
                    parts += 1;
                    let next = self.text.get(at + 1..).and_then(|rest| rest.chars().next());
                    at += 1 + next.map_or(0, char::len_utf8);
                    continue;
                }
                b'\n' if self.careful && self.reads_like_a_statement(at + 1) => break,
                0xE3 if self.starts(at, "「") => {
                    depth += 1;
                    parts += 1;
                    if depth > MAX_NESTING {
                        break;
                    }
                    at += 3;
                    continue;
                }
                0xE3 if self.starts(at, "」") => {
                    depth -= 1;
                    at += 3;
                    if depth == 0 {
                        self.parts += parts;
                        return at;
                    }
                    continue;
                }
                0xEF if half_width && depth == 1 && self.starts(at, "｣") => {
                    self.parts += parts;
                    self.edits.push(Edit::Replace(at, "」"));
                    return at + 3;
                }
                b'{' | b'[' | b'<' | b'*' | b'\n' => parts += 1,
                _ => {}
            }
            at += 1;
        }
        self.unclosed_wording(open)
    }

    fn unclosed_wording(&mut self, open: usize) -> usize {
        self.careful = true;
        let end = self.plausible_end(open);
        let depth = self.open_quotes(open, end);
        if depth > MAX_NESTING {
            self.deepest = Some(open);
            return self.bytes.len();
        }
        self.diagnostics.push(
            Diagnostic::new(Code::H0101, Text::new("「 が閉じられていません", "「 is never closed"))
                .label(self.span(open, 3), Text::new("ここで始まった文言", "opened here"))
                .label(
                    Span::new(self.source, end, end),
                    Text::new("ここで終わるとみなしました", "taken to end here"),
                )
                .help(Text::new(
                    "文言の終わりに 」 を置いてください。文言の中の 「 」 も数が合っている必要があります",
                    "put 」 at the end of the wording; 「 」 inside it must match too",
                )),
        );
        for _ in 0..depth {
            self.edits.push(Edit::Insert(end, "」"));
        }
        end
    }

    /// Where a wording that is never closed should have ended: before the next line that reads like a statement, and
    /// before a `{` at the end of its own line.
    fn plausible_end(&self, open: usize) -> usize {
        let first_end = self.line_end(open);
        let first_line = self.text.get(open..first_end).unwrap_or("").trim_end();
        if let Some(before) = first_line.strip_suffix(['{', '｛']) {
            return open + before.trim_end().len();
        }
        let mut end = first_end;
        while end < self.bytes.len() && !self.reads_like_a_statement(end + 1) {
            end = self.line_end(end + 1);
        }
        let carriage_return = end > open && self.bytes.get(end - 1) == Some(&b'\r');
        end - usize::from(carriage_return)
    }

    fn open_quotes(&self, open: usize, end: usize) -> usize {
        let mut depth = 0usize;
        let mut escaped = false;
        for c in self.text.get(open..end).unwrap_or("").chars() {
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
    fn reads_like_a_statement(&self, line_start: usize) -> bool {
        let end = self.line_end(line_start.min(self.bytes.len()));
        let line = self.text.get(line_start..end).unwrap_or("").trim_start();
        if line.starts_with(['}', '｝', '・', '※', '「']) || line.starts_with("//") {
            return true;
        }
        let word_end = line
            .find(|c: char| c.is_whitespace() || matches!(c, '「' | '［' | '[' | '{' | '｛' | '"'))
            .unwrap_or(line.len());
        line.get(..word_end)
            .is_some_and(|word| Keyword::from_word(word).is_some())
    }

    /// Pairs the braces. Where the counts differ, indentation tells which one is to blame.
    fn match_braces(&mut self) {
        let opens = self.braces.iter().filter(|brace| brace.opens).count();
        let mut depth = 0isize;
        let mut dips = false;
        for brace in &self.braces {
            depth += if brace.opens { 1 } else { -1 };
            dips |= depth < 0;
        }
        if depth == 0 && !dips && opens * 2 == self.braces.len() {
            return;
        }
        let mut stack: Vec<(Brace, usize)> = Vec::new();
        // Of the line that the last brace stands on: where the next begins, its first letter, its indentation.
        let (mut next_line, mut first, mut indent) = (0, 0, 0);
        for brace in std::mem::take(&mut self.braces) {
            if brace.at >= next_line {
                let start = self.line_start(brace.at);
                let line_end = self.line_end(brace.at);
                next_line = line_end + 1;
                let line = self.text.get(start..line_end).unwrap_or("");
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
                        self.unclosed_brace(unclosed, opener);
                    }
                }
            }
            if stack.pop().is_none() {
                self.stray_brace(brace);
            }
        }
        while let Some((unclosed, indent)) = stack.pop() {
            self.unclosed_brace(unclosed, indent);
        }
    }

    fn unclosed_brace(&mut self, brace: Brace, indent: usize) {
        self.diagnostics.push(
            Diagnostic::new(Code::H0102, Text::new("{ が閉じられていません", "{ is never closed"))
                .label(
                    self.span(brace.at, brace.len),
                    Text::new("ここで始まったブロック", "opened here"),
                )
                .help(Text::new(
                    "ブロックの終わりに } を置いてください",
                    "put } at the end of the block",
                )),
        );
        // The block ends before the first line that is indented no deeper than the line that opened it.
        let mut end = self.line_end(brace.at);
        while end < self.bytes.len() {
            let start = end + 1;
            let line_end = self.line_end(start);
            let line = self.text.get(start..line_end).unwrap_or("");
            let content = line.trim_start();
            if !content.is_empty() && indentation(line) <= indent {
                // On a line of its own: the line before may end in a comment, the next holds a statement.
                self.edits.push(Edit::Insert(start, "}\n"));
                return;
            }
            end = line_end;
        }
        self.edits.push(Edit::Insert(self.bytes.len(), "}"));
    }

    fn stray_brace(&mut self, brace: Brace) {
        self.diagnostics.push(
            Diagnostic::new(
                Code::H0105,
                Text::new("対応する { のない } があります", "this } closes nothing"),
            )
            .label(self.span(brace.at, brace.len), Text::new("ここ", "here"))
            .help(Text::new(
                "余分なら削除し、そうでなければ前の } の数を確かめてください",
                "delete it, or look for one } too many before it",
            )),
        );
        self.blank(brace.at, brace.len);
    }
}

/// How far a line is indented, in columns.
fn indentation(line: &str) -> usize {
    line.chars()
        .take_while(|c| c.is_whitespace())
        .map(|c| if c == '\u{3000}' { 2 } else { 1 })
        .sum()
}

fn too_dense(source: SourceId, text: &str) -> Diagnostic {
    let first = text.chars().next().map_or(0, char::len_utf8);
    Diagnostic::new(
        Code::H0905,
        Text::new(
            "記号や短い語の羅列で、文として読めません",
            "nothing but marks and short words: this cannot be read as statements",
        ),
    )
    .label(
        Span::new(source, 0, first),
        Text::new("このファイルの中は調べていません", "this file was not looked into"),
    )
    .help(Text::new(
        "方針のファイルかどうか、壊れていないかを確かめてください",
        "check that it is a policy, and that it is not damaged",
    ))
}

/// C0 controls except tab and line ends, and DEL.
fn is_control(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7F
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> (String, Vec<(Code, usize)>) {
        let (balanced, diagnostics) = balance(SourceId(0), text);
        let found = (diagnostics.into_kept().iter())
            .map(|d| (d.code, d.span().map_or(0, |span| span.range().start)))
            .collect();
        (balanced.text.into_owned(), found)
    }

    #[test]
    fn what_balances_is_left_alone() {
        let text = "方針「a「b」c」{ // {\n \"}\" /* { */ 「\\「 {x}」\n}";
        assert_eq!(run(text), (text.to_owned(), vec![]));
    }

    #[test]
    fn an_unclosed_wording_ends_before_the_next_statement() {
        let (text, found) = run("章 A「題 {\n  「本文\n  続き\n  章 B「題」\n}\n");
        assert_eq!(text, "章 A「題」 {\n  「本文\n  続き」\n  章 B「題」\n}\n");
        assert_eq!(found, vec![(Code::H0101, 5), (Code::H0101, "章 A「題 {\n  ".len())]);
    }

    #[test]
    fn an_unclosed_block_is_found_by_indentation() {
        let (text, found) = run("方針 {\n  章 A {\n    「x」\n  章 B {\n  }\n}\n");
        assert_eq!(text, "方針 {\n  章 A {\n    「x」\n}\n  章 B {\n  }\n}\n");
        assert_eq!(found, vec![(Code::H0102, "方針 {\n  章 A ".len())]);
    }

    #[test]
    fn a_brace_too_many_is_reported_and_ignored() {
        let (text, found) = run("章 A {\n}\n}\n章 B");
        assert_eq!(text, "章 A {\n}\n \n章 B");
        assert_eq!(found, vec![(Code::H0105, "章 A {\n}\n".len())]);
    }

    #[test]
    fn offsets_map_back_over_insertions() {
        let text = "「a\n・b「c」";
        let (balanced, _) = balance(SourceId(0), text);
        let at = balanced.text.find('b').unwrap_or(0);
        assert_eq!(balanced.original(at), text.find('b').unwrap_or(0));
    }

    #[test]
    fn offsets_map_back_over_what_was_taken_out() {
        let text = "章 a\u{200B}b{\n  「c\n  章 \u{3164}d {\n  }\n}\u{2060}";
        let (balanced, _) = balance(SourceId(0), text);
        assert_eq!(balanced.text, "章 ab{\n  「c」\n  章 d {\n  }\n}");
        for letter in ['b', 'c', 'd'] {
            let behind = balanced.text.find(letter).expect("in the text") + 1;
            assert_eq!(balanced.original(behind), text.find(letter).expect("in the text") + 1);
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        let deep = "x {".repeat(10_000);
        assert_eq!(run(&deep).1, vec![(Code::H0901, 3 * MAX_NESTING + 2)]);
        let quotes = "「".repeat(10_000);
        assert_eq!(run(&quotes).1.len(), 1);
    }

    #[test]
    fn many_unclosed_wordings_stay_linear() {
        let (_, diagnostics) = balance(SourceId(0), &"・「ああああ\n".repeat(20_000));
        assert_eq!(diagnostics.errors(), 20_000);
        assert!(diagnostics.into_kept().iter().all(|found| found.code == Code::H0101));
    }

    #[test]
    fn offsets_map_back_over_many_insertions() {
        let text = "・「ああああ\n・「い「う\n".repeat(500);
        let (balanced, _) = balance(SourceId(0), &text);
        let words = ["あ", "い", "う", "・"];
        for word in words {
            let places = |text: &str| text.match_indices(word).map(|(at, _)| at).collect::<Vec<_>>();
            let mapped: Vec<usize> = places(&balanced.text).iter().map(|at| balanced.original(*at)).collect();
            assert_eq!(mapped, places(&text), "{word}");
        }
    }
}
