//! How a place differs from what the schema says of it: B0004.

use super::words::Kind;
use crate::text::sentence::{alike, sentences};

alike! {
    /// The name of a member.
    Member = ["data"];
}

sentences! {
    missing(member: Member) =
        "メンバー `{member}` がありません",
        "the member `{member}` is missing";
    unknown(member: Member) =
        "`{member}` というメンバーは定められていません",
        "there is no member `{member}` in the format";
    twice(member: Member) =
        "メンバー `{member}` が二つあります",
        "the member `{member}` stands there twice";
    says_nothing() =
        "何も述べないメンバーは、書かずに省きます",
        "a member that says nothing is left out";
    no_null() =
        "`null` は書けません。述べることのないメンバーは、省きます",
        "`null` may not stand here; a member that says nothing is left out";
    other_kind(found: Kind, wanted: Kind) =
        "{wanted}が必要なところに{found}があります",
        "{found} stands where {wanted} is needed";
    other_value() =
        "ここに書けない値があります",
        "there is a value that may not stand here";
}
