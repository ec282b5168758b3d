//! Spelling, width and punctuation: H0609, H0610, H0615.

use super::places::{Form, Forms};
use crate::text::sentence::{alike, sentences};

alike! {
    /// A bracket.
    Bracket = ["（", ")"];
}

sentences! {
    spelt_in_two_ways(majority: Form, others: Forms) =
        "`{majority}`が{others}とも書かれています",
        "`{majority}` is also spelt {others}";

    mixed_brackets(majority: Form, others: Forms) =
        "括弧の全角と半角が混在しています（`{majority}`と{others}）",
        "full-width and half-width brackets are mixed (`{majority}` and {others})";
    mixed_letters(majority: Form, others: Forms) =
        "英字の全角と半角が混在しています（`{majority}`と{others}）",
        "full-width and half-width letters are mixed (`{majority}` and {others})";
    mixed_digits(majority: Form, others: Forms) =
        "数字の全角と半角が混在しています（`{majority}`と{others}）",
        "full-width and half-width digits are mixed (`{majority}` and {others})";
    mixed_quotation_marks(majority: Form, others: Forms) =
        "引用符が混在しています（`{majority}`と{others}）",
        "quotation marks are mixed (`{majority}` and {others})";
    mixed_commas(majority: Form, others: Forms) =
        "読点が混在しています（`{majority}`と{others}）",
        "commas are mixed (`{majority}` and {others})";
    mixed_full_stops(majority: Form, others: Forms) =
        "句点が混在しています（`{majority}`と{others}）",
        "full stops are mixed (`{majority}` and {others})";

    follow_the_majority(majority: Form) =
        "多いほうの`{majority}`に揃えてください",
        "write `{majority}` everywhere, as most places do";
    write_it_one_way() =
        "どちらかに揃えてください",
        "write it one way everywhere";

    closed_by_another(open: Bracket, close: Bracket) =
        "`{open}`が`{close}`で閉じられています",
        "`{open}` is closed by `{close}`";
    of_another_width() =
        "幅が違います",
        "of another width";
    opened_here() =
        "ここで開いています",
        "opened here";
    close_it_full_width() =
        "`）`で閉じてください",
        "close it with the full-width `）`";
    close_it_half_width() =
        "`)`で閉じてください",
        "close it with the half-width `)`";
}
