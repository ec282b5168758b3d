//! The requests chosen, each once, and what for.

use std::collections::BTreeMap;

use super::candidates;
use crate::decide::Request;

/// What a request was chosen for.
#[derive(Debug, Clone)]
pub(super) enum About {
    /// A 検証, by its title.
    Test(String),
    /// A norm, by its key.
    Norm(String),
    /// A name whose rest leaf it asks about.
    Rest(String),
    /// A linking.
    Linking,
}

/// The requests, each once, in the order in which they were chosen.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    pub(super) requests: Vec<(Request, About)>,
    pub(super) known: BTreeMap<candidates::Key, ()>,
}

impl Chosen {
    /// Adds a request, unless it was chosen before.
    pub(super) fn add(&mut self, request: Request, about: About) {
        if self.known.insert(candidates::key(&request), ()).is_none() {
            self.requests.push((request, about));
        }
    }
}
