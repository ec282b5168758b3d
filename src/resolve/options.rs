//! What a run is asked for.

/// What a run asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Refuse what was only inferred from the wording (`--strict`).
    pub strict: bool,
    /// A 方針 statement must be there: for build and render, not for the check of a vocabulary file.
    pub require_policy: bool,
}
