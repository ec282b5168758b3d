//! What `build --opa` writes, run by an interpreter of Rego.

mod agreement;
pub(crate) mod asking;
mod documentation;
mod examples;
mod files;
mod misunderstood;
mod scenarios;
