//! Diagnostics, drawn for json.
