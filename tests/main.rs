//! The integration tests, one binary. Each module is named for what it holds.

mod resolve;
mod support;
mod syntax;
