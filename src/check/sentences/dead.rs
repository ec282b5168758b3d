//! Clauses that decide nothing: H0504, H0520.

use crate::text::sentence::{Clause, Clauses, Request, sentences};

sentences! {
    changes_nothing(clause: Clause) =
        "{clause}がなくても、どの判断も変わりません",
        "without {clause} every decision is the same";
    delete_or_tell_apart() =
        "要らなければ削除し、要るなら、ほかの条項との違いを書いてください",
        "delete it, or write what is different from other clauses";
    says_the_same(clause: Clause, others: Clauses) =
        "{clause}は、規則としては{others}と同じです",
        "as a rule {clause} is the same as {others}";
    delete_one() =
        "別のもの（例えば、別の連携先の情報）を指すなら、語彙を分けて違いを書いてください。同じ約束を別の場所でも述べる条項や、一方が他方の範囲を定める条項なら、このままで構いません。写したまま残った条項なら、どちらかを削除してください",
        "if they mean different things, the data of two services for example, tell them apart in the vocabulary; if a promise is repeated elsewhere, or one says how far the other goes, leave both; if one was copied and forgotten, delete it";
    permitted_already(clause: Clause, others: Clauses) =
        "{clause}が許すことは、{others}がすでに許しています",
        "what {clause} permits, {others} permits already";
    forbidden_already(clause: Clause, others: Clauses) =
        "{clause}が禁じることは、{others}がすでに禁じています",
        "what {clause} forbids, {others} forbids already";
    leave_an_example() =
        "具体例として書いたのなら、このままで構いません。範囲を変えるつもりなら、広いほうの条項を狭めてください",
        "leave it if it is there as an example; if it is to change something, narrow the wider clause";
    permit_without_effect(clause: Clause) =
        "{clause}の許可が働くことはありません",
        "the permit of {clause} never takes effect";
    prohibition_without_effect(clause: Clause) =
        "{clause}の禁止が働くことはありません",
        "the prohibition of {clause} never takes effect";
    delete_or_narrow(others: Clauses) =
        "この条項を削除するか、{others}の範囲を狭めてください",
        "delete the clause, or narrow {others}";
    this_clause() =
        "この条項を消しても、どの判断も変わりません",
        "without this clause every decision is the same";
    decided_by(clause: Clause) =
        "{clause}が決めます",
        "decided by {clause}";
    decided_for_example(request: Request, others: Clauses) =
        "例えば、{request}ことは、{others}で決まります",
        "{request}, for example, is decided by {others}";
}
