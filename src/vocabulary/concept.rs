//! The members of a vocabulary.

use std::collections::BTreeSet;

use super::attribute::Attribute;
use super::lapse::Lapse;
use crate::span::Span;

/// A concept of one graph. The top element is always 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConceptId(pub u32);

impl ConceptId {
    /// The top element, which contains everything.
    pub const TOP: Self = Self(0);

    /// As an index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Where a concept comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Declared in a source.
    Declared(Span),
    /// Known to the language.
    BuiltIn,
}

/// One member of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// The name others refer to it by; a name local to a clause is qualified: `加盟店への提供.加盟店発送`.
    pub name: String,
    /// Its wordings: the first is what `{名前}` shows; the label scan looks for all of them and for the name.
    pub labels: Vec<String>,
    /// Its attributes.
    pub attributes: BTreeSet<Attribute>,
    /// 国名, each as it is written. A party in several contains a place for each, and nothing that has no name.
    pub countries: Vec<String>,
    /// Of a condition that holds once a retention period is over: which.
    pub lapse: Option<Lapse>,
    /// What contains it directly. Empty: only the top element.
    pub parents: Vec<ConceptId>,
    /// Where it comes from.
    pub origin: Origin,
    /// Declared by its wording alone; its name was made by the compiler.
    pub anonymous: bool,
}

impl Concept {
    /// A declared concept without labels, attributes and parents.
    #[must_use]
    pub fn new(name: impl Into<String>, origin: Origin) -> Self {
        Self {
            name: name.into(),
            labels: Vec::new(),
            attributes: BTreeSet::new(),
            countries: Vec::new(),
            lapse: None,
            parents: Vec::new(),
            origin,
            anonymous: false,
        }
    }

    /// What is shown for it: its first wording, else the last part of its name.
    #[must_use]
    pub fn label(&self) -> &str {
        match self.labels.first() {
            Some(label) => label,
            None => self.name.rsplit('.').next().unwrap_or(&self.name),
        }
    }
}
