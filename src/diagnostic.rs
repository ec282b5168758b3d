//! What the compiler has to say about a policy: facts with a code, a place and words in two languages.
//!
//! Building a [`Diagnostic`] and drawing it are kept apart: `human`, `json`, `sarif` and `github` draw the same facts.

mod annotation;
pub mod bounds;
pub mod code;
pub mod coverage;
mod finding;
pub mod findings;
pub mod github;
pub mod human;
pub mod json;
mod length;
mod level;
pub(crate) mod neutral;
mod order;
pub(crate) mod page;
mod places;
pub mod sarif;
mod sentences;

pub use annotation::{Annotated, Annotation, AnnotationRule};
pub use bounds::Collector;
pub use code::Code;
pub use finding::{Diagnostic, Fix, Label};
pub use findings::{Counts, Findings};
pub use level::Level;
pub use order::{sort, worst};
#[cfg(test)]
pub(crate) use sentences::samples;

pub use crate::text::{Lang, Text};
