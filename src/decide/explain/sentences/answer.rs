//! The answer, and where in the request it is so.

use super::super::kinds::{Asked, Case, States, Told};
use crate::text::sentence::{Name, sentences};

sentences! {
    permitted(act: Asked) =
        "{act}ことは、許可されています。",
        "{act} is permitted.";
    permitted_given(act: Asked, case: Case) =
        "{act}ことは、{case}に許可されます。",
        "{act} is permitted given {case}.";
    permitted_in_cases(act: Asked) =
        "{act}ことは、次のいずれかの場合に許可されます。",
        "{act} is permitted given any one of the following.";
    permitted_processed(act: Asked, states: States) =
        "{act}ことは、{states}の状態に加工すれば許可されます。",
        "{act} is permitted if the data is {states}.";
    permitted_processed_given(act: Asked, states: States, case: Case) =
        "{act}ことは、{states}の状態に加工し、{case}に許可されます。",
        "{act} is permitted if the data is {states}, given {case}.";
    permitted_processed_in_cases(act: Asked, states: States) =
        "{act}ことは、{states}の状態に加工し、次のいずれかの場合に許可されます。",
        "{act} is permitted if the data is {states}, given any one of the following.";
    forbidden(act: Asked) =
        "{act}ことは、禁止されています。",
        "{act} is forbidden.";
    perhaps_forbidden(act: Asked) =
        "{act}ことは、挙げていない条件によっては禁止されるので、許可されているとは言えません。",
        "{act} may be forbidden, depending on conditions that were not named, and so is not permitted.";
    perhaps_not_stated(act: Asked) =
        "{act}ことは、挙げていない条件によっては定めがないので、許可されているとは言えません。",
        "{act} may not be provided for, depending on conditions that were not named, and so is not permitted.";
    not_stated(act: Asked) =
        "{act}ことについて、この方針に定めはありません。定めのない取扱いは許可されません。",
        "{act} is not provided for by this policy. What is not provided for is not permitted.";

    forbidden_at(place: Told) =
        "禁止に当たる例: {place}",
        "Forbidden, for example: {place}";
    perhaps_forbidden_at(place: Told) =
        "禁止に当たりうる例: {place}",
        "Forbidden perhaps, for example: {place}";
    perhaps_not_stated_at(place: Told) =
        "定めのないことがある例: {place}",
        "Not provided for perhaps, for example: {place}";
    not_stated_at(place: Told) =
        "定めのない例: {place}",
        "Not provided for, for example: {place}";
    at_data(name: Name) =
        "情報「{name}」",
        "data {name}";
    at_party(name: Name) =
        "相手方「{name}」",
        "party {name}";
    at_purpose(name: Name) =
        "目的「{name}」",
        "purpose {name}";
    at_route(name: Name) =
        "経路「{name}」",
        "route {name}";
}
