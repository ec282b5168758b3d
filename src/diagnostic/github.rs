//! Diagnostics, drawn for github.
