//! The program, run as a user runs it.

mod archive;
mod arguments;
mod asking;
mod boundaries;
mod building;
mod checking;
#[cfg(unix)]
mod ci;
mod comparing;
mod explaining;
mod formatting;
mod hidden;
mod imports;
mod inputs;
mod project;
mod reference;
mod reporting;
mod repository;
mod revisions;
mod streams;
mod targets;
mod testing;
