//! What the sentences about syntax quote.

use crate::text::sentence::alike;

alike! {
    /// A keyword.
    Word = ["消去", "提供"];
    /// A mark that stands in the place of another.
    Mark = ["，", "-", "："];
    /// A bracket or a quotation mark that opens, in the place of another.
    Opener = ["【", "『"];
    /// A date as it is typed.
    Date = ["令和8年2月30日", "平成40年4月1日"];
}
