//! What is said of characters that cannot be seen.

use std::ops::Range;

use super::called;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::span::{SourceId, Span};

/// A run of characters that cannot be seen.
pub(super) struct Run {
    pub(super) code: Code,
    pub(super) range: Range<usize>,
    /// Part of a kanji or an emoji, if only it stood in wording.
    pub(super) belongs: bool,
}

impl Run {
    pub(super) fn report(&self, source: SourceId, text: &str) -> Diagnostic {
        let span = Span::new(source, self.range.start, self.range.end);
        let characters = text.get(self.range.clone()).unwrap_or("");
        let (ja, en) = called::all(characters);
        let message = match self.code {
            Code::H0002 => Text::new(
                format!("制御文字 {ja} が混ざっています"),
                format!("control character {en}"),
            ),
            Code::H0008 => Text::new(
                format!("文字の並ぶ向きを変える{ja}があります"),
                format!("the direction of the text is turned by {en}"),
            ),
            Code::H0616 => Text::new(
                format!("文言に、目に見えない{ja}が混ざっています"),
                format!("the wording holds something that cannot be seen: {en}"),
            ),
            _ => Text::new(
                format!("文言の外に、目に見えない{ja}が混ざっています"),
                format!("something that cannot be seen stands outside of wording: {en}"),
            ),
        };
        // A selector has no width of its own: what it belongs to is marked with it.
        let before = text
            .get(..self.range.start)
            .and_then(|before| before.chars().next_back());
        let base = before.filter(|_| self.belongs).map_or(0, char::len_utf8);
        let marked = Span::new(source, self.range.start - base, self.range.end);
        let mut diagnostic = Diagnostic::new(self.code, message).label(marked, Text::new("ここ", "here"));
        if let Some(why) = self.why() {
            diagnostic = diagnostic.note(why);
        }
        if characters == "\r" {
            return diagnostic
                .help(Text::new(
                    "改行は LF か CRLF で保存してください",
                    "end lines with LF or CRLF",
                ))
                .fix(span, "\n");
        }
        diagnostic.help(self.help()).fix(span, "")
    }

    fn why(&self) -> Option<Text> {
        Some(match self.code {
            Code::H0002 => return None,
            Code::H0008 => Text::new(
                "画面では、書かれた順とは違う順に並んで見えます",
                "on a screen the text seems to be in another order than it is",
            ),
            Code::H0616 => Text::new(
                "読む人には見えないため、ページには番号（［U+200B］など）で出ます",
                "since no reader can see it, the page shows its code point, as ［U+200B］",
            ),
            _ if self.belongs => Text::new(
                "漢字や絵文字の字形を選ぶ文字は、文言（「 」の中）でだけ使えます",
                "what chooses the form of a kanji or an emoji may stand only in wording (「 」)",
            ),
            _ => Text::new(
                "見た目が同じで別の名前や、読む人に見えない違いができてしまいます",
                "names could look the same and differ, unseen by any reader",
            ),
        })
    }

    fn help(&self) -> Text {
        match self.code {
            Code::H0002 => Text::new(
                "この文字を削除してください（ほかのソフトからの貼り付けで入ることがあります）",
                "delete it; it may have come with pasted text",
            ),
            _ if self.belongs => Text::new(
                "名前や注釈では、この文字を削除してください。元の字はそのまま残ります",
                "delete it in names and comments; the character before it stays",
            ),
            _ => Text::new(
                "この文字を削除してください。見えないので、前後の文字ごと打ち直すのが確実です",
                "delete it; retyping the words around it is the surest way",
            ),
        }
    }
}
