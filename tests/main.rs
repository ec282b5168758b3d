//! The integration tests, one binary. Each module is named for what it holds.

mod resolve;
mod bundle;
mod support;
mod pages;
mod syntax;
