//! How much of each chapter's wording the machine vouches for.

use std::ops::Range;

use super::labels::Labels;
use super::shown::Counted;
use crate::diagnostic::Diagnostic;
use crate::document::{ClauseId, Document};
use crate::keyword::Keyword;
use crate::policy::{ChapterCoverage, Unbound};
use crate::wording::report;

/// The paragraphs of the chapters that no norm and no notice stands behind, in the order of the document.
pub(super) fn unbound(counted: &[Counted<'_>]) -> Vec<Unbound> {
    let plain = counted.iter().filter(|counted| !counted.bound);
    plain
        .map(|counted| Unbound {
            chapter: counted.chapter,
            span: counted.wording.span,
        })
        .collect()
}

/// What introduces a list: the rules stand in what follows.
const INTRODUCES: [&str; 4] = ["以下の", "次の", "次に", "下記の"];

/// Whether words introduce a list.
pub(super) fn introduces(words: &str) -> bool {
    INTRODUCES.iter().any(|word| words.contains(word))
}

/// The sentences of the chapters that leave a list or an extent open, in the order of the document.
pub(super) fn open_sentences(counted: &[Counted<'_>], labels: &Labels<'_>) -> Vec<Unbound> {
    let mut found = Vec::new();
    for counted in counted {
        let read = labels.read(counted.wording);
        let text = &read.passage.text;
        // A sentence is told once, and gone through once.
        let mut told = 0;
        for phrase in read.open_phrases() {
            if phrase.range.start < told {
                continue;
            }
            let before = text.get(..phrase.range.start).unwrap_or("");
            let start = before.rfind(['。', '\n']).map_or(0, |at| at + 1);
            let start = (start..=phrase.range.start)
                .find(|at| text.is_char_boundary(*at))
                .unwrap_or(0);
            let after = text.get(phrase.range.end..).unwrap_or("");
            let end = after.find(['。', '\n']).map_or(text.len(), |at| phrase.range.end + at);
            told = end;
            found.push(Unbound {
                chapter: counted.chapter,
                span: read.passage.span(start..end),
            });
        }
    }
    found
}

/// The first claim of each such paragraph: what it says is done or not done, and no machine checked.
pub(super) fn unbound_claims(counted: &[Counted<'_>], labels: &Labels<'_>) -> Vec<Diagnostic> {
    let plain = counted.iter().filter(|counted| !counted.bound);
    plain
        .filter_map(|counted| {
            let read = labels.read(counted.wording);
            let text = &read.passage.text;
            let is_head = |range: &Range<usize>| introduces(text.get(range.clone()).unwrap_or(""));
            let claim = read.claims().iter().find(|claim| !is_head(&claim.clause))?;
            Some(report::unbound(read.passage.span(claim.words.clone())))
        })
        .collect()
}

/// Counts, per chapter in the order of the document, characters bound and unbound, and phrases left open.
pub(super) fn coverage(document: &Document, counted: &[Counted<'_>], labels: &Labels<'_>) -> Vec<ChapterCoverage> {
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
    for counted in counted {
        let Ok(index) = coverage.binary_search_by_key(&counted.chapter, |chapter| chapter.clause) else {
            continue;
        };
        let read = labels.read(counted.wording);
        let length = read.passage.text.chars().filter(|c| !c.is_whitespace()).count();
        let chapter = &mut coverage[index];
        chapter.total += length;
        chapter.open_phrases += read.open_phrases().len();
        if counted.bound {
            chapter.bound += length;
        } else {
            chapter.plain_paragraphs += counted.wording.paragraphs.len();
        }
    }
    coverage
}
