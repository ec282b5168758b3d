//! Where defined terms are used.

use std::ops::Range;

use super::definitions::Definition;
use super::fold::Folded;
use super::labels::Lexicon;
use super::passage::Passage;

/// The terms of a policy, ready to be looked for.
#[derive(Debug, Clone)]
pub struct TermFinder {
    lexicon: Lexicon,
}

/// A term used in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The index of the term, as handed to [`TermFinder::new`]; the first, where two are written alike.
    pub term: usize,
    /// Where, in bytes of the passage.
    pub range: Range<usize>,
}

impl TermFinder {
    /// Makes the set of terms. The same rules hold as for labels: the longest term wins, so 当社サービス is no use of 当社.
    pub fn new<'a>(terms: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            lexicon: Lexicon::new(terms.into_iter().zip(0..)),
        }
    }

    /// The uses in a passage, in order. A quoted term is a use; the place that defines a term (one of `definitions`, which
    /// are those of the passage) is none. `folded` is the text of the passage.
    #[must_use]
    pub fn uses(&self, passage: &Passage, folded: &Folded, definitions: &[Definition]) -> Vec<Use> {
        let mut defined = definitions.iter().map(|definition| &definition.term_range).peekable();
        self.lexicon
            .scan(folded)
            .filter(|found| {
                while defined.next_if(|term| term.end <= found.range.start).is_some() {}
                defined.peek().is_none_or(|term| term.start >= found.range.end)
            })
            .filter(|found| {
                !definitions
                    .iter()
                    .any(|definition| is_what_is_named(&found.range, definition, passage))
            })
            .filter_map(|found| {
                let term = *found.ids.first()? as usize;
                Some(Use {
                    term,
                    range: found.range,
                })
            })
            .collect()
    }
}

/// 株式会社見本（以下「見本」といいます）: the full name that holds the term is what the definition names, no use.
fn is_what_is_named(used: &Range<usize>, definition: &Definition, passage: &Passage) -> bool {
    let text = passage.text.as_str();
    text.get(used.clone()) == Some(definition.term.as_str())
        && text
            .get(used.end..definition.whole_range.start)
            .is_some_and(|between| !between.contains(['、', '，', '。', '．', '\n']))
}

#[cfg(test)]
mod tests {
    use super::super::definitions::find_definitions;
    use super::super::fold::fold;
    use super::*;
    use crate::span::Span;

    fn uses<'a>(terms: &[&str], text: &'a str) -> Vec<&'a str> {
        let mut passage = Passage::new(Span::default());
        passage.push(text, Span::default());
        let definitions = find_definitions(&passage);
        let found = TermFinder::new(terms.iter().copied()).uses(&passage, &fold(text), &definitions);
        found
            .into_iter()
            .map(|found| text.get(found.range).expect("on boundaries"))
            .collect()
    }

    #[test]
    fn the_definition_itself_is_no_use() {
        let text = "株式会社見本（以下「当社」といいます）は、「当社」の会員を";
        assert_eq!(uses(&["当社"], text).len(), 1);
    }

    #[test]
    fn the_full_name_that_is_shortened_is_no_use() {
        let text = "株式会社見本商店（以下「見本」といいます）は、見本の会員を";
        assert_eq!(uses(&["見本"], text).len(), 1);
    }

    #[test]
    fn a_longer_term_is_no_use_of_a_shorter_one() {
        let terms = ["当社", "当社サービス"];
        assert_eq!(uses(&terms, "当社は、当社サービスを"), ["当社", "当社サービス"]);
    }

    #[test]
    fn words_of_a_definition_may_use_other_terms() {
        let text = "（以下、当社の関連会社とあわせて「見本グループ」といいます）";
        assert_eq!(uses(&["当社", "見本グループ"], text), ["当社"]);
    }
}
