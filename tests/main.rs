//! The integration tests, one binary. Each module is named for what it holds.

mod pages;
mod syntax;
