//! What no reader can see, in a source: refused everywhere but in wording, and taken out of the text that the grammar
//! reads, so that one such character costs one report.
//!
//! In wording, control characters and those that turn the direction of the text are refused as well; what shows nothing
//! is only warned of, and stands on the page as its code point.

mod called;
mod machine;
mod report;

use std::ops::Range;

use super::balanced::Edit;
use super::sentences::hidden as say;
use crate::characters::{Hidden, hidden_in, kind};
use crate::diagnostic::{Code, Collector};
use crate::span::SourceId;

use report::Run;

/// A binary file would give one finding per byte.
const MOST: usize = 20;

/// What was found so far. Only what is told is kept: a hostile file is full of it.
struct Found<'t, 'e> {
    text: &'t str,
    edits: &'e mut Vec<Edit>,
    told: Vec<Run>,
    /// How many runs there are of each code.
    counts: [(Code, usize); 4],
    /// The last run: its code, where it ends, and whether it is told.
    last: Option<(Code, usize, bool)>,
}

/// Finds what cannot be seen. `wordings` are the outermost 「」, in order.
pub(super) fn take_out(
    source: SourceId,
    text: &str,
    wordings: &[Range<usize>],
    edits: &mut Vec<Edit>,
    diagnostics: &mut Collector,
) {
    if text.bytes().all(|byte| matches!(byte, b'\n' | b'\t' | b' '..=b'~')) {
        return;
    }
    let mut found = Found {
        text,
        edits,
        told: Vec::new(),
        counts: [Code::H0002, Code::H0007, Code::H0008, Code::H0616].map(|code| (code, 0)),
        last: None,
    };
    let mut from = 0;
    for wording in wordings {
        found.outside(from..wording.start);
        found.within(wording.clone());
        from = wording.end;
    }
    found.outside(from..text.len());
    for (code, count) in found.counts {
        let mut told = found.told.iter().filter(|run| run.code == code).peekable();
        while let Some(run) = told.next() {
            let mut diagnostic = run.report(source, text);
            let more = count.saturating_sub(MOST);
            if more > 0 && told.peek().is_none() {
                diagnostic = diagnostic.note(say::more_in_this_file(&more));
            }
            diagnostics.push(diagnostic);
        }
    }
}

impl Found<'_, '_> {
    /// What stands outside of wording: names, comments, strings, blanks.
    fn outside(&mut self, range: Range<usize>) {
        let part = self.text.get(range.clone()).unwrap_or("");
        if !part.chars().any(|c| kind(c).is_some()) {
            return;
        }
        let mut alone = hidden_in(part).map(|(at, _)| at).peekable();
        for (at, c) in part.char_indices() {
            let belongs = alone.next_if_eq(&at).is_none();
            if let Some(hidden) = kind(c) {
                self.add(range.start + at, c, refused(hidden), belongs);
            }
        }
    }

    /// What stands in wording. The names, addresses and link targets in it are none.
    fn within(&mut self, range: Range<usize>) {
        let part = self.text.get(range.clone()).unwrap_or("");
        if !part.chars().any(|c| kind(c).is_some()) {
            return;
        }
        let machine = machine::parts(part);
        let mut alone = hidden_in(part).map(|(at, _)| at).peekable();
        for (at, c) in part.char_indices() {
            let belongs = alone.next_if_eq(&at).is_none();
            let Some(hidden) = kind(c) else { continue };
            let next = machine.partition_point(|part| part.end <= at);
            let in_machine = machine.get(next).is_some_and(|part| part.contains(&at));
            let code = match hidden {
                Hidden::Invisible if !in_machine && belongs => continue,
                Hidden::Invisible if !in_machine => Code::H0616,
                hidden => refused(hidden),
            };
            self.add(range.start + at, c, code, belongs);
        }
    }

