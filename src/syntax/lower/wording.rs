//! 「…」: words, references, links, stress; line breaks joined, paragraphs parted.

use pest::iterators::Pair;

use super::lowering::{Lowering, unreachable_rule};
use super::mistake;
use crate::span::Span;
use crate::syntax::ast::{Inline, Quoted, Wording, Words};
use crate::syntax::grammar::Rule;

/// What stands between the last words and the next.
#[derive(Clone, Copy, PartialEq)]
enum Break {
    None,
    /// A line end, at this place of the source.
    Line(Span),
    Paragraph,
}

/// Gathers inlines into paragraphs.
struct Gathering {
    paragraphs: Vec<Vec<Inline>>,
    pending: Break,
}

impl Lowering<'_> {
    pub(super) fn wording(&mut self, pair: Pair<'_, Rule>) -> Wording {
        let span = self.span(&pair);
        let mut gathering = Gathering {
            paragraphs: vec![Vec::with_capacity(1)],
            pending: Break::None,
        };
        self.inlines(pair, &mut gathering);
        Wording {
            paragraphs: gathering.paragraphs,
            span,
        }
    }

    pub(super) fn mistyped_wording(&mut self, pair: Pair<'_, Rule>) -> Wording {
        let span = self.span(&pair);
        let mut open = String::new();
        let mut words = None;
        for child in pair.into_inner() {
            match child.as_rule() {
                Rule::mistyped_quote => child.as_str().clone_into(&mut open),
                Rule::mistyped_text => {
                    words = Some(Words {
                        text: child.as_str().to_owned(),
                        span: self.span(&child),
                    });
                }
                _ => {}
            }
        }
        let inside = words.as_ref().map_or("", |words| words.text.as_str()).to_owned();
        mistake::quote_marks(&open, span, &inside, self.diagnostics);
        Wording {
            paragraphs: vec![words.into_iter().map(Inline::Text).collect()],
            span,
        }
    }

    /// ”語彙.policy” where "語彙.policy" is meant.
    pub(super) fn mistyped_string(&mut self, pair: Pair<'_, Rule>) -> Quoted {
        let span = self.span(&pair);
        let text: String = pair
            .into_inner()
            .filter(|child| child.as_rule() == Rule::mistyped_text)
            .map(|child| child.as_str().to_owned())
            .collect();
        mistake::string_quotes(span, &text, self.diagnostics);
        Quoted { text, span }
    }

    fn inlines(&mut self, pair: Pair<'_, Rule>, gathering: &mut Gathering) {
        for child in pair.into_inner() {
            let span = child.as_span();
            let (start, end) = (span.start(), span.end());
            let place = self.span(&child);
            match child.as_rule() {
                Rule::plain => self.lines(child.as_str(), start, gathering),
                Rule::loose => gathering.words(child.as_str(), place),
                Rule::quoted => {
                    gathering.words("「", self.span_of(start, start + "「".len()));
                    self.inlines(child, gathering);
                    gathering.words("」", self.span_of(end - "」".len(), end));
                }
                Rule::escape => {
                    let shown = child.as_str().strip_prefix('\\').unwrap_or("");
                    gathering.words(shown, self.span_of(start + 1, end));
                }
                Rule::broken_reference => {
                    mistake::broken_reference(place, self.diagnostics);
                    gathering.words(child.as_str(), place);
                }
                Rule::reference => {
                    if let Some(path) = child.into_inner().next() {
                        let path = self.path(path);
                        gathering.push(Inline::Reference(path));
                    }
                }
                Rule::url => {
                    if let Some(target) = child.into_inner().next() {
                        gathering.push(Inline::Url(Quoted {
                            text: target.as_str().to_owned(),
                            span: place,
                        }));
                    }
                }
                Rule::link => self.link(child, place, gathering),
                Rule::strong => {
                    if let Some(words) = child.into_inner().next() {
                        let words = self.flat_words(&words);
                        gathering.push(Inline::Strong { words, span: place });
                    }
                }
                rule => unreachable_rule(rule),
            }
        }
    }

    fn link(&mut self, pair: Pair<'_, Rule>, span: Span, gathering: &mut Gathering) {
        let mut children = pair.into_inner();
        if let (Some(words), Some(target)) = (children.next(), children.next()) {
            let inline = Inline::Link {
                words: self.flat_words(&words),
                target: Quoted {
                    text: target.as_str().to_owned(),
                    span: self.span(&target),
                },
                span,
            };
            gathering.push(inline);
        }
    }

    /// The words of a link or of stress: no marks inside, only escapes and line ends.
    fn flat_words(&self, pair: &Pair<'_, Rule>) -> Vec<Inline> {
        let start = pair.as_span().start();
        let mut gathering = Gathering {
            paragraphs: vec![Vec::with_capacity(1)],
            pending: Break::None,
        };
        let mut from = 0;
        let text = pair.as_str();
        let mut chars = text.char_indices();
        while let Some((at, c)) = chars.next() {
            if c != '\\' {
                continue;
            }
            self.lines(text.get(from..at).unwrap_or(""), start + from, &mut gathering);
            if let Some((next, escaped)) = chars.next() {
                from = next + escaped.len_utf8();
                gathering.words(
                    escaped.encode_utf8(&mut [0; 4]),
                    self.span_of(start + next, start + from),
                );
            } else {
                from = text.len();
            }
        }
        self.lines(text.get(from..).unwrap_or(""), start + from, &mut gathering);
        gathering.paragraphs.into_iter().flatten().collect()
    }

    /// Plain text, which may hold line ends.
    fn lines(&self, text: &str, start: usize, gathering: &mut Gathering) {
        if !text.contains('\n') {
            gathering.words(text, self.span_of(start, start + text.len()));
            return;
        }
        let mut at = start;
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                gathering.line_end(self.span_of(at - 1, at));
            }
            let shown = line.strip_suffix('\r').unwrap_or(line);
            let lead = if index > 0 {
                shown.len() - shown.trim_start().len()
            } else {
                0
            };
            let words = shown.get(lead..).unwrap_or("");
            if !words.is_empty() {
                gathering.words(words, self.span_of(at + lead, at + lead + words.len()));
            }
            at += line.len() + 1;
        }
    }
}

