//! What `hoshin ci` says.

pub(in crate::cli) mod base;
pub(in crate::cli) mod judged;
pub(in crate::cli) mod report;
pub(in crate::cli) mod rules;
pub(in crate::cli) mod scope;
pub(in crate::cli) mod state;
pub(in crate::cli) mod summary;
