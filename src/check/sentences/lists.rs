//! Lists that are cut after a few, and what stands for an act or a dimension in them.

use crate::text::sentence::{Clause, Clauses, Items, sentences};

sentences! {
    clauses_and_more(shown: Clauses, all: usize, more: usize) =
        "{shown}など {all} の条項",
        "{shown} and {more} more";
    names_and_more(shown: Items, all: usize, more: usize) =
        "{shown}など {all} 件",
        "{shown} and {more} more";
    proviso(clause: Clause) =
        "{clause}のただし書",
        "the proviso of {clause}";
    handling() =
        "取扱い",
        "handling";
    data() =
        "情報",
        "data";
    party() =
        "相手",
        "party";
    purpose() =
        "目的",
        "purpose";
    route() =
        "経路",
        "route";
    conditions() =
        "働く場合",
        "conditions";
}