impl Gathering {
    fn current(&mut self) -> &mut Vec<Inline> {
        if self.paragraphs.is_empty() {
            self.paragraphs.push(Vec::new());
        }
        let last = self.paragraphs.len() - 1;
        &mut self.paragraphs[last]
    }

    /// A line end: joins, and parts paragraphs when nothing but blanks stood on the line.
    fn line_end(&mut self, span: Span) {
        if let Some(Inline::Text(words)) = self.current().last_mut() {
            let kept = words.text.trim_end().len();
            let cut = words.text.len() - kept;
            words.text.truncate(kept);
            words.span.end -= cut as u32;
            if kept == 0 {
                self.current().pop();
            }
        }
        let nothing_yet = self.current().is_empty();
        self.pending = match self.pending {
            Break::None if nothing_yet => Break::None,
            Break::None => Break::Line(span),
            Break::Line(_) | Break::Paragraph => Break::Paragraph,
        };
    }

    fn words(&mut self, text: &str, span: Span) {
        if text.is_empty() {
            return;
        }
        if self.pending != Break::None && text.trim().is_empty() {
            return;
        }
        self.settle(text.chars().next());
        if let Some(Inline::Text(words)) = self.current().last_mut()
            && words.span.end == span.start
        {
            words.text.push_str(text);
            words.span.end = span.end;
            return;
        }
        self.current().push(Inline::Text(Words {
            text: text.to_owned(),
            span,
        }));
    }

    fn push(&mut self, inline: Inline) {
        self.settle(None);
        self.current().push(inline);
    }

    /// Carries out the pending break before something that begins with `next`.
    fn settle(&mut self, next: Option<char>) {
        match std::mem::replace(&mut self.pending, Break::None) {
            Break::None => {}
            Break::Paragraph => self.paragraphs.push(Vec::new()),
            Break::Line(span) => {
                let before = match self.current().last() {
                    Some(Inline::Text(words)) => words.text.chars().next_back(),
                    _ => None,
                };
                // Two Latin words stay two words; Japanese joins without a blank.
                if let (Some(before), Some(next)) = (before, next)
                    && before.is_ascii_alphanumeric()
                    && next.is_ascii_alphanumeric()
                {
                    self.current().push(Inline::Text(Words {
                        text: " ".to_owned(),
                        span,
                    }));
                }
            }
        }
    }
}
