//! hoshin (方針): Japanese privacy policies as source code.
//!
//! A `.policy` source goes in; precise diagnostics, the Japanese page, its text and a JSON rule bundle come out.
//!
//! ```text
//!  .policy text ─ source ─► syntax::parse ─► ast ─► resolve ─► policy::Policy ─► check
//!                              │               │       │            │            │
//!                              └──────── diagnostics (one collector, codes) ◄────┘
//!                                                                   │
//!                                         bundle (JSON) ◄───────────┼───────────► render (html, text, markdown)
//!                                                                   ├──► decide, opa
//!                                                                   └──► diff ◄── the other revision's Policy
//!  cli: the only IO, the only exit codes
//! ```
//!
//! The library does no IO and reads no clock: sources come through a [`Loader`], and the same input gives the same
//! bytes on any machine. [`compile`] is the way in.

pub mod bundle;
mod characters;
pub mod check;
pub mod compile;
pub mod conformance;
pub mod decide;
pub mod diagnostic;
pub mod diff;
pub mod document;
pub mod format;
pub mod keyword;
pub mod norm;
pub mod opa;
pub mod policy;
mod region;
pub mod render;
pub mod resolve;
mod schema;
pub mod source;
pub mod span;
pub mod syntax;
mod text;
pub mod vocabulary;
pub mod wording;

#[cfg(feature = "cli")]
pub mod cli;

pub use compile::{Compilation, LoadError, Loaded, Loader, NoImports, Options, compile};
