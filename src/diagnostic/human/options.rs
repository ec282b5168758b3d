//! How findings are drawn for people.

use crate::text::Lang;

/// How a run is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The language of the messages.
    pub lang: Lang,
    /// Whether to colour with ANSI escapes.
    pub colour: bool,
    /// Width of the terminal in columns. Longer source lines are cut around what is marked.
    pub width: usize,
    /// Most findings drawn; the rest is counted. Errors go first.
    pub most: usize,
    /// What becomes of hints.
    pub hints: Hints,
    /// Something could not be looked at, which is told elsewhere: then that nothing was found does not mean that there is nothing.
    pub in_part: bool,
}

/// What becomes of hints: a run over a policy whose meaning is read from its wording has many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hints {
    /// They are drawn like everything else.
    Shown,
    /// They are counted, and the user is told what shows them.
    Counted,
    /// They are passed over, where the user could not ask for them.
    PassedOver,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            colour: false,
            width: 100,
            most: 100,
            hints: Hints::Counted,
            in_part: false,
        }
    }
}
