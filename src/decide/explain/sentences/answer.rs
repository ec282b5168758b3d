//! The answer, and where in the request it is so.

use super::super::kinds::{AnyOne, Asked, Case, Cited, Extent, States, Told};
use crate::text::sentence::{Items, Name, sentences};

sentences! {
    not_examined(law: Name) =
        "個人番号の取扱いには{law}の定めがあります。hoshin はそれを確かめていません。",
        "The Number Act ({law}) says what may be done with individual numbers. hoshin does not examine it.";
    duty_not_examined() =
        "法令上の義務が実際にあるかどうかを、hoshin は確かめていません。義務があるとした場合の、この方針の答えです。",
        "Whether a law makes it a duty, hoshin has not examined. This is what the policy answers if one does.";
    duty_not_stated() =
        "この方針の禁止は法令上の義務には及びませんが、義務があることは、この方針による許可ではありません。義務があるか、それに従うべきかは、その法令によります。hoshin は確かめていません。",
        "No prohibition of this policy stands against a duty by law, but neither is a duty a permission of this policy. Whether there is one, and whether to follow it, that law says. hoshin has not examined it.";
    duty_to_keep_not_examined() =
        "保管の期間を過ぎています。法令がさらに保存を義務付けているかどうかを、hoshin は確かめていません。",
        "The period for which it is kept is over. Whether a law makes it a duty to keep it for longer, hoshin has not examined.";
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
    forbidden_as_a_whole(act: Asked) =
        "{act}ことは、まとめて尋ねると、禁止されています。その一部には、別の答えがあります。",
        "{act} is forbidden as a whole. Parts of it have other answers.";
    not_stated_as_a_whole(act: Asked) =
        "{act}ことは、まとめて尋ねると、この方針に定めのないものを含みます。定めのない取扱いは許可されません。その一部には、別の答えがあります。",
        "{act} is not provided for as a whole, and what is not provided for is not permitted. Parts of it have other answers.";
    perhaps_forbidden(act: Asked) =
        "{act}ことは、挙げていない条件によっては禁止されるので、許可されているとは言えません。",
        "{act} may be forbidden, depending on conditions that were not named, and so is not permitted.";
    perhaps_not_stated(act: Asked) =
        "{act}ことは、挙げていない条件によっては定めがないので、許可されているとは言えません。",
        "{act} may not be provided for, depending on conditions that were not named, and so is not permitted.";
    not_stated(act: Asked) =
        "{act}ことについて、この方針に定めはありません。定めのない取扱いは許可されません。",
        "{act} is not provided for by this policy. What is not provided for is not permitted.";

    in_parts(act: Asked, dimensions: AnyOne) =
        "{act}ことの可否は、{dimensions}によって異なります。",
        "{act} depends on the {dimensions}.";
    part(where_: Told, answer: Told) =
        "・{where_}: {answer}",
        "- {where_}: {answer}";
    part_by(where_: Told, answer: Told, clauses: Cited) =
        "・{where_}: {answer}（{clauses}）",
        "- {where_}: {answer} ({clauses})";
    elsewhere() =
        "そのほか",
        "everything else";
    part_by_and_more(where_: Told, answer: Told, clauses: Cited, more: usize) =
        "・{where_}: {answer}（{clauses} ほか {more} 件）",
        "- {where_}: {answer} ({clauses} and {more} more)";
    counted(answer: Told, count: usize, example: Told) =
        "・{answer}: {count} 通り（例: {example}）",
        "- {answer}: {count} combinations (one is {example})";
    json_has_the_parts() =
        "分けた答えのすべては --json で示します。情報・相手・目的を絞って尋ねると、短く示します。",
        "--json has all parts. Narrow down data, party or purpose for a shorter answer.";
    part_permitted() =
        "許可",
        "permitted";
    part_given(case: Case) =
        "{case}に許可",
        "permitted given {case}";
    part_in_cases(count: usize) =
        "条件付き許可（{count} 通り）",
        "permitted under conditions ({count} ways)";
    part_processed(states: States) =
        "{states}の状態に加工すれば許可",
        "permitted if {states}";
    part_processed_given(states: States, case: Case) =
        "{states}の状態に加工し、{case}に許可",
        "permitted if {states}, given {case}";
    part_processed_in_cases(states: States, count: usize) =
        "{states}の状態に加工すれば、条件付きで許可（{count} 通り）",
        "permitted if {states}, under conditions ({count} ways)";
    part_forbidden() =
        "禁止",
        "forbidden";
    part_not_stated() =
        "定めなし",
        "not provided for";
    of_data(names: Extent) =
        "情報{names}",
        "data {names}";
    of_party(names: Extent) =
        "相手方{names}",
        "party {names}";
    of_purpose(names: Extent) =
        "目的{names}",
        "purpose {names}";
    of_another_purpose() =
        "その他の目的",
        "any other purpose";
    of_route(names: Extent) =
        "経路{names}",
        "route {names}";
    but(names: Items) =
        "{names}以外",
        "other than {names}";
    strictest_forbidden() =
        "まとめて尋ねたときの答えは、最も厳しい「禁止」です。",
        "Asked about all at once the answer is the strictest: forbidden.";
    strictest_not_stated() =
        "まとめて尋ねたときの答えは、最も厳しい「定めなし」です。定めのない取扱いは許可されません。",
        "Asked about all at once the answer is the strictest: not provided for. What is not provided for is not permitted.";

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
