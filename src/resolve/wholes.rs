//! Names for a whole of which the words say the part that is meant: 「個人情報のうち氏名」「第三者である加盟店」「個人情報（氏名、住所）」.

use super::labels::{Found, Labels, Read};
use crate::span::Span;
use crate::syntax::ast::Wording;
use crate::vocabulary::{Dimension, Graph, LeafSet};

/// What stands between the whole and its part.
const OF_IT: [&str; 3] = ["のうち", "の中から", "である"];

/// What ends the words that go with a name.
const BREAKS: [char; 5] = ['。', '\n', 'は', 'を', 'に'];

/// How far behind a name the words are gone through, in bytes, and how many names before it.
const MOST_BEHIND: usize = 600;
const MOST_BEFORE: usize = 16;

/// The places of such names in the dimension of a graph; those before brackets only where these are to count as well, since what a
/// prohibition lists in brackets may be examples.
pub(super) fn wholes(labels: &Labels<'_>, graph: &Graph, wordings: &[&Wording], brackets: bool) -> Vec<Span> {
    let dimension = graph.dimension();
    let mut places = Vec::new();
    if !matches!(dimension, Dimension::Data | Dimension::Party) {
        return places;
    }
    let names = Names { labels, graph };
    for wording in wordings {
        let read = labels.read(wording);
        let named: Vec<&Found> = (read.found.iter())
            .filter(|found| found.dimension == dimension && !found.excepted)
            .collect();
        for (index, whole) in named.iter().enumerate() {
            let after = named.get(index + 1..).unwrap_or_default();
            let near = named.get(index.saturating_sub(MOST_BEFORE)..).unwrap_or_default();
            if names.parted(whole, near) || brackets && names.listed_in_brackets(&read, whole, after) {
                places.push(whole.span);
            }
        }
    }
    places
}

/// The names of one dimension.
struct Names<'l, 's> {
    labels: &'l Labels<'s>,
    graph: &'l Graph,
}

impl Names<'_, '_> {
    fn leaves(&self, found: &Found) -> LeafSet {
        self.graph.leaves_of_all(&found.concepts)
    }

    /// 「氏名と住所のうち氏名」: what follows in the same clause is a part of what goes before. `near` are the names around it.
    fn parted(&self, whole: &Found, near: &[&Found]) -> bool {
        let clause = self.behind(whole).split(BREAKS).next().unwrap_or("");
        let Some(at) = OF_IT.iter().filter_map(|words| clause.find(words)).min() else {
            return false;
        };
        let from = whole.span.end as usize + at;
        let end = whole.span.end as usize + clause.len();
        let before: Vec<LeafSet> = (near.iter())
            .take_while(|one| one.span.end as usize <= from)
            .map(|one| self.leaves(one))
            .collect();
        let before = LeafSet::union_all(&before);
        near.iter()
            .skip_while(|part| (part.span.start as usize) < from)
            .take_while(|part| part.span.end as usize <= end)
            .any(|part| self.leaves(part).is_subset(&before))
    }

    /// What comes behind a name, as far as it is gone through.
    fn behind(&self, found: &Found) -> &str {
        let rest = self.labels.behind(found.span);
        rest.get(..rest.floor_char_boundary(MOST_BEHIND)).unwrap_or("")
    }

    /// 「個人情報（氏名、住所）」: parts of it, all of them, in the brackets behind it.
    fn listed_in_brackets(&self, read: &Read, whole: &Found, after: &[&Found]) -> bool {
        let rest = self.behind(whole);
        if !rest.starts_with(['（', '(']) {
            return false;
        }
        let length = rest.find(['）', ')']).unwrap_or(0);
        let end = whole.span.end as usize + length;
        let own = self.leaves(whole);
        let mut inside = (after.iter())
            .take_while(|part| part.span.end as usize <= end)
            .peekable();
        let open = read.open_phrases().iter().any(|phrase| {
            let place = read.passage.span(phrase.range.clone());
            phrase.opening.opens_list() && place.start >= whole.span.end && place.end as usize <= end
        });
        // 「個人情報（以下「個人情報」といいます）」
        let is_definition = rest.get(..length).unwrap_or("").contains(['「', '『']);
        inside.peek().is_some()
            && !open
            && !is_definition
            && inside.all(|part| {
                let leaves = self.leaves(part);
                leaves.is_subset(&own) && leaves != own
            })
    }
}
