//! The integration tests, one binary. Each module is named for what it holds.

mod bundle;
mod support;
mod syntax;
