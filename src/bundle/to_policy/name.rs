//! Names of one kind, and which thing each names.

use std::collections::{HashMap, HashSet};

use crate::bundle::error::{BundleError, NameKind};
use crate::characters::{key, kind as hidden};

/// The names of one kind, numbered in the order in which the document declares them.
pub(super) struct Names<'a> {
    kind: NameKind,
    ids: HashMap<&'a str, u32>,
}

impl<'a> Names<'a> {
    /// Numbers the names; `path` is the array they stand in. Two names that are compared as one are one, and none may hold
    /// what cannot be seen; the names of files are not ours to judge.
    pub(super) fn new(
        kind: NameKind,
        path: &str,
        names: impl IntoIterator<Item = &'a String>,
    ) -> Result<Self, BundleError> {
        let mut ids = HashMap::new();
        let mut keys = HashSet::new();
        for (index, name) in names.into_iter().enumerate() {
            if kind != NameKind::Source
                && let Some(character) = name.chars().find(|c| hidden(*c).is_some())
            {
                return Err(BundleError::HiddenCharacter {
                    path: format!("{path}[{index}]"),
                    character,
                });
            }
            let folded = match kind {
                NameKind::Source => name.as_str().into(),
                _ => key(name),
            };
            if ids.insert(name.as_str(), index as u32).is_some() || !keys.insert(folded) {
                return Err(BundleError::DuplicateName {
                    path: format!("{path}[{index}]"),
                    kind,
                    name: name.clone(),
                });
            }
        }
        Ok(Self { kind, ids })
    }

    /// The number of a name.
    pub(super) fn find(&self, name: &str) -> Result<u32, BundleError> {
        self.ids.get(name).copied().ok_or_else(|| BundleError::UnresolvedName {
            path: String::new(),
            kind: self.kind,
            name: name.to_owned(),
        })
    }
}
