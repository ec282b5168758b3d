//! Diagnostics, drawn for sarif.
