//! Why a document is no bundle that can be relied on.

mod refusal;
mod told;

pub(super) use refusal::Within;
pub use refusal::{BundleError, Excess, JsonKind, JsonPlace, NameKind, Shape, Wanted};
