//! What the searches did not get to the end of: H0522.

use crate::text::sentence::{Clause, sentences};

sentences! {
    clauses(count: usize) =
        "最後まで比べていません。条件の組合せが多すぎて、{count} の条項は、判断を変えるかどうかを確かめていません",
        "not compared to the end: there are too many combinations of conditions; of {count} clauses it is not known whether they change a decision";
    pairs(count: usize) =
        "最後まで比べていません。条件の組合せが多すぎて、許可と禁止の {count} 組は、食い違うかどうかを確かめていません",
        "not compared to the end: there are too many combinations of conditions; of {count} pairs of a permit and a prohibition it is not known whether they are at odds";
    at_least_pairs(count: usize) =
        "最後まで比べていません。条件の組合せが多すぎて、許可と禁止の {count} 組以上は、食い違うかどうかを確かめていません",
        "not compared to the end: there are too many combinations of conditions; of at least {count} pairs of a permit and a prohibition it is not known whether they are at odds";
    for_example(clause: Clause) =
        "例えば{clause}",
        "{clause}, for example";
    not_vouched_for() =
        "この方針に矛盾がないとは言えません。条項の場合と但しを減らすか、方針を分けてください",
        "it cannot be said that this policy has no contradiction: use fewer 場合 and 但し, or divide the policy";
}
