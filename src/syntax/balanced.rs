//! The text that the grammar reads, in which brackets balance and nothing is hidden: what was changed in the source to
//! make it so, and how its offsets map back.

use std::borrow::Cow;

/// A text that balances, and how its offsets map back.
#[derive(Debug)]
pub(super) struct Balanced<'t> {
    pub(super) text: Cow<'t, str>,
    /// What was put in and taken out, in order.
    shifts: Vec<Shift>,
}

/// A place where bytes were put in or taken out.
#[derive(Debug, Clone, Copy)]
struct Shift {
    /// Where, in the text that balances.
    at: usize,
    inserted: usize,
    removed: usize,
    /// What all places before it took out and put in.
    before: (usize, usize),
}

impl Balanced<'_> {
    /// No text, for one that is not read.
    pub(super) fn nothing() -> Self {
        Self {
            text: Cow::Borrowed(""),
            shifts: Vec::new(),
        }
    }

    /// The offset in the source as written.
    pub(super) fn original(&self, offset: usize) -> usize {
        let count = self.shifts.partition_point(|shift| shift.at < offset);
        let Some(last) = self.shifts.get(..count).and_then(<[Shift]>::last) else {
            return offset;
        };
        let (removed, inserted) = last.before;
        offset + removed + last.removed - inserted - (offset - last.at).min(last.inserted)
    }
}

/// What has to change in the text: at most one edit per place, collected in any order.
#[derive(Debug)]
pub(super) enum Edit {
    /// Put this in.
    Insert(usize, &'static str),
    /// Take out this many bytes.
    Remove(usize, usize),
    /// Blank out this many bytes.
    Blank(usize, usize),
    /// Put another text of the same length there.
    Replace(usize, &'static str),
}

impl Edit {
    fn at(&self) -> usize {
        match self {
            Self::Insert(at, _) | Self::Remove(at, _) | Self::Blank(at, _) | Self::Replace(at, _) => *at,
        }
    }
}

/// Makes the edits. Of two that meet, the second is dropped.
pub(super) fn apply(text: &str, mut edits: Vec<Edit>) -> Balanced<'_> {
    if edits.is_empty() {
        return Balanced {
            text: Cow::Borrowed(text),
            shifts: Vec::new(),
        };
    }
    edits.sort_by_key(Edit::at);
    let mut out = String::with_capacity(text.len() + edits.len() * 3);
    let mut shifts = Vec::new();
    let mut before = (0, 0);
    let mut shift = |at, removed, inserted| {
        shifts.push(Shift {
            at,
            inserted,
            removed,
            before,
        });
        before = (before.0 + removed, before.1 + inserted);
    };
    let mut from = 0;
    for edit in edits {
        let at = edit.at();
        if at < from {
            continue;
        }
        out.push_str(text.get(from..at).unwrap_or(""));
        from = at;
        match edit {
            Edit::Insert(_, inserted) => {
                shift(out.len(), 0, inserted.len());
                out.push_str(inserted);
            }
            Edit::Remove(_, len) => {
                shift(out.len(), len, 0);
                from += len;
            }
            Edit::Blank(_, len) => {
                out.extend(std::iter::repeat_n(' ', len));
                from += len;
            }
            Edit::Replace(_, replacement) => {
                out.push_str(replacement);
                from += replacement.len();
            }
        }
    }
    out.push_str(text.get(from..).unwrap_or(""));
    Balanced {
        text: Cow::Owned(out),
        shifts,
    }
}
