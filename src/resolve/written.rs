//! A wording of the tree as text: as a passage that knows the place of each word, or as its words alone.

use std::ops::Range;

use crate::span::Span;
use crate::syntax::ast::{Inline, Wording, Words};
use crate::wording::passage::{PARAGRAPH_BREAK, Passage};

/// The passage of a wording. `source` is the text of the source that the wording's spans point into: with it, places
/// are exact where escapes and line ends make the shown text shorter than what is written.
pub(super) fn passage(wording: &Wording, source: &str) -> Passage {
    let mut passage = Passage::new(wording.span);
    for (index, paragraph) in wording.paragraphs.iter().enumerate() {
        if index > 0 {
            passage.text.push(PARAGRAPH_BREAK);
        }
        push_inlines(&mut passage, paragraph, source);
    }
    passage
}

/// The words of a wording, its references by name: for what is compared and not shown.
pub(super) fn words_of(wording: &Wording) -> String {
    fn write(inlines: &[Inline], text: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(words) => text.push_str(&words.text),
                Inline::Reference(path) => text.push_str(&path.text()),
                Inline::Url(url) => text.push_str(&url.text),
                Inline::Link { words, .. } | Inline::Strong { words, .. } => write(words, text),
            }
        }
    }
    let mut text = String::new();
    for paragraph in &wording.paragraphs {
        write(paragraph, &mut text);
    }
    text
}

fn push_inlines(passage: &mut Passage, inlines: &[Inline], source: &str) {
    for inline in inlines {
        match inline {
            Inline::Text(words) => push_words(passage, words, source),
            Inline::Reference(path) => passage.push_opaque(path.span),
            Inline::Url(url) => passage.push_opaque(url.span),
            Inline::Link { words, .. } | Inline::Strong { words, .. } => push_inlines(passage, words, source),
        }
    }
}

fn push_words(passage: &mut Passage, words: &Words, source: &str) {
    let written = source.get(words.span.range()).unwrap_or("");
    if written.len() == words.text.len() {
        return passage.push(&words.text, words.span);
    }
    let runs = align(&words.text, written);
    if runs.is_empty() {
        return passage.push(&words.text, words.span);
    }
    for (shown, written) in runs {
        let start = words.span.start as usize + written.start;
        let end = words.span.start as usize + written.end;
        passage.push(
            words.text.get(shown).unwrap_or(""),
            Span::new(words.span.source, start, end),
        );
    }
}

/// Pairs the runs of the shown text with those of the source, which has more: backslashes before escaped characters, and
/// line ends with the indent after them. Empty when the two cannot be paired.
fn align(shown: &str, written: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let mut runs: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    let mut source = written.char_indices().peekable();
    for (at, c) in shown.char_indices() {
        let found = loop {
            let Some((start, next)) = source.next() else {
                return Vec::new();
            };
            let end = start + next.len_utf8();
            match next {
                '\\' => match source.next() {
                    Some((start, escaped)) if escaped == c => break start..start + escaped.len_utf8(),
                    _ => return Vec::new(),
                },
                _ if next == c => break start..end,
                // A line end between two Latin words is shown as one space.
                '\n' | '\r' if c == ' ' => break start..end,
                _ if next.is_whitespace() => {}
                _ => return Vec::new(),
            }
        };
        let shown_end = at + c.len_utf8();
        match runs.last_mut() {
            Some((last, from))
                if from.end == found.start && found.len() == c.len_utf8() && from.len() == last.len() =>
            {
                last.end = shown_end;
                from.end = found.end;
            }
            _ => runs.push((at..shown_end, found)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{SourceId, Span};
    use crate::syntax::ast::{Name, Path};

    fn span(start: usize, end: usize) -> Span {
        Span::new(SourceId(0), start, end)
    }

    fn written<'a>(source: &'a str, passage: &Passage, part: &str) -> &'a str {
        let start = passage.text.find(part).expect("the part is shown");
        source
            .get(passage.span(start..start + part.len()).range())
            .expect("on character boundaries")
    }

    fn wording_of(source: &str, shown: &str) -> Wording {
        Wording {
            paragraphs: vec![vec![Inline::Text(Words {
                text: shown.to_owned(),
                span: span(0, source.len()),
            })]],
            span: span(0, source.len()),
        }
    }

    #[test]
    fn a_joined_line_end_lies_between_two_exact_places() {
        let source = "お客様の氏\r\n    名とIP\n    address";
        let passage = passage(&wording_of(source, "お客様の氏名とIP address"), source);
        assert_eq!(written(source, &passage, "氏名"), "氏\r\n    名");
        assert_eq!(written(source, &passage, "名と"), "名と");
        assert_eq!(written(source, &passage, "address"), "address");
    }

    #[test]
    fn an_escape_moves_everything_behind_it() {
        let source = r"\{会員\}の住所";
        let passage = passage(&wording_of(source, "{会員}の住所"), source);
        assert_eq!(written(source, &passage, "住所"), "住所");
        assert_eq!(written(source, &passage, "会員"), "会員");
    }

    #[test]
    fn words_that_differ_from_the_source_are_marked_whole() {
        let source = "まったく別の文";
        let passage = passage(&wording_of(source, "住所"), source);
        assert_eq!(written(source, &passage, "住"), source);
    }

    #[test]
    fn a_reference_is_one_opaque_character() {
        let source = "詳しくは{窓口}へ";
        let name = Name {
            text: "窓口".to_owned(),
            span: span(13, 19),
        };
        let text = |text: &str, start: usize| {
            Inline::Text(Words {
                text: text.to_owned(),
                span: span(start, start + text.len()),
            })
        };
        let wording = Wording {
            paragraphs: vec![vec![
                text("詳しくは", 0),
                Inline::Reference(Path {
                    segments: vec![name],
                    span: span(12, 20),
                }),
                text("へ", 20),
            ]],
            span: span(0, source.len()),
        };
        let passage = passage(&wording, source);
        assert_eq!(passage.text, "詳しくは\u{FFFC}へ");
        assert_eq!(written(source, &passage, "\u{FFFC}"), "{窓口}");
        assert_eq!(written(source, &passage, "へ"), "へ");
    }
}
