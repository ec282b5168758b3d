//! Summaries and acknowledgements of a revision: H0201, H0302, H0312, H0314, H0316.

use crate::text::sentence::{Name, sentences};

sentences! {
    no_clause() =
        "`承認` に条項の名前がありません",
        "`承認` has no clause";
    no_date() =
        "`承認` に日付がありません",
        "`承認` has no date";
    no_reason() =
        "`承認` に理由がありません",
        "`承認` has no reason";
    no_clause_and_date() =
        "`承認` に条項の名前と日付がありません",
        "`承認` has no clause and no date";
    no_clause_and_reason() =
        "`承認` に条項の名前と理由がありません",
        "`承認` has no clause and no reason";
    no_date_and_reason() =
        "`承認` に日付と理由がありません",
        "`承認` has no date and no reason";
    nothing_said() =
        "`承認` に条項の名前と日付と理由がありません",
        "`承認` has no clause and no date and no reason";
    say_what_when_and_why() =
        "何を、いつ、なぜ承認したかを `承認［条項、2026-03-15］\"理由\"` のように書いてください。理由はページに出ません",
        "say what was accepted, when and why: `承認［条項、2026-03-15］\"理由\"`; the reason never appears on the page";

    one_date_and_one_reason() =
        "承認に書ける日付と理由は一つずつです",
        "an acknowledgement takes one date and one reason";
    keep_one_or_split() =
        "一つにするか、承認を分けてください",
        "keep one, or write an acknowledgement for each";

    acknowledged_later() =
        "承認の日付が改定の日付より後です",
        "acknowledged after the date of the revision";
    acknowledged() =
        "承認",
        "acknowledged";
    revised() =
        "改定",
        "revised";

    line_about_nothing() =
        "概要のこの行がどの条項の改定か分かりません",
        "it cannot be told which change this line of the summary describes";
    name_the_clause() =
        "`・「…」［条項の名前］` のように書くと、ページで条項にリンクし、改定との食い違いを調べられます",
        "with `・「…」［name of the clause］` the page links to the clause, and the line can be compared with the change";

    names_nothing(name: Name) =
        "`{name}` という条項も語彙もありません",
        "no clause and nothing in the vocabulary is called `{name}`";
    write_of_the_previous(name: Name) =
        "一つ前の版にだけあったものは `旧版.{name}` と書いてください",
        "what only the previous revision had is written `旧版.{name}`";
}
