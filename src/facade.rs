//! The face of the library: what a program outside sees of it, and nothing else.
//!
//! Everything here is opaque and made of the rooms below it, so that they may change. Names of things go in and out as the
//! policy has them; sentences come in Japanese and in English ([`Lang`]).

mod answer;
mod bundle_error;
#[cfg(feature = "diff")]
mod comparison;
#[cfg(feature = "compile")]
mod compiled;
mod decider;
#[cfg(feature = "files")]
mod files;
#[cfg(feature = "compile")]
mod finding;
#[cfg(feature = "compile")]
mod policy;
mod request;
mod request_error;

pub use answer::{Answer, AnswerKind};
pub use bundle_error::BundleError;
#[cfg(feature = "diff")]
pub use comparison::{Comparison, Direction, Widening, diff};
#[cfg(feature = "compile")]
pub use compiled::{Compiled, Faulty, Options, compile};
pub use decider::Decider;
#[cfg(feature = "files")]
pub use files::compile_file;
#[cfg(feature = "compile")]
pub use finding::{Finding, Place};
#[cfg(feature = "compile")]
pub use policy::Policy;
pub use request::Request;
pub use request_error::RequestError;

#[cfg(feature = "compile")]
pub use crate::compile::{LoadError, Loaded, Loader, NoImports};
#[cfg(feature = "compile")]
pub use crate::diagnostic::Level;
pub use crate::text::Lang;
