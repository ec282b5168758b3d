//! Purposes that are not stated: H0508.

use crate::text::sentence::{Clause, Name, Purposes, Request, sentences};

sentences! {
    outside(purpose: Purposes) =
        "目的{purpose}は、どの利用目的にも含まれていません",
        "{purpose} lies under no stated purpose of use";
    several_outside(purposes: Purposes) =
        "目的{purposes}は、どの利用目的にも含まれていません",
        "{purposes} lie under no stated purpose of use";
    this_purpose() =
        "この目的",
        "this purpose";
    purpose_of(clause: Clause) =
        "{clause}の目的",
        "a purpose of {clause}";
    stated_here() =
        "利用目的の定め",
        "the purposes of use";
    goes_beyond(request: Request) =
        "例えば、{request}ことは、公表した利用目的の範囲を超えます",
        "{request}, for example, goes beyond the published purposes";
    state_it(name: Name) =
        "利用目的に加えるか、`・{name}［利用目的の名前］` のように、含まれる利用目的を示してください",
        "state it as a purpose of use, or say which one it lies under: `・{name}［…］`";
    limited_outside(clause: Clause, allowed: Purposes) =
        "{clause}が利用を限る目的{allowed}は、どの利用目的にも含まれていません",
        "{clause} limits use to {allowed}, which lies under no stated purpose of use";
    leaves_no_use() =
        "この限定では、利用が一切できません",
        "this leaves no use at all";
    limit_to_a_stated_one() =
        "限定する目的を利用目的に加えるか、利用目的の一つを限定に書いてください",
        "state the purpose as one of use, or limit to one that is stated";
}
