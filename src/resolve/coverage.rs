//! How much of each chapter's wording the machine vouches for.

use super::labels::Labels;
use super::shown::Counted;
use crate::document::{ClauseId, Document};
use crate::keyword::Keyword;
use crate::policy::{ChapterCoverage, Unbound};
use crate::wording::open;

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
        chapter.open_phrases += open::open_phrases(&read.passage.text).len();
        if counted.bound {
            chapter.bound += length;
        } else {
            chapter.plain_paragraphs += counted.wording.paragraphs.len();
        }
    }
    coverage
}
