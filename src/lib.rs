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
//! | Feature | What it adds |
//! |---|---|
//! | none | bundles read, requests decided ([`bundle`], [`decide`]): few dependencies |
//! | `schema` | the JSON Schemas of the formats |
//! | `compile` | sources to findings, page, text and bundle ([`mod@compile`]) |
//! | `diff` | two revisions compared ([`diff`]) |
//! | `cli` (default) | the program |
//!
//! The library does no IO and reads no clock: sources come through a [`Loader`], and the same input gives the same
//! bytes on any machine. [`compile()`] is the way in.

// What a room has for others that a feature leaves out is not taken apart by feature: the whole program finds what nobody uses.
#![cfg_attr(
    not(feature = "cli"),
    allow(
        dead_code,
        unused_imports,
        unused_macros,
        reason = "some users are left out by feature"
    )
)]

pub mod bundle;
mod characters;
#[cfg(feature = "compile")]
pub mod check;
#[cfg(feature = "compile")]
pub mod compile;
#[cfg(feature = "compile")]
pub mod conformance;
pub mod decide;
#[cfg(feature = "compile")]
pub mod diagnostic;
#[cfg(feature = "diff")]
pub mod diff;
pub mod document;
#[cfg(feature = "compile")]
pub mod format;
pub mod keyword;
pub mod norm;
#[cfg(feature = "compile")]
pub mod opa;
pub mod policy;
#[cfg(feature = "compile")]
mod region;
#[cfg(feature = "compile")]
pub mod render;
#[cfg(feature = "compile")]
pub mod resolve;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "compile")]
pub mod source;
pub mod span;
#[cfg(feature = "compile")]
pub mod syntax;
mod text;
pub mod vocabulary;
#[cfg(feature = "compile")]
pub mod wording;

#[cfg(feature = "cli")]
pub mod cli;

#[cfg(feature = "compile")]
pub use compile::{Compilation, LoadError, Loaded, Loader, NoImports, Options, compile};
