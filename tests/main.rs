//! The integration tests, one binary. Each module is named for what it holds.

mod docs;
mod examples;
mod resolve;
mod bundle;
mod support;
mod pages;
mod syntax;
