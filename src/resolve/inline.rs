//! Running text: references resolved, links checked, defined terms marked.

use super::clauses::{NoClause, Scope as Where};
use super::lookalike;
use super::meaning::Resolver;
use super::occurrences::{Form, Thing};
use super::sentences::references as say;
use super::terms::{Marker, Terms};
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::document::link;
use crate::document::{ClauseId, Part, Run};
use crate::syntax::ast::{Inline, Path, Quoted, Wording};
use crate::text::sentence::Name;
use crate::vocabulary::Dimension;
use crate::wording::passage::OPAQUE;
use crate::wording::report;

/// What a reference leads to.
enum Referent {
    Clause(ClauseId, Part),
    /// The words shown for a party, a purpose and the like.
    Words(String),
}

/// The paragraphs of a wording as runs.
pub(super) fn paragraphs(
    wording: &Wording,
    terms: &Terms,
    from: Where,
    resolver: &mut Resolver<'_, '_, '_, '_>,
) -> Vec<Vec<Run>> {
    let mut writer = Writer {
        markers: terms.markers(wording),
        at: 0,
        from,
        resolver,
    };
    let mut paragraphs = Vec::new();
    for (index, paragraph) in wording.paragraphs.iter().enumerate() {
        // The passage that markers count in parts paragraphs by one character.
        writer.at += usize::from(index > 0);
        paragraphs.push(writer.runs(paragraph));
    }
    paragraphs
}

struct Writer<'w, 'a, 'o, 's, 'c> {
    markers: &'w [Marker],
    /// Where in the passage the writer stands, in bytes.
    at: usize,
    from: Where,
    resolver: &'w mut Resolver<'a, 'o, 's, 'c>,
}

impl Writer<'_, '_, '_, '_, '_> {
    fn runs(&mut self, inlines: &[Inline]) -> Vec<Run> {
        let mut runs = Vec::new();
        for inline in inlines {
            match inline {
                Inline::Text(words) => self.words(&words.text, &mut runs),
                Inline::Reference(path) => {
                    self.at += OPAQUE.len_utf8();
                    match self.resolver.referent(path, self.from) {
                        Some(Referent::Clause(clause, part)) => runs.push(Run::Reference { clause, part }),
                        Some(Referent::Words(words)) => push_text(&words, &mut runs),
                        None => push_text(&format!("{{{}}}", path.text()), &mut runs),
                    }
                }
                Inline::Url(url) => {
                    self.at += OPAQUE.len_utf8();
                    self.resolver.check_target(url, &url.text);
                    runs.push(Run::Link {
                        // Readers are shown an address, not a scheme.
                        words: vec![Run::Text(url.text.trim_start_matches("mailto:").to_owned())],
                        target: url.text.clone(),
                    });
                }
                Inline::Link { words, target, .. } => {
                    let words = self.runs(words);
                    self.resolver.check_target(target, &plain_words(&words));
                    runs.push(Run::Link {
                        words: without_terms(words),
                        target: target.text.clone(),
                    });
                }
                Inline::Strong { words, .. } => {
                    let words = self.runs(words);
                    runs.push(Run::Strong(words));
                }
            }
        }
        runs
    }

    /// Words, cut where a term is marked.
    fn words(&mut self, text: &str, runs: &mut Vec<Run>) {
        let (start, end) = (self.at, self.at + text.len());
        self.at = end;
        let mut from = 0;
        while let Some((marker, rest)) = self.markers.split_first() {
            if marker.range.start >= end {
                break;
            }
            self.markers = rest;
            // A term that an escape or a line end cuts in two stays unmarked.
            if marker.range.start < start + from || marker.range.end > end {
                continue;
            }
            let (cut, stop) = (marker.range.start - start, marker.range.end - start);
            let (Some(before), Some(term)) = (text.get(from..cut), text.get(cut..stop)) else {
                continue;
            };
            push_text(before, runs);
            let (words, anchor) = (term.to_owned(), marker.anchor.clone());
            runs.push(if marker.defines {
                Run::Definition { words, anchor }
            } else {
                Run::Term { words, anchor }
            });
            from = stop;
        }
        push_text(text.get(from..).unwrap_or(""), runs);
    }
}

