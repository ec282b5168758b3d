//! Where something stands, and how often.

use crate::text::sentence::{alike, sentences, worded};

alike! {
    /// A word or a mark in one of its forms.
    Form = ["取扱い"];
}

worded! {
    /// Other forms of it, each marked as quoted.
    Forms = [("`取り扱い`、`取扱`", "`取り扱い`, `取扱`")];
}

sentences! {
    one_more() =
        "ほかに 1 か所あります",
        "1 more place is not shown";
    more(count: usize) =
        "ほかに {count} か所あります",
        "{count} more places are not shown";
    written_so_often(form: Form, count: usize) =
        "`{form}`（{count} か所）",
        "`{form}` ({count})";
}
