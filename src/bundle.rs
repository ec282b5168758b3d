//! The policy as a versioned JSON document, `hoshin.bundle/1-draft.N`, and back.
//!
//! What the document holds and means is in `docs/bundle.md` and, member by member, in `docs/bundle.schema.json`.
//! [`Bundle::from_json`] checks a document as a whole, so what was read decides and compares as its source does:
//!
//! ```text
//!  Policy ──from_policy──► v1::Bundle ──to_json──► text
//!    ▲                         │  ▲                  │
//!    └────────to_policy────────┘  └────from_json─────┘
//! ```

mod controls;
mod digest;
mod error;
mod from_policy;
mod json_error;
mod keywords;
mod path;
mod places;
mod read;
#[cfg(feature = "schema")]
mod schema;
mod to_policy;
pub mod v1;

#[cfg(test)]
pub(crate) use error::samples;
pub use error::{BundleError, Excess, JsonKind, JsonPlace, NameKind, Shape, Wanted};
pub use places::{PlaceTable, Places};
pub use read::MAX_BUNDLE_BYTES;
#[cfg(feature = "schema")]
pub use schema::schema;

use crate::characters::escaped_json;
use crate::policy::Policy;

/// A rule bundle whose digest is right and whose parts agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    contents: v1::Bundle,
}

impl Bundle {
    /// Writes down a policy. `places` are those of the sources it was compiled from, or of the bundle it was read from.
    #[must_use]
    pub fn from_policy(policy: &Policy, places: &dyn Places) -> Self {
        Self::of_extent(policy, places, v1::Extent::Whole)
    }

    /// Writes down what decisions on a policy need, and their citations: no wording, no places, no page, no tests.
    #[must_use]
    pub fn runtime(policy: &Policy, places: &dyn Places) -> Self {
        Self::of_extent(policy, places, v1::Extent::Runtime)
    }

    fn of_extent(policy: &Policy, places: &dyn Places, extent: v1::Extent) -> Self {
        let mut contents = from_policy::bundle(policy, places, extent);
        digest::seal(&mut contents);
        Self { contents }
    }

    /// Reads a document and checks it: format, words, digest, names, and that what follows from other parts does.
    ///
    /// # Errors
    /// The first thing that is wrong. However hostile the text, there is an error or a bundle.
    pub fn from_json(text: &str) -> Result<Self, BundleError> {
        read::bundle(text).map(|contents| Self { contents })
    }

    /// The document as text: without blanks, members in the order of the schema, with a line end. The same bundle gives
    /// the same bytes. Characters that no reader could see stand in it escaped: `\u202e`.
    #[must_use]
    pub fn to_json(&self) -> String {
        line(serde_json::to_string(&self.contents))
    }

    /// The same indented, for people.
    #[must_use]
    pub fn to_pretty_json(&self) -> String {
        line(serde_json::to_string_pretty(&self.contents))
    }

    /// Rebuilds the policy, as good for deciding, comparing and drawing as the one that was written down. Its spans are
    /// those of the sources; [`places`](Self::places) tells their lines and columns.
    ///
    /// # Errors
    /// [`BundleError::OnlyRuntime`] for a [runtime](Self::runtime) bundle, and else none for a bundle that a compiled policy
    /// or [`from_json`](Self::from_json) gave. A policy put together by hand may break what a bundle relies on, such as
    /// names being unique.
    pub fn to_policy(&self) -> Result<Policy, BundleError> {
        match self.contents.extent {
            v1::Extent::Whole => to_policy::policy(&self.contents),
            v1::Extent::Runtime => Err(BundleError::OnlyRuntime),
        }
    }

    /// Rebuilds what deciding needs. From a runtime bundle that is all there is: norms, vocabulary and the clauses by number
    /// and title, without wording, page and tests, so neither compare it nor draw it.
    ///
    /// # Errors
    /// As for [`to_policy`](Self::to_policy), but for runtime bundles.
    pub fn to_decidable(&self) -> Result<Policy, BundleError> {
        to_policy::policy(&self.contents)
    }

    /// Lines and columns of the places that the bundle states; none in a runtime bundle.
    #[must_use]
    pub fn places(&self) -> PlaceTable {
        places::places(&self.contents)
    }

    /// What the document says.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn contents(&self) -> &v1::Bundle {
        &self.contents
    }

    /// `sha256:` and the SHA-256 of the canonical form (RFC 8785) without this member.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.contents.digest
    }
}

fn line(json: serde_json::Result<String>) -> String {
    let mut text = escaped_json(json.expect("plain structs serialise"));
    text.push('\n');
    text
}
