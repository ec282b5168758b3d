//! Why a change calls for something under the law.

use super::facts::{Data, Names, Parties, Purposes};
use crate::text::sentence::sentences;

sentences! {
    no_rule_says_it() =
        "文言が変わり、それに応じた規則の変化がないため",
        "because wording changes and no rule with it";
    no_longer_forbidden(data: Data) =
        "{data}について、これまで禁じていたことを禁じなくなるため",
        "because what was forbidden of {data} no longer is";
    nothing_further_permitted() =
        "許可する取扱いが広がらないため",
        "because nothing further becomes permitted";
    nothing_permitted_otherwise() =
        "取扱いの範囲が変わらないため",
        "because what is permitted stays the same";
    no_article_speaks_of_it() =
        "hoshin が確かめる条文に、この変化に触れるものがないため",
        "because no article that hoshin looks at speaks of this change";
    kept_longer(data: Data) =
        "{data}を、これまでより長く保管できるようになるため",
        "because {data} may be kept for longer";
    used(data: Data, purposes: Purposes) =
        "{data}を、新たに{purposes}のために利用するため",
        "because of a new use of {data} for {purposes}";
    beyond_the_purpose(purposes: Purposes) =
        "{purposes}が、変更前の利用目的と関連性を有すると合理的に認められる範囲を超えるときは同意を要するため",
        "because consent is needed for what goes beyond what is reasonably related to the former purposes: {purposes}";
    collected(data: Data) =
        "{data}を新たに取得するため",
        "because of a new collection of {data}";
    sensitive(data: Data) =
        "{data}は要配慮個人情報であるため",
        "because of information that requires special care: {data}";
    by_opt_out(parties: Parties) =
        "{parties}に、オプトアウトにより提供するため",
        "because of a provision to {parties} by opt-out";
    further_by_opt_out(data: Data) =
        "オプトアウトにより提供する項目に{data}を加えるため",
        "because {data} is added to what is provided by opt-out";
    no_longer_by_opt_out(data: Data) =
        "{data}のオプトアウトによる提供をやめるため",
        "because {data} is no longer provided by opt-out";
    provided(data: Data, parties: Parties) =
        "{data}を、新たに{parties}に提供するため",
        "because of a new provision of {data} to {parties}";
    provided_with_consent(data: Data, parties: Parties) =
        "{data}を、同意がある場合に限り新たに{parties}に提供するため",
        "because of a new provision of {data} to {parties}, with consent alone";
    provided_anonymised(data: Data, parties: Parties) =
        "匿名加工した{data}を、新たに{parties}に提供するため",
        "because of a new provision of anonymised {data} to {parties}";
    personally_referable(data: Data) =
        "{data}は個人関連情報であるため",
        "because of personally referable information: {data}";
    transmitted(data: Data) =
        "{data}を、新たに利用者の端末から外部に送信するため",
        "because of a new transmission of {data} from the user's device";
    loosened(data: Data) =
        "これまで条件の要った{data}の取扱いが、その条件なしでできるようになるため",
        "because {data} was handled under a condition so far, and is without it";
    shared(data: Data) =
        "{data}を新たに共同利用するため",
        "because of a new joint use of {data}";
    shared_for(data: Data, purposes: Purposes) =
        "共同利用している{data}を、新たに{purposes}のために共同利用するため",
        "because {data}, which is used jointly, is to be used jointly for {purposes} as well";
    another_person_responsible() =
        "共同利用する個人データの管理について責任を有する者の定めが変わるため",
        "because the person responsible for the management of the data used jointly is told otherwise";
    entrusted(data: Data) =
        "{data}の取扱いを新たに委託するため",
        "because the handling of {data} is newly entrusted";
    in_other_countries(parties: Parties) =
        "{parties}の所在国が変わるため",
        "because the country of the recipient changes: {parties}";
    words_name_other_countries(countries: Names) =
        "文言の挙げる国が変わるため（{countries}）",
        "because the words name other countries: {countries}";
    third_parties_abroad(parties: Parties) =
        "{parties}は外国にある第三者であるため",
        "because of third parties abroad: {parties}";
}
