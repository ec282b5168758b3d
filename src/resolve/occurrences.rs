//! Every name that is given, and every place that uses one: recorded once, while names are resolved.
//!
//! Whoever follows a name (renaming it, showing what it is, finding what nobody uses) reads this and resolves nothing
//! again.

use crate::document::ClauseId;
use crate::span::Span;
use crate::vocabulary::{ConceptId, Dimension};

/// What a name is a name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A data category, party, purpose or condition.
    Concept(Dimension, ConceptId),
    /// A clause.
    Clause(ClauseId),
    /// A source of collection: an index among those of the vocabulary.
    Route(u32),
    /// A defined term: an index among those of the policy.
    Term(u32),
}

/// In which way a place uses a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// By name, in ［］.
    Meaning,
    /// By name, as a bullet of its own: 項目 { ・氏名 }.
    Element,
    /// By name, in a wording: `{名前}`.
    Reference,
    /// By name, as the clause in front of a name that is local to it: 加盟店への提供 of 加盟店への提供.加盟店発送.
    Home,
    /// By name, in the ［］ of a declaration, as that which contains it. Says how things lie, and is no use of them.
    Container,
    /// By name, in what a revision says of itself. Speaks of a change, and is no use.
    Revision,
    /// By its words, in a wording that is shown.
    Wording,
    /// By the clause that declares it.
    Own,
    /// By a clause that implies it: 委託 speaks of whoever is marked as 委託先.
    Implied,
}

impl Form {
    /// Whether something is done with the thing there.
    #[must_use]
    pub fn is_use(self) -> bool {
        !matches!(self, Self::Container | Self::Revision)
    }

    /// Whether the name itself stands there, and changes with it.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn is_by_name(self) -> bool {
        match self {
            Self::Meaning | Self::Element | Self::Reference | Self::Home | Self::Container | Self::Revision => true,
            Self::Wording | Self::Own | Self::Implied => false,
        }
    }
}

/// A place where a name is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Declaration {
    /// The name, as written.
    pub span: Span,
    /// What it is the name of.
    pub thing: Thing,
}

/// A place where a name is used, or what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    /// The name, or the words.
    pub span: Span,
    /// What is meant.
    pub thing: Thing,
    /// How.
    pub form: Form,
}

/// All declarations and uses of a policy and what it imports, each in the order of the sources, none twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Occurrences {
    /// Where names are given. What the language itself declares has no place. A statement that is a clause and declares
    /// something gives its name to both.
    pub declarations: Vec<Declaration>,
    /// Where they are used. A name that was not found is not here: it was reported.
    pub uses: Vec<Use>,
}

impl Occurrences {
    /// What has a name, or is used, at an offset of a source: the narrowest place around it.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn at(&self, place: Span) -> Option<Thing> {
        let declared = self.declarations.iter().map(|one| (one.span, one.thing));
        let used = self.uses.iter().map(|one| (one.span, one.thing));
        declared
            .chain(used)
            .filter(|(span, _)| span.source == place.source && span.start <= place.start && place.end <= span.end)
            .min_by_key(|(span, _)| span.end - span.start)
            .map(|(_, thing)| thing)
    }

    /// Every place where the name of a thing stands: where it is given, and where it is used by name.
    #[cfg(any(test, feature = "internals"))]
    pub fn by_name(&self, thing: Thing) -> impl Iterator<Item = Span> {
        let declared = self.declarations.iter().filter(move |one| one.thing == thing);
        let used = self
            .uses
            .iter()
            .filter(move |one| one.thing == thing && one.form.is_by_name());
        declared.map(|one| one.span).chain(used.map(|one| one.span))
    }

    /// Puts both in the order of the sources.
    pub(super) fn settle(&mut self) {
        self.declarations.sort_unstable();
        self.declarations.dedup();
        self.uses.sort_unstable();
        self.uses.dedup();
    }
}
