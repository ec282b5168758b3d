//! Which clause, and which paragraph, bullet or table row, of the new revision is which of the old one.
//!
//! A name is an identity, so names are matched first. What has no name, or a new one, is matched by its wording and its
//! place: the same words under the same clause, the same words elsewhere (moved), a heading by what stands under it, and
//! at last similar words. No two texts are compared unless their place or a rare run of characters brings them together,
//! so the work grows with the length of the documents and not with its square.
//!
//! `pair(new, old)` is the mirror of `pair(old, new)`, and no result depends on anything but the two documents.

mod by_name;
mod by_place;
mod by_words;
mod divided;
mod links;
mod matcher;
mod order;
mod procedure;
mod shingles;
mod side;
mod texts;

use crate::diff::units::units;
use crate::document::Document;
use crate::policy::Policy;

pub use links::{Division, Pairing};
use matcher::Matcher;
use side::Side;
use texts::{Interner, Texts};

/// Pairs the clauses and the shown units of two revisions.
#[must_use]
pub fn pair(old: &Policy, new: &Policy) -> Pairing {
    documents(&old.document, &new.document)
}

/// The same for two documents.
#[must_use]
pub fn documents(old: &Document, new: &Document) -> Pairing {
    let (old_units, new_units) = (units(old), units(new));
    let mut interner = Interner::default();
    let old = Side::new(old, &old_units, Texts::new(old, &old_units, &mut interner));
    let new = Side::new(new, &new_units, Texts::new(new, &new_units, &mut interner));
    // Ties are broken by what comes first on one side. Which side that is depends on the texts and not on which is called
    // old, so the other direction gives the mirror.
    if old.rank() <= new.rank() {
        Matcher::new(old, new).finish()
    } else {
        Matcher::new(new, old).finish().mirrored()
    }
}
