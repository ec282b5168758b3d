//! The program, run as a user runs it.

mod arguments;
mod asking;
mod building;
mod checking;
mod explaining;
mod formatting;
mod imports;
mod inputs;
mod project;
mod reference;
mod reporting;
mod streams;
mod testing;
