//! How wide lines are, and how far they are indented.

use unicode_width::UnicodeWidthStr as _;

/// The widest line that a one-line block or a ［…］ may fill. A full-width character counts as two.
pub(super) const COLUMNS: usize = 100;

/// Spaces per block.
pub(super) const INDENT: usize = 2;

/// The cells a text fills in an editor set for Japanese, where `→` and `①` are as wide as kanji.
pub(super) fn width(text: &str) -> usize {
    text.width_cjk()
}
