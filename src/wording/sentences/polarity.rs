//! Words that say the contrary of their keyword or of a 場合: H0617, H0620, H0624 to H0627.

use crate::text::sentence::{Name, sentences};

sentences! {
    permits_and_forbids(keyword: Name) =
        "`{keyword}`は許可する文ですが、文言はしないと言っています",
        "`{keyword}` permits, and the wording says that it is not done";
    forbidden_here() =
        "文言ではしないことになっています",
        "not done, says the wording";
    permitted_here() =
        "機械には許可として伝わります",
        "permitted, reads the machine";
    write_the_prohibition(keyword: Name) =
        "しないことを定めるなら`{keyword}`と書いてください。することを定めるなら、文言を改めてください",
        "write `{keyword}` if it is not done; if it is, change the wording";
    no_rule_is_bound() =
        "この文は取扱いを述べていますが、規則と結び付いていません",
        "this says how data is handled, and no rule is bound to it";
    said_here() =
        "機械はここの意味を確かめていません",
        "not checked";
    make_it_a_rule() =
        "許すか禁じる文なら、`提供`や`提供しない`のようなキーワードを付けて規則にしてください",
        "if it permits or forbids, make it a rule with a keyword such as `提供` or `提供しない`";
    forbids_and_permits(keyword: Name) =
        "`{keyword}`は禁止する文ですが、文言はすると言っています",
        "`{keyword}` forbids, and the wording says that it is done";
    affirmed_here() =
        "文言ではすることになっています",
        "done, says the wording";
    prohibited_here() =
        "機械には禁止として伝わります",
        "forbidden, reads the machine";
    write_the_permission(keyword: Name) =
        "することを定めるなら`{keyword}`と書いてください。しないことを定めるなら、文言を改めてください",
        "write `{keyword}` if it is done; if it is not, change the wording";

    deemed_to_consent() =
        "同意したものとみなす文です。みなした同意は、この方針の「同意」に当たりません",
        "somebody is deemed to consent: that is no `同意` of this policy";
    deemed_here() =
        "本人は意思を示していません",
        "nobody has said so";
    consent_is_declared() =
        "個人情報保護法の本人の同意は、承諾する旨の本人の意思表示です（ガイドライン通則編 2-16）",
        "consent under the Act is a declaration of the person (PPC guidelines, general rules, 2-16)";
    ask_for_a_declaration() =
        "同意の要る取扱いには、ボタンや署名などで本人の意思表示を受けてください。同意の要らない取扱いなら、この文を改めてください",
        "have the person declare consent, by a button or a signature, where consent is needed; where it is not, change the sentence";
    forbidden_with_consent(condition: Name) =
        "文言は{condition}がない場合にしないと言っていますが、`場合`には{condition}がある場合とあります",
        "the wording says that it is not done without {condition}, and `場合` that it is not done with {condition}";
    not_permitted_with_consent(keyword: Name, condition: Name) =
        "`{keyword}`の`但し［{condition}］`は、{condition}があれば許可が退くという意味になります",
        "`但し［{condition}］` of `{keyword}` takes the permission back where there is {condition}";
    taken_back_here(condition: Name) =
        "{condition}がある場合には、許可しません",
        "not permitted with {condition}";
    forbid_or_ask(keyword: Name, condition: Name) =
        "{condition}がなければしないなら、`{keyword}しない`と書くか、`場合［{condition}］`に改めてください",
        "if it is not done without {condition}, write `{keyword}しない`, or `場合［{condition}］`";
    forbids_what_is_excepted() =
        "文言が除いている場合を、`場合`は禁止する場合としています",
        "the wording excepts a case, and `場合` names it as the one that is forbidden";
    without_it_here(condition: Name) =
        "文言では、{condition}がなければしないことになっています",
        "not done without {condition}, says the wording";
    with_it_here(condition: Name) =
        "機械には、{condition}がある場合の禁止として伝わります",
        "forbidden with {condition}, reads the machine";
    write_the_exception(condition: Name) =
        "`場合［{condition}］`を`但し［{condition}］`に改めてください。{condition}がある場合に限って禁じるなら、文言を改めてください",
        "write `但し［{condition}］` in the place of `場合［{condition}］`; if it is forbidden only with {condition}, change the wording";

    permitted_without_consent() =
        "文言では同意を得た上で行うことですが、規則は同意がなくても許可します",
        "the wording asks for consent, and the rule permits it without";
    permitted_without_law() =
        "文言では法令に基づく場合に行うことですが、規則はそうでない場合にも許可します",
        "the wording speaks of a case of the law, and the rule permits it in any";
    permitted_for_every_purpose() =
        "文言では目的が限られていますが、規則は目的を問わず許可します",
        "the wording limits the purpose, and the rule permits it for any";
    permitted_in_any_case() =
        "文言では場合が限られていますが、規則はどの場合にも許可します",
        "the wording limits it to a case, and the rule permits it in any";
    ask_for_the_condition(name: Name) =
        "内訳に `場合［{name}］` を書いてください",
        "write `場合［{name}］` in its block";
    ask_for_some_case() =
        "その場合を `条件` として宣言し、内訳に `場合［名前］` を書いてください",
        "declare the case as a `条件` and write `場合［name］` in its block";
    permitted_when_processed_less(state: Name) =
        "文言の加工より弱い「{state}」の状態でも、規則は許可します",
        "the rule permits it at the state {state} as well, which is weaker than what the wording says";
    permitted_as_it_is() =
        "文言では加工した上で行うことですが、規則は加工しないままでも許可します",
        "the wording has the data processed first, and the rule permits it as it is";
    ask_for_the_processing() =
        "内訳に `加工 {{ 水準［匿名加工］ }}` のように、加工を書いてください",
        "write the processing in its block, `加工 {{ 水準［匿名加工］ }}` for example";
    permitted_elsewhere() =
        "文言と規則はここで限っていますが、ほかの条項が、その限りなしに同じことを許しています",
        "words and rule bind it, and another clause permits the same without";
    permitted_without_it_here() =
        "ここで許しています",
        "permitted here";
    not_compared_with_all() =
        "条項が多いため、ほかの条項がこの限りなしに同じことを許していないかを、調べきれませんでした",
        "there are too many clauses to tell whether another permits the same without this limit";
    compare_it_yourself() =
        "同じ行為を許すほかの条項を、人が読んで確かめてください",
        "read the other clauses that permit the act";
    narrow_the_other() =
        "この限りを守るなら、許しているほうの情報・相手・目的を狭めるか、そちらにも `場合` や `加工` を書いてください。目的なら `項目` で情報を限れます",
        "if the limit is to hold, narrow the data, parties or purposes of the other, or write `場合` or `加工` there as well; a 目的 takes `項目`";
    one_suffices(first: Name, second: Name) =
        "文言では「{first}」と「{second}」の両方が要りますが、規則は「{first}」だけで足りるとしています",
        "the wording asks for {first} and {second}, and the rule is content with {first}";
    one_does_not(first: Name) =
        "文言では「{first}」でも足りますが、規則は足りないとしています",
        "the wording is content with {first}, and the rule is not";
    both_are_needed(first: Name, second: Name) =
        "文言では「{first}」と「{second}」のどちらでも足りますが、規則は両方を求めています",
        "the wording is content with {first} or {second}, and the rule asks for both";
    joined_here() =
        "文言ではこう結ばれています",
        "joined here";
    joined_otherwise_here() =
        "この規則では違います",
        "the rule joins them otherwise";
    join_them(first: Name, second: Name) =
        "両方が要るなら、［］に `{first}＋{second}` と書いてください",
        "write `{first}＋{second}` in ［］ if both are needed";
    list_them(first: Name, second: Name) =
        "どちらでもよいなら、一つの［］に `{first}、{second}` と並べてください",
        "list `{first}、{second}` in one ［］ if either will do";
    refused_and_left(purpose: Name) =
        "文言は「{purpose}」の目的ではしないと言っていますが、`限定`に挙げられています",
        "the wording says that it is not done for {purpose}, and 限定 leaves that";
    left_here() =
        "限定の残す目的",
        "left by the limit";
    take_it_out_of_the_limit(purpose: Name) =
        "`限定`から`{purpose}`を除いてください",
        "take `{purpose}` out of `限定`";
    forbidden_even_with_consent() =
        "文言では同意があれば行えることですが、規則は同意があっても禁じます",
        "the wording lets it be done with consent, and the rule forbids it even then";
    forbidden_even_by_law() =
        "文言では法令に基づく場合が除かれていますが、規則はその場合も禁じます",
        "the wording excepts what the law provides for, and the rule forbids it even then";
    forbidden_all_the_same() =
        "文言では除かれている場合がありますが、規則はその場合も禁じます",
        "the wording excepts some case, and the rule forbids it in that as well";
    forbidden_within_the_term() =
        "文言では期間の内は行えることですが、規則はその間も禁じます",
        "the wording lets it be done until the term ends, and the rule forbids it all the time";
    state_the_term() =
        "`保管` の条項に `期間［1年］` のように書いてください",
        "state the term in a clause of 保管: `期間［1年］`";
    permitted_all_the_same() =
        "文言では除かれている場合がありますが、規則はその場合も許可します",
        "the wording excepts some case, and the rule permits it in that as well";
    listed_and_forbidden() =
        "文言では除かれている場合の一つですが、規則の `但し` にありません",
        "the wording lists this case among its exceptions, and 但し of the rule does not name it";
    except_this(name: Name) =
        "`但し` に `{name}` を加えてください",
        "add `{name}` to 但し";
    excepted_here() =
        "文言ではここで除いています",
        "excepted here";
    no_exception_here() =
        "この規則にはその例外がありません",
        "the rule has no such exception";
    except_consent() =
        "内訳に `但し［同意］` を書いてください。同意があっても行わないなら、文言を改めてください",
        "write `但し［同意］` in its block; if it is not done even with consent, change the wording";
    except_the_law() =
        "内訳に `但し［法令］` を書いてください",
        "write `但し［法令］` in its block";
    except_the_case() =
        "その場合を `条件` として宣言し、内訳に `但し［名前］` を書いてください。ほかの条項に定めがあるなら、`但し` にその条項を挙げてください",
        "declare the case as a `条件` and write `但し［name］` in its block; if another clause provides for it, name that clause in `但し`";
    write_what_lifts_the_permission() =
        "その場合を `条件` として宣言し、内訳に `但し［名前］` を書いてください",
        "declare the case as a `条件` and write `但し［name］` in its block";
    no_rule_refuses_other_purposes() =
        "文言では目的が限られていますが、ほかの目的での利用を禁じる規則がありません",
        "the wording limits the purposes, and no rule refuses any other";
    refuse_other_purposes() =
        "`利用しない` に項目と `但し［…］`（利用目的の章や条項）を書いて、ほかの目的での利用を禁じてください",
        "write `利用しない` with the data and `但し［…］` naming the chapter or clause of the purposes";
    permitted_with_consent(condition: Name) =
        "文言は{condition}の有無にかかわらずしないと言っていますが、`但し`は{condition}があれば許可します",
        "the wording says that it is not done whether or not there is {condition}, and `但し` permits it with {condition}";
    either_way_here() =
        "文言では、どちらにしてもしないことになっています",
        "not done either way, says the wording";
    exception_here(condition: Name) =
        "機械には、{condition}がある場合の許可として伝わります",
        "permitted with {condition}, reads the machine";
    take_the_exception_out(condition: Name) =
        "`但し`から{condition}を除いてください。{condition}があれば行うのなら、文言を改めてください",
        "take {condition} out of `但し`; if it is done with {condition}, change the wording";
    bound_here() =
        "ここで限っています",
        "limited here";
    not_bound_here() =
        "この規則には限りがありません",
        "the rule has no such limit";
    ask_for_consent() =
        "内訳に `場合［同意］` を書いてください。同意のいらない場合があるなら、文言にも表してください",
        "write `場合［同意］` in its block; if there are cases without consent, say so in the wording";
    ask_for_the_case() =
        "内訳に `場合［法令］` を書いてください",
        "write `場合［法令］` in its block";
    name_the_purpose() =
        "内訳に `目的［名前］` を書いて、文言の目的に限ってください",
        "write `目的［名前］` in its block, with the purpose that the wording names";

    somebody_else_does_it(party: Name, act: Name) =
        "文言では「{party}」が{act}しますが、`{act}` は事業者が自ら行う行為です",
        "the wording has `{party}` do it, and `{act}` is an act that the operator does alone";
    subject_here() =
        "文言の主語",
        "the subject of the wording";
    done_by_the_operator() =
        "事業者が行うこととして扱っています",
        "taken as done by the operator";
    say_who_does_it() =
        "事業者が行うことなら主語を改めてください。ほかの者に行わせるのなら、`委託` `提供` `共同利用` などで書いてください",
        "mend the subject if the operator does it; if others do, write it as `委託`, `提供` or `共同利用`";
}
