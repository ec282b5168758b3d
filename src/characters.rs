//! Characters as a reader meets them: which cannot be seen and how they are shown all the same, and when two names are
//! one, or only look like one.
//!
//! Properties come from Unicode's own tables, held to ICU's by a test (`ranges`) or in `unicode-security`: no list of our own
//! goes stale.

mod hidden;
#[cfg(feature = "compile")]
mod lookalike;
mod names;
mod ranges;

pub(crate) use hidden::{Hidden, code_point, escaped_json, hidden_in, kind, shown};
#[cfg(feature = "compile")]
pub(crate) use lookalike::{Skeletons, foreign_scripts, skeleton};
pub(crate) use names::{composed, key};
