//! Permits and refusals at odds: H0501 to H0503, H0507.

use crate::text::sentence::{ActName, Clause, Dimensions, Listed, Request, sentences};

sentences! {
    contradiction(permit: Clause, act: ActName, refusal: Clause) =
        "{permit}が許す{act}を、{refusal}が禁じています",
        "{permit} permits what {refusal} forbids";
    narrowing(permit: Clause, act: ActName, refusal: Clause) =
        "{permit}が許す{act}の一部を、{refusal}が断りなく禁じています",
        "{refusal} forbids a part of what {permit} permits, and neither says so";
    crossing(permit: Clause, refusal: Clause) =
        "{permit}の許可と{refusal}の禁止が、一部で食い違っています",
        "{permit} permits and {refusal} forbids what lies in both";
    of_riders(permit: Clause, refusal: Clause) =
        "特約{permit}の許可と特約{refusal}の禁止が食い違っています",
        "the rider {permit} permits what the rider {refusal} forbids";
    refusal_with_several(refusal: Clause, count: usize) =
        "{refusal}の禁止が、{count} の条項の許可と食い違っています",
        "{refusal} is at odds with what {count} clauses permit";
    refusal_with_at_least(refusal: Clause, count: usize) =
        "{refusal}の禁止が、{count} 以上の条項の許可と食い違っています",
        "{refusal} is at odds with what at least {count} clauses permit";
    permit_with_several(permit: Clause, count: usize) =
        "{permit}の許可が、{count} の条項の禁止と食い違っています",
        "{permit} is at odds with what {count} clauses forbid";
    permit_with_at_least(permit: Clause, count: usize) =
        "{permit}の許可が、{count} 以上の条項の禁止と食い違っています",
        "{permit} is at odds with what at least {count} clauses forbid";
    permitted_by(clause: Clause) =
        "{clause}が許可",
        "permitted by {clause}";
    forbidden_by(clause: Clause) =
        "{clause}が禁止",
        "forbidden by {clause}";
    for_example(request: Request, permit: Clause, refusal: Clause) =
        "例えば、{request}ことを、{permit}は許し、{refusal}は禁じています。判断は禁止になります",
        "{permit} permits and {refusal} forbids, for example: {request}; the decision is forbidden";

    lies_wholly_inside() =
        "許可の範囲が、禁止の範囲にすべて含まれています",
        "all that is permitted lies in what is forbidden";
    lies_inside_where_it_stands() =
        "許可の範囲は、禁止が`但し`で退くところを除いて、禁止の範囲に含まれています",
        "what is permitted lies in what is forbidden, but for where the prohibition gives way";
    lies_inside() =
        "許可の範囲が、禁止の範囲に含まれています",
        "what is permitted lies in what is forbidden";
    exception_or_mistake() =
        "禁止は許可の一部です。例外なのか書き誤りなのか、読み手には分かりません",
        "it is an exception or a mistake: no reader can tell";
    each_has_its_own() =
        "許可と禁止のそれぞれに、重ならない部分があります",
        "each has a part of its own";

    same_scope() =
        "両者の範囲は同じです",
        "both have the same scope";
    narrower(narrow: Dimensions) =
        "許可は禁止より{narrow}が狭くなっています",
        "the permit is narrower in {narrow}";
    narrower_else_equal(narrow: Dimensions) =
        "許可は禁止より{narrow}が狭く、ほかは同じです",
        "the permit is narrower in {narrow}, and equal otherwise";
    wider(wide: Dimensions) =
        "許可は禁止より{wide}が広くなっています",
        "the permit is wider in {wide}";
    wider_else_equal(wide: Dimensions) =
        "許可は禁止より{wide}が広く、ほかは同じです",
        "the permit is wider in {wide}, and equal otherwise";
    overlapping(common: Dimensions) =
        "許可と禁止は、{common}の一部だけが重なります",
        "the two are overlapping in {common}";
    overlapping_else_equal(common: Dimensions) =
        "許可と禁止は、{common}の一部だけが重なり、ほかは同じです",
        "the two are overlapping in {common}, and equal otherwise";
    narrower_and_wider(narrow: Dimensions, wide: Dimensions) =
        "許可は禁止より{narrow}が狭く、{wide}が広くなっています",
        "the permit is narrower in {narrow}; wider in {wide}";
    narrower_and_wider_else_equal(narrow: Dimensions, wide: Dimensions) =
        "許可は禁止より{narrow}が狭く、{wide}が広く、ほかは同じです",
        "the permit is narrower in {narrow}; wider in {wide}, and equal otherwise";
    narrower_and_overlapping(narrow: Dimensions, common: Dimensions) =
        "許可は禁止より{narrow}が狭く、{common}の一部だけが重なります",
        "the permit is narrower in {narrow}; overlapping in {common}";
    narrower_and_overlapping_else_equal(narrow: Dimensions, common: Dimensions) =
        "許可は禁止より{narrow}が狭く、{common}の一部だけが重なり、ほかは同じです",
        "the permit is narrower in {narrow}; overlapping in {common}, and equal otherwise";
    wider_and_overlapping(wide: Dimensions, common: Dimensions) =
        "許可は禁止より{wide}が広く、{common}の一部だけが重なります",
        "the permit is wider in {wide}; overlapping in {common}";
    wider_and_overlapping_else_equal(wide: Dimensions, common: Dimensions) =
        "許可は禁止より{wide}が広く、{common}の一部だけが重なり、ほかは同じです",
        "the permit is wider in {wide}; overlapping in {common}, and equal otherwise";
    all_three(narrow: Dimensions, wide: Dimensions, common: Dimensions) =
        "許可は禁止より{narrow}が狭く、{wide}が広く、{common}の一部だけが重なります",
        "the permit is narrower in {narrow}; wider in {wide}; overlapping in {common}";
    all_three_else_equal(narrow: Dimensions, wide: Dimensions, common: Dimensions) =
        "許可は禁止より{narrow}が狭く、{wide}が広く、{common}の一部だけが重なり、ほかは同じです",
        "the permit is narrower in {narrow}; wider in {wide}; overlapping in {common}, and equal otherwise";

    write_it_at_the_prohibition(permits: Listed) =
        "許可を生かすなら禁止に `但し［{permits}］`（上記の場合を除き）、禁止を生かすなら禁止に `優先［{permits}］`（上記にかかわらず）と書いてください",
        "if the permit is to prevail add `但し［{permits}］` to the prohibition; if the prohibition is, add `優先［{permits}］` to it";
    write_it_at_the_permit(refusals: Listed) =
        "許可を生かすなら許可に `優先［{refusals}］`、禁止を生かすなら許可に `但し［{refusals}］`（次の場合を除き）と書いてください",
        "if the permit is to prevail add `優先［{refusals}］` to the permit; if the prohibition is, add `但し［{refusals}］` to the permit";
    else_delete_one() =
        "どちらも違えば、一方を削除してください",
        "if neither is meant, delete one";
    else_narrow_one() =
        "どちらも違えば、情報・相手・目的の範囲を狭めて重ならないようにしてください",
        "if neither is meant, narrow one until they no longer meet";
    anonymised_is_not_concerned() =
        "匿名加工や統計にした情報には、この禁止は及びません",
        "anonymised and aggregate data is not concerned";
}
