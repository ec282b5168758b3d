//! How much of each chapter's wording the machine vouches for.

use std::ops::Range;

use super::labels::{Labels, Read};
use super::shown::Counted;
use super::terms::Terms;
use crate::diagnostic::Diagnostic;
use crate::document::{ClauseId, Document};
use crate::keyword::Keyword;
use crate::policy::{ChapterCoverage, Unbound};
use crate::span::Span;
use crate::wording::open::OpenPhrase;
use crate::wording::passage::OPAQUE;
use crate::wording::report;

/// The paragraphs of the chapters that no norm and no notice stands behind, in the order of the document.
pub(super) fn unbound(counted: &[Counted<'_>], labels: &Labels<'_>) -> Vec<Unbound> {
    let mut found = Vec::new();
    for counted in counted.iter().filter(|counted| !counted.is_mere_title()) {
        let Some(chapter) = counted.chapter else { continue };
        if !counted.bound {
            if letters(&labels.read(counted.wording).passage.text) == 0 {
                continue;
            }
            let span = counted.wording.span;
            found.push(Unbound { chapter, span });
            continue;
        }
        let read = labels.read(counted.wording);
        let sentences = unheld_sentences(&read.passage.text, counted).into_iter();
        found.extend(sentences.map(|range| Unbound {
            chapter,
            span: read.passage.span(range),
        }));
    }
    found
}

/// The sentences of a bound wording in which something is claimed that no norm holds.
fn unheld_sentences(text: &str, counted: &Counted<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for claim in &counted.unheld {
        if found.last().is_none_or(|last| last.end <= claim.words.start) {
            found.push(sentence_around(text, &claim.words));
        }
    }
    found
}

/// The sentence in which a place stands, without its full stop.
fn sentence_around(text: &str, place: &Range<usize>) -> Range<usize> {
    let before = text.get(..place.start).unwrap_or("");
    let start = before
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, '。' | '\n'))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let after = text.get(place.end..).unwrap_or("");
    let end = after.find(['。', '\n']).map_or(text.len(), |at| place.end + at);
    start..end
}

/// What introduces a list: the rules stand in what follows.
const INTRODUCES: [&str; 4] = ["以下の", "次の", "次に", "下記の"];

/// Whether words introduce a list.
pub(super) fn introduces(words: &str) -> bool {
    INTRODUCES.iter().any(|word| words.contains(word))
}

/// The sentences of the chapters that leave a list or an extent open, in the order of the document.
pub(super) fn open_sentences(counted: &[Counted<'_>], terms: &Terms, labels: &Labels<'_>) -> Vec<Unbound> {
    let known = Known::of(terms);
    let mut found = Vec::new();
    for counted in counted {
        let Some(chapter) = counted.chapter else { continue };
        let read = labels.read(counted.wording);
        let text = &read.passage.text;
        // A sentence is told once, and gone through once.
        let mut told = 0;
        for phrase in known.open_phrases(&read) {
            if phrase.range.start < told {
                continue;
            }
            let sentence = sentence_around(text, &phrase.range);
            told = sentence.end;
            found.push(Unbound {
                chapter,
                span: read.passage.span(sentence),
            });
        }
    }
    found
}

/// The first claim of each wording that no norm holds: what it says is done or not done, and no machine checked.
pub(super) fn unbound_claims(counted: &[Counted<'_>], labels: &Labels<'_>) -> Vec<Diagnostic> {
    let first = |counted: &Counted<'_>| {
        let claim = counted.unheld.first()?;
        let read = labels.read(counted.wording);
        Some(report::unbound(read.passage.span(claim.words.clone())))
    };
    counted.iter().filter_map(first).collect()
}

/// How many letters a text has. A reference or an address (`{当社}`) is no word of the policy's own.
fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace() && *c != OPAQUE).count()
}

/// Where defined terms stand: 「当社サイト等」 leaves nothing open, as the policy says what it is.
struct Known {
    /// Sorted, none inside another.
    places: Vec<Span>,
}

impl Known {
    fn of(terms: &Terms) -> Self {
        let mut places: Vec<Span> = terms.uses.iter().map(|(_, span)| *span).collect();
        places.extend(terms.terms.iter().map(|term| term.span));
        places.sort_by_key(|span| (span.source, span.start));
        Self { places }
    }

    /// The phrases that leave words open, but for those in defined terms and in labels of the vocabulary.
    fn open_phrases(&self, read: &Read) -> Vec<OpenPhrase> {
        let mut phrases = read.open_phrases().to_vec();
        phrases.retain(|phrase| {
            let place = read.passage.span(phrase.range.clone());
            let before = self
                .places
                .partition_point(|known| (known.source, known.start) <= (place.source, place.start));
            let in_term = before.checked_sub(1).is_some_and(|at| self.places[at].contains(place));
            !in_term && !read.found.iter().any(|found| found.span.contains(place))
        });
        phrases
    }
}

/// Counts, per chapter in the order of the document, characters bound and unbound, and phrases left open.
pub(super) fn coverage(
    document: &Document,
    counted: &[Counted<'_>],
    terms: &Terms,
    labels: &Labels<'_>,
) -> Vec<ChapterCoverage> {
    let known = Known::of(terms);
    let chapters = document
        .clauses
        .iter()
        .enumerate()
        .filter(|(_, clause)| clause.keyword == Keyword::Chapter.word() && !clause.retired)
        .map(|(index, _)| ClauseId(index as u32));
    let mut coverage: Vec<ChapterCoverage> = chapters
        .map(|clause| ChapterCoverage {
            clause,
            bound: 0,
            total: 0,
            plain_paragraphs: 0,
            open_phrases: 0,
        })
        .collect();
    for counted in counted.iter().filter(|counted| !counted.is_mere_title()) {
        let index = counted
            .chapter
            .and_then(|clause| coverage.binary_search_by_key(&clause, |chapter| chapter.clause).ok());
        let Some(index) = index else { continue };
        let read = labels.read(counted.wording);
        let text = &read.passage.text;
        let length = letters(text);
        let unheld = unheld_sentences(text, counted);
        let unheld = unheld
            .into_iter()
            .map(|range| letters(text.get(range).unwrap_or("")))
            .sum::<usize>();
        let chapter = &mut coverage[index];
        chapter.total += length;
        chapter.open_phrases += known.open_phrases(&read).len();
        if counted.bound {
            chapter.bound += length.saturating_sub(unheld);
        } else if length > 0 {
            chapter.plain_paragraphs += counted.wording.paragraphs.len();
        }
    }
    coverage
}
