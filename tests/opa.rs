//! What `build --opa` writes, run by an interpreter of Rego.

mod agreement;
mod asking;
mod documentation;
mod examples;
mod files;
mod misunderstood;
mod scenarios;
