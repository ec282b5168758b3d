//! The integration tests, one binary. Each module is named for what it holds.
#![allow(
    clippy::disallowed_methods,
    reason = "tests read files and run the program from outside"
)]

mod architecture;
mod bundle;
mod check;
#[cfg(feature = "cli")]
mod cli;
mod decide;
mod diagnostics;
mod diff;
mod docs;
mod examples;
mod facade;
mod format;
mod hidden;
mod names;
mod opa;
mod pages;
mod resolve;
mod revisions;
mod support;
mod syntax;
