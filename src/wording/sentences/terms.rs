//! Terms without a definition, with two, or without a use: H0604 to H0606, H0614.

use crate::text::sentence::{alike, sentences};

alike! {
    /// A word that a definition gives its meaning.
    Term = ["利用者情報"];
}

sentences! {
    undefined(term: Term) =
        "用語`{term}`の定義が文言にありません",
        "the wording defines the term `{term}` nowhere";
    this_term() =
        "この用語",
        "this term";
    define_it(term: Term) =
        "`（以下「{term}」といいます）`または`「{term}」とは、…をいいます`の形で定義してください",
        "define it: `（以下「{term}」といいます）` or `「{term}」とは、…をいいます`";

    defined_twice(term: Term) =
        "`{term}`が二度定義されています",
        "`{term}` is defined twice";
    defined_again_here() =
        "ここで再び定義されています",
        "defined again here";
    first_defined_here() =
        "最初の定義",
        "first defined here";
    which_holds() =
        "どちらの意味で読むのか決まりません",
        "readers cannot tell which meaning holds";
    keep_one_or_use_two() =
        "定義を一つにするか、用語を分けてください",
        "keep one definition, or use two terms";

    unused(term: Term) =
        "`{term}`は定義されたまま使われていません",
        "`{term}` is defined and never used";
    this_definition() =
        "この定義",
        "defined here";
    remove_or_use_it(term: Term) =
        "定義を除くか、同じものを指す言葉を`{term}`に揃えてください",
        "remove the definition, or call the thing `{term}` where it is meant";

    used_before(term: Term) =
        "`{term}`が定義より前に使われています",
        "`{term}` is used before it is defined";
    first_used_here() =
        "最初に使われるのはここです",
        "first used here";
    defined_here() =
        "定義はここです",
        "defined here";
    move_the_definition() =
        "最初に使う箇所に定義を移してください",
        "move the definition to where the term is first used";
}
