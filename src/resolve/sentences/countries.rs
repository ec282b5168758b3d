//! Countries in words and 国名: H0633.

use super::facts::Choices;
use crate::text::sentence::{Name, sentences};

sentences! {
    nobody_is_there(country: Name) =
        "文言は`{country}`にある者に触れていますが、国名が`{country}`の相手はいません",
        "the words speak of somebody in `{country}`, and nobody who is meant has that 国名";
    told_here() =
        "ここで触れています",
        "told here";
    who_is_meant(parties: Choices) =
        "ここで外国にある相手は、{parties}です",
        "those abroad who are meant here: {parties}";
    called_otherwise(party: Name, country: Name) =
        "主体`{party}`の呼び方は`{country}`と言っていますが、国名は違います",
        "the party `{party}` is called by `{country}`, and its 国名 is another";
    declared_here() =
        "ここで宣言",
        "declared here";
    is_in(countries: Choices) =
        "国名は、{countries}です",
        "its 国名: {countries}";
    make_them_agree() =
        "国名を直すか、文言を直してください。その国にも相手がいるなら、`国名＝…` を加えてください",
        "mend 国名, or the words; where somebody is there as well, add `国名＝…`";
    unsaid(party: Name, country: Name) =
        "`{party}`の国名`{country}`が、ページのどこにもありません",
        "no words of the page say `{country}`, the 国名 of `{party}`";
    reaches_it() =
        "この越境が及びます",
        "reached by this";
    is_to_be_told() =
        "外国にある第三者への提供について同意を得るときは、その国の名称を伝えます（個人情報保護法28条2項、同法施行規則17条2項1号）",
        "the country is to be told before consent to a provision abroad is asked for (APPI article 28(2), Enforcement Rules article 17(2)(i))";
    say_it() =
        "文言に国名を書くか、国名を直してください",
        "say it in the words, or mend 国名";
}
