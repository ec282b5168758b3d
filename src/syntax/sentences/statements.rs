//! Statements that are mistyped, and what stands between them: H0106, H0107, H0109 to H0111, H0114.

use super::kinds::{Mark, Word};
use crate::text::sentence::{Written, sentences};

sentences! {
    no_statement(text: Written) =
        "`{text}` は文として読めません",
        "`{text}` is no statement";
    unreadable() =
        "読めない部分",
        "unreadable";
    look_for_the_opening_bracket() =
        "対応する開き括弧があるか確かめてください",
        "check for the bracket that opens it";
    what_stands_where() =
        "ページに出す文言は 「 」 の中に、名前や日付は ［ ］ の中に書いてください",
        "write what appears on the page in 「 」, and names and dates in ［ ］";

    typed_number() =
        "番号が手で書かれています",
        "a number is typed by hand";
    number_not_needed() =
        "この番号は要りません",
        "not needed";
    numbers_are_given() =
        "番号は自動で付きます。書式は `番号［章＝\"第1条\"］` のように指定できます",
        "numbers are given by the compiler; their form is set with `番号［章＝\"第1条\"］`";

    detached_block() =
        "{{ が前の文から離れています",
        "{{ stands apart from its statement";
    this_block() =
        "このブロック",
        "this block";
    taken_to_belong_here() =
        "この文の内訳とみなしました",
        "taken to belong to this statement";
    put_it_at_the_end_of_the_line() =
        "{{ は文と同じ行の終わりに置いてください",
        "put {{ at the end of the statement's line";
    block_without_statement() =
        "{{ の前に文がありません",
        "no statement stands before this {{";
    blocks_belong_to_statements() =
        "{{ }} は `章 名前「題」{{ }}` のように、文に付けて書いてください",
        "a block belongs to a statement, as in `章 名前「題」{{ }}`";

    second_on_the_line() =
        "同じ行に別の文が続いています",
        "a second statement stands on the same line";
    this_statement() =
        "この文",
        "this statement";
    put_it_on_the_next_line() =
        "次の行に書いてください",
        "put it on the next line";
    end_not_needed(mark: Mark) =
        "文の終わりの `{mark}` は要りません",
        "`{mark}` is not needed at the end of a statement";
    line_ends_it() =
        "文は行の終わりで終わります",
        "a statement ends with its line";

    out_of_place(word: Written) =
        "`{word}` の位置が違います",
        "`{word}` is out of place";
    after_the_statement() =
        "文の後ろにあります",
        "stands after the statement";
    write_retired() =
        "番号を残して中身をなくすなら、`章 名前［削除］` と書いてください",
        "to keep the number of a clause that is taken out, write `章 名前［削除］`";
    names_follow_keywords() =
        "名前はキーワードのすぐ後ろ、文言や ［ ］ の前に書いてください",
        "a name stands right after the keyword, before wording and ［ ］";

    no_keyword(word: Written) =
        "`{word}` というキーワードはありません",
        "there is no keyword `{word}`";
    erase_or_retire(keyword: Word) =
        "情報を消すことなら {keyword}、条項の番号を残して中身をなくすなら `章 名前［削除］` と書いてください",
        "write {keyword} for erasing data, `章 名前［削除］` to keep the number of a clause that is taken out";
    perhaps(keyword: Word) =
        "もしかして: {keyword}",
        "did you mean {keyword}?";
    statements_begin_with_keywords() =
        "文はキーワード（章・目的・提供 など）で始めます。文言だけなら 「 」 で囲み、箇条書きなら ・ を付けてください",
        "a statement begins with a keyword (章, 目的, 提供 …); plain wording stands in 「 」, a bullet begins with ・";
    mark_it_as_an_element(keyword: Word) =
        "{keyword}として並べるなら、前に ・ を付けてください",
        "to list it here, put ・ before it";
    mark_it_as_an_item() =
        "項目として並べるなら、前に ・ を付けてください",
        "to list it here, put ・ before it";
    no_mark(mark: Mark) =
        "`{mark}` は印ではありません",
        "`{mark}` is not a mark";
    mark_bullets() =
        "箇条書きの印は全角の ・ です",
        "bullets are marked with ・";
    no_blank(keyword: Word, name: Written) =
        "`{keyword}` と `{name}` の間に空白がありません",
        "no blank between `{keyword}` and `{name}`";
    put_a_blank() =
        "キーワードと名前の間に空白を入れてください",
        "put a blank between keyword and name";

    mark_in_name(name: Written) =
        "名前 `{name}` に使えない記号があります",
        "the name `{name}` holds a mark that names cannot hold";
    what_names_hold() =
        "名前に使えるのは文字・数字・ー・々・_ です。ページに出す題は 「 」 に書きます",
        "names are made of letters, digits, ー, 々 and _; the title on the page stands in 「 」";
}
