//! What is the same in every document of the format.

/// The name and version of the format.
pub const FORMAT: &str = "hoshin.decision/1";

/// Most bytes that a request may have.
pub const LONGEST: usize = 1 << 20;

/// Which revision of a policy decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The digest of its bundle, `sha256:…`.
    pub digest: String,
}
