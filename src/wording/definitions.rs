//! Terms that the prose defines.
//!
//! | form | example |
//! |---|---|
//! | hereafter | 見本株式会社（以下「当社」といいます） · （以下、「当社」という。） · （以下「当社」） · （以下、本ポリシー） |
//! | collective | （以下総称して「利用者情報」といいます） · （以下「甲」および「乙」を併せて「両社」といいます） |
//! | means | 「会員」とは、…をいいます · 「会員」は、…を意味します · 会員とは、…をいいます |
//! | named | …の一切を「本サービス」と総称します |
//!
//! A quotation alone is no definition: the wording around it must name something. Where the wording limits a definition (以下この
//! 条において「…」という), the limit is kept.

mod hereafter;
mod means;
mod named;
mod naming;
mod reading;

use self::reading::Reading;
pub(super) use self::reading::tail;
pub use self::reading::{Definition, Form, Scope};
use super::known_words::KnownWords;
use super::passage::Passage;

/// What leads to a term that stands in no quotation marks.
static UNQUOTED: KnownWords<2> = KnownWords::new(["以下", "とは"]);

/// The terms that a passage defines, in the order in which they stand.
#[must_use]
pub fn find_definitions(passage: &Passage) -> Vec<Definition> {
    let text = passage.text.as_str();
    let mut found = Vec::new();
    let reading = Reading {
        text,
        quotes: passage.quotes(),
    };
    // Most texts define nothing.
    if reading.quotes.all().is_empty() && !UNQUOTED.are_in(text) {
        return found;
    }
    hereafter::find(&reading, &mut found);
    means::find(&reading, &mut found);
    named::find(&reading, &mut found);
    // The forms overlap: 以下 X とは…という. The first to claim a term keeps it.
    found.sort_by_key(|definition| definition.term_range.start);
    found.dedup_by(|later, first| later.term_range == first.term_range);
    found
}

#[cfg(test)]
mod tests;
