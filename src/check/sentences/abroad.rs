//! Transfers abroad: H0511, H0512.

use crate::text::sentence::{Clause, Listed, Parties, Request, Titles, sentences};

sentences! {
    unstated(clause: Clause, parties: Parties) =
        "{clause}は外国にある{parties}に及びますが、越境の定めがありません",
        "{clause} reaches {parties} abroad, and no 越境 covers it";
    to(parties: Parties) =
        "相手方は{parties}",
        "to {parties}";
    goes_abroad(request: Request) =
        "例えば、{request}ことが国外に及びます。外国にある第三者への提供には、国名や制度の情報を示した同意などが要ります（個人情報保護法28条）",
        "{request}, for example, goes abroad, which takes consent after information on the country, or another ground (APPI article 28)";
    state_it(name: Listed) =
        "越境の章を設け、`越境［{name}］` でこの条項を挙げてください",
        "add `越境［{name}］`";
    idle() =
        "この越境の定めが及ぶ行為はありません",
        "this 越境 reaches no act";
    names_no_clause() =
        "どの条項にも結び付いていません",
        "it names no clause";
    name_a_clause() =
        "`越境［条項の名前］` のように、国外に及ぶ提供や委託の条項を挙げてください。条項がなければ、それを加えます",
        "name the clauses whose acts reach abroad: `越境［…］`; where there is none, write it";
    nobody_abroad(titles: Titles) =
        "{titles}の相手方に、外国にある主体がいません",
        "no party of {titles} is abroad";
    declare_a_party() =
        "外国にある相手方を `主体 名前［外国、国名＝…］` と宣言し、条項の相手方に加えてください。いなければ、この定めを削除します",
        "declare the party abroad as `主体 …［外国、国名＝…］` and name it in the clause; where there is none, delete this";
    information_is_due() =
        "外国にある第三者への提供では、相手の国名などの情報を示すことが求められます（個人情報保護法28条2項）",
        "a transfer abroad takes information on the country of the recipient (APPI article 28(2))";
}