fn push_text(text: &str, runs: &mut Vec<Run>) {
    if text.is_empty() {
        return;
    }
    if let Some(Run::Text(last)) = runs.last_mut() {
        last.push_str(text);
    } else {
        // Most paragraphs are one run.
        if runs.is_empty() {
            runs.reserve_exact(1);
        }
        runs.push(Run::Text(text.to_owned()));
    }
}

fn plain_words(runs: &[Run]) -> String {
    let words = runs.iter().map(|run| match run {
        Run::Text(words) | Run::Term { words, .. } | Run::Definition { words, .. } => words.clone(),
        Run::Strong(inner) | Run::Link { words: inner, .. } => plain_words(inner),
        Run::Reference { .. } => String::new(),
    });
    words.collect()
}

/// Links do not nest: terms inside one are plain words.
fn without_terms(runs: Vec<Run>) -> Vec<Run> {
    let mut plain = Vec::new();
    for run in runs {
        match run {
            Run::Term { words, .. } | Run::Text(words) => push_text(&words, &mut plain),
            other => plain.push(other),
        }
    }
    plain
}

impl Resolver<'_, '_, '_, '_> {
    /// What `{名前}` refers to: a clause, else a party, data category, purpose or condition.
    fn referent(&mut self, path: &Path, from: Where) -> Option<Referent> {
        let text = path.text();
        match self.names.clause_referred(&text, from) {
            Ok((clause, part)) => {
                let thing = Thing::Clause(clause);
                match part {
                    Part::Full => self.names.use_path(thing, Form::Reference, path),
                    // The last part says which part of the clause is shown.
                    Part::Number | Part::Title => {
                        let segments = path.segments.split_last().map(|(_, named)| named.to_vec());
                        let named = Path {
                            segments: segments.unwrap_or_default(),
                            span: path.span,
                        };
                        self.names.use_path(thing, Form::Reference, &named);
                    }
                }
                return Some(Referent::Clause(clause, part));
            }
            Err(NoClause::Ambiguous(candidates)) => {
                let diagnostic = self.names.ambiguous(path, &candidates);
                self.context.report(diagnostic);
                return None;
            }
            Err(NoClause::Unknown) => {}
        }
        let order = [
            Dimension::Party,
            Dimension::Data,
            Dimension::Purpose,
            Dimension::Condition,
        ];
        for dimension in order {
            if let Some(id) = self.names.find(dimension, &text, from) {
                self.names
                    .use_path(Thing::Concept(dimension, id), Form::Reference, path);
                return Some(Referent::Words(self.names.graph(dimension).get(id).label().to_owned()));
            }
        }
        if !self.context.is_excused(&text) {
            self.unresolved_reference(path, &text);
        }
        None
    }

    fn unresolved_reference(&mut self, path: &Path, text: &str) {
        let meant = self.names.nearest_of_all(text).map(str::to_owned);
        let message = say::refers_to_nothing(&Name(text.to_owned()));
        let mut diagnostic = Diagnostic::new(Code::H0201, message).label(path.span, Text::empty());
        diagnostic = match meant {
            Some(meant) => {
                diagnostic.notes.extend(lookalike::note(text, &meant));
                diagnostic
                    .help(say::did_you_mean(&Name(meant.clone())))
                    .fix(path.span, meant)
            }
            None => diagnostic.help(say::write_a_name_or_escape()),
        };
        self.context.report(diagnostic);
    }

    /// Where links may lead: http, https, mailto and fragments of the page.
    fn check_target(&mut self, target: &Quoted, words: &str) {
        if !link::is_safe(&target.text) {
            self.context.report(
                Diagnostic::new(Code::H0309, say::cannot_be_linked_to(&Name(target.text.clone())))
                    .label(target.span, Text::empty())
                    .help(say::link_to()),
            );
        }
        let Some(fragment) = target.text.strip_prefix('#') else {
            return;
        };
        if fragment.is_empty() {
            self.context
                .report(report::placeholder_link(words, &target.text, target.span));
            return;
        }
        if !self.names.has_anchor(fragment) {
            let anchors = || self.names.outline.clauses.iter().map(|clause| clause.anchor.as_str());
            let meant = self.names.suggestions.nearest(fragment, anchors);
            self.context
                .report(report::broken_anchor(&target.text, target.span, meant));
        }
    }
}
