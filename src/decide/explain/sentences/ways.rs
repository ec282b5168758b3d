//! What would change the answer.

use super::super::kinds::{AnyOne, Case, Cited, States};
use crate::text::sentence::{Items, Name, sentences};

sentences! {
    it_would_be() =
        "次の場合には許可されます:",
        "It would be permitted:";
    all_of_it_would_be() =
        "次の場合には、そのすべてが許可されます:",
        "All of it would be permitted:";
    it_is() =
        "許可される場合:",
        "It is permitted:";
    it_would_also_be() =
        "ほかに許可される場合:",
        "It would also be permitted:";
    given(case: Case, permits: Cited) =
        "・{case}: {permits}",
        "- given {case}: {permits}";
    processed(states: States, permits: Cited) =
        "・{states}の状態に加工した場合: {permits}",
        "- if the data is {states}: {permits}";
    processed_given(states: States, case: Case, permits: Cited) =
        "・{states}の状態に加工し、{case}: {permits}",
        "- if the data is {states}, given {case}: {permits}";
    it_would_end() =
        "次の場合には許可されなくなります:",
        "It would no longer be permitted:";
    ended(case: Case, by: Cited) =
        "・{case}: {by}",
        "- given {case}: {by}";
    ended_where(case: Case) =
        "・{case}",
        "- given {case}";
    not_every_ending() =
        "条件の組合せが多いため、許可されなくなる場合のすべては示していません。",
        "There are many combinations of conditions; not everything that would end it is shown.";
    known_not_to_hold(name: Name) =
        "「{name}」に当たらないことが確かな場合",
        "it is known that {name} does not hold";
    none_known_to_hold(names: AnyOne) =
        "{names}のいずれにも当たらないことが確かな場合",
        "it is known that none of {names} holds";
    cut_off() =
        "条件の組合せが多いため、許可される場合のすべては示していません。",
        "There are many combinations of conditions; not every way is shown.";

    none() =
        "どの条件を満たしても、どう加工しても、許可されません。",
        "No condition and no processing would make it permitted.";
    but_for_a_duty() =
        "法令上の義務がある場合は別です。どの禁止も、法令上の義務には及びません。",
        "A duty by law is another matter: no prohibition stands against one.";
    lifted_and_not_permitted(case: Case) =
        "{case}には、この禁止は退きます。しかし、許可する定めがないので、許可されたことにはなりません。",
        "Given {case} the prohibition steps aside. Nothing permits it then, so it is not permitted either.";
    none_but_what_is_denied() =
        "満たされていないか撤回された条件のほかには、どの条件を満たしても、どう加工しても、許可されません。",
        "No condition but those denied or withdrawn, and no processing, would make it permitted.";
    none_for_all_of_it_but_what_is_denied() =
        "満たされていないか撤回された条件のほかには、どの条件を満たしても、どう加工しても、そのすべてが許可されることはありません。",
        "No condition but those denied or withdrawn, and no processing, would make all of it permitted.";
    none_for_all_of_it() =
        "どの条件を満たしても、どう加工しても、そのすべてが許可されることはありません。",
        "No condition and no processing would make all of it permitted.";
    narrow_down(dimensions: AnyOne) =
        "{dimensions}を絞れば許可しうる定め:",
        "May permit part of it (narrow down the {dimensions}):";
    does_not_reach_it(consents: Items) =
        "{consents}の範囲は、問い合わせた取扱いには及びません。",
        "The scope of {consents} does not reach what is asked.";
    category_is_not_enough(category: Name, kinds: AnyOne) =
        "「{category}」があるというだけでは、{kinds}があることになりません。",
        "{category} alone does not stand for {kinds}.";
}
