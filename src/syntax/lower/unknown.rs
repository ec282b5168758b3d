//! A word that is no keyword: what it was probably meant to be.

use pest::iterators::Pair;

use super::lowering::Lowering;
use super::mistake;
use crate::keyword::Keyword;
use crate::span::Span;
use crate::syntax::ast::Name;
use crate::syntax::grammar::Rule;
use crate::syntax::suggest;

/// What an unknown word was taken for.
pub(super) struct Understood {
    pub(super) kind: Keyword,
    pub(super) keyword: Option<Span>,
    pub(super) name: Option<Name>,
}

impl Understood {
    fn nothing() -> Self {
        Self {
            kind: Keyword::Unknown,
            keyword: None,
            name: None,
        }
    }
}

impl Lowering<'_> {
    /// A word that is no keyword: reports it and says what to take it for.
    pub(super) fn unknown(
        &mut self,
        word: &Pair<'_, Rule>,
        parent: Keyword,
        crowded: bool,
        unmarked: bool,
    ) -> Understood {
        let name = self.name(word);
        let span = name.span;
        if crowded {
            mistake::word_after_statement(&name, self.diagnostics);
            return Understood::nothing();
        }
        let element = parent.element_kind();
        let glued = suggest::glued(word.as_str());
        if let Some(keyword) = suggest::keyword(word.as_str()) {
            mistake::unknown_keyword(&name, Some(keyword), self.diagnostics);
            // 削除 may mean two things; what follows is not judged as either.
            if name.text == "削除" {
                return Understood::nothing();
            }
            return Understood {
                kind: keyword,
                keyword: Some(span),
                name: None,
            };
        }
        if unmarked && element != Keyword::Prose {
            mistake::missing_mark(&name, element, self.diagnostics);
            return Understood {
                kind: element,
                keyword: None,
                name: Some(name),
            };
        }
        if let Some((keyword, rest)) = glued {
            let cut = span.start + keyword.word().len() as u32;
            let rest = Name {
                text: rest.to_owned(),
                span: Span { start: cut, ..span },
            };
            mistake::glued_keyword(keyword, &rest, span, self.diagnostics);
            return Understood {
                kind: keyword,
                keyword: Some(Span { end: cut, ..span }),
                name: Some(rest),
            };
        }
        mistake::unknown_keyword(&name, None, self.diagnostics);
        Understood::nothing()
    }
}
