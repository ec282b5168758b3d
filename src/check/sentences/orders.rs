//! 但し and 優先 that order nothing: H0523, H0524.

use crate::text::sentence::{ActName, Clause, sentences};

sentences! {
    mutual(permitting: Clause, refusing: Clause) =
        "{permitting}と{refusing}は、どちらも相手に譲ることになっています",
        "{permitting} and {refusing} each give way to the other";
    gives_way_to(clause: Clause) =
        "{clause}に譲る",
        "gives way to {clause}";
    no_order() =
        "どちらも譲るので、順位は決まりません。二つが重なるところは、禁止と判断します",
        "as each gives way no order is declared; where both apply the decision is forbidden";
    decide_which() =
        "どちらが優先するかを一つに決め、もう一方の但しか優先を外してください",
        "decide which goes first, and take out the other 但し or 優先";
    idle_exception(clause: Clause, other: Clause) =
        "{clause}の但しが挙げる{other}は、例外になりません",
        "{other}, which the 但し of {clause} names, makes no exception";
    idle_priority(clause: Clause, other: Clause) =
        "{clause}の優先が挙げる{other}は、順位を変えません",
        "{other}, which the 優先 of {clause} names, changes no order";
    names_itself() =
        "自らの条項を挙げています",
        "names its own clause";
    is_of_another_act(other: Clause, act: ActName) =
        "{other}は、{act}についての定めではありません",
        "{other} is not about the act `{act}`";
    says_nothing_of_it(other: Clause) =
        "{other}には、この条項と同じ情報・相手・目的についての定めがありません",
        "{other} says nothing of the same data, party and purpose";
    check_the_exception() =
        "挙げる条項を確かめてください。改定で要らなくなったのなら、但しから外します。念のために書いたのなら、このままで構いません",
        "check which clause is meant; take it out of the 但し if a revision left it behind, leave it if it is there for clarity";
    check_the_priority() =
        "挙げる条項を確かめてください。改定で要らなくなったのなら、優先から外します。念のために書いたのなら、このままで構いません",
        "check which clause is meant; take it out of the 優先 if a revision left it behind, leave it if it is there for clarity";
}
