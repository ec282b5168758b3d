//! Why a bundle was not taken.

use std::fmt;

use crate::bundle;
use crate::text::Lang;

/// A document is no bundle that can be relied on: not JSON, another version of the format, a digest that does not match, parts
/// that contradict each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleError {
    inner: bundle::BundleError,
}

impl BundleError {
    /// The code, which stays the same between versions: `B0001`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.inner.code()
    }

    /// What is wrong.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        self.inner.message().get(lang).to_owned()
    }

    /// Whether it is a bundle of another version of the format, to be built again from its source.
    #[must_use]
    pub fn is_other_version(&self) -> bool {
        matches!(self.inner, bundle::BundleError::OtherVersion { .. })
    }
}

impl From<bundle::BundleError> for BundleError {
    fn from(inner: bundle::BundleError) -> Self {
        Self { inner }
    }
}

impl fmt::Display for BundleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code(), self.told(Lang::En))
    }
}

impl std::error::Error for BundleError {}
