//! What is too much to be read: H0901, H0903, H0905.

use crate::text::sentence::sentences;

sentences! {
    too_deep(levels: usize) =
        "入れ子が {levels} 段を超えています",
        "nested more than {levels} levels deep";
    deep_here() =
        "ここが深すぎます",
        "too deep here";
    use_fewer_levels() =
        "ブロックや 「」 の入れ子を浅くしてください",
        "use fewer levels of blocks or 「」";

    not_read() =
        "このファイルは読み取れませんでした",
        "this file could not be read";
    read_up_to_here() =
        "ここで読み取りの限界に達しました",
        "the parser's limit was reached here";
    nest_less_or_split() =
        "入れ子を浅くするか、ファイルを分けてください",
        "nest less deeply, or split the file";

    too_dense() =
        "記号や短い語の羅列で、文として読めません",
        "nothing but marks and short words: this cannot be read as statements";
    not_looked_into() =
        "このファイルの中は調べていません",
        "this file was not looked into";
    check_that_it_is_a_policy() =
        "方針のファイルかどうか、壊れていないかを確かめてください",
        "check that it is a policy, and that it is not damaged";
}