    /// Adds a character, joined to the last run where it follows on it.
    fn add(&mut self, at: usize, c: char, code: Code, belongs: bool) {
        let end = at + c.len_utf8();
        if c == '\r' && ends_a_line(self.text.as_bytes(), at) {
            return;
        }
        if code != Code::H0616 {
            self.edit(at, c);
        }
        if let Some((last, until, told)) = &mut self.last
            && (*last, *until) == (code, at)
        {
            *until = end;
            if let Some(run) = self.told.last_mut().filter(|_| *told) {
                run.range.end = end;
                run.belongs &= belongs;
            }
            return;
        }
        let count = self.counts.iter_mut().find(|(counted, _)| *counted == code);
        let told = count.is_some_and(|(_, count)| {
            *count += 1;
            *count <= MOST
        });
        self.last = Some((code, end, told));
        if told {
            self.told.push(Run {
                code,
                range: at..end,
                belongs,
            });
        }
    }

    /// Keeps the grammar from seeing a character. What ends a line for some programs and not for others, or commands a
    /// terminal, parts words; the rest never did.
    fn edit(&mut self, at: usize, c: char) {
        let len = c.len_utf8();
        let parts = matches!(c, '\u{0}'..='\u{9F}' | '\u{2028}' | '\u{2029}');
        match self.edits.last_mut() {
            _ if c == '\r' => self.edits.push(Edit::Replace(at, "\n")),
            Some(Edit::Blank(from, long)) if parts && *from + *long == at => *long += len,
            Some(Edit::Remove(from, long)) if !parts && *from + *long == at => *long += len,
            _ if parts => self.edits.push(Edit::Blank(at, len)),
            _ => self.edits.push(Edit::Remove(at, len)),
        }
    }
}

fn refused(hidden: Hidden) -> Code {
    match hidden {
        Hidden::Control => Code::H0002,
        Hidden::Bidi => Code::H0008,
        Hidden::Invisible => Code::H0007,
    }
}

