//! From trees to a [`crate::policy::Policy`], in numbered passes with gates between them.

pub mod wording;
