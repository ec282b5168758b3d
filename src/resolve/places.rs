//! A party in one of its countries, as ［］ names it: 海外配信社：アメリカ合衆国.

use super::context::Context;
use super::names::Names;
use super::occurrences::Form;
use crate::span::Span;
use crate::syntax::ast::{MeaningItem, Name, Path, Value};
use crate::vocabulary::{ConceptId, Dimension, place_name};

/// A party and one of its countries in ［］.
pub(super) struct Named {
    party: ConceptId,
    /// Where the name of the party stands.
    span: Span,
    /// The name of the place.
    path: Path,
}

impl Names<'_, '_> {
    /// Whether an item of ［］ names a party in a country.
    pub(super) fn place_named(&self, item: &MeaningItem) -> Option<Named> {
        let MeaningItem::Pair(key, value) = item else {
            return None;
        };
        let Value::Name(country) = value else { return None };
        let party = self.find(Dimension::Party, &key.text, None)?;
        let segment = Name {
            text: place_name(&key.text, &country.text()),
            span: item.span(),
        };
        Some(Named {
            party,
            span: key.span,
            path: Path {
                segments: vec![segment],
                span: item.span(),
            },
        })
    }

    /// The party there; reports where it is not in that country.
    pub(super) fn require_place(&mut self, named: &Named, form: Form, context: &mut Context<'_>) -> Option<ConceptId> {
        self.use_concept(Dimension::Party, named.party, form, named.span);
        let found = self.find(Dimension::Party, &named.path.text(), None);
        if found.is_none() {
            context.report(self.unresolved(Some(Dimension::Party), &named.path, None));
        }
        found
    }
}
