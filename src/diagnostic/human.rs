//! Diagnostics, drawn for human.
