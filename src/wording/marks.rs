//! Characters of a passage that are no words of it.

/// Stands for what is shown but is no word of the wording: a reference, a URL. Nothing matches across it.
pub const OPAQUE: char = '\u{FFFC}';

/// Parts the paragraphs of a wording. Line ends of the source are already joined, so it never stands for one.
pub const PARAGRAPH_BREAK: char = '\n';
