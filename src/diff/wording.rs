//! Where two texts differ, word by word.
//!
//! Words are cut by UAX #29 with ICU's dictionary for Japanese, never within a character a reader sees as one or within a
//! number and its counter (第10条, 2026年). What differs is widened and shifted until the passages read as phrases
//! (`phrases`). White space and line ends are no difference, nor is a reference whose number changed because other
//! clauses came or went. The comparison itself is Myers' with bounded effort, so a text made to be hard costs no time.

mod atom;
mod phrases;
mod tokens;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

pub use atom::{Atom, WordingOptions};
use phrases::Segment;
use tokens::{Cutter, Tokens};

/// A stretch of both texts that is the same, or that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunk {
    /// Whether the two sides say the same. They may still be printed differently: line ends, numbers of references.
    pub same: bool,
    /// The stretch of the old text; may be empty.
    pub old: String,
    /// The stretch of the new text; may be empty.
    pub new: String,
}

/// Compares texts; made once, used for many.
#[derive(Debug)]
pub struct Comparer {
    cutter: Cutter,
}

impl Comparer {
    /// A comparer with these options.
    #[must_use]
    pub fn new(options: WordingOptions) -> Self {
        Self {
            cutter: Cutter::new(options),
        }
    }

    /// Whether the two texts say the same.
    #[must_use]
    pub fn is_same(&self, old: &[Atom], new: &[Atom]) -> bool {
        old == new || self.cutter.key(old) == self.cutter.key(new)
    }

    /// Compares two texts. The old sides of the hunks in a row are the old text, the new sides the new one; the other
    /// direction gives the same hunks with the sides exchanged.
    #[must_use]
    pub fn compare(&self, old: &[Atom], new: &[Atom]) -> Vec<Hunk> {
        if self.is_same(old, new) {
            let hunk = Hunk {
                same: true,
                old: printed(old),
                new: printed(new),
            };
            return if hunk.old.is_empty() && hunk.new.is_empty() {
                Vec::new()
            } else {
                vec![hunk]
            };
        }
        let (old, new) = (self.cutter.cut(old), self.cutter.cut(new));
        // Where several comparisons are equally good the choice must not depend on which text is called old.
        if old.keys <= new.keys {
            hunks(&old, &new)
        } else {
            let mut hunks = hunks(&new, &old);
            for hunk in &mut hunks {
                std::mem::swap(&mut hunk.old, &mut hunk.new);
            }
            hunks
        }
    }

    /// Compares two plain texts.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn compare_words(&self, old: &str, new: &str) -> Vec<Hunk> {
        self.compare(&[Atom::Words(old.to_owned())], &[Atom::Words(new.to_owned())])
    }
}

fn printed(atoms: &[Atom]) -> String {
    atoms.iter().map(Atom::words).collect()
}

fn hunks(old: &Tokens, new: &Tokens) -> Vec<Hunk> {
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    let (left, right) = (numbered(&old.keys, &mut numbers), numbered(&new.keys, &mut numbers));
    let segments = capture_diff_slices(Algorithm::Myers, &left, &right)
        .into_iter()
        .map(|op| Segment {
            same: matches!(op, DiffOp::Equal { .. }),
            old: op.old_range(),
            new: op.new_range(),
        });
    let segments = phrases::joined(segments.collect(), old, new);
    segments
        .into_iter()
        .map(|segment| Hunk {
            same: segment.same,
            old: old.text(segment.old).to_owned(),
            new: new.text(segment.new).to_owned(),
        })
        .collect()
}

/// The same number for the same key.
fn numbered<'k>(keys: &'k [String], numbers: &mut FxHashMap<&'k str, u32>) -> Vec<u32> {
    let mut number = |key: &'k String| {
        let next = numbers.len() as u32;
        *numbers.entry(key).or_insert(next)
    };
    keys.iter().map(&mut number).collect()
}
