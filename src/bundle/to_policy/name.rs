//! Names of one kind, and which thing each names.

use std::collections::HashMap;

use crate::bundle::error::{BundleError, NameKind};

/// The names of one kind, numbered in the order in which the document declares them.
pub(super) struct Names<'a> {
    kind: NameKind,
    ids: HashMap<&'a str, u32>,
}

impl<'a> Names<'a> {
    /// Numbers the names; `path` is the array they stand in.
    pub(super) fn new(
        kind: NameKind,
        path: &str,
        names: impl IntoIterator<Item = &'a String>,
    ) -> Result<Self, BundleError> {
        let mut ids = HashMap::new();
        for (index, name) in names.into_iter().enumerate() {
            if ids.insert(name.as_str(), index as u32).is_some() {
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
