//! A policy that can be relied on.

use std::fmt;
use std::sync::Arc;

use super::bundle_error::BundleError;
use super::decider::Decider;
use crate::bundle::{Bundle, PlaceTable};
use crate::conformance::{Conformance, Digests};
use crate::policy;
use crate::render::{self, PageOptions};
use crate::source::SourceMap;

/// A policy without errors, from its source or from its bundle: what is published, decided and compared.
#[derive(Clone)]
pub struct Policy {
    inner: Arc<policy::Policy>,
    origin: Arc<Origin>,
}

/// Where the places of a policy lie.
enum Origin {
    Sources(SourceMap),
    Bundle(Box<Bundle>, PlaceTable),
}

impl Policy {
    /// Reads a whole bundle that `hoshin build` wrote, and checks it. Of a runtime bundle only a [`Decider`] can be made.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn from_bundle(json: &str) -> Result<Self, BundleError> {
        let bundle = Bundle::from_json(json)?;
        let inner = Arc::new(bundle.to_policy()?);
        let places = bundle.places();
        Ok(Self {
            inner,
            origin: Arc::new(Origin::Bundle(Box::new(bundle), places)),
        })
    }

    pub(super) fn of_sources(inner: policy::Policy, sources: SourceMap) -> Self {
        Self {
            inner: Arc::new(inner),
            origin: Arc::new(Origin::Sources(sources)),
        }
    }

    #[cfg(feature = "diff")]
    pub(super) fn resolved(&self) -> &policy::Policy {
        &self.inner
    }

    /// Its title, as the page shows it.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.inner.document.title
    }

    /// The page: one HTML file that loads nothing.
    #[must_use]
    pub fn html(&self) -> String {
        render::html(&self.inner, &PageOptions::default())
    }

    /// The page as text.
    #[must_use]
    pub fn text(&self) -> String {
        render::text(&self.inner)
    }

    /// The page as Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        render::markdown(&self.inner)
    }

    /// The rule bundle (JSON, `docs/bundle.md`): everything, so that [`from_bundle`](Self::from_bundle) gives this policy back.
    #[must_use]
    pub fn bundle(&self) -> String {
        self.whole().to_json()
    }

    /// The bundle that deciding needs and no more: no wording, no places, no page.
    #[must_use]
    pub fn runtime_bundle(&self) -> String {
        self.runtime().to_json()
    }

    /// Requests with the answers of this policy, to test what else enforces its bundle (`hoshin.conformance/1`).
    #[must_use]
    pub fn conformance(&self) -> String {
        let (whole, runtime) = (self.whole(), self.runtime());
        let digests = Digests {
            whole: whole.digest(),
            runtime: runtime.digest(),
        };
        Conformance::of(&self.inner, digests).to_json()
    }

    /// Who decides requests about it. Keep it where many are decided.
    #[must_use]
    pub fn decider(&self) -> Decider {
        Decider::new(self.inner.clone(), self.digest())
    }

    /// `sha256:…` of the bundle.
    #[must_use]
    pub fn digest(&self) -> String {
        self.whole().digest().to_owned()
    }

    fn whole(&self) -> Bundle {
        match &*self.origin {
            Origin::Sources(sources) => Bundle::from_policy(&self.inner, sources),
            Origin::Bundle(bundle, _) => (**bundle).clone(),
        }
    }

    fn runtime(&self) -> Bundle {
        match &*self.origin {
            Origin::Sources(sources) => Bundle::runtime(&self.inner, sources),
            Origin::Bundle(_, places) => Bundle::runtime(&self.inner, places),
        }
    }
}

impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Policy")
            .field("title", &self.title())
            .finish_non_exhaustive()
    }
}
