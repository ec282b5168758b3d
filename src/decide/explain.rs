//! Decisions in words.
