//! The integration tests, one binary. Each module is named for what it holds.

mod bundle;
mod decide;
mod docs;
mod examples;
mod pages;
mod resolve;
mod support;
mod format;
mod syntax;
