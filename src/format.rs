//! Canonical source.
