//! The name of the format, and what a file is about.

/// The name of the format. As that of the bundle, its number is raised by every change until the first release.
pub const FORMAT: &str = "hoshin.conformance/1-draft.4";

/// The bundles that a file is about, by their digests.
#[derive(Debug, Clone, Copy)]
pub struct Digests<'a> {
    /// Of the whole bundle.
    pub whole: &'a str,
    /// Of the runtime bundle.
    pub runtime: &'a str,
}
