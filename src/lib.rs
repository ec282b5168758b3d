//! hoshin (方針): Japanese privacy policies as source code.
//!
//! A `.policy` source goes in; precise findings, the Japanese page, its text and a JSON rule bundle come out, requests are
//! decided, and revisions compared.
//!
//! ```
//! use hoshin::{NoImports, Options, Request, compile};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let source = r#"
//! 情報 個人情報 { ・氏名 }
//! 主体 運送会社
//! 目的 配送
//!
//! 方針「個人情報の取扱い」{
//!   章 提供「提供」{
//!     提供［氏名］「当社は、配送のため、氏名を運送会社に提供します。」{
//!       提供先［運送会社］
//!       目的［配送］
//!     }
//!   }
//! }
//! "#;
//! let policy = compile("privacy.policy", source, &mut NoImports, &Options::new()).into_policy()?;
//! let page: String = policy.html();
//! let bundle: String = policy.bundle();
//!
//! let decider = policy.decider(); // keep it where many requests are decided
//! let request = Request::new("提供").data("氏名").party("運送会社").purpose("配送");
//! assert!(decider.decide(&request)?.is_permitted());
//! # let _ = (page, bundle);
//! # Ok(())
//! # }
//! ```
//!
//! | Feature | What it adds |
//! |---|---|
//! | none | [`Decider`]: bundles read, requests decided, with few dependencies |
//! | `compile` | [`compile()`]: sources to findings, page, text and bundle; [`Policy`] |
//! | `files` | [`compile_file`]: sources and what they import from the file system |
//! | `diff` | [`diff()`]: two revisions compared |
//! | `cli` (default) | the program, which needs all of these |
//!
//! Without `files` and `cli` the library does no IO, and without `cli` it reads no clock: sources come through a [`Loader`], and
//! the same input gives the same bytes on any machine. What it says of hostile input is in `SECURITY.md`.
//!
//! Every policy, bundle and request may come from a stranger. A panic is a bug in this crate.

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
// A room says with `pub` what others may use of it. No room is seen from outside, but for tests.
#![cfg_attr(
    not(feature = "internals"),
    allow(unreachable_pub, unused_imports, reason = "what a room has for others")
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

// What pest_derive writes names `::alloc` where pest is without `std`, and so without its stack guard (syntax/grammar.rs).
#[cfg(feature = "compile")]
extern crate alloc;

mod bundle;
mod characters;
#[cfg(feature = "compile")]
mod check;
#[cfg(feature = "compile")]
mod compile;
#[cfg(feature = "compile")]
mod conformance;
mod decide;
#[cfg(feature = "compile")]
mod diagnostic;
#[cfg(feature = "diff")]
mod diff;
mod document;
mod facade;
#[cfg(feature = "compile")]
mod format;
mod keyword;
mod norm;
#[cfg(feature = "compile")]
mod opa;
mod policy;
#[cfg(feature = "files")]
mod project;
#[cfg(feature = "compile")]
mod region;
#[cfg(feature = "compile")]
mod render;
#[cfg(feature = "compile")]
mod resolve;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "compile")]
mod source;
mod span;
#[cfg(feature = "compile")]
mod syntax;
mod text;
mod vocabulary;
#[cfg(feature = "compile")]
mod wording;

#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod internals;

pub use facade::*;

// What the documents show of the library compiles.
#[cfg(all(doctest, feature = "files"))]
#[doc = include_str!("../README.md")]
#[doc = include_str!("../docs/decision.md")]
struct Documents;
