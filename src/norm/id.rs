//! Norms by number.

/// A norm of a policy; an index into [`crate::policy::Policy::norms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NormId(pub u32);
