//! What the user lets pass.

/// What may pass without being compared.
#[derive(Debug, Clone, Copy)]
pub(super) struct Allowed {
    pub(super) new: bool,
    pub(super) deleted: bool,
    pub(super) broken_base: bool,
}
