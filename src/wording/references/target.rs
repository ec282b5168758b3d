//! A clause as a typed reference may name it, and what such a reference is.

use std::ops::Range;

use crate::document::OutlineLevel;

/// A clause as a typed reference may name it.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The name by which the source can refer to it.
    pub name: Option<&'a str>,
    /// Its level, if it is numbered.
    pub level: Option<OutlineLevel>,
    /// The clause it stands in: an index among the targets.
    pub parent: Option<usize>,
    /// Its number as in the heading, `(3)`; empty if it has none.
    pub full: &'a str,
    /// Its number without its marks, `3`; empty if it has none.
    pub bare: &'a str,
    /// The word that references print for its level: 条 of 第3条.
    pub word: Option<&'a str>,
    /// Its title as shown.
    pub title: &'a str,
}

/// What a typed reference is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// Names an existing clause rightly, by hand.
    HardTyped,
    /// The title is that of a clause which has another number.
    StaleNumber,
    /// The number is that of a clause which has another title.
    StaleTitle,
    /// No clause has this number.
    Missing,
    /// 前条, 次項: right as long as the order stays. Not reported.
    Relative,
    /// 上記2: something above with a number of its own. Not reported.
    Nearby,
}

/// A reference typed by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What it is.
    pub kind: MentionKind,
    /// Where, in bytes of the passage.
    pub range: Range<usize>,
    /// The clause it names or probably means: an index among the targets.
    pub clause: Option<usize>,
    /// What to write instead: `{第三者提供}` or `{第三者提供.番号}`. Given where the clause has a name.
    pub suggestion: Option<String>,
}