/// Whether a carriage return stands before a line feed. Programs that convert line ends twice pile up several, never many.
fn ends_a_line(text: &[u8], at: usize) -> bool {
    const MANY: usize = 8;
    let after = text.iter().skip(at).take(MANY).find(|byte| **byte != b'\r');
    after == Some(&b'\n')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::diagnostic::Diagnostic;
    use crate::syntax::parse;

    /// Code and marked text of each finding.
    fn found(text: &str) -> Vec<(Code, String)> {
        let mut found = parse(SourceId(0), text).diagnostics;
        found.sort_by_key(|found| found.span());
        let one = |found: Diagnostic| {
            let marked = found.span().and_then(|span| text.get(span.range()));
            (found.code, marked.unwrap_or("").to_owned())
        };
        found.into_iter().map(one).collect()
    }

    #[test]
    fn every_place_outside_of_wording_is_looked_at() {
        for text in [
            "情報 氏\u{3164}名",
            "情報\u{200B} 氏名",
            "情報 氏名 \u{2060}",
            "情報 個人情報 {\u{FEFF}\n  ・氏名\n}",
            "// 注\u{AD}釈\n",
            "/* 注\n\u{34F}釈 */\n",
            "取込 \"語\u{115F}彙.policy\"",
            "主体 甲［国名＝\"米\u{FFA0}国\"］",
            "目的 甲［乙\u{17B4}］",
            "方針「題」{ 「{甲\u{180B}}は[乙](https://example.jp/\u{200D}a)と<https://example.jp/\u{FE00}>」 }",
        ] {
            let found = found(text);
            let hidden = text.chars().filter(|c| kind(*c).is_some()).count();
            assert_eq!(found.len(), hidden, "{text:?} {found:?}");
            assert!(found.iter().all(|(code, _)| *code == Code::H0007), "{text:?} {found:?}");
        }
    }

    #[test]
    fn a_selector_belongs_into_wording() {
        assert_eq!(
            found("情報 葛\u{E0100}飾「葛\u{E0100}飾と👨\u{200D}👩と1\u{FE0F}\u{20E3}」"),
            [(Code::H0007, "葛\u{E0100}".to_owned())]
        );
        assert_eq!(found("// ❤\u{FE0F}\n"), [(Code::H0007, "❤\u{FE0F}".to_owned())]);
        let text = "情報 葛\u{E0100}飾";
        let diagnostic = parse(SourceId(0), text).diagnostics.remove(0);
        assert!(diagnostic.notes[0].ja.contains("文言"), "{diagnostic:?}");
        assert!(
            diagnostic.message.ja.contains("「漢字の異体字セレクタ」（U+E0100）"),
            "{diagnostic:?}"
        );
        assert_eq!(diagnostic.fix.map(|fix| fix.replacement), Some(String::new()));
    }

    #[test]
    fn nothing_turns_the_direction_of_the_text() {
        let text = "// 許可\u{202E}\n情報 氏\u{2066}名「氏\u{200F}名\u{2069}」\n";
        assert_eq!(
            found(text).iter().map(|(code, _)| *code).collect::<Vec<_>>(),
            [Code::H0008; 4]
        );
        let first = parse(SourceId(0), text).diagnostics.remove(0);
        assert_eq!(
            first.message.ja,
            "文字の並ぶ向きを変える「右から左への上書き」（U+202E）があります"
        );
    }

    #[test]
    fn in_wording_the_invisible_is_a_warning() {
        assert_eq!(
            found("情報 氏名「氏\u{200B}\u{200B}名\u{2028}あ\u{E0100}」"),
            [
                (Code::H0616, "\u{200B}\u{200B}".to_owned()),
                (Code::H0616, "\u{2028}".to_owned()),
                (Code::H0616, "\u{E0100}".to_owned())
            ]
        );
    }

    #[test]
    fn controls_are_refused_everywhere() {
        let text = "// \u{1B}[2J\n情報 氏\u{9B}名「\u{7}\u{85}」\n取込 \"\u{7F}\"\n// 一\r情報 住所\r\n";
        let found = found(text);
        assert_eq!(
            found
                .iter()
                .filter(|(code, _)| *code == Code::H0002)
                .map(|(_, marked)| marked.as_str())
                .collect::<Vec<_>>(),
            ["\u{1B}", "\u{9B}", "\u{7}\u{85}", "\u{7F}", "\r"]
        );
    }

    #[test]
    fn nothing_hides_behind_a_line_end_that_only_some_programs_know() {
        for text in [
            "// 注釈\u{2028}情報 氏名",
            "// 注釈\u{2029}情報 氏名",
            "// 注釈\u{85}情報 氏名",
        ] {
            let parsed = parse(SourceId(0), text);
            assert_eq!(parsed.diagnostics.len(), 1, "{text:?}");
            assert_eq!(
                crate::syntax::ast::statements(&parsed.file.items).count(),
                0,
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_name_is_read_as_if_it_were_not_there() {
        let parsed = parse(SourceId(0), "情報 氏\u{3164}名\u{200B}\n");
        let names: Vec<&str> = crate::syntax::ast::statements(&parsed.file.items)
            .filter_map(|statement| statement.name.as_ref())
            .map(|name| name.text.as_str())
            .collect();
        assert_eq!(names, ["氏名"]);
    }

    proptest! {
        #[test]
        fn every_finding_stands_in_the_text(
            text in "(情報|氏名|方針|章 |[「」{}\\[\\]()<>\"/*・\n\r\u{1B}\u{85}\u{200B}\u{202E}\u{3164}\u{2028}\u{E0100}\u{200D}👨葛]){0,40}"
        ) {
            for found in parse(SourceId(0), &text).diagnostics {
                for label in &found.labels {
                    prop_assert!(text.get(label.span.range()).is_some(), "{:?}", found);
                }
                if matches!(found.code, Code::H0002 | Code::H0007 | Code::H0008 | Code::H0616) {
                    let marked = found.span().and_then(|span| text.get(span.range())).unwrap_or("a");
                    prop_assert!(marked.chars().skip(1).all(|c| kind(c).is_some()), "{:?}", found);
                    let removed = found.fix.as_ref().and_then(|fix| text.get(fix.span.range())).unwrap_or("a");
                    prop_assert!(!removed.is_empty() && removed.chars().all(|c| kind(c).is_some()), "{:?}", found);
                }
            }
        }
    }

    #[test]
    fn many_are_counted_and_not_listed() {
        let text = format!("情報 氏名「{}」", "あ\u{200B}".repeat(50_000));
        let found = parse(SourceId(0), &text).diagnostics;
        assert_eq!(found.len(), MOST);
        assert!(
            found[MOST - 1].notes.iter().any(|note| note.ja.contains("49980 か所")),
            "{:?}",
            found[MOST - 1]
        );
        let text = "章 甲\u{200B}乙「題」\n".repeat(20_000);
        assert_eq!(parse(SourceId(0), &text).diagnostics.len(), MOST);
    }
}
