//! References typed by hand: 「3. 第三者への提供」「第3条（第三者提供）」「第5条第2項」「前条」.
//!
//! A number that a person typed goes stale when clauses move. A mention of an existing clause should be a `{reference}`; a
//! number and a title that no longer belong together, or a number that no clause has, are stale.
//!
//! Articles of statutes, of terms of use and of contracts are none of our business and are never reported: 個人情報の保護に関する
//! 法律第27条第1項, 法第28条, 同法第2条, 施行規則第15条; nor is anything in quotation marks, nor a numbered list inside a
//! sentence: (1)氏名、(2)住所. Where it is not certain whose article is meant, nothing is reported.

mod article;
mod heading;
mod known;
mod pattern;
mod relative;
mod similar;
mod target;
mod whose;

use self::known::Reading;
pub use self::known::References;
pub use self::target::{Mention, MentionKind, Target};
use super::passage::Passage;

impl<'a> References<'a> {
    /// The references typed by hand in a passage, in order. `here` is the clause that the passage stands in.
    #[must_use]
    pub fn find(&self, passage: &Passage, here: Option<usize>) -> Vec<Mention> {
        let text = passage.text.as_str();
        if !has_number_or_relation(text) {
            return Vec::new();
        }
        let reading = Reading::new(passage, &self.titles);
        let mut found = Vec::new();
        let cited = article::find(self, &reading, here, &mut found);
        heading::find(self, &reading, &cited, &mut found);
        relative::find(self, &reading, here, &mut found);
        found.sort_by_key(|mention| (mention.range.start, mention.range.end));
        found
    }
}

/// Whether anything in the text can be a reference; most passages hold none.
fn has_number_or_relation(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '0'..='9' | '０'..='９' | '第' | '前' | '次' | '①'..='⑳' | '【' | '(' | '（'))
}

#[cfg(test)]
mod tests;
