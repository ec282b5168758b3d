//! The revision that is being built, beside which earlier ones are published.

use crate::cli::revision::Origin;
use crate::policy::Policy;

/// The revision being built.
pub(in crate::cli) struct Current<'a> {
    /// As the user names it.
    pub(in crate::cli) name: &'a str,
    pub(in crate::cli) policy: &'a Policy,
    pub(in crate::cli) origin: &'a Origin,
    /// What `build` writes for it in any case: name and bytes; the page is not among them.
    pub(in crate::cli) files: Vec<(&'static str, Vec<u8>)>,
}
