//! What lowering carries along, and the small things that every part of it needs: places, names, comments, strings.

use pest::iterators::Pair;

use crate::characters;
use crate::diagnostic::Collector;
use crate::span::{SourceId, Span};
use crate::syntax::ast::{Comment, Name, Quoted};
use crate::syntax::balanced::Balanced;
use crate::syntax::grammar::Rule;

/// What lowering carries along.
pub(super) struct Lowering<'a> {
    pub(super) source: SourceId,
    pub(super) balanced: &'a Balanced<'a>,
    pub(super) diagnostics: &'a mut Collector,
}

impl Lowering<'_> {
    pub(super) fn span_of(&self, start: usize, end: usize) -> Span {
        Span::new(self.source, self.balanced.original(start), self.balanced.original(end))
    }

    pub(super) fn span(&self, pair: &Pair<'_, Rule>) -> Span {
        let span = pair.as_span();
        self.span_of(span.start(), span.end())
    }

    pub(super) fn name(&self, pair: &Pair<'_, Rule>) -> Name {
        Name {
            text: characters::composed(pair.as_str()).into_owned(),
            span: self.span(pair),
        }
    }

    pub(super) fn newlines(&self, from: usize, to: usize) -> usize {
        self.balanced
            .text
            .get(from..to)
            .map_or(0, |gap| gap.bytes().filter(|byte| *byte == b'\n').count())
    }

    pub(super) fn comment(&self, pair: &Pair<'_, Rule>, trailing: bool) -> Comment {
        Comment {
            text: pair.as_str().trim_end().to_owned(),
            trailing,
            span: self.span(pair),
        }
    }

    pub(super) fn quoted(&self, pair: Pair<'_, Rule>) -> Quoted {
        let span = self.span(&pair);
        Quoted {
            text: pair
                .into_inner()
                .next()
                .map_or_else(String::new, |body| body.as_str().to_owned()),
            span,
        }
    }
}

/// The grammar gave a child where none of its rule can stand: grammar and lowering disagree.
pub(super) fn unreachable_rule(rule: Rule) {
    debug_assert!(false, "grammar and lowering disagree about {rule:?}");
}
