//! Where something stands, and how often.

use crate::text::sentence::{Written, sentences, worded};

worded! {
    /// Some words, each marked as quoted.
    Quoted = [("`取り扱い`、`取扱`", "`取り扱い`, `取扱`")];
}

sentences! {
    one_more() =
        "ほかに 1 か所あります",
        "1 more place is not shown";
    more(count: usize) =
        "ほかに {count} か所あります",
        "{count} more places are not shown";
    written_so_often(form: Written, count: usize) =
        "`{form}`（{count} か所）",
        "`{form}` ({count})";
}
