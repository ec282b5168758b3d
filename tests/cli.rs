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
mod formats;
mod formatting;
#[cfg(unix)]
mod gate;
#[cfg(unix)]
mod gate_outputs;
mod hidden;
#[cfg(unix)]
mod hostile_git;
mod imports;
mod inputs;
mod project;
mod reference;
mod reporting;
mod repository;
mod revisions;
mod runtime;
mod streams;
mod targets;
mod testing;
