//! Why a document is no bundle that can be relied on.

mod kinds;
mod refusal;
mod sentences;
mod told;

pub(super) use refusal::Within;
pub use refusal::{BundleError, Excess, JsonKind, JsonPlace, NameKind, Shape, Wanted};
#[cfg(test)]
pub(crate) use sentences::samples;
