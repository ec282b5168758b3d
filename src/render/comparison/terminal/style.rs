//! How words are shown on a terminal.

/// How words are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Style {
    #[default]
    Plain,
    Came,
    Went,
    Heading,
    Quiet,
}

impl Style {
    /// The escape sequence that turns it on; none of them speaks by colour alone.
    pub(super) fn begin(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Came => "\u{1B}[4;32m",
            Self::Went => "\u{1B}[4;31m",
            Self::Heading => "\u{1B}[1m",
            Self::Quiet => "\u{1B}[2m",
        }
    }
}
