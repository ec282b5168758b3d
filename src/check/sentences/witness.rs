//! A request as an example. What goes before the verb in Japanese goes after it in English.

use crate::decide::explain::kinds::Case;
use crate::norm::Processing;
use crate::text::sentence::{Name, sentences};

sentences! {
    named(name: Name) =
        "「{name}」",
        "`{name}`";
    processed(state: Processing, name: Name) =
        "「{state}」に加工した「{name}」",
        "{state} `{name}`";
    given(case: Case) =
        "{case}に、",
        ", given {case}";
    for_another_purpose() =
        "その他の目的で",
        " for another purpose";
    for_purpose(purpose: Name) =
        "「{purpose}」の目的で",
        " for `{purpose}`";
    by_route(route: Name) =
        "「{route}」により",
        " by `{route}`";
}
