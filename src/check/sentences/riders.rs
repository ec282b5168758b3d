//! Riders that reach nothing, and limits that together leave nothing: H0506, H0507.

use crate::norm::Processing;
use crate::text::sentence::{Clause, Items, Name, Purposes, sentences};

sentences! {
    idle(clause: Clause) =
        "特約{clause}が制限する取扱いは、この方針にありません",
        "the rider {clause} restricts nothing that this policy permits";
    not_handled(target: Items) =
        "対象{target}を扱う条項がありません",
        "no clause handles {target}";
    check_the_target() =
        "対象の名前を確かめてください。その情報を扱うのなら、取得や利用の条項に加えます",
        "check what it is about; if that data is handled, add it to the clauses that do so";
    only_processed(state: Processing) =
        "ここにあたる取扱いは、「{state}」に加工した情報だけのものです",
        "what is permitted here is {state} data only";
    check_the_case() =
        "場合と相手を確かめるか、特約を削除してください",
        "check its case and party, or delete the rider";
    not_permitted_elsewhere() =
        "この対象・相手・場合にあたる取扱いが、ほかの条項にありません",
        "no other clause permits anything of this target, party and case";
    forbid_the_processed(reached: Processing, state: Processing, word: Name) =
        "禁止は「{reached}」までの情報に及びます。加工した情報も禁じるなら、特約の中に `提供しない` のような禁止を書き、`水準［{state}］` を添えてください。そうでなければ、特約を削除してください",
        "it reaches {reached} data at most; to forbid the processed data as well write the prohibition, as in `提供しない`, in the rider with `水準［{word}］`, else delete the rider";
    exclusive(first: Clause, second: Clause) =
        "特約{first}と{second}がともに及ぶ情報は、どの目的にも使えません",
        "where the riders {first} and {second} both apply, no purpose is left";
    limited_to(purposes: Purposes) =
        "{purposes}に限る",
        "limited to {purposes}";
    each_forbids(data: Name) =
        "例えば「{data}」は、一方が許す目的をもう一方が禁じます",
        "of `{data}`, for example, each forbids what the other leaves";
    give_them_a_common_one() =
        "対象か場合を分けるか、両方の特約に共通の目的を挙げてください",
        "give them different targets or cases, or a purpose in common";
}
