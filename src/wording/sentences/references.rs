//! References typed by hand: H0607, H0608.

use crate::text::sentence::{alike, sentences};

alike! {
    /// A reference as it is typed.
    Typed = ["第3条（安全管理）"];
    /// A reference as it should be written.
    Reference = ["{安全管理}"];
    /// The number of a clause.
    Number = ["第4条"];
    /// The title of a clause.
    Title = ["第三者への提供", "安全管理のための措置"];
}

sentences! {
    typed_by_hand(reference: Typed) =
        "参照`{reference}`が手で書かれています",
        "the reference `{reference}` is typed by hand";
    goes_stale() =
        "番号や題が変わると古くなります",
        "goes stale when numbers or titles change";
    number_of_another(reference: Typed) =
        "参照`{reference}`の番号が、その題の条項の番号と合いません",
        "the number in `{reference}` is not that of the clause with this title";
    title_of_another(reference: Typed) =
        "参照`{reference}`の題が、その番号の条項の題と合いません",
        "the title in `{reference}` is not that of the clause with this number";
    now(number: Number, title: Title) =
        "今は`{number} {title}`です",
        "now `{number} {title}`";
    no_such_clause(reference: Typed) =
        "参照`{reference}`に当たる条項がありません",
        "there is no clause for the reference `{reference}`";
    this_reference() =
        "この参照",
        "this reference";
    the_clause() =
        "参照先の条項",
        "the clause";

    write_it_so(reference: Reference) =
        "`{reference}`と書けば、番号と題は自動で入ります",
        "write `{reference}`; number and title are filled in";
    name_the_clause() =
        "条項に名前を付け、`{{名前}}`で参照してください",
        "give the clause a name and refer to it by `{{name}}`";
    find_the_clause() =
        "参照先を確かめ、`{{名前}}`で参照してください",
        "find out which clause is meant and refer to it by `{{name}}`";
}
